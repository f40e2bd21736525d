//! All foods that a person can tell: the table that the program carries, and those that they have imported.

use std::borrow::Cow;
use std::collections::BTreeMap;

use diary::Grams;
use knowledge::Composition;
use knowledge::foods::MOST_FOUND;
use knowledge::search::{Index, words};

/// What the id of an imported food begins with; the number of its source follows.
const IMPORTED: &str = "fdc-";
/// Longest id of the log, in letters.
const LONGEST_ID: usize = 64;
/// Imported foods that a search returns beside those of the table.
const MOST_IMPORTED_FOUND: usize = 8;

/// A food with all that is needed to tell a portion of it.
#[derive(Clone, Debug, PartialEq)]
pub struct LarderFood {
    /// Identity, used in the log.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What 100 g hold.
    pub per_100_g: Composition,
    /// Household portions, the usual one first.
    pub portions: Vec<LarderPortion>,
    /// Where its figures come from.
    pub source: FoodSource,
}

/// A household portion.
#[derive(Clone, Debug, PartialEq)]
pub struct LarderPortion {
    /// As people say it: “1 slice”.
    pub name: String,
    /// What it weighs, in g.
    pub grams: f64,
}

/// Where the figures of a food come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FoodSource {
    /// The table of the program: USDA's number of the food.
    Table(&'static str),
    /// A file of USDA's FoodData Central: its number there.
    Imported(u32),
}

impl LarderFood {
    /// A food of USDA's FoodData Central; one without a usable portion gets 100 g.
    #[must_use]
    pub fn imported(
        number: u32,
        name: &str,
        per_100_g: Composition,
        mut portions: Vec<LarderPortion>,
    ) -> Self {
        portions.retain(|portion| Grams::new(portion.grams).is_ok());
        if portions.is_empty() {
            portions.push(LarderPortion {
                name: "100 g".to_owned(),
                grams: 100.0,
            });
        }
        Self {
            id: id_of(number, name),
            name: name.to_owned(),
            per_100_g,
            portions,
            source: FoodSource::Imported(number),
        }
    }
}

impl From<&knowledge::Food> for LarderFood {
    fn from(food: &knowledge::Food) -> Self {
        Self {
            id: food.id.to_owned(),
            name: food.name.to_owned(),
            per_100_g: food.per_100_g,
            portions: food
                .portions
                .iter()
                .map(|portion| LarderPortion {
                    name: portion.name.to_owned(),
                    grams: portion.grams,
                })
                .collect(),
            source: FoodSource::Table(food.ndb_no),
        }
    }
}

/// All foods there are for one person.
#[derive(Clone, Debug, Default)]
pub struct Larder {
    imported: Vec<LarderFood>,
    by_number: BTreeMap<u32, usize>,
    index: Index,
}

impl Larder {
    /// The table of the program and these.
    #[must_use]
    pub fn with(imported: Vec<LarderFood>) -> Self {
        let by_number = imported
            .iter()
            .enumerate()
            .filter_map(|(place, food)| match food.source {
                FoodSource::Imported(number) => Some((number, place)),
                FoodSource::Table(_) => None,
            })
            .collect();
        let index = Index::of(imported.iter().map(|food| food.name.as_str()));
        Self {
            imported,
            by_number,
            index,
        }
    }

    /// What was imported, in the order of the file.
    #[must_use]
    pub fn imported(&self) -> &[LarderFood] {
        &self.imported
    }

    /// The food with this id. An imported one is known by its number, however its name was spelt when it was told.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<LarderFood> {
        knowledge::food(id)
            .map(LarderFood::from)
            .or_else(|| self.of_number(id).cloned())
    }

    /// What 100 g of it hold.
    #[must_use]
    pub fn composition(&self, id: &str) -> Option<Composition> {
        super::carried(id).or_else(|| Some(self.of_number(id)?.per_100_g))
    }

    /// Foods by what people type, best first: those of the table, then those imported; the other way round where only an
    /// imported one is spelt so. At most [`MOST_FOUND`] and eight more.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<LarderFood> {
        let asked = words(text);
        let mut carried = knowledge::find_food(text);
        carried.truncate(MOST_FOUND);
        let imported: Vec<&LarderFood> = self
            .index
            .find(text, |place| place)
            .into_iter()
            .take(MOST_IMPORTED_FOUND)
            .filter_map(|place| self.imported.get(place as usize))
            .collect();
        let spelt_so = carried
            .first()
            .is_some_and(|food| food.names().any(|name| fits(&asked, name)));
        let only_imported = !spelt_so
            && imported
                .first()
                .is_some_and(|food| fits(&asked, &food.name));
        let imported = imported.into_iter().cloned();
        let carried = carried.into_iter().map(LarderFood::from);
        if only_imported {
            imported.chain(carried).collect()
        } else {
            carried.chain(imported).collect()
        }
    }

    fn of_number(&self, id: &str) -> Option<&LarderFood> {
        let (number, _) = parts(id)?;
        self.imported.get(*self.by_number.get(&number)?)
    }
}

/// The name of a food. Of an imported one its id tells, so that the diary can be read where nothing is imported; the
/// id itself for one that nobody knows.
#[must_use]
pub fn food_name(id: &str) -> Cow<'_, str> {
    if let Some(food) = knowledge::food(id) {
        return Cow::Borrowed(food.name);
    }
    match parts(id) {
        Some((_, plain)) if !plain.is_empty() => Cow::Owned(plain.replace('-', " ")),
        _ => Cow::Borrowed(id),
    }
}

/// Whether each asked word begins a word of the name.
fn fits(asked: &[String], name: &str) -> bool {
    let own = words(name);
    asked
        .iter()
        .all(|word| own.iter().any(|one| one.starts_with(word.as_str())))
}

/// Number and words of the id of an imported food.
fn parts(id: &str) -> Option<(u32, &str)> {
    let rest = id.strip_prefix(IMPORTED)?;
    let (number, plain) = rest.split_once('-').unwrap_or((rest, ""));
    Some((number.parse().ok()?, plain))
}

/// `fdc-173410-butter-salted`: the words that fit.
fn id_of(number: u32, name: &str) -> String {
    let mut id = format!("{IMPORTED}{number}");
    for word in words(name) {
        let plain = word.bytes().all(|letter| letter.is_ascii_alphanumeric());
        if plain && id.len() + 1 + word.len() <= LONGEST_ID {
            id.push('-');
            id.push_str(&word);
        }
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    fn butter() -> LarderFood {
        LarderFood::imported(
            173_410,
            "Butter, salted (Crème)",
            Composition::default(),
            Vec::new(),
        )
    }

    #[test]
    fn an_id_fits_the_log_and_tells_the_name() {
        let food = butter();
        assert_eq!(food.id, "fdc-173410-butter-salted-creme");
        assert!(diary::Id::new(&food.id).is_ok());
        assert_eq!(food_name(&food.id), "butter salted creme");
        let long = "very ".repeat(40);
        let food = LarderFood::imported(1, &long, Composition::default(), Vec::new());
        assert!(diary::Id::new(&food.id).is_ok(), "{}", food.id);
        assert_eq!(food_name("banana"), "banana");
        assert_eq!(food_name("fdc-12"), "fdc-12");
        assert_eq!(food_name("pottage"), "pottage");
    }

    #[test]
    fn one_number_is_one_food_however_it_was_spelt() {
        let larder = Larder::with(vec![butter()]);
        assert!(
            larder
                .get("fdc-173410-butter-as-it-was-named-before")
                .is_some()
        );
        assert!(larder.get("fdc-2-butter").is_none());
        assert!(larder.get("banana").is_some());
        assert!(larder.composition("fdc-173410").is_some());
    }

    #[test]
    fn what_was_imported_is_found_after_what_is_carried() {
        let larder = Larder::with(vec![butter()]);
        let found = larder.find("butter");
        assert_eq!(
            found.last().map(|food| food.id.as_str()),
            Some(butter().id.as_str())
        );
        assert!(found.len() > 1);
        let pottage = LarderFood::imported(7, "Pottage", Composition::default(), Vec::new());
        let larder = Larder::with(vec![pottage, butter()]);
        // Of the table only cottage cheese is nearly so.
        assert_eq!(larder.find("pottage")[0].name, "Pottage");
        let misspelt = larder.find("creme saltedd");
        assert!(misspelt.iter().any(|food| food.id == butter().id));
    }
}
