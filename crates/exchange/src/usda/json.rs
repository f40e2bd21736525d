//! FoodData Central's JSON: one object with one list of foods, read food by food.

use std::fmt;
use std::io::{self, BufReader, Read};

use serde::de::{DeserializeSeed, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::gathered::Gathered;
use super::rows::portion_name;
use super::{Usda, UsdaError, finish};

/// The file's name in messages.
const FILE: &str = "The JSON file";
/// The lists that are read, as the files name them.
const LISTS: [&str; 3] = ["SRLegacyFoods", "FoundationFoods", "SurveyFoods"];

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Food {
    fdc_id: u32,
    description: String,
    #[serde(default)]
    food_nutrients: Vec<Figure>,
    #[serde(default)]
    food_portions: Vec<Portion>,
}

#[derive(Deserialize)]
struct Figure {
    nutrient: Option<NutrientId>,
    amount: Option<f64>,
}

#[derive(Deserialize)]
struct NutrientId {
    id: u32,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Portion {
    sequence_number: Option<u32>,
    amount: Option<f64>,
    measure_unit: Option<Unit>,
    portion_description: Option<String>,
    modifier: Option<String>,
    gram_weight: Option<f64>,
}

#[derive(Deserialize)]
struct Unit {
    #[serde(default)]
    name: String,
}

/// Reads the whole file.
pub(super) fn read(source: impl Read) -> Result<Usda, UsdaError> {
    let mut gathered = Gathered::default();
    let mut refused = None;
    let source = BufReader::with_capacity(1 << 16, source);
    let mut json = serde_json::Deserializer::from_reader(source);
    let whole = Lists {
        gathered: &mut gathered,
        refused: &mut refused,
    }
    .deserialize(&mut json)
    .and_then(|()| json.end());
    match (refused, whole) {
        (Some(refused), _) => Err(refused),
        (None, Err(error)) => Err(bad(error)),
        (None, Ok(())) => finish(gathered),
    }
}

fn bad(error: serde_json::Error) -> UsdaError {
    match error.io_error_kind() {
        Some(io::ErrorKind::FileTooLarge) => UsdaError::TooLarge { file: FILE },
        Some(_) => UsdaError::Read(error.into()),
        None => UsdaError::Damaged {
            file: FILE,
            why: error.to_string(),
        },
    }
}

impl Gathered {
    fn take(&mut self, food: Food) -> Result<(), UsdaError> {
        self.food(food.fdc_id, &food.description)?;
        for figure in food.food_nutrients {
            if let (Some(nutrient), Some(amount)) = (figure.nutrient, figure.amount) {
                self.figure(food.fdc_id, nutrient.id, amount);
            }
        }
        for (row, portion) in (0_u32..).zip(food.food_portions) {
            let Some(grams) = portion.gram_weight else {
                continue;
            };
            let unit = portion
                .measure_unit
                .map(|unit| unit.name)
                .unwrap_or_default();
            let name = portion_name(
                &portion
                    .amount
                    .map(|amount| amount.to_string())
                    .unwrap_or_default(),
                if unit == "undetermined" { "" } else { &unit },
                &portion.portion_description.unwrap_or_default(),
                &portion.modifier.unwrap_or_default(),
            );
            let place = portion.sequence_number.unwrap_or(u32::MAX);
            self.portion(food.fdc_id, (place, row), &name, grams);
        }
        Ok(())
    }
}

/// The object around the list.
struct Lists<'g> {
    gathered: &'g mut Gathered,
    refused: &'g mut Option<UsdaError>,
}

impl<'de> DeserializeSeed<'de> for Lists<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Lists<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with a list of foods")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<(), M::Error> {
        while let Some(name) = map.next_key::<String>()? {
            if LISTS.contains(&name.as_str()) {
                map.next_value_seed(List {
                    gathered: &mut *self.gathered,
                    refused: &mut *self.refused,
                })?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

/// The list of foods.
struct List<'g> {
    gathered: &'g mut Gathered,
    refused: &'g mut Option<UsdaError>,
}

impl<'de> DeserializeSeed<'de> for List<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for List<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of foods")
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut foods: S) -> Result<(), S::Error> {
        while let Some(food) = foods.next_element::<Food>()? {
            if let Err(refused) = self.gathered.take(food) {
                *self.refused = Some(refused);
                return Err(S::Error::custom("refused"));
            }
        }
        Ok(())
    }
}
