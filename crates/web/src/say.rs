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
use knowledge::Flag;
use texts::{Language, Value};

use crate::preferences::Preferences;

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

fn escaped(text: &str) -> String {
    match escape(text, Html) {
        Ok(text) => text.to_string(),
        Err(never) => match never {},
    }
}

/// A text that stands in English only (what is known, and what the engine says of it): marked as English on a page in
/// another language, so that it is read aloud rightly.
pub(crate) struct English(String);

/// Marks a text as English where the page is not.
pub(crate) fn english(text: impl fmt::Display) -> English {
    English(text.to_string())
}

impl fmt::Display for English {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match language() {
            Language::English => f.write_str(&escaped(&self.0)),
            _ => write!(f, "<span lang=\"en\">{}</span>", escaped(&self.0)),
        }
    }
}

impl HtmlSafe for English {}

/// A sentence of what is known in the page's language, where the catalogue has it; else the English one, marked as such.
fn known(key: &str, english_text: &str) -> Markup {
    match texts::word(language(), key) {
        "" => english(english_text).into(),
        found => Markup(escaped(found)),
    }
}

/// The question of a warning sign.
pub(crate) fn sign_ask(flag: &Flag) -> Markup {
    known(&format!("flag-{}-ask", flag.id), flag.ask)
}

/// What to do when a warning sign is there.
pub(crate) fn sign_advice(flag: &Flag) -> Markup {
    known(&format!("flag-{}-advice", flag.id), flag.advice)
}

/// The attribute that marks an element whose text stands in English only.
pub(crate) fn lang_of_english() -> Attribute {
    Attribute
}

/// See [`lang_of_english`].
pub(crate) struct Attribute;

impl fmt::Display for Attribute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match language() {
            Language::English => Ok(()),
            _ => f.write_str(" lang=\"en\""),
        }
    }
}

impl HtmlSafe for Attribute {}

impl From<English> for Piece {
    fn from(english: English) -> Self {
        Self::Markup(english.to_string())
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
            assert_eq!(
                english("a & b").to_string(),
                "<span lang=\"en\">a &#38; b</span>"
            );
        });
        assert_eq!(english("a & b").to_string(), "a &#38; b");
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
