//! `soleus profile`: what is known about the person, and telling it.

mod fact;
mod labs;
mod show;

use clap::{Subcommand, ValueEnum};
use diary::dose::Times;
use diary::{Body, EntryId, Text};
use jiff::civil::Date;
use serde::Serialize;

use super::cramp::text;
use crate::fault::refuse;
use crate::output;
use crate::resolve::yes_no;
use crate::warning::{self, RaisedJson};
use crate::words;
use crate::world::World;

/// Show or tell what matters about you: age, conditions, medicines, warning signs. What you leave out is unknown, not no.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  soleus profile\n  soleus profile set birth-year 1958\n  soleus profile condition diabetes yes --since 2019-04-01\n  soleus profile medicine furosemide --dose \"40 mg in the morning\"\n  soleus profile list conditions"
)]
pub(crate) struct Args {
    /// Show also what was answered no.
    #[arg(long)]
    all: bool,
    /// Write it even if it looks like a slip: you were asked and are sure.
    #[arg(long, global = true)]
    sure: bool,
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Year of birth, sex at birth, height in cm, weight in kg, or half of the Earth, usual times of going to bed and getting up.
    #[command(after_help = "Example:\n  soleus profile set weight 71.5")]
    Set {
        /// What to tell.
        field: Field,
        /// birth-year: 1958; sex: female or male; height: cm; weight: kg; hemisphere: north or south; bedtime, rising: 22:30.
        #[arg(allow_negative_numbers = true)]
        value: String,
    },
    /// A condition you have or do not have.
    #[command(after_help = "Example:\n  soleus profile condition diabetes yes --since 2019-04-01")]
    Condition {
        /// Which; `soleus profile list conditions` shows them.
        condition: String,
        /// Yes or no.
        #[arg(value_parser = yes_no, action = clap::ArgAction::Set)]
        present: bool,
        /// First day on which this holds.
        #[arg(long, value_name = "DATE")]
        since: Option<Date>,
    },
    /// A medicine you take, or have stopped.
    #[command(
        after_help = "Examples:\n  soleus profile medicine furosemide --since 2026-01-15\n  soleus profile medicine atorvastatin --stopped 2026-04-01"
    )]
    Medicine {
        /// Its name, generic or brand.
        name: String,
        /// First day of taking it.
        #[arg(long, value_name = "DATE", conflicts_with = "stopped")]
        since: Option<Date>,
        /// You no longer take it; with the first day without it, if you know.
        #[arg(long, value_name = "DATE", num_args = 0..=1)]
        stopped: Option<Option<Date>>,
        /// Dose in your own words.
        #[arg(long, value_name = "TEXT", value_parser = text)]
        dose: Option<Text>,
    },
    /// How much of a medicine or supplement you take, so that it can be counted with your food.
    #[command(
        after_help = "Examples:\n  soleus profile dose magnesium 300 mg\n  soleus profile dose colecalciferol 20000 IU --times 1 --each week\n  soleus profile dose magnesium none"
    )]
    Dose {
        /// Its name, generic or brand.
        name: String,
        /// How much at a time, as on the box; `none` when you do not know any more.
        #[arg(allow_negative_numbers = true)]
        amount: String,
        /// mg, µg, g, IU, ml or tablets.
        unit: Option<String>,
        /// How many times.
        #[arg(long, default_value = "1", value_parser = times, allow_negative_numbers = true)]
        times: Times,
        /// In how long.
        #[arg(long, value_name = "PERIOD", default_value = "day")]
        each: Each,
    },
    /// Whether all your medicines are told.
    #[command(after_help = "Example:\n  soleus profile medicines-complete yes")]
    MedicinesComplete {
        /// Yes or no.
        #[arg(value_parser = yes_no, action = clap::ArgAction::Set)]
        complete: bool,
    },
    /// Whether you are pregnant.
    #[command(after_help = "Example:\n  soleus profile pregnant yes --due 2026-09-30")]
    Pregnant {
        /// Yes or no.
        #[arg(value_parser = yes_no, action = clap::ArgAction::Set)]
        pregnant: bool,
        /// Expected date of birth of the child.
        #[arg(long, value_name = "DATE")]
        due: Option<Date>,
    },
    /// The answer to a warning sign's question.
    #[command(
        after_help = "Example:\n  soleus profile flag one-leg-swollen-warm-red no\n\n`soleus profile list flags` shows the questions."
    )]
    Flag {
        /// Which; `soleus profile list flags` shows them.
        flag: String,
        /// Yes or no.
        #[arg(value_parser = yes_no, action = clap::ArgAction::Set)]
        present: bool,
        /// A doctor or nurse has seen it since.
        #[arg(long)]
        seen: bool,
    },
    /// A laboratory value.
    #[command(
        after_help = "Example:\n  soleus profile lab potassium 4.1 mmol/L --taken 2026-03-02"
    )]
    Lab {
        /// Which test.
        test: String,
        /// The value.
        #[arg(allow_negative_numbers = true)]
        value: f64,
        /// Its unit as printed.
        unit: String,
        /// The day the blood was taken.
        #[arg(long, value_name = "DATE")]
        taken: Date,
    },
    /// All blood tests told, and what the newest mean.
    #[command(after_help = "Example:\n  soleus profile labs")]
    Labs,
    /// Takes back one thing told about you, by the id that `soleus profile labs` shows.
    TakeBack {
        /// The entry.
        id: EntryId,
    },
    /// What can be told.
    #[command(after_help = "Example:\n  soleus profile list conditions")]
    List {
        /// Which list.
        list: Names,
    },
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Each {
    Day,
    Week,
    Month,
}

fn times(text: &str) -> Result<Times, String> {
    let number: u64 = text
        .parse()
        .map_err(|_| format!("‘{text}’ is not a whole number of times."))?;
    Times::new(number).map_err(|why| why.to_string())
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Field {
    BirthYear,
    Sex,
    Height,
    Weight,
    Hemisphere,
    Bedtime,
    Rising,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Names {
    Conditions,
    Flags,
    Medicines,
    Labs,
}

/// Which answers of the profile are shown as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answers {
    /// Yes, and how many were answered no.
    Yes,
    /// Yes and no.
    All,
}

/// What `--json` answers to something told.
#[derive(Serialize)]
struct Told {
    id: String,
    told: String,
    raised: Vec<RaisedJson>,
}

/// Shows the profile, or adds a fact to it.
pub(crate) fn run(world: &World, args: Args) -> anyhow::Result<()> {
    let fact = match args.what {
        None => {
            let answers = if args.all { Answers::All } else { Answers::Yes };
            return show::profile(world, answers);
        }
        Some(_) if args.all => return refuse("--all goes with `soleus profile` alone."),
        Some(What::List { list }) => return show::names(world, list),
        Some(What::Labs) => return labs::show(world),
        Some(What::TakeBack { id }) => return take_back(world, id),
        Some(what) => fact::of(what)?,
    };
    let moment = world.moment()?;
    let desk = world.desk()?;
    if let Some(doubt) = insight::doubt(&*desk.person()?, &fact, moment.local().date())
        && !(doubt.is_question() && args.sure)
    {
        let how = if doubt.is_question() {
            " Add --sure to the command."
        } else {
            ""
        };
        return refuse(format!("{}{how}", doubt.sentence()));
    }
    let body = Body::Fact(fact);
    let told = words::body(&body);
    let (now, today) = (moment.at, moment.local().date());
    let entry = world.entry(moment, body)?;
    let id = entry.id.to_string();
    desk.tell_with_id(entry, now)?;
    let raised = desk.raised(today)?;
    if world.json() {
        return output::json(&Told {
            id,
            told,
            raised: warning::json(&raised),
        });
    }
    output::line(format!("Written: {told}."))?;
    warning::show_urgent(&raised)
}

/// Takes one fact back.
fn take_back(world: &World, id: EntryId) -> anyhow::Result<()> {
    let desk = world.desk()?;
    let log = desk.log()?;
    let Some(told) = log
        .find(id)
        .filter(|told| matches!(told.body, Body::Fact(_)))
    else {
        return refuse(format!(
            "Nothing told about you has the id {id}. See the ids with `soleus profile labs`."
        ));
    };
    let what = words::body(&told.body);
    let moment = world.moment()?;
    let (now, today) = (moment.at, moment.local().date());
    let id = desk.retract(id, moment, now, crate::world::random()?)?;
    let raised = desk.raised(today)?;
    if world.json() {
        return output::json(&Told {
            id: id.to_string(),
            told: what,
            raised: warning::json(&raised),
        });
    }
    output::line(format!("Taken back: {what}."))?;
    warning::show_urgent(&raised)
}
