//! How much of a medicine or supplement is taken, in a form that can be counted.

use serde::{Deserialize, Serialize};
use texts::Sentence;

use crate::measure::{Amount, BadValue};

/// How much is taken at a time, and how often.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dose {
    /// How much at a time, in `unit`.
    pub amount: Amount,
    /// Its unit.
    pub unit: DoseUnit,
    /// How many times.
    pub times: Times,
    /// In how long.
    pub each: Period,
}

/// The unit of a dose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DoseUnit {
    /// Milligrams.
    Mg,
    /// Micrograms.
    Ug,
    /// Grams.
    G,
    /// International units.
    Iu,
    /// Millilitres.
    Ml,
    /// Tablets, capsules, sprays: what is counted.
    Piece,
}

/// How long the times of a dose spread over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Period {
    Day,
    Week,
    Month,
}

/// How many times in a period: 1 to 24.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u64", into = "u64")]
pub struct Times(u8);

impl Times {
    /// Most times in a period.
    pub const MOST: u8 = 24;

    /// Checks the bounds.
    ///
    /// # Errors
    /// [`BadValue::OutOfRange`] with the value.
    pub fn new(value: u64) -> Result<Self, BadValue> {
        match u8::try_from(value) {
            Ok(times @ 1..=Self::MOST) => Ok(Self(times)),
            _ => Err(BadValue::OutOfRange {
                what: "times",
                value: value as f64,
                low: 1.0,
                high: f64::from(Self::MOST),
            }),
        }
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u64> for Times {
    type Error = BadValue;
    fn try_from(value: u64) -> Result<Self, BadValue> {
        Self::new(value)
    }
}

impl From<Times> for u64 {
    fn from(times: Times) -> u64 {
        Self::from(times.0)
    }
}

impl DoseUnit {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Mg, Self::Ug, Self::G, Self::Iu, Self::Ml, Self::Piece];

    /// As it is stored and sent by a form.
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Mg => "mg",
            Self::Ug => "µg",
            Self::G => "g",
            Self::Iu => "IU",
            Self::Ml => "ml",
            Self::Piece => "tablets",
        }
    }

    /// As it is shown: the letters of a unit, or a word.
    #[must_use]
    pub fn label(self) -> Sentence {
        match self {
            Self::Iu => Sentence::of("dose-iu"),
            Self::Piece => Sentence::of("dose-tablets"),
            Self::Mg | Self::Ug | Self::G | Self::Ml => Sentence::text(self.symbol()),
        }
    }

    /// The unit that people write so; `None` for one that we do not know.
    #[must_use]
    pub fn named(text: &str) -> Option<Self> {
        Some(match text.trim().to_lowercase().as_str() {
            "mg" | "milligram" | "milligrams" | "milligramm" => Self::Mg,
            "µg" | "μg" | "ug" | "mcg" | "microgram" | "micrograms" | "mikrogramm" => Self::Ug,
            "g" | "gram" | "grams" | "gramm" => Self::G,
            "iu" | "ie" | "i.u." | "i.e." | "units" | "einheiten" => Self::Iu,
            "ml" | "millilitre" | "millilitres" | "milliliter" | "milliliters" => Self::Ml,
            "tablet" | "tablets" | "capsule" | "capsules" | "piece" | "pieces" | "puff"
            | "puffs" | "tablette" | "tabletten" | "kapsel" | "kapseln" => Self::Piece,
            _ => return None,
        })
    }
}

impl Period {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Day, Self::Week, Self::Month];

    /// Its name, as it is stored and sent by a form.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
        }
    }

    /// As it is shown.
    #[must_use]
    pub fn label(self) -> Sentence {
        Sentence::of(match self {
            Self::Day => "dose-day",
            Self::Week => "dose-week",
            Self::Month => "dose-month",
        })
    }

    /// The period with this name.
    #[must_use]
    pub fn named(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == text)
    }

    /// Its days; a month has 30.44.
    const fn days(self) -> f64 {
        match self {
            Self::Day => 1.0,
            Self::Week => 7.0,
            Self::Month => 365.25 / 12.0,
        }
    }
}

impl Dose {
    /// How much a day, in the unit.
    #[must_use]
    pub fn a_day(&self) -> f64 {
        self.amount.get() * f64::from(self.times.get()) / self.each.days()
    }

    /// “300 mg, twice a day”.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        let amount = self.amount.get();
        let unit = match (self.unit, amount) {
            (DoseUnit::Piece, 1.0) => Sentence::of("dose-tablet"),
            (unit, _) => unit.label(),
        };
        Sentence::of("dose-often")
            .with("amount", Sentence::figure(amount.to_string()))
            .with("unit", unit)
            .with("times", self.times.get())
            .choosing("each", self.each.name())
    }
}
