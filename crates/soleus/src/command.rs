//! One file a command.

pub(crate) mod analyze;
pub(crate) mod checkin;
pub(crate) mod cramp;
pub(crate) mod demo;
pub(crate) mod import;
pub(crate) mod night;
pub(crate) mod plan;
pub(crate) mod profile;
pub(crate) mod serve;
pub(crate) mod suspects;
pub(crate) mod undo;

use crate::args::{Cli, Command};
use crate::fault::refuse;
use crate::world::World;

/// Does what the arguments say.
pub(crate) fn run(args: Cli) -> anyhow::Result<()> {
    let world = World::new(args.common);
    match args.command {
        None => serve::run(&world, &args.serve),
        Some(Command::Serve(command)) => serve::run(&world, &command.or(args.serve)),
        Some(_) if args.serve.listen.is_some() => {
            refuse("--listen goes with the pages only: `soleus --listen 127.0.0.1:8000`.")
        }
        Some(Command::Cramp(args)) => cramp::run(&world, args),
        Some(Command::Checkin(args)) => checkin::run(&world, args),
        Some(Command::Profile(args)) => profile::run(&world, args),
        Some(Command::Night(args)) => night::run(&world, args),
        Some(Command::Undo(args)) => undo::run(&world, args),
        Some(Command::Suspects(args)) => suspects::run(&world, args),
        Some(Command::Plan(args)) => plan::run(&world, args),
        Some(Command::Import(args)) => import::run(&world, &args),
        Some(Command::Demo(args)) => demo::run(&world, args),
        Some(Command::Analyze(args)) => analyze::run(&world, &args),
    }
}
