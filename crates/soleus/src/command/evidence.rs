//! `soleus evidence`: what was not checked for a year, and the list that professionals must sign.

use clap::Subcommand;
use jiff::ToSpan;
use knowledge::{Finding, Status, hygiene};
use serde::Serialize;

use crate::output;
use crate::world::World;

/// Look after the evidence: records to check again, what a clinician and a pharmacist must sign, and where what was promised is done.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  soleus evidence stale\n  soleus evidence review > docs/clinical-review.md\n  soleus evidence coverage > docs/coverage.md"
)]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Findings last compared with their source more than a year ago, or never; and those with a warning.
    Stale,
    /// Every rule and flag that nobody has signed, as Markdown.
    Review,
    /// What was promised and where it is done, as Markdown.
    Coverage,
}

#[derive(Serialize)]
struct StaleJson {
    older_than: String,
    records: Vec<RecordJson>,
    warned: Vec<RecordJson>,
}

#[derive(Serialize)]
struct RecordJson {
    id: &'static str,
    about: &'static str,
    /// Null: not yet checked.
    checked_on: Option<&'static str>,
    /// `standing` or `retracted-and-replaced`.
    status: &'static str,
    warning: &'static str,
    source: &'static str,
}

/// Lists stale records, or prints the list to sign.
pub(crate) fn run(world: &World, args: &Args) -> anyhow::Result<()> {
    match args.what {
        What::Stale => stale(world),
        What::Review => output::text(&hygiene::clinical_review()),
        What::Coverage => output::text(&knowledge::coverage()),
    }
}

fn stale(world: &World) -> anyhow::Result<()> {
    let year_ago = world.today()?.saturating_sub(1.year()).to_string();
    let found = StaleJson {
        records: hygiene::stale(&year_ago).into_iter().map(record).collect(),
        warned: hygiene::warned().map(record).collect(),
        older_than: year_ago,
    };
    if world.json() {
        return output::json(&found);
    }
    for one in &found.warned {
        output::paragraph(
            "",
            &format!("Warning: {} ({}): {}", one.id, one.about, one.warning),
        )?;
    }
    output::line(format!(
        "{} findings were not compared with their source since {}",
        found.records.len(),
        found.older_than
    ))?;
    for one in &found.records {
        let checked = one.checked_on.unwrap_or("not yet checked");
        output::line(format!("  {checked:<16} {:<34} {}", one.about, one.id))?;
    }
    Ok(())
}

fn record(finding: &'static Finding) -> RecordJson {
    RecordJson {
        id: finding.id,
        about: finding.about,
        checked_on: Some(finding.checked_on).filter(|day| !day.is_empty()),
        status: match finding.status {
            Status::Standing => "standing",
            Status::RetractedAndReplaced => "retracted-and-replaced",
        },
        warning: finding.warning,
        source: finding.source_url,
    }
}
