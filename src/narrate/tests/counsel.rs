//! Hints and the opponent's reasons: every kind of sentence, whole.

use super::*;
use crate::negotiator::advice::{Advised, Beside, Chance, Feature, Hinge};
use crate::negotiator::reasons::{Believed, Reason};
use crate::negotiator::{Foreseen, Manner, Thought, Weighed, Who};

fn advised(hinge: Option<Hinge>, favoured: bool) -> Advised {
    Advised {
        plan: Plan::DEFAULT,
        favoured,
        endings: [3, 20, 41].map(|times| Chance::of(times, 64)),
        pressure: -12,
        face: 4,
        score: 523,
        beside: Beside::Behind(13),
        hinge,
    }
}

#[test]
fn a_hint_is_whole_whatever_it_turns_on() {
    let features = [
        Feature::Beyond(CLAUSE, Level(3)),
        Feature::RedLine(CLAUSE),
        Feature::Mood(0),
        Feature::Objective(0),
        Feature::Tables(TableKind::WalkOut),
        Feature::Does(Field::Strike),
    ];
    each_scenario(|n| {
        for side in Side::BOTH {
            for feature in features {
                for (with, without) in [(300, 500), (500, 300)] {
                    let hinge = Hinge {
                        feature,
                        percent: 38,
                        with,
                        without,
                    };
                    let said = n.advised(side, &advised(Some(hinge), true));
                    said.iter().for_each(|line| whole(line));
                }
            }
            let said = n.advised(side, &advised(None, false));
            said.iter().for_each(|line| whole(line));
        }
    });
}

fn weighed(say: Say, share: u32, gain: i32) -> Weighed {
    Weighed {
        plan: Plan {
            say,
            ..Plan::DEFAULT
        },
        share,
        gain,
        war: 120,
        worst: (1, gain - 80),
    }
}

fn reason(same: bool, share: u32, gain: i32, truth: &State) -> Reason {
    let own = &truth.own[Side::Presser];
    let foreseen = |say, share| Foreseen {
        plan: Plan {
            say,
            ..Plan::DEFAULT
        },
        share,
    };
    Reason {
        round: 4,
        decided: weighed(Say::Progress, share, gain).plan,
        met: Some(foreseen(Say::Threaten, 0).plan),
        same,
        thought: Thought {
            own: vec![
                weighed(Say::Progress, share, gain),
                weighed(Say::Blame, 1000 - share, gain - 21),
            ],
            theirs: vec![foreseen(Say::Measured, 700), foreseen(Say::Threaten, 300)],
            courses: Vec::new(),
        },
        believed: Some(Believed {
            manner: (Manner::Weighing, 990),
            mood: (own.mood, 610),
            objectives: [(own.objectives[0], 540), (own.objectives[1], 90)],
            red_lines: vec![(ClauseId(0), 700), (ClauseId(6), 400), (ClauseId(7), 50)],
        }),
    }
}

#[test]
fn the_reasons_of_an_opponent_read_as_sentences() {
    let scenario = Scenario::load("gulf").unwrap();
    let n = Narrator::new(&scenario, &WORDS);
    let truth = State::deal(&scenario.tables, 1, Length::Standard, &mut ());
    let mut page = String::new();
    let unread = Reason {
        believed: None,
        met: None,
        thought: Thought::default(),
        ..reason(true, 1000, 30, &truth)
    };
    let told = [
        reason(true, 1000, 31, &truth),
        reason(false, 600, 25, &truth),
        reason(true, 1000, -14, &truth),
        unread,
    ];
    for line in n.reasons_intro(Side::Holder, &told) {
        whole(&line);
        let _ = writeln!(page, "{line}");
    }
    for told in n.reasons_told(Side::Holder, &told, &truth) {
        let _ = writeln!(page, "\n{}", told.heading);
        for paragraph in told.paragraphs {
            whole(&paragraph);
            let _ = writeln!(page, "{paragraph}");
        }
    }
    insta::assert_snapshot!(page);
}

#[test]
fn a_belief_is_told_again_where_it_changed() {
    each_scenario(|n| {
        let truth = State::deal(&n.scenario.tables, 1, Length::Standard, &mut ());
        let believing = |mood, line| {
            let mut reason = reason(true, 1000, 31, &truth);
            if let Some(believed) = &mut reason.believed {
                believed.mood.1 = mood;
                believed.red_lines = vec![(CLAUSE, line)];
            }
            reason
        };
        let rounds = [
            believing(610, 700),
            believing(700, 640),
            believing(720, 640),
            believing(720, 100),
        ];
        let told = n.reasons_told(Side::Holder, &rounds, &truth);
        let beliefs = |round: usize| told[round].paragraphs.len() - told[1].paragraphs.len();
        assert_eq!([0, 1, 2, 3].map(beliefs), [1, 0, 1, 1]);
        let no_longer = WORDS.get("reasons.lines.none");
        assert_eq!(told[3].paragraphs[0], no_longer);
    });
}

#[test]
fn what_a_strong_player_would_do_is_said_of_the_best_plan_alone() {
    let favoured = WORDS.get("advice.favoured");
    each_scenario(|n| {
        let says = |beside| {
            let plan = Advised {
                beside,
                ..advised(None, true)
            };
            n.advised(Side::Presser, &plan)
                .iter()
                .any(|line| line == favoured)
        };
        assert!(says(Beside::Best));
        assert!(!says(Beside::Level) && !says(Beside::Behind(13)));
    });
}

#[test]
fn every_opponent_that_follows_a_rule_says_which() {
    let told = "adversary:hard".parse().unwrap();
    for who in Who::NAMED.into_iter().chain([told]) {
        let rule = WORDS.of("reasons.rule.", who.name());
        assert_eq!(rule.is_empty(), matches!(who, Who::Level(_)), "{who}");
    }
}
