//! The opponent at work: one thread that thinks while the player does, and sleeps when
//! it has nothing to decide.

use crate::negotiator::{Seating, Stop, Who};
use crate::rules::plan::Decision;
use crate::rules::side::Side;
use crate::rules::view::View;
use crate::scenario::Scenario;
use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::thread::{self, JoinHandle};

/// Called from the opponent's thread each time it has decided.
pub type Wake = Box<dyn Fn() + Send>;

/// A negotiator in a thread of its own. To drop it interrupts it and waits for it.
pub(super) struct Thinker {
    questions: Option<Sender<View>>,
    decisions: Receiver<Decision>,
    stop: Stop,
    thread: Option<JoinHandle<()>>,
}

/// Who sits opposite the player.
pub(super) struct Opponent {
    /// Its name.
    pub who: Who,
    /// Its side.
    pub side: Side,
    /// The seed of the game.
    pub seed: u64,
    /// What it has decided in this game so far, and on what views.
    pub past: Vec<(View, Decision)>,
}

/// Where a thought has come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Thought {
    /// Not there yet.
    Busy,
    /// Decided.
    Done(Decision),
    /// The negotiator is gone; it decides nothing any more.
    Lost,
}

impl Thinker {
    /// Gives a side to a negotiator, with what it decided before if the game is taken up again.
    pub fn seat(seat: Opponent, scenario: Arc<Scenario>, wake: Wake) -> io::Result<Self> {
        let (questions, asked) = channel::<View>();
        let (answer, decisions) = channel();
        let stop = Stop::default();
        let heeded = stop.clone();
        let think = move || {
            let seating = Seating::new(&scenario, seat.side, seat.seed, &heeded);
            let mut negotiator = seat.who.seat(&seating);
            for (view, decided) in &seat.past {
                negotiator.recall(&scenario.tables, view, *decided);
            }
            for view in asked {
                let decision = negotiator.decide(&scenario.tables, &view);
                if heeded.given() || answer.send(decision).is_err() {
                    return;
                }
                wake();
            }
        };
        let thread = thread::Builder::new()
            .name("opponent".into())
            .spawn(think)?;
        Ok(Self {
            questions: Some(questions),
            decisions,
            stop,
            thread: Some(thread),
        })
    }

    /// Sets it thinking. One question at a time.
    pub fn ask(&self, view: &View) {
        if let Some(questions) = &self.questions {
            // That the thread is gone is noticed when its decision is due.
            let _ = questions.send(*view);
        }
    }

    /// How far it is, at once.
    pub fn poll(&self) -> Thought {
        match self.decisions.try_recv() {
            Ok(decision) => Thought::Done(decision),
            Err(TryRecvError::Empty) => Thought::Busy,
            Err(TryRecvError::Disconnected) => Thought::Lost,
        }
    }

    /// Waits until it has decided.
    pub fn wait(&self) -> Thought {
        self.decisions.recv().map_or(Thought::Lost, Thought::Done)
    }
}

impl Drop for Thinker {
    fn drop(&mut self) {
        self.stop.give();
        drop(self.questions.take());
        if let Some(thread) = self.thread.take() {
            // If it panicked, the panic has been told already.
            let _ = thread.join();
        }
    }
}
