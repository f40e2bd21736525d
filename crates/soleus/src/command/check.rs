//! `soleus check`: whether the diary, its folder, the clock and the backups are as they should be, and what to do if not.

use std::path::Path;

use backup::Kept;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use store::{FILE_NAME, SqliteStore, copy};

use crate::command::backup::FolderArgs;
use crate::output;
use crate::world::World;

/// A backup that is older is worth a word (our judgement).
const OLD: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Look the diary over: is the file whole, is it yours alone, is the clock right, are there backups.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  soleus check\n\nExit code 1 when something should be done. A file that cannot be read at all is an error of its own."
)]
pub(crate) struct Args {
    #[command(flatten)]
    backups: FolderArgs,
}

/// One thing that was looked at.
#[derive(Serialize)]
struct Finding {
    what: &'static str,
    well: bool,
    /// What was found, and what to do about it.
    says: String,
}

/// Looks at everything; fails when something should be done.
pub(crate) fn run(world: &World, args: &Args) -> anyhow::Result<()> {
    let folder = world.folder()?;
    // Opening brings an older diary up to date and moves the write-ahead log into the file.
    let store = world.store()?;
    let locked = store.passphrase()?.is_some();
    let findings = [
        file(&store)?,
        permissions(&folder),
        clock(&store, world.now())?,
        backups(&backup::list(&args.backups.folder(world)?)?, world.now()),
        lock(locked),
    ];
    if world.json() {
        output::json(&findings)?;
    } else {
        for finding in &findings {
            let mark = if finding.well { "well" } else { "look" };
            output::line(format!("{mark}  {}: {}", finding.what, finding.says))?;
        }
    }
    let open = findings.iter().filter(|finding| !finding.well).count();
    anyhow::ensure!(
        open == 0,
        "{open} of {} should be looked at",
        findings.len()
    );
    Ok(())
}

fn file(store: &SqliteStore) -> anyhow::Result<Finding> {
    let contents = copy::inspect(store.path())?;
    let aside = contents.kept_aside;
    Ok(Finding {
        what: "diary",
        well: aside == 0,
        says: if aside == 0 {
            format!(
                "{} entries, every page and every entry can be read.",
                contents.entries.len()
            )
        } else {
            format!(
                "whole, but {aside} entries came under ids that were taken and stand aside: a device makes ids twice. \
                 Nothing is lost; take its access back (`soleus token list`)."
            )
        },
    })
}

#[cfg(unix)]
fn permissions(folder: &Path) -> Finding {
    use std::os::unix::fs::PermissionsExt;
    let open = |path: &Path| {
        std::fs::metadata(path).is_ok_and(|found| found.permissions().mode() & 0o077 != 0)
    };
    let folder_open = open(folder);
    let well = !folder_open && !open(&folder.join(FILE_NAME));
    Finding {
        what: "permissions",
        well,
        says: if well {
            "the folder and the file are yours alone.".to_owned()
        } else {
            format!(
                "others on this computer can look into {}: other files are there, so Soleus left it as it is. Give the \
                 diary a folder of its own (--data).",
                folder.display()
            )
        },
    }
}

#[cfg(not(unix))]
fn permissions(_: &Path) -> Finding {
    Finding {
        what: "permissions",
        well: true,
        says: "not looked at on this system.".to_owned(),
    }
}

fn clock(store: &SqliteStore, now: Timestamp) -> anyhow::Result<Finding> {
    let newest = store::Store::entries(store)?
        .iter()
        .map(|entry| entry.id.made_at())
        .max();
    let ahead = newest.filter(|newest| newest.duration_since(now) > SignedDuration::from_mins(10));
    Ok(Finding {
        what: "clock",
        well: ahead.is_none(),
        says: match ahead {
            None => "not before the newest entry.".to_owned(),
            Some(newest) => format!(
                "this computer says {now:.0}, but an entry was made at {newest:.0}. Set the clock; until then nights may be \
                 counted under the wrong date."
            ),
        },
    })
}

fn backups(kept: &[Kept], now: Timestamp) -> Finding {
    let newest = kept.iter().map(|kept| kept.name.at).max();
    let (well, says) = match newest {
        None => (
            false,
            "there is none. Make one with `soleus backup`, best on another disk.".to_owned(),
        ),
        Some(newest) if now.duration_since(newest) > OLD => (
            false,
            format!(
                "the newest is of {newest:.0}, more than a week old. Make one with `soleus backup`."
            ),
        ),
        Some(newest) => (true, format!("the newest is of {newest:.0}.")),
    };
    Finding {
        what: "backups",
        well,
        says,
    }
}

fn lock(locked: bool) -> Finding {
    Finding {
        what: "passphrase",
        // For this computer alone none is needed, and for others Soleus does not start without one.
        well: true,
        says: if locked {
            "set: the pages ask for it.".to_owned()
        } else {
            "none: the pages are open to every account of this computer while they run.".to_owned()
        },
    }
}
