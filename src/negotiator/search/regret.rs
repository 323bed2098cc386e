//! Regret matching (Hart and Mas-Colell 2000) over a small matrix of plans: how often to play
//! each so that knowing it does not help the other side.

/// What a plan must have failed to bring before what spoke for it is forgotten, in tenths of a
/// mission point a game.
const CONVICTION: u16 = 200;

/// Rounds of play against each other.
const ROUNDS: u16 = 400;

/// What came of games between the plans of both sides, as many for each row and column.
pub struct Matrix {
    rows: usize,
    columns: usize,
    /// Row by row.
    cells: Vec<Cell>,
}

/// What came of the games between two plans.
#[derive(Clone, Copy, Default)]
struct Cell {
    games: u32,
    /// What the row's side and the column's side gained in all of them.
    sums: [i64; 2],
    /// In how many of them war came of it.
    wars: u32,
}

impl Matrix {
    /// Of so many plans of each side, with nothing known of them yet.
    pub fn new(rows: usize, columns: usize) -> Self {
        Self {
            rows,
            columns,
            cells: vec![Cell::default(); rows * columns],
        }
    }

    /// Notes what one game brought the row's side and the column's, and whether it was war.
    pub fn add(&mut self, row: usize, column: usize, gained: [i32; 2], war: bool) {
        let cell = &mut self.cells[row * self.columns + column];
        cell.games += 1;
        for (sum, gained) in cell.sums.iter_mut().zip(gained) {
            *sum += i64::from(gained);
        }
        cell.wars += u32::from(war);
    }

    /// Whether nothing has been played.
    pub fn is_blank(&self) -> bool {
        self.games() == 0
    }

    /// How many games were played for each cell.
    pub fn games(&self) -> u32 {
        self.cells.first().map_or(0, |cell| cell.games)
    }

    fn cell(&self, row: usize, column: usize) -> &Cell {
        &self.cells[row * self.columns + column]
    }

    /// What the row's side gains on average.
    #[allow(clippy::cast_precision_loss)] // far below the 24 bits that are exact
    pub fn mean(&self, row: usize, column: usize) -> f32 {
        self.gain(row, column, 0) / self.cell(row, column).games.max(1) as f32
    }

    /// The rows by what they brought the row's side, the best first; of equals the first.
    pub fn ranking(&self) -> Vec<usize> {
        let sum =
            |row: usize| -> i64 { (0..self.columns).map(|c| self.cell(row, c).sums[0]).sum() };
        let mut rows: Vec<usize> = (0..self.rows).collect();
        rows.sort_by_key(|&row| std::cmp::Reverse(sum(row)));
        rows
    }

    /// The share of games that ended in war.
    #[allow(clippy::cast_precision_loss)] // far below the 24 bits that are exact
    pub fn war(&self, row: usize, column: usize) -> f32 {
        let cell = self.cell(row, column);
        cell.wars as f32 / cell.games.max(1) as f32
    }

    #[allow(clippy::cast_precision_loss)] // far below the 24 bits that are exact
    fn gain(&self, row: usize, column: usize, whose: usize) -> f32 {
        self.cell(row, column).sums[whose] as f32
    }

    /// How often both sides play each of their plans, in shares that add to 1: the row's side
    /// first.
    ///
    /// Both sides begin where the search has left them, by how much spoke there for each of
    /// their plans: of several ways of playing that hold, such as to sign together or not to,
    /// that which both expect is found.
    pub fn mixture(&self, expected: [Vec<u32>; 2]) -> [Vec<f32>; 2] {
        let [mut row, mut column] = expected.map(|plans| Player::new(&plans, self.games()));
        for round in 0..ROUNDS {
            let mix = [row.mix(), column.mix()];
            let by_row: Vec<f32> = (0..self.rows)
                .map(|r| {
                    let each = mix[1].iter().enumerate();
                    each.map(|(c, m)| m * self.gain(r, c, 0)).sum()
                })
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

    /// Payoffs that outweigh what spoke for a plan before.
    const TEN_POINTS: i32 = 100;

    fn matrix(rows: &[&[[i32; 2]]]) -> Vec<f32> {
        let mut matrix = Matrix::new(rows.len(), rows[0].len());
        for (r, row) in rows.iter().enumerate() {
            for (c, &[own, theirs]) in row.iter().enumerate() {
                matrix.add(r, c, [own * TEN_POINTS, theirs * TEN_POINTS], false);
            }
        }
        let [mixture, _] = matrix.mixture([vec![1; rows.len()], vec![1; rows[0].len()]]);
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
