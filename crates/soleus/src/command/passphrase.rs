//! `soleus passphrase`: what opens the pages where others can reach them.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use desk::{Cost, Login};
use serde::Serialize;

use crate::command::backup::locks::{first_line, typed};
use crate::fault::refuse;
use crate::output;
use crate::progress::while_working;
use crate::world::{World, random};

/// How long a check of the passphrase should take on this computer at least: slow for who guesses, not for who knows.
const WORTH: Duration = Duration::from_millis(300);

/// Set the passphrase that opens the pages, or change it: every browser is signed out. It is needed before Soleus lets
/// anything but this computer in.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  soleus passphrase\n  soleus passphrase --file words.txt\n  soleus passphrase --remove\n\nIt opens the pages; it does not seal the file. Start Soleus again afterwards."
)]
pub(crate) struct Args {
    /// Take it from the first line of a file.
    #[arg(long, value_name = "FILE", conflicts_with = "remove")]
    file: Option<PathBuf>,
    /// Take the passphrase away: the pages are then for this computer alone.
    #[arg(long)]
    remove: bool,
}

/// What `--json` answers.
#[derive(Serialize)]
struct SetJson {
    set: bool,
    memory_kib: Option<u32>,
    passes: Option<u32>,
}

/// Sets or removes it.
pub(crate) fn run(world: &World, args: &Args) -> anyhow::Result<()> {
    let login = Login::new(Arc::new(world.store()?));
    let cost = if args.remove {
        login.unset()?;
        None
    } else {
        let words = match &args.file {
            Some(file) => first_line(file)?,
            None => {
                let first = typed("A passphrase for the pages: ")?;
                if first != typed("The same passphrase again: ")? {
                    return refuse("The two passphrases differ. Nothing was changed; try again.");
                }
                first
            }
        };
        let cost = while_working("Looking how fast this computer is", tuned)?;
        login.set(&words, cost, random()?)?;
        Some(cost)
    };
    if world.json() {
        return output::json(&SetJson {
            set: cost.is_some(),
            memory_kib: cost.map(|cost| cost.memory_kib),
            passes: cost.map(|cost| cost.passes),
        });
    }
    output::line(if cost.is_some() {
        "The passphrase is set, and every browser is signed out. Start Soleus again if it runs."
    } else {
        "The passphrase is gone, and every browser is signed out. Start Soleus again if it runs."
    })
}

/// As many passes as take long enough here.
fn tuned() -> anyhow::Result<Cost> {
    let mut cost = Cost::LEAST;
    loop {
        let began = Instant::now();
        cost.stretch("a passphrase to measure with", random()?)?;
        if began.elapsed() >= WORTH || cost.passes >= Cost::MOST_PASSES {
            return Ok(cost);
        }
        cost.passes += 1 + cost.passes / 2;
    }
}
