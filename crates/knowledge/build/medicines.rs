//! Turns the lines of `medicines.toml` into medicines: ids, ingredients, inherited labels and the index of names.

use std::collections::{BTreeMap, BTreeSet};

use crate::fold::fold;
use crate::german::German;
use crate::german_spelling;
use crate::records::{self, Label};

/// Stands between the ingredients in the name of a combination.
pub(crate) const WITH: &str = " + ";

/// A medicine as it is written into the program.
pub(crate) struct Medicine {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) ingredients: Vec<String>,
    pub(crate) classes: Vec<String>,
    pub(crate) synonyms: Vec<String>,
    pub(crate) rxcui: Option<u32>,
    pub(crate) label: Option<Label>,
    pub(crate) label_source: String,
}

impl Medicine {
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Everything that is said of it: its names, and those of its ingredients.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        self.names().chain(self.name.split(WITH))
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        self.synonyms.iter().chain([&self.name]).map(String::as_str)
    }
}

/// All medicines, sorted by id.
pub(crate) fn read(
    lines: &BTreeMap<String, records::Medicine>,
    mistakes: &mut Vec<String>,
) -> Vec<Medicine> {
    let mut medicines: Vec<Medicine> = lines
        .iter()
        .map(|(name, line)| Medicine {
            id: slug(name),
            name: name.clone(),
            ingredients: name.split(WITH).map(slug).collect(),
            classes: line.classes.split_whitespace().map(str::to_owned).collect(),
            synonyms: line
                .also
                .split(';')
                .map(str::trim)
                .filter(|name| !name.is_empty())
                .map(str::to_owned)
                .collect(),
            rxcui: line.rxcui,
            label: line.label,
            label_source: line.label_source.clone(),
        })
        .collect();
    medicines.sort_by(|a, b| a.id.cmp(&b.id));
    for pair in medicines.windows(2) {
        if pair[0].id == pair[1].id {
            mistakes.push(format!("medicines.toml: {} is there twice", pair[0].id));
        }
    }
    inherit_labels(&mut medicines);
    medicines
}

/// The name as an id: `potassium chloride` becomes `potassium-chloride`.
pub(crate) fn slug(name: &str) -> String {
    let plain = fold(name);
    let words: Vec<&str> = plain
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.join("-")
}

/// A combination whose own label was not read: listed when an ingredient's label lists cramps, not listed when no ingredient's does.
fn inherit_labels(medicines: &mut [Medicine]) {
    let single: BTreeMap<String, Option<Label>> = medicines
        .iter()
        .filter(|m| m.ingredients.len() == 1)
        .map(|m| (m.id.clone(), m.label))
        .collect();
    for medicine in medicines
        .iter_mut()
        .filter(|m| m.ingredients.len() > 1 && m.label.is_none())
    {
        let labels: Vec<Option<Label>> = medicine
            .ingredients
            .iter()
            .map(|id| single.get(id).copied().flatten())
            .collect();
        medicine.label = if labels.contains(&Some(Label::Listed)) {
            Some(Label::Listed)
        } else if labels.iter().all(|label| *label == Some(Label::NotListed)) {
            Some(Label::NotListed)
        } else {
            None
        };
        if medicine.label.is_some() {
            "ingredients' labels".clone_into(&mut medicine.label_source);
        }
    }
}

/// Every class that a medicine has.
pub(crate) fn classes(medicines: &[Medicine]) -> BTreeSet<&str> {
    medicines
        .iter()
        .flat_map(|m| &m.classes)
        .map(String::as_str)
        .collect()
}

/// Every ingredient, also those known only in combinations.
pub(crate) fn ingredients(medicines: &[Medicine]) -> BTreeSet<&str> {
    medicines
        .iter()
        .flat_map(|m| &m.ingredients)
        .map(String::as_str)
        .collect()
}

/// Folded names and other names, in English and German, sorted, with the place of the medicine in the list; German ones also
/// as they are spelt every day.
pub(crate) fn names(medicines: &[Medicine], german: &German) -> BTreeSet<(String, usize)> {
    let mut names = BTreeSet::new();
    for (place, medicine) in medicines.iter().enumerate() {
        for english in medicine.names() {
            names.insert((fold(english), place));
            let Some(german) = german.get(english).map(fold) else {
                continue;
            };
            let plainer = german_spelling::plainer(&german);
            names.extend(plainer.into_iter().map(|name| (name, place)));
            names.insert((german, place));
        }
    }
    names
}
