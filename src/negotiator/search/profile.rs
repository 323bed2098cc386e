//! How much, and how well, a search thinks.

/// What sets one level of play apart from another. Nothing in it is knowledge of the game.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Simulations for one decision; what `foil` asks for comes on top.
    pub budget: u32,
    /// States that the view allows, thought about in turn.
    pub particles: u32,
    /// Guesses at the other side's instructions that are kept and weighed against what it
    /// does; none at all takes them as the deal makes them.
    pub guesses: u32,
    /// Rounds searched by the trees.
    pub depth: u32,
    /// Rounds played on after the first.
    pub rounds: u32,
    /// The share of the budget that compares the best few plans, in percent.
    pub comparing: u32,
    /// How often it makes a plan without a thought, as the playouts' policy would, in percent.
    pub slip: i32,
    /// Simulations for a decision that the other side is thought to make: it is asked what it
    /// would do where it may be, and the best answer to that is played. None at all reckons
    /// with the plans that the trees hold likely.
    pub foil: u32,
}

impl Profile {
    /// Simulations that compare the best few plans: a share of each full hundred of the budget,
    /// so that with less than a hundred what was tried most is played.
    pub const fn comparing(&self) -> u32 {
        self.budget / 100 * self.comparing
    }

    /// Just enough thought to play games on where thousands are played. With less, war comes
    /// too often: with 60 simulations against itself in 36 games of a hundred, with 200 in 20,
    /// with 800 in 17.
    pub const BRIEF: Self = Self {
        budget: 200,
        particles: 32,
        guesses: 0,
        depth: 1,
        rounds: 2,
        comparing: 0,
        slip: 0,
        foil: 0,
    };

    /// A sound search with so many simulations.
    pub const fn of(budget: u32) -> Self {
        Self {
            budget,
            particles: 64,
            guesses: 256,
            depth: 2,
            rounds: 2,
            comparing: 40,
            slip: 0,
            foil: 0,
        }
    }
}
