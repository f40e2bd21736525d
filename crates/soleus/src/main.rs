//! The command line of Soleus: reads the arguments, wires the rooms together, turns errors into exit codes.

mod args;
mod command;
mod common;
mod fault;
mod file;
mod output;
mod progress;
mod resolve;
mod warning;
mod words;
mod world;

use std::process::ExitCode;

use clap::Parser;

use args::{Cli, Command};
use command::{
    analyze, backup, check, checkin, cramp, demo, erase_everything, evidence, export, food, import,
    instrument, medicine, night, passphrase, plan, profile, report, restore, routine, serve,
    suspects, token, triage, trial, undo,
};
use world::World;

fn main() -> ExitCode {
    match run(Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fault::report(&error),
    }
}

/// Does what the arguments say.
fn run(args: Cli) -> anyhow::Result<()> {
    let world = World::new(args.common);
    match args.command {
        None => serve::run(&world, &args.serve),
        Some(Command::Serve(command)) => serve::run(&world, &command.or(args.serve)),
        Some(_) if args.serve.listen.is_some() => {
            fault::refuse("--listen goes with the pages only: `soleus --listen 127.0.0.1:8000`.")
        }
        Some(Command::Cramp(args)) => cramp::run(&world, args),
        Some(Command::Checkin(args)) => checkin::run(&world, args),
        Some(Command::Profile(args)) => profile::run(&world, args),
        Some(Command::Triage(args)) => triage::run(&world, args),
        Some(Command::Instrument(args)) => instrument::run(&world, args),
        Some(Command::Medicine(args)) => medicine::run(&world, &args),
        Some(Command::Food(args)) => food::run(&world, args),
        Some(Command::Evidence(args)) => evidence::run(&world, &args),
        Some(Command::Night(args)) => night::run(&world, args),
        Some(Command::Undo(args)) => undo::run(&world, args),
        Some(Command::Suspects(args)) => suspects::run(&world, args),
        Some(Command::Plan(args)) => plan::run(&world, &args),
        Some(Command::Trial(args)) => trial::run(&world, args),
        Some(Command::Routine(args)) => routine::run(&world, &args),
        Some(Command::Report(args)) => report::run(&world, args),
        Some(Command::Import(args)) => import::run(&world, &args),
        Some(Command::Export(args)) => export::run(&world, args),
        Some(Command::Backup(args)) => backup::run(&world, args),
        Some(Command::Restore(args)) => restore::run(&world, &args),
        Some(Command::Token(args)) => token::run(&world, args),
        Some(Command::Check(args)) => check::run(&world, &args),
        Some(Command::Passphrase(args)) => passphrase::run(&world, &args),
        Some(Command::EraseEverything(args)) => erase_everything::run(&world, &args),
        Some(Command::Demo(args)) => demo::run(&world, args),
        Some(Command::Analyze(args)) => analyze::run(&world, &args),
    }
}
