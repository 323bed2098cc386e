//! The report on a class: a page for a browser, and rows for a grade book.

mod csv;
mod html;
mod review;
mod words;

pub use csv::csv;
pub use html::html;
