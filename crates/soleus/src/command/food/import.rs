//! `soleus food import`: a downloaded USDA file beside the diary.

use std::path::Path;

use anyhow::Context;
use serde::Serialize;

use crate::fault::refuse;
use crate::output;
use crate::progress::while_working;
use crate::world::World;

/// What `--json` answers.
#[derive(Serialize)]
struct ImportedJson {
    foods: usize,
    new: usize,
    changed: usize,
    unchanged: usize,
    /// Imported foods there are now.
    all: usize,
    /// Figures that cannot be and count as not known.
    figures_left_out: usize,
}

/// Reads the whole file, then keeps its foods in one go.
pub(super) fn run(world: &World, file: &Path) -> anyhow::Result<()> {
    if !file.exists() {
        return refuse(format!(
            "{} cannot be opened: there is no such file or folder. Nothing was changed.",
            file.display()
        ));
    }
    let read = while_working("Reading the foods", || exchange::usda::read(file))
        .with_context(|| format!("{} was not imported", file.display()))?;
    let done = world.desk()?.stock(&read.foods)?;
    if world.json() {
        return output::json(&ImportedJson {
            foods: read.foods.len(),
            new: done.new,
            changed: done.changed,
            unchanged: done.unchanged,
            all: done.all,
            figures_left_out: read.left_out,
        });
    }
    output::line(format!(
        "{} foods read: {} new, {} changed, {} there already.",
        read.foods.len(),
        done.new,
        done.changed,
        done.unchanged
    ))?;
    if read.left_out > 0 {
        output::line(format!(
            "{} figures cannot be (more than 100 g can hold); they count as not known.",
            read.left_out
        ))?;
    }
    output::line("Find them with `soleus food search` and on the page Food and drink.")
}
