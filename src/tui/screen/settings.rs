//! The settings. A change holds at once and is kept at once.

use crate::language::Language;
use crate::narrate::opponent;
use crate::tui::action::{Action, Scope};
use crate::tui::context::Context;
use crate::tui::layer::{Act, Flow, Hint, Layer, Mouse};
use crate::tui::theme::Theme;
use crate::tui::widget::about::About;
use crate::tui::widget::form::{Filled, Form, Row};
use crate::tui::widget::menu::Item;
use crate::tui::widget::{header, panes};
use ratatui::Frame;
use ratatui::layout::Rect;

/// The budgets to choose from, in simulations for a decision.
const BUDGETS: [Option<u32>; 6] = [
    None,
    Some(500),
    Some(2_000),
    Some(8_000),
    Some(32_000),
    Some(128_000),
];

/// The languages to choose from; none is the system's.
const LANGUAGES: [Option<Language>; 3] =
    [None, Some(Language::English), Some(Language::Vietnamese)];

/// The rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Id {
    Theme,
    Ascii,
    Mouse,
    Opponent,
    Budget,
    Seal,
    Language,
}

/// The settings, as a form.
pub struct SettingsScreen {
    form: Form<Id>,
    about: About,
    /// What went wrong when they were last kept.
    fault: Option<String>,
}

impl SettingsScreen {
    /// With what is set now.
    pub fn new(cx: &Context) -> Self {
        Self {
            form: Form::new(rows(cx)),
            about: About::default(),
            fault: None,
        }
    }

    fn filled(&mut self, filled: Filled<Id>, cx: &mut Context) -> Flow {
        match filled {
            Filled::Ignored => return Flow::Ignored,
            Filled::Moved | Filled::Pressed(_) => {}
            Filled::Changed(id) => {
                self.change(id, cx);
                self.fault = cx.settle();
                if id == Id::Language {
                    self.form.set(rows(cx));
                }
            }
        }
        Flow::Stay
    }

    fn change(&self, id: Id, cx: &mut Context) {
        let at = self.form.chosen(id);
        let yes = at == 0;
        match id {
            Id::Language => {
                cx.settings.language = LANGUAGES.get(at).copied().flatten();
                cx.given.language = None;
            }
            Id::Theme => {
                if let Some(name) = themes(cx).into_iter().nth(at) {
                    cx.settings.theme = name;
                    cx.given.theme = None;
                }
            }
            Id::Ascii => {
                cx.settings.ascii = yes;
                cx.given.ascii = false;
            }
            Id::Mouse => cx.settings.mouse = yes,
            Id::Opponent => {
                if let Some(name) = cx.library.opponents().into_iter().nth(at) {
                    if let Some(chosen) = &mut cx.chosen {
                        chosen.opponent.clone_from(&name);
                    }
                    cx.settings.opponent = name;
                }
            }
            Id::Budget => cx.settings.simulations = budgets(cx).get(at).copied().flatten(),
            Id::Seal => cx.settings.confirm_seal = yes,
        }
    }
}

impl Layer for SettingsScreen {
    fn draw(&mut self, area: Rect, frame: &mut Frame, cx: &Context) {
        let title = cx.say("title.settings");
        let body = header::draw(area, frame.buffer_mut(), cx, title, "");
        let height = self.form.rows.len() as u16;
        let (list, about) = panes::split(body, height, 56, frame.buffer_mut(), cx);
        self.form.draw(list, frame, cx);
        let text = match &self.fault {
            Some(fault) => cx.phrases.fill("settings.not_kept", &[("fault", fault)]),
            None => self.form.about(),
        };
        self.about.draw(&text, about, frame.buffer_mut(), cx);
    }

    fn scopes(&self) -> &[Scope] {
        &[Scope::Move]
    }

    fn hints(&self) -> Vec<Hint> {
        vec![
            Hint::pair(Action::Up, Action::Down, "app.move"),
            Hint::pair(Action::Left, Action::Right, "app.change"),
            Hint::of(Action::Back),
        ]
    }

    fn act(&mut self, act: Act, cx: &mut Context) -> Flow {
        if act.action == Action::Back {
            return Flow::Pop;
        }
        if self.about.act(act.action) {
            return Flow::Stay;
        }
        let filled = self.form.act(act);
        self.filled(filled, cx)
    }

    fn mouse(&mut self, mouse: Mouse, cx: &mut Context) -> Flow {
        if self.about.mouse(mouse) {
            return Flow::Stay;
        }
        let filled = self.form.mouse(mouse);
        self.filled(filled, cx)
    }
}

/// The themes by name, with the player's own if one is set.
fn themes(cx: &Context) -> Vec<String> {
    let mut names: Vec<String> = Theme::names().map(Into::into).collect();
    if !names.contains(&cx.settings.theme) {
        names.push(cx.settings.theme.clone());
    }
    names
}

/// The budgets, with the player's own if it is another.
fn budgets(cx: &Context) -> Vec<Option<u32>> {
    let mut budgets = BUDGETS.to_vec();
    if !budgets.contains(&cx.settings.simulations) {
        budgets.push(cx.settings.simulations);
    }
    budgets
}

fn rows(cx: &Context) -> Vec<Row<Id>> {
    let set = &cx.settings;
    let switch = |id, label, about, on: bool| {
        let options = [cx.say("settings.yes"), cx.say("settings.no")];
        let options = options.map(|label| Item::new(label, "")).to_vec();
        Row::choice(id, cx.say(label), cx.say(about), options, usize::from(!on))
    };
    let language = LANGUAGES.iter().position(|l| *l == set.language);
    let languages = LANGUAGES.map(|language| {
        let name = language.map_or("system", Language::tag);
        Item::new(cx.phrases.of("settings.language.", name), "")
    });
    let themes = themes(cx);
    let theme = themes
        .iter()
        .position(|name| *name == set.theme)
        .unwrap_or(0);
    let themes = themes.into_iter().map(|name| {
        let about = cx.phrases.of("settings.theme.", &name.replace('-', "_"));
        Item::new(name, about)
    });
    let opponents = cx.library.opponents();
    let opponent = opponents
        .iter()
        .position(|name| *name == set.opponent)
        .unwrap_or(0);
    let budgets = budgets(cx);
    let budget = budgets
        .iter()
        .position(|b| *b == set.simulations)
        .unwrap_or(0);
    let budgets = budgets.into_iter().map(|budget| match budget {
        None => Item::new(cx.say("settings.budget_level"), ""),
        Some(n) => Item::new(
            cx.phrases.fill("settings.budget_count", &[("count", &n)]),
            "",
        ),
    });
    let about_theme = if cx.given.no_color {
        cx.say("settings.theme_no_color")
    } else {
        cx.say("settings.theme_about")
    };
    vec![
        Row::choice(
            Id::Theme,
            cx.say("settings.theme"),
            about_theme,
            themes.collect(),
            theme,
        ),
        switch(
            Id::Ascii,
            "settings.ascii",
            "settings.ascii_about",
            set.ascii,
        ),
        switch(
            Id::Mouse,
            "settings.mouse",
            "settings.mouse_about",
            set.mouse,
        ),
        Row::choice(
            Id::Opponent,
            cx.say("settings.opponent"),
            cx.say("settings.opponent_about"),
            opponents
                .iter()
                .map(|name| opponent_item(name, cx))
                .collect(),
            opponent,
        ),
        Row::choice(
            Id::Budget,
            cx.say("settings.budget"),
            cx.say("settings.budget_about"),
            budgets.collect(),
            budget,
        ),
        switch(
            Id::Seal,
            "settings.seal",
            "settings.seal_about",
            set.confirm_seal,
        ),
        Row::choice(
            Id::Language,
            cx.say("settings.language"),
            cx.say("settings.language_about"),
            languages.to_vec(),
            language.unwrap_or(0),
        ),
    ]
}

/// An opponent by its level or name, in words.
pub fn opponent_item(name: &str, cx: &Context) -> Item {
    let about = cx.phrases.of("opponent.about.", &name.replace('-', "_"));
    Item::new(opponent(&cx.phrases, name), about)
}
