//! `tournament`: everyone against everyone from both seats, rated.

use super::batch::{Format, Games, deliver, json};
use super::exit::{Exit, Failure, Outcome};
use super::outside::{Limits, end_together, present};
use crate::negotiator::Who;
use crate::simulate::tournament::{Standings, Tournament, table};
use std::path::PathBuf;

/// Arguments of `tournament`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The players, two or more; adversary:LEVEL is told that the others are of that level
    #[arg(value_name = "WHO", required = true, num_args = 2..)]
    players: Vec<Who>,
    /// How many games each pair plays: an even number, each deal once from either seat
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(4..=10_000_000))]
    games: u32,
    /// Whose place the others try to take; the best rated if not given
    #[arg(long, value_name = "WHO")]
    champion: Option<Who>,
    #[command(flatten)]
    setting: Games,
    /// How the result is written
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Writes the result to a file
    #[arg(short, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    limits: Limits,
}

/// Runs it.
pub fn run(args: Args) -> Outcome {
    let usage = |message: String| Failure::new(Exit::Usage, message);
    let players = &args.players;
    let named_before = |&(n, who): &(usize, &Who)| players[..n].contains(who);
    if let Some((_, who)) = players.iter().enumerate().find(named_before) {
        return Err(usage(format!(
            "`{who}` is named twice; name each player once"
        )));
    }
    if args.games % 2 == 1 {
        let (less, more) = (args.games - 1, args.games + 1);
        return Err(usage(format!(
            "every deal is played from both seats, so --games must be even: {less} or {more}"
        )));
    }
    let champion = match &args.champion {
        None => None,
        Some(who) => Some(players.iter().position(|p| p == who).ok_or_else(|| {
            usage(format!(
                "the champion `{who}` does not play; name it among the players"
            ))
        })?),
    };
    present(players)?;
    end_together(players)?;
    let scenario = args.setting.scenario()?;
    let tournament = Tournament {
        scenario: &scenario,
        players,
        deals: args.games / 2,
        seed: args.setting.seed,
        length: args.setting.length(),
        outside: args.limits.told(),
    };
    let grid = (args.setting).play(tournament.games(), |done| tournament.run(done))?;
    let names: Vec<String> = players.iter().map(ToString::to_string).collect();
    let standings = Standings::of(&scenario, &names, tournament.seed, &grid, champion);
    let text = match args.format {
        Format::Table => table(&scenario.text, &standings),
        Format::Json => json(&standings)?,
    };
    deliver(args.output, &text)
}
