//! Role sheets of any scenario, put together from its own words: what whoever speaks for a side
//! knows before the game, in two lengths. What the game deals in secret is in neither.

use super::markdown::fold;
use super::material::Document;
use super::{Narrator, Values};
use crate::rules::clause::{ClauseId, Level};
use crate::rules::plan::Field;
use crate::rules::side::Side;
use std::fmt::Write;

/// How many questions stand at the end of a long sheet.
const QUESTIONS: usize = 3;

/// How much a sheet tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Length {
    Short,
    Long,
}

impl Length {
    const fn key(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Long => "long",
        }
    }
}

impl Narrator<'_> {
    /// The role sheets of both sides, each short and long, numbered from `first` on.
    pub fn role_sheets(&self, first: usize) -> Vec<Document> {
        let lengths = [Length::Short, Length::Long];
        let sheets = Side::BOTH
            .into_iter()
            .flat_map(|side| lengths.map(|length| (side, length)));
        let document = |(at, (side, length)): (usize, (Side, Length))| {
            let name = format!("{}-{}", self.side(side).id, length.key());
            Document {
                file: format!("{:02}-{name}.md", first + at).into(),
                name: name.into(),
                text: self.role_sheet(side, length).into(),
            }
        };
        sheets.enumerate().map(document).collect()
    }

    fn role_sheet(&self, side: Side, length: Length) -> String {
        let (own, them) = (self.side(side), self.side(side.other()));
        let values: Values = &[
            ("capital", &own.capital),
            ("other", &them.capital),
            ("title", &self.text.title),
            ("own_first", &own.precondition),
            ("their_first", &them.precondition),
        ];
        let mut sheet = Sheet::default();
        let say = |key: &str| self.say("material.role.", key, values);
        sheet.paragraph(&format!("# {}", say(length.key())));
        sheet.paragraph(&say("about"));
        if length == Length::Long {
            sheet.paragraph(&format!("## {}", say("stands")));
            sheet.paragraph(&self.text.summary);
            sheet.paragraph(&format!("## {}", say("side")));
        }
        for part in own.role.split("\n\n") {
            sheet.paragraph(part);
        }
        if length == Length::Long {
            sheet.paragraph(&format!("## {}", say("first")));
        }
        sheet.paragraph(&say("own_first"));
        sheet.paragraph(&say("their_first"));
        if length == Length::Long {
            sheet.paragraph(&format!("## {}", say("agenda")));
            sheet.paragraph(&say("agenda.lead"));
            for id in self.scenario.tables.clause_ids() {
                if self.scenario.tables.clauses[id.index()].on_agenda {
                    sheet.item("-", &self.at_issue(id, side));
                }
            }
            sheet.paragraph(&format!("## {}", say("field")));
            let acts = Field::ALL
                .into_iter()
                .filter(|field| *field != Field::AllOut);
            let acts: Vec<&str> = acts.map(|field| own.field(field)).collect();
            let acts = acts.join(self.words.get("plain.join"));
            sheet.paragraph(&self.say("material.role.", "acts", &[("acts", &acts)]));
            sheet.paragraph(&format!("## {}", say("asked")));
            sheet.paragraph(&say("asked.lead"));
            for objective in &own.objectives {
                let values: Values = &[("name", &objective.name), ("text", &objective.text)];
                sheet.item("-", &self.say("material.role.", "objective", values));
            }
            sheet.paragraph(&format!("## {}", say("decide")));
            for at in 1..=QUESTIONS {
                let question = say(&format!("decide.question{at}"));
                sheet.item(&format!("{at}."), &question);
            }
        }
        sheet.paragraph(&say("secret"));
        sheet.0
    }

    /// What a clause is about, what each side would have, and to whom things are nearer until it
    /// is agreed.
    fn at_issue(&self, id: ClauseId, side: Side) -> String {
        let clause = self.clause(id);
        let quo = i32::from(self.scenario.tables.clauses[id.index()].quo);
        let away = (quo - 10 * i32::from(Level::ideal(side).0)).abs();
        let nearer = match away {
            ..=16 => "nearer.own",
            24.. => "nearer.theirs",
            _ => "nearer.neither",
        };
        let values: Values = &[
            ("clause", &clause.name),
            ("stake", &clause.stake),
            ("own", &self.level(id, Level::ideal(side))),
            ("theirs", &self.level(id, Level::ideal(side.other()))),
            ("nearer", &self.say("material.role.", nearer, &[])),
        ];
        self.say("material.role.", "clause", values)
    }
}

/// A sheet in Markdown.
#[derive(Default)]
struct Sheet(String);

impl Sheet {
    fn paragraph(&mut self, text: &str) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.0.push_str(&fold("", text));
    }

    fn item(&mut self, mark: &str, text: &str) {
        // A list stands apart from what leads to it, and its items stand together.
        let marked = |line: &str| line.starts_with('-') || line.starts_with(char::is_numeric);
        let last = self.0.lines().rev().find(|line| !line.starts_with(' '));
        if !last.is_some_and(marked) {
            self.0.push('\n');
        }
        let _ = write!(self.0, "{}", fold(&format!("{mark} "), text));
    }
}
