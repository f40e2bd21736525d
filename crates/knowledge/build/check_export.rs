//! The checks of what goes to a doctor: tests to consider, and codes for exported records.

use crate::check::{Known, check_conditions};
use crate::check_source;
use crate::records::File;

/// Systems whose codes anybody may use.
const SYSTEMS: [&str; 2] = ["http://loinc.org", "http://hl7.org/fhir/sid/icd-10-cm"];

/// Adds a sentence for every mistake.
pub(crate) fn all(file: &File, known: &Known<'_>, mistake: &mut impl FnMut(String, String)) {
    for check in &file.check {
        let mut here = |what| mistake(format!("checks.toml: check {}", check.id), what);
        check_conditions(&check.suggested_by, known, &mut here);
        check_source::source(check.verified, &check.source_url, &check.name, &mut here);
        if check.suggested_by.is_empty() || check.suggested_by.always {
            here("nothing suggests it, or everything does".into());
        }
        if check.suggested_by.r#match.is_some() {
            here("any one fact suggests it: “match” means nothing here".into());
        }
    }
    for code in &file.code {
        let mut here = |what| mistake(format!("codes.toml: code {}", code.id), what);
        if !SYSTEMS.contains(&code.system.as_str()) {
            here(format!("{} is no system we may use", code.system));
        }
        // A day's count of a nutrient is an exposure too (`insight::intake::counted`).
        let is_counted = code.factor.starts_with("intake-");
        if !code.factor.is_empty() && !is_counted && !known.factors.contains(code.factor.as_str()) {
            here(format!("there is no factor {}", code.factor));
        }
        if !code.condition.is_empty() && !known.conditions.contains(code.condition.as_str()) {
            here(format!("there is no condition {}", code.condition));
        }
        for (field, text) in [
            ("code", &code.code),
            ("display", &code.display),
            ("used_for", &code.used_for),
            ("caveat", &code.caveat),
            ("read_at", &code.read_at),
        ] {
            if text.is_empty() {
                here(format!("it has no {field}"));
            }
        }
    }
}
