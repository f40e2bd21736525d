//! The answer to a device that told something.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use diary::Entry;
use serde::Serialize;
use utoipa::ToSchema;

use super::Trouble;
use crate::site::{Shared, off_thread};

/// What became of something told.
#[derive(Serialize, ToSchema)]
pub(super) struct Told {
    /// The entry's id: sent again, it counts once.
    #[schema(example = "01a0c450-6c01-7101-8101-010101010101")]
    id: String,
    /// When it happened.
    at: String,
    /// Whether it was new; `false` when the same entry was there already.
    new: bool,
}

/// Writes an entry and says what became of it: 201 when it is new, 200 when it was there.
pub(super) async fn tell(app: &Shared, entry: Entry) -> Result<Response, Trouble> {
    let (id, at) = (entry.id, entry.moment.at);
    let receipt = off_thread(app, move |app| {
        let _turn = app.writing();
        Ok(app.desk().tell_with_id(entry, app.now())?)
    })
    .await?;
    let new = receipt == desk::Receipt::Stored;
    let status = if new {
        StatusCode::CREATED
    } else {
        StatusCode::OK
    };
    let told = Told {
        id: id.to_string(),
        at: at.to_string(),
        new,
    };
    Ok((status, Json(told)).into_response())
}
