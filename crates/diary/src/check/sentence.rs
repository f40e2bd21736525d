//! What is wrong with an entry, for the person.

use std::fmt;

use jiff::civil::Date;
use texts::Sentence;

use super::{BACKDATED_MOST, BadEntry, EARLIEST, HEIGHT_CM, WEIGHT_KG};
use crate::time::{Moment, NightId};

impl BadEntry {
    /// What is wrong, for the person.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::InTheFuture { at } => Sentence::of("refused-future").with("at", clock(at)),
            Self::LongAgo { date } => Sentence::of("refused-long-ago")
                .with("date", day(*date))
                .with("earliest", day(EARLIEST)),
            Self::EndsBeforeItBegins { began, ended } => Sentence::of("refused-ends-before")
                .with("ended", clock(ended))
                .with("began", clock(began)),
            Self::HelpedAndDidNot => Sentence::of("refused-helped"),
            Self::NightToCome { night, latest } => Sentence::of("refused-night")
                .with("night", evening(*night))
                .with("latest", evening(*latest)),
            Self::DayToCome { day: told, latest } => Sentence::of("refused-day")
                .with("day", day(*told))
                .with("latest", day(*latest)),
            Self::BirthYear { year, low, high } => {
                let year_of = |year: i16| Sentence::text(year.to_string());
                Sentence::of("refused-year")
                    .with("year", year_of(*year))
                    .with("low", year_of(*low))
                    .with("high", year_of(*high))
            }
            Self::Height { centimetres } => Sentence::of("refused-height")
                .with("value", Sentence::figure(centimetres))
                .with("low", HEIGHT_CM.0)
                .with("high", HEIGHT_CM.1),
            Self::Weight { kilograms } => Sentence::of("refused-weight")
                .with("value", Sentence::figure(kilograms))
                .with("low", WEIGHT_KG.0)
                .with("high", WEIGHT_KG.1),
            Self::LabUnit { length } => Sentence::of("refused-unit").with("length", *length),
            Self::RegistrationIsFixed => Sentence::of("refused-registered"),
            Self::Contradiction { why } => {
                Sentence::of("refused-contradiction").with("why", Sentence::known(why.clone()))
            }
            Self::Tampered { hash } => {
                Sentence::of("refused-tampered").with("hash", Sentence::text(hash))
            }
            Self::RegisteredTooLate {
                registered,
                first_night,
            } => Sentence::of("refused-too-late")
                .with("registered", day(*registered))
                .with("first", evening(*first_night)),
            Self::BeginsTooLate {
                first_night,
                latest,
            } => Sentence::of("refused-too-early")
                .with("first", evening(*first_night))
                .with("latest", evening(*latest)),
            Self::Backdated { from } => Sentence::of("refused-backdated")
                .with("from", evening(*from))
                .with("days", BACKDATED_MOST),
        }
    }
}

impl fmt::Display for BadEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.sentence().fmt(f)
    }
}

impl std::error::Error for BadEntry {}

fn day(date: Date) -> Sentence {
    Sentence::date(date.year(), date.month(), date.day())
}

fn evening(night: NightId) -> Sentence {
    day(night.evening())
}

/// The wall clock of a moment as people read it.
fn clock(moment: &Moment) -> Sentence {
    let local = moment.local();
    Sentence::of("refused-clock")
        .with("date", day(local.date()))
        .with("time", Sentence::text(local.strftime("%H:%M").to_string()))
        .with("zone", Sentence::text(moment.zone.name()))
}
