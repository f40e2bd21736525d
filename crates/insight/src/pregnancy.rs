//! Where in a pregnancy the person is on a day, by the due date: its effect on cramps belongs to the second and third trimester.

use diary::person::Pregnancy;
use diary::{NightId, Person};
use jiff::civil::Date;

use crate::facts::Facts;

/// Days before the due date at which a pregnancy begins to be counted: 40 weeks.
const DAYS: i32 = 280;
/// Day at which the second trimester begins: week 14.
const SECOND_TRIMESTER: i32 = 14 * 7;
/// Days that due dates of one pregnancy differ by at most; what differs more is another pregnancy.
const OF_ONE_PREGNANCY: i32 = 150;

/// Whether the person is in the second or third trimester now. Pregnant without a due date counts as such (our judgement: cramps
/// are what brings people here, and they come late in a pregnancy).
pub(crate) fn late_now(person: &Person, facts: &Facts, today: Date) -> Option<bool> {
    let pregnant = facts.pregnant()?;
    let due = person.pregnancy.as_ref().and_then(|one| one.due);
    Some(match due {
        Some(due) if pregnant => day_of(due, today) >= SECOND_TRIMESTER,
        _ => pregnant,
    })
}

/// Whether any pregnancy was told with a due date: without one no day of the diary differs from another.
pub(crate) fn is_dated(person: &Person) -> bool {
    told(person).any(|one| one.pregnant && one.due.is_some())
}

/// All that was ever told, oldest first.
fn told(person: &Person) -> impl Iterator<Item = &Pregnancy> {
    person.former_pregnancies.iter().chain(&person.pregnancy)
}

/// The same on a day of the diary, from all that was ever told; `None` where nothing that was told says so. A pregnancy without a
/// due date says nothing about other days than that of its answer.
pub(crate) fn late_on(person: &Person, day: Date) -> Option<bool> {
    let told: Vec<&Pregnancy> = told(person).collect();
    if told.is_empty() {
        return None;
    }
    for (at, one) in told.iter().enumerate() {
        let Some(due) = one.due.filter(|_| one.pregnant) else {
            continue;
        };
        let next = told.get(at + 1);
        let is_corrected = next.is_some_and(|next| {
            next.pregnant
                && next
                    .due
                    .is_none_or(|other| days(due, other).abs() <= OF_ONE_PREGNANCY)
        });
        if is_corrected {
            continue;
        }
        let over = next.map_or(due, |next| next.answered);
        let since = day_of(due, day);
        if (SECOND_TRIMESTER..).contains(&since) && day < over {
            return Some(true);
        }
        // After the due date nobody knows until it is told.
        if next.is_none() && day >= over {
            return None;
        }
        if (0..SECOND_TRIMESTER).contains(&since) {
            return Some(false);
        }
    }
    let undated = |one: &&Pregnancy| one.pregnant && one.due.is_none();
    (!told.iter().any(undated)).then_some(false)
}

/// Days of the pregnancy gone by.
pub(crate) fn day_of(due: Date, day: Date) -> i32 {
    DAYS - days(day, due)
}

fn days(from: Date, to: Date) -> i32 {
    NightId::of_evening(to).days_since(NightId::of_evening(from))
}
