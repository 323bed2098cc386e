//! Text in ASCII alone, for terminals and readers that know no more.

use std::borrow::Cow;

/// The text with each other letter replaced by the nearest one.
pub fn to_ascii(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut ascii = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            ascii.push(c);
        } else {
            ascii.push_str(nearest(c));
        }
    }
    Cow::Owned(ascii)
}

/// The text without what a terminal takes for a command: a save may come from anywhere.
pub fn tame(text: &str) -> Cow<'_, str> {
    let wild = |c: char| c.is_control() && c != '\n';
    if text.contains(wild) {
        Cow::Owned(text.replace(wild, ""))
    } else {
        Cow::Borrowed(text)
    }
}

/// Letters with marks, by the letter that they are without.
const MARKED: [(&str, &str); 16] = [
    ("a", "áàâäãåāảạăắằẳẵặấầẩẫậ"),
    ("c", "çćč"),
    ("d", "đ"),
    ("e", "éèêëẻẽẹếềểễệ"),
    ("i", "íìîïỉĩị"),
    ("n", "ñ"),
    ("o", "óòôöõøỏọốồổỗộơớờởỡợ"),
    ("u", "úùûüủũụưứừửữự"),
    ("y", "ýỳỷỹỵ"),
    ("A", "ÁÀÂÄÃÅẢẠĂẮẰẲẴẶẤẦẨẪẬ"),
    ("D", "Đ"),
    ("E", "ÉÈÊËẺẼẸẾỀỂỄỆ"),
    ("I", "ÍÌÎỈĨỊ"),
    ("O", "ÓÒÔÖÕØỎỌỐỒỔỖỘƠỚỜỞỠỢ"),
    ("U", "ÚÙÛÜỦŨỤƯỨỪỬỮỰ"),
    ("Y", "ÝỲỶỸỴ"),
];

/// The nearest ASCII letter.
pub fn nearest(c: char) -> &'static str {
    match c {
        '‘' | '’' | '′' => "'",
        '“' | '”' | '«' | '»' | '″' => "\"",
        '–' | '—' | '−' | '─' | '━' | '·' => "-",
        '│' => "|",
        '•' | '●' | '×' => "*",
        '→' | '▸' => ">",
        '←' => "<",
        '↑' | '▲' | '▴' => "^",
        '↓' | '▼' | '▾' => "v",
        '█' | '▓' | '┃' => "#",
        '▒' => ":",
        '░' | '…' => ".",
        '\u{a0}' => " ",
        // Marks that stand by themselves after their letter.
        '\u{300}'..='\u{36f}' => "",
        _ => {
            let base = MARKED.iter().find(|(_, marked)| marked.contains(c));
            base.map_or("?", |(base, _)| base)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_from_anywhere_become_ascii() {
        assert_eq!(to_ascii("Brčko – “élan” 和平"), "Brcko - \"elan\" ??");
    }

    #[test]
    fn vietnamese_loses_its_marks_and_no_letter() {
        assert_eq!(
            to_ascii("Đàm phán dưới lệnh ngừng bắn, thể diện, mập mờ, kỳ vọng"),
            "Dam phan duoi lenh ngung ban, the dien, map mo, ky vong"
        );
    }
}
