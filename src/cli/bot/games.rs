//! The second half of the check: whole games, as any command plays them.

use super::report::Report;
use crate::negotiator::external::{CommandLine, External};
use crate::negotiator::{Forfeit, Negotiator, Outside, Seating, Stop, Who};
use crate::rules::deal::Length;
use crate::rules::ending::Ending;
use crate::rules::plan::Decision;
use crate::rules::score::Score;
use crate::rules::side::{PerSide, Side};
use crate::rules::tables::Tables;
use crate::rules::view::View;
use crate::scenario::Scenario;
use crate::simulate;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// What there is to tell of a program that has played.
#[derive(Clone, Debug, Default)]
struct Seen {
    slowest: Duration,
    answers: u32,
    faults: u32,
}

/// A program at play, watched.
struct Watched {
    inner: External,
    seen: Arc<Mutex<Seen>>,
}

impl Negotiator for Watched {
    fn decide(&mut self, t: &Tables, view: &View) -> Decision {
        let decision = self.inner.decide(t, view);
        if let Ok(mut seen) = self.seen.lock() {
            seen.slowest = self.inner.slowest();
            seen.faults = self.inner.faults();
            seen.answers += 1;
        }
        decision
    }

    fn end(&mut self, ending: Ending, scores: &PerSide<Score>) {
        self.inner.end(ending, scores);
    }

    fn forfeit(&self) -> Option<&Forfeit> {
        self.inner.forfeit()
    }
}

/// Plays a game for each side against one who decides by lot.
pub fn play(
    scenario: &Scenario,
    line: &CommandLine,
    seed: u64,
    outside: &Outside,
    report: &mut Report,
) {
    let checks = ["game, presser", "game, holder"];
    for (side, what) in Side::BOTH.into_iter().zip(checks) {
        let stop = Stop::default();
        let seen = Arc::new(Mutex::new(Seen::default()));
        let mut seats = PerSide::from_fn(|seat| -> Box<dyn Negotiator> {
            let seating = Seating::new(scenario, seat, seed, &stop).with(outside);
            if seat == side {
                let inner = External::new(line.clone(), &seating);
                let seen = seen.clone();
                Box::new(Watched { inner, seen })
            } else {
                Who::Random.seat(&seating)
            }
        });
        let played = simulate::play(&scenario.tables, &mut seats, seed, Length::Standard);
        let seen = seen
            .lock()
            .map_or_else(|_| Seen::default(), |seen| seen.clone());
        report.note(what, judge(side, &played, &seen, outside.move_ms));
    }
}

fn judge(side: Side, played: &simulate::Played, seen: &Seen, limit: u32) -> Result<String, String> {
    if let Some(forfeit) = &played.forfeits[side] {
        return Err(format!("forfeited: {forfeit}"));
    }
    if seen.faults > 0 {
        return Err(format!(
            "no answer that could be taken to {} of {} questions",
            seen.faults, seen.answers
        ));
    }
    Ok(format!(
        "{} answers, the slowest after {} of {limit} ms; score {}",
        seen.answers,
        seen.slowest.as_millis(),
        played.scores[side].total,
    ))
}
