//! Trials: what can be tested, the card before the start, and each trial with its days and its result.

pub(crate) mod ask;
mod band;
pub(crate) mod change;
pub(crate) mod list;
pub(crate) mod one;
pub(crate) mod start;
pub(crate) mod today;

use axum::Router;
use axum::routing::{get, post};
use diary::EntryId;
use insight::trial::Course;

use crate::problem::Problem;
use crate::site::{App, Shared};

/// The pages of trials.
pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/trials", get(list::get))
        .route("/trials/new/{template}", get(start::get).post(start::post))
        .route("/trials/{id}", get(one::get))
        .route("/trials/{id}/pause", post(change::pause))
        .route("/trials/{id}/resume", post(change::resume))
        .route("/trials/{id}/stop", post(change::stop))
        .route("/trials/{id}/adherence", post(change::adherence))
        .route("/trials/{id}/look", post(change::look))
        .route("/trials/{id}/peek", post(change::peek))
}

/// The trial with this id, and its place in the address.
fn course(app: &App, id: EntryId) -> Result<Course, Problem> {
    app.desk().course(id)?.ok_or(Problem::NotFound)
}
