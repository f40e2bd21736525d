//! From many diaries to the numbers of one line of a table.

use crate::metrics::{average_precision, calibration_error, log_loss, median, share};
use crate::run::{Judged, Outcome};

/// How good a method was on some diaries; `None` where the method has no such thing, or the diaries nothing to find.
pub(crate) struct Scores {
    /// Average precision over all factors of all diaries in one ranking.
    pub(crate) pooled_precision: Option<f64>,
    /// Mean of the diaries' average precisions, of those with something to find.
    pub(crate) mean_precision: Option<f64>,
    pub(crate) log_loss: Option<f64>,
    pub(crate) calibration_error: Option<f64>,
    /// Share of 90 % intervals that hold the true effect.
    pub(crate) coverage: Option<f64>,
    /// The same among the factors that matter.
    pub(crate) coverage_of_real: Option<f64>,
    /// Share of factors without effect whose interval or test at 10 % excludes that.
    pub(crate) false_alarms: Option<f64>,
    /// Median seconds a diary.
    pub(crate) seconds: Option<f64>,
}

impl Scores {
    pub(crate) fn of(outcomes: &[&Outcome]) -> Self {
        let judged = || outcomes.iter().flat_map(|outcome| &outcome.judged);
        let scored = |judged: &Judged| (judged.verdict.score, judged.real);
        let told: Vec<(f64, bool)> = judged()
            .filter_map(|j| Some((j.verdict.probability?, j.real)))
            .collect();
        let covered = |j: &Judged| {
            let ((low, high), effect) = (j.verdict.interval?, j.effect?);
            Some(low <= effect && effect <= high)
        };
        let each: Vec<f64> = outcomes
            .iter()
            .filter_map(|outcome| {
                average_precision(&outcome.judged.iter().map(scored).collect::<Vec<_>>())
            })
            .collect();
        Self {
            pooled_precision: average_precision(&judged().map(scored).collect::<Vec<_>>()),
            mean_precision: (!each.is_empty())
                .then(|| each.iter().sum::<f64>() / each.len() as f64),
            log_loss: (!told.is_empty()).then(|| log_loss(&told)),
            calibration_error: (!told.is_empty()).then(|| calibration_error(&told)),
            coverage: share(judged().filter_map(covered)),
            coverage_of_real: share(judged().filter(|j| j.real).filter_map(covered)),
            false_alarms: share(judged().filter(|j| !j.real).map(|j| j.verdict.alarm)),
            seconds: median(outcomes.iter().map(|outcome| outcome.seconds)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::methods::{Method, Verdict};

    #[test]
    fn one_diary_by_hand() {
        let verdict = |probability: f64, low: f64, high: f64| Verdict {
            score: probability,
            probability: Some(probability),
            interval: Some((low, high)),
            alarm: low > 0.0 || high < 0.0,
        };
        let outcome = Outcome {
            generator: "Plain".to_owned(),
            size: (60, 4),
            seed: 1,
            method: Method::Engine,
            seconds: 0.5,
            judged: vec![
                Judged {
                    verdict: verdict(0.9, 0.2, 0.8),
                    real: true,
                    effect: Some(0.7),
                },
                Judged {
                    verdict: verdict(0.6, 0.1, 0.4),
                    real: false,
                    effect: Some(0.0),
                },
                Judged {
                    verdict: verdict(0.2, -0.1, 0.1),
                    real: true,
                    effect: None,
                },
                Judged {
                    verdict: verdict(0.1, 0.0, 0.0),
                    real: false,
                    effect: Some(0.0),
                },
            ],
        };
        let scores = Scores::of(&[&outcome]);
        assert_eq!(scores.mean_precision, Some((1.0 + 2.0 / 3.0) / 2.0));
        assert_eq!(scores.pooled_precision, scores.mean_precision);
        assert_eq!(scores.coverage, Some(2.0 / 3.0));
        assert_eq!(scores.coverage_of_real, Some(1.0));
        assert_eq!(scores.false_alarms, Some(0.5));
        assert_eq!(scores.seconds, Some(0.5));
    }
}
