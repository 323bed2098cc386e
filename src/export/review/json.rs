//! A review for other programs: one object. Scores are in mission points; an estimate is a
//! value with the ends of its interval.

use super::About;
use crate::analysis::frontier::Treaty;
use crate::analysis::review::{Chair, Grade, Held, Judged, Mover, Review, Verdict};
use crate::export::by_side::BySide;
use crate::export::pairs::Pairs;
use crate::narrate::Key;
use crate::rules::meter::Tenths;
use crate::rules::plan::Plan;
use crate::rules::side::{PerSide, Side};
use crate::scenario::Scenario;
use crate::simulate::Estimate;
use serde::Serialize;

/// The review as an object.
pub fn json<'a>(about: &'a About<'a>, review: &'a Review) -> impl Serialize + 'a {
    let text = &about.scenario.text;
    let c = &review.last.common;
    Whole {
        scenario: &about.scenario.id,
        title: about.title,
        players: BySide::of(text, |side| about.players[side].clone()),
        round: c.round,
        rounds: c.rounds,
        ending: review.ending.kind().key(),
        simulations: review.simulations,
        thresholds: Pairs(
            Grade::ALL
                .map(|grade| (grade.key().to_owned(), grade.threshold()))
                .to_vec(),
        ),
        score: BySide::of(text, |side| points(review.scores[side])),
        course: course(about.scenario, review),
        seats: (review.seats.iter())
            .map(|chair| seat(about.scenario, review, chair))
            .collect(),
        possible: possible(about.scenario, review),
    }
}

#[derive(Serialize)]
struct Whole<'a> {
    scenario: &'a str,
    title: &'a str,
    players: BySide<String>,
    round: u8,
    rounds: u8,
    ending: &'static str,
    simulations: u32,
    thresholds: Pairs<f64>,
    score: BySide<f64>,
    course: Vec<Stretch>,
    seats: Vec<Seat<'a>>,
    possible: Possible,
}

#[derive(Serialize)]
struct Stretch {
    round: u8,
    plans: BySide<String>,
    worth: BySide<Estimate>,
    moved: BySide<Pairs<Estimate>>,
}

#[derive(Serialize)]
struct Seat<'a> {
    side: &'a str,
    score: f64,
    par: Option<Par>,
    lost: f64,
    grades: Pairs<usize>,
    plans: Vec<Graded>,
    turning_points: Vec<Point>,
}

#[derive(Serialize)]
struct Par {
    score: Estimate,
    games: u32,
    against: String,
}

#[derive(Serialize)]
struct Graded {
    round: u8,
    plan: String,
    grade: Grade,
    known: Judgement,
    hindsight: Judgement,
    belief: Belief,
}

#[derive(Serialize)]
struct Judgement {
    before: Estimate,
    after: Estimate,
    alternative: String,
    instead: Estimate,
    cost: Estimate,
}

/// Chances in per mille, distances in bits.
#[derive(Serialize)]
struct Belief {
    mood: String,
    mood_chance: u32,
    true_mood: String,
    true_mood_chance: u32,
    red_lines: Vec<Suspected>,
    objectives: Vec<Suspected>,
    missed_bits: f32,
    deal_missed_bits: f32,
    foreseen_chance: u32,
}

#[derive(Serialize)]
struct Suspected {
    name: String,
    chance: u32,
    so: bool,
}

#[derive(Serialize)]
struct Point {
    round: u8,
    by: &'static str,
    points: Estimate,
}

#[derive(Serialize)]
struct Possible {
    without_agreement: BySide<f64>,
    reached: BySide<f64>,
    nash: Option<Agreed>,
    kalai_smorodinsky: Option<Agreed>,
    left_on_the_table: Option<Agreed>,
    frontier: Vec<Agreed>,
}

#[derive(Serialize)]
struct Agreed {
    worth: BySide<f64>,
    levels: Pairs<u8>,
}

fn points(tenths: Tenths) -> f64 {
    f64::from(tenths.get()) / 10.0
}

fn course(scenario: &Scenario, review: &Review) -> Vec<Stretch> {
    let text = &scenario.text;
    let stretch = |stretch: &crate::analysis::review::Stretch| Stretch {
        round: stretch.round,
        plans: BySide::of(text, |side| plan(scenario, side, stretch.plans[side])),
        worth: BySide::of(text, |side| stretch.worth[side]),
        moved: BySide::of(text, |side| {
            let moved = &stretch.moved[side];
            Pairs(
                Mover::ALL
                    .map(|mover| (mover.key().to_owned(), moved.by(mover)))
                    .to_vec(),
            )
        }),
    };
    review.course.iter().map(stretch).collect()
}

fn plan(scenario: &Scenario, side: Side, plan: Plan) -> String {
    scenario.text.write_plan(side, &plan).to_string()
}

fn seat<'a>(scenario: &'a Scenario, review: &Review, chair: &Chair) -> Seat<'a> {
    let par = &chair.par;
    let grades = Grade::ALL.map(|grade| grade.key().to_owned()).into_iter();
    Seat {
        side: &scenario.text.side(chair.side).id,
        score: points(review.scores[chair.side]),
        par: (par.games > 0).then(|| Par {
            score: par.score,
            games: par.games,
            against: par.against.to_string(),
        }),
        lost: (chair.lost() * 1000.0).round() / 1000.0,
        grades: Pairs(grades.zip(chair.grades()).collect()),
        plans: (chair.plans.iter())
            .map(|judged| graded(scenario, review, chair.side, judged))
            .collect(),
        turning_points: (chair.turning.iter())
            .map(|turning| Point {
                round: turning.round,
                by: turning.mover.key(),
                points: turning.by,
            })
            .collect(),
    }
}

fn graded(scenario: &Scenario, review: &Review, side: Side, judged: &Judged) -> Graded {
    let judgement = |verdict: &Verdict| Judgement {
        before: verdict.before,
        after: verdict.after,
        alternative: plan(scenario, side, verdict.alternative),
        instead: verdict.instead,
        cost: verdict.cost,
    };
    Graded {
        round: judged.round,
        plan: plan(scenario, side, judged.plan),
        grade: judged.grade,
        known: judgement(&judged.known),
        hindsight: judgement(&judged.hindsight),
        belief: belief(scenario, review, side.other(), &judged.held),
    }
}

fn belief(scenario: &Scenario, review: &Review, them: Side, held: &Held) -> Belief {
    let told = &review.last.own[them];
    let words = scenario.text.side(them);
    let mood = |mood: u8| words.moods[usize::from(mood)].name.clone();
    let believed = &held.believed;
    Belief {
        mood: mood(believed.mood.0),
        mood_chance: believed.mood.1,
        true_mood: mood(told.mood),
        true_mood_chance: held.truth,
        red_lines: (believed.red_lines.iter())
            .map(|&(id, chance)| Suspected {
                name: scenario.text.clause(id).id.clone(),
                chance,
                so: told.red_lines().any(|line| line.clause == id),
            })
            .collect(),
        objectives: (believed.objectives.iter())
            .map(|&(objective, chance)| Suspected {
                name: words.objectives[usize::from(objective)].name.clone(),
                chance,
                so: told.objectives.contains(&objective),
            })
            .collect(),
        missed_bits: (held.missed * 1000.0).round() / 1000.0,
        deal_missed_bits: (held.prior * 1000.0).round() / 1000.0,
        foreseen_chance: held.foreseen.min(1000),
    }
}

fn levels(scenario: &Scenario, treaty: &Treaty) -> Pairs<u8> {
    let told = scenario.tables.clause_ids().filter_map(|id| {
        let level = treaty.levels[id.index()]?;
        Some((scenario.text.clause(id).id.clone(), level.0))
    });
    Pairs(told.collect())
}

fn possible(scenario: &Scenario, review: &Review) -> Possible {
    let text = &scenario.text;
    let worth = |worth: PerSide<Tenths>| BySide::of(text, |side| points(worth[side]));
    let agreed = |treaty: &Treaty| Agreed {
        worth: worth(treaty.worth),
        levels: levels(scenario, treaty),
    };
    let plane = &review.plane;
    Possible {
        without_agreement: worth(plane.quo),
        reached: worth(plane.reached),
        nash: plane.nash.as_ref().map(agreed),
        kalai_smorodinsky: plane.kalai.as_ref().map(agreed),
        left_on_the_table: plane.left().as_ref().map(agreed),
        frontier: plane.frontier.iter().map(agreed).collect(),
    }
}
