//! A plan being made: four parts, each with a default, the table in steps. Every choice can
//! be taken back until the plan is sealed.

use crate::rules::clause::{Channel, ClauseId, Level, Wording};
use crate::rules::legal::Legal;
use crate::rules::plan::{CardId, Field, Offer, Plan, Say, Table, TableKind, Terms};

/// The parts of a plan, and the seal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// What the world hears.
    #[default]
    Say,
    /// What is done at the table.
    Table,
    /// What is done in the field.
    Field,
    /// The card, if any.
    Card,
    /// The whole, to be sealed.
    Seal,
}

impl Part {
    /// Every part, as they are filled in.
    pub const ALL: [Self; 5] = [Self::Say, Self::Table, Self::Field, Self::Card, Self::Seal];
}

/// What is asked of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Step {
    /// What sort of thing to do.
    #[default]
    Kind,
    /// On which clause.
    Clause(TableKind),
    /// At which level.
    Level(ClauseId),
    /// In which words.
    Wording(ClauseId, Level),
    /// By which way.
    Channel(ClauseId, Level, Wording),
    /// How far a grand bargain goes.
    Terms,
}

/// One choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// To the world.
    Say(Say),
    /// What sort of thing at the table.
    Kind(TableKind),
    /// On which clause.
    Clause(ClauseId),
    /// At which level.
    Level(Level),
    /// In which words.
    Wording(Wording),
    /// By which way.
    Channel(Channel),
    /// How far a grand bargain goes.
    Terms(Terms),
    /// In the field.
    Field(Field),
    /// The card, or none.
    Card(Option<CardId>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Sheet {
    plan: Plan,
    part: Part,
    step: Step,
}

/// The plan as it stands, and what it was before each choice.
#[derive(Clone, Debug)]
pub struct Draft {
    now: Sheet,
    past: Vec<Sheet>,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            now: Sheet {
                plan: Plan::DEFAULT,
                part: Part::Say,
                step: Step::Kind,
            },
            past: Vec::new(),
        }
    }
}

impl Draft {
    /// The plan. A choice at the table that is only half made is not in it.
    pub const fn plan(&self) -> Plan {
        self.now.plan
    }

    /// The part that is open.
    pub const fn part(&self) -> Part {
        self.now.part
    }

    /// What is asked of the table.
    pub const fn step(&self) -> Step {
        self.now.step
    }

    /// Whether there is a choice to take back.
    pub const fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Opens a part.
    pub fn open(&mut self, part: Part) {
        self.now.part = part;
        self.now.step = Step::Kind;
    }

    /// Opens the next part or the one before.
    pub fn turn(&mut self, forward: bool) {
        let at = Part::ALL
            .iter()
            .position(|p| *p == self.now.part)
            .unwrap_or(0);
        let to = if forward {
            (at + 1).min(Part::ALL.len() - 1)
        } else {
            at.saturating_sub(1)
        };
        self.open(Part::ALL[to]);
    }

    /// Goes back one step of the table; whether there was one.
    pub fn step_back(&mut self) -> bool {
        if self.now.part != Part::Table || self.now.step == Step::Kind {
            return false;
        }
        self.now.step = match self.now.step {
            Step::Kind | Step::Clause(_) | Step::Terms => Step::Kind,
            Step::Level(_) => Step::Clause(TableKind::Offer),
            Step::Wording(clause, _) => Step::Level(clause),
            Step::Channel(clause, level, _) => Step::Wording(clause, level),
        };
        true
    }

    /// Takes a choice, and opens what comes next.
    pub fn choose(&mut self, pick: Pick) {
        self.past.push(self.now);
        let now = &mut self.now;
        match (pick, now.step) {
            (Pick::Say(say), _) => now.plan.say = say,
            (Pick::Field(field), _) => now.plan.field = field,
            (Pick::Card(card), _) => now.plan.card = card,
            (Pick::Kind(kind), _) => match bare(kind) {
                Some(table) => now.plan.table = table,
                None if kind == TableKind::Bargain => {
                    now.step = Step::Terms;
                    return;
                }
                None => {
                    now.step = Step::Clause(kind);
                    return;
                }
            },
            (Pick::Clause(clause), Step::Clause(kind)) => {
                if let Some(table) = on_clause(kind, clause) {
                    now.plan.table = table;
                } else {
                    now.step = Step::Level(clause);
                    return;
                }
            }
            (Pick::Level(level), Step::Level(clause)) => {
                now.step = Step::Wording(clause, level);
                return;
            }
            (Pick::Wording(wording), Step::Wording(clause, level)) => {
                now.step = Step::Channel(clause, level, wording);
                return;
            }
            (Pick::Channel(channel), Step::Channel(clause, level, wording)) => {
                now.plan.table = Table::Offer(Offer {
                    clause,
                    level,
                    wording,
                    channel,
                });
            }
            (Pick::Terms(terms), Step::Terms) => now.plan.table = Table::Bargain(terms),
            // A choice that nothing asked for changes nothing.
            _ => return,
        }
        self.turn(true);
    }

    /// Takes over a whole plan, and opens the seal.
    pub fn take(&mut self, plan: Plan) {
        self.past.push(self.now);
        self.now.plan = plan;
        self.open(Part::Seal);
    }

    /// Takes the last choice back; whether there was one.
    pub fn undo(&mut self) -> bool {
        self.past.pop().map(|before| self.now = before).is_some()
    }

    /// The plan with this choice, as far as it makes a whole one; an offer that is not yet
    /// complete counts as clear and takes the first way that is open.
    pub fn with(&self, pick: Pick, legal: &Legal) -> Option<Plan> {
        let mut plan = self.now.plan;
        match (pick, self.now.step) {
            (Pick::Say(say), _) => plan.say = say,
            (Pick::Field(field), _) => plan.field = field,
            (Pick::Card(card), _) => plan.card = card,
            (Pick::Kind(kind), _) => plan.table = bare(kind)?,
            (Pick::Clause(clause), Step::Clause(kind)) => plan.table = on_clause(kind, clause)?,
            (Pick::Level(level), Step::Level(clause)) => {
                plan.table = Table::Offer(Offer {
                    clause,
                    level,
                    wording: Wording::Clear,
                    channel: legal.channels().next()?,
                });
            }
            (Pick::Wording(wording), Step::Wording(clause, level)) => {
                plan.table = Table::Offer(Offer {
                    clause,
                    level,
                    wording,
                    channel: legal.channels().next()?,
                });
            }
            (Pick::Channel(channel), Step::Channel(clause, level, wording)) => {
                plan.table = Table::Offer(Offer {
                    clause,
                    level,
                    wording,
                    channel,
                });
            }
            (Pick::Terms(terms), _) => plan.table = Table::Bargain(terms),
            _ => return None,
        }
        Some(plan)
    }
}

/// A decision at the table that needs nothing more.
const fn bare(kind: TableKind) -> Option<Table> {
    Some(match kind {
        TableKind::Hold => Table::Hold,
        TableKind::Waive => Table::Waive,
        TableKind::WalkOut => Table::WalkOut,
        TableKind::Sign => Table::Sign,
        TableKind::AcceptBargain => Table::AcceptBargain,
        _ => return None,
    })
}

/// A decision that needs a clause and nothing more.
const fn on_clause(kind: TableKind, clause: ClauseId) -> Option<Table> {
    Some(match kind {
        TableKind::Accept => Table::Accept(clause),
        TableKind::Clarify => Table::Clarify(clause),
        TableKind::Harden => Table::Harden(clause),
        TableKind::Withdraw => Table::Withdraw(clause),
        TableKind::Probe => Table::Probe(clause),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::deal::Length;
    use crate::rules::side::Side;
    use crate::rules::state::State;
    use crate::rules::view::View;
    use crate::scenario::Scenario;

    fn offer() -> [Pick; 8] {
        [
            Pick::Say(Say::Progress),
            Pick::Kind(TableKind::Offer),
            Pick::Clause(ClauseId(2)),
            Pick::Level(Level(3)),
            Pick::Wording(Wording::Vague),
            Pick::Channel(Channel::Back),
            Pick::Field(Field::BuildUp),
            Pick::Card(None),
        ]
    }

    /// Where each choice of [`offer`] is asked for.
    fn asked() -> [(Part, Step); 8] {
        let (clause, level) = (ClauseId(2), Level(3));
        [
            (Part::Say, Step::Kind),
            (Part::Table, Step::Kind),
            (Part::Table, Step::Clause(TableKind::Offer)),
            (Part::Table, Step::Level(clause)),
            (Part::Table, Step::Wording(clause, level)),
            (Part::Table, Step::Channel(clause, level, Wording::Vague)),
            (Part::Field, Step::Kind),
            (Part::Card, Step::Kind),
        ]
    }

    #[test]
    fn each_choice_opens_the_next_and_the_last_the_seal() {
        let mut draft = Draft::default();
        for (pick, asked) in offer().into_iter().zip(asked()) {
            assert_eq!((draft.part(), draft.step()), asked);
            draft.choose(pick);
        }
        assert_eq!(draft.part(), Part::Seal);
        let plan = Plan {
            say: Say::Progress,
            table: Table::Offer(Offer {
                clause: ClauseId(2),
                level: Level(3),
                wording: Wording::Vague,
                channel: Channel::Back,
            }),
            field: Field::BuildUp,
            card: None,
        };
        assert_eq!(draft.plan(), plan);
    }

    #[test]
    fn every_choice_can_be_taken_back() {
        let mut draft = Draft::default();
        for pick in offer() {
            draft.choose(pick);
        }
        for asked in asked().into_iter().rev() {
            assert!(draft.undo());
            assert_eq!((draft.part(), draft.step()), asked);
        }
        assert!(!draft.can_undo());
        assert!(!draft.undo());
        assert_eq!(draft.plan(), Plan::DEFAULT);
    }

    #[test]
    fn only_a_choice_that_makes_a_whole_plan_is_tried_out() {
        let t = Scenario::load("gulf").unwrap().tables;
        let state = State::deal(&t, 1, Length::Short, &mut ());
        let legal = View::of(&t, &state, Side::Holder).legal(&t);
        let mut draft = Draft::default();
        draft.open(Part::Table);
        let table = |draft: &Draft, pick| draft.with(pick, &legal).map(|plan| plan.table);
        assert_eq!(table(&draft, Pick::Kind(TableKind::Offer)), None);
        assert_eq!(
            table(&draft, Pick::Kind(TableKind::WalkOut)),
            Some(Table::WalkOut)
        );
        draft.choose(Pick::Kind(TableKind::Offer));
        assert_eq!(table(&draft, Pick::Clause(ClauseId(2))), None);
        draft.choose(Pick::Clause(ClauseId(2)));
        let counted = Table::Offer(Offer {
            clause: ClauseId(2),
            level: Level(3),
            wording: Wording::Clear,
            channel: legal.channels().next().unwrap(),
        });
        assert_eq!(table(&draft, Pick::Level(Level(3))), Some(counted));
        assert_eq!(draft.plan(), Plan::DEFAULT);
    }

    #[test]
    fn a_quick_plan_is_whole_without_a_single_choice() {
        assert_eq!(Draft::default().plan(), Plan::DEFAULT);
    }

    #[test]
    fn the_steps_of_the_table_lead_back_as_they_came() {
        let mut draft = Draft::default();
        for pick in &offer()[..5] {
            draft.choose(*pick);
        }
        let mut back = 0;
        while draft.step_back() {
            back += 1;
        }
        assert_eq!(back, 4);
        assert_eq!((draft.part(), draft.step()), (Part::Table, Step::Kind));
    }
}
