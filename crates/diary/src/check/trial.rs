//! What is wrong with an event of a trial, as far as it can be told without the rest of the log.

use crate::time::{Moment, NightId};
use crate::trial::{Registration, Trial};

use super::{AHEAD_MOST, BACKDATED_MOST, BadEntry, day};

/// Checks an event that was told at `moment`; `latest` is the present, with some tolerance.
pub(super) fn check(trial: &Trial, moment: &Moment, latest: &Moment) -> Result<(), BadEntry> {
    day(moment.local().date(), latest)?;
    match trial {
        Trial::Registered(registration) => registered(registration, moment),
        Trial::Adherence { day: about, .. } | Trial::Guess { day: about, .. } => {
            day(about.evening(), latest)
        }
        Trial::Looked { through, .. } => day(through.evening(), latest),
        Trial::Paused { from, .. } | Trial::Resumed { from, .. } | Trial::Stopped { from, .. } => {
            day(from.evening(), latest)?;
            let told = NightId::of_evening(moment.local().date());
            if told.days_since(*from) > BACKDATED_MOST {
                Err(BadEntry::Backdated { from: *from })
            } else {
                Ok(())
            }
        }
    }
}

fn registered(registration: &Registration, moment: &Moment) -> Result<(), BadEntry> {
    let record = &registration.record;
    if let Some(why) = record.contradiction() {
        return Err(BadEntry::Contradiction { why });
    }
    if !registration.is_intact() {
        return Err(BadEntry::Tampered {
            hash: registration.hash.clone(),
        });
    }
    let registered = moment.local().date();
    let (today, first_night) = (NightId::of_evening(registered), record.first_night);
    if first_night < today {
        return Err(BadEntry::RegisteredTooLate {
            registered,
            first_night,
        });
    }
    let latest = today.plus_days(AHEAD_MOST);
    if first_night > latest {
        return Err(BadEntry::BeginsTooLate {
            first_night,
            latest,
        });
    }
    Ok(())
}
