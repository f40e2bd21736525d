//! Trials of one thing by one person, taken together: what they say in common, and how strong the evidence is of all of them.

use diary::NightId;
use diary::trial::Subject;
use infer::trial::effect::RATIO_PRIOR_SD;
use infer::trial::{Between, Part, PoolError, pool};
use texts::Sentence;

use super::course::Course;
use super::engine::NoResult;
use super::look::{Access, access};
use super::outcome::{Adherence, ArmCount, Log, Numbers, Outcome, Ratio, conclude};
use super::state::standing;

/// How far the effect of one thing differs from trial to trial of one person, as a standard deviation of its logarithm: most
/// likely by less than a quarter. Our judgement.
const BETWEEN: Between = Between::HalfNormal(0.25);

/// A trial that is over, with its result.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The trial.
    pub course: Course,
    /// What came out of it.
    pub outcome: Outcome,
}

/// Whether two trials are of one thing: one remedy, or one own thing.
#[must_use]
pub fn same_thing(one: &Subject, other: &Subject) -> bool {
    let name = |subject: &Subject| subject.name.as_str().trim().to_lowercase();
    match (&one.remedy, &other.remedy) {
        (Some(one), Some(other)) => one == other,
        (None, None) => name(one) == name(other),
        _ => false,
    }
}

/// The trials that are over on a day and have a result, in the order of their first nights. `result` gives that of a trial
/// from its nights up to one of them ([`super::result`]).
#[must_use]
pub fn found(
    courses: &[Course],
    today: NightId,
    result: impl Fn(&Course, NightId) -> Result<Outcome, NoResult>,
) -> Vec<Found> {
    courses
        .iter()
        .filter(|course| !standing(course, today).is_open())
        .filter_map(|course| match access(course, today) {
            Access::Open { through } => Some(Found {
                outcome: result(course, through).ok()?,
                course: course.clone(),
            }),
            Access::Hidden { .. } => None,
        })
        .collect()
}

/// One result for each thing that was tested: of what was tested more than once, that of all its trials, under the name of
/// the last of them.
#[must_use]
pub fn by_thing(found: Vec<Found>) -> Vec<Found> {
    let mut things: Vec<Vec<Found>> = Vec::new();
    for one in found {
        let subject = &one.course.record().subject;
        let same = |thing: &&mut Vec<Found>| same_thing(&thing[0].course.record().subject, subject);
        match things.iter_mut().find(same) {
            Some(thing) => thing.push(one),
            None => things.push(vec![one]),
        }
    }
    things
        .into_iter()
        .filter_map(|thing| {
            let outcome = together(&thing)?;
            Some(Found {
                course: thing.last()?.course.clone(),
                outcome,
            })
        })
        .collect()
}

/// What trials of one thing say together; of one trial, what it says alone. `None` without any.
#[must_use]
pub fn together(of: &[Found]) -> Option<Outcome> {
    let last = of.last()?;
    if of.len() == 1 {
        return Some(last.outcome.clone());
    }
    let numbers = numbers(of).ok()?;
    let mut arms = [ArmCount::default(); 2];
    let mut adherence = Adherence::default();
    let mut guesses = None;
    for Found { outcome, .. } in of {
        for (all, arm) in arms.iter_mut().zip(outcome.arms) {
            all.nights += arm.nights;
            all.with_cramps += arm.with_cramps;
            all.cramps += arm.cramps;
        }
        adherence.followed += outcome.adherence.followed;
        adherence.partly += outcome.adherence.partly;
        adherence.not += outcome.adherence.not;
        adherence.unanswered += outcome.adherence.unanswered;
        guesses = match (guesses, outcome.guesses) {
            (Some((right, all)), Some((more, given))) => Some((right + more, all + given)),
            (one, other) => one.or(other),
        };
    }
    let mut outcome = conclude(
        &last.course,
        Outcome {
            nights: of.iter().map(|one| one.outcome.nights).sum(),
            arms,
            adherence,
            guesses,
            numbers,
            ..last.outcome.clone()
        },
    );
    if let Some(first) = outcome.sentences.first_mut() {
        *first = Sentence::of("result-together")
            .with("count", of.len())
            .with("headline", first.clone());
    }
    Some(outcome)
}

/// The common effect. Each schedule was drawn by itself, so the evidence multiplies: whoever goes on with the wealth of the
/// first trial cannot win on average in the second one either.
fn numbers(of: &[Found]) -> Result<Numbers, PoolError> {
    let parts: Vec<Part> = of
        .iter()
        .map(|one| {
            let log = one.outcome.numbers.log;
            Part::of_log_ratio(log.mean, log.sd)
        })
        .collect();
    let common = pool(&parts, RATIO_PRIOR_SD, BETWEEN)?.common;
    let e_values = of.iter().map(|one| one.outcome.numbers.e_value);
    Ok(Numbers {
        ratio: Ratio {
            estimate: libm::exp(common.mean),
            low: libm::exp(common.low),
            high: libm::exp(common.high),
        },
        log: Log {
            mean: common.mean,
            sd: common.sd,
        },
        dots: common.dots.map(libm::exp),
        p_benefit: common.p_lower,
        p_randomisation: None,
        e_value: e_values.product(),
        as_done: None,
        diagnostics: vec![Sentence::of("result-pooled").with("count", of.len())],
    })
}
