//! The amount: the reference intake of the person's sex, pregnancy and weight, and what the day adds.

use diary::entry::Sex;
use diary::{Night, NightId, Person};
use knowledge::{Fluid, FluidKind, Intake, Verified};
use texts::Sentence;

use super::{AfterSweating, Part};
use crate::facts::Facts;
use crate::words;

/// Part of the total water that comes from drinks where a reference does not say: about four fifths, as in its own rows
/// for adults.
const FROM_DRINKS: f64 = 0.8;
/// Weights in kilograms for which the reference is taken as it is (our judgement; the reference names none).
const WEIGHT_FEMALE: f64 = 60.0;
const WEIGHT_MALE: f64 = 70.0;
/// How far the weight moves the reference, either way (our judgement): water need grows less than fat does.
const WEIGHT_MOVES: f64 = 0.15;
/// Millilitres that a day may add in all (our judgement): more belongs to thirst, never to a plan.
const EXTRA_MOST: i32 = 1000;
/// Millilitres that are told at most (our judgement).
const MOST: i32 = 3000;
/// Days back whose answers say what kind of days these are.
const LATELY: i32 = 2;

/// The amount of a day.
pub(super) struct Amount {
    pub(super) millilitres: u32,
    pub(super) parts: Vec<Part>,
    pub(super) other_days: Vec<Part>,
}

/// What the amount rests on.
pub(super) struct Day<'a> {
    pub(super) person: &'a Person,
    pub(super) facts: &'a Facts,
    pub(super) nights: &'a [Night],
    pub(super) today: NightId,
    /// Grams of fibre above the reference intake that the food that was told brings; `None` when not known.
    pub(super) fibre: Option<f64>,
}

pub(super) fn of(day: &Day<'_>, sweating: &AfterSweating) -> Amount {
    let Day {
        person,
        facts,
        nights,
        today,
        fibre,
    } = *day;
    let mut parts: Vec<Part> = base(person, facts).into_iter().collect();
    let reference: i32 = parts.iter().map(|part| part.millilitres).sum();
    parts.extend(weight(person, reference));
    let mut other_days = Vec::new();
    let mut left = EXTRA_MOST;
    for fluid in knowledge::fluids() {
        // Who must not have salty drinks makes up for nothing by a plan.
        if fluid.drink == FluidKind::Salty && matches!(sweating, AfterSweating::AskFirst(_)) {
            continue;
        }
        let eaten = fibre.filter(|_| fluid.per_gram_of_fibre > 0);
        let added = match (eaten, told(fluid, nights, today)) {
            // What was eaten knows better than a yes or a no.
            (Some(grams), _) => Some((
                f64::from(fluid.per_gram_of_fibre) * grams,
                Sentence::of("water-fibre")
                    .with("name", Sentence::known(fluid.name))
                    .with("grams", words::figure(libm::round(grams))),
            )),
            (None, Some((day, units))) if units > 0.0 => Some((
                f64::from(fluid.millilitres) * units,
                as_told(fluid, day, today),
            )),
            _ => None,
        };
        match added {
            Some((millilitres, name)) => {
                let adds = (millilitres.min(f64::from(fluid.most)) as i32).min(left);
                left -= adds;
                if adds > 0 {
                    parts.push(part(fluid, adds, name));
                }
            }
            None => {
                let name = Sentence::known(fluid.name);
                other_days.push(part(fluid, fluid.millilitres as i32, name));
            }
        }
    }
    let sum: i32 = parts.iter().map(|part| part.millilitres).sum();
    let hundreds = (sum.clamp(0, MOST) + 50) / 100;
    Amount {
        millilitres: hundreds.unsigned_abs() * 100,
        parts,
        other_days,
    }
}

/// The European reference: the American one is what healthy people were seen to drink, not what they need.
fn base(person: &Person, facts: &Facts) -> Option<Part> {
    let age = f64::from(facts.age()?);
    let adult = match person.sex {
        Some(Sex::Male) => ("adult", "male", "men"),
        Some(Sex::Female) => ("adult", "female", "women"),
        None => ("adult", "female", "unknown"),
    };
    let stages = [
        (facts.pregnant() == Some(true)).then_some(("pregnancy", "female", "pregnant")),
        (facts.condition("breastfeeding") == Some(true)).then_some((
            "lactation",
            "female",
            "breastfeeding",
        )),
        Some(adult),
    ];
    // Who is beyond the ages of a stage gets the row of age and sex, as the table asks.
    let (row, whose) = stages
        .into_iter()
        .flatten()
        .find_map(|(stage, sex, whose)| Some((row(stage, sex, age)?, whose)))?;
    let litres = row.beverage_part.unwrap_or(row.amount * FROM_DRINKS);
    Some(Part {
        name: Sentence::of("water-usual").choosing("whose", whose),
        millilitres: libm::round(litres * 1000.0) as i32,
        drink: FluidKind::Any,
        reason: Sentence::of("water-reference").with(
            "volume",
            Sentence::litres(libm::round(row.amount * 1000.0) as u32),
        ),
        source_url: row.source_url,
        verified: row.verified,
    })
}

fn row(stage: &str, sex: &str, age: f64) -> Option<&'static Intake> {
    knowledge::intakes().iter().find(|row| {
        row.nutrient == "total-water"
            && row.authority == "EFSA"
            && row.life_stage == stage
            && row.sex == sex
            && row.age_min.is_none_or(|least| age >= least)
            && row.age_max.is_none_or(|most| age < most)
    })
}

/// What a body much lighter or heavier than the reference takes off or adds.
fn weight(person: &Person, reference: i32) -> Option<Part> {
    let usual = match person.sex? {
        Sex::Female => WEIGHT_FEMALE,
        Sex::Male => WEIGHT_MALE,
    };
    let ratio = (person.weight_kg? / usual).clamp(1.0 - WEIGHT_MOVES, 1.0 + WEIGHT_MOVES);
    let adds = libm::round(f64::from(reference) * (ratio - 1.0) / 10.0) as i32 * 10;
    (adds != 0).then(|| Part {
        name: Sentence::of("water-weight"),
        millilitres: adds,
        drink: FluidKind::Any,
        reason: Sentence::of("water-weight-reason"),
        source_url: "",
        verified: Verified::Unverified,
    })
}

fn part(fluid: &Fluid, millilitres: i32, name: Sentence) -> Part {
    Part {
        name,
        millilitres,
        drink: fluid.drink,
        reason: Sentence::known(fluid.reason),
        source_url: fluid.source_url,
        verified: fluid.verified,
    }
}

/// The newest of the last answers about it: its day, and how many times its `per` units above the reference.
fn told(fluid: &Fluid, nights: &[Night], today: NightId) -> Option<(NightId, f64)> {
    let factor = knowledge::factor(fluid.factor)?;
    nights
        .iter()
        .rev()
        .filter(|night| (0..LATELY).contains(&today.days_since(night.id)))
        .find_map(|night| {
            let value = night.exposures.get(fluid.factor)?.answer.value();
            Some((night.id, (value - factor.reference) / factor.per))
        })
}

/// What it is for, and when it was told.
fn as_told(fluid: &Fluid, day: NightId, today: NightId) -> Sentence {
    let name = Sentence::known(fluid.name);
    if day == today {
        Sentence::of("water-today").with("name", name)
    } else {
        Sentence::of("water-yesterday").with("name", name)
    }
}
