//! Which backups are kept when there are many: the newest of each of the last days, weeks and months that have one.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// How many days, weeks and months keep their newest backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retention {
    /// Days that have a backup, counted from the newest.
    pub daily: usize,
    /// Weeks (from Monday) that have a backup.
    pub weekly: usize,
    /// Months that have a backup.
    pub monthly: usize,
}

impl Retention {
    /// A week of days, a month of weeks, a year of months: at most 23 files.
    pub const USUAL: Self = Self {
        daily: 7,
        weekly: 4,
        monthly: 12,
    };

    /// The instants whose backups are kept, of all that were made. Days, weeks and months are those of UTC. Gaps cost
    /// nothing: after a year without a backup, the old ones are still there.
    #[must_use]
    pub fn kept(&self, made: &[Timestamp]) -> BTreeSet<Timestamp> {
        let mut kept = BTreeSet::new();
        keep_newest(made, self.daily, |date| date, &mut kept);
        keep_newest(made, self.weekly, monday, &mut kept);
        keep_newest(made, self.monthly, Date::first_of_month, &mut kept);
        kept
    }
}

/// Keeps the newest of each of the last `count` spans that have any.
fn keep_newest(
    made: &[Timestamp],
    count: usize,
    span_of: impl Fn(Date) -> Date,
    kept: &mut BTreeSet<Timestamp>,
) {
    let newest_first: BTreeSet<std::cmp::Reverse<&Timestamp>> =
        made.iter().map(std::cmp::Reverse).collect();
    let mut spans = BTreeSet::new();
    for std::cmp::Reverse(at) in newest_first {
        let span = span_of(at.to_zoned(TimeZone::UTC).date());
        if spans.contains(&span) {
            continue;
        }
        if spans.len() == count {
            return;
        }
        spans.insert(span);
        kept.insert(*at);
    }
}

fn monday(date: Date) -> Date {
    let since = i64::from(date.weekday().to_monday_zero_offset());
    date.saturating_sub(jiff::ToSpan::days(since))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn days(number: i64) -> Vec<Timestamp> {
        (0..number)
            .map(|day| Timestamp::from_second(1_767_225_600 + day * 86_400).expect("in range"))
            .collect()
    }

    #[test]
    fn two_years_of_days_leave_a_week_a_month_and_a_year() {
        // From 1 January 2026 (a Thursday) to 31 December 2027 (a Friday).
        let made = days(730);
        let kept = Retention::USUAL.kept(&made);
        let dates: Vec<String> = kept
            .iter()
            .map(|at| at.to_zoned(TimeZone::UTC).date().to_string())
            .collect();
        let expected = [
            // The last day of each month, then of the weeks, then each day.
            "2027-01-31",
            "2027-02-28",
            "2027-03-31",
            "2027-04-30",
            "2027-05-31",
            "2027-06-30",
            "2027-07-31",
            "2027-08-31",
            "2027-09-30",
            "2027-10-31",
            "2027-11-30",
            "2027-12-12",
            "2027-12-19",
            "2027-12-25",
            "2027-12-26",
            "2027-12-27",
            "2027-12-28",
            "2027-12-29",
            "2027-12-30",
            "2027-12-31",
        ];
        assert_eq!(dates, expected);
    }

    #[test]
    fn a_long_pause_costs_nothing() {
        let mut made = days(3);
        made.push(made[2] + jiff::SignedDuration::from_hours(24 * 400));
        assert_eq!(Retention::USUAL.kept(&made).len(), 4);
        assert!(Retention::USUAL.kept(&[]).is_empty());
    }

    proptest! {
        #[test]
        fn the_newest_stays_few_stay_and_pruning_twice_is_pruning_once(
            seconds in prop::collection::vec(0..2_000_000_000_i64, 1..200),
        ) {
            let made: Vec<Timestamp> = seconds.iter().map(|s| Timestamp::from_second(*s).expect("in range")).collect();
            let kept = Retention::USUAL.kept(&made);
            prop_assert!(kept.contains(made.iter().max().expect("one at least")));
            prop_assert!(kept.len() <= 23);
            prop_assert!(kept.iter().all(|at| made.contains(at)));
            let again: Vec<Timestamp> = kept.iter().copied().collect();
            prop_assert_eq!(Retention::USUAL.kept(&again), kept);
        }
    }
}
