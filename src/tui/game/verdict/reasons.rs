//! The page of a verdict with the opponent's reasons, thought through again in the background
//! when it is first turned to.

use super::super::briefing::heading;
use super::super::desk::wake;
use super::super::play::{Play, Shared};
use super::super::text::span;
use crate::narrate::Narrator;
use crate::negotiator::Who;
use crate::negotiator::reasons::Reason;
use crate::session::{self, Errand, Report};
use crate::tui::context::Context;
use crate::tui::theme::Role;
use crate::tui::widget::prose::Prose;
use ratatui::text::Line;

/// The opponent's reasons, as far as they are there.
pub enum Reasons {
    /// Nobody has asked yet.
    Unasked,
    /// Thought through still; how far in percent, once it takes long enough to say so.
    Busy(Errand<Vec<Reason>>, Option<u32>),
    /// Round by round.
    Done(Vec<Reason>),
    /// All there is to say.
    Said(String),
}

impl Reasons {
    /// Sets out to find them, the first time it is called.
    pub fn ask(&mut self, play: &Shared, cx: &Context) {
        if !matches!(self, Self::Unasked) {
            return;
        }
        let play = play.borrow();
        *self = match play.session.reasons(wake(&cx.waker)) {
            Some(Ok(session::Reasons::Thinking(errand))) => Self::Busy(errand, None),
            Some(Ok(session::Reasons::Rule)) => {
                let rule = play.session.opponent().map_or("", Who::name);
                Self::Said(cx.phrases.of("reasons.rule.", rule).to_owned())
            }
            Some(Ok(session::Reasons::Outside)) => Self::Said(cx.say("reasons.outside").to_owned()),
            Some(Err(error)) => Self::Said(cx.phrases.fill("reasons.failed", &[("error", &error)])),
            None => Self::Unasked,
        };
    }

    /// Looks how far they are; whether there is something new to show.
    pub fn poll(&mut self) -> bool {
        let Self::Busy(errand, shown) = self else {
            return false;
        };
        match errand.poll() {
            Report::Busy(progress) if progress == *shown => return false,
            Report::Busy(progress) => *shown = progress,
            Report::Done(reasons) => *self = Self::Done(reasons),
            Report::Nothing => *self = Self::Unasked,
        }
        true
    }

    /// Writes them.
    pub fn write(&self, prose: &mut Prose, n: &Narrator, play: &Play, cx: &Context) {
        let them = play.session.side().other();
        let capital = n.capital(them);
        let mut say = |text: String, role| prose.push(Line::from(span(text, role, cx)), 0);
        match self {
            Self::Unasked => {}
            Self::Said(text) => say(text.clone(), Role::Text),
            Self::Busy(_, progress) => {
                say(
                    cx.phrases.fill("reasons.busy", &[("capital", &capital)]),
                    Role::Text,
                );
                if let Some(percent) = progress {
                    prose.push(Line::default(), 0);
                    let text = cx.phrases.fill("reasons.progress", &[("percent", percent)]);
                    prose.push(Line::from(span(text, Role::Title, cx)), 0);
                }
            }
            Self::Done(reasons) => {
                for text in n.reasons_intro(them, reasons) {
                    say(text, Role::Dim);
                }
                let Some(truth) = play.session.revealed() else {
                    return;
                };
                for told in n.reasons_told(them, reasons, truth) {
                    prose.push(Line::default(), 0);
                    heading(prose, &told.heading, cx);
                    for text in told.paragraphs {
                        prose.push(Line::from(span(text, Role::Text, cx)), 0);
                    }
                }
            }
        }
    }
}
