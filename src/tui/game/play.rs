//! The game that the screens show: the session, the plan being made, and what has come of
//! the last decisions and is still to be told.

use crate::narrate::Narrator;
use crate::negotiator::advice::Advice;
use crate::record::Refused;
use crate::rules::outcome::Outcome;
use crate::rules::plan::{Decision, Field};
use crate::rules::side::{PerSide, Side};
use crate::rules::view::View;
use crate::session::draft::Draft;
use crate::session::{Progress, RoundLog, Session};
use crate::tui::context::Context;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

/// The game, as the layers share it.
pub type Shared = Rc<RefCell<Play>>;

/// What came of decisions, and is still to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// The round that they were made in.
    pub round: u8,
    /// What happened.
    pub outcomes: Vec<Outcome>,
}

/// A game being played on the screen.
pub struct Play {
    /// The game.
    pub session: Session,
    /// The plan being made, kept while the player looks something up.
    pub draft: Draft,
    /// For each person, in the order in which it happened.
    unread: PerSide<VecDeque<Unread>>,
    /// Whether anyone has taken the keyboard yet, where two share it.
    seated: bool,
    /// Whether each of two has read the briefing.
    briefed: PerSide<bool>,
    /// The hints for a round, once thought out.
    advice: Option<(u8, Rc<Advice>)>,
    /// Whether the player knows that the opponent is gone.
    knows_forfeit: bool,
}

impl Play {
    /// Shows this game.
    pub fn new(session: Session) -> Self {
        Self {
            draft: Draft::default(),
            unread: PerSide::default(),
            seated: !session.is_shared(),
            briefed: PerSide::default(),
            advice: None,
            knows_forfeit: false,
            session,
        }
    }

    /// The same, taken up again: of two persons who share the keyboard, each is told once more
    /// what came of the last round, which one of them may not have read.
    #[must_use]
    pub fn resumed(mut self) -> Self {
        self.briefed = PerSide([true; 2]);
        if self.session.is_shared() && self.session.ending().is_none() {
            let last = self.session.last_round().into_iter();
            let last: VecDeque<_> = last
                .map(|(round, outcomes)| Unread { round, outcomes })
                .collect();
            self.unread = PerSide([last.clone(), last]);
        }
        self
    }

    /// The same, to be shared by layers.
    pub fn share(self) -> Shared {
        Rc::new(RefCell::new(self))
    }

    /// One who tells this game.
    pub fn narrator<'a>(&'a self, cx: &'a Context) -> Narrator<'a> {
        Narrator::new(self.session.scenario(), &cx.phrases).salted(self.session.seed())
    }

    /// What the player's own forces did last.
    pub fn acted(&self) -> Option<Field> {
        let own = self.session.side();
        let outcomes = self
            .session
            .log()
            .iter()
            .rev()
            .flat_map(|round| round.outcomes.iter().rev());
        outcomes.into_iter().find_map(|outcome| match *outcome {
            Outcome::Acted { side, field, .. } if side == own => Some(field),
            _ => None,
        })
    }

    /// What the player knew when the last plan was due.
    pub fn before(&self) -> Option<View> {
        let log = self.session.log();
        let before = log.len().checked_sub(2)?;
        log.get(before).map(RoundLog::planned)
    }

    /// The hints for the plan that is due, if they have been thought out.
    pub fn advice(&self) -> Option<Rc<Advice>> {
        let round = self.session.view().common.round;
        let (of, advice) = self.advice.as_ref()?;
        (*of == round).then(|| Rc::clone(advice))
    }

    /// Remembers the hints for the plan that is due.
    pub fn remember(&mut self, advice: Rc<Advice>) {
        self.advice = Some((self.session.view().common.round, advice));
    }

    /// Seals a decision.
    ///
    /// # Errors
    /// If the rules do not allow it.
    pub fn decide(&mut self, decision: Decision) -> Result<(), Refused> {
        let round = self.session.view().common.round;
        let progress = self.session.decide(decision)?;
        if matches!(decision, Decision::Plan(_)) {
            self.draft = Draft::default();
        }
        self.took(round, progress);
        Ok(())
    }

    /// Looks whether the opponent has decided.
    pub fn poll(&mut self) {
        let round = self.session.view().common.round;
        let progress = self.session.poll();
        self.took(round, progress);
    }

    fn took(&mut self, round: u8, progress: Progress) {
        let Progress::Resolved(outcomes) = progress else {
            return;
        };
        let side = self.session.side();
        if self.session.is_shared() {
            let outcomes = outcomes.clone();
            self.unread[side.other()].push_back(Unread { round, outcomes });
        }
        self.unread[side].push_back(Unread { round, outcomes });
    }

    /// Why the opponent decides nothing any more, once.
    pub fn forfeit(&mut self) -> Option<String> {
        let forfeit = self.session.forfeit().filter(|_| !self.knows_forfeit)?;
        self.knows_forfeit = true;
        Some(forfeit.to_string())
    }

    /// The next thing that is still to be told to whoever sits at the keyboard, once.
    pub fn news(&mut self) -> Option<Unread> {
        let side = self.session.side();
        self.unread[side].pop_front().filter(|_| self.seated)
    }

    /// Whose turn at the keyboard it is, if it is another's than who sits there, or nobody
    /// does yet.
    pub fn hands_over_to(&self) -> Option<Side> {
        let side = self.session.due()?;
        (side != self.session.side() || !self.seated).then_some(side)
    }

    /// Gives the keyboard to the person of a side; whether that one has read the briefing.
    /// Nothing of the other's is kept.
    pub fn sit(&mut self, side: Side) -> bool {
        self.session.sit(side);
        self.seated = true;
        self.draft = Draft::default();
        self.advice = None;
        std::mem::replace(&mut self.briefed[side], true)
    }
}

#[cfg(test)]
impl Play {
    /// Waits until the opponent has decided whatever is due from it.
    pub fn wait(&mut self) {
        let round = self.session.view().common.round;
        let progress = self.session.wait();
        self.took(round, progress);
    }
}
