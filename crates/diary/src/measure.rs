//! Small values with their bounds: counts, scores, minutes, amounts, ids and texts. Each says in its error what was wrong.

use std::fmt;

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use texts::Sentence;

/// A value outside what it can be; the text names the value and the bound.
#[derive(Clone, Debug, PartialEq)]
pub enum BadValue {
    /// A number outside its range.
    OutOfRange {
        /// What the number is, as the catalogue names it.
        what: &'static str,
        /// What was given.
        value: f64,
        /// Smallest allowed.
        low: f64,
        /// Largest allowed.
        high: f64,
    },
    /// A number that must be whole and is not.
    NotWhole {
        /// What the number is, as the catalogue names it.
        what: &'static str,
        /// What was given.
        value: f64,
        /// Largest allowed.
        high: u32,
    },
    /// A portion that weighs nothing, or more than anybody eats at a time.
    Portion {
        /// What was given.
        grams: f64,
    },
    /// An id that is not lower-case words joined by hyphens.
    NotAnId(String),
    /// A text longer than [`Text::LONGEST`] characters.
    TooLong(usize),
}

impl BadValue {
    /// What is wrong, for the person.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        let number = |value: f64| Sentence::figure(value.to_string());
        match self {
            Self::OutOfRange {
                what,
                value,
                low,
                high,
            } => Sentence::of("refused-range")
                .choosing("what", *what)
                .with("value", number(*value))
                .with("low", number(*low))
                .with("high", number(*high)),
            Self::NotWhole { what, value, high } => Sentence::of("refused-not-whole")
                .choosing("what", *what)
                .with("value", number(*value))
                .with("high", *high),
            Self::Portion { grams } => Sentence::of("refused-portion")
                .with("grams", number(*grams))
                .with("least", number(Grams::LEAST))
                .with("most", number(Grams::MOST)),
            Self::NotAnId(id) => Sentence::of("refused-id").with("id", Sentence::text(id)),
            Self::TooLong(length) => Sentence::of("refused-long")
                .with("length", *length)
                .with("most", Text::LONGEST),
        }
    }
}

impl fmt::Display for BadValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.sentence().fmt(f)
    }
}

impl std::error::Error for BadValue {}

macro_rules! bounded_integer {
    ($(#[$doc:meta])* $name:ident($int:ty), $what:literal, 0..=$high:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(into = "u64")]
        pub struct $name($int);

        impl $name {
            /// Checks the bounds.
            ///
            /// # Errors
            /// [`BadValue::OutOfRange`] with the value.
            pub fn new(value: u64) -> Result<Self, BadValue> {
                match <$int>::try_from(value) {
                    Ok(v) if value <= $high => Ok(Self(v)),
                    _ => Err(BadValue::OutOfRange { what: $what, value: value as f64, low: 0.0, high: f64::from($high as u32) }),
                }
            }

            /// Checks that the number is whole, and the bounds: `2.0` is 2, `1.5` is refused.
            ///
            /// # Errors
            /// [`BadValue`] with the value.
            pub fn from_number(value: f64) -> Result<Self, BadValue> {
                if value.fract() != 0.0 {
                    return Err(BadValue::NotWhole { what: $what, value, high: $high });
                }
                if (0.0..=f64::from($high as u32)).contains(&value) {
                    return Self::new(value as u64);
                }
                Err(BadValue::OutOfRange { what: $what, value, low: 0.0, high: f64::from($high as u32) })
            }

            /// The number.
            #[must_use]
            pub const fn get(self) -> $int {
                self.0
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let number = deserializer.deserialize_any(Number { what: $what, high: $high })?;
                Self::from_number(number).map_err(de::Error::custom)
            }
        }

        impl TryFrom<u64> for $name {
            type Error = BadValue;
            fn try_from(value: u64) -> Result<Self, BadValue> {
                Self::new(value)
            }
        }

        impl From<$name> for u64 {
            fn from(value: $name) -> u64 {
                u64::from(value.0)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

/// Reads any number, so that a wrong one can be named in the error.
struct Number {
    what: &'static str,
    high: u32,
}

impl Visitor<'_> for Number {
    type Value = f64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: a whole number from 0 to {}", self.what, self.high)
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<f64, E> {
        Ok(value as f64)
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<f64, E> {
        Ok(value as f64)
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<f64, E> {
        Ok(value)
    }
}

bounded_integer! {
    /// A number of cramps in one night, 0 to 99.
    Count(u32), "cramps", 0..=99
}
bounded_integer! {
    /// How strong something was, from 0 (not at all) to 10 (as strong as can be).
    Score(u8), "score", 0..=10
}
bounded_integer! {
    /// A length of time in whole minutes, up to a day.
    Minutes(u32), "minutes", 0..=1440
}

/// How much of something, in its factor's own unit: a finite number of at least 0 and at most a million.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Amount(f64);

impl Amount {
    /// Largest amount of anything.
    pub const LARGEST: f64 = 1e6;

    /// Checks the bounds.
    ///
    /// # Errors
    /// [`BadValue::OutOfRange`] with the value.
    pub fn new(value: f64) -> Result<Self, BadValue> {
        if (0.0..=Self::LARGEST).contains(&value) {
            Ok(Self(value + 0.0))
        } else {
            Err(BadValue::OutOfRange {
                what: "amount",
                value,
                low: 0.0,
                high: Self::LARGEST,
            })
        }
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> f64 {
        self.0
    }
}

impl TryFrom<f64> for Amount {
    type Error = BadValue;
    fn try_from(value: f64) -> Result<Self, BadValue> {
        Self::new(value)
    }
}

impl From<Amount> for f64 {
    fn from(value: Amount) -> f64 {
        value.0
    }
}

/// What a portion of food or drink weighs, in g: more than nothing, and at most what one person eats or drinks at a time.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Grams(f64);

impl Grams {
    /// Smallest portion, in g: a pinch of salt weighs more.
    pub const LEAST: f64 = 0.1;
    /// Largest portion, in g (our judgement: two large bottles of water; what is more is a slip of the finger).
    pub const MOST: f64 = 3000.0;

    /// Checks the bounds.
    ///
    /// # Errors
    /// [`BadValue::Portion`] with the value.
    pub fn new(value: f64) -> Result<Self, BadValue> {
        if (Self::LEAST..=Self::MOST).contains(&value) {
            Ok(Self(value))
        } else {
            Err(BadValue::Portion { grams: value })
        }
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> f64 {
        self.0
    }
}

impl TryFrom<f64> for Grams {
    type Error = BadValue;
    fn try_from(value: f64) -> Result<Self, BadValue> {
        Self::new(value)
    }
}

impl From<Grams> for f64 {
    fn from(value: Grams) -> f64 {
        value.0
    }
}

/// The id of a factor, remedy, flag, condition, medicine or laboratory test in the knowledge base: words joined by hyphens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Id(String);

impl Id {
    /// Checks the spelling; does not ask whether the knowledge base has it.
    ///
    /// # Errors
    /// [`BadValue::NotAnId`] with the text.
    pub fn new(text: &str) -> Result<Self, BadValue> {
        let fits = (1..=64).contains(&text.len())
            && text
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if fits {
            Ok(Self(text.to_owned()))
        } else {
            Err(BadValue::NotAnId(text.to_owned()))
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Id {
    type Error = BadValue;
    fn try_from(text: String) -> Result<Self, BadValue> {
        Self::new(&text)
    }
}

impl From<Id> for String {
    fn from(id: Id) -> Self {
        id.0
    }
}

impl std::borrow::Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A note in the person's own words. Its `Debug` form hides the words: health notes must not reach a log file.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Text(String);

impl Text {
    /// Longest note, in characters.
    pub const LONGEST: usize = 4000;

    /// Checks the length.
    ///
    /// # Errors
    /// [`BadValue::TooLong`] with the length.
    pub fn new(text: &str) -> Result<Self, BadValue> {
        let length = text.chars().count();
        if length <= Self::LONGEST {
            Ok(Self(text.to_owned()))
        } else {
            Err(BadValue::TooLong(length))
        }
    }

    /// The words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Text {
    type Error = BadValue;
    fn try_from(text: String) -> Result<Self, BadValue> {
        Self::new(&text)
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.0
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Text({} characters)", self.0.chars().count())
    }
}
