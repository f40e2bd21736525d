//! `soleus backup key`: a key for backups, and the recovery sheet to print.

use std::path::PathBuf;

use anyhow::Context;
use backup::seal::shown;
use backup::{Key, sheet};
use serde::Serialize;

use super::FolderArgs;
use crate::file;
use crate::output;
use crate::world::World;

/// Make a key for backups and the recovery sheet to print: the public half closes, the secret half on the sheet opens.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  soleus backup key --sheet recovery.html    print it, put it away, delete the file\n  soleus backup --to-key age1…"
)]
pub(super) struct Args {
    #[command(flatten)]
    folder: FolderArgs,
    /// A new file for the recovery sheet: a page to print. It holds the secret key and is readable for you alone.
    #[arg(long, value_name = "FILE.html")]
    sheet: PathBuf,
    /// Only the sheet, with a line to write your passphrase on; no key.
    #[arg(long)]
    for_passphrase: bool,
    /// Write the secret key into a new file as well, for `soleus restore --key-file`.
    #[arg(long, value_name = "FILE", conflicts_with = "for_passphrase")]
    key_file: Option<PathBuf>,
}

/// What `--json` answers. The secret key is on the sheet only.
#[derive(Serialize)]
struct KeyJson {
    public_key: Option<String>,
    sheet: String,
}

pub(super) fn run(world: &World, args: &Args) -> anyhow::Result<()> {
    let folder = args.folder.folder(world)?;
    let key = (!args.for_passphrase).then(Key::generate);
    let html = sheet::html(&folder, world.today()?, key.as_ref())
        .context("The sheet could not be laid out")?;
    file::write_new(&args.sheet, html.as_bytes())?;
    let texts = key.as_ref().and_then(Key::texts);
    if let (Some(path), Some((_, secret))) = (&args.key_file, &texts) {
        file::write_new(path, format!("{}\n", shown(secret)).as_bytes())?;
    }
    let public_key = texts.map(|(public, _)| public);
    let sheet = args.sheet.display().to_string();
    if world.json() {
        return output::json(&KeyJson { public_key, sheet });
    }
    output::line(format!("The recovery sheet is {sheet}."))?;
    output::line("Open it in a browser, print it, put it away, then delete the file.")?;
    match public_key {
        Some(public) => output::line(format!(
            "Close backups with: soleus backup --to-key {public}"
        )),
        None => output::line("Write your passphrase on it by hand."),
    }
}
