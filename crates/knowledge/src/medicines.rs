//! Medicines: the list, searching by any name, and membership in classes.

use crate::fold::fold;
use crate::records::{CLASS_NAMES, CLASSES, MEDICINE_NAMES, MEDICINES};
use crate::search::Names;
use crate::types::Medicine;

/// The most medicines that a search returns.
pub const MOST_FOUND: usize = 8;

const NAMES: Names<'static, &'static str, u16> = Names(MEDICINE_NAMES);

/// All medicines, sorted by id.
#[must_use]
pub fn medicines() -> &'static [Medicine] {
    MEDICINES
}

/// The ids of all medicine classes, sorted.
#[must_use]
pub fn classes() -> &'static [&'static str] {
    CLASSES
}

/// The plain name of a medicine class as it reads after “taking”: “diabetes tablets such as gliclazide or glimepiride”.
/// Every class that a safety rule or a red flag names has one.
#[must_use]
pub fn class_name(id: &str) -> Option<&'static str> {
    let at = CLASS_NAMES
        .binary_search_by(|(known, _)| (*known).cmp(id))
        .ok()?;
    CLASS_NAMES.get(at).map(|(_, name)| *name)
}

/// The medicine with this id.
#[must_use]
pub fn medicine(id: &str) -> Option<&'static Medicine> {
    let at = MEDICINES
        .binary_search_by(|medicine| medicine.id.cmp(id))
        .ok()?;
    MEDICINES.get(at)
}

/// Whether taking the medicine means taking this class or ingredient: an ingredient also counts inside a combination,
/// and a class also when only an ingredient of the combination belongs to it.
#[must_use]
pub fn takes(medicine: &Medicine, class_or_ingredient: &str) -> bool {
    medicine.id == class_or_ingredient
        || medicine.ingredients.contains(&class_or_ingredient)
        || medicine.classes.contains(&class_or_ingredient)
        || (medicine.ingredients.len() > 1
            && medicine
                .ingredients
                .iter()
                .filter_map(|id| self::medicine(id))
                .any(|ingredient| ingredient.classes.contains(&class_or_ingredient)))
}

/// The medicines with exactly this name in English or German, generic or brand; case and accents are forgiven.
#[must_use]
pub fn medicines_named(name: &str) -> Vec<&'static Medicine> {
    let places = NAMES.named(&fold(name)).into_iter();
    places
        .filter_map(|place| MEDICINES.get(usize::from(place)))
        .collect()
}

/// Medicines by generic or brand name, in English or German, best first, at most [`MOST_FOUND`]. Case, accents, a trailing dose (`40 mg`) and
/// small misspellings are forgiven. Exact names come first, then beginnings; misspellings only when neither is found.
#[must_use]
pub fn find_medicine(text: &str) -> Vec<&'static Medicine> {
    let folded = fold(text);
    let asked = without_dose(&folded);
    if asked.chars().count() < 2 {
        return Vec::new();
    }
    let mut found = Found::default();
    found.add_all(NAMES.named(asked));
    found.add_all(NAMES.beginning_with(asked));
    if found.0.is_empty() {
        // Names in other languages end differently: furosemida, simvastatine, paracetamolum.
        for ending in ["um", "e", "a", "o", "s"] {
            if let Some(stem) = asked.strip_suffix(ending).filter(|stem| stem.len() >= 4) {
                found.add_all(NAMES.beginning_with(stem));
            }
        }
    }
    if found.0.is_empty() {
        found.add_all(NAMES.misspelt(asked));
    }
    found.0.truncate(MOST_FOUND);
    found.0
}

/// What a search has found so far, without doubles.
#[derive(Default)]
struct Found(Vec<&'static Medicine>);

impl Found {
    /// Adds medicines in the order given, but single ingredients before combinations.
    fn add_all(&mut self, places: Vec<u16>) {
        let mut more: Vec<&'static Medicine> = Vec::new();
        for medicine in places
            .iter()
            .filter_map(|place| MEDICINES.get(usize::from(*place)))
        {
            let known = self
                .0
                .iter()
                .chain(&more)
                .any(|other| other.id == medicine.id);
            if !known {
                more.push(medicine);
            }
        }
        more.sort_by_key(|medicine| medicine.ingredients.len());
        self.0.extend(more);
    }
}

/// Drops what follows the name on a packet: from the first word that begins with a digit.
fn without_dose(folded: &str) -> &str {
    let dose = folded
        .match_indices(' ')
        .find(|(at, _)| folded[at + 1..].starts_with(|c: char| c.is_ascii_digit()));
    dose.map_or(folded, |(at, _)| &folded[..at])
}
