//! The strong opponent asked, several times, and what it must answer.

use crate::gulf::{GULF, answer, tables};
use crate::oracle::Oracle;
use crate::position::Position;
use fog_of_peace::negotiator::{Level, Seating, Stop, Who};
use fog_of_peace::rules::plan::{ChoiceId, Decision, Plan};
use fog_of_peace::rules::state::Ask;

/// It is asked afresh with each of these, as at the start of a game.
const SEEDS: std::ops::RangeInclusive<u64> = 1..=5;
/// By how much the rules must bear a claim out, in tenths of a mission point.
const CLEARLY: i32 = 10;

impl Position {
    fn decisions(&self) -> Vec<Decision> {
        let stop = Stop::default();
        let view = self.view();
        SEEDS
            .map(|seed| {
                let seating = Seating::new(&GULF, self.side, seed, &stop);
                let mut hard = Who::Level(Level::Hard).seat(&seating);
                hard.decide(tables(), &view)
            })
            .collect()
    }

    /// What it plans, each plan being legal.
    fn plans(&self) -> Vec<Plan> {
        let legal = self.view().legal(tables());
        let plan = |decision| match decision {
            Decision::Plan(plan) if legal.allows(&plan) => plan,
            other => panic!("asked for a plan, it answered {other:?}"),
        };
        self.decisions().into_iter().map(plan).collect()
    }

    #[track_caller]
    fn count(self, at_least: usize, right: impl Fn(Plan) -> bool) {
        let position = self.ready();
        borne_out(Oracle::new(&position).gain(&right));
        position.plans_include(at_least, right);
    }

    #[track_caller]
    fn plans_include(&self, at_least: usize, right: impl Fn(Plan) -> bool) {
        let plans = self.plans();
        let n = plans.iter().filter(|&&plan| right(plan)).count();
        assert!(n >= at_least, "{n} of {}:\n{}", plans.len(), lines(&plans));
    }

    /// Every plan does this.
    #[track_caller]
    pub fn always(self, right: impl Fn(Plan) -> bool) {
        self.count(SEEDS.count(), right);
    }

    /// All plans but one, at most, do this.
    #[track_caller]
    pub fn mostly(self, right: impl Fn(Plan) -> bool) {
        self.count(SEEDS.count() - 1, right);
    }

    /// No plan does this.
    #[track_caller]
    pub fn never(self, wrong: impl Fn(Plan) -> bool) {
        self.always(|plan| !wrong(plan));
    }

    /// All answers to the event but one, at most, are this one.
    #[track_caller]
    pub fn mostly_answers(self, name: &str) {
        self.answers(SEEDS.count() - 1, |given, right| given == right, name);
    }

    /// No answer to the event is this one.
    #[track_caller]
    pub fn never_answers(self, name: &str) {
        self.answers(SEEDS.count(), |given, wrong| given != wrong, name);
    }

    #[track_caller]
    fn answers(self, at_least: usize, right: fn(ChoiceId, ChoiceId) -> bool, name: &str) {
        let position = self.ready();
        let Some(Ask::Choice(event)) = position.state.ask(tables(), position.side) else {
            panic!("the side is not asked");
        };
        let named = ChoiceId(answer(event, name));
        borne_out(Oracle::new(&position).gain_of_answer(|given| right(given, named)));
        let given = position.decisions();
        let is_right = |d: &&Decision| matches!(d, Decision::Choice(c) if right(*c, named));
        let n = given.iter().filter(is_right).count();
        assert!(n >= at_least, "{n} of {}:\n{}", given.len(), lines(&given));
    }
}

/// That the rules themselves, by trying everything, give a claim so many tenths.
#[track_caller]
fn borne_out(gain: i32) {
    println!("by the rules it is worth {gain} tenths");
    assert!(
        gain >= CLEARLY,
        "the position does not bear its claim: by the rules it is worth no more than {gain} tenths"
    );
}

fn lines<T: std::fmt::Debug>(decided: &[T]) -> String {
    let line = |decision| format!("  {decision:?}\n");
    decided.iter().map(line).collect()
}
