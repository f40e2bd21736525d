//! The result of a trial to JSON and plain sentences.

use infer::trial::{self, Analysis, Measure};
use infer::{Effort, Seed};
use serde::Serialize;

use super::{Prepared, TrialTableError};

/// Nights up to which the engine takes its time: a third of a year.
const SHORT: usize = 120;

/// Sweeps of the engine, so that an answer takes less than a tenth of a second: enough for two digits of an interval.
fn effort(nights: usize) -> Effort {
    if nights <= SHORT {
        Effort {
            burn_in: 200,
            keep: 1_800,
        }
    } else {
        Effort::careful()
    }
}

/// What `trial analyze` answers; its JSON is a public format.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TrialReport {
    /// The effect of the treatment as randomised.
    pub effect: EffectRow,
    /// Probability that the treatment is better.
    pub p_benefit: f64,
    /// Two-sided p of the randomisation test; null when it is not known how the treatments were drawn.
    pub p_randomisation: Option<f64>,
    /// The e-value after the last period; null for the same reason. 20 or more is a clear answer.
    pub e_value: Option<f64>,
    /// Nights with an outcome and a treatment.
    pub nights: usize,
    /// What a reader must know, as plain sentences.
    pub diagnostics: Vec<String>,
}

/// An effect with its 90 % interval.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EffectRow {
    /// `rate_ratio`, `odds_ratio` or `mean_difference`: treatment against what it is compared with.
    pub measure: &'static str,
    /// Posterior mean; of a ratio, exp of the mean of its logarithm.
    pub estimate: f64,
    /// 5 % point.
    pub low: f64,
    /// 95 % point.
    pub high: f64,
}

/// Analyses a table's trial.
///
/// # Errors
/// [`TrialTableError::Trial`] when no number could be given that means anything.
pub fn analyse(prepared: &Prepared, seed: Seed) -> Result<TrialReport, TrialTableError> {
    let effort = effort(prepared.trial.days.len());
    let analysis = trial::analyse(&prepared.trial, effort, seed)?;
    Ok(TrialReport::new(prepared, &analysis))
}

impl TrialReport {
    fn new(prepared: &Prepared, analysis: &Analysis) -> Self {
        let mut diagnostics = prepared.notes.clone();
        diagnostics.extend(analysis.notes.iter().map(ToString::to_string));
        if let Some(as_done) = &analysis.as_done {
            diagnostics.push(format!(
                "By what was done, which chance did not decide: {:.3} ({:.3} to {:.3}).",
                as_done.effect.estimate, as_done.effect.low, as_done.effect.high
            ));
        }
        Self {
            effect: EffectRow {
                measure: match analysis.effect.measure {
                    Measure::RateRatio => "rate_ratio",
                    Measure::OddsRatio => "odds_ratio",
                    Measure::MeanDifference => "mean_difference",
                },
                estimate: analysis.effect.estimate,
                low: analysis.effect.low,
                high: analysis.effect.high,
            },
            p_benefit: analysis.p_benefit,
            p_randomisation: analysis.randomisation.map(|test| test.p),
            e_value: analysis.e_process.as_ref().map(trial::EProcess::now),
            nights: analysis.nights.a + analysis.nights.b,
            diagnostics,
        }
    }

    /// The public JSON.
    ///
    /// # Errors
    /// Only when the JSON library fails.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(self)
    }
}
