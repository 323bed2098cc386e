//! The information-set trees of both sides: a node for each thing a side may know when it
//! decides (multiple-observer ISMCTS: Cowling, Powley and Whitehouse 2012).
//!
//! What a side knows is taken coarsely: the treaty, the preconditions, who is in the room and
//! what is on offer, which is what its options depend on. Meters and words are left open-loop.

use super::node::Node;
use crate::rules::side::Side;
use crate::rules::state::State;
use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

/// The trees of one decision.
#[derive(Debug, Default)]
pub struct Trees {
    nodes: Vec<Node>,
    places: BTreeMap<u64, usize>,
}

impl Trees {
    /// The node of a side where the state is, by number.
    ///
    /// The mind of the searching side is known and the same in all simulations; the other
    /// side knows its own, so it has a tree for each mood that its capital may be in.
    pub fn at(&mut self, state: &State, side: Side, depth: u32, mood: Option<u8>) -> usize {
        let c = &state.common;
        let mut key = Fnv::default();
        (side, depth, mood).hash(&mut key);
        if depth > 0 {
            (c.clauses, c.precondition, c.away, c.bargain, c.signed).hash(&mut key);
            state.own[side].desperate().hash(&mut key);
        }
        let nodes = &mut self.nodes;
        *self.places.entry(key.finish()).or_insert_with(|| {
            nodes.push(Node::default());
            nodes.len() - 1
        })
    }

    /// A node.
    pub fn node(&mut self, n: usize) -> &mut Node {
        &mut self.nodes[n]
    }
}

/// The hash of Fowler, Noll and Vo, 64 bits, without a seed.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
