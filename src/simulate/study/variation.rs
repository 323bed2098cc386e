//! The runs of a study: the game as it is, and with one thing changed.

use crate::negotiator::{Outside, Who};
use crate::rules::deal::Length;
use crate::rules::side::{PerSide, Side};
use crate::scenario::{Override, Overrides, Scenario, SetError};
use crate::simulate::batch::Batch;
use crate::simulate::game::Played;

/// What is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variation {
    /// Nothing.
    None,
    /// Who concedes first, or has conceded more, pays no more than others.
    NoSurcharge,
    /// Fog takes nothing off the price of a concession or of a blame, and hides little of
    /// what is done in the dark.
    NoShield,
    /// The clause that would bind the presser's word is not talked about.
    NoGuarantees,
}

impl Variation {
    /// Every run, in order.
    pub const ALL: [Self; 4] = [
        Self::None,
        Self::NoSurcharge,
        Self::NoShield,
        Self::NoGuarantees,
    ];

    /// What is set for it.
    pub fn set(self, scenario: &Scenario) -> Result<Overrides, SetError> {
        let owned = |settings: &[&str]| settings.iter().map(ToString::to_string).collect();
        let settings: Vec<String> = match self {
            Self::None => Vec::new(),
            Self::NoSurcharge => owned(&["first_mover=100", "ahead=100"]),
            Self::NoShield => owned(&["shield_fog=0", "build_seen=150", "covert_exposed=150"]),
            Self::NoGuarantees => {
                let guard = scenario.tables.sides[Side::Holder].enforced_by;
                let id = &scenario.text.clause(guard).id;
                vec![format!("clause.{id}.on_agenda=false")]
            }
        };
        let settings: Result<Vec<Override>, _> = settings.iter().map(|s| s.parse()).collect();
        settings.map(Overrides)
    }
}

/// Who plays, and how often.
#[derive(Clone, Debug)]
pub struct Study<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Who plays both sides.
    pub player: &'a Who,
    /// How many games a run.
    pub games: u32,
    /// The seed from which each deal's own is drawn.
    pub seed: u64,
    /// How long each game is.
    pub length: Length,
    /// What holds for a player outside this program.
    pub outside: Outside,
}

impl Study<'_> {
    /// The scenario of each run.
    ///
    /// # Errors
    /// If the scenario does not allow one of the changes: its agenda is too short, say.
    pub fn scenarios(&self) -> Result<Vec<Scenario>, SetError> {
        let changed = |v: Variation| v.set(self.scenario)?.apply(self.scenario.clone());
        Variation::ALL.into_iter().map(changed).collect()
    }

    /// How many games that is.
    pub fn count(&self) -> u64 {
        Variation::ALL.len() as u64 * u64::from(self.games)
    }

    /// Plays every run on the same deals, on the threads of the current pool, calling `done`
    /// after each game. The result does not depend on the number of threads.
    pub fn run(&self, scenarios: &[Scenario], done: impl Fn() + Sync) -> Vec<Vec<Played>> {
        let run = |scenario| self.batch(scenario).run(&done);
        scenarios.iter().map(run).collect()
    }

    /// The games of one run.
    pub fn batch<'b>(&self, scenario: &'b Scenario) -> Batch<'b> {
        Batch {
            scenario,
            players: PerSide::from_fn(|_| self.player.clone()),
            games: self.games,
            seed: self.seed,
            length: self.length,
            outside: self.outside.clone(),
        }
    }
}
