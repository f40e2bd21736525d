//! A month of nights as a calendar, and what was told about the person in it.

use diary::entry::{Body, Fact, Hemisphere, Sex};
use diary::{Log, Night, NightId, Outcome};
use jiff::civil::Date;
use jiff::{Span, ToSpan};

use crate::say::Markup;
use crate::words;

/// One day of the calendar.
pub(crate) struct Cell {
    pub(crate) day: i8,
    /// The night that began in the evening of this day, when it has begun.
    pub(crate) night: Option<NightId>,
    /// What it brought, for the eye: dots, a dash, or an open ring for no answer.
    pub(crate) mark: String,
    /// The same in words.
    pub(crate) words: String,
    pub(crate) class: &'static str,
}

/// Something told about the person.
pub(crate) struct Told {
    pub(crate) day: String,
    pub(crate) what: Markup,
    pub(crate) address: &'static str,
}

/// A month.
pub(crate) struct Month {
    pub(crate) name: String,
    /// Weeks from Monday; days of other months are empty.
    pub(crate) weeks: Vec<Vec<Option<Cell>>>,
    pub(crate) told: Vec<Told>,
    /// Not before the first night that was told about.
    pub(crate) earlier: Option<String>,
    /// Not beyond the night that has begun.
    pub(crate) later: Option<String>,
}

/// The first day of the month named “2026-05”, else of the month of `tonight`.
pub(crate) fn first_day(named: Option<&str>, tonight: NightId) -> Date {
    let named: Option<Date> = named.and_then(|month| format!("{month}-01").parse().ok());
    // Far away nobody has a diary, and the calendar ends.
    let near = named.filter(|date| (1900..2200).contains(&date.year()));
    near.unwrap_or_else(|| tonight.evening().first_of_month())
}

impl Month {
    pub(crate) fn of(first: Date, nights: &[Night], log: &Log, tonight: NightId) -> Self {
        let mut days: Vec<Option<Cell>> = Vec::new();
        days.resize_with(
            first
                .weekday()
                .to_monday_zero_offset()
                .unsigned_abs()
                .into(),
            || None,
        );
        for day in first
            .series(1.day())
            .take(first.days_in_month().unsigned_abs().into())
        {
            days.push(Some(cell(day, nights, tonight)));
        }
        while !days.len().is_multiple_of(7) {
            days.push(None);
        }
        let mut weeks: Vec<Vec<Option<Cell>>> = Vec::new();
        for (number, day) in days.into_iter().enumerate() {
            if number.is_multiple_of(7) {
                weeks.push(Vec::with_capacity(7));
            }
            if let Some(week) = weeks.last_mut() {
                week.push(day);
            }
        }
        let beside = |span: Span| {
            let month = first.checked_add(span).unwrap_or(first);
            month.strftime("%Y-%m").to_string()
        };
        Self {
            name: words::month_of_year(first),
            weeks,
            told: told(first, log),
            earlier: nights
                .first()
                .is_some_and(|night| night.id.evening() < first)
                .then(|| beside(-1.month())),
            later: (first.last_of_month() < tonight.evening()).then(|| beside(1.month())),
        }
    }
}

fn cell(day: Date, nights: &[Night], tonight: NightId) -> Cell {
    let id = NightId::of_evening(day);
    let night = nights.binary_search_by(|night| night.id.cmp(&id)).ok();
    let night = night.and_then(|at| nights.get(at));
    let outcome = night.map_or(Outcome::Missing, |night| night.outcome);
    let begun = id <= tonight;
    let (mark, class) = match outcome {
        _ if !begun => (String::new(), ""),
        Outcome::Missing => ("○".to_owned(), "open"),
        Outcome::Exactly(0) => ("–".to_owned(), "calm"),
        Outcome::Exactly(count) | Outcome::AtLeast(count) if count <= 3 => {
            ("●".repeat(count as usize), "cramps")
        }
        Outcome::Exactly(count) | Outcome::AtLeast(count) => (format!("● {count}"), "cramps"),
    };
    Cell {
        day: day.day(),
        night: begun.then_some(id),
        mark,
        words: format!("{}: {}", words::day(day), words::outcome(outcome)),
        class,
    }
}

/// What was told about the person in the month, the newest first.
fn told(first: Date, log: &Log) -> Vec<Told> {
    let month = first..=first.last_of_month();
    let mut all: Vec<Told> = log
        .around(&month)
        .iter()
        .filter(|told| month.contains(&told.moment.local().date()))
        .filter_map(|told| match &told.body {
            Body::Fact(fact) => {
                let (what, address) = described(fact);
                Some(Told {
                    day: words::day(told.moment.local().date()),
                    what,
                    address,
                })
            }
            _ => None,
        })
        .collect();
    all.reverse();
    all
}

/// A fact in words, and where it can be changed.
fn described(fact: &Fact) -> (Markup, &'static str) {
    let yes = |yes: bool| crate::word(if yes { "yes" } else { "no" });
    match fact {
        Fact::BirthYear { year } => (
            crate::say("told-birth-year")
                .with("year", year.to_string())
                .into(),
            "/profile",
        ),
        Fact::Sex { sex } => {
            let sex = match sex {
                Sex::Female => crate::word("told-female"),
                Sex::Male => crate::word("told-male"),
            };
            (crate::say("told-sex").with("sex", sex).into(), "/profile")
        }
        Fact::Height { centimetres } => (
            crate::say("told-height")
                .with("height", words::number(centimetres.get()))
                .into(),
            "/profile",
        ),
        Fact::Weight { kilograms } => (
            crate::say("told-weight")
                .with("weight", words::number(kilograms.get()))
                .into(),
            "/profile",
        ),
        Fact::Hemisphere { hemisphere } => {
            let half = match hemisphere {
                Hemisphere::North => crate::word("told-north"),
                Hemisphere::South => crate::word("told-south"),
            };
            (
                crate::say("told-half").with("half", half).into(),
                "/profile",
            )
        }
        Fact::Bedtime { at } => (
            crate::say("told-bedtime")
                .with("time", at.strftime("%H:%M").to_string())
                .into(),
            "/profile",
        ),
        Fact::Rising { at } => (
            crate::say("told-rising")
                .with("time", at.strftime("%H:%M").to_string())
                .into(),
            "/profile",
        ),
        Fact::Allergies { to } => {
            let names: Vec<&str> = to.iter().map(diary::Id::as_str).collect();
            let names = if names.is_empty() {
                crate::word("told-no-allergy").to_owned()
            } else {
                names.join(", ")
            };
            (
                crate::say("told-allergies").with("names", names).into(),
                "/food",
            )
        }
        Fact::Diet { diet } => (
            crate::say("told-diet")
                .with("diet", diet.to_string())
                .into(),
            "/food",
        ),
        Fact::Liking { food, likes } => (
            crate::say("told-liking")
                .with(
                    "food",
                    crate::english(insight::intake::food_name(food.as_str())).capital(),
                )
                .with("answer", yes(*likes))
                .into(),
            "/food",
        ),
        Fact::Pregnancy { pregnant, .. } => (
            crate::say("told-pregnant")
                .with("answer", yes(*pregnant))
                .into(),
            "/profile",
        ),
        Fact::Condition {
            condition, present, ..
        } => {
            let known = knowledge::conditions()
                .iter()
                .find(|one| one.id == condition.as_str());
            let name = known.map_or(condition.as_str(), |one| one.name);
            let answer = Markup::of(yes(*present));
            (
                Markup::pair(crate::english(name), answer),
                "/profile/conditions",
            )
        }
        Fact::Medicine {
            medicine, taking, ..
        } => {
            let name = words::medicine(medicine.as_str());
            let key = if *taking {
                "told-takes"
            } else {
                "told-stopped"
            };
            (
                crate::say(key).with("name", name).into(),
                "/profile/medicines",
            )
        }
        Fact::Dose { medicine, dose } => {
            let name = words::medicine(medicine.as_str());
            let dose = dose.map_or_else(
                || crate::word("told-dose-unknown").to_owned(),
                |dose| crate::spoken(dose.sentence()).plain(),
            );
            (
                crate::say("told-dose")
                    .with("name", name)
                    .with("dose", dose)
                    .into(),
                "/profile/medicines",
            )
        }
        Fact::MedicinesComplete { complete } => (
            crate::say("told-complete")
                .with("answer", yes(*complete))
                .into(),
            "/profile/medicines",
        ),
        Fact::Flag { flag, present, .. } => {
            let asked = knowledge::flag(flag.as_str()).map_or(flag.as_str(), |flag| flag.ask);
            (
                Markup::sentences(
                    crate::english(asked),
                    Markup::of(words::capital(yes(*present))),
                ),
                "/profile/warning-signs",
            )
        }
        Fact::Questionnaire { questionnaire, .. } => {
            let known = knowledge::instrument(questionnaire.as_str());
            let name = known.map_or(questionnaire.as_str(), |one| one.name);
            (
                crate::say("told-questionnaire")
                    .with("name", crate::english(name))
                    .into(),
                "/questionnaires",
            )
        }
        Fact::Lab {
            test, value, unit, ..
        } => {
            let name = knowledge::lab(test.as_str()).map_or(test.as_str(), |lab| lab.name);
            (
                Markup::pair(
                    crate::english(name),
                    Markup::of(format!("{} {unit}", words::number(value.get()))),
                ),
                "/profile/labs",
            )
        }
    }
}
