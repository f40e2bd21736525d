//! Which nights a summary is about.

use diary::{Night, NightId};
use jiff::civil::Date;

/// The time a person asks to be summed up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// The last so many weeks.
    Weeks(u16),
    /// From one evening to another, both included.
    Between(Date, Date),
    /// The whole diary.
    All,
}

/// The weeks that are summed up unless something else is asked for: long enough for a pattern, recent enough for a visit.
pub const USUAL_WEEKS: u16 = 12;

impl Default for Span {
    fn default() -> Self {
        Self::Weeks(USUAL_WEEKS)
    }
}

/// The nights of a summary: those of the diary within the span. Never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first night.
    pub first: NightId,
    /// The last night.
    pub last: NightId,
}

impl Span {
    /// The nights of the diary within the span, up to the night before `today`; `None` when there are none.
    #[must_use]
    pub fn of(self, nights: &[Night], today: NightId) -> Option<Period> {
        let (first, last) = match self {
            Self::Weeks(weeks) => (today.plus_days(-7 * i32::from(weeks)), today.previous()),
            Self::Between(first, last) => (NightId::of_evening(first), NightId::of_evening(last)),
            Self::All => (nights.first()?.id, today.previous()),
        };
        let first = first.max(nights.first()?.id);
        let last = last.min(nights.last()?.id);
        (first <= last).then_some(Period { first, last })
    }
}

impl Period {
    /// Whether a night belongs to it.
    #[must_use]
    pub fn has(self, night: NightId) -> bool {
        (self.first..=self.last).contains(&night)
    }
}
