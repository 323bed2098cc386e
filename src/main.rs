//! The command `fog-of-peace`.

fn main() {}
