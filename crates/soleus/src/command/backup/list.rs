//! `soleus backup list`: the backups there are.

use backup::name::Readable;
use serde::Serialize;

use super::FolderArgs;
use crate::output;
use crate::world::World;

/// List the backups in the folder, the newest first.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    folder: FolderArgs,
}

#[derive(Serialize)]
struct KeptJson {
    file: String,
    made: String,
    bytes: u64,
    sealed: bool,
}

pub(super) fn run(world: &World, args: &Args) -> anyhow::Result<()> {
    let folder = args.folder.folder(world)?;
    let all = backup::list(&folder)?;
    if world.json() {
        let all: Vec<KeptJson> = all
            .iter()
            .map(|kept| KeptJson {
                file: kept.path.display().to_string(),
                made: kept.name.at.to_string(),
                bytes: kept.bytes,
                sealed: kept.name.readable == Readable::WithKey,
            })
            .collect();
        return output::json(&all);
    }
    if all.is_empty() {
        return output::line(format!(
            "There is no backup in {}. `soleus backup` makes one.",
            folder.display()
        ));
    }
    let zone = world.zone()?;
    let mut table = output::table(["made", "size", "sealed", "file"]);
    for kept in &all {
        let local = kept.name.at.to_zoned(zone.tz().clone());
        table.add_row([
            local.strftime("%Y-%m-%d %H:%M").to_string(),
            format!("{} kB", kept.bytes.div_ceil(1000)),
            match kept.name.readable {
                Readable::WithKey => "yes".to_owned(),
                Readable::ByAnyone => "no".to_owned(),
            },
            kept.path.display().to_string(),
        ]);
    }
    output::print(&table)
}
