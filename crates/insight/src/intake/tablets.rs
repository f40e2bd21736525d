//! What medicines and supplements bring of the nutrients that food is counted for.

use diary::Person;
use diary::dose::DoseUnit;
use knowledge::Nutrient;

/// Medicines whose dose is the amount of a nutrient itself. Those of a salt are not here: on some boxes the figure is the salt's,
/// on others the mineral's, and 400 mg of one magnesium salt hold four times as much as of another.
const COUNTED: [(&str, Nutrient); 4] = [
    ("magnesium", Nutrient::Magnesium),
    ("calcium", Nutrient::Calcium),
    ("colecalciferol", Nutrient::VitaminD),
    ("ergocalciferol", Nutrient::VitaminD),
];

/// The classes of medicines that bring a nutrient, counted or not.
const CLASSES: [(Nutrient, &[&str]); 4] = [
    (Nutrient::Magnesium, &["magnesium-containing"]),
    (Nutrient::Potassium, &["potassium-supplement"]),
    (Nutrient::Calcium, &["calcium-supplement"]),
    (Nutrient::VitaminD, &["vitamin-d", "vitamin-d-analogue"]),
];

/// International units of vitamin D in a microgram.
const UNITS_IN_A_MICROGRAM: f64 = 40.0;

/// What tablets bring of a nutrient in a day.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tablets {
    /// As far as it can be counted, in the nutrient's unit.
    pub amount: f64,
    /// Medicines that bring it and cannot be counted: no dose was told, or it is that of a salt or a mixture.
    pub not_counted: usize,
}

/// The classes of tablets that bring a nutrient.
pub(super) fn classes(nutrient: Nutrient) -> &'static [&'static str] {
    CLASSES
        .iter()
        .find(|(of, _)| *of == nutrient)
        .map_or(&[], |(_, classes)| *classes)
}

/// Whether the dose of this medicine can be counted as food is.
#[must_use]
pub fn is_counted(medicine: &str) -> bool {
    COUNTED.iter().any(|(id, _)| *id == medicine)
}

/// What all that is taken now brings of a nutrient.
#[must_use]
pub fn tablets(person: &Person, nutrient: Nutrient) -> Tablets {
    let mut all = Tablets::default();
    for (id, _) in person.taking() {
        let Some(medicine) = knowledge::medicine(id.as_str()) else {
            continue;
        };
        let brings = classes(nutrient)
            .iter()
            .any(|class| knowledge::takes(medicine, class))
            || COUNTED.contains(&(medicine.id, nutrient));
        if !brings {
            continue;
        }
        match counted(person, medicine.id, nutrient) {
            Some(amount) => all.amount += amount,
            None => all.not_counted += 1,
        }
    }
    all
}

/// The day's amount in the nutrient's unit.
fn counted(person: &Person, medicine: &str, nutrient: Nutrient) -> Option<f64> {
    if !COUNTED.contains(&(medicine, nutrient)) {
        return None;
    }
    let dose = person.doses.get(medicine)?;
    let a_day = dose.a_day();
    match (nutrient, dose.unit) {
        (Nutrient::VitaminD, DoseUnit::Ug) => Some(a_day),
        (Nutrient::VitaminD, DoseUnit::Mg) => Some(a_day * 1000.0),
        (Nutrient::VitaminD, DoseUnit::Iu) => Some(a_day / UNITS_IN_A_MICROGRAM),
        (Nutrient::VitaminD, _) => None,
        (_, DoseUnit::Mg) => Some(a_day),
        (_, DoseUnit::G) => Some(a_day * 1000.0),
        (_, DoseUnit::Ug) => Some(a_day / 1000.0),
        _ => None,
    }
}
