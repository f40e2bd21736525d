//! What was understood of a file, and what became of it, in words.

use std::io::stdin;

use exchange::import::Reading;
use exchange::import::reading::Usage;

use super::Imported;
use crate::output;
use crate::world::World;

/// Rejects that are shown; `--json` lists more.
const MOST_SHOWN: usize = 20;

/// Says what was understood. Nothing has been written.
pub(super) fn preview(world: &World, reading: &Reading, imported: &Imported) -> anyhow::Result<()> {
    if world.json() {
        return output::json(imported);
    }
    output::paragraph("", &reading.summary())?;
    for column in &reading.columns {
        let usage = match &column.usage {
            Usage::Used(what) => format!("is {what}"),
            Usage::NotUsed(why) => format!("is not used: {why}"),
            Usage::Unknown => {
                "is not known. Say what it is with --map, or leave it out with --ignore".to_owned()
            }
        };
        output::point(
            "  ",
            &format!("{} ({} values) {usage}.", column.name, column.values),
        )?;
    }
    rest(imported)?;
    output::line(format!(
        "{} new answers, {} corrected, {} in the diary already. Nothing has been written yet.",
        imported.new, imported.corrected, imported.unchanged
    ))
}

/// Says what was written.
pub(super) fn done(world: &World, imported: &Imported) -> anyhow::Result<()> {
    if world.json() {
        return output::json(imported);
    }
    output::line(format!(
        "{} nights read: {} new answers, {} corrected, {} in the diary already.",
        imported.nights, imported.new, imported.corrected, imported.unchanged
    ))?;
    rest(imported)?;
    if imported.new + imported.corrected > 0 {
        output::line("`soleus undo` takes all of it back.")?;
    }
    Ok(())
}

/// Asks whether to go on.
pub(super) fn agrees() -> anyhow::Result<bool> {
    output::line("Take it into the diary? Type yes or no.")?;
    output::flush()?;
    let mut answer = String::new();
    stdin().read_line(&mut answer)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
}

fn rest(imported: &Imported) -> anyhow::Result<()> {
    if imported.kept > 0 {
        output::line(format!(
            "{} left out, because you answered otherwise yourself.",
            imported.kept
        ))?;
    }
    if imported.rejected > 0 {
        output::line(format!(
            "{} could not be read and were left out:",
            imported.rejected
        ))?;
        for reject in imported.rejects.iter().take(MOST_SHOWN) {
            output::point("  ", &reject.sentence())?;
        }
        if imported.rejected > MOST_SHOWN as u64 {
            output::line("  .. and more; --json lists up to 1000.")?;
        }
    }
    for note in &imported.notes {
        output::paragraph("", note)?;
    }
    Ok(())
}
