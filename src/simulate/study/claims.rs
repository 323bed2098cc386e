//! The claims that games can test, by their numbers in the essay's list, and the experiment for
//! each.

use super::landmark::{self, Course};
use super::measure::{Claimed::Above, Claimed::Below, Measure, Verdict};
use super::variation::Variation;
use crate::rules::ending::Class::{self, Comprehensive, Continuation, War};
use crate::rules::side::Side;
use crate::scenario::Text;
use crate::simulate::game::Played;
use serde::Serialize;

/// A claim and what the games say of it.
#[derive(Clone, Debug, Serialize)]
pub struct Claim {
    /// Its number.
    pub number: u8,
    /// The claim.
    pub claim: &'static str,
    /// What should be seen if it holds in the game.
    pub experiment: &'static str,
    /// What was measured.
    pub measures: Vec<Measure>,
    /// What that comes to.
    pub verdict: Verdict,
}

/// Clauses that close last in a breakthrough.
const LAST: usize = 3;

/// Rounds in which they do.
const SUDDEN: u8 = 2;

/// Puts all claims to the runs, which are in the order of [`Variation::ALL`].
pub(super) fn all(text: &Text, runs: &[Vec<Played>]) -> Vec<Claim> {
    let run = |v: Variation| -> &[Played] { runs.get(v as usize).map_or(&[], Vec::as_slice) };
    let base = run(Variation::None);
    let change = |v| [base, run(v)];
    vec![
        claim(
            2,
            "Military action goes on under the ceasefire",
            "most games that end in continuation have had an incident",
            vec![incidents(base)],
        ),
        claim(
            4,
            "Who concedes first looks defeated",
            "without the first mover's surcharge there are more comprehensive agreements",
            vec![Measure::share(
                "comprehensive",
                change(Variation::NoSurcharge),
                Above,
                ended(Comprehensive),
            )],
        ),
        claim(
            5,
            "Ambiguity is deliberate and serves both",
            "without its shield: more war, fewer agreements, and both score less",
            ambiguity(text, change(Variation::NoShield)),
        ),
        claim(
            7,
            "Defensive, yet ready for a sudden breakthrough",
            "in most comprehensive agreements the last three clauses become clear within two rounds",
            vec![breakthroughs(base)],
        ),
        claim(
            8,
            "The state lasts until a side is cornered",
            "war or agreement end more of the games, and of the rounds, that have a side cornered",
            vec![cornered_games(base), cornered_rounds(base)],
        ),
        claim(
            10,
            "Commitments that can be reversed are not trusted",
            "with guarantees struck from the agenda there are fewer agreements",
            vec![Measure::share(
                "comprehensive",
                change(Variation::NoGuarantees),
                Below,
                ended(Comprehensive),
            )],
        ),
        claim(
            12,
            "Three futures: continuation most likely, war less, agreement least",
            "continuation is more frequent than war, and war than agreement",
            order(base),
        ),
    ]
}

fn claim(
    number: u8,
    claim: &'static str,
    experiment: &'static str,
    measures: Vec<Measure>,
) -> Claim {
    Claim {
        number,
        claim,
        experiment,
        verdict: Verdict::all(&measures),
        measures,
    }
}

/// Whether a game ended in this future.
fn ended(class: Class) -> impl Fn(&Played) -> bool {
    move |game| game.ending.class() == class
}

/// Counts the games that are so among those that count: so many, of so many.
fn count(
    games: &[Played],
    counts: impl Fn(&Played) -> bool,
    so: impl Fn(&Played) -> bool,
) -> (u32, u32) {
    let such = || games.iter().filter(|game| counts(game));
    let so = such().filter(|game| so(game)).count();
    (so as u32, such().count() as u32)
}

fn incidents(games: &[Played]) -> Measure {
    let (so, of) = count(games, ended(Continuation), |g| g.last.common.incidents > 0);
    Measure::most("with an incident, of continuation", so, of)
}

fn ambiguity(text: &Text, runs: [&[Played]; 2]) -> Vec<Measure> {
    let mut measures = vec![
        Measure::share("war", runs, Above, ended(War)),
        Measure::share("comprehensive", runs, Below, ended(Comprehensive)),
    ];
    measures.extend(Side::BOTH.map(|side| {
        let what = format!("score of {}", text.side(side).id);
        Measure::score(&what, runs, Below, |g| g.points(side))
    }));
    measures
}

fn breakthroughs(games: &[Played]) -> Measure {
    let (so, of) = count(games, ended(Comprehensive), is_sudden);
    Measure::most("sudden, of comprehensive", so, of)
}

/// Whether the last clauses of a treaty became clear within a few rounds.
fn is_sudden(game: &Played) -> bool {
    let treaty = &game.last.common;
    let mut closed: Vec<u8> = (treaty.clauses.clear().iter())
        .map(|id| treaty.clause(id).since)
        .collect();
    closed.sort_unstable_by(|a, b| b.cmp(a));
    match closed.get(LAST - 1) {
        Some(first) => closed[0] - first < SUDDEN,
        None => false,
    }
}

/// Whether games in which a side has just been cornered end otherwise than in continuation more
/// often than those that have come as far without.
fn cornered_games(games: &[Played]) -> Measure {
    let courses = games.iter().map(|game| Course {
        befell: game.tight.iter().position(|&tight| tight),
        rounds: game.tight.len(),
        so: game.ending.class() != Continuation,
    });
    let compared = landmark::compare(&courses.collect::<Vec<_>>());
    Measure::compared(
        "ending so, of games, not yet cornered to just cornered",
        compared,
    )
}

/// The same by rounds: a game ends once, and each round that it reaches is one trial of
/// whether it does.
fn cornered_rounds(games: &[Played]) -> Measure {
    let ended = |cornered| {
        let rounds = || games.iter().flat_map(|game| &game.tight);
        let last = |game: &&Played| game.tight.last() == Some(&cornered);
        let otherwise = |game: &&Played| game.ending.class() != Continuation;
        (
            games.iter().filter(otherwise).filter(last).count() as u32,
            rounds().filter(|&&tight| tight == cornered).count() as u32,
        )
    };
    Measure::among(
        "ending so, of rounds, uncornered to cornered",
        ended(false),
        ended(true),
    )
}

fn order(games: &[Played]) -> Vec<Measure> {
    let [comprehensive, war, continuation] = [Comprehensive, War, Continuation].map(ended);
    vec![
        Measure::more("from war to continuation", games, [&war, &continuation]),
        Measure::more("from comprehensive to war", games, [&comprehensive, &war]),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::negotiator::{Outside, Who};
    use crate::rules::clause::{ClauseId, Level, Status};
    use crate::rules::deal::Length;
    use crate::rules::side::PerSide;
    use crate::scenario::Scenario;
    use crate::simulate::Batch;

    fn games() -> Vec<Played> {
        let scenario = Scenario::load("gulf").expect("gulf is sound");
        let batch = Batch {
            scenario: &scenario,
            players: PerSide([Who::Staller, Who::Staller]),
            games: 2,
            seed: 1,
            length: Length::Short,
            outside: Outside::default(),
        };
        batch.run(|| ())
    }

    /// A game whose clauses became clear in these rounds.
    fn closed(rounds: &[u8]) -> Played {
        let mut game = games().swap_remove(0);
        for (n, &round) in rounds.iter().enumerate() {
            (game.last.common.clauses).change(ClauseId(n as u8), |clause| {
                clause.status = Status::Clear;
                clause.level = Level(2);
                clause.since = round;
            });
        }
        game
    }

    #[test]
    fn a_breakthrough_is_three_clauses_in_two_rounds() {
        assert!(is_sudden(&closed(&[2, 9, 8, 9])));
        assert!(is_sudden(&closed(&[9, 9, 9])));
        assert!(!is_sudden(&closed(&[2, 7, 9, 8])));
        assert!(!is_sudden(&closed(&[9, 9])));
    }

    #[test]
    fn the_same_games_twice_show_no_change() {
        let text = Scenario::load("gulf").expect("gulf is sound").text;
        let runs = vec![games(); 4];
        for claim in all(&text, &runs) {
            for measure in &claim.measures {
                let changed = measure.before != measure.after;
                if [4, 5, 10].contains(&claim.number) {
                    assert!(!changed && measure.verdict == Verdict::NotShown);
                }
            }
        }
    }
}
