//! How the person eats: diet, what they must not eat, what they like and what they do not want.

use std::collections::BTreeSet;

use diary::{Fact, Id, Person};
use insight::intake::{ALLERGENS, Diet, food_name};

use crate::form::Fields;
use crate::problem::Problem;
use crate::words;

/// What was told about it.
pub(super) struct Taste {
    /// Every diet with its name and whether it is theirs.
    pub(super) diets: Vec<(&'static str, &'static str, bool)>,
    /// Every allergen with whether it was told.
    pub(super) allergens: Vec<(&'static str, &'static str, bool)>,
    pub(super) allergies_told: bool,
    pub(super) liked: Vec<(String, String)>,
    pub(super) unwanted: Vec<(String, String)>,
}

impl Taste {
    pub(super) fn of(person: &Person) -> Self {
        let foods = |likes: bool| {
            person
                .likes
                .iter()
                .filter(|(_, answer)| **answer == likes)
                .map(|(id, _)| (id.to_string(), words::capital(&food_name(id.as_str()))))
                .collect()
        };
        Self {
            diets: Diet::ALL
                .iter()
                .map(|diet| {
                    let is_theirs = person
                        .diet
                        .as_ref()
                        .is_some_and(|told| told.as_str() == diet.id());
                    (diet.id(), diet_name(*diet), is_theirs)
                })
                .collect(),
            allergens: ALLERGENS
                .iter()
                .map(|(id, _, _)| {
                    let told = person
                        .allergies
                        .as_ref()
                        .is_some_and(|all| all.contains(*id));
                    (*id, allergen_name(id), told)
                })
                .collect(),
            allergies_told: person.allergies.is_some(),
            liked: foods(true),
            unwanted: foods(false),
        }
    }
}

fn diet_name(diet: Diet) -> &'static str {
    match diet {
        Diet::Everything => crate::word("diet-everything"),
        Diet::Pescatarian => crate::word("diet-fish"),
        Diet::Vegetarian => crate::word("diet-vegetarian"),
        Diet::Vegan => crate::word("diet-vegan"),
    }
}

fn allergen_name(id: &str) -> &'static str {
    crate::word(match id {
        "milk" => "allergen-milk",
        "egg" => "allergen-egg",
        "fish" => "allergen-fish",
        "shellfish" => "allergen-shellfish",
        "nuts" => "allergen-nuts",
        "peanuts" => "allergen-peanuts",
        "gluten" => "allergen-gluten",
        "soya" => "allergen-soya",
        "sesame" => "allergen-sesame",
        _ => "",
    })
}

/// The facts that a form of “how I eat” tells: only what was answered in it.
pub(super) fn told(fields: &Fields) -> Result<Vec<Fact>, Problem> {
    let mut facts = Vec::new();
    if let Some(diet) = Diet::named(fields.get("diet")) {
        let diet = Id::new(diet.id()).map_err(|_| Problem::Ours)?;
        facts.push(Fact::Diet { diet });
    }
    let to: BTreeSet<Id> = ALLERGENS
        .iter()
        .filter(|(id, _, _)| fields.has(&format!("a-{id}")))
        .filter_map(|(id, _, _)| Id::new(id).ok())
        .collect();
    // Nothing ticked says nothing, unless the person says that it is nothing.
    if !to.is_empty() || fields.has("a-none") {
        facts.push(Fact::Allergies { to });
    }
    Ok(facts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_allergen_has_a_name() {
        for (id, _, _) in ALLERGENS {
            assert_ne!(allergen_name(id), "", "{id}");
        }
    }
}
