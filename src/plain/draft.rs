//! A plan being made, one answer after another; each can be taken back.

use crate::rules::clause::{Channel, ClauseId, Level, Wording};
use crate::rules::legal::Legal;
use crate::rules::plan::{CardId, Field, Offer, Plan, Say, Table, TableKind, Terms};

/// One answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
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

/// What is asked next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// What to say to the world.
    Say,
    /// What sort of thing to do at the table.
    Kind,
    /// Which clause it is about.
    Clause(TableKind),
    /// Which level to put forward.
    Level(ClauseId),
    /// In which words.
    Wording,
    /// By which way.
    Channel,
    /// How far a grand bargain goes.
    Terms,
    /// What to do in the field.
    Field,
    /// Which card to play.
    Card,
    /// Nothing: to seal it or not.
    Seal,
}

#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::option_option, reason = "to play no card is an answer too")]
struct Answers {
    say: Option<Say>,
    kind: Option<TableKind>,
    clause: Option<ClauseId>,
    level: Option<Level>,
    wording: Option<Wording>,
    channel: Option<Channel>,
    terms: Option<Terms>,
    field: Option<Field>,
    card: Option<Option<CardId>>,
}

/// The answers so far, and what there was before each.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    now: Answers,
    before: Vec<Answers>,
}

impl Draft {
    /// Takes an answer.
    pub fn give(&mut self, given: Given) {
        self.before.push(self.now);
        let now = &mut self.now;
        match given {
            Given::Say(say) => now.say = Some(say),
            Given::Kind(kind) => now.kind = Some(kind),
            Given::Clause(clause) => now.clause = Some(clause),
            Given::Level(level) => now.level = Some(level),
            Given::Wording(wording) => now.wording = Some(wording),
            Given::Channel(channel) => now.channel = Some(channel),
            Given::Terms(terms) => now.terms = Some(terms),
            Given::Field(field) => now.field = Some(field),
            Given::Card(card) => now.card = Some(card),
        }
    }

    /// Takes the last answer back, if there is one.
    pub fn undo(&mut self) {
        if let Some(before) = self.before.pop() {
            self.now = before;
        }
    }

    /// Whether there is an answer to take back.
    pub fn has_answers(&self) -> bool {
        !self.before.is_empty()
    }

    /// What has not been answered yet.
    pub fn next(&self) -> Next {
        use TableKind as K;
        let now = &self.now;
        let is_offer = now.kind == Some(K::Offer);
        match (now.kind, now.clause) {
            _ if now.say.is_none() => Next::Say,
            (None, _) => Next::Kind,
            (
                Some(
                    kind @ (K::Offer | K::Accept | K::Clarify | K::Harden | K::Withdraw | K::Probe),
                ),
                None,
            ) => Next::Clause(kind),
            (_, Some(clause)) if is_offer && now.level.is_none() => Next::Level(clause),
            _ if is_offer && now.wording.is_none() => Next::Wording,
            _ if is_offer && now.channel.is_none() => Next::Channel,
            (Some(K::Bargain), _) if now.terms.is_none() => Next::Terms,
            _ if now.field.is_none() => Next::Field,
            _ if now.card.is_none() => Next::Card,
            _ => Next::Seal,
        }
    }

    /// The plan as it stands. What is not answered yet is left to the default; an offer is
    /// in clear words and takes the first way that is open.
    pub fn plan(&self, legal: &Legal) -> Plan {
        Plan {
            say: self.now.say.unwrap_or(Plan::DEFAULT.say),
            table: self.table(legal).unwrap_or(Plan::DEFAULT.table),
            field: self.now.field.unwrap_or(Plan::DEFAULT.field),
            card: self.now.card.flatten(),
        }
    }

    /// The same with one answer more.
    pub fn with(&self, given: Given, legal: &Legal) -> Plan {
        let mut draft = self.clone();
        draft.give(given);
        draft.plan(legal)
    }

    fn table(&self, legal: &Legal) -> Option<Table> {
        let now = &self.now;
        Some(match now.kind? {
            TableKind::Hold => Table::Hold,
            TableKind::Offer => Table::Offer(Offer {
                clause: now.clause?,
                level: now.level?,
                wording: now.wording.unwrap_or(Wording::Clear),
                channel: now.channel.or_else(|| legal.channels().next())?,
            }),
            TableKind::Accept => Table::Accept(now.clause?),
            TableKind::Clarify => Table::Clarify(now.clause?),
            TableKind::Harden => Table::Harden(now.clause?),
            TableKind::Withdraw => Table::Withdraw(now.clause?),
            TableKind::Waive => Table::Waive,
            TableKind::Probe => Table::Probe(now.clause?),
            TableKind::WalkOut => Table::WalkOut,
            TableKind::Sign => Table::Sign,
            TableKind::Bargain => Table::Bargain(now.terms?),
            TableKind::AcceptBargain => Table::AcceptBargain,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::deal::Length;
    use crate::rules::side::Side;
    use crate::rules::state::State;
    use crate::rules::view::View;
    use crate::scenario::Scenario;

    #[test]
    fn every_answer_can_be_taken_back() {
        let t = Scenario::load("gulf").unwrap().tables;
        let state = State::deal(&t, 1, Length::Short, &mut ());
        let legal = View::of(&t, &state, Side::Holder).legal(&t);
        let offer = Offer {
            clause: ClauseId(2),
            level: Level(3),
            wording: Wording::Vague,
            channel: Channel::Back,
        };
        let given = [
            (Next::Say, Given::Say(Say::Progress)),
            (Next::Kind, Given::Kind(TableKind::Offer)),
            (Next::Clause(TableKind::Offer), Given::Clause(offer.clause)),
            (Next::Level(offer.clause), Given::Level(offer.level)),
            (Next::Wording, Given::Wording(offer.wording)),
            (Next::Channel, Given::Channel(offer.channel)),
            (Next::Field, Given::Field(Field::BuildUp)),
            (Next::Card, Given::Card(None)),
        ];
        let mut draft = Draft::default();
        for (next, answer) in given {
            assert_eq!(draft.next(), next);
            draft.give(answer);
        }
        assert_eq!(draft.next(), Next::Seal);
        let plan = Plan {
            say: Say::Progress,
            table: Table::Offer(offer),
            field: Field::BuildUp,
            card: None,
        };
        assert_eq!(draft.plan(&legal), plan);
        for (next, _) in given.into_iter().rev() {
            draft.undo();
            assert_eq!(draft.next(), next);
        }
        assert!(!draft.has_answers());
        assert_eq!(draft.plan(&legal), Plan::DEFAULT);
    }
}
