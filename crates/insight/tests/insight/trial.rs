//! A trial's way through its days: turns, pauses, stops, and what holds it back.

use diary::entry::Sex;
use diary::trial::{
    Arm, Arms, Followed, Layout, PauseReason, Record, Registration, Schedule, StopReason, Subject,
    TrialSeed,
};
use diary::{Act, Body, Entry, EntryId, Log, Moment, NightId, Text, Trial, Zone};
use insight::trial::{
    ChangeError, Course, Hold, Standing, Watch, ahead, calendar, change, coming, courses,
    register::statistics, result, standing,
};
use jiff::Timestamp;
use proptest::prelude::*;

use super::common::{Having, healthy, id, nights, today};

fn words(text: &str) -> Text {
    Text::new(text).unwrap()
}

/// A record of pairs of periods in the order of these letters, from a first night on.
pub(crate) fn record(
    first_night: NightId,
    periods: &str,
    period_nights: u16,
    left_out: u16,
) -> Record {
    let arms: Vec<Arm> = periods
        .chars()
        .flat_map(|letter| {
            let arm = if letter == 'A' { Arm::A } else { Arm::B };
            std::iter::repeat_n(arm, usize::from(period_nights))
        })
        .collect();
    Record {
        subject: Subject {
            template: id("bedtime-stretch"),
            remedy: Some(id("bedtime-stretch")),
            name: words("Calf stretch before bed"),
        },
        arms: Arms {
            a_label: words("Stretch"),
            a: words("Stretch your calves."),
            b_label: words("No stretch"),
            b: words("No stretching."),
        },
        first_night,
        layout: Layout {
            period_nights,
            pairs: u16::try_from(periods.len() / 2).unwrap(),
            left_out,
        },
        seed: TrialSeed(1),
        generator: words("ChaCha8"),
        looks: vec![u16::try_from(arms.len()).unwrap()],
        schedule: Schedule::new(arms).unwrap(),
        analysis: words(""),
        stop_rules: Vec::new(),
        engine: words(""),
        knowledge: words(""),
    }
}

/// A log of a registration and events, each told a minute after the other.
pub(crate) fn log(record: Record, events: &[Trial]) -> Log {
    let at = |minute: usize| {
        let second = 1_778_000_000 + 60 * i64::try_from(minute).unwrap();
        Timestamp::from_second(second).unwrap()
    };
    let entry = |minute: usize, event: Trial| Entry {
        id: trial_id(minute),
        moment: Moment::new(at(minute), Zone::utc()),
        act: Act::Tell {
            body: Body::Trial(event),
        },
    };
    let first = entry(0, Trial::Registered(Box::new(Registration::seal(record))));
    let rest = events
        .iter()
        .enumerate()
        .map(|(n, event)| entry(n + 1, event.clone()));
    let entries: Vec<Entry> = std::iter::once(first).chain(rest).collect();
    Log::from_entries(&entries)
}

fn trial_id(n: usize) -> EntryId {
    let at = Timestamp::from_second(1_778_000_000 + i64::try_from(n).unwrap()).unwrap();
    EntryId::new(at, [7; 10])
}

fn course(record: Record, events: &[Trial]) -> Course {
    courses(&log(record, events)).remove(0)
}

fn paused(from: NightId) -> Trial {
    Trial::Paused {
        trial: trial_id(0),
        from,
        why: PauseReason::Travel,
    }
}

fn resumed(from: NightId) -> Trial {
    Trial::Resumed {
        trial: trial_id(0),
        from,
    }
}

#[test]
fn each_day_has_its_standing() {
    let first = today();
    let plain = course(record(first, "ABBA", 3, 1), &[]);
    let at = |days: i32| standing(&plain, first.plus_days(days));
    assert_eq!(at(-1), Standing::RunIn { begins: first });
    for (days, arm, counts) in [(0, Arm::A, false), (1, Arm::A, true), (3, Arm::B, false)] {
        match at(days) {
            Standing::Running { turn } => {
                assert_eq!((turn.arm, turn.counts), (arm, counts), "day {days}");
                assert_eq!(turn.index, usize::try_from(days).unwrap());
            }
            other => panic!("day {days}: {other:?}"),
        }
    }
    assert!(matches!(at(11), Standing::Running { .. }));
    assert_eq!(
        at(12),
        Standing::Finished {
            last: first.plus_days(11)
        }
    );
}

#[test]
fn a_pause_makes_the_schedule_wait_and_the_wear_off_begin_again() {
    let first = today();
    let record = record(first, "ABBA", 3, 1);
    let events = [paused(first.plus_days(5)), resumed(first.plus_days(9))];
    let course = course(record.clone(), &events);
    let turns = calendar(&course);
    assert_eq!(turns.len(), 12, "no drawn night is lost");
    let nights: Vec<i32> = turns.iter().map(|t| t.night.days_since(first)).collect();
    assert_eq!(nights, [0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 14, 15]);
    // The last night of the second period comes after the pause: it would count, but B has to settle again.
    assert!(!turns[5].counts && turns[4].counts && turns[7].counts);
    assert_eq!(
        standing(&course, first.plus_days(6)),
        Standing::Paused {
            since: first.plus_days(5),
            why: PauseReason::Travel
        }
    );
    // While it lasts nobody can say what comes.
    let open = self::course(record, &events[..1]);
    assert_eq!(calendar(&open).len(), 5);
    assert!(coming(&open, first.plus_days(6)).is_empty());
    assert!(matches!(
        standing(&open, first.plus_days(300)),
        Standing::Paused { .. }
    ));
}

#[test]
fn a_stop_ends_it_and_keeps_what_was() {
    let first = today();
    let stop = Trial::Stopped {
        trial: trial_id(0),
        from: first.plus_days(4),
        why: StopReason::Burden,
        note: None,
    };
    let course = course(record(first, "ABBA", 3, 0), &[stop]);
    assert_eq!(calendar(&course).len(), 4);
    assert!(matches!(
        standing(&course, first.plus_days(4)),
        Standing::Stopped { .. }
    ));
    assert!(!standing(&course, first).is_open());
}

#[test]
fn instructions_are_listed_by_date() {
    let first = today();
    let course = course(record(first, "ABBA", 2, 0), &[]);
    let coming = coming(&course, first.plus_days(1));
    assert_eq!(coming.len(), 7);
    assert_eq!(coming[0].day, first.plus_days(1));
    assert_eq!((coming[0].number, coming[0].of), (2, 8));
    assert_eq!(coming[1].label, "No stretch");
    assert_eq!(coming[1].text, "No stretching.");
}

/// A calendar shows every day of a trial, but what it asks only up to the end of the period that runs.
#[test]
fn what_comes_later_is_not_told() {
    let first = today();
    let course = course(record(first, "ABBA", 3, 0), &[]);
    let told = |today: NightId| -> String {
        (ahead(&course, first, today).iter())
            .map(|day| {
                day.instruction
                    .as_ref()
                    .map_or('-', |told| told.arm.letter())
            })
            .collect()
    };
    assert_eq!(told(first.previous()), "------------");
    assert_eq!(told(first), "AAA---------");
    assert_eq!(told(first.plus_days(4)), "AAABBB------");
    assert_eq!(told(first.plus_days(40)), "AAABBBBBBAAA");
    let from = ahead(&course, first.plus_days(4), first.plus_days(4));
    assert_eq!((from.len(), from[0].number, from[0].of), (8, 5, 12));
}

/// A trial that was registered under other bets is not judged in silence by the ones of today.
#[test]
fn a_result_says_when_the_statistics_have_changed_since_the_registration() {
    let kept = nights(&[0, 2, 1, 3, 0, 1, 2, 2, 0, 1, 3, 1].map(Some));
    let first = today().plus_days(-11);
    let told = |engine: &str| {
        let record = Record {
            engine: words(engine),
            ..record(first, "ABBAAB", 2, 0)
        };
        let found = result(&course(record, &[]), &kept, today()).unwrap();
        let said = texts::Sentence::in_turn(found.numbers.diagnostics).to_string();
        said.contains("registered under version")
    };
    assert!(told("3"), "before trials had a version of their own");
    assert!(told("99, trials 99"));
    assert!(!told(&statistics()));
}

#[test]
fn changes_that_make_no_sense_are_refused_with_a_sentence() {
    let first = today();
    let record = record(first, "ABBA", 3, 0);
    let running = course(record.clone(), &[]);
    let why = PauseReason::Illness;
    let day = first.plus_days(4);
    assert!(change::pause(&running, day, why, day).is_ok());
    assert!(matches!(
        change::pause(&running, first, why, first.previous()),
        Err(ChangeError::NotBegun { .. })
    ));
    assert!(matches!(
        change::resume(&running, day, day),
        Err(ChangeError::NotPaused { .. })
    ));
    let waits = course(record.clone(), &[paused(day)]);
    assert!(matches!(
        change::pause(&waits, day, why, day),
        Err(ChangeError::PausedAlready { .. })
    ));
    assert!(change::resume(&waits, day.next(), day.next()).is_ok());
    assert!(matches!(
        change::adherence(&waits, day.next(), Followed::Yes),
        Err(ChangeError::PausedThen { .. })
    ));
    assert!(matches!(
        change::adherence(&running, first.plus_days(50), Followed::Yes),
        Err(ChangeError::NotItsDay { .. })
    ));
    assert!(matches!(
        change::stop(&running, day, StopReason::Other, None, first.plus_days(50)),
        Err(ChangeError::Over { .. })
    ));
    // Two trials of one remedy at once.
    let subject = &record.subject;
    let refused =
        change::may_start(std::slice::from_ref(&running), subject, day).expect_err("refused");
    assert!(
        refused.to_string().contains("on trial already"),
        "{refused}"
    );
    assert!(change::may_start(&[running], subject, first.plus_days(50)).is_ok());
    let other = Subject {
        remedy: Some(id("evening-walk")),
        ..subject.clone()
    };
    assert!(change::may_start(&[waits], &other, day).is_ok());
}

#[test]
fn a_registration_taken_back_takes_its_events_with_it() {
    let log = log(record(today(), "AB", 2, 0), &[paused(today())]);
    let orphan: Vec<Entry> = log
        .told()
        .iter()
        .skip(1)
        .map(|told| Entry {
            id: told.id,
            moment: told.moment.clone(),
            act: Act::Tell {
                body: told.body.clone(),
            },
        })
        .collect();
    assert!(courses(&Log::from_entries(&orphan)).is_empty());
}

#[test]
fn safety_comes_before_every_trial_and_every_day_of_it() {
    let remedy = |id: &str| knowledge::remedy(id);
    let quiet = nights(&[Some(1); 20]);
    let ask = |remedy_id: &str, person: &diary::Person| {
        Watch::over(person, &quiet, today()).holds(remedy(remedy_id))
    };
    let well = healthy(60, Sex::Female);
    assert!(ask("bedtime-stretch", &well).is_ok());
    let on_warfarin = well.clone().taking_medicine("warfarin");
    match ask("vitamin-k2", &on_warfarin) {
        Err(hold @ Hold::Blocked(_)) => assert!(hold.reason().to_string().contains("warfarin")),
        other => panic!("{other:?}"),
    }
    match ask(
        "magnesium-supplement",
        &well.clone().with_condition("kidney-disease"),
    ) {
        Err(Hold::Blocked(_)) => {}
        other => panic!("{other:?}"),
    }
    match ask("magnesium-supplement", &diary::Person::default()) {
        Err(Hold::Unknown(missing)) => assert!(!missing.is_empty()),
        other => panic!("{other:?}"),
    }
    let flagged = well.clone().with_flag("one-leg-swollen-warm-red");
    for id in ["bedtime-stretch", "loose-bedding"] {
        match ask(id, &flagged) {
            Err(Hold::HelpFirst(raised)) => assert!(raised.iter().all(|one| one.silences)),
            other => panic!("{other:?}"),
        }
    }
    assert!(matches!(
        Watch::over(&flagged, &quiet, today()).holds(None),
        Err(Hold::HelpFirst(_))
    ));
    assert_eq!(
        ask("loose-bedding", &healthy(16, Sex::Male)),
        Err(Hold::Minor)
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    /// Whatever the pauses, every drawn night has exactly one turn, in order, outside all pauses, and which nights count
    /// does not depend on what was drawn.
    #[test]
    fn every_night_has_its_turn(
        flips in prop::collection::vec(any::<bool>(), 1..6),
        period_nights in 1_u16..8,
        left in 0_u16..8,
        pauses in prop::collection::vec((0_i32..60, 1_i32..20), 0..4),
    ) {
        let left_out = left.min(period_nights - 1);
        let first = today();
        let periods = |swap: bool| -> String {
            flips.iter().map(|&f| if f == swap { "AB" } else { "BA" }).collect()
        };
        let mut day = 0;
        let mut events = Vec::new();
        for (after, length) in &pauses {
            let from = day + after + 1;
            day = from + length;
            events.extend([paused(first.plus_days(from)), resumed(first.plus_days(day))]);
        }
        let one = course(record(first, &periods(true), period_nights, left_out), &events);
        let other = course(record(first, &periods(false), period_nights, left_out), &events);
        let turns = calendar(&one);
        prop_assert_eq!(turns.len(), one.record().schedule.arms().len());
        for (index, turn) in turns.iter().enumerate() {
            prop_assert_eq!(turn.index, index);
            prop_assert_eq!(turn.arm, one.record().schedule.arms()[index]);
            prop_assert!(!one.is_paused_on(turn.night));
        }
        prop_assert!(turns.windows(2).all(|two| two[0].night < two[1].night));
        let counted = |course: &Course| calendar(course).iter().map(|t| (t.night, t.counts)).collect::<Vec<_>>();
        prop_assert_eq!(counted(&one), counted(&other));
    }
}
