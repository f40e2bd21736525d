//! `GET /evidence/articles`: what popular articles say, and what was found.

use axum::response::Response;
use knowledge::{Factor, Remedy};

use crate::page::{Frame, Look, Tab, render};

#[derive(askama::Template)]
#[template(path = "evidence/articles.html")]
struct Page {
    frame: Frame,
    factors: Vec<&'static Factor>,
    remedies: Vec<&'static Remedy>,
}

/// `GET /evidence/articles`
pub(crate) async fn get(look: Look) -> Response {
    let factors = knowledge::factors().iter();
    let remedies = knowledge::remedies().iter();
    render(&Page {
        frame: look.frame("What articles say", Tab::Evidence),
        factors: factors
            .filter(|factor| !factor.believed.is_empty())
            .collect(),
        remedies: remedies.filter(|remedy| remedy.popular_claim).collect(),
    })
}
