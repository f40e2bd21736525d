//! Where the person of a request is: the time zone they chose and the measures they are used to. It is around the request, as
//! its language is.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use diary::Zone;
use texts::Measures;

use crate::preferences::{Preferences, Units};

/// Where the person is, as far as they said.
#[derive(Clone, Default)]
pub(crate) struct Place {
    zone: Option<Zone>,
    measures: Measures,
}

tokio::task_local! {
    static PLACE: Place;
}

/// The place of the request; outside one, nothing is known of it.
pub(crate) fn here() -> Place {
    PLACE.try_with(Clone::clone).unwrap_or_default()
}

/// The zone that the person chose; `None`: nobody did.
pub(crate) fn zone() -> Option<Zone> {
    here().zone
}

/// The measures in which amounts of drink are told.
pub(crate) fn measures() -> Measures {
    here().measures
}

/// Answers a request in the place of its person.
pub(crate) async fn in_its_place(request: Request, next: Next) -> Response {
    let chosen = Preferences::of(request.headers());
    let place = Place {
        zone: chosen.zone,
        measures: match chosen.units {
            Units::Metric => Measures::Metric,
            Units::Us => Measures::Us,
        },
    };
    PLACE.scope(place, next.run(request)).await
}

/// Does work on another thread in the place of the request.
pub(crate) fn within<T>(place: Place, work: impl FnOnce() -> T) -> T {
    PLACE.sync_scope(place, work)
}
