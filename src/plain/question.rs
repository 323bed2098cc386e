//! A question with numbered answers.

use super::console::{Console, Step};
use crate::narrate::Phrases;
use std::io::{BufRead, Write};

/// One numbered answer.
pub struct Choice {
    /// What it can also be called by: the notation.
    pub id: String,
    /// What it says.
    pub label: String,
    /// What more there is to know, on lines of their own.
    pub notes: Vec<String>,
    /// Its number, if not its place: what has a number on the board keeps it, so that a hand
    /// that has learned it does not pick another thing when the one before it is gone.
    number: Option<usize>,
}

impl Choice {
    /// An answer that needs no more than its label.
    pub fn plain(id: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            label: label.into(),
            notes: Vec::new(),
            number: None,
        }
    }

    /// The same under this number.
    #[must_use]
    pub const fn numbered(mut self, number: usize) -> Self {
        self.number = Some(number);
        self
    }

    /// The same with a line more, if there is anything in it.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        let note = note.into();
        if !note.is_empty() {
            self.notes.push(note);
        }
        self
    }
}

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// One of the choices.
    Pick(usize),
    /// The last answer is taken back.
    Back,
    /// What the question does not offer, but whoever asks understands.
    Line(String),
}

/// A question with its answers.
pub struct Question<'a> {
    /// What is asked.
    pub text: &'a str,
    /// The answers, numbered from 1.
    pub choices: &'a [Choice],
    /// Whether 0 takes the last answer back.
    pub back: bool,
}

impl Question<'_> {
    /// Puts the question with all its answers, and reads what comes back. Whatever is said to
    /// `aside`, which says whether it understood, the question stays; its answers are listed
    /// again only if asked for, since a screen reader would read them all.
    pub fn ask<R: BufRead, W: Write>(
        &self,
        console: &mut Console<R, W>,
        words: &Phrases,
        mut aside: impl FnMut(&mut Console<R, W>, &str) -> Step<Aside>,
    ) -> Step<Answer> {
        self.ask_heeding(console, words, |console, heard| match heard {
            Heard::Nothing => Ok(Aside::Told),
            Heard::Line(line) => aside(console, line),
        })
    }

    /// The same, and `aside` is called before each prompt too.
    pub fn ask_heeding<R: BufRead, W: Write>(
        &self,
        console: &mut Console<R, W>,
        words: &Phrases,
        mut aside: impl FnMut(&mut Console<R, W>, Heard<'_>) -> Step<Aside>,
    ) -> Step<Answer> {
        self.list(console, words)?;
        loop {
            aside(console, Heard::Nothing)?;
            let line = console.ask(words.get("plain.prompt"))?;
            if let Some(answer) = self.read(words, &line) {
                return Ok(answer);
            }
            if is_word(words.get("plain.word.list"), &line.to_lowercase()) {
                self.list(console, words)?;
                continue;
            }
            match aside(console, Heard::Line(&line))? {
                Aside::Told => {}
                Aside::Answer => return Ok(Answer::Line(line)),
                Aside::Unknown => self.again(console, words, &line)?,
            }
            console.gap()?;
            console.say(self.text)?;
        }
    }

    fn list<R: BufRead, W: Write>(&self, console: &mut Console<R, W>, words: &Phrases) -> Step<()> {
        console.gap()?;
        console.say(self.text)?;
        for (number, choice) in self.numbered() {
            console.item(&words.fill(
                "plain.choice",
                &[("number", &number), ("label", &choice.label)],
            ))?;
            for note in &choice.notes {
                console.item(&words.fill("plain.note", &[("note", note)]))?;
            }
        }
        if self.back {
            console.item(words.get("plain.back"))?;
        }
        Ok(())
    }

    /// The answers, each with its number.
    pub fn numbered(&self) -> impl Iterator<Item = (usize, &Choice)> {
        let own = |(at, choice): (usize, &Choice)| choice.number.unwrap_or(at + 1);
        let all = self.choices.iter().enumerate();
        all.map(move |(at, choice)| (own((at, choice)), choice))
    }

    /// Says what was expected.
    fn again<R: BufRead, W: Write>(
        &self,
        console: &mut Console<R, W>,
        words: &Phrases,
        line: &str,
    ) -> Step<()> {
        if line == "0" || is_word(words.get("plain.word.back"), &line.to_lowercase()) {
            return console.say(words.get("plain.again.back"));
        }
        let key = if line.is_empty() {
            "plain.again.empty"
        } else {
            "plain.again"
        };
        let numbers = self.numbers(words);
        console.say(&words.fill(key, &[("numbers", &numbers), ("line", &line)]))
    }

    /// The numbers that can be typed: "1 to 5", or one by one where some are gone.
    fn numbers(&self, words: &Phrases) -> String {
        let numbers: Vec<usize> = self.numbered().map(|(number, _)| number).collect();
        match &numbers[..] {
            [first, .., last] if last - first + 1 == numbers.len() => {
                words.fill("plain.numbers", &[("first", first), ("last", last)])
            }
            _ => {
                let each: Vec<String> = numbers.iter().map(ToString::to_string).collect();
                each.join(words.get("plain.join"))
            }
        }
    }

    /// Understands an answer.
    fn read(&self, words: &Phrases, line: &str) -> Option<Answer> {
        let given = line.to_lowercase();
        if self.back && (given == "0" || is_word(words.get("plain.word.back"), &given)) {
            return Some(Answer::Back);
        }
        let picked = match given.parse::<usize>() {
            Ok(number) => self.numbered().position(|(own, _)| own == number),
            Err(_) => self.choices.iter().position(|choice| choice.id == given),
        };
        picked.map(Answer::Pick)
    }
}

/// What was typed before an aside is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard<'a> {
    /// Nothing yet: the prompt comes next.
    Nothing,
    /// This line, which picks nothing.
    Line(&'a str),
}

/// What became of a line that picks nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aside {
    /// It was understood and answered; the question stays.
    Told,
    /// It answers the question in another way.
    Answer,
    /// It means nothing.
    Unknown,
}

/// Whether the word is one of those listed, which are parted by spaces.
pub fn is_word(listed: &str, word: &str) -> bool {
    listed.split_whitespace().any(|one| one == word)
}

#[cfg(test)]
mod tests {
    use super::{Answer, Choice, Question};
    use crate::narrate::Phrases;

    #[test]
    fn what_has_a_number_of_its_own_keeps_it_when_another_is_gone() {
        let choices = [
            Choice::plain("stockpile", "").numbered(2),
            Choice::plain("sanctions", "").numbered(4),
        ];
        let question = Question {
            text: "",
            choices: &choices,
            back: true,
        };
        let read = |line| question.read(&Phrases::english(), line);
        assert_eq!(read("4"), Some(Answer::Pick(1)));
        assert_eq!(read("stockpile"), Some(Answer::Pick(0)));
        assert_eq!(read("1"), None, "nothing stands under it");
        assert_eq!(read("0"), Some(Answer::Back));
    }

    #[test]
    fn the_numbers_that_can_be_typed_are_told_as_they_are() {
        let words = Phrases::english();
        for (numbers, told) in [
            (&[1, 2, 3][..], "1 to 3"),
            (&[1, 2, 4], "1, 2, 4"),
            (&[2], "2"),
        ] {
            let choice = |number: &usize| Choice::plain("", "").numbered(*number);
            let choices: Vec<Choice> = numbers.iter().map(choice).collect();
            let question = Question {
                text: "",
                choices: &choices,
                back: false,
            };
            assert_eq!(question.numbers(&words), told);
        }
    }
}
