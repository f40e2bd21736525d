//! `soleus backup`: copies of the diary that outlive it.

mod key;
mod list;
pub(crate) mod locks;

use std::path::PathBuf;

use backup::name::Readable;
use backup::{Kept, Retention};
use clap::Subcommand;
use serde::Serialize;

use crate::output;
use crate::progress::while_working;
use crate::world::World;

use locks::SealArgs;

/// Back your diary up, also while the pages are open. Or list the backups, or make a key for them.
#[derive(Debug, clap::Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "Examples:\n  soleus backup\n  soleus backup --to /media/stick --passphrase\n  soleus backup key --sheet recovery.html\n  soleus backup --to-key age1… --prune\n  soleus backup list\n\nBring one back with `soleus restore`. A copy on another disk, in another place, is worth more than many beside the diary."
)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    folder: FolderArgs,
    #[command(flatten)]
    seal: SealArgs,
    /// Afterwards remove old backups from the folder: the newest of each of the last 7 days, 4 weeks and 12 months stay.
    #[arg(long)]
    prune: bool,
}

#[derive(Debug, Subcommand)]
enum Command {
    List(list::Args),
    Key(key::Args),
}

/// Where backups are.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct FolderArgs {
    /// Folder of the backups [default: `backups` in the diary's folder].
    #[arg(long = "to", value_name = "DIR", env = "SOLEUS_BACKUPS")]
    folder: Option<PathBuf>,
}

impl FolderArgs {
    pub(crate) fn folder(&self, world: &World) -> anyhow::Result<PathBuf> {
        match &self.folder {
            Some(folder) => Ok(folder.clone()),
            None => Ok(world.folder()?.join("backups")),
        }
    }
}

/// What `--json` answers.
#[derive(Serialize)]
struct MadeJson {
    file: String,
    entries: usize,
    sealed: bool,
    removed: Vec<String>,
}

/// Makes a backup.
pub(crate) fn run(world: &World, args: Args) -> anyhow::Result<()> {
    match args.command {
        Some(Command::List(args)) => return list::run(world, &args),
        Some(Command::Key(args)) => return key::run(world, &args),
        None => {}
    }
    let folder = args.folder.folder(world)?;
    let seal = args.seal.seal()?;
    let store = world.store()?;
    let made = while_working("Backing up", || {
        backup::make(&store, &folder, &seal, world.now())
    })?;
    let removed = if args.prune {
        backup::prune(&folder, &Retention::USUAL)?
    } else {
        Vec::new()
    };
    let sealed = made.readable == Readable::WithKey;
    if world.json() {
        return output::json(&MadeJson {
            file: made.path.display().to_string(),
            entries: made.entries,
            sealed,
            removed: removed.iter().map(path).collect(),
        });
    }
    output::line(format!(
        "Backed up: {} ({} entries).",
        made.path.display(),
        made.entries
    ))?;
    for gone in &removed {
        output::line(format!("Removed, as newer ones are kept: {}", path(gone)))?;
    }
    if sealed {
        output::line(
            "It is sealed. Without its passphrase or secret key nobody can read it, not even you.",
        )
    } else {
        output::line("It is not sealed: whoever has the file can read your diary.")
    }
}

fn path(kept: &Kept) -> String {
    kept.path.display().to_string()
}
