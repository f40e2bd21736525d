//! The log density of one outcome given its linear predictor, and its Gaussian surrogate.

use std::f64::consts::LN_10;

use crate::design::Family;
use crate::log_sum::LogSum;

/// The kinds of outcome the sampler knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Likelihood {
    NegativeBinomial,
    Poisson,
    Binary,
}

impl From<Family> for Likelihood {
    fn from(family: Family) -> Self {
        match family {
            Family::NegativeBinomial => Self::NegativeBinomial,
            Family::Poisson => Self::Poisson,
            Family::Binary => Self::Binary,
        }
    }
}

/// What an observed row brought.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Seen {
    Exactly(u32),
    AtLeast(u32),
}

impl Seen {
    /// The number it stands for.
    pub(crate) fn number(self) -> f64 {
        match self {
            Self::Exactly(y) | Self::AtLeast(y) => f64::from(y),
        }
    }
}

/// Largest absolute linear predictor: beyond it a rate is as good as zero or endless.
pub(crate) const REACH: f64 = 35.0;

/// A Gaussian stand-in for one outcome's likelihood: precision `w` around `z` on the scale of the linear predictor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Site {
    pub(crate) w: f64,
    pub(crate) z: f64,
}

impl Site {
    /// With this share of its precision, and the same slope where `spot` is.
    pub(crate) fn less_sure(self, spot: &Spot, share: f64) -> Self {
        Self {
            w: share * self.w,
            z: spot.mean + (self.z - spot.mean) / share,
        }
    }
}

/// The part of the log density that depends on `eta`.
pub(crate) fn log_kernel(family: Likelihood, seen: Seen, eta: f64, shape: f64) -> f64 {
    let eta = eta.clamp(-REACH, REACH);
    match (family, seen) {
        (Likelihood::NegativeBinomial, Seen::Exactly(y)) => {
            let y = f64::from(y);
            y * eta - (y + shape) * libm::log(libm::exp(eta) + shape)
        }
        (Likelihood::Poisson, Seen::Exactly(y)) => f64::from(y) * eta - libm::exp(eta),
        (Likelihood::Binary, Seen::Exactly(y)) => f64::from(y) * eta - log_one_plus_exp(eta),
        (_, Seen::AtLeast(k)) => libm::log(survival(family, k, eta, shape).max(f64::MIN_POSITIVE)),
    }
}

/// The sum of [`log_kernel`] over rows.
pub(crate) fn log_kernels(family: Likelihood, outcome: &[Seen], eta: &[f64], shape: f64) -> f64 {
    let mut spread = Spread::of(shape);
    let mut others = 0.0;
    for (seen, eta) in outcome.iter().zip(eta) {
        match (family, *seen) {
            (Likelihood::NegativeBinomial, Seen::Exactly(y)) => {
                let eta = eta.clamp(-REACH, REACH);
                others += f64::from(y) * eta;
                spread.add(y, libm::exp(eta));
            }
            (_, seen) => others += log_kernel(family, seen, *eta, shape),
        }
    }
    others - spread.total()
}

/// The sum over rows of (y + r) ln(μ + r), for counts y with means μ and the negative binomial's shape r.
pub(crate) struct Spread {
    shape: f64,
    /// Of μ + r, each row once.
    rows: LogSum,
    /// Of μ + r, as often as the row counts.
    counts: LogSum,
    large: f64,
}

impl Spread {
    pub(crate) fn of(shape: f64) -> Self {
        Self {
            shape,
            rows: LogSum::EMPTY,
            counts: LogSum::EMPTY,
            large: 0.0,
        }
    }

    pub(crate) fn add(&mut self, y: u32, mean: f64) {
        let both = mean + self.shape;
        self.rows.add(both);
        if y <= SMALL {
            for _ in 0..y {
                self.counts.add(both);
            }
        } else {
            self.large += f64::from(y) * libm::log(both);
        }
    }

    pub(crate) fn total(&self) -> f64 {
        self.shape * self.rows.total() + self.counts.total() + self.large
    }
}

/// Log density, up to terms that depend on neither `eta` nor `shape` (for a given outcome and family).
pub(crate) fn log_density(family: Likelihood, seen: Seen, eta: f64, shape: f64) -> f64 {
    let spread = match (family, seen) {
        // ln [Γ(y+r)/Γ(r)] + r ln r
        (Likelihood::NegativeBinomial, Seen::Exactly(y)) => {
            shape * libm::log(shape) + log_rising(shape, f64::from(y))
        }
        _ => 0.0,
    };
    log_kernel(family, seen, eta, shape) + spread
}

/// Counts up to which a sum of as many logarithms is a product's logarithm.
const SMALL: u32 = 12;

/// ln Γ(r + y) - ln Γ(r) for a whole number y.
fn log_rising(r: f64, y: f64) -> f64 {
    if y <= f64::from(SMALL) {
        let mut product = 1.0;
        let mut i = 0.0;
        while i < y {
            product *= r + i;
            i += 1.0;
        }
        libm::log(product)
    } else {
        libm::lgamma(r + y) - libm::lgamma(r)
    }
}

/// What the exact counts of all rows have in common, for the sum of their ln Γ(r + y) - ln Γ(r).
#[derive(Clone, Debug, Default)]
pub(crate) struct Rising {
    /// For each i below [`SMALL`], how many of the small counts lie above it.
    above: [f64; SMALL as usize],
    large: Vec<f64>,
}

impl Rising {
    pub(crate) fn of(outcome: &[Seen]) -> Self {
        let mut rising = Self::default();
        for seen in outcome {
            match *seen {
                Seen::Exactly(y) if y <= SMALL => {
                    for above in &mut rising.above[..y as usize] {
                        *above += 1.0;
                    }
                }
                Seen::Exactly(y) => rising.large.push(f64::from(y)),
                Seen::AtLeast(_) => {}
            }
        }
        rising
    }

    /// The sum over all rows of ln Γ(r + y) - ln Γ(r).
    pub(crate) fn log_rising(&self, r: f64) -> f64 {
        let small = (0..SMALL)
            .zip(&self.above)
            .take_while(|(_, above)| **above > 0.0)
            .map(|(i, above)| above * libm::log(r + f64::from(i)));
        small.sum::<f64>() + self.large.iter().map(|&y| log_rising(r, y)).sum::<f64>()
    }
}

fn log_one_plus_exp(x: f64) -> f64 {
    if x > 0.0 {
        x + libm::log1p(libm::exp(-x))
    } else {
        libm::log1p(libm::exp(x))
    }
}

/// Probability of one exact count.
fn mass(family: Likelihood, y: u32, eta: f64, shape: f64) -> f64 {
    let constant = libm::lgamma(f64::from(y) + 1.0);
    libm::exp(log_density(family, Seen::Exactly(y), eta, shape) - constant)
}

/// Probability of at least `k`.
fn survival(family: Likelihood, k: u32, eta: f64, shape: f64) -> f64 {
    if k == 0 {
        return 1.0;
    }
    if family == Likelihood::Binary {
        return libm::exp(eta - log_one_plus_exp(eta));
    }
    let below = below(family, k, eta, shape);
    if below < 0.9 {
        return 1.0 - below;
    }
    // The tail itself, summed upwards, keeps its digits where 1 - below would lose them.
    let mut term = mass(family, k, eta, shape);
    let mut tail = 0.0;
    for y in k..k.saturating_add(LONGEST_TAIL) {
        tail += term;
        let ratio = step_up(family, f64::from(y), eta, shape);
        term *= ratio;
        if term <= 1e-17 * tail {
            return tail;
        }
    }
    // So slow a tail is as good as geometric from here.
    let ratio = step_up(family, f64::from(k) + f64::from(LONGEST_TAIL), eta, shape);
    tail + term / (1.0 - ratio).max(1e-17)
}

/// Terms of a tail that are summed one by one.
const LONGEST_TAIL: u32 = 10_000;

/// Probability of a count below `k`, each term from the one before: thousands of cramps noted in one night cost little.
fn below(family: Likelihood, k: u32, eta: f64, shape: f64) -> f64 {
    let (mut term, mut sum) = (1.0, 0.0);
    let mut log_scale = log_density(family, Seen::Exactly(0), eta, shape);
    for y in 0..k {
        sum += term;
        term *= step_up(family, f64::from(y), eta, shape);
        if sum > 1e200 {
            (sum, term) = (sum * 1e-200, term * 1e-200);
            log_scale += 200.0 * LN_10;
        }
    }
    (sum * libm::exp(log_scale)).min(1.0)
}

/// P(Y = y + 1) / P(Y = y).
fn step_up(family: Likelihood, y: f64, eta: f64, shape: f64) -> f64 {
    let mean = libm::exp(eta.clamp(-REACH, REACH));
    match family {
        Likelihood::Poisson => mean / (y + 1.0),
        _ => (y + shape) / (y + 1.0) * mean / (mean + shape),
    }
}

/// A value of the linear predictor with its exponential.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Node {
    eta: f64,
    mean: f64,
}

impl Node {
    fn at(eta: f64) -> Self {
        let eta = eta.clamp(-REACH, REACH);
        Self {
            eta,
            mean: libm::exp(eta),
        }
    }
}

/// First derivative and negative second derivative of [`log_density`] by `eta`.
fn slope_and_curvature(
    family: Likelihood,
    seen: Seen,
    Node { eta, mean }: Node,
    shape: f64,
) -> (f64, f64) {
    match (family, seen) {
        (Likelihood::NegativeBinomial, Seen::Exactly(y)) => {
            let y = f64::from(y);
            let p = mean / (mean + shape);
            (y - (y + shape) * p, (y + shape) * p * (1.0 - p))
        }
        (Likelihood::Poisson, Seen::Exactly(y)) => (f64::from(y) - mean, mean),
        (Likelihood::Binary, Seen::Exactly(y)) => {
            let p = mean / (1.0 + mean);
            (f64::from(y) - p, p * (1.0 - p))
        }
        (Likelihood::Binary, Seen::AtLeast(_)) => {
            slope_and_curvature(family, Seen::Exactly(1), Node { eta, mean }, shape)
        }
        (_, Seen::AtLeast(k)) => {
            // The derivative of P(Y >= k) by eta is k·P(Y = k) for Poisson, and p^k (1-p)^r / B(k, r), which is
            // k·P(Y = k) again, for the negative binomial.
            let kk = f64::from(k);
            let g = kk * mass(family, k, eta, shape)
                / survival(family, k, eta, shape).max(f64::MIN_POSITIVE);
            let growth = match family {
                Likelihood::Poisson => kk - mean,
                _ => {
                    let p = mean / (mean + shape);
                    kk * (1.0 - p) - shape * p
                }
            };
            (g, (g * (g - growth)).max(0.0))
        }
    }
}

/// Nodes and weights of the five-point Gauss–Hermite rule for a standard normal (Abramowitz and Stegun, table 25.10).
const NODES: [(f64, f64); 5] = [
    (-2.856_970_013_872_806, 0.011_257_411_327_720_69),
    (-1.355_626_179_974_266, 0.222_075_922_005_612_6),
    (0.0, 0.533_333_333_333_333_3),
    (1.355_626_179_974_266, 0.222_075_922_005_612_6),
    (2.856_970_013_872_806, 0.011_257_411_327_720_69),
];

/// About where a row's linear predictor lies: the rule's nodes for N(mean, variance).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Spot {
    pub(crate) mean: f64,
    nodes: [Node; 5],
}

impl Spot {
    pub(crate) fn new(mean: f64, variance: f64) -> Self {
        let sd = libm::sqrt(variance);
        Self {
            mean,
            nodes: NODES.map(|(node, _)| Node::at(mean + sd * node)),
        }
    }
}

/// The Gaussian that is closest (in the variational sense) to the likelihood of `seen` for a linear predictor that lies
/// about `spot`: its precision is the expected curvature, its centre makes the expected slopes equal.
///
/// Opper M, Archambeau C (2009), The variational Gaussian approximation revisited, Neural Comput 21:786-792.
pub(crate) fn site(family: Likelihood, seen: Seen, spot: &Spot, shape: f64) -> Site {
    let (mut slope, mut curvature) = (0.0, 0.0);
    for (node, (_, weight)) in spot.nodes.iter().zip(NODES) {
        let (g, h) = slope_and_curvature(family, seen, *node, shape);
        slope += weight * g;
        curvature += weight * h;
    }
    let w = curvature.max(1e-8);
    Site {
        w,
        z: spot.mean + slope / w,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FAMILIES: [Likelihood; 3] = [
        Likelihood::NegativeBinomial,
        Likelihood::Poisson,
        Likelihood::Binary,
    ];

    #[test]
    fn derivatives_match_finite_differences() {
        for family in FAMILIES {
            let most = if family == Likelihood::Binary { 1 } else { 6 };
            for y in 0..=most {
                for seen in [Seen::Exactly(y), Seen::AtLeast(y.max(1))] {
                    for eta in [-3.0, -0.4, 0.0, 0.9, 2.5] {
                        let f = |e: f64| log_density(family, seen, e, 1.7);
                        let h = 1e-4;
                        let slope = (f(eta + h) - f(eta - h)) / (2.0 * h);
                        let curvature = -(f(eta + h) - 2.0 * f(eta) + f(eta - h)) / (h * h);
                        let (g, c) = slope_and_curvature(family, seen, Node::at(eta), 1.7);
                        assert!(
                            (g - slope).abs() < 1e-6,
                            "{family:?} {seen:?} {eta}: slope {g} {slope}"
                        );
                        assert!(
                            (c - curvature).abs() < 1e-5,
                            "{family:?} {seen:?} {eta}: curvature {c} {curvature}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn less_sure_is_flatter_with_the_same_slope() {
        let spot = Spot::new(-0.4, 0.2);
        let sure = site(FAMILIES[0], Seen::Exactly(0), &spot, 1.7);
        let less = sure.less_sure(&spot, 0.5);
        let slope = |site: Site| site.w * (site.z - spot.mean);
        assert!((less.w / sure.w - 0.5).abs() < 1e-15);
        assert!((slope(less) - slope(sure)).abs() < 1e-12);
    }

    #[test]
    fn masses_sum_to_one() {
        for family in [Likelihood::NegativeBinomial, Likelihood::Poisson] {
            for eta in [-2.0, 0.0, 1.5] {
                let total: f64 = (0..400).map(|y| mass(family, y, eta, 0.8)).sum();
                assert!((total - 1.0).abs() < 1e-9, "{family:?} {eta}: {total}");
            }
        }
    }

    #[test]
    fn a_far_tail_keeps_its_digits() {
        // P(Y >= 5) for a Poisson mean of 1e-3 is 1e-15/120 to three digits; 1 - P(Y < 5) would be rounding noise.
        let tail = survival(Likelihood::Poisson, 5, libm::log(1e-3), 1.0);
        assert!((tail / (1e-15 / 120.0) - 1.0).abs() < 1e-3, "{tail}");
    }

    #[test]
    fn at_least_thousands_is_close_to_what_the_terms_say() {
        for family in [Likelihood::NegativeBinomial, Likelihood::Poisson] {
            for (k, eta) in [(3, 0.2), (700, 6.5), (700, 7.5), (5_000, 8.4)] {
                let plain: f64 = (0..k).map(|y| mass(family, y, eta, 1.7)).sum();
                let got = below(family, k, eta, 1.7);
                assert!(
                    (got - plain).abs() < 1e-9,
                    "{family:?} {k} {eta}: {got} {plain}"
                );
            }
        }
        // So far out that nothing is left: a number, not a hang.
        let none = survival(Likelihood::NegativeBinomial, 50_000, -20.0, 1.7);
        assert!((0.0..1e-300).contains(&none), "{none}");
    }

    #[test]
    fn kernels_together_are_the_kernels_one_by_one() {
        let outcome = [0, 1, 3, 12, 13, 80].map(Seen::Exactly);
        let outcome = [&outcome[..], &[Seen::AtLeast(2)]].concat();
        let eta = [-40.0, 0.3, 1.1, 2.0, -1.0, 36.0, 0.5];
        for family in FAMILIES {
            let plain: f64 = outcome
                .iter()
                .zip(eta)
                .map(|(seen, eta)| log_kernel(family, *seen, eta, 0.7))
                .sum();
            let got = log_kernels(family, &outcome, &eta, 0.7);
            assert!(
                (got / plain - 1.0).abs() < 1e-13,
                "{family:?}: {got} {plain}"
            );
        }
    }

    #[test]
    fn the_rows_together_are_the_rows_one_by_one() {
        let counts = [0, 0, 1, 3, 12, 13, 80, 2];
        let outcome: Vec<Seen> = counts.map(Seen::Exactly).into();
        let plain: f64 = counts.iter().map(|&y| log_rising(0.7, f64::from(y))).sum();
        let got = Rising::of(&outcome).log_rising(0.7);
        assert!((got - plain).abs() < 1e-10, "{got} {plain}");
    }

    #[test]
    fn rising_factorial_meets_lgamma() {
        for y in [12.0, 13.0, 40.0] {
            let direct: f64 = (0..y as u32).map(|i| libm::log(0.7 + f64::from(i))).sum();
            assert!((log_rising(0.7, y) - direct).abs() < 1e-10);
        }
    }
}
