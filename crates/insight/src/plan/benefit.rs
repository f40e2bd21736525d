//! How much a remedy can be expected to do for this person, for how much effort.

use diary::Night;
use knowledge::{Cost, Derivation, Factor, Learned, Remedy};

use crate::facts::Facts;
use crate::matrix::{ANSWERED_DAYS_MIN, is_nightly};
use crate::suspects::{List, Suspect, Suspects, Tag};
use crate::trial::{Advice, Tested};

/// How far remedies' true effects are spread around none, as a standard deviation of the log rate (our judgement). A
/// remedy's effect is shrunk by it: ranking by plain means would put the least studied remedy first.
const TRUE_EFFECTS_SD: f64 = 0.25;
/// Part of a factor's share that a remedy aimed at it removes: habits are rarely changed wholly (our judgement).
const REMOVED: f64 = 0.5;
/// The same for a medicine under review: most are needed and stay (our judgement).
const REMOVED_BY_REVIEW: f64 = 0.25;
/// Units above which an amount in the background (decades above 40, steps of the body mass index) is worth aiming at.
const BACKGROUND_AMOUNT: f64 = 2.0;
/// The condition that says whether a person drinks alcohol at all, before any day was answered.
const HABITS: [(&str, &str); 1] = [("alcohol", "drinks-alcohol")];
/// Categories of factors that people eat, drink, smoke or lose as fluid.
const TAKEN_IN: [&str; 3] = ["substance", "fluid-electrolyte", "nutrition"];
/// Nights looked at for how often a factor is present.
const NIGHTS_OF_HABIT: usize = 60;
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
    /// What is known about the factor that it changes.
    pub(super) own: Own,
    /// What this person's own trial of it said; then the studies count no more.
    pub(super) tested: Option<Tested>,
}

/// What is known about the factor that a remedy lists first: the one it changes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Own {
    /// It likely raises this person's rate.
    Likely,
    /// The person's nights speak against it.
    Unlikely(&'static Factor),
    /// Something people take in or wear, of which this person has never reported any.
    NeverReported,
    /// Nothing of these.
    Open,
}

/// What is known about the person's habits.
pub(super) struct Habits<'a> {
    pub(super) facts: &'a Facts,
    pub(super) nights: &'a [Night],
}

/// The benefit of a remedy for the person; `None` when it is made for something the person does not have, or of which
/// nobody knows whether they have it.
pub(super) fn of(remedy: &Remedy, suspects: &Suspects, habits: &Habits<'_>) -> Option<Benefit> {
    let tested = suspects
        .tested
        .iter()
        .rev()
        .find(|test| test.remedy.id == remedy.id);
    if let Some(test) = tested {
        return Some(of_test(test));
    }
    // What a remedy lists first is what it changes: nothing is left to change for who never has it.
    let changes = remedy.targets.first().and_then(|id| knowledge::factor(id));
    if changes.is_some_and(|factor| is_nightly(factor) && exposed_days(factor, habits) <= 0.0) {
        return None;
    }
    let mut targets: Vec<(&Suspect, f64)> = suspects
        .all
        .iter()
        .filter(|suspect| is_aimed_at(remedy, suspect) && suspect.list != List::Unlikely)
        .filter_map(|suspect| Some((suspect, removable_share(suspect, habits)?)))
        .collect();
    if targets.is_empty() && !remedy.targets.is_empty() {
        return None;
    }
    targets.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.factor.id.cmp(b.0.factor.id)));
    let (trials, trials_sd) = shrunk(remedy);
    let removed: f64 = targets.iter().map(|(_, share)| share).sum::<f64>().min(1.0);
    let left_by_trials = libm::exp(trials);
    let targets_variance: f64 = targets
        .iter()
        .map(|(suspect, share)| share_variance(suspect, *share))
        .sum();
    let variance = ((1.0 - removed) * left_by_trials * trials_sd).powi(2)
        + left_by_trials.powi(2) * targets_variance;
    Some(Benefit {
        share: 1.0 - left_by_trials * (1.0 - removed),
        sd: variance.sqrt(),
        aims_at: targets
            .into_iter()
            .map(|(suspect, _)| suspect.factor)
            .collect(),
        own: own(changes, suspects, habits),
        tested: None,
    })
}

impl Benefit {
    /// What the trials of a remedy alone say, for who has nothing that it is aimed at.
    pub(super) fn of_trials(remedy: &Remedy) -> Self {
        let (mean, sd) = shrunk(remedy);
        let left = libm::exp(mean);
        Self {
            share: 1.0 - left,
            sd: left * sd,
            aims_at: Vec::new(),
            own: Own::Open,
            tested: None,
        }
    }
}

/// The benefit as the person's own trial found it.
fn of_test(test: &Tested) -> Benefit {
    let (share, sd) = test.share();
    Benefit {
        share,
        sd,
        aims_at: test.factor.into_iter().collect(),
        own: if test.advice == Advice::Keep {
            Own::Likely
        } else {
            Own::Open
        },
        tested: Some(test.clone()),
    }
}

/// A review of medicines is also about every medicine that likely matters, named by the remedy or not.
fn is_aimed_at(remedy: &Remedy, suspect: &Suspect) -> bool {
    remedy.targets.contains(&suspect.factor.id)
        || (is_review(remedy) && is_likely_medicine(suspect))
}

/// Whether the person takes it and it likely raises the rate.
pub(super) fn is_likely_medicine(suspect: &Suspect) -> bool {
    matches!(suspect.factor.learned, Learned::Medicines(_))
        && suspect.present == Some(true)
        && is_likely(suspect)
}

fn is_likely(suspect: &Suspect) -> bool {
    suspect.list == List::Likely && suspect.p_raises > suspect.p_lowers
}

fn own(changes: Option<&'static Factor>, suspects: &Suspects, habits: &Habits<'_>) -> Own {
    let suspect =
        changes.and_then(|factor| suspects.all.iter().find(|one| one.factor.id == factor.id));
    match (changes, suspect) {
        (_, Some(suspect)) if is_likely(suspect) => Own::Likely,
        (Some(factor), Some(suspect))
            if suspect.list == List::Unlikely && suspect.tag == Tag::FromYourNights =>
        {
            Own::Unlikely(factor)
        }
        (Some(factor), _) if is_taken_in_or_worn(factor) && !is_reported(factor, habits) => {
            Own::NeverReported
        }
        _ => Own::Open,
    }
}

/// Nobody is asked to give up what they never said they have. Lying, sitting and going to bed without a stretch are
/// different: everybody does them.
fn is_taken_in_or_worn(factor: &Factor) -> bool {
    is_nightly(factor) && (TAKEN_IN.contains(&factor.category) || factor.id == "footwear")
}

/// Whether the person ever said of late that there was some of it.
fn is_reported(factor: &Factor, habits: &Habits<'_>) -> bool {
    answers(factor, habits).any(|value| value > factor.reference)
        || HABITS.iter().any(|&(habit, condition)| {
            habit == factor.id && habits.facts.condition(condition) == Some(true)
        })
}

/// What was answered about a factor on recent days.
fn answers<'a>(factor: &Factor, habits: &Habits<'a>) -> impl Iterator<Item = f64> + use<'a> {
    let recent = &habits.nights[habits.nights.len().saturating_sub(NIGHTS_OF_HABIT)..];
    let id = factor.id;
    recent
        .iter()
        .filter_map(move |night| night.exposures.get(id))
        .map(|value| value.answer.value())
}

/// Whether the remedy is itself a talk with a professional about medicines.
pub(super) fn is_review(remedy: &Remedy) -> bool {
    remedy
        .targets
        .iter()
        .filter_map(|id| knowledge::factor(id))
        .any(|factor| matches!(factor.learned, Learned::Medicines(_)))
}

/// Effort of a remedy in units of “nothing to speak of” (our judgement): a step of burden or money counts a quarter,
/// each of the `ask_first` rules that want a professional asked before starting counts a half.
pub(super) fn effort(remedy: &Remedy, ask_first: usize) -> f64 {
    let money = match remedy.cost {
        Cost::Free => 0.0,
        Cost::Low => 0.25,
        Cost::Medium => 0.5,
        Cost::High => 1.0,
    };
    // A review is done once; everything else is kept up day after day.
    if is_review(remedy) {
        1.0
    } else {
        1.0 + 0.25 * (f64::from(remedy.burden) - 1.0) + money + 0.5 * ask_first as f64
    }
}

/// Mean and standard deviation of the remedy's own effect on the log rate, shrunk towards none.
fn shrunk(remedy: &Remedy) -> (f64, f64) {
    let spread = TRUE_EFFECTS_SD * TRUE_EFFECTS_SD;
    let noise = remedy.prior.log_rr_sd * remedy.prior.log_rr_sd;
    let kept = spread / (spread + noise);
    (remedy.prior.log_rr_mean * kept, (noise * kept).sqrt())
}

/// Share of the cramps that a remedy aimed at the suspect can be expected to remove; `None` when the person does not
/// have it. A remedy changes what is done on a day, and a review may change medicines; age and diseases stay.
fn removable_share(suspect: &Suspect, habits: &Habits<'_>) -> Option<f64> {
    let factor = suspect.factor;
    let whole = (1.0 - 1.0 / suspect.ratio).max(0.0);
    if is_nightly(factor) {
        let days = exposed_days(factor, habits);
        if days <= 0.0 {
            return None;
        }
        let share = match suspect.tag {
            Tag::FromStudies => whole * days,
            Tag::FromYourNights | Tag::Tested => suspect.share.unwrap_or(0.0).max(0.0),
        };
        return Some(REMOVED * share);
    }
    if suspect.present != Some(true) {
        return None;
    }
    match factor.learned {
        Learned::Medicines(_) => Some(REMOVED_BY_REVIEW * whole),
        Learned::Derived(Derivation::Age | Derivation::BodyMassIndex) => {
            (suspect.per_amount >= BACKGROUND_AMOUNT).then_some(0.0)
        }
        Learned::Asked(_) | Learned::Condition(_) | Learned::Derived(_) => Some(0.0),
    }
}

/// Part of days on which a nightly factor is above its reference: as answered, else as the profile says, else assumed.
fn exposed_days(factor: &Factor, habits: &Habits<'_>) -> f64 {
    let answers: Vec<f64> = answers(factor, habits).collect();
    if answers.len() >= ANSWERED_DAYS_MIN {
        return answers
            .iter()
            .filter(|&&value| value > factor.reference)
            .count() as f64
            / answers.len() as f64;
    }
    let denied = HABITS.iter().any(|&(habit, condition)| {
        habit == factor.id && habits.facts.condition(condition) == Some(false)
    });
    if denied { 0.0 } else { EXPOSED_DAYS }
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
