//! The made-up person's diary: as simulated, with a trial that is over and one that runs.

use std::collections::BTreeMap;

use desk::Desk;
use diary::trial::{Arm, Followed, Look, TrialSeed};
use diary::{Act, Body, Entry, EntryId, Moment, NightId, Trial, Zone};
use insight::trial::{Course, Wish, calendar, change};
use jiff::{SignedDuration, Timestamp};
use simulate::Simulated;

/// A trial of the made-up person.
struct Test {
    template: &'static str,
    /// Nights of diary before it.
    after: Nights,
    /// Longest time, in weeks.
    weeks: u16,
    /// Logarithm of what it truly multiplies the cramps by.
    log_ratio: f64,
}

/// Counted from the first night of the diary, or back from the last.
enum Nights {
    FromFirst(i32),
    BeforeLast(i32),
}

/// The first has come to its end in a diary of a hundred nights, the second is in its second week.
const TESTS: [Test; 2] = [
    Test {
        template: "sleep-position",
        after: Nights::FromFirst(20),
        weeks: 10,
        // To about a fifth: large, so that ten weeks have something to tell.
        log_ratio: -1.6,
    },
    Test {
        template: "heat",
        after: Nights::BeforeLast(9),
        weeks: 12,
        // By a fifth.
        log_ratio: -0.22,
    },
];

/// Nights of diary that a trial is planned on.
const RUN_IN: i32 = 20;

/// Makes up the person and tells all of their diary up to `last_night`, as if it had been kept day by day.
pub(super) fn tell(
    desk: &Desk,
    seed: u64,
    last_night: NightId,
    nights: u16,
    now: &Moment,
) -> anyhow::Result<Simulated> {
    let first_night = last_night.plus_days(1 - i32::from(nights));
    let mut effects = BTreeMap::new();
    let mut told: Option<Timestamp> = None;
    let simulated = |effects: &BTreeMap<NightId, f64>| {
        simulate::demo_person_with(seed, last_night, &now.zone, u32::from(nights), effects)
    };
    let mut courses = Vec::new();
    for (number, test) in (0u8..).zip(&TESTS) {
        let begins = match test.after {
            Nights::FromFirst(nights) => first_night.plus_days(nights),
            Nights::BeforeLast(nights) => last_night.plus_days(-nights),
        };
        let Some(moment) = at(begins, &now.zone, 17) else {
            continue;
        };
        if begins.days_since(first_night) < RUN_IN || begins > last_night {
            continue;
        }
        let until_then: Vec<Entry> = (simulated(&effects).entries.into_iter())
            .filter(|entry| Some(entry.moment.at) > told && entry.moment.at < moment.at)
            .collect();
        desk.tell_all(&until_then, moment.at)?;
        told = until_then.last().map(|entry| entry.moment.at).max(told);
        let Some(template) = knowledge::template(test.template) else {
            continue;
        };
        let wish = Wish {
            template,
            own: None,
            first_night: begins,
            weeks: Some(test.weeks),
        };
        let Ok(proposal) = desk.propose(&wish, begins.evening(), &mut |_| {})? else {
            continue;
        };
        let id = desk.start(&proposal, TrialSeed(seed), moment, [number; 10])?;
        let started = desk.course(id)?;
        let Some(course) = started else { continue };
        for turn in calendar(&course) {
            let log_ratio = match turn.arm {
                Arm::A => test.log_ratio,
                Arm::B => 0.0,
            };
            *effects.entry(turn.night).or_insert(0.0) += log_ratio;
        }
        courses.push(course);
    }
    let person = simulated(&effects);
    let rest: Vec<Entry> = (person.entries.iter())
        .filter(|entry| Some(entry.moment.at) > told)
        .cloned()
        .collect();
    desk.tell_all(&rest, now.at)?;
    let answers: Vec<Entry> = (courses.iter())
        .flat_map(|course| answers(course, last_night, &now.zone))
        .collect();
    desk.tell_all(&answers, now.at)?;
    Ok(person)
}

/// What was answered about a trial in the mornings, and the planned looks.
fn answers(course: &Course, last_night: NightId, zone: &Zone) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut tell = |morning: NightId, trial: Trial| {
        if let Some(moment) = at(morning, zone, 9) {
            let number = u8::try_from(entries.len() % 251).unwrap_or(0);
            let mut random = [number; 10];
            // Apart from those of another trial.
            random[..4].copy_from_slice(&course.id.as_bytes()[12..]);
            entries.push(Entry {
                id: EntryId::new(moment.at, random),
                moment,
                act: Act::Tell {
                    body: Body::Trial(trial),
                },
            });
        }
    };
    let turns = calendar(course);
    for (index, turn) in turns.iter().enumerate() {
        if turn.night > last_night {
            break;
        }
        // Now and then nothing is answered, or it was done in part.
        let followed = match index % 11 {
            3 | 8 => None,
            6 => Some(Followed::Partly),
            _ => Some(Followed::Yes),
        };
        if let Some(Ok(event)) =
            followed.map(|followed| change::adherence(course, turn.night, followed))
        {
            tell(turn.night.next(), event);
        }
        let nights = u16::try_from(index + 1).unwrap_or(u16::MAX);
        if course.record().looks.contains(&nights) && turn.night < last_night {
            let (through, look) = (turn.night, Look::Planned);
            tell(
                turn.night.next(),
                Trial::Looked {
                    trial: course.id,
                    through,
                    look,
                },
            );
        }
    }
    entries
}

/// An hour of a day; `None` at the ends of the calendar.
fn at(day: NightId, zone: &Zone, hour: i64) -> Option<Moment> {
    let local = day.evening().at(0, 0, 0, 0);
    let local = local.checked_add(SignedDuration::from_hours(hour)).ok()?;
    let zoned = local.to_zoned(zone.tz().clone()).ok()?;
    Some(Moment::new(zoned.timestamp(), zone.clone()))
}
