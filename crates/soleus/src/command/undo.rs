//! `soleus undo`: take back what was told last.

use diary::entry::Act;
use diary::{Entry, EntryId};
use serde::Serialize;

use crate::fault::refuse;
use crate::output;
use crate::words;
use crate::world::{World, random};

/// Take back what you told last (a whole check-in at once). Nothing is lost: the log keeps both.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  soleus undo")]
pub(crate) struct Args {}

/// What `--json` answers.
#[derive(Serialize)]
struct TakenBack {
    taken_back: Vec<String>,
}

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
    if world.json() {
        return output::json(&TakenBack {
            taken_back: last.iter().map(|told| told.id.to_string()).collect(),
        });
    }
    for told in &last {
        output::line(format!("Taken back: {}.", words::body(&told.body)))?;
    }
    Ok(())
}
