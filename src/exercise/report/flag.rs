//! Why a save does not count, or what there is to know of one that does.

/// Something about a save that a teacher should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flag {
    /// It is no save, is too large, or not even its head can be read.
    Unreadable {
        /// Why.
        why: String,
    },
    /// It is a game outside any exercise.
    NoExercise,
    /// It is of another exercise.
    OtherExercise {
        /// Its id.
        id: String,
    },
    /// It is of an exercise of that name that says something else.
    OtherContent,
    /// It was played with something else than the exercise sets.
    Differs {
        /// What.
        what: Difference,
    },
    /// The scenario or the rules of this program are not those that it was played with.
    MovedOn {
        /// How.
        why: String,
    },
    /// Something in it is not as it was written.
    Altered {
        /// What.
        why: String,
    },
    /// The game is not over.
    Unfinished {
        /// The round that it stands at.
        round: u8,
        /// The last round.
        rounds: u8,
    },
    /// The student has another game, begun before, that counts.
    Double {
        /// The file of it.
        file: String,
    },
    /// Questions are open. It counts all the same.
    Unanswered {
        /// How many.
        count: usize,
    },
}

/// What a game was played with otherwise than the exercise sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The scenario.
    Scenario,
    /// The seed.
    Deal,
    /// The seat.
    Seat,
    /// The opponent.
    Opponent,
    /// The length.
    Length,
    /// Numbers of the scenario.
    Set,
    /// The events that are forced.
    Injects,
    /// The helps that are allowed.
    Help,
    /// What is asked.
    Tasks,
}

impl Difference {
    /// Its name in the phrases.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Scenario => "scenario",
            Self::Deal => "deal",
            Self::Seat => "seat",
            Self::Opponent => "opponent",
            Self::Length => "length",
            Self::Set => "set",
            Self::Injects => "injects",
            Self::Help => "help",
            Self::Tasks => "tasks",
        }
    }
}

impl Flag {
    /// Whether a game can count all the same.
    pub const fn counts(&self) -> bool {
        matches!(self, Self::Unanswered { .. })
    }

    /// Its name in the phrases.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "unreadable",
            Self::NoExercise => "no_exercise",
            Self::OtherExercise { .. } => "other_exercise",
            Self::OtherContent => "other_content",
            Self::Differs { .. } => "differs",
            Self::MovedOn { .. } => "moved_on",
            Self::Altered { .. } => "altered",
            Self::Unfinished { .. } => "unfinished",
            Self::Double { .. } => "double",
            Self::Unanswered { .. } => "unanswered",
        }
    }
}
