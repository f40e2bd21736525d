//! `soleus restore`: proves a backup whole, and brings it back beside the diary that is there.

use std::path::PathBuf;

use backup::name::Readable;
use backup::{Proof, Restored};
use serde::Serialize;

use crate::command::backup::locks::KeyArgs;
use crate::output;
use crate::progress::while_working;
use crate::world::World;

/// Bring a backup back. The diary that is there is kept beside it under another name.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  soleus restore --check soleus-2026-05-03T011200Z.sqlite\n  soleus restore soleus-2026-05-03T011200Z.sqlite.age --key-file key.txt\n\nStop the pages first (Ctrl-C). Devices that had access are linked anew afterwards."
)]
pub(crate) struct Args {
    /// The backup.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Only prove that it is whole and say what it holds; change nothing.
    #[arg(long)]
    check: bool,
    #[command(flatten)]
    key: KeyArgs,
}

/// What `--json` answers.
#[derive(Serialize)]
struct ProofJson {
    whole: bool,
    sealed: bool,
    format: i64,
    entries: usize,
    told: usize,
    first_night: Option<String>,
    last_night: Option<String>,
    kept_aside: usize,
    #[serde(flatten)]
    restored: Option<RestoredJson>,
}

#[derive(Serialize)]
struct RestoredJson {
    diary: String,
    /// Where the diary is that was there before.
    kept: Option<String>,
    /// Entries of that diary that the backup does not have; null when it could not be read.
    left_behind: Option<usize>,
    erased_again: usize,
}

/// Proves the backup whole, then brings it back.
pub(crate) fn run(world: &World, args: &Args) -> anyhow::Result<()> {
    let key = args.key.key()?;
    if args.check {
        let proof = while_working("Reading the backup", || {
            backup::check(&args.file, key.as_ref())
        })?;
        if world.json() {
            return output::json(&json(&proof, None));
        }
        output::line(format!("{} is whole.", args.file.display()))?;
        return show(&proof);
    }
    let folder = world.folder()?;
    let restored = while_working("Bringing the backup back", || {
        backup::restore(&args.file, key.as_ref(), &folder, world.now())
    })?;
    let diary = folder.join(store::FILE_NAME).display().to_string();
    if world.json() {
        let proof = restored.proof.clone();
        return output::json(&json(&proof, Some(restored_json(diary, &restored))));
    }
    output::line(format!("Restored: {diary}"))?;
    show(&restored.proof)?;
    if let Some(kept) = &restored.kept {
        output::line(format!("The diary until now is kept as {}", kept.display()))?;
    }
    match restored.left_behind {
        Some(0) => {}
        Some(1) => output::line("It holds 1 entry that the backup does not have.")?,
        Some(many) => output::line(format!(
            "It holds {many} entries that the backup does not have."
        ))?,
        None => output::line("It could not be read, and was kept as it is.")?,
    }
    if restored.erased_again > 0 {
        output::line("What you erased since the backup stays erased.")?;
    }
    Ok(())
}

fn show(proof: &Proof) -> anyhow::Result<()> {
    output::line(format!(
        "It holds {} entries; {} things told hold today.",
        proof.entries, proof.told
    ))?;
    match proof.nights {
        Some((first, last)) => output::line(format!("Nights from {first} to {last}.")),
        None => output::line("No night is told about yet."),
    }
}

fn json(proof: &Proof, restored: Option<RestoredJson>) -> ProofJson {
    ProofJson {
        whole: true,
        sealed: proof.readable == Readable::WithKey,
        format: proof.format,
        entries: proof.entries,
        told: proof.told,
        first_night: proof.nights.map(|(first, _)| first.to_string()),
        last_night: proof.nights.map(|(_, last)| last.to_string()),
        kept_aside: proof.kept_aside,
        restored,
    }
}

fn restored_json(diary: String, restored: &Restored) -> RestoredJson {
    RestoredJson {
        diary,
        kept: restored
            .kept
            .as_ref()
            .map(|path| path.display().to_string()),
        left_behind: restored.left_behind,
        erased_again: restored.erased_again,
    }
}
