//! The policy that plays a game on from where the search leaves it: cheap, sensible, and
//! varied enough that nothing is ruled out.

use crate::negotiator::Manner;
use crate::rules::clause::{Channel, ClauseId, Level, Status, Wording, worth};
use crate::rules::dice::Dice;
use crate::rules::legal::{playable, signable};
use crate::rules::plan::{CardId, ChoiceId, Field, Offer, Plan, Say, Table, Terms};
use crate::rules::side::{PerSide, Side};
use crate::rules::state::{Phase, State};
use crate::rules::tables::Tables;
use crate::rules::vocabulary::Timer;

/// Plays on for so many rounds, or to the end, each side in its manner.
pub fn play_on(
    t: &Tables,
    state: &mut State,
    manners: PerSide<Manner>,
    rounds: u32,
    dice: &mut Dice,
) {
    let mut left = rounds;
    loop {
        match state.common.phase {
            Phase::Over(_) => return,
            Phase::Choices => answer(t, state, dice),
            Phase::Plans if left == 0 => return,
            Phase::Plans => {
                left -= 1;
                let plans = PerSide::from_fn(|side| {
                    let set = manners[side].plan(t, state, side, dice);
                    set.unwrap_or_else(|| plan(t, state, side, dice))
                });
                state.resolve(t, plans, &mut ());
            }
        }
    }
}

/// Answers an event by lot, for both sides.
pub fn answer(t: &Tables, state: &mut State, dice: &mut Dice) {
    let Some(event) = state.common.event else {
        return;
    };
    let answers = t.event(event).choices.len() as u32;
    let mut any = || Some(ChoiceId(dice.below(answers) as u8));
    let given = PerSide([any(), any()]);
    state.choose(t, given, &mut ());
}

/// A sensible plan for a side that knows its own mind.
pub fn plan(t: &Tables, state: &State, side: Side, dice: &mut Dice) -> Plan {
    Plan {
        say: say(state, side, dice),
        table: table(t, state, side, dice),
        field: field(t, state, side, dice),
        card: card(t, state, side, dice),
    }
}

fn say(state: &State, side: Side, dice: &mut Dice) -> Say {
    let c = &state.common;
    let restless = state.own[side].pressure.0 > 550;
    let again = c.said[side] == Some(Say::Progress);
    match dice.below(16) {
        0..4 if !again || restless => Say::Progress,
        4..7 if restless => Say::Progress,
        7..10 => Say::Blame,
        10..13 if c.fog.0 < 600 => Say::NoComment,
        13 if c.tension.0 < 550 => Say::Threaten,
        _ => Say::Measured,
    }
}

fn field(t: &Tables, state: &State, side: Side, dice: &mut Dice) -> Field {
    let c = &state.common;
    let can_ease = c.grip[side] > 0;
    if c.threat[side] == 1 && c.tension.0 < 750 {
        return Field::Squeeze;
    }
    if c.tension.0 > 620 {
        return match dice.below(8) {
            0..3 if can_ease => Field::Ease,
            3 => Field::BuildUp,
            _ => Field::HoldFire,
        };
    }
    let tight = i32::from(c.grip[side]) >= t.constants.grip_max;
    match dice.below(16) {
        0..3 => Field::BuildUp,
        3..5 if !tight => Field::Squeeze,
        5 if can_ease => Field::Ease,
        6 => Field::Covert,
        7 if c.struck[side] => Field::Strike,
        _ => Field::HoldFire,
    }
}

pub fn card(t: &Tables, state: &State, side: Side, dice: &mut Dice) -> Option<CardId> {
    let draw = dice.below(12);
    let card = *state.own[side].hand.get(draw as usize)?;
    card.filter(|&card| playable(t, side, &state.common, &state.own[side], card))
}

/// What a level of a clause is worth to a side whose mind is known, in tenths of a mission
/// point against what holds now, if nothing but the clauses counted.
pub fn gain(t: &Tables, state: &State, side: Side, id: ClauseId, level: Level) -> i32 {
    let k = &t.constants;
    let own = &state.own[side];
    let quo = i32::from(state.common.clause(id).quo);
    let weight = i32::from(own.mood(t, side).weights[id.index()]);
    let change = weight * (worth(side, level.tenths()) - worth(side, quo)) / 100;
    let gain = change * k.score_clauses * k.provisional_worth / 10_000;
    if gain > 0 {
        // Trust stands in for enforcement, which is dearer to find.
        let enforced = 100 + own.trust.get() * 6 / 10;
        gain * (k.enforcement_floor * 10 + (100 - k.enforcement_floor) * enforced / 100) / 1000
    } else {
        gain
    }
}

/// What agreeing on a level would bring a side by its own score, the other's gain counted
/// against it as its mood does.
pub fn bargain(t: &Tables, state: &State, side: Side, id: ClauseId, level: Level) -> i32 {
    let rivalry = i32::from(state.own[side].mood(t, side).rivalry) * t.constants.rivalry / 100;
    let theirs = gain(t, state, side.other(), id, level);
    gain(t, state, side, id, level) - theirs * rivalry / 100
}

fn table(t: &Tables, state: &State, side: Side, dice: &mut Dice) -> Table {
    let c = &state.common;
    let here = c.away[side] == 0;
    if here {
        if signable(t, c) {
            if dice.percent(85) {
                return Table::Sign;
            }
        } else if c.precondition[side] && dice.percent(waiving(t, state, side)) {
            return Table::Waive;
        }
        if c.bargain[side.other()].is_some() && dice.percent(30) {
            return Table::AcceptBargain;
        }
        let own = &state.own[side];
        if own.cornered && !own.desperate_spent && c.bargain[side].is_none() && dice.percent(20) {
            return Table::Bargain(Terms::Halfway);
        }
    }
    if let Some(accept) = accept(t, state, side, here, dice) {
        return accept;
    }
    match dice.below(16) {
        0..8 => offer(t, state, side, here, dice).unwrap_or(Table::Hold),
        8..10 => clarify(t, state, here, dice).unwrap_or(Table::Hold),
        10 if here => Table::Probe(any_clause(t, dice)),
        _ => Table::Hold,
    }
}

/// The nearer a treaty is, the likelier that the precondition goes.
fn waiving(t: &Tables, state: &State, side: Side) -> i32 {
    let near = i32::from(state.common.agreed().1) + 1 >= t.constants.clauses_to_sign;
    let other_has = !state.common.precondition[side.other()];
    match (near, other_has) {
        (true, _) => 50,
        (false, true) => 8,
        (false, false) => 2,
    }
}

fn any_clause(t: &Tables, dice: &mut Dice) -> ClauseId {
    ClauseId(dice.below(t.clauses.len() as u32) as u8)
}

fn accept(t: &Tables, state: &State, side: Side, here: bool, dice: &mut Dice) -> Option<Table> {
    // Any agreement soothes both; and in some rounds a side is readier than in others.
    let mut best = (-5 - dice.below(20) as i32, None);
    for id in t.clause_ids() {
        let clause = state.common.clause(id);
        let Some(offer) = clause.standing[side.other()] else {
            continue;
        };
        if clause.status != Status::Open
            || !(here || offer.is_back())
            || state.own[side].crosses(side, id, offer.level)
        {
            continue;
        }
        let worth = bargain(t, state, side, id, offer.level);
        if worth >= best.0 {
            best = (worth, Some(Table::Accept(id)));
        }
    }
    best.1.filter(|_| dice.percent(75))
}

fn offer(t: &Tables, state: &State, side: Side, here: bool, dice: &mut Dice) -> Option<Table> {
    let c = &state.common;
    let id = any_clause(t, dice);
    let clause = c.clause(id);
    if clause.status != Status::Open || !t.clauses[id.index()].on_agenda {
        return None;
    }
    let own = clause.reach(side);
    let theirs = clause.reach(side.other());
    let room = own.concession(theirs, side);
    if room <= 0 {
        return None;
    }
    let step = 1 + i32::from(room > 2 && dice.percent(30));
    let level = match side {
        Side::Presser => Level(own.0 + step as u8),
        Side::Holder => Level(own.0 - step as u8),
    };
    let met = step == room && clause.standing[side.other()].is_some();
    if met || state.own[side].crosses(side, id, level) || bargain(t, state, side, id, level) < -25 {
        return None;
    }
    let channel = match dice.below(4) {
        0 if here => Channel::Open,
        1 if here && c.patience > 0 => Channel::Mediator,
        _ if !c.during(Timer::BackShut) => Channel::Back,
        _ if here => Channel::Open,
        _ => return None,
    };
    let wording = if dice.percent(70) {
        Wording::Clear
    } else {
        Wording::Vague
    };
    Some(Table::Offer(Offer {
        clause: id,
        level,
        wording,
        channel,
    }))
}

fn clarify(t: &Tables, state: &State, here: bool, dice: &mut Dice) -> Option<Table> {
    let start = any_clause(t, dice).0;
    let n = t.clauses.len() as u8;
    (0..n)
        .map(|step| ClauseId((start + step) % n))
        .find(|&id| here && state.common.clause(id).status == Status::Vague)
        .map(Table::Clarify)
}
