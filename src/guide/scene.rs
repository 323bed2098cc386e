//! What the guide sees: where the player is, and what they may know of the game.

use super::Place;
use super::step::{Class, Step, When, Whose};
use crate::narrate::Key;
use crate::rules::ending;
use crate::rules::outcome::Outcome;
use crate::rules::plan::Plan;
use crate::rules::side::Side;
use crate::rules::state::Ask;
use crate::rules::view::View;
use crate::session::Session;

/// A moment of a game, as its player has it before them.
pub struct Scene<'a> {
    /// Where the player is.
    pub place: Place,
    /// The game.
    pub session: &'a Session,
    /// The plan as drafted so far.
    pub draft: Plan,
    /// What the player may know.
    pub view: View,
}

impl<'a> Scene<'a> {
    /// The moment at this place.
    pub fn new(place: Place, session: &'a Session, draft: Plan) -> Self {
        Self {
            place,
            session,
            draft,
            view: session.view(),
        }
    }

    /// A side of the game.
    pub const fn side(&self, whose: Whose) -> Side {
        match whose {
            Whose::Own => self.view.side,
            Whose::Other => self.view.side.other(),
        }
    }

    /// What happened in the round that is being told, as far as the player knows of it: the
    /// one that is over or, at the answers to an event, the one that is open.
    pub fn told(&self) -> impl Iterator<Item = &'a Outcome> + use<'a> {
        let log = self.session.log();
        let open = self.place == Place::Answers || self.session.ending().is_some();
        let at = log.len().checked_sub(if open { 1 } else { 2 });
        let round = at.and_then(|at| log.get(at));
        let side = self.view.side;
        let outcomes = round.into_iter().flat_map(|round| &round.outcomes);
        outcomes.filter(move |outcome| outcome.visible_to(side))
    }

    /// Whether the step is one to tell now.
    pub(super) fn fits(&self, step: &Step, met: &[Place]) -> bool {
        (step.at.is_empty() || step.at.contains(&self.place))
            && step
                .round
                .is_none_or(|round| round == self.view.common.round)
            && step.when.iter().all(|when| self.holds(when, met))
    }

    fn holds(&self, when: &When, met: &[Place]) -> bool {
        let c = &self.view.common;
        match when {
            When::Not(all) => !all.iter().all(|when| self.holds(when, met)),
            When::Any(any) => any.iter().any(|when| self.holds(when, met)),
            When::Met(place) => met.contains(place),
            When::Planning => self.session.ask() == Some(Ask::Plan),
            When::Asked => matches!(self.session.ask(), Some(Ask::Choice(_))),
            When::Over => self.session.ending().is_some(),
            When::Ended(class) => {
                let ended = self.session.ending().map(ending::Ending::class);
                ended == Some(class.of())
            }
            When::Said(whose, what) => self.told().any(|outcome| {
                matches!(*outcome, Outcome::Said(side, say)
                    if side == self.side(*whose) && say.key() == what)
            }),
            When::Did(whose, what) => self.told().any(|outcome| {
                matches!(*outcome, Outcome::Acted { side, field, seen: true }
                    if side == self.side(*whose) && field.key() == what)
            }),
            When::Hid(what) => self.told().any(|outcome| {
                matches!(*outcome, Outcome::Acted { side, field, seen: false }
                    if side == self.view.side && field.key() == what)
            }),
            When::Tabled(whose, what) => self.told().any(|outcome| {
                matches!(*outcome, Outcome::Tabled(side, table)
                    if side == self.side(*whose) && table.seen().kind().key() == what)
            }),
            When::Answered(whose, what) => self.told().any(|outcome| {
                matches!(*outcome, Outcome::Answered(side, event, choice)
                    if side == self.side(*whose)
                        && self.session.scenario().text.write_choice(event, choice) == what)
            }),
            When::Agreed => self.told().any(|o| matches!(o, Outcome::Agreed { .. })),
            When::InForce(least) => c.agreed().0 >= *least,
            When::Offers(whose, clause) => {
                let id = self.session.scenario().text.read_clause(clause);
                id.is_ok_and(|id| {
                    let clause = c.clause(id);
                    !clause.agreed() && clause.standing[self.side(*whose)].is_some()
                })
            }
            When::Bargains(whose) => c.bargain[self.side(*whose)].is_some(),
            When::Cornered(Whose::Own) => self.view.own.cornered,
            When::Cornered(Whose::Other) => c.signal[self.side(Whose::Other)],
            When::First(whose) => c.first == Some(self.side(*whose)),
            When::Holds(whose) => c.precondition[self.side(*whose)],
            When::Drafted(kind) => self.draft.table.kind().key() == kind,
        }
    }
}

impl Class {
    const fn of(self) -> ending::Class {
        match self {
            Self::Comprehensive => ending::Class::Comprehensive,
            Self::War => ending::Class::War,
            Self::Continuation => ending::Class::Continuation,
        }
    }
}
