//! `soleus export calendar`: reminders as a file.

use std::path::PathBuf;

use clap::ValueEnum;
use exchange::export::calendar::{self, BEFORE_BED, CHECK_IN, Glasses, MOST_DAYS, Times, Wording};
use insight::trial::day_of;
use jiff::civil::Time;

use crate::world::World;

/// Which reminders, and where to.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A new file, readable for you alone; without it, standard output.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// How many days.
    #[arg(long, value_name = "DAYS", default_value_t = 90, value_parser = clap::value_parser!(u16).range(1..=i64::from(MOST_DAYS)))]
    days: u16,
    /// Time of the check-in.
    #[arg(long, value_name = "HH:MM", default_value_t = CHECK_IN)]
    check_in: Time,
    /// Time of the evening routine and of what a trial asks.
    #[arg(long, value_name = "HH:MM", default_value_t = BEFORE_BED)]
    routine: Time,
    /// Also each glass of the day, where the plan names an amount to drink.
    #[arg(long)]
    glasses: bool,
    /// What the titles say, which others may see.
    #[arg(long, value_enum, default_value_t = Titles::Neutral)]
    titles: Titles,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Titles {
    /// Nothing about health.
    Neutral,
    /// What to do, in plain words.
    Plain,
}

pub(super) fn run(world: &World, args: &Args) -> anyhow::Result<()> {
    let now = world.moment()?;
    let desk = world.desk()?;
    let from = day_of(&now);
    let reading = desk.suspects(now.local().date())?;
    let asked = calendar::asked(&desk.agenda(from)?, from, from);
    let times = Times {
        check_in: args.check_in,
        routine: args.routine,
        glasses: if args.glasses {
            Glasses::Each
        } else {
            Glasses::None
        },
        from,
        days: args.days,
        zone: now.zone,
    };
    let wording = match args.titles {
        Titles::Neutral => Wording::Neutral,
        Titles::Plain => Wording::Plain,
    };
    let text = calendar::ics(&times, &reading.plan, &asked, wording);
    let count = text.matches("BEGIN:VEVENT").count();
    super::hand_over(
        world,
        args.out.as_deref(),
        text.as_bytes(),
        (count, "reminders"),
    )
}
