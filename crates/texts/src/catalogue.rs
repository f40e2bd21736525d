//! The catalogues: looking a message up by its key, and putting its arguments in.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Entry;
use unic_langid::LanguageIdentifier;

use crate::arguments::arguments_of;
use crate::{Language, files};

/// What a message is given for an argument.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A whole number: the message can choose its words by it (“1 night”, “2 nights”).
    Count(i64),
    /// Words, or a name by which the message chooses.
    Text(String),
}

type Bundle = FluentBundle<FluentResource>;

struct Catalogue {
    bundle: Bundle,
    /// Messages that take no argument, ready to be shown.
    ready: BTreeMap<String, String>,
    /// The arguments of the others.
    arguments: BTreeMap<String, BTreeSet<String>>,
}

static ENGLISH: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::read(Language::English, files::ENGLISH));
static GERMAN: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::read(Language::German, files::GERMAN));

fn of(language: Language) -> &'static Catalogue {
    match language {
        Language::English => &ENGLISH,
        Language::German => &GERMAN,
    }
}

impl Catalogue {
    fn read(language: Language, files: &[&str]) -> Self {
        let plurals: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = Bundle::new_concurrent(vec![plurals]);
        // Marks around arguments are for right-to-left scripts: no language here has one, and they would stand in attributes.
        bundle.set_use_isolating(false);
        let mut all = BTreeMap::new();
        for text in files {
            // What cannot be read leaves the rest readable; the tests let no such file pass.
            let resource =
                FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(rest, _)| rest);
            for entry in resource.entries() {
                if let Entry::Message(message) = entry
                    && let Some(pattern) = &message.value
                {
                    all.insert(message.id.name.to_owned(), arguments_of(pattern));
                }
            }
            let _ = bundle.add_resource(resource);
        }
        let (simple, arguments): (BTreeMap<_, _>, BTreeMap<_, _>) =
            all.into_iter().partition(|(_, names)| names.is_empty());
        let ready = simple
            .into_keys()
            .filter_map(|key| filled(&bundle, &key, &[]).map(|text| (key, text)))
            .collect();
        Self {
            bundle,
            ready,
            arguments,
        }
    }
}

fn filled(bundle: &Bundle, key: &str, values: &[(&'static str, Value)]) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut arguments = FluentArgs::with_capacity(values.len());
    for (name, value) in values {
        match value {
            Value::Count(count) => arguments.set(*name, *count),
            Value::Text(text) => arguments.set(*name, FluentValue::from(text.clone())),
        }
    }
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&arguments), &mut errors);
    Some(text.into_owned())
}

/// A message that takes no argument. What a language lacks is said in English; the tests let it not come to that.
#[must_use]
pub fn word(language: Language, key: &str) -> &'static str {
    let found = of(language).ready.get(key);
    found
        .or_else(|| of(Language::English).ready.get(key))
        .map_or("", String::as_str)
}

/// A message with its arguments put in.
#[must_use]
pub fn say(language: Language, key: &str, values: &[(&'static str, Value)]) -> String {
    filled(&of(language).bundle, key, values)
        .or_else(|| filled(&of(Language::English).bundle, key, values))
        .unwrap_or_default()
}

/// All keys of a language.
pub fn keys(language: Language) -> impl Iterator<Item = &'static str> {
    let all = of(language);
    let keys = all.ready.keys().chain(all.arguments.keys());
    keys.map(String::as_str)
}

/// The names of a message's arguments.
#[must_use]
pub fn arguments(language: Language, key: &str) -> BTreeSet<&'static str> {
    let known = of(language).arguments.get(key);
    known.map_or_else(BTreeSet::new, |names| {
        names.iter().map(String::as_str).collect()
    })
}
