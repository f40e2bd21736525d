//! The hygiene of the evidence: what was not compared with its source for a year, and what professionals must sign.

use std::fmt::Write as _;

use crate::conversions::conversion;
use crate::lookup::{factors, findings, flags, fluids, instruments, look_alikes, routines, rules};
use crate::types::{Finding, Status, Verified};

/// The findings that were last compared with their source before a day, or never; those never checked first.
///
/// Days are written as 2026-11-22, so that their order is that of their letters.
#[must_use]
pub fn stale(before: &str) -> Vec<&'static Finding> {
    let mut stale: Vec<&'static Finding> = findings()
        .iter()
        .filter(|finding| finding.checked_on < before)
        .collect();
    stale.sort_by_key(|finding| (finding.checked_on, finding.about, finding.id));
    stale
}

/// The findings with a warning: what a person must look at before the number is believed.
pub fn warned() -> impl Iterator<Item = &'static Finding> {
    findings()
        .iter()
        .filter(|finding| finding.status != Status::Standing || !finding.warning.is_empty())
}

/// The list that a clinician and a pharmacist must sign, in Markdown: `docs/clinical-review.md`.
#[must_use]
pub fn clinical_review() -> String {
    let mut text = String::from(
        "# Clinical review\n\nMade by `soleus evidence review`; a test keeps it true.\n\n\
         **Nobody has signed this yet.** A clinician must read every rule and flag below, a pharmacist those about medicines. \
         *Unverified*: written from general clinical knowledge, no source was read. *Second-hand*: read in a page that quotes \
         the source; to be replaced by the guideline, label or paper.\n",
    );
    let of = |verified: Verified| match verified {
        Verified::Unverified => "unverified",
        Verified::Secondary => "second-hand",
        Verified::Primary => "read",
    };
    section(
        &mut text,
        "Safety rules",
        rules()
            .iter()
            .filter(|one| one.verified != Verified::Primary)
            .map(|one| (one.id, of(one.verified), one.message, one.source_url)),
    );
    section(
        &mut text,
        "Red flags",
        flags()
            .iter()
            .filter(|one| one.verified != Verified::Primary)
            .map(|one| (one.id, of(one.verified), one.advice, one.source_url)),
    );
    section(
        &mut text,
        "Look-alikes",
        look_alikes()
            .iter()
            .filter(|one| one.verified != Verified::Primary)
            .map(|one| (one.id, of(one.verified), one.name, one.source_url)),
    );
    section(
        &mut text,
        "Questionnaires",
        instruments()
            .iter()
            .filter(|one| one.verified != Verified::Primary)
            .map(|one| (one.id, of(one.verified), one.name, one.source_url)),
    );
    section(
        &mut text,
        "Blood tests",
        crate::labs()
            .iter()
            .filter(|one| one.verified != Verified::Primary)
            .map(|one| (one.id, of(one.verified), one.meaning, one.source_url)),
    );
    section(
        &mut text,
        "Guided routines: steps, times and who must not do them",
        routines()
            .iter()
            .map(|one| (one.id, "unverified", one.shows, "")),
    );
    section(
        &mut text,
        "What a day adds to the drinks",
        fluids()
            .iter()
            .map(|one| (one.factor, of(one.verified), one.reason, one.source_url)),
    );
    section(
        &mut text,
        "What devices count, and what it becomes",
        conversion::ALL
            .iter()
            .map(|one| (one.id, of(one.verified), one.reason, one.source_url)),
    );
    section(
        &mut text,
        "Findings with a warning",
        warned().map(|one| (one.id, of(one.verified), one.warning, one.source_url)),
    );
    section(
        &mut text,
        "Findings read second-hand",
        findings()
            .iter()
            .filter(|one| one.verified == Verified::Secondary)
            .map(|one| (one.id, of(one.verified), one.claim, one.source_url)),
    );
    section(
        &mut text,
        "Where popular belief and evidence disagree",
        factors()
            .iter()
            .filter(|one| !one.believed.is_empty())
            .map(|one| (one.id, one.believed, one.found, "")),
    );
    text
}

/// A table of records: id, how it was read, what it says, where.
fn section<'a>(
    text: &mut String,
    title: &str,
    rows: impl Iterator<Item = (&'a str, &'a str, &'a str, &'a str)>,
) {
    let rows: Vec<_> = rows.collect();
    // Writing into a text cannot fail.
    let _ = write!(text, "\n## {title} ({})\n\n", rows.len());
    for (id, how, says, source) in rows {
        let _ = write!(text, "- [ ] `{id}` ({how}): {says}");
        if !source.is_empty() {
            let _ = write!(text, " <{source}>");
        }
        text.push('\n');
    }
}
