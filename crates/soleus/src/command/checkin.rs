//! `soleus checkin`: the answers of a morning or an evening, by options or asked one by one.

mod ask;
mod beside;

use diary::entry::{Answer, Origin};
use diary::{
    Act, Amount, Body, Count, Entry, EntryId, Exposure, Id, Minutes, Moment, Morning, NightId,
    Score, Text,
};
use jiff::civil::Date;
use knowledge::{AnswerKind, Factor, Learned};
use serde::Serialize;

use super::cramp::{minutes, score, text, whole};
use crate::fault::refuse;
use crate::output;
use crate::resolve;
use crate::warning::{self, RaisedJson};
use crate::words;
use crate::world::{World, random};

/// Answer the check-in: the night that was, and the day that ends. Without options, the questions are asked here.
///
/// Anything may be skipped. Skipped is not the same as no.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  soleus checkin\n  soleus checkin --night yesterday --cramps 2 --pain 6\n  soleus checkin --night 2026-05-03 --set alcohol=2 --set dehydration=yes\n  soleus checkin --list"
)]
pub(crate) struct Args {
    /// The night and the day before it, by the date of the evening: 2026-05-03, `today` or `yesterday`.
    /// Left out: until noon the night that ends, then for cramps the last night and for --set today.
    #[arg(long, value_name = "DATE")]
    night: Option<String>,
    /// How many cramps that night; 0 is an answer.
    #[arg(long, value_name = "N", value_parser = count, allow_negative_numbers = true)]
    cramps: Option<Count>,
    /// Minutes of cramp in all.
    #[arg(long, value_name = "MINUTES", value_parser = minutes, allow_negative_numbers = true)]
    minutes: Option<Minutes>,
    /// Worst pain, from 0 to 10.
    #[arg(long, value_name = "0-10", value_parser = score, allow_negative_numbers = true)]
    pain: Option<Score>,
    /// How much cramps disturbed your sleep, from 0 to 10.
    #[arg(long, value_name = "0-10", value_parser = score, allow_negative_numbers = true)]
    sleep_lost: Option<Score>,
    /// Soreness next day, from 0 to 10.
    #[arg(long, value_name = "0-10", value_parser = score, allow_negative_numbers = true)]
    soreness: Option<Score>,
    /// Tiredness next day, from 0 to 10.
    #[arg(long, value_name = "0-10", value_parser = score, allow_negative_numbers = true)]
    tiredness: Option<Score>,
    /// Your own words about the night.
    #[arg(long, value_name = "TEXT", value_parser = text)]
    note: Option<Text>,
    /// A factor of the day before the night: yes, no or an amount. May be given several times.
    #[arg(long, value_name = "FACTOR=VALUE")]
    set: Vec<String>,
    /// List the factors that can be set.
    #[arg(long)]
    list: bool,
}

fn count(text: &str) -> Result<Count, String> {
    whole(text).and_then(|n| Count::new(n).map_err(|why| why.to_string()))
}

/// What `--json` answers.
#[derive(Serialize)]
struct Told {
    ids: Vec<String>,
    told: Vec<String>,
    notes: Vec<String>,
    raised: Vec<RaisedJson>,
}

/// A factor as `--list --json` shows it.
#[derive(Serialize)]
struct FactorJson {
    factor: &'static str,
    name: &'static str,
    unit: &'static str,
    question: &'static str,
}

/// Records the answers, all in one durable write.
pub(crate) fn run(world: &World, args: Args) -> anyhow::Result<()> {
    if args.list {
        return list(world);
    }
    let now = world.moment()?;
    let days = Days::of(&now, args.night.as_deref())?;
    let desk = world.desk()?;
    let mut bodies = given(&args, &days)?;
    if bodies.is_empty() {
        if world.json() {
            return refuse(
                "With --json, say the answers as options: `soleus checkin --cramps 1 --json`.",
            );
        }
        bodies = ask::questions(&desk, &now, &days)?;
    }
    if bodies.is_empty() {
        return output::line("Nothing was answered, and nothing was written.");
    }
    let mut entries: Vec<Entry> = Vec::with_capacity(bodies.len());
    for body in bodies {
        entries.push(Entry {
            id: EntryId::new(now.at, random()?),
            moment: now.clone(),
            act: Act::Tell { body },
        });
    }
    desk.tell_each(&entries, now.at)?;
    let told: Vec<String> = entries.iter().filter_map(told_words).collect();
    let notes = beside::notes(&entries, &desk.nights(now.local().date())?);
    let raised = desk.raised(now.local().date())?;
    if world.json() {
        let ids = entries.iter().map(|entry| entry.id.to_string()).collect();
        return output::json(&Told {
            ids,
            told,
            notes,
            raised: warning::json(&raised),
        });
    }
    for sentence in told {
        output::line(format!("Written: {sentence}."))?;
    }
    for note in notes {
        output::paragraph("", &note)?;
    }
    warning::show_urgent(&raised)
}

fn told_words(entry: &Entry) -> Option<String> {
    match &entry.act {
        Act::Tell { body } => Some(words::body(body)),
        _ => None,
    }
}

/// The night answered for in the morning, and the day answered for.
struct Days {
    night: NightId,
    day: NightId,
}

impl Days {
    fn of(now: &Moment, given: Option<&str>) -> anyhow::Result<Self> {
        let today: Date = now.local().date();
        if let Some(text) = given {
            let night = NightId::of_evening(resolve::day(text, today)?);
            return Ok(Self { night, day: night });
        }
        let running = now.night();
        let night = if is_morning(now) {
            running
        } else {
            running.previous()
        };
        Ok(Self {
            night,
            day: running,
        })
    }
}

fn is_morning(now: &Moment) -> bool {
    now.local().hour() < 12
}

/// The answers given as options.
fn given(args: &Args, days: &Days) -> anyhow::Result<Vec<Body>> {
    let morning = Morning {
        night: days.night,
        cramps: args.cramps,
        minutes: args.minutes,
        pain: args.pain,
        sleep_lost: args.sleep_lost,
        soreness: args.soreness,
        tiredness: args.tiredness,
        note: args.note.clone(),
    };
    let mut bodies = Vec::new();
    if morning != Morning::silent(days.night) {
        bodies.push(Body::Morning(morning));
    }
    for setting in &args.set {
        let Some((name, value)) = setting.split_once('=') else {
            return refuse(format!(
                "‘{setting}’: write --set FACTOR=VALUE, such as --set alcohol=2."
            ));
        };
        let (id, factor) = askable(name)?;
        let answer = match answer(factor, value.trim()) {
            Ok(answer) => answer,
            Err(why) => return refuse(format!("--set {setting}: {why}")),
        };
        bodies.push(Body::Exposure(Exposure {
            day: days.day,
            factor: id,
            answer,
            origin: Origin::Asked,
        }));
    }
    Ok(bodies)
}

/// The factors of the check-in.
fn askable_factors() -> impl Iterator<Item = &'static Factor> {
    knowledge::factors()
        .iter()
        .filter(|factor| matches!(factor.learned, Learned::Asked(_)))
}

fn askable(name: &str) -> anyhow::Result<(Id, &'static Factor)> {
    let id = resolve::known(
        "factor of the check-in",
        name,
        askable_factors().map(|f| f.id),
        "soleus checkin --list",
    )?;
    match knowledge::factor(id.as_str()) {
        Some(factor) => Ok((id, factor)),
        None => refuse(format!("We know no factor ‘{name}’.")),
    }
}

/// Reads an answer to a factor's question: yes or no, a score, an amount or the words of a quick choice.
fn answer(factor: &Factor, typed: &str) -> Result<Answer, String> {
    let Learned::Asked(question) = factor.learned else {
        return Err("this is not asked".to_owned());
    };
    let amount = |text: &str| -> Result<Answer, String> {
        let number: f64 = text
            .replace(',', ".")
            .parse()
            .map_err(|_| format!("‘{text}’ is not a number."))?;
        Ok(Answer::Amount(
            Amount::new(number).map_err(|why| why.to_string())?,
        ))
    };
    match question.answer {
        AnswerKind::YesNo => resolve::yes_no(typed)
            .map(Answer::YesNo)
            .map_err(|_| format!("‘{typed}’ is not yes or no.")),
        AnswerKind::Score => {
            let score = score(typed)?;
            amount(&score.to_string())
        }
        AnswerKind::Amount(choices) => {
            let choice = choices
                .iter()
                .find(|(label, _)| label.to_lowercase() == typed.to_lowercase());
            match choice {
                // A choice whose words are a number means that number of the unit, whatever stands behind it.
                Some((label, value)) if label.parse::<f64>().is_err() => amount(&value.to_string()),
                _ => amount(typed),
            }
        }
    }
}

fn list(world: &World) -> anyhow::Result<()> {
    let factors = askable_factors().filter_map(|factor| match factor.learned {
        Learned::Asked(question) => Some(FactorJson {
            factor: factor.id,
            name: factor.name,
            unit: factor.unit,
            question: question.text,
        }),
        _ => None,
    });
    if world.json() {
        return output::json(&factors.collect::<Vec<_>>());
    }
    let mut table = output::table(["factor", "unit", "question"]);
    for factor in factors {
        table.add_row([factor.factor, factor.unit, factor.question]);
    }
    output::print(&table)
}
