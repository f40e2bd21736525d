//! `GET /phone`: how the app gets onto a phone, and what works over the connection that is open now.

use axum::response::Response;

use crate::assets;
use crate::page::{Frame, Look, Tab, render};

#[derive(askama::Template)]
#[template(path = "phone.html")]
struct Page {
    frame: Frame,
    script: String,
}

/// `GET /phone`
pub(crate) async fn get(look: Look) -> Response {
    render(&Page {
        frame: look.frame(crate::word("settings-phone"), Tab::Settings),
        script: assets::address("phone.js"),
    })
}
