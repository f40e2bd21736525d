//! `soleus token`: access for devices and programs beside the pages.

use clap::{Subcommand, ValueEnum};
use desk::{Access, Scope};
use serde::Serialize;

use crate::fault::refuse;
use crate::output;
use crate::world::{World, random};

/// Give a device access (a bedside button, a shortcut, a calendar), see who has it, take it back.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  soleus token new \"bedside button\" --may add-cramps\n  soleus token list\n  soleus token revoke 3\n\nHow to use one is described in docs/api.md."
)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Give access. The secret is shown once and kept nowhere.
    New {
        /// What you call the device.
        #[arg(value_name = "NAME")]
        name: String,
        /// What it may do.
        #[arg(long, value_enum)]
        may: May,
    },
    /// List who has access.
    List,
    /// Take access back, at once and for good.
    Revoke {
        /// Its number, from `soleus token list`.
        #[arg(value_name = "NUMBER")]
        number: i64,
    },
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum May {
    /// Tell of cramps, and nothing else.
    AddCramps,
    /// Tell anything new; read nothing.
    AddEntries,
    /// Read everything; tell nothing.
    ReadAll,
    /// Read the calendar of reminders, which names nothing about health.
    Calendar,
    /// Read the calendar of reminders in plain words.
    CalendarInWords,
}

impl From<May> for Scope {
    fn from(may: May) -> Self {
        match may {
            May::AddCramps => Self::AddCramps,
            May::AddEntries => Self::AddEntries,
            May::ReadAll => Self::ReadAll,
            May::Calendar => Self::Calendar,
            May::CalendarInWords => Self::CalendarInWords,
        }
    }
}

/// Access as `--json` shows it.
#[derive(Serialize)]
struct AccessJson {
    number: i64,
    name: String,
    may: &'static str,
    made: String,
    last_used: Option<String>,
    /// Only when it is new.
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<String>,
}

/// Gives, lists or takes back.
pub(crate) fn run(world: &World, args: Args) -> anyhow::Result<()> {
    let desk = world.desk()?;
    match args.command {
        Command::New { name, may } => {
            let (access, secret) = desk.give_access(&name, may.into(), world.now(), random()?)?;
            if world.json() {
                return output::json(&AccessJson {
                    secret: Some(secret.show().to_owned()),
                    ..json(&access)
                });
            }
            output::line(secret.show())?;
            output::line("")?;
            output::line("This is shown once. Give it to the device now, and to nobody else.")?;
            if matches!(access.scope, Scope::Calendar | Scope::CalendarInWords) {
                output::line(format!(
                    "Subscribe your calendar to /calendar/{}.ics at the address of Soleus.",
                    secret.show()
                ))?;
            }
            output::line(format!(
                "Take it back with: soleus token revoke {}",
                access.number
            ))
        }
        Command::List => {
            let all = desk.accesses()?;
            if world.json() {
                return output::json(&all.iter().map(json).collect::<Vec<_>>());
            }
            if all.is_empty() {
                return output::line("Nobody has access beside the pages themselves.");
            }
            let mut table = output::table(["number", "name", "may", "since", "last used"]);
            for access in &all {
                table.add_row([
                    access.number.to_string(),
                    access.name.clone(),
                    access.scope.name().to_owned(),
                    day(access.made_at),
                    access.last_used.map_or_else(|| "never".to_owned(), day),
                ]);
            }
            output::print(&table)
        }
        Command::Revoke { number } => {
            if !desk.take_access_back(number)? {
                return refuse(format!(
                    "Nobody has access under the number {number}. See `soleus token list`."
                ));
            }
            if world.json() {
                return output::json(&serde_json::json!({ "revoked": number }));
            }
            output::line(format!(
                "Taken back: number {number} opens nothing any more."
            ))
        }
    }
}

fn day(at: jiff::Timestamp) -> String {
    at.strftime("%Y-%m-%d").to_string()
}

fn json(access: &Access) -> AccessJson {
    AccessJson {
        number: access.number,
        name: access.name.clone(),
        may: access.scope.name(),
        made: access.made_at.to_string(),
        last_used: access.last_used.map(day),
        secret: None,
    }
}
