//! Drawings for a page, as inline SVG: courses over rounds, and places on a plane.

use super::page::escape;
use std::fmt::Write;

/// The colours that lines are told apart by, beside their labels: classes of the page.
pub(super) const COLOURS: [&str; 5] = ["a", "b", "c", "d", "e"];

const WIDTH: f64 = 600.0;
const LEFT: f64 = 34.0;
const RIGHT: f64 = 140.0;
const TOP: f64 = 10.0;
const FOOT: f64 = 26.0;

/// A line over rounds.
pub(super) struct Course {
    /// What it is of: stands at its end.
    pub name: String,
    /// Its colour.
    pub colour: &'static str,
    /// Round and value.
    pub points: Vec<(f64, f64)>,
    /// The interval about each value, if there is one.
    pub band: Vec<(f64, f64)>,
}

/// A point on a plane.
pub(super) struct Spot {
    /// What it is.
    pub name: String,
    /// Its colour.
    pub colour: &'static str,
    /// Where.
    pub at: (f64, f64),
}

/// Where things lie in a drawing.
struct Frame {
    x: (f64, f64),
    y: (f64, f64),
    height: f64,
}

impl Frame {
    fn place(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let across = (x - self.x.0) / (self.x.1 - self.x.0).max(1e-9);
        let up = (y - self.y.0) / (self.y.1 - self.y.0).max(1e-9);
        (
            LEFT + across * (WIDTH - LEFT - RIGHT),
            self.height - FOOT - up * (self.height - TOP - FOOT),
        )
    }

    fn path(&self, points: impl IntoIterator<Item = (f64, f64)>) -> String {
        let mut path = String::new();
        for point in points {
            let (x, y) = self.place(point);
            let _ = write!(path, "{x:.1},{y:.1} ");
        }
        path.truncate(path.trim_end().len());
        path
    }

    fn open(&self, label: &str) -> String {
        let height = self.height;
        let label = escape(label);
        format!("<svg viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-label=\"{label}\">")
    }

    /// A line across at a value, with the value before it.
    fn across(&self, out: &mut String, value: f64) {
        let (left, y) = self.place((self.x.0, value));
        let (right, _) = self.place((self.x.1, value));
        let (at, base) = (left - 6.0, y + 4.0);
        let _ = write!(
            out,
            "<line class=\"grid\" stroke=\"#bbb\" x1=\"{left:.1}\" y1=\"{y:.1}\" x2=\"{right:.1}\" y2=\"{y:.1}\"/>\
             <text x=\"{at:.1}\" y=\"{base:.1}\" text-anchor=\"end\">{value:.0}</text>"
        );
    }

    /// A value under the foot.
    fn below(&self, out: &mut String, value: f64, text: &str) {
        let (x, y) = self.place((value, self.y.0));
        let base = y + 16.0;
        let text = escape(text);
        let _ = write!(
            out,
            "<text x=\"{x:.1}\" y=\"{base:.1}\" text-anchor=\"middle\">{text}</text>"
        );
    }
}

/// Courses of values from 0 to 100 over the rounds of a game; `marks` are told under some
/// rounds.
pub(super) fn courses(label: &str, courses: &[Course], marks: &[(f64, String)]) -> String {
    let rounds = courses.iter().flat_map(|course| &course.points);
    let last = rounds.map(|&(x, _)| x).fold(1.0, f64::max);
    let first = courses.iter().filter_map(|course| course.points.first());
    let first = first.map(|&(x, _)| x).fold(last, f64::min);
    let frame = Frame {
        x: (first, last.max(first + 1.0)),
        y: (0.0, 100.0),
        height: 300.0,
    };
    let mut out = frame.open(label);
    for value in [0.0, 25.0, 50.0, 75.0, 100.0] {
        frame.across(&mut out, value);
    }
    for (round, mark) in marks {
        frame.below(&mut out, *round, mark);
    }
    for course in courses {
        let Course { colour, .. } = course;
        if !course.band.is_empty() {
            let at = |n: usize| course.points[n].0;
            let upper = course.band.iter().enumerate().map(|(n, b)| (at(n), b.1));
            let lower = course.band.iter().enumerate().map(|(n, b)| (at(n), b.0));
            let around = frame.path(upper.chain(lower.rev()));
            let _ = write!(
                out,
                "<polygon class=\"band {colour}\" fill-opacity=\".2\" points=\"{around}\"/>"
            );
        }
        let path = frame.path(course.points.iter().copied());
        let _ = write!(
            out,
            "<polyline class=\"line {colour}\" fill=\"none\" stroke=\"currentColor\" points=\"{path}\"/>"
        );
    }
    let ends = courses.iter().filter_map(|course| {
        let (x, y) = frame.place(*course.points.last()?);
        Some((y, x, course))
    });
    labels(
        &mut out,
        ends.map(|(y, x, c)| (y, x, &*c.name, c.colour)).collect(),
    );
    out.push_str("</svg>");
    out
}

/// Labels beside the places that they belong to, moved down where they would lie on one
/// another, and to the other side where they would leave the drawing.
fn labels(out: &mut String, mut labels: Vec<(f64, f64, &str, &'static str)>) {
    /// What a letter takes across, about, and a line down.
    const LETTER: (f64, f64) = (8.4, 16.0);
    labels.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut taken: Vec<(f64, f64, f64)> = Vec::new();
    for (mut y, x, name, colour) in labels.into_iter().filter(|label| !label.2.is_empty()) {
        let letters = u32::try_from(name.chars().count()).unwrap_or(u32::MAX);
        let width = f64::from(letters) * LETTER.0;
        let turned = x + 8.0 + width > WIDTH && x - 8.0 - width > 0.0;
        let (from, at, anchor) = if turned {
            (x - 8.0 - width, x - 8.0, " text-anchor=\"end\"")
        } else {
            (x + 8.0, x + 8.0, "")
        };
        for &(left, right, above) in &taken {
            let beside = left < from + width && from < right;
            if beside && (y - above).abs() < LETTER.1 {
                y = above + LETTER.1;
            }
        }
        taken.push((from, from + width, y));
        let base = y + 4.0;
        let name = escape(name);
        let _ = write!(
            out,
            "<text class=\"label {colour}\" x=\"{at:.1}\" y=\"{base:.1}\"{anchor}>{name}</text>"
        );
    }
}

/// Counts as bars, one under the other, each with its name and its number.
pub(super) fn bars(label: &str, bars: &[(String, f64)]) -> String {
    const ROW: f64 = 24.0;
    const NAMES: f64 = 230.0;
    let most = bars.iter().map(|bar| bar.1).fold(1.0, f64::max);
    let rows = u32::try_from(bars.len()).unwrap_or(u32::MAX);
    let height = ROW * f64::from(rows) + 8.0;
    let label = escape(label);
    let mut out =
        format!("<svg viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-label=\"{label}\">");
    for (at, (name, value)) in (0u32..).zip(bars) {
        let y = 4.0 + ROW * f64::from(at);
        let (base, top) = (y + 16.0, y + 4.0);
        let width = value / most * (WIDTH - NAMES - 60.0);
        let (names, after) = (NAMES - 8.0, NAMES + width + 6.0);
        let name = escape(name);
        let _ = write!(
            out,
            "<text x=\"{names:.1}\" y=\"{base:.1}\" text-anchor=\"end\">{name}</text>\
             <rect class=\"a\" x=\"{NAMES:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"16\"/>\
             <text x=\"{after:.1}\" y=\"{base:.1}\">{value:.0}</text>"
        );
    }
    out.push_str("</svg>");
    out
}

/// A frontier and spots on a plane, each axis with what it counts.
pub(super) fn plane(
    label: &str,
    (across, up): (&str, &str),
    frontier: &[(f64, f64)],
    spots: &[Spot],
) -> String {
    let all = || frontier.iter().copied().chain(spots.iter().map(|s| s.at));
    let bounds = |of: fn((f64, f64)) -> f64| {
        let low = all().map(of).fold(f64::INFINITY, f64::min);
        let high = all().map(of).fold(f64::NEG_INFINITY, f64::max);
        let down = ((low - 4.0).max(0.0) / 20.0).floor() * 20.0;
        (down, ((high + 4.0).min(100.0) / 20.0).ceil() * 20.0)
    };
    let frame = Frame {
        x: bounds(|p| p.0),
        y: bounds(|p| p.1),
        height: 380.0,
    };
    let mut out = frame.open(label);
    for n in 0..=4 {
        let part = f64::from(n) / 4.0;
        frame.across(&mut out, frame.y.0 + part * (frame.y.1 - frame.y.0));
        let value = frame.x.0 + part * (frame.x.1 - frame.x.0);
        frame.below(&mut out, value, &format!("{value:.0}"));
    }
    let path = frame.path(frontier.iter().copied());
    let _ = write!(
        out,
        "<polyline class=\"line e\" fill=\"none\" stroke=\"currentColor\" points=\"{path}\"/>"
    );
    for spot in spots {
        let (x, y) = frame.place(spot.at);
        let colour = spot.colour;
        let _ = write!(
            out,
            "<circle class=\"{colour}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4.5\"/>"
        );
    }
    let named = spots.iter().map(|spot| {
        let (x, y) = frame.place(spot.at);
        (y, x, &*spot.name, spot.colour)
    });
    labels(&mut out, named.collect());
    let (right, _) = frame.place((frame.x.1, 0.0));
    let (top, bottom) = (TOP + 15.0, frame.height - FOOT - 6.0);
    let (across, up) = (escape(across), escape(up));
    let _ = write!(
        out,
        "<text x=\"{right:.1}\" y=\"{bottom:.1}\" text-anchor=\"end\">{across}</text>\
         <text x=\"{:.1}\" y=\"{top:.1}\">{up}</text></svg>",
        LEFT + 6.0
    );
    out
}
