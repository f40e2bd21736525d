//! `soleus cramp`: log a cramp, and say what to do about it.

mod details;
mod relief;

use diary::{Body, Cramp, Minutes, Moment, NightId, Score, Text};
use insight::Raised;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use crate::output;
use crate::resolve;
use crate::warning::{self, RaisedJson};
use crate::world::World;

/// Log a cramp; without options, one that begins now.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  soleus cramp\n  soleus cramp --at 03:12 --minutes 4 --side left --muscle calf --pain 7\n  soleus cramp --ago 20 --position on-back --toes-pointed yes --helped stretching,walking\n  soleus cramp --ago 10"
)]
pub(crate) struct Args {
    /// When it began: 03:12 (the latest such time), 2026-05-03T03:12, or a full timestamp.
    #[arg(long, value_name = "TIME", conflicts_with = "ago")]
    at: Option<String>,
    /// How many minutes ago it began.
    #[arg(long, value_name = "MINUTES", value_parser = minutes, allow_negative_numbers = true)]
    ago: Option<Minutes>,
    /// How many minutes it lasted; without --at and --ago, until now.
    #[arg(long, value_name = "MINUTES", value_parser = minutes, allow_negative_numbers = true, conflicts_with = "until")]
    minutes: Option<Minutes>,
    /// When it let go.
    #[arg(long, value_name = "TIME")]
    until: Option<String>,
    #[command(flatten)]
    details: details::Details,
    /// Your own words.
    #[arg(long, value_name = "TEXT", value_parser = text)]
    note: Option<Text>,
}

pub(super) fn minutes(text: &str) -> Result<Minutes, String> {
    whole(text).and_then(|n| Minutes::new(n).map_err(|why| why.to_string()))
}

pub(super) fn score(text: &str) -> Result<Score, String> {
    whole(text).and_then(|n| Score::new(n).map_err(|why| why.to_string()))
}

pub(super) fn text(text: &str) -> Result<Text, String> {
    Text::new(text).map_err(|why| why.to_string())
}

/// A whole number; `2.0` is one.
pub(super) fn whole(text: &str) -> Result<u64, String> {
    let digits = text
        .split_once('.')
        .filter(|(_, zeros)| zeros.bytes().all(|b| b == b'0'))
        .map_or(text, |(n, _)| n);
    digits
        .parse()
        .map_err(|_| format!("‘{text}’ is not a whole number from 0 upwards"))
}

/// What `--json` answers.
#[derive(Serialize)]
struct Logged {
    id: String,
    at: Timestamp,
    night: String,
    notes: Vec<String>,
    raised: Vec<RaisedJson>,
}

/// Minutes above which a cramp is so long that the number may be a slip.
const DOUBTFUL_MINUTES: i64 = 60;

/// Logs the cramp.
pub(crate) fn run(world: &World, args: Args) -> anyhow::Result<()> {
    let now = world.moment()?;
    let began = began(&args, &now)?;
    let ended = match (&args.until, args.minutes) {
        (Some(until), _) => Some(resolve::instant(until, &now)?),
        (None, Some(minutes)) => Some(began.saturating_add(length(minutes))?),
        (None, None) => None,
    };
    let moment = Moment::new(began, now.zone.clone());
    let notes: Vec<String> = ended
        .and_then(|ended| doubt(ended.duration_since(began).as_mins()))
        .into_iter()
        .collect();
    let cramp = Cramp {
        ended,
        note: args.note,
        ..args.details.cramp()
    };
    let muscle = cramp.muscle;
    let is_over = ended.is_some() || now.at.duration_since(began).as_mins() > DOUBTFUL_MINUTES;
    let entry = world.entry(moment.clone(), Body::Cramp(cramp))?;
    let id = entry.id;
    let desk = world.desk()?;
    desk.tell_with_id(entry, now.at)?;
    let night = moment.night();
    let today = now.local().date();
    if world.json() {
        let raised = warning::json(&desk.raised(today)?);
        return output::json(&Logged {
            id: id.to_string(),
            at: began,
            night: night.to_string(),
            notes,
            raised,
        });
    }
    let time = moment.local().strftime("%H:%M").to_string();
    output::line(format!("Logged: a cramp at {time}, the night of {night}."))?;
    for note in notes {
        output::paragraph("", &note)?;
    }
    output::line("A mistake? `soleus undo` takes it back.")?;
    // Reading a long diary for warning signs takes longer than writing one cramp: the person need not wait for it.
    output::flush()?;
    let raised = desk.raised(today)?;
    warning::show_urgent(&raised)?;
    if raised.iter().any(Raised::comes_before_relief) {
        return Ok(());
    }
    let (person, today) = (desk.person()?, NightId::of_evening(today));
    if is_over {
        relief::after(&person, today)
    } else {
        relief::during(&person, muscle, today)
    }
}

/// What to say about a cramp of so many minutes, when that is more than cramps last.
fn doubt(minutes: i64) -> Option<String> {
    (minutes > DOUBTFUL_MINUTES).then(|| {
        format!(
            "It is written as {minutes} minutes: please check the number. If it really lasted over 10 minutes and did not ease with stretching, speak to a doctor today."
        )
    })
}

fn began(args: &Args, now: &Moment) -> anyhow::Result<Timestamp> {
    Ok(match (&args.at, args.ago, args.minutes) {
        (Some(at), _, _) => resolve::instant(at, now)?,
        (None, Some(ago), _) => now.at.saturating_sub(length(ago))?,
        (None, None, Some(lasted)) => now.at.saturating_sub(length(lasted))?,
        (None, None, None) => now.at,
    })
}

fn length(minutes: Minutes) -> SignedDuration {
    SignedDuration::from_mins(i64::from(minutes.get()))
}
