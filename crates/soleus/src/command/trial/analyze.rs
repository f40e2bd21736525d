//! `soleus trial analyze`: the result of a trial that was kept in a spreadsheet. The diary is not touched.

use std::path::PathBuf;

use clap::ValueEnum;
use exchange::Table;
use exchange::trial::{self, Drawing, Options, Scale, TrialReport, TrialTableError};
use infer::Seed;
use infer::trial::Better;

use super::super::analyze::read;
use crate::output;
use crate::world::World;

/// Analyse a randomised trial of one person from a spreadsheet. Your diary is not touched.
///
/// The table has a column `date`, the outcome, and the treatment (0 and 1, or two names); optionally `block` and
/// `adherence`. Dates that are not there are missing nights. With adherence a second effect is told, by what was done.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  soleus trial analyze trial.csv --outcome cramps --design pairs\n  soleus trial analyze melatonin.csv --outcome mood --treatment condition --family continuous --direction higher --design independent --format json"
)]
pub(crate) struct Args {
    /// The table as CSV (commas, semicolons or tabs); `-` reads standard input.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    how: How,
    /// How to answer.
    #[arg(long, value_enum)]
    format: Option<Format>,
}

/// How a table is read as a trial.
#[derive(Debug, clap::Args)]
pub(super) struct How {
    /// The outcome's column.
    #[arg(long, value_name = "COLUMN", default_value = "outcome")]
    outcome: String,
    /// The treatment's column.
    #[arg(long, value_name = "COLUMN", default_value = "treatment")]
    treatment: String,
    /// The treatment under test, where its name does not tell: the effect is of this against the other.
    #[arg(long, value_name = "NAME")]
    treated: Option<String>,
    /// The column of dates, or of whole numbers of days.
    #[arg(long, value_name = "COLUMN", default_value = "date")]
    date: String,
    /// The column of blocks; used when it is there.
    #[arg(long, value_name = "COLUMN", default_value = "block")]
    block: String,
    /// The column of adherence: was the night's instruction followed (yes, no, or a share from 0 to 1)? Used when it is
    /// there.
    #[arg(long, value_name = "COLUMN", default_value = "adherence")]
    adherence: String,
    /// What the outcome is.
    #[arg(long, value_enum, default_value_t = Family::Count)]
    family: Family,
    /// How the treatments were drawn: without it, and without a column of blocks, there is no test.
    #[arg(long, value_enum)]
    design: Option<Design>,
    /// Which direction of the outcome is better.
    #[arg(long, value_enum, default_value_t = Direction::Lower)]
    direction: Direction,
    /// Where the random numbers begin: the same table and seed give the same answer.
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Family {
    Count,
    Binary,
    Continuous,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Design {
    /// Pairs of periods, one of each treatment.
    Pairs,
    /// Periods in any order, as many of each treatment as there are.
    Blocks,
    /// Each night by the toss of a coin.
    Independent,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Direction {
    Lower,
    Higher,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Text,
    Json,
}

impl How {
    /// Which direction is good.
    pub(super) fn better(&self) -> Better {
        match self.direction {
            Direction::Lower => Better::Lower,
            Direction::Higher => Better::Higher,
        }
    }

    /// Reads and analyses a table.
    pub(super) fn analysed(&self, table: &Table) -> Result<TrialReport, TrialTableError> {
        let options = Options {
            date: self.date.clone(),
            outcome: self.outcome.clone(),
            treatment: self.treatment.clone(),
            treated: self.treated.clone(),
            block: self.block.clone(),
            adherence: self.adherence.clone(),
            scale: match self.family {
                Family::Count => Scale::Count,
                Family::Binary => Scale::YesNo,
                Family::Continuous => Scale::Measured,
            },
            drawing: self.design.map(|design| match design {
                Design::Pairs => Drawing::Pairs,
                Design::Blocks => Drawing::Blocks,
                Design::Independent => Drawing::Independent,
            }),
            better: self.better(),
        };
        let prepared = trial::prepare(table, &options)?;
        trial::analyse(&prepared, Seed(self.seed))
    }
}

/// Analyses the table.
pub(super) fn run(world: &World, args: &Args) -> anyhow::Result<()> {
    let report = args.how.analysed(&read(&args.file)?)?;
    if world.json() || args.format == Some(Format::Json) {
        return output::json_text(&report.to_json()?);
    }
    print(&report)
}

fn print(report: &TrialReport) -> anyhow::Result<()> {
    let measure = report.effect.measure.replace('_', " ");
    output::line(format!(
        "{} nights with an outcome.\n\nThe {measure} is {:.2}; 90 % interval {:.2} to {:.2}.",
        report.nights, report.effect.estimate, report.effect.low, report.effect.high
    ))?;
    output::line(format!(
        "The treatment is better with a probability of {:.0} %.",
        100.0 * report.p_benefit
    ))?;
    if let (Some(p), Some(e)) = (report.p_randomisation, report.e_value) {
        output::line(format!(
            "Randomisation test: p = {p:.3}. E-value: {e:.1} (20 or more is a clear answer)."
        ))?;
    }
    output::line("")?;
    report
        .diagnostics
        .iter()
        .try_for_each(|note| output::paragraph("", note))
}
