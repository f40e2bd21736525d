//! `soleus import`: a tidy CSV diary, or the log of another diary, into the diary.

mod log;

use std::path::PathBuf;

use diary::Act;
use exchange::Import;
use serde::Serialize;
use store::Receipt;

use crate::command::analyze;
use crate::output;
use crate::progress::while_working;
use crate::world::World;

/// Take a file into your diary: a table, or a log that `soleus export log` wrote. All of it or nothing.
///
/// A table has the columns `date`, `cramps`, then one column a factor.
///
/// Also understood: minutes, pain, sleep-lost, soreness, tiredness, note. The same file again changes nothing; a
/// corrected file corrects. What you answered yourself is kept.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  soleus import diary.csv --ignore mood,weather\n  soleus import diary.jsonl"
)]
pub(crate) struct Args {
    /// The table as CSV (`-` reads standard input), or the log.
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
    kept: usize,
    notes: Vec<String>,
}

/// Reads the whole file, then appends it in one go.
pub(crate) fn run(world: &World, args: &Args) -> anyhow::Result<()> {
    if log::is_log(&args.file) {
        return log::run(world, &args.file);
    }
    let table = analyze::read(&args.file)?;
    let zone = world.zone()?;
    let desk = world.desk()?;
    let now = world.now();
    let import = exchange::import::import(&table, &args.ignore, &zone, &*desk.log()?, now)?;
    let receipts = while_working("Writing the nights", || {
        desk.tell_each(&import.entries, now)
    })?;
    let imported = Imported::counted(&import, &receipts);
    if world.json() {
        return output::json(&imported);
    }
    output::line(format!(
        "{} nights read: {} new answers, {} corrected, {} in the diary already.",
        imported.nights, imported.new, imported.corrected, imported.unchanged
    ))?;
    if imported.kept > 0 {
        output::line(format!(
            "{} left out, because you answered otherwise yourself.",
            imported.kept
        ))?;
    }
    for note in &imported.notes {
        output::paragraph("", note)?;
    }
    Ok(())
}

impl Imported {
    /// Counts what was written, by the receipts. What another process had written meanwhile is unchanged.
    fn counted(import: &Import, receipts: &[Receipt]) -> Self {
        let mut imported = Self {
            nights: import.nights,
            new: 0,
            corrected: 0,
            unchanged: import.unchanged,
            kept: import.kept,
            notes: import.notes.clone(),
        };
        for (entry, receipt) in import.entries.iter().zip(receipts) {
            match (receipt, &entry.act) {
                (Receipt::Stored, Act::Replace { .. }) => imported.corrected += 1,
                (Receipt::Stored, _) => imported.new += 1,
                _ => imported.unchanged += 1,
            }
        }
        imported
    }
}
