//! The pages, the core and the catalogue fit each other: no sentence that is asked for is missing, none is left over.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use texts::{Language, arguments, keys};

/// Path and text of every template and source file.
pub(crate) fn read_all(folder: &Path, into: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_all(&path, into);
        } else {
            into.push((
                path.display().to_string(),
                fs::read_to_string(&path).unwrap(),
            ));
        }
    }
}

/// Where sentences are asked for: the pages, the core that makes them, the diary and the desk, and the report.
const FOLDERS: [&str; 7] = [
    "src",
    "templates",
    "../insight/src",
    "../desk/src",
    "../diary/src",
    "../report/src",
    "../texts/src",
];

fn all() -> Vec<(String, String)> {
    let mut files = Vec::new();
    for folder in FOLDERS {
        read_all(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join(folder),
            &mut files,
        );
    }
    files
}

/// What stands between the quotes that come next.
fn quoted(text: &str) -> Option<(&str, &str)> {
    text.strip_prefix('"')?.split_once('"')
}

/// What follows the call that puts a piece into a sentence.
fn piece(text: &str) -> Option<&str> {
    let text = text.trim_start();
    text.strip_prefix(".with(")
        .or_else(|| text.strip_prefix(".choosing("))
}

/// Every place where a sentence is asked for by its key: the key, and the names of the arguments it is given.
fn asked(text: &str) -> Vec<(&str, BTreeSet<&str>)> {
    let mut found = Vec::new();
    for call in ["word(", "say(", "Sentence::of("] {
        for (at, _) in text.match_indices(call) {
            let Some((key, mut rest)) = quoted(&text[at + call.len()..]) else {
                continue;
            };
            let mut names = BTreeSet::new();
            rest = rest.strip_prefix(')').unwrap_or(rest);
            while let Some(inside) = piece(rest) {
                let (name, after) = quoted(inside.trim_start()).unwrap();
                names.insert(name);
                let mut depth = 1;
                let end = after.find(|c| {
                    depth += match c {
                        '(' => 1,
                        ')' => -1,
                        _ => 0,
                    };
                    depth == 0
                });
                rest = &after[end.unwrap() + 1..];
            }
            found.push((key, names));
        }
    }
    found
}

#[test]
fn every_sentence_that_is_asked_for_is_there_with_its_arguments() {
    let known: BTreeSet<&str> = keys(Language::English).collect();
    let (mut wrong, mut calls) = (Vec::new(), 0);
    for (path, text) in all() {
        for (key, names) in asked(&text) {
            calls += 1;
            if !known.contains(key) {
                wrong.push(format!("{path} asks for “{key}”, which nobody wrote"));
            } else if names != arguments(Language::English, key) {
                wrong.push(format!("{path} gives “{key}” {names:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(calls > 100, "{calls}");
}

#[test]
fn no_sentence_is_left_over() {
    let files = all();
    let left_over: Vec<&str> = keys(Language::English)
        .filter(|key| {
            let named = format!("\"{key}\"");
            !files.iter().any(|(_, text)| text.contains(&named))
        })
        .collect();
    assert!(left_over.is_empty(), "nobody says {left_over:?}");
}

/// What stands between quotes behind each call of a function.
fn called<'t>(text: &'t str, call: &str) -> Vec<&'t str> {
    let calls = text.match_indices(call);
    let keys = calls.filter_map(|(at, _)| text[at + call.len()..].split_once('\''));
    keys.map(|(key, _)| key).collect()
}

#[test]
fn every_sentence_that_a_script_says_stands_in_a_page() {
    let (mut scripts, mut pages) = (Vec::new(), Vec::new());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (name, into) in [("assets", &mut scripts), ("templates", &mut pages)] {
        for entry in fs::read_dir(folder.join(name)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && name == "templates" {
                read_all(&path, into);
            } else if path
                .extension()
                .is_some_and(|ending| ending == "js" || ending == "html")
            {
                let text = fs::read_to_string(&path).unwrap();
                into.push((path.display().to_string(), text));
            }
        }
    }
    let brought = |key: &str| {
        let mark = format!("data-text=\"{key}\"");
        pages.iter().any(|(_, text)| text.contains(&mark))
    };
    let mut said = 0;
    for (path, text) in &scripts {
        for call in ["text('", "phrase('"] {
            for key in called(text, call) {
                said += 1;
                assert!(brought(key), "{path} says “{key}”, which no page brings");
            }
        }
        for key in called(text, "counted('") {
            assert!(brought(&format!("{key}-other")), "{path}: {key}");
        }
    }
    assert!(said > 30, "{said}");
}
