//! Par: what strong play brings in this seat, on this deal, against this opponent.

use super::PAR;
use super::game::Game;
use super::luck::Luck;
use super::progress::Progress;
use crate::negotiator::{Level, Seating, Who};
use crate::rules::score::scores;
use crate::rules::side::{PerSide, Side};
use crate::rules::view::View;
use crate::scenario::Scenario;
use crate::statistics::Estimate;
use rayon::prelude::*;

/// Who plays for par.
const STRONG: Who = Who::Level(Level::Hard);

/// Par for a seat.
#[derive(Clone, Debug, PartialEq)]
pub struct Par {
    /// The mean mission score.
    pub score: Estimate,
    /// Over so many games.
    pub games: u32,
    /// Against whom.
    pub against: Who,
}

/// Whom par is played against: the opponent as it was, if it is of this program and can be
/// played again in a moment, or else a strong one.
pub fn stand_in(opponent: Option<&Who>) -> Who {
    match opponent {
        Some(
            who @ (Who::Level(Level::Easy | Level::Normal | Level::Hard) | Who::Search(..=6000)),
        ) => who.clone(),
        None | Some(Who::Level(_) | Who::Search(_) | Who::Adversary(_) | Who::Cmd(_)) => STRONG,
        Some(script) => script.clone(),
    }
}

/// Who has to meet whom for the par of these seats, each pairing once: if both players are
/// strong ones, the same games tell par for both seats.
pub(super) fn pairings(seats: &[Side], players: &PerSide<Option<Who>>) -> Vec<PerSide<Who>> {
    let mut pairings = Vec::new();
    for &side in seats {
        let pairing = pairing(side, players);
        if !pairings.contains(&pairing) {
            pairings.push(pairing);
        }
    }
    pairings
}

fn pairing(side: Side, players: &PerSide<Option<Who>>) -> PerSide<Who> {
    PerSide::from_fn(|seat| {
        if seat == side {
            STRONG
        } else {
            stand_in(players[seat].as_ref())
        }
    })
}

/// Games of two players: what both scored in each.
pub(super) struct Played {
    players: PerSide<Who>,
    scores: Vec<PerSide<f64>>,
}

/// Plays so many games: the deal is the game's own, and what chance brings after it differs.
pub(super) fn play_all(
    scenario: &Scenario,
    game: &Game,
    players: PerSide<Who>,
    games: u32,
    progress: &Progress,
) -> Played {
    let scores = (0..u64::from(games))
        .into_par_iter()
        .map(|n| {
            let scores = play(scenario, game, &players, n, progress);
            progress.done(PAR);
            scores
        })
        .collect();
    Played { players, scores }
}

/// Par for a seat.
pub(super) fn par(played: &[Played], side: Side, players: &PerSide<Option<Who>>) -> Par {
    let pairing = pairing(side, players);
    let games = played.iter().find(|played| played.players == pairing);
    let scores = games.map_or(&[][..], |played| &played.scores);
    let [presser, holder] = pairing.0;
    Par {
        score: Estimate::mean(scores.iter().map(|score| score[side])),
        games: scores.len() as u32,
        against: match side {
            Side::Presser => holder,
            Side::Holder => presser,
        },
    }
}

/// Plays one game, and says what both scored.
fn play(
    scenario: &Scenario,
    game: &Game,
    players: &PerSide<Who>,
    n: u64,
    progress: &Progress,
) -> PerSide<f64> {
    let t = &scenario.tables;
    let mut seats = PerSide::from_fn(|seat| {
        let seating = Seating::new(scenario, seat, n, progress.stop());
        players[seat].seat(&seating)
    });
    let mut state = Luck::new(n).meets(&game.deal);
    while state.ending().is_none() && !progress.given_up() {
        let decided = PerSide::from_fn(|seat| {
            state.ask(t, seat)?;
            Some(seats[seat].decide(t, &View::of(t, &state, seat)))
        });
        game.forced.place(&mut state);
        state.go_on(t, decided, &mut ());
    }
    let scores = scores(t, &state);
    PerSide::from_fn(|seat| f64::from(scores[seat].total.get()) / 10.0)
}
