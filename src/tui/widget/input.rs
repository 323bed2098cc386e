//! A line of text that can be typed into.

use crate::tui::context::Context;
use crate::tui::theme::Role;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use unicode_width::UnicodeWidthChar;

/// The most letters that a line takes.
const LONGEST: usize = 120;

/// A line of text with a cursor.
#[derive(Clone, Debug, Default)]
pub struct Input {
    letters: Vec<char>,
    cursor: usize,
    /// The most letters.
    longest: usize,
}

impl Input {
    /// With this text, the cursor at its end.
    pub fn new(text: &str) -> Self {
        Self::of(text, LONGEST)
    }

    /// The same with room for so many letters.
    pub fn of(text: &str, longest: usize) -> Self {
        let letters: Vec<char> = text.chars().take(longest).collect();
        Self {
            cursor: letters.len(),
            letters,
            longest,
        }
    }

    /// What was typed.
    pub fn text(&self) -> String {
        self.letters.iter().collect()
    }

    /// Takes a key; whether it was one for typing.
    pub fn key(&mut self, key: KeyEvent) -> bool {
        let modified = key
            .modifiers
            .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
        match key.code {
            KeyCode::Char('u') if key.modifiers == KeyModifiers::CONTROL => {
                self.letters.drain(..self.cursor);
                self.cursor = 0;
            }
            KeyCode::Char(c) if !modified && !c.is_control() => {
                if self.letters.len() < self.longest {
                    self.letters.insert(self.cursor, c);
                    self.cursor += 1;
                }
            }
            KeyCode::Backspace if self.cursor > 0 => {
                self.cursor -= 1;
                self.letters.remove(self.cursor);
            }
            KeyCode::Delete if self.cursor < self.letters.len() => {
                self.letters.remove(self.cursor);
            }
            KeyCode::Backspace | KeyCode::Delete => {}
            KeyCode::Left => self.cursor = self.cursor.saturating_sub(1),
            KeyCode::Right => self.cursor = (self.cursor + 1).min(self.letters.len()),
            KeyCode::Home => self.cursor = 0,
            KeyCode::End => self.cursor = self.letters.len(),
            _ => return false,
        }
        true
    }

    /// Draws the part of the line around the cursor, and the cursor.
    pub fn draw(&self, area: Rect, frame: &mut Frame, cx: &Context) {
        if area.is_empty() {
            return;
        }
        let width =
            |letters: &[char]| -> usize { letters.iter().map(|c| c.width().unwrap_or(0)).sum() };
        let room = usize::from(area.width) - 1;
        let mut from = 0;
        while width(&self.letters[from..self.cursor]) > room {
            from += 1;
        }
        let text: String = self.letters[from..].iter().collect();
        let style = cx.theme[Role::Selected];
        frame
            .buffer_mut()
            .set_stringn(area.x, area.y, text, area.width.into(), style);
        let column = width(&self.letters[from..self.cursor]) as u16;
        frame.set_cursor_position(Position::new(area.x + column, area.y));
    }
}

impl Input {
    /// Draws it in as many lines as it takes, as far as they fit around the cursor.
    pub fn draw_wrapped(&self, area: Rect, frame: &mut Frame, cx: &Context) {
        if area.is_empty() {
            return;
        }
        let rows = self.rows(usize::from(area.width) - 1);
        let at = rows
            .iter()
            .rposition(|row| *row <= self.cursor)
            .unwrap_or(0);
        let height = usize::from(area.height);
        let first = (at + 1).saturating_sub(height);
        let style = cx.theme[Role::Selected];
        for (line, row) in (area.y..area.bottom()).zip(first..rows.len()) {
            let end = rows.get(row + 1).copied().unwrap_or(self.letters.len());
            let text: String = self.letters[rows[row]..end].iter().collect();
            frame
                .buffer_mut()
                .set_stringn(area.x, line, text, area.width.into(), style);
        }
        let before = &self.letters[rows[at]..self.cursor];
        let column: usize = before.iter().map(|c| c.width().unwrap_or(0)).sum();
        let place = Position::new(area.x + column as u16, area.y + (at - first) as u16);
        frame.set_cursor_position(place);
    }

    /// Where each line begins, broken after a space where there is one; at least one.
    fn rows(&self, room: usize) -> Vec<usize> {
        let mut rows = vec![0];
        let (mut width, mut space) = (0, None);
        for (at, letter) in self.letters.iter().enumerate() {
            width += letter.width().unwrap_or(0);
            if width > room.max(2) {
                let start = rows.last().copied().unwrap_or(0);
                let next = space.filter(|next| *next > start).unwrap_or(at);
                rows.push(next);
                width = self.letters[next..=at]
                    .iter()
                    .map(|c| c.width().unwrap_or(0))
                    .sum();
                space = None;
            }
            if *letter == ' ' {
                space = Some(at + 1);
            }
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(input: &mut Input, codes: &[KeyCode]) {
        for code in codes {
            input.key(KeyEvent::new(*code, KeyModifiers::NONE));
        }
    }

    #[test]
    fn letters_go_in_at_the_cursor_and_come_out_before_it() {
        let mut input = Input::new("40");
        press(
            &mut input,
            &[
                KeyCode::Left,
                KeyCode::Char('2'),
                KeyCode::End,
                KeyCode::Char('!'),
            ],
        );
        assert_eq!(input.text(), "420!");
        press(
            &mut input,
            &[KeyCode::Backspace, KeyCode::Home, KeyCode::Delete],
        );
        assert_eq!(input.text(), "20");
        press(&mut input, &[KeyCode::Backspace]);
        assert_eq!(input.text(), "20");
    }
}
