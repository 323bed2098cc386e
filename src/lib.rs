//! Fog of Peace: a wargame of talks under a ceasefire that both sides keep breaking a little.
//!
//! The game itself is [`rules`]: pure and integer, it turns a small state and two plans into
//! the next state and a list of outcomes, each with its cause. A [`scenario`] is read from RON,
//! checked, and compiled once into the flat tables that the rules read, so that no word and no
//! file is ever near them. What a side may know is a [`rules::view::View`], and whoever decides
//! for a side, a person or a [`negotiator`], is given nothing else; one outside this program is
//! told it in the messages of the [`protocol`]. A [`record`] is the log of one game, chained
//! and replayable; [`narrate`] makes prose of outcomes from the [`phrases`] of a
//! language; [`analysis`] says what each plan of a finished game was worth and what could have
//! been had. An [`exercise`] is a game set for a class. A [`session`] is one game being played
//! by a person against a negotiator that thinks meanwhile, a [`guide`] goes beside a first one,
//! and the [`theatre`] shows a recorded one again; [`tui`] and [`plain`] are the two faces of
//! both. [`simulate`] plays batches without a face, [`statistics`] says what numbers show, and
//! [`export`] makes files of a game.
//!
//! ```text
//!   cli                      parses, opens files, prints
//!   tui         export       a game on the screen; a game as a file
//!   plain                    a game in lines
//!   guide                    what to look at in a first game
//!   theatre     narrate      a recorded game laid out; outcomes in words
//!   session     exercise     a game being played; a game set for a class
//!   analysis                 a finished game gone through again
//!   simulate    record       batches of games; the log of one
//!   negotiator               whoever decides
//!   protocol    config       messages to other programs; settings
//!   scenario                 what is played, from RON
//!   rules       phrases      the game; the string table
//!   statistics  language     what numbers show; the languages that it is told in
//! ```
//! A room knows only of rooms in the rows below it, and of which, `tests/architecture.rs`
//! holds. Only [`cli`], [`tui`] and [`plain`] print; only [`record`], [`scenario`], [`config`]
//! and [`cli`] open files; no thread is started but by [`session`], [`analysis`], [`simulate`],
//! [`tui`] and [`cli`], and no program but by [`negotiator`].

pub mod analysis;
pub mod cli;
pub mod config;
pub mod exercise;
pub mod export;
pub mod guide;
pub mod language;
pub mod narrate;
pub mod negotiator;
pub mod phrases;
pub mod plain;
pub mod protocol;
pub mod record;
pub mod rules;
pub mod scenario;
pub mod session;
pub mod simulate;
pub mod statistics;
pub mod theatre;
pub mod tui;
