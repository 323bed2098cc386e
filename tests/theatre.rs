//! A recorded game looked at again: verified, taken over, compared, and shown when the rules
//! have moved on.
#![allow(clippy::unwrap_used)]

mod recorded;

use fog_of_peace::narrate::Phrases;
use fog_of_peace::negotiator::{Outside, Stop};
use fog_of_peace::plain::{self, Manner};
use fog_of_peace::record::{
    FORMAT, Fault, FaultKind, Header, Inject, Loaded, Record, SaveFile, Seat, Swapped, fork, write,
};
use fog_of_peace::rules::deal::Length;
use fog_of_peace::rules::dice::{Dice, Stream};
use fog_of_peace::rules::plan::{ChoiceId, Decision, Plan, Say};
use fog_of_peace::rules::side::Side;
use fog_of_peace::rules::state::Ask;
use fog_of_peace::scenario::Scenario;
use fog_of_peace::session::{Progress, Session};
use fog_of_peace::theatre::{
    Answers, Found, Ground, Kind, Lineage, Place, Recording, Source, TakenOver, TheatreError,
    Vantage, deal,
};
use recorded::{header, play};
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

static GULF: LazyLock<Scenario> = LazyLock::new(|| Scenario::load("gulf").unwrap());

/// A game between two scripts.
fn game(seed: u64) -> Record {
    play(
        &GULF,
        header(&GULF, ["conceder", "tit-for-tat"], seed, Length::Short),
    )
}

fn recording(record: &Record) -> Recording {
    of(&write(record), &GULF)
}

fn of(text: &str, scenario: &Scenario) -> Recording {
    let loaded = Loaded::parse(text.as_bytes(), Path::new("game.ron")).unwrap();
    Recording::of(loaded, Arc::new(scenario.clone()), None).unwrap()
}

/// A game in a file of its own.
fn kept(folder: &Path, record: &Record) -> PathBuf {
    let mut file = SaveFile::create(folder, "game").unwrap();
    file.save(record).unwrap();
    file.path().to_owned()
}

fn taken(folder: &Path, round: u8, side: Side) -> TakenOver {
    TakenOver {
        round,
        side,
        opponent: "staller".parse().unwrap(),
        title: "What if".into(),
        saves: Some(folder.to_owned()),
        created: 1_795_478_500,
        outside: Outside::default(),
    }
}

/// Plays a session to its end with the default plan.
fn finish(session: &mut Session) {
    while session.ending().is_none() {
        let decision = match session.ask() {
            Some(Ask::Choice(_)) => Decision::Choice(ChoiceId(0)),
            Some(Ask::Plan) => Decision::Plan(Plan::DEFAULT),
            None => {
                session.wait();
                continue;
            }
        };
        if session.decide(decision).unwrap() == Progress::Waiting {
            session.wait();
        }
    }
}

#[test]
fn every_moment_of_a_game_is_in_a_round_and_stepping_back_ends_at_the_deal() {
    let recording = recording(&game(3));
    let moments = recording.moments().len();
    let mut at = 0;
    for (number, round) in (1..).zip(recording.rounds()) {
        assert_eq!(round.number, number);
        assert_eq!(round.moments.start, at);
        at = round.moments.end;
        assert_eq!(recording.moments()[at - 1].kind(), Kind::Round);
        assert_eq!(recording.close_of(number), Some(at - 1));
    }
    assert_eq!(at, moments);
    assert!(recording.rounds().last().unwrap().marks.ending.is_some());
    let mut steps = vec![recording.last()];
    while *steps.last().unwrap() > 0 {
        steps.push(recording.back(*steps.last().unwrap()));
    }
    assert_eq!(steps.len(), recording.rounds().len() + 1);
    for pair in steps.windows(2) {
        assert_eq!(recording.forward(pair[1]), pair[0]);
    }
}

#[test]
fn negotiators_of_this_program_decide_again_what_they_decided() {
    let record = play(
        &GULF,
        header(&GULF, ["search:30", "conceder"], 6, Length::Short),
    );
    let rederived = recording(&record).rederive(&Stop::default(), &mut || ());
    assert_eq!(rederived.len(), 2);
    for seat in rederived {
        let Found::Asked {
            decisions,
            deviations,
        } = seat.found
        else {
            panic!("{:?}", seat.found);
        };
        assert!(decisions >= 8);
        assert_eq!(deviations, []);
    }
}

#[test]
fn a_decision_that_was_not_the_negotiators_own_is_the_only_one_that_is_named() {
    // Whoever sits there now is not who played; only the presser's name was changed.
    let played = game(4);
    let mut claimed = played.header().clone();
    claimed.seats.0[0] = Seat::Opponent("hard-liner".into());
    let decided = recording(&played)
        .moments()
        .iter()
        .filter_map(|moment| moment.decision)
        .collect::<Vec<_>>();
    let forged = fork(claimed, &GULF, decided).unwrap().record;
    let found = recording(&forged).rederive(&Stop::default(), &mut || ());
    let deviations = |at: usize| match &found[at].found {
        Found::Asked { deviations, .. } => deviations.len(),
        other => panic!("{other:?}"),
    };
    assert!(deviations(0) > 0);
    assert_eq!(deviations(1), 0, "the holder's is who it says");
}

#[test]
fn a_branch_begins_as_its_parent_did_and_names_it() {
    let folder = tempfile::tempdir().unwrap();
    let parent = kept(folder.path(), &game(6));
    let recording = Place::file(&parent).open().unwrap();
    let how = taken(folder.path(), 3, Side::Holder);
    let game = recording.take_over(how).unwrap();
    let mut session = Session::branch(game, Box::new(|| ())).unwrap();
    assert_eq!(session.side(), Side::Holder);
    assert_eq!(session.view().common.round, 3);
    finish(&mut session);
    let path = session.save_path().unwrap().to_owned();
    drop(session);

    let branch = Place::file(&path).open().unwrap();
    assert_eq!(branch.faults(), []);
    assert!(matches!(branch.lineage(), Some(Lineage::Holds { .. })));
    assert_eq!(deal(branch.header()), deal(recording.header()));
    let common = recording.beginning(3).unwrap().parent.entry as usize;
    for (own, theirs) in branch.moments()[..common].iter().zip(recording.moments()) {
        assert_eq!((&own.what, &own.state), (&theirs.what, &theirs.state));
    }
    let parting = recording.parting(&branch);
    assert!(parting.round.is_some_and(|round| round >= 3), "{parting:?}");

    // What is taken up again is still the branch.
    let loaded = Loaded::parse(&std::fs::read(&path).unwrap(), &path).unwrap();
    assert_eq!(loaded.header.parent, branch.header().parent);

    // Another game in the parent's place is not the parent, and none cannot be compared.
    std::fs::write(&parent, write(&self::game(7))).unwrap();
    let lineage = Place::file(&path).open().unwrap().lineage();
    assert!(
        matches!(lineage, Some(Lineage::Parted { entry: 1, .. })),
        "{lineage:?}"
    );
    std::fs::remove_file(&parent).unwrap();
    let lineage = Place::file(&path).open().unwrap().lineage();
    assert!(
        matches!(lineage, Some(Lineage::Missing { .. })),
        "{lineage:?}"
    );
}

/// A game of two scripts in whose header a person sits on a side, and its file.
fn with_person(folder: &Path, side: Side, change: impl Fn(&mut Header)) -> (Record, PathBuf) {
    let played = game(6);
    let mut header = played.header().clone();
    header.seats[side] = Seat::Person;
    header.names[side] = "Ada".into();
    change(&mut header);
    let replayed = recording(&played);
    let decided = replayed.moments().iter().filter_map(|it| it.decision);
    let record = fork(header, &GULF, decided).unwrap().record;
    let path = kept(folder, &record);
    (record, path)
}

#[test]
fn a_game_that_answers_another_is_held_against_it_and_says_in_what_they_differ() {
    let folder = tempfile::tempdir().unwrap();
    let (first, path) = with_person(folder.path(), Side::Presser, |_| ());
    let swapped = Swapped {
        save: Place::file(&path).name(),
        chain: first.entries().last().unwrap().chain,
    };
    let answers = |side: Side, change: &dyn Fn(&mut Header)| {
        let (_, path) = with_person(folder.path(), side, |header| {
            header.seats[side.other()] = Seat::Opponent("tit-for-tat".into());
            header.swapped = Some(swapped.clone());
            change(header);
        });
        Place::file(path).open().unwrap().answers().unwrap()
    };
    let differs = |answers: Answers| match answers {
        Answers::Differs { grounds, .. } => grounds,
        other => panic!("{other:?}"),
    };
    let same = answers(Side::Holder, &|_| ());
    assert!(
        matches!(
            &same,
            Answers::Holds {
                opponents: None,
                ..
            }
        ),
        "{same:?}"
    );
    let other = answers(Side::Holder, &|header| {
        header.seats[Side::Presser] = Seat::Opponent("staller".into());
    });
    let opponents = Some(["tit-for-tat".into(), "staller".into()]);
    assert!(matches!(other, Answers::Holds { opponents: found, .. } if found == opponents));
    let seats = answers(Side::Presser, &|_| ());
    assert_eq!(differs(seats), [Ground::Seats]);
    let name = answers(Side::Holder, &|header| {
        header.names[Side::Holder] = "Eve".into();
    });
    assert_eq!(differs(name), [Ground::Seats]);
    let injects = answers(Side::Holder, &|header| {
        header.injects.push(Inject {
            round: 30,
            event: "seized-ship".into(),
        });
    });
    assert_eq!(differs(injects), [Ground::Injects]);
    let content = answers(Side::Holder, &|header| header.content.0[0] ^= 1);
    assert_eq!(differs(content), [Ground::Content]);
    let other = answers(Side::Holder, &|header| {
        header.swapped.as_mut().unwrap().chain.0[0] ^= 1;
    });
    assert!(matches!(other, Answers::Other { .. }), "{other:?}");
    let missing = answers(Side::Holder, &|header| {
        header.swapped.as_mut().unwrap().save = "../first.ron".into();
    });
    assert!(matches!(missing, Answers::Missing { .. }), "{missing:?}");
}

#[test]
fn what_a_game_says_wrongly_of_another_is_told_to_whoever_watches_it() {
    let folder = tempfile::tempdir().unwrap();
    let (first, path) = with_person(folder.path(), Side::Presser, |_| ());
    let parent = Place::file(&path).open().unwrap().beginning(3).unwrap();
    let swapped = Swapped {
        save: Place::file(&path).name(),
        chain: first.entries().last().unwrap().chain,
    };
    let words = Phrases::english();
    let doubts = |side: Side, change: &dyn Fn(&mut Header)| {
        let (_, path) = with_person(folder.path(), side, |header| {
            header.seats[side.other()] = Seat::Opponent("tit-for-tat".into());
            change(header);
        });
        let recording = Place::file(path).open().unwrap();
        assert!(recording.faults().is_empty());
        recording.doubts(&words).join(" / ")
    };
    let branch = |header: &mut Header| header.parent = Some(parent.parent.clone());
    let answer = |header: &mut Header| header.swapped = Some(swapped.clone());
    let late = Inject {
        round: first.progress().rounds + 1,
        event: "seized-ship".into(),
    };
    assert_eq!(doubts(Side::Presser, &branch), "");
    assert_eq!(doubts(Side::Holder, &answer), "");
    let other = doubts(Side::Presser, &|header| {
        branch(header);
        header.injects.push(late.clone());
    });
    let forced = words.get("theatre.verify.ground.injects");
    assert!(
        other.contains(&swapped.save) && other.contains(forced),
        "{other}"
    );
    let other = doubts(Side::Presser, &answer);
    let seats = words.get("theatre.verify.ground.seats");
    assert!(
        other.contains(&swapped.save) && other.contains(seats),
        "{other}"
    );
    let other = doubts(Side::Holder, &|header| {
        answer(header);
        header.swapped.as_mut().unwrap().chain.0[0] ^= 1;
    });
    assert!(other.contains("has been altered"), "{other}");
}

#[test]
fn a_branch_that_forces_other_events_than_its_parent_is_told_apart_from_it() {
    let folder = tempfile::tempdir().unwrap();
    let (first, path) = with_person(folder.path(), Side::Presser, |_| ());
    let parent = Place::file(&path)
        .open()
        .unwrap()
        .beginning(3)
        .unwrap()
        .parent;
    let branch = |change: &dyn Fn(&mut Header)| {
        let (_, path) = with_person(folder.path(), Side::Presser, |header| {
            header.parent = Some(parent.clone());
            change(header);
        });
        Place::file(path).open().unwrap().lineage().unwrap()
    };
    assert!(matches!(branch(&|_| ()), Lineage::Holds { .. }));
    let other = branch(&|header| {
        header.injects.push(Inject {
            round: first.progress().rounds + 1,
            event: "seized-ship".into(),
        });
    });
    let Lineage::Differs { grounds, .. } = other else {
        panic!("{other:?}");
    };
    assert_eq!(grounds, [Ground::Injects]);
}

#[test]
fn whoever_decides_as_before_gets_the_same_game_again() {
    let played = game(8);
    let recording = recording(&played);
    let decided = recording
        .moments()
        .iter()
        .filter_map(|moment| moment.decision);
    let again = fork(played.header().clone(), &GULF, decided).unwrap();
    assert_eq!(again.record.state(), played.state());
    assert_eq!(again.record.entries(), played.entries());
}

#[test]
fn games_that_differ_only_in_who_sealed_first_are_the_same() {
    let played = game(8);
    let straight = recording(&played);
    let mut decided: Vec<_> = straight
        .moments()
        .iter()
        .filter_map(|moment| Some((moment.kind(), moment.round, moment.decision?)))
        .collect();
    for pair in decided.chunk_by_mut(|a, b| (a.0, a.1) == (b.0, b.1)) {
        pair.reverse();
    }
    let mut decided: Vec<_> = decided.into_iter().map(|(.., decision)| decision).collect();
    let header = played.header().clone();
    let crossed = fork(header.clone(), &GULF, decided.iter().copied()).unwrap();
    assert_ne!(crossed.record.entries(), played.entries());
    let crossed = recording(&crossed.record);
    assert_eq!(straight.parting(&crossed).parts, None);

    // Where one plan is another, they part at that seat's plan, wherever it stands.
    let last = decided
        .iter()
        .rposition(|(side, _)| *side == Side::Holder)
        .unwrap();
    let Decision::Plan(mut plan) = decided[last].1 else {
        panic!("{:?}", decided[last]);
    };
    plan.say = Say::ALL.into_iter().find(|say| *say != plan.say).unwrap();
    decided.truncate(last);
    let begun = decided
        .into_iter()
        .chain([(Side::Holder, Decision::Plan(plan))]);
    let other = fork(header, &GULF, begun).unwrap();
    let parting = straight.parting(&recording(&other.record));
    let [here, there] = parting.parts.unwrap();
    assert_eq!(straight.moments()[here].decision.unwrap().0, Side::Holder);
    assert_ne!(here, there);
}

#[test]
fn the_parent_of_a_branch_cannot_lead_out_of_its_folder() {
    let folder = tempfile::tempdir().unwrap();
    let path = kept(folder.path(), &game(6));
    let recording = Place::file(&path).open().unwrap();
    let mut how = recording.beginning(2).unwrap().parent;
    for name in ["../game-1.ron", "/etc/passwd", "..", "", "a\u{1b}[2J"] {
        name.clone_into(&mut how.save);
        assert_eq!(how.file_name(), None, "{name}");
    }
}

#[test]
fn the_other_side_of_a_game_that_goes_on_cannot_be_taken_over() {
    let folder = tempfile::tempdir().unwrap();
    let played = game(9);
    let mut open: Header = played.header().clone();
    open.seats.0[0] = Seat::Person;
    let recorded = recording(&played);
    let decided = recorded.moments()[..8]
        .iter()
        .filter_map(|moment| moment.decision);
    let open = fork(open, &GULF, decided).unwrap().record;
    let recording = of(&write(&open), &GULF);
    assert_eq!(recording.vantages(), [Vantage::Seat(Side::Presser)]);
    let refused = recording.take_over(taken(folder.path(), 2, Side::Holder));
    assert!(matches!(refused, Err(TheatreError::NotYours)));
    assert!(
        recording
            .take_over(taken(folder.path(), 2, Side::Presser))
            .is_ok()
    );
    let nowhere = recording.take_over(taken(folder.path(), 200, Side::Presser));
    assert!(matches!(nowhere, Err(TheatreError::NoRound { .. })));
}

#[test]
fn a_game_of_other_rules_is_shown_from_its_snapshots_and_cannot_be_played_on() {
    let played = game(10);
    let text = write(&played);
    let mut other = GULF.clone();
    other.hash = [7; 32];
    for weight in &mut other.tables.clauses {
        weight.quo = 40 - weight.quo.min(40);
    }
    let recording = of(&text, &other);
    assert_eq!(recording.source(), Source::Snapshots);
    let rounds: Vec<u8> = recording.rounds().iter().map(|it| it.number).collect();
    let all: Vec<u8> = (1..=played.state().common.round).collect();
    assert_eq!(rounds, all);
    assert_eq!(recording.ending(), played.state().ending());
    assert_eq!(recording.moments().len(), played.entries().len());
    for snapshot in played.snapshots() {
        let shown = &recording.moments()[snapshot.entry as usize - 1];
        assert_eq!(shown.state, snapshot.state);
    }
    let kinds: Vec<&FaultKind> = recording.faults().iter().map(|it| &it.kind).collect();
    assert!(matches!(kinds[0], FaultKind::Scenario { .. }), "{kinds:?}");
    assert!(recording.faults().last().unwrap().entry > 0, "{kinds:?}");
    assert!(matches!(recording.beginning(2), Err(TheatreError::MovedOn)));
}

#[test]
fn of_an_altered_game_only_what_holds_is_shown() {
    let played = game(11);
    let text = write(&played);
    let place = text.match_indices("what: \"plan:").nth(5).unwrap().0;
    let altered = format!("{}what: \"plan: {}", &text[..place], &text[place + 12..]);
    let recording = of(&altered, &GULF);
    assert_eq!(recording.source(), Source::Log);
    let bad = recording.faults().last().unwrap().entry;
    assert_eq!(recording.moments().len() + 1, bad as usize);
}

#[test]
fn a_save_of_format_1_is_read_as_one_of_the_present_format() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("saves/fixtures/format-1.ron");
    let loaded = fog_of_peace::record::read(&path).unwrap();
    assert_eq!((loaded.format, FORMAT), (1, 2));
    assert_eq!(loaded.header.parent, None);
    assert_eq!(loaded.intact().len(), loaded.entries.len());
    let recording = Place::file(path).open().unwrap();
    assert!(recording.ending().is_some());
    assert!(recording.rounds().len() > 6);
}

#[test]
fn an_entry_that_format_1_did_not_hold_is_not_made_whole_by_the_migration() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("saves/fixtures/format-1.ron");
    let text = std::fs::read_to_string(path).unwrap();
    let altered = text.replacen("plan: progress", "plan: measured", 1);
    assert_ne!(text, altered);
    let loaded = Loaded::parse(altered.as_bytes(), Path::new("game.ron")).unwrap();
    let entry = loaded.intact().len() + 1;
    assert!(loaded.entries[entry - 1].what.contains("measured"));
    // The rules have moved on since: the replay may stop before it, and never goes past it.
    let faults = loaded.replay(&GULF).faults;
    let stops = |fault: &Fault| (1..=entry).contains(&(fault.entry as usize));
    assert!(faults.iter().any(stops), "{faults:?}");
}

#[test]
fn no_damage_makes_a_recording_that_cannot_be_shown() {
    let text = write(&game(12));
    let mut other = GULF.clone();
    other.hash = [7; 32];
    for clause in &mut other.tables.clauses {
        clause.quo = 40 - clause.quo.min(40);
    }
    let words = Phrases::english();
    let mut dice = Dice::new(1, Stream::Batch);
    for turn in 0..400 {
        let mut bytes = text.clone().into_bytes();
        for _ in 0..=dice.below(3) {
            let at = dice.below(bytes.len() as u32) as usize;
            bytes[at] ^= 1 << dice.below(7);
        }
        let scenario = if turn % 2 == 0 { &*GULF } else { &other };
        let Ok(loaded) = Loaded::parse(&bytes, Path::new("game.ron")) else {
            continue;
        };
        let Ok(recording) = Recording::of(loaded, Arc::new(scenario.clone()), None) else {
            continue;
        };
        let manner = Manner {
            width: 80,
            echo: false,
            ascii: false,
            forgets: false,
        };
        for vantage in recording.vantages() {
            let mut out = Vec::new();
            plain::watch(&mut out, manner, &words, &recording, vantage, None).unwrap();
            assert!(!out.is_empty());
            for at in 0..=recording.last() {
                recording.views(at, vantage.first());
                assert!(recording.back(at) <= at && recording.forward(at) >= at);
            }
        }
        for round in recording.rounds() {
            let _ = recording.beginning(round.number);
        }
        let _ = recording.lineage();
    }
}

#[test]
fn a_constant_that_is_no_longer_there_leaves_a_game_to_be_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let played = game(13);
    let mut header = played.header().clone();
    header.overrides = vec!["first_prover=100".into()];
    let recorded = recording(&played);
    let decided = recorded.moments().iter().filter_map(|it| it.decision);
    let path = kept(folder.path(), &fork(header, &GULF, decided).unwrap().record);
    let shown = Place::file(path).open().unwrap();
    assert_eq!(shown.moments().len(), played.entries().len());
    let fault = shown.faults()[0].to_string();
    assert!(fault.contains("first_prover"), "{fault}");
}

#[test]
fn news_that_end_a_game_are_told() {
    let ended_by_news = |seed| {
        let record = play(
            &GULF,
            header(&GULF, ["random", "random"], seed, Length::Short),
        );
        let recording = recording(&record);
        let scene = recording.scene(recording.last(), Vantage::Both);
        let ended = !scene.last.is_empty();
        ended.then_some(recording)
    };
    let recording = (0..400)
        .find_map(ended_by_news)
        .expect("some news are fatal");
    let mut told = Vec::new();
    let words = Phrases::english();
    let manner = Manner {
        width: 80,
        echo: false,
        ascii: false,
        forgets: false,
    };
    plain::watch(&mut told, manner, &words, &recording, Vantage::Both, None).unwrap();
    let told = String::from_utf8(told).unwrap();
    assert!(told.contains(words.get("theatre.last_news")), "{told}");
}
