//! What a person likes, must not eat, and how they eat.

use std::collections::BTreeSet;

use diary::{Body, Fact, Id};
use insight::intake::{ALLERGENS, Diet};

use super::named;
use crate::fault::refuse;
use crate::output;
use crate::world::World;

pub(super) fn likes(world: &World, name: &str, likes: bool) -> anyhow::Result<()> {
    let food = named(&world.larder()?, name)?;
    let verb = if likes { "like" } else { "do not want" };
    tell(
        world,
        Fact::Liking {
            food: Id::new(&food.id)?,
            likes,
        },
        &format!("you {verb} {}", food.name),
    )
}

pub(super) fn allergies(world: &World, to: &[String]) -> anyhow::Result<()> {
    let none = ["none", "no", "nothing"];
    let named: Vec<String> = to
        .iter()
        .flat_map(|one| one.split(','))
        .map(|one| one.trim().to_lowercase())
        .filter(|one| !one.is_empty())
        .collect();
    let mut all = BTreeSet::new();
    for one in named.iter().filter(|one| !none.contains(&one.as_str())) {
        if !ALLERGENS.iter().any(|(id, _, _)| id == one) {
            let known: Vec<&str> = ALLERGENS.iter().map(|(id, _, _)| *id).collect();
            return refuse(format!(
                "We cannot check foods for ‘{one}’. We know: {}; or none.",
                known.join(", ")
            ));
        }
        all.insert(Id::new(one)?);
    }
    if named.len() > 1 && named.iter().any(|one| none.contains(&one.as_str())) {
        return refuse("Say either `none` or what you are allergic to.");
    }
    let words = if all.is_empty() {
        "no allergies to food".to_owned()
    } else {
        let names: Vec<&str> = all.iter().map(Id::as_str).collect();
        format!("allergic to {}", names.join(", "))
    };
    tell(world, Fact::Allergies { to: all }, &words)
}

pub(super) fn diet(world: &World, diet: &str) -> anyhow::Result<()> {
    let Some(diet) = Diet::named(&diet.to_lowercase()) else {
        return refuse(format!(
            "We know no diet ‘{diet}’. Say everything, pescatarian, vegetarian or vegan."
        ));
    };
    tell(
        world,
        Fact::Diet {
            diet: Id::new(diet.id())?,
        },
        &format!("how you eat: {}", diet.id()),
    )
}

fn tell(world: &World, fact: Fact, words: &str) -> anyhow::Result<()> {
    let moment = world.moment()?;
    let now = moment.at;
    let entry = world.entry(moment, Body::Fact(fact))?;
    let id = entry.id.to_string();
    world.desk()?.tell_with_id(entry, now)?;
    if world.json() {
        return output::json(&super::json::Told {
            id,
            told: words.to_owned(),
        });
    }
    output::line(format!("Written: {words}."))
}
