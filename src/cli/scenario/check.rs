//! `scenario check`: every fault in a scenario's files, at once.

use super::super::exit::{Exit, Outcome};
use super::super::output::{complain, print};
use crate::scenario::{self, Fault, Report, Severity};
use serde_json::json;

/// Arguments of `scenario check`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A scenario's folder, its scenario.ron, or the id of one that comes with the game
    file: String,
    /// How to print the faults
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Format {
    /// For people: place, line, remedy, on standard error
    Text,
    /// For programs: one object on standard output
    Json,
}

/// Runs it.
pub fn run(args: &Args) -> Outcome {
    let origin = scenario::find(&args.file)?;
    let (scenario, report) = scenario::check(&origin);
    match args.format {
        Format::Json => print(&format!("{:#}\n", object(&args.file, &report)))?,
        Format::Text => {
            complain(&report.to_string())?;
            let summary = format!("{}: {}\n", args.file, report.summary());
            let tell = if scenario.is_some() { print } else { complain };
            tell(&summary)?;
        }
    }
    Ok(match scenario {
        Some(_) => Exit::Done,
        None if report.unreadable() => Exit::Unreadable,
        None => Exit::Failed,
    })
}

fn object(name: &str, report: &Report) -> serde_json::Value {
    let faults: Vec<_> = report
        .faults
        .iter()
        .map(|fault| entry(report, fault))
        .collect();
    json!({
        "scenario": name,
        "errors": report.count(Severity::Error),
        "warnings": report.count(Severity::Warning),
        "faults": faults,
    })
}

fn entry(report: &Report, fault: &Fault) -> serde_json::Value {
    let position = report.position(fault);
    json!({
        "severity": match fault.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        "file": report.file(fault),
        "line": position.map(|position| position.line),
        "column": position.map(|position| position.column),
        "message": fault.message,
        "help": fault.help,
    })
}
