//! What a page shows while its answer is being worked out: a bar, and a script that fetches the answer when it is there.

use axum::response::Response;

use crate::assets;
use crate::page::{Frame, render};
use crate::say::Said;

/// How far the answer is.
pub(crate) struct Waiting {
    /// What is being done, in words.
    pub(crate) what: Said,
    /// The share that is done; `None` while nobody knows.
    pub(crate) percent: Option<u8>,
    /// The id of the form that asks for the same page again; empty when its address does.
    pub(crate) form: &'static str,
    pub(crate) script: String,
}

impl Waiting {
    /// `share` is what is done, from 0 to 1.
    pub(crate) fn of(what: Said, share: Option<f64>, form: &'static str) -> Self {
        Self {
            what,
            percent: share.map(|share| (share.clamp(0.0, 1.0) * 100.0) as u8),
            form,
            script: assets::address("waiting.js"),
        }
    }
}

#[derive(askama::Template)]
#[template(path = "waiting_page.html")]
struct Page {
    frame: Frame,
    wait: Waiting,
}

/// A page of which nothing can be shown yet.
pub(crate) fn page(frame: Frame, wait: Waiting) -> Response {
    render(&Page { frame, wait })
}
