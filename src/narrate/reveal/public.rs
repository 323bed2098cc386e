//! What the world could see of a round.

use crate::rules::clause::Channel;
use crate::rules::meter::{Meter, Tenths};
use crate::rules::outcome::{By, Change, Outcome};
use crate::rules::plan::{Field, Offer, Say, Table};
use crate::rules::side::{PerSide, Side};

/// Fog from which nobody can tell progress from deadlock.
const THICK: Tenths = Tenths::points(60);

/// The public part of a round's outcomes.
pub(super) struct Fortnight {
    /// What each side said.
    pub said: PerSide<Option<Say>>,
    /// What each side was seen to do.
    pub acted: PerSide<Field>,
    /// What each side did at the open table.
    pub tabled: PerSide<Table>,
    /// What else happened in the open, in order.
    pub events: Vec<Outcome>,
    /// Whether the Fog was thick at the end.
    pub thick: bool,
}

impl Fortnight {
    pub fn of(outcomes: &[Outcome]) -> Self {
        let mut seen = Self {
            said: PerSide([None, None]),
            acted: PerSide([Field::HoldFire; 2]),
            tabled: PerSide([Table::Hold; 2]),
            events: Vec::new(),
            thick: false,
        };
        for &outcome in outcomes {
            match outcome {
                Outcome::Said(side, say) => seen.said[side] = Some(say),
                Outcome::Acted {
                    side,
                    field,
                    seen: true,
                } => seen.acted[side] = field,
                Outcome::Tabled(side, table) if is_public(table) => seen.tabled[side] = table,
                Outcome::Change(Change {
                    meter: Meter::Fog,
                    to,
                    ..
                }) => seen.thick = to >= THICK,
                Outcome::Acted { .. } | Outcome::Tabled(..) | Outcome::Change(_) => {}
                _ if Side::BOTH.iter().all(|&side| outcome.visible_to(side)) => {
                    seen.events.push(outcome);
                }
                _ => {}
            }
        }
        // What ended in an agreement is told as one.
        for table in &mut seen.tabled.0 {
            let settled = |outcome: &Outcome| matches!(outcome, Outcome::Agreed { clause, .. } if Some(*clause) == table.clause());
            if matches!(table, Table::Offer(_) | Table::Harden(_))
                && seen.events.iter().any(settled)
            {
                *table = Table::Hold;
            }
        }
        seen
    }

    /// Whether both sides played a round, and not only an event.
    pub fn talks(&self) -> bool {
        !self.said.0.contains(&None)
    }

    /// Whether anything was agreed.
    pub fn agreed(&self) -> bool {
        let is = |outcome: &Outcome| {
            matches!(outcome, Outcome::Agreed { .. } | Outcome::Clarified { .. })
        };
        self.events.iter().any(is)
    }

    /// Whether anybody gave ground where all could see it.
    fn moved(&self) -> bool {
        let steps =
            |table: &Table| matches!(table, Table::Offer(_) | Table::Bargain(_) | Table::Sign);
        let waives = |outcome: &Outcome| matches!(outcome, Outcome::Waived(_));
        self.agreed() || self.tabled.0.iter().any(steps) || self.events.iter().any(waives)
    }

    /// Whether everything at once was offered or taken.
    fn bargains(&self) -> bool {
        let offers = |table: &Table| matches!(table, Table::Bargain(_));
        let takes = |outcome: &Outcome| {
            matches!(
                outcome,
                Outcome::Agreed {
                    by: By::Bargain(_),
                    ..
                }
            )
        };
        self.tabled.0.iter().any(offers) || self.events.iter().any(takes)
    }

    /// Whether both sides talked, and nothing came of it that anybody would speak of before
    /// the talk itself: no force, no threat, nothing agreed or torn up, and no end.
    pub fn is_idle(&self) -> bool {
        let loud = |field: &Field| matches!(field, Field::Strike | Field::AllOut);
        let broke = |outcome: &Outcome| {
            matches!(
                outcome,
                Outcome::Broke(_)
                    | Outcome::Withdrew(..)
                    | Outcome::Lapsed(_)
                    | Outcome::Jilted(_)
                    | Outcome::Overtaken
                    | Outcome::Refused(..)
                    | Outcome::Ended(_)
            )
        };
        self.talks()
            && !self.agreed()
            && !self.said.0.contains(&Some(Say::Threaten))
            && !self.acted.0.iter().any(loud)
            && !self.events.iter().any(broke)
    }

    /// Whether there was an incident.
    pub fn incident(&self) -> bool {
        let is = |outcome: &Outcome| matches!(outcome, Outcome::Incident(_));
        self.events.iter().any(is)
    }

    /// What the words of the round are heard against, the loudest first: a phrase that this
    /// belies gives way to another.
    pub fn against(&self) -> Vec<&'static str> {
        let leaving = self.tabled.0.contains(&Table::WalkOut);
        let all = [
            (leaving, "leaving"),
            (self.bargains(), "bargain"),
            (self.moved(), "moved"),
        ];
        all.into_iter()
            .filter_map(|(holds, name)| holds.then_some(name))
            .collect()
    }

    /// What the world holds against a side that it blames: its weightiest deed, or only what
    /// the other side said of it.
    pub fn fault(&self, side: Side) -> &'static str {
        let withdrew =
            |outcome: &Outcome| matches!(outcome, Outcome::Withdrew(who, _) if *who == side);
        match (self.acted[side], self.tabled[side]) {
            (Field::Strike | Field::AllOut, _) => "strike",
            (Field::Covert, _) => "covert",
            _ if self.events.iter().any(withdrew) => "withdraw",
            _ if self.events.contains(&Outcome::Incident(Some(side))) => "incident",
            (_, Table::WalkOut) => "walk_out",
            (Field::Squeeze, _) => "squeeze",
            _ => "said",
        }
    }

    /// Whether it is over.
    pub fn over(&self) -> bool {
        self.events
            .iter()
            .any(|outcome| matches!(outcome, Outcome::Ended(_)))
    }
}

/// Whether a decision at the table is made before the world.
fn is_public(table: Table) -> bool {
    !matches!(
        table,
        Table::Probe(_)
            | Table::Offer(Offer {
                channel: Channel::Back,
                ..
            })
    )
}
