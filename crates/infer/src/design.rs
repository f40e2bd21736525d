//! What the engine is given: one row a night, one column a factor, and the priors.

/// What one row brought.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Observation {
    /// Nothing was recorded.
    Missing,
    /// A count (or 0 and 1 for a yes/no outcome).
    Exactly(u32),
    /// At least this count (a censored count, 1 or more).
    AtLeast(u32),
}

/// The kind of outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// Counts with more spread than Poisson: effects are rate ratios.
    NegativeBinomial,
    /// Counts without more spread than Poisson: effects are rate ratios.
    Poisson,
    /// Yes or no: effects are odds ratios.
    Binary,
}

/// The probability, before the data, that a column matters at all.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Weight {
    /// Given, strictly between 0 and 1 (or 1: always in, an ordinary normal prior).
    Fixed(f64),
    /// Learned across all columns that say so.
    Learned,
}

/// The normal prior of an effect that is real: log ratio per `per` units of the column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Slab {
    /// Given mean and standard deviation of the log ratio per `per` units.
    Given {
        /// Mean of the log ratio.
        mean: f64,
        /// Its standard deviation, above 0.
        sd: f64,
        /// Units of the column that the log ratio is for, above 0.
        per: f64,
    },
    /// For a column of which nothing is known: centre and width are learned across all columns that say so, and lean a
    /// little towards raising before the data. Per 1 for yes/no columns, per standard deviation for amounts.
    Learned,
}

/// What kind of numbers a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Only 0 and 1.
    YesNo,
    /// Any finite number.
    Amount,
}

/// One factor.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its name, carried through to the answer.
    pub name: String,
    /// One value a row; `None` is missing.
    pub values: Vec<Option<f64>>,
    /// Yes/no or amount.
    pub kind: Kind,
    /// The value that stands for “without it” (for `share`).
    pub reference: f64,
    /// Rows after which half of an exposure's effect is left; 0 for none.
    pub half_life: f64,
    /// Prior probability that it matters.
    pub weight: Weight,
    /// Prior of its effect if it does.
    pub slab: Slab,
}

/// Everything the engine is told.
#[derive(Clone, Debug, PartialEq)]
pub struct Design {
    /// The kind of outcome.
    pub family: Family,
    /// Day number of each row, strictly ascending; gaps are allowed.
    pub days: Vec<i32>,
    /// What each row brought.
    pub outcome: Vec<Observation>,
    /// Log of how much each row was exposed (0 for one night); empty for all 0.
    pub offset: Vec<f64>,
    /// The factors.
    pub columns: Vec<Column>,
    /// A yearly wave: expected log amplitude and its day of the year of highest rate; `None` to leave season out.
    pub season: Option<Season>,
    /// Prior mean of the drift on the first row (people begin a diary in a bad spell); 0 for data that is not a diary.
    pub first_drift: f64,
}

/// A yearly wave in the log rate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Season {
    /// Prior mean of the log amplitude at the peak.
    pub amplitude: f64,
    /// Prior standard deviation of each of the two harmonic coefficients.
    pub sd: f64,
    /// `days` value modulo 365.25 of the peak.
    pub peak: f64,
}

/// Where the engine's random numbers begin. The same design and seed give the same bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seed(pub u64);

/// A design that cannot be analysed; carries the bad value.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum DesignError {
    #[error("there are no rows")]
    NoRows,
    #[error("all {rows} outcomes are missing")]
    AllMissing { rows: usize },
    #[error("{what} has {found} rows instead of {expected}")]
    Length {
        what: String,
        found: usize,
        expected: usize,
    },
    #[error("days must ascend: row {row} has day {day} after {before}")]
    DaysNotAscending { row: usize, day: i32, before: i32 },
    #[error("{what} is {value}, which is not a usable number")]
    BadNumber { what: String, value: f64 },
    #[error("row {row} of {what} is {value}, which is not a usable number")]
    BadCell {
        what: String,
        row: usize,
        value: f64,
    },
    #[error("row {row} of the yes/no outcome is {value}: it must be 0 or 1")]
    NotBinary { row: usize, value: u32 },
    #[error("row {row} of {what} is {value}: a yes/no column holds only 0 and 1")]
    NotYesNo {
        what: String,
        row: usize,
        value: f64,
    },
}
