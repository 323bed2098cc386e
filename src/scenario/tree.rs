//! RON as a tree of values, each with its place.

use super::place::Place;
use std::borrow::Cow;

/// A value and its place.
#[derive(Clone, Debug)]
pub struct Node<'a> {
    /// Where it is written.
    pub place: Place,
    /// What it is.
    pub value: Value<'a>,
}

/// A value as RON writes it.
#[derive(Clone, Debug)]
pub enum Value<'a> {
    /// `true` or `false`.
    Bool(bool),
    /// A number, as written.
    Number(&'a str),
    /// A quoted text.
    Text(Cow<'a, str>),
    /// A bare name: a variant without particulars.
    Name(&'a str),
    /// `[a, b]`.
    List(Vec<Node<'a>>),
    /// `{a: b}`.
    Map(Vec<(Node<'a>, Node<'a>)>),
    /// `Name(a, b)` or `(a, b)`.
    Tuple(Option<Word<'a>>, Vec<Node<'a>>),
    /// `Name(a: b)` or `(a: b)`.
    Struct(Option<Word<'a>>, Vec<(Word<'a>, Node<'a>)>),
    /// What could not be read, and has been reported.
    Broken,
}

/// A bare name and its place.
#[derive(Clone, Copy, Debug)]
pub struct Word<'a> {
    /// Where it is written.
    pub place: Place,
    /// The name.
    pub text: &'a str,
}

impl<'a> Node<'a> {
    /// What to call it in a message.
    pub fn describe(&self) -> &'static str {
        match self.value {
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::Text(_) => "a text",
            Value::Name(_) => "a bare name",
            Value::List(_) => "a list `[..]`",
            Value::Map(_) => "a map `{..}`",
            Value::Tuple(None, _) => "a tuple `(..)`",
            Value::Tuple(Some(_), _) => "a name with particulars `Name(..)`",
            Value::Struct(..) => "a block of fields `(name: ..)`",
            Value::Broken => "something unreadable",
        }
    }

    /// The value of a field, if it is a block that has it.
    pub fn get(&self, field: &str) -> Option<&Node<'a>> {
        match &self.value {
            Value::Struct(_, fields) => fields
                .iter()
                .find(|(name, _)| name.text == field)
                .map(|(_, node)| node),
            _ => None,
        }
    }

    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}
