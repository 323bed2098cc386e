//! A stage for tests: the whole app on a backend without a terminal, with a library that
//! holds what a test needs. Keys go in, screens come out.

use super::app::{App, Turn};
use super::context::{Context, Given};
use super::keymap::Keymap;
use super::layer::{Flow, Layer};
use super::library::{Host, Intent, Library, SaveInfo, ScenarioInfo};
use super::wake::{Wake, Waker};
use crate::config::Settings;
use crate::narrate::Phrases;
use crate::scenario::Overrides;
use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::backend::TestBackend;
use ratatui::style::{Color, Modifier, Style};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::io;
use std::path::Path;
use std::rc::Rc;
use std::time::{Duration, SystemTime};

/// The app, what was intended, and what the last event led to.
pub struct Stage {
    app: App<TestBackend>,
    /// What the screens asked the session for.
    pub intents: Rc<RefCell<Vec<Intent>>>,
    /// What the loop would do now.
    pub turn: Turn,
}

/// Notes what is intended, and stays.
struct Notes(Rc<RefCell<Vec<Intent>>>);

impl Host for Notes {
    fn intend(&mut self, intent: Intent, _cx: &mut Context) -> Flow {
        self.0.borrow_mut().push(intent);
        Flow::Stay
    }
}

/// Saved games and scenarios in memory.
#[derive(Clone, Default)]
pub struct Shelf {
    /// The saved games.
    pub saves: Rc<RefCell<Vec<SaveInfo>>>,
}

impl Library for Shelf {
    fn scenarios(&self, _words: &Phrases) -> Vec<ScenarioInfo> {
        vec![ScenarioInfo {
            id: "gulf".into(),
            title: "The Gulf".into(),
            summary: "A truce, a blockade, a strait, and two lists that share a title.".into(),
            capitals: ["Washington".into(), "Tehran".into()],
            roles: ["You press.".into(), "You hold.".into()],
            rounds: [8, 12, 18],
        }]
    }

    fn check(&self, _scenario: &str, overrides: &Overrides) -> Result<(), String> {
        match overrides.0.iter().find(|set| set.key() == "nonsense") {
            Some(set) => Err(format!("cannot set {set}: there is no such number")),
            None => Ok(()),
        }
    }

    fn opponents(&self) -> Vec<String> {
        ["easy", "normal", "hard", "expert"]
            .map(Into::into)
            .to_vec()
    }

    fn saves(&self, _words: &Phrases) -> Vec<SaveInfo> {
        self.saves.borrow().clone()
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.saves.borrow_mut().retain(|save| save.path != path);
        Ok(())
    }
}

/// The moment at which every test plays.
pub fn noon() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_782_907_200)
}

/// A context with the default looks.
pub fn context(library: impl Library + 'static, given: Given) -> Context {
    let settings = Settings::default();
    let keymap = Keymap::standard().unwrap();
    let (waker, _) = Waker::channel();
    let mut cx = Context::new(settings, given, keymap, waker, Box::new(library)).unwrap();
    cx.now = noon;
    cx
}

impl Stage {
    /// Shows the layer that `first` makes, at this size.
    pub fn new(cx: Context, size: (u16, u16), first: Box<dyn Layer>) -> Self {
        let intents = Rc::new(RefCell::new(Vec::new()));
        let backend = TestBackend::new(size.0, size.1);
        let host = Box::new(Notes(Rc::clone(&intents)));
        let mut app = App::new(backend, cx, host, first).unwrap();
        app.draw().unwrap();
        Self {
            app,
            intents,
            turn: Turn::On,
        }
    }

    /// Presses keys, named as in the key file and parted by blanks.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for key in keys.split_whitespace() {
            self.feed(Wake::Input(Event::Key(event(key))));
        }
        self
    }

    /// Hands on one thing that happened.
    pub fn feed(&mut self, wake: Wake) -> &mut Self {
        self.turn = self.app.feed(wake);
        self.app.draw().unwrap();
        self
    }

    /// What the screens share.
    pub fn context(&self) -> &Context {
        self.app.context()
    }

    /// The text on the screen.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for (n, row) in self.rows().enumerate() {
            if n > 0 {
                text.push('\n');
            }
            let line: String = row.iter().map(|(symbol, _)| *symbol).collect();
            text.push_str(line.trim_end());
        }
        text
    }

    /// The text on the screen, and below it each cell's style as a letter, with a key.
    pub fn picture(&self) -> String {
        let mut letters: BTreeMap<String, char> = BTreeMap::new();
        let mut styles = String::new();
        for row in self.rows() {
            let mut line = String::new();
            for (symbol, style) in row {
                let plain = symbol == " " && style.bg.is_none_or(|bg| bg == Color::Reset);
                let name = if plain { String::new() } else { name(style) };
                let next = char::from(b'a' + letters.len() as u8);
                let blank = name.is_empty();
                line.push(if blank {
                    ' '
                } else {
                    *letters.entry(name).or_insert(next)
                });
            }
            let _ = writeln!(styles, "{}", line.trim_end());
        }
        let mut picture = format!("{}\n\n{}\n", self.text(), styles.trim_end());
        for (name, letter) in letters {
            let _ = write!(picture, "\n{letter} = {name}");
        }
        picture
    }

    fn rows(&self) -> impl Iterator<Item = Vec<(&str, Style)>> {
        let buffer = self.app.backend().buffer();
        let width = usize::from(buffer.area.width).max(1);
        buffer
            .content
            .chunks(width)
            .map(|row| row.iter().map(|c| (c.symbol(), c.style())).collect())
    }
}

/// A style in words; empty if it is plain.
fn name(style: Style) -> String {
    let mut words = Vec::new();
    if let Some(fg) = style.fg.filter(|fg| *fg != Color::Reset) {
        words.push(fg.to_string());
    }
    if let Some(bg) = style.bg.filter(|bg| *bg != Color::Reset) {
        words.push(format!("on {bg}"));
    }
    if style.add_modifier != Modifier::empty() {
        words.push(format!("{:?}", style.add_modifier).to_lowercase());
    }
    words.join(" ")
}

/// A key by its name.
fn event(name: &str) -> KeyEvent {
    let (name, modifiers) = match name.strip_prefix("ctrl-") {
        Some(rest) => (rest, KeyModifiers::CONTROL),
        None => (name, KeyModifiers::NONE),
    };
    let code = match name {
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "tab" => KeyCode::Tab,
        "space" => KeyCode::Char(' '),
        "backspace" => KeyCode::Backspace,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pgup" => KeyCode::PageUp,
        "pgdn" => KeyCode::PageDown,
        "f1" => KeyCode::F(1),
        "f2" => KeyCode::F(2),
        letter => KeyCode::Char(letter.chars().next().expect("a key has a name")),
    };
    KeyEvent::new(code, modifiers)
}
