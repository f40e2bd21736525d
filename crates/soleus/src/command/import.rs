//! `soleus import`: files of this and other programs into the diary, looked at before they are taken.

mod log;
mod show;

use std::fs::File;
use std::io::{IsTerminal, Read, Seek, stdin};
use std::path::{Path, PathBuf};

use anyhow::Context;
use diary::Act;
use exchange::dates::DateOrder;
use exchange::import::{self, Format, Import, Mapping, Reading, Target};
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
    after_help = "Examples:\n  soleus import export.zip --preview\n  soleus import diary.csv --ignore mood,weather\n  soleus import habits.csv --map \"Stretch calves=!lack-of-stretching\" --map \"Walk (h)=walking*60\"\n  soleus import diary.jsonl\n  ssh old-computer soleus export log | soleus import -"
)]
pub(crate) struct Args {
    /// The file; `-` reads it from standard input, whatever it is.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Only say what was understood; change nothing.
    #[arg(long)]
    preview: bool,
    /// Take it without asking.
    #[arg(long)]
    yes: bool,
    /// What the file is, if it is not recognised.
    #[arg(long, value_name = "FORMAT", value_parser = format)]
    format: Option<Format>,
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

fn format(text: &str) -> Result<Format, String> {
    Format::said(text).ok_or_else(|| {
        let names: Vec<&str> = Format::SAYABLE.into_iter().map(Format::id).collect();
        format!("write one of {}", names.join(", "))
    })
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
    let mut file = source(&args.file)?;
    if log::is_log(&mut file)? {
        return log::run(world, file);
    }
    let zone = world.zone()?;
    // Before the diary is opened: a file that cannot be read leaves no trace.
    let reading = read(world, file, &said(args))?;
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
    let is_asked =
        !args.yes && !world.json() && !is_standard_input(&args.file) && stdin().is_terminal();
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
        format: args.format,
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

/// Most bytes that are taken from standard input, as many as the pages take: an endless one would fill the disk.
const MOST_PIPED: u64 = 4 << 30;

fn is_standard_input(file: &Path) -> bool {
    file.as_os_str() == "-"
}

/// Opens a file. What comes from standard input goes through a file without a name: a zip is read from its end, and
/// gigabytes do not fit the memory.
fn source(file: &Path) -> anyhow::Result<File> {
    if is_standard_input(file) {
        let no_room = "Standard input could not be put on the disk to be read: it may be full. Nothing was changed.";
        let mut held = tempfile::tempfile().context(no_room)?;
        let bytes =
            std::io::copy(&mut stdin().lock().take(MOST_PIPED + 1), &mut held).context(no_room)?;
        if bytes > MOST_PIPED {
            return refuse(
                "Standard input brings more than 4 GB. Save it as a file and import that. Nothing was changed.",
            );
        }
        held.rewind()?;
        return Ok(held);
    }
    let open =
        |error: std::io::Error| Refusal(format!("{} cannot be opened: {error}.", file.display()));
    if file.is_dir() {
        return refuse(format!("{} is a folder, not a file.", file.display()));
    }
    Ok(File::open(file).map_err(open)?)
}

fn read(world: &World, source: File, said: &Mapping) -> anyhow::Result<Reading> {
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
