//! `soleus analyze`: any spreadsheet, without touching the diary.

use std::fs::File;
use std::io::stdin;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use exchange::{Analysis, Options, Outcomes, Table, analyze, report, table};
use infer::Seed;

use crate::fault::{Refusal, refuse};
use crate::output;
use crate::progress::while_counting;
use crate::world::World;

/// Find out which columns of a table go with the outcome. Your diary is not touched.
///
/// The table has a column `date`, the outcome, then one column a factor; a row is a day and the night that follows; an
/// empty cell is missing. Columns named as our factors start from published evidence. Of the others one in six is expected
/// to matter, and of those two in three to raise the outcome; the data can say otherwise.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  soleus analyze diary.csv\n  soleus analyze asthma.csv --outcome Count --date day --format json\n  soleus analyze many.csv --person id=7 --family binary --outcome headache --ignore medication,sex"
)]
pub(crate) struct Args {
    /// The table as CSV (commas, semicolons or tabs); `-` reads standard input.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The outcome's column.
    #[arg(long, value_name = "NAME", default_value = "cramps")]
    outcome: String,
    /// The column of dates, or of whole numbers of days.
    #[arg(long, value_name = "COLUMN", default_value = "date")]
    date: String,
    /// Of many people, only the rows in which COLUMN holds ID.
    #[arg(long, value_name = "COLUMN=ID", value_parser = person)]
    person: Option<(String, String)>,
    /// What the outcome is: a count each night, or yes/no.
    #[arg(long, value_enum, default_value_t = FamilyArg::Count)]
    family: FamilyArg,
    /// Columns to leave out, separated by commas.
    #[arg(long, value_name = "COLUMN,..", value_delimiter = ',')]
    ignore: Vec<String>,
    /// How to answer.
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Where the random numbers begin: the same table and seed give the same answer.
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FamilyArg {
    Count,
    Binary,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Table,
    Json,
    Csv,
}

fn person(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((column, id)) if !column.is_empty() && !id.is_empty() => {
            Ok((column.to_owned(), id.to_owned()))
        }
        _ => Err("write it as COLUMN=ID, such as id=7".to_owned()),
    }
}

/// Analyses the table.
pub(crate) fn run(world: &World, args: &Args) -> anyhow::Result<()> {
    let format = match (world.json(), args.format) {
        (true, None | Some(Format::Json)) => Format::Json,
        (true, Some(_)) => return refuse("--json and --format say different things. Choose one."),
        (false, format) => format.unwrap_or(Format::Table),
    };
    let options = Options {
        outcome: args.outcome.clone(),
        date: args.date.clone(),
        person: args.person.clone(),
        outcomes: match args.family {
            FamilyArg::Count => Outcomes::Counts,
            FamilyArg::Binary => Outcomes::YesNo,
        },
        ignore: args.ignore.clone(),
    };
    let prepared = analyze::prepare(&read(&args.file)?, &options)?;
    let analysis = while_counting("Comparing the nights", |watch| {
        report::analyse(&prepared, Seed(args.seed), watch)
    })?;
    match format {
        Format::Json => output::json_text(&analysis.to_json()?),
        Format::Csv => output::text(&analysis.to_csv()?),
        Format::Table => print(&analysis),
    }
}

/// Reads a table from a file, or from standard input for `-`.
pub(super) fn read(file: &Path) -> anyhow::Result<Table> {
    if file.as_os_str() == "-" {
        return Ok(table::read(stdin().lock())?);
    }
    let open =
        |error: std::io::Error| Refusal(format!("{} cannot be opened: {error}.", file.display()));
    if file.is_dir() {
        return refuse(format!("{} is a folder, not a table.", file.display()));
    }
    Ok(table::read(File::open(file).map_err(open)?)?)
}

fn print(analysis: &Analysis) -> anyhow::Result<()> {
    let ratio = if analysis.measure == "odds_ratio" {
        "odds ratio"
    } else {
        "rate ratio"
    };
    output::line(format!(
        "{} nights, {} with an outcome.\n",
        analysis.nights, analysis.nights_observed
    ))?;
    let mut table = output::table([
        "factor",
        "matters",
        "raises",
        "lowers",
        ratio,
        "5 to 95 %",
        "per",
        "share",
        "clear in",
    ]);
    for factor in &analysis.factors {
        table.add_row([
            factor.name.clone(),
            percent(factor.probability),
            percent(factor.p_raises),
            percent(factor.p_lowers),
            format!("{:.2}", factor.rate_ratio),
            format!(
                "{:.2} to {:.2}",
                factor.rate_ratio_low, factor.rate_ratio_high
            ),
            format!("{:.3}", factor.per_amount),
            factor.share.map_or_else(|| "-".to_owned(), percent),
            match factor.nights_to_clear {
                Some(0) => "clear".to_owned(),
                Some(n) => format!("{n} nights"),
                None => "-".to_owned(),
            },
        ]);
    }
    output::print(&table)?;
    output::line(format!(
        "\nmatters: probability that the {ratio} is above 1.1 or below 0.9. per: the change in the column that the {ratio} is for."
    ))?;
    for note in &analysis.notes {
        output::paragraph("", note)?;
    }
    Ok(())
}

fn percent(share: f64) -> String {
    // Adding zero turns a rounded -0 into 0.
    format!("{} %", (100.0 * share).round() + 0.0)
}
