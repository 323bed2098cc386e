//! The line mode on standard input and output.

use super::Args;
use super::opening::{Wanted, load};
use super::take_over;
use crate::cli::exit::{Exit, Failure, Outcome};
use crate::cli::kept::usual_saves;
use crate::cli::language::Lang;
use crate::cli::outside::end_together;
use crate::narrate::Phrases;
use crate::plain::{self, Chosen, Console, Manner};
use crate::session::{Player, Session};
use std::env;
use std::io::{self, BufWriter, IsTerminal, Write};

/// Plays, and says on standard error where the game is kept.
pub fn play(args: Args, lang: Lang) -> Outcome {
    let words = lang.words()?;
    let input = io::stdin();
    let manner = Manner {
        width: plain::columns(env::var("COLUMNS").ok().as_deref()),
        echo: !input.is_terminal(),
        ascii: args.looks.ascii,
        forgets: io::stdout().is_terminal() && env::var("TERM").is_ok_and(|term| term != "dumb"),
    };
    let output = BufWriter::new(io::stdout().lock());
    let mut console = Console::new(input.lock(), output, manner);
    end_together(args.opponent.iter().filter_map(Player::negotiator))?;
    let resumed = args.load.is_some() || args.from.is_some();
    let session = match (args.load.clone(), args.from.clone()) {
        (Some(path), _) => Some(load(&path, args, no_wake())?),
        (None, Some(path)) => {
            let wanted = take_over::Wanted::read(&args, path)?;
            Some(wanted.begin(args, usual_saves(), &words, no_wake())?)
        }
        (None, None) => begin(args, &mut console, &words)?,
    };
    let Some(mut session) = session else {
        return Ok(Exit::Done);
    };
    let played = plain::play(&mut console, &words, &mut session, resumed);
    kept(&words, &session);
    match played {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::new(
            Exit::Failed,
            format!("the dialogue broke off: {error}"),
        )),
        _ => Ok(Exit::Done),
    }
}

fn begin<R: io::BufRead, W: Write>(
    args: Args,
    console: &mut Console<R, W>,
    words: &Phrases,
) -> Result<Option<Session>, Failure> {
    let mut wanted = Wanted::read(args)?;
    if let Some(set) = &mut wanted.exercise {
        let assignment = &mut set.assigned;
        if assignment.student.is_empty() {
            let Some(name) = plain::student(console, words)? else {
                return Ok(None);
            };
            assignment.student = name;
        }
        plain::introduce(console, words, assignment, &set.word)?;
    }
    let chosen = plain::choose(console, words, &wanted.scenario, wanted.known.clone())?;
    chosen
        .map(
            |Chosen {
                 side,
                 opponent,
                 length,
             }| wanted.begin(side, opponent, length, no_wake()),
        )
        .transpose()
}

/// The dialogue waits for the opponent by itself.
fn no_wake() -> crate::session::Wake {
    Box::new(|| ())
}

/// Not on standard output: a path would make two transcripts of one game differ.
fn kept(words: &Phrases, session: &Session) {
    if let Some(path) = session.save_path() {
        let key = if session.is_to_be_handed_in() && session.save_error().is_none() {
            "exercise.hand_in"
        } else {
            "plain.kept"
        };
        let text = words.fill(key, &[("path", &path.display())]);
        // If standard error is closed there is nobody left to tell.
        let _ = writeln!(io::stderr(), "{text}");
    }
}
