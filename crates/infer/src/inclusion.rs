//! Which columns are in: spike-and-slab moves on a Gaussian regression with the coefficients integrated out.

use rand::{Rng, RngExt};
use rand_distr::{Distribution, StandardNormal};

use crate::normal::SpikeAndSlab;

/// A Gaussian regression reduced to its cross products: coefficients 0..m, then the response as column m.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gram {
    /// Number of coefficients.
    pub(crate) m: usize,
    /// (m + 1) x (m + 1), row-major, symmetric.
    pub(crate) cross: Vec<f64>,
}

impl Gram {
    /// Cross products of whitened rows (row-major, `width` = coefficients + response).
    pub(crate) fn of_rows(&mut self, rows: &[f64], width: usize) {
        self.m = width - 1;
        self.cross.clear();
        self.cross.resize(width * width, 0.0);
        // Four rows at a time: each cell of the triangle is then loaded and stored a quarter as often.
        let mut blocks = rows.chunks_exact(4 * width);
        for block in &mut blocks {
            let (r0, rest) = block.split_at(width);
            let (r1, rest) = rest.split_at(width);
            let (r2, r3) = rest.split_at(width);
            for i in 0..width {
                let (a0, a1, a2, a3) = (r0[i], r1[i], r2[i], r3[i]);
                let cells = &mut self.cross[i * width + i..(i + 1) * width];
                let tails = r0[i..].iter().zip(&r1[i..]).zip(&r2[i..]).zip(&r3[i..]);
                for (cell, (((b0, b1), b2), b3)) in cells.iter_mut().zip(tails) {
                    *cell += a0 * b0 + a1 * b1 + (a2 * b2 + a3 * b3);
                }
            }
        }
        for row in blocks.remainder().chunks_exact(width) {
            for i in 0..width {
                let a = row[i];
                for (cell, b) in self.cross[i * width + i..(i + 1) * width]
                    .iter_mut()
                    .zip(&row[i..])
                {
                    *cell += a * b;
                }
            }
        }
        for i in 0..width {
            for j in 0..i {
                self.cross[i * width + j] = self.cross[j * width + i];
            }
        }
    }

    fn at(&self, i: usize, j: usize) -> f64 {
        self.cross[i * (self.m + 1) + j]
    }

    /// The response's product with itself.
    pub(crate) fn squares(&self) -> f64 {
        self.at(self.m, self.m)
    }

    /// Cross product of coefficient `i` with the response.
    fn response(&self, i: usize) -> f64 {
        self.at(i, self.m)
    }
}

/// The normal prior of one coefficient when it is in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct NormalPrior {
    pub(crate) mean: f64,
    pub(crate) precision: f64,
}

/// A Cholesky factor of the posterior precision of the coefficients that are in.
#[derive(Clone, Debug, Default)]
pub(crate) struct Factor {
    /// Which coefficients are in, in the order of the factor's rows.
    pub(crate) active: Vec<usize>,
    /// Lower triangle, packed: row i has i + 1 cells.
    lower: Vec<f64>,
    /// The factor applied to the right-hand side.
    half: Vec<f64>,
    /// The next row, while it is only considered.
    row: Vec<f64>,
}

/// A coefficient's posterior if it joined those that are in.
#[derive(Clone, Copy, Debug)]
struct Joining {
    mean: f64,
    precision: f64,
    right: f64,
    /// Log Bayes factor for joining.
    bayes: f64,
}

impl Factor {
    /// A factor for these coefficients.
    pub(crate) fn of(active: Vec<usize>, gram: &Gram, priors: &[NormalPrior]) -> Self {
        let m = gram.m;
        let mut factor = Self {
            active: Vec::with_capacity(m),
            lower: Vec::with_capacity(m * (m + 1) / 2),
            half: Vec::with_capacity(m),
            row: Vec::with_capacity(m),
        };
        for j in active {
            factor.join(j, gram, priors);
        }
        factor
    }

    /// Takes in coefficient `j`.
    fn join(&mut self, j: usize, gram: &Gram, priors: &[NormalPrior]) {
        let joining = self.consider(j, gram, priors);
        self.admit(j, joining);
    }

    /// Takes in the coefficient that was last considered.
    fn admit(&mut self, j: usize, joining: Joining) {
        let diagonal = libm::sqrt(joining.precision);
        self.active.push(j);
        self.lower.extend_from_slice(&self.row);
        self.lower.push(diagonal);
        self.half.push(joining.right / diagonal);
    }

    /// Takes out the coefficient at `position`; the rows behind it are made anew.
    fn leave(&mut self, position: usize, gram: &Gram, priors: &[NormalPrior]) {
        let behind: Vec<usize> = self.active[position + 1..].to_vec();
        self.active.truncate(position);
        self.half.truncate(position);
        self.lower.truncate(position * (position + 1) / 2);
        for j in behind {
            self.join(j, gram, priors);
        }
    }

    /// Log marginal likelihood of the coefficients in, apart from terms that depend on neither them nor the data.
    pub(crate) fn log_marginal(&self, priors: &[NormalPrior]) -> f64 {
        let mut total = 0.0;
        for (i, &j) in self.active.iter().enumerate() {
            let prior = priors[j];
            let diagonal = self.lower[i * (i + 3) / 2];
            total += 0.5 * libm::log(prior.precision / (diagonal * diagonal));
            total +=
                0.5 * (self.half[i] * self.half[i] - prior.precision * prior.mean * prior.mean);
        }
        total
    }

    /// What coefficient `j`, which is not in, would be if it joined; leaves its row of the factor in `self.row`.
    fn consider(&mut self, j: usize, gram: &Gram, priors: &[NormalPrior]) -> Joining {
        let prior = priors[j];
        let mut precision = gram.at(j, j) + prior.precision;
        let mut right = gram.response(j) + prior.precision * prior.mean;
        self.row.clear();
        let mut start = 0;
        for (i, &a) in self.active.iter().enumerate() {
            let cells = &self.lower[start..=start + i];
            start += i + 1;
            let known: f64 = cells.iter().zip(&self.row).map(|(l, r)| l * r).sum();
            let value = (gram.at(a, j) - known) / cells[i];
            self.row.push(value);
            precision -= value * value;
            right -= value * self.half[i];
        }
        // Rounding can eat the precision of a column that the others already make up; its prior is always left.
        let precision = precision.max(prior.precision);
        let mean = right / precision;
        let bayes = 0.5
            * (libm::log(prior.precision / precision) + right * mean
                - prior.precision * prior.mean * prior.mean);
        Joining {
            mean,
            precision,
            right,
            bayes,
        }
    }

    /// Draws the coefficients that are in, in the order of `active`.
    pub(crate) fn draw(&self, rng: &mut impl Rng) -> Vec<f64> {
        self.back(
            self.half
                .iter()
                .map(|h| h + Distribution::<f64>::sample(&StandardNormal, rng))
                .collect(),
        )
    }

    /// Posterior means of the coefficients that are in, in the order of `active`.
    pub(crate) fn mean(&self) -> Vec<f64> {
        self.back(self.half.clone())
    }

    /// Solves the transposed triangle for `right`.
    fn back(&self, mut right: Vec<f64>) -> Vec<f64> {
        for i in (0..right.len()).rev() {
            let cells = &self.lower[i * (i + 1) / 2..];
            right[i] /= cells[i];
            let solved = right[i];
            for (r, l) in right[..i].iter_mut().zip(cells) {
                *r -= l * solved;
            }
        }
        right
    }
}

/// One pass over the columns in the given order: each is put in or out with its exact conditional probability, and
/// `conditional` notes that probability with the effect's posterior if it is in.
pub(crate) fn scan(
    factor: &mut Factor,
    gram: &Gram,
    priors: &[NormalPrior],
    weights: &[f64],
    order: &[usize],
    conditional: &mut [SpikeAndSlab],
    rng: &mut impl Rng,
) {
    let always = gram.m - weights.len();
    for &column in order {
        let j = always + column;
        if let Some(position) = factor.active.iter().position(|&a| a == j) {
            factor.leave(position, gram, priors);
        }
        let joining = factor.consider(j, gram, priors);
        let weight = weights[column];
        let inside = if weight >= 1.0 {
            1.0
        } else {
            1.0 / (1.0 + libm::exp(-joining.bayes) * (1.0 - weight) / weight)
        };
        conditional[column] = SpikeAndSlab {
            weight: inside,
            mean: joining.mean,
            sd: 1.0 / libm::sqrt(joining.precision),
        };
        if rng.random::<f64>() < inside {
            factor.admit(j, joining);
        }
    }
}

/// Tries to put one column in the place of another that it resembles: single moves would have to pass through a state
/// with neither or both. A Metropolis step with a symmetric proposal: `leaving` is in, `entering` is out.
pub(crate) fn swap(
    factor: &mut Factor,
    gram: &Gram,
    priors: &[NormalPrior],
    weights: &[f64],
    (leaving, entering): (usize, usize),
    rng: &mut impl Rng,
) {
    let always = gram.m - weights.len();
    let Some(position) = factor.active.iter().position(|&a| a == always + leaving) else {
        return;
    };
    if factor.active.contains(&(always + entering)) {
        return;
    }
    let before = factor.log_marginal(priors);
    let mut active = factor.active.clone();
    active[position] = always + entering;
    let other = Factor::of(active, gram, priors);
    let odds = |w: f64| libm::log(w) - libm::log1p(-w);
    let gain =
        other.log_marginal(priors) - before + odds(weights[entering]) - odds(weights[leaving]);
    if libm::log(rng.random::<f64>()) < gain {
        *factor = other;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand_chacha::ChaCha8Rng;
    use rand_chacha::rand_core::SeedableRng;

    fn rows(seed: u64, n: usize, width: usize) -> Vec<f64> {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let mut rows: Vec<f64> = (0..n * width)
            .map(|_| StandardNormal.sample(&mut rng))
            .collect();
        for row in rows.chunks_exact_mut(width) {
            let signal = 0.3 * row[0] + 0.35 * row[2];
            row[width - 1] += signal;
        }
        rows
    }

    #[test]
    fn blocked_cross_products_match_the_plain_sum() {
        let data = rows(3, 11, 5);
        let mut gram = Gram::default();
        gram.of_rows(&data, 5);
        for i in 0..5 {
            for j in 0..5 {
                let plain: f64 = data.chunks_exact(5).map(|r| r[i] * r[j]).sum();
                assert!((gram.cross[i * 5 + j] - plain).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn the_scan_visits_models_as_often_as_their_exact_posterior() {
        // One coefficient always in, three that may be: 8 models, whose posterior can be written out.
        let data = rows(5, 40, 5);
        let mut gram = Gram::default();
        gram.of_rows(&data, 5);
        let priors: Vec<NormalPrior> = [(0.0, 0.04), (0.2, 4.0), (-0.1, 6.0), (0.0, 3.0)]
            .map(|(mean, precision)| NormalPrior { mean, precision })
            .into();
        let weights = [0.3, 0.5, 0.2];
        let mut exact = [0.0; 8];
        for (model, p) in exact.iter_mut().enumerate() {
            let mut active = vec![0];
            let mut log_prior = 0.0;
            for (column, weight) in weights.iter().enumerate() {
                if model & (1 << column) != 0 {
                    active.push(column + 1);
                    log_prior += libm::log(*weight);
                } else {
                    log_prior += libm::log(1.0 - weight);
                }
            }
            let factor = Factor::of(active, &gram, &priors);
            *p = libm::exp(factor.log_marginal(&priors) + log_prior);
        }
        let total: f64 = exact.iter().sum();
        let mut rng = ChaCha8Rng::seed_from_u64(9);
        let mut factor = Factor::of(vec![0], &gram, &priors);
        let mut visits = [0.0; 8];
        let mut averaged = [0.0; 3];
        let mut conditional = [SpikeAndSlab {
            weight: 0.0,
            mean: 0.0,
            sd: 1.0,
        }; 3];
        let sweeps = 60_000;
        for sweep in 0..sweeps {
            scan(
                &mut factor,
                &gram,
                &priors,
                &weights,
                &[0, 1, 2],
                &mut conditional,
                &mut rng,
            );
            let pair = [(0, 1), (1, 0), (0, 2), (2, 0), (1, 2), (2, 1)][sweep % 6];
            swap(&mut factor, &gram, &priors, &weights, pair, &mut rng);
            let model: usize = factor
                .active
                .iter()
                .filter(|&&a| a > 0)
                .map(|&a| 1 << (a - 1))
                .sum();
            visits[model] += 1.0 / f64::from(sweeps as u32);
            for (sum, c) in averaged.iter_mut().zip(&conditional) {
                *sum += c.weight / f64::from(sweeps as u32);
            }
        }
        for model in 0..8 {
            let p = exact[model] / total;
            let error = libm::sqrt(p * (1.0 - p) / f64::from(sweeps as u32));
            assert!(
                (visits[model] - p).abs() < 6.0 * error + 1e-4,
                "model {model}: {} {p}",
                visits[model]
            );
        }
        for (column, got) in averaged.into_iter().enumerate() {
            let p: f64 = (0..8)
                .filter(|m| m & (1 << column) != 0)
                .map(|m| exact[m] / total)
                .sum();
            assert!((got - p).abs() < 0.01, "column {column}: {got} {p}");
        }
    }
}
