//! How much a remedy can be expected to do for this person, for how much effort.

use knowledge::{Cost, Factor, Learned, Remedy};

use crate::matrix::is_nightly;
use crate::suspects::{List, Suspect, Suspects, Tag};

/// How far remedies' true effects are spread around none, as a standard deviation of the log rate (our judgement). A
/// remedy's effect is shrunk by it: ranking by plain means would put the least studied remedy first.
const TRUE_EFFECTS_SD: f64 = 0.25;
/// Part of a factor's share that a remedy aimed at it removes: habits are rarely changed wholly (our judgement).
const REMOVED: f64 = 0.5;
/// Part of days on which a nightly factor is present when nothing was answered yet (our judgement).
const EXPOSED_DAYS: f64 = 0.25;

/// What a remedy may do for the person.
#[derive(Clone, Debug)]
pub(super) struct Benefit {
    /// Expected share of the cramps that it avoids.
    pub(super) share: f64,
    /// Standard deviation of that share.
    pub(super) sd: f64,
    /// This person's suspects that it is aimed at, the largest share first.
    pub(super) aims_at: Vec<&'static Factor>,
}

/// The benefit of a remedy for the person; `None` when it is made for something the person does not have, or of which
/// nobody knows whether they have it.
pub(super) fn of(remedy: &Remedy, suspects: &Suspects) -> Option<Benefit> {
    let mut targets: Vec<(&Suspect, f64)> = suspects
        .all
        .iter()
        .filter(|suspect| remedy.targets.contains(&suspect.factor.id) && concerns(suspect))
        .map(|suspect| (suspect, removable_share(suspect)))
        .collect();
    if targets.is_empty() && !remedy.targets.is_empty() {
        return None;
    }
    targets.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.factor.id.cmp(b.0.factor.id)));
    let (trials, trials_sd) = shrunk(remedy);
    let cost_of_targets: f64 = targets.iter().map(|(_, share)| share).sum::<f64>().min(1.0);
    let left_by_targets = 1.0 - REMOVED * cost_of_targets;
    let left_by_trials = libm::exp(trials);
    let targets_variance: f64 = targets
        .iter()
        .map(|(suspect, share)| share_variance(suspect, *share))
        .sum();
    let variance = (left_by_targets * left_by_trials * trials_sd).powi(2)
        + (left_by_trials * REMOVED).powi(2) * targets_variance;
    Some(Benefit {
        share: 1.0 - left_by_trials * left_by_targets,
        sd: variance.sqrt(),
        aims_at: targets
            .into_iter()
            .map(|(suspect, _)| suspect.factor)
            .collect(),
    })
}

/// Effort of a remedy in units of “nothing to speak of” (our judgement): a step of burden or money counts a quarter.
pub(super) fn effort(remedy: &Remedy) -> f64 {
    let money = match remedy.cost {
        Cost::Free => 0.0,
        Cost::Low => 0.25,
        Cost::Medium => 0.5,
        Cost::High => 1.0,
    };
    1.0 + 0.25 * (f64::from(remedy.burden) - 1.0) + money
}

/// Mean and standard deviation of the remedy's own effect on the log rate, shrunk towards none.
fn shrunk(remedy: &Remedy) -> (f64, f64) {
    let spread = TRUE_EFFECTS_SD * TRUE_EFFECTS_SD;
    let noise = remedy.prior.log_rr_sd * remedy.prior.log_rr_sd;
    let kept = spread / (spread + noise);
    (remedy.prior.log_rr_mean * kept, (noise * kept).sqrt())
}

/// Has it now, or may have it on some days and the nights do not speak against it.
fn concerns(suspect: &Suspect) -> bool {
    suspect
        .present
        .unwrap_or_else(|| is_nightly(suspect.factor))
        && suspect.list != List::Unlikely
}

/// Share of the cramps that would go with the factor, if it can be changed at all: a remedy changes what is done on a
/// day, and a review changes medicines; age and diseases stay.
fn removable_share(suspect: &Suspect) -> f64 {
    if let (Tag::FromYourNights | Tag::Tested, None) = (suspect.tag, suspect.present) {
        return suspect.share.unwrap_or(0.0).max(0.0);
    }
    let share = (1.0 - 1.0 / suspect.ratio).max(0.0);
    match suspect.factor.learned {
        Learned::Asked(_) => share * EXPOSED_DAYS,
        Learned::Medicines(_) => share,
        Learned::Condition(_) | Learned::Derived(_) => 0.0,
    }
}

/// Variance of that share over the twenty equally likely ratios.
fn share_variance(suspect: &Suspect, share: f64) -> f64 {
    let whole = 1.0 - 1.0 / suspect.ratio;
    if share <= 0.0 || whole <= 0.0 {
        return 0.0;
    }
    let days = share / whole;
    let shares = suspect
        .now
        .map(|ratio| days * (1.0 - 1.0 / ratio).max(-1.0));
    let mean = shares.iter().sum::<f64>() / shares.len() as f64;
    shares
        .iter()
        .map(|one| (one - mean) * (one - mean))
        .sum::<f64>()
        / shares.len() as f64
}
