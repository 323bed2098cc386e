//! How long a screen takes to draw, key press included: the title, and the table of a game.
#![allow(clippy::unwrap_used, missing_docs)]

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use divan::Bencher;
use fog_of_peace::config::Settings;
use fog_of_peace::negotiator::Outside;
use fog_of_peace::record::{Loaded, write};
use fog_of_peace::rules::deal::Length;
use fog_of_peace::rules::side::{PerSide, Side};
use fog_of_peace::scenario::{Overrides, Scenario};
use fog_of_peace::theatre::Recording;
use fog_of_peace::tui::app::App;
use fog_of_peace::tui::context::{Context, Given};
use fog_of_peace::tui::game::desk::Desk;
use fog_of_peace::tui::keymap::Keymap;
use fog_of_peace::tui::layer::Layer;
use fog_of_peace::tui::library::{Empty, Intent, NewGame};
use fog_of_peace::tui::screen::title::Title;
use fog_of_peace::tui::theatre::{Show, Theatre};
use fog_of_peace::tui::wake::{Wake, Waker};
use ratatui::backend::TestBackend;
use std::sync::Arc;

#[path = "../tests/recorded/mod.rs"]
mod recorded;

fn main() {
    divan::main();
}

fn title(size: (u16, u16)) -> App<TestBackend> {
    shown(size, |cx| Box::new(Title::new(cx)))
}

fn shown(size: (u16, u16), first: impl FnOnce(&Context) -> Box<dyn Layer>) -> App<TestBackend> {
    let (waker, _) = Waker::channel();
    let keymap = Keymap::standard().unwrap();
    let settings = Settings::default();
    let cx = Context::new(settings, Given::default(), keymap, waker, Box::new(Empty)).unwrap();
    let first = first(&cx);
    let backend = TestBackend::new(size.0, size.1);
    App::new(
        backend,
        cx,
        Box::new(Desk::new(None, Outside::default())),
        first,
    )
    .unwrap()
}

fn table(size: (u16, u16)) -> App<TestBackend> {
    let mut app = title(size);
    app.intend(Intent::New(Box::new(NewGame {
        exercise: None,
        scenario: "gulf".into(),
        side: Side::Presser,
        opponent: "random".into(),
        names: PerSide::default(),
        swapped: None,
        injects: Vec::new(),
        length: Length::Standard,
        seed: Some(7),
        overrides: Overrides::default(),
    })));
    // Past the briefing.
    press(&mut app, KeyCode::Esc);
    app
}

fn press(app: &mut App<TestBackend>, code: KeyCode) {
    app.feed(Wake::Input(Event::Key(KeyEvent::new(
        code,
        KeyModifiers::NONE,
    ))));
    app.draw().unwrap();
}

/// Moves the cursor down and up, and draws each time.
fn two_keys(bencher: Bencher, mut app: App<TestBackend>) {
    app.draw().unwrap();
    bencher.bench_local(|| {
        press(&mut app, KeyCode::Down);
        press(&mut app, KeyCode::Up);
    });
}

#[divan::bench(args = [(60, 20), (80, 24), (200, 60)])]
fn two_keys_on_the_title(bencher: Bencher, size: (u16, u16)) {
    two_keys(bencher, title(size));
}

#[divan::bench(args = [(60, 20), (80, 24), (200, 60)])]
fn two_keys_on_the_table(bencher: Bencher, size: (u16, u16)) {
    two_keys(bencher, table(size));
}

/// A long game that lasts its forty rounds, among those of two who give nothing.
fn long_game() -> Recording {
    let set = [
        "rounds_long=40",
        "escalation=0",
        "recall_pressure=100",
        "recall_face=0",
    ];
    let gulf = Scenario::load("gulf").unwrap();
    let overrides = Overrides(set.map(|set| set.parse().unwrap()).to_vec());
    let games = (0..200).map(|seed| {
        let names = ["hard-liner", "hard-liner"];
        let mut header = recorded::header(&gulf, names, seed, Length::Long);
        header.overrides = set.map(Into::into).to_vec();
        recorded::play(&gulf, header)
    });
    let longest = games.max_by_key(|game| game.state().common.round);
    let text = write(&longest.unwrap());
    let loaded = Loaded::parse(text.as_bytes(), "game.ron".as_ref()).unwrap();
    let scenario = overrides.apply(gulf).unwrap();
    Recording::of(loaded, Arc::new(scenario), None).unwrap()
}

fn theatre(size: (u16, u16), at: KeyCode) -> App<TestBackend> {
    let recording = long_game();
    assert!(
        recording.rounds().len() >= 35,
        "{}",
        recording.rounds().len()
    );
    let theatre = Theatre::new(Show::new(recording).share());
    let mut app = shown(size, |_| Box::new(theatre));
    press(&mut app, at);
    app
}

/// From the deal on, thirty rounds, one by one.
#[divan::bench(args = [(80, 24), (200, 60)])]
fn through_the_theatre_forward(bencher: Bencher, size: (u16, u16)) {
    let mut app = theatre(size, KeyCode::Home);
    bencher.bench_local(|| {
        press(&mut app, KeyCode::Home);
        for _ in 0..30 {
            press(&mut app, KeyCode::Right);
        }
    });
}

/// The same way back from the end.
#[divan::bench(args = [(80, 24), (200, 60)])]
fn through_the_theatre_back(bencher: Bencher, size: (u16, u16)) {
    let mut app = theatre(size, KeyCode::End);
    bencher.bench_local(|| {
        press(&mut app, KeyCode::End);
        for _ in 0..30 {
            press(&mut app, KeyCode::Left);
        }
    });
}

#[divan::bench]
fn loading_the_gulf(bencher: Bencher) {
    bencher.bench(|| Scenario::load("gulf").unwrap());
}
