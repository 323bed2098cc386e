//! Whole games in lines: what is said depends only on the deal and on what is typed.

use super::*;
use crate::language::Language;
use crate::negotiator::Outside;
use crate::rules::deal::Length;
use crate::rules::side::{PerSide, Side};
use crate::rules::state::{Phase, State};
use crate::scenario::Overrides;
use crate::session::{NewGame, Resume};
use proptest::prelude::*;
use std::cell::RefCell;
use std::io::{BufReader, Read};
use std::path::Path;
use std::rc::Rc;

const MANNER: Manner = Manner {
    width: 80,
    echo: true,
    ascii: false,
    forgets: false,
};

const PLAN: &str = "progress / hold / hold / none";

/// One who reads what was said before it types.
#[derive(Clone, Default)]
struct Person {
    heard: Rc<RefCell<Vec<u8>>>,
    lines: Rc<RefCell<Vec<String>>>,
    /// What it types once its lines are used up; if nothing, the input ends.
    ever: Option<&'static str>,
}

impl Person {
    fn typing(lines: &[&str], ever: Option<&'static str>) -> Self {
        let lines = lines.iter().rev().map(ToString::to_string).collect();
        Self {
            lines: Rc::new(RefCell::new(lines)),
            ever,
            ..Self::default()
        }
    }

    fn heard(&self) -> String {
        String::from_utf8(self.heard.borrow().clone()).unwrap()
    }
}

impl Read for Person {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        // An event that asks is answered first, whatever was to be typed.
        let asked = Language::ALL.map(|l| Phrases::of_language(l).get("plain.choice.asked"));
        let heard = self.heard();
        let last_question = heard.rsplit("\n\n").next().unwrap_or_default();
        let line = if asked.iter().any(|asked| last_question.starts_with(asked)) {
            "1".to_owned()
        } else {
            match (self.lines.borrow_mut().pop(), self.ever) {
                (Some(line), _) => line,
                (None, Some(ever)) => ever.to_owned(),
                (None, None) => return Ok(0),
            }
        };
        buffer[..line.len()].copy_from_slice(line.as_bytes());
        buffer[line.len()] = b'\n';
        Ok(line.len() + 1)
    }
}

impl Write for Person {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.heard.borrow_mut().extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn game(opponent: &str, length: Length, saves: Option<&Path>) -> NewGame {
    NewGame {
        scenario: Scenario::load("gulf").unwrap(),
        overrides: Overrides::default(),
        side: Side::Presser,
        opponent: opponent.parse().unwrap(),
        names: PerSide::default(),
        swapped: None,
        injects: Vec::new(),
        seed: 7,
        length,
        exercise: None,
        saves: saves.map(Path::to_owned),
        created: 0,
        outside: Outside::default(),
    }
}

fn session(opponent: &str, length: Length, saves: Option<&Path>) -> Session {
    Session::begin(game(opponent, length, saves), Box::new(|| ())).unwrap()
}

fn dialogue(session: &mut Session, person: &Person, resumed: bool) {
    dialogue_in(Language::English, session, person, resumed);
}

fn dialogue_in(language: Language, session: &mut Session, person: &Person, resumed: bool) {
    let reader = BufReader::with_capacity(8192, person.clone());
    let mut console = Console::new(reader, person.clone(), MANNER);
    play(
        &mut console,
        &Phrases::of_language(language),
        session,
        resumed,
    )
    .unwrap();
}

#[test]
fn a_game_in_lines_is_told_from_the_briefing_to_the_verdict() {
    let mut session = session("staller", Length::Short, None);
    let person = Person::typing(
        &[
            "?",
            "board",
            "hand",
            "1",
            "2",
            "missiles",
            "2",
            "vague",
            "back",
            "0",
            "2",
            "1",
            "1",
            "2",
            "1",
            "1",
            "1",
            "1",
            "1",
            "intel",
            "why pressure",
            "log",
            "measured / offer:shipping:1:clear:open / ease / none",
            "blame / accept:missiles / hold / none",
            "1",
            "list",
            "handbook",
        ],
        Some(PLAN),
    );
    dialogue(&mut session, &person, false);
    assert!(session.ending().is_some());
    insta::assert_snapshot!(person.heard());
}

#[test]
fn every_phrase_that_is_asked_for_exists() {
    let mut session = session("tit-for-tat", Length::Long, None);
    let person = Person::typing(
        &[
            "brief",
            "hint",
            "situation",
            "save",
            "why",
            "log 99",
            "x",
            "",
            "a / b",
            "q",
        ],
        None,
    );
    dialogue(&mut session, &person, false);
    assert!(!person.heard().contains("plain."), "{}", person.heard());
}

#[test]
fn no_line_is_wider_than_asked_for() {
    let mut session = session("random", Length::Long, None);
    let person = Person::typing(&["board", "hand", "brief"], Some(PLAN));
    dialogue(&mut session, &person, false);
    for line in person.heard().lines() {
        assert!(unicode_width::UnicodeWidthStr::width(line) <= 80, "{line}");
    }
}

#[test]
fn a_game_whose_input_ends_is_taken_up_where_it_was() {
    let saves = tempfile::tempdir().unwrap();
    let at_once = Person::typing(&[], Some(PLAN));
    dialogue(
        &mut session("search:50", Length::Short, None),
        &at_once,
        false,
    );

    let mut game = session("search:50", Length::Short, Some(saves.path()));
    let first = Person::typing(&[PLAN, PLAN, "progress"], None);
    dialogue(&mut game, &first, false);
    let left = Phrases::english().get("plain.left.saved").to_owned();
    assert!(first.heard().trim_end().ends_with(&left));
    let path = game.save_path().unwrap().to_owned();
    drop(game);
    let mut game = Session::load(&path, Resume::default(), Box::new(|| ())).unwrap();
    let second = Person::typing(&[], Some(PLAN));
    dialogue(&mut game, &second, true);
    let end = |heard: String| heard[heard.find("WHAT CAME OF ROUND 3").unwrap()..].to_owned();
    assert_eq!(end(second.heard()), end(at_once.heard()));
}

#[test]
fn a_game_is_the_same_in_every_language_and_told_in_words_alone() {
    let games = Language::ALL.map(|language| {
        let mut game = session("search:50", Length::Short, None);
        let lines = ["?", "brief", "board", "clause missiles", "hand", "intel"];
        let person = Person::typing(&lines, Some(PLAN));
        dialogue_in(language, &mut game, &person, false);
        let heard = person.heard();
        assert!(!heard.contains('{'), "{language}: {heard}");
        let endings: Vec<_> = game
            .log()
            .iter()
            .map(|round| round.outcomes.clone())
            .collect();
        endings
    });
    assert!(games.iter().all(|game| *game == games[0]));
}

#[test]
fn the_questions_before_a_game_can_be_answered_anew() {
    let scenario = Scenario::load("gulf").unwrap();
    let person = Person::typing(&["9", "", "us", "hard", "0", "1", "?", "short"], None);
    let reader = BufReader::new(person.clone());
    let mut console = Console::new(reader, person.clone(), MANNER);
    let words = Phrases::english();
    let chosen = choose(&mut console, &words, &scenario, Known::default()).unwrap();
    assert_eq!(
        chosen,
        Some(Chosen {
            side: Side::Presser,
            opponent: "easy".parse().unwrap(),
            length: Length::Short,
        })
    );
}

/// A deal that opens with plans.
fn quiet() -> u64 {
    let t = Scenario::load("gulf").unwrap().tables;
    let mut seeds = (1..100)
        .filter(|seed| State::deal(&t, *seed, Length::Short, &mut ()).common.phase == Phase::Plans);
    seeds.next().expect("a deal of this sort")
}

#[test]
fn two_persons_in_lines_hear_nothing_of_each_other() {
    let new = || NewGame {
        seed: quiet(),
        names: PerSide(["Ana & Binh", "Chi"].map(Into::into)),
        ..game("person", Length::Short, None)
    };
    let heard = |lines: &[&str]| {
        let mut session = Session::begin(new(), Box::new(|| ())).unwrap();
        let person = Person::typing(lines, None);
        dialogue(&mut session, &person, false);
        person.heard()
    };
    let others = [
        "ready",
        "board",
        "hand",
        "log",
        "intel",
        "why pressure",
        "situation",
        "?",
    ];
    let one = ["ready", PLAN];
    let two = [
        "ready",
        "blame / offer:missiles:3:vague:back / build / none",
    ];
    let told = [one, two].map(|own| heard(&[&own[..], &others].concat()));
    // What the second person hears is the same whatever the first has sealed, and begins a
    // screen below it.
    let [first, second] = told.map(|heard| {
        let at = heard
            .rfind(&"\n".repeat(100))
            .expect("it is pushed out of sight");
        heard[at..].to_owned()
    });
    assert!(first.contains("Chi, for Tehran"), "{first}");
    assert!(first.contains("YOUR HAND"), "{first}");
    assert_eq!(first, second);
}

#[test]
fn two_persons_in_lines_play_to_a_verdict_that_names_both() {
    let names = PerSide(["Ana & Binh", "Chi"].map(Into::into));
    let new = NewGame {
        names,
        ..game("person", Length::Short, None)
    };
    let mut session = Session::begin(new, Box::new(|| ())).unwrap();
    // A plan is not understood where the keyboard changes hands, "ready" not where a plan is due.
    let lines: Vec<&str> = ["ready", PLAN].repeat(60);
    let person = Person::typing(&lines, None);
    dialogue(&mut session, &person, false);
    assert!(session.ending().is_some());
    let heard = person.heard();
    let end = &heard[heard.rfind("THE END").unwrap()..];
    for text in ["Ana & Binh, for Washington: ", "Chi, for Tehran: "] {
        assert!(end.contains(text), "{end}");
    }
    assert!(!heard.contains("plain."), "{heard}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn whatever_is_typed_the_game_goes_on(
        lines in prop::collection::vec(
            prop_oneof![
                "[0-9]{1,2}",
                "(board|hand|log|why|intel|brief|save|list|\\?|0|back|situation)( [a-z0-9]{0,9})?",
                "(progress|blame|threaten|no_comment) / (hold|offer:[a-z]{1,9}:[0-9]:vague:back|sign|waive|walk_out) / (hold|strike|all_out|ease) / (none|x)",
                "\\PC{0,30}",
            ],
            0..120,
        )
    ) {
        let mut session = session("random", Length::Long, None);
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let person = Person::typing(&lines, None);
        dialogue(&mut session, &person, false);
    }
}

/// One who types what the guide suggests.
#[derive(Clone, Default)]
struct Follower {
    heard: Rc<RefCell<Vec<u8>>>,
    read: Rc<RefCell<usize>>,
}

impl Read for Follower {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let heard = self.heard.borrow();
        let new = String::from_utf8_lossy(&heard[*self.read.borrow()..]).into_owned();
        *self.read.borrow_mut() = heard.len();
        let new = new.split_whitespace().collect::<Vec<_>>().join(" ");
        let suggested = new.split("Guide: type ").skip(1);
        let mut typed = suggested.filter_map(|rest| Some(rest.split_once(" for ")?.0));
        // What is to be looked up comes first.
        let looks = |word: &&str| word.parse::<u8>().is_err();
        let line = typed.clone().find(looks).or_else(|| typed.next());
        let line = line.unwrap_or("1");
        buffer[..line.len()].copy_from_slice(line.as_bytes());
        buffer[line.len()] = b'\n';
        Ok(line.len() + 1)
    }
}

impl Write for Follower {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.heard.borrow_mut().extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn guided() -> Session {
    let first = crate::guide::First::load().unwrap();
    let game = NewGame {
        scenario: Scenario::load(&first.scenario).unwrap(),
        overrides: first.set,
        side: first.side,
        opponent: crate::guide::First::OPPONENT.into(),
        names: PerSide::default(),
        swapped: None,
        injects: Vec::new(),
        seed: first.seed,
        length: Length::Short,
        exercise: None,
        saves: None,
        created: 0,
        outside: Outside::default(),
    };
    Session::begin(game, Box::new(|| ())).unwrap()
}

#[test]
fn the_guided_first_game_in_lines_leads_to_the_same_end() {
    let mut session = guided();
    let person = Follower::default();
    let mut console = Console::new(BufReader::new(person.clone()), person.clone(), MANNER);
    play(&mut console, &Phrases::english(), &mut session, false).unwrap();
    assert_eq!(
        session.ending(),
        Some(crate::rules::ending::Ending::Interim)
    );
    let heard = String::from_utf8(person.heard.borrow().clone()).unwrap();
    let guide: Vec<&str> = heard
        .split('\n')
        .filter(|line| line.starts_with("Guide: "))
        .collect();
    insta::assert_snapshot!(guide.join("\n"));
}

#[test]
fn the_guide_in_lines_comes_and_goes_as_it_is_told() {
    let mut session = guided();
    let person = Person::typing(&["guide", "x", "guide"], None);
    dialogue(&mut session, &person, false);
    assert!(
        person.heard().contains("The guide is away"),
        "{}",
        person.heard()
    );
    let mut other = self::session("staller", Length::Short, None);
    let person = Person::typing(&["guide"], None);
    dialogue(&mut other, &person, false);
    assert!(person.heard().contains("no guide in this game"));
}
