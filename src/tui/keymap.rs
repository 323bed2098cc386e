//! The table of keys: one source for what a key does, the footer, the help and the
//! handbook. The defaults are a file; the player's own file replaces single rows.

use super::action::{Action, Scope};
use super::chord::Chord;
use super::glyphs::Glyphs;
use crate::config::{self, Fault};
use crossterm::event::KeyEvent;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;
use std::path::Path;

const DEFAULT: &str = include_str!("../../assets/keys/default.ron");

/// One row of the table.
#[derive(Clone, Debug)]
pub struct Row {
    /// Where it holds.
    pub scope: Scope,
    /// What it asks for.
    pub action: Action,
    /// The keys that ask for it.
    pub chords: Vec<Chord>,
}

/// The table of keys.
#[derive(Clone, Debug)]
pub struct Keymap {
    rows: Vec<Row>,
}

impl Keymap {
    /// The keys as they come.
    pub fn standard() -> Result<Self, Fault> {
        let mut map = Self { rows: Vec::new() };
        map.patch(DEFAULT)?;
        Ok(map)
    }

    /// The keys as they come, with the player's own file over them.
    pub fn load() -> Result<Self, Fault> {
        let mut map = Self::standard()?;
        let Some(path) = config::config_dir().map(|dir| dir.join("keys.ron")) else {
            return Ok(map);
        };
        if let Some(text) = config::read(&path)? {
            map.patch(&text)
                .map_err(|fault| fault.in_file(&path, remedy(&path)))?;
        }
        Ok(map)
    }

    /// Replaces the rows that `text` names. Nothing is taken over if any of it is wrong.
    pub fn patch(&mut self, text: &str) -> Result<(), Fault> {
        let table: Unique<Scope, Unique<Action, Vec<Chord>>> = config::parse(text)?;
        let mut rows = self.rows.clone();
        for (scope, actions) in table.0 {
            for (action, chords) in actions.0 {
                match rows
                    .iter_mut()
                    .find(|r| r.scope == scope && r.action == action)
                {
                    Some(row) => row.chords = chords,
                    None => rows.push(Row {
                        scope,
                        action,
                        chords,
                    }),
                }
            }
        }
        if let Some((scope, one, other, chord)) = clash(&rows) {
            let key = chord.show(&super::glyphs::ASCII);
            let place = place_of(text, scope, one).or_else(|| place_of(text, scope, other));
            let what = format!(
                "in `{}` the key {key} would mean both `{}` and `{}`",
                scope.name(),
                one.name(),
                other.name()
            );
            return Err(Fault::new(place, what));
        }
        self.rows = rows;
        Ok(())
    }

    /// What a key asks for where these scopes hold, the first that knows it winning;
    /// the digit too, if it picks by number.
    pub fn action(&self, scopes: &[Scope], key: KeyEvent) -> Option<(Action, u8)> {
        scopes.iter().find_map(|scope| {
            let mut rows = self.rows.iter().filter(|row| row.scope == *scope);
            rows.find_map(|row| {
                row.chords
                    .iter()
                    .find_map(|chord| Some((row.action, chord.matches(key)?)))
            })
        })
    }

    /// The rows of one scope.
    pub fn rows(&self, scope: Scope) -> impl Iterator<Item = &Row> {
        self.rows
            .iter()
            .filter(move |row| row.scope == scope && !row.chords.is_empty())
    }

    /// The rows of one of these scopes, the `at`th, without the keys that mean something else
    /// in one before it.
    pub fn reachable(&self, scopes: &[Scope], at: usize) -> Vec<Row> {
        let taken = |chord: &Chord| {
            let rows = scopes[..at].iter().flat_map(|scope| self.rows(*scope));
            rows.flat_map(|row| &row.chords).any(|c| c == chord)
        };
        let rows = self.rows(scopes[at]).map(|row| Row {
            chords: row.chords.iter().filter(|c| !taken(c)).copied().collect(),
            ..*row
        });
        rows.filter(|row| !row.chords.is_empty()).collect()
    }

    /// The first key for an action where these scopes hold, as shown.
    pub fn key(&self, scopes: &[Scope], action: Action, glyphs: &Glyphs) -> Option<String> {
        let row = scopes
            .iter()
            .find_map(|s| self.rows(*s).find(|row| row.action == action))?;
        row.chords.first().map(|chord| chord.show(glyphs))
    }
}

impl Row {
    /// Its keys, as shown.
    pub fn keys(&self, glyphs: &Glyphs) -> String {
        let shown: Vec<_> = self.chords.iter().map(|chord| chord.show(glyphs)).collect();
        shown.join(" ")
    }
}

fn remedy(path: &Path) -> String {
    format!(
        "Mend the line, or remove {} to have the default keys.",
        path.display()
    )
}

/// The first key that means two things in one scope.
fn clash(rows: &[Row]) -> Option<(Scope, Action, Action, Chord)> {
    rows.iter().enumerate().find_map(|(at, row)| {
        rows[..at]
            .iter()
            .filter(|other| other.scope == row.scope)
            .find_map(|other| {
                let chord = row
                    .chords
                    .iter()
                    .find(|c| other.chords.iter().any(|o| o.overlaps(c)))?;
                Some((row.scope, row.action, other.action, *chord))
            })
    })
}

/// Line and column of the row for an action in the text of a key file.
fn place_of(text: &str, scope: Scope, action: Action) -> Option<(usize, usize)> {
    let from = text.find(&format!("\"{}\"", scope.name()))?;
    let at = from + text[from..].find(&format!("\"{}\"", action.name()))?;
    let before = &text[..at];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or(before).chars().count() + 1;
    Some((line, column))
}

/// A map in the order of its file, in which a name may stand once.
struct Unique<K, V>(Vec<(K, V)>);

impl<'de, K, V> Deserialize<'de> for Unique<K, V>
where
    K: Deserialize<'de> + PartialEq + Copy + fmt::Debug,
    V: Deserialize<'de>,
{
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Pairs<K, V>(PhantomData<(K, V)>);
        impl<'de, K, V> Visitor<'de> for Pairs<K, V>
        where
            K: Deserialize<'de> + PartialEq + Copy + fmt::Debug,
            V: Deserialize<'de>,
        {
            type Value = Unique<K, V>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map, { \"name\": value }")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut pairs: Vec<(K, V)> = Vec::new();
                while let Some(key) = map.next_key::<K>()? {
                    if pairs.iter().any(|(known, _)| *known == key) {
                        return Err(A::Error::custom(format!("`{key:?}` stands here twice")));
                    }
                    pairs.push((key, map.next_value()?));
                }
                Ok(Unique(pairs))
            }
        }
        from.deserialize_map(Pairs(PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::narrate::Phrases;
    use crossterm::event::{KeyCode, KeyModifiers};

    fn ask(map: &Keymap, scopes: &[Scope], c: char) -> Option<(Action, u8)> {
        map.action(scopes, KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE))
    }

    #[test]
    fn the_default_table_is_sound_and_every_action_in_it_is_described() {
        let map = Keymap::standard().unwrap();
        for scope in Scope::ALL {
            assert!(map.rows(*scope).count() > 0, "{scope:?} has no keys");
            assert!(
                !Phrases::english().of("key.scope.", scope.name()).is_empty(),
                "{scope:?}"
            );
        }
        for action in Action::ALL {
            assert!(
                map.rows.iter().any(|row| row.action == *action),
                "{action:?} has no key"
            );
            assert!(
                !Phrases::english().of("key.", action.name()).is_empty(),
                "{action:?}"
            );
        }
    }

    #[test]
    fn the_players_file_replaces_single_rows() {
        let mut map = Keymap::standard().unwrap();
        map.patch(r#"{ "move": { "up": ["w"] } }"#).unwrap();
        assert_eq!(ask(&map, &[Scope::Move], 'w'), Some((Action::Up, 0)));
        assert_eq!(ask(&map, &[Scope::Move], 'k'), None);
        assert_eq!(ask(&map, &[Scope::Move], 'j'), Some((Action::Down, 0)));
        assert_eq!(ask(&map, &[Scope::Move], '4'), Some((Action::Pick, 4)));
    }

    #[test]
    fn a_key_with_two_meanings_in_one_place_is_refused_with_the_place() {
        let mut map = Keymap::standard().unwrap();
        let fault = map
            .patch("{\n  \"move\": {\n    \"up\": [\"j\"],\n  },\n}")
            .unwrap_err();
        assert_eq!(fault.place, Some((3, 5)), "{fault}");
        assert!(fault.what.contains("the key j would mean both"), "{fault}");
        assert_eq!(
            ask(&map, &[Scope::Move], 'k'),
            Some((Action::Up, 0)),
            "nothing taken over"
        );
    }

    #[test]
    fn the_same_key_may_mean_another_thing_in_another_place() {
        let mut map = Keymap::standard().unwrap();
        map.patch(r#"{ "saves": { "delete": ["j"] } }"#).unwrap();
        assert_eq!(
            ask(&map, &[Scope::Saves, Scope::Move], 'j'),
            Some((Action::Delete, 0))
        );
        assert_eq!(ask(&map, &[Scope::Move], 'j'), Some((Action::Down, 0)));
    }

    #[test]
    fn unknown_names_and_keys_are_refused_with_line_and_column() {
        let mut map = Keymap::standard().unwrap();
        for (text, says) in [
            (
                "{\n \"move\": { \"upp\": [\"w\"] } }",
                "no such name: `upp`",
            ),
            (
                "{\n \"moves\": { \"up\": [\"w\"] } }",
                "no such name: `moves`",
            ),
            (
                "{\n \"move\": { \"up\": [\"hyper-w\"] } }",
                "no such key: `hyper-w`",
            ),
            (
                "{\n \"move\": { \"up\": [\"w\"], \"up\": [\"x\"] } }",
                "stands here twice",
            ),
        ] {
            let fault = map.patch(text).unwrap_err();
            assert_eq!(fault.place.map(|(line, _)| line), Some(2), "{fault}");
            assert!(fault.what.contains(says), "{fault}");
        }
    }
}
