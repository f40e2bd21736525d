//! `GET /phone`: how the app gets onto a phone, and what works over the connection that is open now.

use axum::extract::State;
use axum::response::Response;

use crate::alarm;
use crate::assets;
use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::site::{Shared, off_thread};

#[derive(askama::Template)]
#[template(path = "phone.html")]
struct Page {
    frame: Frame,
    script: String,
}

/// `GET /phone`
pub(crate) async fn get(State(app): State<Shared>, look: Look) -> Result<Response, Problem> {
    let alarms = off_thread(&app, alarm::now).await?;
    Ok(render(&Page {
        frame: look
            .frame(crate::word("settings-phone"), Tab::Settings)
            .with_alarms(alarms),
        script: assets::address("phone.js"),
    }))
}
