//! The opponent at work: one thread that thinks while the player does, and sleeps when
//! it has nothing to decide.

use crate::negotiator::{Forfeit, Outside, Seating, Stop, Who};
use crate::rules::ending::Ending;
use crate::rules::plan::Decision;
use crate::rules::score::Score;
use crate::rules::side::{PerSide, Side};
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
    tasks: Option<Sender<Task>>,
    thoughts: Receiver<Decided>,
    stop: Stop,
    thread: Option<JoinHandle<()>>,
}

/// What a negotiator is given to do.
enum Task {
    /// To decide.
    Decide(Box<View>),
    /// To hear how it ended.
    End(Ending, PerSide<Score>),
}

/// What a negotiator decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decided {
    /// The decision.
    pub decision: Decision,
    /// Why it decides nothing any more, if it does not.
    pub forfeit: Option<Forfeit>,
}

/// Who is to be seated, and where.
pub(super) struct Invited {
    /// Its name.
    pub who: Who,
    /// Its side.
    pub side: Side,
    /// The seed of the game.
    pub seed: u64,
    /// What it has decided in this game so far, and on what views.
    pub past: Vec<(View, Decision)>,
    /// What holds for it if it is not of this program.
    pub outside: Outside,
}

/// Where a thought has come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Thought {
    /// Not there yet.
    Busy,
    /// Decided.
    Done(Decided),
    /// The negotiator is gone; it decides nothing any more.
    Lost,
}

impl Thinker {
    /// Gives a side to a negotiator, with what it decided before if the game is taken up again.
    pub fn seat(seat: Invited, scenario: Arc<Scenario>, wake: Wake) -> io::Result<Self> {
        let (tasks, given) = channel();
        let (answer, thoughts) = channel();
        let stop = Stop::default();
        let heeded = stop.clone();
        let think = move || {
            let seating = Seating::new(&scenario, seat.side, seat.seed, &heeded);
            let mut negotiator = seat.who.seat(&seating.with(&seat.outside));
            for (view, decided) in &seat.past {
                negotiator.recall(&scenario.tables, view, *decided);
            }
            for task in given {
                let view = match task {
                    Task::Decide(view) => view,
                    Task::End(ending, scores) => {
                        negotiator.end(ending, &scores);
                        continue;
                    }
                };
                let decision = negotiator.decide(&scenario.tables, &view);
                let forfeit = negotiator.forfeit().cloned();
                if heeded.given() || answer.send(Decided { decision, forfeit }).is_err() {
                    return;
                }
                wake();
            }
        };
        let thread = thread::Builder::new()
            .name("opponent".into())
            .spawn(think)?;
        Ok(Self {
            tasks: Some(tasks),
            thoughts,
            stop,
            thread: Some(thread),
        })
    }

    /// Sets it thinking. One question at a time.
    pub fn ask(&self, view: &View) {
        self.give(Task::Decide(Box::new(*view)));
    }

    /// Tells it how the game ended.
    pub fn end(&self, ending: Ending, scores: PerSide<Score>) {
        self.give(Task::End(ending, scores));
    }

    fn give(&self, task: Task) {
        if let Some(tasks) = &self.tasks {
            // That the thread is gone is noticed when its decision is due.
            let _ = tasks.send(task);
        }
    }

    /// How far it is, at once.
    pub fn poll(&self) -> Thought {
        match self.thoughts.try_recv() {
            Ok(decided) => Thought::Done(decided),
            Err(TryRecvError::Empty) => Thought::Busy,
            Err(TryRecvError::Disconnected) => Thought::Lost,
        }
    }

    /// Waits until it has decided.
    pub fn wait(&self) -> Thought {
        self.thoughts.recv().map_or(Thought::Lost, Thought::Done)
    }
}

impl Drop for Thinker {
    fn drop(&mut self) {
        self.stop.give();
        drop(self.tasks.take());
        if let Some(thread) = self.thread.take() {
            // If it panicked, the panic has been told already.
            let _ = thread.join();
        }
    }
}
