//! Watching, on the screen or in lines.

use super::Args;
use crate::cli::exit::{Exit, Failure};
use crate::cli::language::Lang;
use crate::cli::screen::{self, Looks};
use crate::narrate::Phrases;
use crate::negotiator::Outside;
use crate::plain::{self, Manner};
use crate::theatre::{Place, Recording, TheatreError, Vantage, deal};
use crate::tui::library::Intent;
use crate::tui::run::need_terminal;
use std::env;
use std::io::{self, BufWriter};
use std::path::PathBuf;
use std::process::ExitCode;

/// Shows it on the screen if there is one, and else in lines.
pub fn run(args: Args, lang: Lang) -> Result<ExitCode, Failure> {
    // Opened here in any case, so that what is wrong is told before a screen is drawn.
    let recording = Recording::open(&args.save, args.scenario.as_deref())?;
    if let Some(other) = args.compare.clone() {
        return beside(args, lang, &recording, other);
    }
    let words = lang.words()?;
    let vantage = vantage(&recording, args.view.as_deref(), &words)?;
    let known = |round: &u8| *round == 0 || recording.close_of(*round).is_some();
    if let Some(round) = args.at.filter(|round| !known(round)) {
        let last = recording.rounds().last().map_or(0, |round| round.number);
        let values: [(&str, &dyn std::fmt::Display); 2] = [("round", &round), ("last", &last)];
        let message = words.fill("theatre.refused.round", &values);
        return Err(Failure::new(Exit::Usage, format!("--at: {message}")));
    }
    if !args.plain && need_terminal().is_ok() {
        let intent = Intent::Watch {
            place: Place::File {
                path: args.save,
                scenario: args.scenario,
            },
            opened: Some(Box::new(recording)),
            round: args.at,
            vantage: Some(vantage),
        };
        return Ok(screen::open(
            &args.looks,
            lang,
            Some(intent),
            Outside::default(),
        ));
    }
    let output = BufWriter::new(io::stdout().lock());
    plain::watch(
        output,
        manner(&args.looks),
        &words,
        &recording,
        vantage,
        args.at,
    )?;
    Ok(Exit::Done.into())
}

/// Two games side by side, on the screen if there is one, and else in lines.
fn beside(
    args: Args,
    lang: Lang,
    recording: &Recording,
    other: PathBuf,
) -> Result<ExitCode, Failure> {
    let words = lang.words()?;
    let scenario = args.scenario;
    let file = |path: PathBuf| Place::File {
        path,
        scenario: scenario.clone(),
    };
    let (one, two) = (file(args.save), file(other));
    let other = two.open()?;
    if deal(recording.header()) != deal(other.header()) {
        let message = words.get("theatre.refused.deal");
        return Err(Failure::new(Exit::Usage, format!("--compare: {message}")));
    }
    if !args.plain && need_terminal().is_ok() {
        let intent = Intent::Compare { one, two };
        return Ok(screen::open(
            &args.looks,
            lang,
            Some(intent),
            Outside::default(),
        ));
    }
    let output = BufWriter::new(io::stdout().lock());
    plain::compare(output, manner(&args.looks), &words, [recording, &other])?;
    Ok(Exit::Done.into())
}

/// How lines are written.
fn manner(looks: &Looks) -> Manner {
    Manner {
        width: plain::columns(env::var("COLUMNS").ok().as_deref()),
        echo: false,
        ascii: looks.ascii,
        forgets: false,
    }
}

/// The seat that is asked for, or the usual one.
pub(super) fn vantage(
    recording: &Recording,
    asked: Option<&str>,
    words: &Phrases,
) -> Result<Vantage, Failure> {
    let free = recording.vantages();
    let Some(&usual) = free.first() else {
        return Err(Failure::new(
            Exit::Failed,
            words.get("theatre.refused.shared"),
        ));
    };
    let wanted = match asked {
        None => return Ok(usual),
        Some("both") => Vantage::Both,
        Some(name) => {
            let side = recording.scenario().text.read_side(name);
            let side = side.map_err(|error| {
                Failure::new(Exit::Usage, format!("--view: {error}, or `both`"))
            })?;
            Vantage::Seat(side)
        }
    };
    if free.contains(&wanted) {
        return Ok(wanted);
    }
    let message = words.get("theatre.refused.seat");
    Err(Failure::new(Exit::Usage, format!("--view: {message}")))
}

impl From<TheatreError> for Failure {
    fn from(error: TheatreError) -> Self {
        match error {
            TheatreError::Save(error) => crate::session::SessionError::from(error).into(),
            TheatreError::Session(error) => error.into(),
            TheatreError::NoRound { .. } => Self::new(Exit::Usage, error),
            TheatreError::Unsound { .. }
            | TheatreError::MovedOn
            | TheatreError::Exercise
            | TheatreError::NotYours
            | TheatreError::NotKept
            | TheatreError::NoFile => Self::new(Exit::Failed, error),
            _ => Self::new(Exit::Unreadable, error),
        }
    }
}
