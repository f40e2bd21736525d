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

use axum::http::{HeaderValue, header};
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Router, middleware};

use crate::site::Shared;

pub(crate) use caller::admit;
pub(crate) use trouble::Trouble;

/// Beginning of every address of the API.
pub(crate) const ROOT: &str = "/api/v1";

/// Everything below [`ROOT`].
pub(crate) fn routes(app: &Shared) -> Router<Shared> {
    let known = middleware::from_fn_with_state(Shared::clone(app), caller::known);
    Router::new()
        .route("/cramps", post(cramps::post))
        .route("/entries", get(entries::get).post(entries::post))
        .route("/nights", get(nights::get))
        .route("/suspects", get(suspects::get))
        .route("/plan", get(plan::get))
        .route("/trials", get(trials::get))
        .route("/report", get(report::get))
        .route_layer(known)
        .route("/openapi.json", get(openapi::get))
        .fallback(async || Trouble::not_found())
        .method_not_allowed_fallback(async || Trouble::method())
        .layer(middleware::map_response(as_a_file))
}

/// An answer that a browser keeps as a file and does not show as a page.
async fn as_a_file(mut answer: Response) -> Response {
    let file = HeaderValue::from_static("attachment; filename=\"soleus.json\"");
    answer
        .headers_mut()
        .insert(header::CONTENT_DISPOSITION, file);
    answer
}
