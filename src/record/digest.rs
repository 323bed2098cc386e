//! Hashes: of a state's canonical bytes, and the chain that runs through the log.

use super::entry::Actor;
use super::exercise::{Assignment, Task};
use super::header::Header;
use super::hex::Hex;
use crate::rules::state::State;
use serde::Serialize;

/// A state as bytes that are the same on every machine: field by field in order, integers
/// little-endian in groups of seven bits, no padding (the `postcard` wire format). Signatures
/// that stand come behind, so that a state without any keeps its bytes.
///
/// # Panics
/// Never: a state is plain fields of known length.
pub fn canonical(state: &State) -> Vec<u8> {
    #[expect(
        clippy::expect_used,
        reason = "a state is plain fields of known length"
    )]
    let mut bytes = postcard::to_stdvec(state).expect("a state always encodes");
    let signed = state.common.signed.0;
    if signed != [false; 2] {
        bytes.extend(signed.map(u8::from));
    }
    bytes
}

/// The state whose canonical bytes these are.
pub fn from_canonical(bytes: &[u8]) -> Option<State> {
    let (mut state, behind) = postcard::take_from_bytes::<State>(bytes).ok()?;
    state.common.signed.0 = match behind {
        [] => [false, false],
        [1, 0] => [true, false],
        [0, 1] => [false, true],
        _ => return None,
    };
    Some(state)
}

/// The mark by which the log knows a state.
pub fn state_hash(state: &State) -> Hex<8> {
    Hex(first(&blake3::hash(&canonical(state))))
}

/// The running hash: each link covers the one before it, so that nothing in the log can be
/// changed, dropped or put in another order without breaking every later link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chain(blake3::Hash);

impl Chain {
    /// The chain's anchor: everything that the game is played with, but not its title.
    pub fn start(header: &Header) -> Self {
        Self::start_of_2(header)
    }

    /// The anchor of format 2.
    pub fn start_of_2(header: &Header) -> Self {
        let Header {
            rules,
            scenario,
            content,
            overrides,
            length,
            seats,
            names,
            seed,
            parent,
            swapped,
            injects,
            exercise,
            created,
            title: _,
        } = header;
        // What the parent's file is called may change, as a title may.
        let parent = parent.as_ref().map(|it| (it.entry, it.round, it.chain));
        let played = (
            (2u32, rules, scenario, content, overrides),
            (length, seats, seed, created),
            parent,
        );
        // What came to the header later stands behind, so that a game without it keeps its
        // chain.
        let seated = (played, names, swapped.as_ref().map(|it| it.chain));
        match (injects.is_empty() && exercise.is_none(), swapped) {
            (true, None) if Header::is_nameless(names) => Self::over(&seated.0),
            (true, _) => Self::over(&seated),
            (false, _) => Self::over(&(seated, injects, exercise.as_ref().map(covered))),
        }
    }

    /// The anchor of format 1, which knew no parents.
    pub fn start_of_1(header: &Header) -> Self {
        let Header {
            rules,
            scenario,
            content,
            overrides,
            length,
            seats,
            names: _,
            seed,
            parent: _,
            swapped: _,
            injects: _,
            exercise: _,
            created,
            title: _,
        } = header;
        Self::over(&(
            (1u32, rules, scenario, content, overrides),
            (length, seats, seed, created),
        ))
    }

    fn over(covered: &impl Serialize) -> Self {
        #[expect(
            clippy::expect_used,
            reason = "numbers, strings and lists of known length"
        )]
        let bytes = postcard::to_stdvec(covered).expect("a header always encodes");
        Self(blake3::hash(&bytes))
    }

    /// The chain with one more entry.
    #[must_use]
    pub fn link(self, n: u32, who: Actor, what: &str, state: Hex<8>) -> Self {
        let mut hasher = blake3::Hasher::new();
        hasher
            .update(self.0.as_bytes())
            .update(&n.to_le_bytes())
            .update(&[who as u8])
            .update(&(what.len() as u64).to_le_bytes())
            .update(what.as_bytes())
            .update(&state.0);
        Self(hasher.finalize())
    }

    /// The chain with an answer to a task, given when the log had come to this entry.
    #[must_use]
    pub fn answer(self, task: &str, text: &str, entry: u32, log: Hex<16>) -> Self {
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.0.as_bytes());
        for part in [task, text] {
            hasher
                .update(&(part.len() as u64).to_le_bytes())
                .update(part.as_bytes());
        }
        hasher.update(&entry.to_le_bytes()).update(&log.0);
        Self(hasher.finalize())
    }

    /// What is written of it.
    pub fn mark(self) -> Hex<16> {
        Hex(first(&self.0))
    }
}

/// What the chain covers of an exercise: all of it. Field by field, since what is left out of
/// a file when it is empty would be left out of the bytes too.
fn covered(it: &Assignment) -> impl Serialize {
    let tasks = it.tasks.iter();
    let task = |task: &Task| {
        (
            task.id.clone(),
            task.when,
            task.ask.clone(),
            task.choices.clone(),
        )
    };
    (
        it.id.clone(),
        it.title.clone(),
        it.digest,
        it.student.clone(),
        it.help.clone(),
        tasks.map(task).collect::<Vec<_>>(),
    )
}

fn first<const N: usize>(hash: &blake3::Hash) -> [u8; N] {
    std::array::from_fn(|at| hash.as_bytes()[at])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::deal::Length;
    use crate::scenario::Scenario;

    #[test]
    fn a_signature_that_stands_is_written_behind_the_state_and_read_back() {
        let gulf = Scenario::load("gulf").expect("gulf is sound");
        let mut state = State::deal(&gulf.tables, 1, Length::Standard, &mut ());
        let bare = canonical(&state);
        for signed in [[false, false], [true, false], [false, true]] {
            state.common.signed.0 = signed;
            let bytes = canonical(&state);
            assert!(bytes.starts_with(&bare));
            assert_eq!(bytes == bare, signed == [false, false]);
            assert_eq!(from_canonical(&bytes), Some(state));
        }
        for behind in [&[0][..], &[0, 0], &[1, 1], &[1, 0, 0]] {
            assert_eq!(from_canonical(&[&bare, behind].concat()), None);
        }
    }
}
