//! What devices count and what it becomes: one number a record, written as a constant that the import names.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde::Deserialize;

use crate::check_source;
use crate::code::{Code, fields};
use crate::records::Verified;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Conversion {
    id: String,
    value: f64,
    unit: String,
    reason: String,
    source_url: String,
    verified: Verified,
    note: String,
}

/// Adds a sentence for every mistake.
pub(crate) fn check(all: &[Conversion], mistake: &mut impl FnMut(String, String)) {
    let mut seen = BTreeSet::new();
    for one in all {
        let mut here = |what| mistake(format!("devices.toml: {}", one.id), what);
        if !seen.insert(&one.id) {
            here("it stands there twice".into());
        }
        if one.value <= 0.0 || one.unit.is_empty() || one.reason.is_empty() {
            here("say a number above zero, its unit and the reason".into());
        }
        check_source::source(one.verified, &one.source_url, &one.reason, &mut here);
    }
}

/// A module with a constant for each, and all of them in order.
pub(crate) fn module(all: &[Conversion]) -> String {
    let mut code =
        "/// Each number as a constant.\npub mod conversion {\nuse crate::types::Verified;\nuse crate::conversions::Conversion;\n".to_owned();
    let name = |one: &Conversion| one.id.to_uppercase().replace('-', "_");
    for one in all {
        let _ = writeln!(
            code,
            "#[doc = {:?}]\npub const {}: Conversion = {};",
            one.reason,
            name(one),
            one.code()
        );
    }
    let names: Vec<String> = all.iter().map(name).collect();
    let _ = writeln!(
        code,
        "/// Every one of them.\npub static ALL: &[Conversion] = &[{}];\n}}",
        names.join(", ")
    );
    code
}

impl Code for Conversion {
    fn code(&self) -> String {
        let fields = fields!(self; id, value, unit, reason, source_url, verified, note);
        format!("Conversion {{ {fields} }}")
    }
}
