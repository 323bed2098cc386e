//! How wide the lines are.

/// What is assumed where nobody says.
pub const DEFAULT: usize = 80;

/// The width that `$COLUMNS` asks for, within reason.
pub fn columns(columns: Option<&str>) -> usize {
    columns
        .and_then(|columns| columns.trim().parse().ok())
        .filter(|columns| (20..=1000).contains(columns))
        .unwrap_or(DEFAULT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_width_without_reason_counts_as_none() {
        for odd in [
            None,
            Some(""),
            Some("0"),
            Some("-3"),
            Some("wide"),
            Some("99999999999999"),
        ] {
            assert_eq!(columns(odd), DEFAULT, "{odd:?}");
        }
        assert_eq!(columns(Some("120")), 120);
    }
}
