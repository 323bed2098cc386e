//! Entries in words: decisions in the scenario's notation, chance in compact phrases that
//! name only what both sides could see.

use crate::rules::outcome::Outcome;
use crate::rules::plan::{Decision, EventId, Field};
use crate::rules::side::Side;
use crate::rules::state::{Ask, State};
use crate::scenario::Text;
use crate::scenario::notation::{NotationError, PlanWords, write_field};

/// A side's decision. A choice is an answer to `event`.
pub fn decision(
    text: &Text,
    side: Side,
    event: Option<EventId>,
    decision: Decision,
) -> Option<String> {
    match (decision, event) {
        (Decision::Plan(plan), _) => Some(format!("plan: {}", text.write_plan(side, &plan))),
        (Decision::Choice(choice), Some(event)) => {
            Some(format!("choice: {}", text.write_choice(event, choice)))
        }
        (Decision::Choice(_), None) => None,
    }
}

/// Reads what a side decided when it was asked this.
pub fn read_decision(
    text: &Text,
    side: Side,
    ask: Ask,
    what: &str,
) -> Result<Decision, NotationError> {
    let refuse = |kind, form: &str| NotationError {
        what: kind,
        found: what.to_owned(),
        help: Some(format!("write {form}")),
    };
    match ask {
        Ask::Choice(event) => {
            let id = what
                .strip_prefix("choice: ")
                .ok_or_else(|| refuse("choice", "choice: ID"))?;
            text.read_choice(event, id).map(Decision::Choice)
        }
        Ask::Plan => {
            let usage = || refuse("plan", "plan: SAY TABLE FIELD CARD");
            let parts = what.strip_prefix("plan: ").ok_or_else(usage)?;
            let parts: Vec<&str> = parts.split(' ').collect();
            let [say, table, field, card] = parts[..] else {
                return Err(usage());
            };
            let words = PlanWords {
                say: say.into(),
                table: table.into(),
                field: field.into(),
                card: card.into(),
            };
            text.read_plan(side, &words).map(Decision::Plan)
        }
    }
}

/// The deal, as both sides see it.
pub fn deal(text: &Text, state: &State, outcomes: &[Outcome]) -> String {
    let c = &state.common;
    let seen = phrases(text, outcomes);
    format!(
        "deal: tension {}, fog {}, hope {}; {}",
        c.tension,
        c.fog,
        c.hope,
        seen.join(", ")
    )
}

/// What came of both plans of a round, or of the answers to its event.
pub fn came_of(text: &Text, asked: &'static str, round: u8, outcomes: &[Outcome]) -> String {
    let mut seen = phrases(text, outcomes);
    if seen.is_empty() {
        seen.push("nothing".into());
    }
    format!("{asked} {round}: {}", seen.join(", "))
}

fn phrases(text: &Text, outcomes: &[Outcome]) -> Vec<String> {
    let side = |side: Side| text.side(side).id.as_str();
    let phrase = |outcome: &Outcome| {
        Some(match *outcome {
            Outcome::Acted {
                side: who,
                field: field @ (Field::Covert | Field::BuildUp),
                seen: true,
            } => format!("{} seen to {}", side(who), write_field(field)),
            Outcome::Incident(Some(who)) => format!("incident by {}", side(who)),
            Outcome::Incident(None) => "accident".into(),
            Outcome::Broke(clause) => format!("{} broke", text.clause(clause).id),
            Outcome::Leaked(who, clause) => {
                format!("leak of {} on {}", side(who), text.clause(clause).id)
            }
            Outcome::Refused(who, _) => format!("{} refused", side(who)),
            Outcome::News(Some(event)) => format!("news {}", text.write_event(event)),
            Outcome::News(None) => "no news".into(),
            Outcome::Ended(ending) => {
                format!("ended in {}", ending_word(ending.kind()))
            }
            _ => return None,
        })
    };
    outcomes.iter().filter_map(phrase).collect()
}

fn ending_word(kind: crate::rules::ending::EndingKind) -> &'static str {
    use crate::rules::ending::EndingKind as E;
    match kind {
        E::Comprehensive => "comprehensive agreement",
        E::PaperPeace => "paper peace",
        E::War => "war",
        E::Escalation => "escalation",
        E::Collapse => "collapse",
        E::Recall => "recall",
        E::Interim => "interim accord",
        E::Frozen => "frozen",
    }
}
