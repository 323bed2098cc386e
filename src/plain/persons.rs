//! Two persons at one keyboard, in lines: it changes hands out of sight of what was said.

use super::command::Command;
use super::console::{Leave, Step};
use super::game::Game;
use super::page::{self, Page};
use super::question::{Answer, Aside, Choice, Question};
use crate::narrate::Narrator;
use crate::rules::outcome::Outcome;
use crate::rules::side::{PerSide, Side};
use crate::rules::state::State;
use crate::session::Session;
use std::io::{BufRead, Write};

/// What is known of the two persons of a game.
#[derive(Debug, Default)]
pub struct Persons {
    /// Whether somebody has taken the keyboard yet.
    seated: bool,
    /// Whether each has read the briefing.
    briefed: PerSide<bool>,
    /// What came of decisions while the other sat there.
    unread: PerSide<Vec<Vec<Outcome>>>,
}

impl<R: BufRead, W: Write> Game<'_, R, W> {
    /// What both may hear before either sits down.
    pub(super) fn begin_shared(&mut self, resumed: bool) -> Step<()> {
        self.persons.briefed = PerSide([resumed; 2]);
        if resumed {
            let last = self.session.last_round();
            let last: Vec<_> = last.into_iter().map(|(_, outcomes)| outcomes).collect();
            self.persons.unread = PerSide([last.clone(), last]);
            return Ok(());
        }
        self.seed()
    }

    /// Who is to take the keyboard, if it changes hands.
    pub(super) fn hands_over_to(&self) -> Option<Side> {
        let side = self.session.due().filter(|_| self.session.is_shared())?;
        (side != self.session.side() || !self.persons.seated).then_some(side)
    }

    /// Has the person of a side take the keyboard, and tells what came of decisions meanwhile.
    pub(super) fn hand_over(&mut self, side: Side) -> Step<()> {
        if std::mem::replace(&mut self.persons.seated, true) {
            self.console.hide()?;
        }
        self.show(|n, session| {
            let (round, rounds) = {
                let common = &session.view().common;
                (common.round, common.rounds)
            };
            let who = n.seat(side, session.name(side));
            let values: [(&str, &dyn std::fmt::Display); 3] =
                [("who", &who), ("round", &round), ("rounds", &rounds)];
            Page::titled(n.words.fill("plain.hand_over.title", &values))
        })?;
        let ready = Choice::plain("ready", self.words.get("plain.hand_over.ready"));
        let question = Question {
            text: self.words.get("plain.hand_over"),
            choices: &[ready],
            back: false,
        };
        let words = self.words;
        question.ask(self.console, words, |console, line| {
            match Command::read(words, line) {
                Some(Command::Quit) => Err(Leave::Quit),
                Some(Command::Help) => {
                    console.say(words.get("plain.hand_over.help"))?;
                    Ok(Aside::Told)
                }
                _ => Ok(Aside::Unknown),
            }
        })?;
        self.session.sit(side);
        let unread = std::mem::take(&mut self.persons.unread[side]);
        if !std::mem::replace(&mut self.persons.briefed[side], true) {
            self.show(|n, session| page::brief::page(n, &session.view()))?;
            return self.news();
        }
        if unread.is_empty() {
            return self.news();
        }
        self.tell(&unread)
    }

    /// Keeps what came of decisions for whoever does not sit at the keyboard.
    pub(super) fn keep_for_other(&mut self, outcomes: &[Outcome]) {
        if self.session.is_shared() {
            let other = self.session.side().other();
            self.persons.unread[other].push(outcomes.to_vec());
        }
    }

    /// The verdict on a deal that may be played once more with the sides swapped: what it tells of
    /// secrets comes only if it is asked for.
    pub(super) fn discreet_verdict(&mut self) -> Step<()> {
        let told = |page: fn(&Narrator, &State, &PerSide<String>) -> Page| {
            move |n: &Narrator, session: &Session| {
                let state = session.revealed();
                state.map_or_else(Page::default, |state| {
                    page(n, state, &session.header().names)
                })
            }
        };
        self.show(told(page::verdict::discreet))?;
        let choices = ["leave", "read"]
            .map(|key| Choice::plain(key, self.words.of("plain.verdict.secrets.", key)));
        let question = Question {
            text: self.words.get("plain.verdict.secrets"),
            choices: &choices,
            back: false,
        };
        let words = self.words;
        let answer = question.ask(self.console, words, |_, line| {
            match Command::read(words, line) {
                Some(Command::Quit) => Err(Leave::Quit),
                _ => Ok(Aside::Unknown),
            }
        });
        match answer {
            Ok(Answer::Pick(1)) => self.show(told(page::verdict::secrets)),
            Ok(_) | Err(Leave::Quit | Leave::End) => Ok(()),
            Err(error) => Err(error),
        }
    }
}
