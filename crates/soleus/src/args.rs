//! The arguments: what every command takes, and the list of commands.

use clap::{Parser, Subcommand};

use crate::command::{
    analyze, backup, check, checkin, cramp, demo, erase_everything, evidence, export, food, import,
    instrument, medicine, night, passphrase, plan, profile, report, restore, routine, serve,
    suspects, token, triage, trial, undo,
};
use crate::common::Common;

/// Find out what causes your night leg cramps, and what to do about them.
///
/// Without a command, Soleus starts its pages on http://127.0.0.1:7353. Your diary is one file on this computer;
/// nothing is ever sent anywhere.
#[derive(Debug, Parser)]
#[command(
    name = "soleus",
    version,
    after_help = "Examples:\n  soleus                     start the pages\n  soleus cramp --ago 10      log a cramp that began ten minutes ago\n  soleus checkin             answer tonight's questions\n  soleus suspects            see what may cause your cramps\n\nExit codes: 0 done; 1 something failed that is not your doing; 2 what was given cannot be used (a sentence says why; nothing was changed)."
)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) common: Common,
    #[command(flatten)]
    pub(crate) serve: serve::Args,
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Serve(serve::Command),
    Cramp(cramp::Args),
    Checkin(checkin::Args),
    Profile(profile::Args),
    Triage(triage::Args),
    Instrument(instrument::Args),
    Medicine(medicine::Args),
    Food(food::Args),
    Evidence(evidence::Args),
    Night(night::Args),
    Undo(undo::Args),
    Suspects(suspects::Args),
    Plan(plan::Args),
    Trial(trial::Args),
    Routine(routine::Args),
    Report(report::Args),
    Import(import::Args),
    Export(export::Args),
    Backup(backup::Args),
    Restore(restore::Args),
    Token(token::Args),
    Check(check::Args),
    Passphrase(passphrase::Args),
    EraseEverything(erase_everything::Args),
    Demo(demo::Args),
    Analyze(analyze::Args),
}
