//! `soleus undo`: take back what was told last.

use desk::Undone;
use diary::log::Told;
use serde::Serialize;

use crate::fault::refuse;
use crate::output;
use crate::words;
use crate::world::{World, random};

/// Take back what you told last (a whole check-in or a whole imported file at once). Nothing is lost: the log keeps both.
///
/// If what you told last was a correction, what it corrected holds again.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  soleus undo")]
pub(crate) struct Args {}

/// What `--json` answers.
#[derive(Serialize)]
struct TakenBack {
    taken_back: Vec<String>,
    /// Those of them that were corrections: what they had corrected holds again.
    restored: Vec<String>,
}

/// How many things taken back are named one by one.
const NAMED: usize = 12;

/// Undoes the newest entries.
pub(crate) fn run(world: &World, _args: Args) -> anyhow::Result<()> {
    let undone = world.desk()?.undo(world.moment()?, random()?)?;
    if undone.is_empty() {
        return refuse("There is nothing to take back: the diary is empty.");
    }
    if world.json() {
        let ids = |wanted: fn(&&Undone) -> bool| {
            let some = undone.iter().filter(wanted);
            some.map(|one| one.told.id.to_string()).collect()
        };
        return output::json(&TakenBack {
            taken_back: ids(|_| true),
            restored: ids(|one| one.before.is_some()),
        });
    }
    show(&undone)
}

/// Names what was taken back; of a whole file, how much and about which nights.
fn show(undone: &[Undone]) -> anyhow::Result<()> {
    if undone.len() <= NAMED {
        for one in undone {
            output::line(format!("Taken back: {}.", words::body(&one.told.body)))?;
            if let Some(before) = &one.before {
                output::line(format!(
                    "What was told before holds again: {}.",
                    held(before)
                ))?;
            }
        }
        return Ok(());
    }
    let nights = || undone.iter().map(|one| one.told.moment.night());
    let (Some(first), Some(end)) = (nights().min(), nights().max()) else {
        return Ok(());
    };
    output::line(format!(
        "Taken back: the {} that were told or imported at once, about the nights of {first} to {end}.",
        answers(undone.len())
    ))?;
    match undone.iter().filter(|one| one.before.is_some()).count() {
        0 => Ok(()),
        restored => output::line(format!(
            "{} of them had corrected earlier ones, which hold again.",
            answers(restored)
        )),
    }
}

/// What holds again; a cramp with its time, which may be all that was corrected.
fn held(before: &Told) -> String {
    let what = words::body(&before.body);
    match before.body {
        diary::Body::Cramp(_) => {
            let at = before.moment.local().strftime("%Y-%m-%d %H:%M").to_string();
            format!("{what} at {at}")
        }
        _ => what,
    }
}

fn answers(count: usize) -> String {
    match count {
        1 => "1 answer".to_owned(),
        n => format!("{n} answers"),
    }
}
