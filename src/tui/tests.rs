//! Whole sessions without a terminal: every screen as it looks, and the ways between.

use super::app::{Exit, Turn};
use super::context::Given;
use super::library::{Intent, NewGame, SaveInfo};
use super::screen::title::Title;
use super::stage::{Shelf, Stage, context, noon};
use super::wake::Wake;
use crate::language::Language;
use crate::rules::deal::Length;
use crate::rules::side::{PerSide, Side};
use crate::theatre::Place;
use crossterm::event::KeyModifiers;
use crossterm::event::{Event, MouseButton, MouseEvent, MouseEventKind};
use proptest::prelude::*;
use signal_hook::consts::{SIGINT, SIGTERM, SIGTSTP};
use std::time::Duration;

fn save(file: &str, side: &str, round: u8, ending: Option<&str>, hours: u64) -> SaveInfo {
    SaveInfo {
        path: format!("saves/{file}.ron").into(),
        title: "The Gulf".into(),
        side: side.into(),
        opponent: "hard".into(),
        round,
        rounds: 12,
        ending: ending.map(Into::into),
        deal: String::new(),
        modified: noon() - Duration::from_secs(hours * 3600),
        fault: None,
    }
}

fn shelf() -> Shelf {
    let shelf = Shelf::default();
    let damaged = SaveInfo {
        fault: Some("saves/c.ron:14:3: the chain breaks at entry 31".into()),
        ..save("c", "Tehran", 7, None, 30)
    };
    *shelf.saves.borrow_mut() = vec![
        save("a", "Tehran", 6, None, 2),
        save("b", "Washington", 12, Some("interim accord"), 26),
        damaged,
    ];
    shelf
}

fn stage_with(size: (u16, u16), given: Given) -> Stage {
    let cx = context(shelf(), given);
    let first = Box::new(Title::new(&cx));
    Stage::new(cx, size, first)
}

fn stage(size: (u16, u16)) -> Stage {
    stage_with(size, Given::default())
}

/// The smallest usual terminal, where the player wants no colour.
fn colourless() -> Stage {
    let given = Given {
        no_color: true,
        ..Given::default()
    };
    stage_with((80, 24), given)
}

/// Every screen, and the keys that lead to it from the title.
const SCREENS: [(&str, &str); 16] = [
    ("title", ""),
    ("new_game", "2"),
    ("new_game_choice", "2 2"),
    ("new_game_typing", "2 5 enter 4 2"),
    ("saves", "3"),
    ("saves_delete", "3 x"),
    ("famous", "4"),
    ("handbook", "6"),
    ("handbook_keys", "6 left left pgdn"),
    ("handbook_material", "6 left"),
    ("material", "6 left enter"),
    ("material_guide", "6 left enter enter pgdn"),
    ("material_theory", "6 left enter end enter left pgdn"),
    ("settings", "7"),
    ("about", "8"),
    ("help", "?"),
];

#[test]
fn every_screen_at_three_sizes() {
    for size in [(60, 20), (80, 24), (200, 60)] {
        for (name, keys) in SCREENS {
            let mut stage = stage(size);
            stage.press(keys);
            insta::assert_snapshot!(format!("{name}_{}x{}", size.0, size.1), stage.picture());
        }
    }
}

#[test]
fn without_colour_every_screen_is_drawn_with_modifiers_alone() {
    for (_, keys) in SCREENS {
        let mut stage = colourless();
        stage.press(keys);
        let picture = stage.picture();
        let legend = picture.rsplit("\n\n").next().unwrap();
        for line in legend.lines() {
            let modifiers = ["bold", "dim", "italic", "underlined", "reversed", "|", " "];
            let mut rest = line.split_once(" = ").unwrap().1.to_owned();
            for word in modifiers {
                rest = rest.replace(word, "");
            }
            assert_eq!(rest, "", "{line}");
        }
    }
}

#[test]
fn where_a_background_marks_what_is_selected_it_marks_one_entry_alone() {
    for keys in ["", "2", "3", "4", "7"] {
        let mut stage = colourless();
        stage.press(keys);
        let picture = stage.picture();
        let parts: Vec<&str> = picture.split("\n\n").collect();
        let legend = parts.last().unwrap().lines();
        let reversed: Vec<char> = legend
            .filter(|line| line.contains("reversed"))
            .filter_map(|line| line.chars().next())
            .collect();
        let map = picture.lines().skip(25).take(24);
        let marked = map.filter(|line| line.contains(reversed.as_slice()));
        assert_eq!(marked.count(), 1, "after {keys:?}");
    }
}

#[test]
fn with_ascii_every_cell_of_every_screen_is_ascii() {
    for size in [(60, 20), (80, 24), (200, 60)] {
        for (name, keys) in SCREENS {
            let mut stage = stage_with(
                size,
                Given {
                    ascii: true,
                    ..Given::default()
                },
            );
            stage.press(keys);
            assert!(stage.text().is_ascii(), "{name}:\n{}", stage.text());
            assert!(!stage.text().contains("??"), "{name}:\n{}", stage.text());
        }
    }
}

#[test]
fn in_every_language_every_screen_is_drawn_without_a_bare_key_or_an_empty_slot() {
    for (size, language) in [(60, 20), (80, 24), (200, 60)]
        .into_iter()
        .flat_map(|size| Language::ALL.map(|language| (size, language)))
    {
        for (name, keys) in SCREENS {
            let given = Given {
                language: Some(language),
                ..Given::default()
            };
            let mut stage = stage_with(size, given);
            stage.press(keys);
            let text = stage.text();
            assert!(!text.contains('{'), "{name} in {language}:\n{text}");
            let bare = ["title.", "new_game.", "settings.", "saves.", "app.", "key."];
            assert!(
                !bare.iter().any(|area| text.contains(area)),
                "{name} in {language}:\n{text}"
            );
        }
    }
}

#[test]
fn a_screen_that_is_too_small_says_so_in_figures() {
    let stage = stage((52, 18));
    assert!(
        stage.text().contains("needs 60x20, is 52x18"),
        "{}",
        stage.text()
    );
}

#[test]
fn a_game_is_begun_as_the_form_says() {
    let mut stage = stage((80, 24));
    stage.press("2 2 right 3 right 5 enter 4 2 enter b");
    let game = NewGame {
        exercise: None,
        scenario: "gulf".into(),
        side: Side::Holder,
        opponent: "hard".into(),
        names: PerSide::default(),
        swapped: None,
        injects: Vec::new(),
        length: Length::Standard,
        seed: Some(42),
        overrides: crate::scenario::Overrides::default(),
    };
    assert_eq!(*stage.intents.borrow(), [Intent::New(Box::new(game))]);
}

#[test]
fn the_form_begins_with_what_was_chosen_last() {
    let mut stage = stage((80, 24));
    stage.press("2 2 right 3 right 4 left 5 enter 4 2 enter b esc 2 b");
    let intents = stage.intents.borrow().clone();
    let [Intent::New(first), Intent::New(again)] = intents.as_slice() else {
        panic!("{intents:?}");
    };
    assert_eq!((first.side, first.length), (Side::Holder, Length::Short));
    // The deal is another: who begins again wants a new one.
    let expected = NewGame {
        seed: None,
        ..(**first).clone()
    };
    assert_eq!(**again, expected);
    assert_eq!(first.opponent, "hard");
    // An opponent that is set as the usual one since then goes before.
    stage.press("esc 7 4 right right esc 2 b");
    match stage.intents.borrow().last() {
        Some(Intent::New(game)) => assert_eq!(game.opponent, "expert"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_settings_say_how_long_a_level_thinks() {
    let mut stage = stage((80, 24));
    stage.press("7 5 right right esc 2 b");
    match stage.intents.borrow().as_slice() {
        [Intent::New(game)] => assert_eq!(game.opponent, "search:2000"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_rule_can_be_changed_and_a_wrong_one_is_refused_with_its_reason() {
    let mut stage = stage((80, 24));
    stage.press("2 7 enter n o n s e n s e = 3 enter b");
    assert!(stage.intents.borrow().is_empty());
    assert!(
        stage.text().contains("there is no such number"),
        "{}",
        stage.text()
    );
    stage.press("enter ctrl-u f o g = 3 enter b");
    match stage.intents.borrow().as_slice() {
        [Intent::New(game)] => assert_eq!(game.overrides.to_string(), "fog=3"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_seed_that_is_no_number_is_refused() {
    let mut stage = stage((80, 24));
    stage.press("2 5 enter x enter b");
    assert!(stage.intents.borrow().is_empty());
    assert!(stage.text().contains("`x` is no seed"), "{}", stage.text());
}

#[test]
fn continue_takes_up_the_latest_game_that_is_not_over() {
    let mut stage = stage((80, 24));
    stage.press("enter");
    assert_eq!(*stage.intents.borrow(), [Intent::load("saves/a.ron")]);
}

#[test]
fn without_a_saved_game_there_is_nothing_to_continue() {
    let cx = context(Shelf::default(), Given::default());
    let first = Box::new(Title::new(&cx));
    let mut stage = Stage::new(cx, (80, 24), first);
    assert!(!stage.text().contains("Continue"));
    assert!(
        stage
            .press("3")
            .text()
            .contains("No game has been saved yet")
    );
}

#[test]
fn whoever_has_never_played_is_offered_the_guided_game_first() {
    let cx = context(Shelf::default(), Given::default());
    let first = Box::new(Title::new(&cx));
    let mut stage = Stage::new(cx, (80, 24), first);
    stage.press("enter");
    match stage.intents.borrow().as_slice() {
        [Intent::New(game)] => assert_eq!(game.opponent, "tutor"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_saved_game_is_removed_only_after_a_second_yes() {
    let mut stage = stage((80, 24));
    stage.press("3 x enter");
    assert!(stage.text().contains("games: 3"));
    stage.press("x 2");
    assert!(stage.text().contains("games: 2"), "{}", stage.text());
    stage.press("enter");
    assert_eq!(*stage.intents.borrow(), [Intent::load("saves/b.ron")]);
}

#[test]
fn a_damaged_game_is_not_opened_but_explained() {
    let mut stage = stage((80, 24));
    stage.press("3 end enter");
    assert!(stage.intents.borrow().is_empty());
    assert!(
        stage.text().contains("the chain breaks at entry 31"),
        "{}",
        stage.text()
    );
}

#[test]
fn a_setting_holds_at_once() {
    let mut stage = stage((80, 24));
    stage.press("7 2 left");
    assert!(stage.context().settings.ascii);
    assert!(stage.text().is_ascii());
}

#[test]
fn the_words_change_with_the_language_and_so_do_those_of_the_screens_below() {
    let mut stage = stage((80, 24));
    assert!(stage.press("7 7 right right").text().contains("Cài đặt"));
    assert_eq!(
        stage.context().settings.language,
        Some(Language::Vietnamese)
    );
    assert!(stage.text().contains("Tiếng Việt"));
    assert!(stage.press("esc").text().contains("Ván mới"));
    assert!(stage.press("7 7 left").text().contains("Settings"));
}

#[test]
fn the_language_of_the_system_gives_way_to_one_that_is_named() {
    let told = |language, system| {
        let given = Given {
            language,
            system,
            ..Given::default()
        };
        stage_with((80, 24), given).text()
    };
    let (english, vietnamese) = (Some(Language::English), Some(Language::Vietnamese));
    assert!(told(None, vietnamese).contains("Ván mới"));
    assert!(told(english, vietnamese).contains("New game"));
}

#[test]
fn the_help_lists_the_keys_of_the_place_and_closes_by_its_own_key() {
    let mut stage = stage((80, 24));
    let before = stage.text();
    assert!(stage.press("?").text().contains("What works here"));
    assert_eq!(stage.press("?").text(), before);
}

#[test]
fn the_handbook_opens_anywhere_and_closes_by_its_own_key() {
    let mut stage = stage((80, 24));
    let before = stage.press("2").text();
    assert!(stage.press("f2").text().contains("What the game is about"));
    assert_eq!(stage.press("f2").text(), before);
}

#[test]
fn signals_and_the_last_key_leave() {
    let turn = |wake| stage((80, 24)).feed(wake).turn;
    assert_eq!(
        turn(Wake::Signal(SIGTERM)),
        Turn::Leave(Exit::Signal(SIGTERM))
    );
    assert_eq!(turn(Wake::Signal(SIGTSTP)), Turn::Suspend);
    assert_eq!(turn(Wake::Gone), Turn::Leave(Exit::Gone));
    assert_eq!(
        stage((80, 24)).press("ctrl-c").turn,
        Turn::Leave(Exit::Signal(SIGINT))
    );
    assert_eq!(
        stage((80, 24)).press("2 5 enter ctrl-c").turn,
        Turn::Leave(Exit::Signal(SIGINT))
    );
    assert_eq!(stage((80, 24)).press("q").turn, Turn::Leave(Exit::Quit));
}

#[test]
fn a_click_selects_and_a_second_one_chooses() {
    let mut stage = stage((80, 24));
    let row = stage
        .text()
        .lines()
        .position(|line| line.contains("Handbook"))
        .unwrap() as u16;
    let click = MouseEvent {
        kind: MouseEventKind::Down(MouseButton::Left),
        column: 38,
        row,
        modifiers: KeyModifiers::NONE,
    };
    stage.feed(Wake::Input(Event::Mouse(click)));
    assert!(stage.text().contains("▸6"), "{}", stage.text());
    stage.feed(Wake::Input(Event::Mouse(click)));
    assert!(
        stage.text().contains("What the game is about"),
        "{}",
        stage.text()
    );
}

#[test]
fn a_saved_game_is_watched_as_well_as_played_on() {
    let mut stage = stage((80, 24));
    stage.press("3 t");
    let place = Place::file("saves/a.ron");
    assert_eq!(*stage.intents.borrow(), [Intent::watch(place)]);
    stage.press("3 down down t");
    assert!(
        stage.text().contains("Cannot be opened"),
        "{}",
        stage.text()
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Whatever is pressed, at whatever size, nothing panics.
    #[test]
    fn no_key_at_any_size_is_a_panic(
        width in 1u16..=200,
        height in 1u16..=60,
        keys in prop::collection::vec(
            prop::sample::select(vec![
                "up", "down", "left", "right", "enter", "esc", "tab", "space", "backspace", "home",
                "end", "pgup", "pgdn", "f2", "?", "1", "2", "3", "4", "5", "6", "7", "9", "b", "r",
                "x", "=", "和", "ctrl-l", "ctrl-u",
            ]),
            0..40,
        ),
        x in 0u16..200,
        y in 0u16..60,
    ) {
        let mut stage = stage((width, height));
        let kinds =
            [MouseEventKind::Down(MouseButton::Left), MouseEventKind::ScrollDown, MouseEventKind::ScrollUp];
        for (n, key) in keys.iter().enumerate() {
            stage.press(key);
            let kind = kinds[n % 3];
            let mouse = MouseEvent { kind, column: x, row: y, modifiers: KeyModifiers::NONE };
            stage.feed(Wake::Input(Event::Mouse(mouse)));
        }
    }
}
