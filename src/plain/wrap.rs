//! Lines of a given width, broken between words.

use unicode_width::UnicodeWidthStr;

/// Breaks a text into lines of at most `width` columns; each line after the first of a
/// paragraph begins with `hang` spaces. A word wider than that stands alone, unbroken.
pub fn wrap(text: &str, width: usize, hang: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let lead = paragraph.len() - paragraph.trim_start_matches(' ').len();
        let mut line = " ".repeat(lead);
        let mut used = lead;
        let mut empty = true;
        for word in paragraph.split_whitespace() {
            let wide = word.width();
            if !empty && used + 1 + wide > width {
                lines.push(std::mem::replace(&mut line, " ".repeat(lead + hang)));
                used = lead + hang;
                empty = true;
            }
            if !empty {
                line.push(' ');
                used += 1;
            }
            line.push_str(word);
            used += wide;
            empty = false;
        }
        lines.push(if empty { String::new() } else { line });
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn lines_break_between_words_and_hang() {
        assert_eq!(wrap("1 one two three", 8, 2), ["1 one", "  two", "  three"]);
    }

    #[test]
    fn an_empty_line_parts_paragraphs() {
        assert_eq!(wrap("one\n\ntwo", 80, 0), ["one", "", "two"]);
    }

    #[test]
    fn a_word_that_is_too_wide_stands_alone() {
        assert_eq!(wrap("a unbreakable b", 5, 0), ["a", "unbreakable", "b"]);
    }

    #[test]
    fn width_is_counted_in_columns() {
        assert_eq!(wrap("Tiếng Việt Nam", 10, 0), ["Tiếng Việt", "Nam"]);
    }
}
