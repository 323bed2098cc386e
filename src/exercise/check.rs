//! What must be true of an exercise, each with a remedy.

use super::Exercise;
use super::source::{self, Words};
use crate::negotiator::Who;
use crate::record::{Help, Inject, Task};
use crate::rules::deal::Length;
use crate::scenario::decode::List;
use crate::scenario::fault::Faults;
use crate::scenario::place::Spanned;
use crate::scenario::{BUILTIN, LoadError, Override, Overrides, Scenario, Severity};
use std::path::Path;

/// The longest short name, in letters.
const LONGEST_ID: usize = 40;
/// The longest title, in letters.
const LONGEST_TITLE: usize = 80;
/// The longest question or word to the students, in letters.
const LONGEST_TEXT: usize = 2000;
/// The longest choice, in letters.
const LONGEST_CHOICE: usize = 200;
/// The most tasks.
const MOST_TASKS: usize = 20;
/// The most choices, as many as digits pick.
const MOST_CHOICES: usize = 9;

/// Checks an exercise, whose scenario is looked for from `folder`.
pub fn check(source: &source::Exercise, folder: &Path, faults: &mut Faults) -> Option<Exercise> {
    plain_id(&source.id, faults);
    text(&source.title, "title", LONGEST_TITLE, faults);
    if source.word.chars().count() > LONGEST_TEXT {
        long(&source.word, LONGEST_TEXT, faults);
    }
    let opponent = opponent(&source.opponent, faults);
    let help = helps(&source.help, faults);
    let tasks = tasks(&source.tasks, faults);
    let par = source.par.as_ref().map(|par| {
        if !(0..=1000).contains(&par.0) {
            let help = "a mission score is between 0 and 100";
            faults.error(par.place, "no score is that").help(help);
        }
        par.value.0
    });
    let (place, scenario) = scenario(&source.scenario, folder, faults)?;
    let side = scenario.text.read_side(&source.side);
    if let Err(error) = &side {
        let fault = faults.error(source.side.place, format!("{error}"));
        let ids = scenario.text.sides.0.each_ref().map(|side| &side.id);
        fault.help(format!("write \"{}\" or \"{}\"", ids[0], ids[1]));
    }
    let (overrides, set) = set(&source.set, &scenario, faults);
    let injects = injects(&source.injects, &set, source.length, faults);
    Some(Exercise {
        id: source.id.value.clone(),
        title: source.title.trim().to_owned(),
        word: source.word.trim().to_owned(),
        place,
        scenario,
        overrides,
        seed: source.seed.0,
        side: side.ok()?,
        opponent: opponent?,
        length: source.length,
        help,
        injects,
        tasks,
        par,
    })
}

fn plain_id(id: &Words, faults: &mut Faults) {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if id.is_empty() || id.len() > LONGEST_ID || !id.bytes().all(plain) {
        let help = format!("at most {LONGEST_ID} small letters, digits and hyphens: \"class-1\"");
        faults
            .error(id.place, format!("`{}` is no short name", id.value))
            .help(help);
    }
}

/// A text that must say something, and not too much.
fn text(words: &Words, what: &str, most: usize, faults: &mut Faults) {
    if words.trim().is_empty() {
        faults.error(words.place, format!("the {what} is empty"));
    }
    if words.chars().count() > most {
        long(words, most, faults);
    }
}

fn long(words: &Words, most: usize, faults: &mut Faults) {
    let letters = words.chars().count();
    faults
        .error(words.place, format!("this text has {letters} letters"))
        .help(format!("at most {most} fit"));
}

fn opponent(name: &Words, faults: &mut Faults) -> Option<Who> {
    match name.parse::<Who>() {
        Ok(Who::Cmd(_)) => {
            let message = "an exercise starts no program";
            faults
                .error(name.place, message)
                .help("name one who comes with the game, such as \"normal\"");
            None
        }
        Ok(who) => Some(who),
        Err(error) => {
            faults.error(name.place, error.to_string());
            None
        }
    }
}

fn helps(list: &List<Spanned<Help>>, faults: &mut Faults) -> Vec<Help> {
    let mut helps = Vec::new();
    for help in list {
        if helps.contains(&help.value) {
            faults.warning(help.place, "this help is there twice");
        } else {
            helps.push(help.value);
        }
    }
    helps.sort_unstable();
    helps
}

fn tasks(list: &List<source::Task>, faults: &mut Faults) -> Vec<Task> {
    if list.written() > MOST_TASKS {
        let count = list.written();
        faults
            .error(list.place, format!("there are {count} tasks"))
            .help(format!("at most {MOST_TASKS} are asked"));
    }
    let mut tasks: Vec<Task> = Vec::new();
    for task in list {
        plain_id(&task.id, faults);
        if tasks.iter().any(|other| other.id == task.id.value) {
            let message = format!("there is a task `{}` already", task.id.value);
            faults
                .error(task.id.place, message)
                .help("give each its own short name");
        }
        text(&task.ask, "question", LONGEST_TEXT, faults);
        choices(&task.choices, faults);
        tasks.push(Task {
            id: task.id.value.clone(),
            when: task.when,
            ask: task.ask.trim().to_owned(),
            choices: (task.choices.iter())
                .map(|choice| choice.trim().to_owned())
                .collect(),
        });
    }
    tasks
}

fn choices(list: &List<Words>, faults: &mut Faults) {
    let count = list.written();
    if count == 1 || count > MOST_CHOICES {
        faults
            .error(list.place, format!("this is a choice of {count}"))
            .help(format!(
                "give 2 to {MOST_CHOICES}, or leave `choices` away for an answer in own words"
            ));
    }
    for (at, choice) in list.iter().enumerate() {
        text(choice, "choice", LONGEST_CHOICE, faults);
        if list[..at].iter().any(|other| other.trim() == choice.trim()) {
            faults.error(choice.place, "this choice is there twice");
        }
    }
}

/// The scenario, and what it is loaded by.
fn scenario(name: &Words, folder: &Path, faults: &mut Faults) -> Option<(String, Scenario)> {
    let builtin = BUILTIN.iter().any(|builtin| builtin.id == name.value);
    let place = if builtin {
        name.value.clone()
    } else {
        folder.join(&name.value).display().to_string()
    };
    match Scenario::load(&place) {
        Ok(scenario) => Some((place, scenario)),
        Err(LoadError::Unknown { .. }) => {
            let known = BUILTIN.iter().map(|builtin| builtin.id);
            let message = format!(
                "no scenario is called `{}`, nor is there one at {place}",
                name.value
            );
            let help = crate::scenario::help(name, known);
            faults.error(name.place, message).help = help;
            None
        }
        Err(LoadError::Faulty { report }) => {
            let errors = report.count(Severity::Error);
            faults
                .error(
                    name.place,
                    format!("this scenario has faults of its own: {errors}"),
                )
                .help(format!("`fog-of-peace scenario check {place}` tells them"));
            None
        }
    }
}

/// What is set, as far as it can be, and the scenario with it.
fn set(list: &List<Words>, scenario: &Scenario, faults: &mut Faults) -> (Overrides, Scenario) {
    let mut all = Overrides::default();
    let mut now = scenario.clone();
    for words in list {
        let applied = words.parse::<Override>().and_then(|one| {
            let more = Overrides([&all.0[..], &[one]].concat());
            Ok((more.apply(scenario.clone())?, more))
        });
        match applied {
            Ok((with, more)) => (now, all) = (with, more),
            Err(error) => {
                faults.error(words.place, error.message).help = error.help;
            }
        }
    }
    (all, now)
}

fn injects(
    list: &List<source::Inject>,
    scenario: &Scenario,
    length: Length,
    faults: &mut Faults,
) -> Vec<Inject> {
    let rounds = length.rounds(&scenario.tables);
    let mut injects: Vec<Inject> = Vec::new();
    for inject in list {
        let round = inject.round.value.0 as u8;
        if round < 2 {
            faults
                .error(inject.round.place, "the news of round 1 come with the deal")
                .help("choose another round, or look for a seed that opens as you wish");
        } else if round > rounds {
            faults
                .error(inject.round.place, format!("the game has {rounds} rounds"))
                .help("choose an earlier round, or a longer game");
        }
        if injects.iter().any(|other| other.round == round) {
            faults
                .error(
                    inject.round.place,
                    format!("round {round} has its event already"),
                )
                .help("one event opens a round");
        }
        if scenario.text.read_event(&inject.event).is_err() {
            let known = scenario.text.events.iter().map(|event| event.id.as_str());
            faults.unknown(inject.event.place, "event", &inject.event, known);
        } else if injects
            .iter()
            .any(|other| other.event == inject.event.value)
        {
            faults.warning(inject.event.place, "this event comes twice");
        }
        injects.push(Inject {
            round,
            event: inject.event.value.clone(),
        });
    }
    injects.sort_by_key(|inject| inject.round);
    injects
}
