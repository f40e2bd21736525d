//! The methods that are compared: each looks at a diary and says of each factor what it thinks.

pub(crate) mod days_with;
pub(crate) mod engine;
pub(crate) mod horseshoe;
pub(crate) mod negative_binomial;
pub(crate) mod rank_correlation;
pub(crate) mod student;

/// A method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Method {
    /// The engine as the application uses it on columns it knows nothing about.
    Engine,
    /// The same sampler, told what the generator is made of.
    Oracle,
    /// Regularised horseshoe with autoregressive drift, NUTS.
    Horseshoe,
    /// Negative binomial regression by maximum likelihood.
    NegativeBinomial,
    /// Spearman's rank correlation.
    RankCorrelation,
    /// Mean of the days with against the mean of the days without.
    DaysWith,
}

impl Method {
    /// All of them, best first.
    pub(crate) const ALL: [Self; 6] = [
        Self::Oracle,
        Self::Engine,
        Self::Horseshoe,
        Self::NegativeBinomial,
        Self::RankCorrelation,
        Self::DaysWith,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Engine => "Soleus",
            Self::Oracle => "oracle that knows the generator",
            Self::Horseshoe => "horseshoe + AR(1), NUTS (PyMC, nutpie)",
            Self::NegativeBinomial => "negative binomial regression",
            Self::RankCorrelation => "rank correlation",
            Self::DaysWith => "days with against days without",
        }
    }
}

/// What a method says about one factor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Verdict {
    /// The higher, the more suspicious.
    pub(crate) score: f64,
    /// Probability that the factor changes the rate by more than 10 %, if the method has one.
    pub(crate) probability: Option<f64>,
    /// 5 % and 95 % point of the log rate ratio per unit, if the method has them.
    pub(crate) interval: Option<(f64, f64)>,
    /// Whether the method's 90 % interval, or its test at 10 %, excludes "no effect".
    pub(crate) alarm: bool,
}

impl Verdict {
    /// Of a test with this p-value; no verdict (p = 1) when it cannot be computed.
    fn of_test(p: f64) -> Self {
        let p = if p.is_finite() { p } else { 1.0 };
        Self {
            score: 1.0 - p,
            probability: None,
            interval: None,
            alarm: p < 0.1,
        }
    }
}
