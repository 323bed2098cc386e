//! Scenarios: from RON, checked, to the flat tables of the rules.

pub mod source;
