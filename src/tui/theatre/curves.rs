//! The meters and how they came to be what they are: a curve each, up to the moment that is
//! shown, and where there is room a chart that sets the weightiest against each other.

use super::show::Show;
use crate::narrate::Narrator;
use crate::rules::side::Side;
use crate::rules::view::View;
use crate::tui::context::Context;
use crate::tui::game::meters::{self, Reading};
use crate::tui::game::text::{side as colour, span};
use crate::tui::theme::Role;
use crate::tui::widget::bar::arrow;
use crate::tui::widget::wrap::fit;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;
use ratatui::widgets::canvas::{Canvas, Line as Stroke};
use unicode_width::UnicodeWidthStr;

/// From this width on, two blocks of curves stand side by side.
const BESIDE: u16 = 56;
/// Columns of a name.
const NAME: u16 = 9;
/// The least height of the chart.
const CHART: u16 = 7;
/// The eight heights of a cell.
const STEPS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// A block of meters: its heading, and their readings at each point.
struct Block {
    title: String,
    role: Role,
    points: Vec<Vec<Reading>>,
}

/// Draws all of it.
pub fn draw(area: Rect, buffer: &mut Buffer, cx: &Context, show: &Show) {
    let n = show.narrator(cx);
    let blocks = blocks(&n, show, cx);
    let rounds = show.recording.moments()[show.at()].state.common.rounds;
    let total = u16::from(rounds).max(u16::from(show.round())) + 1;
    let mut y = area.y;
    let beside = area.width >= BESIDE;
    let [shared, first, second] = &blocks;
    let rows = |block: &Block| block.points.last().map_or(0, Vec::len) as u16 + 1;
    let put = |block: &Block, x: u16, y: u16, width: u16, buffer: &mut Buffer| {
        let height = rows(block).min(area.bottom().saturating_sub(y));
        let place = Rect {
            x,
            y,
            width,
            height,
        };
        draw_block(place, buffer, cx, block, total);
    };
    if beside {
        let width = (area.width - 4) / 2;
        let right = area.x + width + 4;
        // What both share stands in two columns too.
        let half = |from: usize, to: usize| Block {
            title: if from == 0 {
                shared.title.clone()
            } else {
                String::new()
            },
            role: shared.role,
            points: shared
                .points
                .iter()
                .map(|readings| readings[from..to.min(readings.len())].to_vec())
                .collect(),
        };
        put(&half(0, 2), area.x, y, width, buffer);
        put(&half(2, 4), right, y, width, buffer);
        y += 3;
        put(first, area.x, y, width, buffer);
        put(second, right, y, width, buffer);
        y += rows(first).max(rows(second));
    } else {
        for block in &blocks {
            put(block, area.x, y, area.width, buffer);
            y += rows(block);
        }
    }
    let left = area.bottom().saturating_sub(y + 1);
    if left >= CHART {
        let place = Rect {
            y: y + 1,
            height: left.min(24),
            ..area
        };
        chart(place, buffer, cx, &n, show, total);
    }
}

fn blocks(n: &Narrator, show: &Show, cx: &Context) -> [Block; 3] {
    let vantage = show.vantage();
    let (one, two) = (vantage.first(), vantage.first().other());
    let views = show.recording.views(show.at(), one);
    let others = show.recording.views(show.at(), two);
    let series = |views: &[View], read: &dyn Fn(&View, Option<&View>) -> Vec<Reading>| {
        let before = |at: usize| at.checked_sub(1).map(|before| &views[before]);
        let each = views.iter().enumerate();
        each.map(|(at, view)| read(view, before(at))).collect()
    };
    let capital = |side: Side| n.capital(side).to_owned();
    let second = if vantage.knows(two) {
        series(&others, &|view, before| meters::own(n, view, before))
    } else {
        series(&views, &|view, before| meters::other(n, view, before))
    };
    [
        Block {
            title: cx.say("game.table.shared").to_owned(),
            role: Role::Dim,
            points: series(&views, &|view, before| meters::shared(n, view, before)),
        },
        Block {
            title: capital(one),
            role: colour(one),
            points: series(&views, &|view, before| meters::own(n, view, before)),
        },
        Block {
            title: capital(two),
            role: colour(two),
            points: second,
        },
    ]
}

fn draw_block(area: Rect, buffer: &mut Buffer, cx: &Context, block: &Block, total: u16) {
    if area.height == 0 {
        return;
    }
    buffer.set_stringn(
        area.x,
        area.y,
        &block.title,
        area.width.into(),
        cx.theme[block.role],
    );
    let Some(now) = block.points.last() else {
        return;
    };
    let figures = now.iter().map(|it| it.figures().width()).max().unwrap_or(0) as u16;
    for (at, (row, reading)) in area.rows().skip(1).zip(now).enumerate() {
        let name = fit(reading.name(), NAME - 1, cx.glyphs.ellipsis);
        buffer.set_string(row.x, row.y, name, cx.theme[Role::Text]);
        let room = row.width.saturating_sub(NAME + figures + 3);
        let curve = Rect {
            x: row.x + NAME,
            width: room,
            ..row
        };
        let values: Vec<Option<i32>> = block.points.iter().map(|it| it[at].middle()).collect();
        let used = spark(curve, buffer, cx, &values, total, reading.role());
        let x = row.x + NAME + used + 1;
        let text = format!("{:>width$}", reading.figures(), width = figures.into());
        buffer.set_string(x, row.y, text, cx.theme[reading.role()]);
        let trend = reading.trend().map_or("", |by| arrow(by, cx.glyphs));
        buffer.set_string(x + figures + 1, row.y, trend, cx.theme[Role::Text]);
    }
}

/// Draws a curve on one line, a round a step, and gives the columns that it takes with the
/// rounds that are still to come.
fn spark(
    area: Rect,
    buffer: &mut Buffer,
    cx: &Context,
    values: &[Option<i32>],
    total: u16,
    role: Role,
) -> u16 {
    let step = (area.width / total.max(1)).clamp(1, 3);
    let fit = usize::from(area.width / step);
    let from = values.len().saturating_sub(fit);
    let shown = (total.max(values.len() as u16)).min(fit as u16);
    for at in 0..shown {
        let value = values.get(from + usize::from(at));
        let (mark, role) = match value {
            Some(Some(value)) => (height_of(*value, cx), role),
            Some(None) => ("?", Role::Fog),
            None => (cx.glyphs.dot, Role::Border),
        };
        for column in 0..step {
            // What is to come, and what is not known, is one mark a round.
            let mark = if matches!(value, Some(Some(_))) || column == 0 {
                mark
            } else {
                " "
            };
            buffer.set_string(area.x + at * step + column, area.y, mark, cx.theme[role]);
        }
    }
    shown * step
}

/// A value of 1000 as a mark; in ASCII, as a digit of ten.
fn height_of(value: i32, cx: &Context) -> &'static str {
    const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
    let of = |count: i32| (value * count / 1000).clamp(0, count - 1) as usize;
    if cx.glyphs.ascii {
        DIGITS[of(10)]
    } else {
        STEPS[of(8)]
    }
}

/// The weightiest meters against each other, a letter at the end of each line.
fn chart(area: Rect, buffer: &mut Buffer, cx: &Context, n: &Narrator, show: &Show, total: u16) {
    let blocks = blocks(n, show, cx);
    let [shared, first, second] = &blocks;
    let lines: Vec<(String, Role, Vec<Option<i32>>)> = [
        (shared, 0, Role::Warn),
        (shared, 1, Role::Fog),
        (shared, 2, Role::Good),
        (first, 0, first.role),
        (second, 0, second.role),
    ]
    .into_iter()
    .filter_map(|(block, meter, role)| {
        let name = block.points.last()?.get(meter)?.name().to_owned();
        let whose = if block.title == shared.title {
            name
        } else {
            cx.phrases.fill(
                "theatre.curve.of",
                &[("capital", &block.title), ("meter", &name)],
            )
        };
        let values = block.points.iter().map(|it| it[meter].middle()).collect();
        Some((whose, role, values))
    })
    .collect();
    let mut x = area.x;
    for (at, (name, role, _)) in lines.iter().enumerate() {
        let text = format!("{} {name}", letter(at));
        let width = text.width() as u16 + 2;
        if x + width > area.right() {
            break;
        }
        buffer.set_string(x, area.y, &text, cx.theme[*role]);
        x += width;
    }
    let inside = Rect {
        y: area.y + 1,
        height: area.height - 1,
        ..area
    };
    let frame = cx.theme[Role::Border].fg.unwrap_or_default();
    let end = f64::from(total - 1).max(1.0);
    Canvas::default()
        .x_bounds([0.0, end + 0.5])
        .y_bounds([0.0, 100.0])
        .marker(cx.glyphs.curve)
        .paint(|canvas| {
            for y in [0.0, 50.0, 100.0] {
                canvas.draw(&Stroke {
                    x1: 0.0,
                    y1: y,
                    x2: end + 0.5,
                    y2: y,
                    color: frame,
                });
            }
            canvas.layer();
            for (_, role, values) in &lines {
                let color = cx.theme[*role].fg.unwrap_or_default();
                let points: Vec<(f64, f64)> = (0..)
                    .zip(values)
                    .filter_map(|(at, value)| Some((f64::from(at), f64::from((*value)?) / 10.0)))
                    .collect();
                for pair in points.windows(2) {
                    canvas.draw(&Stroke {
                        x1: pair[0].0,
                        y1: pair[0].1,
                        x2: pair[1].0,
                        y2: pair[1].1,
                        color,
                    });
                }
            }
            for (at, (_, role, values)) in (0u8..).zip(&lines) {
                if let Some(Some(value)) = values.last() {
                    let last = values.len() as u16 - 1;
                    let x = f64::from(last) + 0.15 * f64::from(at);
                    let y = f64::from(*value) / 10.0;
                    canvas.print(x.min(end + 0.4), y, span(letter(at.into()), *role, cx));
                }
            }
        })
        .render(inside, buffer);
}

const fn letter(at: usize) -> &'static str {
    ["a", "b", "c", "d", "e"][at % 5]
}
