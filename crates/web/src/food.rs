//! `GET /food`: search and tell food and drink, what was told today, what it brings, and what would fill a gap.

pub(crate) mod tell;

use axum::extract::State;
use axum::response::Response;
use diary::{Body, EntryId};
use insight::intake::{ALLERGENS, Intake, Menu, NO_TRIAL, Target, words as said};
use knowledge::Food;
use serde::Deserialize;

use crate::address::Wishes;
use crate::alarm;
use crate::form::Mistakes;
use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::site::{App, Shared, off_thread};
use crate::words;

/// Drinks that are one tap away.
pub(crate) const QUICK: [&str; 4] = [
    "tap-water",
    "black-tea",
    "coffee-filter",
    "semi-skimmed-milk",
];

/// What was searched for.
#[derive(Default, Deserialize)]
pub(crate) struct Search {
    #[serde(default)]
    name: String,
}

/// Something told today.
struct Eaten {
    id: EntryId,
    at: String,
    what: String,
}

/// A nutrient of a day.
struct Row {
    name: &'static str,
    amount: String,
    interval: String,
    need: String,
}

/// What to eat more of.
struct Offer {
    silent: Option<String>,
    asks: Vec<String>,
    picks: Vec<Picked>,
    gaps: Vec<String>,
    left_alone: Vec<String>,
    warnings: Vec<String>,
}

/// A food of the menu.
struct Picked {
    food: &'static str,
    what: String,
}

#[derive(askama::Template)]
#[template(path = "food.html")]
pub(crate) struct Page {
    frame: Frame,
    id: EntryId,
    searched: String,
    found: Vec<&'static Food>,
    /// Nothing was found though something was searched.
    nothing: bool,
    quick: Vec<&'static Food>,
    mistakes: Mistakes,
    eaten: Vec<Eaten>,
    basis: String,
    rows: Vec<Row>,
    notes: Vec<String>,
    offer: Offer,
    no_trial: &'static str,
    /// Every allergen with whether it was told; nothing was told yet when `None`.
    allergens: Vec<(&'static str, &'static str, bool)>,
    allergies_told: bool,
}

impl Page {
    /// Whether the amount that was typed for this food cannot be.
    fn is_wrong(&self, food: &Food) -> bool {
        self.mistakes.of(&format!("grams-{}", food.id)).is_some()
    }
}

/// `GET /food`
pub(crate) async fn get(
    State(app): State<Shared>,
    Wishes(search): Wishes<Search>,
    look: Look,
) -> Result<Response, Problem> {
    let page = off_thread(&app, move |app| {
        page(app, &look, &search.name, Mistakes::default())
    })
    .await?;
    Ok(render(&page))
}

/// Foods one tap away.
pub(crate) fn quick() -> Vec<&'static Food> {
    QUICK.iter().filter_map(|id| knowledge::food(id)).collect()
}

fn page(app: &App, look: &Look, searched: &str, mistakes: Mistakes) -> Result<Page, Problem> {
    let today = app.today();
    let intake = app.desk().intake(today)?;
    let person = app.desk().person()?;
    let found = knowledge::find_food(searched);
    let log = app.desk().log()?;
    let mut eaten: Vec<Eaten> = log
        .told()
        .iter()
        .filter(|told| told.moment.local().date() == today)
        .filter_map(|told| match &told.body {
            Body::Food(food) => Some(Eaten {
                id: told.id,
                at: words::clock(&told.moment),
                what: words::food(food),
            }),
            _ => None,
        })
        .collect();
    eaten.reverse();
    Ok(Page {
        frame: look
            .frame("Food and drink", Tab::None)
            .with_alarms(alarm::now(app)?),
        id: app.fresh_id(),
        nothing: !searched.is_empty() && found.is_empty(),
        searched: searched.to_owned(),
        found,
        quick: quick(),
        mistakes,
        eaten,
        basis: said::basis(&intake),
        rows: rows(&intake),
        notes: said::notes(&intake),
        offer: offer(&app.desk().menu(&intake, today)?),
        no_trial: NO_TRIAL,
        allergens: ALLERGENS
            .iter()
            .map(|(id, name, _)| {
                let told = person
                    .allergies
                    .as_ref()
                    .is_some_and(|all| all.contains(*id));
                (*id, *name, told)
            })
            .collect(),
        allergies_told: person.allergies.is_some(),
    })
}

fn rows(intake: &Intake) -> Vec<Row> {
    intake
        .lines
        .iter()
        .map(|line| {
            let unit = line.amount.nutrient.unit();
            let least = if line.at_least { "at least " } else { "" };
            Row {
                name: line.amount.nutrient.name(),
                amount: format!("{least}{} {unit}", said::amount(line.amount.estimate.mean)),
                interval: said::interval(line),
                need: match line.target {
                    Target::Known(reference) => {
                        format!("{} {unit}", said::amount(reference.amount))
                    }
                    _ => said::no_target(&line.target).unwrap_or_default(),
                },
            }
        })
        .collect()
}

fn offer(menu: &Menu) -> Offer {
    match menu {
        Menu::Silent { why, asks } => Offer {
            silent: Some(why.clone()),
            asks: asks.iter().map(|ask| said::ask(*ask)).collect(),
            picks: Vec::new(),
            gaps: Vec::new(),
            left_alone: Vec::new(),
            warnings: Vec::new(),
        },
        Menu::Offered {
            picks,
            gaps,
            left_alone,
            warnings,
        } => Offer {
            silent: None,
            asks: Vec::new(),
            picks: picks
                .iter()
                .map(|pick| Picked {
                    food: pick.food.id,
                    what: said::pick(pick),
                })
                .collect(),
            gaps: gaps.iter().map(said::gap).collect(),
            left_alone: left_alone
                .iter()
                .map(|one| format!("{}: {}", one.nutrient.name(), one.why))
                .collect(),
            warnings: warnings.iter().map(said::warning).collect(),
        },
    }
}
