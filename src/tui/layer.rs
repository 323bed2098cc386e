//! A layer of the screen: it draws itself, and takes an event or lets it pass.

use super::action::{Action, Scope};
use super::context::Context;
use super::library::Intent;
use crate::guide::Spot;
use crossterm::event::KeyEvent;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};

/// One screen or popup of the stack.
pub trait Layer {
    /// Draws into `area`, which leaves the last row of the screen for the footer.
    fn draw(&mut self, area: Rect, frame: &mut Frame, cx: &Context);

    /// The parts of the key table that hold here, the foremost first.
    /// [`Scope::Anywhere`] always comes after them.
    fn scopes(&self) -> &[Scope] {
        &[Scope::Move]
    }

    /// What the footer shows, the most important first.
    fn hints(&self) -> Vec<Hint>;

    /// Does what a key asks for.
    fn act(&mut self, act: Act, cx: &mut Context) -> Flow;

    /// Takes a key before the table sees it: for typing.
    fn key(&mut self, _key: KeyEvent, _cx: &mut Context) -> Flow {
        Flow::Ignored
    }

    /// Takes a click or the wheel.
    fn mouse(&mut self, _mouse: Mouse, _cx: &mut Context) -> Flow {
        Flow::Ignored
    }

    /// Looks whether work in the background is done; called on every layer. `top` says
    /// whether nothing lies over this one.
    fn wake(&mut self, _top: bool, _cx: &mut Context) -> Flow {
        Flow::Ignored
    }

    /// Called when the layer above it is gone.
    fn uncovered(&mut self, _cx: &mut Context) -> Flow {
        Flow::Ignored
    }

    /// What comes instead of something that works everywhere, if it is barred here or above.
    fn bars(&self, _action: Action, _cx: &Context) -> Option<Flow> {
        None
    }

    /// What this is to the guide of a first game.
    fn spot(&self, _cx: &Context) -> Option<Spot> {
        None
    }

    /// Whether it hides what is below. A popup does not.
    fn covers(&self) -> bool {
        true
    }

    /// Whether an event it ignores goes to the layer below.
    fn passes(&self) -> bool {
        false
    }
}

/// What a key asks for, with the digit if it picks by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Act {
    /// What is asked.
    pub action: Action,
    /// 1 to 9 with [`Action::Pick`], else 0.
    pub digit: u8,
}

/// What the mouse did, in cells of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mouse {
    /// The left button went down.
    Press(Position),
    /// The wheel was turned by so many lines, down being positive.
    Wheel(Position, i32),
}

impl Mouse {
    /// Where it was.
    pub const fn at(self) -> Position {
        match self {
            Self::Press(at) | Self::Wheel(at, _) => at,
        }
    }
}

/// What becomes of the stack after an event.
pub enum Flow {
    /// The event was not for this layer.
    Ignored,
    /// Taken; draw anew.
    Stay,
    /// Put a layer on top.
    Push(Box<dyn Layer>),
    /// Put layers on top, the last uppermost.
    Stack(Vec<Box<dyn Layer>>),
    /// Take this layer off, with all above it.
    Pop,
    /// Put a layer in the place of this one and all above it.
    Replace(Box<dyn Layer>),
    /// Take this layer off, and then do what the layer below would have asked for.
    PopThen(Box<Flow>),
    /// Back to the first layer.
    Home,
    /// Back to the first layer, and then do what it would have asked for.
    HomeThen(Box<Flow>),
    /// Put a layer on top, and then do what it would have asked for.
    PushThen(Box<dyn Layer>, Box<Flow>),
    /// Ask the session to do something.
    Do(Box<Intent>),
    /// Leave the program.
    Quit,
}

impl Flow {
    /// Asks the session to do this.
    pub fn ask(intent: Intent) -> Self {
        Self::Do(Box::new(intent))
    }

    /// Puts this layer on top.
    pub fn push(layer: impl Layer + 'static) -> Self {
        Self::Push(Box::new(layer))
    }

    /// Puts this layer in the place of the one that answers.
    pub fn replace(layer: impl Layer + 'static) -> Self {
        Self::Replace(Box::new(layer))
    }

    /// Takes off the layer that answers, then does this.
    #[must_use]
    pub fn after_pop(self) -> Self {
        Self::PopThen(Box::new(self))
    }

    /// Puts this layer on top, then does what it would have asked for.
    #[must_use]
    pub fn over(self, layer: impl Layer + 'static) -> Self {
        Self::PushThen(Box::new(layer), Box::new(self))
    }

    /// Goes back to the first layer, then does this.
    #[must_use]
    pub fn after_home(self) -> Self {
        Self::HomeThen(Box::new(self))
    }

    /// Stay if something was taken, else ignored.
    pub const fn taken(taken: bool) -> Self {
        if taken { Self::Stay } else { Self::Ignored }
    }
}

/// An entry of the footer: the key of the first action, and of the second if the two
/// belong together, with what they do here.
#[derive(Clone, Copy, Debug)]
pub struct Hint {
    /// What the key asks for.
    pub action: Action,
    /// Its counterpart: down for up.
    pub pair: Option<Action>,
    /// The phrase that says what it does; if empty, that of the action.
    pub says: &'static str,
}

impl Hint {
    /// One key, said as the action is.
    pub const fn of(action: Action) -> Self {
        Self {
            action,
            pair: None,
            says: "",
        }
    }

    /// Two keys that belong together.
    pub const fn pair(action: Action, pair: Action, says: &'static str) -> Self {
        Self {
            action,
            pair: Some(pair),
            says,
        }
    }

    /// One key, said in this place's own words.
    pub const fn says(action: Action, says: &'static str) -> Self {
        Self {
            action,
            pair: None,
            says,
        }
    }
}
