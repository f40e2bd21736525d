//! `GET /food`: search and tell food and drink, what was told today, what it brings, and what would fill a gap.

pub(crate) mod quick;
mod taste;
pub(crate) mod tell;

use axum::extract::State;
use axum::response::Response;
use diary::{Body, EntryId, Log};
use insight::Warning;
use insight::intake::{Intake, LarderFood, Menu, no_trial, words as said};
use jiff::civil::Date;
use serde::Deserialize;
use texts::Sentence;

use crate::address::Wishes;
use crate::food::quick::Quick;
use crate::food::taste::Taste;
use crate::form::Mistakes;
use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::say::Markup;
use crate::site::{App, Shared, off_thread};
use crate::words;

/// What was searched for.
#[derive(Default, Deserialize)]
pub(crate) struct Search {
    #[serde(default)]
    name: String,
}

/// Something told today.
pub(crate) struct Eaten {
    pub(crate) id: EntryId,
    pub(crate) at: String,
    pub(crate) what: Markup,
}

/// A nutrient of a day.
struct Row {
    name: Sentence,
    amount: Sentence,
    interval: Sentence,
    need: Sentence,
}

/// What to eat more of.
struct Offer {
    silent: Option<Sentence>,
    asks: Vec<Sentence>,
    picks: Vec<Picked>,
    gaps: Vec<Sentence>,
    left_alone: Vec<Sentence>,
    warnings: Vec<Sentence>,
}

/// A food of the menu.
struct Picked {
    food: &'static str,
    what: Sentence,
}

#[derive(askama::Template)]
#[template(path = "food.html")]
pub(crate) struct Page {
    frame: Frame,
    id: EntryId,
    searched: String,
    found: Vec<LarderFood>,
    /// Nothing was found though something was searched.
    nothing: bool,
    quick: Quick,
    mistakes: Mistakes,
    eaten: Vec<Eaten>,
    basis: Sentence,
    rows: Vec<Row>,
    notes: Vec<Sentence>,
    offer: Offer,
    no_trial: Sentence,
    taste: Taste,
    /// Foods that were imported.
    imported: usize,
}

impl Page {
    /// Whether the person said that there is nothing they must not eat.
    fn has_no_allergies(&self) -> bool {
        self.taste.allergies_told && self.taste.allergens.iter().all(|(_, _, told)| !told)
    }

    /// Whether the amount that was typed for this food cannot be.
    fn is_wrong(&self, food: &LarderFood) -> bool {
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

/// What was told on a day, the newest first.
pub(crate) fn eaten(log: &Log, day: Date) -> Vec<Eaten> {
    let mut eaten: Vec<Eaten> = log
        .around(&(day..=day))
        .iter()
        .filter(|told| told.moment.local().date() == day)
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
    eaten
}

fn page(app: &App, look: &Look, searched: &str, mistakes: Mistakes) -> Result<Page, Problem> {
    let today = app.today();
    let intake = app.desk().intake(today)?;
    let larder = app.desk().larder()?;
    let found = larder.find(searched);
    Ok(Page {
        frame: look.frame(crate::word("food-title"), Tab::Food),
        id: app.fresh_id(),
        nothing: !searched.is_empty() && found.is_empty(),
        searched: searched.to_owned(),
        found,
        quick: quick::of(app, "quick-form")?,
        mistakes,
        eaten: eaten(&*app.desk().log()?, today),
        basis: said::basis(&intake),
        rows: rows(&intake),
        notes: said::notes(&intake),
        offer: offer(&app.desk().menu(&intake, today)?),
        no_trial: no_trial(),
        taste: Taste::of(&*app.desk().person()?),
        imported: larder.imported().len(),
    })
}

fn rows(intake: &Intake) -> Vec<Row> {
    intake
        .lines
        .iter()
        .map(|line| Row {
            name: said::name(line.amount.nutrient),
            amount: said::total(line),
            interval: said::interval(line),
            need: said::need(line),
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
            left_alone: left_alone.iter().map(said::left_alone).collect(),
            warnings: warnings.iter().map(Warning::sentence).collect(),
        },
    }
}
