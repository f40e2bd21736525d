//! `soleus routine`: the guided routines, one step by step, and writing down that it was done.

use diary::entry::{Exposure, Origin};
use diary::{Act, Body, Entry, EntryId, Id, NightId};
use insight::routine::{Offer, answer, offer, poses, stage, week};
use knowledge::{Pose, Routine, Sides};
use serde::Serialize;

use crate::fault::refuse;
use crate::output;
use crate::progress::while_working;
use crate::warning;
use crate::words;
use crate::world::{World, random};

/// Show the guided routines, or one step by step; --done writes down that you did it.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  soleus routine\n  soleus routine calf-wall\n  soleus routine calf-wall --done"
)]
pub(crate) struct Args {
    /// Which one; without it, all of them.
    id: Option<String>,
    /// Write it down for today.
    #[arg(long, requires = "id")]
    done: bool,
}

/// What `--json` answers for one routine.
#[derive(Serialize)]
struct RoutineJson {
    id: &'static str,
    name: &'static str,
    remedy: &'static str,
    /// `offered`, `not-for-you`, `asks` or `help-first`.
    offer: &'static str,
    says: Vec<String>,
    week: u32,
    steps: Vec<String>,
}

/// Lists, shows or writes down.
pub(crate) fn run(world: &World, args: &Args) -> anyhow::Result<()> {
    match &args.id {
        None => list(world),
        Some(id) => {
            let Some(routine) = knowledge::routine(id) else {
                let ids: Vec<&str> = knowledge::routines().iter().map(|one| one.id).collect();
                return refuse(format!(
                    "We know no routine ‘{id}’. We know: {}.",
                    ids.join(", ")
                ));
            };
            if args.done {
                write_down(world, routine)
            } else {
                show(world, routine)
            }
        }
    }
}

fn list(world: &World) -> anyhow::Result<()> {
    if world.json() {
        return output::json(
            &knowledge::routines()
                .iter()
                .map(|one| (one.id, one.name))
                .collect::<Vec<_>>(),
        );
    }
    for routine in knowledge::routines() {
        output::line(format!("{:<18} {}", routine.id, routine.name))?;
    }
    Ok(())
}

fn show(world: &World, routine: &'static Routine) -> anyhow::Result<()> {
    let today = world.today()?;
    let desk = world.desk()?;
    let reading = while_working("Comparing your nights", || desk.suspects(today))?;
    let day = NightId::of_evening(today);
    let week = week(routine, &reading.nights, day);
    let offer = offer(routine, &reading.person, &reading.plan, day);
    if world.json() {
        return output::json(&json(routine, &offer, week));
    }
    warning::show_urgent(&reading.plan.raised)?;
    output::line(routine.name)?;
    let warnings = match &offer {
        Offer::Offered { warnings } => warnings,
        other => return not_now(other),
    };
    output::paragraph("", &format!("{}.", routine.when))?;
    for warning in warnings {
        output::paragraph("  ", &super::plan::warning_words(warning))?;
    }
    for (number, pose) in (1..).zip(poses(routine, week)) {
        output::paragraph("  ", &format!("{number}. {}", step(&pose)))?;
    }
    for mind in routine.care {
        output::point("  ", mind)?;
    }
    let asked = stage(routine, week).map_or("", |stage| stage.text);
    output::paragraph("", &format!("You are in week {week}. {asked}"))?;
    match routine.done {
        Some(_) => output::line(format!(
            "Write it down with `soleus routine {} --done`.",
            routine.id
        )),
        None => output::line("The morning's questions ask about it."),
    }
}

fn not_now(offer: &Offer) -> anyhow::Result<()> {
    for sentence in reasons(offer) {
        output::paragraph("  ", &sentence)?;
    }
    match offer {
        Offer::NotForYou {
            instead: Some(other),
            ..
        }
        | Offer::Asks {
            instead: Some(other),
            ..
        } => output::line(format!("Instead: `soleus routine {}`.", other.id)),
        _ => Ok(()),
    }
}

fn reasons(offer: &Offer) -> Vec<String> {
    match offer {
        Offer::Offered { .. } => Vec::new(),
        Offer::HelpFirst => {
            vec!["Please get help for this first. The routine waits.".to_owned()]
        }
        Offer::NotForYou { says, because, .. } => says
            .iter()
            .chain(because)
            .map(ToString::to_string)
            .collect(),
        Offer::Asks { missing, .. } => missing.iter().map(|one| one.question.to_string()).collect(),
    }
}

fn json(routine: &Routine, offer: &Offer, week: u32) -> RoutineJson {
    RoutineJson {
        id: routine.id,
        name: routine.name,
        remedy: routine.remedy,
        offer: match offer {
            Offer::Offered { .. } => "offered",
            Offer::NotForYou { .. } => "not-for-you",
            Offer::Asks { .. } => "asks",
            Offer::HelpFirst => "help-first",
        },
        says: reasons(offer),
        week,
        // Steps are advice: they are told only where they may be done.
        steps: match offer {
            Offer::Offered { .. } => poses(routine, week).iter().map(step).collect(),
            _ => Vec::new(),
        },
    }
}

/// “Lean in. (10 seconds, 3 times, each side)”.
fn step(pose: &Pose) -> String {
    let mut how = Vec::new();
    if let Some(seconds) = pose.hold_seconds {
        how.push(insight::counted(seconds as usize, "second"));
    }
    if pose.repetitions > 1 {
        how.push(format!("{} times", pose.repetitions));
    }
    if pose.sides == Sides::Each {
        how.push("each side".to_owned());
    }
    if how.is_empty() {
        pose.text.to_owned()
    } else {
        format!("{} ({})", pose.text, how.join(", "))
    }
}

fn write_down(world: &World, routine: &Routine) -> anyhow::Result<()> {
    let Some((done, answer)) = routine.done.and_then(|done| Some((done, answer(&done)?))) else {
        return refuse(format!(
            "‘{}’ writes nothing down: the morning's questions ask about it.",
            routine.id
        ));
    };
    let now = world.moment()?;
    let body = Body::Exposure(Exposure {
        day: now.night(),
        factor: Id::new(done.factor)?,
        answer,
        origin: Origin::Asked,
    });
    let told = words::body(&body);
    let entry = Entry {
        id: EntryId::new(now.at, random()?),
        moment: now.clone(),
        act: Act::Tell { body },
    };
    world
        .desk()?
        .tell_each(std::slice::from_ref(&entry), now.at)?;
    if world.json() {
        return output::json(&vec![entry.id.to_string()]);
    }
    output::line(format!("Written: {told}."))
}
