//! `GET /api/v1/suspects`: what may cause the cramps.

use axum::Json;
use axum::extract::State;
use insight::{List, Suspect, Tag};
use serde::Serialize;
use utoipa::ToSchema;

use super::caller::Reader;
use super::raised::{RaisedView, views};
use super::trouble::{Refusals, Trouble};
use crate::site::{Shared, off_thread};

/// Every suspect, the likeliest first, behind the warning signs.
#[derive(Serialize, ToSchema)]
pub(super) struct Suspects {
    raised: Vec<RaisedView>,
    suspects: Vec<SuspectView>,
    /// What a reader must know, in plain sentences.
    notes: Vec<String>,
}

#[derive(Serialize, ToSchema)]
struct SuspectView {
    /// Id of the factor.
    factor: &'static str,
    name: &'static str,
    list: ListView,
    tag: TagView,
    /// Probability that it matters for this person (changes the rate by more than a tenth).
    probability: f64,
    p_raises: f64,
    p_lowers: f64,
    /// Rate ratio with its 5 % and 95 % points; null where nothing but our judgement stands behind a number.
    rate_ratio: Option<f64>,
    rate_ratio_low: Option<f64>,
    rate_ratio_high: Option<f64>,
    /// The finding in a sentence.
    sentence: String,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum ListView {
    Likely,
    Unclear,
    Unlikely,
}

/// What it rests on.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum TagView {
    FromStudies,
    FromYourNights,
    Tested,
}

/// Read the suspects.
#[utoipa::path(
    get,
    path = "/api/v1/suspects",
    responses((status = 200, description = "Suspects.", body = Suspects), Refusals)
)]
pub(super) async fn get(State(app): State<Shared>, _: Reader) -> Result<Json<Suspects>, Trouble> {
    let reading = off_thread(&app, |app| Ok(app.desk().suspects(app.today())?)).await?;
    Ok(Json(Suspects {
        raised: views(&reading.plan.raised),
        suspects: reading.suspects.all.iter().map(view).collect(),
        notes: reading
            .suspects
            .notes
            .iter()
            .map(ToString::to_string)
            .collect(),
    }))
}

fn view(suspect: &Suspect) -> SuspectView {
    let shown = |ratio: f64| suspect.shows_number.then_some(ratio);
    SuspectView {
        factor: suspect.factor.id,
        name: suspect.factor.name,
        list: match suspect.list {
            List::Likely => ListView::Likely,
            List::Unclear => ListView::Unclear,
            List::Unlikely => ListView::Unlikely,
        },
        tag: match suspect.tag {
            Tag::FromStudies => TagView::FromStudies,
            Tag::FromYourNights => TagView::FromYourNights,
            Tag::Tested => TagView::Tested,
        },
        probability: suspect.probability,
        p_raises: suspect.p_raises,
        p_lowers: suspect.p_lowers,
        rate_ratio: shown(suspect.ratio),
        rate_ratio_low: shown(suspect.ratio_low),
        rate_ratio_high: shown(suspect.ratio_high),
        sentence: suspect.sentence.to_string(),
    }
}
