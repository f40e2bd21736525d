//! Measures the engine, as Markdown tables: beside other methods on diaries with known triggers, and as a whole process.

mod aims;
mod apple_health;
mod candidates;
mod case;
mod document;
mod methods;
mod metrics;
mod outside;
mod process;
mod run;
mod scores;
mod table;
mod told;
mod trials;

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::{Args, Parser, Subcommand};
use infer::Effort;
use simulate::{Generator, Real};

use crate::aims::Group;
use crate::document::Page;
use crate::run::Plan;
use crate::table::Report;

#[derive(Parser)]
#[command(about = "Measures how good the engine is")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Finds known triggers in synthetic diaries, with every method, for every generator and size.
    Engine(Engine),
    /// Finds known triggers in diaries made elsewhere, through the built program.
    Outside(outside::Args),
    /// Compares other ways to the same posterior with a long run of the exact sampler; NUTS only with `--features nuts`.
    Candidates(Page),
    /// Times the whole command `analyze`, and its memory, on spreadsheets of several sizes.
    Process(Process),
    /// Writes a made-up Apple Health export and measures how fast, and in how much memory, it is read.
    AppleHealth(apple_health::Args),
    /// Imagines trials with a known effect over a grid: power, false alarms, coverage, beside the usual tests.
    Trials(trials::Args),
}

#[derive(Args)]
struct Process {
    /// The built program.
    #[arg(long, default_value = "target/release/soleus")]
    program: PathBuf,
    /// Runs of each size; the median is told.
    #[arg(long, default_value_t = 5)]
    runs: usize,
    #[command(flatten)]
    page: Page,
}

#[derive(Args)]
struct Engine {
    /// Diaries for each generator and size.
    #[arg(long, default_value_t = 20)]
    sets: u64,
    /// Also run the horseshoe in PyMC and nutpie, on the first sets of each size.
    #[arg(long)]
    horseshoe: bool,
    /// Diaries of each size that the horseshoe sees, the generators in turn.
    #[arg(long, default_value_t = 10)]
    horseshoe_sets: usize,
    /// The Python that has pymc and nutpie.
    #[arg(long, default_value = "python3")]
    python: PathBuf,
    /// Only these sizes, as nights x factors.
    #[arg(long, value_delimiter = ',', default_value = "60x12,120x24,365x40", value_parser = size)]
    sizes: Vec<(usize, usize)>,
    /// Sweeps thrown away by the engine; the default is what the application does.
    #[arg(long, default_value_t = Effort::quick().burn_in)]
    burn_in: u32,
    /// Sweeps kept by the engine.
    #[arg(long, default_value_t = Effort::quick().keep)]
    keep: u32,
    /// First seed.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Diaries at a time; above 1 the seconds are no longer those of one core.
    #[arg(long, default_value_t = 1)]
    jobs: usize,
    #[command(flatten)]
    page: Page,
}

fn size(text: &str) -> Result<(usize, usize)> {
    let (nights, factors) = text.split_once('x').context("write sizes as 60x12")?;
    Ok((nights.parse()?, factors.parse()?))
}

fn main() -> Result<()> {
    match Cli::parse().command {
        Command::Engine(engine) => run_engine(engine),
        Command::Outside(args) => outside::run(&args),
        Command::Candidates(page) => page.show("engine.md", "candidates", &candidates::tables()?),
        Command::Process(process) => run_process(process),
        Command::AppleHealth(args) => apple_health::run(&args),
        Command::Trials(args) => trials::run(&args),
    }
}

fn run_process(process: Process) -> Result<()> {
    let table = process::table(&process::Plan {
        program: process.program,
        runs: process.runs.max(1),
    })?;
    process.page.show("speed.md", "process", &table)
}

fn run_engine(engine: Engine) -> Result<()> {
    let plan = Plan {
        sets: engine.sets,
        sizes: engine.sizes,
        effort: Effort {
            burn_in: engine.burn_in,
            keep: engine.keep,
        },
        seed: engine.seed,
        jobs: engine.jobs.max(1),
    };
    let mut outcomes = run::run(&plan)?;
    if engine.horseshoe {
        match methods::horseshoe::find(&engine.python) {
            Some(horseshoe) => {
                outcomes.extend(run::run_horseshoe(
                    &plan,
                    &horseshoe,
                    engine.horseshoe_sets,
                )?);
            }
            None => eprintln!("skipped: the horseshoe needs a Python with pymc and nutpie"),
        }
    }
    let tables = table::tables(&Report {
        about: format!(
            "{} diaries of each of {} generators and each size, seeds from {}; the engine and the oracle run {} + {} sweeps.",
            plan.sets,
            Generator::ALL.len(),
            plan.seed,
            plan.effort.burn_in,
            plan.effort.keep,
        ),
        sizes: &plan.sizes,
        generators: &names(|_| true),
        groups: &[
            Group {
                name: "all ten".to_owned(),
                generators: names(|_| true),
            },
            // The oracle is told how many matter, so that where none or many do it wins by that alone.
            Group {
                name: "the eight with few real factors".to_owned(),
                generators: names(|generator| generator.recipe(60, 12).real == Real::Few),
            },
        ],
        outcomes: &outcomes,
    });
    engine.page.show("engine.md", "engine", &tables)
}

/// Names of the generators that are so.
fn names(are: impl Fn(Generator) -> bool) -> Vec<String> {
    let generators = Generator::ALL.into_iter().filter(|g| are(*g));
    generators.map(|g| format!("{g:?}")).collect()
}
