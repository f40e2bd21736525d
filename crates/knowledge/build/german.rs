//! What is known in German: `knowledge/de/*.toml`, each sentence behind the English one that it was translated from.
//!
//! The English sentence is the key: when it changes, its translation is not shown any more, and the build says so.

use std::collections::{BTreeMap, BTreeSet};

use crate::medicines::WITH;

/// The folder of the translations, beside the records.
pub(crate) const FOLDER: &str = "de/";

/// English sentences with their German ones.
#[derive(Default)]
pub(crate) struct German(BTreeMap<String, String>);

impl German {
    /// Adds a file of translations.
    pub(crate) fn add(&mut self, text: &str, name: &str, mistakes: &mut Vec<String>) {
        let file: BTreeMap<String, String> = match toml::from_str(text) {
            Ok(file) => file,
            Err(error) => return mistakes.push(format!("{name}: {error}")),
        };
        for (english, german) in file {
            if german.trim().is_empty() || german.contains('!') {
                mistakes.push(format!("{name}: {english:?}: empty, or it shouts"));
            }
            if digits(&english) != digits(&german) {
                mistakes.push(format!("{name}: {english:?}: other numbers in German"));
            }
            if self.0.insert(english.clone(), german).is_some() {
                mistakes.push(format!("{name}: {english:?} is translated twice"));
            }
        }
    }

    /// Every translation belongs to a sentence of the records.
    pub(crate) fn check(&self, known: &BTreeSet<String>, mistakes: &mut Vec<String>) {
        let stale = self.0.keys().filter(|english| !known.contains(*english));
        mistakes.extend(stale.map(|english| format!("de: nothing says {english:?} any more")));
    }

    /// The name of a combination is made of those of its ingredients, unless a file says it.
    pub(crate) fn compose<'n>(&mut self, names: impl Iterator<Item = &'n str>) {
        for name in names.filter(|name| name.contains(WITH)) {
            let parts: Option<Vec<&str>> = name.split(WITH).map(|part| self.get(part)).collect();
            if let Some(parts) = parts {
                let german = parts.join(WITH);
                self.0.entry(name.to_owned()).or_insert(german);
            }
        }
    }

    /// A name also begins a line, and has a capital there.
    pub(crate) fn begin_lines_with<'n>(&mut self, names: impl Iterator<Item = &'n str>) {
        for name in names {
            if let Some(german) = self.get(name) {
                let german = capital(german);
                self.0.entry(capital(name)).or_insert(german);
            }
        }
    }

    /// The German of an English text.
    pub(crate) fn get(&self, english: &str) -> Option<&str> {
        self.0.get(english).map(String::as_str)
    }

    /// Pairs in ascending order of the English.
    pub(crate) fn pairs(&self) -> Vec<(&str, &str)> {
        let pairs = self.0.iter();
        pairs
            .map(|(english, german)| (english.as_str(), german.as_str()))
            .collect()
    }
}

/// The numbers of a sentence, whatever their order and whichever mark stands in them.
fn digits(text: &str) -> Vec<char> {
    let mut digits: Vec<char> = text.chars().filter(char::is_ascii_digit).collect();
    digits.sort_unstable();
    digits
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// Collects every text of a file of records.
pub(crate) fn collect(value: &toml::Value, into: &mut BTreeSet<String>) {
    match value {
        toml::Value::String(text) => {
            into.insert(text.clone());
        }
        toml::Value::Array(items) => items.iter().for_each(|item| collect(item, into)),
        toml::Value::Table(table) => table.values().for_each(|item| collect(item, into)),
        _ => {}
    }
}
