//! `GET /api/v1/plan`: what to do now, behind the warning signs and the safety rules.

use axum::Json;
use axum::extract::State;
use insight::{Applies, Step, Warning};
use serde::Serialize;
use utoipa::ToSchema;

use super::caller::Reader;
use super::raised::{RaisedView, views};
use super::trouble::{Refusals, Trouble};
use crate::site::{Shared, off_thread};

/// The plan. A warning sign that silences leaves nothing beside itself.
#[derive(Serialize, ToSchema)]
pub(super) struct Plan {
    raised: Vec<RaisedView>,
    /// At most three things to do now, best first.
    now: Vec<StepView>,
    /// What a reader must know, in plain sentences.
    notes: Vec<String>,
}

#[derive(Serialize, ToSchema)]
struct StepView {
    /// Id of the remedy.
    remedy: &'static str,
    name: &'static str,
    why: String,
    how_sure: String,
    how_to: Vec<&'static str>,
    schedule: &'static str,
    /// Must be shown with the step.
    warnings: Vec<WarningView>,
    #[schema(format = Date)]
    look_again: String,
}

#[derive(Serialize, ToSchema)]
pub(super) struct WarningView {
    message: String,
    /// Null when it surely applies.
    only_if: Option<String>,
}

/// Read the plan.
#[utoipa::path(
    get,
    path = "/api/v1/plan",
    responses((status = 200, description = "The plan.", body = Plan), Refusals)
)]
pub(super) async fn get(State(app): State<Shared>, _: Reader) -> Result<Json<Plan>, Trouble> {
    let reading = off_thread(&app, |app| Ok(app.desk().suspects(app.today())?)).await?;
    Ok(Json(Plan {
        raised: views(&reading.plan.raised),
        now: reading.plan.now.iter().map(step).collect(),
        notes: reading.plan.notes.clone(),
    }))
}

fn step(step: &Step) -> StepView {
    StepView {
        remedy: step.remedy.id,
        name: step.remedy.name,
        why: step.why.clone(),
        how_sure: step.how_sure.clone(),
        how_to: step.remedy.how_to.to_vec(),
        schedule: step.remedy.schedule,
        warnings: step.warnings.iter().map(warning).collect(),
        look_again: step.look_again.to_string(),
    }
}

/// The view of a safety message.
pub(super) fn warning(warning: &Warning) -> WarningView {
    WarningView {
        message: warning.message.to_owned(),
        only_if: match &warning.applies {
            Applies::Yes => None,
            Applies::If(condition) => Some(condition.to_string()),
        },
    }
}
