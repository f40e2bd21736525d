//! `soleus profile`: what is known about the person, and telling it.

mod show;

use clap::{Subcommand, ValueEnum};
use diary::entry::{Fact, Hemisphere, Sex};
use diary::{Amount, Body, Id, Text};
use jiff::civil::Date;
use serde::Serialize;

use super::cramp::text;
use crate::fault::refuse;
use crate::output;
use crate::resolve::{known, yes_no};
use crate::warning::{self, RaisedJson};
use crate::words;
use crate::world::World;

/// Show or tell what matters about you: age, conditions, medicines, warning signs. What you leave out is unknown, not no.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  soleus profile\n  soleus profile set birth-year 1958\n  soleus profile condition diabetes yes --since 2019-04-01\n  soleus profile medicine furosemide --dose \"40 mg in the morning\"\n  soleus profile list conditions"
)]
pub(crate) struct Args {
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Year of birth, sex at birth, height in cm, weight in kg, or half of the Earth.
    #[command(after_help = "Example:\n  soleus profile set weight 71.5")]
    Set {
        /// What to tell.
        field: Field,
        /// birth-year: 1958; sex: female or male; height: cm; weight: kg; hemisphere: north or south.
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
    /// What can be told.
    #[command(after_help = "Example:\n  soleus profile list conditions")]
    List {
        /// Which list.
        list: Names,
    },
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Field {
    BirthYear,
    Sex,
    Height,
    Weight,
    Hemisphere,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Names {
    Conditions,
    Flags,
    Medicines,
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
        None => return show::profile(world),
        Some(What::List { list }) => return show::names(world, list),
        Some(what) => fact(what)?,
    };
    let moment = world.moment()?;
    let body = Body::Fact(fact);
    let told = words::body(&body);
    let (now, today) = (moment.at, moment.local().date());
    let entry = world.entry(moment, body)?;
    let id = entry.id.to_string();
    let desk = world.desk()?;
    desk.tell_with_id(entry, now)?;
    let raised = warning::raised(&desk, today)?;
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

fn fact(what: What) -> anyhow::Result<Fact> {
    Ok(match what {
        What::Set { field, value } => basic(field, &value)?,
        What::Condition {
            condition,
            present,
            since,
        } => {
            let ids = knowledge::conditions().iter().map(|condition| condition.id);
            let condition = known(
                "condition",
                &condition,
                ids,
                "soleus profile list conditions",
            )?;
            Fact::Condition {
                condition,
                present,
                since,
            }
        }
        What::Medicine {
            name,
            since,
            stopped,
            dose,
        } => Fact::Medicine {
            medicine: medicine(&name)?,
            taking: stopped.is_none(),
            since: stopped.flatten().or(since),
            dose,
        },
        What::MedicinesComplete { complete } => Fact::MedicinesComplete { complete },
        What::Pregnant { pregnant, due } => Fact::Pregnancy { pregnant, due },
        What::Flag {
            flag,
            present,
            seen,
        } => {
            let ids = knowledge::flags().iter().map(|flag| flag.id);
            Fact::Flag {
                flag: known("warning sign", &flag, ids, "soleus profile list flags")?,
                present,
                seen,
            }
        }
        What::Lab {
            test,
            value,
            unit,
            taken,
        } => {
            let value = bounded(Amount::new(value))?;
            Fact::Lab {
                test: bounded(Id::new(&test))?,
                value,
                unit,
                taken,
            }
        }
        What::List { .. } => return refuse("A list cannot be told."),
    })
}

fn basic(field: Field, value: &str) -> anyhow::Result<Fact> {
    let number = |what: &str, unit: &str, low: f64, high: f64| match value
        .replace(',', ".")
        .parse::<f64>()
    {
        Ok(number) if (low..=high).contains(&number) => bounded(Amount::new(number)),
        Ok(number) => refuse(format!(
            "{what} is {number}: it must be from {low} to {high} {unit}."
        )),
        Err(_) => refuse(format!("‘{value}’ is not a number of {unit}.")),
    };
    Ok(match (field, value.to_lowercase().as_str()) {
        (Field::BirthYear, year) => match year.parse() {
            Ok(year) => Fact::BirthYear { year },
            Err(_) => return refuse(format!("‘{value}’ is not a year. Write 1958.")),
        },
        (Field::Sex, "female" | "f") => Fact::Sex { sex: Sex::Female },
        (Field::Sex, "male" | "m") => Fact::Sex { sex: Sex::Male },
        (Field::Sex, _) => {
            return refuse(format!(
                "‘{value}’: write female or male, as at birth. The reference amounts know only these."
            ));
        }
        (Field::Height, _) => Fact::Height {
            centimetres: number("The height", "cm", 40.0, 260.0)?,
        },
        (Field::Weight, _) => Fact::Weight {
            kilograms: number("The weight", "kg", 2.0, 500.0)?,
        },
        (Field::Hemisphere, "north") => Fact::Hemisphere {
            hemisphere: Hemisphere::North,
        },
        (Field::Hemisphere, "south") => Fact::Hemisphere {
            hemisphere: Hemisphere::South,
        },
        (Field::Hemisphere, _) => return refuse(format!("‘{value}’: write north or south.")),
    })
}

fn bounded<T>(value: Result<T, diary::measure::BadValue>) -> anyhow::Result<T> {
    match value {
        Ok(value) => Ok(value),
        Err(why) => refuse(why.to_string()),
    }
}

/// The medicine with this generic or brand name, when only one fits.
fn medicine(name: &str) -> anyhow::Result<Id> {
    let id = name.to_lowercase().replace([' ', '_'], "-");
    if let Some(medicine) = knowledge::medicine(&id) {
        return bounded(Id::new(medicine.id));
    }
    match &knowledge::find_medicine(name)[..] {
        [] => refuse(format!(
            "We know no medicine ‘{name}’. Try the name of its ingredient, as printed on the package, or its brand."
        )),
        [only] => bounded(Id::new(only.id)),
        several => {
            let ids: Vec<&str> = several.iter().map(|medicine| medicine.id).collect();
            refuse(format!(
                "‘{name}’ may be one of these: {}. Say which.",
                ids.join(", ")
            ))
        }
    }
}
