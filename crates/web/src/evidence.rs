//! What is known, browsed: factors and remedies with their findings, what articles say, how the body does it.

pub(crate) mod articles;
pub(crate) mod body;
pub(crate) mod factor;
pub(crate) mod list;
pub(crate) mod remedy;
mod source;

use axum::Router;
use axum::routing::get;
use knowledge::Verdict;

use crate::page::{Frame, Look, Tab};
use crate::site::Shared;

pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/evidence", get(list::get))
        .route("/evidence/articles", get(articles::get))
        .route("/evidence/body", get(body::get))
        .route("/evidence/factors/{id}", get(factor::get))
        .route("/evidence/remedies/{id}", get(remedy::get))
}

/// The frame of a page of evidence.
fn frame(look: &Look, title: &str) -> Frame {
    look.frame(title, Tab::Evidence)
}

/// What we make of a remedy.
pub(crate) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::NotRecommended => crate::word("verdict-not-recommended"),
        Verdict::UnlikelyToHelp => crate::word("verdict-unlikely"),
        Verdict::Uncertain => crate::word("verdict-uncertain"),
        Verdict::MayHelp => crate::word("verdict-may"),
        Verdict::LikelyHelps => crate::word("verdict-likely"),
    }
}
