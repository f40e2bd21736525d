//! The table of foods: searching it, and one food of it.

use insight::intake::FoodSource;
use insight::intake::words::amount as rounded;
use knowledge::Nutrient;

use super::{json, named};
use crate::fault::refuse;
use crate::output;
use crate::world::World;

pub(super) fn search(world: &World, name: &str) -> anyhow::Result<()> {
    let found = world.larder()?.find(name);
    if found.is_empty() {
        return refuse(format!(
            "We know no food ‘{name}’. Try a plainer name: “cheese” instead of a brand."
        ));
    }
    if world.json() {
        return output::json(&found.iter().map(json::food).collect::<Vec<_>>());
    }
    for food in found {
        let portions: Vec<String> = food
            .portions
            .iter()
            .map(|portion| format!("{} ({} g)", portion.name, portion.grams))
            .collect();
        output::line(format!("{:<36} {}", food.name, portions.join(", ")))?;
    }
    Ok(())
}

pub(super) fn show(world: &World, name: &str) -> anyhow::Result<()> {
    let food = named(&world.larder()?, name)?;
    if world.json() {
        return output::json(&json::food(&food));
    }
    output::line(&food.name)?;
    let usual = food.portions.first();
    let mut table = output::table(["", "in 100 g", usual.map_or("", |portion| &portion.name)]);
    let amount = |nutrient: Nutrient, value: Option<f64>| {
        value.map_or_else(
            || "not known".to_owned(),
            |value| format!("{} {}", rounded(value), nutrient.unit()),
        )
    };
    for nutrient in Nutrient::ALL {
        table.add_row([
            nutrient.name().to_owned(),
            amount(nutrient, food.per_100_g.get(nutrient)),
            usual.map_or_else(String::new, |portion| {
                amount(nutrient, food.per_100_g.in_grams(nutrient, portion.grams))
            }),
        ]);
    }
    output::print(&table)?;
    for portion in &food.portions {
        let judged = knowledge::food(&food.id).is_some_and(|carried| {
            carried
                .portions
                .iter()
                .any(|one| one.name == portion.name && one.judged)
        });
        let whose = if judged { ", our judgement" } else { "" };
        output::line(format!("{}: {} g{whose}", portion.name, portion.grams))?;
    }
    let source = match food.source {
        FoodSource::Table(number) => format!(
            "USDA National Nutrient Database for Standard Reference, Release 28, food {number}"
        ),
        FoodSource::Imported(number) => {
            format!("USDA FoodData Central, food {number}, from the file that you imported")
        }
    };
    output::paragraph("", &format!("Figures: {source}. What you eat differs."))
}
