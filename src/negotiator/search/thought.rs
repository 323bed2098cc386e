//! What a search thought when it last made a plan: what it compared, what each promised, and
//! what it reckoned with from the other side.

use super::regret::Matrix;
use crate::rules::plan::Plan;

/// The thought behind a plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Thought {
    /// The plans that were compared, in no order.
    pub own: Vec<Weighed>,
    /// The plans reckoned with from the other side, the likeliest first.
    pub theirs: Vec<Foreseen>,
    /// The most tried plan of each course.
    pub courses: Vec<Plan>,
}

/// A plan that was compared with others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weighed {
    /// The plan.
    pub plan: Plan,
    /// How often it is played in the mixture, in per mille.
    pub share: u32,
    /// What it is expected to bring against how things stand, in tenths of a mission point.
    pub gain: i32,
    /// How often war came of it within the rounds played on, in per mille.
    pub war: u32,
    /// The plan of the other side that it fears most, and what it brings then; by its place
    /// among those reckoned with.
    pub worst: (usize, i32),
}

/// A plan that the other side is expected to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Foreseen {
    /// The plan.
    pub plan: Plan,
    /// How likely it is, in per mille.
    pub share: u32,
}

impl Thought {
    /// From the matrix of both sides' plans, from how often each is played, and from what
    /// the other side did in those of its games in which it does not weigh what to do.
    #[allow(clippy::cast_precision_loss)] // far below the 24 bits that are exact
    pub fn new(
        [own, theirs]: [&[(Plan, u32)]; 2],
        matrix: &Matrix,
        [row, column]: [&[f32]; 2],
        set: &[Plan],
    ) -> Self {
        let each = 1.0 / matrix.games().max(1) as f32;
        let weighing = 1.0 - set.len() as f32 * each;
        // How likely each is goes by how much spoke for it. What regret matching makes of them is
        // what the other side should do, nearly always one of them, and no forecast.
        let whole = theirs.iter().map(|&(_, weight)| weight).sum::<u32>().max(1) as f32;
        let mut shares: Vec<(Plan, f32)> = theirs
            .iter()
            .map(|&(plan, weight)| (plan, weight as f32 / whole * weighing))
            .collect();
        for &plan in set {
            match shares.iter_mut().find(|(other, _)| *other == plan) {
                Some((_, sum)) => *sum += each,
                None => shares.push((plan, each)),
            }
        }
        // The likeliest first; what is feared is named by its place among them.
        let mut order: Vec<usize> = (0..shares.len()).collect();
        order.sort_by_key(|&n| std::cmp::Reverse(per_mille(shares[n].1)));
        let place = |n: usize| order.iter().position(|&at| at == n).unwrap_or(0);
        let foreseen = |&n: &usize| Foreseen {
            plan: shares[n].0,
            share: per_mille(shares[n].1),
        };
        let weighed = |(at, &(plan, _)): (usize, &(Plan, u32))| {
            let against = |n: usize| matrix.mean(at, n);
            // What hardly ever happens is not feared, however bad it would be.
            let likely = |&n: &usize| shares[n].1 >= LIKELY;
            let worst = (0..theirs.len()).filter(likely);
            let worst = worst.min_by(|&a, &b| against(a).total_cmp(&against(b)));
            let expected: f32 = (0..theirs.len()).map(|n| column[n] * against(n)).sum();
            let war: f32 = (0..theirs.len())
                .map(|n| column[n] * matrix.war(at, n))
                .sum();
            Weighed {
                plan,
                share: per_mille(row[at]),
                gain: expected as i32,
                war: per_mille(war),
                worst: worst.map_or((place(0), 0), |n| (place(n), against(n) as i32)),
            }
        };
        Self {
            own: own.iter().enumerate().map(weighed).collect(),
            theirs: order.iter().map(foreseen).collect(),
            courses: Vec::new(),
        }
    }

    /// What was thought of a plan, if it was compared.
    pub fn of(&self, plan: &Plan) -> Option<&Weighed> {
        self.own.iter().find(|weighed| weighed.plan == *plan)
    }

    /// The plans from the most played on; of those played as often, the one that promises
    /// more.
    pub fn ranked(&self) -> Vec<Weighed> {
        let mut plans = self.own.clone();
        plans.sort_by_key(|weighed| std::cmp::Reverse((weighed.share, weighed.gain)));
        plans
    }
}

/// From which share on a plan of the other side is taken into account as a danger.
const LIKELY: f32 = 0.05;

fn per_mille(share: f32) -> u32 {
    (share * 1000.0 + 0.5) as u32
}
