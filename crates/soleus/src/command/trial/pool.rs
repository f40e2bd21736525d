//! `soleus trial pool`: several trials to one answer, from results or from tables. The diary is not touched.

use std::path::PathBuf;

use clap::ValueEnum;
use exchange::table;
use exchange::trial::EffectRow;
use exchange::trial::pool::{PoolPart, PoolReport, Whose, pooled};

use super::analyze::{Format, How};
use crate::fault::Refusal;
use crate::output;
use crate::world::World;

/// Take several trials together: the same trial by several people, or several by one. Your diary is not touched.
///
/// Each file is a result that `soleus trial analyze --format json` wrote, or a table that is analysed first; all tables are
/// read with the same options. The trials of your own diary are pooled by `soleus trial result`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  soleus trial pool anna.json bert.json carla.json\n  soleus trial pool spring.csv autumn.csv --of person --outcome cramps --design pairs --format json"
)]
pub(crate) struct Args {
    /// Results as JSON, or tables as CSV.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Whose trials they are: people differ more than one person does from time to time.
    #[arg(long, value_enum, default_value_t = Of::People)]
    of: Of,
    #[command(flatten)]
    how: How,
    /// How to answer.
    #[arg(long, value_enum)]
    format: Option<Format>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Of {
    /// The same trial by several people.
    People,
    /// Trials of one person.
    Person,
}

/// Pools the trials.
pub(super) fn run(world: &World, args: &Args) -> anyhow::Result<()> {
    let parts: Vec<PoolPart> = (args.files.iter())
        .map(|file| part(file, &args.how))
        .collect::<anyhow::Result<_>>()?;
    let whose = match args.of {
        Of::People => Whose::People,
        Of::Person => Whose::Person,
    };
    let report =
        pooled(&parts, whose, args.how.better()).map_err(|fault| Refusal(fault.to_string()))?;
    if world.json() || args.format == Some(Format::Json) {
        return output::json_text(&report.to_json()?);
    }
    print(&report)
}

fn part(file: &PathBuf, how: &How) -> anyhow::Result<PoolPart> {
    let name = file.display().to_string();
    if file.is_dir() {
        return Err(Refusal(format!("{name} is a folder, not a trial.")).into());
    }
    let bytes = std::fs::read(file)
        .map_err(|error| Refusal(format!("{name} cannot be opened: {error}.")))?;
    if let Ok(text) = std::str::from_utf8(&bytes)
        && text.trim_start().starts_with('{')
    {
        return Ok(PoolPart::of_json(&name, text).map_err(|fault| Refusal(fault.to_string()))?);
    }
    let report = table::read(bytes.as_slice())
        .map_err(anyhow::Error::from)
        .and_then(|table| Ok(how.analysed(&table)?));
    match report {
        Ok(report) => Ok(PoolPart::of_report(&name, &report)),
        Err(error) => Err(Refusal(format!("{name}: {error}")).into()),
    }
}

fn print(report: &PoolReport) -> anyhow::Result<()> {
    let measure = report.effect.measure.replace('_', " ");
    for trial in &report.trials {
        let nights =
            (trial.nights).map_or_else(String::new, |nights| format!(" ({nights} nights)"));
        output::line(format!(
            "{}{nights}: {}; in the light of all {}",
            trial.name,
            words(&trial.alone),
            words(&trial.pooled)
        ))?;
    }
    output::line(format!(
        "\nTogether, the {measure} is {}. In a trial to come: {}.",
        words(&report.effect),
        words(&report.next)
    ))?;
    output::line(format!(
        "The treatment is better on average with a probability of {:.0} %.",
        100.0 * report.p_benefit
    ))?;
    if let Some(e) = report.e_value {
        output::line(format!(
            "E-value of all: {} (20 or more is a clear answer).",
            insight::trial::words::odds(e)
        ))?;
    }
    output::line("")?;
    (report.diagnostics.iter()).try_for_each(|note| output::paragraph("", note))
}

fn words(effect: &EffectRow) -> String {
    format!(
        "{:.2} ({:.2} to {:.2})",
        effect.estimate, effect.low, effect.high
    )
}
