//! How often each kind of decision was taken, and how often it could have been.

use crate::rules::legal::Legal;
use crate::rules::plan::{Field, Plan, Say, Table, TableKind, Terms};
use crate::rules::tables::{MAX_CARDS, Tables};

/// One side's decisions over a game, by kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Statements, in the order of [`Say::ALL`].
    pub say: [u32; Say::ALL.len()],
    /// Decisions at the table, in the order of [`TableKind::ALL`].
    pub table: [u32; TableKind::ALL.len()],
    /// Acts in the field, in the order of [`Field::ALL`].
    pub field: [u32; Field::ALL.len()],
    /// Cards played, a bit each: a card is played once a game.
    pub cards: u64,
    /// Plans made.
    pub plans: u32,
    /// Rounds in which each kind of decision at the table was legal.
    pub table_legal: [u32; TableKind::ALL.len()],
    /// Rounds in which each act in the field was.
    pub field_legal: [u32; Field::ALL.len()],
    /// Rounds in which some card was.
    pub card_legal: u32,
    /// Rounds in which each card was, by its number.
    pub each_card_legal: Vec<u8>,
}

impl Counts {
    /// Notes what was decided and what could have been.
    pub fn note(&mut self, t: &Tables, legal: &Legal, plan: &Plan) {
        self.plans += 1;
        self.say[plan.say as usize] += 1;
        self.table[plan.table.kind() as usize] += 1;
        self.field[plan.field as usize] += 1;
        if let Some(card) = plan.card {
            self.cards |= 1 << card.0;
        }
        for (kind, count) in TableKind::ALL.into_iter().zip(&mut self.table_legal) {
            *count += u32::from(is_legal(t, legal, kind));
        }
        for (field, count) in Field::ALL.into_iter().zip(&mut self.field_legal) {
            *count += u32::from(legal.allows_field(field));
        }
        self.each_card_legal.resize(MAX_CARDS, 0);
        for card in legal.cards() {
            self.each_card_legal[usize::from(card.0)] += 1;
        }
        self.card_legal += u32::from(legal.cards().next().is_some());
    }
}

fn is_legal(t: &Tables, legal: &Legal, kind: TableKind) -> bool {
    let some = |about: fn(crate::rules::clause::ClauseId) -> Table| {
        t.clause_ids().any(|id| legal.allows_table(about(id)))
    };
    match kind {
        TableKind::Hold => true,
        TableKind::Offer => {
            legal.channels().next().is_some()
                && t.clause_ids().any(|id| legal.levels(id).next().is_some())
        }
        TableKind::Accept => some(Table::Accept),
        TableKind::Clarify => some(Table::Clarify),
        TableKind::Harden => some(Table::Harden),
        TableKind::Withdraw => some(Table::Withdraw),
        TableKind::Probe => some(Table::Probe),
        TableKind::Waive => legal.allows_table(Table::Waive),
        TableKind::WalkOut => legal.allows_table(Table::WalkOut),
        TableKind::Sign => legal.allows_table(Table::Sign),
        TableKind::Bargain => legal.allows_table(Table::Bargain(Terms::Halfway)),
        TableKind::AcceptBargain => legal.allows_table(Table::AcceptBargain),
    }
}
