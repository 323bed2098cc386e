//! `play --swap`: the deal of a game that is over, once more from the other side.

use super::Args;
use crate::cli::exit::{Exit, Failure};
use crate::negotiator::Who;
use crate::record::{Inject, Swapped};
use crate::rules::side::Side;
use crate::session::{Player, Rematch};
use crate::theatre::{Condition, Place, Recording};

/// What a game has of the one that it is played after, beside what arguments can say; nothing
/// if there is none.
#[derive(Debug, Default)]
pub struct Again {
    /// That game.
    pub swapped: Option<Swapped>,
    /// What was forced to happen in it and is again.
    pub injects: Vec<Inject>,
}

/// Fills in the arguments from the game that `--swap` names, if it is given.
pub fn fill(args: &mut Args) -> Result<Again, Failure> {
    let Some(path) = args.swap.take() else {
        return Ok(Again::default());
    };
    let place = Place::File {
        path,
        scenario: args.scenario.clone(),
    };
    let recording = place.open()?;
    let refused = |why: &str| Failure::new(Exit::Usage, format!("--swap: {why}"));
    if recording.ending().is_none() {
        return Err(refused(
            "this game is not over, and the other side would tell its secrets",
        ));
    }
    if recording.condition() != Condition::Sound {
        return Err(refused(
            "this game does not verify, so that its deal cannot be played once more as it was; \
             `replay --verify` says why",
        ));
    }
    let rematch = rematch(&recording).map_err(|error| refused(&error))?;
    let header = recording.header();
    let text = &recording.scenario().text;
    if let Player::Negotiator(Who::Cmd(_)) = rematch.opponent
        && args.opponent.as_ref() != Some(&rematch.opponent)
    {
        let why = "whoever sat opposite is a command, which is started only if you name it \
                   yourself: --opponent";
        return Err(refused(why));
    }
    args.scenario.get_or_insert_with(|| header.scenario.clone());
    args.side = Some(text.side(rematch.side).id.clone());
    args.opponent = Some(args.opponent.take().unwrap_or(rematch.opponent));
    args.seed = Some(header.seed.number());
    args.length = Some(header.length.into());
    for set in &header.overrides {
        let set = set
            .parse()
            .map_err(|error| Failure::new(Exit::Failed, error))?;
        args.set.push(set);
    }
    for side in Side::BOTH {
        let name = &rematch.names[side];
        args.name.push(format!("{}={name}", text.side(side).id));
    }
    Ok(Again {
        swapped: Some(rematch.swapped),
        injects: rematch.injects,
    })
}

fn rematch(recording: &Recording) -> Result<Rematch, String> {
    let chain = recording.seal().ok_or("this game has no entries")?;
    let rematch = Rematch::of(recording.header(), recording.name(), chain);
    let rematch = rematch.map_err(|error| error.to_string())?;
    rematch.ok_or_else(|| "no person played in this game".to_owned())
}
