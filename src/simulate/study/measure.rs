//! One thing that is measured: what it is in two sets of games, by how much it differs, and
//! whether that is what is claimed.

use super::landmark::Compared;
use crate::simulate::game::Played;
use crate::statistics::{Estimate, count};
use serde::Serialize;

/// On which side of the bar a claim puts the estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Claimed {
    /// Above.
    Above,
    /// Below.
    Below,
}

/// What the games say of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The whole interval lies where the claim puts it.
    AsClaimed,
    /// The interval covers the bar, or there were no games to tell by.
    NotShown,
    /// The whole interval lies on the other side.
    Against,
}

/// One thing measured.
#[derive(Clone, Debug, Serialize)]
pub struct Measure {
    /// What.
    pub what: String,
    /// Its unit: `percent` of games, or `points` of a score.
    pub unit: &'static str,
    /// What it is in the first set of games, where two are compared.
    pub before: Option<f64>,
    /// What it is in the second.
    pub after: Option<f64>,
    /// The difference, or the thing itself if there is nothing to compare; none if no game
    /// could tell.
    pub estimate: Option<Estimate>,
    /// What the estimate is held against: nil for a difference.
    pub bar: f64,
    /// On which side of it the claim lies.
    pub claimed: Claimed,
    /// What that comes to.
    pub verdict: Verdict,
}

impl Verdict {
    /// Of an estimate.
    fn of(estimate: Option<Estimate>, bar: f64, claimed: Claimed) -> Self {
        let (above, below) = match claimed {
            Claimed::Above => (Self::AsClaimed, Self::Against),
            Claimed::Below => (Self::Against, Self::AsClaimed),
        };
        match estimate {
            Some(e) if e.low > bar => above,
            Some(e) if e.high < bar => below,
            _ => Self::NotShown,
        }
    }

    /// Of a claim whose parts came out so: all must be as claimed, and one is enough against.
    pub(super) fn all(parts: &[Measure]) -> Self {
        let any = |verdict| parts.iter().any(|part| part.verdict == verdict);
        if any(Self::Against) {
            Self::Against
        } else if any(Self::NotShown) || parts.is_empty() {
            Self::NotShown
        } else {
            Self::AsClaimed
        }
    }
}

impl Measure {
    fn new(what: &str, unit: &'static str, claimed: Claimed, estimate: Option<Estimate>) -> Self {
        Self {
            what: what.to_owned(),
            unit,
            before: None,
            after: None,
            estimate,
            bar: 0.0,
            claimed,
            verdict: Verdict::of(estimate, 0.0, claimed),
        }
    }

    fn between(mut self, before: Option<f64>, after: Option<f64>) -> Self {
        self.before = before;
        self.after = after;
        self
    }

    /// By how much a share of all games differs between two runs of the same deals.
    pub(super) fn share(
        what: &str,
        runs: [&[Played]; 2],
        claimed: Claimed,
        so: impl Fn(&Played) -> bool,
    ) -> Self {
        let of = |game: &Played| f64::from(u8::from(so(game))) * 100.0;
        Self::paired(what, "percent", runs, claimed, of)
    }

    /// By how much a score differs between two runs of the same deals.
    pub(super) fn score(
        what: &str,
        runs: [&[Played]; 2],
        claimed: Claimed,
        of: impl Fn(&Played) -> f64,
    ) -> Self {
        Self::paired(what, "points", runs, claimed, of)
    }

    fn paired(
        what: &str,
        unit: &'static str,
        runs: [&[Played]; 2],
        claimed: Claimed,
        of: impl Fn(&Played) -> f64,
    ) -> Self {
        let [before, after] = runs;
        let changes = before.iter().zip(after).map(|(a, b)| of(b) - of(a));
        let mean = |run: &[Played]| run.iter().map(&of).sum::<f64>() / count(run.len().max(1));
        Self::new(what, unit, claimed, Some(Estimate::mean(changes)))
            .between(Some(mean(before)), Some(mean(after)))
    }

    /// By how much one ending is more frequent than another in one run.
    pub(super) fn more(
        what: &str,
        run: &[Played],
        [rare, frequent]: [&dyn Fn(&Played) -> bool; 2],
    ) -> Self {
        let of = |game: &Played, so: &dyn Fn(&Played) -> bool| f64::from(u8::from(so(game)));
        let lead = run.iter().map(|game| of(game, frequent) - of(game, rare));
        let estimate = Estimate::mean(lead).times(100.0);
        let mean = |so: &dyn Fn(&Played) -> bool| {
            run.iter().map(|game| of(game, so)).sum::<f64>() * 100.0 / count(run.len().max(1))
        };
        Self::new(what, "percent", Claimed::Above, Some(estimate))
            .between(Some(mean(rare)), Some(mean(frequent)))
    }

    /// A share of some games of a run, which is claimed to be more than half.
    pub(super) fn most(what: &str, so: u32, of: u32) -> Self {
        let estimate = Estimate::share(so, of).map(|e| e.times(100.0));
        let mut measure = Self::new(what, "percent", Claimed::Above, estimate);
        measure.bar = 50.0;
        measure.verdict = Verdict::of(estimate, measure.bar, measure.claimed);
        measure
    }

    /// By how much a share is greater among games that something has just befallen.
    pub(super) fn compared(what: &str, found: Option<Compared>) -> Self {
        let estimate = found.map(|found| found.difference.times(100.0));
        Self::new(what, "percent", Claimed::Above, estimate).between(
            found.map(|found| found.not_yet * 100.0),
            found.map(|found| found.now * 100.0),
        )
    }

    /// By how much a share is greater among some games of a run than among the others.
    pub(super) fn among(what: &str, others: (u32, u32), some: (u32, u32)) -> Self {
        let estimate = Estimate::difference(some, others).map(|e| e.times(100.0));
        let share = |(so, of): (u32, u32)| (of > 0).then(|| f64::from(so) * 100.0 / f64::from(of));
        Self::new(what, "percent", Claimed::Above, estimate).between(share(others), share(some))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verdict_needs_the_whole_interval() {
        let at = |low: f64, high: f64| {
            Some(Estimate {
                value: f64::midpoint(low, high),
                low,
                high,
            })
        };
        let more = |e| Verdict::of(e, 0.0, Claimed::Above);
        assert_eq!(more(at(0.1, 2.0)), Verdict::AsClaimed);
        assert_eq!(more(at(-0.1, 2.0)), Verdict::NotShown);
        assert_eq!(more(at(-2.0, -0.1)), Verdict::Against);
        assert_eq!(more(None), Verdict::NotShown);
        let fewer = |e| Verdict::of(e, 0.0, Claimed::Below);
        assert_eq!(fewer(at(-2.0, -0.1)), Verdict::AsClaimed);
        assert_eq!(fewer(at(0.1, 2.0)), Verdict::Against);
        // No change at all covers nil.
        assert_eq!(more(at(0.0, 0.0)), Verdict::NotShown);
    }

    #[test]
    fn most_is_more_than_half() {
        assert_eq!(Measure::most("", 90, 100).verdict, Verdict::AsClaimed);
        assert_eq!(Measure::most("", 52, 100).verdict, Verdict::NotShown);
        assert_eq!(Measure::most("", 10, 100).verdict, Verdict::Against);
        assert_eq!(Measure::most("", 0, 0).verdict, Verdict::NotShown);
    }

    #[test]
    fn a_claim_of_several_parts_needs_them_all() {
        let part = |so| Measure::most("", so, 100);
        assert_eq!(Verdict::all(&[part(90), part(80)]), Verdict::AsClaimed);
        assert_eq!(Verdict::all(&[part(90), part(50)]), Verdict::NotShown);
        assert_eq!(Verdict::all(&[part(90), part(10)]), Verdict::Against);
        assert_eq!(Verdict::all(&[]), Verdict::NotShown);
    }

    #[test]
    fn what_is_compared_among_games_says_both_shares() {
        let measure = Measure::among("", (10, 100), (30, 60));
        assert_eq!((measure.before, measure.after), (Some(10.0), Some(50.0)));
        assert_eq!(measure.verdict, Verdict::AsClaimed);
        assert_eq!(
            Measure::among("", (1, 9), (0, 0)).verdict,
            Verdict::NotShown
        );
    }
}
