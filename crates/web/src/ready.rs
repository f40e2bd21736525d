//! `GET /readyz`: whether the diary can be read at this moment, for whoever watches the server. It says nothing else.

use axum::extract::State;
use axum::http::StatusCode;

use crate::site::{Shared, off_thread};

/// `GET /readyz`
pub(crate) async fn get(State(app): State<Shared>) -> (StatusCode, &'static str) {
    match off_thread(&app, |app| Ok(app.desk().head()?)).await {
        Ok(_) => (StatusCode::OK, "ready"),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the diary cannot be read"),
    }
}
