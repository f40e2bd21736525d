//! Blood tests: their records, the checks they must pass, and how they are written.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::check::{Known, refer};
use crate::check_source;
use crate::code::{Code, fields};
use crate::records::Verified;

/// A blood test.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Lab {
    pub(crate) id: String,
    name: String,
    #[serde(default)]
    also: Vec<String>,
    unit: String,
    units: Vec<LabUnit>,
    range: (f64, f64),
    female: Option<(f64, f64)>,
    plausible: (f64, f64),
    assume: Vec<Assume>,
    #[serde(default)]
    alarm: Alarm,
    meaning: String,
    low: String,
    high: String,
    #[serde(default)]
    source: String,
    source_url: String,
    #[serde(default)]
    times_source: String,
    verified: Verified,
    #[serde(default)]
    note: String,
}

/// Another unit that laboratories print.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LabUnit {
    unit: String,
    #[serde(default)]
    also: Vec<String>,
    times: f64,
    #[serde(default)]
    plus: f64,
}

/// What the safety rules assume beyond a limit.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Assume {
    below: Option<f64>,
    above: Option<f64>,
    condition: String,
}

/// Limits at which laboratories telephone.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Alarm {
    below: Option<f64>,
    above: Option<f64>,
}

/// Adds a sentence for every mistake.
pub(crate) fn check(labs: &[Lab], known: &Known<'_>, mistake: &mut impl FnMut(String, String)) {
    let mut names = BTreeSet::new();
    for lab in labs {
        let mut here = |what| mistake(format!("labs.toml: lab {}", lab.id), what);
        for name in std::iter::once(&lab.id).chain(&lab.also) {
            if !names.insert(name.as_str()) {
                here(format!("the name {name} is there twice"));
            }
        }
        check_source::source(lab.verified, &lab.source_url, "", &mut here);
        if lab.source.is_empty() != lab.source_url.is_empty() {
            here("a source needs a name and an address".into());
        }
        let (low, high) = lab.plausible;
        for (what, range) in [("range", Some(lab.range)), ("female", lab.female)] {
            if range.is_some_and(|(from, to)| !(low <= from && from < to && to <= high)) {
                here(format!("{what} is not inside plausible"));
            }
        }
        if lab.units.iter().any(|unit| unit.times <= 0.0) {
            here("a unit turns values upside down".into());
        }
        let conditions: Vec<String> = lab.assume.iter().map(|a| a.condition.clone()).collect();
        refer(&conditions, &known.conditions, "condition", &mut here);
        for assume in &lab.assume {
            let inside = |limit: f64| (low..=high).contains(&limit);
            if assume.below.is_some() == assume.above.is_some()
                || !assume.below.or(assume.above).is_some_and(inside)
            {
                here(format!(
                    "{}: needs one limit inside plausible",
                    assume.condition
                ));
            }
        }
    }
}

impl Code for LabUnit {
    fn code(&self) -> String {
        format!("LabUnit {{ {} }}", fields!(self; unit, also, times, plus))
    }
}

impl Code for Assume {
    fn code(&self) -> String {
        let (side, limit) = match (self.below, self.above) {
            (Some(limit), _) => ("Below", limit),
            (None, limit) => ("Above", limit.unwrap_or_default()),
        };
        format!(
            "Assumption {{ limit: Limit::{side}({limit:?}), {} }}",
            fields!(self; condition)
        )
    }
}

impl Code for Lab {
    fn code(&self) -> String {
        let fields = fields!(self; id, name, also, unit, units, range, female, plausible, meaning, low, high, source, source_url,
            times_source, verified, note);
        format!(
            "Lab {{ {fields}, assumptions: {}, alarm_below: {}, alarm_above: {} }}",
            self.assume.code(),
            self.alarm.below.code(),
            self.alarm.above.code()
        )
    }
}
