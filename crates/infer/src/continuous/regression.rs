//! A Gaussian regression with normal priors around 0 and a known variance: its coefficients and how well it explains.

/// Cross products of whitened rows: the coefficients' columns first, the response last.
pub(super) struct Products {
    /// Number of coefficients.
    q: usize,
    /// (q + 1) x (q + 1), row-major, symmetric.
    cross: Vec<f64>,
}

/// What the rows say of the coefficients at one variance.
pub(super) struct Fitted {
    pub(super) mean: Vec<f64>,
    pub(super) sd: Vec<f64>,
    /// Log of the probability of the rows, apart from the determinant of the whitening and from constants.
    pub(super) log_marginal: f64,
}

impl Products {
    /// Of rows with `width` cells, row-major.
    pub(super) fn of(rows: &[f64], width: usize) -> Self {
        let mut cross = vec![0.0; width * width];
        for row in rows.chunks_exact(width) {
            for (i, a) in row.iter().enumerate() {
                for (cell, b) in cross[i * width..(i + 1) * width].iter_mut().zip(row) {
                    *cell += a * b;
                }
            }
        }
        Self {
            q: width - 1,
            cross,
        }
    }

    fn at(&self, i: usize, j: usize) -> f64 {
        self.cross[i * (self.q + 1) + j]
    }

    /// The regression when the rows' variance is `variance` and the coefficients have these prior precisions. `rows` is
    /// their number.
    pub(super) fn fit(&self, variance: f64, precisions: &[f64], rows: f64) -> Fitted {
        let q = self.q;
        let mut lower = vec![0.0; q * q];
        let mut half = vec![0.0; q];
        let mut log_marginal = -0.5 * rows * libm::log(variance) - 0.5 * self.at(q, q) / variance;
        for i in 0..q {
            for j in 0..=i {
                let known: f64 = (0..j).map(|k| lower[i * q + k] * lower[j * q + k]).sum();
                let cell = self.at(i, j) / variance - known;
                lower[i * q + j] = if i == j {
                    // Rounding can eat what is left of a column that the others already make up; its prior is always left.
                    libm::sqrt((cell + precisions[i]).max(precisions[i]))
                } else {
                    cell / lower[j * q + j]
                };
            }
            let known: f64 = (0..i).map(|k| lower[i * q + k] * half[k]).sum();
            let diagonal = lower[i * q + i];
            half[i] = (self.at(i, q) / variance - known) / diagonal;
            log_marginal += 0.5 * libm::log(precisions[i] / (diagonal * diagonal));
            log_marginal += 0.5 * half[i] * half[i];
        }
        let mut mean = half;
        for i in (0..q).rev() {
            let known: f64 = (i + 1..q).map(|k| lower[k * q + i] * mean[k]).sum();
            mean[i] = (mean[i] - known) / lower[i * q + i];
        }
        Fitted {
            sd: (0..q).map(|i| libm::sqrt(inverse(&lower, q, i))).collect(),
            mean,
            log_marginal,
        }
    }
}

/// The `i`-th diagonal cell of the inverse of L Lᵀ.
fn inverse(lower: &[f64], q: usize, i: usize) -> f64 {
    let mut column = vec![0.0; q];
    for row in i..q {
        let unit = if row == i { 1.0 } else { 0.0 };
        let known: f64 = (i..row).map(|k| lower[row * q + k] * column[k]).sum();
        column[row] = (unit - known) / lower[row * q + row];
    }
    column.iter().map(|x| x * x).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two rows and one coefficient: y = b x + noise of variance 2, b ~ N(0, 1/3). By hand: precision 3 + (1 + 4)/2,
    /// mean (1·2 + 2·3)/2 over it; the rows are normal with covariance 2 I + x xᵀ/3.
    #[test]
    fn one_coefficient_by_hand() {
        let fitted = Products::of(&[1.0, 2.0, 2.0, 3.0], 2).fit(2.0, &[3.0], 2.0);
        let precision = 5.5;
        assert!((fitted.mean[0] - 4.0 / precision).abs() < 1e-12);
        assert!((fitted.sd[0] - (1.0_f64 / precision).sqrt()).abs() < 1e-12);
        let (a, b, d) = (2.0 + 1.0 / 3.0, 2.0 / 3.0, 2.0 + 4.0 / 3.0);
        let determinant: f64 = a * d - b * b;
        let square = (d * 4.0 - 2.0 * b * 6.0 + a * 9.0) / determinant;
        let log = -0.5 * libm::log(determinant) - 0.5 * square;
        assert!((fitted.log_marginal - log).abs() < 1e-12);
    }

    /// A column given twice: its prior keeps both finite, and together they are what it is alone.
    #[test]
    fn the_same_column_twice() {
        let once = Products::of(&[1.0, 2.0, 2.0, 3.5], 2).fit(1.0, &[0.5], 2.0);
        let twice = Products::of(&[1.0, 1.0, 2.0, 2.0, 2.0, 3.5], 3).fit(1.0, &[1.0, 1.0], 2.0);
        assert!((twice.mean[0] + twice.mean[1] - once.mean[0]).abs() < 1e-9);
        assert!((twice.log_marginal - once.log_marginal).abs() < 1e-9);
    }
}
