//! What was found: suspects, warning signs, questionnaires, randomised self-tests.

use insight::summary::Answered;
use insight::{RaisedFrom, Summary, Suspect, Tag};
use knowledge::Urgency;
use serde::Serialize;

use crate::words;

#[derive(Clone, Serialize)]
pub(super) struct SuspectJson {
    factor: &'static str,
    name: &'static str,
    /// `likely`, `unclear` or `unlikely`.
    list: &'static str,
    /// `from-studies`, `from-your-nights` or `tested`.
    tag: &'static str,
    probability: f64,
    p_raises: f64,
    p_lowers: f64,
    /// Null where no number may be shown.
    rate_ratio: Option<f64>,
    rate_ratio_low: Option<f64>,
    rate_ratio_high: Option<f64>,
    /// What the ratio is for.
    per: String,
    study_certainty: String,
}

#[derive(Serialize)]
pub(super) struct SignsJson {
    raised: Vec<SignJson>,
    seen: Vec<&'static str>,
    answered_no: Vec<&'static str>,
    not_asked: Vec<&'static str>,
}

#[derive(Serialize)]
pub(super) struct SignJson {
    flag: &'static str,
    suggests: &'static str,
    urgency: &'static str,
    /// `answer`, `night`, `questionnaire` or `profile`.
    from: &'static str,
    date: Option<String>,
}

#[derive(Serialize)]
pub(super) struct QuestionnaireJson {
    questionnaire: &'static str,
    name: &'static str,
    answered: String,
    /// Points so far; the same twice when every item was answered.
    points_low: i32,
    points_high: i32,
    points_most: i32,
    items: usize,
    items_answered: usize,
    /// Null while open items could change it.
    meaning: Option<&'static str>,
}

/// A randomised test of the person on themselves. `null` where it has no result.
#[derive(Serialize)]
pub(super) struct TrialJson {
    name: String,
    remedy: Option<String>,
    arm_a: String,
    arm_b: String,
    registered: String,
    first_night: String,
    last_night: Option<String>,
    /// `run-in`, `running`, `paused`, `finished` or `stopped`.
    state: &'static str,
    nights_counted: usize,
    /// Cramps with A for each with B.
    rate_ratio: Option<f64>,
    rate_ratio_low: Option<f64>,
    rate_ratio_high: Option<f64>,
    /// Cramps fewer a month with A; negative for more.
    fewer_a_month: Option<f64>,
    e_value: Option<f64>,
    p_randomisation: Option<f64>,
    seed: u64,
    /// SHA-256 of what was fixed before the first night.
    registration_sha256: String,
}

pub(super) fn suspect(suspect: &Suspect, list: &'static str) -> SuspectJson {
    let shown = |ratio: f64| suspect.shows_number.then_some(ratio);
    SuspectJson {
        factor: suspect.factor.id,
        name: suspect.factor.name,
        list,
        tag: match suspect.tag {
            Tag::FromStudies => "from-studies",
            Tag::FromYourNights => "from-your-nights",
            Tag::Tested => "tested",
        },
        probability: suspect.probability,
        p_raises: suspect.p_raises,
        p_lowers: suspect.p_lowers,
        rate_ratio: shown(suspect.ratio),
        rate_ratio_low: shown(suspect.ratio_low),
        rate_ratio_high: shown(suspect.ratio_high),
        per: insight::suspects::per(suspect).to_string(),
        study_certainty: words::certainty(suspect.factor.grade).to_string(),
    }
}

pub(super) fn signs(summary: &Summary) -> SignsJson {
    let signs = &summary.signs;
    let ids = |answers: &[Answered]| answers.iter().map(|one| one.flag.id).collect();
    SignsJson {
        raised: signs
            .raised
            .iter()
            .map(|raised| {
                let (from, date) = match raised.from {
                    RaisedFrom::Answer(day) => ("answer", Some(day.to_string())),
                    RaisedFrom::Night(night) => ("night", Some(night.to_string())),
                    RaisedFrom::Questionnaire(day) => ("questionnaire", Some(day.to_string())),
                    RaisedFrom::Profile => ("profile", None),
                };
                SignJson {
                    flag: raised.flag.id,
                    suggests: raised.flag.suggests,
                    urgency: match raised.flag.urgency {
                        Urgency::Emergency => "emergency",
                        Urgency::SameDay => "same-day",
                        Urgency::Soon => "soon",
                        Urgency::Routine => "routine",
                    },
                    from,
                    date,
                }
            })
            .collect(),
        seen: ids(&signs.seen),
        answered_no: ids(&signs.denied),
        not_asked: signs.unasked.iter().map(|flag| flag.id).collect(),
    }
}

pub(super) fn questionnaires(summary: &Summary) -> Vec<QuestionnaireJson> {
    summary
        .questionnaires
        .iter()
        .map(|one| QuestionnaireJson {
            questionnaire: one.instrument.id,
            name: one.instrument.name,
            answered: one.answered.to_string(),
            points_low: one.score.lowest,
            points_high: one.score.highest,
            points_most: one.most,
            items: one.instrument.items.len(),
            items_answered: one.score.answered,
            meaning: one.score.means.map(|means| means.meaning),
        })
        .collect()
}

pub(super) fn trials(summary: &Summary) -> Vec<TrialJson> {
    summary
        .trials
        .iter()
        .map(|trial| TrialJson {
            name: trial.name.to_string(),
            remedy: trial.remedy.clone(),
            arm_a: trial.arms.0.clone(),
            arm_b: trial.arms.1.clone(),
            registered: trial.registered.to_string(),
            first_night: trial.first_night.to_string(),
            last_night: trial.last_night.map(|night| night.to_string()),
            state: trial.standing,
            nights_counted: trial.nights,
            rate_ratio: trial.ratio.map(|ratio| ratio.estimate),
            rate_ratio_low: trial.ratio.map(|ratio| ratio.low),
            rate_ratio_high: trial.ratio.map(|ratio| ratio.high),
            fewer_a_month: trial.fewer_a_month.map(|(fewer, _, _)| fewer),
            e_value: trial.e_value,
            p_randomisation: trial.p_randomisation,
            seed: trial.seed,
            registration_sha256: trial.hash.clone(),
        })
        .collect()
}
