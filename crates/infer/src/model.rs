//! Priors of everything that is not a column: level, drift, extra spread, how many columns matter and how much.

/// Widths a learned slab may have, as multiples of the prior's median.
pub(crate) const WIDTHS: [f64; 11] = [0.25, 0.33, 0.43, 0.57, 0.76, 1.0, 1.32, 1.74, 2.3, 3.0, 4.0];

/// The model's hyper-priors. Rates are per row, times in rows; logarithms are natural.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Model {
    /// Standard deviation of the level (log rate at average exposures), around 0.
    pub level_sd: f64,
    /// The slow drift; `None` leaves it out.
    pub drift: Option<DriftPrior>,
    /// Extra spread: log of the negative binomial's shape (variance = mean + mean²/shape) is normal.
    pub log_shape_mean: f64,
    /// Its standard deviation.
    pub log_shape_sd: f64,
    /// The learned weight of columns without a given one: Beta(a, b).
    pub weight_beta: (f64, f64),
    /// The width of the learned slab: log-normal around this width.
    pub width_median: f64,
    /// Standard deviation of the log of that width.
    pub width_log_sd: f64,
    /// The centre of the learned slab, which columns may share: normal around this.
    pub centre_mean: f64,
    /// Standard deviation of that centre; 0 keeps it at its mean.
    pub centre_sd: f64,
}

/// Prior of the drift: a stationary first-order autoregression.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DriftPrior {
    /// Its stationary standard deviation is half-normal with this scale.
    pub sd_scale: f64,
    /// Its time constant (rows after which its correlation has fallen to 1/e) is log-normal around this.
    pub time_median: f64,
    /// Standard deviation of the log of the time constant.
    pub time_log_sd: f64,
}

impl Model {
    /// For nightly or daily diaries: a few events a week, a personal drift over days to weeks.
    ///
    /// Our judgement, after the ranges in the epidemiology records: drift with a log standard deviation of 0.3 to 0.5,
    /// another cramp the same night in 2 to 3 of 10 nights with one.
    ///
    /// About one unknown column in six matters, and an effect that is real is usually a change by a half or more:
    /// a compromise on the benchmark's generators (`crates/bench`) between diaries where few columns matter, which want
    /// a smaller weight, and those where many do, which want a larger one. The columns that matter may share a direction,
    /// which is learned. Before the data it leans towards raising, two to one: what people write down is mostly suspected
    /// of bringing cramps, and the factors that the knowledge base expects to matter all do
    /// (`crates/knowledge/tests/records.rs`).
    #[must_use]
    pub const fn nightly() -> Self {
        Self {
            level_sd: 5.0,
            drift: Some(DriftPrior {
                sd_scale: 0.6,
                time_median: 8.0,
                time_log_sd: 1.0,
            }),
            log_shape_mean: 1.1,
            log_shape_sd: 0.8,
            weight_beta: (3.0, 15.0),
            width_median: 0.6,
            width_log_sd: 0.5,
            centre_mean: 0.3,
            centre_sd: 0.3,
        }
    }

    /// Widths a learned slab may have, each with its prior probability: the log-normal on a grid.
    #[must_use]
    pub fn widths(&self) -> [(f64, f64); 11] {
        let odds = WIDTHS.map(|times| {
            let away = libm::log(times) / self.width_log_sd;
            libm::exp(-0.5 * away * away)
        });
        let total: f64 = odds.iter().sum();
        std::array::from_fn(|i| (WIDTHS[i] * self.width_median, odds[i] / total))
    }

    /// Prior standard deviation of an effect under the learned slab: of its width at the median and its centre.
    #[must_use]
    pub fn learned_sd(&self) -> f64 {
        libm::hypot(self.width_median, self.centre_sd)
    }

    /// Prior mean of the learned weight.
    #[must_use]
    pub fn mean_weight(&self) -> f64 {
        let (a, b) = self.weight_beta;
        a / (a + b)
    }
}

/// How long the sampler runs. More sweeps cost time in proportion and lower the Monte Carlo error by their square root.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effort {
    /// Sweeps that are thrown away while the surrogate is fitted.
    pub burn_in: u32,
    /// Sweeps that count.
    pub keep: u32,
}

impl Effort {
    /// For an answer while the finger is on the screen. A third more sweeps, or a fifth fewer, change neither ranking nor log loss
    /// on the benchmark's diaries (docs/engine.md).
    #[must_use]
    pub const fn quick() -> Self {
        Self {
            burn_in: 150,
            keep: 600,
        }
    }

    /// For the result of a trial, which is looked at once.
    #[must_use]
    pub const fn careful() -> Self {
        Self {
            burn_in: 200,
            keep: 800,
        }
    }

    /// For reference posteriors.
    #[must_use]
    pub const fn thorough() -> Self {
        Self {
            burn_in: 1_000,
            keep: 20_000,
        }
    }
}
