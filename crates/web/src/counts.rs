//! What whoever watches the server may count: answers and their time, connections, wrong passphrases. No addresses and no
//! methods: how often something is logged is the person's own affair.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::http::{StatusCode, header};
use axum::routing::get;
use prometheus_client::encoding::{EncodeLabelSet, text};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};
use tokio::net::TcpListener;

/// Upper ends of the histogram of answering times, in seconds.
const SECONDS: [f64; 8] = [0.001, 0.005, 0.02, 0.05, 0.2, 1.0, 5.0, 20.0];

/// The media type of the OpenMetrics text format, version 1.0.0.
const OPEN_METRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// Counts of one server.
pub struct Counts {
    registry: Registry,
    answers: Family<Class, Counter>,
    seconds: Histogram,
    connections: Gauge,
    refused_logins: Counter,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Class {
    /// The first digit of the status: 2 done, 3 moved, 4 refused, 5 failed.
    class: u32,
}

impl Default for Counts {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("soleus");
        let answers = Family::default();
        let seconds = Histogram::new(SECONDS);
        let connections = Gauge::default();
        let refused_logins = Counter::default();
        registry.register(
            "answers",
            "Requests answered, by the first digit of their status",
            answers.clone(),
        );
        registry.register_with_unit(
            "answering",
            "Time from a request's head to its answer's head",
            Unit::Seconds,
            seconds.clone(),
        );
        registry.register("connections", "Open connections", connections.clone());
        registry.register(
            "refused_logins",
            "Wrong passphrases",
            refused_logins.clone(),
        );
        Self {
            registry,
            answers,
            seconds,
            connections,
            refused_logins,
        }
    }
}

impl fmt::Debug for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Counts").finish_non_exhaustive()
    }
}

impl Counts {
    pub(crate) fn answered(&self, status: StatusCode, took: Duration) {
        let class = u32::from(status.as_u16()) / 100;
        self.answers.get_or_create(&Class { class }).inc();
        self.seconds.observe(took.as_secs_f64());
    }

    pub(crate) fn connected(&self) {
        self.connections.inc();
    }

    pub(crate) fn disconnected(&self) {
        self.connections.dec();
    }

    pub(crate) fn login_refused(&self) {
        self.refused_logins.inc();
    }

    /// As text in the OpenMetrics format.
    fn told(&self) -> String {
        let mut told = String::new();
        // Writing into a `String` does not fail.
        let _ = text::encode(&mut told, &self.registry);
        told
    }
}

/// Answers `GET /metrics` at an address of its own, for ever.
pub async fn serve_counts(listener: TcpListener, counts: Arc<Counts>) {
    let tell = async move || ([(header::CONTENT_TYPE, OPEN_METRICS)], counts.told());
    // It never ends by itself, and fails on no single connection.
    let _ = axum::serve(listener, Router::new().route("/metrics", get(tell))).await;
}
