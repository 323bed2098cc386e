//! `scenario list`: what comes with the game.

use super::super::exit::{Exit, Outcome};
use super::super::output::{paragraph, print};
use crate::scenario::{BUILTIN, Scenario};

/// Runs it.
pub fn run() -> Outcome {
    let width = BUILTIN
        .iter()
        .map(|builtin| builtin.id.len())
        .max()
        .unwrap_or(0);
    let mut out = String::new();
    for builtin in BUILTIN {
        let text = Scenario::load(builtin.id)?.text;
        let sides = text.sides.0.map(|side| side.capital).join(" and ");
        let line = format!(
            "{} ({}): {sides}. {}",
            text.title, text.frozen, text.summary
        );
        paragraph(&mut out, &format!("{:width$}  ", builtin.id), &line);
    }
    print(&out)?;
    Ok(Exit::Done)
}
