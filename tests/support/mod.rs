//! A game set up by hand, for tests that read as claims about the rules.
#![allow(dead_code)] // each test crate uses a part of it
#![allow(clippy::unwrap_used)] // a test that cannot be set up has failed

use fog_of_peace::rules::clause::{Channel, ClauseId, Level, Standing, Status, Wording};
use fog_of_peace::rules::deal::Length;
use fog_of_peace::rules::dice::{Dice, Stream};
use fog_of_peace::rules::legal::Legal;
use fog_of_peace::rules::meter::{Gauge, Meter, Tenths};
use fog_of_peace::rules::outcome::{Cause, Change, Outcome, Sink};
use fog_of_peace::rules::plan::{ChoiceId, Field, Offer, Plan, Say, Table};
use fog_of_peace::rules::side::{PerSide, Side};
use fog_of_peace::rules::state::{Phase, State};
use fog_of_peace::rules::tables::Tables;
use fog_of_peace::scenario::Scenario;
use std::sync::LazyLock;

pub static GULF: LazyLock<Scenario> = LazyLock::new(|| Scenario::load("gulf").unwrap());

/// The rules' view of the Gulf scenario.
pub fn tables() -> &'static Tables {
    &GULF.tables
}

/// A dealt game that waits for plans, in a plain state: no event, no hands played.
pub struct Setup {
    pub state: State,
}

impl Setup {
    /// A game of this seed at its first plans.
    pub fn dealt(seed: u64) -> Self {
        let mut state = State::deal(tables(), seed, Length::Standard, &mut ());
        if state.common.phase == Phase::Choices {
            state.choose(tables(), PerSide([None, None]), &mut ());
        }
        Self { state }
    }

    pub fn with(mut self, change: impl FnOnce(&mut State)) -> Self {
        change(&mut self.state);
        self
    }

    pub fn fog(self, points: i16) -> Self {
        self.with(|s| s.common.fog = Tenths::points(points))
    }

    pub fn tension(self, points: i16) -> Self {
        self.with(|s| s.common.tension = Tenths::points(points))
    }

    /// Someone has already moved, and both have conceded as much.
    pub fn nobody_ahead(self) -> Self {
        self.with(|s| s.common.first = Some(Side::Holder))
    }

    /// An offer of `side` that waits for an answer.
    pub fn standing(self, side: Side, clause: u8, level: u8, channel: Channel) -> Self {
        self.with(|s| {
            let offer = Standing {
                level: Level(level),
                wording: Wording::Clear,
                channel,
            };
            s.common.clauses.change(ClauseId(clause), |clause| {
                clause.standing[side] = Some(offer);
                if channel != Channel::Back {
                    clause.position[side] = Level(level);
                }
            });
        })
    }

    /// A clause in force.
    pub fn agreed(self, clause: u8, level: u8, status: Status) -> Self {
        self.with(|s| {
            s.common.clauses.change(ClauseId(clause), |clause| {
                clause.status = status;
                clause.level = Level(level);
            });
        })
    }

    /// Resolves both plans and keeps what happened, up to the next round's news.
    pub fn resolve(mut self, presser: Plan, holder: Plan) -> Resolved {
        let mut outcomes = Vec::new();
        self.state
            .resolve(tables(), PerSide([presser, holder]), &mut outcomes);
        let end = outcomes.iter().position(|o| matches!(o, Outcome::Round(_)));
        outcomes.truncate(end.unwrap_or(outcomes.len()));
        Resolved {
            state: self.state,
            outcomes,
        }
    }
}

/// What a round brought.
pub struct Resolved {
    pub state: State,
    pub outcomes: Vec<Outcome>,
}

impl Resolved {
    /// By how many tenths a meter moved for causes of this sort.
    pub fn moved(&self, meter: Meter, why: impl Fn(Cause) -> bool) -> i32 {
        self.outcomes
            .iter()
            .filter_map(|outcome| match *outcome {
                Outcome::Change(Change {
                    meter: m,
                    from,
                    to,
                    cause,
                }) if m == meter => why(cause).then(|| to.get() - from.get()),
                _ => None,
            })
            .sum()
    }

    /// What conceding cost a side, in tenths of this gauge.
    pub fn conceding(&self, side: Side, gauge: Gauge) -> i32 {
        self.moved(
            Meter::Of(side, gauge),
            |c| matches!(c, Cause::Concession(s, _) if s == side),
        )
    }

    pub fn has(&self, what: impl Fn(&Outcome) -> bool) -> bool {
        self.outcomes.iter().any(what)
    }
}

/// Nothing said, done or tabled that moves much.
pub const QUIET: Plan = Plan::DEFAULT;

pub fn table(table: Table) -> Plan {
    Plan { table, ..QUIET }
}

pub fn field(field: Field) -> Plan {
    Plan { field, ..QUIET }
}

pub fn say(say: Say) -> Plan {
    Plan { say, ..QUIET }
}

pub fn offer(clause: u8, level: u8, wording: Wording, channel: Channel) -> Plan {
    table(Table::Offer(Offer {
        clause: ClauseId(clause),
        level: Level(level),
        wording,
        channel,
    }))
}

/// Answers drawn evenly for whoever is asked.
pub fn random_answers(t: &Tables, state: &State, dice: &mut Dice) -> PerSide<Option<ChoiceId>> {
    let n = state
        .common
        .event
        .map_or(1, |id| t.event(id).choices.len() as u32);
    PerSide::from_fn(|_| Some(ChoiceId(dice.below(n) as u8)))
}

/// Legal plans drawn evenly.
pub fn random_plans(t: &Tables, state: &State, dice: &mut Dice) -> PerSide<Plan> {
    PerSide::from_fn(|side| Legal::of(t, side, &state.common, &state.own[side]).random(dice))
}

/// Takes one step of a random game; false when it is over.
pub fn random_step<S: Sink>(t: &Tables, state: &mut State, dice: &mut Dice, sink: &mut S) -> bool {
    match state.common.phase {
        Phase::Choices => {
            let answers = random_answers(t, state, dice);
            state.choose(t, answers, sink);
        }
        Phase::Plans => {
            let plans = random_plans(t, state, dice);
            state.resolve(t, plans, sink);
        }
        Phase::Over(_) => return false,
    }
    true
}

/// The dice of a test's own decisions, apart from the game's.
pub fn player_dice(seed: u64) -> Dice {
    Dice::new(seed, Stream::Presser)
}
