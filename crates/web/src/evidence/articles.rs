//! `GET /evidence/articles`: what popular articles say, and what was found.

use axum::response::Response;
use knowledge::{Factor, Remedy};

use crate::evidence::frame;
use crate::page::{Frame, Look, render};

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
        frame: frame(&look, crate::word("evidence-articles-title")),
        factors: factors
            .filter(|factor| !factor.believed.is_empty())
            .collect(),
        remedies: remedies.filter(|remedy| remedy.popular_claim).collect(),
    })
}
