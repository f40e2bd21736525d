//! `GET /api/v1/nights`: what each night brought, with the day before it.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use diary::{Night, NightId, Outcome};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::body::Wanted;
use super::caller::Reader;
use super::trouble::{Refusals, Trouble};
use crate::site::{Shared, off_thread};

/// Nights in an answer when nothing else is wanted.
const LAST: usize = 30;

/// Which nights.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct Which {
    /// Date of the first night's evening; without both dates, the last 30 nights.
    #[param(format = Date, example = "2026-05-01")]
    from: Option<String>,
    /// Date of the last night's evening.
    #[param(format = Date, example = "2026-05-31")]
    to: Option<String>,
}

/// Nights without a hole, the earliest first.
#[derive(Serialize, ToSchema)]
pub(super) struct Nights {
    nights: Vec<NightView>,
}

/// One night, from noon to noon, with the day before it. Null was not answered.
#[derive(Serialize, ToSchema)]
struct NightView {
    /// Date of its evening.
    #[schema(format = Date)]
    night: String,
    outcome: OutcomeView,
    /// Number of cramps, at least so many or exactly, as `outcome` says.
    cramps: Option<u32>,
    minutes: Option<u32>,
    /// Worst pain, 0 to 10.
    pain: Option<u8>,
    /// How much cramps disturbed the sleep, 0 to 10.
    sleep_lost: Option<u8>,
    /// Next day, 0 to 10.
    soreness: Option<u8>,
    /// Next day, 0 to 10.
    tiredness: Option<u8>,
    /// When cramps were logged.
    cramp_times: Vec<String>,
    /// Answers about the day before, by the factor's id: an amount, or 1 and 0 for yes and no.
    exposures: BTreeMap<String, f64>,
}

/// How the number of cramps is known.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum OutcomeView {
    Missing,
    AtLeast,
    Exactly,
}

/// Read nights.
#[utoipa::path(
    get,
    path = "/api/v1/nights",
    params(Which),
    responses((status = 200, description = "Nights.", body = Nights), Refusals)
)]
pub(super) async fn get(
    State(app): State<Shared>,
    _: Reader,
    Wanted(which): Wanted<Which>,
) -> Result<Json<Nights>, Trouble> {
    let (from, to) = (date(which.from.as_deref())?, date(which.to.as_deref())?);
    let all = off_thread(&app, |app| Ok(app.desk().nights(app.today())?)).await?;
    let skipped = match (from, to) {
        (None, None) => all.len().saturating_sub(LAST),
        _ => 0,
    };
    let nights = all
        .iter()
        .skip(skipped)
        .filter(|night| from.is_none_or(|from| night.id >= from))
        .filter(|night| to.is_none_or(|to| night.id <= to))
        .map(NightView::from)
        .collect();
    Ok(Json(Nights { nights }))
}

fn date(text: Option<&str>) -> Result<Option<NightId>, Trouble> {
    text.map(str::parse)
        .transpose()
        .map_err(|_| Trouble::unclear("A date cannot be read. Write it as 2026-05-31."))
}

impl From<&Night> for NightView {
    fn from(night: &Night) -> Self {
        Self {
            night: night.id.to_string(),
            outcome: match night.outcome {
                Outcome::Missing => OutcomeView::Missing,
                Outcome::AtLeast(_) => OutcomeView::AtLeast,
                Outcome::Exactly(_) => OutcomeView::Exactly,
            },
            cramps: night.outcome.seen(),
            minutes: night.minutes.map(|minutes| minutes.get()),
            pain: night.pain.map(|score| score.get()),
            sleep_lost: night.sleep_lost.map(|score| score.get()),
            soreness: night.soreness.map(|score| score.get()),
            tiredness: night.tiredness.map(|score| score.get()),
            cramp_times: night
                .cramps
                .iter()
                .map(|(moment, _)| moment.at.to_string())
                .collect(),
            exposures: night
                .exposures
                .iter()
                .map(|(factor, value)| (factor.to_string(), value.answer.value()))
                .collect(),
        }
    }
}
