//! `GET` and `POST /api/v1/entries`: entries in the written form that disk and export have, too.

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use diary::entry::Act;
use diary::{Entry, EntryId, written};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::{IntoParams, ToSchema};

use super::body::{Sent, Wanted};
use super::caller::{Reader, Teller};
use super::kinds::BodyKinds;
use super::told::{Told, tell};
use super::trouble::{NotTaken, Refusals, Trouble};
use crate::problem::Problem;
use crate::site::{Shared, off_thread};

/// Entries in one answer unless fewer are wanted.
const PAGE: usize = 500;

/// Which entries.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct Which {
    /// Only those whose id is greater: the `next` of the last answer.
    #[param(pattern = "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")]
    after: Option<String>,
    /// At most so many.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<usize>,
}

/// Entries in the order of their ids.
#[derive(Serialize, ToSchema)]
pub(super) struct Entries {
    entries: Vec<WrittenEntry>,
    /// Ask again with `after` set to this; null when there are no more.
    next: Option<String>,
}

/// One entry as it was told (docs/export.md).
#[derive(Serialize, ToSchema)]
struct WrittenEntry {
    id: String,
    /// The instant, in UTC.
    at: String,
    /// The IANA zone in which the person lived through it.
    zone: String,
    /// `tell`, `replace`, `retract`, `erase` or `erased`.
    act: Value,
    /// The entry that is changed.
    target: Option<String>,
    /// What was told; its `kind` says which fields it has.
    #[schema(value_type = Option<Object>)]
    body: Option<Value>,
}

/// Read the log: everything as it was told, corrections included.
#[utoipa::path(
    get,
    path = "/api/v1/entries",
    params(Which),
    responses((status = 200, description = "Entries.", body = Entries), Refusals)
)]
pub(super) async fn get(
    State(app): State<Shared>,
    _: Reader,
    Wanted(which): Wanted<Which>,
) -> Result<Json<Entries>, Trouble> {
    let after: Option<EntryId> = which
        .after
        .map(|text| text.parse())
        .transpose()
        .map_err(|why: diary::entry::NotAnEntryId| Trouble::unclear(why.to_string()))?;
    let limit = match which.limit {
        None => PAGE,
        Some(limit @ 1..=PAGE) => limit,
        Some(_) => {
            return Err(Trouble::unclear(format!(
                "The limit must be from 1 to {PAGE}."
            )));
        }
    };
    let all = off_thread(&app, |app| Ok(app.desk().entries()?)).await?;
    let mut later = all
        .iter()
        .filter(|entry| after.is_none_or(|after| entry.id > after))
        .peekable();
    let page: Vec<&Entry> = later.by_ref().take(limit).collect();
    let next = later
        .peek()
        .and_then(|_| page.last())
        .map(|entry| entry.id.to_string());
    let entries = page.into_iter().map(view).collect::<Result<_, _>>()?;
    Ok(Json(Entries { entries, next }))
}

fn view(entry: &Entry) -> Result<WrittenEntry, Trouble> {
    let line = written::write(entry).map_err(|_| Problem::Ours)?;
    let mut fields: Value = serde_json::from_str(&line).map_err(|_| Problem::Ours)?;
    let target = match entry.act {
        Act::Replace { target, .. } | Act::Retract { target } | Act::Erase { target } => {
            Some(target.to_string())
        }
        Act::Tell { .. } | Act::Erased => None,
    };
    Ok(WrittenEntry {
        id: entry.id.to_string(),
        at: entry.moment.at.to_string(),
        zone: entry.moment.zone.name().to_owned(),
        act: fields.get_mut("act").map(Value::take).unwrap_or_default(),
        target,
        body: fields.get_mut("body").map(Value::take),
    })
}

/// Something new to tell.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct NewEntry {
    /// A UUID of version 7 made by the device: sent again, the entry counts once.
    #[schema(required, example = "01a0c450-6c01-7101-8101-010101010101")]
    id: String,
    /// When it happened.
    #[schema(required, format = DateTime, example = "2026-05-03T06:30:00Z")]
    at: String,
    /// IANA name of the zone in which the person lived through it.
    #[schema(required, example = "Europe/Berlin")]
    zone: String,
    /// What is told, in the written form (docs/export.md).
    #[schema(required, value_type = BodyKinds)]
    body: Value,
}

/// Tell anything new.
///
/// Nothing can be corrected, taken back or erased this way.
#[utoipa::path(
    post,
    path = "/api/v1/entries",
    request_body = NewEntry,
    responses(
        (status = 201, description = "The entry is in the diary.", body = Told),
        (status = 200, description = "It was there already.", body = Told),
        NotTaken,
        Refusals,
    )
)]
pub(super) async fn post(
    State(app): State<Shared>,
    _: Teller,
    Sent(new): Sent<NewEntry>,
) -> Result<Response, Trouble> {
    let line = json!({
        "id": new.id,
        "at": new.at,
        "zone": new.zone,
        "act": "tell",
        "body": new.body,
    });
    let entry =
        written::read(&line.to_string()).map_err(|why| Trouble::unclear(why.to_string()))?;
    tell(&app, entry).await
}
