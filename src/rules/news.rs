//! The news: each round opens with an event, whose sort was known a round ahead.

use super::condition::Eyes;
use super::outcome::{Cause, Outcome, Sink};
use super::plan::{ChoiceId, EventId};
use super::side::{PerSide, Side};
use super::state::{Phase, State};
use super::tables::{Asks, Tables};
use super::turn::Turn;

/// How often the deck is searched for an event whose time has come.
const TRIES: u32 = 24;

impl State {
    /// Takes the answers to the event and goes on to the plans. An answer that is missing or
    /// not on the list counts as the first; answers of a side that was not asked are ignored.
    pub fn choose<S: Sink>(
        &mut self,
        t: &Tables,
        answers: PerSide<Option<ChoiceId>>,
        sink: &mut S,
    ) {
        let (Phase::Choices, Some(id)) = (self.common.phase, self.common.event) else {
            return;
        };
        let event = t.event(id);
        let answers = PerSide::from_fn(|side| {
            let given = answers[side].map_or(0, |choice| choice.0);
            if usize::from(given) < event.choices.len() {
                given
            } else {
                0
            }
        });
        self.common.phase = Phase::Plans;
        let mut turn = Turn::new(t, self, sink);
        for side in Side::BOTH.into_iter().filter(|&side| event.asks.side(side)) {
            turn.put(Outcome::Answered(side, id, ChoiceId(answers[side])));
            let ops = event.choices[usize::from(answers[side])];
            turn.run(ops, side, Cause::Choice(id, side));
        }
        if event.asks == Asks::Both
            && let Some(pair) = event.together.iter().find(|pair| pair.answers == answers)
        {
            turn.run(pair.ops, Side::Presser, Cause::Event(id));
        }
        turn.after_news();
    }
}

impl<S: Sink> Turn<'_, S> {
    /// Opens a round: brings its event, and asks what it asks.
    pub(super) fn open_round(&mut self) {
        let c = &mut self.s.common;
        c.round += 1;
        c.event = self.s.chance.next;
        c.phase = Phase::Plans;
        let (round, event) = (c.round, c.event);
        if let Some(id) = event {
            self.s.common.past[id.0 as usize / 64] |= 1 << (id.0 % 64);
        }
        self.put(Outcome::Round(round));
        self.pick_next_event();
        self.put(Outcome::News(event));
        let Some(id) = event else { return };
        let event = self.t.event(id);
        self.run(event.ops, Side::Presser, Cause::Event(id));
        self.after_news();
        if event.asks != Asks::Nobody && self.s.ending().is_none() {
            self.s.common.phase = Phase::Choices;
        }
    }

    /// News can change a text that one side has signed, start a war, or bring down a negotiator.
    fn after_news(&mut self) {
        if !self.text_stands() {
            self.s.common.signed = PerSide([false, false]);
        }
        self.stick_blame();
        self.check_breaking_points();
    }

    /// Draws the next event, one that has not come yet and whose conditions hold now; none
    /// if a few tries find none.
    pub(super) fn pick_next_event(&mut self) {
        let n = self.t.events.len() as u32;
        let mut next = None;
        for _ in 0..TRIES {
            let id = EventId(self.s.chance.dice.below(n) as u8);
            if n > 0 && may_come(self.t, self.s, id) {
                next = Some(id);
                break;
            }
        }
        self.s.chance.next = next;
        let kind = next.map(|id| self.t.event(id).kind);
        self.s.common.next_kind = kind;
        if let Some(kind) = kind {
            self.put(Outcome::Next(kind));
        }
    }
}

/// Whether the event has not come yet, and its conditions hold now.
pub(super) fn may_come(t: &Tables, state: &State, id: EventId) -> bool {
    !state.common.is_past(id) && Eyes::open(t, state, Side::Presser).see(t.event(id).when)
}
