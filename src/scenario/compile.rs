//! The sources of a scenario into the flat tables of the rules and the texts by number.
//! What refers to something is resolved here; `check.rs` looks at the rest.

use super::agenda::Agenda;
use super::constants;
use super::decode::{List, Map};
use super::fault::Faults;
use super::lower::{Acting, Lowering};
use super::number::Percent;
use super::source::{self, Asks as AsksSource, Words};
use super::text::{self, Text};
use crate::rules::clause::{Level, MAX_CLAUSES};
use crate::rules::side::{PerSide, Side};
use crate::rules::tables::{
    Asks, Card, ClauseTable, Event, MAX_CHOICES, Mood, Objective, RedLineTable, SideTable, Tables,
    Together,
};

/// The files of a scenario after reading.
pub struct Sources<'s> {
    /// The scenario itself.
    pub scenario: &'s source::Scenario,
    /// The shared deck.
    pub events: &'s List<source::Event>,
    /// The decks of the sides.
    pub cards: &'s PerSide<List<source::Card>>,
}

/// Compiles all. The result is of use only if nothing was reported as an error.
pub fn compile(sources: &Sources<'_>, agenda: &Agenda, faults: &mut Faults) -> (Tables, Text) {
    let scenario = sources.scenario;
    let constants = constants::read(&scenario.rules, faults);
    let mut lowering = Lowering::new(agenda, faults);
    let clauses = scenario
        .clauses
        .iter()
        .take(MAX_CLAUSES)
        .map(|c| clause(c, &mut lowering));
    let tables = Tables {
        constants,
        clauses: clauses.collect(),
        sides: PerSide::from_fn(|s| side(scenario.side(s), &sources.cards[s], &mut lowering)),
        events: sources
            .events
            .iter()
            .map(|e| event(e, &mut lowering))
            .collect(),
        ops: std::mem::take(&mut lowering.ops),
        tests: std::mem::take(&mut lowering.tests),
    };
    let text = Text {
        title: text::folded(&scenario.title),
        summary: text::folded(&scenario.summary),
        frozen: text::folded(&scenario.frozen),
        price: text::folded(&scenario.price.name),
        price_unit: text::folded(&scenario.price.unit),
        clauses: scenario.clauses.iter().map(text::clause).collect(),
        sides: PerSide::from_fn(|s| text::side(scenario.side(s), &sources.cards[s])),
        events: sources.events.iter().map(text::event).collect(),
        words: text::words(&scenario.words),
        notes: text::folded(&scenario.notes),
    };
    (tables, text)
}

fn clause(source: &source::Clause, lowering: &mut Lowering<'_>) -> ClauseTable {
    ClauseTable {
        quo: source.status_quo.value.0.clamp(0, 40) as u8,
        reversible: source.reversible.0 as u8,
        in_force: lowering.effects(&source.in_force, Acting::Side),
        on_agenda: source.on_agenda,
    }
}

fn side(
    source: &source::Side,
    cards: &List<source::Card>,
    lowering: &mut Lowering<'_>,
) -> SideTable {
    let start = &source.start;
    SideTable {
        start: [
            &start.pressure,
            &start.face,
            &start.strain,
            &start.strength,
            &start.trust,
        ]
        .map(|points| points.value.0),
        grip: source.grip.value.0 as u8,
        recovery: source.recovery.value.0,
        price_burden: source.price_burden.value.0 as i16,
        enforced_by: lowering.agenda.find(&source.enforced_by, lowering.faults),
        profile: mood(&source.profile, 0, 0, lowering),
        moods: source
            .moods
            .iter()
            .map(|m| {
                mood(
                    &m.weights,
                    m.rivalry.0 as i16,
                    m.share.value.0 as u8,
                    lowering,
                )
            })
            .collect(),
        red_lines: source
            .red_lines
            .iter()
            .map(|line| RedLineTable {
                clause: lowering.agenda.find(&line.clause, lowering.faults),
                strict: Level(line.strict.value.0 as u8),
                mild: Level(line.mild.value.0 as u8),
            })
            .collect(),
        objectives: source
            .objectives
            .iter()
            .map(|objective| Objective {
                met: lowering.conditions(&objective.met, Acting::Side),
                reward: objective.reward.0,
                penalty: objective.penalty.0,
            })
            .collect(),
        cards: cards
            .iter()
            .map(|card| Card {
                when: lowering.conditions(&card.when, Acting::Side),
                ops: lowering.effects(&card.effects, Acting::Side),
            })
            .collect(),
    }
}

fn mood(source: &Map<Percent>, rivalry: i16, share: u8, lowering: &mut Lowering<'_>) -> Mood {
    let mut mood = Mood {
        weights: [0; MAX_CLAUSES],
        salience: [0; MAX_CLAUSES],
        rivalry,
        share,
    };
    for (name, weight) in &source.entries {
        let clause = lowering.agenda.find(name, lowering.faults);
        mood.weights[clause.index()] = weight.value.0 as i16;
        mood.salience[clause.index()] = salience(weight.value.0);
    }
    mood
}

/// The square root of a weight over 12.5, the mean of eight clauses, in per mille.
pub fn salience(weight: i32) -> i16 {
    let square = weight.max(0) as u32 * 80_000;
    let root = square.isqrt();
    // Rounded up when nearer to the next root: (root + 1/2)^2 lies root above root^2.
    (root + u32::from(square - root * root > root)) as i16
}

fn event(source: &source::Event, lowering: &mut Lowering<'_>) -> Event {
    let when = lowering.conditions(&source.when, Acting::Nobody);
    let ops = lowering.effects(&source.effects, Acting::Nobody);
    let choices = source
        .choices
        .iter()
        .map(|c| lowering.effects(&c.effects, Acting::Side));
    let choices = choices.collect();
    let together = source
        .together
        .iter()
        .map(|pair| Together {
            answers: PerSide([
                answer(&pair.presser, source, lowering.faults),
                answer(&pair.holder, source, lowering.faults),
            ]),
            ops: lowering.effects(&pair.effects, Acting::Nobody),
        })
        .collect();
    let asks = match source.asks.value {
        AsksSource::Nobody => Asks::Nobody,
        AsksSource::Presser => Asks::One(Side::Presser),
        AsksSource::Holder => Asks::One(Side::Holder),
        AsksSource::Both => Asks::Both,
    };
    Event {
        kind: source.kind,
        when,
        ops,
        asks,
        choices,
        together,
    }
}

fn answer(name: &Words, event: &source::Event, faults: &mut Faults) -> u8 {
    let ids = event
        .choices
        .iter()
        .take(MAX_CHOICES)
        .map(|choice| choice.id.value.as_str());
    if let Some(at) = ids.clone().position(|id| id == name.value) {
        return at as u8;
    }
    if !event
        .choices
        .lost
        .iter()
        .flatten()
        .any(|lost| *lost == name.value)
    {
        faults.unknown(name.place, "choice", name, ids);
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn salience_is_one_at_the_mean_weight_and_grows_with_the_root() {
        assert_eq!(salience(0), 0);
        assert_eq!(salience(50), 2000);
        for weight in 1..=100 {
            let exact = (f64::from(weight) / 12.5).sqrt() * 1000.0;
            assert_eq!(salience(weight), exact.round() as i16, "weight {weight}");
        }
    }
}
