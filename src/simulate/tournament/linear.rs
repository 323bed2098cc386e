//! Small matrices, as the ratings need them.

/// A square matrix by rows.
pub(super) type Matrix = Vec<Vec<f64>>;

/// The square matrix of zeros.
pub(super) fn zeros(n: usize) -> Matrix {
    vec![vec![0.0; n]; n]
}

/// The inverse of a symmetric positive definite matrix, by elimination; such a matrix needs
/// no exchange of rows.
pub(super) fn inverse(mut a: Matrix) -> Matrix {
    let n = a.len();
    let mut b = zeros(n);
    for (i, row) in b.iter_mut().enumerate() {
        row[i] = 1.0;
    }
    for k in 0..n {
        let pivot = a[k][k];
        for x in a[k].iter_mut().chain(&mut b[k]) {
            *x /= pivot;
        }
        let (row, right) = (a[k].clone(), b[k].clone());
        for i in (0..n).filter(|&i| i != k) {
            let factor = a[i][k];
            subtract(&mut a[i], factor, &row);
            subtract(&mut b[i], factor, &right);
        }
    }
    b
}

fn subtract(from: &mut [f64], factor: f64, row: &[f64]) {
    for (x, y) in from.iter_mut().zip(row) {
        *x -= factor * y;
    }
}

/// A matrix applied to a vector.
pub(super) fn apply(a: &Matrix, x: &[f64]) -> Vec<f64> {
    let dot = |row: &Vec<f64>| row.iter().zip(x).map(|(a, x)| a * x).sum();
    a.iter().map(dot).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_matrix_times_its_inverse_is_one() {
        let a = vec![
            vec![4.0, 1.0, 0.5],
            vec![1.0, 3.0, -1.0],
            vec![0.5, -1.0, 2.0],
        ];
        let b = inverse(a.clone());
        for (i, column) in b.iter().enumerate() {
            // The inverse is symmetric, so a row of it is a column.
            for (j, x) in apply(&a, column).into_iter().enumerate() {
                let one = f64::from(u8::from(i == j));
                assert!((x - one).abs() < 1e-12);
            }
        }
    }
}
