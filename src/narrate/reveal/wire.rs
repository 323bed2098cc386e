//! The international wire: who said, did and agreed what, as far as is known.

use super::public::Fortnight;
use super::{Draft, Line, Tone, Voice, edited, uses};
use crate::narrate::{Key, Values};
use crate::rules::clause::{Channel, ClauseId, Level, Wording};
use crate::rules::ending::Ending;
use crate::rules::outcome::{By, Outcome, Refusal};
use crate::rules::plan::{Field, Offer, Say, Table};
use crate::rules::side::{PerSide, Side};

const WIRE: &str = "wire.";

struct Wire<'v> {
    voice: &'v Voice<'v>,
    drafts: Vec<Draft>,
}

impl Voice<'_> {
    /// What the wire reports of a round.
    pub(super) fn wire(&self, seen: &Fortnight) -> Vec<Line> {
        let mut wire = Wire {
            voice: self,
            drafts: Vec::new(),
        };
        wire.words(seen);
        for side in Side::BOTH {
            wire.deed(side, seen.acted[side]);
            wire.table(side, seen.tabled[side]);
        }
        for &outcome in &seen.events {
            match outcome {
                Outcome::Blamed(side, _) => {
                    let member = format!("blamed.{}", seen.fault(side));
                    wire.print(48, &member, Some(side), Tone::Warn, &[]);
                }
                Outcome::Incident(side) if !seen.talks() => wire.counted(side),
                _ => wire.event(outcome),
            }
        }
        if seen.talks() && !seen.over() {
            if seen.acted.0 == [Field::HoldFire; 2] && !seen.incident() {
                wire.print(12, "calm", None, Tone::Quiet, &[]);
            }
            if seen.tabled.0 == [Table::Hold; 2] && seen.is_idle() {
                wire.print(28, "no_move", None, Tone::Quiet, &[]);
            }
        }
        edited(wire.drafts)
    }

    /// What the wire reports of a thing that came with the news and not with the plans, if it
    /// is one for the wire.
    pub(super) fn bulletin(&self, outcome: Outcome) -> Option<Line> {
        let is_for_the_wire = matches!(
            outcome,
            Outcome::Agreed { .. }
                | Outcome::Clarified { .. }
                | Outcome::Broke(_)
                | Outcome::Reopened(_)
                | Outcome::Waived(_)
                | Outcome::Extended(_)
                | Outcome::Ended(_)
        );
        let mut wire = Wire {
            voice: self,
            drafts: Vec::new(),
        };
        match outcome {
            Outcome::Incident(side) => wire.counted(side),
            _ if is_for_the_wire => wire.event(outcome),
            _ => {}
        }
        wire.drafts.pop().map(|draft| draft.line)
    }
}

impl Wire<'_> {
    fn print(&mut self, weight: u8, member: &str, side: Option<Side>, tone: Tone, more: Values) {
        let narrator = self.voice.narrator;
        let about = side.unwrap_or(Side::Presser);
        let words = narrator.side(about);
        let other = narrator.capital(about.other());
        let mut values = more.to_vec();
        values.extend_from_slice(&[
            ("capital", &words.capital),
            ("adjective", &words.adjective),
            ("other", &other),
        ]);
        let offset = uses(&self.drafts, member);
        let text = self.voice.vary(WIRE, member, offset, &values);
        let line = Line { text, tone, side };
        self.drafts.push(Draft {
            weight,
            member: member.into(),
            line,
        });
    }

    /// A line about a clause, with the text at a level of it.
    fn clause(
        &mut self,
        weight: u8,
        member: &str,
        side: Option<Side>,
        tone: Tone,
        (id, level): (ClauseId, Option<Level>),
    ) {
        let narrator = self.voice.narrator;
        let text = level.map_or("", |level| narrator.level(id, level).trim_end_matches('.'));
        let name = &narrator.clause(id).name;
        self.print(
            weight,
            member,
            side,
            tone,
            &[("clause", name), ("text", &text)],
        );
    }

    fn words(&mut self, seen: &Fortnight) {
        let PerSide([Some(first), Some(second)]) = seen.said else {
            return;
        };
        if first == second {
            let member = format!("both_say.{}", first.key());
            let member = self.voice.suited(WIRE, &member, &seen.against());
            return self.print(30, &member, None, Tone::Neutral, &[]);
        }
        let narrator = self.voice.narrator;
        let piece = |side: Side, say: Say| {
            let (own, other) = (narrator.capital(side), narrator.capital(side.other()));
            narrator.say(
                "wire.says.",
                say.key(),
                &[("capital", &own), ("other", &other)],
            )
        };
        let values: Values = &[
            ("first", &piece(Side::Presser, first)),
            ("second", &piece(Side::Holder, second)),
        ];
        let text = narrator.words.fill("wire.say_each", values);
        let line = Line {
            text,
            tone: Tone::Neutral,
            side: None,
        };
        self.drafts.push(Draft {
            weight: 30,
            member: "says".into(),
            line,
        });
    }

    fn deed(&mut self, side: Side, field: Field) {
        let (weight, tone) = match field {
            Field::HoldFire => return,
            Field::BuildUp => (45, Tone::Warn),
            Field::Covert => (72, Tone::Bad),
            Field::Strike => (85, Tone::Bad),
            Field::Squeeze => (55, Tone::Warn),
            Field::Ease => (52, Tone::Good),
            Field::AllOut => (88, Tone::Bad),
        };
        let member = format!("act.{}", field.key());
        let member = self.voice.suited(WIRE, &member, &[side.key()]);
        self.print(weight, &member, Some(side), tone, &[]);
    }

    fn table(&mut self, side: Side, table: Table) {
        match table {
            Table::Offer(Offer {
                clause,
                level,
                wording,
                channel,
            }) => {
                // A mediator's paper has no author.
                let (kind, from) = match channel {
                    Channel::Mediator => ("mediator", None),
                    _ => ("offer", Some(side)),
                };
                let member = format!("{kind}.{}", wording.key());
                self.clause(65, &member, from, Tone::Neutral, (clause, Some(level)));
            }
            Table::Harden(id) => self.clause(50, "harden", Some(side), Tone::Warn, (id, None)),
            Table::WalkOut => self.print(75, "walk_out", Some(side), Tone::Bad, &[]),
            Table::Bargain(terms) => {
                let terms = self.voice.narrator.words.of("name.terms.", terms.key());
                self.print(
                    82,
                    "bargain",
                    Some(side),
                    Tone::Neutral,
                    &[("terms", &terms)],
                );
            }
            _ => {}
        }
    }

    fn event(&mut self, outcome: Outcome) {
        let narrator = self.voice.narrator;
        match outcome {
            Outcome::Agreed {
                by: By::Bargain(side),
                ..
            } => {
                self.print(92, "package", Some(side), Tone::Good, &[]);
            }
            Outcome::Agreed {
                clause,
                level,
                wording,
                ..
            } => {
                let member = match wording {
                    Wording::Clear => "agreed.clear",
                    Wording::Vague => "agreed.vague",
                };
                self.clause(90, member, None, Tone::Good, (clause, Some(level)));
            }
            Outcome::Clarified { clause, level, .. } => {
                self.clause(64, "clarified", None, Tone::Good, (clause, Some(level)));
            }
            Outcome::Broke(id) => self.clause(78, "broke", None, Tone::Bad, (id, None)),
            Outcome::Reopened(id) => self.clause(60, "reopened", None, Tone::Warn, (id, None)),
            Outcome::Withdrew(side, id) => {
                self.clause(80, "withdraw", Some(side), Tone::Bad, (id, None));
            }
            Outcome::Leaked(side, id) => {
                self.clause(74, "leaked", Some(side), Tone::Warn, (id, None));
            }
            Outcome::Incident(Some(side)) => {
                self.print(70, "incident", Some(side), Tone::Bad, &[]);
            }
            Outcome::Incident(None) => self.print(68, "accident", None, Tone::Bad, &[]),
            Outcome::Kept(side) => self.print(54, "kept", Some(side), Tone::Warn, &[]),
            Outcome::Unkept(side) => self.print(60, "unkept", Some(side), Tone::Neutral, &[]),
            Outcome::Cornered(side) => self.print(58, "cornered", Some(side), Tone::Warn, &[]),
            Outcome::Waived(side) => {
                let precondition = narrator.side(side).precondition.trim_end_matches('.');
                let values: Values = &[("precondition", &precondition)];
                self.print(66, "waive", Some(side), Tone::Good, values);
            }
            Outcome::Jilted(side) => self.print(80, "jilted", Some(side), Tone::Bad, &[]),
            Outcome::Overtaken => self.print(92, "overtaken", None, Tone::Bad, &[]),
            Outcome::Lapsed(side) => self.print(79, "lapsed", Some(side), Tone::Bad, &[]),
            Outcome::Refused(side, why) => {
                let clause = match why {
                    Refusal::RedLine(id) => &narrator.clause(id).name,
                    _ => "",
                };
                let member = format!("refused.{}", why.key());
                self.print(95, &member, Some(side), Tone::Bad, &[("clause", &clause)]);
            }
            Outcome::Played(side, id) => {
                let card = narrator.text.card(side, id);
                let values: Values = &[("card", &card.title), ("flavour", &card.flavour)];
                self.print(57, "card", Some(side), Tone::Neutral, values);
            }
            // What has begun is told by the desk, with what it does.
            Outcome::Stopped(timer) => {
                self.print(
                    21,
                    "stopped",
                    None,
                    Tone::Quiet,
                    &[("timer", &narrator.timer(timer))],
                );
            }
            Outcome::Extended(_) => self.print(56, "extended", None, Tone::Neutral, &[]),
            Outcome::Ended(ending) => self.ending(ending),
            _ => {}
        }
    }

    /// An incident that came with the news: they have told what it was, so there is left to say
    /// only that it counts as one, and against whom.
    fn counted(&mut self, side: Option<Side>) {
        let member = match side {
            Some(_) => "incident.news",
            None => "accident.news",
        };
        self.print(70, member, side, Tone::Bad, &[]);
    }

    fn ending(&mut self, ending: Ending) {
        let tone = Tone::of_ending(ending);
        let side = match ending {
            Ending::Collapse(side) | Ending::Recall(side) => Some(side),
            _ => None,
        };
        self.print(
            100,
            &format!("ended.{}", ending.kind().key()),
            side,
            tone,
            &[],
        );
    }
}
