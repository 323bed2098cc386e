//! What the page and the grade book say in the same words.

use crate::exercise::report::{Flag, Moved, Turn};
use crate::narrate::{Narrator, fill as fill_in, signed};
use crate::rules::outcome::Outcome;
use crate::rules::side::Side;

/// Why a save does not count, or what to know of it.
pub fn remark(n: &Narrator, flag: &Flag) -> String {
    let text = n.words.of("report.flag.", flag.key());
    let fill = |values: &[(&str, &dyn std::fmt::Display)]| fill_in(text, values);
    match flag {
        Flag::Unreadable { why } | Flag::MovedOn { why } | Flag::Altered { why } => {
            fill(&[("why", why)])
        }
        Flag::OtherExercise { id } => fill(&[("id", id)]),
        Flag::Differs { what } => {
            let what = n.words.of("report.differs.", what.key());
            fill(&[("what", &what)])
        }
        Flag::Unfinished { round, rounds } => fill(&[("round", round), ("rounds", rounds)]),
        Flag::Double { file } => fill(&[("file", file)]),
        Flag::Unanswered { count } => fill(&[("count", count)]),
        Flag::NoExercise | Flag::OtherContent => text.to_owned(),
    }
}

/// Who conceded first, and when.
pub fn first(n: &Narrator, first: Option<Moved>) -> String {
    first.map_or_else(
        || n.words.get("report.first.nobody").to_owned(),
        |Moved { side, round }| {
            let capital = n.capital(side);
            let values: &[(&str, &dyn std::fmt::Display)] =
                &[("capital", &capital), ("round", &round)];
            n.words.fill("report.first.when", values)
        },
    )
}

/// A turning point, in one or two sentences.
pub fn turn(n: &Narrator, side: Side, turn: &Turn) -> String {
    let plan = |side: Side| {
        let plan = turn.plans[side].as_ref();
        plan.map_or_else(String::new, |plan| n.plan_line(side, plan))
    };
    let (own, theirs, by) = (plan(side), plan(side.other()), signed(turn.by));
    let mut text = n.words.fill(
        "report.turn",
        &[
            ("round", &turn.round),
            ("by", &by),
            ("own", &own),
            ("theirs", &theirs),
        ],
    );
    let brought = turn.brought.iter().filter_map(|outcome| what(n, outcome));
    let brought: Vec<String> = brought.collect();
    if !brought.is_empty() {
        let what = brought.join(n.words.get("plain.join"));
        text.push(' ');
        text.push_str(&n.words.fill("report.turn.brought", &[("what", &what)]));
    }
    text
}

fn what(n: &Narrator, outcome: &Outcome) -> Option<String> {
    Some(match *outcome {
        Outcome::Agreed {
            clause, wording, ..
        } => n.words.fill(
            "report.brought.agreed",
            &[
                ("clause", &n.clause(clause).name),
                ("wording", &n.wording(wording)),
            ],
        ),
        Outcome::Broke(clause) => n.words.fill(
            "report.brought.broke",
            &[("clause", &n.clause(clause).name)],
        ),
        Outcome::Incident(_) => n.words.get("report.brought.incident").to_owned(),
        Outcome::Refused(side, _) => n
            .words
            .fill("report.brought.refused", &[("capital", &n.capital(side))]),
        Outcome::Leaked(side, clause) => n.words.fill(
            "report.brought.leaked",
            &[
                ("capital", &n.capital(side)),
                ("clause", &n.clause(clause).name),
            ],
        ),
        Outcome::Ended(_) => n.words.get("report.brought.ended").to_owned(),
        _ => return None,
    })
}
