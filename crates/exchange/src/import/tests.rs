//! A tidy diary in, the same nights out, and nothing twice.

use super::*;
use crate::dates;
use crate::table::parse;
use diary::entry::{Act, Answer, Origin};
use diary::{
    Amount, Body, Count, Entry, EntryId, Exposure, Id, Moment, Morning, NightId, Outcome, Score,
};

const DIARY: &str = "date,cramps,pain,note,alcohol,dehydration\n\
    2026-03-27,2,6,\"left calf, bad\",1.5,yes\n2026-03-28,0,,,0,no\n2026-03-30,,,,,1\n";

fn now() -> Timestamp {
    "2026-04-01T09:00:00Z".parse().expect("an instant")
}

fn zone() -> Zone {
    Zone::named("Europe/Berlin").expect("a zone")
}

fn read(text: &str, log: &Log) -> Result<Import, String> {
    import(
        &parse(text.as_bytes()).expect("table"),
        &[],
        &zone(),
        log,
        now(),
    )
    .map_err(|error| error.to_string())
}

#[test]
fn a_diary_becomes_nights() {
    let import = read(DIARY, &Log::default()).expect("a diary");
    assert_eq!((import.nights, import.entries.len()), (3, 7));
    let nights = diary::nights(
        &Log::from_entries(&import.entries),
        NightId::of_evening(dates::date_of(0)),
    );
    let outcomes: Vec<Outcome> = nights.iter().map(|night| night.outcome).collect();
    assert_eq!(
        outcomes,
        [
            Outcome::Exactly(2),
            Outcome::Exactly(0),
            Outcome::Missing,
            Outcome::Missing
        ]
    );
    let value = |night: usize, factor: &str| {
        nights[night]
            .exposures
            .get(factor)
            .map(|v| (v.answer.value(), v.origin))
    };
    assert_eq!(value(0, "alcohol"), Some((1.5, Origin::Imported)));
    assert_eq!(value(1, "dehydration"), Some((0.0, Origin::Imported)));
    assert_eq!(value(2, "alcohol"), None);
    assert_eq!(value(3, "dehydration"), Some((1.0, Origin::Imported)));
}

#[test]
fn the_same_file_again_changes_nothing_and_a_corrected_one_corrects() {
    let first = read(DIARY, &Log::default()).expect("a diary");
    assert_eq!(read(DIARY, &Log::default()).expect("a diary"), first);
    // One import, one instant: what was brought together can be taken back together.
    let made_at = |entry: &Entry| entry.id.as_bytes()[..6].to_vec();
    let instants: std::collections::BTreeSet<_> = first.entries.iter().map(made_at).collect();
    assert_eq!(instants.len(), 1);
    let log = Log::from_entries(&first.entries);
    let again = read(DIARY, &log).expect("a diary");
    assert_eq!((again.entries.len(), again.unchanged), (0, 7));
    let corrected = DIARY.replace("2026-03-28,0", "2026-03-28,4");
    let second = read(&corrected, &log).expect("a diary");
    assert_eq!(
        (second.entries.len(), second.unchanged, second.corrected),
        (1, 6, 1)
    );
    let all: Vec<Entry> = first
        .entries
        .iter()
        .chain(&second.entries)
        .cloned()
        .collect();
    let nights = diary::nights(
        &Log::from_entries(&all),
        NightId::of_evening(dates::date_of(0)),
    );
    assert_eq!(nights[1].outcome, Outcome::Exactly(4));
}

#[test]
fn what_the_person_answered_by_hand_wins_over_a_file() {
    let at: Timestamp = "2026-03-29T06:30:00Z".parse().expect("an instant");
    let imported = read(DIARY, &Log::default()).expect("a diary");
    let night: NightId = "2026-03-28".parse().expect("a night");
    let Body::Morning(mut morning) = (match &imported.entries[3].act {
        Act::Tell { body } => body.clone(),
        _ => panic!("tells"),
    }) else {
        panic!("a morning")
    };
    assert_eq!(morning.night, night);
    morning.cramps = Some(Count::new(1).expect("a count"));
    let by_hand = Entry {
        id: EntryId::new(at, [7; 10]),
        moment: Moment::new(at, zone()),
        act: Act::Tell {
            body: Body::Morning(morning),
        },
    };
    let all: Vec<Entry> = imported.entries.iter().chain([&by_hand]).cloned().collect();
    let log = Log::from_entries(&all);
    assert_eq!(diary::nights(&log, night)[1].outcome, Outcome::Exactly(1));
    assert_eq!(read(DIARY, &log).expect("a diary").entries.len(), 0);
}

#[test]
fn refusals_name_line_and_column() {
    let says = |text: &str, words: &str| {
        let message = read(text, &Log::default()).expect_err(text);
        assert!(message.contains(words), "{text:?}: {message}");
    };
    says("day,cramps\n2026-03-27,1\n", "no column ‘date’");
    says(
        "date,cramps,mood,tea\n2026-03-27,1,2,3\n",
        "mood, tea. Leave them out with --ignore mood,tea",
    );
    says("date,statin\n2026-03-27,1\n", "statin");
    says("date\n2026-03-27\n", "no column to import");
    says("date,cramps\n1,1\n", "whole numbers");
    says(
        "date,cramps\n2026-03-27,1.5\n",
        "Line 2: ‘1.5’ in the column ‘cramps’ is not a whole number",
    );
    says("date,cramps\n2026-03-27,-1\n", "Line 2: ‘-1’");
    says(
        "date,cramps\n2026-03-27,120\n",
        "Line 2, column ‘cramps’: The number of cramps is 120: it must be from 0 to 99.",
    );
    says(
        "date,pain\n2026-03-27,11\n",
        "The score is 11: it must be from 0 to 10.",
    );
    says(
        "date,alcohol\n2026-03-27,lots\n",
        "Line 2: ‘lots’ in the column ‘alcohol’ is not a number",
    );
    says(
        "date;cramps\n2026-03-27;1.000\n",
        "Line 2: ‘1.000’ in the column ‘cramps’ may mean 1000 or 1.",
    );
    says(
        "date\talcohol\n2026-03-26\t2\n2026-03-27\t3,100\n",
        "Line 3: ‘3,100’ in the column ‘alcohol’ may mean 3100 or 3.1.",
    );
    says(
        &format!("date,{}\n2026-03-27,1\n", "x".repeat(9_000)),
        "--ignore COLUMN,..,",
    );
    says("date,dehydration\n2026-03-27,2\n", "is not yes or no");
    says("date,cramps\n2026-04-03,1\n", "Line 2: ");
    says(
        "date,cramps,Cramps\n2026-03-27,1,1\n",
        "both stand for ‘cramps’",
    );
}

#[test]
fn columns_can_be_left_out() {
    let table = parse(b"date,cramps,mood\n2026-03-27,1,good\n").expect("table");
    let import =
        import(&table, &["mood".into()], &zone(), &Log::default(), now()).expect("a diary");
    assert_eq!(import.entries.len(), 1);
}

/// The log after some imports, each from its zone; every one at a later time.
fn imported(files: &[(&str, &str)]) -> (Vec<Entry>, Import) {
    let mut entries: Vec<Entry> = Vec::new();
    let mut last = None;
    for (hours, (text, zone)) in (0..).zip(files) {
        let table = parse(text.as_bytes()).expect("table");
        let zone = Zone::named(zone).expect("a zone");
        let log = Log::from_entries(&entries);
        let now = now() + jiff::SignedDuration::from_hours(hours);
        let import = import(&table, &[], &zone, &log, now).expect("a diary");
        entries.extend(import.entries.iter().cloned());
        last = Some(import);
    }
    (entries, last.expect("an import"))
}

fn outcome(entries: &[Entry], night: &str) -> (Outcome, Option<f64>) {
    let night: NightId = night.parse().expect("a night");
    let nights = diary::nights(&Log::from_entries(entries), night);
    let night = nights.into_iter().find(|other| other.id == night);
    let night = night.expect("the night");
    let drinks = night.exposures.get("alcohol");
    (night.outcome, drinks.map(|value| value.answer.value()))
}

#[test]
fn a_correction_from_another_time_zone_holds() {
    let corrected = DIARY
        .replace("2026-03-27,2", "2026-03-27,5")
        .replace("1.5,yes", "3,yes");
    for (first, second) in [
        ("Europe/Berlin", "America/New_York"),
        ("Europe/Berlin", "Asia/Tokyo"),
    ] {
        let (entries, import) = imported(&[(DIARY, first), (&corrected, second)]);
        assert_eq!(
            (import.entries.len(), import.corrected, import.unchanged),
            (2, 2, 5)
        );
        assert_eq!(
            outcome(&entries, "2026-03-27"),
            (Outcome::Exactly(5), Some(3.0)),
            "{second}"
        );
        let (_, again) = imported(&[(DIARY, first), (&corrected, second), (&corrected, first)]);
        assert_eq!((again.entries.len(), again.unchanged), (0, 7));
    }
}

fn by_hand(at: &str, body: Body) -> Entry {
    let at: Timestamp = at.parse().expect("an instant");
    Entry {
        id: EntryId::new(at, [7; 10]),
        moment: Moment::new(at, zone()),
        act: Act::Tell { body },
    }
}

#[test]
fn what_the_person_answered_before_noon_is_kept() {
    let alcohol = |origin| {
        Body::Exposure(Exposure {
            day: "2026-03-27".parse().expect("a day"),
            factor: Id::new("alcohol").expect("an id"),
            answer: Answer::Amount(Amount::new(4.0).expect("an amount")),
            origin,
        })
    };
    for origin in [Origin::Asked, Origin::ConfirmedUsual] {
        let mut entries = vec![by_hand("2026-03-27T08:00:00Z", alcohol(origin))];
        let first = read(DIARY, &Log::from_entries(&entries)).expect("a diary");
        assert_eq!((first.entries.len(), first.kept), (6, 1));
        entries.extend(first.entries);
        assert_eq!(
            outcome(&entries, "2026-03-27"),
            (Outcome::Exactly(2), Some(4.0))
        );
        let again = read(DIARY, &Log::from_entries(&entries)).expect("a diary");
        assert_eq!(
            (again.entries.len(), again.kept, again.unchanged),
            (0, 1, 6)
        );
    }
}

#[test]
fn of_a_morning_the_person_answered_only_the_open_fields_are_taken() {
    // In Auckland the night of the 27th begins, and is answered, before it is noon in Berlin.
    let at: Timestamp = "2026-03-27T00:30:00Z".parse().expect("an instant");
    let night: NightId = "2026-03-27".parse().expect("a night");
    let morning = Morning {
        cramps: Some(Count::new(1).expect("a count")),
        ..Morning::silent(night)
    };
    let own = Entry {
        moment: Moment::new(at, Zone::named("Pacific/Auckland").expect("a zone")),
        ..by_hand("2026-03-27T00:30:00Z", Body::Morning(morning))
    };
    let mut entries = vec![own];
    let first = read(DIARY, &Log::from_entries(&entries)).expect("a diary");
    entries.extend(first.entries);
    let nights = diary::nights(&Log::from_entries(&entries), night);
    assert_eq!(nights[0].outcome, Outcome::Exactly(1));
    assert_eq!(nights[0].pain, Some(Score::new(6).expect("a score")));
    let again = read(DIARY, &Log::from_entries(&entries)).expect("a diary");
    assert_eq!(
        (again.entries.len(), again.kept, again.unchanged),
        (0, 1, 6)
    );
    let only_cramps = "date,cramps\n2026-03-27,1\n";
    let same = read(only_cramps, &Log::from_entries(&entries[..1])).expect("a diary");
    assert_eq!((same.entries.len(), same.kept, same.unchanged), (0, 0, 1));
}

#[test]
fn what_was_taken_back_is_told_again_even_in_the_same_instant() {
    let mut entries = read(DIARY, &Log::default()).expect("a diary").entries;
    let retractions: Vec<Entry> = (0..)
        .zip(&entries)
        .map(|(n, told)| Entry {
            id: EntryId::new(now(), [n; 10]),
            moment: Moment::new(now(), zone()),
            act: Act::Retract { target: told.id },
        })
        .collect();
    entries.extend(retractions);
    let again = read(DIARY, &Log::from_entries(&entries)).expect("a diary");
    assert_eq!(again.entries.len(), 7);
    assert!(
        again
            .entries
            .iter()
            .all(|new| entries.iter().all(|old| old.id != new.id))
    );
    let made = |entry: &Entry| entry.id.as_bytes()[..6].to_vec();
    assert!(
        again
            .entries
            .iter()
            .all(|entry| made(entry) == made(&again.entries[0]))
    );
}
