//! The numbers and names that the words of a step may stand on: nothing that the player may
//! not know.

use super::step::Whose;
use super::{Place, Scene};
use crate::narrate::{Narrator, points, signed};
use crate::rules::meter::{Gauge, Meter, Tenths};
use crate::rules::odds;
use crate::rules::outcome::{Cause, Outcome};
use crate::rules::plan::Field;

/// Every value by name.
pub(super) fn values(scene: &Scene<'_>, n: &Narrator<'_>) -> Vec<(&'static str, String)> {
    let (view, t) = (&scene.view, &scene.session.scenario().tables);
    let (c, k) = (&view.common, &t.constants);
    let (own, other) = (scene.side(Whose::Own), scene.side(Whose::Other));
    let of = |gauge| Meter::Of(own, gauge);
    let by = |meter| signed(moved(scene, meter, |_| true));
    let agreed = |cause| matches!(cause, Cause::Agreement(_) | Cause::Bargain);
    let clause_keeps = |id: &str| {
        let id = n.scenario.text.read_clause(id);
        id.map_or(0, |id| t.clauses[id.index()].reversible)
    };
    let pressure = &view.other.pressure;
    let scores = scene.session.scores();
    let score = |side| {
        scores
            .as_ref()
            .map_or(Tenths::ZERO, |both| both[side].total)
    };
    let mut values = vec![
        ("capital", n.capital(own).to_owned()),
        ("them", n.capital(other).to_owned()),
        ("rounds", c.rounds.to_string()),
        ("tension", c.tension.whole().to_string()),
        ("fog", c.fog.whole().to_string()),
        ("hope", c.hope.whole().to_string()),
        ("pressure", view.own.pressure.whole().to_string()),
        ("face", c.face[own].whole().to_string()),
        ("their_face", c.face[other].whole().to_string()),
        ("low", pressure.low.whole().to_string()),
        ("high", pressure.high.whole().to_string()),
        ("tension_by", by(Meter::Tension)),
        ("fog_by", by(Meter::Fog)),
        ("hope_by", by(Meter::Hope)),
        ("pressure_by", by(of(Gauge::Pressure))),
        ("face_by", by(of(Gauge::Face))),
        ("their_face_by", by(Meter::Of(other, Gauge::Face))),
        ("deal_face", signed(moved(scene, of(Gauge::Face), agreed))),
        (
            "deal_pressure",
            signed(moved(scene, of(Gauge::Pressure), agreed)),
        ),
        ("recall", points(k.recall_pressure)),
        ("cornered", points(k.cornered_pressure)),
        ("first", points(Tenths::of(k.first_mover / 10))),
        ("stockpile_back", clause_keeps("stockpile").to_string()),
        ("sanctions_back", clause_keeps("sanctions").to_string()),
        ("exposed", percent(odds::seen(k, c, Field::Covert))),
        ("escalation", percent(odds::escalation(k, c))),
        ("threshold", points(k.escalation_threshold)),
        ("needed", k.clauses_to_sign.to_string()),
        ("interim", k.interim_clauses.to_string()),
        ("in_force", c.agreed().0.to_string()),
        ("score", points(score(own))),
        ("their_score", points(score(other))),
        (
            "ending",
            scene
                .session
                .ending()
                .map_or_else(String::new, |e| n.ending(e)),
        ),
        ("my_say", String::new()),
        ("their_say", String::new()),
        ("my_act", String::new()),
        ("their_act", String::new()),
    ];
    let mut put = |name: &str, value: &str| {
        if let Some(place) = values.iter_mut().find(|(of, _)| *of == name) {
            value.clone_into(&mut place.1);
        }
    };
    for outcome in scene.told() {
        match *outcome {
            Outcome::Said(side, say) => {
                let name = if side == own { "my_say" } else { "their_say" };
                put(name, n.statement(say));
            }
            Outcome::Acted { side, field, .. } if side == own => put("my_act", n.act(side, field)),
            // What was not seen was taken for holding fire.
            Outcome::Acted { side, field, seen } => {
                let field = if seen { field } else { Field::HoldFire };
                put("their_act", n.act(side, field));
            }
            _ => {}
        }
    }
    values
}

/// By how much a meter moved in the round that is told, by some causes: where its plans are
/// told, by them and not by its news.
fn moved(scene: &Scene<'_>, meter: Meter, by: impl Fn(Cause) -> bool) -> Tenths {
    let plans = scene.place == Place::Reveal;
    let told = scene.told();
    let told = told.skip_while(|outcome| plans && !outcome.opens_plans());
    let changes = told.filter_map(|outcome| match outcome {
        Outcome::Change(change) if change.meter == meter && by(change.cause) => Some(change),
        _ => None,
    });
    changes.fold(Tenths::ZERO, |sum, change| sum + (change.to - change.from))
}

/// A chance per mille in whole percent.
fn percent(per_mille: i32) -> String {
    ((per_mille + 5) / 10).to_string()
}
