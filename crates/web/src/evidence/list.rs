//! `GET /evidence`: all factors by kind, and all remedies.

use std::collections::BTreeMap;

use axum::response::Response;
use knowledge::{Factor, Remedy};

use crate::evidence::frame;
use crate::page::{Frame, Look, render};
use crate::words;

struct Group {
    name: String,
    factors: Vec<&'static Factor>,
}

#[derive(askama::Template)]
#[template(path = "evidence/list.html")]
struct Page {
    frame: Frame,
    groups: Vec<Group>,
    remedies: &'static [Remedy],
    findings: usize,
}

/// `GET /evidence`
pub(crate) async fn get(look: Look) -> Response {
    let mut groups: BTreeMap<&str, Vec<&'static Factor>> = BTreeMap::new();
    for factor in knowledge::factors() {
        groups.entry(factor.category).or_default().push(factor);
    }
    let groups = groups.into_iter().map(|(name, factors)| Group {
        name: words::capital(&name.replace('-', " and ")),
        factors,
    });
    render(&Page {
        frame: frame(&look, crate::word("evidence-title")),
        groups: groups.collect(),
        remedies: knowledge::remedies(),
        findings: knowledge::findings().len(),
    })
}
