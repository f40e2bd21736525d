//! The screens: what is asked, in groups that a tired person can take in at a glance.

use desk::Reading;
use insight::intake::Menu;
use insight::{Missing, Water};

use crate::problem::Problem;
use crate::site::App;

pub(super) const BIRTH: &str = "birth";
pub(super) const PREGNANCY: &str = "pregnancy";
pub(super) const MEDICINES: &str = "medicines";
/// Boxes on one screen: more are not read.
const MOST_BOXES: usize = 8;

/// One screen.
pub(super) struct Screen {
    /// In the form and the address.
    pub(super) id: &'static str,
    pub(super) kind: Kind,
    /// What waits for the answer.
    pub(super) waiting: Vec<&'static str>,
}

/// What a screen asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Birth,
    Pregnancy,
    /// The names on the list so far.
    Medicines(Vec<String>),
    /// Boxes to tick: id and words.
    Signs(Vec<(&'static str, &'static str)>),
    Conditions(Vec<(&'static str, &'static str)>),
}

/// All screens, the quickest and most deciding first: only those that what is about to be advised waits for, the plan, the drinks or
/// the menu.
pub(super) fn all(app: &App, reading: &Reading, about: &str) -> Result<Vec<Screen>, Problem> {
    let missing = match (about, &reading.plan.water) {
        ("food", _) => of_food(app)?,
        ("water", Some(Water::Asks(missing))) => missing.clone(),
        ("water", _) => Vec::new(),
        _ => reading.plan.missing.clone(),
    };
    let medicines: Vec<String> = reading
        .person
        .taking()
        .map(|(id, _)| {
            knowledge::medicine(id.as_str())
                .map_or_else(|| id.to_string(), |medicine| medicine.name.to_owned())
        })
        .collect();
    Ok(screens(&missing, &medicines))
}

fn of_food(app: &App) -> Result<Vec<Missing>, Problem> {
    let today = app.today();
    let intake = app.desk().intake(today)?;
    Ok(match app.desk().menu(&intake, today)? {
        Menu::Silent { asks, .. } => insight::asks_about(&asks),
        Menu::Offered { .. } => Vec::new(),
    })
}

fn screens(missing: &[Missing], medicines: &[String]) -> Vec<Screen> {
    let mut signs: Vec<&'static str> = Vec::new();
    let mut conditions: Vec<&'static str> = Vec::new();
    let mut single: Vec<&'static str> = Vec::new();
    let mut waiting: Vec<&'static str> = Vec::new();
    for one in missing {
        for remedy in &one.waiting {
            if !waiting.contains(&remedy.name) {
                waiting.push(remedy.name);
            }
        }
        for &id in &one.asks {
            let list = if knowledge::flag(id).is_some() {
                &mut signs
            } else if knowledge::condition(id).is_some() {
                &mut conditions
            } else {
                &mut single
            };
            if !list.contains(&id) {
                list.push(id);
            }
        }
    }
    let mut kinds: Vec<(&'static str, Kind)> = Vec::new();
    for (asked, id, kind) in [
        ("birth-year", BIRTH, Kind::Birth),
        ("pregnancy", PREGNANCY, Kind::Pregnancy),
        ("medicines", MEDICINES, Kind::Medicines(medicines.to_vec())),
    ] {
        if single.contains(&asked) {
            kinds.push((id, kind));
        }
    }
    let named = |id: &&'static str| knowledge::flag(id).map(|flag| (flag.id, flag.ask));
    for chunk in even(&signs) {
        let boxes: Vec<_> = chunk.iter().filter_map(named).collect();
        kinds.extend(
            boxes
                .first()
                .map(|(id, _)| (*id, Kind::Signs(boxes.clone()))),
        );
    }
    let named = |id: &&'static str| knowledge::condition(id).map(|one| (one.id, one.name));
    for chunk in even(&conditions) {
        let boxes: Vec<_> = chunk.iter().filter_map(named).collect();
        kinds.extend(
            boxes
                .first()
                .map(|(id, _)| (*id, Kind::Conditions(boxes.clone()))),
        );
    }
    kinds
        .into_iter()
        .map(|(id, kind)| Screen {
            id,
            kind,
            waiting: waiting.clone(),
        })
        .collect()
}

/// In groups of about the same size, none above [`MOST_BOXES`].
fn even<'i>(ids: &'i [&'static str]) -> impl Iterator<Item = &'i [&'static str]> {
    let groups = ids.len().div_ceil(MOST_BOXES).max(1);
    ids.chunks(ids.len().div_ceil(groups).max(1))
}
