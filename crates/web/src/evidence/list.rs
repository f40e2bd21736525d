//! `GET /evidence`: all factors by kind, and all remedies.

use std::collections::BTreeMap;

use axum::response::Response;
use knowledge::{Factor, Remedy};

use crate::evidence::frame;
use crate::page::{Frame, Look, render};

struct Group {
    name: &'static str,
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
        name: group_name(name),
        factors,
    });
    render(&Page {
        frame: frame(&look, crate::word("evidence-title")),
        groups: groups.collect(),
        remedies: knowledge::remedies(),
        findings: knowledge::findings().len(),
    })
}

/// The name of a category of factors.
fn group_name(category: &str) -> &'static str {
    crate::word(match category {
        "activity" => "evidence-group-activity",
        "circulation" => "evidence-group-circulation",
        "condition" => "evidence-group-condition",
        "demographic" => "evidence-group-demographic",
        "fluid-electrolyte" => "evidence-group-fluid-electrolyte",
        "hormone-pregnancy" => "evidence-group-hormone-pregnancy",
        "medicine" => "evidence-group-medicine",
        "nerve" => "evidence-group-nerve",
        "nutrition" => "evidence-group-nutrition",
        "posture-footwear" => "evidence-group-posture-footwear",
        "season" => "evidence-group-season",
        "sleep-stress" => "evidence-group-sleep-stress",
        "substance" => "evidence-group-substance",
        _ => "",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_group_has_a_name() {
        for factor in knowledge::factors() {
            assert_ne!(group_name(factor.category), "", "{}", factor.category);
        }
    }
}
