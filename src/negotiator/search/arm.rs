//! One option of a decision under search: how often it was there, how often tried, and what
//! it brought.

/// Visits and payoffs of one option.
#[derive(Clone, Copy, Debug, Default)]
pub struct Arm {
    /// In how many simulations it could have been picked (availability count: Cowling, Powley
    /// and Whitehouse 2012).
    available: u32,
    visits: u32,
    sum: i64,
}

/// How dearly an option not much tried is held, in tenths of a mission point.
const EXPLORE: f32 = 70.0;

// Visits and sums stay far below the 24 bits that an `f32` holds exactly, and its basic
// operations and square root are the same on every machine.
#[allow(clippy::cast_precision_loss)]
impl Arm {
    /// How often it was tried.
    pub const fn visits(&self) -> u32 {
        self.visits
    }

    /// Notes what it brought.
    pub const fn learn(&mut self, payoff: i32) {
        self.visits += 1;
        self.sum += payoff as i64;
    }

    /// Its mean payoff, and what is not yet known of it (UCB1: Auer, Cesa-Bianchi and Fischer
    /// 2002), by how often it could have been tried.
    fn bound(&self) -> f32 {
        let log = (self.available + 1).ilog2() as f32 * 0.7 + 0.7;
        let visits = self.visits as f32;
        self.sum as f32 / visits + EXPLORE * (log / visits).sqrt()
    }
}

/// The arm to try next, of the first `open` that are there; `None` if none is. Those never
/// tried come first, in their order.
pub fn select(
    arms: &mut [Arm],
    open: usize,
    mut is_there: impl FnMut(usize) -> bool,
) -> Option<usize> {
    let mut best = None;
    let mut highest = f32::NEG_INFINITY;
    let mut left = open;
    for (n, arm) in arms.iter_mut().enumerate() {
        if left == 0 {
            break;
        }
        if !is_there(n) {
            continue;
        }
        left -= 1;
        arm.available += 1;
        let bound = if arm.visits == 0 {
            f32::INFINITY
        } else {
            arm.bound()
        };
        if bound > highest {
            highest = bound;
            best = Some(n);
        }
    }
    best
}
