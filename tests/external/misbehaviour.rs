//! Programs that do not do what they should.

use crate::{
    FAIR, GULF, Outside, Seating, Stop, Who, against, astray, forfeit, gone, hasty, patient, pid,
    player, python, sh,
};
use fog_of_peace::rules::deal::Length;
use fog_of_peace::rules::plan::{ChoiceId, Decision, Plan};
use fog_of_peace::rules::side::Side;
use fog_of_peace::rules::state::{Ask, State};
use fog_of_peace::rules::view::View;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// Limits for a move, and what is told under them.
fn telling(move_ms: u32) -> (Outside, Arc<Mutex<Vec<String>>>) {
    let told = Arc::new(Mutex::new(Vec::new()));
    let log = told.clone();
    let tell = move |line: &str| log.lock().unwrap().push(line.to_owned());
    let outside = Outside {
        move_ms,
        log: Some(Arc::new(tell)),
        ..patient()
    };
    (outside, told)
}

/// Whether all of these are what stands for no decision.
fn defaults(decisions: &[Decision]) -> bool {
    let default = |decision: &Decision| {
        matches!(
            decision,
            Decision::Plan(Plan::DEFAULT) | Decision::Choice(ChoiceId(0))
        )
    };
    decisions.iter().all(default)
}

#[test]
fn a_fair_player_plays_to_the_end() {
    let (played, decisions) = against(&player(r#"fair "$line""#), 1, &patient());
    assert_eq!(played.forfeits[Side::Holder], None);
    assert!(decisions.len() >= 3 && defaults(&decisions));
}

/// Each forfeits for this reason, and the game is played to its end without it.
#[test]
fn who_does_not_speak_the_protocol_forfeits_at_once() {
    for (script, reason) in [
        ("exit 3", "it ended with exit code 3 before it said hello"),
        (
            "kill -9 $$",
            "it was ended by signal 9 before it said hello",
        ),
        (
            "exec >&-; sleep 60",
            "it closed its standard output before it said hello",
        ),
        ("yes", "it did not begin with hello, but with \"y\""),
        ("cat /dev/zero", "it did not begin with hello"),
        ("printf '\\377\\n'; sleep 60", "it did not begin with hello"),
        (
            r#"echo '{"t":"hello","proto":2}'; sleep 60"#,
            "it speaks version 2 of the protocol, not 1",
        ),
        ("exec sleep 60", "it said no hello within 3000 ms"),
        ("exec <&-; sleep 60", "it said no hello within 3000 ms"),
    ] {
        let start = Instant::now();
        let (played, decisions) = against(&sh(script), 1, &hasty());
        assert_eq!(forfeit(&played).reason, reason, "{script}");
        assert!(defaults(&decisions), "{script}");
        assert!(start.elapsed() < Duration::from_secs(10), "{script}");
    }
}

#[test]
fn of_a_first_line_that_is_no_hello_a_plain_piece_is_quoted() {
    let long = sh(r"printf '\033[2J'; head -c 60000 /dev/zero | tr '\0' x; echo; sleep 60");
    let (played, _) = against(&long, 1, &patient());
    let piece = format!(r"\u{{1b}}[2J{}...", "x".repeat(56));
    assert_eq!(
        forfeit(&played).reason,
        format!("it did not begin with hello, but with \"{piece}\"")
    );
}

#[test]
fn who_cannot_be_started_forfeits() {
    let (played, _) = against(&"cmd:./no/such/program".parse().unwrap(), 1, &hasty());
    let reason = forfeit(&played).reason;
    assert!(
        reason.starts_with("`./no/such/program` cannot be started"),
        "{reason}"
    );
}

/// Each is at fault in every question; after three it forfeits.
#[test]
fn three_questions_without_an_answer_that_can_be_taken_forfeit() {
    let bad = r#"case $line in '{"t":"act"'*|'{"t":"error"'*) "#;
    let or_fair = r#" ;; *) fair "$line" ;; esac"#;
    for answer in [
        ":",                                           // nothing
        "echo nonsense",                               // no message
        r#"echo '{"t":"act","id":1}'"#,                // half of one
        r"printf '\377\376\n'",                        // no text
        "head -c 300000 /dev/zero | tr '\\0' x; echo", // a huge line
        "head -c 3000000 /dev/zero",                   // one without an end
        "yes '{\"t\":\"weather\"}'",                   // a flood of what is ignored
        "yes >&2",                                     // a flood of its log
    ] {
        let start = Instant::now();
        let (played, decisions) = against(&player(&format!("{bad}{answer}{or_fair}")), 2, &hasty());
        let reason = forfeit(&played).reason;
        assert_eq!(
            reason, "no answer that could be taken to 3 questions",
            "{answer}"
        );
        assert!(defaults(&decisions), "{answer}");
        assert!(start.elapsed() < Duration::from_secs(6), "{answer}");
    }
}

#[test]
fn a_bad_answer_is_told_and_a_better_one_taken() {
    let (outside, told) = telling(60_000);
    let stubborn = player(
        r#"case $line in
            '{"t":"act"'*)
                kept=$line; id=${line#*\"id\":}; id=${id%%,*}
                echo "{\"t\":\"act\",\"id\":$id,\"choice\":\"elsewhere\"}" ;;
            '{"t":"error"'*) echo "$line" >&2; fair "$kept" ;;
            *) fair "$line" ;;
            esac"#,
    );
    let (played, [_, decisions]) = crate::game([&Who::Staller, &stubborn], 1, &outside);
    assert_eq!(played.forfeits[Side::Holder], None);
    assert!(defaults(&decisions));
    let told = told.lock().unwrap();
    assert!(told[0].starts_with("iran: question 1: "), "{told:?}");
    assert!(
        told[1].starts_with("iran: {\"t\":\"error\",\"id\":1,\"code\":"),
        "{told:?}"
    );
}

#[test]
fn a_late_answer_is_taken_while_it_is_waited_for_once_more() {
    let slow = player(
        r#"case $line in
            '{"t":"act","id":1,'*) sleep 1.5; fair "$line" ;;
            '{"t":"error"'*) echo "$line" >&2 ;;
            *) fair "$line" ;;
            esac"#,
    );
    let (outside, told) = telling(1000);
    let (played, _) = against(&slow, 1, &outside);
    assert_eq!(played.forfeits[Side::Holder], None);
    let told = told.lock().unwrap();
    assert_eq!(told[0], "iran: question 1: late: no answer within 1000 ms");
}

#[test]
fn a_crash_forfeits_and_the_last_lines_of_its_log_are_kept() {
    let dying = player(
        r#"case $line in
            '{"t":"act","id":2'*) for n in 1 2 3 4 5 6 7; do echo "trace $n" >&2; done; exit 70 ;;
            *) fair "$line" ;;
            esac"#,
    );
    let (played, decisions) = against(&dying, 1, &patient());
    let forfeit = forfeit(&played);
    assert_eq!(forfeit.reason, "it ended with exit code 70");
    assert_eq!(
        forfeit.last,
        ["trace 3", "trace 4", "trace 5", "trace 6", "trace 7"]
    );
    assert!(decisions.len() > 2 && defaults(&decisions));
}

#[test]
fn the_last_line_of_a_log_is_kept_though_nothing_ended_it() {
    // A letter of two bytes, written in two pieces.
    let torn = sh(r"printf 'tr\303' >&2; sleep 0.3; printf '\250s mal' >&2; exit 1");
    let (played, _) = against(&torn, 1, &patient());
    assert_eq!(forfeit(&played).last, ["tr\u{e8}s mal"]);
    let (outside, told) = telling(60_000);
    let polite = player(
        r#"case $line in '{"t":"quit"'*) printf bye >&2; exit 0 ;; *) fair "$line" ;; esac"#,
    );
    let (played, _) = against(&polite, 1, &outside);
    assert_eq!(played.forfeits[Side::Holder], None);
    assert_eq!(*told.lock().unwrap(), ["iran: bye"]);
}

#[test]
fn who_ignores_the_end_is_killed_with_all_it_started() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name);
    let deaf = sh(&format!(
        "{FAIR} trap '' TERM INT HUP; echo $$ > {0}/own; sleep 600 & echo $! > {0}/child;
         while :; do read -r line && case $line in '{{\"t\":\"quit\"'*) ;; *) fair \"$line\" ;; esac; done",
        folder.path().display()
    ));
    let start = Instant::now();
    let (played, _) = against(&deaf, 1, &patient());
    assert_eq!(played.forfeits[Side::Holder], None);
    assert!(start.elapsed() < Duration::from_secs(8));
    assert!(gone(pid(&file("own"))) && gone(pid(&file("child"))));
}

#[test]
fn who_leaves_its_group_and_ignores_the_end_is_killed_nevertheless() {
    if !python() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("own");
    let deaf = astray(&format!(
        r#"{FAIR} echo $$ > {}
        while read -r line; do case $line in '{{"t":"quit"'*) ;; *) fair "$line" ;; esac; done
        exec sleep 30"#,
        own.display()
    ));
    let start = Instant::now();
    let (played, _) = against(&deaf.parse().unwrap(), 1, &patient());
    assert_eq!(played.forfeits[Side::Holder], None);
    assert!(start.elapsed() < Duration::from_secs(15));
    assert!(gone(pid(&own)));
}

#[test]
fn who_leaves_children_behind_that_hold_its_pipes_is_gone_nevertheless() {
    let folder = tempfile::tempdir().unwrap();
    let forking = sh(&format!(
        r#"sleep 600 & echo $! > {}/child; echo '{{"t":"hello","proto":1}}'"#,
        folder.path().display()
    ));
    let start = Instant::now();
    let (played, _) = against(&forking, 1, &patient());
    assert_eq!(forfeit(&played).reason, "it ended with exit code 0");
    assert!(start.elapsed() < Duration::from_secs(5));
    assert!(gone(pid(&folder.path().join("child"))));
}

#[test]
fn who_thinks_is_interrupted() {
    let t = &GULF.tables;
    let stop = Stop::default();
    let outside = Outside {
        move_ms: 60_000,
        ..Outside::default()
    };
    let pensive = player(r#"case $line in '{"t":"act"'*) sleep 600 ;; *) fair "$line" ;; esac"#);
    let state = (0..1000)
        .map(|seed| State::deal(t, seed, Length::Short, &mut ()))
        .find(|state| state.ask(t, Side::Holder) == Some(Ask::Plan))
        .unwrap();
    let view = View::of(t, &state, Side::Holder);
    let start = Instant::now();
    thread::scope(|scope| {
        scope.spawn(|| {
            let seating = Seating::new(&GULF, Side::Holder, 1, &stop).with(&outside);
            let mut negotiator = pensive.seat(&seating);
            assert!(defaults(&[negotiator.decide(t, &view)]));
            assert_eq!(negotiator.forfeit(), None);
        });
        thread::sleep(Duration::from_millis(300));
        stop.give();
    });
    assert!(start.elapsed() < Duration::from_secs(4));
}
