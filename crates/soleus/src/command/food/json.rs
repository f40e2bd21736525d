//! Foods, intakes and menus as `--json` shows them.

use std::collections::BTreeMap;

use insight::intake::{FoodSource, Intake, LarderFood, Menu, Target, no_trial, words};
use knowledge::Nutrient;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct FoodJson {
    id: String,
    name: String,
    also: &'static [&'static str],
    /// Number in USDA's SR28; null for an imported food.
    ndb_no: Option<&'static str>,
    /// Number in USDA's FoodData Central; null for a food of the table.
    fdc_id: Option<u32>,
    /// In mg, µg, g or kcal, as the key says; `null` is not known.
    per_100_g: BTreeMap<String, Option<f64>>,
    portions: Vec<PortionJson>,
}

#[derive(Serialize)]
struct PortionJson {
    name: String,
    grams: f64,
    /// Our judgement, not USDA's weight.
    judged: bool,
}

pub(super) fn food(food: &LarderFood) -> FoodJson {
    let carried = knowledge::food(&food.id);
    let (ndb_no, fdc_id) = match food.source {
        FoodSource::Table(number) => (Some(number), None),
        FoodSource::Imported(number) => (None, Some(number)),
    };
    let is_judged = |name: &str| {
        carried.is_some_and(|carried| {
            carried
                .portions
                .iter()
                .any(|portion| portion.name == name && portion.judged)
        })
    };
    FoodJson {
        id: food.id.clone(),
        name: food.name.clone(),
        also: carried.map_or(&[], |carried| carried.also),
        ndb_no,
        fdc_id,
        per_100_g: Nutrient::ALL
            .into_iter()
            .map(|nutrient| (key(nutrient), food.per_100_g.get(nutrient)))
            .collect(),
        portions: food
            .portions
            .iter()
            .map(|portion| PortionJson {
                name: portion.name.clone(),
                grams: portion.grams,
                judged: is_judged(&portion.name),
            })
            .collect(),
    }
}

/// `vitamin_d_ug`, `magnesium_mg`.
fn key(nutrient: Nutrient) -> String {
    let unit = match nutrient.unit() {
        "µg" => "ug",
        unit => unit,
    };
    format!("{}_{unit}", nutrient.id().replace('-', "_"))
}

/// What `--json` answers to something told.
#[derive(Serialize)]
pub(super) struct Told {
    pub(super) id: String,
    pub(super) told: String,
}

#[derive(Serialize)]
pub(super) struct IntakeJson {
    basis: String,
    whole_days: usize,
    entries_today: usize,
    nutrients: Vec<LineJson>,
}

#[derive(Serialize)]
struct LineJson {
    nutrient: &'static str,
    unit: &'static str,
    /// Food and tablets together.
    mean: f64,
    low: f64,
    high: f64,
    /// What tablets bring of it.
    from_tablets: f64,
    at_least: bool,
    /// Entries without a figure.
    unknown: usize,
    /// What is needed; of a limit, what not to pass.
    needed: Option<f64>,
    /// `RDA`, `AI` or `LIMIT`.
    kind: Option<&'static str>,
    authority: Option<&'static str>,
    source: Option<&'static str>,
    /// Why there is no figure, where one could be expected.
    why_not: Option<String>,
}

pub(super) fn intake(intake: &Intake) -> IntakeJson {
    IntakeJson {
        basis: words::basis(intake).to_string(),
        whole_days: intake.whole_days,
        entries_today: intake.today.entries,
        nutrients: intake
            .lines
            .iter()
            .map(|line| {
                let (low, high) = line.interval();
                let reference = match line.target {
                    Target::Known(reference) => Some(reference),
                    _ => None,
                };
                LineJson {
                    nutrient: line.amount.nutrient.id(),
                    unit: line.amount.nutrient.unit(),
                    mean: line.whole().mean,
                    low,
                    high,
                    from_tablets: line.tablets.amount,
                    at_least: line.at_least,
                    unknown: line.amount.unknown,
                    needed: reference.map(|reference| reference.amount),
                    kind: reference.map(|reference| reference.kind),
                    authority: reference.map(|reference| reference.authority),
                    source: reference.map(|reference| reference.source_url),
                    why_not: words::no_target(&line.target).map(|why| why.to_string()),
                }
            })
            .collect(),
    }
}

#[derive(Serialize)]
pub(super) struct MenuJson {
    /// Why nothing is offered.
    silent: Option<String>,
    asks: Vec<String>,
    picks: Vec<PickJson>,
    gaps: Vec<String>,
    left_alone: Vec<String>,
    warnings: Vec<&'static str>,
    note: String,
}

#[derive(Serialize)]
struct PickJson {
    food: &'static str,
    portion: &'static str,
    grams: f64,
    count: u32,
}

pub(super) fn menu(menu: &Menu) -> MenuJson {
    let mut json = MenuJson {
        silent: None,
        asks: Vec::new(),
        picks: Vec::new(),
        gaps: Vec::new(),
        left_alone: Vec::new(),
        warnings: Vec::new(),
        note: no_trial().to_string(),
    };
    match menu {
        Menu::Silent { why, asks } => {
            json.silent = Some(why.to_string());
            json.asks = asks
                .iter()
                .map(|ask| words::ask(*ask).to_string())
                .collect();
        }
        Menu::Offered {
            picks,
            gaps,
            left_alone,
            warnings,
        } => {
            json.picks = picks
                .iter()
                .map(|pick| PickJson {
                    food: pick.food.id,
                    portion: pick.portion.name,
                    grams: pick.portion.grams,
                    count: pick.count,
                })
                .collect();
            json.gaps = gaps.iter().map(|gap| words::gap(gap).to_string()).collect();
            json.left_alone = left_alone
                .iter()
                .map(|one| words::left_alone(one).to_string())
                .collect();
            json.warnings = warnings.iter().map(|warning| warning.message).collect();
        }
    }
    json
}
