//! Factors of the background: what the person has, takes or is; whether it changed during the diary.

use diary::entry::{Hemisphere, Sex};
use diary::person::{Step, held_on};
use diary::{NightId, Person};
use jiff::civil::Date;
use knowledge::{Derivation, Factor, Learned};

use crate::facts::{Facts, wider};
use crate::pregnancy;

/// Middle of the summer in the north, as a day of the year (15 July), and half a year later in the south.
pub(crate) const NORTHERN_PEAK_DAY: f64 = 196.0;
/// Length of a year in days.
pub(crate) const YEAR_DAYS: f64 = 365.25;

/// How much of a background factor the person has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Presence {
    /// Whether the person has it now; `None` when unknown.
    pub present: Option<bool>,
    /// Units above the factor's reference; meaningful when it is present.
    pub amount: f64,
}

impl Presence {
    fn yes_no(present: Option<bool>) -> Self {
        Self {
            present,
            amount: 1.0,
        }
    }

    fn above(amount: Option<f64>) -> Self {
        Self {
            present: amount.map(|amount| amount > 0.0),
            amount: amount.unwrap_or(0.0).max(0.0),
        }
    }
}

/// Whether the person has a background factor on a day; unknown for factors that are asked in the check-in.
#[must_use]
pub fn presence(factor: &Factor, person: &Person, facts: &Facts, today: Date) -> Presence {
    match factor.learned {
        Learned::Asked(_) => Presence::yes_no(None),
        Learned::Condition(id) => Presence::yes_no(facts.condition(id)),
        Learned::Medicines(classes) => {
            let each: Vec<Option<bool>> =
                classes.iter().map(|class| facts.medicine(class)).collect();
            Presence::yes_no(if each.contains(&Some(true)) {
                Some(true)
            } else if each.contains(&None) {
                None
            } else {
                Some(false)
            })
        }
        Learned::Derived(Derivation::Age) => Presence::above(
            facts
                .age()
                .map(|age| (f64::from(age) - 40.0) / 10.0 - factor.reference),
        ),
        Learned::Derived(Derivation::Sex) => {
            Presence::yes_no(person.sex.map(|sex| sex == Sex::Female))
        }
        Learned::Derived(Derivation::BodyMassIndex) => Presence::above(
            body_mass_index(person).map(|bmi| (bmi - 25.0) / 5.0 - factor.reference),
        ),
        Learned::Derived(Derivation::Pregnancy) => {
            Presence::yes_no(pregnancy::late_now(person, facts, today))
        }
        Learned::Derived(Derivation::Season) => {
            Presence::yes_no(person.hemisphere.map(|half| near_summer(half, today)))
        }
        // It changes from night to night: the nights say.
        Learned::Derived(Derivation::Cycle) => Presence::yes_no(None),
    }
}

/// Body mass index in kg/m2.
pub(crate) fn body_mass_index(person: &Person) -> Option<f64> {
    let metres = person.height_cm? / 100.0;
    let kilograms = person.weight_kg?;
    (metres > 0.0).then(|| kilograms / (metres * metres))
}

/// Within a month and a half of midsummer.
fn near_summer(half: Hemisphere, today: Date) -> bool {
    let peak = peak_day(half);
    let distance = (f64::from(today.day_of_year()) - peak).rem_euclid(YEAR_DAYS);
    distance.min(YEAR_DAYS - distance) <= 45.0
}

/// Day of the year in the middle of the summer.
pub(crate) fn peak_day(half: Hemisphere) -> f64 {
    match half {
        Hemisphere::North => NORTHERN_PEAK_DAY,
        Hemisphere::South => (NORTHERN_PEAK_DAY + YEAR_DAYS / 2.0) % YEAR_DAYS,
    }
}

/// The factor's value on each of the days, when it began or ended among them; `None` when it did not change.
pub(crate) fn step_values(
    factor: &Factor,
    person: &Person,
    days: &[NightId],
) -> Option<Vec<Option<f64>>> {
    if factor.learned == Learned::Derived(Derivation::Pregnancy) {
        if !pregnancy::is_dated(person) {
            return None;
        }
        let values: Vec<Option<f64>> = days
            .iter()
            .map(|day| pregnancy::late_on(person, day.evening()))
            .map(|late| late.map(|late| f64::from(u8::from(late))))
            .collect();
        return changed(values);
    }
    let histories = histories(factor, person);
    // Most factors never changed: do not look at every day of a long diary for them.
    if histories
        .iter()
        .all(|steps| steps.iter().all(|step| step.since.is_none()))
    {
        return None;
    }
    let values: Vec<Option<f64>> = days
        .iter()
        .map(|day| on_day(&histories, day.evening()))
        .collect();
    changed(values)
}

/// The values, when there are days with and days without.
fn changed(values: Vec<Option<f64>>) -> Option<Vec<Option<f64>>> {
    let seen = |value: f64| values.contains(&Some(value));
    (seen(0.0) && seen(1.0)).then_some(values)
}

/// Yes as soon as one of them holds; no only when all that were ever told about do not.
fn on_day(histories: &[&[Step]], day: Date) -> Option<f64> {
    let each: Vec<Option<bool>> = histories.iter().map(|steps| held_on(steps, day)).collect();
    if each.contains(&Some(true)) {
        Some(1.0)
    } else if each.contains(&None) {
        None
    } else {
        Some(0.0)
    }
}

/// What was told over time about everything that makes up the factor.
fn histories<'a>(factor: &Factor, person: &'a Person) -> Vec<&'a [Step]> {
    match factor.learned {
        Learned::Condition(wanted) => person
            .conditions
            .iter()
            .filter(|(id, _)| id.as_str() == wanted || wider(id.as_str()).contains(wanted))
            .map(|(_, steps)| steps.as_slice())
            .collect(),
        Learned::Medicines(classes) => person
            .medicines
            .iter()
            .filter(|(id, _)| {
                knowledge::medicine(id.as_str()).is_some_and(|medicine| {
                    classes
                        .iter()
                        .any(|class| knowledge::takes(medicine, class))
                })
            })
            .map(|(_, course)| course.steps.as_slice())
            .collect(),
        Learned::Asked(_) | Learned::Derived(_) => Vec::new(),
    }
}
