//! `soleus food`: the table of foods, telling what was eaten, what it brings, and what to eat more of.

mod eat;
mod import;
mod intake;
mod json;
mod table;
mod taste;

use std::path::PathBuf;

use clap::Subcommand;
use insight::intake::{Larder, LarderFood};

use crate::fault::refuse;
use crate::world::World;

/// Tell what you eat and drink, see how much magnesium, potassium, calcium, water and other things it brings, and what
/// would fill a gap. No trial shows that food prevents night cramps.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  soleus food search porridge\n  soleus food eat banana\n  soleus food eat \"wholemeal bread\" --portion \"2 slices\" --at 08:15\n  soleus food eat milk --grams 200\n  soleus food intake\n  soleus food import FoodData_Central_sr_legacy_food_csv_2018-04.zip\n\n`soleus undo` takes back what you told last."
)]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Foods and drinks by name, by the beginning of a word, or by a near miss.
    Search {
        /// What you call it.
        #[arg(required = true)]
        name: Vec<String>,
    },
    /// What is in a food, in 100 g and in its usual portion.
    Show {
        /// Its id or name.
        #[arg(required = true)]
        name: Vec<String>,
    },
    /// Tell that you ate or drank something: its usual portion now, unless you say otherwise.
    Eat(eat::Args),
    /// What was told today, or on another day.
    Today {
        /// The day: 2026-05-03 or `yesterday`.
        #[arg(long, value_name = "DATE")]
        day: Option<String>,
    },
    /// What a day brings, with how sure that is, beside what people like you need.
    Intake,
    /// The fewest liked and allowed portions that fill what is missing.
    Menu,
    /// Take a complete USDA file that you downloaded: thousands of foods more to search and tell.
    ///
    /// From fdc.nal.usda.gov/download-datasets take SR Legacy or Foundation Foods, as CSV or JSON, and give the zip,
    /// its unpacked folder or the JSON file. The foods are kept beside your diary. The same file again changes nothing.
    Import {
        /// The zip, folder or JSON file.
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Say that you like a food.
    Like {
        /// Its id or name.
        #[arg(required = true)]
        name: Vec<String>,
    },
    /// Say that you do not want a food.
    Dislike {
        /// Its id or name.
        #[arg(required = true)]
        name: Vec<String>,
    },
    /// Everything you are allergic to or must not eat, or `none`: milk, egg, fish, shellfish, nuts, peanuts, gluten, soya,
    /// sesame.
    Allergies {
        /// What.
        #[arg(required = true)]
        to: Vec<String>,
    },
    /// How you eat: everything, pescatarian, vegetarian or vegan.
    Diet {
        /// Which.
        diet: String,
    },
}

/// Does what was asked.
pub(crate) fn run(world: &World, args: Args) -> anyhow::Result<()> {
    match args.what {
        What::Search { name } => table::search(world, &name.join(" ")),
        What::Show { name } => table::show(world, &name.join(" ")),
        What::Eat(args) => eat::eat(world, args),
        What::Today { day } => eat::day(world, day.as_deref()),
        What::Intake => intake::intake(world),
        What::Menu => intake::menu(world),
        What::Import { file } => import::run(world, &file),
        What::Like { name } => taste::likes(world, &name.join(" "), true),
        What::Dislike { name } => taste::likes(world, &name.join(" "), false),
        What::Allergies { to } => taste::allergies(world, &to),
        What::Diet { diet } => taste::diet(world, &diet),
    }
}

/// The food with this id or name.
fn named(larder: &Larder, name: &str) -> anyhow::Result<LarderFood> {
    let id = name.to_lowercase().replace([' ', '_'], "-");
    match larder
        .get(&id)
        .or_else(|| larder.find(name).into_iter().next())
    {
        Some(food) => Ok(food),
        None => refuse(format!(
            "We know no food ‘{name}’. Search with `soleus food search`."
        )),
    }
}
