//! A bandit over the options of one factor of a plan.

/// The most options a factor may have.
pub const MOST: usize = 256;

/// Visits and payoffs of one option.
#[derive(Clone, Copy, Debug, Default)]
struct Arm {
    visits: u32,
    sum: i64,
}

/// How the options of one factor have fared.
#[derive(Clone, Debug)]
pub struct Factor {
    arms: [Arm; MOST],
    /// How many options there are.
    count: usize,
    visits: u32,
}

/// How dearly an option not much tried is held, in tenths of a mission point.
const EXPLORE: f32 = 70.0;

// Visits and sums stay far below the 24 bits that an `f32` holds exactly, and its basic
// operations and square root are the same on every machine.
#[allow(clippy::cast_precision_loss)]
impl Factor {
    /// Of so many options, the most promising first.
    pub fn new(count: usize) -> Self {
        Self {
            arms: [Arm::default(); MOST],
            count: count.min(MOST),
            visits: 0,
        }
    }

    /// The option to try next among the first `open`: the best by mean payoff and what is
    /// not yet known of it (UCB1: Auer, Cesa-Bianchi and Fischer 2002).
    pub fn select(&self, open: usize) -> usize {
        let open = open.clamp(1, self.count.max(1));
        let log = (self.visits + 1).ilog2() as f32 * 0.7 + 0.7;
        let mut best = (f32::NEG_INFINITY, 0);
        for (n, arm) in self.arms[..open].iter().enumerate() {
            if arm.visits == 0 {
                return n;
            }
            let visits = arm.visits as f32;
            let value = arm.sum as f32 / visits + EXPLORE * (log / visits).sqrt();
            if value > best.0 {
                best = (value, n);
            }
        }
        best.1
    }

    /// How many options are open after so many visits, of factors with many.
    pub fn open(&self, first: usize) -> usize {
        let more = (self.visits as f32).sqrt() as usize;
        (first + more).min(self.count)
    }

    /// Notes what an option brought.
    pub fn learn(&mut self, option: usize, payoff: i32) {
        let arm = &mut self.arms[option];
        arm.visits += 1;
        arm.sum += i64::from(payoff);
        self.visits += 1;
    }

    /// The option most visited, which is the one that fared best for longest; the first of
    /// those if there are several.
    pub fn best(&self) -> usize {
        let visits = |&n: &usize| (self.arms[n].visits, std::cmp::Reverse(n));
        (0..self.count).max_by_key(visits).unwrap_or(0)
    }
}
