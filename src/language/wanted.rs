//! Which language a player wants: the one place that decides.

use super::Language;

/// What was said on the command line goes first, then what is kept in the settings, then what
/// the system speaks.
pub fn wanted(
    given: Option<Language>,
    kept: Option<Language>,
    system: Option<Language>,
) -> Language {
    given.or(kept).or(system).unwrap_or_default()
}

/// The language of the locale that `variable` has the system speak (POSIX, 8.2): the first
/// that is set of `LC_ALL`, `LC_MESSAGES` and `LANG`, and not the next one if the game is not
/// told in that.
pub fn locale(variable: impl Fn(&str) -> Option<String>) -> Option<Language> {
    let set = |name| variable(name).filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(set)?;
    // `vi_VN.UTF-8@variant`, of which the language is the first part.
    let tag = locale.split(['_', '-', '.', '@']).next()?;
    tag.to_ascii_lowercase().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::Language::{English, Vietnamese};
    use super::*;

    #[test]
    fn the_command_line_goes_before_the_settings_and_these_before_the_locale() {
        let (en, vi) = (Some(English), Some(Vietnamese));
        assert_eq!(wanted(en, vi, vi), English);
        assert_eq!(wanted(None, vi, en), Vietnamese);
        assert_eq!(wanted(None, None, vi), Vietnamese);
        assert_eq!(wanted(None, None, None), English);
    }

    #[test]
    fn the_locale_is_that_of_the_first_variable_that_is_set() {
        let of = |set: &'static [(&str, &str)]| {
            locale(|name| {
                let found = set.iter().find(|(known, _)| *known == name);
                found.map(|(_, value)| (*value).to_owned())
            })
        };
        assert_eq!(of(&[("LANG", "vi_VN.UTF-8")]), Some(Vietnamese));
        assert_eq!(of(&[("LANG", "vi")]), Some(Vietnamese));
        assert_eq!(
            of(&[("LC_MESSAGES", "en_GB"), ("LANG", "vi_VN")]),
            Some(English)
        );
        assert_eq!(
            of(&[("LC_ALL", ""), ("LC_MESSAGES", "vi_VN.utf8")]),
            Some(Vietnamese)
        );
        assert_eq!(of(&[("LC_ALL", "fr_FR"), ("LANG", "vi_VN")]), None);
        assert_eq!(of(&[("LANG", "C.UTF-8")]), None);
        assert_eq!(of(&[]), None);
    }
}
