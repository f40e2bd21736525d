//! `soleus evidence`: what was not checked for a year, what stands on a weak source, and the list that professionals must sign.

use clap::Subcommand;
use jiff::ToSpan;
use knowledge::{Finding, Seen, Status, hygiene, sources};
use serde::Serialize;

use crate::output;
use crate::world::World;

/// Look after the evidence: records to check again, what a clinician and a pharmacist must sign, and where what was promised is done.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  soleus evidence stale\n  soleus evidence weak\n  soleus evidence review > docs/clinical-review.md\n  soleus evidence coverage > docs/coverage.md"
)]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Findings last compared with their source more than a year ago, or never; and those with a warning.
    Stale,
    /// Blogs, aggregators, mirrors and news that records stand on, to be replaced by a guideline, a label or a paper.
    Weak,
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
    /// What could be read then: `text`, `abstract`, `page`, `data` or `nothing`.
    seen: Option<&'static str>,
    /// `standing` or `retracted-and-replaced`.
    status: &'static str,
    warning: &'static str,
    source: &'static str,
}

/// Lists stale records, or prints the list to sign.
pub(crate) fn run(world: &World, args: &Args) -> anyhow::Result<()> {
    match args.what {
        What::Stale => stale(world),
        What::Weak => weak(world),
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
        let checked = match (one.checked_on, one.seen) {
            (Some(day), Some("nothing")) => format!("{day} not opened"),
            (Some(day), _) => day.to_owned(),
            (None, _) => "not yet checked".to_owned(),
        };
        output::line(format!("  {checked:<22} {:<34} {}", one.about, one.id))?;
    }
    Ok(())
}

#[derive(Serialize)]
struct WeakJson {
    address: &'static str,
    /// Kind and id.
    records: Vec<(&'static str, &'static str)>,
}

fn weak(world: &World) -> anyhow::Result<()> {
    let weak = sources::weak();
    if world.json() {
        let all: Vec<WeakJson> = weak
            .into_iter()
            .map(|one| WeakJson {
                address: one.address,
                records: one.records,
            })
            .collect();
        return output::json(&all);
    }
    let records: usize = weak.iter().map(|one| one.records.len()).sum();
    output::line(format!(
        "{records} records stand on {} weak sources",
        weak.len()
    ))?;
    for one in weak {
        output::line(format!("  {}", one.address))?;
        for (kind, id) in one.records {
            output::line(format!("    {kind} {id}"))?;
        }
    }
    Ok(())
}

fn record(finding: &'static Finding) -> RecordJson {
    RecordJson {
        id: finding.id,
        about: finding.about,
        checked_on: finding.compared.map(|one| one.on),
        seen: finding.compared.map(|one| match one.seen {
            Seen::Text => "text",
            Seen::Abstract => "abstract",
            Seen::Page => "page",
            Seen::Data => "data",
            Seen::Nothing => "nothing",
        }),
        status: match finding.status {
            Status::Standing => "standing",
            Status::RetractedAndReplaced => "retracted-and-replaced",
        },
        warning: finding.warning,
        source: finding.source_url,
    }
}
