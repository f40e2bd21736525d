//! `soleus trial`: randomised self-experiments, from the templates to the result.

mod analyze;
mod change;
mod list;
mod pool;
mod propose;
mod record;
mod result;
mod select;
mod templates;
mod today;

use clap::Subcommand;
use diary::{Act, Entry, Trial};
use insight::trial::ChangeError;
use insight::{Applies, Warning};
use serde::Serialize;

use crate::fault::Refusal;
use crate::output;
use crate::words;
use crate::world::World;

/// Test on yourself whether a remedy helps: chance decides what you do on which nights, so that the answer can be trusted.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  soleus trial templates\n  soleus trial propose bedtime-stretch\n  soleus trial start bedtime-stretch --first 2026-05-04\n  soleus trial today\n  soleus trial record --followed yes\n  soleus trial result\n  soleus trial analyze trial.csv --outcome cramps --design pairs"
)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Templates(templates::Args),
    #[command(visible_alias = "plan")]
    Propose(propose::Args),
    Start(propose::StartArgs),
    Today(today::Args),
    Record(record::Args),
    Pause(change::PauseArgs),
    Resume(change::ResumeArgs),
    Stop(change::StopArgs),
    Result(result::Args),
    List(list::Args),
    Analyze(analyze::Args),
    Pool(pool::Args),
}

/// Does what the subcommand says.
pub(crate) fn run(world: &World, args: Args) -> anyhow::Result<()> {
    match args.command {
        Command::Templates(args) => templates::run(world, &args),
        Command::Propose(args) => propose::run(world, args),
        Command::Start(args) => propose::start(world, args),
        Command::Today(args) => today::run(world, &args),
        Command::Record(args) => record::run(world, &args),
        Command::Pause(args) => change::pause(world, &args),
        Command::Resume(args) => change::resume(world, &args),
        Command::Stop(args) => change::stop(world, args),
        Command::Result(args) => result::run(world, &args),
        Command::List(args) => list::run(world, &args),
        Command::Analyze(args) => analyze::run(world, &args),
        Command::Pool(args) => pool::run(world, &args),
    }
}

/// A change, or the sentence that says why it makes no sense.
fn refusing(change: Result<Trial, ChangeError>) -> anyhow::Result<Trial> {
    change.map_err(|error| Refusal(error.to_string()).into())
}

/// A safety warning in words.
fn warning_words(warning: &Warning) -> String {
    match &warning.applies {
        Applies::Yes => format!("Take care: {}", warning.message),
        Applies::If(_) => warning.sentence().to_string(),
    }
}

/// What `--json` answers to what was told.
#[derive(Serialize)]
struct Written {
    ids: Vec<String>,
    told: Vec<String>,
}

/// Says what was written into the diary.
fn written(world: &World, entries: &[Entry]) -> anyhow::Result<()> {
    let told: Vec<String> = entries
        .iter()
        .filter_map(|entry| match &entry.act {
            Act::Tell { body } => Some(words::body(body)),
            _ => None,
        })
        .collect();
    if world.json() {
        let ids = entries.iter().map(|entry| entry.id.to_string()).collect();
        return output::json(&Written { ids, told });
    }
    told.iter()
        .try_for_each(|sentence| output::line(format!("Written: {sentence}.")))
}
