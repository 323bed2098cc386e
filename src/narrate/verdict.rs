//! The verdict: how it ended, how each capital tells it, what each scored and why, and
//! what its secret instructions were.

use super::{Goal, Key, Narrator, Values, points};
use crate::rules::clause::{RedLine, Status};
use crate::rules::ending::Ending;
use crate::rules::meter::Tenths;
use crate::rules::odds;
use crate::rules::reading::{Prospect, Reader};
use crate::rules::score::{Score, blow_cost, scores};
use crate::rules::side::{PerSide, Side};
use crate::rules::state::State;
use crate::rules::vocabulary::Timer;

/// A finished game, told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The ending as a headline.
    pub headline: String,
    /// What became of it.
    pub epilogue: String,
    /// The plain facts of the game, a line each.
    pub facts: Vec<String>,
    /// Each side's account.
    pub sides: PerSide<Account>,
}

/// What a game was to one side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// How its capital tells the ending.
    pub view: String,
    /// The mission score.
    pub score: Tenths,
    /// What the score is made of; the parts sum to it, but for the limits of 0 and 100.
    pub parts: Vec<Points>,
    /// The mood that its capital was in.
    pub mood: String,
    /// What that mood's instructions said.
    pub instructions: String,
    /// Its red lines, and whether the text kept to them.
    pub red_lines: Vec<Held>,
    /// Its objectives.
    pub objectives: Vec<Mission>,
}

/// A part of a score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Points {
    /// What gave or took them.
    pub label: String,
    /// How many.
    pub amount: Tenths,
}

/// A red line after the game.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The line in words.
    pub text: String,
    /// Whether a text in force lies beyond it.
    pub crossed: bool,
}

/// An objective after the game.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mission {
    /// What it was called.
    pub name: String,
    /// What it asked.
    pub text: String,
    /// The same as conditions, each with how it stood.
    pub test: String,
    /// Whether it was met.
    pub met: bool,
    /// "met" or "not met", in words.
    pub word: String,
    /// What that gave or took.
    pub amount: Tenths,
}

impl Narrator<'_> {
    /// The verdict on a finished game; `None` while it goes on.
    pub fn verdict(&self, state: &State) -> Option<Verdict> {
        let ending = state.ending()?;
        let both = scores(&self.scenario.tables, state);
        let fallen = fallen(ending).unwrap_or(Side::Presser);
        let (capital, other) = (self.capital(fallen), self.capital(fallen.other()));
        let values: Values = &[("capital", &capital), ("other", &other)];
        Some(Verdict {
            headline: self.ending(ending),
            epilogue: self.say("verdict.epilogue.", &self.epilogue(state, ending), values),
            facts: self.facts(state),
            sides: PerSide::from_fn(|side| self.account(state, ending, side, &both[side])),
        })
    }

    /// Which epilogue fits: some endings have another one for how they came about, unless the
    /// scenario tells them its own way.
    fn epilogue(&self, state: &State, ending: Ending) -> String {
        let c = &state.common;
        let t = &self.scenario.tables;
        let near = i32::from(c.agreed().0) >= t.constants.clauses_to_sign
            && c.precondition.0 == [false, false];
        let struck = Side::BOTH.iter().any(|&side| c.struck_last(side));
        let like = match ending {
            Ending::War | Ending::Escalation | Ending::Interim | Ending::Frozen if struck => {
                "struck"
            }
            Ending::Interim if near => "near",
            _ => "",
        };
        let key = ending.kind().key();
        let shared = self.words.shared().of("verdict.epilogue.", key);
        if like.is_empty() || self.words.of("verdict.epilogue.", key) != shared {
            return key.to_owned();
        }
        format!("{key}.{like}")
    }

    fn facts(&self, state: &State) -> Vec<String> {
        let c = &state.common;
        let (agreed, clear) = c.agreed();
        let mut facts = vec![
            self.words.fill(
                "verdict.fact.agreed",
                &[
                    ("agreed", &agreed),
                    ("all", &self.scenario.tables.clauses.len()),
                    ("clear", &clear),
                ],
            ),
            self.words.fill(
                "verdict.fact.rounds",
                &[("round", &c.round), ("rounds", &c.rounds)],
            ),
            self.words
                .fill("verdict.fact.incidents", &[("count", &c.incidents)]),
        ];
        if state.ending() == Some(Ending::Escalation) {
            let k = &self.scenario.tables.constants;
            let chance = odds::escalation(k, c);
            facts.push(self.words.fill(
                "verdict.fact.escalation",
                &[("tension", &c.tension.whole()), ("chance", &(chance / 10))],
            ));
            if c.signal.0.contains(&true) && k.cornered_escalation != 100 {
                facts.push(self.words.fill(
                    "verdict.fact.cornered",
                    &[("times", &points(Tenths::of(k.cornered_escalation / 10)))],
                ));
            }
            if c.during(Timer::Hotline) {
                facts.push(self.words.get("verdict.fact.hotline").into());
            }
        }
        facts.push(match c.first {
            Some(side) => self
                .words
                .fill("verdict.fact.first", &[("capital", &self.capital(side))]),
            None => self.words.get("verdict.fact.nobody_first").into(),
        });
        let price = c.price(&self.scenario.tables.constants);
        let text = &self.text;
        facts.push(self.words.fill(
            "verdict.fact.price",
            &[
                ("price", &text.price),
                ("amount", &price.whole()),
                ("unit", &text.price_unit),
            ],
        ));
        facts
    }

    fn account(&self, state: &State, ending: Ending, side: Side, score: &Score) -> Account {
        let own = &state.own[side];
        let mood = self.side(side).moods.get(usize::from(own.mood));
        Account {
            view: self.told_by(ending, side),
            score: score.total,
            parts: self.parts(state, side, score),
            mood: mood.map_or_else(String::new, |mood| mood.name.clone()),
            instructions: mood.map_or_else(String::new, |mood| mood.text.clone()),
            red_lines: own
                .red_lines()
                .map(|line| self.held(state, side, line))
                .collect(),
            objectives: self.missions(state, side, score),
        }
    }

    fn told_by(&self, ending: Ending, side: Side) -> String {
        let (own, other) = (self.capital(side), self.capital(side.other()));
        let leader = &self.side(side).leader;
        let teller = match (fallen(ending), side) {
            (Some(who), _) if who == side => "own",
            (Some(_), _) => "their",
            (None, Side::Presser) => "presser",
            (None, Side::Holder) => "holder",
        };
        let member = format!("{}.{teller}", ending.kind().key());
        let values: Values = &[("own", &own), ("other", &other), ("leader", leader)];
        self.say("verdict.view.", &member, values)
    }

    fn parts(&self, state: &State, side: Side, score: &Score) -> Vec<Points> {
        let blow = blow_cost(&self.scenario.tables, state, side);
        let ended = if blow > Tenths::ZERO {
            "blow"
        } else {
            "ending"
        };
        let mut parts: Vec<Points> = [
            ("clauses", score.clauses),
            ("face", score.face),
            ("home", score.home),
            ("economy", score.economy),
            ("strength", score.strength),
            (ended, score.ending),
        ]
        .into_iter()
        .map(|(part, amount)| Points {
            label: self.words.of("verdict.part.", part).into(),
            amount,
        })
        .collect();
        for (&objective, amount) in state.own[side].objectives.iter().zip(score.objectives) {
            let label = self.objective(side, objective).into();
            parts.push(Points { label, amount });
        }
        let label = self.words.get("verdict.part.rivalry").into();
        parts.push(Points {
            label,
            amount: score.rivalry,
        });
        parts
    }

    fn held(&self, state: &State, side: Side, line: RedLine) -> Held {
        let clause = state.common.clause(line.clause);
        let crossed = clause.status != Status::Open && line.crossed(side, clause.level);
        Held {
            text: self.red_line(side, line),
            crossed,
        }
    }

    fn missions(&self, state: &State, side: Side, score: &Score) -> Vec<Mission> {
        let reader = Reader::open(&self.scenario.tables, state, side);
        let goals = self.goals(&reader, &state.own[side]).into_iter();
        let mission = |(goal, amount): (Goal, Tenths)| Mission {
            met: goal.prospect == Prospect::Met,
            name: goal.name,
            text: goal.text,
            test: goal.test,
            word: goal.word,
            amount,
        };
        goals.zip(score.objectives).map(mission).collect()
    }

    /// A mission score in a phrase: "62.4 of 100".
    pub fn score(&self, score: Tenths) -> String {
        self.words
            .fill("verdict.score", &[("score", &points(score))])
    }
}

/// The side whose home front brought the game to its end.
const fn fallen(ending: Ending) -> Option<Side> {
    match ending {
        Ending::Collapse(side) | Ending::Recall(side) => Some(side),
        _ => None,
    }
}
