//! A review as a text: for a terminal, for a browser, and for other programs.

mod text;

pub use text::text;
