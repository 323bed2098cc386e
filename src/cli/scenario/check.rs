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

/// How faults are printed.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub enum Format {
    /// For people: place, line, remedy, on standard error
    Text,
    /// For programs: one object on standard output
    Json,
}

/// Runs it.
pub fn run(args: &Args) -> Outcome {
    let origin = scenario::find(&args.file)?;
    let (scenario, report) = scenario::check(&origin);
    tell(
        "scenario",
        &args.file,
        scenario.is_some(),
        &report,
        args.format,
    )
}

/// Tells what was found in a file of this sort, which is sound or not.
pub fn tell(sort: &str, name: &str, sound: bool, report: &Report, format: Format) -> Outcome {
    match format {
        Format::Json => print(&format!("{:#}\n", object(sort, name, report)))?,
        Format::Text => {
            complain(&report.to_string())?;
            let summary = format!("{name}: {}\n", report.summary());
            let tell = if sound { print } else { complain };
            tell(&summary)?;
        }
    }
    Ok(match sound {
        true => Exit::Done,
        false if report.unreadable() => Exit::Unreadable,
        false => Exit::Failed,
    })
}

fn object(sort: &str, name: &str, report: &Report) -> serde_json::Value {
    let faults: Vec<_> = report
        .faults
        .iter()
        .map(|fault| entry(report, fault))
        .collect();
    json!({
        sort: name,
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
