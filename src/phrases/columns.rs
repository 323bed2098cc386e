//! Phrases that are shown in a column, and how wide that is.

/// Families of such phrases, by how their keys begin, and the columns that each may take.
const COLUMNS: [(&str, usize); 13] = [
    ("game.word.", 7),
    ("name.meter.", 8),
    ("name.meter_short.", 4),
    ("name.say.", 10),
    ("name.field.", 10),
    ("name.status.", 5),
    ("name.wording.", 5),
    ("name.event_kind.", 12),
    ("name.timer.", 19),
    ("name.tally.", 28),
    ("name.ending.", 48),
    ("name.span", 16),
    ("name.clock", 40),
];

/// How many columns the phrase under this key may take, if they are counted.
pub fn columns(key: &str) -> Option<usize> {
    let family = COLUMNS.iter().find(|(family, _)| key.starts_with(family));
    family.map(|(_, columns)| *columns)
}
