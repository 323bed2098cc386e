//! The questions before a game, for whatever the command line has not answered.

use super::command::Command;
use super::console::{Console, Leave, Step};
use super::page::{help, material};
use super::question::{Answer, Aside, Choice, Question};
use crate::narrate::{Narrator, Phrases};
use crate::negotiator::{Level, Who};
use crate::rules::deal::Length;
use crate::rules::side::Side;
use crate::scenario::Scenario;
use crate::session::{PERSON, Player};
use std::io::{BufRead, Write};

/// What the command line has answered already.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The player's side.
    pub side: Option<Side>,
    /// Who plays the other.
    pub opponent: Option<Player>,
    /// How long the game is.
    pub length: Option<Length>,
}

/// All that had to be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The player's side.
    pub side: Side,
    /// Who plays the other.
    pub opponent: Player,
    /// How long the game is.
    pub length: Length,
}

/// Asks for what is not known; an answer can be taken back until the last is given.
pub fn setup<R: BufRead, W: Write>(
    console: &mut Console<R, W>,
    words: &Phrases,
    scenario: &Scenario,
    known: Known,
) -> Step<Chosen> {
    let mut before = Vec::new();
    let mut now = known;
    loop {
        let (text, choices, mut values) = match now.clone() {
            now @ Known { side: None, .. } => sides(words, scenario, &now),
            now @ Known { opponent: None, .. } => opponents(words, &now),
            now @ Known { length: None, .. } => lengths(words, scenario, &now),
            Known {
                side: Some(side),
                opponent: Some(opponent),
                length: Some(length),
            } => {
                return Ok(Chosen {
                    side,
                    opponent,
                    length,
                });
            }
        };
        let question = Question {
            text,
            choices: &choices,
            back: !before.is_empty(),
        };
        let answer = question.ask(console, words, |console, line| {
            match Command::read(words, line) {
                Some(Command::Quit) => Err(Leave::Quit),
                Some(Command::Help) => {
                    console.show(&help::setup(words))?;
                    Ok(Aside::Told)
                }
                Some(Command::Handbook(chapter)) => {
                    console.show(&help::handbook(words, &chapter))?;
                    Ok(Aside::Told)
                }
                Some(Command::Material(document)) => {
                    console.show(&material::page(words, &document))?;
                    Ok(Aside::Told)
                }
                _ => Ok(Aside::Unknown),
            }
        })?;
        if let Answer::Pick(at) = answer {
            before.push(std::mem::replace(&mut now, values.swap_remove(at)));
        } else if let Some(last) = before.pop() {
            now = last;
        }
    }
}

type Asked<'w> = (&'w str, Vec<Choice>, Vec<Known>);

fn sides<'w>(words: &'w Phrases, scenario: &Scenario, now: &Known) -> Asked<'w> {
    let choices = Side::BOTH.map(|side| {
        let side = scenario.text_in(words.language()).side(side);
        let label = words.fill(
            "plain.setup.side.choice",
            &[("capital", &side.capital), ("country", &side.country)],
        );
        Choice::plain(&side.id, label)
    });
    let values = Side::BOTH.map(|side| Known {
        side: Some(side),
        ..now.clone()
    });
    (words.get("plain.setup.side"), choices.into(), values.into())
}

fn opponents<'w>(words: &'w Phrases, now: &Known) -> Asked<'w> {
    let names = Level::ALL.map(Level::name).into_iter().chain([PERSON]);
    let choices = names.map(|name| {
        Choice::plain(name, words.of("opponent.", name)).note(words.of("opponent.about.", name))
    });
    let levels = Level::ALL.map(|level| Player::from(Who::Level(level)));
    let values = levels
        .into_iter()
        .chain([Player::Person])
        .map(|player| Known {
            opponent: Some(player),
            ..now.clone()
        });
    (
        words.get("plain.setup.opponent"),
        choices.collect(),
        values.collect(),
    )
}

fn lengths<'w>(words: &'w Phrases, scenario: &Scenario, now: &Known) -> Asked<'w> {
    let span = Narrator::new(scenario, words).span();
    let choices = Length::ALL.map(|length| {
        let name = match length {
            Length::Short => "short",
            Length::Standard => "standard",
            Length::Long => "long",
        };
        let rounds = length.rounds(&scenario.tables);
        Choice::plain(name, words.of("plain.setup.length.", name)).note(words.fill(
            "plain.setup.rounds",
            &[("rounds", &rounds), ("span", &span)],
        ))
    });
    let values = Length::ALL.map(|length| Known {
        length: Some(length),
        ..now.clone()
    });
    (
        words.get("plain.setup.length"),
        choices.into(),
        values.into(),
    )
}
