//! A log that `soleus export log` wrote, back into a diary: each entry with its own id, so that nothing comes twice.

use std::fs::File;
use std::io::{Read, Seek};

use exchange::export::log_file;
use serde::Serialize;
use store::Receipt;

use crate::fault::Refusal;
use crate::output;
use crate::progress::while_working;
use crate::world::World;

/// How much of a file is looked at to see what it is: a head is shorter.
const HEAD: u64 = 4096;

/// What `--json` answers.
#[derive(Default, Serialize)]
struct TakenIn {
    entries: usize,
    new: usize,
    unchanged: usize,
    /// Another entry has the id already; these are kept beside the diary.
    kept_aside: usize,
    /// Erased in this diary before: their content was not taken in.
    erased: usize,
}

/// Whether the file says that it is a log; then it stands at its beginning again.
pub(super) fn is_log(file: &mut File) -> anyhow::Result<bool> {
    let mut start = Vec::new();
    let unreadable = |error| Refusal(format!("The file cannot be read: {error}."));
    file.take(HEAD)
        .read_to_end(&mut start)
        .and_then(|_| file.rewind())
        .map_err(unreadable)?;
    Ok(log_file::is_log(&start))
}

/// Reads and checks the whole log, then takes it in in one go.
pub(super) fn run(world: &World, mut file: File) -> anyhow::Result<()> {
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)
        .map_err(|error| Refusal(format!("The file cannot be read: {error}.")))?;
    let entries = log_file::read(&bytes)?;
    let now = world.now();
    log_file::check(&entries, now)?;
    let desk = world.desk()?;
    let receipts = while_working("Writing the entries", || desk.tell_all(&entries, now))?;
    let mut taken = TakenIn {
        entries: entries.len(),
        ..TakenIn::default()
    };
    for receipt in receipts {
        *match receipt {
            Receipt::Stored => &mut taken.new,
            Receipt::AlreadyThere => &mut taken.unchanged,
            Receipt::KeptAside => &mut taken.kept_aside,
            Receipt::Erased => &mut taken.erased,
        } += 1;
    }
    if world.json() {
        return output::json(&taken);
    }
    output::line(format!(
        "{} entries read: {} new, {} in the diary already.",
        taken.entries, taken.new, taken.unchanged
    ))?;
    if taken.kept_aside > 0 {
        output::line(format!(
            "{} kept aside: another entry has their id. The diary is as it was there.",
            taken.kept_aside
        ))?;
    }
    if taken.erased > 0 {
        output::line(format!(
            "{} left out: you erased them here before.",
            taken.erased
        ))?;
    }
    Ok(())
}
