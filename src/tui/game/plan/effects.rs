//! What a choice is known to do before it is sealed: ranges with their causes, and the
//! chances that the dice will be asked.

use super::super::play::Play;
use super::super::text::{span, welcome};
use crate::narrate::{Narrator, signed};
use crate::rules::dice::{Dice, Stream};
use crate::rules::meter::Tenths;
use crate::rules::outcome::Cause;
use crate::rules::plan::Plan;
use crate::rules::preview::{Expected, Part, Preview};
use crate::rules::view::View;
use crate::session::draft;
use crate::tui::context::Context;
use crate::tui::theme::Role;
use crate::tui::widget::bar::arrow;
use crate::tui::widget::prose::Prose;
use ratatui::text::Line;

/// What the plan does of itself.
pub fn foresee(play: &Play, plan: Plan) -> Preview {
    let view = play.session.view();
    // Always the same states, so that two plans are compared on equal terms.
    let mut dice = Dice::new(u64::from(view.common.round), Stream::Cosmetic);
    Preview::of(&play.session.scenario().tables, &view, &plan, &mut dice)
}

/// The part of a plan that is open; none for the whole.
const fn part_of(part: draft::Part) -> Option<Part> {
    Some(match part {
        draft::Part::Say => Part::Say,
        draft::Part::Table => Part::Table,
        draft::Part::Field => Part::Field,
        draft::Part::Card => Part::Card,
        draft::Part::Seal => return None,
    })
}

/// Writes what one part of the plan, or the whole, is known to do.
pub fn write(prose: &mut Prose, play: &Play, cx: &Context, open: draft::Part, preview: &Preview) {
    let n = play.narrator(cx);
    let view = play.session.view();
    let part = part_of(open);
    let is_of = |of: Part| part.is_none_or(|part| part == of);
    // A card's effects are in its own text.
    let told = open == draft::Part::Card;
    let is_shown = |e: &&Expected| is_of(e.part) && !told;
    let shown: Vec<&Expected> = preview.expected.iter().filter(is_shown).collect();
    let known = Preview {
        expected: Vec::new(),
        known: preview.known.clone(),
    };
    let facts = n.preview(&view, &known).into_iter();
    let facts: Vec<_> = facts.filter(|(of, _)| is_of(*of)).map(|(_, l)| l).collect();
    if shown.is_empty() && facts.is_empty() {
        if !told {
            let text = cx.say("game.plan.no_effects").to_owned();
            prose.push(Line::from(span(text, Role::Dim, cx)), 0);
        }
        return;
    }
    if !shown.is_empty() {
        let title = cx.say("game.plan.effects").to_owned();
        prose.push(Line::from(span(title, Role::Dim, cx)), 0);
    }
    // A package gives ground on several clauses.
    let ground = |e: &&Expected| matches!(e.cause, Cause::Concession(..));
    let mut ground = shown.iter().copied().filter(ground).map(|e| e.cause);
    let first = ground.next();
    let several = ground.any(|cause| Some(cause) != first);
    for expected in shown {
        let caused = part.is_none() || several;
        prose.push(effect(&n, cx, &view, expected, caused), 4);
    }
    for line in super::super::reveal::lines(&facts, cx) {
        prose.push(line, 2);
    }
}

/// "Tension +8, perhaps", with its cause if that is not plain from the place.
fn effect(
    n: &Narrator,
    cx: &Context,
    view: &View,
    expected: &Expected,
    caused: bool,
) -> Line<'static> {
    let &Expected {
        meter,
        cause,
        low,
        high,
        percent,
        ..
    } = expected;
    let (least, most) = if high.0.abs() >= low.0.abs() {
        (low, high)
    } else {
        (high, low)
    };
    let by = if low == high {
        signed(low)
    } else {
        cx.phrases.fill(
            "game.plan.range",
            &[("low", &signed(least)), ("high", &signed(most))],
        )
    };
    let role = if low < Tenths::ZERO && high > Tenths::ZERO {
        Role::Text
    } else {
        welcome(meter, most, Some(view.side))
    };
    let mut line = Line::from(vec![
        span(format!("{} ", arrow(most, cx.glyphs)), role, cx),
        span(n.meter_of(meter, Some(view.side)), Role::Text, cx),
        span(format!(" {by}"), role, cx),
    ]);
    if percent < 100 {
        let perhaps = format!(" {}", cx.say("game.plan.perhaps"));
        line.push_span(span(perhaps, Role::Dim, cx));
    }
    // What the deed itself does is plain from the place; what follows from it is named.
    let plain = matches!(
        cause,
        Cause::Say(..)
            | Cause::Field(..)
            | Cause::Card(..)
            | Cause::Concession(..)
            | Cause::Clarified(_)
            | Cause::Waiver(_)
            | Cause::Hardened(..)
            | Cause::Withdrawal(..)
            | Cause::WalkOut(_)
    );
    if caused || !plain {
        line.push_span(span(format!("  {}", n.cause(cause, meter)), Role::Dim, cx));
    }
    line
}
