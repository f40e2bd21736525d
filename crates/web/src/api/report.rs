//! `GET /api/v1/report`: the last four weeks in a few numbers.

use axum::Json;
use axum::extract::State;
use diary::{Night, Outcome};
use insight::List;
use serde::Serialize;
use utoipa::ToSchema;

use super::caller::Reader;
use super::raised::{RaisedView, views};
use super::trouble::{Refusals, Trouble};
use crate::site::{Shared, off_thread};

/// Nights that are summed up.
const WEEKS_4: usize = 28;

/// The last 28 nights that are over, behind the warning signs. Unanswered nights are counted as such, never as zero.
#[derive(Serialize, ToSchema)]
pub(super) struct Report {
    raised: Vec<RaisedView>,
    /// Nights summed up: 28, fewer in a young diary.
    nights: usize,
    /// Of these, nights whose number of cramps is known.
    answered: usize,
    /// Nights with a cramp.
    with_cramps: usize,
    /// Cramps in all; at least so many where nights are unanswered.
    cramps: u32,
    /// Minutes of cramp in all, of the nights that told.
    minutes: u32,
    /// Worst pain, 0 to 10.
    worst_pain: Option<u8>,
    /// Names of the factors that likely matter.
    likely: Vec<&'static str>,
}

/// Read the summary.
#[utoipa::path(
    get,
    path = "/api/v1/report",
    responses((status = 200, description = "The summary.", body = Report), Refusals)
)]
pub(super) async fn get(State(app): State<Shared>, _: Reader) -> Result<Json<Report>, Trouble> {
    let (reading, nights) = off_thread(&app, |app| {
        let today = app.today();
        Ok((app.desk().suspects(today)?, app.desk().nights(today)?))
    })
    .await?;
    let last = nights.rchunks(WEEKS_4).next().unwrap_or_default();
    let seen = |night: &Night| night.outcome.seen().unwrap_or(0);
    Ok(Json(Report {
        raised: views(&reading.plan.raised),
        nights: last.len(),
        answered: last
            .iter()
            .filter(|night| matches!(night.outcome, Outcome::Exactly(_)))
            .count(),
        with_cramps: last.iter().filter(|night| seen(night) > 0).count(),
        cramps: last.iter().map(seen).sum(),
        minutes: last
            .iter()
            .filter_map(|night| night.minutes)
            .map(|minutes| minutes.get())
            .sum(),
        worst_pain: last
            .iter()
            .filter_map(|night| night.pain)
            .max()
            .map(|pain| pain.get()),
        likely: reading
            .suspects
            .all
            .iter()
            .filter(|suspect| suspect.list == List::Likely)
            .map(|suspect| suspect.factor.name)
            .collect(),
    }))
}
