//! `--set KEY=VALUE`: a scenario with some of its numbers changed, for teachers and for
//! experiments. A save records what was set, so that it can be set again.
//!
//! ```text
//! first_mover=100                  a rule constant
//! clause.guarantees.on_agenda=false
//! clause.missiles.status_quo=2.5   also .reversible
//! us.start.pressure=45             also .grip, .recovery, .price_burden; roles work too
//! ```

use super::number::{tenths, written};
use super::text::Text;
use super::{Scenario, constants, suggest};
use crate::rules::constants::Constants;
use crate::rules::meter::Tenths;
use crate::rules::side::Side;
use crate::rules::tables::Tables;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

const CLAUSE_KEYS: [&str; 3] = ["on_agenda", "status_quo", "reversible"];
const SIDE_KEYS: [&str; 4] = ["start", "grip", "recovery", "price_burden"];
const GAUGES: [&str; 5] = ["pressure", "face", "strain", "strength", "trust"];

/// One thing that is set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Override {
    key: String,
    value: String,
}

/// Why something cannot be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetError {
    /// What was asked for.
    pub setting: String,
    /// What is wrong with it.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
}

impl std::error::Error for SetError {}

impl fmt::Display for SetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot set {:?}: {}", self.setting, self.message)?;
        self.help
            .as_ref()
            .map_or(Ok(()), |help| write!(f, "; {help}"))
    }
}

impl FromStr for Override {
    type Err = SetError;

    fn from_str(text: &str) -> Result<Self, SetError> {
        match text
            .split_once('=')
            .map(|(key, value)| (key.trim(), value.trim()))
        {
            Some((key, value)) if !key.is_empty() && !value.is_empty() => Ok(Self {
                key: key.into(),
                value: value.into(),
            }),
            _ => Err(SetError {
                setting: text.into(),
                message: "it is not of the form KEY=VALUE".into(),
                help: None,
            }),
        }
    }
}

impl TryFrom<String> for Override {
    type Error = SetError;
    fn try_from(text: String) -> Result<Self, SetError> {
        text.parse()
    }
}

impl From<Override> for String {
    fn from(set: Override) -> Self {
        set.to_string()
    }
}

impl fmt::Display for Override {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={}", self.key, self.value)
    }
}

/// All that is set, in order; what comes later wins.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Overrides(pub Vec<Override>);

impl fmt::Display for Overrides {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, set) in self.0.iter().enumerate() {
            write!(f, "{}{set}", if n == 0 { "" } else { " " })?;
        }
        Ok(())
    }
}

impl Overrides {
    /// Whether nothing is set.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The scenario with all of it set.
    ///
    /// # Errors
    /// On the first key that is unknown or value that is out of range, and if the result
    /// contradicts itself.
    pub fn apply(&self, mut scenario: Scenario) -> Result<Scenario, SetError> {
        for set in &self.0 {
            set.apply(&mut scenario.tables, &scenario.text)?;
        }
        scenario.set.0.extend_from_slice(&self.0);
        if let Some(last) = self.0.last() {
            coherent(&scenario.tables).map_err(|message| last.error(message, None))?;
        }
        Ok(scenario)
    }
}

/// Whether the tables can still be played.
fn coherent(tables: &Tables) -> Result<(), String> {
    let c = &tables.constants;
    if let Some((_, message)) = constants::conflicts(c).first() {
        return Err(format!("together with the rest, {message}"));
    }
    let agenda = tables
        .clauses
        .iter()
        .filter(|clause| clause.on_agenda)
        .count() as i32;
    if agenda == 0 {
        return Err("no clause would be on the agenda".into());
    }
    if c.clauses_to_sign > agenda {
        return Err(format!(
            "a treaty would need {} clear clauses, and only {agenda} are on the agenda",
            c.clauses_to_sign
        ));
    }
    if tables
        .sides
        .0
        .iter()
        .any(|side| side.grip as i32 > c.grip_max)
    {
        return Err("a side would begin with a grip above `grip_max`".into());
    }
    Ok(())
}

impl Override {
    /// What is set.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// What it is set to.
    pub fn value(&self) -> &str {
        &self.value
    }

    fn error(&self, message: impl Into<String>, help: Option<String>) -> SetError {
        SetError {
            setting: self.to_string(),
            message: message.into(),
            help,
        }
    }

    fn apply(&self, tables: &mut Tables, text: &Text) -> Result<(), SetError> {
        let parts: Vec<&str> = self.key.split('.').collect();
        match parts.as_slice() {
            [name] => self.constant(&mut tables.constants, name),
            ["clause", id, what] => self.clause(tables, text, id, what),
            [side, rest @ ..] if text.side_named(side).is_some() => {
                let side = text.side_named(side).unwrap_or(Side::Presser);
                self.side(tables, side, rest)
            }
            _ => {
                let sides = text.sides.0.iter().map(|side| side.id.as_str());
                let known = ["clause", "presser", "holder"].into_iter().chain(sides);
                let help = suggest::help(parts[0], known)
                    .map(|help| format!("before the first dot, {help}"));
                Err(self.error("there is no such key", help))
            }
        }
    }

    fn constant(&self, constants: &mut Constants, name: &str) -> Result<(), SetError> {
        let Some(at) = Constants::KEYS.iter().position(|key| key.name == name) else {
            return Err(self.error("there is no such constant", constants::suggestion(name)));
        };
        let key = &Constants::KEYS[at];
        let mut values = constants.values();
        let why = |message| self.error(message, Some(key.doc.to_owned()));
        values[at] = constants::stored(key, self.number()?).map_err(why)?;
        let mut values = values.into_iter();
        let rebuilt = Constants::build(|key| {
            Ok::<_, std::convert::Infallible>(values.next().unwrap_or(key.min))
        });
        let Ok(rebuilt) = rebuilt;
        *constants = rebuilt;
        Ok(())
    }

    fn clause(
        &self,
        tables: &mut Tables,
        text: &Text,
        id: &str,
        what: &str,
    ) -> Result<(), SetError> {
        let Some(clause) = text.clause_named(id) else {
            let ids = text.clauses.iter().map(|clause| clause.id.as_str());
            return Err(self.error("there is no such clause", suggest::help(id, ids)));
        };
        let table = &mut tables.clauses[clause.index()];
        match what {
            "on_agenda" => {
                let wrong = |_| self.error("it must be true or false", None);
                table.on_agenda = self.value.parse().map_err(wrong)?;
            }
            "status_quo" => table.quo = self.within(0, 40)? as u8,
            "reversible" => table.reversible = self.whole(0, 100)? as u8,
            _ => {
                let help = suggest::help(what, CLAUSE_KEYS);
                return Err(self.error("a clause has no such key", help));
            }
        }
        Ok(())
    }

    fn side(&self, tables: &mut Tables, side: Side, rest: &[&str]) -> Result<(), SetError> {
        let most = tables.constants.grip_max;
        let table = &mut tables.sides[side];
        match rest {
            ["start", gauge] => {
                let Some(at) = GAUGES.iter().position(|name| name == gauge) else {
                    return Err(self.error("there is no such meter", suggest::help(gauge, GAUGES)));
                };
                table.start[at] = Tenths::of(self.within(0, 1000)?);
            }
            ["grip"] => table.grip = self.whole(0, most)? as u8,
            ["recovery"] => table.recovery = Tenths::of(self.within(0, 200)?),
            ["price_burden"] => table.price_burden = self.whole(0, 1000)? as i16,
            _ => {
                let key = rest.first().copied().unwrap_or("");
                return Err(self.error("a side has no such key", suggest::help(key, SIDE_KEYS)));
            }
        }
        Ok(())
    }

    fn number(&self) -> Result<i32, SetError> {
        tenths(&self.value).map_err(|why| self.error(format!("`{}` {why}", self.value), None))
    }

    /// The value in tenths, in a range of tenths.
    fn within(&self, min: i32, max: i32) -> Result<i32, SetError> {
        let value = self.number()?;
        if (min..=max).contains(&value) {
            return Ok(value);
        }
        Err(self.error(
            format!("it must be {} to {}", written(min), written(max)),
            None,
        ))
    }

    /// The value as a whole number, in a range.
    fn whole(&self, min: i32, max: i32) -> Result<i32, SetError> {
        let value = self.within(min * 10, max * 10)?;
        if value % 10 == 0 {
            return Ok(value / 10);
        }
        Err(self.error("it must be a whole number", None))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::meter::Gauge;

    fn set(settings: &[&str]) -> Result<Scenario, SetError> {
        let all: Result<Vec<Override>, SetError> = settings.iter().map(|s| s.parse()).collect();
        Overrides(all?).apply(Scenario::load("gulf").expect("gulf is sound"))
    }

    #[test]
    fn what_is_set_holds_and_nothing_else_moves() {
        let plain = Scenario::load("gulf").expect("gulf is sound");
        let mut changed = set(&[
            " first_mover = 100 ",
            "concede_face=1.5",
            "clause.guarantees.on_agenda=false",
            "us.start.trust=12.5",
            "holder.grip=2",
        ])
        .expect("all of it can be set");
        let side = &changed.tables.sides[Side::Presser];
        assert_eq!(side.start[Gauge::Trust as usize], Tenths(125));
        assert_eq!(changed.tables.sides[Side::Holder].grip, 2);
        assert_eq!(changed.tables.constants.first_mover, 100);
        assert_eq!(changed.tables.constants.concede_face, Tenths(15));
        let guarantees = changed.text.clause_named("guarantees").expect("it exists");
        assert!(!changed.tables.clauses[guarantees.index()].on_agenda);

        changed.tables.constants = plain.tables.constants;
        changed.tables.sides = plain.tables.sides.clone();
        changed.tables.clauses = plain.tables.clauses.clone();
        assert_eq!(changed.tables, plain.tables);
        assert_eq!(changed.hash, plain.hash);
    }

    #[test]
    fn what_cannot_be_set_is_refused_with_a_remedy() {
        let refused = |settings: &[&str]| match set(settings) {
            Ok(_) => panic!("{settings:?} was set"),
            Err(error) => error.to_string(),
        };
        let report = [
            refused(&["first_mover"]),
            refused(&["=3"]),
            refused(&["frist_mover=100"]),
            refused(&["first_mover=1000"]),
            refused(&["first_mover=100.5"]),
            refused(&["concede_face=0.85"]),
            refused(&["concede_face=much"]),
            refused(&["clause.guarantee.on_agenda=false"]),
            refused(&["clause.guarantees.on_agend=false"]),
            refused(&["clause.guarantees.on_agenda=no"]),
            refused(&["clause.missiles.status_quo=4.1"]),
            refused(&["uss.start.trust=3"]),
            refused(&["us.start.trus=3"]),
            refused(&["us.start.trust=101"]),
            refused(&["us.strat.trust=3"]),
            refused(&["us.grip=1.5"]),
            refused(&["drift_min=9", "drift_max=1"]),
            refused(&["clauses_to_sign=12"]),
        ];
        insta::assert_snapshot!(report.join("\n"));
    }

    #[test]
    fn a_setting_survives_a_save() {
        let all = Overrides(vec!["first_mover = 100".parse().expect("it is KEY=VALUE")]);
        let text = serde_json::to_string(&all).expect("it serialises");
        assert_eq!(text, r#"["first_mover=100"]"#);
        assert_eq!(
            serde_json::from_str::<Overrides>(&text).expect("it reads back"),
            all
        );
    }
}
