//! The plan as `--json` shows it.

use insight::{Applies, Blocked, Missing, Plan, PlanBasis, Step};
use serde::Serialize;

use super::drinking::{self, WaterJson};
use crate::warning::{self, RaisedJson};

/// What `--json` answers.
#[derive(Serialize)]
pub(super) struct PlanJson<'a> {
    /// `evidence-only` or `nights`.
    basis: &'static str,
    raised: Vec<RaisedJson>,
    now: Vec<StepJson<'a>>,
    later: Vec<StepJson<'a>>,
    blocked: Vec<BlockedJson<'a>>,
    missing: Vec<MissingJson<'a>>,
    /// Null where there is no plan.
    water: Option<WaterJson>,
    notes: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct StepJson<'a> {
    remedy: &'a str,
    name: &'a str,
    aims_at: Vec<&'a str>,
    why: String,
    how_sure: String,
    how_to: &'a [&'a str],
    schedule: &'a str,
    avoided_per_month: Option<AvoidedJson>,
    warnings: Vec<WarningJson<'a>>,
    look_again: String,
    /// The template of a trial with which to test it: see `soleus trial plan`.
    test: Option<&'a str>,
}

#[derive(Serialize)]
struct AvoidedJson {
    expected: f64,
    low: f64,
    high: f64,
}

#[derive(Serialize)]
struct WarningJson<'a> {
    message: &'a str,
    /// Null when it surely applies.
    only_if: Option<String>,
}

#[derive(Serialize)]
pub(super) struct BlockedJson<'a> {
    remedy: &'a str,
    name: &'a str,
    rules: Vec<&'a str>,
    /// What the rules say.
    because: Vec<&'a str>,
    /// What about the person makes them fire; empty for what is left out for everybody.
    about_you: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct MissingJson<'a> {
    question: String,
    asks: &'a [&'a str],
}

/// The whole plan.
pub(super) fn json(plan: &Plan) -> PlanJson<'_> {
    PlanJson {
        basis: match plan.basis {
            PlanBasis::EvidenceOnly => "evidence-only",
            PlanBasis::Nights => "nights",
        },
        raised: warning::json(&plan.raised),
        now: plan.now.iter().map(step_json).collect(),
        later: plan.later.iter().map(step_json).collect(),
        blocked: plan.blocked.iter().map(blocked_json).collect(),
        missing: plan.missing.iter().map(missing_json).collect(),
        water: plan.water.as_ref().map(drinking::json),
        notes: plan.notes.iter().map(ToString::to_string).collect(),
    }
}

/// What a rule leaves out.
pub(super) fn blocked_json(blocked: &Blocked) -> BlockedJson<'_> {
    BlockedJson {
        remedy: blocked.remedy.id,
        name: blocked.remedy.name,
        rules: blocked.rules.iter().map(|rule| rule.id).collect(),
        because: blocked.rules.iter().map(|rule| rule.message).collect(),
        about_you: blocked.because.iter().map(ToString::to_string).collect(),
    }
}

/// What must be told first.
pub(super) fn missing_json(missing: &Missing) -> MissingJson<'_> {
    MissingJson {
        question: missing.question.to_string(),
        asks: &missing.asks,
    }
}

/// A remedy that passed the rules.
pub(super) fn step_json(step: &Step) -> StepJson<'_> {
    StepJson {
        remedy: step.remedy.id,
        name: step.remedy.name,
        aims_at: step.aims_at.iter().map(|factor| factor.id).collect(),
        why: step.why.to_string(),
        how_sure: step.how_sure.to_string(),
        how_to: step.remedy.how_to,
        schedule: step.remedy.schedule,
        avoided_per_month: step
            .avoided_per_month
            .map(|(expected, low, high)| AvoidedJson {
                expected,
                low,
                high,
            }),
        warnings: step
            .warnings
            .iter()
            .map(|warning| WarningJson {
                message: warning.message,
                only_if: match &warning.applies {
                    Applies::Yes => None,
                    Applies::If(condition) => Some(condition.to_string()),
                },
            })
            .collect(),
        look_again: step.look_again.to_string(),
        test: step.test.map(|template| template.id),
    }
}
