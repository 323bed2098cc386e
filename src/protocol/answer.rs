//! What a negotiator said to a question, judged.

use super::message::{Decided, FromBot};
use super::misread::Misread;
use crate::rules::plan::Decision;
use crate::rules::view::View;
use crate::scenario::{Scenario, excerpt};

/// What a line of a negotiator comes to while it is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A decision within the rules.
    Decided(Decision),
    /// Nothing that matters now: an answer that comes too late, or something unknown.
    Beside,
    /// It cannot be taken.
    Bad(BadAnswer),
}

/// Why an answer cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadAnswer {
    /// `late`, `malformed` or `illegal`.
    pub code: &'static str,
    /// What is wrong, in words.
    pub message: String,
}

impl BadAnswer {
    /// One that is no message, or not the one that is due.
    pub fn malformed(message: &impl ToString) -> Self {
        Self {
            code: "malformed",
            message: message.to_string(),
        }
    }

    /// One that is against the rules.
    pub fn illegal(message: &impl ToString) -> Self {
        Self {
            code: "illegal",
            message: message.to_string(),
        }
    }

    /// None in time.
    pub fn late(limit_ms: u32) -> Self {
        Self {
            code: "late",
            message: format!("no answer within {limit_ms} ms"),
        }
    }
}

impl Answer {
    /// Judges a line that was said while question `id` was open on this view.
    pub fn judge(scenario: &Scenario, view: &View, id: u64, line: &str) -> Self {
        match serde_json::from_str(line) {
            Ok(FromBot::Act { id: other, .. }) if other < id => Self::Beside,
            Ok(FromBot::Act { id: other, .. }) if other > id => Self::Bad(BadAnswer::malformed(
                &format!("`id` is {other}, and the question is {id}"),
            )),
            Ok(FromBot::Act { decided, .. }) => Self::of(scenario, view, &decided),
            Ok(FromBot::Hello { .. } | FromBot::Unknown) => Self::Beside,
            Err(_) if line.trim().is_empty() => Self::Beside,
            Err(error) => Self::Bad(BadAnswer::malformed(&explain(line, &error))),
        }
    }

    fn of(scenario: &Scenario, view: &View, decided: &Decided) -> Self {
        let bad = match decided.read(scenario, view) {
            Err(error @ Misread::Undecided(_)) => BadAnswer::malformed(&error),
            Err(error) => BadAnswer::illegal(&error),
            Ok(decision) => match refused(scenario, view, decision) {
                None => return Self::Decided(decision),
                Some(why) => BadAnswer::illegal(&why),
            },
        };
        Self::Bad(bad)
    }
}

/// Why a decision that can be written cannot be taken now. The answers to an event are all
/// that can be written.
fn refused(scenario: &Scenario, view: &View, decision: Decision) -> Option<String> {
    let Decision::Plan(plan) = decision else {
        return None;
    };
    let legal = view.legal(&scenario.tables);
    let words = scenario.text.write_plan(view.side, &plan);
    let parts = [
        (legal.allows_table(plan.table), "table", words.table),
        (legal.allows_field(plan.field), "field", words.field),
        (legal.allows_card(plan.card), "card", words.card),
    ];
    let (_, part, found) = parts.into_iter().find(|(allowed, ..)| !allowed)?;
    Some(format!(
        "`{part}` cannot be `{found}` now; it is not in the list"
    ))
}

/// What is wrong with a line that is no message. Of one that is JSON the parts that it may
/// lack are named.
fn explain(line: &str, error: &serde_json::Error) -> String {
    // It quotes what it found.
    let error = excerpt(&error.to_string(), 200);
    let Ok(serde_json::Value::Object(fields)) = serde_json::from_str(line) else {
        return format!("not a JSON object on one line: {error}");
    };
    let kind = fields.get("t").and_then(serde_json::Value::as_str);
    if kind != Some("act") {
        return "`t` is missing, or the message is not as it should be".to_owned();
    }
    if fields.get("id").is_none_or(|id| !id.is_u64()) {
        return "`id` is missing, or not the number of the question".to_owned();
    }
    error
}
