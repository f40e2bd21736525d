//! `soleus plan`: what to do now, behind the warning signs and the safety rules.

mod drinking;
mod json;
mod missing;
mod wish;

use insight::{Applies, Blocked, Plan, PlanBasis, Step, Warning};

use crate::output;
use crate::progress::while_working;
use crate::warning;
use crate::world::World;

/// Show your plan: at most three things to do now, each with why, how sure and when to look again.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  soleus plan\n  soleus plan --wish acupuncture")]
pub(crate) struct Args {
    /// Show also what could follow and what is left out, and why.
    #[arg(long)]
    all: bool,
    /// Ask about one remedy, in the plan or not: is it safe for me, and what can I expect of it? `list` names them all.
    #[arg(long, value_name = "REMEDY", conflicts_with = "all")]
    wish: Option<String>,
}

/// How much of a plan is shown as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Depth {
    /// What to do now.
    Now,
    /// Also what could follow, and what is left out and why.
    All,
}

/// Shows the plan.
pub(crate) fn run(world: &World, args: &Args) -> anyhow::Result<()> {
    match args.wish.as_deref() {
        Some("list") => return wish::list(),
        Some(wished) => return wish::run(world, wished),
        None => {}
    }
    let today = world.today()?;
    let desk = world.desk()?;
    let reading = while_working("Comparing your nights", || desk.suspects(today))?;
    show(
        world,
        &reading.plan,
        if args.all { Depth::All } else { Depth::Now },
    )
}

/// Shows a plan; with [`Depth::All`], also what could follow and what is left out.
pub(crate) fn show(world: &World, plan: &Plan, depth: Depth) -> anyhow::Result<()> {
    if world.json() {
        return output::json(&json::json(plan));
    }
    warning::show(&plan.raised)?;
    if plan.raised.iter().any(|raised| raised.silences) {
        // Help comes first: nothing beside it.
        return notes(plan);
    }
    if plan.now.is_empty() {
        notes(plan)?;
        output::line("")?;
    } else if plan.basis == PlanBasis::EvidenceOnly {
        output::paragraph(
            "",
            "From your profile and published studies alone: there are not enough nights yet.",
        )?;
        output::line("")?;
    }
    for (number, step) in plan.now.iter().enumerate() {
        show_step(number + 1, step)?;
    }
    if depth == Depth::All && !plan.later.is_empty() {
        output::line("Later")?;
        plan.later.iter().try_for_each(show_later)?;
        output::line("")?;
    }
    if depth == Depth::All && !plan.blocked.is_empty() {
        output::line("Left out, for your safety")?;
        for (names, message) in by_message(&plan.blocked) {
            output::point("  ", &format!("{}: {message}", names.join("; ")))?;
        }
        let reasons = plan.about_the_person();
        if !reasons.is_empty() {
            output::paragraph("  ", &format!("What this rests on: {}", joined(&reasons)))?;
        }
        output::line("")?;
    }
    if let Some(water) = &plan.water {
        drinking::show(water)?;
    }
    missing::show(&plan.missing)?;
    if plan.now.is_empty() {
        Ok(())
    } else {
        notes(plan)
    }
}

fn notes(plan: &Plan) -> anyhow::Result<()> {
    plan.notes
        .iter()
        .try_for_each(|note| output::paragraph("", note))
}

fn show_step(number: usize, step: &Step) -> anyhow::Result<()> {
    output::line(format!("{number}. {}", step.remedy.name))?;
    for warning in &step.warnings {
        output::paragraph("   ", &warning_words(warning))?;
    }
    output::paragraph("   ", &format!("Why: {}", step.why))?;
    output::paragraph("   ", &format!("How sure: {}", step.how_sure))?;
    for how in step.remedy.how_to {
        output::point("   ", how)?;
    }
    output::paragraph("   ", &format!("When: {}", step.remedy.schedule))?;
    test(step)?;
    output::line(format!("   Look again on {}.\n", step.look_again))
}

/// How to find out whether it helps this person.
fn test(step: &Step) -> anyhow::Result<()> {
    let Some(template) = step.test else {
        return Ok(());
    };
    output::paragraph(
        "   ",
        &format!(
            "Test it: chance picks the nights, “{}” or “{}”. `soleus trial plan {}` says what that takes.",
            template.a_label, template.b_label, template.id
        ),
    )
}

/// What could follow, with all that must be known before starting it, but not how to do it.
fn show_later(step: &Step) -> anyhow::Result<()> {
    output::paragraph("  ", step.remedy.name)?;
    for warning in &step.warnings {
        output::paragraph("    ", &warning_words(warning))?;
    }
    output::paragraph("    ", &format!("Why: {}", step.why))?;
    output::paragraph("    ", &format!("How sure: {}", step.how_sure))
}

/// A warning as a sentence that says whom it concerns.
pub(crate) fn warning_words(warning: &Warning) -> String {
    match &warning.applies {
        Applies::Yes => format!("Take care: {}", warning.message),
        Applies::If(_) => warning.sentence().to_string(),
    }
}

/// Sentences, one after the other.
fn joined(sentences: &[impl ToString]) -> String {
    let all: Vec<String> = sentences.iter().map(ToString::to_string).collect();
    all.join(" ")
}

/// The reasons for which remedies are left out, each once, with the names of all it is said of.
fn by_message(blocked: &[Blocked]) -> Vec<(Vec<&'static str>, &'static str)> {
    let mut groups: Vec<(Vec<&'static str>, &'static str)> = Vec::new();
    for one in blocked {
        for rule in &one.rules {
            match groups.iter_mut().find(|(_, known)| *known == rule.message) {
                Some((names, _)) => names.push(one.remedy.name),
                None => groups.push((vec![one.remedy.name], rule.message)),
            }
        }
    }
    groups
}
