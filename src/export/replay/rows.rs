//! The rounds of a game as rows: the deal is row 0, and each other row tells a round's
//! decisions and how things stood at its close, with the news of the next.

use super::Told;
use crate::narrate::Key;
use crate::rules::clause::Status;
use crate::rules::meter::{Gauge, Meter, Tenths};
use crate::rules::side::{PerSide, Side};
use crate::rules::state::State;
use crate::scenario::notation::PlanWords;
use crate::theatre::{Kind, Moment};
use serde::Serialize;

/// One round.
pub(super) struct Row {
    /// Which; 0 is the deal.
    pub round: u8,
    /// The event of its news, by its id.
    pub event: Option<String>,
    /// The answers to it, by their ids, as far as they are known.
    pub choices: PerSide<Option<String>>,
    /// The plans in the scenario's notation, as far as they are known.
    pub plans: PerSide<Option<PlanWords>>,
    /// What chance made of them, as the log has it.
    pub chance: Option<String>,
    /// The meters that both know, and the price.
    pub shared: Vec<(&'static str, f64)>,
    /// Each side's own meters; nothing for one that is not known.
    pub own: PerSide<Vec<(&'static str, Option<f64>)>>,
    /// The clauses in force.
    pub agreed: Vec<Agreed>,
    /// Incidents so far.
    pub incidents: u8,
    /// How it ended, in the last row of a game that is over.
    pub ending: Option<&'static str>,
    /// What readers have noted.
    pub notes: Vec<String>,
}

/// A clause in force.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Agreed {
    /// Which, by its id.
    pub clause: String,
    /// At which level.
    pub level: u8,
    /// `vague` or `clear`.
    pub status: &'static str,
}

/// Every round.
pub(super) fn rows(told: &Told) -> Vec<Row> {
    let rounds = told.recording.rounds().iter();
    let mut rows = vec![told.deal()];
    rows.extend(rounds.map(|round| told.row(round.moments.end - 1)));
    rows
}

impl Told<'_> {
    fn deal(&self) -> Row {
        let moment = &self.recording.moments()[0];
        self.standing(0, &moment.state, std::slice::from_ref(moment))
    }

    fn row(&self, close: usize) -> Row {
        let scene = self.recording.scene(close, self.vantage);
        let text = &self.n.text;
        let log: Vec<Moment> = scene.log.to_vec();
        let after_deal = log.iter().position(|moment| moment.kind() != Kind::Deal);
        let mut row = self.standing(scene.round, scene.state, &log[after_deal.unwrap_or(0)..]);
        row.event = scene.event.map(|event| text.write_event(event).to_owned());
        row.choices = PerSide::from_fn(|side| {
            let choice = scene.event.zip(scene.choices[side]);
            choice.map(|(event, choice)| text.write_choice(event, choice).to_owned())
        });
        row.plans = PerSide::from_fn(|side: Side| {
            scene.plans[side].map(|plan| text.write_plan(side, &plan))
        });
        row
    }

    /// How things stand in a state.
    fn standing(&self, round: u8, state: &State, log: &[Moment]) -> Row {
        let points = |tenths: Tenths| f64::from(tenths.get()) / 10.0;
        let c = &state.common;
        let t = &self.n.scenario.tables;
        let own = |side: Side| {
            let value = |gauge: Gauge| {
                let known = gauge == Gauge::Face || self.vantage.knows(side);
                let value = known.then(|| points(state.meter(Meter::Of(side, gauge))));
                (gauge.key(), value)
            };
            Gauge::ALL.map(value).to_vec()
        };
        let chance = (log.iter().rev()).find(|moment| moment.who.side().is_none());
        Row {
            round,
            event: None,
            choices: PerSide([None, None]),
            plans: PerSide([None, None]),
            chance: chance.map(|moment| moment.what.clone()),
            shared: vec![
                ("tension", points(c.tension)),
                ("fog", points(c.fog)),
                ("hope", points(c.hope)),
                ("price", points(c.price(&t.constants))),
            ],
            own: PerSide::from_fn(own),
            agreed: (t.clause_ids())
                .filter(|&id| c.clause(id).status != Status::Open)
                .map(|id| Agreed {
                    clause: self.n.text.clause(id).id.clone(),
                    level: c.clause(id).level.0,
                    status: c.clause(id).status.key(),
                })
                .collect(),
            incidents: c.incidents,
            ending: state.ending().map(|ending| ending.kind().key()),
            notes: log
                .iter()
                .filter_map(|moment| moment.note.clone())
                .collect(),
        }
    }
}
