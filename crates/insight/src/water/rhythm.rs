//! The glasses of a day: even from getting up, fewer in the evening, none before bed.

use jiff::ToSpan;
use jiff::civil::{Time, time};

use super::{Hours, Rhythm};

/// Hours of sleep when nobody told (our judgement).
const RISING: Time = time(7, 0, 0, 0);
const BEDTIME: Time = time(22, 30, 0, 0);
/// Shortest and longest waking day in minutes for which told hours are believed.
const DAY: std::ops::RangeInclusive<i32> = 8 * 60..=22 * 60;
/// Minutes before the dry hours in which glasses are half as frequent (our judgement).
const TAPER: i32 = 120;
/// Size of a glass in millilitres that is aimed at.
const GLASS: f64 = 200.0;

/// How early the evening's drinks end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Taper {
    /// Two hours before bed.
    Usual,
    /// Three hours before bed: for who gets up at night, or could fall.
    Early,
}

impl Taper {
    fn dry_minutes(self) -> i32 {
        match self {
            Self::Usual => 120,
            Self::Early => 180,
        }
    }
}

/// The glasses of a day with so many millilitres.
pub(super) fn of(
    millilitres: u32,
    rising: Option<Time>,
    bedtime: Option<Time>,
    taper: Taper,
) -> Rhythm {
    let told = (rising, bedtime);
    let up = rising.unwrap_or(RISING);
    let mut hours = match told {
        (Some(_), Some(_)) => Hours::Told,
        _ => Hours::Assumed,
    };
    let mut awake = minutes_between(up, bedtime.unwrap_or(BEDTIME));
    if !DAY.contains(&awake) {
        hours = Hours::Assumed;
        awake = minutes_between(RISING, BEDTIME);
    }
    let wet = awake - taper.dry_minutes();
    let count = libm::round(f64::from(millilitres) / GLASS).max(1.0);
    let glass = libm::round(f64::from(millilitres) / count / 10.0) as u32 * 10;
    // Half the density in the last stretch: that stretch counts half as long.
    let weighted = f64::from(wet) - f64::from(TAPER) / 2.0;
    let glasses = (0..count as i32)
        .map(|glass| {
            let along = weighted * f64::from(glass) / count;
            let full = f64::from(wet - TAPER);
            let minute = if along <= full {
                along
            } else {
                full + 2.0 * (along - full)
            };
            after(up, libm::round(minute / 15.0) as i32 * 15)
        })
        .collect();
    Rhythm {
        glasses,
        glass,
        sips_from: after(up, wet),
        hours,
    }
}

/// Minutes from one time of day to the next that is another, over midnight if need be.
fn minutes_between(from: Time, to: Time) -> i32 {
    let minute = |time: Time| i32::from(time.hour()) * 60 + i32::from(time.minute());
    (minute(to) - minute(from)).rem_euclid(24 * 60)
}

fn after(from: Time, minutes: i32) -> Time {
    from.wrapping_add(i64::from(minutes).minutes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glasses_are_even_then_half_as_often_then_none() {
        let day = of(
            2000,
            Some(time(7, 0, 0, 0)),
            Some(time(23, 0, 0, 0)),
            Taper::Usual,
        );
        assert_eq!((day.glasses.len(), day.glass), (10, 200));
        assert_eq!(day.glasses[0], time(7, 0, 0, 0));
        assert_eq!(day.sips_from, time(21, 0, 0, 0));
        // 14 wet hours, the last two count half: 13 weighted hours for 10 glasses, one each 78 minutes.
        assert_eq!(day.glasses[1], time(8, 15, 0, 0));
        // The tenth falls at 702 weighted minutes, before the taper begins at 720.
        assert_eq!(day.glasses[9], time(18, 45, 0, 0));
        let early = of(
            2000,
            Some(time(7, 0, 0, 0)),
            Some(time(23, 0, 0, 0)),
            Taper::Early,
        );
        assert_eq!(early.sips_from, time(20, 0, 0, 0));
        assert!(early.glasses.iter().all(|&at| at < early.sips_from));
    }

    #[test]
    fn a_day_over_midnight_is_a_day() {
        let night_shift = of(
            1600,
            Some(time(15, 0, 0, 0)),
            Some(time(7, 0, 0, 0)),
            Taper::Usual,
        );
        assert_eq!(night_shift.hours, Hours::Told);
        assert_eq!(night_shift.sips_from, time(5, 0, 0, 0));
        assert!(night_shift.glasses.contains(&time(15, 0, 0, 0)));
    }

    #[test]
    fn hours_that_cannot_be_are_not_believed() {
        let slip = of(
            1600,
            Some(time(7, 0, 0, 0)),
            Some(time(8, 0, 0, 0)),
            Taper::Usual,
        );
        assert_eq!(slip.hours, Hours::Assumed);
        assert_eq!(slip.sips_from, time(20, 30, 0, 0));
    }
}
