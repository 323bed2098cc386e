//! The rounds of a recorded game, and what is marked on each of them.

use super::recording::Moment;
use crate::rules::clause::ClauseId;
use crate::rules::ending::Ending;
use crate::rules::outcome::Outcome;
use std::ops::Range;

/// One round of a recorded game.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// Which, from 1.
    pub number: u8,
    /// Its moments: the decisions made in it and what came of them. The deal belongs to the
    /// first.
    pub moments: Range<usize>,
    /// What stands out in it.
    pub marks: Marks,
}

/// What stands out in a round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Incidents under the ceasefire.
    pub incidents: u8,
    /// Clauses agreed.
    pub agreed: u8,
    /// Agreed clauses that broke, or that a side stopped performing.
    pub broken: u8,
    /// The game ended in it.
    pub ending: Option<Ending>,
    /// A reader has pinned a note to it.
    pub note: bool,
}

impl Marks {
    fn take(&mut self, outcomes: &[Outcome]) {
        let mut reopened: Vec<ClauseId> = Vec::new();
        for outcome in outcomes {
            match *outcome {
                Outcome::Incident(_) => self.incidents += 1,
                Outcome::Agreed { .. } => self.agreed += 1,
                Outcome::Broke(clause)
                | Outcome::Withdrew(_, clause)
                | Outcome::Reopened(clause)
                    if !reopened.contains(&clause) =>
                {
                    reopened.push(clause);
                    self.broken += 1;
                }
                Outcome::Ended(ending) => self.ending = Some(ending),
                _ => {}
            }
        }
    }
}

/// Sorts the moments of a game into its rounds.
pub(super) fn rounds(moments: &[Moment]) -> Vec<Round> {
    let mut rounds: Vec<Round> = Vec::new();
    // What opens a round comes with the moment that closes the one before it.
    let mut opening: &[Outcome] = &[];
    for (at, moment) in moments.iter().enumerate() {
        if rounds.last().is_none_or(|last| last.number != moment.round) {
            let mut marks = Marks::default();
            marks.take(opening);
            rounds.push(Round {
                number: moment.round,
                moments: at..at,
                marks,
            });
        }
        let (closing, opens) = moment.parted();
        if let Some(round) = rounds.last_mut() {
            round.moments.end = at + 1;
            round.marks.take(closing);
            if at == 0 {
                round.marks.take(opens);
            }
            round.marks.note |= moment.note.is_some();
            // An old save shows the end by its state alone.
            round.marks.ending = round.marks.ending.or(moment.state.ending());
        }
        opening = opens;
    }
    rounds
}
