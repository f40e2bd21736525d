//! `/import`: a file of another program is sent, looked at, and taken into the diary or not.
//!
//! Invariants: nothing is written before the person says so; the file has no name on the disk and is gone when it is no
//! longer needed; an address holds nothing but a random number.

mod dialogue;
mod mapping;
mod read;
mod sent;
mod show;
mod take;
mod upload;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

pub(crate) use sent::Sent;
pub(crate) use upload::MOST_BYTES;

use crate::site::Shared;

/// Where a file is sent to.
pub(crate) const START: &str = "/import";

/// The pages of an import.
pub(crate) fn routes() -> Router<Shared> {
    let start = get(upload::get)
        .post(upload::post)
        // Counted while it arrives: a whole Apple Health export is larger than any form.
        .layer(DefaultBodyLimit::disable());
    Router::new()
        .route(START, start)
        .route("/import/{id}", get(show::get))
        .route("/import/{id}/read", post(mapping::post))
        .route("/import/{id}/take", post(take::post))
        .route("/import/{id}/take-back", post(take::back))
        .route("/import/{id}/leave", post(take::leave))
}
