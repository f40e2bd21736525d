//! The checks of the plain names of medicine classes.

use std::collections::BTreeSet;

use crate::medicines::{self, Medicine};
use crate::records::{Conditions, File};

/// Every class that a rule or a flag names has a plain name, and every plain name belongs to a class.
pub(crate) fn names(file: &File, medicines: &[Medicine], mistake: &mut impl FnMut(String, String)) {
    let classes = medicines::classes(medicines);
    let here = |id: &str| format!("classes.toml: class {id}");
    let named: BTreeSet<&str> = file
        .rule
        .iter()
        .map(|rule| &rule.when)
        .chain(file.flag.iter().map(|flag| &flag.only_with))
        .flat_map(of)
        .collect();
    for id in named {
        if classes.contains(id) && !file.class.contains_key(id) {
            mistake(
                here(id),
                "a rule or a flag names it, so it needs a plain name".into(),
            );
        }
    }
    for (id, name) in &file.class {
        if !classes.contains(id.as_str()) {
            mistake(here(id), "no medicine is of this class".into());
        }
        if name.trim().is_empty() {
            mistake(here(id), "its plain name is empty".into());
        }
    }
}

/// The medicine classes and ingredients that decide.
fn of(when: &Conditions) -> impl Iterator<Item = &str> {
    when.medicines
        .iter()
        .chain(when.medicines_all.iter().flatten())
        .map(String::as_str)
}
