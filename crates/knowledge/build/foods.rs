//! Foods: the rows of `foods.csv`, the checks they must pass, the index of names, and how they are written.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::code::{Code, fields};
use crate::fold::{fold, words};
use crate::german::German;

/// Most household portions of one food: more is a page of choices.
const MOST_PORTIONS: usize = 4;
/// Grams beyond which a portion is a slip of the finger.
const LARGEST_PORTION: f64 = 2000.0;
/// The minerals that a food must have, or name in `missing`.
const KEY_MINERALS: [&str; 4] = ["magnesium", "potassium", "calcium", "sodium"];
const GROUPS: [&str; 22] = [
    "fruit",
    "vegetable",
    "starchy",
    "pulses",
    "nut-seed",
    "grain",
    "bread",
    "dairy",
    "egg",
    "fish",
    "poultry",
    "meat",
    "sausage",
    "drink",
    "alcohol",
    "sweet",
    "cake",
    "snack",
    "fat",
    "sauce",
    "soup",
    "meal",
];
const CONTAINS: [&str; 12] = [
    "milk",
    "egg",
    "fish",
    "shellfish",
    "nuts",
    "peanuts",
    "gluten",
    "soya",
    "sesame",
    "meat",
    "animal",
    "mixed",
];

/// One row. Figures are per 100 g of what is eaten; empty means not known, never zero.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    name: String,
    also: String,
    group: String,
    ndb_no: String,
    energy_kcal: Option<f64>,
    water_g: Option<f64>,
    magnesium_mg: Option<f64>,
    potassium_mg: Option<f64>,
    calcium_mg: Option<f64>,
    sodium_mg: Option<f64>,
    vitamin_d_ug: Option<f64>,
    fibre_g: Option<f64>,
    caffeine_mg: Option<f64>,
    alcohol_g: Option<f64>,
    missing: String,
    contains: String,
    portions: String,
}

/// A food as it is written into the program.
pub(crate) struct Food {
    id: String,
    name: String,
    also: Vec<String>,
    group: String,
    ndb_no: String,
    /// In the order of the crate's `Nutrient`.
    per_100_g: [Option<f64>; 10],
    contains: Vec<String>,
    portions: Vec<Portion>,
}

struct Portion {
    name: String,
    grams: f64,
    judged: bool,
}

/// All foods, in the order of the file.
pub(crate) fn read(text: &str, mistakes: &mut Vec<String>) -> Vec<Food> {
    let mut foods = Vec::new();
    for (line, row) in csv::Reader::from_reader(text.as_bytes())
        .deserialize::<Row>()
        .enumerate()
    {
        match row {
            Ok(row) => foods.push(food(row, mistakes)),
            Err(error) => mistakes.push(format!("foods.csv: row {}: {error}", line + 1)),
        }
    }
    for (what, of) in [
        ("id", (|food| &food.id) as fn(&Food) -> &String),
        ("name", |food| &food.name),
        ("NDB number", |food| &food.ndb_no),
    ] {
        let mut seen = BTreeSet::new();
        for food in &foods {
            if !seen.insert(of(food)) {
                mistakes.push(format!("foods.csv: the {what} {} is there twice", of(food)));
            }
        }
    }
    foods
}

fn food(row: Row, mistakes: &mut Vec<String>) -> Food {
    let mut here = |what: String| mistakes.push(format!("foods.csv: {}: {what}", row.id));
    if row.id != crate::medicines::slug(&row.id) || row.id.len() > 64 {
        here("the id must be lower-case words joined by hyphens, at most 64 letters".into());
    }
    if !GROUPS.contains(&row.group.as_str()) {
        here(format!("there is no group {}", row.group));
    }
    if row.ndb_no.len() != 5 || !row.ndb_no.bytes().all(|b| b.is_ascii_digit()) {
        here(format!("{} is no NDB number: five digits", row.ndb_no));
    }
    // The largest that 100 g can hold: fat has 902 kcal, salt 38.8 g of sodium, cream of tartar 16.5 g of potassium.
    for (what, value, most) in [
        ("energy", row.energy_kcal, 905.0),
        ("water", row.water_g, 100.0),
        ("magnesium", row.magnesium_mg, 1000.0),
        ("potassium", row.potassium_mg, 17_000.0),
        ("calcium", row.calcium_mg, 6000.0),
        ("sodium", row.sodium_mg, 40_000.0),
        ("vitamin D", row.vitamin_d_ug, 300.0),
        ("fibre", row.fibre_g, 60.0),
        ("caffeine", row.caffeine_mg, 3500.0),
        ("alcohol", row.alcohol_g, 45.0),
    ] {
        if value.is_some_and(|value| !(0.0..=most).contains(&value)) {
            here(format!("{what} must be from 0 to {most}"));
        }
    }
    let minerals = [
        row.magnesium_mg,
        row.potassium_mg,
        row.calcium_mg,
        row.sodium_mg,
    ];
    let missing: Vec<&str> = KEY_MINERALS
        .into_iter()
        .zip(minerals)
        .filter_map(|(name, value)| value.is_none().then_some(name))
        .collect();
    if missing.join(" ") != row.missing {
        here(format!(
            "“missing” must say “{}”: what has no figure is said aloud",
            missing.join(" ")
        ));
    }
    let contains: Vec<String> = row.contains.split_whitespace().map(str::to_owned).collect();
    for mark in &contains {
        if !CONTAINS.contains(&mark.as_str()) {
            here(format!("there is no mark {mark}"));
        }
    }
    let portions = portions(&row.portions, &mut here);
    Food {
        also: row
            .also
            .split(';')
            .map(str::trim)
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect(),
        per_100_g: [
            row.magnesium_mg,
            row.potassium_mg,
            row.calcium_mg,
            row.sodium_mg,
            row.vitamin_d_ug,
            row.water_g,
            row.fibre_g,
            row.caffeine_mg,
            row.alcohol_g,
            row.energy_kcal,
        ],
        id: row.id,
        name: row.name,
        group: row.group,
        ndb_no: row.ndb_no,
        contains,
        portions,
    }
}

/// `1 medium=118; *1 glass=250`: a star marks our judgement, the others are USDA's.
fn portions(text: &str, here: &mut impl FnMut(String)) -> Vec<Portion> {
    let mut portions = Vec::new();
    for part in text.split(';').map(str::trim) {
        let read = part.rsplit_once('=').and_then(|(name, grams)| {
            let grams: f64 = grams.parse().ok()?;
            Some((name, grams))
        });
        let Some((name, grams)) = read else {
            here(format!("“{part}” is no portion: write it as “1 slice=35”"));
            continue;
        };
        if !(grams > 0.0 && grams <= LARGEST_PORTION) {
            here(format!(
                "a portion of {grams} g: it must be more than 0 and at most {LARGEST_PORTION} g"
            ));
        }
        let plain = name.trim_start_matches('*');
        portions.push(Portion {
            name: plain.to_owned(),
            grams,
            judged: plain.len() < name.len(),
        });
    }
    if portions.len() > MOST_PORTIONS {
        here(format!("more than {MOST_PORTIONS} portions"));
    }
    portions
}

impl Food {
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Everything that is said of it: its names, and those of its portions.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        let portions = self.portions.iter().map(|portion| portion.name.as_str());
        self.english_names().chain(portions)
    }

    fn english_names(&self) -> impl Iterator<Item = &str> {
        self.also.iter().chain([&self.name]).map(String::as_str)
    }

    fn german_names<'g>(&self, german: &'g German) -> impl Iterator<Item = &'g str> {
        self.english_names().filter_map(|name| german.get(name))
    }
}

/// Folded names and other names, in English and German, with the place of the food, sorted.
pub(crate) fn names(foods: &[Food], german: &German) -> BTreeSet<(String, usize)> {
    of_each(foods, german, |name| vec![fold(name)])
}

/// Every word of a name or another name with the place of the food, sorted; of a German compound also its last part, which
/// says what the thing is: “Brot” finds “Roggenbrot”.
pub(crate) fn name_words(foods: &[Food], german: &German) -> BTreeSet<(String, usize)> {
    let mut found = of_each(foods, german, |name| {
        words(&fold(name)).map(str::to_owned).collect()
    });
    let nouns: BTreeSet<String> = foods
        .iter()
        .flat_map(|food| food.german_names(german))
        .flat_map(nouns)
        .collect();
    for (place, food) in foods.iter().enumerate() {
        let compounds = food.german_names(german).flat_map(self::nouns);
        found.extend(compounds.filter_map(|word| Some((last_part(&word, &nouns)?, place))));
    }
    found
}

/// The folded nouns of a German name: the words with a capital.
fn nouns(name: &str) -> Vec<String> {
    words(name)
        .filter(|word| word.starts_with(char::is_uppercase))
        .map(fold)
        .collect()
}

/// The longest noun that a longer one ends with. Shorter parts are chance: “Reis” is no “Eis”.
fn last_part(word: &str, nouns: &BTreeSet<String>) -> Option<String> {
    const SHORTEST: usize = 3;
    let starts = word.char_indices().map(|(at, _)| at).skip(SHORTEST);
    let parts = starts.filter_map(|at| word.get(at..));
    parts
        .filter(|part| part.chars().count() >= SHORTEST)
        .find(|part| nouns.contains(*part))
        .map(str::to_owned)
}

fn of_each(
    foods: &[Food],
    german: &German,
    keys: impl Fn(&str) -> Vec<String>,
) -> BTreeSet<(String, usize)> {
    let mut found = BTreeSet::new();
    for (place, food) in foods.iter().enumerate() {
        for name in food.english_names().chain(food.german_names(german)) {
            found.extend(keys(name).into_iter().map(|key| (key, place)));
        }
    }
    found
}

/// Ids in ascending order with their places.
pub(crate) fn ids(foods: &[Food]) -> impl Iterator<Item = &String> {
    foods.iter().map(|food| &food.id)
}

impl Code for Food {
    fn code(&self) -> String {
        let marks: Vec<String> = self
            .contains
            .iter()
            .filter(|mark| *mark != "mixed")
            .map(|mark| contains(mark))
            .collect();
        let fields = fields!(self; id, name, also, ndb_no, portions);
        format!(
            "Food {{ {fields}, group: FoodGroup::{}, per_100_g: Composition({:?}), contains: &[{}], mixed: {} }}",
            variant(&self.group),
            self.per_100_g,
            marks.join(", "),
            self.contains.iter().any(|mark| mark == "mixed"),
        )
    }
}

impl Code for Portion {
    fn code(&self) -> String {
        format!("Portion {{ {} }}", fields!(self; name, grams, judged))
    }
}

/// Whether something is a mark of what a food contains.
pub(crate) fn is_mark(mark: &str) -> bool {
    mark != "mixed" && CONTAINS.contains(&mark)
}

/// A mark as a Rust expression.
pub(crate) fn contains(mark: &str) -> String {
    format!("Contains::{}", variant(mark))
}

/// `nut-seed` as the name of a variant: `NutSeed`.
fn variant(id: &str) -> String {
    id.split('-')
        .flat_map(|word| {
            let (first, rest) = word.split_at(word.len().min(1));
            [first.to_uppercase(), rest.to_owned()]
        })
        .collect()
}
