//! How long a screen takes to draw, key press included: the title, and the table of a game.
#![allow(clippy::unwrap_used, missing_docs)]

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use divan::Bencher;
use fog_of_peace::config::Settings;
use fog_of_peace::negotiator::Outside;
use fog_of_peace::rules::deal::Length;
use fog_of_peace::rules::side::Side;
use fog_of_peace::scenario::{Overrides, Scenario};
use fog_of_peace::tui::app::App;
use fog_of_peace::tui::context::{Context, Given};
use fog_of_peace::tui::game::desk::Desk;
use fog_of_peace::tui::keymap::Keymap;
use fog_of_peace::tui::library::{Empty, Intent, NewGame};
use fog_of_peace::tui::screen::title::Title;
use fog_of_peace::tui::wake::{Wake, Waker};
use ratatui::backend::TestBackend;

fn main() {
    divan::main();
}

fn title(size: (u16, u16)) -> App<TestBackend> {
    let (waker, _) = Waker::channel();
    let keymap = Keymap::standard().unwrap();
    let settings = Settings::default();
    let cx = Context::new(settings, Given::default(), keymap, waker, Box::new(Empty)).unwrap();
    let first = Box::new(Title::new(&cx));
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
    app.intend(Intent::New(NewGame {
        scenario: "gulf".into(),
        side: Side::Presser,
        opponent: "random".into(),
        length: Length::Standard,
        seed: Some(7),
        overrides: Overrides::default(),
    }));
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

#[divan::bench]
fn loading_the_gulf(bencher: Bencher) {
    bencher.bench(|| Scenario::load("gulf").unwrap());
}
