//! The stack of layers: hands events down, draws up, and carries out what they answer.

use super::action::{Action, Scope};
use super::context::Context;
use super::glyphs;
use super::guide;
use super::layer::{Act, Flow, Layer, Mouse};
use super::library::Host;
use super::screen::{handbook::Handbook, help::Help, too_small};
use super::theme::Role;
use super::wake::Wake;
use super::widget::footer;
use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::layout::{Position, Rect};
use signal_hook::consts::{SIGCONT, SIGINT, SIGTSTP};

/// The smallest screen that is drawn on.
pub const SMALLEST: (u16, u16) = (60, 20);

/// Lines that a notch of the wheel scrolls.
const NOTCH: i32 = 3;

/// What the loop around the app does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Waits for the next event.
    On,
    /// Stops until the shell continues the program.
    Suspend,
    /// Leaves.
    Leave(Exit),
}

/// Why the program leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// The player asked for it.
    Quit,
    /// By this signal.
    Signal(i32),
    /// The terminal is gone.
    Gone,
    /// A thread panicked.
    Panicked,
}

/// The stack of layers over a terminal, real or not.
pub struct App<B: Backend> {
    terminal: Terminal<B>,
    cx: Context,
    host: Box<dyn Host>,
    stack: Vec<Box<dyn Layer>>,
    /// Whether what is on the screen is out of date.
    stale: bool,
}

impl<B: Backend> App<B> {
    /// Begins with one layer.
    pub fn new(
        backend: B,
        cx: Context,
        host: Box<dyn Host>,
        first: Box<dyn Layer>,
    ) -> Result<Self, B::Error> {
        let terminal = Terminal::new(backend)?;
        Ok(Self {
            terminal,
            cx,
            host,
            stack: vec![first],
            stale: true,
        })
    }

    /// What the screens share.
    pub const fn context(&self) -> &Context {
        &self.cx
    }

    /// What is drawn on.
    pub fn backend(&self) -> &B {
        self.terminal.backend()
    }

    /// Has the session do something, as if a screen had asked.
    pub fn intend(&mut self, intent: super::library::Intent) -> Turn {
        self.apply(0, Flow::ask(intent))
    }

    /// Takes one thing that happened.
    #[allow(clippy::needless_pass_by_value)] // it happened once
    pub fn feed(&mut self, wake: Wake) -> Turn {
        match wake {
            Wake::Input(Event::Key(key)) if key.kind != KeyEventKind::Release => self.key(key),
            Wake::Input(Event::Mouse(mouse)) => self.mouse(mouse),
            Wake::Input(Event::Resize(..)) => {
                self.stale = true;
                Turn::On
            }
            Wake::Input(_) => Turn::On,
            Wake::Ready => self.rouse(),
            Wake::Signal(SIGTSTP) => Turn::Suspend,
            Wake::Signal(SIGCONT) => {
                self.redraw();
                Turn::On
            }
            Wake::Signal(signal) => Turn::Leave(Exit::Signal(signal)),
            Wake::Gone => Turn::Leave(Exit::Gone),
            Wake::Panicked => Turn::Leave(Exit::Panicked),
        }
    }

    /// Draws every cell anew at the next draw.
    pub fn redraw(&mut self) {
        // The terminal may show anything after a stop. Resizing, even to the same size,
        // forgets what was drawn; `clear` would ask the terminal where its cursor is.
        // What fails here fails again, and is answered, in `draw`.
        if let Ok(size) = self.terminal.size() {
            let _ = self.terminal.resize(Rect::from((Position::ORIGIN, size)));
        }
        self.stale = true;
    }

    /// Draws, if something has changed.
    pub fn draw(&mut self) -> Result<(), B::Error> {
        if !std::mem::take(&mut self.stale) {
            return Ok(());
        }
        let Self {
            terminal,
            cx,
            stack,
            ..
        } = self;
        terminal.draw(|frame| {
            let area = frame.area();
            frame.buffer_mut().set_style(area, cx.theme[Role::Text]);
            if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
                too_small::draw(area, frame.buffer_mut(), cx);
            } else {
                let body = Rect {
                    height: area.height - 1,
                    ..area
                };
                let from = stack.iter().rposition(|layer| layer.covers()).unwrap_or(0);
                let body = guide::draw(body, frame.buffer_mut(), cx, &stack[from..]);
                for layer in &mut stack[from..] {
                    layer.draw(body, frame, cx);
                }
                if let Some(top) = stack.last() {
                    let last = Rect {
                        y: area.height - 1,
                        height: 1,
                        ..area
                    };
                    footer::draw(last, frame.buffer_mut(), cx, top.scopes(), &top.hints());
                }
            }
            if cx.glyphs.ascii {
                glyphs::to_ascii(frame.buffer_mut());
            }
        })?;
        Ok(())
    }

    fn key(&mut self, key: KeyEvent) -> Turn {
        // The last way out is not for rebinding.
        if key.code == KeyCode::Char('c') && key.modifiers.contains(KeyModifiers::CONTROL) {
            return Turn::Leave(Exit::Signal(SIGINT));
        }
        for at in (0..self.stack.len()).rev() {
            let layer = &mut self.stack[at];
            let mut flow = layer.key(key, &mut self.cx);
            if matches!(flow, Flow::Ignored)
                && let Some((action, digit)) = self.cx.keymap.action(layer.scopes(), key)
            {
                flow = layer.act(Act { action, digit }, &mut self.cx);
            }
            if !matches!(flow, Flow::Ignored) {
                return self.apply(at, flow);
            }
            if !self.stack[at].passes() {
                break;
            }
        }
        self.anywhere(key)
    }

    fn anywhere(&mut self, key: KeyEvent) -> Turn {
        let Some((action, _)) = self.cx.keymap.action(&[Scope::Anywhere], key) else {
            return Turn::On;
        };
        match action {
            Action::Help => {
                let scopes = self.stack.last().map_or(&[][..], |top| top.scopes());
                let help = Help::new(scopes, &self.cx);
                self.apply(0, Flow::push(help))
            }
            Action::Handbook => {
                let mut layers = self.stack.iter();
                let barred = layers.find_map(|layer| layer.bars(action, &self.cx));
                if let Some(flow) = barred {
                    return self.apply(0, flow);
                }
                let book = Handbook::new(&self.cx);
                self.apply(0, Flow::push(book))
            }
            Action::Guide => {
                if let Some(guide) = &mut self.cx.guide {
                    guide.toggle();
                    self.stale = true;
                }
                Turn::On
            }
            Action::Redraw => {
                self.redraw();
                Turn::On
            }
            Action::Suspend => Turn::Suspend,
            Action::Quit => Turn::Leave(Exit::Quit),
            _ => Turn::On,
        }
    }

    fn mouse(&mut self, event: MouseEvent) -> Turn {
        let at = Position::new(event.column, event.row);
        let mouse = match event.kind {
            MouseEventKind::Down(MouseButton::Left) => Mouse::Press(at),
            MouseEventKind::ScrollUp => Mouse::Wheel(at, -NOTCH),
            MouseEventKind::ScrollDown => Mouse::Wheel(at, NOTCH),
            _ => return Turn::On,
        };
        let top = self.stack.len().saturating_sub(1);
        match self
            .stack
            .last_mut()
            .map(|layer| layer.mouse(mouse, &mut self.cx))
        {
            Some(flow) => self.apply(top, flow),
            None => Turn::On,
        }
    }

    fn rouse(&mut self) -> Turn {
        for at in (0..self.stack.len()).rev() {
            // An answer may have taken off layers.
            let top = at + 1 == self.stack.len();
            let Some(layer) = self.stack.get_mut(at) else {
                continue;
            };
            let flow = layer.wake(top, &mut self.cx);
            let turn = self.apply(at, flow);
            if turn != Turn::On {
                return turn;
            }
        }
        Turn::On
    }

    /// Carries out the answer of the layer at `at`.
    fn apply(&mut self, at: usize, flow: Flow) -> Turn {
        if matches!(flow, Flow::Ignored) {
            return Turn::On;
        }
        self.stale = true;
        match flow {
            Flow::Ignored | Flow::Stay => Turn::On,
            Flow::Push(layer) => {
                self.stack.push(layer);
                Turn::On
            }
            Flow::Stack(layers) => {
                self.stack.extend(layers);
                Turn::On
            }
            Flow::Pop => self.cut(at),
            Flow::Replace(layer) => {
                self.stack.truncate(at);
                self.stack.push(layer);
                Turn::On
            }
            Flow::PopThen(flow) => match self.cut(at) {
                Turn::On => self.apply(at.saturating_sub(1), *flow),
                turn => turn,
            },
            Flow::Home => self.cut(1),
            Flow::HomeThen(flow) => match self.cut(1) {
                Turn::On => self.apply(0, *flow),
                turn => turn,
            },
            Flow::PushThen(layer, flow) => {
                self.stack.push(layer);
                self.apply(self.stack.len() - 1, *flow)
            }
            Flow::Do(intent) => {
                let flow = self.host.intend(*intent, &mut self.cx);
                self.apply(at, flow)
            }
            Flow::Quit => Turn::Leave(Exit::Quit),
        }
    }

    /// Takes off the layer at `at` and all above it; without a layer, leaves.
    fn cut(&mut self, at: usize) -> Turn {
        self.stack.truncate(at);
        if !self
            .stack
            .iter()
            .any(|layer| layer.spot(&self.cx).is_some())
        {
            // The game that it guides is left.
            self.cx.guide = None;
        }
        let Some(top) = self.stack.last_mut() else {
            return Turn::Leave(Exit::Quit);
        };
        let flow = top.uncovered(&mut self.cx);
        self.apply(self.stack.len() - 1, flow)
    }
}
