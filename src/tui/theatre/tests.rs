//! The theatre on a stage without a terminal: every part as it looks, the ways through a
//! game, the seats, and the notes.

use super::compare::Compare;
use super::show::Show;
use super::{Theatre, open};
use crate::record::{Header, Loaded, Record, SaveFile, Seat, fork};
use crate::rules::deal::Length;
use crate::rules::dice::{Dice, Stream};
use crate::rules::legal::Legal;
use crate::rules::plan::{ChoiceId, Decision, Field, Plan};
use crate::rules::side::{PerSide, Side};
use crate::rules::state::Ask;
use crate::scenario::Scenario;
use crate::theatre::{Place, Recording, Vantage};
use crate::tui::context::Given;
use crate::tui::layer::{Flow, Layer};
use crate::tui::library::Intent;
use crate::tui::stage::{Shelf, Stage, context};
use crate::tui::wake::{Wake, Waker};
use crossterm::event::{Event, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use proptest::prelude::*;
use std::sync::{Arc, LazyLock};

static GULF: LazyLock<Scenario> = LazyLock::new(|| Scenario::load("gulf").unwrap());

/// A game by lot in which both keep the ceasefire, of at most so many steps.
fn record(seed: u64, steps: usize) -> Record {
    let seats = PerSide([Seat::Person, Seat::Opponent("random".into())]);
    let header = Header::new(&GULF, Length::Short, seats, seed);
    let (mut record, _) = Record::begin(header, &GULF);
    let mut dice = Dice::new(seed, Stream::Batch);
    play_on(&mut record, &mut dice, steps);
    record
}

/// Plays at most so many steps by lot.
fn play_on(record: &mut Record, dice: &mut Dice, steps: usize) {
    for _ in 0..steps {
        if record.state().ending().is_some() {
            break;
        }
        for side in Side::BOTH {
            let state = record.state();
            let decision = match state.ask(&GULF.tables, side) {
                None => continue,
                Some(Ask::Choice(_)) => Decision::Choice(ChoiceId(0)),
                Some(Ask::Plan) => {
                    let legal = Legal::of(&GULF.tables, side, &state.common, &state.own[side]);
                    Decision::Plan(Plan {
                        field: Field::HoldFire,
                        ..legal.random(dice)
                    })
                }
            };
            record.seal(&GULF, side, decision).unwrap();
        }
        record.resolve(&GULF).unwrap();
    }
}

/// A game played to its end.
fn finished() -> Record {
    record(7, usize::MAX)
}

fn recording(record: &Record) -> Recording {
    parse(&crate::record::write(record))
}

fn parse(text: &str) -> Recording {
    let loaded = Loaded::parse(text.as_bytes(), "game.ron".as_ref()).unwrap();
    let place = Some(Place::file("game.ron"));
    Recording::of(loaded, Arc::new(GULF.clone()), place).unwrap()
}

/// The same game, played otherwise from a round on.
fn branch(record: &Record, round: u8) -> Record {
    let parent = recording(record).beginning(round).unwrap();
    let mut header = record.header().clone();
    header.parent = Some(parent.parent);
    header.title = "What if".into();
    let mut record = fork(header, &GULF, parent.decided).unwrap().record;
    let mut dice = Dice::new(99, Stream::Batch);
    play_on(&mut record, &mut dice, usize::MAX);
    record
}

fn stage(record: &Record, size: (u16, u16)) -> Stage {
    let theatre = Theatre::new(Show::new(recording(record)).share());
    Stage::new(
        context(Shelf::default(), Given::default()),
        size,
        Box::new(theatre),
    )
}

const SIZES: [(u16, u16); 3] = [(60, 20), (80, 24), (200, 60)];

/// Every part, and the keys that lead to it.
const PARTS: [(&str, &str); 10] = [
    ("deal", ""),
    ("story", "right right"),
    ("plans", "right right 2"),
    ("meters", "right right right 3"),
    ("clauses", "end 4"),
    ("secrets", "right 5"),
    ("notes", "6"),
    ("end", "end pgdn pgdn"),
    ("from_a_seat", "right right v v 2"),
    ("what_if", "right right t"),
];

#[test]
fn every_part_at_three_sizes() {
    let game = finished();
    for size in SIZES {
        for (name, keys) in PARTS {
            let mut stage = stage(&game, size);
            stage.press(keys);
            let name = format!("{name}_{}x{}", size.0, size.1);
            insta::assert_snapshot!(name, stage.picture());
        }
    }
}

#[test]
fn two_games_side_by_side_at_three_sizes() {
    let game = finished();
    let (one, two) = (recording(&game), recording(&branch(&game, 3)));
    for size in SIZES {
        let compare = Compare::new(one.clone(), two.clone());
        let cx = context(Shelf::default(), Given::default());
        let stage = Stage::new(cx, size, Box::new(compare));
        let name = format!("compare_{}x{}", size.0, size.1);
        insta::assert_snapshot!(name, stage.picture());
    }
}

#[test]
fn what_is_said_of_the_clauses_is_told_to_its_end() {
    let game = finished();
    for size in SIZES {
        let mut stage = stage(&game, size);
        stage.press("end 4");
        let told: String = stage.text().split_whitespace().collect();
        assert!(
            told.contains("ratifiesnothingbeyondit."),
            "{}",
            stage.text()
        );
        let board = stage.text().lines().skip(6).collect::<String>();
        assert!(!board.contains('…'), "{}", stage.text());
    }
}

#[test]
fn what_if_asks_for_the_round_that_is_shown_and_the_seat_of_the_player() {
    let mut stage = stage(&finished(), (80, 24));
    stage.press("right right t b");
    let intents = stage.intents.borrow();
    let Some(Intent::TakeOver {
        place,
        round,
        side,
        opponent,
    }) = intents.first()
    else {
        panic!("{intents:?}");
    };
    assert_eq!(
        (place.name().as_str(), *round, *side),
        ("game.ron", 2, Side::Presser)
    );
    assert!(!opponent.is_empty());
}

#[test]
fn a_step_back_shows_what_the_step_on_had_left() {
    let game = finished();
    let mut stage = stage(&game, (80, 24));
    let mut seen = vec![stage.text()];
    for _ in 1..game.entries().len() {
        stage.press(".");
        seen.push(stage.text());
    }
    let end = stage.press(".").text();
    assert_eq!(Some(&end), seen.last(), "nothing comes after the end");
    for before in seen.iter().rev().skip(1) {
        assert_eq!(stage.press(",").text(), *before);
    }
    assert_eq!(stage.press("end").text(), end);
    assert_eq!(stage.press("home").text(), seen[0]);
}

#[test]
fn a_round_is_reached_by_its_number_and_by_a_click() {
    let game = finished();
    let mut stage = stage(&game, (80, 24));
    stage.press("r 3 enter");
    assert!(stage.text().contains("round 3 of"), "{}", stage.text());
    let jumped = stage.text();
    stage.press("home");
    let at = stage.text().lines().nth(2).unwrap().find(" 3 ").unwrap();
    stage.feed(Wake::Input(Event::Mouse(MouseEvent {
        kind: MouseEventKind::Down(MouseButton::Left),
        column: at as u16 + 1,
        row: 2,
        modifiers: KeyModifiers::NONE,
    })));
    assert_eq!(stage.text(), jumped);
    stage.press("r 9 9 enter");
    assert!(
        stage.text().contains("There is no round"),
        "{}",
        stage.text()
    );
}

#[test]
fn a_game_that_goes_on_keeps_the_other_sides_secrets() {
    let game = record(7, 4);
    assert_eq!(recording(&game).vantages(), [Vantage::Seat(Side::Presser)]);
    let mut stage = stage(&game, (200, 60));
    stage.press("right 3");
    let told = stage.text();
    assert!(told.contains("Not to be read from this seat."), "{told}");
    stage.press("v");
    assert!(stage.text().contains("still being played"));
    // Equal for whoever sits there, whatever the other side hides: its instructions and its
    // hand are in none of the parts.
    let own = &game.state().own[Side::Holder];
    let text = &GULF.text.sides[Side::Holder];
    for part in ["1", "2", "3", "4"] {
        stage.press("esc").press(part);
        let told = stage.text();
        for objective in own.objectives {
            let name = &text.objectives[usize::from(objective)].name;
            assert!(!told.contains(name.as_str()), "{name}\n{told}");
        }
    }
}

#[test]
fn it_runs_by_itself_only_while_it_is_asked_to() {
    let game = finished();
    let theatre = Theatre::new(Show::new(recording(&game)).share());
    let mut cx = context(Shelf::default(), Given::default());
    let (waker, wakes) = Waker::channel();
    cx.waker = waker;
    let mut stage = Stage::new(cx, (80, 24), Box::new(theatre));
    assert!(wakes.try_recv().is_err(), "at rest nothing wakes it");
    let still = stage.text();
    stage.press("+ + space");
    let wake = wakes
        .recv_timeout(std::time::Duration::from_secs(5))
        .unwrap();
    stage.feed(wake);
    assert_ne!(stage.text(), still);
    stage.press("space");
    while wakes.try_recv().is_ok() {}
    let stopped = wakes.recv_timeout(std::time::Duration::from_millis(600));
    assert!(stopped.is_err(), "stopped, it wakes nobody");
}

#[test]
fn a_note_is_pinned_to_its_round_and_kept_in_the_save() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = SaveFile::create(folder.path(), "game").unwrap();
    file.save(&finished()).unwrap();
    let path = file.path().to_owned();
    let open = || {
        let recording = Recording::open(&path, None).unwrap();
        let theatre = Theatre::new(Show::new(recording).share());
        Stage::new(
            context(Shelf::default(), Given::default()),
            (80, 24),
            Box::new(theatre),
        )
    };
    let mut stage = open();
    stage.press("right right n a h a enter");
    let told = stage.text();
    assert!(told.contains("is being played in another"), "{told}");
    drop(file);
    stage.press("enter n a h a enter");
    assert!(stage.text().contains("¶ aha"), "{}", stage.text());
    let mut again = open();
    again.press("right right");
    assert!(again.text().contains("¶ aha"), "{}", again.text());
    again.press("n backspace backspace backspace enter");
    assert!(!again.text().contains("aha"), "{}", again.text());
    let altered = std::fs::read_to_string(&path).unwrap();
    let altered = altered.replacen("plan: ", "plan:  ", 1);
    std::fs::write(&path, &altered).unwrap();
    again.press("n n o enter");
    let told = again.text();
    assert!(told.contains("chain hash does not match"), "{told}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), altered);
}

#[test]
fn a_damaged_save_is_shown_as_far_as_it_is_sound_and_says_so() {
    let text = crate::record::write(&finished());
    let third = text.match_indices("plan: ").nth(6).unwrap().0;
    let altered = format!("{}plan:  {}", &text[..third], &text[third + 6..]);
    let recording = parse(&altered);
    let cx = context(Shelf::default(), Given::default());
    let Flow::Stack(layers) = open(recording, None, None, &cx) else {
        panic!("it opens");
    };
    assert_eq!(layers.len(), 2);
    let mut layers = layers.into_iter();
    let first: Box<dyn Layer> = layers.next().unwrap();
    let mut stage = Stage::new(cx, (80, 24), first);
    stage.press("end");
    assert!(stage.text().contains("round"), "{}", stage.text());
}

#[test]
fn a_review_is_offered_of_a_game_that_is_over_and_of_no_other() {
    let mut open = stage(&record(7, 4), (80, 24));
    open.press("a");
    assert!(
        open.text().contains("Only a game that is over"),
        "{}",
        open.text()
    );
    let mut over = stage(&finished(), (80, 24));
    over.press("a");
    assert!(!over.text().contains("Only a game"), "{}", over.text());
    over.press("esc");
    assert!(over.text().contains("the deal"), "{}", over.text());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever is pressed, at whatever size, over or not, nothing panics.
    #[test]
    fn no_key_at_any_size_is_a_panic(
        width in 1u16..=200,
        height in 1u16..=60,
        steps in 0usize..12,
        keys in prop::collection::vec(
            prop::sample::select(vec![
                "left", "right", ",", ".", "home", "end", "tab", "1", "2", "3", "4", "5", "6", "v",
                "n", "r", "t", "c", "esc", "enter", "up", "pgdn", "space", "+", "-", "9",
            ]),
            0..20,
        ),
        clicks in prop::collection::vec((0u16..200, 0u16..60), 0..6),
    ) {
        let mut stage = stage(&record(7, steps), (width, height));
        for key in keys {
            stage.press(key);
        }
        for (column, row) in clicks {
            stage.feed(Wake::Input(Event::Mouse(MouseEvent {
                kind: MouseEventKind::Down(MouseButton::Left),
                column,
                row,
                modifiers: KeyModifiers::NONE,
            })));
        }
    }
}
