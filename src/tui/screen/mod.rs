//! The screens, one file each.

pub mod dialog;
pub mod famous;
pub mod handbook;
pub mod help;
pub mod material;
pub mod new_game;
pub mod saves;
pub mod settings;
pub mod title;
pub mod too_small;
