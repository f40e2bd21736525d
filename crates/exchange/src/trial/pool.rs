//! Results of several trials to one: the same trial by several people, or several by one.

use infer::trial::effect::RATIO_PRIOR_SD;
use infer::trial::{Better, Between, Part, PoolError, Pooled, pool};
use serde::{Deserialize, Serialize};

use super::report::{EffectRow, TrialReport};
use crate::text::shown;

/// Whose trials they are: decides how far their effects may differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The same trial by several people.
    People,
    /// Trials of one person.
    Person,
}

impl Whose {
    /// Scale of the half-normal prior of the standard deviation between trials, in log ratios. Our judgement: what helps one
    /// person twice helps much alike; people differ more.
    const fn between(self) -> f64 {
        match self {
            Self::People => 0.5,
            Self::Person => 0.25,
        }
    }
}

/// Half the width of a 90 % interval of a normal distribution, in standard deviations.
const HALF_WIDTH: f64 = 1.644_853_626_951_472_2;
/// Of differences, the prior between trials is this many average standard deviations wide, the common one's this many times
/// the largest of them: their unit is not known.
const DIFFERENCES_BETWEEN: f64 = 1.0;
const DIFFERENCES_COMMON: f64 = 10.0;

/// The result of one trial, as `trial analyze` writes it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct TrialResult {
    effect: ResultEffect,
    #[serde(default)]
    e_value: Option<f64>,
    #[serde(default)]
    nights: Option<usize>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
struct ResultEffect {
    measure: String,
    estimate: f64,
    low: f64,
    high: f64,
}

/// Results that cannot be pooled.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum PoolFault {
    #[error(
        "{file} is no result of a trial: {why}. Write one with `soleus trial analyze TABLE --format json`."
    )]
    NoResult { file: String, why: String },
    #[error(
        "{file} has the measure ‘{measure}’. Known are rate_ratio, odds_ratio and mean_difference."
    )]
    Measure { file: String, measure: String },
    #[error(
        "{file} has no usable interval: {low} to {high} around {estimate}. An effect needs low < high, and ratios are above 0."
    )]
    Interval {
        file: String,
        estimate: f64,
        low: f64,
        high: f64,
    },
    #[error(
        "{file} has the measure {measure}, the first one {first}. Only trials with the same measure can be pooled."
    )]
    Unlike {
        file: String,
        measure: &'static str,
        first: &'static str,
    },
    #[error("One trial is nothing to pool: name at least two.")]
    TooFew,
    #[error("The trials cannot be pooled: {0}.")]
    Statistics(#[from] PoolError),
}

/// One trial in a pool.
#[derive(Clone, Debug, PartialEq)]
pub struct PoolPart {
    name: String,
    effect: EffectRow,
    e_value: Option<f64>,
    nights: Option<usize>,
}

impl PoolPart {
    /// From a result that was analysed here.
    #[must_use]
    pub fn of_report(name: &str, report: &TrialReport) -> Self {
        Self {
            name: shown(name),
            effect: report.effect.clone(),
            e_value: report.e_value,
            nights: Some(report.nights),
        }
    }

    /// From the JSON of a result.
    ///
    /// # Errors
    /// [`PoolFault`] when it is none.
    pub fn of_json(name: &str, text: &str) -> Result<Self, PoolFault> {
        let file = shown(name);
        let result: TrialResult =
            serde_json::from_str(text).map_err(|error| PoolFault::NoResult {
                file: file.clone(),
                why: shown(&error.to_string()),
            })?;
        let measure = ["rate_ratio", "odds_ratio", "mean_difference"]
            .into_iter()
            .find(|known| *known == result.effect.measure)
            .ok_or_else(|| PoolFault::Measure {
                file: file.clone(),
                measure: shown(&result.effect.measure),
            })?;
        Ok(Self {
            name: file,
            effect: EffectRow {
                measure,
                estimate: result.effect.estimate,
                low: result.effect.low,
                high: result.effect.high,
            },
            e_value: result.e_value,
            nights: result.nights,
        })
    }

    fn is_ratio(&self) -> bool {
        self.effect.measure != "mean_difference"
    }

    /// Estimate and standard deviation on the scale on which effects add.
    fn part(&self) -> Result<Part, PoolFault> {
        let EffectRow {
            estimate,
            low,
            high,
            ..
        } = self.effect;
        let fault = || PoolFault::Interval {
            file: self.name.clone(),
            estimate,
            low,
            high,
        };
        let usable = estimate.is_finite() && low.is_finite() && high.is_finite() && low < high;
        if !usable || self.is_ratio() && (low <= 0.0 || estimate <= 0.0) {
            return Err(fault());
        }
        Ok(if self.is_ratio() {
            let sd = (libm::log(high) - libm::log(low)) / (2.0 * HALF_WIDTH);
            Part::of_log_ratio(libm::log(estimate), sd)
        } else {
            Part {
                mean: estimate,
                sd: (high - low) / (2.0 * HALF_WIDTH),
            }
        })
    }
}

/// What `trial pool` answers; its JSON is a public format.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PoolReport {
    /// The common effect, with its 90 % interval.
    pub effect: EffectRow,
    /// Probability that the treatment is better on average.
    pub p_benefit: f64,
    /// The effect to expect in a trial that is still to come.
    pub next: EffectRow,
    /// Posterior mean of the standard deviation between trials (of log ratios, or of differences).
    pub between: f64,
    /// The product of the trials' e-values; null when one has none. 20 or more is a clear answer.
    pub e_value: Option<f64>,
    /// Every trial: as it was told, and drawn towards the others as far as they agree.
    pub trials: Vec<PooledTrial>,
    /// What a reader must know, as plain sentences.
    pub diagnostics: Vec<String>,
}

/// One trial of a pool.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PooledTrial {
    /// The file it came from.
    pub name: String,
    /// Nights with an outcome, where it was told.
    pub nights: Option<usize>,
    /// Its own result.
    pub alone: EffectRow,
    /// Its effect in the light of all.
    pub pooled: EffectRow,
}

/// Pools trials with the same measure.
///
/// # Errors
/// [`PoolFault`] with the file.
pub fn pooled(parts: &[PoolPart], whose: Whose, better: Better) -> Result<PoolReport, PoolFault> {
    let [first, _, ..] = parts else {
        return Err(PoolFault::TooFew);
    };
    if let Some(other) = (parts.iter()).find(|part| part.effect.measure != first.effect.measure) {
        return Err(PoolFault::Unlike {
            file: other.name.clone(),
            measure: other.effect.measure,
            first: first.effect.measure,
        });
    }
    let all: Vec<Part> = parts.iter().map(PoolPart::part).collect::<Result<_, _>>()?;
    let average = all.iter().map(|part| part.sd).sum::<f64>() / all.len() as f64;
    let largest = (all.iter())
        .map(|part| part.mean.abs() + part.sd)
        .fold(0.0, f64::max);
    let (common, between) = if first.is_ratio() {
        (RATIO_PRIOR_SD, whose.between())
    } else {
        (DIFFERENCES_COMMON * largest, DIFFERENCES_BETWEEN * average)
    };
    let pool = pool(&all, common, Between::HalfNormal(between))?;
    let row = |pooled: &Pooled| {
        let shown = |x: f64| if first.is_ratio() { libm::exp(x) } else { x };
        EffectRow {
            measure: first.effect.measure,
            estimate: shown(pooled.mean),
            low: shown(pooled.low),
            high: shown(pooled.high),
        }
    };
    Ok(PoolReport {
        effect: row(&pool.common),
        p_benefit: match better {
            Better::Lower => pool.common.p_lower,
            Better::Higher => 1.0 - pool.common.p_lower,
        },
        next: row(&pool.next),
        between: pool.between_mean,
        e_value: parts.iter().map(|part| part.e_value).product(),
        trials: (parts.iter().zip(&pool.each))
            .map(|(part, own)| PooledTrial {
                name: part.name.clone(),
                nights: part.nights,
                alone: part.effect.clone(),
                pooled: row(own),
            })
            .collect(),
        diagnostics: diagnostics(parts, between),
    })
}

fn diagnostics(parts: &[PoolPart], between: f64) -> Vec<String> {
    let mut all = vec![format!(
        "Each trial counts as a normal distribution with its estimate and interval; the effects of the trials differ with a standard deviation that has a half-normal prior of scale {between:.2}, our judgement."
    )];
    if parts.iter().any(|part| part.e_value.is_none()) {
        all.push("A trial has no e-value, so there is none for all of them.".to_owned());
    } else {
        all.push(
            "The e-value is the product of the trials’: each schedule must have been drawn by itself, and every trial that was done must be here, not only those that came out well."
                .to_owned(),
        );
    }
    all
}

impl PoolReport {
    /// The public JSON.
    ///
    /// # Errors
    /// Only when the JSON library fails.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(self)
    }
}
