//! A capital's press: the same fortnight, with its own side in the right.

use super::public::Fortnight;
use super::{Draft, Line, Tone, Voice, edited, uses};
use crate::narrate::Key;
use crate::rules::clause::{Channel, ClauseId};
use crate::rules::ending::Ending;
use crate::rules::outcome::{By, Outcome};
use crate::rules::plan::{Field, Say, Table};
use crate::rules::side::Side;

/// Phrases about the press's own side, about the other, and about neither.
const OWN: &str = "press.own.";
const THEIR: &str = "press.their.";
const BOTH: &str = "press.";

/// The drafts of one press.
struct Desk<'v> {
    voice: &'v Voice<'v>,
    own: Side,
    drafts: Vec<Draft>,
}

impl Voice<'_> {
    /// What `own`'s press makes of a round.
    pub(super) fn press(&self, own: Side, seen: &Fortnight) -> Vec<Line> {
        let mut desk = Desk {
            voice: self,
            own,
            drafts: Vec::new(),
        };
        for side in Side::BOTH {
            desk.words(side, seen);
            if seen.talks() {
                desk.deeds(side, seen.acted[side]);
            }
            desk.table(side, seen.tabled[side]);
        }
        for &outcome in &seen.events {
            match outcome {
                // The news have told what it was.
                Outcome::Incident(None) if !seen.talks() => {
                    desk.print(68, BOTH, "accident.news", None, Tone::Bad);
                }
                _ => desk.event(outcome),
            }
        }
        if seen.is_idle() {
            if seen.thick {
                desk.print(35, BOTH, "fog", None, Tone::Quiet);
            } else if seen.tabled.0 == [Table::Hold; 2] {
                desk.print(8, BOTH, "quiet", None, Tone::Quiet);
            }
        }
        edited(desk.drafts)
    }
}

impl Desk<'_> {
    fn print(
        &mut self,
        weight: u8,
        family: &str,
        member: &str,
        clause: Option<ClauseId>,
        tone: Tone,
    ) {
        let narrator = self.voice.narrator;
        let (own, other) = (
            narrator.capital(self.own),
            narrator.capital(self.own.other()),
        );
        let clause = clause.map_or("", |id| &narrator.clause(id).name);
        let values: crate::narrate::Values =
            &[("own", &own), ("other", &other), ("clause", &clause)];
        let offset = uses(&self.drafts, member) + self.own.index();
        let text = self.voice.vary(family, member, offset, values);
        let line = Line {
            text,
            tone,
            side: Some(self.own),
        };
        self.drafts.push(Draft {
            weight,
            member: member.into(),
            line,
        });
    }

    /// One line for its own side's doing, another for the other's.
    fn about(
        &mut self,
        side: Side,
        weight: u8,
        member: &str,
        clause: Option<ClauseId>,
        tones: [Tone; 2],
    ) {
        let own = side == self.own;
        let family = if own { OWN } else { THEIR };
        self.print(weight, family, member, clause, tones[usize::from(!own)]);
    }

    fn words(&mut self, side: Side, seen: &Fortnight) {
        let Some(say) = seen.said[side] else { return };
        let weight = match (side == self.own, say) {
            (true, Say::Threaten) => 47,
            (true, _) => 40,
            (false, Say::Threaten) => 46,
            (false, Say::Blame) => 30,
            (false, _) => 14,
        };
        let member = format!("say.{}", say.key());
        let family = if side == self.own { OWN } else { THEIR };
        let member = self.voice.suited(family, &member, &seen.against());
        let theirs = match say {
            Say::Threaten => Tone::Warn,
            Say::Blame => Tone::Bad,
            _ => Tone::Quiet,
        };
        self.about(side, weight, &member, None, [Tone::Neutral, theirs]);
    }

    fn deeds(&mut self, side: Side, field: Field) {
        let (weight, theirs) = match field {
            Field::HoldFire => (4, Tone::Quiet),
            Field::BuildUp => (45, Tone::Warn),
            Field::Covert => (72, Tone::Bad),
            Field::Strike => (85, Tone::Bad),
            Field::Squeeze => (55, Tone::Bad),
            Field::Ease => (52, Tone::Good),
            Field::AllOut => (88, Tone::Bad),
        };
        let member = format!("act.{}", field.key());
        let family = if side == self.own { OWN } else { THEIR };
        let member = self.voice.suited(family, &member, &[side.key()]);
        let own = if field == Field::HoldFire {
            Tone::Quiet
        } else {
            Tone::Neutral
        };
        self.about(side, weight, &member, None, [own, theirs]);
    }

    fn table(&mut self, side: Side, table: Table) {
        let neutral = [Tone::Neutral; 2];
        match table {
            Table::Offer(offer) if offer.channel == Channel::Mediator => {
                self.print(62, BOTH, "mediator", Some(offer.clause), Tone::Neutral);
            }
            Table::Offer(offer) => {
                self.about(
                    side,
                    65,
                    "offer",
                    Some(offer.clause),
                    [Tone::Neutral, Tone::Good],
                );
            }
            Table::Harden(id) => {
                self.about(side, 50, "harden", Some(id), [Tone::Neutral, Tone::Bad]);
            }
            Table::WalkOut => self.about(side, 75, "walk_out", None, [Tone::Warn, Tone::Bad]),
            Table::Bargain(_) => self.about(side, 82, "bargain", None, neutral),
            // Told by what comes of them, or by nothing.
            Table::Hold
            | Table::Accept(_)
            | Table::Clarify(_)
            | Table::Withdraw(_)
            | Table::Probe(_)
            | Table::Waive
            | Table::Sign
            | Table::AcceptBargain => {}
        }
    }

    fn event(&mut self, outcome: Outcome) {
        let (good, bad) = ([Tone::Good; 2], [Tone::Bad; 2]);
        match outcome {
            Outcome::Agreed { clause, by, .. } => match by {
                By::Accepting(side) => self.about(side, 90, "accepted", Some(clause), good),
                By::Bargain(side) => self.about(side, 92, "package", None, good),
                By::Meeting => self.print(90, BOTH, "met", Some(clause), Tone::Good),
                By::Arbitration => self.print(90, BOTH, "arbitration", Some(clause), Tone::Good),
            },
            Outcome::Clarified {
                clause,
                by: Some(side),
                ..
            } => {
                self.about(side, 64, "clarified", Some(clause), good);
            }
            Outcome::Clarified {
                clause, by: None, ..
            } => {
                self.print(64, BOTH, "clarified", Some(clause), Tone::Good);
            }
            Outcome::Broke(clause) => self.print(78, BOTH, "broke", Some(clause), Tone::Bad),
            Outcome::Reopened(clause) => {
                self.print(60, BOTH, "reopened", Some(clause), Tone::Warn);
            }
            Outcome::Withdrew(side, clause) => {
                self.about(side, 80, "withdraw", Some(clause), [Tone::Warn, Tone::Bad]);
            }
            Outcome::Leaked(side, clause) => {
                self.about(side, 74, "leaked", Some(clause), [Tone::Bad, Tone::Good]);
            }
            Outcome::Incident(Some(side)) => self.about(side, 70, "incident", None, bad),
            Outcome::Incident(None) => self.print(68, BOTH, "accident", None, Tone::Bad),
            Outcome::Blamed(side, _) => {
                self.about(side, 48, "blamed", None, [Tone::Bad, Tone::Good]);
            }
            Outcome::Kept(side) => self.about(side, 20, "kept", None, [Tone::Neutral, Tone::Warn]),
            Outcome::Unkept(side) => {
                self.about(side, 60, "unkept", None, [Tone::Bad, Tone::Good]);
            }
            Outcome::Cornered(side) if side != self.own => {
                self.about(side, 58, "cornered", None, [Tone::Warn; 2]);
            }
            Outcome::Waived(side) => {
                self.about(side, 66, "waive", None, [Tone::Neutral, Tone::Good]);
            }
            Outcome::Jilted(side) => self.about(side, 80, "jilted", None, [Tone::Bad, Tone::Warn]),
            Outcome::Lapsed(side) => self.about(side, 79, "lapsed", None, [Tone::Bad, Tone::Warn]),
            Outcome::Refused(side, _) => self.about(side, 95, "refused", None, bad),
            Outcome::Ended(ending) => self.ending(ending),
            _ => {}
        }
    }

    fn ending(&mut self, ending: Ending) {
        let tone = Tone::of_ending(ending);
        let member = format!("ended.{}", ending.kind().key());
        match ending {
            Ending::Collapse(side) | Ending::Recall(side) => {
                self.about(side, 100, &member, None, [Tone::Bad, tone]);
            }
            _ => self.print(100, BOTH, &member, None, tone),
        }
    }
}
