//! A game played through the session is the same whoever is slow, and however often it is
//! left and taken up again.

use super::*;
use crate::negotiator::Outside;
use crate::rules::deal::Length;
use crate::rules::dice::{Dice, Stream};
use crate::rules::plan::{ChoiceId, Decision, Plan};
use crate::scenario::Overrides;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

fn game(opponent: &str, saves: Option<&Path>) -> NewGame {
    NewGame {
        scenario: Scenario::load("gulf").unwrap(),
        overrides: Overrides::default(),
        side: Side::Presser,
        opponent: opponent.parse().unwrap(),
        names: PerSide::default(),
        swapped: None,
        injects: Vec::new(),
        seed: 7,
        length: Length::Standard,
        exercise: None,
        saves: saves.map(Path::to_owned),
        created: 0,
        outside: Outside::default(),
    }
}

fn begin(opponent: &str, saves: Option<&Path>) -> Session {
    Session::begin(game(opponent, saves), Box::new(|| ())).unwrap()
}

fn load(path: &Path) -> Session {
    Session::load(path, Resume::default(), Box::new(|| ())).unwrap()
}

/// Decides by lot whatever is due.
fn step(session: &mut Session, dice: &mut Dice) {
    let decision = match session.ask() {
        Some(Ask::Plan) => Decision::Plan(session.legal().random(dice)),
        Some(Ask::Choice(event)) => {
            let answers = session.scenario().tables.event(event).choices.len();
            Decision::Choice(ChoiceId(dice.below(answers as u32) as u8))
        }
        None => {
            session.wait();
            return;
        }
    };
    if session.decide(decision).unwrap() == Progress::Waiting {
        session.wait();
    }
}

fn play_to(session: &mut Session, dice: &mut Dice, round: u8) {
    while session.ending().is_none() && session.view().common.round < round {
        step(session, dice);
    }
}

fn dice() -> Dice {
    Dice::new(3, Stream::Cosmetic)
}

#[test]
fn a_game_that_is_left_is_taken_up_as_it_was() {
    let saves = tempfile::tempdir().unwrap();
    let mut session = begin("easy", Some(saves.path()));
    play_to(&mut session, &mut dice(), 6);
    assert!(session.save_error().is_none());
    let path = session.save_path().unwrap().to_owned();
    let (state, log) = (*session.record.state(), session.log().to_vec());
    drop(session);
    let session = load(&path);
    assert!(session.faults().is_empty());
    assert_eq!(*session.record.state(), state);
    assert_eq!(session.log(), log);
}

#[test]
fn a_game_goes_on_the_same_whether_it_was_left_or_not() {
    let saves = tempfile::tempdir().unwrap();
    let mut unbroken = begin("search:60", None);
    let mut own = dice();
    play_to(&mut unbroken, &mut own, 13);

    let mut own = dice();
    let mut session = begin("search:60", Some(saves.path()));
    while session.ending().is_none() && session.view().common.round < 13 {
        let path = session.save_path().unwrap().to_owned();
        drop(session);
        session = load(&path);
        step(&mut session, &mut own);
    }
    assert_eq!(session.record.entries(), unbroken.record.entries());
    assert_eq!(session.log(), unbroken.log());
}

#[test]
fn the_opponent_decides_the_same_whether_the_player_is_slow_or_fast() {
    let play = |pause: Duration| {
        let mut session = begin("search:200", None);
        let mut dice = dice();
        for _ in 0..4 {
            std::thread::sleep(pause);
            step(&mut session, &mut dice);
        }
        session.record.entries().to_vec()
    };
    assert_eq!(play(Duration::ZERO), play(Duration::from_millis(60)));
}

#[test]
fn the_wake_comes_when_the_opponent_has_decided() {
    let (wake, woken) = channel();
    let wake = Box::new(move || {
        let _ = wake.send(());
    });
    let mut session = Session::begin(game("hard", None), wake).unwrap();
    while session.ask() != Some(Ask::Plan) {
        step(&mut session, &mut dice());
    }
    let decided = session.decide(Decision::Plan(Plan::DEFAULT)).unwrap();
    if decided == Progress::Waiting {
        woken.recv_timeout(Duration::from_secs(60)).unwrap();
        while session.poll() == Progress::Waiting {
            woken.recv_timeout(Duration::from_secs(60)).unwrap();
        }
    }
    assert_eq!(session.view().common.round, 2);
}

#[test]
fn leaving_does_not_wait_for_a_long_thought() {
    let session = begin("search:1000000000", None);
    std::thread::sleep(Duration::from_millis(20));
    let left = Instant::now();
    drop(session);
    assert!(left.elapsed() < Duration::from_secs(1));
}

#[test]
fn what_is_sealed_is_kept_even_while_the_opponent_thinks() {
    let saves = tempfile::tempdir().unwrap();
    let mut session = begin("search:1000000000", Some(saves.path()));
    let mut decision = Decision::Plan(Plan::DEFAULT);
    match session.ask() {
        Some(Ask::Choice(_)) => decision = Decision::Choice(ChoiceId(0)),
        Some(Ask::Plan) => {}
        None => return,
    }
    assert_eq!(session.decide(decision).unwrap(), Progress::Waiting);
    let path = session.save_path().unwrap().to_owned();
    drop(session);
    let session = load(&path);
    assert_eq!(session.ask(), None, "the decision is sealed");
}

#[test]
fn a_decision_against_the_rules_changes_nothing() {
    let mut session = begin("staller", None);
    let state = *session.record.state();
    let plan = Plan {
        field: crate::rules::plan::Field::AllOut,
        ..Plan::DEFAULT
    };
    assert!(session.decide(Decision::Plan(plan)).is_err());
    assert_eq!(*session.record.state(), state);
}

#[test]
fn a_game_that_cannot_be_written_goes_on_in_memory() {
    let saves = tempfile::tempdir().unwrap();
    let folder = saves.path().join("saves");
    let mut session = begin("staller", Some(&folder));
    std::fs::remove_dir_all(&folder).unwrap();
    play_to(&mut session, &mut dice(), 3);
    assert!(session.save_error().is_some());
    assert!(session.view().common.round >= 3 || session.ending().is_some());
}

#[test]
fn a_damaged_save_goes_on_from_what_is_sound_in_a_new_file() {
    let saves = tempfile::tempdir().unwrap();
    let mut session = begin("staller", Some(saves.path()));
    play_to(&mut session, &mut dice(), 5);
    let path = session.save_path().unwrap().to_owned();
    drop(session);
    let text = std::fs::read_to_string(&path).unwrap();
    let damaged = text.replacen("n: 8,", "n: 9,", 1);
    assert_ne!(damaged, text);
    std::fs::write(&path, &damaged).unwrap();
    let session = load(&path);
    assert!(!session.faults().is_empty());
    assert!(session.log().len() < 5);
    assert_ne!(session.save_path(), Some(path.as_path()));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), damaged);
}

/// The reasons of the opponent in a game that is over.
fn found(session: &Session) -> Vec<crate::negotiator::reasons::Reason> {
    match session.reasons(Box::new(|| ())) {
        Some(Ok(Reasons::Thinking(errand))) => errand.wait().unwrap(),
        _ => panic!("the opponent searches, and the game is over"),
    }
}

#[test]
fn the_opponent_thinks_again_what_it_thought_in_a_game_just_played_or_loaded() {
    let saves = tempfile::tempdir().unwrap();
    let mut session = begin("search:300", Some(saves.path()));
    assert!(
        session.reasons(Box::new(|| ())).is_none(),
        "not before the end"
    );
    play_to(&mut session, &mut dice(), 99);
    let path = session.save_path().unwrap().to_owned();
    let reasons = found(&session);
    let own = plans_of(&session, Side::Presser);
    assert_eq!(reasons.len(), own.len());
    for (reason, (round, plan)) in reasons.iter().zip(own) {
        assert!(reason.same, "round {round}");
        assert_eq!((reason.round, reason.met), (round, Some(plan)));
        assert!(
            reason.thought.of(&reason.decided).is_some(),
            "round {round}"
        );
        assert!(reason.believed.is_some());
    }
    drop(session);
    assert_eq!(found(&load(&path)), reasons);
}

/// The plans that a side has made, with their rounds.
fn plans_of(session: &Session, side: Side) -> Vec<(u8, Plan)> {
    let steps = session.record.replay(session.scenario()).steps;
    let plan = |step: crate::record::Step| match step.decision {
        Some((who, Decision::Plan(plan))) if who == side => Some((step.state.common.round, plan)),
        _ => None,
    };
    steps.into_iter().filter_map(plan).collect()
}

#[test]
fn only_an_opponent_that_searches_has_reasons_to_find() {
    let mut session = begin("staller", None);
    play_to(&mut session, &mut dice(), 99);
    let reasons = session.reasons(Box::new(|| ()));
    assert!(matches!(reasons, Some(Ok(Reasons::Rule))));
}

#[test]
fn hints_tell_how_far_they_are_and_are_given_up_at_once() {
    let (wake, woken) = channel();
    let mut session = begin("staller", None);
    while session.ask() != Some(Ask::Plan) {
        step(&mut session, &mut dice());
    }
    let wake = Box::new(move || {
        let _ = wake.send(());
    });
    let errand = session.advise(wake).unwrap().unwrap();
    woken.recv_timeout(Duration::from_secs(60)).unwrap();
    assert_ne!(
        errand.poll(),
        Report::Busy(None),
        "what woke it can be shown"
    );
    drop(errand);
    // The thread goes on at most until it looks whether it is still wanted.
    let ends = Instant::now();
    while woken.recv_timeout(Duration::from_secs(60)).is_ok() {}
    assert!(ends.elapsed() < Duration::from_secs(10));
}

/// Two persons at one keyboard.
fn shared(saves: Option<&Path>) -> Session {
    begin("person", saves)
}

/// The person who is to decide takes the keyboard and decides by lot; whose lot it is does not
/// depend on who decides first.
fn turn(session: &mut Session, dice: &mut PerSide<Dice>) -> Progress {
    let side = session.due().unwrap();
    session.sit(side);
    let decision = match session.ask() {
        Some(Ask::Plan) => Decision::Plan(session.legal().random(&mut dice[side])),
        Some(Ask::Choice(_)) => Decision::Choice(ChoiceId(0)),
        None => panic!("{side:?} is due"),
    };
    session.decide(decision).unwrap()
}

fn two_dice() -> PerSide<Dice> {
    PerSide([3, 4].map(|seed| Dice::new(seed, Stream::Cosmetic)))
}

#[test]
fn of_two_persons_whoever_decided_last_goes_on_so_that_the_keyboard_changes_hands_once_a_round() {
    let mut session = shared(None);
    let mut dice = two_dice();
    let mut changes = 0;
    while session.ending().is_none() {
        let side = session.side();
        changes += u32::from(session.due() != Some(side));
        match turn(&mut session, &mut dice) {
            Progress::HandOver(to) => assert_eq!(to, session.side().other()),
            Progress::Resolved(_) => {}
            other => panic!("{other:?}"),
        }
    }
    let rounds = u32::from(session.view().common.round);
    let asked = session.record.entries().len() as u32;
    assert!(
        changes <= rounds + asked / 4,
        "{changes} in {rounds} rounds"
    );
    assert!(session.scores().is_some());
}

#[test]
fn which_of_two_persons_plans_first_changes_nothing() {
    let play = |first: Side| {
        let new = NewGame {
            side: first,
            ..game("person", None)
        };
        let mut session = Session::begin(new, Box::new(|| ())).unwrap();
        let mut dice = two_dice();
        while session.ending().is_none() {
            turn(&mut session, &mut dice);
        }
        *session.record.state()
    };
    assert_eq!(play(Side::Presser), play(Side::Holder));
}

#[test]
fn a_plan_that_one_of_two_has_sealed_is_kept_and_the_other_is_due_when_they_come_back() {
    let saves = tempfile::tempdir().unwrap();
    let mut session = shared(Some(saves.path()));
    let mut dice = two_dice();
    while session.view().common.round < 3 {
        turn(&mut session, &mut dice);
    }
    while turn(&mut session, &mut dice) != Progress::HandOver(session.side().other()) {}
    let (sealed, waits) = (session.side(), session.due());
    let logs = Side::BOTH.map(|side| {
        session.sit(side);
        session.log().to_vec()
    });
    let path = session.save_path().unwrap().to_owned();
    drop(session);
    let mut session = load(&path);
    assert!(session.is_shared());
    assert_eq!(session.due(), waits);
    assert_eq!(session.due(), Some(sealed.other()));
    for side in Side::BOTH {
        session.sit(side);
        assert_eq!(session.log(), logs[side.index()]);
        assert_eq!(session.view().side, side);
    }
    assert!(!session.last_round().is_empty());
}
