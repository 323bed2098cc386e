//! What a key can ask for, and where.

use serde::de::{Deserialize, Deserializer, Error};

macro_rules! named {
    ($(#[$outer:meta])* $kind:ident { $($(#[$doc:meta])* $variant:ident = $name:literal,)* }) => {
        $(#[$outer])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $kind { $($(#[$doc])* $variant,)* }

        impl $kind {
            /// Every one, in the order of the help.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// Its name in the key file.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }
        }

        impl<'de> Deserialize<'de> for $kind {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let name = String::deserialize(from)?;
                Self::ALL.iter().copied().find(|it| it.name() == name).ok_or_else(|| {
                    let known: Vec<_> = Self::ALL.iter().map(|it| it.name()).collect();
                    D::Error::custom(format!("no such name: `{name}`; known: {}", known.join(", ")))
                })
            }
        }
    };
}

named! {
    /// The part of the key table that holds in a place. Within one scope a key has one
    /// meaning; a scope that is listed first hides the same key in a later one.
    Scope {
        /// On every screen.
        Anywhere = "anywhere",
        /// Moving, choosing, leaving.
        Move = "move",
        /// The list of saved games.
        Saves = "saves",
        /// Forms: the new game and the settings.
        Form = "form",
        /// Typing into a line of text.
        Typing = "typing",
        /// Everywhere in a game: what there is to look up.
        Game = "game",
        /// The table of a game.
        Table = "table",
        /// An event that asks for an answer.
        Event = "event",
        /// The plan being made.
        Plan = "plan",
        /// Between two persons at one keyboard.
        HandOver = "hand_over",
        /// Texts with more to them.
        Read = "read",
        /// The verdict on a game.
        Verdict = "verdict",
        /// A recorded game being watched.
        Theatre = "theatre",
    }
}

named! {
    /// What a key asks for.
    Action {
        /// One up.
        Up = "up",
        /// One down.
        Down = "down",
        /// To the left, or the previous value.
        Left = "left",
        /// To the right, or the next value.
        Right = "right",
        /// A page up.
        PageUp = "page_up",
        /// A page down.
        PageDown = "page_down",
        /// To the first.
        First = "first",
        /// To the last.
        Last = "last",
        /// The next part of the screen.
        Next = "next",
        /// The previous part of the screen.
        Previous = "previous",
        /// The numbered thing; which number comes with the key.
        Pick = "pick",
        /// Take what is selected.
        Choose = "choose",
        /// Leave this place.
        Back = "back",
        /// Remove what is selected.
        Delete = "delete",
        /// Draw another at random.
        Random = "random",
        /// Begin with what the form says.
        Begin = "begin",
        /// Keep what was typed.
        Accept = "accept",
        /// Drop what was typed.
        Cancel = "cancel",
        /// The briefing.
        Briefing = "briefing",
        /// What is known of the other side.
        Intelligence = "intelligence",
        /// The hand of cards.
        Cards = "cards",
        /// What has happened, round by round.
        Record = "record",
        /// What matters now, all of it.
        Now = "now",
        /// Why a meter moved.
        Why = "why",
        /// The best few plans from what the player may know.
        Hint = "hint",
        /// Take the seat that is handed over.
        Sit = "sit",
        /// The clause that is selected.
        Look = "look",
        /// To the seal, or seal.
        Seal = "seal",
        /// Take back the last thing done.
        Undo = "undo",
        /// What a card or an event rests on.
        Source = "source",
        /// Another kind of line.
        Filter = "filter",
        /// The same deal again.
        Again = "again",
        /// The same deal from the other side.
        Swap = "swap",
        /// Another game.
        Fresh = "fresh",
        /// Watch a game again.
        Watch = "watch",
        /// One entry on.
        StepOn = "step_on",
        /// One entry back.
        StepBack = "step_back",
        /// Run by itself, or stop.
        Run = "run",
        /// Run faster.
        Faster = "faster",
        /// Run slower.
        Slower = "slower",
        /// Watch from another seat.
        Seat = "seat",
        /// Pin a note.
        Note = "note",
        /// Go to a round by its number.
        Jump = "jump",
        /// Take the game over from the round.
        TakeOver = "take_over",
        /// Set another game beside it.
        Compare = "compare",
        /// Go through the game plan by plan.
        Analyse = "analyse",
        /// What works here.
        Help = "help",
        /// The handbook.
        Handbook = "handbook",
        /// Put the guide of a first game away, or bring it back.
        Guide = "guide",
        /// Leave the program.
        Quit = "quit",
        /// Draw the screen anew.
        Redraw = "redraw",
        /// Stop until the shell brings the program back.
        Suspend = "suspend",
    }
}
