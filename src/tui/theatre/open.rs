//! Opening the theatre on a game.

use super::Theatre;
use super::show::{self, Show};
use crate::narrate::Phrases;
use crate::theatre::{Recording, Vantage};
use crate::tui::context::Context;
use crate::tui::layer::{Flow, Layer};
use crate::tui::screen::dialog::Dialog;

/// Opens the theatre on a game, with a word on what does not hold in its save. `round` is
/// where to begin, `vantage` from where.
pub fn open(
    recording: Recording,
    round: Option<u8>,
    vantage: Option<Vantage>,
    cx: &Context,
) -> Flow {
    if recording.vantages().is_empty() {
        let (title, text) = (cx.say("theatre.notice"), cx.say("theatre.shared"));
        return Flow::push(Dialog::message(title, text, cx));
    }
    let doubts = recording.doubts(&cx.phrases);
    let mut show = Show::new(recording);
    let gives = vantage.is_none_or(|vantage| show.take_seat(vantage));
    if let Some(round) = round {
        show.go_round(round);
    }
    let mut layers: Vec<Box<dyn Layer>> = vec![Box::new(Theatre::new(show.share()))];
    let still_open = (!gives).then(|| cx.say("theatre.still_open").to_owned());
    let notice: Vec<String> = doubts.into_iter().chain(still_open).collect();
    if !notice.is_empty() {
        let (title, text) = (cx.say("theatre.notice"), notice.join("\n\n"));
        layers.push(Box::new(Dialog::message(title, text, cx)));
    }
    Flow::Stack(layers)
}

/// What a game that branches off another is called. A branch of a branch is named after the
/// scenario.
pub fn branch_title(recording: &Recording, round: u8, words: &Phrases) -> String {
    let title = match recording.header().parent {
        None => show::title(recording, words),
        Some(_) => recording.scenario().text_in(words.language()).title.clone(),
    };
    words.fill("theatre.branch", &[("round", &round), ("title", &title)])
}
