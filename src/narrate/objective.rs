//! Objectives in words: what each asks, and how far that is met.

use super::{Eyes, Key, Line, Narrator, Tone, Values, points};
use crate::rules::meter::Tenths;
use crate::rules::reading::{Fate, Measure, Prospect, Reader, Reading};
use crate::rules::state::Private;
use crate::rules::view::View;

/// An objective as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// What it is called.
    pub name: String,
    /// What the capital says of it.
    pub text: String,
    /// What it asks, each condition with how it stands: "Face 55 or more (now 41)".
    pub test: String,
    /// What it gives, in mission points: "+9 mission points, or -3".
    pub prize: String,
    /// How it stands as a whole, in a word or two.
    pub word: String,
    /// The same as a value.
    pub prospect: Prospect,
}

impl Goal {
    /// How it strikes its reader.
    pub const fn tone(&self) -> Tone {
        match self.prospect {
            Prospect::Met => Tone::Good,
            Prospect::Unmet => Tone::Neutral,
            Prospect::Lost => Tone::Bad,
            Prospect::Unknown => Tone::Quiet,
        }
    }
}

impl Narrator<'_> {
    /// The objectives that the reader's side was dealt, as they stand.
    pub fn goals(&self, reader: &Reader, own: &Private) -> Vec<Goal> {
        let dealt = own.objectives.into_iter();
        dealt.filter_map(|at| self.goal(reader, at)).collect()
    }

    /// The same in a line each, for a side that asks what matters now.
    pub fn goal_lines(&self, view: &View) -> Vec<Line> {
        let reader = Reader::of(&self.scenario.tables, view);
        let line = |goal: Goal| {
            let values: Values = &[
                ("name", &goal.name),
                ("word", &goal.word),
                ("test", &goal.test),
            ];
            Line {
                text: self.words.fill("fact.goal.line", values),
                tone: goal.tone(),
                side: Some(view.side),
            }
        };
        let goals = self.goals(&reader, &view.own).into_iter();
        goals.map(line).collect()
    }

    fn goal(&self, reader: &Reader, objective: u8) -> Option<Goal> {
        let side = reader.side();
        let words = self.side(side).objectives.get(usize::from(objective))?;
        let table = &self.scenario.tables.sides[side].objectives[usize::from(objective)];
        let readings = reader.read(table.met);
        let over = reader.is_over();
        let prospect = Prospect::of(&readings);
        let word = match (prospect, over) {
            (Prospect::Met, false) => "fact.goal.met",
            (Prospect::Unmet, false) => "fact.goal.unmet",
            (Prospect::Lost, false) => "fact.goal.lost",
            (Prospect::Unknown, false) => "fact.goal.unknown",
            (Prospect::Met, true) => "fact.goal.was_met",
            (_, true) => "fact.goal.was_missed",
        };
        let each = readings.iter().map(|reading| self.reading(reader, reading));
        let each: Vec<String> = each.collect();
        let prize: Values = &[
            ("reward", &points(table.reward)),
            ("penalty", &points(table.penalty)),
        ];
        let stakes = if table.penalty > Tenths::ZERO {
            "fact.goal.prize.or"
        } else {
            "fact.goal.prize"
        };
        Some(Goal {
            name: words.name.clone(),
            text: words.text.clone(),
            test: each.join(self.words.get("fact.and")),
            prize: self.words.fill(stakes, prize),
            word: self.words.get(word).into(),
            prospect,
        })
    }

    /// A condition and how it stands: "clauses agreed: 3 or more (now 1)".
    fn reading(&self, reader: &Reader, reading: &Reading) -> String {
        // With the cards open both sides' are read side by side, so that each is named.
        let eyes = Eyes {
            actor: reader.side(),
            viewer: reader.is_side().then_some(reader.side()),
        };
        let test = self.condition(reading.test, eyes);
        let stands = self.stands(reader.is_over(), reading);
        let values: Values = &[("test", &test), ("stands", &stands)];
        self.words.fill("fact.reading", values)
    }

    fn stands(&self, over: bool, reading: &Reading) -> String {
        let family = if over { "fact.was." } else { "fact.now." };
        let told = |member: &str, values: Values| self.say(family, member, values);
        match (reading.at, reading.met, reading.fate) {
            (Some(Measure::Meter(range)), ..) => {
                told("number", &[("n", &self.range(range.low, range.high))])
            }
            (Some(Measure::Count(n)), ..) => told("number", &[("n", &n)]),
            (Some(Measure::Level(Some(level))), ..) => told("level", &[("level", &level.0)]),
            (Some(Measure::Level(None)), ..) => told("open", &[]),
            (Some(Measure::Clause(status)), ..) => told(status.key(), &[]),
            (None, None, _) => told("hidden", &[]),
            (None, Some(true), _) if over => told("yes", &[]),
            (None, Some(false), _) if over => told("no", &[]),
            (None, Some(true), Fate::End) => told("yes.end", &[]),
            (None, Some(false), Fate::End) => told("no.end", &[]),
            (None, Some(true), Fate::Sealed) => told("yes.sealed", &[]),
            (None, Some(false), Fate::Sealed) => told("no.sealed", &[]),
            (None, Some(true), Fate::Open) => told("yes", &[]),
            (None, Some(false), Fate::Open) => told("no", &[]),
        }
    }
}
