//! The names of save files: `gulf-us-2026-11-24-1.ron`.

use super::header::Header;
use crate::language::ascii::to_ascii;
use crate::scenario::Scenario;

/// The first part of a save's file name: the scenario, the person's side (or `watch` if no
/// person plays, `both` if two do), and the day the game began; of an exercise its id and the
/// student, so that a folder of them can be read. ASCII, readable, and of no
/// use to leave the folder with.
pub fn stem(header: &Header, scenario: &Scenario) -> String {
    let sides = header
        .seats
        .iter()
        .filter(|(_, seat)| **seat == super::Seat::Person)
        .map(|(side, _)| scenario.text.side(side).id.as_str())
        .collect::<Vec<_>>();
    let who = match sides[..] {
        [] => "watch",
        [side] => side,
        _ => "both",
    };
    if let Some(exercise) = &header.exercise {
        return plain(&format!("{}-{}", exercise.id, exercise.student));
    }
    let (year, month, day) = date(header.created);
    plain(&format!(
        "{}-{who}-{year:04}-{month:02}-{day:02}",
        header.scenario
    ))
}

/// Lower-case ASCII letters, digits and hyphens; letters lose their marks, and anything else
/// becomes a hyphen.
pub(super) fn plain(name: &str) -> String {
    let plain = |c: char| match c {
        'a'..='z' | '0'..='9' | '-' => c,
        'A'..='Z' => c.to_ascii_lowercase(),
        _ => '-',
    };
    to_ascii(name).chars().take(80).map(plain).collect()
}

/// The day (UTC) of a moment in seconds since 1970, as year, month and day, by the
/// proleptic Gregorian calendar (Howard Hinnant, "chrono-compatible low-level date
/// algorithms").
fn date(seconds: u64) -> (u64, u64, u64) {
    // No calendar reaches further than four digits of a year.
    let days = (seconds / 86_400).min(2_932_896) + 719_468;
    let era = days / 146_097;
    let of_era = days % 146_097;
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 {
        from_march + 3
    } else {
        from_march - 9
    };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        assert_eq!(date(0), (1970, 1, 1));
        assert_eq!(date(951_782_399), (2000, 2, 28));
        assert_eq!(date(951_782_400), (2000, 2, 29));
        assert_eq!(date(1_795_478_400), (2026, 11, 24));
        assert_eq!(date(u64::MAX), (9999, 12, 31));
    }

    #[test]
    fn a_student_is_known_by_the_file() {
        assert_eq!(plain("Nguyễn Văn Ân"), "nguyen-van-an");
        assert_eq!(plain("Ba\u{309}o"), "bao");
    }

    #[test]
    fn a_name_cannot_leave_its_folder() {
        assert_eq!(plain("../和/a.b"), "-----a-b");
    }
}
