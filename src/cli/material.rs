//! `material`: what a class needs on paper, listed, shown or written to a folder.

use super::exit::{Exit, Failure, Outcome};
use super::fresh;
use super::language::Lang;
use super::output::{paragraph, print};
use crate::narrate::Narrator;
use crate::narrate::markdown::{Row, lay_out};
use crate::narrate::material::{Document, documents, documents_for};
use crate::plain::columns;
use crate::scenario::{Scenario, nearest};
use clap::Subcommand;
use std::env;
use std::path::PathBuf;

/// Arguments of `material`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
    /// The role sheets of this scenario in place of the Gulf's: the id of one that comes with the
    /// game, or the path of one
    #[arg(long, value_name = "ID|FOLDER", global = true)]
    scenario: Option<String>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// The documents: guide, rules, quiz, role sheets, debrief and the rest
    List,
    /// One document, set for reading
    Show {
        /// Its name, as `material list` has it
        name: String,
    },
    /// Write all documents to a folder, in Markdown, to print or to change
    Export {
        /// The folder; nothing in it is overwritten
        dir: PathBuf,
    },
}

/// Runs it.
pub fn run(args: Args, lang: Lang) -> Outcome {
    let words = lang.words()?;
    let all = match args.scenario {
        None => documents(words.language()).to_vec(),
        Some(id) => documents_for(&Narrator::new(&Scenario::load(&id)?, &words)),
    };
    let text = match args.command {
        Command::List => list(&all),
        Command::Show { name } => show(named(&all, &name)?),
        Command::Export { dir } => {
            let files: Vec<(&str, &str)> = all.iter().map(|d| (&*d.file, &*d.text)).collect();
            fresh::write(&dir, &files)?;
            format!("Wrote {} documents in {}.\n", files.len(), dir.display())
        }
    };
    print(&text)?;
    Ok(Exit::Done)
}

/// The document of that name.
fn named<'a>(all: &'a [Document], name: &str) -> Result<&'a Document, Failure> {
    let found = all.iter().find(|document| document.name == name);
    found.ok_or_else(|| {
        let meant = nearest(name, all.iter().map(|document| &*document.name));
        let help = meant.map_or_else(
            || "`material list` names them".to_owned(),
            |meant| format!("did you mean `{meant}`?"),
        );
        Failure::new(
            Exit::Usage,
            format!("there is no document `{name}`; {help}"),
        )
    })
}

fn list(all: &[Document]) -> String {
    let width = all.iter().map(|it| it.name.len()).max().unwrap_or(0);
    let mut out = String::new();
    for document in all {
        let first = format!("{:width$}  ", document.name);
        let text = format!("{}. {}", document.title(), document.about());
        paragraph(&mut out, &first, &text);
    }
    out
}

fn show(document: &Document) -> String {
    let width = columns(env::var("COLUMNS").ok().as_deref());
    let rows = lay_out(&document.text, width, "-");
    rows.iter().map(|row: &Row| row.text() + "\n").collect()
}
