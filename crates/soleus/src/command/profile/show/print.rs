//! The profile as text: what was answered yes, and how much was answered no.

use super::super::Answers;
use super::{FlagJson, LabJson, ProfileJson, StateJson};
use crate::output;

/// Prints the profile.
pub(super) fn profile(profile: &ProfileJson, answers: Answers) -> anyhow::Result<()> {
    let text = |value: Option<&'static str>| value.map(str::to_owned);
    let amount = |value: Option<f64>, unit: &str| value.map(|value| format!("{value} {unit}"));
    let rows = [
        (
            "Year of birth",
            profile.birth_year.map(|year| year.to_string()),
        ),
        ("Sex at birth", text(profile.sex)),
        ("Height", amount(profile.height_cm, "cm")),
        ("Weight", amount(profile.weight_kg, "kg")),
        ("Half of the Earth", text(profile.hemisphere)),
        ("Usually to bed", profile.bedtime.clone()),
        ("Usually up", profile.rising.clone()),
        ("Pregnant", text(profile.pregnant.map(said))),
    ];
    for (what, value) in rows {
        told(what, value)?;
    }
    states("Conditions", &profile.conditions, answers)?;
    states("Medicines", &profile.medicines, answers)?;
    told(
        "All medicines told",
        text(profile.medicines_complete.map(said)),
    )?;
    flags(&profile.flags, answers)?;
    profile.labs.iter().try_for_each(lab)
}

fn said(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

fn told(what: &str, value: Option<String>) -> anyhow::Result<()> {
    let value = value.unwrap_or_else(|| "not told".to_owned());
    output::line(format!("{what}: {value}"))
}

fn states(title: &str, states: &[StateJson], answers: Answers) -> anyhow::Result<()> {
    if states.is_empty() {
        return told(title, None);
    }
    output::line(format!("{title}:"))?;
    let shown = |present: bool| present || answers == Answers::All;
    for state in states.iter().filter(|state| shown(state.present)) {
        let since = state
            .since
            .as_ref()
            .map_or_else(String::new, |day| format!(" since {day}"));
        output::line(format!("  {}: {}{since}", state.name, said(state.present)))?;
    }
    let hidden = states.iter().filter(|state| !shown(state.present)).count();
    left_out(hidden, states.len())
}

fn flags(flags: &[FlagJson], answers: Answers) -> anyhow::Result<()> {
    if flags.is_empty() {
        return told("Warning signs", None);
    }
    output::line("Warning signs:")?;
    let shown = |present: bool| present || answers == Answers::All;
    for flag in flags.iter().filter(|flag| shown(flag.present)) {
        let seen = if flag.seen {
            ", seen by a professional"
        } else {
            ""
        };
        output::paragraph("  ", &flag.question)?;
        output::paragraph(
            "    ",
            &format!(
                "{}{seen} ({}, {})",
                said(flag.present),
                flag.answered,
                flag.id
            ),
        )?;
    }
    let hidden = flags.iter().filter(|flag| !shown(flag.present)).count();
    left_out(hidden, flags.len())
}

/// Says how many of all were answered no and are not shown.
fn left_out(hidden: usize, all: usize) -> anyhow::Result<()> {
    match hidden {
        0 => Ok(()),
        n if n == all => output::line(format!(
            "  {n} answered no (see them with `soleus profile --all`)"
        )),
        n => output::line(format!(
            "  and {n} answered no (see them with `soleus profile --all`)"
        )),
    }
}

fn lab(lab: &LabJson) -> anyhow::Result<()> {
    output::line(format!(
        "{}: {} {} ({})",
        lab.test, lab.value, lab.unit, lab.taken
    ))
}
