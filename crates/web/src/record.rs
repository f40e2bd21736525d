//! What is written down about a request: that it was answered, how, and how fast. Never what was asked for: an address and
//! its hour can tell of a cramp.

use std::time::Instant;

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use tracing::{Instrument, info, info_span, warn};

use crate::site::Shared;

/// Carries the number of a request, which its lines in the log carry too.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// What was asked for by somebody who may not, too often, or in a shape that cannot be read: written down always. A page that is
/// not there is nothing of note.
fn is_refusal(status: StatusCode) -> bool {
    status.is_client_error() && status != StatusCode::NOT_FOUND
}

/// Numbers a request, and writes down and counts its answer.
pub(crate) async fn record(State(app): State<Shared>, request: Request, next: Next) -> Response {
    let id = app.next_request();
    let method = request.method().clone();
    let began = Instant::now();
    let span = info_span!("request", id);
    let mut response = next.run(request).instrument(span.clone()).await;
    let took = began.elapsed();
    let status = response.status();
    app.site.counts.answered(status, took);
    let microseconds = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
    span.in_scope(|| {
        let status = status.as_u16();
        if is_refusal(response.status()) {
            warn!(%method, status, microseconds, "refused");
        } else {
            info!(%method, status, microseconds, "answered");
        }
    });
    response
        .headers_mut()
        .insert(REQUEST_ID, HeaderValue::from(id));
    response
}
