//! `soleus import`: a tidy CSV diary into the diary.

use std::path::PathBuf;

use serde::Serialize;

use crate::command::analyze;
use crate::output;
use crate::progress::while_working;
use crate::world::World;

/// Take a table into your diary: columns `date`, `cramps`, then one column a factor. All of it or nothing.
///
/// Also understood: minutes, pain, sleep-lost, soreness, tiredness, note. The same file again changes nothing; a
/// corrected file corrects. What you answered yourself is kept.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  soleus import diary.csv --ignore mood,weather")]
pub(crate) struct Args {
    /// The table as CSV; `-` reads standard input.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Columns to leave out, separated by commas.
    #[arg(long, value_name = "COLUMN,..", value_delimiter = ',')]
    ignore: Vec<String>,
}

/// What `--json` answers.
#[derive(Serialize)]
struct Imported {
    nights: usize,
    new: usize,
    corrected: usize,
    unchanged: usize,
}

/// Reads the whole file, then appends it in one go.
pub(crate) fn run(world: &World, args: &Args) -> anyhow::Result<()> {
    let table = analyze::read(&args.file)?;
    let zone = world.zone()?;
    let desk = world.desk()?;
    let now = world.now();
    let import = exchange::import::import(&table, &args.ignore, &zone, &*desk.log()?, now)?;
    while_working("Writing the nights", || desk.tell_all(&import.entries, now))?;
    let new = import.entries.len() - import.corrected;
    let (nights, corrected, unchanged) = (import.nights, import.corrected, import.unchanged);
    if world.json() {
        return output::json(&Imported {
            nights,
            new,
            corrected,
            unchanged,
        });
    }
    output::line(format!(
        "{nights} nights read: {new} new answers, {corrected} corrected, {unchanged} in the diary already."
    ))
}
