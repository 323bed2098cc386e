//! The games that count, gone through again decision by decision, as `analyse` does.

use super::{Class, Handed, Reference};
use crate::analysis::review::{self, Game, Request, Review, negotiators};
use crate::negotiator::Stop;
use crate::record::{Forced, Loaded};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// How many simulations each decision gets unless told otherwise: a quarter of what a single
/// game gets, since there are thirty of them.
pub const CLASS_SIMULATIONS: u32 = 128;

/// The reviews of the games that count, by their files.
pub type Reviews = BTreeMap<String, Review>;

/// What there is to go through.
pub struct Work<'a> {
    reference: &'a Reference,
    simulations: u32,
    games: Vec<(&'a str, &'a Loaded, u64)>,
}

impl<'a> Work<'a> {
    /// All the games of a class that count.
    pub fn of(class: &'a Class, handed: &'a [Handed], simulations: u32) -> Self {
        let loaded: BTreeMap<&str, &Loaded> = (handed.iter())
            .filter_map(|one| Some((&*one.file, one.read.as_ref().ok()?)))
            .collect();
        let games = class.counted().filter_map(|(sheet, played)| {
            let loaded = loaded.get(&*sheet.file)?;
            Some((&*sheet.file, *loaded, u64::from(played.round)))
        });
        Self {
            reference: &class.reference,
            simulations,
            games: games.collect(),
        }
    }

    /// How many games.
    pub fn games(&self) -> usize {
        self.games.len()
    }

    /// How much there is to do: a hundred parts for every round, since a long game takes longer.
    pub fn parts(&self) -> u64 {
        self.games.iter().map(|(.., rounds)| rounds * 100).sum()
    }

    /// Does it on the threads of the current pool; `done` hears of the parts. The reviews do not
    /// depend on how many threads there are.
    ///
    /// Par is not among it: it is the same for all, who were dealt the same, so that it is
    /// played once for the class ([`super::par()`]).
    pub fn review(&self, done: &(dyn Fn(u64) + Sync)) -> Reviews {
        let one = |(file, loaded, rounds): &(&str, &Loaded, u64)| {
            let mut told = 0;
            let mut tell = |percent: u32| {
                let percent = u64::from(percent).max(told);
                done((percent - told) * rounds);
                told = percent;
            };
            let review = self.one(loaded, &mut tell);
            tell(100);
            Some(((*file).to_owned(), review?))
        };
        self.games.par_iter().filter_map(one).collect()
    }

    fn one(&self, loaded: &Loaded, tell: &mut (dyn FnMut(u32) + Send)) -> Option<Review> {
        let scenario = &self.reference.scenario;
        let steps = loaded.replay(scenario).steps;
        let forced = Forced::of(&loaded.header, scenario);
        let request = Request {
            scenario,
            game: &Game::of(&scenario.tables, &steps, forced)?,
            seats: vec![self.reference.side],
            players: negotiators(&loaded.header),
            simulations: self.simulations,
            games: 0,
        };
        review::review(&request, &Stop::default(), tell)
    }
}
