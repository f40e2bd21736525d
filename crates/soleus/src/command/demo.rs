//! `soleus demo`: a made-up person in a diary that is thrown away.

mod diary;
mod told;

use std::sync::Arc;

use ::diary::NightId;
use clap::ValueEnum;
use desk::Desk;
use insight::Span;
use store::SqliteStore;

use crate::command::serve::{self, Served, WatchArgs};
use crate::command::{plan, report, suspects};
use crate::output;
use crate::progress::while_working;
use crate::world::World;

/// See Soleus alive with a made-up person; your own diary is not touched.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  soleus demo\n  soleus demo suspects --nights 200 --seed 7")]
pub(crate) struct Args {
    /// What to see.
    #[arg(value_enum, default_value_t = See::Pages)]
    see: See,
    /// How many nights the diary has.
    #[arg(long, value_name = "N", default_value_t = 120, value_parser = clap::value_parser!(u16).range(1..=1826))]
    nights: u16,
    /// Which made-up person.
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// Address of the pages.
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:7354")]
    listen: String,
    #[command(flatten)]
    page: report::Page,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum See {
    /// All pages, until Ctrl-C.
    Pages,
    /// The suspects, here.
    Suspects,
    /// The plan, here.
    Plan,
    /// The page for the doctor, here or in a file.
    Report,
}

/// How many suspects of each list are shown.
const FIRST: usize = 8;

/// Makes the person, keeps the diary in a folder that goes at the end, and shows it.
pub(crate) fn run(world: &World, args: Args) -> anyhow::Result<()> {
    let reach = serve::loopback(&args.listen)?;
    let now = world.moment()?;
    let folder = tempfile::Builder::new().prefix("soleus-demo-").tempdir()?;
    let store = SqliteStore::open(folder.path())?;
    let diary = store.path().display().to_string();
    let desk = Arc::new(Desk::new(Arc::new(store)));
    // The last night that is over, so that the demo looks the same in the morning and in the evening.
    let last_night: NightId = now.night().previous();
    let person = while_working("Making up a person", || {
        let person = diary::tell(&desk, args.seed, last_night, args.nights, &now)?;
        told::tell(&desk, last_night, args.nights, &now.zone, now.at)?;
        anyhow::Ok(person)
    })?;
    let label =
        "A made-up person, not you: this diary is invented and is thrown away at the end.\n";
    let today = now.local().date();
    match args.see {
        See::Pages => serve::serve(
            world,
            reach,
            Served {
                desk,
                diary,
                demo: true,
                backups: None,
                watch: WatchArgs::default(),
            },
        ),
        See::Suspects => {
            let reading = while_working("Comparing the nights", || desk.suspects(today))?;
            if !world.json() {
                output::line(label)?;
            }
            suspects::show(world, &reading, FIRST)?;
            if world.json() {
                Ok(())
            } else {
                truth(&person.truth)
            }
        }
        See::Plan => {
            let reading = while_working("Comparing the nights", || desk.suspects(today))?;
            if !world.json() {
                output::line(label)?;
            }
            plan::show(world, &reading.plan, plan::Depth::Now)
        }
        See::Report => report::make(
            world,
            &desk,
            Span::default(),
            &args.page,
            report::Whose::MadeUp,
        ),
    }
}

/// What a made-up person is made of; with a real one, nobody knows.
fn truth(causes: &[(&'static str, f64)]) -> anyhow::Result<()> {
    let names: Vec<&str> = causes
        .iter()
        .map(|(id, _)| knowledge::factor(id).map_or(*id, |factor| factor.name))
        .collect();
    output::line("")?;
    output::paragraph(
        "",
        &format!(
            "What truly matters for this made-up person: {}.",
            names.join("; ")
        ),
    )
}
