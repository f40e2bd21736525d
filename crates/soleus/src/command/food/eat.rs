//! Telling what was eaten, and showing what was told.

use diary::{Body, Food, Grams, Id, Moment, Text};
use insight::intake::LarderPortion;
use jiff::Timestamp;
use serde::Serialize;

use super::named;
use crate::fault::refuse;
use crate::output;
use crate::resolve;
use crate::world::World;

/// What was eaten or drunk, how much, and when.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Its id or name.
    #[arg(required = true)]
    name: Vec<String>,
    /// A household portion: `slice`, `2 slices`, `1 glass`; `soleus food search` shows them.
    #[arg(long, conflicts_with = "grams")]
    portion: Option<String>,
    /// What it weighed, in grams; a millilitre of a drink is about a gram.
    #[arg(long, value_parser = grams, allow_negative_numbers = true)]
    grams: Option<Grams>,
    /// When: 08:15 (the latest such time), 2026-05-03T08:15, or a full timestamp.
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
}

fn grams(text: &str) -> Result<Grams, String> {
    let number: f64 = text
        .replace(',', ".")
        .parse()
        .map_err(|_| format!("‘{text}’ is not a weight. Write grams, such as 150."))?;
    Grams::new(number).map_err(|why| why.to_string())
}

/// What `--json` answers.
#[derive(Serialize)]
struct Told {
    id: String,
    at: Timestamp,
    food: String,
    portion: Option<String>,
    grams: f64,
}

pub(super) fn eat(world: &World, args: Args) -> anyhow::Result<()> {
    let desk = world.desk()?;
    let food = named(&*desk.larder()?, &args.name.join(" "))?;
    let now = world.moment()?;
    let at = match &args.at {
        Some(at) => resolve::instant(at, &now)?,
        None => now.at,
    };
    let (grams, portion) = match (args.grams, &args.portion) {
        (Some(grams), _) => (grams, None),
        (None, Some(asked)) => match portion_of(&food.portions, asked) {
            Some((grams, name)) => (Grams::new(grams)?, Some(name)),
            None => {
                let names: Vec<&str> = food
                    .portions
                    .iter()
                    .map(|portion| portion.name.as_str())
                    .collect();
                return refuse(format!(
                    "{} has no portion ‘{asked}’. It has: {}. Or give --grams.",
                    food.name,
                    names.join(", ")
                ));
            }
        },
        (None, None) => match food.portions.first() {
            Some(portion) => (Grams::new(portion.grams)?, Some(portion.name.clone())),
            None => return refuse(format!("Give --grams for {}.", food.name)),
        },
    };
    let entry = world.entry(
        Moment::new(at, now.zone.clone()),
        Body::Food(Food {
            food: Id::new(&food.id)?,
            grams,
            portion: portion.as_deref().map(Text::new).transpose()?,
        }),
    )?;
    let told = Told {
        id: entry.id.to_string(),
        at,
        food: food.id.clone(),
        portion,
        grams: grams.get(),
    };
    desk.tell_with_id(entry, now.at)?;
    if world.json() {
        return output::json(&told);
    }
    let as_portion = told
        .portion
        .map_or_else(String::new, |name| format!("{name}, "));
    output::line(format!(
        "Written: {}, {as_portion}{} g.",
        food.name, told.grams
    ))
}

/// Grams and name of so many portions: “2 slices” of a food with “1 slice”.
fn portion_of(portions: &[LarderPortion], asked: &str) -> Option<(f64, String)> {
    let (count, unit) = split(asked);
    portions.iter().find_map(|portion| {
        let (own, own_unit) = split(&portion.name);
        let same = |a: &str, b: &str| a.trim_end_matches('s') == b.trim_end_matches('s');
        same(&unit, &own_unit).then(|| {
            let grams = portion.grams * count / own;
            (grams, format!("{count} {unit}"))
        })
    })
}

/// “2 slices” as 2 and “slices”; without a number it is one.
fn split(portion: &str) -> (f64, String) {
    let portion = portion.trim().to_lowercase();
    match portion
        .split_once(' ')
        .and_then(|(count, unit)| Some((count.parse::<f64>().ok()?, unit)))
    {
        Some((count, unit)) => (count, unit.trim().to_owned()),
        None => (1.0, portion),
    }
}

/// Shows what was told of a day.
pub(super) fn day(world: &World, day: Option<&str>) -> anyhow::Result<()> {
    let today = world.today()?;
    let day = day.map_or(Ok(today), |text| resolve::day(text, today))?;
    let desk = world.desk()?;
    let log = desk.log()?;
    let told: Vec<Told> = log
        .around(&(day..=day))
        .iter()
        .filter(|told| told.moment.local().date() == day)
        .filter_map(|told| match &told.body {
            Body::Food(food) => Some(Told {
                id: told.id.to_string(),
                at: told.moment.at,
                food: food.food.to_string(),
                portion: food.portion.as_ref().map(|name| name.as_str().to_owned()),
                grams: food.grams.get(),
            }),
            _ => None,
        })
        .collect();
    if world.json() {
        return output::json(&told);
    }
    if told.is_empty() {
        return output::line(format!("No food or drink is told for {day}."));
    }
    let zone = world.zone()?;
    for one in told {
        let clock = Moment::new(one.at, zone.clone()).local().strftime("%H:%M");
        output::line(format!(
            "{clock}  {}, {} g",
            insight::intake::food_name(&one.food),
            one.grams
        ))?;
    }
    Ok(())
}
