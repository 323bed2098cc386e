//! The terminal interface, as `fog-of-peace` alone opens it.

use super::exit::{Exit, Failure};
use super::kept::usual_saves;
use super::language::{self, Lang};
use crate::config::Settings;
use crate::narrate::{Narrator, Phrases};
use crate::negotiator::{Outside, Who};
use crate::record::{self, Listed, Seat};
use crate::rules::side::Side;
use crate::scenario::{BUILTIN, Overrides, Scenario};
use crate::session::PERSON;
use crate::theatre;
use crate::tui::app;
use crate::tui::context::{Context, Given};
use crate::tui::game::desk::Desk;
use crate::tui::keymap::Keymap;
use crate::tui::library::{Intent, Library, SaveInfo, ScenarioInfo};
use crate::tui::run::{self, Error};
use crate::tui::screen::title::Title;
use crate::tui::wake::Waker;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::SystemTime;

/// How the interface looks, and where games are kept.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Looks {
    /// Colours: default, light, dark, high-contrast, colour-blind, mono, or a theme file
    #[arg(long, value_name = "NAME|FILE")]
    theme: Option<String>,
    /// Draw with ASCII alone
    #[arg(long)]
    pub ascii: bool,
    /// The folder of saved games
    #[arg(long, value_name = "DIR")]
    pub saves: Option<PathBuf>,
}

impl Looks {
    /// One of these that was given, if any was.
    pub fn given(&self) -> Option<&'static str> {
        let given = [
            (self.theme.is_some(), "--theme"),
            (self.ascii, "--ascii"),
            (self.saves.is_some(), "--saves"),
        ];
        given.into_iter().find_map(|(is, name)| is.then_some(name))
    }
}

/// Opens the interface: on the title screen, or with a game to begin at once.
pub fn open(looks: &Looks, lang: Lang, intent: Option<Intent>, outside: Outside) -> ExitCode {
    match show(looks, lang, intent, outside) {
        Ok(exit) => ExitCode::from(run::leave(exit)),
        Err(error) => Failure::from(error).report(),
    }
}

fn show(
    looks: &Looks,
    lang: Lang,
    intent: Option<Intent>,
    outside: Outside,
) -> Result<app::Exit, Error> {
    run::need_terminal()?;
    let settings = Settings::load()?;
    let keymap = Keymap::load()?;
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let given = Given {
        language: lang.given,
        system: language::system(),
        theme: looks.theme.clone(),
        ascii: looks.ascii,
        no_color,
    };
    let (waker, wakes) = Waker::channel();
    let saves = looks.saves.clone().or_else(usual_saves);
    let shelf = Box::new(Shelf {
        saves: saves.clone(),
    });
    let cx = Context::new(settings, given, keymap, waker, shelf)?;
    let first = Box::new(Title::new(&cx));
    run::run(
        cx,
        &wakes,
        Box::new(Desk::new(saves, outside)),
        first,
        intent,
    )
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let exit = match error {
            Error::NoTerminal | Error::Dumb => Exit::Usage,
            Error::Config(_) => Exit::Unreadable,
            Error::Terminal(_) => Exit::Failed,
        };
        Self::new(exit, error)
    }
}

/// The scenarios that the binary carries, and the folder of saved games.
struct Shelf {
    saves: Option<PathBuf>,
}

impl Library for Shelf {
    fn scenarios(&self, words: &Phrases) -> Vec<ScenarioInfo> {
        let loaded = BUILTIN
            .iter()
            .filter_map(|builtin| Scenario::load(builtin.id).ok());
        loaded
            .map(|scenario| ScenarioInfo::of(&Narrator::new(&scenario, words)))
            .collect()
    }

    fn check(&self, scenario: &str, overrides: &Overrides) -> Result<(), String> {
        let scenario = Scenario::load(scenario).map_err(|e| e.to_string())?;
        overrides
            .apply(scenario)
            .map(drop)
            .map_err(|e| e.to_string())
    }

    fn opponents(&self) -> Vec<String> {
        let is_level = |who: &Who| matches!(who, Who::Level(_));
        let (levels, scripts): (Vec<_>, Vec<_>) = Who::NAMED.into_iter().partition(is_level);
        let all = levels.into_iter().chain(scripts);
        all.map(|who| who.name().to_owned()).collect()
    }

    fn saves(&self, words: &Phrases) -> Vec<SaveInfo> {
        // A folder that cannot be read holds nothing that could be played.
        let listed = self.saves.as_deref().map(record::list);
        let listed = listed.and_then(Result::ok).unwrap_or_default();
        let mut scenarios = BTreeMap::new();
        listed
            .into_iter()
            .map(|save| save_info(save, &mut scenarios, words))
            .collect()
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        std::fs::remove_file(path)
    }
}

/// What the list of saved games shows of one.
fn save_info(
    save: Listed,
    scenarios: &mut BTreeMap<String, Option<Scenario>>,
    words: &Phrases,
) -> SaveInfo {
    let path = save.path;
    let modified = save.modified.unwrap_or(SystemTime::UNIX_EPOCH);
    let info = match save.info {
        Ok(info) => info,
        Err(error) => {
            return SaveInfo {
                title: Context::file_name(&path),
                path,
                side: String::new(),
                opponent: String::new(),
                round: 0,
                rounds: 0,
                ending: None,
                deal: String::new(),
                modified,
                fault: Some(error.to_string()),
            };
        }
    };
    let id = &info.header.scenario;
    let scenario = scenarios
        .entry(id.clone())
        .or_insert_with(|| Scenario::load(id).ok())
        .as_ref();
    let narrator = scenario.map(|scenario| Narrator::new(scenario, words));
    let side = info.side();
    let opponent = side.map(|side| &info.header.seats[side.other()]);
    let title = narrator.as_ref().map_or(id, |n| &n.text.title);
    SaveInfo {
        path,
        title: if info.header.title.is_empty() {
            title.clone()
        } else {
            info.header.title.clone()
        },
        side: side.map_or_else(String::new, |side| {
            if info.header.is_shared() {
                return words.get("saves.both").to_owned();
            }
            // A scenario that does not come with the game has no names to give: its role then.
            let role = || match side {
                Side::Presser => words.get("saves.role.presser"),
                Side::Holder => words.get("saves.role.holder"),
            };
            narrator
                .as_ref()
                .map_or_else(role, |n| n.capital(side))
                .to_owned()
        }),
        opponent: match opponent {
            Some(Seat::Opponent(name)) => name.clone(),
            Some(Seat::Person) => PERSON.to_owned(),
            None => String::new(),
        },
        round: info.progress.round,
        rounds: info.progress.rounds,
        ending: info
            .progress
            .ending
            .map(|ending| narrator.map_or_else(|| format!("{ending:?}"), |n| n.ending(ending))),
        deal: theatre::deal(&info.header),
        modified,
        fault: None,
    }
}
