//! `soleus import`: files of this and other programs into the diary, looked at before they are taken.

mod log;
mod show;

use std::fs::File;
use std::io::{Cursor, IsTerminal, Read, stdin};
use std::path::{Path, PathBuf};

use diary::Act;
use exchange::dates::DateOrder;
use exchange::import::{self, Format, Import, Mapping, Reading, Target};
use exchange::table::MOST_BYTES;
use serde::Serialize;
use store::Receipt;

use crate::fault::{Refusal, refuse};
use crate::output;
use crate::progress::{while_counting, while_working};
use crate::world::World;

/// Take a file into your diary: a table of days, a log that `soleus export log` wrote, or the export of another program.
///
/// Read are: Apple Health (its zip, or export.xml), Fitbit and Google Takeout (zip or single files), Cronometer, Bearable,
/// Loop Habit Tracker, and any table with a date in each row. The columns of a diary table are `date`, `cramps`, minutes,
/// pain, sleep-lost, soreness, tiredness, note, and factors of the check-in.
///
/// The same file again changes nothing; a corrected file corrects. What you answered yourself is kept. What you say about
/// columns is kept for the next file of the same shape.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  soleus import export.zip --preview\n  soleus import diary.csv --ignore mood,weather\n  soleus import habits.csv --map \"Stretch calves=!lack-of-stretching\" --map \"Walk (h)=walking*60\"\n  soleus import diary.jsonl"
)]
pub(crate) struct Args {
    /// The file; `-` reads a table from standard input.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Only say what was understood; change nothing.
    #[arg(long)]
    preview: bool,
    /// Take it without asking.
    #[arg(long)]
    yes: bool,
    /// Columns to leave out, separated by commas.
    #[arg(long, value_name = "COLUMN,..", value_delimiter = ',')]
    ignore: Vec<String>,
    /// What a column is: alcohol; !lack-of-stretching (yes means no); walking*60 (times 60); dehydration<1500 (yes below 1500).
    #[arg(long, value_name = "COLUMN=NAME", value_parser = pair)]
    map: Vec<(String, Target)>,
    /// The column with the dates.
    #[arg(long, value_name = "COLUMN")]
    date: Option<String>,
    /// Which number stands first in dates such as 3/5/2026.
    #[arg(long, value_name = "ORDER")]
    dates: Option<Order>,
    /// More words for yes, separated by commas.
    #[arg(long, value_name = "WORD,..", value_delimiter = ',')]
    yes_words: Vec<String>,
    /// More words for no, separated by commas.
    #[arg(long, value_name = "WORD,..", value_delimiter = ',')]
    no_words: Vec<String>,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Order {
    DayFirst,
    MonthFirst,
}

fn pair(text: &str) -> Result<(String, Target), String> {
    match text.rsplit_once('=') {
        Some((column, target)) if !column.is_empty() => {
            let target: Target = target
                .parse()
                .map_err(|not: import::mapping::NotATarget| not.to_string())?;
            Ok((column.to_owned(), target))
        }
        _ => Err("write it as COLUMN=NAME, such as Wine=alcohol".to_owned()),
    }
}

/// What `--json` answers.
#[derive(Serialize)]
struct Imported {
    format: Format,
    preview: bool,
    nights: usize,
    new: usize,
    corrected: usize,
    unchanged: usize,
    kept: usize,
    columns: Vec<import::reading::Column>,
    rejected: u64,
    rejects: Vec<import::reading::Reject>,
    notes: Vec<String>,
}

/// Reads the whole file, says what was understood, then appends it in one go.
pub(crate) fn run(world: &World, args: &Args) -> anyhow::Result<()> {
    if log::is_log(&args.file) {
        return log::run(world, &args.file);
    }
    let zone = world.zone()?;
    let said = said(args);
    let reading = match source(&args.file)? {
        // Before the diary is opened: a file that cannot be read leaves no trace.
        Source::File(file) => read(world, file, &said)?,
        Source::Memory(bytes) => read(world, Cursor::new(bytes), &said)?,
    };
    if !args.preview && matches!(reading.format, Format::Diary | Format::Table) {
        import::require_known(&reading)?;
    }
    let desk = world.desk()?;
    let now = world.now();
    let import = import::settle(&reading, &zone, &*desk.log()?, now)?;
    if args.preview {
        let imported = Imported::planned(&reading, &import);
        return show::preview(world, &reading, &imported);
    }
    let is_asked = !args.yes && !world.json() && stdin().is_terminal();
    if is_asked {
        show::preview(world, &reading, &Imported::planned(&reading, &import))?;
        if !show::agrees()? {
            return output::line("Nothing was changed.");
        }
    }
    let receipts = while_working("Writing the nights", || {
        desk.tell_each(&import.entries, now)
    })?;
    if let Some(kept) = &reading.kept {
        desk.keep_mapping(&kept.shape, &serde_json::to_string(&kept.mapping)?)?;
    }
    show::done(world, &Imported::counted(&reading, &import, &receipts))
}

fn said(args: &Args) -> Mapping {
    let ignored = args
        .ignore
        .iter()
        .map(|name| (name.clone(), Target::Ignore));
    let lower = |words: &[String]| words.iter().map(|word| word.to_lowercase()).collect();
    Mapping {
        date: args.date.clone(),
        order: args.dates.map(|order| match order {
            Order::DayFirst => DateOrder::DayFirst,
            Order::MonthFirst => DateOrder::MonthFirst,
        }),
        columns: ignored.chain(args.map.iter().cloned()).collect(),
        yes: lower(&args.yes_words),
        no: lower(&args.no_words),
    }
}

enum Source {
    File(File),
    Memory(Vec<u8>),
}

/// Opens a file, or takes a table from standard input for `-`.
fn source(file: &Path) -> anyhow::Result<Source> {
    if file.as_os_str() == "-" {
        let mut bytes = Vec::new();
        stdin()
            .lock()
            .take(MOST_BYTES + 1)
            .read_to_end(&mut bytes)?;
        return Ok(Source::Memory(bytes));
    }
    let open =
        |error: std::io::Error| Refusal(format!("{} cannot be opened: {error}.", file.display()));
    if file.is_dir() {
        return refuse(format!("{} is a folder, not a file.", file.display()));
    }
    Ok(Source::File(File::open(file).map_err(open)?))
}

fn read(
    world: &World,
    source: impl Read + std::io::Seek,
    said: &Mapping,
) -> anyhow::Result<Reading> {
    let zone = world.zone()?;
    let kept = |shape: &str| {
        let text = world.desk().ok()?.mapping(shape).ok()??;
        serde_json::from_str(&text).ok()
    };
    let reading = while_counting("Reading the file", |watch| {
        import::open(source, said, &kept, &zone, watch)
    });
    Ok(reading?)
}

impl Imported {
    /// What would be written.
    fn planned(reading: &Reading, import: &Import) -> Self {
        Self {
            format: reading.format,
            preview: true,
            nights: import.nights,
            new: import.entries.len() - import.corrected,
            corrected: import.corrected,
            unchanged: import.unchanged,
            kept: import.kept,
            columns: reading.columns.clone(),
            rejected: import.rejects.total(),
            rejects: import.rejects.listed().to_vec(),
            notes: import.notes.clone(),
        }
    }

    /// Counts what was written, by the receipts. What another process had written meanwhile is unchanged.
    fn counted(reading: &Reading, import: &Import, receipts: &[Receipt]) -> Self {
        let mut imported = Self {
            preview: false,
            new: 0,
            corrected: 0,
            ..Self::planned(reading, import)
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
