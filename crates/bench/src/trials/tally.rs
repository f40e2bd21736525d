//! What was said of one imagined trial, and of many.

use infer::trial::{CLEAR_E_VALUE, Outcomes, TrialError, analyse};
use infer::{Effort, Seed};

use super::imagined::Cell;
use super::peers;

/// What every method said of one trial.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Verdict {
    /// The e-value reached 20 after some pair.
    pub(super) e_alarm: bool,
    /// The randomisation test's p is at most 5 %.
    pub(super) p_alarm: bool,
    /// Welch's p is at most 5 %.
    pub(super) welch: bool,
    /// The p of ordinary least squares is at most 5 %.
    pub(super) least_squares: bool,
    /// Whether the 90 % interval holds the truth; `None` where nothing happened, so that there is no interval.
    pub(super) covers: Option<bool>,
}

/// Analyses one trial of a cell in every way.
pub(super) fn judge(cell: &Cell, seed: u64) -> Verdict {
    let Some((trial, truth)) = cell.trial(seed) else {
        return Verdict::default();
    };
    let peers = Verdict {
        welch: peers::welch(&trial) <= 0.05,
        least_squares: peers::ordinary(&trial) <= 0.05,
        ..Verdict::default()
    };
    let analysis = match analyse(&trial, Effort::careful(), Seed(seed)) {
        Ok(analysis) => analysis,
        // Refused because nothing happened in any night: no alarm and no interval.
        Err(TrialError::NothingHappened { .. } | TrialError::AlwaysTheSame { .. }) => return peers,
        Err(error) => {
            eprintln!("{cell:?}, seed {seed}: {error}");
            return peers;
        }
    };
    let truth = match trial.outcomes {
        Outcomes::Measured(_) => truth,
        Outcomes::Counts(_) | Outcomes::YesNo(_) => libm::exp(truth),
    };
    Verdict {
        e_alarm: (analysis.e_process).is_some_and(|e| e.highest() >= CLEAR_E_VALUE),
        p_alarm: analysis.randomisation.is_some_and(|test| test.p <= 0.05),
        covers: Some((analysis.effect.low..=analysis.effect.high).contains(&truth)),
        ..peers
    }
}

/// Of many trials.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    verdicts: Vec<Verdict>,
}

impl Tally {
    pub(super) fn of(verdicts: &[Verdict]) -> Self {
        Self {
            verdicts: verdicts.to_vec(),
        }
    }

    /// Puts tallies together.
    pub(super) fn sum<'t>(tallies: impl Iterator<Item = &'t Self>) -> Self {
        Self {
            verdicts: tallies.flat_map(|t| t.verdicts.iter().copied()).collect(),
        }
    }

    pub(super) fn trials(&self) -> usize {
        self.verdicts.len()
    }

    /// Share of the trials of which this is true.
    pub(super) fn share(&self, is: impl Fn(&Verdict) -> bool) -> f64 {
        let true_of = self.verdicts.iter().filter(|v| is(v)).count();
        true_of as f64 / self.verdicts.len().max(1) as f64
    }

    /// Share of the intervals that hold the truth, and how many there are.
    pub(super) fn coverage(&self) -> (f64, usize) {
        let told: Vec<bool> = self.verdicts.iter().filter_map(|v| v.covers).collect();
        let held = told.iter().filter(|covers| **covers).count();
        (held as f64 / told.len().max(1) as f64, told.len())
    }
}
