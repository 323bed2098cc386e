//! `material`: what a class needs on paper, listed, shown or written to a folder.

use super::exit::{Exit, Outcome};
use super::fresh;
use super::language::Lang;
use super::output::{paragraph, print};
use crate::language::Language;
use crate::narrate::markdown::{Row, lay_out};
use crate::narrate::material::{Document, documents};
use crate::plain::columns;
use clap::Subcommand;
use clap::builder::PossibleValuesParser;
use std::env;
use std::path::PathBuf;

/// Arguments of `material`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// The documents: guide, rules, quiz, role sheets, debrief and the rest
    List,
    /// One document, set for reading
    Show {
        /// Its name
        #[arg(value_parser = PossibleValuesParser::new(names()))]
        name: String,
    },
    /// Write all documents to a folder, in Markdown, to print or to change
    Export {
        /// The folder; nothing in it is overwritten
        dir: PathBuf,
    },
}

/// The names of the documents, which are the same in every language.
fn names() -> Vec<&'static str> {
    let all = documents(Language::default()).iter();
    all.map(|document| document.name).collect()
}

/// Runs it.
pub fn run(args: Args, lang: Lang) -> Outcome {
    let all = documents(lang.words()?.language());
    let text = match args.command {
        Command::List => list(all),
        Command::Show { name } => {
            let document = all.iter().find(|document| document.name == name);
            document.map_or_else(String::new, show)
        }
        Command::Export { dir } => {
            let files: Vec<_> = all.iter().map(|d| (d.file, d.text)).collect();
            fresh::write(&dir, &files)?;
            format!("Wrote {} documents in {}.\n", files.len(), dir.display())
        }
    };
    print(&text)?;
    Ok(Exit::Done)
}

fn list(all: &[Document]) -> String {
    let width = names().into_iter().map(str::len).max().unwrap_or(0);
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
    let rows = lay_out(document.text, width, "-");
    rows.iter().map(|row: &Row| row.text() + "\n").collect()
}
