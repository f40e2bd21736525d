//! The language of the answer that is being made, and the sentences of its catalogue.
//!
//! The language is that of the request. It is not handed from function to function: every sentence of every page would carry
//! it, and one that forgot it would be English by mistake. What runs outside a request (tests, the start) speaks English.

use std::borrow::Cow;
use std::fmt;

use askama::filters::{Html, HtmlSafe, escape};
use axum::extract::Request;
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::Response;
use texts::{Language, Origin, Sentence, Value, Voice};

use crate::place;
use crate::preferences::Preferences;
use crate::words;

tokio::task_local! {
    static LANGUAGE: Language;
}

/// The language of the answer that is being made.
pub(crate) fn language() -> Language {
    LANGUAGE.try_with(|language| *language).unwrap_or_default()
}

/// The language a request wants: the one its person chose, else the one its browser likes best.
fn wanted(headers: &HeaderMap) -> Language {
    Preferences::of(headers).language.unwrap_or_else(|| {
        let accepted = headers.get(header::ACCEPT_LANGUAGE);
        accepted
            .and_then(|value| value.to_str().ok())
            .map_or_else(Language::default, Language::accepted)
    })
}

/// Answers a request in its language.
pub(crate) async fn in_its_language(request: Request, next: Next) -> Response {
    LANGUAGE
        .scope(wanted(request.headers()), next.run(request))
        .await
}

/// Does work on another thread in the language of the request.
pub(crate) fn within<T>(language: Language, work: impl FnOnce() -> T) -> T {
    LANGUAGE.sync_scope(language, work)
}

/// A sentence or word of the catalogue that takes no argument.
pub(crate) fn word(key: &str) -> &'static str {
    texts::word(language(), key)
}

/// A sentence of the catalogue, for a template; `with` puts arguments in.
pub(crate) fn say(key: &'static str) -> Said {
    Said {
        key,
        pieces: Vec::new(),
    }
}

/// A sentence of the catalogue. Shown, it is HTML: the catalogue's own words stand as they are, with their links, and what
/// was put in is escaped.
pub(crate) struct Said {
    key: &'static str,
    pieces: Vec<(&'static str, Piece)>,
}

/// What can be put into a sentence.
pub(crate) enum Piece {
    Count(i64),
    Text(String),
    /// Text that is HTML already.
    Markup(String),
}

impl Said {
    pub(crate) fn with(mut self, name: &'static str, piece: impl Into<Piece>) -> Self {
        self.pieces.push((name, piece.into()));
        self
    }

    /// The sentence as text, to be escaped by whoever shows it.
    pub(crate) fn plain(self) -> String {
        let values = self.pieces.into_iter().map(|(name, piece)| {
            let value = match piece {
                Piece::Count(count) => Value::Count(count),
                Piece::Text(text) | Piece::Markup(text) => Value::Text(text),
            };
            (name, value)
        });
        texts::say(language(), self.key, &values.collect::<Vec<_>>())
    }
}

/// Text that is HTML already.
#[derive(Clone, Debug, Default)]
pub(crate) struct Markup(String);

impl fmt::Display for Markup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for Markup {}

impl Markup {
    /// A text as HTML, escaped.
    pub(crate) fn of(text: impl fmt::Display) -> Self {
        Self(escaped(&text.to_string()))
    }

    /// “Name: answer”.
    pub(crate) fn pair(name: impl Into<Self>, answer: impl Into<Self>) -> Self {
        Self(format!("{}: {}", name.into(), answer.into()))
    }

    /// “Question? Answer”.
    pub(crate) fn sentences(first: impl Into<Self>, second: impl Into<Self>) -> Self {
        Self(format!("{} {}", first.into(), second.into()))
    }
}

/// A text that a person typed, within a sentence: it is written in its own direction and leaves that of the sentence.
pub(crate) fn typed(text: impl fmt::Display) -> Markup {
    apart(Markup::of(text))
}

/// The same of what is HTML already.
pub(crate) fn apart(text: impl fmt::Display) -> Markup {
    Markup(format!("<bdi>{text}</bdi>"))
}

/// A short label for the eye, said in full to a screen reader. Not an attribute: there no word can say its language.
pub(crate) fn said_as(shown: impl fmt::Display, in_full: impl fmt::Display) -> Markup {
    Markup(format!(
        "<span aria-hidden=\"true\">{shown}</span><span class=\"unseen\">{in_full}</span>"
    ))
}

impl From<Said> for Markup {
    fn from(said: Said) -> Self {
        Self(said.to_string())
    }
}

impl From<English> for Markup {
    fn from(english: English) -> Self {
        Self(english.to_string())
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.pieces.is_empty() {
            return f.write_str(word(self.key));
        }
        let values = self.pieces.iter().map(|(name, piece)| {
            let value = match piece {
                Piece::Count(count) => Value::Count(*count),
                Piece::Text(text) => Value::Text(escaped(text)),
                Piece::Markup(markup) => Value::Text(markup.clone()),
            };
            (*name, value)
        });
        f.write_str(&texts::say(
            language(),
            self.key,
            &values.collect::<Vec<_>>(),
        ))
    }
}

impl HtmlSafe for Said {}

pub(crate) fn escaped(text: &str) -> String {
    match escape(text, Html) {
        Ok(text) => text.to_string(),
        Err(never) => match never {},
    }
}

/// A text that is written in English (what is known, and what the engine says of it): in the page's language where it has
/// been translated, else marked as English, so that it is read aloud rightly.
pub(crate) struct English(String);

/// Shows a text that is written in English.
pub(crate) fn english(text: impl AsRef<str>) -> English {
    English(text.as_ref().to_owned())
}

/// Shows several of them, each translated for itself.
pub(crate) fn english_all(texts: &[impl AsRef<str>], between: &str) -> Markup {
    let shown: Vec<String> = texts.iter().map(|text| english(text).to_string()).collect();
    Markup(shown.join(between))
}

impl English {
    fn translated(&self) -> Option<&'static str> {
        translated(&self.0)
    }

    /// The text as it begins a line, with a capital.
    pub(crate) fn capital(&self) -> Markup {
        Markup(marked(&words::capital(self.bare()), self.origin()))
    }

    /// The text without a mark, for places where none can stand.
    pub(crate) fn bare(&self) -> &str {
        self.translated().unwrap_or(&self.0)
    }

    /// The mark as an attribute of the element that holds the bare text.
    pub(crate) fn lang(&self) -> Markup {
        match self.origin() {
            Origin::English => Markup(" lang=\"en\"".to_owned()),
            Origin::OfNoLanguage | Origin::InTheLanguage => Markup::default(),
        }
    }

    fn origin(&self) -> Origin {
        match (self.translated(), language()) {
            (None, Language::German) if has_words(&self.0) => Origin::English,
            (None, Language::German) => Origin::OfNoLanguage,
            _ => Origin::InTheLanguage,
        }
    }
}

impl fmt::Display for English {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&marked(self.bare(), self.origin()))
    }
}

impl HtmlSafe for English {}

/// A text of the records in the page's language, where it has been translated.
fn translated(english: &str) -> Option<&'static str> {
    match language() {
        Language::English => None,
        Language::German => knowledge::in_german(english),
    }
}

/// Whether a text has words: “4 or more”, yet not “4”, which every language reads in its own.
pub(crate) fn has_words(text: &str) -> bool {
    text.contains(char::is_alphabetic)
}

/// Escapes a text, and marks it where it is not in the page's language.
fn marked(text: &str, origin: Origin) -> String {
    match origin {
        Origin::OfNoLanguage | Origin::InTheLanguage => escaped(text),
        Origin::English => format!("<span lang=\"en\">{}</span>", escaped(text)),
    }
}

/// A sentence that the core made, in no language yet. Shown, it is HTML in the page's language: what was put in is escaped.
pub(crate) struct Spoken(Sentence);

/// Says a sentence of the core in the page's language.
pub(crate) fn spoken(sentence: impl AsRef<Sentence>) -> Spoken {
    Spoken(sentence.as_ref().clone())
}

/// Says several of them.
pub(crate) fn spoken_all(sentences: &[impl AsRef<Sentence>], between: &str) -> Markup {
    let shown: Vec<String> = sentences
        .iter()
        .map(|one| spoken(one).to_string())
        .collect();
    Markup(shown.join(between))
}

impl Spoken {
    fn said(&self, put_in: fn(&str, Origin) -> String) -> String {
        self.0.said_by(Voice {
            language: language(),
            translated,
            measures: place::measures(),
            put_in,
        })
    }

    /// The sentence as text, to be escaped by whoever shows it.
    pub(crate) fn plain(&self) -> String {
        self.said(|text, _| text.to_owned())
    }
}

impl fmt::Display for Spoken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.said(marked))
    }
}

impl HtmlSafe for Spoken {}

impl From<Spoken> for Piece {
    fn from(spoken: Spoken) -> Self {
        Self::Markup(spoken.to_string())
    }
}

impl From<Spoken> for Markup {
    fn from(spoken: Spoken) -> Self {
        Self(spoken.to_string())
    }
}

impl From<English> for Piece {
    fn from(english: English) -> Self {
        Self::Markup(english.to_string())
    }
}

impl From<Markup> for Piece {
    fn from(markup: Markup) -> Self {
        Self::Markup(markup.0)
    }
}

impl From<&Markup> for Piece {
    fn from(markup: &Markup) -> Self {
        Self::Markup(markup.to_string())
    }
}

impl From<Said> for Piece {
    fn from(said: Said) -> Self {
        Self::Markup(said.to_string())
    }
}

macro_rules! texts {
    ($($kind:ty),*) => {
        $(impl From<$kind> for Piece {
            fn from(text: $kind) -> Self {
                Self::Text(text.to_string())
            }
        })*
    };
}

texts![&str, &&str, &&&str, String, &String, &&String, Cow<'_, str>];

macro_rules! counts {
    ($($kind:ty),*) => {
        $(impl From<$kind> for Piece {
            fn from(count: $kind) -> Self {
                Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
            }
        }
        impl From<&$kind> for Piece {
            fn from(count: &$kind) -> Self {
                (*count).into()
            }
        }
        impl From<&&$kind> for Piece {
            fn from(count: &&$kind) -> Self {
                (**count).into()
            }
        })*
    };
}

counts![i8, u8, i16, u16, i32, u32, i64, u64, usize];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_is_escaped_once_and_the_catalogue_keeps_its_links() {
        let about = say("settings-time-about").with("zone", "<b>");
        let html = about.to_string();
        assert!(html.contains("nights of &#60;b&#62;, where"), "{html}");
        assert!(html.contains("<a href=\"/profile\">"), "{html}");
        let plain = say("settings-time-about").with("zone", "<b>").plain();
        assert!(plain.contains("nights of <b>, where"), "{plain}");
        within(Language::German, || {
            assert_eq!(english("Cold pack").to_string(), "Kalte Packung");
            assert_eq!(english("Cold pack").lang().to_string(), "");
            assert_eq!(english("4").to_string(), "4");
            assert_eq!(english("4").lang().to_string(), "");
            assert_eq!(
                english_all(&["Cold pack", "<b>"], ", ").to_string(),
                "Kalte Packung, <span lang=\"en\">&#60;b&#62;</span>"
            );
            assert_eq!(
                english("a & b").to_string(),
                "<span lang=\"en\">a &#38; b</span>"
            );
            // At the beginning of a line the text is looked up as it stands in the records.
            assert_eq!(english("cohort").capital().to_string(), "Kohortenstudie");
            assert_eq!(
                english("a & b").capital().to_string(),
                "<span lang=\"en\">A &#38; b</span>"
            );
        });
        assert_eq!(english("a & b").to_string(), "a &#38; b");
        assert_eq!(english("a & b").capital().to_string(), "A &#38; b");
    }

    #[test]
    fn a_sentence_of_the_core_is_said_in_the_language_of_the_page() {
        let made = Sentence::of("doubt-large-dose")
            .with("amount", Sentence::figure("7.5"))
            .with("unit", Sentence::text("<g>"));
        assert!(
            spoken(&made)
                .to_string()
                .starts_with("A dose of 7.5 &#60;g&#62; is")
        );
        within(Language::German, || {
            let shown = spoken(&made).to_string();
            assert!(
                shown.starts_with("Eine Dosis von 7,5 &#60;g&#62; ist"),
                "{shown}"
            );
            let plain = spoken(&made).plain();
            assert!(plain.starts_with("Eine Dosis von 7,5 <g> ist"), "{plain}");
            // Inside a sentence too, a name that nobody has translated is marked by itself.
            let of = |name| Sentence::of("doubt-not-taken").with("name", Sentence::known(name));
            let shown = spoken(of("Cold pack")).to_string();
            assert!(
                shown.starts_with("Dass Sie Kalte Packung nehmen,"),
                "{shown}"
            );
            let shown = spoken(of("a & b")).to_string();
            let marked = "Dass Sie <span lang=\"en\">a &#38; b</span> nehmen,";
            assert!(shown.starts_with(marked), "{shown}");
        });
    }

    #[test]
    fn a_choice_of_the_person_comes_before_the_browser() {
        let mut headers = HeaderMap::new();
        assert_eq!(wanted(&headers), Language::English);
        headers.insert(header::ACCEPT_LANGUAGE, "de-AT".parse().unwrap());
        assert_eq!(wanted(&headers), Language::German);
        headers.insert(header::COOKIE, "prefers=lang-en".parse().unwrap());
        assert_eq!(wanted(&headers), Language::English);
    }
}
