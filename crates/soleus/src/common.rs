//! What every command takes.

use std::path::PathBuf;

use jiff::Timestamp;

/// What every command takes.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Common {
    /// Folder of the diary, in place of the platform's data folder.
    #[arg(long, env = "SOLEUS_DATA", value_name = "DIR", global = true)]
    pub(crate) data: Option<PathBuf>,
    /// Time zone, such as Europe/Berlin, in place of this computer's.
    #[arg(long, value_name = "ZONE", global = true)]
    pub(crate) zone: Option<String>,
    /// Answer as JSON.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Take this instant for the present, in place of the clock (for tests).
    #[arg(
        long,
        env = "SOLEUS_NOW",
        value_name = "TIMESTAMP",
        global = true,
        hide = true
    )]
    pub(crate) now: Option<Timestamp>,
}
