//! "Did you mean": the known name nearest to one that is not known.

/// The most names that are listed when none is near.
const MAX_LISTED: usize = 16;

/// The fewest letters by which a longer name can be meant.
const SHORTENED: usize = 3;

/// The candidate nearest to the word, if one is near enough to be meant.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > 64 {
        return None;
    }
    let word = word.to_lowercase();
    let letters = word.chars().count();
    let allowed = (letters / 3).clamp(1, 4);
    candidates
        .into_iter()
        .map(|candidate| {
            let lower = candidate.to_lowercase();
            let whole = lower == word.replace(['-', ' '], "_");
            let begun = letters >= SHORTENED && lower.starts_with(&word);
            // Of those that begin so, the shortest is the nearest.
            match (whole, begun) {
                (true, _) => (0, 0, candidate),
                (_, true) => (0, lower.len(), candidate),
                _ => (strsim::osa_distance(&lower, &word), 0, candidate),
            }
        })
        .filter(|(distance, _, candidate)| *distance <= allowed && *distance < candidate.len())
        .min_by_key(|(distance, longer, _)| (*distance, *longer))
        .map(|(.., candidate)| candidate)
}

/// What to say to someone who wrote a name that is not known.
pub fn help<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str> + Clone,
) -> Option<String> {
    if let Some(near) = nearest(word, candidates.clone()) {
        return Some(format!("did you mean `{near}`?"));
    }
    let known: Vec<&str> = candidates.into_iter().collect();
    (1..=MAX_LISTED)
        .contains(&known.len())
        .then(|| format!("known are: {}", known.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_recognised() {
        let known = ["missiles", "stockpile", "shipping"];
        assert_eq!(nearest("misiles", known), Some("missiles"));
        assert_eq!(nearest("Shiping", known), Some("shipping"));
        assert_eq!(nearest("weather", known), None);
        assert_eq!(nearest("stock", known), Some("stockpile"));
        assert_eq!(nearest("st", known), None);
    }

    #[test]
    fn when_nothing_is_near_a_short_list_is_shown_whole() {
        let help = help("zzz", ["hold", "build"]);
        assert_eq!(help.as_deref(), Some("known are: hold, build"));
    }
}
