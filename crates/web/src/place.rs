//! The time zone that the person of a request has chosen: it is around the request, as its language is.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use diary::Zone;

use crate::preferences::Preferences;

tokio::task_local! {
    static ZONE: Option<Zone>;
}

/// The zone that the person chose; `None`: nobody did.
pub(crate) fn zone() -> Option<Zone> {
    ZONE.try_with(Clone::clone).ok().flatten()
}

/// Answers a request in the zone of its person.
pub(crate) async fn in_its_zone(request: Request, next: Next) -> Response {
    let chosen = Preferences::of(request.headers()).zone;
    ZONE.scope(chosen, next.run(request)).await
}

/// Does work on another thread in the zone of the request.
pub(crate) fn within<T>(zone: Option<Zone>, work: impl FnOnce() -> T) -> T {
    ZONE.sync_scope(zone, work)
}
