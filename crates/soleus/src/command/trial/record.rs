//! `soleus trial record`: whether a day's instruction was followed, and a guess of the arm.

use clap::ValueEnum;
use diary::trial::{Followed, Guess};
use diary::{Act, Body, Entry, EntryId, NightId};
use insight::trial::{change, day_of};

use super::select::{self, Wanted, Which};
use crate::fault::refuse;
use crate::resolve;
use crate::world::{World, random};

/// Write down whether you followed a day's instruction, or what you think it was.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  soleus trial record --followed yes\n  soleus trial record magnesium --day 2026-05-03 --followed partly --guess a"
)]
pub(crate) struct Args {
    #[command(flatten)]
    which: Which,
    /// The day of the instruction: 2026-05-03, `today` or `yesterday`. Left out: yesterday.
    #[arg(long, value_name = "DATE")]
    day: Option<String>,
    /// Whether the instruction was followed.
    #[arg(long, value_enum)]
    followed: Option<FollowedArg>,
    /// Which arm you think it was, if you need not know.
    #[arg(long, value_enum)]
    guess: Option<GuessArg>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FollowedArg {
    Yes,
    Partly,
    No,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum GuessArg {
    A,
    B,
    CannotTell,
}

/// Records the answers in one durable write.
pub(crate) fn run(world: &World, args: &Args) -> anyhow::Result<()> {
    let now = world.moment()?;
    let day = match &args.day {
        Some(text) => NightId::of_evening(resolve::day(text, now.local().date())?),
        None => day_of(&now).previous(),
    };
    let desk = world.desk()?;
    let course = select::course(&desk, &args.which, Wanted::Any, day_of(&now))?;
    let mut events = Vec::new();
    if let Some(followed) = args.followed {
        let followed = match followed {
            FollowedArg::Yes => Followed::Yes,
            FollowedArg::Partly => Followed::Partly,
            FollowedArg::No => Followed::No,
        };
        events.push(super::refusing(change::adherence(&course, day, followed))?);
    }
    if let Some(guess) = args.guess {
        let guess = match guess {
            GuessArg::A => Guess::A,
            GuessArg::B => Guess::B,
            GuessArg::CannotTell => Guess::CannotTell,
        };
        events.push(super::refusing(change::guess(&course, day, guess))?);
    }
    if events.is_empty() {
        return refuse(
            "Say what to write down: `soleus trial record --followed yes`, or --guess a.",
        );
    }
    let mut entries = Vec::with_capacity(events.len());
    for event in &events {
        entries.push(Entry {
            id: EntryId::new(now.at, random()?),
            moment: now.clone(),
            act: Act::Tell {
                body: Body::Trial(event.clone()),
            },
        });
    }
    desk.tell_each(&entries, now.at)?;
    super::written(world, &entries)
}
