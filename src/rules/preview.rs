//! What a plan is known to do, before it is sealed: the engine itself, run on states that
//! the side's own view allows, against the other side doing nothing and doing anything.
//!
//! Only what the plan brings about is kept, by its causes; what chance or the other side
//! brings shows as the width of a range.

use super::clause::{Channel, ClauseId, Level, Standing, Wording};
use super::constants::Constants;
use super::dice::Dice;
use super::legal::Legal;
use super::meter::{Gauge, Meter, Tenths};
use super::odds;
use super::outcome::{Cause, Change, Outcome, Refusal, Sink};
use super::plan::{CardId, Field, Offer, Plan, Say, Table};
use super::side::{PerSide, Side};
use super::state::{Common, Phase, State};
use super::tables::Tables;
use super::view::View;
use super::vocabulary::{Op, Timer};

/// How many states a preview tries.
const SAMPLES: usize = 24;

/// How many states are tried for each card that puts the talks in the spotlight.
const LIT: usize = 4;

/// In fewer tries than this, what the other side adds is an accident.
const NOTABLE: usize = 3;

/// A part of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// What is said.
    Say,
    /// What is done at the table.
    Table,
    /// What is done in the field.
    Field,
    /// The card.
    Card,
}

impl Part {
    /// Every part, in the order of a plan.
    pub const ALL: [Self; 4] = [Self::Say, Self::Table, Self::Field, Self::Card];
}

/// A change that the plan brings about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expected {
    /// The part of the plan that does it.
    pub part: Part,
    /// The meter.
    pub meter: Meter,
    /// Why it moves.
    pub cause: Cause,
    /// The least it moved by where it moved.
    pub low: Tenths,
    /// The most.
    pub high: Tenths,
    /// In how many of the tries it moved, in percent: below 100 it may not.
    pub percent: u8,
}

/// A chance in per mille, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chance {
    /// At least this.
    pub low: i32,
    /// At most this.
    pub high: i32,
}

impl Chance {
    fn widen(range: &mut Option<Self>, chance: i32) {
        let range = range.get_or_insert(Self {
            low: chance,
            high: chance,
        });
        range.low = range.low.min(chance);
        range.high = range.high.max(chance);
    }
}

/// The least and the most by which a meter moves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    /// The nearer to nothing.
    pub low: Tenths,
    /// The farther.
    pub high: Tenths,
}

/// Something to know about a plan that is not a change of a meter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// The chance that the act in the field is seen, or exposed.
    Seen(Field, Chance),
    /// The chance that it, or what it sets off, gets out of hand.
    Escalates(Chance),
    /// The chance that a probe learns something.
    Learns(Chance),
    /// The chance each round that what is in the back channel leaks.
    Leaks(Chance),
    /// A card of theirs may put the talks in the spotlight this round, and the ground then given
    /// costs this: the least and the most for the own Face and for the own Pressure.
    Spotlit(Cost, Cost),
    /// The chance each round that vague words break, in percent.
    Breaks(i32),
    /// It is the first concession of the game: its price in percent.
    First(i32),
    /// The side is ahead in conceding: the price in percent.
    Ahead(i32),
    /// A threat is to be carried out within so many rounds.
    Term(u8),
    /// A threat falls due, and the plan does not carry it out.
    Due,
    /// How tight the grip becomes.
    Grip(u8, u8),
    /// How often the mediator will lend its name after this, if the other side does not ask for
    /// it and no card or news moves it.
    Patience(u8),
    /// The capital would refuse the treaty as it stands.
    Refused(Refusal),
    /// The capital would ratify it.
    Ratified,
    /// How well the treaty would be enforced, in per mille: what helps the own side, and the
    /// least and the most for what helps the other.
    Enforced(i32, (i32, i32)),
    /// The grand bargain or the package settles this clause too, if it is taken.
    Settles(ClauseId, Level),
    /// A level beyond the own red line is offered, taken or read into the text.
    Beyond(ClauseId),
}

/// What is known of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// The changes it brings, by part, in the order in which they happen.
    pub expected: Vec<Expected>,
    /// What else there is to know, by part.
    pub known: Vec<(Part, Known)>,
}

impl Preview {
    /// What `view`'s side may know of its plan; empty unless plans are asked for.
    pub fn of(t: &Tables, view: &View, plan: &Plan, dice: &mut Dice) -> Self {
        if view.common.phase != Phase::Plans {
            return Self::default();
        }
        let mut tries = Tries::new(t, view, plan);
        for n in 0..SAMPLES {
            let state = view.sample(t, dice);
            let side = view.side.other();
            let theirs = if n % 2 == 0 {
                Plan::DEFAULT
            } else {
                // Its cards could turn any chance round, and nobody plans on that: but for the
                // spotlight, of which more is told apart.
                let legal = Legal::of(t, side, &state.common, &state.own[side]);
                let mut theirs = Plan {
                    card: None,
                    ..legal.random(dice)
                };
                // What a signature brings hinges on theirs.
                let signs = view.common.signs(view.side, plan.table);
                if signs && legal.allows_table(Table::Sign) {
                    theirs.table = Table::Sign;
                }
                theirs
            };
            tries.run(state, theirs);
        }
        tries.light_up(dice);
        tries.done()
    }
}

/// What is gathered over the tries.
struct Tries<'a> {
    t: &'a Tables,
    view: &'a View,
    plan: &'a Plan,
    /// The offers that are taken along with the clause that the plan accepts.
    along: Vec<(ClauseId, Standing)>,
    found: Vec<(Expected, usize)>,
    seen: Option<Chance>,
    escalates: Option<Chance>,
    learns: Option<Chance>,
    leaks: Option<Chance>,
    first: bool,
    grip: u8,
    /// What the ground given costs in a spotlight of theirs: Face, and Pressure.
    spotlit: Option<[Cost; 2]>,
}

impl<'a> Tries<'a> {
    fn new(t: &'a Tables, view: &'a View, plan: &'a Plan) -> Self {
        Self {
            t,
            view,
            plan,
            along: along(t, view, *plan),
            found: Vec::new(),
            seen: None,
            escalates: None,
            learns: None,
            leaks: None,
            first: false,
            grip: view.common.grip[view.side],
            spotlit: None,
        }
    }

    /// Tries the plan against every card by which the other side may put the talks in the
    /// spotlight, if the plan gives ground that the Fog would hide.
    fn light_up(&mut self, dice: &mut Dice) {
        let side = self.view.side;
        let ground = |(e, _): &(Expected, usize)| is_ground(e.cause, side);
        if self.view.common.during(Timer::Spotlight) || !self.found.iter().any(ground) {
            return;
        }
        for card in self.spotlights() {
            for _ in 0..LIT {
                let them = side.other();
                let mut state = self.view.sample(self.t, dice);
                state.own[them].hand[0] = Some(card);
                let legal = Legal::of(self.t, them, &state.common, &state.own[them]);
                if legal.allows_card(Some(card)) {
                    let theirs = Plan {
                        card: Some(card),
                        ..Plan::DEFAULT
                    };
                    self.light(state, theirs);
                }
            }
        }
    }

    /// The cards that the other side may hold and by which it can start a spotlight.
    fn spotlights(&self) -> Vec<CardId> {
        let them = self.view.side.other();
        let cards = &self.t.sides[them].cards;
        if self.view.other.hand == 0 {
            return Vec::new();
        }
        let starts = |card: &CardId| {
            (ops(self.t, them, *card).iter()).any(|op| matches!(op, Op::Start(Timer::Spotlight, _)))
        };
        let left = |card: &CardId| self.view.common.played[them] >> card.0 & 1 == 0;
        let cards = (0..cards.len() as u8).map(CardId);
        cards.filter(left).filter(starts).collect()
    }

    /// Sees what the ground that the plan gives costs against this plan of theirs.
    fn light(&mut self, mut state: State, theirs: Plan) {
        let side = self.view.side;
        let plans = match side {
            Side::Presser => PerSide([*self.plan, theirs]),
            Side::Holder => PerSide([theirs, *self.plan]),
        };
        let mut outcomes = Vec::new();
        state.resolve(self.t, plans, &mut outcomes);
        let round = outcomes.iter();
        let round = round.take_while(|outcome| !matches!(outcome, Outcome::Round(_)));
        let mut sums = [Tenths::ZERO; 2];
        for outcome in round {
            let Outcome::Change(change) = *outcome else {
                continue;
            };
            let by = change.to - change.from;
            match change.meter {
                _ if !is_ground(change.cause, side) => {}
                _ if self.part(change.cause).is_none() => {}
                Meter::Of(who, Gauge::Face) if who == side => sums[0] += by,
                Meter::Of(who, Gauge::Pressure) if who == side => sums[1] += by,
                _ => {}
            }
        }
        if sums == [Tenths::ZERO; 2] {
            return;
        }
        let spotlit = (self.spotlit).get_or_insert(sums.map(|by| Cost { low: by, high: by }));
        for (cost, by) in spotlit.iter_mut().zip(sums) {
            if by.0.abs() < cost.low.0.abs() {
                cost.low = by;
            }
            if by.0.abs() > cost.high.0.abs() {
                cost.high = by;
            }
        }
    }

    /// The same, if it is more than is known without one.
    fn spotlight(&self) -> Option<Known> {
        let side = self.view.side;
        let [face, pressure] = self.spotlit?;
        let most = |gauge| {
            let ground = (self.found.iter())
                .filter(|(e, _)| is_ground(e.cause, side) && e.meter == Meter::Of(side, gauge));
            let farthest = ground.map(|(e, _)| e.low.0.abs().max(e.high.0.abs()));
            farthest.max().unwrap_or(0)
        };
        let more = |cost: Cost, gauge| cost.high.0.abs() > most(gauge);
        let told = more(face, Gauge::Face) || more(pressure, Gauge::Pressure);
        told.then_some(Known::Spotlit(face, pressure))
    }

    fn run(&mut self, mut state: State, theirs: Plan) {
        let side = self.view.side;
        let plans = match side {
            Side::Presser => PerSide([*self.plan, theirs]),
            Side::Holder => PerSide([theirs, *self.plan]),
        };
        let trust = state.own[side.other()].trust;
        if self.in_the_back(&state.common) {
            let chance = odds::leak(&self.t.constants, &state.common, trust);
            Chance::widen(&mut self.leaks, chance);
        }
        let mut watch = Watch {
            k: &self.t.constants,
            side,
            common: state.common,
            over: false,
            changes: Vec::new(),
            seen: &mut self.seen,
            escalates: &mut self.escalates,
            learns: &mut self.learns,
        };
        state.resolve(self.t, plans, &mut watch);
        let changes = watch.changes;
        self.first |= self.view.common.first.is_none() && state.common.first == Some(side);
        self.grip = state.common.grip[side];
        self.gather(&changes);
    }

    fn in_the_back(&self, common: &Common) -> bool {
        let sent = matches!(
            self.plan.table,
            Table::Offer(Offer {
                channel: Channel::Back,
                ..
            })
        );
        sent || common
            .clauses
            .iter()
            .any(|clause| clause.standing[self.view.side].is_some_and(Standing::is_back))
    }

    /// Adds up a try's changes by meter and cause, and widens the ranges with them.
    fn gather(&mut self, changes: &[Change]) {
        let mut sums: Vec<(Part, Meter, Cause, Tenths)> = Vec::new();
        for change in changes {
            let Some(part) = self.part(change.cause) else {
                continue;
            };
            let by = change.to - change.from;
            let same = |sum: &&mut (Part, Meter, Cause, Tenths)| {
                sum.1 == change.meter && sum.2 == change.cause
            };
            match sums.iter_mut().find(same) {
                Some(sum) => sum.3 += by,
                None => sums.push((part, change.meter, change.cause, by)),
            }
        }
        for (part, meter, cause, by) in sums {
            let same = |(e, _): &&mut (Expected, usize)| e.meter == meter && e.cause == cause;
            if let Some((expected, times)) = self.found.iter_mut().find(same) {
                expected.low = expected.low.min(by);
                expected.high = expected.high.max(by);
                *times += 1;
            } else {
                let (low, high, percent) = (by, by, 0);
                self.found.push((
                    Expected {
                        part,
                        meter,
                        cause,
                        low,
                        high,
                        percent,
                    },
                    1,
                ));
            }
        }
    }

    /// The part of the plan that brings a change about, if any does.
    fn part(&self, cause: Cause) -> Option<Part> {
        let along = |id| self.along.iter().any(|&(taken, _)| taken == id);
        match cause {
            Cause::Concession(_, id) | Cause::Agreement(id) if along(id) => Some(Part::Table),
            cause => part(cause, *self.plan, self.view.side),
        }
    }

    fn done(self) -> Preview {
        let known = self.known();
        let side = self.view.side;
        let mut expected: Vec<Expected> = self
            .found
            .into_iter()
            .filter(|(expected, times)| *times >= NOTABLE || is_of(expected.cause, side))
            .map(|(expected, times)| Expected {
                percent: (times * 100 / SAMPLES) as u8,
                ..expected
            })
            .collect();
        expected.sort_by_key(|expected| expected.part);
        Preview { expected, known }
    }

    fn known(&self) -> Vec<(Part, Known)> {
        let k = &self.t.constants;
        let (c, side) = (&self.view.common, self.view.side);
        let mut known = Vec::new();
        if self.plan.say == Say::Threaten && c.threat[side] == 0 {
            known.push((Part::Say, Known::Term(k.threat_rounds as u8)));
        }
        let mut table = |fact| known.push((Part::Table, fact));
        let conceded = |cause: Cause| cause != Cause::Bargain && is_ground(cause, side);
        let concedes = self.found.iter().any(|(e, _)| conceded(e.cause));
        let alone = self.is_public_step();
        let alone = alone && !c.during(Timer::Neutral);
        if alone && concedes && self.first {
            table(Known::First(k.first_mover));
        } else if alone && concedes && c.conceded[side] > c.conceded[side.other()] {
            table(Known::Ahead(k.ahead));
        }
        if let Some(spotlit) = self.spotlight() {
            table(spotlit);
        }
        let along = self.along.iter().map(|(_, offer)| offer.wording);
        if self
            .words()
            .into_iter()
            .chain(along)
            .any(|words| words == Wording::Vague)
        {
            table(Known::Breaks(k.vague_breaks));
        }
        if let Table::Offer(Offer {
            channel: Channel::Mediator,
            ..
        }) = self.plan.table
        {
            table(Known::Patience(c.patience.saturating_sub(1)));
        }
        if let Some(chance) = self.learns {
            table(Known::Learns(chance));
        }
        if let Some(chance) = self.leaks {
            table(Known::Leaks(chance));
        }
        if c.signs(side, self.plan.table) {
            let refusal = self.view.refusal(self.t);
            table(refusal.map_or(Known::Ratified, Known::Refused));
            let theirs = self.view.their_enforcement(self.t);
            table(Known::Enforced(self.view.enforcement(self.t), theirs));
        }
        let mut settled = self.view.bargained(self.plan.table);
        settled.extend(self.along.iter().map(|(id, offer)| (*id, offer.level)));
        for (id, level) in settled {
            table(Known::Settles(id, level));
        }
        let beyond = |&(id, level): &(ClauseId, Level)| self.view.own.crosses(side, id, level);
        if let Some((id, _)) = self.agreeable().filter(beyond) {
            table(Known::Beyond(id));
        }
        let mut field = |fact| known.push((Part::Field, fact));
        if let Some(chance) = self.seen {
            field(Known::Seen(self.plan.field, chance));
        }
        if let Some(chance) = self.escalates.filter(|chance| chance.high > 0) {
            field(Known::Escalates(chance));
        }
        if matches!(self.plan.field, Field::Squeeze | Field::Ease) && self.grip != c.grip[side] {
            field(Known::Grip(c.grip[side], self.grip));
        }
        let unkept = |(e, _): &(Expected, usize)| e.cause == Cause::Unkept(side);
        if self.found.iter().any(unkept) {
            field(Known::Due);
        }
        known
    }

    /// Whether the plan gives ground where all can see it.
    fn is_public_step(&self) -> bool {
        matches!(
            self.plan.table,
            Table::Offer(Offer {
                channel: Channel::Open,
                ..
            }) | Table::Accept(_)
                | Table::Waive
        )
    }

    /// The clause on which the plan gives or takes a level, and that level.
    fn agreeable(&self) -> Option<(ClauseId, Level)> {
        let them = self.view.side.other();
        let clause = |id| self.view.common.clause(id);
        match self.plan.table {
            Table::Offer(offer) => Some((offer.clause, offer.level)),
            Table::Accept(id) => Some((id, clause(id).on_offer(them).level)),
            Table::Clarify(id) => Some((id, clause(id).level.toward(them))),
            _ => None,
        }
    }

    /// The words of the text that the plan puts forward or takes.
    fn words(&self) -> Option<Wording> {
        match self.plan.table {
            Table::Offer(offer) => Some(offer.wording),
            Table::Accept(id) => {
                let clause = self.view.common.clause(id);
                Some(clause.on_offer(self.view.side.other()).wording)
            }
            _ => None,
        }
    }
}

/// What accepting one clause takes along: every other offer of theirs, where a package is on.
fn along(t: &Tables, view: &View, plan: Plan) -> Vec<(ClauseId, Standing)> {
    let side = view.side;
    let Table::Accept(taken) = plan.table else {
        return Vec::new();
    };
    let packs = |op: &Op| matches!(op, Op::Package(who) if who.sides(side).contains(&side));
    let played = |card| ops(t, side, card).iter().any(packs);
    if !view.own.package && !plan.card.is_some_and(played) {
        return Vec::new();
    }
    let offered = |id| Some((id, view.common.clause(id).standing[side.other()]?));
    let others = view.common.clauses.open().iter().filter(|&id| id != taken);
    others.filter_map(offered).collect()
}

/// What a card does.
fn ops(t: &Tables, side: Side, card: CardId) -> &[Op] {
    &t.ops[t.card(side, card).ops.range()]
}

/// Follows a round as it is resolved, up to the opening of the next one.
struct Watch<'a> {
    k: &'a Constants,
    side: Side,
    common: Common,
    over: bool,
    changes: Vec<Change>,
    seen: &'a mut Option<Chance>,
    escalates: &'a mut Option<Chance>,
    learns: &'a mut Option<Chance>,
}

impl Sink for Watch<'_> {
    fn put(&mut self, outcome: Outcome) {
        if self.over {
            return;
        }
        match outcome {
            Outcome::Round(_) => self.over = true,
            Outcome::Started(timer, rounds) => self.common.timers[timer as usize] = rounds + 1,
            Outcome::Stopped(timer) => self.common.timers[timer as usize] = 0,
            Outcome::Acted {
                side,
                field: field @ (Field::BuildUp | Field::Covert),
                ..
            } if side == self.side => {
                Chance::widen(self.seen, odds::seen(self.k, &self.common, field));
            }
            Outcome::Learned(side, _) | Outcome::Unlearned(side, _) if side == self.side => {
                Chance::widen(self.learns, odds::probe(self.k, &self.common));
            }
            Outcome::Change(change) => self.change(change),
            _ => {}
        }
    }
}

impl Watch<'_> {
    fn change(&mut self, change: Change) {
        match change.meter {
            Meter::Tension => self.common.tension = change.to,
            Meter::Fog => self.common.fog = change.to,
            Meter::Hope => self.common.hope = change.to,
            Meter::Shock | Meter::Of(..) => {}
        }
        let blow = matches!(
            change.cause,
            Cause::Field(side, Field::Strike | Field::AllOut) | Cause::Exposed(side, Field::Covert)
                if side == self.side
        );
        if blow && change.meter == Meter::Tension {
            Chance::widen(self.escalates, odds::escalation(self.k, &self.common));
        }
        self.changes.push(change);
    }
}

/// Whether a cause is ground that the side gives, of which Fog hides some of the price.
fn is_ground(cause: Cause, side: Side) -> bool {
    match cause {
        Cause::Concession(who, _) | Cause::Waiver(who) => who == side,
        Cause::Bargain => true,
        _ => false,
    }
}

/// Whether a cause is the side's own step, which counts however seldom it comes to that.
fn is_of(cause: Cause, side: Side) -> bool {
    !matches!(cause, Cause::Agreement(_) | Cause::Blamed(_))
        && !matches!(cause, Cause::Concession(who, _) if who != side)
}

/// The part of a side's plan that a cause comes from, if it comes from the plan.
fn part(cause: Cause, plan: Plan, side: Side) -> Option<Part> {
    let on = |id: ClauseId| plan.table.clause() == Some(id);
    let leaves = matches!(plan.table, Table::WalkOut | Table::Withdraw(_));
    let strikes = matches!(plan.field, Field::Strike | Field::AllOut);
    let own = match cause {
        Cause::Say(who, _)
        | Cause::Field(who, _)
        | Cause::Exposed(who, _)
        | Cause::Card(who, _)
        | Cause::Waiver(who)
        | Cause::Hardened(who, _)
        | Cause::Withdrawal(who, _)
        | Cause::WalkOut(who)
        | Cause::Jilted(who)
        | Cause::Unanswered(who)
        | Cause::Unkept(who)
        | Cause::Grip(who)
        | Cause::Rally(who) => who == side,
        _ => true,
    };
    if !own {
        return None;
    }
    match cause {
        Cause::Say(..) => Some(Part::Say),
        Cause::Blamed(who) if who != side => (plan.say == Say::Blame).then_some(Part::Say),
        Cause::Blamed(_) if strikes || plan.field == Field::Squeeze => Some(Part::Field),
        Cause::Blamed(_) => leaves.then_some(Part::Table),
        Cause::Field(..) | Cause::Exposed(..) | Cause::Unanswered(_) | Cause::Unkept(_) => {
            Some(Part::Field)
        }
        Cause::Grip(_) => (plan.field == Field::Squeeze).then_some(Part::Field),
        Cause::Rally(_) => strikes.then_some(Part::Field),
        Cause::Card(..) => Some(Part::Card),
        Cause::Concession(_, id) | Cause::Agreement(id) | Cause::Clarified(id) => {
            on(id).then_some(Part::Table)
        }
        Cause::Waiver(_)
        | Cause::Hardened(..)
        | Cause::Withdrawal(..)
        | Cause::WalkOut(_)
        | Cause::Jilted(_) => Some(Part::Table),
        Cause::Bargain => (plan.table == Table::AcceptBargain).then_some(Part::Table),
        Cause::Refused(_) => (plan.table == Table::Sign).then_some(Part::Table),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::clause::{RedLine, Status};
    use crate::rules::deal::Length;
    use crate::rules::dice::Stream;
    use crate::scenario::Scenario;

    fn preview(t: &Tables, seed: u64, plan: Plan) -> Preview {
        let mut state = State::deal(t, seed, Length::Standard, &mut ());
        state.choose(t, PerSide([None, None]), &mut ());
        let view = View::of(t, &state, Side::Presser);
        Preview::of(t, &view, &plan, &mut Dice::new(seed, Stream::Cosmetic))
    }

    fn find(preview: &Preview, meter: Meter, cause: Cause) -> Option<&Expected> {
        let is = |e: &&Expected| e.meter == meter && e.cause == cause;
        preview.expected.iter().find(is)
    }

    #[test]
    fn a_strike_is_known_to_cost_what_the_rules_say() {
        let t = Scenario::load("gulf").unwrap().tables;
        let plan = Plan {
            field: Field::Strike,
            ..Plan::DEFAULT
        };
        let preview = preview(&t, 3, plan);
        let cause = Cause::Field(Side::Presser, Field::Strike);
        let tension = find(&preview, Meter::Tension, cause).unwrap();
        assert_eq!(
            (tension.low, tension.high),
            (t.constants.strike_tension, tension.low)
        );
        assert_eq!((tension.part, tension.percent), (Part::Field, 100));
    }

    #[test]
    fn what_the_other_side_does_is_no_effect_of_the_plan() {
        let t = Scenario::load("gulf").unwrap().tables;
        for seed in 0..20 {
            let preview = preview(&t, seed, Plan::DEFAULT);
            let alien = |e: &&Expected| match e.cause {
                Cause::Say(side, _) | Cause::Field(side, _) => side != Side::Presser,
                Cause::Unanswered(_) => false,
                _ => true,
            };
            assert_eq!(preview.expected.iter().find(alien), None);
        }
    }

    #[test]
    fn a_package_is_told_with_all_that_it_takes() {
        let Scenario {
            tables: t, text, ..
        } = Scenario::load("gulf").unwrap();
        let (us, them) = (Side::Holder, Side::Presser);
        let basket = text.read_card(us, "basket").unwrap();
        let mut state = State::deal(&t, 1, Length::Standard, &mut ());
        state.choose(&t, PerSide([None, None]), &mut ());
        state.common.round = 3;
        state.own[us].hand[0] = basket;
        let taken = [ClauseId(2), ClauseId(3)];
        for id in taken {
            state.common.clauses.change(id, |clause| {
                clause.standing[them] = Some(Standing {
                    level: Level(2),
                    wording: Wording::Clear,
                    channel: Channel::Open,
                });
            });
        }
        for (package, card) in [(false, None), (true, None), (false, basket)] {
            state.own[us].package = package;
            let whole = package || card.is_some();
            let plan = Plan {
                table: Table::Accept(taken[0]),
                card,
                ..Plan::DEFAULT
            };
            let view = View::of(&t, &state, us);
            let told = Preview::of(&t, &view, &plan, &mut Dice::new(1, Stream::Cosmetic));
            let [named, along] = taken.map(|id| {
                let agreed = |e: &Expected| e.cause == Cause::Agreement(id);
                told.expected.iter().any(agreed)
            });
            assert_eq!((named, along), (true, whole));
            let settled = (Part::Table, Known::Settles(taken[1], Level(2)));
            assert_eq!(told.known.contains(&settled), whole);
        }
    }

    #[test]
    fn the_first_step_in_public_is_announced_as_such() {
        let t = Scenario::load("gulf").unwrap().tables;
        let offer = Offer {
            clause: ClauseId(2),
            level: crate::rules::clause::Level(1),
            wording: Wording::Clear,
            channel: Channel::Open,
        };
        let plan = Plan {
            table: Table::Offer(offer),
            ..Plan::DEFAULT
        };
        let told = preview(&t, 4, plan);
        let first = Known::First(t.constants.first_mover);
        assert!(told.known.contains(&(Part::Table, first)));
        let cause = Cause::Concession(Side::Presser, ClauseId(2));
        let face = find(&told, Meter::Of(Side::Presser, Gauge::Face), cause).unwrap();
        assert!(
            face.low < face.high,
            "moving together is cheaper than alone"
        );
        let back = Offer {
            channel: Channel::Back,
            ..offer
        };
        let told = preview(
            &t,
            4,
            Plan {
                table: Table::Offer(back),
                ..Plan::DEFAULT
            },
        );
        assert!(
            told.known
                .iter()
                .any(|(_, known)| matches!(known, Known::Leaks(_)))
        );
    }

    #[test]
    fn a_level_beyond_the_own_red_line_is_told_however_it_comes_about() {
        let t = Scenario::load("gulf").unwrap().tables;
        let (id, at) = (ClauseId(2), Level(3));
        let mut state = State::deal(&t, 4, Length::Standard, &mut ());
        state.choose(&t, PerSide([None, None]), &mut ());
        let limit = Level(2);
        state.own[Side::Presser].red_lines = [Some(RedLine { clause: id, limit }), None, None];
        let told = |state: &State, table: Table| {
            let view = View::of(&t, state, Side::Presser);
            let plan = Plan {
                table,
                ..Plan::DEFAULT
            };
            let known = Preview::of(&t, &view, &plan, &mut Dice::new(4, Stream::Cosmetic)).known;
            known.contains(&(Part::Table, Known::Beyond(id)))
        };
        let offer = |level| {
            Table::Offer(Offer {
                clause: id,
                level,
                wording: Wording::Clear,
                channel: Channel::Back,
            })
        };
        assert!(told(&state, offer(at)));
        assert!(!told(&state, offer(limit)));
        assert!(told(&state, Table::Accept(id)), "it asks for its ideal");
        let mut vague = state;
        vague.common.clauses.change(id, |clause| {
            (clause.status, clause.level) = (Status::Vague, limit);
        });
        assert!(told(&vague, Table::Clarify(id)));
        assert!(!told(&vague, Table::Probe(id)));
    }

    #[test]
    fn what_a_spotlight_of_theirs_would_lay_bare_is_known_while_they_may_have_one() {
        let t = Scenario::load("gulf").unwrap().tables;
        let mut state = State::deal(&t, 4, Length::Standard, &mut ());
        state.choose(&t, PerSide([None, None]), &mut ());
        state.common.fog = Tenths::points(80);
        let plan = Plan {
            table: Table::Waive,
            ..Plan::DEFAULT
        };
        let told = |state: &State, plan: &Plan| {
            let view = View::of(&t, state, Side::Presser);
            Preview::of(&t, &view, plan, &mut Dice::new(4, Stream::Cosmetic))
        };
        let lit = |told: &Preview| {
            told.known.iter().find_map(|(_, known)| match known {
                Known::Spotlit(face, _) => Some(*face),
                _ => None,
            })
        };
        let known = told(&state, &plan);
        let cause = Cause::Waiver(Side::Presser);
        let face = find(&known, Meter::Of(Side::Presser, Gauge::Face), cause).unwrap();
        let bare = lit(&known).expect("Iran may hold a law against concessions");
        assert!(bare.high < face.low, "{bare:?} {face:?}");
        assert_eq!(lit(&told(&state, &Plan::DEFAULT)), None, "gives no ground");
        let mut over = state;
        over.common.played[Side::Holder] = u64::MAX;
        assert_eq!(lit(&told(&over, &plan)), None, "it has played them all");
        let mut on = state;
        on.common.timers[Timer::Spotlight as usize] = 2;
        assert_eq!(lit(&told(&on, &plan)), None, "it is on already");
    }

    #[test]
    fn a_covert_act_is_known_by_its_chance_of_exposure() {
        let t = Scenario::load("gulf").unwrap().tables;
        let plan = Plan {
            field: Field::Covert,
            ..Plan::DEFAULT
        };
        let told = preview(&t, 5, plan);
        let seen = told.known.iter().find_map(|(_, known)| match known {
            Known::Seen(Field::Covert, chance) => Some(chance),
            _ => None,
        });
        let seen = seen.unwrap();
        assert!(0 < seen.low && seen.low <= seen.high && seen.high < 1000);
    }
}
