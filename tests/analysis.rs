//! Reviews of games that negotiators have played: that they blame the right seat, and that
//! the same game always gives the same review.

#![allow(clippy::unwrap_used)]

mod recorded;

use fog_of_peace::analysis::review::{Game, Grade, Request, Review, review};
use fog_of_peace::negotiator::Stop;
use fog_of_peace::record::{Forced, Inject, Record};
use fog_of_peace::rules::deal::Length;
use fog_of_peace::rules::outcome::Outcome;
use fog_of_peace::rules::plan::{ChoiceId, Decision};
use fog_of_peace::rules::side::{PerSide, Side};
use fog_of_peace::scenario::{BUILTIN, Scenario};

/// A short game between two negotiators.
fn played(scenario: &Scenario, [presser, holder]: [&str; 2], seed: u64) -> Record {
    let header = recorded::header(scenario, [presser, holder], seed, Length::Short);
    recorded::play(scenario, header)
}

fn reviewed(scenario: &Scenario, players: [&str; 2], seed: u64) -> Review {
    let steps = played(scenario, players, seed).replay(scenario).steps;
    let game = Game::of(&scenario.tables, &steps, Forced::default()).unwrap();
    let request = Request {
        scenario,
        game: &game,
        seats: Side::BOTH.to_vec(),
        players: PerSide([None, None]),
        simulations: 64,
        games: 0,
    };
    review(&request, &Stop::default(), &mut |_| ()).unwrap()
}

#[test]
fn whoever_plays_by_lot_against_a_strong_player_gets_the_blame() {
    let scenario = Scenario::load("gulf").unwrap();
    let lots = |side: Side| match side {
        Side::Presser => ["random", "search:1500"],
        Side::Holder => ["search:1500", "random"],
    };
    for side in Side::BOTH {
        let mut lost = PerSide([0.0; 2]);
        for seed in 1..4 {
            let review = reviewed(&scenario, lots(side), seed);
            for chair in &review.seats {
                lost[chair.side] += chair.lost();
            }
        }
        assert!(lost[side] > 5.0, "{side:?} lost {lost:?}");
        assert!(lost[side] > 3.0 * lost[side.other()], "{side:?}: {lost:?}");
    }
}

#[test]
fn the_same_game_gives_the_same_review_on_any_number_of_threads() {
    let scenario = Scenario::load("gulf").unwrap();
    let players = ["random", "tit-for-tat"];
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
        let pool = pool.build().unwrap();
        format!("{:?}", pool.install(|| reviewed(&scenario, players, 5)))
    };
    assert_eq!(on(1), on(3));
}

#[test]
fn a_game_of_any_scenario_that_comes_with_the_program_is_reviewed() {
    for builtin in BUILTIN {
        let scenario = Scenario::load(builtin.id).unwrap();
        let review = reviewed(&scenario, ["random", "tit-for-tat"], 3);
        let rounds = review.course.len();
        assert!(review.seats.iter().all(|chair| chair.plans.len() == rounds));
        assert!(
            review.seats[0].lost() >= review.seats[1].lost(),
            "{}",
            builtin.id
        );
    }
}

#[test]
fn every_answer_to_an_event_is_held_against_all_others_and_graded() {
    let scenario = Scenario::load("gulf").unwrap();
    let review = reviewed(&scenario, ["random", "tit-for-tat"], 5);
    assert!(!review.replies.is_empty());
    for chair in &review.seats {
        let asked = review.replies.iter().filter_map(|reply| {
            let answer = reply.answers[chair.side]?;
            Some((reply.round, reply.event, answer))
        });
        let graded = chair.answers.iter().map(|a| (a.round, a.event, a.answer));
        assert!(asked.eq(graded), "{:?}", chair.side);
        for answer in &chair.answers {
            assert_ne!(answer.known.alternative, answer.answer);
            assert_eq!(answer.grade, Grade::of(answer.known.cost));
        }
    }
}

/// The Gulf, where one answer to an event ruins the side that gives it.
fn with_a_ruinous_answer() -> Scenario {
    let gulf = BUILTIN.iter().find(|builtin| builtin.id == "gulf").unwrap();
    let mild = "[Face(Own, -2), Blame(Other)]";
    let ruinous = "[Face(Own, -25), Pressure(Own, 20)]";
    let files = gulf.files.iter().map(|(name, text)| {
        let text = text.replacen(mild, ruinous, 1);
        ((*name).to_owned(), text.into())
    });
    Scenario::from_files(files.collect()).unwrap()
}

#[test]
fn a_bad_answer_to_an_event_is_blamed_as_a_bad_plan_is_and_a_good_one_is_not() {
    const ROUND: u8 = 3;
    let scenario = with_a_ruinous_answer();
    let [seize, protest, host] = [0, 1, 2].map(ChoiceId);
    let given = |answer: ChoiceId| {
        let mut header = recorded::header(&scenario, ["staller", "conceder"], 2, Length::Short);
        header.injects.push(Inject {
            round: ROUND,
            event: "seized-ship".into(),
        });
        let record =
            recorded::play_swayed(&scenario, header, |state, _, decision| match decision {
                Decision::Choice(_) if state.common.round == ROUND => answer.into(),
                decision => decision,
            });
        let steps = record.replay(&scenario).steps;
        let forced = Forced::of(record.header(), &scenario);
        let request = Request {
            scenario: &scenario,
            game: &Game::of(&scenario.tables, &steps, forced).unwrap(),
            seats: vec![Side::Holder],
            players: PerSide([None, None]),
            simulations: 64,
            games: 0,
        };
        let mut review = review(&request, &Stop::default(), &mut |_| ()).unwrap();
        let chair = review.seats.remove(0);
        let told = chair.answers.iter().find(|told| told.round == ROUND);
        (*told.unwrap(), chair.lost())
    };
    let (bad, lost) = given(protest);
    assert_eq!(bad.answer, protest);
    assert!(bad.grade >= Grade::Mistake, "{bad:?}");
    assert!([seize, host].contains(&bad.known.alternative), "{bad:?}");
    assert!(lost >= bad.known.cost.value, "{lost} with {bad:?}");
    let (good, _) = given(host);
    assert_eq!(good.answer, host);
    assert_eq!(good.grade, Grade::Sound, "{good:?}");
}

#[test]
fn what_moved_the_score_adds_up_to_the_score() {
    let scenario = Scenario::load("gulf").unwrap();
    let review = reviewed(&scenario, ["tit-for-tat", "conceder"], 2);
    assert!(!review.replies.is_empty());
    for side in Side::BOTH {
        let first = review.course[0].worth[side].value;
        let moved: f64 = (review.course.iter())
            .map(|stretch| stretch.moved[side])
            .map(|moved| moved.own.value + moved.theirs.value + moved.chance.value)
            .sum();
        // Answers of the first round come before all that is told of the course.
        let later = review.replies.iter().filter(|reply| reply.round > 1);
        let answered: f64 = later
            .map(|reply| reply.moved.0.iter().map(|by| by[side].value).sum::<f64>())
            .sum();
        let moved = moved + answered;
        let score = f64::from(review.scores[side].get()) / 10.0;
        assert!((first + moved - score).abs() < 1e-6, "{side:?}");
    }
}

#[test]
fn a_review_that_is_no_longer_wanted_comes_to_nothing() {
    let scenario = Scenario::load("gulf").unwrap();
    let steps = played(&scenario, ["random", "random"], 1)
        .replay(&scenario)
        .steps;
    let request = Request {
        scenario: &scenario,
        game: &Game::of(&scenario.tables, &steps, Forced::default()).unwrap(),
        seats: Side::BOTH.to_vec(),
        players: PerSide([None, None]),
        simulations: 512,
        games: 16,
    };
    let stop = Stop::default();
    let given = stop.clone();
    assert!(review(&request, &stop, &mut |_| given.give()).is_none());
}

#[test]
fn an_event_that_an_exercise_forces_is_no_luck_and_no_plan_is_blamed_for_it() {
    let scenario = Scenario::load("gulf").unwrap();
    let mut header = recorded::header(&scenario, ["staller", "conceder"], 2, Length::Short);
    header.injects.push(Inject {
        round: 4,
        event: "seized-ship".into(),
    });
    let record = recorded::play(&scenario, header);
    assert!(record.state().common.round > 4, "the event came");
    let steps = record.replay(&scenario).steps;
    let reviewed = |forced: Forced| {
        let request = Request {
            scenario: &scenario,
            game: &Game::of(&scenario.tables, &steps, forced).unwrap(),
            seats: Side::BOTH.to_vec(),
            players: PerSide([None, None]),
            simulations: 64,
            games: 0,
        };
        review(&request, &Stop::default(), &mut |_| ()).unwrap()
    };
    let told = reviewed(Forced::of(record.header(), &scenario));
    let blind = reviewed(Forced::default());
    let hindsight = |review: &Review| -> Vec<_> {
        let plans = review.seats.iter().flat_map(|chair| &chair.plans);
        let early = plans.filter(|plan| plan.round < 4);
        early.map(|plan| plan.hindsight).collect()
    };
    for (told, blind) in told.seats.iter().zip(&blind.seats) {
        for (told, blind) in told.plans.iter().zip(&blind.plans) {
            assert_eq!((told.grade, &told.known), (blind.grade, &blind.known));
        }
    }
    assert_ne!(hindsight(&told), hindsight(&blind));
    let worth = |review: &Review, coming: bool| -> Vec<_> {
        let rounds = review.course.iter();
        let rounds = rounds.filter(|stretch| (stretch.round < 4) == coming);
        rounds.map(|stretch| stretch.worth).collect()
    };
    assert_ne!(worth(&told, true), worth(&blind, true));
    assert_eq!(worth(&told, false), worth(&blind, false));
    let luck = |review: &Review| {
        let before = review.course.iter().find(|stretch| stretch.round == 3);
        let mut chance = before.unwrap().chance.iter();
        chance.any(|outcome| matches!(outcome, Outcome::News(_)))
    };
    assert!(luck(&blind) && !luck(&told));
}
