//! A screen that panics, shown by the real loop on the real terminal.

use crossterm::event::KeyEvent;
use fog_of_peace::config::Settings;
use fog_of_peace::tui::action::Action;
use fog_of_peace::tui::context::{Context, Given};
use fog_of_peace::tui::keymap::Keymap;
use fog_of_peace::tui::layer::{Act, Flow, Hint, Layer};
use fog_of_peace::tui::library::{Empty, Host, Intent};
use fog_of_peace::tui::run;
use fog_of_peace::tui::wake::Waker;
use ratatui::Frame;
use ratatui::layout::Rect;

struct Nothing;

impl Host for Nothing {
    fn intend(&mut self, _: Intent, _: &mut Context) -> Flow {
        Flow::Stay
    }
}

struct Panicking;

impl Layer for Panicking {
    fn draw(&mut self, _: Rect, frame: &mut Frame, _: &Context) {
        frame
            .buffer_mut()
            .set_string(0, 0, "about to panic", ratatui::style::Style::new());
    }
    fn hints(&self) -> Vec<Hint> {
        vec![Hint::of(Action::Back)]
    }
    fn act(&mut self, _: Act, _: &mut Context) -> Flow {
        Flow::Ignored
    }
    fn key(&mut self, _: KeyEvent, _: &mut Context) -> Flow {
        panic!("a test panics here")
    }
}

/// Shows a screen that panics when a key is pressed.
pub fn panic_on_a_key() {
    let keymap = Keymap::standard().expect("the keys are in order");
    let (waker, wakes) = Waker::channel();
    let (settings, given) = (Settings::default(), Given::default());
    let cx = Context::new(settings, given, keymap, waker, Box::new(Empty));
    let cx = cx.expect("the theme is in order");
    let _ = run::run(cx, &wakes, Box::new(Nothing), Box::new(Panicking), None);
}
