//! What was written elsewhere, quoted: short, and without hold of the terminal that shows it.

/// The first so many characters of a text, with dots if there are more. What is not to be seen,
/// control characters above all, is escaped, and counts as one.
pub fn excerpt(text: &str, most: usize) -> String {
    let mut rest = text.chars();
    let mut shown = String::new();
    for c in rest.by_ref().take(most) {
        match c {
            // A quote within quotes is plain enough, and JSON is full of them.
            '"' | '\'' | '\\' => shown.push(c),
            _ => shown.extend(c.escape_debug()),
        }
    }
    if !rest.as_str().is_empty() {
        shown.push_str("...");
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_text_is_quoted_as_it_is() {
        for text in ["", "hold", r#"{"t":"act","why":"c:\\"}"#, "Hòa đàm"] {
            assert_eq!(excerpt(text, 30), text);
        }
    }

    #[test]
    fn a_long_text_is_cut_between_letters_and_what_would_move_a_cursor_is_escaped() {
        assert_eq!(excerpt(&"đ".repeat(60_000), 3), "đđđ...");
        assert_eq!(excerpt("\u{1b}[2J\r\u{202e}x\n", 5), r"\u{1b}[2J\r...");
        assert_eq!(excerpt("\u{202e}x\n\u{9b}", 4), r"\u{202e}x\n\u{9b}");
    }
}
