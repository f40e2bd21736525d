//! How much of a medicine is taken, as a form asks it and reads it.

use diary::dose::{Dose, DoseUnit, Period, Times};
use diary::{Fact, Id, Person};

use crate::form::{Fields, Mistakes};
use crate::words;

/// The fields of the form, as they are filled in.
pub(super) struct Form {
    pub(super) amount: String,
    /// Each with whether it is chosen.
    pub(super) units: Vec<(DoseUnit, bool)>,
    pub(super) times: String,
    pub(super) periods: Vec<(Period, bool)>,
    /// Whether it is counted with food.
    pub(super) counted: bool,
}

impl Form {
    /// The form for a medicine, filled in with what is known.
    pub(super) fn of(person: &Person, medicine: &str) -> Self {
        let known = person.doses.get(medicine);
        let usual = if medicine.ends_with("calciferol") {
            DoseUnit::Iu
        } else {
            DoseUnit::Mg
        };
        let unit = known.map_or(usual, |dose| dose.unit);
        let each = known.map_or(Period::Day, |dose| dose.each);
        Self {
            amount: known.map_or_else(String::new, |dose| words::number(dose.amount.get())),
            units: DoseUnit::ALL.map(|one| (one, one == unit)).to_vec(),
            times: known.map_or(1, |dose| dose.times.get()).to_string(),
            periods: Period::ALL.map(|one| (one, one == each)).to_vec(),
            counted: insight::intake::is_counted(medicine),
        }
    }
}

impl Form {
    /// The same form with what was sent, to be corrected or confirmed.
    pub(super) fn sent(self, fields: &Fields) -> Self {
        let (unit, each) = (fields.get("unit"), fields.get("each"));
        Self {
            amount: fields.get("amount").to_owned(),
            units: DoseUnit::ALL
                .map(|one| (one, one.symbol() == unit))
                .to_vec(),
            times: fields.get("times").to_owned(),
            periods: Period::ALL.map(|one| (one, one.name() == each)).to_vec(),
            ..self
        }
    }
}

/// The dose that was sent; an empty amount makes it unknown.
pub(super) fn read(fields: &Fields, medicine: Id, mistakes: &mut Mistakes) -> Option<Fact> {
    let Some(amount) = mistakes.take("dose", fields.amount("amount")) else {
        let dose = None;
        return mistakes.is_empty().then_some(Fact::Dose { medicine, dose });
    };
    let Some(unit) = DoseUnit::named(fields.get("unit")) else {
        mistakes.add("dose", crate::word("dose-unit-wrong"));
        return None;
    };
    let times = match fields.whole("times") {
        Ok(times) => {
            Times::new(times.unwrap_or(1)).map_err(|bad| crate::spoken(bad.sentence()).plain())
        }
        Err(sentence) => Err(sentence),
    };
    let times = mistakes.take("dose", times.map(Some))?;
    Some(Fact::Dose {
        medicine,
        dose: Some(Dose {
            amount,
            unit,
            times,
            each: Period::named(fields.get("each")).unwrap_or(Period::Day),
        }),
    })
}
