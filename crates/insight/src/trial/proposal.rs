//! Whether a trial can give an answer, how long it takes, and what it will look like: told before it starts.

use diary::trial::Layout;
use diary::{Night, NightId, Person};
use knowledge::Template;
use texts::Sentence;

use super::change::{self, ChangeError};
use super::course::Course;
use super::hold::{Hold, Watch};
use super::wish::{BadWish, Wish};
use super::{layouts, telling, words};
use crate::plan::Warning;

/// Answered nights of the last [`RUN_IN_NIGHTS`] that a trial needs to be planned on.
pub const ANSWERED_AT_LEAST: usize = 14;
/// Nights that are looked at before a trial.
pub const RUN_IN_NIGHTS: i32 = 28;
/// Strength of evidence that counts as an answer: a false alarm in fewer than one of twenty trials of a remedy that does
/// nothing (Ville's inequality), however often one looks.
pub const ANSWER: f64 = 20.0;
/// How much a remedy cuts cramps in the main forecast: by a third.
pub const REFERENCE_CUT: f64 = 1.0 / 3.0;
/// Cuts that forecasts are made for.
pub const CUTS: [f64; 3] = [0.2, REFERENCE_CUT, 0.5];
/// The chance of a clear answer that is worth a longer trial.
pub const GOOD_CHANCE: f64 = 0.8;
/// Chance of a clear answer about a remedy that halves the cramps, below which a trial within half a year is a waste of time.
pub const POOR_CHANCE: f64 = 0.2;
/// Longest trial that is proposed unasked, in weeks.
pub const WEEKS_UNASKED: u16 = 12;
/// Longest trial at all, in weeks.
pub const WEEKS_MOST: u16 = 52;

/// A trial as it could be started.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// What was asked for.
    pub wish: Wish,
    /// How the nights are divided.
    pub layout: Layout,
    /// Nights after which results are looked at; the last is the end.
    pub looks: Vec<u16>,
    /// Cramps a week, as the nights before say.
    pub per_week: f64,
    /// Chance of a clear answer, for each of [`CUTS`].
    pub chances: Vec<Chance>,
    /// Weeks after which the chance for [`REFERENCE_CUT`] would be [`GOOD_CHANCE`]; `None` when a year would not do.
    pub weeks_for_good: Option<u16>,
    /// The largest e-value and the smallest p that the design can give.
    pub reach: Reach,
    /// What must be shown with it.
    pub warnings: Vec<Warning>,
    /// All of it in plain sentences, in order.
    pub sentences: Vec<Sentence>,
}

/// A forecast for one true effect.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chance {
    /// By which part the remedy cuts the cramps.
    pub cut: f64,
    /// Probability of a clear answer at the end.
    pub chance: f64,
}

/// What a design can give at most.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reach {
    /// The largest e-value.
    pub largest_e: f64,
    /// The smallest p of the randomisation test.
    pub smallest_p: f64,
}

/// Why a trial is not proposed.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// The wish makes no trial.
    Bad(BadWish),
    /// It is not safe, or nobody knows yet.
    Held(Hold),
    /// One of the same thing is under way.
    Running(ChangeError),
    /// The diary must be kept a while first.
    RunIn {
        /// Answered nights of the last four weeks.
        answered: usize,
    },
    /// Within half a year nothing could be told apart.
    TooFewCramps {
        /// Cramps a week.
        per_week: f64,
    },
    /// No design within the wanted time can reach an answer.
    OutOfReach {
        /// The most that could be reached.
        largest_e: f64,
        /// Weeks that would do; `None` when not even the longest does.
        weeks: Option<u16>,
    },
}

impl Refusal {
    /// The word used in files.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Bad(_) => "bad-wish",
            Self::Held(_) => "held",
            Self::Running(_) => "on-trial-already",
            Self::RunIn { .. } => "run-in",
            Self::TooFewCramps { .. } => "too-few-cramps",
            Self::OutOfReach { .. } => "out-of-reach",
        }
    }

    /// Why, in plain sentences.
    #[must_use]
    pub fn reason(&self) -> Sentence {
        match self {
            Self::Bad(bad) => bad.sentence(),
            Self::Held(hold) => hold.reason(),
            Self::Running(error) => error.sentence(),
            Self::RunIn { answered } => telling::run_in(*answered),
            Self::TooFewCramps { per_week } => telling::too_few(*per_week),
            Self::OutOfReach { largest_e, weeks } => telling::out_of_reach(*largest_e, *weeks),
        }
    }
}

/// What is known about the person when a trial is planned.
#[derive(Clone, Copy, Debug)]
pub struct Asking<'a> {
    /// The person.
    pub person: &'a Person,
    /// Their nights.
    pub nights: &'a [Night],
    /// Their trials.
    pub courses: &'a [Course],
    /// The day.
    pub today: NightId,
}

/// How likely designs are to give an answer to this person.
pub trait Forecast {
    /// Cramps a night to expect.
    fn rate(&self) -> f64;
    /// Chance of a clear answer about a remedy that cuts cramps by this part.
    fn chance(&mut self, layout: Layout, cut: f64) -> f64;
    /// What the design can give at most.
    fn reach(&self, layout: Layout) -> Reach;
}

/// What speaks against planning at all, before anything is computed; else the warnings.
///
/// # Errors
/// [`Refusal`].
pub fn eligible(wish: &Wish, asking: &Asking<'_>) -> Result<Vec<Warning>, Refusal> {
    wish.check().map_err(Refusal::Bad)?;
    let warnings = Watch::over(asking.person, asking.nights, asking.today)
        .holds(wish.remedy())
        .map_err(Refusal::Held)?;
    if let Some(subject) = wish.subject() {
        change::may_start(asking.courses, &subject, asking.today).map_err(Refusal::Running)?;
    }
    let answered = recent(asking)
        .filter(|night| night.outcome.seen().is_some())
        .count();
    if answered < ANSWERED_AT_LEAST {
        return Err(Refusal::RunIn { answered });
    }
    if recent(asking).all(|night| night.outcome.seen().unwrap_or(0) == 0) {
        return Err(Refusal::TooFewCramps { per_week: 0.0 });
    }
    Ok(warnings)
}

/// The nights that a plan rests on.
pub(super) fn recent<'a>(asking: &Asking<'a>) -> impl Iterator<Item = &'a Night> + use<'a> {
    let today = asking.today;
    asking
        .nights
        .iter()
        .filter(move |night| (1..=RUN_IN_NIGHTS).contains(&today.days_since(night.id)))
}

/// Proposes a trial, or says why not.
///
/// # Errors
/// [`Refusal`].
pub fn propose(
    wish: &Wish,
    asking: &Asking<'_>,
    forecast: &mut dyn Forecast,
) -> Result<Proposal, Refusal> {
    let warnings = eligible(wish, asking)?;
    let per_week = 7.0 * forecast.rate();
    let most = wish.weeks.unwrap_or(WEEKS_UNASKED).min(WEEKS_MOST);
    let Some(layout) = layouts::choose(wish.left_out(), most, forecast) else {
        return Err(Refusal::OutOfReach {
            largest_e: layouts::best_reach(wish.left_out(), most, forecast),
            weeks: layouts::shortest(wish.left_out(), forecast),
        });
    };
    let half_a_year = layouts::stretched(layout, 26);
    if forecast.chance(half_a_year, 0.5) < POOR_CHANCE {
        return Err(Refusal::TooFewCramps { per_week });
    }
    let chances: Vec<Chance> = CUTS
        .iter()
        .map(|&cut| Chance {
            cut,
            chance: forecast.chance(layout, cut),
        })
        .collect();
    let weeks_for_good = if chances[1].chance >= GOOD_CHANCE {
        Some(layouts::weeks(layout))
    } else {
        [16, 20, 26, 36, 52]
            .into_iter()
            .filter(|&longer| longer > layouts::weeks(layout))
            .find(|&longer| {
                forecast.chance(layouts::stretched(layout, longer), REFERENCE_CUT) >= GOOD_CHANCE
            })
    };
    let mut proposal = Proposal {
        wish: wish.clone(),
        layout,
        looks: layouts::looks(layout),
        per_week,
        chances,
        weeks_for_good,
        reach: forecast.reach(layout),
        warnings,
        sentences: Vec::new(),
    };
    proposal.sentences = telling::sentences(&proposal);
    Ok(proposal)
}

/// The outcomes that a template wants recorded, in words.
#[must_use]
pub fn recorded(template: &Template) -> Sentence {
    words::outcomes(template.record)
}
