//! Instants with their time zone, and the night an instant belongs to.

use std::fmt;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};
use serde::{Deserialize, Serialize};

/// An IANA time zone by name, such as `Europe/Berlin`, known to the bundled time zone database.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Zone(TimeZone);

/// A time zone name that the bundled database does not have.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "“{0}” is not a time zone we know. Use an IANA name such as Europe/Berlin or America/New_York."
)]
pub struct UnknownZone(pub String);

impl Zone {
    /// The zone with this IANA name.
    ///
    /// # Errors
    /// [`UnknownZone`] with the name when the database has no such zone.
    pub fn named(name: &str) -> Result<Self, UnknownZone> {
        match TimeZone::get(name) {
            Ok(zone) if zone.iana_name().is_some() && !zone.is_unknown() => Ok(Self(zone)),
            _ => Err(UnknownZone(name.to_owned())),
        }
    }

    /// Coordinated universal time, for people whose zone nobody knows.
    #[must_use]
    pub fn utc() -> Self {
        Self(TimeZone::UTC)
    }

    /// The IANA name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }

    /// This zone for the date library.
    #[must_use]
    pub fn tz(&self) -> &TimeZone {
        &self.0
    }
}

impl TryFrom<String> for Zone {
    type Error = UnknownZone;
    fn try_from(name: String) -> Result<Self, UnknownZone> {
        Self::named(&name)
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> Self {
        zone.name().to_owned()
    }
}

/// An instant and the zone in which the person lived through it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// The instant.
    pub at: Timestamp,
    /// Where the person was.
    pub zone: Zone,
}

impl Moment {
    /// An instant in a zone.
    #[must_use]
    pub fn new(at: Timestamp, zone: Zone) -> Self {
        Self { at, zone }
    }

    /// The wall clock at this instant.
    #[must_use]
    pub fn local(&self) -> Zoned {
        self.at.to_zoned(self.zone.tz().clone())
    }

    /// The night this instant belongs to: from noon to noon by the wall clock, named by the date of its evening.
    ///
    /// ```
    /// # use diary::{Moment, Zone};
    /// let at = "2026-03-29T03:12:00+02:00".parse().unwrap();
    /// let moment = Moment::new(at, Zone::named("Europe/Berlin").unwrap());
    /// assert_eq!(moment.night().to_string(), "2026-03-28");
    /// ```
    #[must_use]
    pub fn night(&self) -> NightId {
        let local = self.local();
        let mut evening = local.date();
        if local.hour() >= 12 {
            return NightId(evening);
        }
        while let Ok(before) = evening.yesterday() {
            evening = before;
            // A date that the zone skipped (Samoa had no 30 December 2011) had no evening, and so has no night.
            let noon = evening.at(12, 0, 0, 0).to_zoned(self.zone.tz().clone());
            if noon.is_ok_and(|noon| noon.date() == evening) {
                break;
            }
        }
        NightId(evening)
    }
}

/// A night, noon to noon by the wall clock, named by the date of its evening. Also names the day before that night.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct NightId(Date);

impl NightId {
    /// The night that begins on the evening of `date`.
    #[must_use]
    pub const fn of_evening(date: Date) -> Self {
        Self(date)
    }

    /// The date of the evening.
    #[must_use]
    pub const fn evening(self) -> Date {
        self.0
    }

    /// The night after this one (itself at the end of the calendar, year 9999).
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.tomorrow().unwrap_or(self.0))
    }

    /// The night before this one (itself at the start of the calendar).
    #[must_use]
    pub fn previous(self) -> Self {
        Self(self.0.yesterday().unwrap_or(self.0))
    }

    /// The night `days` later (earlier if negative), clamped to the calendar.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        Self(self.0.saturating_add(i64::from(days).days()))
    }

    /// Number of nights from `earlier` to this one: 0 for the same night, negative when `earlier` is later.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i32 {
        // Every page asks it of every night: a span, which also knows weeks and months, would take most of its time.
        let days = self.0.duration_since(earlier.0).as_hours() / 24;
        i32::try_from(days).unwrap_or(if days < 0 { i32::MIN } else { i32::MAX })
    }

    /// First instant (noon) and last instant (exclusive, the next noon) of this night for someone who stays in `zone`.
    ///
    /// # Errors
    /// Only at the very ends of the calendar.
    pub fn span(self, zone: &Zone) -> Result<(Timestamp, Timestamp), jiff::Error> {
        let noon = |date: Date| {
            date.at(12, 0, 0, 0)
                .to_zoned(zone.tz().clone())
                .map(|z| z.timestamp())
        };
        Ok((noon(self.0)?, noon(self.next().0)?))
    }
}

impl fmt::Display for NightId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for NightId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "NightId({})", self.0)
    }
}

impl std::str::FromStr for NightId {
    type Err = jiff::Error;
    fn from_str(text: &str) -> Result<Self, jiff::Error> {
        text.parse().map(Self)
    }
}
