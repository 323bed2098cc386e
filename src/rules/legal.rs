//! The one source of legal decisions, for the interface, negotiators, bots and tests.
//!
//! It reads only what the deciding side knows, so equal views give equal lists.
//! The offers, which are many, are kept as sets of bits and counted, not listed.

use super::clause::{Channel, Clause, ClauseId, ClauseSet, Level, MAX_CLAUSES, Status, Wording};
use super::dice::Dice;
use super::effect::holds_known;
use super::plan::{CardId, Field, Offer, Plan, Say, Table, Terms};
use super::side::Side;
use super::state::{Common, HAND, Private};
use super::tables::Tables;
use super::vocabulary::Timer;

/// Makes the decision at the table that concerns a clause.
type OnClause = fn(ClauseId) -> Table;

/// What a side may decide this round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Legal {
    fields: u8,
    cards: [Option<CardId>; HAND],
    levels: [u8; MAX_CLAUSES],
    channels: u8,
    accept: ClauseSet,
    clarify: ClauseSet,
    harden: ClauseSet,
    withdraw: ClauseSet,
    probe: ClauseSet,
    waive: bool,
    walk_out: bool,
    sign: bool,
    bargain: bool,
    accept_bargain: bool,
    offers: u16,
    count: u16,
}

impl Legal {
    /// What `side` may decide, from what it knows.
    pub fn of(t: &Tables, side: Side, common: &Common, own: &Private) -> Self {
        let desperate = own.cornered && !own.desperate_spent;
        let mut legal = Self {
            fields: fields(common, side, desperate),
            cards: [None; HAND],
            levels: [0; MAX_CLAUSES],
            channels: channels(common, side),
            accept: ClauseSet::EMPTY,
            clarify: ClauseSet::EMPTY,
            harden: ClauseSet::EMPTY,
            withdraw: ClauseSet::EMPTY,
            probe: ClauseSet::EMPTY,
            waive: false,
            walk_out: false,
            sign: false,
            bargain: false,
            accept_bargain: false,
            offers: 0,
            count: 1,
        };
        for (slot, card) in legal.cards.iter_mut().zip(own.hand) {
            *slot = card.filter(|&id| playable(t, side, common, own, id));
        }
        let present = common.away[side] == 0;
        let (mut agenda, mut agreed, mut clear) = (0, 0, 0);
        for (index, (table, clause)) in t.clauses.iter().zip(&common.clauses).enumerate() {
            if table.on_agenda {
                agenda += 1;
                agreed += u8::from(clause.agreed());
                clear += u8::from(clause.status == Status::Clear);
                legal.clause(own, side, ClauseId(index as u8), clause, present);
            }
        }
        if present {
            let open = agreed < agenda;
            legal.waive = common.precondition[side];
            legal.walk_out = true;
            legal.sign = is_ripe(t, common, agenda, agreed, clear);
            legal.bargain = desperate && open && common.bargain[side].is_none();
            legal.accept_bargain = open && common.bargain[side.other()].is_some();
        }
        let levels: u32 = legal.levels.iter().map(|m| m.count_ones()).sum();
        legal.offers = (levels * 2 * legal.channels.count_ones()) as u16;
        let sets = [
            legal.accept,
            legal.clarify,
            legal.harden,
            legal.withdraw,
            legal.probe,
        ];
        legal.count = 1
            + legal.offers
            + sets.iter().map(|s| s.len() as u16).sum::<u16>()
            + u16::from(legal.waive)
            + u16::from(legal.walk_out)
            + u16::from(legal.sign)
            + 2 * u16::from(legal.bargain)
            + u16::from(legal.accept_bargain);
        legal
    }

    #[inline]
    fn clause(&mut self, own: &Private, side: Side, id: ClauseId, clause: &Clause, here: bool) {
        if clause.status != Status::Open {
            if here && clause.status == Status::Vague {
                self.clarify.insert(id);
            }
            if clause.performer().is_none_or(|performer| performer == side) {
                self.withdraw.insert(id);
            }
            return;
        }
        if clause.standing[side.other()].is_some_and(|offer| here || offer.is_back()) {
            self.accept.insert(id);
        }
        self.levels[id.index()] = levels(clause, side);
        if clause.standing[side].is_some() || clause.position[side] != Level::ideal(side) {
            self.harden.insert(id);
        }
        if here && !own.probed.has(id) {
            self.probe.insert(id);
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
        self.cards.into_iter().flatten()
    }

    /// How many decisions the table allows; at least one.
    pub const fn table_count(&self) -> u32 {
        self.count as u32
    }

    /// The decisions at the table, in the order of [`Self::table`].
    pub fn tables(&self) -> impl Iterator<Item = Table> {
        (0..self.table_count()).map(|n| self.table(n))
    }

    /// The `n`-th decision at the table; to hold the line beyond the last.
    pub fn table(&self, n: u32) -> Table {
        let Some(n) = n.checked_sub(1) else {
            return Table::Hold;
        };
        let offers = u32::from(self.offers);
        if n < offers {
            return self.offer(n);
        }
        let mut rest = n - offers;
        for (set, table) in self.on_clauses() {
            if let Some(clause) = set.nth(rest) {
                return table(clause);
            }
            rest -= set.len();
        }
        let alone = [
            (self.waive, Table::Waive),
            (self.walk_out, Table::WalkOut),
            (self.sign, Table::Sign),
            (self.bargain, Table::Bargain(Terms::Halfway)),
            (self.bargain, Table::Bargain(Terms::Theirs)),
            (self.accept_bargain, Table::AcceptBargain),
        ];
        let mut legal = alone
            .into_iter()
            .filter(|(is, _)| *is)
            .map(|(_, table)| table);
        legal.nth(rest as usize).unwrap_or(Table::Hold)
    }

    /// The decisions that need a clause and nothing more, with the clauses they may take.
    fn on_clauses(&self) -> [(ClauseSet, OnClause); 5] {
        [
            (self.accept, Table::Accept),
            (self.clarify, Table::Clarify),
            (self.harden, Table::Harden),
            (self.withdraw, Table::Withdraw),
            (self.probe, Table::Probe),
        ]
    }

    fn offer(&self, n: u32) -> Table {
        let channels = self.channels.count_ones();
        let (mut cell, form) = (n / (2 * channels), n % (2 * channels));
        for (index, &levels) in self.levels.iter().enumerate() {
            let here = levels.count_ones();
            if cell < here {
                let mut mask = levels;
                for _ in 0..cell {
                    mask &= mask - 1;
                }
                let mut channel_mask = self.channels;
                for _ in 0..form % channels {
                    channel_mask &= channel_mask - 1;
                }
                return Table::Offer(Offer {
                    clause: ClauseId(index as u8),
                    level: Level(mask.trailing_zeros() as u8),
                    wording: Wording::ALL[(form / channels) as usize],
                    channel: Channel::ALL[channel_mask.trailing_zeros() as usize],
                });
            }
            cell -= here;
        }
        Table::Hold
    }

    /// Whether an act in the field is allowed.
    pub const fn allows_field(&self, field: Field) -> bool {
        self.fields & field.bit() != 0
    }

    /// Whether a card can be played.
    pub fn allows_card(&self, card: Option<CardId>) -> bool {
        card.is_none() || self.cards.contains(&card)
    }

    /// Whether a decision at the table is allowed.
    pub fn allows_table(&self, table: Table) -> bool {
        match table {
            Table::Hold => true,
            Table::Offer(offer) => {
                offer.level.0 < Level::COUNT
                    && self
                        .levels
                        .get(offer.clause.index())
                        .is_some_and(|levels| levels >> offer.level.0 & 1 == 1)
                    && self.channels >> offer.channel as u8 & 1 == 1
            }
            Table::Accept(c) => self.accept.contains(c),
            Table::Clarify(c) => self.clarify.contains(c),
            Table::Harden(c) => self.harden.contains(c),
            Table::Withdraw(c) => self.withdraw.contains(c),
            Table::Waive => self.waive,
            Table::Probe(c) => self.probe.contains(c),
            Table::WalkOut => self.walk_out,
            Table::Sign => self.sign,
            Table::Bargain(_) => self.bargain,
            Table::AcceptBargain => self.accept_bargain,
        }
    }

    /// Whether a whole plan is allowed.
    pub fn allows(&self, plan: &Plan) -> bool {
        self.allows_field(plan.field)
            && self.allows_card(plan.card)
            && self.allows_table(plan.table)
    }

    /// The channels that are open to the side.
    pub fn channels(&self) -> impl Iterator<Item = Channel> {
        let set = self.channels;
        Channel::ALL
            .into_iter()
            .filter(move |&c| set >> c as u8 & 1 == 1)
    }

    /// The levels that may be offered on a clause.
    pub fn levels(&self, clause: ClauseId) -> impl Iterator<Item = Level> {
        let set = self.levels.get(clause.index()).copied().unwrap_or(0);
        Level::all().filter(move |l| set >> l.0 & 1 == 1)
    }

    /// A plan drawn evenly, factor by factor.
    pub fn random(&self, dice: &mut Dice) -> Plan {
        let say = Say::ALL[dice.below(5) as usize];
        let table = self.table(dice.below(self.table_count()));
        let mut fields = self.fields;
        for _ in 0..dice.below(fields.count_ones()) {
            fields &= fields - 1;
        }
        let field = Field::ALL[fields.trailing_zeros() as usize];
        let playable = self.cards().count() as u32;
        let card = self.cards().nth(dice.below(playable + 1) as usize);
        Plan {
            say,
            table,
            field,
            card,
        }
    }
}

impl ClauseSet {
    #[inline]
    fn contains(self, clause: ClauseId) -> bool {
        clause.index() < MAX_CLAUSES && self.has(clause)
    }
}

/// Whether a card of the hand can be played, for all that its holder knows.
#[inline]
pub fn playable(t: &Tables, side: Side, common: &Common, own: &Private, card: CardId) -> bool {
    holds_known(t, common, own, side, t.card(side, card).when)
}

/// Whether enough is clear, and nothing stands in the way, to sign.
pub fn signable(t: &Tables, common: &Common) -> bool {
    let agenda = t.clauses.iter().filter(|c| c.on_agenda).count() as u8;
    let (agreed, clear) = common.agreed();
    is_ripe(t, common, agenda, agreed, clear)
}

/// The same, counted already.
#[inline]
fn is_ripe(t: &Tables, common: &Common, agenda: u8, agreed: u8, clear: u8) -> bool {
    let needed = t.constants.clauses_to_sign.min(i32::from(agenda));
    i32::from(clear) >= needed && agreed == clear && common.precondition.0 == [false, false]
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
fn channels(common: &Common, side: Side) -> u8 {
    let here = common.away[side] == 0;
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

/// From what the side has already put forward, toward the other, to where the other stands;
/// what the other has put forward itself is accepted, not offered.
#[inline]
fn levels(clause: &Clause, side: Side) -> u8 {
    let own = u32::from(clause.reach(side).0);
    let theirs = u32::from(clause.reach(side.other()).0);
    let standing = u32::from(clause.standing[side.other()].is_some());
    // The bits from `low` up to but not including `end`.
    let (low, end) = match side {
        Side::Presser => (own, theirs + 1 - standing),
        Side::Holder => (theirs + standing, own + 1),
    };
    (((1u32 << end) - 1) & !((1u32 << low) - 1)) as u8
}
