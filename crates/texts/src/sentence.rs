//! A sentence that is not yet in a language: a message of the catalogue and what is put into it, for whoever shows it to say.

use std::borrow::Cow;
use std::fmt;

use crate::names::{lower_first, without_brackets};
use crate::voice::{Measures, Origin, Voice};
use crate::volume::{self, Style};
use crate::{Language, Value, say, word};

/// A sentence, or a piece of one, in no language yet. What it says in English is its [`Display`](fmt::Display).
///
/// ```
/// use texts::{Language, Sentence};
/// let rests = Sentence::of("suspects-rests").with("count", 6).with("all", 9);
/// assert_eq!(rests.to_string(), "This rests on 6 answered nights of 9.");
/// assert_eq!(rests.within(Language::German, |_| None), "Das stützt sich auf 6 beantwortete Nächte von 9.");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence(Kind);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    Message {
        key: &'static str,
        pieces: Vec<(&'static str, Sentence)>,
    },
    Count(i64),
    Figure(String),
    Text(String),
    Known(Cow<'static, str>, Form),
    Several(Vec<Sentence>, Between),
    Capital(Box<Sentence>),
    Volume(i32, Style),
}

/// How a text of the records is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Whole,
    /// As an English name reads inside a sentence; a language that writes its nouns with a capital letter keeps it.
    Inside,
    /// The same, without its brackets.
    ShortInside,
}

/// What stands between several sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Between {
    Mark(&'static str),
    /// Commas, and before the last one the word of this message.
    Word(&'static str),
}

impl Sentence {
    /// A message of the catalogue.
    #[must_use]
    pub fn of(key: &'static str) -> Self {
        Self(Kind::Message {
            key,
            pieces: Vec::new(),
        })
    }

    /// Puts an argument into a message.
    #[must_use]
    pub fn with(mut self, name: &'static str, piece: impl Into<Self>) -> Self {
        if let Kind::Message { pieces, .. } = &mut self.0 {
            pieces.push((name, piece.into()));
        }
        self
    }

    /// Puts a name into a message by which the message chooses its words.
    #[must_use]
    pub fn choosing(self, name: &'static str, choice: impl Into<String>) -> Self {
        self.with(name, Self::text(choice))
    }

    /// What is the same in every language: what a person wrote, the name of a unit.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self(Kind::Text(text.into()))
    }

    /// A number as English writes it, with a point before the fraction; another language has a mark of its own.
    #[must_use]
    pub fn figure(digits: impl Into<String>) -> Self {
        Self(Kind::Figure(digits.into()))
    }

    /// An amount of drink as a glass holds it: “200 ml”, or in US ounces.
    #[must_use]
    pub fn millilitres(amount: u32) -> Self {
        Self(Kind::Volume(amount.cast_signed(), Style::Small))
    }

    /// What is added to an amount of drink, or with a minus taken from it: “+200 ml”, or in US ounces.
    #[must_use]
    pub fn added_millilitres(amount: i32) -> Self {
        Self(Kind::Volume(amount, Style::Added))
    }

    /// An amount of drink as a day has it, told in litres with one decimal, or in US ounces.
    #[must_use]
    pub fn litres(millilitres: u32) -> Self {
        Self(Kind::Volume(millilitres.cast_signed(), Style::Large))
    }

    /// A text of the knowledge records, which are in English: translated where somebody has.
    #[must_use]
    pub fn known(english: impl Into<Cow<'static, str>>) -> Self {
        Self(Kind::Known(english.into(), Form::Whole))
    }

    /// The same as it reads inside a sentence: “high blood pressure”, yet “COPD”.
    #[must_use]
    pub fn known_inside(english: impl Into<Cow<'static, str>>) -> Self {
        Self(Kind::Known(english.into(), Form::Inside))
    }

    /// The same without its brackets: “sleeping with toes pointed or prone”.
    #[must_use]
    pub fn known_short(english: impl Into<Cow<'static, str>>) -> Self {
        Self(Kind::Known(english.into(), Form::ShortInside))
    }

    /// “May”, of a month from 1 to 12.
    #[must_use]
    pub fn month(number: i8) -> Self {
        Self::of(match number {
            1 => "month-1",
            2 => "month-2",
            3 => "month-3",
            4 => "month-4",
            5 => "month-5",
            6 => "month-6",
            7 => "month-7",
            8 => "month-8",
            9 => "month-9",
            10 => "month-10",
            11 => "month-11",
            _ => "month-12",
        })
    }

    /// “3 May 2026”.
    #[must_use]
    pub fn date(year: i16, month: i8, day: i8) -> Self {
        Self::of("words-date")
            .with("day", day)
            .with("month", Self::month(month))
            .with("year", Self::text(year.to_string()))
    }

    /// One after the other.
    #[must_use]
    pub fn in_turn(sentences: impl IntoIterator<Item = Self>) -> Self {
        Self::joined(" ", sentences)
    }

    /// One after the other with this mark between them.
    #[must_use]
    pub fn joined(mark: &'static str, sentences: impl IntoIterator<Item = Self>) -> Self {
        Self(Kind::Several(
            sentences.into_iter().collect(),
            Between::Mark(mark),
        ))
    }

    /// “a”, “a and b”, “a, b and c”.
    #[must_use]
    pub fn all_of(sentences: impl IntoIterator<Item = Self>) -> Self {
        let all = sentences.into_iter().collect();
        Self(Kind::Several(all, Between::Word("words-and")))
    }

    /// “a”, “a or b”, “a, b or c”.
    #[must_use]
    pub fn any_of(sentences: impl IntoIterator<Item = Self>) -> Self {
        let all = sentences.into_iter().collect();
        Self(Kind::Several(all, Between::Word("words-or")))
    }

    /// The same with its first letter in upper case.
    #[must_use]
    pub fn capital(self) -> Self {
        Self(Kind::Capital(Box::new(self)))
    }

    /// The sentence in a language, amounts in metric; `translated` finds a text of the records in it.
    #[must_use]
    pub fn within(
        &self,
        language: Language,
        translated: fn(&str) -> Option<&'static str>,
    ) -> String {
        self.said_by(Voice {
            language,
            translated,
            measures: Measures::Metric,
            put_in: |text, _| text.to_owned(),
        })
    }

    /// The sentence as a voice says it.
    #[must_use]
    pub fn said_by(&self, voice: Voice) -> String {
        match &self.0 {
            Kind::Message { key, pieces } if pieces.is_empty() => {
                word(voice.language, key).to_owned()
            }
            Kind::Message { key, pieces } => {
                let values = pieces.iter().map(|(name, piece)| match &piece.0 {
                    Kind::Count(count) => (*name, Value::Count(*count)),
                    _ => (*name, Value::Text(piece.said_by(voice))),
                });
                say(voice.language, key, &values.collect::<Vec<_>>())
            }
            Kind::Count(count) => count.to_string(),
            Kind::Figure(digits) => digits.replace('.', word(voice.language, "decimal-mark")),
            Kind::Text(text) => (voice.put_in)(text, Origin::OfNoLanguage),
            Kind::Known(english, form) => known(english, *form, voice),
            Kind::Several(sentences, between) => {
                let said = sentences.iter().map(|one| one.said_by(voice));
                several(said.collect(), *between, voice.language)
            }
            Kind::Capital(sentence) => with_capital(&sentence.said_by(voice)),
            Kind::Volume(amount, style) => {
                volume::told(*amount, *style, voice.language, voice.measures)
            }
        }
    }
}

fn known(english: &str, form: Form, voice: Voice) -> String {
    let translated = match voice.language {
        Language::English => None,
        Language::German => (voice.translated)(english),
    };
    let origin = match (translated, voice.language) {
        (Some(_), _) | (None, Language::English) => Origin::InTheLanguage,
        (None, Language::German) => Origin::English,
    };
    let name = translated.unwrap_or(english);
    let or = word(voice.language, "words-or-alone");
    let shown = match (form, translated) {
        (Form::Whole, _) | (Form::Inside, Some(_)) => Cow::Borrowed(name),
        (Form::Inside, None) => lower_first(name).into(),
        (Form::ShortInside, Some(_)) => without_brackets(name, or).into(),
        (Form::ShortInside, None) => lower_first(&without_brackets(name, or)).into(),
    };
    (voice.put_in)(&shown, origin)
}

fn several(mut said: Vec<String>, between: Between, language: Language) -> String {
    match between {
        Between::Mark(mark) => said.join(mark),
        Between::Word(key) => {
            let last = said.pop().unwrap_or_default();
            if said.is_empty() {
                return last;
            }
            let first = Value::Text(said.join(", "));
            say(
                language,
                key,
                &[("first", first), ("last", Value::Text(last))],
            )
        }
    }
}

/// The first letter in upper case; a mark of HTML before it stays as it is.
fn with_capital(text: &str) -> String {
    let (mark, rest) = match text.starts_with('<') {
        true => text.split_at(text.find('>').map_or(0, |at| at + 1)),
        false => ("", text),
    };
    let mut letters = rest.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    mark.chars().chain(first).chain(letters).collect()
}

impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.within(Language::English, |_| None))
    }
}

/// So that whoever shows one takes it by value or by reference.
impl AsRef<Self> for Sentence {
    fn as_ref(&self) -> &Self {
        self
    }
}

macro_rules! counts {
    ($($kind:ty),*) => {
        $(impl From<$kind> for Sentence {
            fn from(count: $kind) -> Self {
                Self(Kind::Count(i64::try_from(count).unwrap_or(i64::MAX)))
            }
        })*
    };
}

counts![i8, u8, i16, u16, i32, u32, i64, u64, usize];
