//! The claims of the essay, as claims about the rules.

mod support;

use fog_of_peace::rules::clause::{Channel, ClauseId, Level, RedLine, Status, Wording};
use fog_of_peace::rules::ending::Ending;
use fog_of_peace::rules::legal::Legal;
use fog_of_peace::rules::meter::{Gauge, Meter, Tenths};
use fog_of_peace::rules::outcome::{By, Cause, Outcome, Refusal};
use fog_of_peace::rules::plan::{CardId, EventId, Field, Plan, Say, Table, Terms};
use fog_of_peace::rules::refusal;
use fog_of_peace::rules::score::scores;
use fog_of_peace::rules::side::Side::{self, Holder, Presser};
use fog_of_peace::rules::state::{Phase, State};
use fog_of_peace::rules::view::View;
use fog_of_peace::rules::vocabulary::Timer;
use support::{QUIET, Setup, field, offer, say, table, tables};

const MISSILES: u8 = 2;
const SANCTIONS: u8 = 3;
const SHIPPING: u8 = 4;
const GUARANTEES: u8 = 5;

fn open(clause: u8, level: u8) -> Plan {
    offer(clause, level, Wording::Clear, Channel::Open)
}

#[test]
fn talk_of_progress_buys_quiet_now_and_pressure_when_hope_outruns_substance() {
    let said = Setup::dealt(1).resolve(say(Say::Progress), QUIET);
    let now = said.moved(Meter::Of(Presser, Gauge::Pressure), |c| {
        matches!(c, Cause::Say(..))
    });
    assert!(now < 0);
    let hopeful = Setup::dealt(1).with(|s| s.common.hope = Tenths::points(90));
    let later = hopeful.resolve(QUIET, QUIET);
    assert!(
        later.moved(Meter::Of(Presser, Gauge::Pressure), |c| c
            == Cause::UnmetHope)
            > 0
    );
}

#[test]
fn the_first_concession_of_the_game_costs_most() {
    let first = Setup::dealt(1).resolve(open(MISSILES, 1), QUIET);
    let later = Setup::dealt(1)
        .nobody_ahead()
        .resolve(open(MISSILES, 1), QUIET);
    let cost = |r: &support::Resolved| -r.conceding(Presser, Gauge::Face);
    assert!(
        cost(&first) > 2 * cost(&later),
        "{} against {}",
        cost(&first),
        cost(&later)
    );
    assert!(cost(&later) > 0);
}

#[test]
fn steps_taken_together_carry_no_surcharge() {
    let together = Setup::dealt(1).resolve(open(MISSILES, 1), open(SANCTIONS, 3));
    let alone = Setup::dealt(1).resolve(open(MISSILES, 1), QUIET);
    assert!(together.conceding(Presser, Gauge::Face) > alone.conceding(Presser, Gauge::Face));
    assert_eq!(together.state.common.first, None);
}

#[test]
fn fog_shields_a_concession() {
    let thick = Setup::dealt(1).fog(90).resolve(open(MISSILES, 1), QUIET);
    let clear = Setup::dealt(1).fog(10).resolve(open(MISSILES, 1), QUIET);
    assert!(thick.conceding(Presser, Gauge::Face) > clear.conceding(Presser, Gauge::Face));
}

#[test]
fn the_spotlight_takes_the_shield_away() {
    let lit = Setup::dealt(1)
        .fog(90)
        .with(|s| s.common.timers[Timer::Spotlight as usize] = 2);
    let lit = lit.resolve(open(MISSILES, 1), QUIET);
    let dark = Setup::dealt(1).fog(90).resolve(open(MISSILES, 1), QUIET);
    assert!(lit.conceding(Presser, Gauge::Face) < dark.conceding(Presser, Gauge::Face));
}

#[test]
fn vague_words_are_cheaper_and_cannot_be_signed() {
    let vague = offer(MISSILES, 1, Wording::Vague, Channel::Open);
    let vague = Setup::dealt(1).nobody_ahead().resolve(vague, QUIET);
    let clear = Setup::dealt(1)
        .nobody_ahead()
        .resolve(open(MISSILES, 1), QUIET);
    assert!(vague.conceding(Presser, Gauge::Face) > clear.conceding(Presser, Gauge::Face));
    let mut agreed = Setup::dealt(1).with(|s| s.common.precondition.0 = [false, false]);
    for clause in 0..8 {
        agreed = agreed.agreed(clause, 2, Status::Clear);
    }
    let signs = |s: &Setup| {
        Legal::of(tables(), Presser, &s.state.common, &s.state.own[Presser])
            .allows_table(Table::Sign)
    };
    assert!(signs(&agreed));
    assert!(!signs(&agreed.agreed(MISSILES, 2, Status::Vague)));
}

#[test]
fn the_mediators_paper_costs_no_face_and_some_patience() {
    let paper = offer(MISSILES, 1, Wording::Clear, Channel::Mediator);
    let setup = Setup::dealt(1);
    let patience = setup.state.common.patience;
    let tabled = setup.resolve(paper, QUIET);
    assert_eq!(tabled.conceding(Presser, Gauge::Face), 0);
    assert!(tabled.conceding(Presser, Gauge::Pressure) > 0);
    assert!(tabled.state.common.patience < patience);
}

#[test]
fn the_back_channel_is_free_until_it_leaks() {
    let secret = offer(MISSILES, 1, Wording::Clear, Channel::Back);
    let mut leaked = 0;
    for seed in 0..200 {
        let sent = Setup::dealt(seed).resolve(secret, QUIET);
        let cost = -sent.conceding(Presser, Gauge::Face);
        if sent.has(|o| matches!(o, Outcome::Leaked(Presser, _))) {
            leaked += 1;
            assert!(cost > 0);
        } else {
            assert_eq!(cost, 0);
        }
    }
    assert!((1..100).contains(&leaked), "leaked {leaked} of 200");
}

#[test]
fn secrets_that_come_out_together_leave_nobody_first() {
    let mut counted = [0; 3];
    for seed in 0..400 {
        let secrets = Setup::dealt(seed)
            .standing(Presser, MISSILES, 1, Channel::Back)
            .standing(Holder, SANCTIONS, 3, Channel::Back)
            .resolve(QUIET, QUIET);
        let out = |side| secrets.has(|o| matches!(*o, Outcome::Leaked(whose, _) if whose == side));
        let (first, leaked) = match (out(Presser), out(Holder)) {
            (true, true) => (None, 2),
            (true, false) => (Some(Presser), 1),
            (false, true) => (Some(Holder), 1),
            (false, false) => (None, 0),
        };
        assert_eq!(secrets.state.common.first, first, "seed {seed}");
        counted[leaked] += 1;
    }
    assert!(counted.iter().all(|&games| games > 0), "{counted:?}");
}

#[test]
fn offers_that_meet_are_agreed_and_nobody_moved_first() {
    let met = Setup::dealt(1).resolve(open(MISSILES, 2), open(MISSILES, 2));
    assert!(met.has(|o| matches!(
        o,
        Outcome::Agreed {
            level: Level(2),
            by: By::Meeting,
            ..
        }
    )));
    assert_eq!(met.state.common.first, None);
}

#[test]
fn an_offer_on_the_table_can_be_accepted_at_its_level() {
    let waiting = Setup::dealt(1).standing(Holder, MISSILES, 3, Channel::Open);
    let accepted = waiting.resolve(table(Table::Accept(ClauseId(MISSILES))), QUIET);
    let clause = accepted.state.common.clauses[usize::from(MISSILES)];
    assert_eq!((clause.status, clause.level), (Status::Clear, Level(3)));
}

#[test]
fn who_clarifies_alone_takes_the_others_reading() {
    let clarify = table(Table::Clarify(ClauseId(MISSILES)));
    let vague = || Setup::dealt(1).agreed(MISSILES, 2, Status::Vague);
    let level = |r: support::Resolved| r.state.common.clauses[usize::from(MISSILES)].level;
    assert_eq!(level(vague().resolve(clarify, QUIET)), Level(3));
    assert_eq!(level(vague().resolve(QUIET, clarify)), Level(1));
    assert_eq!(level(vague().resolve(clarify, clarify)), Level(2));
}

#[test]
fn a_deniable_blow_is_exposed_in_clear_air_and_hidden_in_fog() {
    let covert = Plan {
        say: Say::NoComment,
        ..field(Field::Covert)
    };
    let is_exposed = |o: &Outcome| {
        let Outcome::Acted { side, seen, .. } = *o else {
            return false;
        };
        side == Presser && seen
    };
    let exposed = |fog: i16| {
        let acted = |seed: &u64| {
            Setup::dealt(*seed)
                .fog(fog)
                .with(|s| s.common.timers = [0; Timer::COUNT])
                .resolve(covert, say(Say::NoComment))
                .has(is_exposed)
        };
        (0..200).filter(acted).count()
    };
    assert!(exposed(0) > exposed(50) && exposed(50) > exposed(95));
    assert_eq!(exposed(95), 0);
}

#[test]
fn an_unanswered_strike_costs_its_victim_face() {
    let struck = || Setup::dealt(1).with(|s| s.common.struck[Holder] = true);
    let lost = |plan| {
        let after = struck().resolve(QUIET, plan);
        after.moved(Meter::Of(Holder, Gauge::Face), |c| {
            c == Cause::Unanswered(Holder)
        })
    };
    assert!(lost(QUIET) < 0);
    assert_eq!(lost(field(Field::Strike)), 0);
}

#[test]
fn a_strike_rallies_home_while_the_fog_lasts() {
    let rally = |fog| {
        let struck = Setup::dealt(1)
            .tension(20)
            .fog(fog)
            .resolve(field(Field::Strike), QUIET);
        struck.moved(Meter::Of(Presser, Gauge::Pressure), |c| {
            c == Cause::Rally(Presser)
        })
    };
    assert!(rally(80) < rally(10));
}

#[test]
fn a_threat_not_carried_out_costs_face() {
    let due = || Setup::dealt(1).with(|s| s.common.threat[Presser] = 1);
    let unkept = due().resolve(QUIET, QUIET);
    assert!(unkept.has(|o| *o == Outcome::Unkept(Presser)));
    let kept = due().resolve(field(Field::Squeeze), QUIET);
    assert!(kept.has(|o| *o == Outcome::Kept(Presser)));
    assert!(!kept.has(|o| *o == Outcome::Unkept(Presser)));
}

#[test]
fn low_guarantees_make_withdrawal_cheap() {
    let withdraw = table(Table::Withdraw(ClauseId(SANCTIONS)));
    let cost = |guarantees: u8| {
        let setup = Setup::dealt(1)
            .with(|s| s.own[Holder].trust = Tenths::points(50))
            .agreed(SANCTIONS, 3, Status::Clear)
            .agreed(GUARANTEES, guarantees, Status::Clear);
        let left = setup.resolve(withdraw, QUIET);
        -left.moved(Meter::Of(Holder, Gauge::Trust), |c| {
            matches!(c, Cause::Withdrawal(..))
        })
    };
    assert!(cost(0) < cost(4));
}

#[test]
fn only_the_side_that_performs_can_withdraw() {
    let setup = Setup::dealt(1).agreed(SANCTIONS, 3, Status::Clear);
    let allows = |side: Side| {
        let legal = Legal::of(tables(), side, &setup.state.common, &setup.state.own[side]);
        legal.allows_table(Table::Withdraw(ClauseId(SANCTIONS)))
    };
    assert!(allows(Presser) && !allows(Holder));
}

#[test]
fn who_withdraws_stands_a_level_further_back() {
    let sanctions = ClauseId(SANCTIONS);
    let left = Setup::dealt(1)
        .standing(Presser, SANCTIONS, 3, Channel::Open)
        .agreed(SANCTIONS, 3, Status::Clear)
        .resolve(table(Table::Withdraw(sanctions)), QUIET);
    assert_eq!(
        left.state.common.clause(sanctions).position[Presser],
        Level(2)
    );
}

#[test]
fn nobody_walks_out_or_withdraws_in_the_last_round() {
    let withdraw = Table::Withdraw(ClauseId(SANCTIONS));
    let allows = |last: bool, table: Table| {
        let setup = Setup::dealt(1)
            .agreed(SANCTIONS, 3, Status::Clear)
            .with(|s| {
                if last {
                    s.common.rounds = s.common.round;
                }
            });
        let s = setup.state;
        Legal::of(tables(), Presser, &s.common, &s.own[Presser]).allows_table(table)
    };
    for leaving in [withdraw, Table::WalkOut] {
        assert!(allows(false, leaving) && !allows(true, leaving));
    }
}

#[test]
fn a_grand_bargain_that_nobody_takes_lapses_and_is_said_to() {
    let lapsed = |answer| {
        let offered = Setup::dealt(1).with(|s| s.common.bargain[Holder] = Some(Terms::Halfway));
        offered
            .resolve(answer, QUIET)
            .has(|outcome| *outcome == Outcome::Lapsed(Holder))
    };
    assert!(lapsed(QUIET) && !lapsed(table(Table::AcceptBargain)));
}

#[test]
fn what_cannot_be_undone_stays_done_after_a_withdrawal() {
    let t = tables();
    let stockpile = ClauseId(1);
    assert!(
        t.clauses[1].reversible < 100,
        "what was shipped out cannot come back"
    );
    let left = Setup::dealt(1)
        .agreed(stockpile.0, 0, Status::Clear)
        .resolve(QUIET, table(Table::Withdraw(stockpile)));
    assert!(left.state.common.clauses[1].quo < t.clauses[1].quo);
}

#[test]
fn waiving_together_costs_less_than_waiving_alone() {
    let face = |holder| {
        let waived = Setup::dealt(1).resolve(table(Table::Waive), holder);
        waived.moved(Meter::Of(Presser, Gauge::Face), |c| {
            c == Cause::Waiver(Presser)
        })
    };
    assert!(face(table(Table::Waive)) > face(QUIET));
}

#[test]
fn a_side_that_leaves_the_room_is_away_next_round_and_its_open_offers_are_gone() {
    let left = Setup::dealt(1)
        .standing(Presser, MISSILES, 1, Channel::Open)
        .resolve(table(Table::WalkOut), QUIET);
    let state = left.state;
    assert_eq!(
        state.common.clauses[usize::from(MISSILES)].standing[Presser],
        None
    );
    let legal = Legal::of(tables(), Presser, &state.common, &state.own[Presser]);
    assert!(!legal.allows_table(Table::Waive) && legal.allows_table(Table::Hold));
}

#[test]
fn squeezing_raises_the_others_strain_and_the_price() {
    let before =
        Setup::dealt(1).with(|s| s.common.grip = fog_of_peace::rules::side::PerSide([0, 0]));
    let price = before.state.common.price(&tables().constants);
    let after = before.resolve(field(Field::Squeeze), QUIET);
    assert!(
        after.moved(Meter::Of(Holder, Gauge::Strain), |c| matches!(
            c,
            Cause::Field(..)
        )) > 0
    );
    assert!(after.state.common.price(&tables().constants) > price);
}

#[test]
fn a_cornered_side_may_make_one_grand_bargain() {
    let cornered = || Setup::dealt(1).with(|s| s.own[Holder].cornered = true);
    let bargain = table(Table::Bargain(Terms::Halfway));
    let legal = |s: &State| Legal::of(tables(), Holder, &s.common, &s.own[Holder]);
    assert!(legal(&cornered().state).allows(&bargain));
    assert!(!legal(&Setup::dealt(1).state).allows(&bargain));
    let made = cornered().resolve(QUIET, bargain).state;
    assert!(!legal(&made).allows_table(Table::Bargain(Terms::Halfway)));
    let taken = Setup { state: made }.with(|s| s.common.phase = Phase::Plans);
    let taken = taken.resolve(table(Table::AcceptBargain), QUIET).state;
    assert_eq!(taken.common.agreed(), (8, 8));
    assert_eq!(tables().constants.bargain_waives, 2);
    assert_eq!(taken.common.precondition.0, [false, false]);
}

#[test]
fn a_grand_bargain_is_settled_as_it_looked_to_whoever_took_it() {
    let made = Setup::dealt(1)
        .with(|s| s.own[Presser].cornered = true)
        .resolve(table(Table::Bargain(Terms::Halfway)), QUIET)
        .state;
    let mut offered = Setup { state: made };
    offered.state.common.phase = Phase::Plans;
    // A step given before, so that there is something to take back.
    let id = ClauseId(0);
    (offered.state.common.clauses).change(id, |clause| clause.position[Presser] = Level(2));
    let view = View::of(tables(), &offered.state, Holder);
    let seen = view.bargained(Table::AcceptBargain);
    let taken = offered.resolve(table(Table::Harden(id)), table(Table::AcceptBargain));
    for (id, level) in seen {
        assert_eq!(taken.state.common.clause(id).level, level, "{id:?}");
    }
}

#[test]
fn tension_at_the_top_is_war() {
    let war = Setup::dealt(1)
        .tension(99)
        .resolve(field(Field::Strike), field(Field::Strike));
    assert_eq!(war.state.ending(), Some(Ending::War));
}

#[test]
fn a_broken_home_front_recalls_its_negotiator_and_means_war_if_tension_is_high() {
    let ending = |tension| {
        let broken = Setup::dealt(1)
            .tension(tension)
            .with(|s| s.own[Presser].pressure = Tenths::FULL)
            .resolve(QUIET, QUIET);
        broken.state.ending()
    };
    assert_eq!(ending(10), Some(Ending::Recall(Presser)));
    assert_eq!(ending(85), Some(Ending::Collapse(Presser)));
}

fn ready_to_sign() -> Setup {
    let mut setup = Setup::dealt(1).with(|s| {
        s.common.precondition.0 = [false, false];
        for side in Side::BOTH {
            s.own[side].red_lines = [None; 3];
            s.own[side].pressure = Tenths::points(30);
            s.common.face[side] = Tenths::points(60);
        }
    });
    for clause in 0..8 {
        setup = setup.agreed(clause, 2, Status::Clear);
    }
    setup
}

fn at_level(state: &mut State, clause: u8, level: u8) {
    (state.common.clauses).change(ClauseId(clause), |clause| clause.level = Level(level));
}

/// The same, with enough behind it on both sides.
fn keepable() -> Setup {
    ready_to_sign().with(|s| {
        at_level(s, GUARANTEES, 4);
        at_level(s, 6, 0);
        for side in Side::BOTH {
            s.own[side].trust = Tenths::points(60);
        }
    })
}

#[test]
fn both_sign_and_both_ratify() {
    let signed = keepable().resolve(table(Table::Sign), table(Table::Sign));
    assert_eq!(signed.state.ending(), Some(Ending::Comprehensive));
}

#[test]
fn what_is_signed_is_the_text_as_it_stood_when_the_plans_were_made() {
    let card = card_that_reopens().expect("one that does");
    let signed = ready_to_sign()
        .with(|s| s.own[Holder].hand = [Some(card), None, None, None])
        .resolve(table(Table::Sign), with_card(Table::Sign, card));
    assert!(signed.has(|outcome| *outcome == Outcome::Overtaken));
    assert_eq!(signed.state.ending(), None);
}

/// A card of Tehran's that opens a clause again.
fn card_that_reopens() -> Option<CardId> {
    let deck = tables().sides[Holder].cards.len() as u8;
    (0..deck).map(CardId).find(|&card| {
        let played = ready_to_sign()
            .with(|s| s.own[Holder].hand = [Some(card), None, None, None])
            .resolve(table(Table::Hold), with_card(Table::Hold, card));
        played.has(|outcome| matches!(outcome, Outcome::Reopened(_)))
    })
}

fn with_card(decided: Table, card: CardId) -> Plan {
    Plan {
        card: Some(card),
        ..table(decided)
    }
}

#[test]
fn war_costs_a_side_more_whose_last_act_was_a_blow() {
    let score = |plan| {
        let war = Setup::dealt(1)
            .tension(99)
            .resolve(plan, field(Field::Strike));
        assert_eq!(war.state.ending(), Some(Ending::War));
        scores(tables(), &war.state)[Presser].ending
    };
    let (struck, held) = (score(field(Field::Strike)), score(QUIET));
    assert_eq!(held - struck, tables().constants.war_blow);
    assert!(struck < held);
}

#[test]
fn a_treaty_with_nothing_behind_it_is_paper() {
    let signed = ready_to_sign()
        .with(|s| {
            at_level(s, GUARANTEES, 0);
            s.own[Holder].trust = Tenths::ZERO;
        })
        .resolve(table(Table::Sign), table(Table::Sign));
    assert_eq!(signed.state.ending(), Some(Ending::PaperPeace));
}

#[test]
fn a_capital_refuses_what_lies_beyond_its_red_line() {
    let crossed = ready_to_sign().with(|s| {
        let line = RedLine {
            clause: ClauseId(SHIPPING),
            limit: Level(1),
        };
        s.own[Presser].red_lines = [Some(line), None, None];
    });
    let reason = refusal(tables(), &crossed.state, Presser);
    assert_eq!(reason, Some(Refusal::RedLine(ClauseId(SHIPPING))));
    let refused = crossed
        .resolve(table(Table::Sign), table(Table::Sign))
        .state;
    assert_eq!(refused.ending(), None);
    assert_eq!(
        refused.common.clauses[usize::from(SHIPPING)].status,
        Status::Open
    );
}

#[test]
fn a_side_that_signs_alone_loses_face() {
    let jilted = ready_to_sign().resolve(table(Table::Sign), QUIET);
    assert!(jilted.has(|o| *o == Outcome::Jilted(Presser)));
    assert!(
        jilted.moved(Meter::Of(Presser, Gauge::Face), |c| c
            == Cause::Jilted(Presser))
            < 0
    );
}

/// Washington has signed alone a round ago.
fn signed_by_one() -> Setup {
    let signed = keepable().resolve(table(Table::Sign), QUIET).state;
    assert_eq!(signed.common.signed.0, [true, false]);
    Setup { state: signed }.with(|s| s.common.phase = Phase::Plans)
}

#[test]
fn a_signature_stands_for_a_round() {
    let signed = signed_by_one().resolve(QUIET, table(Table::Sign));
    assert_eq!(signed.state.ending(), Some(Ending::Comprehensive));
    let lapsed = signed_by_one().resolve(QUIET, QUIET).state;
    assert_eq!(lapsed.common.signed.0, [false, false]);
    let lapsed = Setup { state: lapsed }.with(|s| s.common.phase = Phase::Plans);
    let late = lapsed.resolve(QUIET, table(Table::Sign));
    assert!(late.has(|o| *o == Outcome::Jilted(Holder)));
    assert_eq!(late.state.common.signed.0, [false, true]);
}

#[test]
fn who_walks_out_takes_its_signature_along() {
    let left = signed_by_one().resolve(table(Table::WalkOut), table(Table::Sign));
    assert!(left.has(|o| *o == Outcome::Jilted(Holder)));
    assert_eq!(left.state.ending(), None);
}

#[test]
fn a_signature_is_to_the_text_that_was_signed() {
    let card = card_that_reopens().expect("one that does");
    let reopened = keepable()
        .with(|s| s.own[Holder].hand = [Some(card), None, None, None])
        .resolve(table(Table::Sign), with_card(Table::Hold, card));
    assert!(reopened.has(|o| *o == Outcome::Jilted(Presser)));
    assert_eq!(reopened.state.common.signed.0, [false, false]);
}

#[test]
fn news_that_leaves_nothing_to_sign_makes_a_signature_void() {
    // One clause is still open, and news may settle it in words that cannot be signed.
    let signed = |event| {
        let last = ClauseId(7);
        let alone = keepable()
            .with(|s| {
                (s.common.clauses).change(last, |clause| clause.status = Status::Open);
                s.chance.next = Some(event);
            })
            .resolve(table(Table::Sign), QUIET);
        let signed = alone.state.common.signed.0;
        (alone.state.common.clause(last).status, signed)
    };
    let found: Vec<_> = (0..tables().events.len() as u8)
        .map(|id| signed(EventId(id)))
        .collect();
    assert!(found.contains(&(Status::Vague, [false, false])));
    assert!(found.contains(&(Status::Open, [true, false])));
    assert!(!found.contains(&(Status::Vague, [true, false])));
}

#[test]
fn going_all_out_relieves_a_cornered_home_and_can_be_done_once() {
    let cornered = Setup::dealt(1)
        .tension(10)
        .with(|s| s.own[Holder].cornered = true);
    let done = cornered.resolve(QUIET, field(Field::AllOut));
    let relief = done.moved(Meter::Of(Holder, Gauge::Pressure), |c| {
        c == Cause::Field(Holder, Field::AllOut)
    });
    assert!(relief < 0);
    let own = &done.state.own[Holder];
    assert!(own.desperate_spent);
    let legal = Legal::of(tables(), Holder, &done.state.common, own);
    assert!(!legal.allows_field(Field::AllOut));
}
