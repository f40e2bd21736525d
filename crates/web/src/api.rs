//! `/api/v1`: the diary for other programs, as JSON, behind secrets with narrow scopes.
//!
//! Invariants: no cookie is read and no other site is let in, so a browser cannot be made to act for the person; nothing
//! about health stands in an address; what is refused is told in one sentence (RFC 9457). Views are written by hand from
//! the diary's types: a change of those changes nothing here unnoticed.
//!
//! Reading order: `caller` (who may), `trouble` (what is refused), `body` (what is sent), then one file a resource; `openapi`
//! describes them.

mod body;
mod caller;
mod cramp_names;
mod cramps;
mod entries;
mod kinds;
mod nights;
mod openapi;
mod plan;
mod raised;
mod report;
mod suspects;
mod told;
mod trials;
mod trouble;

use axum::Router;
use axum::routing::{get, post};

use crate::site::Shared;

pub(crate) use caller::admit;
pub(crate) use trouble::Trouble;

/// Beginning of every address of the API.
pub(crate) const ROOT: &str = "/api/v1";

/// Everything below [`ROOT`].
pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/cramps", post(cramps::post))
        .route("/entries", get(entries::get).post(entries::post))
        .route("/nights", get(nights::get))
        .route("/suspects", get(suspects::get))
        .route("/plan", get(plan::get))
        .route("/trials", get(trials::get))
        .route("/report", get(report::get))
        .route("/openapi.json", get(openapi::get))
        .fallback(async || Trouble::not_found())
        .method_not_allowed_fallback(async || Trouble::method())
}
