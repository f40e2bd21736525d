//! `soleus undo`: take back what was told last.

use diary::entry::Act;
use diary::log::Told;
use diary::{Entry, EntryId};
use serde::Serialize;

use crate::fault::refuse;
use crate::output;
use crate::words;
use crate::world::{World, random};

/// Take back what you told last (a whole check-in or a whole imported file at once). Nothing is lost: the log keeps both.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  soleus undo")]
pub(crate) struct Args {}

/// What `--json` answers.
#[derive(Serialize)]
struct TakenBack {
    taken_back: Vec<String>,
    /// How many of them were corrections: what they had corrected is taken back with them.
    corrections: usize,
}

/// How many things taken back are named one by one.
const NAMED: usize = 12;

/// Retracts the newest entries.
pub(crate) fn run(world: &World, _args: Args) -> anyhow::Result<()> {
    let moment = world.moment()?;
    let desk = world.desk()?;
    let last = desk.told_last()?;
    if last.is_empty() {
        return refuse("There is nothing to take back: the diary is empty.");
    }
    let mut entries = Vec::with_capacity(last.len());
    for told in &last {
        let id = EntryId::new(moment.at, random()?);
        entries.push(Entry {
            id,
            moment: moment.clone(),
            act: Act::Retract { target: told.id },
        });
    }
    desk.tell_all(&entries, moment.at)?;
    let corrections = last.iter().filter(|told| told.id != told.version).count();
    if world.json() {
        return output::json(&TakenBack {
            taken_back: last.iter().map(|told| told.id.to_string()).collect(),
            corrections,
        });
    }
    show(&last)?;
    if corrections > 0 {
        output::paragraph(
            "",
            &format!(
                "{} corrected earlier ones, which do not come back by themselves: tell or import those again.",
                answers(corrections)
            ),
        )?;
    }
    Ok(())
}

/// Names what was taken back; of a whole file, how much and about which nights.
fn show(last: &[Told]) -> anyhow::Result<()> {
    if last.len() <= NAMED {
        return last.iter().try_for_each(|told| {
            output::line(format!("Taken back: {}.", words::body(&told.body)))
        });
    }
    let nights = || last.iter().map(|told| told.moment.night());
    let (Some(first), Some(end)) = (nights().min(), nights().max()) else {
        return Ok(());
    };
    output::line(format!(
        "Taken back: the {} that were told or imported at once, about the nights of {first} to {end}.",
        answers(last.len())
    ))
}

fn answers(count: usize) -> String {
    match count {
        1 => "1 answer".to_owned(),
        n => format!("{n} answers"),
    }
}
