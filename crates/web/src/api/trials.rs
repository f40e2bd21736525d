//! `GET /api/v1/trials`: the trials, and what each asks today.

use axum::Json;
use axum::extract::State;
use insight::trial::{Agenda, Instruction, day_of};
use serde::Serialize;
use utoipa::ToSchema;

use super::caller::Reader;
use super::plan::{WarningView, warning};
use super::trouble::{Refusals, Trouble};
use crate::site::{Shared, off_thread};

/// The person's trials, those that are open first.
#[derive(Serialize, ToSchema)]
pub(super) struct Trials {
    trials: Vec<TrialView>,
}

#[derive(Serialize, ToSchema)]
struct TrialView {
    /// Id of its registration.
    trial: String,
    name: String,
    /// `run-in`, `running`, `paused`, `finished` or `stopped`.
    standing: &'static str,
    /// What to do today; null when it asks nothing.
    instruction: Option<InstructionView>,
    /// Why it waits although it runs.
    held: Option<String>,
    /// Must be shown with the instruction.
    warnings: Vec<WarningView>,
}

#[derive(Serialize, ToSchema)]
struct InstructionView {
    #[schema(format = Date)]
    day: String,
    arm: char,
    label: String,
    text: String,
    /// Which night of the trial, from 1.
    night: usize,
    of: usize,
}

/// Read the trials.
#[utoipa::path(
    get,
    path = "/api/v1/trials",
    responses((status = 200, description = "Trials.", body = Trials), Refusals)
)]
pub(super) async fn get(State(app): State<Shared>, _: Reader) -> Result<Json<Trials>, Trouble> {
    let agendas = off_thread(&app, |app| {
        Ok(app.desk().agenda(day_of(&app.moment("")))?)
    })
    .await?;
    Ok(Json(Trials {
        trials: agendas.iter().map(view).collect(),
    }))
}

fn view(agenda: &Agenda) -> TrialView {
    let instruction = |instruction: &Instruction| InstructionView {
        day: instruction.day.to_string(),
        arm: instruction.arm.letter(),
        label: instruction.label.clone(),
        text: instruction.text.clone(),
        night: instruction.number,
        of: instruction.of,
    };
    TrialView {
        trial: agenda.course.id.to_string(),
        name: agenda.course.name().to_owned(),
        standing: agenda.standing.name(),
        instruction: agenda.instruction.as_ref().map(instruction),
        held: agenda.hold.as_ref().map(|hold| hold.reason().to_string()),
        warnings: agenda.warnings.iter().map(warning).collect(),
    }
}
