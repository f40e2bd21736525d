//! Rust source for values: texts, numbers, lists and records whose fields are named as in the crate's types.

use crate::records::{
    Calibration, Coding, Condition, Datum, Intake, Lesson, LookAlike, Prior, Remedy, Row, Stretch,
    StretchStep, Workup,
};

/// A value that can be written as a Rust expression.
pub(crate) trait Code {
    /// The expression.
    fn code(&self) -> String;
}

macro_rules! as_debug {
    ($($kind:ty),*) => {$(
        impl Code for $kind {
            fn code(&self) -> String {
                format!("{self:?}")
            }
        }
    )*};
}

// The debug form of these is the Rust expression.
as_debug!(
    String,
    &str,
    bool,
    u8,
    i8,
    Option<i8>,
    u16,
    u32,
    usize,
    f64,
    Option<f64>,
    Option<u16>,
    Option<u32>,
    Option<(f64, f64)>,
    Option<String>
);

impl<T: Code> Code for [T] {
    fn code(&self) -> String {
        format!(
            "&[{}]",
            self.iter().map(Code::code).collect::<Vec<_>>().join(", ")
        )
    }
}

impl<T: Code> Code for Vec<T> {
    fn code(&self) -> String {
        self.as_slice().code()
    }
}

impl<A: Code, B: Code> Code for (A, B) {
    fn code(&self) -> String {
        format!("({}, {})", self.0.code(), self.1.code())
    }
}

impl Code for std::collections::BTreeMap<String, f64> {
    fn code(&self) -> String {
        self.iter()
            .map(|(name, value)| (name.as_str(), *value))
            .collect::<Vec<_>>()
            .code()
    }
}

/// The fields of a record, as they stand in a struct expression.
macro_rules! fields {
    ($record:expr; $($field:ident),* $(,)?) => {{
        let record = $record;
        let fields: Vec<String> =
            vec![$(format!("{}: {}", stringify!($field), $crate::code::Code::code(&record.$field))),*];
        fields.join(", ")
    }};
}
pub(crate) use fields;

macro_rules! records {
    ($($kind:ident { $($field:ident),* $(,)? })*) => {$(
        impl Code for $kind {
            fn code(&self) -> String {
                format!("{} {{ {} }}", stringify!($kind), fields!(self; $($field),*))
            }
        }
    )*};
}

records! {
    Prior { log_rr_mean, log_rr_sd, reason }
    Remedy {
        id, name, kind, popular_claim, how_to, schedule, targets, summary, verdict, grade, prior, burden, cost,
        days_until_effect,
    }
    LookAlike { id, name, distinguishing, questions, urgency, flag, source_url, verified, note }
    Workup { id, name, items, source_url, verified, note }
    Coding { id, system, code, display, used_for, caveat, factor, condition, read_at }
    Intake {
        nutrient, unit, authority, life_stage, sex, age_min, age_max, kind, amount, beverage_part, upper_level,
        upper_level_applies_to, chronic_disease_risk_reduction, source_url, verified, note,
    }
    Condition { id, name, group, implies }
    Datum {
        id, topic, claim, value, unit, sd, ci, n, population, design, authors, year, title, journal, doi, source_url,
        verified, note,
    }
    Lesson { id, title, picture, paragraphs, basis }
    StretchStep { say, hold }
    Stretch { id, muscle, place, picture, basis, steps }
    Calibration { id, quantity, form, numbers, basis, derivation, caution }
}

impl Code for Row {
    fn code(&self) -> String {
        format!(
            "Promise {{ {} }}",
            fields!(self; row, says, factors, remedies, flags, outcomes, pages, commands, modules, open)
        )
    }
}
