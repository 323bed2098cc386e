//! Fog of Peace: a wargame of talks under a ceasefire that both sides keep breaking a little.

pub mod analysis;
pub mod cli;
pub mod config;
pub mod narrate;
pub mod negotiator;
pub mod plain;
pub mod record;
pub mod rules;
pub mod scenario;
pub mod session;
pub mod simulate;
pub mod tui;
