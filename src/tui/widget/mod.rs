//! The pieces that screens are made of.

pub mod about;
pub mod bar;
pub mod footer;
pub mod form;
pub mod header;
pub mod input;
pub mod menu;
pub mod panes;
pub mod popup;
pub mod prose;
pub mod scroll;
pub mod table;
pub mod wrap;
