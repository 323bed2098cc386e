//! Whether what befalls a game bears on how it ends. In each round those games that it has just
//! befallen are compared with those that it has not befallen yet, so that neither games that
//! ended before it could nor the time that passes are counted on either side; the rounds are
//! weighed as Mantel and Haenszel do, and a game that counts in several of them is one game in
//! the interval (landmarks: Anderson 1983; a sequence of them: Hernan 2008; the weights:
//! Greenland and Robins 1985).

use crate::statistics::{Estimate, count};

/// One game.
#[derive(Clone, Copy, Debug)]
pub struct Course {
    /// The round in which it befell the game, the first being 0.
    pub befell: Option<usize>,
    /// How many rounds it had.
    pub rounds: usize,
    /// Whether it ended so.
    pub so: bool,
}

/// How many ended so of those it had not befallen yet, of those it had, and the difference;
/// as shares.
#[derive(Clone, Copy, Debug)]
pub struct Compared {
    pub not_yet: f64,
    pub now: f64,
    pub difference: Estimate,
}

/// The games that a round compares: how many, and how many of them ended so.
#[derive(Clone, Copy, Default)]
struct Group {
    of: f64,
    so: f64,
}

impl Group {
    fn share(self) -> f64 {
        self.so / self.of
    }
}

impl Course {
    /// Whether it has just befallen the game in this round, or not yet; nothing if the game is
    /// over or it befell before.
    fn at(&self, round: usize) -> Option<bool> {
        let befell = self.befell.unwrap_or(usize::MAX);
        (round < self.rounds && round <= befell).then_some(round == befell)
    }
}

/// Compares the games; nothing if no round has some of each.
pub fn compare(games: &[Course]) -> Option<Compared> {
    let last = games.iter().map(|game| game.rounds).max()?;
    let rounds: Vec<[Group; 2]> = (0..last).map(|round| groups(games, round)).collect();
    let weigh = |[not_yet, now]: &[Group; 2]| match not_yet.of + now.of {
        0.0 => 0.0,
        all => not_yet.of * now.of / all,
    };
    let total: f64 = rounds.iter().map(weigh).sum();
    if total == 0.0 {
        return None;
    }
    let told: Vec<(usize, &[Group; 2], f64)> = (rounds.iter().enumerate())
        .map(|(n, groups)| (n, groups, weigh(groups) / total))
        .filter(|(_, _, weight)| *weight > 0.0)
        .collect();
    let mean = |group: usize| {
        let shares = told.iter().map(|(_, groups, w)| w * groups[group].share());
        shares.sum::<f64>()
    };
    let (not_yet, now) = (mean(0), mean(1));
    // What each game moves the difference by, over all the rounds that it counts in.
    let moves = games.iter().map(|game| {
        let of = |(round, groups, weight): &(usize, &[Group; 2], f64)| {
            let Some(befell) = game.at(*round) else {
                return 0.0;
            };
            let group = groups[usize::from(befell)];
            let off = f64::from(u8::from(game.so)) - group.share();
            weight * off / group.of * if befell { 1.0 } else { -1.0 }
        };
        told.iter().map(of).sum::<f64>()
    });
    let moves = Estimate::mean(moves.map(|by: f64| by * count(games.len())));
    // Games that all ended alike say nothing of how far others would be off.
    let reach = match (moves.high - moves.low) / 2.0 {
        0.0 => f64::INFINITY,
        reach => reach,
    };
    Some(Compared {
        not_yet,
        now,
        difference: Estimate::give_or_take(now - not_yet, reach),
    })
}

/// The games that it has not befallen yet in a round, and those it has just befallen.
fn groups(games: &[Course], round: usize) -> [Group; 2] {
    let mut groups = [Group::default(); 2];
    for game in games {
        if let Some(befell) = game.at(round) {
            let group = &mut groups[usize::from(befell)];
            group.of += 1.0;
            group.so += f64::from(u8::from(game.so));
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    fn course(befell: Option<usize>, rounds: usize, so: bool) -> Course {
        Course { befell, rounds, so }
    }

    /// Games of six rounds that it befell then: how many ended so, and how many otherwise.
    fn ended(befell: Option<usize>, so: usize, otherwise: usize) -> Vec<Course> {
        let of = |n, so| vec![course(befell, 6, so); n];
        [of(so, true), of(otherwise, false)].concat()
    }

    #[test]
    fn what_bears_on_the_end_is_found() {
        let games = [ended(Some(3), 60, 40), ended(None, 20, 80)].concat();
        let found = compare(&games).expect("some of each");
        assert!((found.now - 0.6).abs() < 1e-9 && (found.not_yet - 0.2).abs() < 1e-9);
        // As of two shares of a hundred each.
        let plain = Estimate::difference((60, 100), (20, 100)).expect("some of each");
        let reach = found.difference.high - found.difference.value;
        assert!((reach - (plain.high - plain.value)).abs() < 0.02, "{reach}");
    }

    #[test]
    fn games_that_ended_before_it_could_befall_them_tell_nothing() {
        let late = [ended(Some(4), 50, 50), ended(None, 50, 50)].concat();
        let early = [late.clone(), vec![course(None, 2, true); 500]].concat();
        for games in [late, early] {
            let found = compare(&games).expect("some of each");
            assert!(found.difference.value.abs() < 1e-9);
            assert!(found.difference.low < 0.0 && found.difference.high > 0.0);
        }
    }

    #[test]
    fn a_game_it_has_not_befallen_yet_counts_until_it_does() {
        let games = [course(Some(1), 3, true), course(Some(2), 3, false)];
        let found = compare(&games).expect("some of each");
        assert!((found.now - 1.0).abs() < 1e-9 && found.not_yet.abs() < 1e-9);
    }

    #[test]
    fn nothing_to_compare_shows_nothing() {
        assert!(compare(&[]).is_none());
        assert!(compare(&[course(None, 5, true)]).is_none());
        assert!(compare(&[course(Some(0), 5, true)]).is_none());
    }
}
