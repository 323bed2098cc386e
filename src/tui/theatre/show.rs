//! What is being watched, from where, and at which moment: shared by the screens of the
//! theatre.

use crate::narrate::{Narrator, Phrases, opponent};
use crate::rules::side::Side;
use crate::theatre::{Place, Recording, Scene, TheatreError, Vantage, annotate};
use crate::tui::context::Context;
use std::cell::RefCell;
use std::rc::Rc;

/// What is being watched, as the layers share it.
pub type Shared = Rc<RefCell<Show>>;

/// A recorded game being watched.
pub struct Show {
    /// The game.
    pub recording: Recording,
    at: usize,
    vantages: Vec<Vantage>,
    vantage: usize,
}

impl Show {
    /// Begins at the deal, from the usual seat.
    pub fn new(recording: Recording) -> Self {
        Self {
            vantages: recording.vantages(),
            recording,
            at: 0,
            vantage: 0,
        }
    }

    /// The same, to be shared by layers.
    pub fn share(self) -> Shared {
        Rc::new(RefCell::new(self))
    }

    /// One who tells this game.
    pub fn narrator<'a>(&'a self, cx: &'a Context) -> Narrator<'a> {
        let seed = self.recording.header().seed.number();
        Narrator::new(self.recording.scenario(), &cx.phrases).salted(seed)
    }

    /// The moment that is shown.
    pub const fn at(&self) -> usize {
        self.at
    }

    /// Goes to a moment; whether it is another.
    pub fn go(&mut self, at: usize) -> bool {
        let at = at.min(self.recording.last());
        std::mem::replace(&mut self.at, at) != at
    }

    /// Goes to the close of a round, or to the deal for round 0; whether there is such.
    pub fn go_round(&mut self, number: u8) -> bool {
        let at = match number {
            0 => Some(0),
            _ => self.recording.close_of(number),
        };
        at.map(|at| self.go(at)).is_some()
    }

    /// The round that is shown; 0 at the deal.
    pub fn round(&self) -> u8 {
        if self.at == 0 && self.recording.last() > 0 {
            return 0;
        }
        self.recording.moments()[self.at].round
    }

    /// From where it is watched.
    pub fn vantage(&self) -> Vantage {
        self.vantages[self.vantage]
    }

    /// Turns to the next seat; whether there is another.
    pub fn turn_seat(&mut self) -> bool {
        self.vantage = (self.vantage + 1) % self.vantages.len();
        self.vantages.len() > 1
    }

    /// Takes this seat; whether it is to be had.
    pub fn take_seat(&mut self, vantage: Vantage) -> bool {
        let at = self.vantages.iter().position(|free| *free == vantage);
        at.map(|at| self.vantage = at).is_some()
    }

    /// What is to be seen now.
    pub fn scene(&self) -> Scene<'_> {
        self.recording.scene(self.at, self.vantage())
    }

    /// The note pinned to the round that is shown, and the moment it is pinned to.
    pub fn note(&self) -> (usize, Option<&str>) {
        let round = &self.recording.rounds()[self.recording.round_of(self.at)];
        let moments = self.recording.moments();
        let noted = round.moments.clone().find(|at| moments[*at].note.is_some());
        // A new note stands where the round is read: at its close.
        let place = noted.unwrap_or(if self.at == 0 {
            0
        } else {
            round.moments.end - 1
        });
        (place, moments[place].note.as_deref())
    }

    /// Pins a note to the round that is shown, or takes it off, and writes the save.
    ///
    /// # Errors
    /// If the save cannot take it; nothing has changed then.
    pub fn pin(&mut self, text: &str) -> Result<(), TheatreError> {
        let (place, _) = self.note();
        let note = Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let path = self.recording.path().ok_or(TheatreError::NoFile)?;
        let entry = self.recording.moments()[place].entry;
        annotate(path, self.recording.scenario(), entry, note.clone())?;
        self.recording.pin(place, note);
        Ok(())
    }

    /// Who played a side, in a word.
    pub fn player(&self, side: Side, cx: &Context) -> String {
        let person = cx.say("theatre.person");
        self.recording
            .told_player(side, person, |name| opponent(&cx.phrases, name))
    }
}

/// What a game is called: by its own name, or else as its scenario is.
pub fn title(recording: &Recording, words: &Phrases) -> String {
    let own = match recording.place() {
        Some(Place::Famous(name)) => words.of("famous.title.", name),
        _ => recording.header().title.as_str(),
    };
    let text = recording.scenario().text_in(words.language());
    if own.is_empty() { &text.title } else { own }.to_owned()
}
