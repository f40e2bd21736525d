//! What the engine answers, with the meanings of the contract.

/// The posterior, summarised.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// Rows.
    pub nights: usize,
    /// Rows with an outcome.
    pub nights_observed: usize,
    /// One answer a column, in the design's order.
    pub columns: Vec<ColumnAnswer>,
    /// Expected count (or probability) on a row with everything as it was, averaged over the last 28 rows.
    pub recent_rate: f64,
    /// What a reader must know.
    pub notes: Vec<Note>,
}

impl Answer {
    /// Whether the column with this name was not learned about: it never varied, or was never observed.
    #[must_use]
    pub fn is_silent(&self, name: &str) -> bool {
        self.notes
            .iter()
            .any(|note| matches!(note, Note::Constant(n) | Note::NeverObserved(n) if n == name))
    }
}

/// The posterior of one column's effect.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnAnswer {
    /// The column's name.
    pub name: String,
    /// Probability that the ratio differs from 1 by more than 10 %.
    pub probability: f64,
    /// Probability that the ratio is above 1.1.
    pub p_raises: f64,
    /// Probability that the ratio is below 0.9.
    pub p_lowers: f64,
    /// exp of the posterior mean of the log ratio, spike included, per `per_amount`.
    pub ratio: f64,
    /// 5 % point of the ratio, spike included.
    pub ratio_low: f64,
    /// 95 % point of the ratio, spike included.
    pub ratio_high: f64,
    /// exp of the mean of the log ratio given that it is not exactly 1.
    pub ratio_if_real: f64,
    /// Units of the column that the ratios are for: 1 for yes/no, the standard deviation otherwise.
    pub per_amount: f64,
    /// 1 - expected count with the column at its reference / expected count. Negative for what protects.
    pub share: Option<f64>,
    /// Posterior mean of the expected events a month (30 rows) that would be avoided with the column at its reference.
    pub avoided_per_month: Option<f64>,
    /// Further rows until `probability` is likely to leave 0.1-0.9: 0 when it has, `None` when not foreseeable.
    pub nights_to_clear: Option<u32>,
    /// Columns that vary with this one so closely that the data can hardly tell them apart.
    pub travels_with: Vec<String>,
    /// Twenty equally likely values of the ratio, ascending, spike included (for dot plots).
    pub dots: [f64; 20],
}

/// Something a reader must know about the answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Note {
    /// The column never varies: its answer is its prior.
    Constant(String),
    /// The column was never observed: its answer is its prior.
    NeverObserved(String),
    /// More than 20 % of rows have no outcome.
    ManyMissing {
        /// Rows without an outcome.
        missing: usize,
        /// Rows.
        rows: usize,
    },
    /// No events at all.
    NoEvents,
    /// The data look like the model's data, on everything that was compared.
    GoodFit,
    /// The data do not look like the model: what was compared, and the share of replicated data as extreme.
    PoorFit {
        /// What was compared.
        statistic: Statistic,
        /// Two-sided posterior predictive p.
        p: f64,
    },
}

/// What seen and replicated data are compared by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Statistic {
    /// The share of nights without any event.
    NightsWithout,
    /// The largest count.
    Worst,
    /// The variance of the counts over their mean.
    Spread,
    /// The correlation of nights that follow each other.
    Neighbours,
}

impl Statistic {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::NightsWithout,
        Self::Worst,
        Self::Spread,
        Self::Neighbours,
    ];

    /// In plain words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::NightsWithout => "nights without any",
            Self::Worst => "the worst night",
            Self::Spread => "the spread of the outcome",
            Self::Neighbours => "how alike neighbouring nights are",
        }
    }
}
