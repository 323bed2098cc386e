//! Where games are begun and taken up again, and their first screens opened.

use super::briefing;
use super::hand_over::HandOver;
use super::play::Play;
use super::table::Table;
use super::tasks;
use crate::negotiator::{Outside, WhoError};
use crate::rules::side::Side;
use crate::scenario::Scenario;
use crate::session::{self, Resume, Session};
use crate::theatre::{Place, TakenOver};
use crate::tui::context::Context;
use crate::tui::guide::Panel;
use crate::tui::layer::Flow;
use crate::tui::library::{Exercise, Host, Intent, NewGame};
use crate::tui::screen::dialog::Dialog;
use crate::tui::theatre;
use crate::tui::wake::Waker;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// Begins games, and keeps them in a folder.
pub struct Desk {
    saves: Option<PathBuf>,
    outside: Outside,
}

impl Desk {
    /// Keeps games in this folder; without one, games are not kept. The rest holds for
    /// opponents outside this program.
    pub const fn new(saves: Option<PathBuf>, outside: Outside) -> Self {
        Self { saves, outside }
    }

    fn begin(&self, game: &NewGame, cx: &Context) -> Result<Session, String> {
        let scenario = Scenario::load(&game.scenario).map_err(|e| e.to_string())?;
        let opponent = game.opponent.parse().map_err(|e| format!("{e}"))?;
        let now = (cx.now)().duration_since(UNIX_EPOCH).unwrap_or_default();
        let new = session::NewGame {
            scenario,
            overrides: game.overrides.clone(),
            side: game.side,
            opponent,
            names: game.names.clone(),
            swapped: game.swapped.clone(),
            seed: game.seed.unwrap_or_else(drawn),
            length: game.length,
            injects: game.injects.clone(),
            exercise: game.exercise.as_ref().map(|it| it.assigned.clone()),
            saves: self.saves.clone(),
            created: now.as_secs(),
            outside: self.outside.clone(),
        };
        Session::begin(new, wake(&cx.waker)).map_err(|e| e.to_string())
    }

    fn take_over(
        &self,
        place: &Place,
        round: u8,
        side: Side,
        opponent: &str,
        cx: &Context,
    ) -> Result<Session, String> {
        let now = (cx.now)().duration_since(UNIX_EPOCH).unwrap_or_default();
        let recording = place.open().map_err(|e| e.to_string())?;
        let taken = TakenOver {
            round,
            side,
            opponent: opponent.parse().map_err(|e| format!("{e}"))?,
            title: theatre::branch_title(&recording, round, &cx.phrases),
            saves: self.saves.clone(),
            created: now.as_secs(),
            outside: self.outside.clone(),
        };
        let game = recording.take_over(taken).map_err(|e| e.to_string())?;
        Session::branch(game, wake(&cx.waker)).map_err(|e| e.to_string())
    }

    fn load(
        &self,
        path: &Path,
        scenario: Option<String>,
        opponent: Option<&str>,
        cx: &Context,
    ) -> Result<Session, String> {
        let opponent = opponent.map(str::parse).transpose();
        let resume = Resume {
            scenario,
            opponent: opponent.map_err(|e: WhoError| e.to_string())?,
            outside: self.outside.clone(),
        };
        Session::load(path, resume, wake(&cx.waker)).map_err(|e| e.to_string())
    }
}

/// A seed that nobody chose.
fn drawn() -> u64 {
    rand::random::<u32>().into()
}

/// What rouses the screens from a thread of the session.
pub fn wake(waker: &Waker) -> session::Wake {
    let waker = waker.clone();
    Box::new(move || waker.wake())
}

impl Host for Desk {
    fn intend(&mut self, intent: Intent, cx: &mut Context) -> Flow {
        let opened = match intent {
            Intent::New(game) if game.exercise.as_ref().is_some_and(nameless) => {
                return Flow::push(tasks::ask_name(*game, "exercise.name.help", cx));
            }
            Intent::New(game) => self.begin(&game, cx).map(|session| {
                let word = game.exercise.as_ref().map(|exercise| &*exercise.word);
                open(session, Some(word.unwrap_or_default()), cx)
            }),
            Intent::Load {
                path,
                scenario,
                opponent,
            } => {
                let session = self.load(&path, scenario, opponent.as_deref(), cx);
                session.map(|session| open(session, None, cx))
            }
            Intent::Watch {
                place,
                opened,
                round,
                vantage,
            } => {
                return match opened.map_or_else(|| place.open(), |opened| Ok(*opened)) {
                    Ok(recording) => theatre::open(recording, round, vantage, cx),
                    Err(error) => {
                        let title = cx.say("theatre.failed");
                        Flow::push(Dialog::message(title, error.to_string(), cx))
                    }
                };
            }
            Intent::Compare { one, two } => {
                let opened = one.open().and_then(|one| Ok((one, two.open()?)));
                return match opened {
                    Ok((one, two)) => Flow::push(theatre::Compare::new(one, two)),
                    Err(error) => {
                        let title = cx.say("theatre.failed");
                        Flow::push(Dialog::message(title, error.to_string(), cx))
                    }
                };
            }
            Intent::TakeOver {
                place,
                round,
                side,
                opponent,
            } => {
                let taken = self.take_over(&place, round, side, &opponent, cx);
                taken.map(|session| open(session, None, cx))
            }
        };
        opened.unwrap_or_else(|error| {
            Flow::push(Dialog::message(cx.say("game.desk.failed"), error, cx))
        })
    }
}

/// Whether it is not known yet whose exercise it is.
fn nameless(exercise: &Exercise) -> bool {
    exercise.assigned.student.is_empty()
}

/// The first screens of a game: the table, and over it what an exercise asks, and the briefing
/// of a new one with the word that goes before it, or what was wrong with the file of an old
/// one; of one that two persons share, the hand-over first.
fn open(session: Session, new: Option<&str>, cx: &mut Context) -> Flow {
    let faults = session.faults().first().map(ToString::to_string);
    let title = session.exercise().map(|exercise| exercise.title.clone());
    let play = Play::new(session);
    let play = if new.is_some() { play } else { play.resumed() };
    let play = play.share();
    cx.guide = Panel::of(&play);
    let first = play.borrow().hands_over_to();
    let mut layers: Vec<Box<dyn crate::tui::layer::Layer>> =
        vec![Box::new(Table::new(play.clone()))];
    if play.borrow().session.ending().is_none()
        && let Some(tasks) = tasks::Tasks::due(&play)
    {
        layers.push(Box::new(tasks));
    }
    if let Some(side) = first {
        layers.push(Box::new(HandOver::new(play.clone(), side)));
    } else if let Some(word) = new {
        layers.push(Box::new(briefing::page(play)));
        if let Some(title) = title.filter(|_| !word.is_empty()) {
            layers.push(Box::new(Dialog::message(&title, word, cx)));
        }
    }
    if let Some(fault) = faults {
        let text = cx.phrases.fill("game.desk.damaged", &[("fault", &fault)]);
        layers.push(Box::new(Dialog::message(
            cx.say("game.desk.damaged_title"),
            text,
            cx,
        )));
    }
    Flow::Stack(layers)
}
