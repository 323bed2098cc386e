//! The chart of what was possible: what the clauses give one side against what they give
//! the other, with the status quo, what was reached, and the treaties that both capitals
//! would have ratified. Every point is told in words too.

use super::super::text::{side as colour, span};
use crate::analysis::frontier::Plane;
use crate::narrate::Narrator;
use crate::narrate::review::Spot;
use crate::rules::meter::Tenths;
use crate::rules::side::{PerSide, Side};
use crate::tui::context::Context;
use crate::tui::theme::Role;
use crate::tui::widget::scroll::Scroll;
use crate::tui::widget::wrap::wrap;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget;
use ratatui::widgets::canvas::{Canvas, Line as Stroke};

/// From this width on, chart and words stand side by side.
const BESIDE: u16 = 76;

/// Draws the chart and its words.
pub fn draw(
    area: Rect,
    buffer: &mut Buffer,
    cx: &Context,
    n: &Narrator,
    plane: &Plane,
    side: Side,
    scroll: &mut Scroll,
) {
    let (chart, words) = if area.width >= BESIDE {
        let width = (area.width * 11 / 20).min(90);
        let height = area.height.min(width / 2 + 2);
        let words = Rect {
            x: area.x + width + 2,
            width: area.width - width - 2,
            ..area
        };
        (
            Rect {
                width,
                height,
                ..area
            },
            words,
        )
    } else {
        let height = area.height * 3 / 5;
        let words = Rect {
            y: area.y + height,
            height: area.height - height,
            ..area
        };
        (Rect { height, ..area }, words)
    };
    draw_plane(chart, buffer, cx, n, plane, side);
    let width = words.width.saturating_sub(2).min(76);
    let lines: Vec<Line> = tell(n, cx, plane)
        .iter()
        .flat_map(|line| wrap(line, width, 2))
        .collect();
    scroll.draw(&lines, words, buffer, cx);
}

/// The part of the plane that is shown, in points: all that is on it, and a margin.
fn bounds(plane: &Plane, side: Side) -> [f64; 2] {
    let frontier = plane.frontier.iter().map(|treaty| treaty.worth);
    let all = frontier.chain([plane.quo, plane.reached]);
    let values: Vec<i32> = all.map(|worth| worth[side].get()).collect();
    let low = values.iter().min().copied().unwrap_or(0);
    let high = values.iter().max().copied().unwrap_or(1000);
    let margin = ((high - low) / 8).max(20);
    [
        f64::from(low - margin) / 10.0,
        f64::from(high + margin) / 10.0,
    ]
}

/// One's own side to the right, the other's upward.
fn draw_plane(
    area: Rect,
    buffer: &mut Buffer,
    cx: &Context,
    n: &Narrator,
    plane: &Plane,
    side: Side,
) {
    if area.height < 4 || area.width < 12 {
        return;
    }
    let place = |worth: PerSide<Tenths>| {
        let at = |side: Side| f64::from(worth[side].get()) / 10.0;
        (at(side), at(side.other()))
    };
    let (xs, ys) = (bounds(plane, side), bounds(plane, side.other()));
    let up = cx.phrases.fill(
        "game.plane.up",
        &[
            ("arrow", &cx.glyphs.up),
            ("capital", &n.capital(side.other())),
        ],
    );
    let right = cx.phrases.fill(
        "game.plane.right",
        &[("arrow", &cx.glyphs.right), ("capital", &n.capital(side))],
    );
    let row = |y: u16| Rect {
        y,
        height: 1,
        ..area
    };
    let ends = |[low, high]: [f64; 2]| format!("  {low:.0} {} {high:.0}", cx.glyphs.rule);
    let heading = Line::from(vec![
        span(up, colour(side.other()), cx),
        span(ends(ys), Role::Dim, cx),
    ]);
    let footing = Line::from(vec![
        span(right, colour(side), cx),
        span(ends(xs), Role::Dim, cx),
    ]);
    heading.render(row(area.y), buffer);
    footing
        .right_aligned()
        .render(row(area.bottom() - 1), buffer);
    let inside = Rect {
        y: area.y + 1,
        height: area.height - 2,
        ..area
    };
    let frontier: Vec<(f64, f64)> = plane.frontier.iter().map(|t| place(t.worth)).collect();
    let line = cx.theme[Role::Good].fg.unwrap_or_default();
    let frame = cx.theme[Role::Border].fg.unwrap_or_default();
    let both = plane.reached == plane.quo;
    // What comes later is drawn over what comes before.
    let marks = [
        (Spot::Quo, Some(plane.quo)),
        (Spot::Kalai, plane.kalai.map(|kalai| kalai.worth)),
        (Spot::Nash, plane.nash.map(|nash| nash.worth)),
        (Spot::Reached, Some(plane.reached)),
    ];
    Canvas::default()
        .x_bounds(xs)
        .y_bounds(ys)
        .marker(cx.glyphs.curve)
        .paint(|canvas| {
            let mut stroke = |(x1, y1), (x2, y2), color| {
                canvas.draw(&Stroke {
                    x1,
                    y1,
                    x2,
                    y2,
                    color,
                });
            };
            stroke((xs[0], ys[0]), (xs[1], ys[0]), frame);
            stroke((xs[0], ys[0]), (xs[0], ys[1]), frame);
            for pair in frontier.windows(2) {
                stroke(pair[0], pair[1], line);
            }
            for (spot, worth) in marks {
                if let Some(worth) = worth {
                    let (x, y) = place(worth);
                    let key = match spot {
                        Spot::Reached if both => "both",
                        spot => spot.key(),
                    };
                    let mark = cx.phrases.of("game.plane.mark.", key).to_owned();
                    canvas.print(x, y, span(mark, role(spot), cx));
                }
            }
        })
        .render(inside, buffer);
}

/// The spots in words.
fn tell(n: &Narrator, cx: &Context, plane: &Plane) -> Vec<Line<'static>> {
    let spot = |spot: Spot| {
        let mark = format!("{} ", cx.phrases.of("game.plane.mark.", spot.key()));
        Some(Line::from(vec![
            span(mark, role(spot), cx),
            span(n.spot(plane, spot)?, Role::Text, cx),
        ]))
    };
    let dim = |key: &str| Line::from(span(cx.say(key).to_owned(), Role::Dim, cx));
    let left = Line::from(span(n.left_over(plane), Role::Text, cx));
    let mut lines = vec![dim("review.possible_lead")];
    lines.extend(Spot::ALL.into_iter().filter_map(spot));
    lines.extend([left, Line::default(), dim("game.plane.help")]);
    lines
}

/// How a spot is marked, on the chart and beside its words.
const fn role(spot: Spot) -> Role {
    match spot {
        Spot::Quo => Role::Warn,
        Spot::Reached => Role::Title,
        Spot::Nash | Spot::Kalai => Role::Accent,
    }
}
