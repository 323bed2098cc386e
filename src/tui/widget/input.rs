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
}

impl Input {
    /// With this text, the cursor at its end.
    pub fn new(text: &str) -> Self {
        let letters: Vec<char> = text.chars().take(LONGEST).collect();
        Self {
            cursor: letters.len(),
            letters,
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
                if self.letters.len() < LONGEST {
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
