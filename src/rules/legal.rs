//! The one source of legal decisions, for the interface, negotiators, bots and tests.
//!
//! It reads only what the deciding side knows, so equal views give equal lists.
//! The decisions at the table, which are many, are kept as sets of bits and counted, not
//! listed.

use super::bits::{nth_one, nth_one_of_byte};
use super::clause::{Channel, ClauseId, ClauseSet, Level, MAX_CLAUSES, Wording};
use super::condition::Eyes;
use super::dice::Dice;
use super::plan::{CardId, Field, Offer, Plan, Say, Table, Terms};
use super::side::Side;
use super::state::{Common, HAND, Private};
use super::tables::Tables;
use super::vocabulary::Timer;

/// What a side may decide this round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Legal {
    fields: u8,
    cards: [CardId; HAND],
    /// How many of them there are.
    playable: u8,
    room: Room,
}

/// What a side may decide at the table, in the room or by the back channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Room {
    channels: u8,
    /// The levels that may be offered, five bits for each clause.
    levels: u64,
    /// The clauses that each of [`ON_CLAUSE`] may concern, twelve bits for each.
    on_clause: u64,
    /// Which of [`ALONE`] there are.
    alone: u8,
    /// How many bits each of the three has, or makes.
    offers: u16,
    on_clauses: u16,
    count: u16,
}

/// The decisions that need a clause and nothing more, in their order.
const ON_CLAUSE: [fn(ClauseId) -> Table; 5] = [
    Table::Accept,
    Table::Clarify,
    Table::Harden,
    Table::Withdraw,
    Table::Probe,
];

/// The decisions that need nothing more, in their order.
const ALONE: [Table; 6] = [
    Table::Waive,
    Table::WalkOut,
    Table::Sign,
    Table::Bargain(Terms::Halfway),
    Table::Bargain(Terms::Theirs),
    Table::AcceptBargain,
];
const BARGAIN: u8 = 0b1_1000;

impl Legal {
    /// What `side` may decide, from what it knows.
    pub fn of(t: &Tables, side: Side, common: &Common, own: &Private) -> Self {
        let (mut cards, mut in_hand) = ([CardId(0); HAND], 0);
        for &card in own.hand.iter().flatten() {
            if playable(t, side, common, own, card) {
                cards[in_hand] = card;
                in_hand += 1;
            }
        }
        Self {
            fields: fields(common, side, own.desperate()),
            cards,
            playable: in_hand as u8,
            room: Room::of(t, side, common, own),
        }
    }

    /// The statements: all of them, always.
    pub fn says(&self) -> [Say; 5] {
        Say::ALL
    }

    /// The acts in the field.
    pub fn fields(&self) -> impl Iterator<Item = Field> {
        let set = self.fields;
        Field::ALL.into_iter().filter(move |f| set & f.bit() != 0)
    }

    /// The cards of the hand that can be played now.
    pub fn cards(&self) -> impl Iterator<Item = CardId> {
        (self.cards.into_iter()).take(usize::from(self.playable))
    }

    /// How many decisions the table allows; at least one.
    pub const fn table_count(&self) -> u32 {
        self.room.count as u32
    }

    /// The decisions at the table, in the order of [`Self::table`].
    pub fn tables(&self) -> impl Iterator<Item = Table> {
        (0..self.table_count()).map(|n| self.table(n))
    }

    /// The `n`-th decision at the table; to hold the line beyond the last.
    pub fn table(&self, n: u32) -> Table {
        self.room.table(n)
    }

    /// Whether an act in the field is allowed.
    pub const fn allows_field(&self, field: Field) -> bool {
        self.fields & field.bit() != 0
    }

    /// Whether a card can be played.
    pub fn allows_card(&self, card: Option<CardId>) -> bool {
        card.is_none_or(|card| self.cards().any(|other| other == card))
    }

    /// Whether a decision at the table is allowed.
    pub fn allows_table(&self, table: Table) -> bool {
        match table {
            Table::Hold => true,
            Table::Offer(offer) => {
                self.levels(offer.clause).any(|level| level == offer.level)
                    && self.room.channels >> offer.channel as u8 & 1 == 1
            }
            Table::Accept(c) => self.allows_on(0, c),
            Table::Clarify(c) => self.allows_on(1, c),
            Table::Harden(c) => self.allows_on(2, c),
            Table::Withdraw(c) => self.allows_on(3, c),
            Table::Probe(c) => self.allows_on(4, c),
            Table::Waive
            | Table::WalkOut
            | Table::Sign
            | Table::Bargain(_)
            | Table::AcceptBargain => ALONE
                .iter()
                .position(|&other| other == table)
                .is_some_and(|at| self.room.alone >> at & 1 == 1),
        }
    }

    fn allows_on(&self, kind: usize, clause: ClauseId) -> bool {
        clause.index() < MAX_CLAUSES
            && self.room.on_clause >> (kind * MAX_CLAUSES + clause.index()) & 1 == 1
    }

    /// Whether a whole plan is allowed.
    pub fn allows(&self, plan: &Plan) -> bool {
        self.allows_field(plan.field)
            && self.allows_card(plan.card)
            && self.allows_table(plan.table)
    }

    /// The channels that are open to the side.
    pub fn channels(&self) -> impl Iterator<Item = Channel> {
        let set = self.room.channels;
        Channel::ALL
            .into_iter()
            .filter(move |&c| set >> c as u8 & 1 == 1)
    }

    /// The levels that may be offered on a clause.
    pub fn levels(&self, clause: ClauseId) -> impl Iterator<Item = Level> {
        let at = u32::from(clause.0) * u32::from(Level::COUNT);
        let set = self.room.levels.checked_shr(at).unwrap_or(0);
        Level::all().filter(move |l| set >> l.0 & 1 == 1)
    }

    /// A plan drawn evenly, factor by factor.
    pub fn random(&self, dice: &mut Dice) -> Plan {
        let say = Say::ALL[dice.below(5) as usize];
        let table = self.table(dice.below(self.table_count()));
        let field = dice.below(self.fields.count_ones());
        let field = Field::ALL[nth_one_of_byte(self.fields, field) as usize];
        let card = dice.below(u32::from(self.playable) + 1) as usize;
        let card = (card < usize::from(self.playable)).then(|| self.cards[card % HAND]);
        Plan {
            say,
            table,
            field,
            card,
        }
    }
}

impl Room {
    #[inline]
    fn of(t: &Tables, side: Side, common: &Common, own: &Private) -> Self {
        let here = common.away[side] == 0;
        let channels = channels(common, here);
        let levels = common.clauses.levels();
        let on_clause = on_clause(t, common, own, side, here);
        let alone = if here {
            alone(t, common, side, own.desperate())
        } else {
            0
        };
        let offers = 2 * levels.count_ones() * channels.count_ones();
        let on_clauses = on_clause.count_ones();
        Self {
            channels,
            levels,
            on_clause,
            alone,
            offers: offers as u16,
            on_clauses: on_clauses as u16,
            count: (1 + offers + on_clauses + alone.count_ones()) as u16,
        }
    }

    /// The `n`-th decision; to hold the line beyond the last.
    #[inline]
    fn table(&self, n: u32) -> Table {
        let (offers, on_clauses) = (u32::from(self.offers), u32::from(self.on_clauses));
        if n == 0 || n >= u32::from(self.count) {
            Table::Hold
        } else if n <= offers {
            self.offer(n - 1)
        } else if n <= offers + on_clauses {
            let bit = nth_one(self.on_clause, n - 1 - offers) as usize;
            let clause = ClauseId((bit % MAX_CLAUSES) as u8);
            ON_CLAUSE[bit / MAX_CLAUSES](clause)
        } else {
            let bit = nth_one_of_byte(self.alone, n - 1 - offers - on_clauses);
            ALONE[bit as usize]
        }
    }

    /// The `n`-th offer, by clause, level, wording and channel.
    #[inline]
    fn offer(&self, n: u32) -> Table {
        let channels = self.channels.count_ones();
        let (cell, form) = (n / (2 * channels), n % (2 * channels));
        let bit = nth_one(self.levels, cell) as u8;
        let channel = nth_one_of_byte(self.channels, form % channels);
        Table::Offer(Offer {
            clause: ClauseId(bit / Level::COUNT),
            level: Level(bit % Level::COUNT),
            wording: Wording::ALL[usize::from(form >= channels)],
            channel: Channel::ALL[channel as usize],
        })
    }
}

/// A plan drawn as evenly as [`Legal::random`] draws, where nothing else is asked of what is
/// legal: one draw serves for all, and only the cards drawn are tested.
pub fn random_plan(
    t: &Tables,
    side: Side,
    common: &Common,
    own: &Private,
    dice: &mut Dice,
) -> Plan {
    let room = Room::of(t, side, common, own);
    let fields = fields(common, side, own.desperate());
    let [say, table, field, card] = dice.several([
        Say::ALL.len() as u32,
        u32::from(room.count),
        fields.count_ones(),
        HAND as u32 + 1,
    ]);
    Plan {
        say: Say::ALL[say as usize],
        table: room.table(table),
        field: Field::ALL[nth_one_of_byte(fields, field) as usize],
        card: random_card(t, side, common, own, card, dice),
    }
}

/// The card at a place of the hand, or none for the place behind the last; another place is
/// drawn until it holds a card that can be played, so that only the cards drawn are tested.
#[inline]
fn random_card(
    t: &Tables,
    side: Side,
    common: &Common,
    own: &Private,
    mut place: u32,
    dice: &mut Dice,
) -> Option<CardId> {
    while let Some(&slot) = own.hand.get(place as usize) {
        let card = slot.filter(|&card| playable(t, side, common, own, card));
        if card.is_some() {
            return card;
        }
        place = dice.below(HAND as u32 + 1);
    }
    None
}

/// Whether a card of the hand can be played, for all that its holder knows.
#[inline]
pub fn playable(t: &Tables, side: Side, common: &Common, own: &Private, card: CardId) -> bool {
    Eyes::of(t, common, own, side).see(t.card(side, card).when)
}

/// Whether enough is clear, and nothing stands in the way, to sign.
#[inline]
pub fn signable(t: &Tables, common: &Common) -> bool {
    let clauses = &common.clauses;
    common.precondition.0 == [false, false]
        && clauses.vague().is_empty()
        && clauses.clear().len() as i32
            >= t.constants
                .clauses_to_sign
                .min(clauses.agenda().len() as i32)
}

/// Whether there is still a round in which a walk-out or a withdrawal could be answered.
#[inline]
fn may_leave(t: &Tables, common: &Common) -> bool {
    common.round < common.rounds || t.constants.late_exits == 1
}

/// The clauses that each of [`ON_CLAUSE`] may concern.
#[inline]
fn on_clause(t: &Tables, common: &Common, own: &Private, side: Side, here: bool) -> u64 {
    let (clauses, them) = (&common.clauses, side.other());
    let in_room = |set: ClauseSet| if here { set } else { ClauseSet::EMPTY };
    let sets = [
        clauses.offered_back(them) | in_room(clauses.open()),
        in_room(clauses.vague()),
        clauses.offered(side) | clauses.moved(side),
        if may_leave(t, common) {
            clauses.performed(side)
        } else {
            ClauseSet::EMPTY
        },
        in_room(clauses.open() - own.probed),
    ];
    let sets = sets.iter().rev();
    sets.fold(0, |all, set| all << MAX_CLAUSES | u64::from(set.0))
}

/// Which of [`ALONE`] there are for a side that is in the room.
#[inline]
fn alone(t: &Tables, common: &Common, side: Side, desperate: bool) -> u8 {
    let open = !common.clauses.open().is_empty();
    let bargain = desperate && open && common.bargain[side].is_none();
    let accept = open && common.bargain[side.other()].is_some();
    u8::from(common.precondition[side])
        | u8::from(may_leave(t, common)) << 1
        | u8::from(signable(t, common)) << 2
        | if bargain { BARGAIN } else { 0 }
        | u8::from(accept) << 5
}

#[inline]
fn fields(common: &Common, side: Side, desperate: bool) -> u8 {
    let mut set = 0b1_1111;
    if common.grip[side] > 0 {
        set |= Field::Ease.bit();
    }
    if desperate {
        set |= Field::AllOut.bit();
    }
    set
}

#[inline]
fn channels(common: &Common, here: bool) -> u8 {
    let mut set = 0;
    if here {
        set |= 1 << Channel::Open as u8;
        if common.patience > 0 {
            set |= 1 << Channel::Mediator as u8;
        }
    }
    if !common.during(Timer::BackShut) {
        set |= 1 << Channel::Back as u8;
    }
    set
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::deal::Length;
    use crate::rules::dice::Stream;
    use crate::rules::outcome::Outcome;
    use crate::rules::side::PerSide;
    use crate::rules::state::{Phase, State};
    use crate::scenario::Scenario;

    /// Plays random games, twice: once with a listener, and once without.
    fn each_round(mut each: impl FnMut(&Tables, &State, &mut Dice)) {
        let t = Scenario::load("gulf").unwrap().tables;
        let mut dice = Dice::new(6, Stream::Batch);
        for seed in 0..200 {
            let (mut heard, mut outcomes) = (Vec::<Outcome>::new(), Vec::<Outcome>::new());
            let mut state = State::deal(&t, seed, Length::Standard, &mut ());
            let mut told = State::deal(&t, seed, Length::Standard, &mut heard);
            while state.ending().is_none() {
                if state.common.phase == Phase::Choices {
                    let given = PerSide([None, None]);
                    state.choose(&t, given, &mut ());
                    told.choose(&t, given, &mut outcomes);
                } else {
                    each(&t, &state, &mut dice);
                    let plans = PerSide::from_fn(|side| {
                        random_plan(&t, side, &state.common, &state.own[side], &mut dice)
                    });
                    state.resolve(&t, plans, &mut ());
                    told.resolve(&t, plans, &mut outcomes);
                }
                assert_eq!(state, told);
            }
        }
    }

    #[test]
    fn a_game_goes_the_same_whether_anybody_listens_or_not() {
        each_round(|_, _, _| ());
    }

    #[test]
    fn a_plan_by_lot_is_legal() {
        each_round(|t, state, dice| {
            for side in Side::BOTH {
                let (common, own) = (&state.common, &state.own[side]);
                let legal = Legal::of(t, side, common, own);
                for _ in 0..8 {
                    assert!(legal.allows(&random_plan(t, side, common, own, dice)));
                }
            }
        });
    }

    #[test]
    fn cards_are_drawn_evenly_from_those_that_can_be_played() {
        let t = Scenario::load("gulf").unwrap().tables;
        let state = State::deal(&t, 3, Length::Standard, &mut ());
        let (common, own) = (&state.common, &state.own[Side::Presser]);
        let cards: Vec<CardId> = Legal::of(&t, Side::Presser, common, own).cards().collect();
        let mut dice = Dice::new(7, Stream::Batch);
        let mut drawn = [0; HAND + 1];
        for _ in 0..10_000 {
            let plan = random_plan(&t, Side::Presser, common, own, &mut dice);
            let place = cards.iter().position(|&card| Some(card) == plan.card);
            drawn[place.unwrap_or(HAND)] += 1;
        }
        let fair = 10_000 / (cards.len() + 1);
        let even = |&n: &usize| n.abs_diff(fair) < 250;
        assert!(
            drawn[..cards.len()].iter().all(even) && even(&drawn[HAND]),
            "{drawn:?}"
        );
    }
}
