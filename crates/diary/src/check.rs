//! What is wrong with an entry, as far as it can be told from the entry and the time alone.

mod sentence;
mod trial;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::entry::{Act, Body, Cramp, Entry, Fact, Helped};
use crate::time::{Moment, NightId};
use crate::trial::Trial;

/// An entry that contradicts itself, the clock or nature. Each message carries the value.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum BadEntry {
    InTheFuture {
        at: Moment,
    },
    LongAgo {
        date: Date,
    },
    EndsBeforeItBegins {
        began: Moment,
        ended: Moment,
    },
    HelpedAndDidNot,
    NightToCome {
        night: NightId,
        latest: NightId,
    },
    DayToCome {
        day: Date,
        latest: Date,
    },
    BirthYear {
        year: i16,
        low: i16,
        high: i16,
    },
    Height {
        centimetres: String,
    },
    Weight {
        kilograms: String,
    },
    LabUnit {
        length: usize,
    },
    RegistrationIsFixed,
    Contradiction {
        why: String,
    },
    Tampered {
        hash: String,
    },
    RegisteredTooLate {
        registered: Date,
        first_night: NightId,
    },
    BeginsTooLate {
        first_night: NightId,
        latest: NightId,
    },
    Backdated {
        from: NightId,
    },
}

/// How far a device's clock may run ahead before its entries are refused: 10 minutes.
pub const CLOCK_TOLERANCE: jiff::SignedDuration = jiff::SignedDuration::from_mins(10);

/// Height in centimetres: from the smallest to the tallest adults ever measured, and children.
const HEIGHT_CM: (u16, u16) = (45, 275);
/// Weight in kilograms, of the same.
const WEIGHT_KG: (u16, u16) = (2, 650);

/// Days by which a pause or a stop of a trial may be told late: who knows how the nights went must not choose them.
pub const BACKDATED_MOST: i32 = 3;

/// Days by which a trial may be registered before its first night.
pub const AHEAD_MOST: i32 = 28;

/// Earliest day anything can be told about: what is older is a slip of the finger, and would make a diary of endless
/// unanswered nights.
pub const EARLIEST: Date = jiff::civil::date(1900, 1, 1);

/// Latest day that is believed when a log is read; what is told is checked against the clock instead.
pub const LATEST: Date = jiff::civil::date(2199, 12, 31);

impl Entry {
    /// Checks what can be checked without the rest of the log, at the instant `now`.
    ///
    /// # Errors
    /// [`BadEntry`]: in the future beyond [`CLOCK_TOLERANCE`], before [`EARLIEST`], a cramp that ends before it begins
    /// or that something and nothing helped, a night or day that has not begun, an impossible year of birth, height or weight.
    pub fn check(&self, now: Timestamp) -> Result<(), BadEntry> {
        let latest = Moment::new(
            now.saturating_add(CLOCK_TOLERANCE).unwrap_or(now),
            self.moment.zone.clone(),
        );
        if self.moment.at > latest.at {
            return Err(BadEntry::InTheFuture {
                at: self.moment.clone(),
            });
        }
        not_long_ago(self.moment.local().date())?;
        match &self.act {
            Act::Replace {
                body: Body::Trial(Trial::Registered(_)),
                ..
            } => Err(BadEntry::RegistrationIsFixed),
            Act::Tell { body } | Act::Replace { body, .. } => {
                check_body(body, &self.moment, &latest)
            }
            Act::Retract { .. } | Act::Erase { .. } | Act::Erased => Ok(()),
        }
    }
}

fn check_body(body: &Body, moment: &Moment, latest: &Moment) -> Result<(), BadEntry> {
    match body {
        Body::Cramp(cramp) => check_cramp(cramp, moment, latest),
        Body::Morning(morning) => {
            not_long_ago(morning.night.evening())?;
            let latest = latest.night();
            if morning.night > latest {
                Err(BadEntry::NightToCome {
                    night: morning.night,
                    latest,
                })
            } else {
                Ok(())
            }
        }
        // The day begins before its night does: what was drunk at breakfast can be told at breakfast.
        Body::Exposure(exposure) => day(exposure.day.evening(), latest),
        Body::Fact(fact) => check_fact(fact, moment, latest),
        Body::Trial(trial) => trial::check(trial, moment, latest),
        // Its bounds are in its type, and its moment is checked with every entry's.
        Body::Food(_) => Ok(()),
    }
}

fn check_cramp(cramp: &Cramp, moment: &Moment, latest: &Moment) -> Result<(), BadEntry> {
    if cramp.helped.contains(&Helped::Nothing) && cramp.helped.len() > 1 {
        return Err(BadEntry::HelpedAndDidNot);
    }
    let Some(ended) = cramp.ended.map(|at| Moment::new(at, moment.zone.clone())) else {
        return Ok(());
    };
    if ended.at < moment.at {
        Err(BadEntry::EndsBeforeItBegins {
            began: moment.clone(),
            ended,
        })
    } else if ended.at > latest.at {
        Err(BadEntry::InTheFuture { at: ended })
    } else {
        Ok(())
    }
}

fn check_fact(fact: &Fact, moment: &Moment, latest: &Moment) -> Result<(), BadEntry> {
    match fact {
        Fact::BirthYear { year } => {
            let high = moment.local().year();
            let low = high - 120;
            if (low..=high).contains(year) {
                Ok(())
            } else {
                Err(BadEntry::BirthYear {
                    year: *year,
                    low,
                    high,
                })
            }
        }
        Fact::Height { centimetres } if !is_within(HEIGHT_CM, centimetres.get()) => {
            Err(BadEntry::Height {
                centimetres: centimetres.get().to_string(),
            })
        }
        Fact::Weight { kilograms } if !is_within(WEIGHT_KG, kilograms.get()) => {
            Err(BadEntry::Weight {
                kilograms: kilograms.get().to_string(),
            })
        }
        Fact::Condition {
            since: Some(since), ..
        }
        | Fact::Medicine {
            since: Some(since), ..
        } => day(*since, latest),
        Fact::Lab { taken, unit, .. } => {
            let length = unit.chars().count();
            if (1..=32).contains(&length) {
                day(*taken, latest)
            } else {
                Err(BadEntry::LabUnit { length })
            }
        }
        _ => Ok(()),
    }
}

fn is_within((low, high): (u16, u16), value: f64) -> bool {
    (f64::from(low)..=f64::from(high)).contains(&value)
}

/// The day has begun where the person is, and is not absurdly long ago.
fn day(day: Date, latest: &Moment) -> Result<(), BadEntry> {
    let latest = latest.local().date();
    if day > latest {
        Err(BadEntry::DayToCome { day, latest })
    } else {
        not_long_ago(day)
    }
}

fn not_long_ago(date: Date) -> Result<(), BadEntry> {
    if date < EARLIEST {
        Err(BadEntry::LongAgo { date })
    } else {
        Ok(())
    }
}
