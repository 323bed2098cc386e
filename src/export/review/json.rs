//! A review for other programs: one object. Scores are in mission points; an estimate is a
//! value with the ends of its interval.

use super::About;
use crate::analysis::frontier::Treaty;
use crate::analysis::review::{Answered, Chair, Grade, Held, Judged, Review, Verdict};
use crate::export::pairs::Pairs;
use crate::narrate::Key;
use crate::rules::meter::Tenths;
use crate::rules::plan::{ChoiceId, EventId, Plan};
use crate::rules::side::{PerSide, Side};
use crate::scenario::{BySide, Scenario};
use crate::statistics::Estimate;
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
        replies: replies(about.scenario, review),
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
    replies: Vec<Reply<'a>>,
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

/// What the answers to an event did: whose answer, and whose score it moved.
#[derive(Serialize)]
struct Reply<'a> {
    round: u8,
    event: &'a str,
    answers: BySide<Option<&'a str>>,
    moved: BySide<BySide<Estimate>>,
}

#[derive(Serialize)]
struct Seat<'a> {
    side: &'a str,
    score: f64,
    par: Option<Par>,
    lost: f64,
    grades: Pairs<usize>,
    plans: Vec<Graded>,
    answer_grades: Pairs<usize>,
    answers: Vec<GradedAnswer<'a>>,
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
struct GradedAnswer<'a> {
    round: u8,
    event: &'a str,
    answer: &'a str,
    grade: Grade,
    known: Judgement,
    hindsight: Judgement,
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
            let each = moved.each().map(|(mover, by)| (mover.key().to_owned(), by));
            Pairs(each.to_vec())
        }),
    };
    review.course.iter().map(stretch).collect()
}

fn replies<'a>(scenario: &'a Scenario, review: &Review) -> Vec<Reply<'a>> {
    let text = &scenario.text;
    let reply = |reply: &crate::analysis::review::Reply| Reply {
        round: reply.round,
        event: event(scenario, reply.event),
        answers: BySide::of(text, |side| {
            reply.answers[side].map(|answer| choice(scenario, reply.event, answer))
        }),
        moved: BySide::of(text, |who| BySide::of(text, |side| reply.moved[who][side])),
    };
    review.replies.iter().map(reply).collect()
}

fn event(scenario: &Scenario, event: EventId) -> &str {
    &scenario.text.event(event).id
}

fn choice(scenario: &Scenario, event: EventId, choice: ChoiceId) -> &str {
    &scenario.text.choice(event, choice).id
}

fn plan(scenario: &Scenario, side: Side, plan: Plan) -> String {
    scenario.text.write_plan(side, &plan).to_string()
}

fn seat<'a>(scenario: &'a Scenario, review: &Review, chair: &Chair) -> Seat<'a> {
    let par = &chair.par;
    let grades = |counts: [usize; Grade::ALL.len()]| {
        let names = Grade::ALL.map(|grade| grade.key().to_owned());
        Pairs(names.into_iter().zip(counts).collect())
    };
    Seat {
        side: &scenario.text.side(chair.side).id,
        score: points(review.scores[chair.side]),
        par: (par.games > 0).then(|| Par {
            score: par.score,
            games: par.games,
            against: par.against.to_string(),
        }),
        lost: (chair.lost() * 1000.0).round() / 1000.0,
        grades: grades(chair.grades()),
        plans: (chair.plans.iter())
            .map(|judged| graded(scenario, review, chair.side, judged))
            .collect(),
        answer_grades: grades(chair.answer_grades()),
        answers: (chair.answers.iter())
            .map(|answered| graded_answer(scenario, answered))
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
    let name = |alternative| plan(scenario, side, alternative);
    Graded {
        round: judged.round,
        plan: plan(scenario, side, judged.plan),
        grade: judged.grade,
        known: judgement(&judged.known, name),
        hindsight: judgement(&judged.hindsight, name),
        belief: belief(scenario, review, side.other(), &judged.held),
    }
}

fn graded_answer<'a>(scenario: &'a Scenario, answered: &Answered) -> GradedAnswer<'a> {
    let name = |answer| choice(scenario, answered.event, answer);
    GradedAnswer {
        round: answered.round,
        event: event(scenario, answered.event),
        answer: name(answered.answer),
        grade: answered.grade,
        known: judgement(&answered.known, |answer| name(answer).to_owned()),
        hindsight: judgement(&answered.hindsight, |answer| name(answer).to_owned()),
    }
}

fn judgement<D: Copy>(verdict: &Verdict<D>, name: impl Fn(D) -> String) -> Judgement {
    Judgement {
        before: verdict.before,
        after: verdict.after,
        alternative: name(verdict.alternative),
        instead: verdict.instead,
        cost: verdict.cost,
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
