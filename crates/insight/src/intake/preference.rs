//! Which foods a person may and wants to eat: diet, allergies, dislikes, and the safety rules about particular foods.

use std::collections::BTreeSet;

use diary::Person;
use knowledge::{Contains, Food};

use crate::facts::Facts;

/// How a person eats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Diet {
    Everything,
    /// Fish, no meat.
    Pescatarian,
    /// Neither meat nor fish.
    Vegetarian,
    /// Nothing from animals.
    Vegan,
}

impl Diet {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::Everything,
        Self::Pescatarian,
        Self::Vegetarian,
        Self::Vegan,
    ];

    /// Identity, used in the log.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Everything => "everything",
            Self::Pescatarian => "pescatarian",
            Self::Vegetarian => "vegetarian",
            Self::Vegan => "vegan",
        }
    }

    /// The diet with this id.
    #[must_use]
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|diet| diet.id() == id)
    }

    fn refuses(self, contains: Contains) -> bool {
        match self {
            Self::Everything => false,
            Self::Pescatarian => contains == Contains::Meat,
            Self::Vegetarian => {
                matches!(
                    contains,
                    Contains::Meat | Contains::Fish | Contains::Shellfish
                )
            }
            Self::Vegan => matches!(
                contains,
                Contains::Meat
                    | Contains::Fish
                    | Contains::Shellfish
                    | Contains::Milk
                    | Contains::Egg
                    | Contains::Animal
            ),
        }
    }
}

/// What people are allergic to, by the id used in the log and its plain name.
pub const ALLERGENS: [(&str, &str, Contains); 9] = [
    ("milk", "milk", Contains::Milk),
    ("egg", "egg", Contains::Egg),
    ("fish", "fish", Contains::Fish),
    ("shellfish", "shellfish", Contains::Shellfish),
    ("nuts", "nuts", Contains::Nuts),
    ("peanuts", "peanuts", Contains::Peanuts),
    ("gluten", "gluten (coeliac disease)", Contains::Gluten),
    ("soya", "soya", Contains::Soya),
    ("sesame", "sesame", Contains::Sesame),
];

/// What a person may be offered.
#[derive(Clone, Debug, PartialEq)]
pub struct Allowed {
    diet: Diet,
    avoids: BTreeSet<Contains>,
    left_out: BTreeSet<&'static str>,
    disliked: BTreeSet<String>,
    liked: BTreeSet<String>,
}

impl Allowed {
    /// What is allowed for a person. `None` until the person has said what they are allergic to (nothing is an answer), and
    /// when they named something of which the table of foods does not say where it is.
    #[must_use]
    pub fn of(person: &Person, facts: &Facts) -> Option<Self> {
        let mut avoids = BTreeSet::new();
        for id in person.allergies.as_ref()? {
            let (_, _, contains) = ALLERGENS
                .iter()
                .find(|(known, _, _)| *known == id.as_str())?;
            avoids.insert(*contains);
        }
        let mut left_out = BTreeSet::new();
        for rule in knowledge::left_out() {
            // Nobody knows is no leave to offer them.
            let fires = knowledge::menu::rule(rule.rule).and_then(|rule| facts.fires(rule.fires));
            if fires != Some(false) {
                avoids.extend(rule.contains);
                left_out.extend(rule.foods);
            }
        }
        let said = |likes: bool| {
            person
                .likes
                .iter()
                .filter(|(_, answer)| **answer == likes)
                .map(|(food, _)| food.as_str().to_owned())
                .collect()
        };
        let diet = match &person.diet {
            None => Diet::Everything,
            Some(diet) => Diet::named(diet.as_str())?,
        };
        Some(Self {
            diet,
            avoids,
            left_out,
            disliked: said(false),
            liked: said(true),
        })
    }

    /// Whether a food may be offered. What is mixed may hold anything, so that it is offered only to those who avoid
    /// nothing.
    #[must_use]
    pub fn allows(&self, food: &Food) -> bool {
        let avoided = food
            .contains
            .iter()
            .any(|one| self.avoids.contains(one) || self.diet.refuses(*one));
        let careful = !self.avoids.is_empty() || self.diet != Diet::Everything;
        let unwanted = self.left_out.contains(food.id) || self.disliked.contains(food.id);
        !(avoided || unwanted || food.mixed && careful)
    }

    /// Whether the person said that they like it.
    #[must_use]
    pub fn likes(&self, food: &Food) -> bool {
        self.liked.contains(food.id)
    }
}
