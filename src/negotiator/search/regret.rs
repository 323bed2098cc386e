//! Regret matching (Hart and Mas-Colell 2000) over a small matrix of plans: how often to play
//! each so that knowing it does not help the other side.

/// What a plan must have failed to bring before what spoke for it is forgotten, in tenths of a
/// mission point a game.
const CONVICTION: u16 = 200;

/// Rounds of play against each other.
const ROUNDS: u16 = 400;

/// The payoffs of both sides by row and column, summed over as many games for each.
pub struct Matrix {
    rows: usize,
    columns: usize,
    /// What the row's side and the column's side gain, row by row.
    sums: Vec<[i64; 2]>,
    /// In how many of the games war came of it.
    wars: Vec<u32>,
}

impl Matrix {
    /// Of so many plans of each side, with nothing known of them yet.
    pub fn new(rows: usize, columns: usize) -> Self {
        let sums = vec![[0; 2]; rows * columns];
        Self {
            rows,
            columns,
            sums,
            wars: vec![0; rows * columns],
        }
    }

    /// Notes what one game brought the row's side and the column's.
    pub fn add(&mut self, row: usize, column: usize, own: i32, theirs: i32) {
        let cell = &mut self.sums[row * self.columns + column];
        cell[0] += i64::from(own);
        cell[1] += i64::from(theirs);
    }

    /// Notes that a game ended in war.
    pub fn add_war(&mut self, row: usize, column: usize) {
        self.wars[row * self.columns + column] += 1;
    }

    /// What the row's side gains on average, after so many games for each cell.
    #[allow(clippy::cast_precision_loss)] // far below the 24 bits that are exact
    pub fn mean(&self, row: usize, column: usize, games: u32) -> f32 {
        self.gain(row, column, 0) / games.max(1) as f32
    }

    /// The share of games that ended in war, after so many for each cell.
    #[allow(clippy::cast_precision_loss)] // far below the 24 bits that are exact
    pub fn war(&self, row: usize, column: usize, games: u32) -> f32 {
        self.wars[row * self.columns + column] as f32 / games.max(1) as f32
    }

    #[allow(clippy::cast_precision_loss)] // far below the 24 bits that are exact
    fn gain(&self, row: usize, column: usize, whose: usize) -> f32 {
        self.sums[row * self.columns + column][whose] as f32
    }

    /// How often both sides play each of their plans, in shares that add to 1, after so many
    /// games for each cell: the row's side first.
    ///
    /// Both sides begin where the search has left them, by how much spoke there for each of
    /// their plans: of several ways of playing that hold, such as to sign together or not to,
    /// that which both expect is found.
    pub fn mixture(&self, expected: [Vec<u32>; 2], games: u32) -> [Vec<f32>; 2] {
        let [mut row, mut column] = expected.map(|plans| Player::new(&plans, games));
        for round in 0..ROUNDS {
            let mix = [row.mix(), column.mix()];
            let own = |r: usize| (mix[1].iter().enumerate()).map(move |(c, m)| (c, m, r));
            let by_row: Vec<f32> = (0..self.rows)
                .map(|r| own(r).map(|(c, m, r)| m * self.gain(r, c, 0)).sum())
                .collect();
            let by_column: Vec<f32> = (0..self.columns)
                .map(|c| {
                    let each = mix[0].iter().enumerate();
                    each.map(|(r, m)| m * self.gain(r, c, 1)).sum()
                })
                .collect();
            row.learn(&mix[0], &by_row, round);
            column.learn(&mix[1], &by_column, round);
        }
        [normal(&row.sum), normal(&column.sum)]
    }
}

/// One side of the game of plans.
struct Player {
    regrets: Vec<f32>,
    /// How often it has played each; later rounds count more (linear averaging), so that the
    /// start is forgotten.
    sum: Vec<f32>,
}

impl Player {
    #[allow(clippy::cast_precision_loss)] // far below the 24 bits that are exact
    fn new(plans: &[u32], games: u32) -> Self {
        let whole = plans.iter().sum::<u32>().max(1) as f32;
        let stake = f32::from(CONVICTION) * games as f32;
        Self {
            regrets: plans.iter().map(|&n| stake * n as f32 / whole).collect(),
            sum: vec![0.0; plans.len()],
        }
    }

    /// Plays each in proportion to what it would have gained over what was played.
    fn mix(&self) -> Vec<f32> {
        normal(&self.regrets)
    }

    fn learn(&mut self, mix: &[f32], values: &[f32], round: u16) {
        let mean: f32 = mix.iter().zip(values).map(|(m, v)| m * v).sum();
        for n in 0..mix.len() {
            self.regrets[n] = (self.regrets[n] + values[n] - mean).max(0.0);
            self.sum[n] += f32::from(round) * mix[n];
        }
    }
}

#[allow(clippy::cast_precision_loss)]
fn normal(weights: &[f32]) -> Vec<f32> {
    let sum: f32 = weights.iter().sum();
    if sum <= 0.0 {
        return vec![1.0 / weights.len().max(1) as f32; weights.len()];
    }
    weights.iter().map(|w| w / sum).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matrix(rows: &[&[[i32; 2]]]) -> Vec<f32> {
        let mut matrix = Matrix::new(rows.len(), rows[0].len());
        for (r, row) in rows.iter().enumerate() {
            for (c, &[own, theirs]) in row.iter().enumerate() {
                matrix.add(r, c, own, theirs);
            }
        }
        let [mixture, _] = matrix.mixture([vec![1; rows.len()], vec![1; rows[0].len()]], 0);
        mixture
    }

    #[test]
    fn what_is_worse_whatever_the_other_does_is_not_played() {
        let mixture = matrix(&[&[[3, 0], [5, 1]], &[[2, 0], [4, 1]]]);
        assert!(mixture[0] > 0.99, "{mixture:?}");
    }

    #[test]
    fn a_game_of_matching_is_mixed_so_that_nothing_is_given_away() {
        // The inspector is paid four times as much for catching at the first gate; the smuggler
        // therefore comes by it one time in five, and is looked for there as often as elsewhere.
        let mixture = matrix(&[&[[4, -1], [0, 1]], &[[0, 1], [1, -1]]]);
        assert!((mixture[0] - 0.5).abs() < 0.05, "{mixture:?}");
    }
}
