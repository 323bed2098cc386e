//! The guided first game on a stage: followed to the letter, and not followed at all.

use super::*;
use crate::guide::Idea;
use crate::negotiator::Outside;
use crate::record::Loaded;
use crate::rules::dice::{Dice, Stream};
use crate::rules::ending::Ending;
use crate::scenario::Scenario;
use crate::session::{NewGame as Begun, Session};
use crate::theatre::Recording;
use crate::tui::context::Given;
use crate::tui::game::{Play, table::Table};
use crate::tui::stage::{Shelf, Stage, context};
use crate::tui::wake::Wake;
use std::path::Path;

/// One who plays the guided game.
struct Room {
    stage: Stage,
    play: Shared,
    /// What was told, each thing once, in its order.
    told: Vec<Told>,
    keys: usize,
}

impl Room {
    fn new(size: (u16, u16)) -> Self {
        let game = game().unwrap();
        let begun = Begun {
            scenario: Scenario::load(&game.scenario).unwrap(),
            overrides: game.overrides,
            side: game.side,
            opponent: game.opponent.parse().unwrap(),
            names: game.names,
            swapped: None,
            injects: Vec::new(),
            seed: game.seed.unwrap(),
            length: game.length,
            exercise: None,
            saves: None,
            created: 0,
            outside: Outside::default(),
        };
        let play = Play::new(Session::begin(begun, Box::new(|| ())).unwrap()).share();
        let mut cx = context(Shelf::default(), Given::default());
        cx.guide = Panel::of(&play);
        let stage = Stage::new(cx, size, Box::new(Table::new(play.clone())));
        let mut room = Self {
            stage,
            play,
            told: Vec::new(),
            keys: 0,
        };
        room.settle();
        room
    }

    fn settle(&mut self) {
        self.play.borrow_mut().wait();
        self.stage.feed(Wake::Ready);
        let now = self.now();
        let is_new = |told: &Told| self.told.last().is_none_or(|last| last.id != told.id);
        if let Some(told) = now.filter(is_new) {
            self.told.push(told);
        }
    }

    fn now(&self) -> Option<Told> {
        self.stage.context().guide.as_ref()?.told().cloned()
    }

    fn press(&mut self, key: &str) {
        self.keys += 1;
        self.stage.press(key);
        self.settle();
    }

    fn is_over(&self) -> bool {
        self.play.borrow().session.ending().is_some()
    }

    fn has_met(&self, place: Place) -> bool {
        let guide = self.stage.context().guide.as_ref();
        guide.is_some_and(|guide| guide.met().contains(&place))
    }

    /// Does what the guide suggests or, where it leaves the choice, what stands first.
    fn follow(&mut self) {
        let next = self.now().and_then(|told| told.next);
        let Some((key, _)) = next else {
            let free = self.now().is_some();
            return self.press(if free { "1" } else { "esc" });
        };
        match key.as_str() {
            "Enter" | "Esc" | "F2" => self.press(&key.to_lowercase()),
            // What has no digit of its own is the last of its list.
            key if key.contains(' ') => {
                self.press("end");
                self.press("enter");
            }
            key => self.press(key),
        }
    }

    /// Follows to the last page.
    fn finish(&mut self) {
        for _ in 0..200 {
            if self.has_met(Place::Report) {
                return;
            }
            self.follow();
        }
        panic!("the guide leads nowhere:\n{}", self.stage.text());
    }
}

#[test]
fn whoever_follows_meets_every_screen_and_every_idea_in_three_rounds() {
    let mut room = Room::new((60, 20));
    room.press("b");
    room.finish();
    for place in Place::ALL {
        // Only a side in the corner is asked for the terms of a bargain.
        assert!(room.has_met(place) || place == Place::Terms, "{place:?}");
    }
    let ideas: Vec<Idea> = room.told.iter().filter_map(|told| told.idea).collect();
    for idea in Idea::ALL {
        assert_eq!(
            ideas.iter().filter(|it| **it == idea).count(),
            1,
            "{idea:?}"
        );
    }
    let play = room.play.borrow();
    assert_eq!(play.session.ending(), Some(Ending::Interim));
    assert_eq!(play.session.view().common.round, 3);
}

#[test]
fn the_first_game_is_short_to_read_and_to_play() {
    let mut room = Room::new((60, 20));
    room.press("b");
    room.finish();
    let mut words = 0;
    for told in &room.told {
        let lines = lines(told, 58, room.stage.context());
        assert!(lines.len() <= 3, "{}: {lines:#?}", told.id);
        assert!(!told.text.contains('{'), "{}: {}", told.id, told.text);
        words += told.text.split_whitespace().count();
        let next = told.next.iter();
        words += next
            .map(|(_, what)| what.split_whitespace().count())
            .sum::<usize>();
    }
    assert!((600..=900).contains(&words), "{words} words");
    assert!(room.keys <= 80, "{} keys", room.keys);
}

#[test]
fn a_guided_game_is_a_game_like_any_other() {
    let mut room = Room::new((80, 24));
    room.finish();
    let play = room.play.borrow();
    let written = play.session.written();
    let loaded = Loaded::parse(written.as_bytes(), Path::new("")).unwrap();
    let scenario = play.session.scenario().clone();
    let recording = Recording::of(loaded, scenario, None).unwrap();
    assert!(recording.faults().is_empty(), "{:?}", recording.faults());
}

#[test]
fn whatever_is_done_instead_the_guide_goes_along() {
    const KEYS: [&str; 24] = [
        "1", "2", "3", "4", "5", "6", "7", "8", "9", "enter", "enter", "enter", "esc", "down",
        "right", "left", "w", "c", "b", "i", "r", "space", "s", "x",
    ];
    for seed in 0..60 {
        let size = if seed % 2 == 0 { (60, 20) } else { (80, 24) };
        let mut room = Room::new(size);
        let mut dice = Dice::new(seed, Stream::Chance);
        for _ in 0..dice.below(120) {
            room.press(KEYS[dice.below(KEYS.len() as u32) as usize]);
        }
        if !room.stage.context().is_guided() {
            room.press("x");
        }
        room.finish();
        assert!(room.is_over());
        for told in &room.told {
            assert!(!told.text.contains('{'), "{}: {}", told.id, told.text);
        }
    }
}

#[test]
fn the_guide_can_be_put_away_and_brought_back() {
    let mut room = Room::new((80, 24));
    assert!(
        room.stage.text().contains("─ Guide ─"),
        "{}",
        room.stage.text()
    );
    room.press("x");
    assert!(
        !room.stage.text().contains("─ Guide ─"),
        "{}",
        room.stage.text()
    );
    room.press("x");
    assert!(
        room.stage.text().contains("─ Guide ─"),
        "{}",
        room.stage.text()
    );
}

#[test]
fn a_guided_screen_at_three_sizes() {
    for size in [(60, 20), (80, 24), (200, 60)] {
        let mut room = Room::new(size);
        insta::assert_snapshot!(format!("table_{}x{}", size.0, size.1), room.stage.picture());
        for _ in 0..30 {
            if room.has_met(Place::Channel) {
                break;
            }
            room.follow();
        }
        insta::assert_snapshot!(
            format!("channel_{}x{}", size.0, size.1),
            room.stage.picture()
        );
    }
}
