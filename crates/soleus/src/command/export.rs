//! `soleus export`: the diary as files that other programs read.

mod calendar;

use std::path::{Path, PathBuf};

use clap::Subcommand;
use exchange::export::{cramps, log_file, nights};
use serde::Serialize;

use crate::file;
use crate::output;
use crate::world::World;

/// Write your diary to a file: the log itself, one row a night, one row a cramp, or reminders for a calendar.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  soleus export log --out diary.jsonl\n  soleus export nights > nights.csv\n  soleus export cramps > cramps.csv\n  soleus export calendar --out reminders.ics\n\nThe forms are described in docs/export.md."
)]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Everything, as it was told: one line of JSON an entry. `soleus import` reads it back to the same diary.
    Log(To),
    /// A table with one row a night (CSV), for spreadsheets, R and Python. Without your own words.
    Nights(To),
    /// A table with one row a cramp that was logged (CSV): when, where, how you lay, what helped. Without your own words.
    Cramps(To),
    /// The table of nights as Parquet, with a type for every column.
    Parquet(ToFile),
    /// The whole diary as a FHIR R4 document for a record system. Without your name; `soleus report --fhir` can add it.
    Fhir(To),
    /// Reminders as iCalendar: the check-in, the stretch of your plan, what a trial asks each day.
    Calendar(calendar::Args),
}

/// Where to.
#[derive(Debug, clap::Args)]
struct To {
    /// A new file, readable for you alone; without it, standard output.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
struct ToFile {
    /// A new file, readable for you alone.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

/// What `--json` answers after a file was written.
#[derive(Serialize)]
struct Written {
    file: String,
    /// Entries, nights, cramps or reminders.
    count: usize,
}

/// Writes what is asked for.
pub(crate) fn run(world: &World, args: Args) -> anyhow::Result<()> {
    match args.what {
        What::Log(to) => {
            let entries = world.desk()?.entries()?;
            let text = log_file::write(&entries)?;
            hand_over(
                world,
                to.out.as_deref(),
                text.as_bytes(),
                (entries.len(), "entries"),
            )
        }
        What::Nights(to) => {
            let table = night_table(world)?;
            let csv = nights::csv(&table)?;
            hand_over(
                world,
                to.out.as_deref(),
                &csv,
                (table.dates.len(), "nights"),
            )
        }
        What::Cramps(to) => {
            let (csv, rows) = cramps::csv(&*world.desk()?.log()?)?;
            hand_over(world, to.out.as_deref(), &csv, (rows, "cramps"))
        }
        What::Parquet(to) => {
            let table = night_table(world)?;
            let parquet = parquet(&table)?;
            hand_over(
                world,
                Some(&to.out),
                &parquet,
                (table.dates.len(), "nights"),
            )
        }
        What::Fhir(to) => {
            let desk = world.desk()?;
            let summary = desk.summary(world.today()?, insight::Span::All)?;
            let options = ::report::Options::default();
            let fhir = super::report::fhir(world, &desk, &summary, &options)?;
            let count = (summary.nights.len(), "nights");
            hand_over(world, to.out.as_deref(), fhir.as_bytes(), count)
        }
        What::Calendar(args) => calendar::run(world, &args),
    }
}

fn night_table(world: &World) -> anyhow::Result<nights::NightTable> {
    Ok(nights::table(&world.desk()?.nights(world.today()?)?))
}

#[cfg(feature = "parquet")]
fn parquet(table: &nights::NightTable) -> anyhow::Result<Vec<u8>> {
    Ok(parquet_export::write(table)?)
}

#[cfg(not(feature = "parquet"))]
fn parquet(_: &nights::NightTable) -> anyhow::Result<Vec<u8>> {
    crate::fault::refuse(
        "This Soleus was built without Parquet, which doubles its size. Take `soleus export nights`, which holds the same, or build it with `cargo build --release -p soleus --features parquet`.",
    )
}

/// Writes the new file, or prints.
fn hand_over(
    world: &World,
    out: Option<&Path>,
    content: &[u8],
    (count, what): (usize, &str),
) -> anyhow::Result<()> {
    let Some(path) = out else {
        return file::print(content);
    };
    file::write_new(path, content)?;
    if world.json() {
        return output::json(&Written {
            file: path.display().to_string(),
            count,
        });
    }
    output::line(format!("Written: {} ({count} {what}).", path.display()))?;
    output::line("It tells about your health. Keep it where only you can read it.")
}
