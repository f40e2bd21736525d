//! Every catalogue says everything the English one says: the same messages, arguments, links and emphasis.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_bundle::FluentResource;
use texts::{Language, arguments, keys};

fn folder(language: Language) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("catalogue")
        .join(language.tag())
}

/// Name and text of every file of a language.
fn files(language: Language) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder(language)).unwrap();
    let files = entries.map(|entry| {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        (name, fs::read_to_string(path).unwrap())
    });
    files.collect()
}

/// The source of every message: its key, and all lines up to the next one.
fn sources(language: Language) -> BTreeMap<String, String> {
    let mut all: BTreeMap<String, String> = BTreeMap::new();
    for text in files(language).into_values() {
        let mut key = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
                let (name, value) = line.split_once(" = ").expect(line);
                name.clone_into(&mut key);
                let before = all.insert(key.clone(), value.to_owned());
                assert_eq!(before, None, "{key} stands twice");
            } else if !line.is_empty() {
                all.get_mut(&key).unwrap().push_str(line);
            }
        }
    }
    all
}

/// The marks of HTML in a message, in any order.
fn marks(source: &str) -> Vec<&str> {
    let mut marks: Vec<&str> = source
        .split('<')
        .skip(1)
        .map(|rest| rest.split('>').next().unwrap())
        .collect();
    marks.sort_unstable();
    marks
}

#[test]
fn every_file_can_be_read_and_every_language_has_it() {
    let english = files(Language::English);
    for language in Language::ALL {
        let own = files(language);
        assert_eq!(
            own.keys().collect::<Vec<_>>(),
            english.keys().collect::<Vec<_>>()
        );
        for (name, text) in own {
            if let Err((_, errors)) = FluentResource::try_new(text) {
                panic!("{language:?}/{name}: {errors:?}");
            }
        }
        let compiled: BTreeSet<&str> = keys(language).collect();
        let written = sources(language);
        let written: BTreeSet<&str> = written.keys().map(String::as_str).collect();
        assert_eq!(compiled, written, "{language:?}: a file is not compiled in");
    }
}

#[test]
fn no_message_is_missing_in_a_language_or_takes_other_arguments() {
    let english: BTreeSet<&str> = keys(Language::English).collect();
    for language in Language::ALL {
        let own: BTreeSet<&str> = keys(language).collect();
        let missing: Vec<_> = english.difference(&own).collect();
        let left_over: Vec<_> = own.difference(&english).collect();
        assert!(missing.is_empty(), "{language:?} lacks {missing:?}");
        assert!(left_over.is_empty(), "only {language:?} has {left_over:?}");
        for key in own {
            assert_eq!(
                arguments(language, key),
                arguments(Language::English, key),
                "{language:?}: {key}"
            );
        }
    }
}

#[test]
fn links_and_emphasis_are_the_same_in_every_language() {
    let english = sources(Language::English);
    for language in Language::ALL {
        for (key, source) in sources(language) {
            assert_eq!(marks(&source), marks(&english[&key]), "{language:?}: {key}");
        }
    }
}

#[test]
fn messages_can_stand_in_an_attribute_and_shout_at_nobody() {
    for language in Language::ALL {
        for (key, source) in sources(language) {
            // So Fluent writes a space at an end, and nothing at all.
            let plain = source.replace("{ \" \" }", " ").replace("{ \"\" }", "");
            let outside: String = plain
                .split('<')
                .enumerate()
                .map(|(at, part)| match at {
                    0 => part,
                    _ => part.split_once('>').map_or(part, |(_, rest)| rest),
                })
                .collect();
            assert!(
                !outside.contains(['"', '!', '&']),
                "{language:?}: {key} = {source}"
            );
        }
    }
}
