//! The checks that every record must pass before it gets into the program.

use std::collections::{BTreeMap, BTreeSet};

use crate::medicines::{self, Medicine};
use crate::records::{Conditions, File, Finding, Status, Verified};
use crate::{
    check_classes, check_export, check_factor, check_source, check_stretch, check_trial,
    conversions, instruments, labs, routines,
};

/// Outcomes of a night that a coverage row may name: the fields of the morning's answer.
pub(crate) const OUTCOMES: &[&str] = &[
    "cramps",
    "minutes",
    "pain",
    "sleep-lost",
    "soreness",
    "tiredness",
];
/// Grades that findings come with: ours, and those of other systems.
const GRADES: &[&str] = &[
    "none",
    "expert-opinion",
    "very-low",
    "low",
    "moderate",
    "high",
    "not-graded",
    "low to very-low",
    "AAN Level C",
    "SOR C",
];
/// Results that findings come with.
const RESULTS: &[&str] = &[
    "raises",
    "lowers",
    "no-effect",
    "unclear",
    "benefit",
    "no-difference",
    "mixed",
    "none",
    "association-risk",
    "harm",
];
/// Rows of the list of what users were promised.
const ROWS: u8 = 45;

/// Ids that records refer to.
pub(crate) struct Known<'a> {
    pub(crate) factors: BTreeSet<&'a str>,
    pub(crate) remedies: BTreeSet<&'a str>,
    pub(crate) flags: BTreeSet<&'a str>,
    pub(crate) conditions: BTreeSet<&'a str>,
    pub(crate) medicines: BTreeSet<&'a str>,
}

/// Adds a sentence for every mistake.
pub(crate) fn all(file: &File, medicines: &[Medicine], mistakes: &mut Vec<String>) {
    let known = Known {
        factors: file.factor.iter().map(|r| r.id.as_str()).collect(),
        remedies: file.remedy.iter().map(|r| r.id.as_str()).collect(),
        flags: file.flag.iter().map(|r| r.id.as_str()).collect(),
        conditions: file.condition.iter().map(|r| r.id.as_str()).collect(),
        medicines: medicines::classes(medicines)
            .into_iter()
            .chain(medicines::ingredients(medicines))
            .collect(),
    };
    let mut mistake = |place: String, what: String| mistakes.push(format!("{place}: {what}"));
    ids(file, medicines, &mut mistake);
    for factor in &file.factor {
        let place = format!("factors/{}.toml: factor {}", factor.category, factor.id);
        check_factor::factor(factor, &known, &mut |what| mistake(place.clone(), what));
    }
    for finding in &file.finding {
        check_finding(finding, &known, &mut |what| {
            mistake(format!("finding {}", finding.id), what)
        });
    }
    for remedy in &file.remedy {
        let place = format!("remedies.toml: remedy {}", remedy.id);
        check_factor::prior(&remedy.prior, &mut |what| mistake(place.clone(), what));
        refer(&remedy.targets, &known.factors, "factor", &mut |what| {
            mistake(place.clone(), what)
        });
        if !(1..=5).contains(&remedy.burden) {
            mistake(
                place,
                format!("burden {} is not from 1 to 5", remedy.burden),
            );
        }
    }
    for rule in &file.rule {
        let mut here = |what| mistake(format!("safety.toml: rule {}", rule.id), what);
        refer(&rule.blocks, &known.remedies, "remedy", &mut here);
        refer(&rule.warns, &known.remedies, "remedy", &mut here);
        check_conditions(&rule.when, &known, &mut here);
        check_source::source(rule.verified, &rule.source_url, &rule.message, &mut here);
        if rule.blocks.is_empty() && rule.warns.is_empty() {
            here("it blocks nothing and warns about nothing".into());
        }
        if rule.when.is_empty() {
            here("it can never fire".into());
        }
    }
    for flag in &file.flag {
        let mut here = |what| mistake(format!("flags.toml: flag {}", flag.id), what);
        check_conditions(&flag.only_with, &known, &mut here);
        check_source::source(
            flag.verified,
            &flag.source_url,
            &format!("{} {}", flag.ask, flag.advice),
            &mut here,
        );
        if (flag.ask.starts_with("If you ")) && flag.only_with.is_empty() {
            here("it begins with “If you” but says not with whom (only_with)".into());
        }
    }
    for intake in file.intake.iter().filter(|r| r.source_url.is_empty()) {
        mistake(
            "intakes.toml".into(),
            format!("{} {}: no source", intake.nutrient, intake.life_stage),
        );
    }
    for datum in file.datum.iter().filter(|r| {
        r.value.is_some() && (r.source_url.is_empty() || r.verified == Verified::Unverified)
    }) {
        mistake(
            "epidemiology.toml".into(),
            format!("datum {}: a number without a source", datum.id),
        );
    }
    instruments::check(&file.instrument, &known, &mut mistake);
    for look_alike in file.lookalike.iter().filter(|r| !r.flag.is_empty()) {
        let place = format!("lookalikes.toml: look-alike {}", look_alike.id);
        refer(
            std::slice::from_ref(&look_alike.flag),
            &known.flags,
            "flag",
            &mut |what| mistake(place.clone(), what),
        );
    }
    labs::check(&file.lab, &known, &mut mistake);
    check_classes::names(file, medicines, &mut mistake);
    for trial in &file.trial {
        check_trial::trial(trial, file, &known, &mut |what| {
            mistake(format!("trials.toml: trial {}", trial.id), what)
        });
    }
    routines::check(file, &known, &mut mistake);
    routines::check_fluids(file, &mut mistake);
    conversions::check(&file.conversion, &mut mistake);
    check_stretch::all(&file.stretch, &mut mistake);
    check_export::all(file, &known, &mut mistake);
    check_condition_records(file, &known, &mut mistake);
    check_rows(file, &known, &mut mistake);
    for medicine in medicines
        .iter()
        .filter(|m| m.label.is_some() && m.label_source.is_empty())
    {
        mistake(
            "medicines.toml".into(),
            format!("{}: a label without its source", medicine.name),
        );
    }
}

impl Conditions {
    pub(crate) fn is_empty(&self) -> bool {
        !self.always
            && !self.pregnancy
            && self.age_min.is_none()
            && self.age_max.is_none()
            && [&self.conditions, &self.medicines, &self.symptoms]
                .iter()
                .all(|list| list.is_empty())
            && self.medicines_all.is_empty()
            && self.symptoms_all.is_empty()
    }
}

fn ids(file: &File, medicines: &[Medicine], mistake: &mut impl FnMut(String, String)) {
    let mut seen: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let kinds: [(&str, Vec<&str>); 14] = [
        // Findings are about a factor or a remedy: one name must not mean both.
        (
            "factor or remedy",
            file.factor
                .iter()
                .map(|r| r.id.as_str())
                .chain(file.remedy.iter().map(|r| r.id.as_str()))
                .collect(),
        ),
        ("rule", file.rule.iter().map(|r| r.id.as_str()).collect()),
        ("flag", file.flag.iter().map(|r| r.id.as_str()).collect()),
        (
            "look-alike",
            file.lookalike.iter().map(|r| r.id.as_str()).collect(),
        ),
        (
            "instrument",
            file.instrument.iter().map(|r| r.id.as_str()).collect(),
        ),
        (
            "workup",
            file.workup.iter().map(|r| r.id.as_str()).collect(),
        ),
        ("check", file.check.iter().map(|r| r.id.as_str()).collect()),
        ("code", file.code.iter().map(|r| r.id.as_str()).collect()),
        (
            "condition",
            file.condition.iter().map(|r| r.id.as_str()).collect(),
        ),
        ("datum", file.datum.iter().map(|r| r.id.as_str()).collect()),
        ("trial", file.trial.iter().map(|r| r.id.as_str()).collect()),
        (
            "routine",
            file.routine.iter().map(|r| r.id.as_str()).collect(),
        ),
        (
            "calibration",
            file.calibration.iter().map(|r| r.id.as_str()).collect(),
        ),
        (
            "medicine",
            medicines.iter().map(|r| r.id.as_str()).collect(),
        ),
    ];
    // One paper may give a finding about a factor and one about a remedy: ids are unique within what they are about.
    let findings: Vec<(&str, Vec<&str>)> = file
        .finding
        .iter()
        .map(|r| (r.about.as_str(), vec![r.id.as_str()]))
        .collect();
    for (kind, ids) in kinds.iter().chain(&findings) {
        for &id in ids {
            let fits = (1..=64).contains(&id.len())
                && id
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
            if !fits {
                mistake(
                    format!("{kind} {id}"),
                    "an id is 1 to 64 of a-z, 0-9 and -".into(),
                );
            }
            let count = seen.entry((kind, id)).or_default();
            *count += 1;
            if *count == 2 {
                mistake(format!("{kind} {id}"), "the id is there twice".into());
            }
        }
    }
}

/// Every id must be known.
pub(crate) fn refer(
    ids: &[String],
    known: &BTreeSet<&str>,
    kind: &str,
    mistake: &mut impl FnMut(String),
) {
    for id in ids.iter().filter(|id| !known.contains(id.as_str())) {
        mistake(format!("there is no {kind} {id}"));
    }
}

fn check_finding(finding: &Finding, known: &Known<'_>, mistake: &mut impl FnMut(String)) {
    if !known.factors.contains(finding.about.as_str())
        && !known.remedies.contains(finding.about.as_str())
    {
        mistake(format!("there is no factor or remedy {}", finding.about));
    }
    if !GRADES.contains(&finding.grade.as_str()) {
        mistake(format!("there is no grade {}", finding.grade));
    }
    if !RESULTS.contains(&finding.direction.as_str()) {
        mistake(format!("there is no direction {}", finding.direction));
    }
    let numbers = finding.estimate.is_some() || finding.ci.is_some();
    if numbers && finding.source_url.is_empty() {
        mistake("a number without a source".into());
    }
    if finding.ci.is_some_and(|(low, high)| low > high) {
        mistake("the interval is upside down".into());
    }
    let day = finding.checked_on.as_bytes();
    let is_day = day.len() == 10 && day[4] == b'-' && day[7] == b'-';
    if !day.is_empty() && !is_day {
        mistake(format!(
            "checked_on {} is not a day such as 2026-11-22",
            finding.checked_on
        ));
    }
    if finding.seen.is_none() != day.is_empty() {
        mistake(
            "`checked_on` and `seen` belong together: when it was compared, and with what".into(),
        );
    }
    if finding.status != Status::Standing && finding.warning.is_empty() {
        mistake("its status is a warning: say in `warning` what to know".into());
    }
    if finding.verified == Verified::Unverified && (numbers || finding.n.is_some()) {
        mistake("unverified, yet it has a number".into());
    }
    let shown = format!("{} {}", finding.claim, finding.comparison);
    check_source::source(finding.verified, &finding.source_url, &shown, mistake);
}

pub(crate) fn check_conditions(
    when: &Conditions,
    known: &Known<'_>,
    mistake: &mut impl FnMut(String),
) {
    refer(&when.conditions, &known.conditions, "condition", mistake);
    refer(&when.symptoms, &known.flags, "flag", mistake);
    refer(
        &when.medicines,
        &known.medicines,
        "medicine class or ingredient",
        mistake,
    );
    when.medicines_all.iter().for_each(|group| {
        refer(
            group,
            &known.medicines,
            "medicine class or ingredient",
            mistake,
        )
    });
    when.symptoms_all
        .iter()
        .for_each(|group| refer(group, &known.flags, "flag", mistake));
    let grouped = !when.medicines_all.is_empty() || !when.symptoms_all.is_empty();
    match when.r#match.as_deref() {
        None if grouped => mistake("groups need match = \"all\"".into()),
        Some("all") if when.always => {
            mistake("always and match = \"all\" exclude each other".into())
        }
        None | Some("all") => {}
        Some(other) => mistake(format!("there is no match {other}")),
    }
}

fn check_condition_records(
    file: &File,
    known: &Known<'_>,
    mistake: &mut impl FnMut(String, String),
) {
    let wider: BTreeMap<&str, &[String]> = file
        .condition
        .iter()
        .map(|c| (c.id.as_str(), c.implies.as_slice()))
        .collect();
    for condition in &file.condition {
        let place = format!("conditions.toml: condition {}", condition.id);
        refer(
            &condition.implies,
            &known.conditions,
            "condition",
            &mut |what| mistake(place.clone(), what),
        );
        let mut reached: Vec<&str> = condition.implies.iter().map(String::as_str).collect();
        let mut next = 0;
        while let Some(&id) = reached.get(next) {
            next += 1;
            for further in wider.get(id).copied().unwrap_or_default() {
                if !reached.contains(&further.as_str()) {
                    reached.push(further);
                }
            }
        }
        if reached.contains(&condition.id.as_str()) {
            mistake(place, "it implies itself".into());
        }
    }
    let factors: BTreeMap<&str, Option<&String>> = file
        .factor
        .iter()
        .map(|f| (f.id.as_str(), f.condition.as_ref()))
        .collect();
    for (id, condition) in factors {
        if condition.is_some_and(|condition| condition != id) {
            mistake(
                format!("factor {id}"),
                "a factor and its condition must share their id".into(),
            );
        }
    }
}

fn check_rows(file: &File, known: &Known<'_>, mistake: &mut impl FnMut(String, String)) {
    let mut rows: Vec<u8> = file.row.iter().map(|row| row.row).collect();
    rows.sort_unstable();
    if rows != (1..=ROWS).collect::<Vec<u8>>() {
        mistake(
            "coverage.toml".into(),
            format!("the rows must be 1 to {ROWS}, each once"),
        );
    }
    for row in &file.row {
        let mut here = |what| mistake(format!("coverage.toml: row {}", row.row), what);
        refer(&row.factors, &known.factors, "factor", &mut here);
        refer(&row.remedies, &known.remedies, "remedy", &mut here);
        refer(&row.flags, &known.flags, "flag", &mut here);
        refer(
            &row.outcomes,
            &OUTCOMES.iter().copied().collect(),
            "outcome",
            &mut here,
        );
        for module in &row.modules {
            let path = module.split_once("::").map(|(room, module)| {
                format!(
                    "{}/../{room}/src/{}.rs",
                    env!("CARGO_MANIFEST_DIR"),
                    module.replace("::", "/")
                )
            });
            if !path.is_some_and(|path| std::path::Path::new(&path).is_file()) {
                here(format!("there is no module {module}"));
            }
        }
        if row.pages.is_empty() && row.commands.is_empty() && row.open.is_empty() {
            here("it is done nowhere, and nothing says that it is open".into());
        }
        if [&row.factors, &row.remedies, &row.flags, &row.outcomes]
            .iter()
            .all(|list| list.is_empty())
        {
            here("nothing in the app does it".into());
        }
    }
}
