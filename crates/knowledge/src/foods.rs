//! Foods and drinks: what is in 100 g of them, household portions, and finding one by any name.
//!
//! Figures: US Department of Agriculture, Agricultural Research Service, Nutrient Data Laboratory. USDA National Nutrient
//! Database for Standard Reference, Release 28 (2016), carried unchanged. Names, marks and portions that say so are ours.

use crate::fold::fold;
use crate::german::in_german;
use crate::records::{FOOD_NAMES, FOOD_WORDS, FOODS, FOODS_BY_ID};
use crate::search::{Names, Worded};

/// The most foods that a search returns.
pub const MOST_FOUND: usize = 12;

/// What is followed in a diet, with the unit of its amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nutrient {
    /// In mg.
    Magnesium,
    /// In mg.
    Potassium,
    /// In mg.
    Calcium,
    /// In mg.
    Sodium,
    /// In micrograms.
    VitaminD,
    /// In g; a litre of water is 1000 g.
    Water,
    /// In g.
    Fibre,
    /// In mg.
    Caffeine,
    /// Pure alcohol in g.
    Alcohol,
    /// In kcal.
    Energy,
}

impl Nutrient {
    /// All of them, in the order of the table.
    pub const ALL: [Self; 10] = [
        Self::Magnesium,
        Self::Potassium,
        Self::Calcium,
        Self::Sodium,
        Self::VitaminD,
        Self::Water,
        Self::Fibre,
        Self::Caffeine,
        Self::Alcohol,
        Self::Energy,
    ];

    /// Identity, as the reference intakes spell it where they have it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Magnesium => "magnesium",
            Self::Potassium => "potassium",
            Self::Calcium => "calcium",
            Self::Sodium => "sodium",
            Self::VitaminD => "vitamin-d",
            Self::Water => "total-water",
            Self::Fibre => "fibre",
            Self::Caffeine => "caffeine",
            Self::Alcohol => "alcohol",
            Self::Energy => "energy",
        }
    }

    /// Name for people.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Magnesium => "Magnesium",
            Self::Potassium => "Potassium",
            Self::Calcium => "Calcium",
            Self::Sodium => "Sodium",
            Self::VitaminD => "Vitamin D",
            Self::Water => "Water",
            Self::Fibre => "Fibre",
            Self::Caffeine => "Caffeine",
            Self::Alcohol => "Alcohol",
            Self::Energy => "Energy",
        }
    }

    /// The unit of amounts.
    #[must_use]
    pub const fn unit(self) -> &'static str {
        match self {
            Self::Magnesium | Self::Potassium | Self::Calcium | Self::Sodium | Self::Caffeine => {
                "mg"
            }
            Self::VitaminD => "µg",
            Self::Water | Self::Fibre | Self::Alcohol => "g",
            Self::Energy => "kcal",
        }
    }
}

/// How much of each nutrient 100 g hold, in the order of [`Nutrient::ALL`]; `None` is not known, never zero.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Composition(pub [Option<f64>; 10]);

impl Composition {
    /// The amount in 100 g, in the nutrient's unit.
    #[must_use]
    pub const fn get(&self, nutrient: Nutrient) -> Option<f64> {
        self.0[nutrient as usize]
    }

    /// The amount in so many grams, in the nutrient's unit.
    #[must_use]
    pub fn in_grams(&self, nutrient: Nutrient, grams: f64) -> Option<f64> {
        self.get(nutrient)
            .map(|per_100_g| per_100_g * grams / 100.0)
    }
}

/// What a food plainly contains, for allergies and diets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Contains {
    Milk,
    Egg,
    Fish,
    Shellfish,
    /// Tree nuts.
    Nuts,
    Peanuts,
    Gluten,
    Soya,
    Sesame,
    /// Meat or poultry, or their fat.
    Meat,
    /// Something else from animals: honey, gelatine.
    Animal,
}

/// A shelf of the kitchen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum FoodGroup {
    Fruit,
    Vegetable,
    Starchy,
    Pulses,
    NutSeed,
    Grain,
    Bread,
    Dairy,
    Egg,
    Fish,
    Poultry,
    Meat,
    Sausage,
    Drink,
    Alcohol,
    Sweet,
    Cake,
    Snack,
    Fat,
    Sauce,
    Soup,
    Meal,
}

/// A household portion.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Portion {
    /// As people say it: “1 slice”.
    pub name: &'static str,
    /// What it weighs, in g.
    pub grams: f64,
    /// Our judgement, not one of USDA's weights.
    pub judged: bool,
}

/// A food or a drink.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Food {
    /// Identity, used in the log.
    pub id: &'static str,
    /// Short name.
    pub name: &'static str,
    /// Other names to find it by.
    pub also: &'static [&'static str],
    /// Where it stands in the kitchen.
    pub group: FoodGroup,
    /// USDA's number of the food whose figures these are.
    pub ndb_no: &'static str,
    /// What 100 g hold.
    pub per_100_g: Composition,
    /// What it plainly contains.
    pub contains: &'static [Contains],
    /// It is prepared or bought ready-made, and may contain more than the marks say.
    pub mixed: bool,
    /// Household portions, the usual one first.
    pub portions: &'static [Portion],
}

impl Food {
    /// Every name it is found by, in English and, where it has been translated, in German.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        let english = self.also.iter().copied().chain([self.name]);
        english.flat_map(|name| [Some(name), in_german(name)].into_iter().flatten())
    }
}

/// All foods, shelf by shelf.
#[must_use]
pub fn foods() -> &'static [Food] {
    FOODS
}

/// The food with this id.
#[must_use]
pub fn food(id: &str) -> Option<&'static Food> {
    let at = FOODS_BY_ID
        .binary_search_by(|(known, _)| (*known).cmp(id))
        .ok()?;
    FOODS.get(usize::from(FOODS_BY_ID[at].1))
}

/// Foods by what people type in English or German, best first, at most [`MOST_FOUND`]. Case, accents, the order of words, plurals and small
/// misspellings are forgiven.
#[must_use]
pub fn find_food(text: &str) -> Vec<&'static Food> {
    let index = Worded {
        names: Names(FOOD_NAMES),
        words: Names(FOOD_WORDS),
    };
    let asked = fold(text);
    // Among equals a food's own name goes before another name, then the table's order: plain and common foods first.
    let mut places = index.find(text, |place| {
        let own = FOODS.get(usize::from(place)).is_some_and(|food| {
            fold(food.name) == asked || in_german(food.name).is_some_and(|name| fold(name) == asked)
        });
        (!own, place)
    });
    places.truncate(MOST_FOUND);
    places
        .into_iter()
        .filter_map(|place| FOODS.get(usize::from(place)))
        .collect()
}
