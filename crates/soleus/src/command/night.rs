//! `soleus night`: one night, or the last fourteen.

use diary::{Night, NightId, Outcome};
use serde::Serialize;

use crate::fault::refuse;
use crate::output;
use crate::resolve;
use crate::warning;
use crate::words;
use crate::world::World;

/// Show a night with the day before it, or the last 14 nights.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  soleus night\n  soleus night 2026-05-03\n  soleus night yesterday\n\nA night goes from noon to noon and has the date of its evening."
)]
pub(crate) struct Args {
    /// Date of the night's evening: 2026-05-03, `today` or `yesterday`.
    #[arg(value_name = "DATE")]
    date: Option<String>,
}

/// A night as `--json` shows it.
#[derive(Serialize)]
struct NightJson {
    night: String,
    /// `missing`, `at-least` or `exactly`.
    outcome: &'static str,
    cramps: Option<u32>,
    minutes: Option<u32>,
    pain: Option<u8>,
    sleep_lost: Option<u8>,
    soreness: Option<u8>,
    tiredness: Option<u8>,
    cramp_times: Vec<String>,
    exposures: Vec<ExposureJson>,
}

#[derive(Serialize)]
struct ExposureJson {
    factor: String,
    value: f64,
}

/// How many nights are shown without a date.
const LAST: usize = 14;

/// Shows one night or the last ones.
pub(crate) fn run(world: &World, args: Args) -> anyhow::Result<()> {
    let moment = world.moment()?;
    let today = moment.local().date();
    let desk = world.desk()?;
    let nights = desk.nights(today)?;
    match args.date {
        Some(text) => {
            let id = NightId::of_evening(resolve::day(&text, today)?);
            let Some(night) = nights.iter().find(|night| night.id == id) else {
                return refuse(format!("The diary holds nothing about the night of {id}."));
            };
            if world.json() {
                output::json(&NightJson::from(night))
            } else {
                warning::show(&desk.raised(today)?)?;
                one(night)
            }
        }
        None => {
            let last = &nights[nights.len().saturating_sub(LAST)..];
            if world.json() {
                return output::json(&last.iter().map(NightJson::from).collect::<Vec<_>>());
            }
            warning::show(&desk.raised(today)?)?;
            several(last)
        }
    }
}

fn several(nights: &[Night]) -> anyhow::Result<()> {
    if nights.is_empty() {
        return output::line(
            "The diary is empty. Begin with `soleus checkin`, or `soleus cramp` when one strikes.",
        );
    }
    let mut table = output::table(["night of", "cramps", "worst pain", "day before"]);
    for night in nights {
        let pain = night
            .pain
            .map_or_else(String::new, |pain| format!("{pain} of 10"));
        let day = match night.exposures.len() {
            0 => String::new(),
            1 => "1 answer".to_owned(),
            n => format!("{n} answers"),
        };
        table.add_row([
            night.id.to_string(),
            words::outcome(night.outcome),
            pain,
            day,
        ]);
    }
    output::print(&table)
}

fn one(night: &Night) -> anyhow::Result<()> {
    output::line(format!(
        "The night of {} to {}: {}",
        night.id,
        night.id.next(),
        words::outcome(night.outcome)
    ))?;
    let show = |what: &str, value: Option<String>| match value {
        Some(value) => output::line(format!("  {what}: {value}")),
        None => Ok(()),
    };
    for (moment, _) in night.cramps.iter() {
        show(
            "cramp at",
            Some(moment.local().strftime("%H:%M").to_string()),
        )?;
    }
    show("minutes", night.minutes.map(|m| m.to_string()))?;
    show("worst pain", night.pain.map(|p| format!("{p} of 10")))?;
    show("sleep lost", night.sleep_lost.map(|p| format!("{p} of 10")))?;
    show(
        "soreness next day",
        night.soreness.map(|p| format!("{p} of 10")),
    )?;
    show(
        "tiredness next day",
        night.tiredness.map(|p| format!("{p} of 10")),
    )?;
    for (factor, value) in night.exposures.iter() {
        let name = words::factor(factor);
        show(name, Some(words::answer(factor, value.answer)))?;
    }
    Ok(())
}

impl From<&Night> for NightJson {
    fn from(night: &Night) -> Self {
        Self {
            night: night.id.to_string(),
            outcome: match night.outcome {
                Outcome::Missing => "missing",
                Outcome::AtLeast(_) => "at-least",
                Outcome::Exactly(_) => "exactly",
            },
            cramps: night.outcome.seen(),
            minutes: night.minutes.map(|m| m.get()),
            pain: night.pain.map(|p| p.get()),
            sleep_lost: night.sleep_lost.map(|p| p.get()),
            soreness: night.soreness.map(|p| p.get()),
            tiredness: night.tiredness.map(|p| p.get()),
            cramp_times: night
                .cramps
                .iter()
                .map(|(moment, _)| moment.at.to_string())
                .collect(),
            exposures: night
                .exposures
                .iter()
                .map(|(factor, value)| ExposureJson {
                    factor: factor.to_string(),
                    value: value.answer.value(),
                })
                .collect(),
        }
    }
}
