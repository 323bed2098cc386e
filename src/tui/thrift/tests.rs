//! That a frame looks the same as without thrift, and costs less.

use super::*;
use crate::tui::theme::{Role, Theme};
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::{Terminal, TerminalOptions, Viewport, widgets::Paragraph};

const AREA: Rect = Rect::new(0, 0, 70, 4);

/// A page that is scrolled.
const PAGE: Rect = Rect::new(0, 0, 70, 12);

const TEXTS: [&str; 5] = [
    "The talks go well. Quiet now; the bill comes if they do not.",
    "It is their fault. Soothes home, and may stick to them.",
    "Nothing at all. Thickens the 霧 Fog.",
    "Nothing at all. Thickens it 霧霧 Fog.",
    "",
];

/// A terminal of this size.
fn terminal<B: Backend<Error = io::Error>>(backend: B, area: Rect) -> Terminal<B> {
    let options = TerminalOptions {
        viewport: Viewport::Fixed(area),
    };
    Terminal::with_options(backend, options).unwrap()
}

/// So many frames of these texts, in the roles of a theme by turns.
fn film<B: Backend<Error = io::Error>>(backend: B, theme: &Theme, frames: usize) {
    let mut terminal = terminal(backend, AREA);
    for n in 0..frames {
        let line = |row: usize| {
            let words = TEXTS[(n + row * row) % TEXTS.len()].split_inclusive(' ');
            let role = |word: usize| Role::ALL[(n / 3 + row + word / 2) % Role::ALL.len()];
            let span = |(at, word): (usize, &'static str)| Span::styled(word, theme[role(at)]);
            words.enumerate().map(span).collect::<Line>()
        };
        let text: Vec<_> = (0..4).map(line).collect();
        // A bar at the right of half of the rows: their blanks are none at the end.
        let bar = Rect::new(AREA.right() - 1, 0, 1, 2);
        terminal
            .draw(|frame| {
                frame.render_widget(Paragraph::new(text), AREA);
                frame.render_widget(Paragraph::new("|\n|"), bar);
            })
            .unwrap();
    }
}

/// A long text between two lines that stay, with a bar beside it, scrolled to these places.
fn roll<B: Backend<Error = io::Error>>(backend: B, theme: &Theme, places: &[usize]) {
    let mut terminal = terminal(backend, PAGE);
    for &place in places {
        let line = |n: usize| {
            let words = format!("{} {}", n / 3, TEXTS[n % TEXTS.len()]);
            Line::from(Span::styled(words, theme[Role::ALL[n % Role::ALL.len()]]))
        };
        let rows = usize::from(PAGE.height) - 2;
        let text: Vec<_> = (place..place + rows).map(line).collect();
        let bar: Vec<_> = (0..rows)
            .map(|row| {
                Line::styled(
                    if row == place / 4 { "#" } else { "|" },
                    theme[Role::Border],
                )
            })
            .collect();
        terminal
            .draw(|frame| {
                let within = Rect::new(0, 1, PAGE.width, rows as u16);
                frame.render_widget(Paragraph::new("What stands above."), PAGE);
                frame.render_widget(Paragraph::new(text), within);
                let right = PAGE.width - 1;
                frame.render_widget(
                    Paragraph::new(bar),
                    Rect {
                        x: right,
                        width: 1,
                        ..within
                    },
                );
                let last = Rect {
                    y: PAGE.bottom() - 1,
                    height: 1,
                    ..PAGE
                };
                frame.render_widget(Paragraph::new("What stands below."), last);
            })
            .unwrap();
    }
}

/// A film without and with thrift.
fn films(theme: &Theme, frames: usize) -> [Vec<u8>; 2] {
    let (mut plain, mut thrifty) = (Vec::new(), Vec::new());
    film(CrosstermBackend::new(&mut plain), theme, frames);
    film(Thrift::new(&mut thrifty), theme, frames);
    [plain, thrifty]
}

/// A text scrolled without and with thrift.
fn rolls(theme: &Theme, places: &[usize]) -> [Vec<u8>; 2] {
    let (mut plain, mut thrifty) = (Vec::new(), Vec::new());
    roll(CrosstermBackend::new(&mut plain), theme, places);
    roll(Thrift::new(&mut thrifty), theme, places);
    [plain, thrifty]
}

/// What a terminal shows in the end: of a blank that shows only its ground, that alone.
fn shown(bytes: &[u8], area: Rect) -> Vec<String> {
    let mut parser = vt100::Parser::new(area.height, area.width, 0);
    parser.process(bytes);
    let screen = parser.screen();
    let look = |(row, col)| {
        let cell = screen.cell(row, col).unwrap();
        let flat = !cell.inverse() && !cell.underline();
        if flat && matches!(cell.contents(), "" | " ") {
            return format!("{:?} {}", cell.bgcolor(), cell.is_wide_continuation());
        }
        let emphasis = [cell.bold(), cell.dim(), cell.italic(), cell.underline()];
        let colours = (cell.fgcolor(), cell.bgcolor(), cell.inverse());
        format!("{:?} {colours:?} {emphasis:?}", cell.contents())
    };
    let rows = (0..area.height).flat_map(|row| (0..area.width).map(move |col| (row, col)));
    rows.map(look).collect()
}

/// The first cell, by its number, that does not look the same in the end.
fn differ(films: &[Vec<u8>; 2], area: Rect) -> Option<(usize, (String, String))> {
    let [plain, thrifty] = [0, 1].map(|n| shown(&films[n], area));
    let mut cells = plain.into_iter().zip(thrifty).enumerate();
    cells.find(|(_, (plain, thrifty))| plain != thrifty)
}

#[test]
fn every_frame_looks_the_same_as_without_it_in_every_theme() {
    for name in Theme::names() {
        let theme = Theme::load(name).unwrap();
        for frames in 1..16 {
            let differs = differ(&films(&theme, frames), AREA);
            assert_eq!(differs, None, "{name}, frame {frames}");
        }
    }
}

#[test]
fn a_text_in_the_place_of_another_takes_two_thirds_of_the_bytes_at_most() {
    let [plain, thrifty] = films(&Theme::load("default").unwrap(), 40);
    let (plain, thrifty) = (plain.len(), thrifty.len());
    assert!(thrifty * 3 < plain * 2, "{thrifty} of {plain}");
}

#[test]
fn a_text_that_is_scrolled_looks_the_same_as_without_it_in_every_theme() {
    let places = [0, 1, 2, 3, 2, 1, 0, 4, 9, 8, 20, 21, 19, 12, 12, 13, 0];
    for name in Theme::names() {
        let theme = Theme::load(name).unwrap();
        for frames in 1..=places.len() {
            let differs = differ(&rolls(&theme, &places[..frames]), PAGE);
            assert_eq!(differs, None, "{name}, frame {frames}");
        }
    }
}

#[test]
fn to_scroll_a_line_takes_hardly_more_than_the_line() {
    let theme = Theme::load("default").unwrap();
    let places: Vec<usize> = (0..=20).collect();
    let [plain, thrifty] = rolls(&theme, &places).map(|all| all.len());
    let [plain_first, first] = rolls(&theme, &[0]).map(|all| all.len());
    let (plain, thrifty) = ((plain - plain_first) / 20, (thrifty - first) / 20);
    assert!(thrifty < 160, "{thrifty}, where all anew takes {plain}");
}
