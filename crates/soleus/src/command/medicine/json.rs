//! Medicines and the review sheet as `--json` shows them.

use insight::medicines::{Change, Review, Row, never_stop};
use knowledge::{CrampLabel, Medicine};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct MedicineJson {
    id: &'static str,
    name: &'static str,
    also: &'static [&'static str],
    classes: &'static [&'static str],
    /// `listed`, `not-listed` or `unknown`: cramps on a public label.
    cramp_label: &'static str,
    label_source: &'static str,
}

#[derive(Serialize)]
pub(super) struct RowJson {
    name: String,
    medicine: Option<MedicineJson>,
    taking: bool,
    started: Option<String>,
    stopped: Option<String>,
    dose: Option<String>,
    label: String,
    factors: Vec<&'static str>,
    change: Option<ChangeJson>,
    rules: Vec<RuleJson>,
    worth_asking_about: bool,
}

#[derive(Serialize)]
struct ChangeJson {
    started: String,
    nights_before: usize,
    cramps_before: u32,
    nights_after: usize,
    cramps_after: u32,
    /// Cramps a night with it to cramps a night before.
    rate_ratio: f64,
    /// 90 % interval.
    interval: (f64, f64),
    p_raises: f64,
    sentence: String,
    caveat: String,
}

#[derive(Serialize)]
struct RuleJson {
    rule: &'static str,
    message: &'static str,
    remedies: Vec<&'static str>,
}

#[derive(Serialize)]
pub(super) struct ReviewJson {
    never_stop: String,
    medicines: Vec<RowJson>,
    together: Vec<&'static str>,
    complete: Option<bool>,
    questions: Vec<String>,
}

pub(super) fn medicine(one: &Medicine) -> MedicineJson {
    MedicineJson {
        id: one.id,
        name: one.name,
        also: one.synonyms,
        classes: one.classes,
        cramp_label: match one.cramp_label {
            CrampLabel::Listed => "listed",
            CrampLabel::NotListed => "not-listed",
            CrampLabel::Unknown => "unknown",
        },
        label_source: one.label_source,
    }
}

pub(super) fn row(row: &Row) -> RowJson {
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string());
    RowJson {
        name: row.name.clone(),
        medicine: row.medicine.map(medicine),
        taking: row.taking,
        started: day(row.started),
        stopped: day(row.stopped),
        dose: row.dose.as_ref().map(ToString::to_string),
        label: row.label().to_string(),
        factors: row.factors.iter().map(|factor| factor.id).collect(),
        change: row.change.as_ref().map(change),
        rules: row
            .rules
            .iter()
            .map(|rule| RuleJson {
                rule: rule.id,
                message: rule.message,
                remedies: insight::medicines::remedies_of(rule)
                    .iter()
                    .map(|remedy| remedy.id)
                    .collect(),
            })
            .collect(),
        worth_asking_about: row.is_worth_asking_about(),
    }
}

fn change(change: &Change) -> ChangeJson {
    ChangeJson {
        started: change.start.on.to_string(),
        nights_before: change.start.before.nights,
        cramps_before: change.start.before.cramps,
        nights_after: change.start.after.nights,
        cramps_after: change.start.after.cramps,
        rate_ratio: change.rate_ratio,
        interval: (change.low, change.high),
        p_raises: change.p_raises,
        sentence: change.sentence().to_string(),
        caveat: Change::caveat().to_string(),
    }
}

pub(super) fn review(sheet: &Review) -> ReviewJson {
    ReviewJson {
        never_stop: never_stop().to_string(),
        medicines: sheet.rows.iter().map(row).collect(),
        together: sheet.together.iter().map(|rule| rule.message).collect(),
        complete: sheet.complete,
        questions: sheet.questions.iter().map(ToString::to_string).collect(),
    }
}
