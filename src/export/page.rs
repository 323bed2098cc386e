//! A page for a browser: one file with all it needs in it, that nothing is fetched for. It
//! follows the reader's light or dark, and prints.

use crate::language::Language;
use crate::narrate::Tone;
use std::fmt::Write;

/// How it looks. Colours are chosen to be told apart by those who see few of them, and
/// nothing is told by colour alone.
const STYLE: &str = "\
:root{color-scheme:light dark;--text:#1c1f24;--dim:#5c6570;--ground:#fdfdfb;--rule:#d5d8dc;\
--a:#0b5cad;--b:#a3470b;--c:#5b6b2f;--d:#6b3fa0;--e:#14746f;--bad:#a3170b;--warn:#8a5a00;--good:#1f6b2f}\
@media(prefers-color-scheme:dark){:root{--text:#e4e6e8;--dim:#9aa4ae;--ground:#15181c;--rule:#3a4048;\
--a:#7db7f0;--b:#f0a36b;--c:#b6c97a;--d:#c3a3f0;--e:#6fd0c8;--bad:#ff8f80;--warn:#e8b95c;--good:#8fd39c}}\
body{font:1rem/1.55 system-ui,sans-serif;color:var(--text);background:var(--ground);max-width:52rem;\
margin:2rem auto;padding:0 1rem}\
h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.25rem;margin-top:2.2rem;border-bottom:1px solid var(--rule);\
padding-bottom:.2rem}h3{font-size:1.02rem;margin:1.3rem 0 .2rem}h4{font-size:1rem;margin:.8rem 0 0}p{margin:.45rem 0}\
ul{margin:.45rem 0;padding-left:1.3rem}\
.scroll{overflow-x:auto}table{border-collapse:collapse;margin:.8rem 0;font-variant-numeric:tabular-nums}\
th,td{padding:.2rem .8rem .2rem 0;text-align:right;vertical-align:top;border-bottom:1px solid var(--rule);overflow-wrap:break-word}\
th{vertical-align:bottom}\
th:nth-child(-n+2),td:nth-child(-n+2){text-align:left}th{color:var(--dim);font-weight:600}\
.told th:nth-child(2),.told td:nth-child(2){text-align:right}\
.told th:last-child,.told td:last-child{text-align:left;min-width:11rem}\
li.bad,li.warn{font-weight:400}\
.bad{color:var(--bad)}.warn{color:var(--warn)}.good{color:var(--good)}.quiet{color:var(--dim)}\
.bad,.warn{font-weight:600}p.bad,p.good{font-weight:400}\
blockquote{margin:.6rem 0;padding-left:.9rem;border-left:3px solid var(--rule)}\
figure{margin:1rem 0}figcaption{color:var(--dim);font-size:.92rem}svg{width:100%;max-width:42rem;height:auto;display:block}\
svg text{font:13px system-ui,sans-serif;fill:var(--dim)}svg .grid{stroke:var(--rule);stroke-width:1}\
svg .line{fill:none;stroke-width:2.2}svg .band{stroke:none}\
.a{stroke:var(--a);fill:var(--a)}.b{stroke:var(--b);fill:var(--b)}.c{stroke:var(--c);fill:var(--c)}\
.d{stroke:var(--d);fill:var(--d)}.e{stroke:var(--e);fill:var(--e)}svg text.label{stroke:none;font-weight:600}\
svg text.a{fill:var(--a)}svg text.b{fill:var(--b)}svg text.c{fill:var(--c)}svg text.d{fill:var(--d)}svg text.e{fill:var(--e)}\
@media(max-width:34rem){svg text{font-size:16px}.people thead{display:none}.people table,.people tbody{display:block}\
.people tr{display:flex;flex-wrap:wrap;column-gap:1rem;padding:.4rem 0;border-bottom:1px solid var(--rule)}\
.people td{padding:0;border:0;text-align:left}.people td:first-child{flex:1 0 100%;font-weight:600}\
.people td:nth-child(n+2)::before{content:attr(data-head) \" \";color:var(--dim)}}\
@page{margin:16mm}\
@media print{:root{color-scheme:light;font-size:10.5pt;--text:#000;--dim:#444;--ground:#fff;--rule:#bbb;--a:#0b5cad;--b:#a3470b;\
--c:#5b6b2f;--d:#6b3fa0;--e:#14746f;--bad:#a3170b;--warn:#8a5a00;--good:#1f6b2f}body{margin:0;padding:0;max-width:none}\
h1,h2,h3,h4,.quiet:has(+ul){break-after:avoid}figure,tr,li{break-inside:avoid}p,li{orphans:3;widows:3}\
svg{max-width:32rem}.people td:last-child{white-space:nowrap}.scroll{overflow:visible}}";

/// A page being put together.
#[derive(Debug, Default)]
pub(super) struct Page {
    body: String,
}

impl Page {
    /// An element with a text in it.
    pub fn put(&mut self, tag: &str, text: &str) {
        let _ = writeln!(self.body, "<{tag}>{}</{tag}>", escape(text));
    }

    /// The same, that strikes the reader somehow.
    pub fn put_toned(&mut self, tag: &str, tone: Tone, text: &str) {
        let class = class(tone);
        if class.is_empty() {
            return self.put(tag, text);
        }
        let _ = writeln!(
            self.body,
            "<{tag} class=\"{class}\">{}</{tag}>",
            escape(text)
        );
    }

    /// Short things, each with how it strikes.
    pub fn list<'a>(&mut self, items: impl IntoIterator<Item = (Tone, &'a str)>) {
        self.body.push_str("<ul>\n");
        for (tone, item) in items {
            self.put_toned("li", tone, item);
        }
        self.body.push_str("</ul>\n");
    }

    /// A table whose last column is running text.
    pub fn ledger(&mut self, heads: &[String], rows: &[Vec<String>]) {
        let rows = rows.iter().map(|row| (Tone::Neutral, row.as_slice()));
        self.told_table(heads, rows);
    }

    /// The same, each row with how it strikes.
    pub fn told_table<'a>(
        &mut self,
        heads: &[String],
        rows: impl IntoIterator<Item = (Tone, &'a [String])>,
    ) {
        self.body.push_str("<div class=\"told\">");
        self.table(heads, rows);
        self.body.push_str("</div>\n");
    }

    /// A table with someone in each row: on a narrow screen a row is a few lines, in which each
    /// number stands beside what it is.
    pub fn people(&mut self, heads: &[String], rows: &[Vec<String>]) {
        self.body.push_str("<div class=\"people\">");
        self.table(
            heads,
            rows.iter().map(|row| (Tone::Neutral, row.as_slice())),
        );
        self.body.push_str("</div>\n");
    }

    /// A drawing with its caption.
    pub fn figure(&mut self, drawing: &str, caption: &str) {
        let caption = escape(caption);
        let _ = writeln!(
            self.body,
            "<figure>{drawing}<figcaption>{caption}</figcaption></figure>"
        );
    }

    /// A table.
    pub fn table<'a>(
        &mut self,
        heads: &[String],
        rows: impl IntoIterator<Item = (Tone, &'a [String])>,
    ) {
        self.body
            .push_str("<div class=\"scroll\"><table><thead><tr>");
        for head in heads {
            let _ = write!(self.body, "<th scope=\"col\">{}</th>", escape(head));
        }
        self.body.push_str("</tr></thead><tbody>\n");
        for (tone, row) in rows {
            match class(tone) {
                "" => self.body.push_str("<tr>"),
                class => drop(write!(self.body, "<tr class=\"{class}\">")),
            }
            for (head, cell) in heads.iter().zip(row) {
                let (head, cell) = (escape(head), escape(cell));
                let _ = write!(self.body, "<td data-head=\"{head}\">{cell}</td>");
            }
            self.body.push_str("</tr>\n");
        }
        self.body.push_str("</tbody></table></div>\n");
    }

    /// The whole file.
    pub fn finish(self, title: &str, language: Language) -> String {
        let title = escape(title);
        let body = self.body;
        format!(
            "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
        )
    }
}

const fn class(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "good",
        Tone::Bad => "bad",
        Tone::Warn => "warn",
        Tone::Quiet => "quiet",
        Tone::Neutral => "",
    }
}

/// A text that stands for itself in a page, in attributes too.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // What a file may smuggle in and no page may hold.
            c if c.is_control() && c != '\n' && c != '\t' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_file_says_is_never_markup() {
        let mut page = Page::default();
        page.put("p", "<script>\"'&\u{1b}");
        assert_eq!(page.body, "<p>&lt;script&gt;&quot;&#39;&amp; </p>\n");
    }
}
