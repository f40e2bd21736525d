//! The hygiene of the evidence: what was not compared with its source for a year, and what professionals must sign.

use std::fmt::Write as _;

use crate::conversions::conversion;
use crate::lookup::{
    factors, findings, flags, fluids, instruments, intakes, look_alikes, routines, rules,
};
use crate::menu::{left_as_it_is, left_out};
use crate::sources;
use crate::types::{Finding, Intake, Seen, Status, Verified};

/// The findings that were last compared with their source before a day, or never; those never compared first. Looking for a
/// source that could not be opened compares nothing.
///
/// Days are written as 2026-11-22, so that their order is that of their letters.
#[must_use]
pub fn stale(before: &str) -> Vec<&'static Finding> {
    let mut stale: Vec<&'static Finding> = findings()
        .iter()
        .filter(|finding| compared_on(finding) < before)
        .collect();
    stale.sort_by_key(|finding| (compared_on(finding), finding.about, finding.id));
    stale
}

/// The day a finding was last compared with its source; empty when never.
fn compared_on(finding: &Finding) -> &'static str {
    finding
        .compared
        .filter(|compared| compared.seen != Seen::Nothing)
        .map_or("", |compared| compared.on)
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
        "Foods that a rule leaves out of a menu",
        left_out().iter().flat_map(|one| {
            one.foods
                .iter()
                .map(move |food| (*food, "unverified", one.rule, ""))
        }),
    );
    section(
        &mut text,
        "Nutrients that a rule leaves as they are",
        left_as_it_is()
            .iter()
            .map(|one| (one.nutrient, "our judgement", one.reason, "")),
    );
    section(
        &mut text,
        "Reference intakes and limits",
        references()
            .into_iter()
            .map(|one| {
                (
                    one.nutrient,
                    of(one.verified),
                    one.authority,
                    one.source_url,
                )
            })
            .chain([NOT_READ]),
    );
    section(
        &mut text,
        "Errors of told portions and of tables of food",
        ERRORS.iter().copied(),
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
    let weak = sources::weak();
    let _ = write!(
        text,
        "\n## Weak sources ({})\n\nBlogs, aggregators, mirrors and news on which records stand: to be replaced by a guideline, a label or the \
         paper. `soleus evidence weak` lists them too.\n\n",
        weak.len()
    );
    for source in weak {
        let records: Vec<String> = source
            .records
            .iter()
            .map(|(kind, id)| format!("{kind} `{id}`"))
            .collect();
        let _ = writeln!(text, "- [ ] <{}>: {}", source.address, records.join(", "));
    }
    text
}

/// The errors that `insight::intake` counts with: id, how the figure was read, what it says, where.
const ERRORS: [(&str, &str, &str, &str); 3] = [
    (
        "portion",
        "second-hand",
        "A portion told by eye differs from the eaten one by a standard deviation of half of it.",
        "http://dapa-toolkit.mrc.ac.uk/dietary-assessment/quantification/index.php",
    ),
    (
        "table",
        "our judgement",
        "What is in the food differs from the table by a standard deviation of 5 % (water), 10 % (energy, alcohol), 20 % (minerals, fibre), \
         35 % (salt, caffeine) or 50 % (vitamin D). No study of these figures was read.",
        "",
    ),
    (
        "untold",
        "our judgement",
        "A day with five portions and 1200 kcal counts as told in full; what was eaten and not told is in no interval.",
        "",
    ),
];

/// A reference intake that is missing because only its average requirement could be read.
const NOT_READ: (&str, &str, &str, &str) = (
    "calcium",
    "not read, missing",
    "EFSA",
    "http://www.efsa.europa.eu/en/efsajournal/pub/4101",
);

/// One record for each nutrient, authority and source.
fn references() -> Vec<&'static Intake> {
    let mut all: Vec<&'static Intake> = Vec::new();
    for one in intakes() {
        let key = |row: &Intake| (row.nutrient, row.authority, row.source_url);
        if all.iter().all(|other| key(other) != key(one)) {
            all.push(one);
        }
    }
    all
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
