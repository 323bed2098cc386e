//! The review of a game that is over, in the background.

use super::{Errand, Session, Wake};
use crate::analysis::review::{self, Game, PAR_GAMES, Request, Review, SIMULATIONS, negotiators};
use crate::negotiator::Who;
use crate::record::{Forced, Header, Seat, Step};
use crate::rules::side::Side;
use crate::scenario::Scenario;
use std::io;
use std::sync::Arc;

/// Sets out to review a game that these steps tell: the plans of its players, or of both sides
/// if no person played. `None` if it is not over.
pub fn review(
    scenario: Arc<Scenario>,
    header: &Header,
    steps: &[Step],
    wake: Wake,
) -> Option<io::Result<Errand<Review>>> {
    let game = Game::of(&scenario.tables, steps, Forced::of(header, &scenario))?;
    let seats = reviewed(header);
    let players = negotiators(header);
    Some(Errand::run(wake, move |stop, tell| {
        let request = Request {
            scenario: &scenario,
            game: &game,
            seats,
            players,
            simulations: SIMULATIONS,
            games: PAR_GAMES,
        };
        review::review(&request, stop, tell)
    }))
}

/// Whose plans are looked at unless it is said: those of the persons who played; of both, if
/// none did.
pub fn reviewed(header: &Header) -> Vec<Side> {
    let persons = |side: &Side| header.seats[*side] == Seat::Person;
    let seats: Vec<Side> = Side::BOTH.into_iter().filter(persons).collect();
    if seats.is_empty() {
        Side::BOTH.to_vec()
    } else {
        seats
    }
}

impl Session {
    /// Sets out to review the player's own plans, once the game is over: `None` before, and for
    /// a guided game, whose plans were the guide's as much as the player's.
    ///
    /// # Errors
    /// If there is no thread for it.
    pub fn review(&self, wake: Wake) -> Option<io::Result<Errand<Review>>> {
        if self.opponent() == Some(&Who::Tutor) {
            return None;
        }
        let scenario = Arc::clone(&self.scenario);
        let steps = self.record.replay(&scenario).steps;
        review(scenario, self.record.header(), &steps, wake)
    }
}
