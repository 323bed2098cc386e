//! The terminal interface, as `fog-of-peace` alone opens it.

use super::exit::{Exit, Failure};
use crate::config::Settings;
use crate::negotiator::Who;
use crate::scenario::{BUILTIN, Overrides, Scenario};
use crate::tui::app;
use crate::tui::context::{Context, Given};
use crate::tui::keymap::Keymap;
use crate::tui::layer::Flow;
use crate::tui::library::{Host, Intent, Library, SaveInfo, ScenarioInfo};
use crate::tui::run::{self, Error};
use crate::tui::screen::dialog::Dialog;
use crate::tui::screen::title::Title;
use crate::tui::wake::Waker;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// How the interface looks, and where games are kept.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Looks {
    /// Colours: default, light, dark, high-contrast, colour-blind, mono, or a theme file
    #[arg(long, value_name = "NAME|FILE")]
    theme: Option<String>,
    /// Draw with ASCII alone
    #[arg(long)]
    ascii: bool,
    /// The folder of saved games
    #[arg(long, value_name = "DIR")]
    pub saves: Option<PathBuf>,
}

/// Opens the interface: on the title screen, or with a game to begin at once.
pub fn open(looks: &Looks, intent: Option<Intent>) -> ExitCode {
    match show(looks, intent) {
        Ok(exit) => ExitCode::from(run::leave(exit)),
        Err(error) => Failure::from(error).report(),
    }
}

fn show(looks: &Looks, intent: Option<Intent>) -> Result<app::Exit, Error> {
    run::need_terminal()?;
    let settings = Settings::load()?;
    let keymap = Keymap::load()?;
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let given = Given {
        theme: looks.theme.clone(),
        ascii: looks.ascii,
        no_color,
    };
    let (waker, wakes) = Waker::channel();
    let cx = Context::new(settings, given, keymap, waker, Box::new(Shelf))?;
    let first = Box::new(Title::new(&cx));
    run::run(cx, &wakes, Box::new(Desk), first, intent)
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let exit = match error {
            Error::NoTerminal => Exit::Usage,
            Error::Config(_) => Exit::Unreadable,
            Error::Terminal(_) => Exit::Failed,
        };
        Self::new(exit, error)
    }
}

/// The scenarios that the binary carries.
struct Shelf;

impl Library for Shelf {
    fn scenarios(&self) -> Vec<ScenarioInfo> {
        let loaded = BUILTIN
            .iter()
            .filter_map(|builtin| Scenario::load(builtin.id).ok());
        loaded.map(|scenario| ScenarioInfo::of(&scenario)).collect()
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

    fn saves(&self) -> Vec<SaveInfo> {
        Vec::new()
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        std::fs::remove_file(path)
    }
}

/// Where games are begun.
struct Desk;

impl Host for Desk {
    fn intend(&mut self, intent: Intent, cx: &mut Context) -> Flow {
        Flow::push(Dialog::message(
            cx.say("title.new_game"),
            format!("{intent:?}"),
            cx,
        ))
    }
}
