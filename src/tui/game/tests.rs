//! A game on a stage without a terminal: every screen as it looks, the ways between, and a
//! whole game played by keys pressed at random.

use super::play::{Play, Shared};
use super::table::Table;
use super::tasks::Tasks;
use crate::exercise::{Exercise, TEMPLATE};
use crate::negotiator::Outside;
use crate::negotiator::advice::{self, Advice, Advised, Feature, Hinge};
use crate::rules::clause::{Channel, ClauseId, Level, Wording};
use crate::rules::deal::Length;
use crate::rules::dice::{Dice, Stream};
use crate::rules::plan::{Field, Offer, Plan};
use crate::rules::side::{PerSide, Side};
use crate::rules::state::{Phase, State};
use crate::rules::tables::Asks;
use crate::scenario::{Overrides, Scenario};
use crate::session::{NewGame, Session};
use crate::tui::context::Given;
use crate::tui::library::Intent;
use crate::tui::stage::{Shelf, Stage, context};
use crate::tui::wake::Wake;
use std::rc::Rc;

fn game(side: Side, seed: u64) -> Shared {
    against("tit-for-tat", side, seed)
}

fn against(opponent: &str, side: Side, seed: u64) -> Shared {
    let new = NewGame {
        scenario: Scenario::load("gulf").unwrap(),
        overrides: Overrides::default(),
        side,
        opponent: opponent.parse().unwrap(),
        names: PerSide::default(),
        swapped: None,
        injects: Vec::new(),
        seed,
        length: Length::Standard,
        exercise: None,
        saves: None,
        created: 0,
        outside: Outside::default(),
    };
    Play::new(Session::begin(new, Box::new(|| ())).unwrap()).share()
}

/// The first deal of which this is true at the start.
fn deal(is: impl Fn(&State) -> bool) -> u64 {
    let t = Scenario::load("gulf").unwrap().tables;
    let mut seeds = (1..500).filter(|&seed| is(&State::deal(&t, seed, Length::Standard, &mut ())));
    seeds.next().expect("a deal of this sort")
}

/// A deal that opens with plans.
fn quiet() -> u64 {
    deal(|state| state.common.phase == Phase::Plans && state.common.event.is_some())
}

/// A deal that opens with an event that asks both sides.
fn asking() -> u64 {
    let t = Scenario::load("gulf").unwrap().tables;
    deal(|state| {
        state
            .common
            .event
            .is_some_and(|id| t.event(id).asks == Asks::Both)
    })
}

/// A table in play.
struct Room {
    stage: Stage,
    play: Shared,
}

impl Room {
    fn new(size: (u16, u16), given: Given) -> Self {
        Self::of(game(Side::Presser, quiet()), size, given)
    }

    fn of(play: Shared, size: (u16, u16), given: Given) -> Self {
        let cx = context(Shelf::default(), given);
        let stage = Stage::new(cx, size, Box::new(Table::new(play.clone())));
        let mut room = Self { stage, play };
        room.settle();
        room
    }

    /// Presses keys; after each the opponent has decided whatever is due from it.
    fn press(&mut self, keys: &str) -> &mut Self {
        for key in keys.split_whitespace() {
            self.stage.press(key);
            self.settle();
        }
        self
    }

    fn settle(&mut self) {
        self.play.borrow_mut().wait();
        self.stage.feed(Wake::Ready);
    }

    fn text(&self) -> String {
        self.stage.text()
    }

    /// Whether this phrase is on the screen, in whatever language it is told.
    fn shows(&self, key: &str) -> bool {
        self.text().contains(self.stage.context().phrases.get(key))
    }
}

const SIZES: [(u16, u16); 3] = [(60, 20), (80, 24), (200, 60)];

/// A round played: an offer on the open table, and all of the reveal read.
const ROUND: &str = "enter 1 2 5 2 1 1 2 1 enter esc";

/// Every screen, and the keys that lead to it from the table of a new game.
const SCREENS: [(&str, &str); 17] = [
    ("table", ""),
    ("table_clauses", "tab"),
    ("table_meters", "tab tab"),
    ("clause", "4"),
    ("briefing", "b"),
    ("intelligence", "i"),
    ("hand", "c s"),
    ("why", "w"),
    ("menu", "esc"),
    ("plan_say", "enter"),
    ("plan_table", "enter 2"),
    ("plan_level", "enter 2 2 1"),
    ("plan_channel", "enter 2 2 1 2 2"),
    ("plan_seal", "enter 4 2 1 2 2 2 3 1"),
    ("reveal", "enter s enter"),
    ("reveal_ledger", "enter s enter enter"),
    ("table_second_round", "enter s enter esc esc"),
];

#[test]
fn every_screen_of_a_game_at_three_sizes() {
    for size in SIZES {
        for (name, keys) in SCREENS {
            let mut room = Room::new(size, Given::default());
            room.press(keys);
            let name = format!("{name}_{}x{}", size.0, size.1);
            insta::assert_snapshot!(name, room.stage.picture());
        }
    }
}

/// Hints that do not change with how well the search plays.
fn hints() -> Rc<Advice> {
    let hinge = Hinge {
        feature: Feature::Beyond(ClauseId(2), Level(3)),
        percent: 38,
        with: 402,
        without: 561,
    };
    let offer = Offer {
        clause: ClauseId(2),
        level: Level(3),
        wording: Wording::Clear,
        channel: Channel::Back,
    };
    let advised = |plan, favoured, hinge| Advised {
        plan,
        favoured,
        endings: [6, 11, 47].map(|times| advice::Chance::of(times, 64)),
        pressure: -14,
        face: 3,
        score: 512,
        beside: if favoured {
            advice::Beside::Best
        } else {
            advice::Beside::Level
        },
        hinge,
    };
    let table = crate::rules::plan::Table::Offer(offer);
    let field = Field::BuildUp;
    let plan = Plan::DEFAULT;
    Rc::new(Advice {
        manner: (crate::negotiator::Manner::Unyielding, 940),
        plans: vec![
            advised(Plan { table, ..plan }, true, Some(hinge)),
            advised(Plan { field, ..plan }, false, None),
            advised(plan, false, None),
        ],
        games: 64,
    })
}

#[test]
fn the_hints_at_three_sizes() {
    for size in SIZES {
        let mut room = Room::new(size, Given::default());
        room.play.borrow_mut().remember(hints());
        room.press("h");
        let name = format!("hints_{}x{}", size.0, size.1);
        insta::assert_snapshot!(name, room.stage.picture());
        room.press("down enter");
        let draft = room.play.borrow().draft.plan();
        assert_eq!(draft, hints().plans[1].plan);
        assert!(room.text().contains("Seal the plan"), "{}", room.text());
    }
}

#[test]
fn a_hint_is_thought_out_in_the_background_and_becomes_the_plan() {
    let mut room = Room::new((80, 24), Given::default());
    room.press("h");
    assert!(room.text().contains("Thinking"), "{}", room.text());
    room.press("esc");
    assert!(room.text().contains("Make your plan"), "{}", room.text());
    room.press("enter 2 h");
    wait_for(&mut room, "make it your plan");
    let best = room.play.borrow().advice().unwrap().plans[0].plan;
    room.press("enter");
    assert_eq!(room.play.borrow().draft.plan(), best);
    assert!(room.text().contains("Seal the plan"), "{}", room.text());
    // A digit too many does not seal it.
    room.press("1");
    assert!(room.text().contains("Seal the plan"), "{}", room.text());
    room.press("u");
    assert_eq!(room.play.borrow().draft.plan(), Plan::DEFAULT);
}

#[test]
fn what_has_no_room_at_the_table_is_counted_and_one_key_shows_all_of_it() {
    for (size, key) in [((80, 24), "n"), ((60, 20), "PgDn")] {
        let mut room = Room::new(size, Given::default());
        room.press("enter s enter esc esc");
        let text = room.text();
        assert!(text.contains(&format!("more: {key}")), "{text}");
        room.press("n");
        let mut told = room.text();
        for _ in 0..8 {
            room.press("pgdn");
            told.push_str(&room.text());
        }
        let told = packed(&told.replace(['┃', '│'], ""));
        let play = room.play.borrow();
        let n = play.narrator(room.stage.context());
        for line in n.situation(&play.session.view()) {
            let start: String = packed(&line.text).chars().take(24).collect();
            assert!(told.contains(&start), "{start} in {told}");
        }
    }
}

#[test]
fn a_fact_that_has_no_room_leaves_a_mark() {
    let room = Room::new((80, 24), Given::default());
    let play = room.play.borrow();
    let (n, cx) = (play.narrator(room.stage.context()), room.stage.context());
    let line = |room| super::table::capital_within(&n, cx, &play, Side::Presser, room);
    let (whole, left) = line(200);
    assert_eq!(left, 0);
    let width = whole.width() as u16;
    assert_eq!(line(width), (whole, 0), "it fits to the last column");
    for room in 20..width {
        let (cut, left) = line(room);
        assert!(cut.width() <= room.into(), "{cut} in {room}");
        assert!(
            left > 0 && cut.to_string().ends_with(&format!("+{left}")),
            "{cut}"
        );
    }
}

#[test]
fn while_an_event_waits_the_key_of_the_hints_says_why_there_are_none() {
    let mut room = Room::of(game(Side::Presser, asking()), (80, 24), Given::default());
    for keys in ["h", "enter enter h"] {
        room.press(keys);
        let text = room.text();
        assert!(text.contains("Hints are for plans"), "{text}");
    }
    room.press("enter");
    assert!(room.text().contains("Your answer"), "{}", room.text());
}

/// Waits until work in the background shows this.
fn wait_for(room: &mut Room, text: &str) {
    // A busy machine takes its time.
    for _ in 0..12_000 {
        if room.text().contains(text) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
        room.settle();
    }
    panic!("it never shows \"{text}\":\n{}", room.text());
}

/// A game of the exercise that comes as a template.
fn exercise() -> Shared {
    exercise_of(TEMPLATE)
}

fn exercise_of(text: &str) -> Shared {
    let set = Exercise::parse(text).0.unwrap();
    let new = NewGame {
        names: PerSide::default(),
        swapped: None,
        injects: Vec::new(),
        exercise: Some(set.assigned("Ada".into())),
        scenario: set.scenario,
        overrides: set.overrides,
        side: set.side,
        opponent: "staller".parse().unwrap(),
        seed: quiet(),
        length: set.length,
        saves: None,
        created: 0,
        outside: Outside::default(),
    };
    Play::new(Session::begin(new, Box::new(|| ())).unwrap()).share()
}

#[test]
fn what_an_exercise_asks_at_three_sizes() {
    for size in SIZES {
        let play = exercise();
        let cx = context(Shelf::default(), Given::default());
        let tasks = Tasks::due(&play).unwrap();
        let stage = Stage::new(cx, size, Box::new(tasks));
        let mut room = Room { stage, play };
        for (name, keys) in [
            ("task_choice", "down"),
            ("task_words", "enter W e space t r a d e"),
            ("task_left", "esc"),
        ] {
            room.press(keys);
            let name = format!("{name}_{}x{}", size.0, size.1);
            insta::assert_snapshot!(name, room.stage.picture());
        }
        room.press("enter enter");
        let play = room.play.borrow();
        assert!(play.session.tasks().is_empty(), "both have been answered");
        assert!(play.session.written().contains("\"We trade\""));
    }
}

#[test]
fn an_exercise_asks_at_the_end_before_the_verdict_tells_any_secret() {
    let mut room = Room::of(exercise(), (80, 24), Given::default());
    play_out(&mut room);
    if !room.text().contains("Question") {
        room.press("esc");
    }
    assert!(room.text().contains("Question 1 of 2"), "{}", room.text());
    room.press("x enter");
    assert!(room.text().contains("Question 2 of 2"), "{}", room.text());
    room.press("esc down enter");
    assert!(!room.text().contains("Clauses in force"), "{}", room.text());
    room.press("space enter");
    assert!(room.text().contains("it is empty"), "{}", room.text());
    room.press("y enter");
    assert!(room.text().contains("Clauses in force"), "{}", room.text());
    // It is played once, and what is left to do is to hand it in.
    let text = room.text();
    assert!(text.contains("no file to hand in"), "{text}");
    for other in ["sides swapped", "same deal", "another game"] {
        assert!(!text.contains(other), "{other} in {text}");
    }
    room.press("s a n");
    assert!(room.stage.intents.borrow().is_empty());
}

#[test]
fn a_help_that_an_exercise_does_without_is_off_and_says_so() {
    let mut room = Room::of(exercise(), (80, 24), Given::default());
    assert!(!room.text().contains("hints"), "{}", room.text());
    room.press("h");
    assert!(room.text().contains("without hints"), "{}", room.text());
    room.press("enter w");
    assert!(!room.text().contains("is played without"), "why is allowed");
}

#[test]
fn without_the_handbook_no_way_on_the_screens_leads_to_the_class_material() {
    let text = TEMPLATE.replacen("[Handbook, Why, Estimate]", "[Why, Estimate]", 1);
    let mut room = Room::of(exercise_of(&text), (80, 24), Given::default());
    for keys in ["f2", "enter esc down down enter"] {
        room.press(keys);
        let text = room.text();
        assert!(text.contains("without the handbook and the"), "{text}");
    }
}

#[test]
fn an_opponent_that_searches_tells_its_reasons_after_the_game() {
    let play = against("search:200", Side::Presser, quiet());
    let mut room = Room::of(play, (80, 24), Given::default());
    play_on(&mut room);
    room.press("right right right");
    wait_for(&mut room, "Round 1");
    assert!(
        room.text().contains("It took Washington to be"),
        "{}",
        room.text()
    );
}

#[test]
fn the_player_is_told_once_that_a_program_has_forfeited() {
    let gone = "cmd:sh -c 'echo a trace >&2; exit 3'";
    let play = against(gone, Side::Presser, quiet());
    let mut room = Room::of(play, (80, 24), Given::default());
    let told = |room: &Room| room.text().contains("has forfeited");
    // It is told as soon as it is known, which may be at once.
    for _ in 0..1000 {
        if told(&room) {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
        room.settle();
    }
    assert!(
        told(&room) && room.text().contains("trace"),
        "{}",
        room.text()
    );
    room.press("enter");
    assert!(!told(&room), "{}", room.text());
    room.press("enter s enter");
    assert!(!told(&room), "{}", room.text());
}

#[test]
fn an_event_that_asks_at_three_sizes() {
    for size in SIZES {
        let play = game(Side::Presser, asking());
        let mut room = Room::of(play, size, Given::default());
        for (name, keys) in [("choice", "enter down s"), ("choice_answered", "enter")] {
            room.press(keys);
            let name = format!("{name}_{}x{}", size.0, size.1);
            insta::assert_snapshot!(name, room.stage.picture());
        }
    }
}

#[test]
fn the_verdict_at_three_sizes() {
    for size in SIZES {
        let mut room = Room::new(size, Given::default());
        play_on(&mut room);
        for page in ["ending", "report", "secrets", "reasons", "review", "plane"] {
            // How far the review is by now nobody knows.
            if page != "review" {
                let name = format!("verdict_{page}_{}x{}", size.0, size.1);
                insta::assert_snapshot!(name, room.stage.picture());
            }
            room.press("right");
        }
    }
}

#[test]
fn at_the_verdict_the_game_can_be_watched_again() {
    let mut room = Room::new((80, 24), Given::default());
    play_on(&mut room);
    // This game is kept in no file; one that is lets it go before it is opened again.
    room.press("t");
    assert!(room.text().contains("both seats"), "{}", room.text());
    assert!(room.text().contains("the deal"), "{}", room.text());
    room.press("right n");
    assert!(room.text().contains("kept in no file"), "{}", room.text());
}

#[test]
fn a_kept_game_that_is_watched_again_lies_over_the_saved_games() {
    let saves = tempfile::tempdir().unwrap();
    let new = NewGame {
        names: PerSide::default(),
        opponent: "tit-for-tat".parse().unwrap(),
        saves: Some(saves.path().to_owned()),
        ..new_shared(quiet())
    };
    let play = Play::new(Session::begin(new, Box::new(|| ())).unwrap()).share();
    let path = play.borrow().session.save_path().unwrap().to_owned();
    let mut room = Room::of(play, (80, 24), Given::default());
    play_on(&mut room);
    room.press("t");
    let watched = Intent::watch(crate::theatre::Place::file(&path));
    assert_eq!(*room.stage.intents.borrow(), [watched]);
    assert!(room.text().contains("Saved games"), "{}", room.text());
}

#[test]
fn a_review_is_made_in_the_background_while_other_pages_are_read() {
    let mut room = Room::new((80, 24), Given::default());
    play_on(&mut room);
    room.press("5");
    assert!(
        room.text().contains("gone through once more"),
        "{}",
        room.text()
    );
    room.press("1");
    assert!(room.text().contains("Clauses in force"), "{}", room.text());
    room.press("5");
    wait_for(&mut room, "In short");
}

/// Plays the default plan, and the first answer to every event, to the end.
fn play_on(room: &mut Room) {
    play_out(room);
    if !room.text().contains("Review") {
        room.press("esc");
    }
    assert!(room.text().contains("Review"), "{}", room.text());
}

/// The same until the game is over, whatever is shown then.
fn play_out(room: &mut Room) {
    while room.play.borrow().session.ending().is_none() {
        room.press("enter");
        if room.text().contains("Your answer") {
            room.press("enter");
        } else if room.text().contains("Your plan") {
            room.press("s enter");
        }
        if room.text().contains(HANDED) {
            room.press("space");
        }
        room.press("esc");
        // Escape on the table itself opens the menu.
        if room.text().contains("This deal is number") {
            room.press("esc");
        }
    }
}

#[test]
fn a_quick_plan_takes_three_keys() {
    let mut room = Room::new((80, 24), Given::default());
    room.press("enter s enter");
    assert_eq!(room.play.borrow().session.view().common.round, 2);
    assert!(
        room.text().contains("What came of round 1"),
        "{}",
        room.text()
    );
}

#[test]
fn a_choice_can_be_taken_back_until_the_plan_is_sealed() {
    let mut room = Room::new((80, 24), Given::default());
    room.press("enter 4 2 1 2");
    assert_ne!(room.play.borrow().draft.plan(), Plan::DEFAULT);
    room.press("u u u backspace");
    assert_eq!(room.play.borrow().draft.plan(), Plan::DEFAULT);
    assert!(
        room.text().contains("Your plan"),
        "still in the plan: {}",
        room.text()
    );
}

#[test]
fn the_level_that_the_other_side_asks_for_is_listed_with_what_takes_it() {
    for size in SIZES {
        let mut room = Room::new(size, Given::default());
        room.press("enter 2 2 1 4");
        for told in ["Level 4", "asks for this level", "which level"] {
            assert!(room.text().contains(told), "{}", room.text());
        }
    }
}

#[test]
fn the_draft_outlives_a_look_at_the_table() {
    let mut room = Room::new((80, 24), Given::default());
    room.press("enter 3 esc");
    assert!(
        room.text().contains("Go on with your plan"),
        "{}",
        room.text()
    );
}

#[test]
fn an_offer_made_stands_on_the_board() {
    let mut room = Room::new((80, 24), Given::default());
    room.press(ROUND);
    let said = room.play.borrow().session.view().common.said[Side::Presser];
    assert!(said.is_some(), "{}", room.text());
}

#[test]
fn with_ascii_every_screen_is_ascii() {
    let given = || Given {
        ascii: true,
        ..Given::default()
    };
    for size in SIZES {
        for (name, keys) in SCREENS {
            let mut room = Room::new(size, given());
            room.press(keys);
            assert!(room.text().is_ascii(), "{name}: {}", room.text());
        }
    }
}

#[test]
fn keys_pressed_at_random_play_a_whole_game_to_its_verdict() {
    const KEYS: [&str; 34] = [
        "enter",
        "enter",
        "enter",
        "enter",
        "enter",
        "up",
        "down",
        "down",
        "left",
        "right",
        "tab",
        "space",
        "pgdn",
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
        "7",
        "8",
        "9",
        "s",
        "u",
        "backspace",
        "b",
        "i",
        "c",
        "r",
        "w",
        "f",
        "?",
        "home",
        "end",
    ];
    for (seed, size) in [(1, (80, 24)), (2, (60, 20)), (3, (200, 60))] {
        let side = if seed == 2 {
            Side::Holder
        } else {
            Side::Presser
        };
        let mut room = Room::of(game(side, seed), size, Given::default());
        let mut dice = Dice::new(seed, Stream::Cosmetic);
        let mut keys = 0;
        while room.play.borrow().session.ending().is_none() {
            let key = KEYS[dice.below(KEYS.len() as u32) as usize];
            room.press(key);
            // A way out of whatever was looked up.
            if dice.below(12) == 0 {
                room.press("esc");
                if room.shows("game.menu.resume") {
                    room.press("esc");
                }
            }
            keys += 1;
            assert!(keys < 20_000, "seed {seed} never ends:\n{}", room.text());
        }
        for _ in 0..12 {
            if room.shows("game.verdict.reasons") {
                break;
            }
            room.press("esc");
        }
        assert!(room.shows("game.verdict.reasons"), "{}", room.text());
    }
}

/// Two persons at one keyboard, who go by names.
fn shared(seed: u64) -> Shared {
    Play::new(Session::begin(new_shared(seed), Box::new(|| ())).unwrap()).share()
}

fn new_shared(seed: u64) -> NewGame {
    NewGame {
        scenario: Scenario::load("gulf").unwrap(),
        overrides: Overrides::default(),
        side: Side::Presser,
        opponent: "person".parse().unwrap(),
        names: PerSide(["Ana & Binh", "Chi"].map(Into::into)),
        swapped: None,
        injects: Vec::new(),
        seed,
        length: Length::Standard,
        exercise: None,
        saves: None,
        created: 0,
        outside: Outside::default(),
    }
}

const HANDED: &str = "The keyboard goes to";

/// What nobody on the other side may read, as far as it is told in words: without blanks,
/// since lines are broken anywhere.
fn secrets(play: &Play, side: Side, room: &Room) -> Vec<String> {
    let n = play.narrator(room.stage.context());
    let state = play.session.state();
    let own = &state.own[side];
    let words = n.side(side);
    let mut secrets = vec![words.moods[usize::from(own.mood)].text.clone()];
    secrets.extend(own.red_lines().map(|line| n.red_line(side, line)));
    let objectives = own.objectives.iter();
    secrets.extend(objectives.map(|at| words.objectives[usize::from(*at)].text.clone()));
    let hand = own.hand.iter().flatten();
    secrets.extend(hand.map(|card| n.scenario.text.card(side, *card).flavour.clone()));
    let start = |text: &String| packed(text).chars().take(48).collect();
    secrets.iter().map(start).collect()
}

fn packed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// No secret of those who do not sit at the screen is on it.
fn is_discreet(room: &Room) {
    let text = packed(&room.text());
    let play = room.play.borrow();
    if play.session.ending().is_some() {
        return;
    }
    let nobody = room.text().contains(HANDED);
    for side in Side::BOTH {
        if !nobody && side == play.session.side() {
            continue;
        }
        for secret in secrets(&play, side, room) {
            assert!(
                !text.contains(&secret),
                "{secret} of {side:?}:\n{}",
                room.text()
            );
        }
    }
}

#[test]
fn the_hand_over_at_three_sizes() {
    for size in SIZES {
        let mut room = Room::of(shared(quiet()), size, Given::default());
        let name = format!("hand_over_{}x{}", size.0, size.1);
        insta::assert_snapshot!(name, room.stage.picture());
        room.press("space esc enter s enter esc");
        let name = format!("hand_over_menu_{}x{}", size.0, size.1);
        insta::assert_snapshot!(name, room.stage.picture());
    }
}

/// A deal of which the first two rounds open with plans, if nobody does anything.
fn calm() -> u64 {
    let t = Scenario::load("gulf").unwrap().tables;
    deal(|state| {
        let mut next = *state;
        if state.common.phase == Phase::Plans {
            next.resolve(&t, PerSide([Plan::DEFAULT; 2]), &mut ());
        }
        state.common.phase == Phase::Plans && next.common.phase == Phase::Plans
    })
}

#[test]
fn a_round_of_two_persons_takes_one_hand_over() {
    let mut room = Room::of(shared(calm()), (80, 24), Given::default());
    assert!(
        room.text().contains("Ana & Binh, for Washington"),
        "{}",
        room.text()
    );
    room.press("space");
    assert!(
        room.text().contains("Briefing: Washington"),
        "{}",
        room.text()
    );
    room.press("esc enter s enter");
    assert!(room.text().contains("Chi, for Tehran"), "{}", room.text());
    // The keys that seal do not take the seat.
    room.press("enter enter s 1 b i c r w h u tab");
    assert!(room.text().contains(HANDED), "{}", room.text());
    room.press("space");
    assert!(room.text().contains("Briefing: Tehran"), "{}", room.text());
    room.press("esc enter s enter");
    assert!(
        room.text().contains("What came of round 1"),
        "{}",
        room.text()
    );
    assert_eq!(room.play.borrow().session.side(), Side::Holder);
    room.press("esc enter s enter");
    assert!(
        room.text().contains("Ana & Binh, for Washington"),
        "{}",
        room.text()
    );
    room.press("space");
    assert!(
        room.text().contains("What came of round 1"),
        "{}",
        room.text()
    );
    assert_eq!(room.play.borrow().session.side(), Side::Presser);
}

/// What one of two sees, screen by screen, after the other has sealed a plan with these keys.
fn seen_after(plan: &str) -> Vec<String> {
    let mut room = Room::of(shared(quiet()), (80, 24), Given::default());
    room.play.borrow_mut().sit(Side::Presser);
    room.play.borrow_mut().remember(hints());
    room.press(plan);
    let mut seen = vec![room.stage.picture()];
    room.press("space");
    seen.push(room.stage.picture());
    room.press("esc");
    for (_, keys) in SCREENS.into_iter().take(14) {
        room.press(keys);
        seen.push(room.stage.picture());
        for _ in 0..8 {
            if room.text().contains("The game") && room.text().contains("Go on") {
                room.press("enter");
            } else if !room.text().contains("Make your plan") {
                room.press("esc");
            }
        }
    }
    assert!(room.play.borrow().advice().is_none());
    seen
}

#[test]
fn what_one_has_sealed_changes_nothing_that_the_other_sees() {
    let default = seen_after("enter s enter");
    let other = seen_after("enter 4 2 2 3 2 1 2 3 s enter");
    assert!(default[0].contains(HANDED), "{}", default[0]);
    for (one, two) in default.iter().zip(&other) {
        assert_eq!(one, two);
    }
    assert_eq!(default.len(), other.len());
}

#[test]
fn nothing_secret_of_one_is_on_any_screen_of_the_other_or_between_them() {
    const KEYS: [&str; 33] = [
        "enter", "enter", "enter", "enter", "enter", "up", "down", "down", "left", "right", "tab",
        "space", "space", "space", "pgdn", "1", "2", "3", "4", "5", "6", "7", "8", "9", "s", "u",
        "b", "i", "c", "r", "w", "f", "?",
    ];
    let mut told = [false; 2];
    for (seed, size) in [(1, (80, 24)), (2, (60, 20))] {
        let mut room = Room::of(shared(seed), size, Given::default());
        let mut dice = Dice::new(seed, Stream::Cosmetic);
        let mut keys = 0;
        while room.play.borrow().session.ending().is_none() {
            room.press(KEYS[dice.below(KEYS.len() as u32) as usize]);
            is_discreet(&room);
            let (text, side) = (packed(&room.text()), room.play.borrow().session.side());
            let own = secrets(&room.play.borrow(), side, &room);
            told[side.index()] |= own.iter().any(|secret| text.contains(secret));
            if dice.below(12) == 0 {
                room.press("esc");
                if room.text().contains("This deal is number") || room.text().contains("is saved.")
                {
                    room.press("esc");
                }
            }
            keys += 1;
            assert!(keys < 20_000, "seed {seed} never ends:\n{}", room.text());
        }
        for _ in 0..12 {
            if room.text().contains("Review") {
                break;
            }
            room.press("esc");
        }
        assert!(room.text().contains("Review"), "{}", room.text());
        assert!(
            !room.text().contains("Reasons"),
            "persons give none:\n{}",
            room.text()
        );
        room.press("end");
        for who in ["Ana & Binh, for Washington", "Chi, for Tehran"] {
            assert!(room.text().contains(who), "{}", room.text());
        }
    }
    // What is looked for is to be found where it may be read.
    assert_eq!(told, [true; 2]);
}

#[test]
fn at_the_verdict_the_same_deal_is_played_from_the_other_side_and_compared_seat_by_seat() {
    let saves = tempfile::tempdir().unwrap();
    let begin = |names: PerSide<String>, swapped| {
        let new = NewGame {
            names,
            swapped,
            saves: Some(saves.path().to_owned()),
            ..new_shared(calm())
        };
        let play = Play::new(Session::begin(new, Box::new(|| ())).unwrap()).share();
        let mut room = Room::of(play, (80, 24), Given::default());
        play_on(&mut room);
        room
    };
    let names = ["Ana & Binh", "Chi"].map(String::from);
    let mut first = begin(PerSide(names.clone()), None);
    assert!(first.text().contains("sides swapped"), "{}", first.text());
    // What both had been told waits for whoever will not swap.
    for page in ["2", "3", "4", "5"] {
        first.press(page);
        assert!(first.text().contains("read it now"), "{}", first.text());
    }
    first.press("3");
    let secret = |room: &Room| {
        let told = secrets(&room.play.borrow(), Side::Holder, room);
        // Without the scroll bar that stands between the lines.
        packed(&room.text().replace(['┃', '│'], "")).contains(&told[0])
    };
    assert!(!secret(&first), "{}", first.text());
    first.press("enter");
    assert!(secret(&first), "{}", first.text());
    first.press("s");
    let intents = first.stage.intents.borrow().clone();
    let [Intent::New(game)] = intents.as_slice() else {
        panic!("{intents:?}");
    };
    let [one, two] = names;
    assert_eq!(game.names, PerSide([two, one]));
    assert_eq!(
        (game.seed, game.opponent.as_str()),
        (Some(calm()), "person")
    );
    let path = first.play.borrow().session.save_path().unwrap().to_owned();

    let mut second = begin(game.names.clone(), game.swapped.clone());
    second.press("c");
    let intents = second.stage.intents.borrow().clone();
    let [Intent::Compare { one, two }] = intents.as_slice() else {
        panic!("{intents:?}");
    };
    assert_eq!(one.path(), Some(path.as_path()));
    let (one, two) = (one.open().unwrap(), two.open().unwrap());
    assert!(one.faults().is_empty() && two.faults().is_empty());
    assert!(one.duplicate(&two).unwrap().swapped);
    for size in SIZES {
        let cx = context(Shelf::default(), Given::default());
        let compare = crate::tui::theatre::Compare::new(one.clone(), two.clone());
        let stage = Stage::new(cx, size, Box::new(compare));
        let text = stage.text();
        let told = packed(&text);
        for part in ["as at duplicate bridge", "Over both seats: Ana & Binh"] {
            assert!(told.contains(&packed(part)), "{text}");
        }
    }
}
