//! Blood tests: units, plausibility, derived values, and what the safety rules assume from them.
//!
//! Only the newest value of a test counts, however old it is: a bad value stays until a newer one takes its place.

mod check;
mod derived;

use diary::entry::{Fact, Sex};
use diary::{Body, EntryId, Log, Person, person};
use jiff::civil::Date;
use knowledge::{Assumption, Lab};
use texts::Sentence;

pub use check::{LabProblem, Sure, check};
pub use derived::{corrected_calcium, egfr};

use crate::words;

/// Youngest age in years for which the equation of the kidney filtration was made.
pub const ADULT: u32 = 18;

/// A value in its test's own unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// Which test.
    pub lab: &'static Lab,
    /// In [`Lab::unit`].
    pub value: f64,
    /// The day the blood was taken.
    pub taken: Date,
    /// How the value came about.
    pub origin: Origin,
}

/// How a value came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// As the laboratory printed it.
    Printed,
    /// Calcium corrected for the albumin of the same day.
    CorrectedForAlbumin,
    /// Kidney filtration estimated from creatinine, age and sex at birth.
    FromCreatinine,
}

/// Where a value lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Below the usual range.
    Low,
    /// Within it.
    Usual,
    /// Above it.
    High,
}

impl Standing {
    /// “low”, “usual”, “high”.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Usual => "usual",
            Self::High => "high",
        }
    }
}

/// A condition that a blood value makes the safety rules assume.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumed {
    /// Which condition.
    pub condition: &'static str,
    /// Why, in a plain sentence that names value, day and limit.
    pub because: Sentence,
}

impl Measured {
    /// Where the value lies in the usual range of adults of this sex.
    #[must_use]
    pub fn standing(&self, sex: Option<Sex>) -> Standing {
        let (low, high) = range(self.lab, sex);
        if self.value < low {
            Standing::Low
        } else if self.value > high {
            Standing::High
        } else {
            Standing::Usual
        }
    }

    /// What the value means for the person: the test's words for low or high; empty within the range.
    #[must_use]
    pub fn says(&self, sex: Option<Sex>) -> &'static str {
        match self.standing(sex) {
            Standing::Low => self.lab.low,
            Standing::Usual => "",
            Standing::High => self.lab.high,
        }
    }

    /// Whether a laboratory would telephone about the value.
    #[must_use]
    pub fn is_alarming(&self) -> bool {
        self.lab
            .alarm_below
            .is_some_and(|limit| self.value <= limit)
            || self
                .lab
                .alarm_above
                .is_some_and(|limit| self.value >= limit)
    }

    /// “potassium 2.9 mmol/L on 3 May 2026”.
    #[must_use]
    pub fn words(&self) -> Sentence {
        Sentence::of("measured")
            .with("name", Sentence::known_inside(self.lab.name))
            .with("value", Sentence::figure(significant(self.value)))
            .with("unit", Sentence::text(self.lab.unit))
            .choosing(
                "how",
                match self.origin {
                    Origin::Printed => "printed",
                    Origin::CorrectedForAlbumin => "corrected",
                    Origin::FromCreatinine => "estimated",
                },
            )
            .with("date", words::date(self.taken))
    }
}

/// The usual range for a sex; the wider of both where the sex is not known.
#[must_use]
pub fn range(lab: &Lab, sex: Option<Sex>) -> (f64, f64) {
    match (lab.female, sex) {
        (Some(female), Some(Sex::Female)) => female,
        (Some(female), None) => (lab.range.0.min(female.0), lab.range.1.max(female.1)),
        _ => lab.range,
    }
}

/// A stored value in its test's own unit; `None` for a test or a unit that we do not know, and for a value that cannot
/// be (it came from a file: what is typed is refused).
#[must_use]
pub fn measured(told: &person::Lab) -> Option<Measured> {
    let lab = knowledge::lab(told.test.as_str())?;
    let value = lab.unit(&told.unit)?.to_own(told.value.get());
    lab.is_plausible(value).then_some(Measured {
        lab,
        value,
        taken: told.taken,
        origin: Origin::Printed,
    })
}

/// Every value that holds, with its entry, the newest first.
#[must_use]
pub fn told(log: &Log) -> Vec<(EntryId, person::Lab)> {
    let mut all: Vec<(EntryId, person::Lab)> = log
        .told()
        .iter()
        .filter_map(|told| match &told.body {
            Body::Fact(Fact::Lab {
                test,
                value,
                unit,
                taken,
            }) => Some((
                told.id,
                person::Lab {
                    test: test.clone(),
                    value: *value,
                    unit: unit.clone(),
                    taken: *taken,
                },
            )),
            _ => None,
        })
        .collect();
    all.sort_by_key(|(_, lab)| std::cmp::Reverse(lab.taken));
    all
}

/// The newest value of every test, derived ones in place of what they are derived from or beside it, in the order of
/// the knowledge.
#[must_use]
pub fn newest(person: &Person) -> Vec<Measured> {
    let all: Vec<Measured> = person.labs.iter().filter_map(measured).collect();
    let last = |id: &str| {
        all.iter()
            .filter(|one| one.lab.id == id)
            // Of one day the value told last counts: the list keeps the order of telling within a day.
            .max_by_key(|one| one.taken)
            .copied()
    };
    knowledge::labs()
        .iter()
        .filter_map(|lab| match lab.id {
            "calcium" => last("calcium").map(|calcium| derived::corrected(calcium, &all)),
            "egfr" => {
                let estimated = last("creatinine")
                    .and_then(|creatinine| derived::filtration(creatinine, person));
                later(last("egfr"), estimated)
            }
            id => last(id),
        })
        .collect()
}

/// The later one; the printed one where both are of one day.
fn later(printed: Option<Measured>, estimated: Option<Measured>) -> Option<Measured> {
    match (printed, estimated) {
        (Some(printed), Some(estimated)) if estimated.taken > printed.taken => Some(estimated),
        (None, estimated) => estimated,
        (printed, _) => printed,
    }
}

/// What the newest values make the safety rules assume.
#[must_use]
pub fn assumed(person: &Person) -> Vec<Assumed> {
    let newest = newest(person);
    let filtration = newest.iter().find(|one| one.lab.id == "egfr");
    newest
        .iter()
        // Creatinine alone decides only while nothing better is known.
        .filter(|one| {
            one.lab.id != "creatinine" || filtration.is_none_or(|egfr| egfr.taken < one.taken)
        })
        .flat_map(|one| {
            one.lab
                .assumptions
                .iter()
                .filter(|assumption| assumption.limit.is_passed_by(one.value))
                .map(|assumption| assume(one, assumption))
        })
        .collect()
}

fn assume(one: &Measured, assumption: &Assumption) -> Assumed {
    let figure = |limit| Sentence::figure(significant(limit));
    Assumed {
        condition: assumption.condition,
        because: match assumption.limit {
            knowledge::Limit::Below(limit) => Sentence::of("reason-blood-below")
                .with("measured", one.words())
                .with("limit", figure(limit)),
            knowledge::Limit::Above(limit) => Sentence::of("reason-blood-above")
                .with("measured", one.words())
                .with("limit", figure(limit)),
        },
    }
}

/// A number with as many digits as laboratories print.
pub(crate) fn significant(value: f64) -> String {
    let decimals = match value.abs() {
        size if size >= 100.0 => 0,
        size if size >= 10.0 => 1,
        _ => 2,
    };
    let text = format!("{value:.decimals$}");
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}
