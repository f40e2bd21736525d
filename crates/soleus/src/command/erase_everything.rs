//! `soleus erase-everything`: one person's data gone from the file, and what is left elsewhere said.

use std::io::{IsTerminal, stdin};
use std::path::Path;

use serde::Serialize;

use crate::command::backup::{FolderArgs, locks::typed};
use crate::fault::refuse;
use crate::output;
use crate::world::World;

/// What must be typed.
const WORDS: &str = "erase everything";

/// Erase the whole diary for good: every entry, everything worked out from them, the access of devices, the passphrase.
/// Backups are listed, not removed.
#[derive(Debug, clap::Args)]
#[command(
    name = "erase-everything",
    after_help = "Example:\n  soleus erase-everything\n\nStop Soleus first. What this cannot reach is said at the end and in SECURITY.md."
)]
pub(crate) struct Args {
    /// Do it without asking.
    #[arg(long)]
    yes: bool,
    #[command(flatten)]
    backups: FolderArgs,
}

/// What `--json` answers.
#[derive(Serialize)]
struct ErasedJson {
    diary: String,
    backups: Vec<String>,
    /// Diaries that a restore kept under another name.
    kept: Vec<String>,
}

/// Erases.
pub(crate) fn run(world: &World, args: &Args) -> anyhow::Result<()> {
    if !args.yes {
        if !stdin().is_terminal() {
            return refuse("Nothing was erased: say --yes where nobody can be asked.");
        }
        let answer = typed(&format!(
            "Everything in this diary goes for good. Type “{WORDS}” to do it: "
        ))?;
        if answer.trim() != WORDS {
            return refuse("Nothing was erased.");
        }
    }
    let folder = world.folder()?;
    // Whoever has it open would keep words in its memory and write them again.
    let store = world.store()?;
    let diary = store.path().display().to_string();
    drop(store);
    store::copy::close_for_all(&folder)?;
    let store = world.store()?;
    store.erase_everything()?;
    drop(store);
    let backups: Vec<String> = backup::list(&args.backups.folder(world)?)?
        .iter()
        .map(|kept| kept.path.display().to_string())
        .collect();
    let kept = put_aside(&folder);
    if world.json() {
        return output::json(&ErasedJson {
            diary,
            backups,
            kept,
        });
    }
    output::line(format!("Erased: {diary} holds nothing any more."))?;
    if backups.is_empty() && kept.is_empty() {
        output::line("No backups were found in the usual folder.")?;
    } else {
        output::line("These files still hold what was erased. Delete them yourself:")?;
        for file in backups.iter().chain(&kept) {
            output::line(format!("  {file}"))?;
        }
    }
    output::line(
        "Not reached: copies elsewhere, exports, what a flash disk or a file system with snapshots keeps of old blocks. \
         Only a disk that is encrypted, or destroyed, forgets those.",
    )
}

/// Diaries that a restore put aside.
fn put_aside(folder: &Path) -> Vec<String> {
    let Ok(files) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut found: Vec<String> = files
        .filter_map(Result::ok)
        .filter(|file| {
            file.file_name()
                .to_string_lossy()
                .starts_with("diary-before-")
        })
        .map(|file| file.path().display().to_string())
        .collect();
    found.sort();
    found
}
