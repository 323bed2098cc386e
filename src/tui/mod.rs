//! The terminal interface.
//!
//! ```text
//!   input thread ─┐                    ┌─ layer (popup)
//!   signals ──────┼─ Wake ─→ App ──────┼─ layer (screen)
//!   thinking ─────┘           │        └─ layer (title)
//!                             └─ Context: phrases, theme, glyphs, keys, settings
//! ```
//!
//! The [`app`] keeps a stack of [`layer`]s. An event goes to the top one, which takes it
//! or lets it pass, and answers with a [`layer::Flow`]: stay, push, pop, or ask the
//! session for something. The program sleeps in one `recv` and draws only when an event
//! changed something, so an idle game costs nothing. [`run`] does this on a real
//! terminal and is the only place that knows one; everything else is generic over the
//! backend, so that tests play whole sessions.

pub mod action;
pub mod app;
mod chord;
pub mod context;
pub mod game;
pub mod glyphs;
mod guard;
pub mod guide;
mod input;
pub mod keymap;
pub mod layer;
pub mod library;
mod pen;
pub mod run;
pub mod screen;
pub mod theatre;
pub mod theme;
mod thrift;
pub mod wake;
pub mod widget;

#[cfg(test)]
pub(crate) mod stage;
#[cfg(test)]
mod tests;
