//! What the checker says of broken scenarios: all of it at once, with places and remedies.

#![allow(clippy::expect_used)] // a test that cannot be set up has failed

use fog_of_peace::scenario::{self, Report, Scenario, TEMPLATE};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A copy of the template that can be broken.
struct Draft {
    dir: TempDir,
}

impl Draft {
    fn new() -> Self {
        let dir = tempfile::tempdir().expect("a temporary folder");
        for (name, text) in TEMPLATE {
            fs::write(dir.path().join(name), text).expect("the folder is writable");
        }
        Self { dir }
    }

    fn path(&self, file: &str) -> std::path::PathBuf {
        self.dir.path().join(file)
    }

    /// Replaces a text, of which the file must have exactly one, by another.
    fn with(self, file: &str, from: &str, to: &str) -> Self {
        let text = fs::read_to_string(self.path(file)).expect("the file is there");
        assert_eq!(
            text.matches(from).count(),
            1,
            "{file} has this once: {from}"
        );
        self.holding(file, text.replacen(from, to, 1))
    }

    fn holding(self, file: &str, content: impl AsRef<[u8]>) -> Self {
        fs::write(self.path(file), content).expect("the folder is writable");
        self
    }

    fn without(self, file: &str) -> Self {
        fs::remove_file(self.path(file)).expect("the file is there");
        self
    }

    fn check(&self) -> (Option<Scenario>, Report) {
        let name = self.dir.path().to_str().expect("the path is text");
        scenario::check(&scenario::find(name).expect("the folder is there"))
    }

    /// The report, with paths that do not change from run to run.
    fn report(&self) -> String {
        let (scenario, report) = self.check();
        let folder = format!("{}/", self.dir.path().display());
        let verdict = if scenario.is_some() {
            "playable"
        } else {
            "not playable"
        };
        let text = format!("{report}{}: {verdict}\n", report.summary());
        text.replace(&folder, "")
    }
}

#[test]
fn the_template_is_playable_as_it_is() {
    assert_eq!(Draft::new().report(), "no errors, no warnings: playable\n");
}

#[test]
fn every_fault_of_meaning_is_told_at_once() {
    let draft = Draft::new()
        .with("scenario.ron", "id: \"strait\"", "id: \"The Strait\"")
        .with(
            "scenario.ron",
            "title: \"The Strait of Tavan\"",
            "title: \"The Strait of Tavan, its Catalyst and its Discontents\"",
        )
        .with(
            "scenario.ron",
            "short: \"Catalyst\"",
            "short: \"Catalyst stock\"",
        )
        .with("scenario.ron", "status_quo: 4,", "status_quo: 4.5,")
        .with("scenario.ron", "reversible: 95", "reversible: 195")
        .with(
            "scenario.ron",
            "If([LevelAtLeast(\"embargo\", 2)]",
            "If([LevelAtLeast(\"embagro\", 2)]",
        )
        .with(
            "scenario.ron",
            "\"Observers watch the quays, by camera.\",",
            "",
        )
        .with("scenario.ron", "id: \"pledges\",", "id: \"passage\",")
        .with(
            "scenario.ron",
            "enforced_by: \"observers\"",
            "enforced_by: \"observer\"",
        )
        .with(
            "scenario.ron",
            "press: \"Orsa Courier\"",
            "pres: \"Orsa Courier\"",
        )
        .with("scenario.ron", "grip: 2,", "grip: 7,")
        .with(
            "scenario.ron",
            "\"passage\": 36, \"embargo\": 8",
            "\"passage\": 86, \"embargo\": 8",
        )
        .with(
            "scenario.ron",
            "(clause: \"embargo\", strict: 2, mild: 3)",
            "(clause: \"catalyst\", strict: 3, mild: 2)",
        )
        .with(
            "scenario.ron",
            "met: [AtMost(Price, 90)]",
            "met: [AtMost(Prize, 90)]",
        )
        .with(
            "scenario.ron",
            "met: [MovedFirst(Other)]",
            "met: [MovedFirst(Othr)]",
        )
        .with(
            "scenario.ron",
            "\"first_mover\": 250",
            "\"frist_mover\": 250",
        )
        .with(
            "scenario.ron",
            "\"concede_face\": 0.8",
            "\"concede_face\": 0.85",
        )
        .with(
            "scenario.ron",
            "\"rounds_short\": 8",
            "\"rounds_short\": 8.5",
        )
        .with("scenario.ron", "\"spoiler\": 14", "\"spoiler\": 140");
    insta::assert_snapshot!(draft.report());
}

#[test]
fn every_fault_of_the_decks_is_told_at_once() {
    let draft = Draft::new()
        .with("events.ron", "id: \"new-host\"", "id: \"warm-words\"")
        .with(
            "events.ron",
            "kind: Home,\n        when",
            "kind: House,\n        when",
        )
        .with(
            "events.ron",
            "effects: [Pressure(Holder, 3)]",
            "effects: [Presure(Holder, 3)]",
        )
        .with(
            "events.ron",
            "Accident(70), Price(3)",
            "Accident(170), Price(3.25)",
        )
        .with("events.ron", "Incident(Holder, 60)", "Incident(60)")
        .with(
            "events.ron",
            "asks: Presser,\n        choices: [\n            (id: \"answer\"",
            "choices: [\n            (id: \"answer\"",
        )
        .with(
            "events.ron",
            "Tension(3), Strength(Both, 1)",
            "Tension(\"3\"), Strength(Own, 1)",
        )
        .with(
            "events.ron",
            "presser: \"drop\", holder: \"wait\"",
            "presser: \"drop\", holder: \"weight\"",
        )
        .with(
            "events.ron",
            "presser: \"wait\", holder: \"drop\"",
            "presser: \"drop\", holder: \"drop\"",
        )
        .with("events.ron", "Start(Hotline, 3)", "Start(Hotlines, 3)")
        .with(
            "events.ron",
            "when: [VagueCount(1)]",
            "when: [VagueCount(9)]",
        )
        .with("events.ron", "flavour: \"Wreaths,", "flavor: \"Wreaths,")
        .with(
            "deck-orsa.ron",
            "Chance(30, [Leak(Own)])",
            "Chance(30, [Leek(Own), Leak(Owen)])",
        )
        .with("deck-orsa.ron", "id: \"hotline\"", "id: \"none\"")
        .with(
            "deck-orsa.ron",
            "effects: [Package(Own), Hope(2)]",
            "effects: []",
        )
        .with(
            "deck-orsa.ron",
            "title: \"A drafting group\"",
            "title: \"\"",
        )
        .with("deck-tavan.ron", "BackOffer(Other)", "BackOffer");
    insta::assert_snapshot!(draft.report());
}

#[test]
fn words_of_its_own_that_nothing_shows_or_fills_are_told_with_their_remedy() {
    let report = Draft::new()
        .with("scenario.ron", "\"news.none\"", "\"news.non\"")
        .with(
            "scenario.ron",
            "\"name.span\": \"a month\"",
            "\"plain.prompt\": \"?\"",
        )
        .with(
            "scenario.ron",
            "\"press.own.act.hold_fire.2\"",
            "\"press.own.act.hold_fire.3\"",
        )
        .with(
            "scenario.ron",
            "\"Round {round} of {rounds}\"",
            "\"Round {runde} of {rounds}, and it is getting late in the year\"",
        )
        .with(
            "scenario.ron",
            "\"wire.act.strike.holder.1\"",
            "\"wire.act.strike.hodler.1\"",
        )
        .with("scenario.ron", "\"Our gunners kept the truce.\"", "\"\"")
        .report();
    for told in [
        "unknown phrase `news.non`",
        "did you mean `news.none`?",
        "`plain.prompt` is the same whatever is played",
        "`press.own.act.hold_fire.3` is never picked",
        "nothing is filled in for `{runde}` in `name.clock`",
        "known are: {at}, {round}, {rounds}",
        "`name.clock` is 61 columns wide; 40 can be shown",
        "unknown phrase `wire.act.strike.hodler.1`",
        "`press.own.act.hold_fire.1` is empty",
    ] {
        assert!(report.contains(told), "not told: {told}\n{report}");
    }
}

#[test]
fn a_slip_of_syntax_spoils_only_its_item() {
    let draft = Draft::new()
        .with(
            "events.ron",
            "kind: Mediation,\n        effects: [Pressure(Both, -2), Fog(3)],",
            "kind: Mediation\n        effects: [Pressure(Both, -2) Fog(3)],",
        )
        .with(
            "events.ron",
            "effects: [Patience(2), Hope(3)],",
            "effects: [Patience(2), Hope(3],",
        )
        .with(
            "events.ron",
            "flavour: \"It is old, or looks it.\",",
            "flavour = \"It is old, or looks it.\",",
        )
        .with(
            "events.ron",
            "flavour: \"It is orderly, and it is long.\",",
            "flavour: \"It is orderly,\\q and it is long.\",",
        )
        .with("events.ron", "Strain(Other, -2)", "Strain(Other, -2z)")
        .with(
            "events.ron",
            "effects: [Tension(4)]",
            "effects: [@Tension(4)]",
        )
        .with(
            "events.ron",
            "effects: [Chance(50, [BreakOne])],",
            "effects: [Chance(50, [BreakOne])]],",
        )
        .with(
            "events.ron",
            "title: \"Manoeuvres, long announced\",",
            "title: \"Manoeuvres\", title: \"Again\",",
        )
        .with(
            "deck-orsa.ron",
            "title: \"Bad weather\",",
            "title: \"Bad weather,",
        )
        .with(
            "deck-tavan.ron",
            "effects: [Learn(Own), Fog(-1)],\n    ),",
            "effects: [Learn(Own), Fog(-1)],",
        );
    insta::assert_snapshot!(draft.report());
}

#[test]
fn files_that_are_missing_huge_or_not_text_are_told_by_name() {
    let draft = Draft::new()
        .without("events.ron")
        .holding("deck-orsa.ron", b"[\n\xff\xfe]")
        .holding("deck-tavan.ron", vec![b' '; (1 << 20) + 1]);
    assert!(draft.check().1.unreadable());
    insta::assert_snapshot!(draft.report());
}

#[test]
fn a_byte_order_mark_and_windows_line_endings_change_nothing() {
    let plain = Draft::new();
    let windows = TEMPLATE.iter().fold(Draft::new(), |draft, (name, text)| {
        draft.holding(name, format!("\u{feff}{}", text.replace('\n', "\r\n")))
    });
    assert_eq!(windows.report(), "no errors, no warnings: playable\n");
    let (plain, windows) = (plain.check().0, windows.check().0);
    let (plain, windows) = (plain.expect("playable"), windows.expect("playable"));
    assert_eq!(plain.hash, windows.hash);
    assert_eq!(plain.text, windows.text);
}

#[test]
fn the_hash_follows_the_content_and_not_the_layout() {
    let hash = |draft: Draft| draft.check().0.expect("playable").hash;
    let plain = hash(Draft::new());
    let layout = Draft::new().with(
        "scenario.ron",
        "        grip: 1,\n        recovery: 1,",
        "        recovery: 1.0, /* soon */ grip: 1,",
    );
    assert_eq!(hash(layout), plain);
    let number = Draft::new().with("scenario.ron", "price_burden: 4", "price_burden: 5");
    assert_ne!(hash(number), plain);
    let word = Draft::new().with("deck-orsa.ron", "Two briefings", "Three briefings");
    assert_ne!(hash(word), plain);
}

#[test]
fn deep_nesting_is_refused_without_a_crash() {
    for (open, close) in [
        ("[", "]"),
        ("(", ")"),
        ("{1:", "}"),
        ("Not(", ")"),
        ("/*", "*/"),
    ] {
        for repeats in [127, 129, 200_000] {
            let text = format!("{}{}", open.repeat(repeats), close.repeat(repeats));
            let (scenario, report) = Draft::new().holding("events.ron", text).check();
            assert!(scenario.is_none());
            assert!(!report.faults.is_empty());
        }
        let (scenario, _) = Draft::new()
            .holding("events.ron", open.repeat(200_000))
            .check();
        assert!(scenario.is_none());
    }
    let nested = format!(
        "when: [{}Holds(Own){}]",
        "Not(".repeat(300),
        ")".repeat(300)
    );
    let draft = Draft::new().with("deck-orsa.ron", "when: [VagueCount(1)]", &nested);
    assert!(
        draft.report().contains("nested more than 128 deep"),
        "{}",
        draft.report()
    );
}

#[test]
fn a_side_cannot_lead_to_files_elsewhere() {
    let draft = Draft::new().with("scenario.ron", "id: \"orsa\"", "id: \"../../orsa\"");
    let report = draft.report();
    assert!(
        report.contains("`../../orsa` cannot be the id of a side"),
        "{report}"
    );
    assert!(!report.contains("deck-.."), "{report}");
}

#[test]
fn nothing_in_a_file_can_move_the_cursor() {
    let draft = Draft::new()
        .with(
            "events.ron",
            "kind: Markets,\n        when",
            "kind: \u{1b}[2JMarkets,\n        when",
        )
        .with(
            "events.ron",
            "The insurers look again",
            "The \u{1b}[31minsurers look again",
        )
        .with("deck-orsa.ron", "id: \"hotline\"", "id: \"hot\\u{9b}line\"");
    let report = draft.report();
    assert!(report.ends_with("not playable\n"), "{report}");
    assert!(
        report.chars().all(|c| c == '\n' || !c.is_control()),
        "{report:?}"
    );
}

#[test]
fn one_of_the_files_stands_for_its_folder() {
    let draft = Draft::new();
    for file in ["scenario.ron", "events.ron", "deck-orsa.ron"] {
        let path = draft.path(file);
        let scenario = Scenario::load(Path::to_str(&path).expect("the path is text"));
        assert_eq!(scenario.expect("the template is playable").id, "strait");
    }
}
