//! `GET /api/v1/plan`: what to do now, behind the warning signs and the safety rules.

use axum::Json;
use axum::extract::State;
use insight::{Applies, Step, Warning, Water};
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
    /// How much to drink and when; null where there is no plan.
    water: Option<WaterView>,
    /// What a reader must know, in plain sentences.
    notes: Vec<String>,
}

/// Drinking: an amount with its glasses, or what is said instead of one.
#[derive(Serialize, ToSchema)]
struct WaterView {
    /// The whole of it in a sentence.
    headline: String,
    /// Drinks of all kinds in the day; null where no amount is told.
    millilitres: Option<u32>,
    /// When each glass is due, by the clock where the person is.
    glasses: Vec<String>,
    /// The size of a glass.
    glass_millilitres: Option<u32>,
    /// From when on only sips for thirst or medicines.
    sips_from: Option<String>,
    after_sweating: Option<String>,
    /// Must be shown with the amount.
    warnings: Vec<WarningView>,
    /// What the safety rules say instead of an amount.
    instead: Vec<&'static str>,
    /// Facts that must be known before an amount is told.
    asks: Vec<&'static str>,
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
        water: reading.plan.water.as_ref().map(water),
        notes: reading.plan.notes.iter().map(ToString::to_string).collect(),
    }))
}

fn water(water: &Water) -> WaterView {
    let mut view = WaterView {
        headline: water.headline().to_string(),
        millilitres: None,
        glasses: Vec::new(),
        glass_millilitres: None,
        sips_from: None,
        after_sweating: None,
        warnings: Vec::new(),
        instead: Vec::new(),
        asks: Vec::new(),
    };
    match water {
        Water::Target(target) => {
            let clock = |at: &jiff::civil::Time| at.strftime("%H:%M").to_string();
            view.millilitres = Some(target.millilitres);
            view.glasses = target.rhythm.glasses.iter().map(clock).collect();
            view.glass_millilitres = Some(target.rhythm.glass);
            view.sips_from = Some(clock(&target.rhythm.sips_from));
            view.after_sweating = Some(target.after_sweating().to_string());
            view.warnings = target.warnings.iter().map(warning).collect();
        }
        Water::Asks(missing) => {
            view.asks = missing.iter().flat_map(|one| one.asks.clone()).collect();
        }
        Water::Silent { messages, .. } => view.instead.clone_from(messages),
    }
    view
}

fn step(step: &Step) -> StepView {
    StepView {
        remedy: step.remedy.id,
        name: step.remedy.name,
        why: step.why.to_string(),
        how_sure: step.how_sure.to_string(),
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
