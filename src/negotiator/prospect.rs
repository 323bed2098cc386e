//! How likely what is wanted is to come yet, while there is time: a guess by how near it is.

use crate::rules::clause::Status;
use crate::rules::ending::Class;
use crate::rules::meter::{Meter, Tenths};
use crate::rules::side::Side;
use crate::rules::state::State;
use crate::rules::tables::Tables;
use crate::rules::vocabulary::{Fact, MeterRef, Span, Test, Who};

/// All of it, in per mille.
const SURE: i32 = 1000;
/// A gap of so many tenths in a meter counts as out of reach.
const OUT_OF_REACH: i32 = 300;
/// The chance that an open clause comes into force as wanted.
const OPEN: i32 = 200;

/// How likely all the tests are to hold at the end, in per mille.
pub fn likely(t: &Tables, state: &State, actor: Side, tests: Span) -> i32 {
    t.tests[tests.range()].iter().fold(SURE, |all, &test| {
        all * test_likely(t, state, actor, test) / SURE
    })
}

fn test_likely(t: &Tables, state: &State, actor: Side, Test { fact, wanted }: Test) -> i32 {
    let so = fact_likely(t, state, actor, fact);
    if wanted { so } else { SURE - so }
}

/// The chance that a treaty is signed and ratified, by how far the talks have come.
pub fn treaty(t: &Tables, state: &State) -> i32 {
    let c = &state.common;
    let needed = t.constants.clauses_to_sign.max(1);
    let (agreed, clear) = c.agreed();
    let done = (i32::from(clear) * 2 + i32::from(agreed - clear)).min(2 * needed);
    let texts = SURE * done * done / (4 * needed * needed);
    let waived = c.precondition.0.iter().filter(|&&held| !held).count() as i32;
    let left = i32::from(c.rounds - c.round.min(c.rounds));
    let missing = (needed - i32::from(clear)).max(0) + 2 - waived + 1;
    let time = if missing > 2 * left + 1 { 0 } else { SURE };
    texts * (4 + 3 * waived) / 10 * time / SURE
}

fn near(gap: i32) -> i32 {
    SURE - SURE * gap.clamp(0, OUT_OF_REACH) / OUT_OF_REACH
}

fn meter(t: &Tables, state: &State, which: MeterRef, side: Side) -> Tenths {
    match which {
        MeterRef::Tension => state.common.tension,
        MeterRef::Fog => state.common.fog,
        MeterRef::Hope => state.common.hope,
        MeterRef::Shock => state.common.shock,
        MeterRef::Price => state.common.price(&t.constants),
        MeterRef::Of(_, gauge) => state.meter(Meter::Of(side, gauge)),
    }
}

fn fact_likely(t: &Tables, state: &State, actor: Side, fact: Fact) -> i32 {
    let c = &state.common;
    let yes = |so: bool| if so { SURE } else { 0 };
    let each = |who: Who, likely: &dyn Fn(Side) -> i32| {
        who.sides(actor)
            .iter()
            .map(|&s| likely(s))
            .min()
            .unwrap_or(0)
    };
    let of_meter = |which: MeterRef, likely: &dyn Fn(Tenths) -> i32| match which {
        MeterRef::Of(who, _) => each(who, &|s| likely(meter(t, state, which, s))),
        _ => likely(meter(t, state, which, actor)),
    };
    let ratio = |have: i32, want: u8| SURE * have.min(i32::from(want)) / i32::from(want.max(1));
    let in_force = |id, right: &dyn Fn(u8) -> bool| {
        let clause = c.clause(id);
        match clause.status {
            Status::Open => OPEN,
            _ => yes(right(clause.level.0)),
        }
    };
    match fact {
        Fact::AtLeast(which, value) => of_meter(which, &|m| near((value - m).get())),
        Fact::AtMost(which, value) => of_meter(which, &|m| near((m - value).get())),
        Fact::Agreed(id) => in_force(id, &|_| true),
        Fact::LevelAtMost(id, level) => in_force(id, &|l| l <= level.0),
        Fact::LevelAtLeast(id, level) => in_force(id, &|l| l >= level.0),
        Fact::Clear(id) => match c.clause(id).status {
            Status::Clear => SURE,
            Status::Vague => SURE / 2,
            Status::Open => OPEN,
        },
        Fact::AgreedCount(n) => ratio(i32::from(c.agreed().0), n),
        Fact::ClearCount(n) => ratio(i32::from(c.agreed().1), n),
        Fact::Did(who, what, n) => each(who, &|s| ratio(i32::from(state.own[s].did(what)), n)),
        Fact::MovedFirst(who) => each(who, &|s| match c.first {
            Some(first) => yes(first == s),
            None => SURE / 3,
        }),
        Fact::Ended(Class::Comprehensive) => treaty(t, state),
        Fact::Ended(Class::Continuation) => SURE - treaty(t, state),
        Fact::Vague(id) => yes(c.clause(id).status == Status::Vague),
        Fact::VagueCount(n) => {
            let (agreed, clear) = c.agreed();
            ratio(i32::from(agreed - clear), n)
        }
        Fact::Holds(who) => each(who, &|s| yes(c.precondition[s])),
        Fact::Ahead(who) => each(who, &|s| yes(c.conceded[s] > c.conceded[s.other()])),
        Fact::Incidents(n) => ratio(i32::from(c.incidents), n),
        Fact::Grip(who, n) => each(who, &|s| ratio(i32::from(c.grip[s]), n)),
        Fact::During(timer) => yes(c.during(timer)),
        // War is nobody's plan; the calendar and a moment's offers are no progress.
        Fact::Ended(Class::War) | Fact::Round(_) | Fact::Left(_) | Fact::BackOffer(_) => 0,
    }
}
