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
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' => "a",
        'ç' | 'ć' | 'č' => "c",
        'é' | 'è' | 'ê' | 'ë' => "e",
        'í' | 'ì' | 'î' | 'ï' => "i",
        'ñ' => "n",
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' => "o",
        'ú' | 'ù' | 'û' | 'ü' => "u",
        'É' | 'È' | 'Ê' => "E",
        'Á' | 'À' | 'Ä' | 'Å' => "A",
        'Ö' | 'Ø' | 'Ó' => "O",
        'Ü' | 'Ú' => "U",
        '\u{a0}' => " ",
        _ => "?",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_from_anywhere_become_ascii() {
        assert_eq!(to_ascii("Brčko – “élan” 和平"), "Brcko - \"elan\" ??");
    }
}
