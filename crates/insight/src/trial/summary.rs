//! A trial in a few lines, for the doctor's report: what was tested, when, what came out, and how to check it.

use jiff::civil::Date;
use texts::Sentence;

use super::course::Course;
use super::outcome::{Outcome, Ratio};
use super::state::Standing;
use super::words;

/// A trial in a few lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// What was tested.
    pub name: Sentence,
    /// The remedy's id; `None` for something of the person's own.
    pub remedy: Option<String>,
    /// Arm A and arm B in a word or two.
    pub arms: (String, String),
    /// When it was registered.
    pub registered: Date,
    /// The first night.
    pub first_night: Date,
    /// The last night that the result takes in; `None` without a result.
    pub last_night: Option<Date>,
    /// Where it stands: `run-in`, `running`, `paused`, `finished` or `stopped`.
    pub standing: &'static str,
    /// The result in one sentence, or why there is none yet.
    pub sentence: Sentence,
    /// Cramps with A for each with B, and its 5 and 95 % points.
    pub ratio: Option<Ratio>,
    /// Cramps fewer a month with A, and its 5 and 95 % points.
    pub fewer_a_month: Option<(f64, f64, f64)>,
    /// Evidence that it makes a difference, valid at any time.
    pub e_value: Option<f64>,
    /// Two-sided p of the randomisation test.
    pub p_randomisation: Option<f64>,
    /// Answered nights that count.
    pub nights: usize,
    /// Seed of the schedule.
    pub seed: u64,
    /// SHA-256 of the registration record.
    pub hash: String,
}

/// A trial in a few lines, with its result if it may be shown.
#[must_use]
pub fn summary(course: &Course, standing: &Standing, outcome: Option<&Outcome>) -> Summary {
    let record = course.record();
    let numbers = outcome.map(|outcome| &outcome.numbers);
    Summary {
        name: words::name(&record.subject),
        remedy: record.subject.remedy.as_ref().map(ToString::to_string),
        arms: (
            record.arms.a_label.as_str().to_owned(),
            record.arms.b_label.as_str().to_owned(),
        ),
        registered: course.registered.local().date(),
        first_night: record.first_night.evening(),
        last_night: outcome.map(|outcome| outcome.through.evening()),
        standing: standing.name(),
        sentence: outcome
            .and_then(|outcome| outcome.sentences.first().cloned())
            .unwrap_or_else(|| no_result(standing)),
        ratio: numbers.map(|numbers| numbers.ratio),
        fewer_a_month: outcome.map(|outcome| outcome.fewer_a_month),
        e_value: numbers.and_then(|numbers| numbers.e_value),
        p_randomisation: numbers.and_then(|numbers| numbers.p_randomisation),
        nights: outcome.map_or(0, |outcome| outcome.arms.iter().map(|arm| arm.nights).sum()),
        seed: record.seed.0,
        hash: course.registration.hash.clone(),
    }
}

fn no_result(standing: &Standing) -> Sentence {
    Sentence::of(if standing.is_open() {
        "result-under-way"
    } else {
        "result-ended-without"
    })
}
