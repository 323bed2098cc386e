//! The report on a class: a page for a browser, and rows for a grade book.

mod csv;
mod html;
mod words;

pub use csv::csv;
pub use html::{Reviews, html};
