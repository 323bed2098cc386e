//! Situation, preview, estimate and verdict.

use super::*;

#[test]
fn what_matters_now_is_told_in_two_lines_or_more() {
    each_scenario(|n| {
        for seed in 0..20 {
            views(n, seed, |_, view| {
                let lines = n.situation(view);
                assert!(lines.len() >= 2);
                lines.iter().for_each(|line| whole(&line.text));
            });
        }
    });
}

#[test]
fn what_an_objective_asks_is_told_with_how_it_stands() {
    each_scenario(|n| {
        for seed in 0..20 {
            views(n, seed, |state, view| {
                let reader = Reader::open(&n.scenario.tables, state, view.side);
                let told = n.goals(&reader, &view.own);
                let seen = n.goals(&Reader::of(&n.scenario.tables, view), &view.own);
                assert_eq!(seen.len(), view.own.objectives.len());
                for (seen, told) in seen.iter().zip(&told) {
                    [&seen.name, &seen.test, &seen.prize, &seen.word]
                        .into_iter()
                        .for_each(|text| whole(text));
                    // What a side cannot know it is not told, and what it is told is so.
                    let met = |goal: &Goal| goal.prospect == Prospect::Met;
                    assert!(seen.prospect == Prospect::Unknown || met(seen) == met(told));
                }
            });
        }
    });
}

#[test]
fn how_objectives_stand_is_what_they_score_if_the_game_ends_so() {
    each_scenario(|n| {
        let tables = &n.scenario.tables;
        for seed in 0..20 {
            views(n, seed, |state, view| {
                let scores = scores(tables, state)[view.side].objectives;
                let reader = Reader::open(tables, state, view.side);
                for (goal, points) in n.goals(&reader, &view.own).iter().zip(scores) {
                    assert_eq!(goal.prospect == Prospect::Met, points > Tenths::ZERO);
                }
            });
        }
    });
}

#[test]
fn a_paper_peace_is_seen_coming_two_clauses_before_it_can_be_signed() {
    each_scenario(|n| {
        let t = &n.scenario.tables;
        let guards = Side::BOTH.map(|side| t.sides[side].enforced_by);
        let mut state = State::deal(t, 5, Length::Standard, &mut ());
        state.choose(t, PerSide([None, None]), &mut ());
        for side in Side::BOTH {
            state.own[side].trust = Tenths::ZERO;
        }
        state.common.precondition = PerSide([false, true]);
        let on_agenda = state.common.clauses.agenda().iter();
        let others = on_agenda.filter(|id| !guards.contains(id));
        for (agreed, id) in (1..).zip(others) {
            state.common.clauses.change(id, |clause| {
                clause.status = Status::Clear;
                clause.level = Level(2);
            });
            let view = View::of(t, &state, Side::Presser);
            let kept = n.enforced(view.enforcement(t), view.their_enforcement(t));
            assert_eq!(kept.tone, Tone::Bad, "{}", n.scenario.id);
            let lines = n.situation(&view);
            let told = lines.iter().any(|line| line.text.contains(&kept.text));
            assert_eq!(told, agreed + 2 >= t.constants.clauses_to_sign, "{agreed}");
        }
    });
}

#[test]
fn what_a_plan_is_known_to_do_is_told_without_a_gap() {
    each_scenario(|n| {
        let tables = &n.scenario.tables;
        for seed in 0..8 {
            let mut dice = Dice::new(seed, Stream::Batch);
            views(n, seed, |_, view| {
                let plan = view.legal(tables).random(&mut dice);
                whole(&n.table_seen(view, plan.table));
                let preview = Preview::of(tables, view, &plan, &mut dice);
                n.preview(view, &preview)
                    .iter()
                    .for_each(|(_, line)| whole(&line.text));
            });
        }
    });
}

#[test]
fn an_epilogue_knows_of_a_blow_in_the_last_round() {
    each_scenario(|n| {
        for ending in [
            Ending::War,
            Ending::Escalation,
            Ending::Interim,
            Ending::Frozen,
        ] {
            let told = |last: Field| {
                let mut state = State::deal(&n.scenario.tables, 1, Length::Standard, &mut ());
                state.common.seen[Side::Holder] = Some(last);
                state.common.phase = Phase::Over(ending);
                n.verdict(&state).unwrap().epilogue
            };
            // A scenario that tells an ending in its own words tells it so either way.
            let own = n.words.of("verdict.epilogue.", ending.kind().key());
            let shared = n
                .words
                .shared()
                .of("verdict.epilogue.", ending.kind().key());
            assert_eq!(told(Field::Strike) == told(Field::HoldFire), own != shared);
            whole(&told(Field::Strike));
        }
    });
}

#[test]
fn before_incidents_become_wars_it_is_told_where_they_begin_to() {
    each_scenario(|n| {
        let t = &n.scenario.tables;
        let threshold = t.constants.escalation_threshold;
        let begins = n
            .words
            .get("situation.threshold")
            .split('{')
            .next()
            .unwrap();
        let told = |tension: i32| {
            let mut state = State::deal(t, 1, Length::Standard, &mut ());
            state.choose(t, PerSide([None, None]), &mut ());
            state.common.tension = Tenths::of(tension).clamped();
            let lines = n.situation(&View::of(t, &state, Side::Presser));
            lines.iter().any(|line| line.text.starts_with(begins))
        };
        assert!(told(threshold.get() - 50));
        assert!(!told(threshold.get() - 150));
        assert!(!told(threshold.get() + 50));
    });
}

#[test]
fn every_ending_has_a_verdict_that_reads_through() {
    each_scenario(|n| {
        for ending in every_ending() {
            for seed in 0..6 {
                let mut state = State::deal(&n.scenario.tables, seed, Length::Standard, &mut ());
                assert_eq!(n.verdict(&state), None);
                state.common.phase = Phase::Over(ending);
                let verdict = n.verdict(&state).unwrap();
                whole(&verdict.headline);
                whole(&verdict.epilogue);
                verdict.facts.iter().for_each(|fact| whole(fact));
                for (side, account) in verdict.sides.iter() {
                    whole(&account.view);
                    whole(&account.mood);
                    whole(&account.instructions);
                    account.red_lines.iter().for_each(|line| whole(&line.text));
                    account
                        .objectives
                        .iter()
                        .for_each(|mission| whole(&mission.text));
                    account
                        .objectives
                        .iter()
                        .for_each(|mission| whole(&mission.word));
                    account.parts.iter().for_each(|part| whole(&part.label));
                    let sum = account
                        .parts
                        .iter()
                        .fold(Tenths::ZERO, |sum, p| sum + p.amount);
                    assert_eq!(sum.clamped(), account.score, "{side:?}");
                    whole(&n.score(account.score));
                }
            }
        }
    });
}

#[test]
fn an_estimate_tells_only_what_the_view_holds() {
    each_scenario(|n| {
        for seed in 0..12 {
            let mut dice = Dice::new(seed, Stream::Batch);
            views(n, seed, |_, view| {
                let told = n.estimate(view);
                let lines = told.clauses.iter().map(|(_, line)| line);
                lines
                    .chain(&told.record)
                    .chain(&told.concessions)
                    .for_each(|l| whole(&l.text));
                told.meters.iter().for_each(|(name, range)| {
                    whole(name);
                    whole(range);
                });
                let elsewhere = view.sample(&n.scenario.tables, &mut dice);
                let same = View::of(&n.scenario.tables, &elsewhere, view.side);
                assert_eq!(told, n.estimate(&same));
                assert_eq!(n.situation(view), n.situation(&same));
                assert_eq!(n.goal_lines(view), n.goal_lines(&same));
            });
        }
    });
}
