//! What a batch of games comes to.

use super::counts::Counts;
use super::game::{Played, points};
use super::named::Named;
use crate::rules::ending::{Class, EndingKind};
use crate::rules::meter::{Gauge, Meter, Tenths};
use crate::rules::plan::{CardId, Field, Say, TableKind};
use crate::rules::side::{PerSide, Side};
use crate::rules::tables::Tables;
use crate::scenario::notation::{self, NO_CARD};
use crate::scenario::{BySide, Scenario, Text};
use crate::statistics::{Spread, count, round};
use serde::Serialize;
use std::collections::BTreeMap;

/// A batch, summed up. The field order is that of the JSON form.
#[derive(Clone, Debug, Serialize)]
pub struct Summary {
    /// The scenario's id.
    pub scenario: String,
    /// How many games.
    pub games: u32,
    /// The batch's seed.
    pub seed: u64,
    /// The rules' version.
    pub rules: &'static str,
    /// Who played, by side.
    pub players: BySide<String>,
    /// How many games ended in each of the three futures.
    pub endings: Named,
    /// The same by kind of ending.
    pub kinds: Named,
    /// Mission scores, by side.
    pub score: BySide<Spread>,
    /// How often each decision was taken, by both sides together.
    pub decisions: Decisions,
    /// Incidents in a game, on average.
    pub incidents_per_game: f64,
    /// Games in which a side was cornered, and in which none was.
    pub cornered: Cornered,
    /// Wall time.
    pub seconds: f64,
    /// Rounds played in all.
    pub rounds: u64,
    /// In how many rounds each decision could have been taken.
    pub legal: Decisions,
    /// The decisions of each side.
    pub by_side: BySide<Decisions>,
    /// Where the meters stood at the end, on average, in points.
    pub meters: Meters,
    /// Clauses in force at the end, on average, and how many of them in clear words.
    pub in_force: [f64; 2],
    /// Clauses agreed in the course of a game, on average.
    pub agreed_per_game: f64,
    /// Vague texts that broke in the course of a game, on average.
    pub broke_per_game: f64,
    /// Treaties that both signed and a capital refused.
    pub refused: u32,
    /// How many games each side conceded first in, and in how many nobody conceded.
    pub moved_first: Named,
    /// How often each objective was dealt and met, by side.
    pub objectives: BySide<BTreeMap<String, [u32; 2]>>,
    /// In how many games each side decided nothing any more.
    pub forfeits: Named,
}

/// How often each decision was taken, or could have been.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Decisions {
    /// Statements.
    pub say: Named,
    /// Decisions at the table.
    pub table: Named,
    /// Acts in the field.
    pub field: Named,
    /// Cards.
    pub card: Named,
}

/// What became of games with a cornered side and without.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Cornered {
    /// At least one side was cornered at some time.
    pub yes: Future,
    /// None ever was.
    pub no: Future,
}

/// How many games went on as before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Future {
    /// All of them.
    pub games: u32,
    /// Those that ended in continuation.
    pub continuation: u32,
}

/// Mean meters at the end, in points.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Meters {
    /// Tension.
    pub tension: f64,
    /// Fog.
    pub fog: f64,
    /// Hope.
    pub hope: f64,
    /// The price gauge.
    pub price: f64,
    /// Pressure, Face, Strain, Strength and Trust, by side.
    pub sides: BySide<[f64; 5]>,
}

/// What the summary says beside the games.
#[derive(Clone, Debug)]
pub struct About {
    /// The names of the players.
    pub players: PerSide<String>,
    /// The batch's seed.
    pub seed: u64,
    /// Wall time in seconds.
    pub seconds: f64,
}

impl Summary {
    /// Sums up the games of a batch.
    pub fn of(scenario: &Scenario, games: &[Played], about: &About) -> Self {
        let Scenario {
            tables: t, text, ..
        } = scenario;
        let name = |side: Side| text.side(side).id.clone();
        let by_side = |side: Side| games.iter().map(move |game| &game.counts[side]);
        let both = || by_side(Side::Presser).chain(by_side(Side::Holder));
        let per_game = |sum: u32| round(f64::from(sum) / count(games.len().max(1)));
        let total = |count: fn(&Played) -> u32| games.iter().map(count).sum::<u32>();
        let first = |side| games.iter().filter(|g| g.last.common.first == side).count() as u32;
        Self {
            scenario: scenario.id.clone(),
            games: games.len() as u32,
            seed: about.seed,
            rules: RULES,
            players: BySide::of(text, |side| about.players[side].clone()),
            endings: futures(games.iter().map(|g| g.ending.class())),
            kinds: Named::of(EndingKind::ALL.map(|kind| {
                let so = games.iter().filter(|g| g.ending.kind() == kind);
                (kind_word(kind), so.count() as u32)
            })),
            score: BySide::of(text, |side| {
                Spread::of(games.iter().map(|g| g.points(side)))
            }),
            decisions: taken(both()).with_cards(cards(text, t, games, &Side::BOTH, taken_cards)),
            incidents_per_game: per_game(total(|g| u32::from(g.last.common.incidents))),
            cornered: Cornered {
                yes: Future::of(games, true),
                no: Future::of(games, false),
            },
            seconds: round(about.seconds),
            rounds: u64::from(total(|g| g.rounds)),
            legal: possible(both()).with_cards(cards(text, t, games, &Side::BOTH, legal_cards)),
            by_side: BySide::of(text, |side| {
                let cards = cards(text, t, games, &[side], taken_cards);
                taken(by_side(side)).with_cards(cards)
            }),
            meters: Meters::of(t, text, games),
            in_force: [
                per_game(total(|g| u32::from(g.last.common.agreed().0))),
                per_game(total(|g| u32::from(g.last.common.agreed().1))),
            ],
            agreed_per_game: per_game(total(|g| g.agreed)),
            broke_per_game: per_game(total(|g| g.broke)),
            refused: total(|g| g.refused),
            moved_first: Named::of([
                (name(Side::Presser), first(Some(Side::Presser))),
                (name(Side::Holder), first(Some(Side::Holder))),
                ("nobody".into(), first(None)),
            ]),
            objectives: BySide::of(text, |side| objectives(text, games, side)),
            forfeits: Named::of(Side::BOTH.map(|side| {
                let forfeited = games.iter().filter(|g| g.forfeits[side].is_some());
                (name(side), forfeited.count() as u32)
            })),
        }
    }
}

/// The version of the rules by which games are played.
const RULES: &str = env!("CARGO_PKG_VERSION");

/// How many games ended in each of the three futures.
pub(super) fn futures(endings: impl Iterator<Item = Class>) -> Named {
    let endings: Vec<Class> = endings.collect();
    Named::of(Class::ALL.map(|class| {
        let so = endings.iter().filter(|ending| **ending == class);
        (class_word(class), so.count() as u32)
    }))
}

/// The word for one of the three futures.
pub(super) const fn class_word(class: Class) -> &'static str {
    match class {
        Class::Comprehensive => "comprehensive",
        Class::War => "war",
        Class::Continuation => "continuation",
    }
}

/// The word for a kind of ending.
pub(super) const fn kind_word(kind: EndingKind) -> &'static str {
    match kind {
        EndingKind::Comprehensive => "comprehensive",
        EndingKind::PaperPeace => "paper_peace",
        EndingKind::War => "war",
        EndingKind::Escalation => "escalation",
        EndingKind::Collapse => "collapse",
        EndingKind::Recall => "recall",
        EndingKind::Interim => "interim",
        EndingKind::Frozen => "frozen",
    }
}

/// Adds up counts, place by place.
fn add<'a, const N: usize>(rows: impl Iterator<Item = &'a [u32; N]>) -> [u32; N] {
    rows.fold([0; N], |mut sum, row| {
        sum.iter_mut().zip(row).for_each(|(s, n)| *s += n);
        sum
    })
}

fn decisions(say: [u32; 5], table: [u32; 12], field: [u32; 7]) -> Decisions {
    Decisions {
        say: Named::of(Say::ALL.map(|s| (notation::write_say(s), say[s as usize]))),
        table: Named::of(
            TableKind::ALL.map(|k| (notation::write_table_kind(k), table[k as usize])),
        ),
        field: Named::of(Field::ALL.map(|f| (notation::write_field(f), field[f as usize]))),
        card: Named::default(),
    }
}

fn taken<'a>(counts: impl Iterator<Item = &'a Counts> + Clone) -> Decisions {
    decisions(
        add(counts.clone().map(|c| &c.say)),
        add(counts.clone().map(|c| &c.table)),
        add(counts.map(|c| &c.field)),
    )
}

fn possible<'a>(counts: impl Iterator<Item = &'a Counts> + Clone) -> Decisions {
    let plans = counts.clone().map(|c| c.plans).sum();
    decisions(
        [plans; 5],
        add(counts.clone().map(|c| &c.table_legal)),
        add(counts.map(|c| &c.field_legal)),
    )
}

impl Decisions {
    fn with_cards(mut self, card: Named) -> Self {
        self.card = card;
        self
    }
}

/// How often a card was played in a game, or playing none was chosen.
fn taken_cards(counts: &Counts, card: Option<CardId>) -> u32 {
    match card {
        Some(card) => (counts.cards >> card.0 & 1) as u32,
        None => counts.plans - counts.cards.count_ones(),
    }
}

/// In how many rounds of a game a card could have been played.
fn legal_cards(counts: &Counts, card: Option<CardId>) -> u32 {
    let each = |card: CardId| counts.each_card_legal.get(usize::from(card.0));
    card.map_or(counts.plans, |card| each(card).map_or(0, |&n| u32::from(n)))
}

fn cards(
    text: &Text,
    t: &Tables,
    games: &[Played],
    sides: &[Side],
    count: fn(&Counts, Option<CardId>) -> u32,
) -> Named {
    let sum = |side: Side, card| {
        games
            .iter()
            .map(|g| count(&g.counts[side], card))
            .sum::<u32>()
    };
    let none = sides.iter().map(|&side| sum(side, None)).sum();
    let each = sides.iter().flat_map(|&side| {
        (0..t.sides[side].cards.len() as u8).map(move |n| {
            let card = CardId(n);
            (text.card(side, card).id.clone(), sum(side, Some(card)))
        })
    });
    Named::of([(NO_CARD.to_owned(), none)].into_iter().chain(each))
}

impl Future {
    fn of(games: &[Played], cornered: bool) -> Self {
        let such = || {
            games
                .iter()
                .filter(|g| (g.cornered.0 != [false; 2]) == cornered)
        };
        Self {
            games: such().count() as u32,
            continuation: such()
                .filter(|g| g.ending.class() == Class::Continuation)
                .count() as u32,
        }
    }
}

impl Meters {
    fn of(t: &Tables, text: &Text, games: &[Played]) -> Self {
        let n = count(games.len().max(1));
        let mean = |value: &dyn Fn(&Played) -> Tenths| {
            round(games.iter().map(|g| points(value(g))).sum::<f64>() / n)
        };
        Self {
            tension: mean(&|g| g.last.common.tension),
            fog: mean(&|g| g.last.common.fog),
            hope: mean(&|g| g.last.common.hope),
            price: mean(&|g| g.last.common.price(&t.constants)),
            sides: BySide::of(text, |side| {
                Gauge::ALL.map(|gauge| mean(&|g| g.last.meter(Meter::Of(side, gauge))))
            }),
        }
    }
}

/// How often each objective of a side was dealt, and how often it was then met.
fn objectives(text: &Text, games: &[Played], side: Side) -> BTreeMap<String, [u32; 2]> {
    let mut all = BTreeMap::new();
    for (n, objective) in text.side(side).objectives.iter().enumerate() {
        let mut dealt = [0, 0];
        for game in games {
            let held = game.last.own[side].objectives;
            if let Some(at) = held.iter().position(|&o| usize::from(o) == n) {
                dealt[0] += 1;
                dealt[1] += u32::from(game.scores[side].objectives[at].get() > 0);
            }
        }
        all.insert(objective.id.clone(), dealt);
    }
    all
}
