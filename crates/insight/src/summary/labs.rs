//! Blood values for the page: the newest of each test beside what is usual, what is out of range first.

use std::collections::BTreeMap;

use diary::Person;
use diary::entry::Sex;
use diary::person::Lab;
use texts::Sentence;

use crate::labs::{Measured, Standing, measured, newest, range, significant};

/// The blood values of a person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Labs {
    /// The newest value of every test that we know, in its own unit; those out of the usual range first.
    pub values: Vec<LabValue>,
    /// The newest value of tests, or in units, that we do not know: as printed.
    pub others: Vec<Lab>,
}

/// A value beside what is usual in adults of this sex.
#[derive(Clone, Debug, PartialEq)]
pub struct LabValue {
    /// The value.
    pub measured: Measured,
    /// Where it lies.
    pub standing: Standing,
    /// The ends of what is usual, in the test's unit. An end that means nothing for cramps is none.
    pub usual: (Option<f64>, Option<f64>),
}

impl Labs {
    /// Whether no value was told.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.is_empty() && self.others.is_empty()
    }
}

impl LabValue {
    fn of(measured: Measured, sex: Option<Sex>) -> Self {
        let lab = measured.lab;
        let (low, high) = range(lab, sex);
        let end = |value: f64, means: &str| (!means.is_empty()).then_some(value);
        Self {
            standing: measured.standing(sex),
            usual: (end(low, lab.low), end(high, lab.high)),
            measured,
        }
    }

    /// Whether it lies out of the usual range.
    #[must_use]
    pub fn is_unusual(&self) -> bool {
        self.standing != Standing::Usual
    }

    /// The value with as many digits as laboratories print.
    #[must_use]
    pub fn number(&self) -> String {
        significant(self.measured.value)
    }

    /// “3.5 to 5.3”, “from 60”, “up to 41”; `None` where no end means anything.
    #[must_use]
    pub fn usual_words(&self) -> Option<Sentence> {
        let figure = |end: f64| Sentence::figure(significant(end));
        Some(match self.usual {
            (Some(low), Some(high)) => Sentence::of("usual-between")
                .with("low", figure(low))
                .with("high", figure(high)),
            (Some(low), None) => Sentence::of("usual-from").with("low", figure(low)),
            (None, Some(high)) => Sentence::of("usual-up-to").with("high", figure(high)),
            (None, None) => return None,
        })
    }
}

pub(super) fn of(person: &Person) -> Labs {
    let mut values: Vec<LabValue> = newest(person)
        .into_iter()
        .map(|one| LabValue::of(one, person.sex))
        .collect();
    values.sort_by_key(|one| !one.is_unusual());
    // Labs are in order of their day: of one test the last one stays.
    let others: BTreeMap<&str, &Lab> = person
        .labs
        .iter()
        .filter(|lab| measured(lab).is_none())
        .map(|lab| (lab.test.as_str(), lab))
        .collect();
    Labs {
        values,
        others: others.into_values().cloned().collect(),
    }
}
