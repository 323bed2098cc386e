//! The title screen.
//!
//! ```text
//!              two flags in the fog
//!                FOG OF PEACE
//!          1  Continue    what it would continue
//!          2  New game
//! ```

use super::dialog::Dialog;
use super::famous::FamousScreen;
use super::handbook::Handbook;
use super::new_game::NewGameScreen;
use super::saves::{self, SavesScreen};
use super::settings::SettingsScreen;
use crate::theatre::FAMOUS;
use crate::tui::action::Action;
use crate::tui::context::Context;
use crate::tui::guide;
use crate::tui::layer::{Act, Flow, Hint, Layer, Mouse};
use crate::tui::library::{Intent, SaveInfo};
use crate::tui::theme::Role;
use crate::tui::widget::menu::{Item, Menu, Picked};
use crate::tui::widget::wrap::{fit, wrap_text};
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;
use unicode_width::UnicodeWidthStr;

const ART: &str = include_str!("../../../assets/art/title.txt");
const ART_ASCII: &str = include_str!("../../../assets/art/title-ascii.txt");

/// Columns of the art and of the menu under it.
const WIDTH: u16 = 58;

/// What the menu leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Continue,
    NewGame,
    Saves,
    Famous,
    FirstGame,
    Handbook,
    Settings,
    About,
    Quit,
}

impl Way {
    const ALL: [Self; 9] = [
        Self::Continue,
        Self::NewGame,
        Self::Saves,
        Self::Famous,
        Self::FirstGame,
        Self::Handbook,
        Self::Settings,
        Self::About,
        Self::Quit,
    ];

    const fn key(self) -> &'static str {
        match self {
            Self::Continue => "title.continue",
            Self::FirstGame => "title.first_game",
            Self::NewGame => "title.new_game",
            Self::Saves => "title.saves",
            Self::Famous => "title.famous",
            Self::Handbook => "title.handbook",
            Self::Settings => "title.settings",
            Self::About => "title.about",
            Self::Quit => "title.quit",
        }
    }
}

/// The first screen.
pub struct Title {
    menu: Menu,
    ways: Vec<Way>,
    /// The latest game that is not over.
    latest: Option<SaveInfo>,
}

impl Title {
    /// With what there is to continue.
    pub fn new(cx: &Context) -> Self {
        let mut title = Self {
            menu: Menu::default(),
            ways: Vec::new(),
            latest: None,
        };
        title.refresh(cx);
        title
    }

    fn refresh(&mut self, cx: &Context) {
        let open = |save: &SaveInfo| save.ending.is_none() && save.fault.is_none();
        let saves = cx.library.saves(&cx.phrases);
        let is_new = saves.is_empty();
        self.latest = saves.into_iter().find(open);
        let way = self.ways.get(self.menu.selected()).copied();
        // Nothing to continue: the entry is not there, rather than there and dead.
        let there = |way: &Way| match way {
            Way::Continue => self.latest.is_some(),
            Way::Famous => !FAMOUS.is_empty(),
            _ => true,
        };
        self.ways = Way::ALL.into_iter().filter(there).collect();
        if is_new {
            // Nobody has played here yet; the sort keeps the order of the others.
            self.ways.sort_by_key(|way| *way != Way::FirstGame);
        }
        let items = self
            .ways
            .iter()
            .map(|way| Item::new(cx.say(way.key()), ""))
            .collect();
        self.menu.set(items);
        if let Some(at) = self.ways.iter().position(|w| Some(*w) == way) {
            self.menu.select(at);
        }
    }

    fn go(&self, at: usize, cx: &Context) -> Flow {
        match self.ways.get(at) {
            Some(Way::Continue) => match &self.latest {
                Some(save) => Flow::ask(Intent::load(&save.path)),
                None => Flow::Stay,
            },
            Some(Way::FirstGame) => {
                guide::game().map_or(Flow::Stay, |game| Flow::ask(Intent::New(Box::new(game))))
            }
            Some(Way::NewGame) => Flow::push(NewGameScreen::new(cx)),
            Some(Way::Saves) => Flow::push(SavesScreen::new(cx)),
            Some(Way::Famous) => Flow::push(FamousScreen::new(cx)),
            Some(Way::Handbook) => Flow::push(Handbook::new(cx)),
            Some(Way::Settings) => Flow::push(SettingsScreen::new(cx)),
            Some(Way::About) => {
                let version = env!("CARGO_PKG_VERSION");
                let text = cx.phrases.fill("app.about", &[("version", &version)]);
                Flow::push(Dialog::message(cx.say("title.about"), text, cx))
            }
            Some(Way::Quit) | None => Flow::Quit,
        }
    }

    fn picked(&self, picked: Picked, cx: &Context) -> Flow {
        match picked {
            Picked::Ignored => Flow::Ignored,
            Picked::Moved => Flow::Stay,
            Picked::Chosen(at) => self.go(at, cx),
        }
    }
}

impl Layer for Title {
    fn draw(&mut self, area: Rect, frame: &mut Frame, cx: &Context) {
        let buffer = frame.buffer_mut();
        let art = if cx.glyphs.ascii { ART_ASCII } else { ART };
        let entries = self.ways.len() as u16;
        // Name, motto, a blank, the menu, a blank, what would be continued.
        let rest = entries + 5;
        // The largest of the pictures that leaves room for the rest and a blank.
        let fits = |art: &&str| art.lines().count() as u16 + 1 + rest <= area.height;
        let art = art.split("\n\n").find(fits).unwrap_or("");
        let shown = art.lines().count() as u16;
        let height = if shown > 0 { shown + 1 + rest } else { rest };
        let x = area.x + (area.width - WIDTH.min(area.width)) / 2;
        let mut y = area.y + area.height.saturating_sub(height) / 2;
        if shown > 0 {
            draw_art(
                Rect {
                    x,
                    y,
                    width: WIDTH,
                    height: shown,
                },
                buffer,
                cx,
                art,
            );
            y += shown + 1;
        }
        let centre = |text: &str, y: u16, style: Style, buffer: &mut Buffer| {
            let x = area.x + (area.width.saturating_sub(text.width() as u16)) / 2;
            buffer.set_stringn(x, y, text, area.width.into(), style);
        };
        centre(cx.say("title.name"), y, cx.theme[Role::Title], buffer);
        for line in wrap_text(cx.say("title.motto"), cx.theme[Role::Dim], area.width - 2) {
            y += 1;
            line.centered().render(
                Rect {
                    y,
                    height: 1,
                    ..area
                },
                buffer,
            );
        }
        y += 2;
        let names = self
            .menu
            .items()
            .iter()
            .map(|item| item.label.width())
            .max()
            .unwrap_or(0);
        let width = (names as u16 + 6).min(area.width);
        let x = area.x + (area.width - width) / 2;
        let height = entries.min(area.bottom().saturating_sub(y));
        self.menu.draw(
            Rect {
                x,
                y,
                width,
                height,
            },
            buffer,
            cx,
        );
        if let Some(save) = &self.latest {
            let text = saves::one_line(save, cx);
            let text = fit(&text, area.width - 2, cx.glyphs.ellipsis);
            let y = (y + height + 1).min(area.bottom() - 1);
            centre(&text, y, cx.theme[Role::Dim], buffer);
        }
    }

    fn hints(&self) -> Vec<Hint> {
        vec![
            Hint::pair(Action::Up, Action::Down, "app.move"),
            Hint::of(Action::Choose),
            Hint::of(Action::Pick),
            Hint::says(Action::Back, "title.leave"),
        ]
    }

    fn act(&mut self, act: Act, cx: &mut Context) -> Flow {
        if act.action == Action::Back {
            return Flow::Quit;
        }
        let picked = self.menu.act(act);
        self.picked(picked, cx)
    }

    fn mouse(&mut self, mouse: Mouse, cx: &mut Context) -> Flow {
        let picked = self.menu.mouse(mouse);
        self.picked(picked, cx)
    }

    fn uncovered(&mut self, cx: &mut Context) -> Flow {
        self.refresh(cx);
        Flow::Stay
    }
}

/// The art: the left flag in the presser's colour, the right one in the holder's, and
/// the fog between.
fn draw_art(area: Rect, buffer: &mut Buffer, cx: &Context, art: &str) {
    for (line, row) in art.lines().zip(area.rows()) {
        for (x, mark) in (row.x..row.right()).zip(line.chars()) {
            let role = match (mark, x - row.x) {
                (' ', _) => continue,
                ('┃' | '|', 4 | 53) => Role::Border,
                ('░' | '▒' | '.' | ':', _) => Role::Fog,
                (_, ..29) => Role::Presser,
                _ => Role::Holder,
            };
            buffer[(x, row.y)].set_char(mark).set_style(cx.theme[role]);
        }
    }
}
