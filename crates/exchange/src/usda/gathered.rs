//! What the tables say of each food, put together: name, figures with our units, portions.

use std::collections::BTreeMap;

use insight::intake::{LarderFood, LarderPortion};
use knowledge::{Composition, Nutrient};

use super::{MOST_FOODS, Usda, UsdaError};

/// Portions of one food that are kept.
const MOST_PORTIONS: usize = 6;
/// Letters of a name or a portion's name that are kept.
const MOST_LETTERS: usize = 120;

/// Foods by their number.
#[derive(Default)]
pub(super) struct Gathered {
    foods: BTreeMap<u32, Food>,
    left_out: usize,
}

#[derive(Default)]
struct Food {
    name: String,
    /// Each figure with the rank of what it was read from.
    figures: [Option<(u8, f64)>; 10],
    /// By the order in which they are shown.
    portions: BTreeMap<(u32, u32), LarderPortion>,
}

impl Gathered {
    /// A food with its name.
    pub(super) fn food(&mut self, number: u32, name: &str) -> Result<(), UsdaError> {
        if self.foods.len() >= MOST_FOODS && !self.foods.contains_key(&number) {
            return Err(UsdaError::TooMany);
        }
        self.foods.entry(number).or_default().name = short(name);
        Ok(())
    }

    /// Whether a food of this number was named.
    pub(super) fn has(&self, number: u32) -> bool {
        self.foods.contains_key(&number)
    }

    /// A figure of a food, for 100 g; of what we do not follow nothing is kept.
    pub(super) fn figure(&mut self, number: u32, nutrient: u32, amount: f64) {
        let (Some(food), Some(read)) = (self.foods.get_mut(&number), of_number(nutrient)) else {
            return;
        };
        let amount = amount * read.times;
        if !(0.0..=most(read.nutrient)).contains(&amount) {
            self.left_out += 1;
            return;
        }
        let Some(place) = food.figures.get_mut(read.nutrient as usize) else {
            return;
        };
        if place.is_none_or(|(rank, _)| read.rank < rank) {
            *place = Some((read.rank, amount));
        }
    }

    /// A household portion; `place` is where it stands among the food's own, `row` tells equals apart.
    pub(super) fn portion(
        &mut self,
        number: u32,
        (place, row): (u32, u32),
        name: &str,
        grams: f64,
    ) {
        if let Some(food) = self.foods.get_mut(&number) {
            let name = short(name);
            if !name.is_empty() {
                food.portions
                    .insert((place, row), LarderPortion { name, grams });
            }
        }
    }

    /// All foods, by their number.
    pub(super) fn finish(self) -> Usda {
        let foods = self
            .foods
            .into_iter()
            .filter(|(_, food)| !food.name.is_empty())
            .map(|(number, food)| {
                let figures = food.figures.map(|figure| figure.map(|(_, amount)| amount));
                LarderFood::imported(
                    number,
                    &food.name,
                    Composition(figures),
                    food.portions.into_values().take(MOST_PORTIONS).collect(),
                )
            })
            .collect();
        Usda {
            foods,
            left_out: self.left_out,
        }
    }
}

fn short(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words
        .join(" ")
        .chars()
        .filter(|letter| !letter.is_control())
        .take(MOST_LETTERS)
        .collect()
}

/// How a nutrient of the files becomes one of ours.
struct Read {
    nutrient: Nutrient,
    /// Where a food has several, the least counts.
    rank: u8,
    /// Our unit in one of theirs.
    times: f64,
}

/// By FoodData Central's id, or by the older number of three digits that survey foods are still given with.
fn of_number(id: u32) -> Option<Read> {
    let (nutrient, rank, times) = match id {
        1090 | 304 => (Nutrient::Magnesium, 0, 1.0),
        1092 | 306 => (Nutrient::Potassium, 0, 1.0),
        1087 | 301 => (Nutrient::Calcium, 0, 1.0),
        1093 | 307 => (Nutrient::Sodium, 0, 1.0),
        1114 | 328 => (Nutrient::VitaminD, 0, 1.0),
        // International units: 40 are a microgram.
        1110 | 324 => (Nutrient::VitaminD, 1, 1.0 / 40.0),
        1051 | 255 => (Nutrient::Water, 0, 1.0),
        1079 | 291 => (Nutrient::Fibre, 0, 1.0),
        // Total dietary fibre by the newer method of analysis.
        2033 => (Nutrient::Fibre, 1, 1.0),
        1057 | 262 => (Nutrient::Caffeine, 0, 1.0),
        1018 | 221 => (Nutrient::Alcohol, 0, 1.0),
        1008 | 208 => (Nutrient::Energy, 0, 1.0),
        // Energy by the specific, then by the general Atwater factors: Foundation Foods have these.
        2048 | 958 => (Nutrient::Energy, 1, 1.0),
        2047 | 957 => (Nutrient::Energy, 2, 1.0),
        _ => return None,
    };
    Some(Read {
        nutrient,
        rank,
        times,
    })
}

/// The most that 100 g can hold, in the nutrient's unit: fat has 902 kcal, salt 38.8 g of sodium, cream of tartar 16.5 g of
/// potassium, powders more of a mineral than any plain food.
const fn most(nutrient: Nutrient) -> f64 {
    match nutrient {
        Nutrient::Energy => 905.0,
        Nutrient::Water | Nutrient::Fibre | Nutrient::Alcohol => 100.0,
        Nutrient::Magnesium => 10_000.0,
        Nutrient::Potassium => 20_000.0,
        Nutrient::Calcium => 40_000.0,
        Nutrient::Sodium => 40_000.0,
        Nutrient::VitaminD => 1_000.0,
        Nutrient::Caffeine => 10_000.0,
    }
}
