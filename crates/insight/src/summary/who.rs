//! The person, as far as they told.

use diary::entry::Sex;
use diary::{NightId, Person};
use jiff::civil::Date;

use crate::background::body_mass_index;
use crate::facts::Facts;

/// The person; `None` is not known.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Who {
    pub birth_year: Option<i16>,
    /// Year of the summary minus year of birth.
    pub age: Option<u32>,
    /// Only the year of birth is known, and it leaves room for an age under 18.
    pub may_be_minor: bool,
    pub sex: Option<Sex>,
    pub height_cm: Option<f64>,
    pub weight_kg: Option<f64>,
    /// In kg/m2.
    pub body_mass_index: Option<f64>,
    pub pregnant: Option<bool>,
    /// Expected date of birth of the child, when pregnant.
    pub due: Option<Date>,
    /// Conditions the person told of, by name.
    pub conditions: Vec<Condition>,
    /// Conditions of which nobody was asked or told.
    pub conditions_unasked: usize,
}

/// A condition the person has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// Its id.
    pub id: String,
    /// Its name, or its id when the knowledge has none of that id.
    pub name: String,
    /// First day, if it was told.
    pub since: Option<Date>,
}

pub(super) fn of(person: &Person, facts: &Facts, today: NightId) -> Who {
    let mut conditions: Vec<Condition> = person
        .conditions
        .iter()
        .filter_map(|(id, steps)| {
            let last = steps.last().filter(|step| step.present)?;
            Some(Condition {
                id: id.as_str().to_owned(),
                name: knowledge::condition(id.as_str())
                    .map_or(id.as_str(), |condition| condition.name)
                    .to_owned(),
                since: last.since,
            })
        })
        .collect();
    conditions.sort_by(|a, b| a.name.cmp(&b.name));
    let pregnant = person.pregnant_on(today.evening());
    Who {
        birth_year: person.birth_year,
        age: person.age_on(today.evening()),
        may_be_minor: facts.may_be_minor(),
        sex: person.sex,
        height_cm: person.height_cm,
        weight_kg: person.weight_kg,
        body_mass_index: body_mass_index(person),
        pregnant,
        due: person
            .pregnancy
            .as_ref()
            .filter(|_| pregnant == Some(true))
            .and_then(|pregnancy| pregnancy.due),
        conditions,
        conditions_unasked: knowledge::conditions()
            .iter()
            .filter(|condition| facts.condition(condition.id).is_none())
            .count(),
    }
}
