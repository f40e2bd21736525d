//! Whether a typed value can be meant: known test, known unit, possible number, and a question when another unit fits better.

use std::fmt;

use diary::entry::Sex;
use knowledge::{Lab, LabUnit};
use texts::Sentence;

use super::{range, significant};

/// Whether the person has confirmed a value that looks as if it were in another unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sure {
    /// Not asked yet.
    NotAsked,
    /// The result really prints this number and this unit.
    Yes,
}

/// Why a value is not taken as it is.
#[derive(Clone, Debug, PartialEq)]
pub enum LabProblem {
    /// We have no such test.
    UnknownTest {
        /// As typed.
        test: String,
        /// The ids of all tests.
        known: String,
    },
    /// The test is not printed in such a unit.
    UnknownUnit {
        /// The test.
        name: &'static str,
        /// As typed.
        unit: String,
        /// The units of the test.
        known: String,
    },
    /// Nobody has such a value.
    Impossible {
        /// The test.
        name: &'static str,
        /// “140 mmol/L”, as typed.
        given: String,
        /// The smallest possible value.
        low: String,
        /// The largest.
        high: String,
        /// Their unit.
        unit: &'static str,
        /// The unit in which the number would be usual.
        instead: Option<&'static str>,
    },
    /// Possible, yet in another unit the same number would be usual.
    OtherUnit {
        /// The test.
        name: &'static str,
        /// As typed.
        value: String,
        /// As typed.
        unit: String,
        /// The unit that would fit.
        other: &'static str,
    },
}

impl LabProblem {
    /// Whether the person may insist.
    #[must_use]
    pub fn is_question(&self) -> bool {
        matches!(self, Self::OtherUnit { .. })
    }

    /// What is wrong, and what to look at.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::UnknownTest { test, known } => Sentence::of("lab-unknown-test")
                .with("test", Sentence::text(test))
                .with("known", Sentence::text(known)),
            Self::UnknownUnit { name, unit, known } => Sentence::of("lab-unknown-unit")
                .with("name", Sentence::known(*name))
                .with("unit", Sentence::text(unit))
                .with("known", Sentence::text(known)),
            Self::Impossible {
                name,
                given,
                low,
                high,
                unit,
                instead,
            } => {
                let impossible = Sentence::of("lab-impossible")
                    .with("name", Sentence::known(*name))
                    .with("given", Sentence::figure(given))
                    .with("low", Sentence::figure(low))
                    .with("high", Sentence::figure(high))
                    .with("unit", Sentence::text(*unit));
                match instead {
                    None => impossible,
                    Some(unit) => Sentence::in_turn([
                        impossible,
                        Sentence::of("lab-meant").with("unit", Sentence::text(*unit)),
                    ]),
                }
            }
            Self::OtherUnit {
                name,
                value,
                unit,
                other,
            } => Sentence::of("lab-other-unit")
                .with("name", Sentence::known(*name))
                .with("value", Sentence::figure(value))
                .with("unit", Sentence::text(unit))
                .with("other", Sentence::text(*other)),
        }
    }
}

impl fmt::Display for LabProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.sentence().fmt(f)
    }
}

impl std::error::Error for LabProblem {}

/// The test, and the unit as we spell it, for a value that can be meant.
///
/// # Errors
/// [`LabProblem`].
pub fn check(
    test: &str,
    value: f64,
    unit: &str,
    sex: Option<Sex>,
    sure: Sure,
) -> Result<(&'static Lab, &'static str), LabProblem> {
    let lab = knowledge::lab(test).ok_or_else(|| LabProblem::UnknownTest {
        test: test.to_owned(),
        known: knowledge::labs()
            .iter()
            .map(|lab| lab.id)
            .collect::<Vec<_>>()
            .join(", "),
    })?;
    let used = lab.unit(unit).ok_or_else(|| LabProblem::UnknownUnit {
        name: lab.name,
        unit: unit.to_owned(),
        known: lab.unit_names().collect::<Vec<_>>().join(", "),
    })?;
    let own = used.to_own(value);
    let other = better_unit(lab, &used, value, sex);
    if !lab.is_plausible(own) {
        let [low, high] =
            [lab.plausible.0, lab.plausible.1].map(|end| significant(used.from_own(end)));
        return Err(LabProblem::Impossible {
            name: lab.name,
            given: format!("{value} {unit}"),
            low,
            high,
            unit: used.unit,
            instead: other,
        });
    }
    match other {
        Some(other) if sure == Sure::NotAsked && !is_usual(lab, own, sex) => {
            Err(LabProblem::OtherUnit {
                name: lab.name,
                value: value.to_string(),
                unit: unit.to_owned(),
                other,
            })
        }
        _ => Ok((lab, used.unit)),
    }
}

/// Another unit in which the number would be usual.
fn better_unit(
    lab: &'static Lab,
    used: &LabUnit,
    value: f64,
    sex: Option<Sex>,
) -> Option<&'static str> {
    lab.unit_names()
        .filter(|name| *name != used.unit)
        .filter_map(|name| lab.unit(name))
        .find(|unit| is_usual(lab, unit.to_own(value), sex))
        .map(|unit| unit.unit)
}

fn is_usual(lab: &Lab, own: f64, sex: Option<Sex>) -> bool {
    let (low, high) = range(lab, sex);
    (low..=high).contains(&own)
}
