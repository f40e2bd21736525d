//! `soleus trial pause`, `resume` and `stop`.

use clap::ValueEnum;
use diary::trial::{PauseReason, StopReason};
use diary::{NightId, Text};
use insight::trial::{ChangeError, Course, change, day_of};

use super::select::{self, Wanted, Which};
use crate::command::cramp::text;
use crate::resolve;
use crate::world::World;

/// Let a trial wait, for illness or travel. The nights of the pause do not count, and the rest of the schedule follows later.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  soleus trial pause --why travel")]
pub(crate) struct PauseArgs {
    #[command(flatten)]
    which: Which,
    /// Why it waits.
    #[arg(long, value_enum, default_value_t = PauseArg::Other)]
    why: PauseArg,
    /// The first day that does not count, at most three days back.
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum PauseArg {
    Illness,
    Travel,
    Other,
}

/// Let a waiting trial go on.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  soleus trial resume")]
pub(crate) struct ResumeArgs {
    #[command(flatten)]
    which: Which,
    /// The first day that counts again, at most three days back.
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
}

/// End a trial before its time. What was found so far stays.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  soleus trial stop --why burden --note \"too many late evenings\""
)]
pub(crate) struct StopArgs {
    #[command(flatten)]
    which: Which,
    /// Why it ends.
    #[arg(long, value_enum, default_value_t = StopArg::Other)]
    why: StopArg,
    /// Your own words.
    #[arg(long, value_name = "TEXT", value_parser = text)]
    note: Option<Text>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum StopArg {
    StopRule,
    Safety,
    Clear,
    Burden,
    Other,
}

/// Lets a trial wait.
pub(crate) fn pause(world: &World, args: &PauseArgs) -> anyhow::Result<()> {
    let why = match args.why {
        PauseArg::Illness => PauseReason::Illness,
        PauseArg::Travel => PauseReason::Travel,
        PauseArg::Other => PauseReason::Other,
    };
    tell(
        world,
        &args.which,
        args.from.as_deref(),
        |course, from, today| change::pause(course, from, why, today),
    )
}

/// Lets a waiting trial go on, unless it is still unsafe.
pub(crate) fn resume(world: &World, args: &ResumeArgs) -> anyhow::Result<()> {
    let today = day_of(&world.moment()?);
    let desk = world.desk()?;
    let course = select::course(&desk, &args.which, Wanted::Open, today)?;
    let agenda = desk.agenda(today)?;
    let held = agenda
        .iter()
        .find(|agenda| agenda.course.id == course.id)
        .and_then(|agenda| agenda.hold.as_ref());
    if let Some(hold) = held {
        return crate::fault::refuse(format!(
            "The trial “{}” must wait. {}",
            course.name(),
            hold.reason()
        ));
    }
    tell(world, &args.which, args.from.as_deref(), change::resume)
}

/// Ends a trial.
pub(crate) fn stop(world: &World, args: StopArgs) -> anyhow::Result<()> {
    let why = match args.why {
        StopArg::StopRule => StopReason::StopRule,
        StopArg::Safety => StopReason::Safety,
        StopArg::Clear => StopReason::Clear,
        StopArg::Burden => StopReason::Burden,
        StopArg::Other => StopReason::Other,
    };
    tell(world, &args.which, None, |course, from, today| {
        change::stop(course, from, why, args.note, today)
    })
}

fn tell(
    world: &World,
    which: &Which,
    from: Option<&str>,
    change: impl FnOnce(&Course, NightId, NightId) -> Result<diary::Trial, ChangeError>,
) -> anyhow::Result<()> {
    let now = world.moment()?;
    let today = day_of(&now);
    let from = match from {
        Some(text) => NightId::of_evening(resolve::day(text, now.local().date())?),
        None => today,
    };
    let desk = world.desk()?;
    let course = select::course(&desk, which, Wanted::Open, today)?;
    let event = super::refusing(change(&course, from, today))?;
    let entry = world.entry(now.clone(), diary::Body::Trial(event))?;
    desk.tell_with_id(entry.clone(), now.at)?;
    super::written(world, &[entry])
}
