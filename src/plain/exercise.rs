//! A game played as an exercise: the student's name, and what is asked.

use super::command::Command;
use super::console::{Console, Leave, Step};
use super::page::{Page, brief, help};
use super::question::{Answer, Aside, Choice, Question};
use crate::narrate::{Narrator, Phrases};
use crate::record::{Assignment, Help, LONGEST_NAME, Task, student_name};
use crate::session::Session;
use std::io::{BufRead, Write};

/// Asks what the student is to be called.
pub fn name<R: BufRead, W: Write>(console: &mut Console<R, W>, words: &Phrases) -> Step<String> {
    let most: &[(&str, &dyn std::fmt::Display)] = &[("most", &LONGEST_NAME)];
    console.gap()?;
    console.say(&words.fill("exercise.name.help", most))?;
    loop {
        let line = console.ask(words.get("plain.prompt"))?;
        match student_name(&line) {
            Some(name) => return Ok(name),
            None => console.say(&words.fill("exercise.name.again", most))?,
        }
    }
}

/// What is said to the student first.
pub fn opening(words: &Phrases, exercise: &Assignment, word: &str) -> Page {
    let title = words.fill("exercise.plain.begins", &[("title", &exercise.title)]);
    let mut page = Page::titled(title);
    page.say(word);
    let off = Help::ALL.into_iter();
    let off = off.filter(|help| !exercise.help.contains(help));
    let off: Vec<&str> = off
        .map(|help| words.of("exercise.without.", help.key()))
        .collect();
    if !off.is_empty() {
        let helps = off.join(words.get("plain.join"));
        page.say(words.fill("exercise.plain.off", &[("helps", &helps)]));
    }
    page
}

/// Asks all that is to be answered now.
pub fn tasks<R: BufRead, W: Write>(
    console: &mut Console<R, W>,
    words: &Phrases,
    session: &mut Session,
) -> Step<()> {
    let tasks = session.tasks();
    for (at, task) in tasks.iter().enumerate() {
        let (number, count) = (at + 1, tasks.len());
        console.gap()?;
        console.say(&words.fill(
            "exercise.tasks.number",
            &[("number", &number), ("count", &count)],
        ))?;
        loop {
            let text = ask(console, words, session, task)?;
            match session.answer(&task.id, &text) {
                Ok(()) => break,
                Err(why) => {
                    let text = words.fill("exercise.tasks.refused", &[("why", &why)]);
                    console.say(&text)?;
                }
            }
        }
        console.say(words.get("exercise.plain.taken"))?;
    }
    Ok(())
}

fn ask<R: BufRead, W: Write>(
    console: &mut Console<R, W>,
    words: &Phrases,
    session: &mut Session,
    task: &Task,
) -> Step<String> {
    if task.choices.is_empty() {
        return own_words(console, words, session, task);
    }
    let plain = |choice: &String| Choice::plain("", choice);
    let choices: Vec<Choice> = task.choices.iter().map(plain).collect();
    let question = Question {
        text: &task.ask,
        choices: &choices,
        back: false,
    };
    loop {
        let answer = question.ask(console, words, |console, line| {
            aside(console, words, session, line)
                .map(|told| if told { Aside::Told } else { Aside::Unknown })
        })?;
        if let Answer::Pick(at) = answer {
            return Ok(task.choices[at].clone());
        }
    }
}

fn own_words<R: BufRead, W: Write>(
    console: &mut Console<R, W>,
    words: &Phrases,
    session: &mut Session,
    task: &Task,
) -> Step<String> {
    console.gap()?;
    console.say(&task.ask)?;
    console.say(words.get("exercise.plain.write"))?;
    loop {
        let line = console.ask(words.get("plain.prompt"))?;
        if line.is_empty() || aside(console, words, session, &line)? {
            console.say(&task.ask)?;
            continue;
        }
        return Ok(line);
    }
}

/// What may be asked before an answer is given; whether it was that. A word that is a command
/// elsewhere may be an answer here.
fn aside<R: BufRead, W: Write>(
    console: &mut Console<R, W>,
    words: &Phrases,
    session: &mut Session,
    line: &str,
) -> Step<bool> {
    let scenario = session.scenario().clone();
    let n = &Narrator::new(&scenario, words).salted(session.seed());
    let page = match Command::read(words, line) {
        Some(Command::Quit) if !line.contains(char::is_whitespace) => return Err(Leave::Quit),
        Some(Command::Brief) if !line.contains(char::is_whitespace) => {
            brief::page(n, &session.view())
        }
        Some(Command::Help) if !line.contains(char::is_whitespace) => help::setup(words),
        _ => return Ok(false),
    };
    console.show(&page)?;
    Ok(true)
}
