//! `soleus trial templates`: what can be tested, and whether it is safe for this person.

use insight::trial::Hold;
use knowledge::{Blinding, Comparison, Template};
use serde::Serialize;

use crate::fault::Refusal;
use crate::output;
use crate::resolve;
use crate::world::World;

/// Show what can be tested, with what is done in either arm.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  soleus trial templates\n  soleus trial templates vitamin-k2 --json"
)]
pub(crate) struct Args {
    /// Only this one, with all of its words.
    #[arg(value_name = "TEMPLATE")]
    template: Option<String>,
}

/// A template as `--json` shows it.
#[derive(Serialize)]
struct TemplateJson {
    template: &'static str,
    name: &'static str,
    remedy: Option<&'static str>,
    question: &'static str,
    /// `on-off` or `a-b`.
    comparison: &'static str,
    a_label: &'static str,
    a: &'static str,
    b_label: &'static str,
    b: &'static str,
    days_until_effect: u16,
    washout_days: u16,
    timing_reason: &'static str,
    record: &'static [&'static str],
    adherence: &'static str,
    /// `not-possible` or `with-help`.
    blinding: &'static str,
    burden: u8,
    stop: &'static [&'static str],
    /// Why it cannot be started by this person now; null when nothing speaks against it.
    held: Option<String>,
    warnings: Vec<String>,
}

const QUESTIONS_FIRST: &str = "some questions about you come first. See `soleus profile`.";

/// The template with this id.
pub(crate) fn find(id: &str) -> anyhow::Result<&'static Template> {
    let ids = knowledge::templates().iter().map(|template| template.id);
    let known = resolve::known("trial template", id, ids, "soleus trial templates")?;
    knowledge::template(known.as_str())
        .ok_or_else(|| Refusal(format!("There is no trial template {known}.")).into())
}

/// Shows one template or all.
pub(crate) fn run(world: &World, args: &Args) -> anyhow::Result<()> {
    let shown: Vec<&Template> = match &args.template {
        Some(id) => vec![find(id)?],
        None => knowledge::templates().iter().collect(),
    };
    let desk = world.desk()?;
    let today = world.today()?;
    let watch = desk.watch(today)?;
    let all: Vec<TemplateJson> = shown
        .iter()
        .map(|template| {
            let remedy = template.remedy.and_then(knowledge::remedy);
            let checked = watch.holds(remedy);
            let (held, warnings) = match checked {
                Ok(warnings) => (None, warnings.iter().map(super::warning_words).collect()),
                // In the list a long row of questions would hide everything else.
                Err(Hold::Unknown(_)) if args.template.is_none() && !world.json() => {
                    (Some(QUESTIONS_FIRST.to_owned()), Vec::new())
                }
                Err(hold) => (Some(hold.reason().to_string()), Vec::new()),
            };
            json(template, held, warnings)
        })
        .collect();
    if world.json() {
        return output::json(&all);
    }
    if args.template.is_some() {
        return all.iter().try_for_each(in_full);
    }
    for template in &all {
        output::line(format!("{}  {}", template.template, template.name))?;
        output::paragraph("    ", template.question)?;
        if let Some(held) = &template.held {
            output::paragraph("    ", &format!("Not now: {held}"))?;
        }
    }
    output::line(
        "\nSee one in full: `soleus trial templates bedtime-stretch`. Ask what a test would take: `soleus trial propose bedtime-stretch`.",
    )
}

fn in_full(template: &TemplateJson) -> anyhow::Result<()> {
    output::line(template.name)?;
    output::paragraph("", template.question)?;
    output::line("")?;
    output::paragraph("  ", &format!("A, {}: {}", template.a_label, template.a))?;
    output::paragraph("  ", &format!("B, {}: {}", template.b_label, template.b))?;
    output::line("")?;
    output::paragraph(
        "  ",
        &format!(
            "Days until it works: {}. Days until it has worn off: {}. This is our judgement. {}",
            template.days_until_effect, template.washout_days, template.timing_reason
        ),
    )?;
    output::line("  Stop if:")?;
    for rule in template.stop {
        output::point("  ", rule)?;
    }
    for warning in &template.warnings {
        output::paragraph("  ", warning)?;
    }
    match &template.held {
        Some(held) => output::paragraph("  ", &format!("Not now: {held}")),
        None => Ok(()),
    }
}

fn json(template: &Template, held: Option<String>, warnings: Vec<String>) -> TemplateJson {
    TemplateJson {
        template: template.id,
        name: template.name,
        remedy: template.remedy,
        question: template.question,
        comparison: match template.comparison {
            Comparison::OnOff => "on-off",
            Comparison::AB => "a-b",
        },
        a_label: template.a_label,
        a: template.a,
        b_label: template.b_label,
        b: template.b,
        days_until_effect: template.days_until_effect,
        washout_days: template.washout_days,
        timing_reason: template.timing_reason,
        record: template.record,
        adherence: template.adherence,
        blinding: match template.blinding {
            Blinding::NotPossible => "not-possible",
            Blinding::WithHelp => "with-help",
        },
        burden: template.burden,
        stop: template.stop,
        held,
        warnings,
    }
}
