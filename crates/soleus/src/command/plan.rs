//! `soleus plan`: what to do now, behind the warning signs and the safety rules.

use insight::{Applies, Plan, PlanBasis, Step, Warning};
use serde::Serialize;

use crate::output;
use crate::progress::while_working;
use crate::warning::{self, RaisedJson};
use crate::world::World;

/// Show your plan: at most three things to do now, each with why, how sure and when to look again.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  soleus plan")]
pub(crate) struct Args {
    /// Show also what could follow and what is left out, and why.
    #[arg(long)]
    all: bool,
}

/// How much of a plan is shown as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Depth {
    /// What to do now.
    Now,
    /// Also what could follow, and what is left out and why.
    All,
}

/// What `--json` answers.
#[derive(Serialize)]
struct PlanJson<'a> {
    /// `evidence-only` or `nights`.
    basis: &'static str,
    raised: Vec<RaisedJson>,
    now: Vec<StepJson<'a>>,
    later: Vec<StepJson<'a>>,
    blocked: Vec<BlockedJson<'a>>,
    missing: Vec<MissingJson<'a>>,
    notes: &'a [String],
}

#[derive(Serialize)]
struct StepJson<'a> {
    remedy: &'a str,
    name: &'a str,
    aims_at: Vec<&'a str>,
    why: &'a str,
    how_sure: &'a str,
    how_to: &'a [&'a str],
    schedule: &'a str,
    avoided_per_month: Option<AvoidedJson>,
    warnings: Vec<WarningJson<'a>>,
    look_again: String,
}

#[derive(Serialize)]
struct AvoidedJson {
    expected: f64,
    low: f64,
    high: f64,
}

#[derive(Serialize)]
struct WarningJson<'a> {
    message: &'a str,
    /// Null when it surely applies.
    only_if: Option<&'a str>,
}

#[derive(Serialize)]
struct BlockedJson<'a> {
    remedy: &'a str,
    because: Vec<&'a str>,
}

#[derive(Serialize)]
struct MissingJson<'a> {
    question: &'a str,
    asks: &'a [&'a str],
}

/// Shows the plan.
pub(crate) fn run(world: &World, args: Args) -> anyhow::Result<()> {
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
        return output::json(&json(plan));
    }
    warning::show(&plan.raised)?;
    if plan.basis == PlanBasis::EvidenceOnly {
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
        for step in &plan.later {
            output::paragraph("  ", &format!("{}: {}", step.remedy.name, step.why))?;
        }
        output::line("")?;
    }
    if depth == Depth::All && !plan.blocked.is_empty() {
        output::line("Left out, for your safety")?;
        for blocked in &plan.blocked {
            let why: Vec<&str> = blocked.rules.iter().map(|rule| rule.message).collect();
            output::paragraph("  ", &format!("{}: {}", blocked.remedy.name, why.join(" ")))?;
        }
        output::line("")?;
    }
    if !plan.missing.is_empty() {
        output::line("What we need to know to say more (`soleus profile`)")?;
        for missing in &plan.missing {
            output::point("  ", &missing.question)?;
        }
        output::line("")?;
    }
    for note in &plan.notes {
        output::paragraph("", note)?;
    }
    Ok(())
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
    output::line(format!("   Look again on {}.\n", step.look_again))
}

fn warning_words(warning: &Warning) -> String {
    match &warning.applies {
        Applies::Yes => format!("Take care: {}", warning.message),
        Applies::If(condition) => format!("{condition}: {}", warning.message),
    }
}

fn json(plan: &Plan) -> PlanJson<'_> {
    PlanJson {
        basis: match plan.basis {
            PlanBasis::EvidenceOnly => "evidence-only",
            PlanBasis::Nights => "nights",
        },
        raised: warning::json(&plan.raised),
        now: plan.now.iter().map(step_json).collect(),
        later: plan.later.iter().map(step_json).collect(),
        blocked: plan
            .blocked
            .iter()
            .map(|blocked| BlockedJson {
                remedy: blocked.remedy.id,
                because: blocked.rules.iter().map(|rule| rule.message).collect(),
            })
            .collect(),
        missing: plan
            .missing
            .iter()
            .map(|missing| MissingJson {
                question: &missing.question,
                asks: &missing.asks,
            })
            .collect(),
        notes: &plan.notes,
    }
}

fn step_json(step: &Step) -> StepJson<'_> {
    StepJson {
        remedy: step.remedy.id,
        name: step.remedy.name,
        aims_at: step.aims_at.iter().map(|factor| factor.id).collect(),
        why: &step.why,
        how_sure: &step.how_sure,
        how_to: step.remedy.how_to,
        schedule: step.remedy.schedule,
        avoided_per_month: step
            .avoided_per_month
            .map(|(expected, low, high)| AvoidedJson {
                expected,
                low,
                high,
            }),
        warnings: step
            .warnings
            .iter()
            .map(|warning| WarningJson {
                message: warning.message,
                only_if: match &warning.applies {
                    Applies::Yes => None,
                    Applies::If(condition) => Some(condition),
                },
            })
            .collect(),
        look_again: step.look_again.to_string(),
    }
}
