//! The form for a new game.

use super::settings::opponent_item;
use crate::negotiator::Who;
use crate::record::seat_name;
use crate::rules::deal::Length;
use crate::rules::side::{PerSide, Side};
use crate::scenario::{Override, Overrides, SetError};
use crate::session::PERSON;
use crate::tui::action::{Action, Scope};
use crate::tui::context::{Chosen, Context};
use crate::tui::layer::{Act, Flow, Hint, Layer, Mouse};
use crate::tui::library::{Intent, NewGame, ScenarioInfo};
use crate::tui::widget::about::About;
use crate::tui::widget::form::{Filled, Form, Row};
use crate::tui::widget::menu::Item;
use crate::tui::widget::{header, panes};
use crossterm::event::KeyEvent;
use ratatui::Frame;
use ratatui::layout::Rect;

/// The rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Id {
    Scenario,
    Side,
    Opponent,
    /// What one's own seat is called.
    Name,
    /// What the other is, if a person sits there.
    OtherName,
    Length,
    Seed,
    /// A constant set to another value, by its place in the list.
    Override(usize),
    Add,
    Begin,
}

/// The form for a new game.
pub struct NewGameScreen {
    scenarios: Vec<ScenarioInfo>,
    opponents: Vec<String>,
    /// One's own, and the other person's.
    names: [String; 2],
    overrides: Vec<String>,
    form: Form<Id>,
    about: About,
    /// Why the game cannot begin as it stands.
    fault: Option<String>,
}

impl NewGameScreen {
    /// Filled in with what was last chosen, or else with what is usual.
    pub fn new(cx: &Context) -> Self {
        let mut screen = Self {
            scenarios: cx.library.scenarios(&cx.phrases),
            opponents: opponents(cx),
            names: Default::default(),
            overrides: Vec::new(),
            form: Form::new(Vec::new()),
            about: About::default(),
            fault: None,
        };
        let chosen = screen.last(cx);
        let rows = screen.rows(cx, &chosen, "");
        screen.form.set(rows);
        screen.form.select(Id::Begin);
        screen
    }

    /// The choices of scenario, side, opponent and length to begin from.
    fn last(&self, cx: &Context) -> [usize; 4] {
        let last = cx.chosen.as_ref();
        let scenario = last.map_or("", |last| last.scenario.as_str());
        let opponent = last.map_or(&cx.settings.opponent, |last| &last.opponent);
        let side = last.map_or(Side::BOTH[0], |last| last.side);
        let length = last.map_or(Length::Standard, |last| last.length);
        let places = [
            self.scenarios.iter().position(|it| it.id == scenario),
            Side::BOTH.iter().position(|it| *it == side),
            self.opponents.iter().position(|it| it == opponent),
            Length::ALL.iter().position(|it| *it == length),
        ];
        places.map(Option::unwrap_or_default)
    }

    /// Whether the opponent at this place of the list is a person.
    fn is_person(&self, opponent: usize) -> bool {
        self.opponents.get(opponent).is_some_and(|it| it == PERSON)
    }

    fn scenario(&self) -> Option<&ScenarioInfo> {
        self.scenarios.get(self.form.chosen(Id::Scenario))
    }

    /// The rows, with these choices of scenario, side, opponent and length.
    fn rows(&self, cx: &Context, chosen: &[usize; 4], seed: &str) -> Vec<Row<Id>> {
        let say = |key| cx.say(key);
        let scenarios = self
            .scenarios
            .iter()
            .map(|s| Item::new(&s.title, &s.summary))
            .collect();
        let scenario = self.scenarios.get(chosen[0]);
        let sides = scenario.map_or(Vec::new(), |scenario| {
            let both = scenario.capitals.iter().zip(&scenario.roles);
            both.map(|(capital, role)| Item::new(capital, role))
                .collect()
        });
        let lengths = Length::ALL.iter().enumerate().map(|(at, _)| {
            let name = ["new_game.short", "new_game.standard", "new_game.long"][at];
            let rounds = scenario.map_or(0, |scenario| scenario.rounds[at]);
            Item::new(cx.phrases.fill(name, &[("rounds", &rounds)]), "")
        });
        let mut rows = vec![
            Row::choice(
                Id::Scenario,
                say("new_game.scenario"),
                "",
                scenarios,
                chosen[0],
            ),
            Row::choice(
                Id::Side,
                say("new_game.side"),
                say("new_game.side_about"),
                sides,
                chosen[1],
            ),
            Row::choice(
                Id::Opponent,
                say("new_game.opponent"),
                say("new_game.opponent_about"),
                self.opponents
                    .iter()
                    .map(|name| opponent_item(name, cx))
                    .collect(),
                chosen[2],
            ),
            Row::choice(
                Id::Length,
                say("new_game.length"),
                say("new_game.length_about"),
                lengths.collect(),
                chosen[3],
            ),
            Row::text(
                Id::Seed,
                say("new_game.seed"),
                say("new_game.seed_about"),
                seed,
                say("new_game.seed_blank"),
            ),
        ];
        let ids = [Id::Name, Id::OtherName];
        let named = if self.is_person(chosen[2]) { 2 } else { 1 };
        for (at, id) in ids.into_iter().take(named).enumerate() {
            let label = say(["new_game.name", "new_game.other_name"][at]);
            let (about, blank) = (say("new_game.name_about"), say("new_game.name_blank"));
            rows.push(Row::text(id, label, about, &self.names[at], blank));
        }
        let id = scenario.map_or("", |scenario| scenario.id.as_str());
        let about = cx
            .phrases
            .fill("new_game.override_about", &[("scenario", &id)]);
        for (at, text) in self.overrides.iter().enumerate() {
            let (label, blank) = (say("new_game.override"), say("new_game.override_blank"));
            rows.push(Row::text(
                Id::Override(at),
                label,
                about.clone(),
                text,
                blank,
            ));
        }
        rows.push(Row::button(Id::Add, say("new_game.add"), about));
        rows.push(Row::button(
            Id::Begin,
            say("new_game.begin"),
            self.summary(cx, chosen, seed),
        ));
        rows
    }

    /// What would begin, in a few lines.
    fn summary(&self, cx: &Context, chosen: &[usize; 4], seed: &str) -> String {
        let Some(scenario) = self.scenarios.get(chosen[0]) else {
            return cx.say("new_game.no_scenario").into();
        };
        let name = self.opponents.get(chosen[2]);
        let opponent = name.map(|name| opponent_item(name, cx).label);
        let about = if self.is_person(chosen[2]) {
            "new_game.summary_shared"
        } else {
            "new_game.summary"
        };
        let seed = if seed.is_empty() {
            cx.say("new_game.seed_blank")
        } else {
            seed
        };
        cx.phrases.fill(
            about,
            &[
                ("title", &scenario.title),
                ("mine", &scenario.capitals[chosen[1].min(1)]),
                ("theirs", &scenario.capitals[1 - chosen[1].min(1)]),
                ("opponent", &opponent.unwrap_or_default()),
                ("rounds", &scenario.rounds[chosen[3].min(2)]),
                ("seed", &seed),
            ],
        )
    }

    /// The rows again, after something changed.
    fn refresh(&mut self, cx: &Context) {
        let form = &self.form;
        let chosen = [Id::Scenario, Id::Side, Id::Opponent, Id::Length].map(|id| form.chosen(id));
        let seed = form.typed(Id::Seed).to_owned();
        let rows = self.rows(cx, &chosen, &seed);
        self.form.set(rows);
    }

    fn filled(&mut self, filled: Filled<Id>, cx: &mut Context) -> Flow {
        if filled != Filled::Moved && filled != Filled::Ignored {
            self.fault = None;
        }
        match filled {
            Filled::Ignored => return Flow::Ignored,
            Filled::Pressed(Id::Begin) => return self.begin(cx),
            Filled::Pressed(Id::Add) => {
                self.overrides.push(String::new());
                self.refresh(cx);
                self.form.select(Id::Override(self.overrides.len() - 1));
                self.form.type_into();
            }
            Filled::Changed(Id::Override(at)) => {
                self.form
                    .typed(Id::Override(at))
                    .clone_into(&mut self.overrides[at]);
                self.fault = self.overrides(cx).err();
                self.refresh(cx);
            }
            Filled::Changed(id @ (Id::Name | Id::OtherName)) => {
                self.names[usize::from(id == Id::OtherName)] = seat_name(self.form.typed(id));
                self.refresh(cx);
            }
            Filled::Changed(Id::Seed) => {
                self.fault = self.seed(cx).err();
                self.refresh(cx);
            }
            Filled::Changed(_) => self.refresh(cx),
            Filled::Moved | Filled::Pressed(_) => {}
        }
        Flow::Stay
    }

    fn begin(&mut self, cx: &mut Context) -> Flow {
        match self.game(cx) {
            Ok(game) => {
                cx.chosen = self.chosen(&game);
                Flow::ask(Intent::New(Box::new(game)))
            }
            Err(fault) => {
                self.fault = Some(fault);
                Flow::Stay
            }
        }
    }

    /// What is remembered of a game that is begun.
    fn chosen(&self, game: &NewGame) -> Option<Chosen> {
        // As it is listed, without the budget for its thinking.
        let opponent = self.opponents.get(self.form.chosen(Id::Opponent))?;
        Some(Chosen {
            scenario: game.scenario.clone(),
            side: game.side,
            opponent: opponent.clone(),
            length: game.length,
        })
    }

    /// The game as the form has it, or why there is none.
    fn game(&self, cx: &Context) -> Result<NewGame, String> {
        let none = || cx.say("new_game.no_scenario").to_owned();
        let scenario = self.scenario().ok_or_else(none)?;
        let opponent = self
            .opponents
            .get(self.form.chosen(Id::Opponent))
            .ok_or_else(none)?;
        let side = Side::BOTH[self.form.chosen(Id::Side).min(1)];
        let mut names = PerSide::<String>::default();
        names[side].clone_from(&self.names[0]);
        if opponent == PERSON {
            names[side.other()].clone_from(&self.names[1]);
        }
        Ok(NewGame {
            exercise: None,
            scenario: scenario.id.clone(),
            side,
            names,
            swapped: None,
            injects: Vec::new(),
            opponent: with_budget(opponent, cx.settings.simulations),
            length: Length::ALL[self.form.chosen(Id::Length).min(2)],
            seed: self.seed(cx)?,
            overrides: self.overrides(cx)?,
        })
    }

    fn seed(&self, cx: &Context) -> Result<Option<u64>, String> {
        let typed = self.form.typed(Id::Seed);
        if typed.is_empty() {
            return Ok(None);
        }
        typed
            .parse()
            .map(Some)
            .map_err(|_| cx.phrases.fill("new_game.bad_seed", &[("seed", &typed)]))
    }

    /// What is set, if it can be set together; else why not.
    fn overrides(&self, cx: &Context) -> Result<Overrides, String> {
        let written = self.overrides.iter().filter(|text| !text.is_empty());
        let parsed: Result<Vec<Override>, _> = written.map(|text| text.parse()).collect();
        let overrides = Overrides(parsed.map_err(|e: SetError| e.to_string())?);
        if let Some(scenario) = self.scenario().filter(|_| !overrides.is_empty()) {
            cx.library.check(&scenario.id, &overrides)?;
        }
        Ok(overrides)
    }

    fn delete(&mut self, cx: &Context) -> Flow {
        match self.form.row().map(|row| row.id) {
            Some(Id::Override(at)) => {
                self.overrides.remove(at);
                self.fault = None;
                self.refresh(cx);
            }
            Some(Id::Seed) => self.set_seed("", cx),
            Some(id @ (Id::Name | Id::OtherName)) => {
                self.names[usize::from(id == Id::OtherName)].clear();
                self.refresh(cx);
            }
            _ => return Flow::Ignored,
        }
        Flow::Stay
    }

    fn set_seed(&mut self, seed: &str, cx: &Context) {
        let form = &self.form;
        let chosen = [Id::Scenario, Id::Side, Id::Opponent, Id::Length].map(|id| form.chosen(id));
        let rows = self.rows(cx, &chosen, seed);
        self.form.set(rows);
        self.fault = None;
    }
}

impl Layer for NewGameScreen {
    fn draw(&mut self, area: Rect, frame: &mut Frame, cx: &Context) {
        let right = self
            .scenario()
            .map_or("", |scenario| scenario.title.as_str());
        let title = cx.say("title.new_game");
        let body = header::draw(area, frame.buffer_mut(), cx, title, right);
        let height = self.form.rows.len() as u16;
        let (list, about) = panes::split(body, height, 56, frame.buffer_mut(), cx);
        self.form.draw(list, frame, cx);
        let text = match &self.fault {
            Some(fault) => format!("# {}\n{fault}", cx.say("new_game.not_yet")),
            None => self.form.about(),
        };
        self.about.draw(&text, about, frame.buffer_mut(), cx);
    }

    fn scopes(&self) -> &[Scope] {
        if self.form.is_typing() {
            &[Scope::Typing]
        } else {
            &[Scope::Form, Scope::Move]
        }
    }

    fn hints(&self) -> Vec<Hint> {
        if self.form.is_typing() {
            return vec![Hint::of(Action::Accept), Hint::of(Action::Cancel)];
        }
        vec![
            Hint::pair(Action::Up, Action::Down, "app.move"),
            Hint::pair(Action::Left, Action::Right, "app.change"),
            Hint::of(Action::Begin),
            Hint::says(Action::Random, "new_game.redraw_seed"),
            Hint::of(Action::Back),
        ]
    }

    fn act(&mut self, act: Act, cx: &mut Context) -> Flow {
        if self.about.act(act.action) {
            return Flow::Stay;
        }
        match act.action {
            Action::Back => Flow::Pop,
            Action::Begin => self.begin(cx),
            Action::Delete => self.delete(cx),
            Action::Random => {
                let seed = fresh_seed(cx);
                self.set_seed(&seed.to_string(), cx);
                Flow::Stay
            }
            _ => {
                let filled = self.form.act(act);
                self.filled(filled, cx)
            }
        }
    }

    fn key(&mut self, key: KeyEvent, _cx: &mut Context) -> Flow {
        Flow::taken(self.form.key(key))
    }

    fn mouse(&mut self, mouse: Mouse, cx: &mut Context) -> Flow {
        if self.about.mouse(mouse) {
            return Flow::Stay;
        }
        let filled = self.form.mouse(mouse);
        self.filled(filled, cx)
    }
}

/// Who can be played against: the last of them is another person.
pub fn opponents(cx: &Context) -> Vec<String> {
    let mut opponents = cx.library.opponents();
    opponents.push(PERSON.to_owned());
    opponents
}

/// A level with the player's own budget for its thinking is a search with that budget; a
/// script does not search.
fn with_budget(opponent: &str, simulations: Option<u32>) -> String {
    match (opponent.parse(), simulations) {
        (Ok(Who::Level(_)), Some(budget)) => Who::Search(budget).to_string(),
        _ => opponent.to_owned(),
    }
}

/// A seed that nobody chose, short enough to be read out in a classroom.
fn fresh_seed(cx: &Context) -> u64 {
    let since = (cx.now)()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap_or_default();
    // Spread (Knuth's multiplier), so that two seeds in a row share no digits.
    since.as_nanos() as u64 % 0x7fff_ffff * 2_654_435_761 % 1_000_000
}
