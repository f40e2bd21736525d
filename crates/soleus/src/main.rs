//! The command line of Soleus: reads the arguments, wires the rooms together, turns errors into exit codes.

mod args;
mod command;
mod fault;

mod output;
mod progress;
mod resolve;
mod warning;
mod words;
mod world;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let args = args::Cli::parse();
    match command::run(args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fault::report(&error),
    }
}
