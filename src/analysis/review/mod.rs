//! The review of a finished game: for each plan, and each answer to an event, what it was worth
//! and what would have been better, what the game turned on, and what strong play brings in
//! the same chair.
//!
//! A decision is judged by what its side could know when it made it: from states drawn from
//! what it had reason to believe. What the open cards say is told beside it, and blames nobody.
//! The same game gives the same review, on however many cores.

// Every count here lies far below the 53 bits that an `f64` holds exactly.
#![allow(clippy::cast_precision_loss)]

mod course;
mod game;
mod grade;
mod judge;
mod luck;
mod par;
mod progress;
mod study;
mod turning;
mod weigh;

pub use course::{Moved, Reply, Stretch};
pub use game::Game;
pub use grade::Grade;
pub use judge::{Answered, Judged};
pub use par::{Par, stand_in};
pub use progress::Tell;
pub use study::Held;
pub use turning::{Judgement, Mover, Parting, Turning};
pub use weigh::Verdict;

use super::frontier::{Plane, plane};
use crate::negotiator::{Stop, Who};
use crate::record::{Header, Seat};
use crate::rules::ending::Ending;
use crate::rules::meter::Tenths;
use crate::rules::score::scores;
use crate::rules::side::{PerSide, Side};
use crate::rules::state::State;
use crate::scenario::Scenario;
use progress::Progress;
use weigh::Effort;

/// How many simulations each decision gets unless told otherwise.
pub const SIMULATIONS: u32 = 512;
/// How many games are played for par unless told otherwise.
pub const PAR_GAMES: u32 = 16;

/// Who sat where by a save's header; none for a person, and none for one of whom this program
/// does not know.
pub fn negotiators(header: &Header) -> PerSide<Option<Who>> {
    PerSide::from_fn(|side| match &header.seats[side] {
        Seat::Person => None,
        Seat::Opponent(name) => name.parse().ok(),
    })
}

/// What is to be reviewed.
#[derive(Clone, Debug)]
pub struct Request<'a> {
    /// What was played.
    pub scenario: &'a Scenario,
    /// The game.
    pub game: &'a Game,
    /// Whose decisions are judged.
    pub seats: Vec<Side>,
    /// Who sat where; none for a person.
    pub players: PerSide<Option<Who>>,
    /// How many simulations each decision gets.
    pub simulations: u32,
    /// How many games are played for par.
    pub games: u32,
}

/// A reviewed game.
#[derive(Clone, Debug)]
pub struct Review {
    /// How many simulations each decision got.
    pub simulations: u32,
    /// How the game ended.
    pub ending: Ending,
    /// The state in which it ended.
    pub last: State,
    /// What each side scored.
    pub scores: PerSide<Tenths>,
    /// What the game was worth round by round, and what moved it.
    pub course: Vec<Stretch>,
    /// The events that asked, and what the answers did.
    pub replies: Vec<Reply>,
    /// The seats that were judged.
    pub seats: Vec<Chair>,
    /// The treaties that were possible, and what was reached.
    pub plane: Plane,
}

/// The review of one seat.
#[derive(Clone, Debug, PartialEq)]
pub struct Chair {
    /// Whose.
    pub side: Side,
    /// Its plans, round by round.
    pub plans: Vec<Judged>,
    /// Its answers to the events that asked it.
    pub answers: Vec<Answered>,
    /// What the game turned on for it, the largest swing first.
    pub turning: Vec<Turning>,
    /// What strong play brings here.
    pub par: Par,
}

impl Chair {
    /// What the seat's decisions have cost it by their side's own knowledge, as far as they are
    /// blamed: the sum over those that are not sound, in points.
    pub fn lost(&self) -> f64 {
        let plans = self.plans.iter().map(|plan| (plan.grade, plan.known.cost));
        let answers = (self.answers.iter()).map(|answer| (answer.grade, answer.known.cost));
        let blamed = (plans.chain(answers)).filter(|(grade, _)| *grade != Grade::Sound);
        blamed.fold(0.0, |sum, (_, cost)| sum + cost.value)
    }

    /// How many plans got each grade, as in [`Grade::ALL`].
    pub fn grades(&self) -> [usize; Grade::ALL.len()] {
        Grade::ALL.map(|grade| self.plans.iter().filter(|plan| plan.grade == grade).count())
    }

    /// How many answers got each grade, as in [`Grade::ALL`].
    pub fn answer_grades(&self) -> [usize; Grade::ALL.len()] {
        Grade::ALL.map(|grade| {
            self.answers
                .iter()
                .filter(|answer| answer.grade == grade)
                .count()
        })
    }
}

/// What parts of the work take, against what one state of [`judge`] takes.
const STUDY: u64 = 12;
const COURSE: u64 = 25;
const PAR: u64 = 250;

/// Reviews a game. `tell` hears how far it is. `None` if it was stopped.
pub fn review(request: &Request<'_>, stop: &Stop, tell: Tell<'_>) -> Option<Review> {
    let Request { scenario, game, .. } = *request;
    let t = &scenario.tables;
    let effort = Effort::of(request.simulations);
    let pairings = par::pairings(&request.seats, &request.players);
    let rounds = game.rounds.len() as u64;
    let questions = game.questions.len() as u64;
    let made = |side: Side| game.past[side].len() as u64;
    let studying: u64 = Side::BOTH.map(made).iter().sum();
    let judging: u64 = request.seats.iter().map(|&side| made(side)).sum();
    let playing = u64::from(request.games) * pairings.len() as u64;
    let all = studying * STUDY
        + (rounds + questions) * COURSE
        + judging * effort.states as u64
        + playing * PAR;
    let progress = Progress::of(all, stop, tell);
    let studied = |side| study::study(t, game, side, effort.states, &progress);
    let (presser, holder) = rayon::join(|| studied(Side::Presser), || studied(Side::Holder));
    let studies = PerSide([presser?, holder?]);
    let (course, replies) = course::course(t, game, &studies, effort, &progress);
    let judged: Vec<(Vec<Judged>, Vec<Answered>)> = (request.seats.iter())
        .map(|&side| {
            let studies = &studies[side];
            let plans = judge::plans(t, game, side, studies, effort, &progress);
            let answers = judge::answers(t, game, side, studies, effort, &progress);
            (plans, answers)
        })
        .collect();
    let played: Vec<_> = (pairings.into_iter())
        .map(|players| par::play_all(scenario, game, players, request.games, &progress))
        .collect();
    let seats = (request.seats.iter().zip(judged))
        .map(|(&side, (plans, answers))| Chair {
            side,
            turning: turning::turning(&course, &replies, side, (&plans, &answers)),
            plans,
            answers,
            par: par::par(&played, side, &request.players),
        })
        .collect();
    let scores = scores(t, &game.last);
    let review = Review {
        simulations: request.simulations,
        ending: game.ending,
        last: game.last,
        scores: PerSide::from_fn(|side| scores[side].total),
        course,
        replies,
        seats,
        plane: plane(t, &game.last),
    };
    (!stop.given()).then_some(review)
}
