//! A trial's registration: fixed before its first night, under a hash that shows every change.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use diary::entry::BadEntry;
use diary::trial::{
    Arm, Arms, Followed, Layout, Look, PauseReason, Record, Registration, Schedule, Subject,
    TrialSeed,
};
use diary::{Act, Body, Entry, Id, Log, Text, Trial};
use proptest::prelude::*;

use crate::{any, at, id, night, tell};

fn words(text: &str) -> Text {
    Text::new(text).unwrap()
}

/// Two pairs of periods of three nights from 4 May 2026.
pub(crate) fn record() -> Record {
    Record {
        subject: Subject {
            template: Id::new("bedtime-stretch").unwrap(),
            remedy: Some(Id::new("bedtime-stretch").unwrap()),
            name: words("Calf stretch before bed"),
        },
        arms: Arms {
            a_label: words("Stretch"),
            a: words("Stretch your calves."),
            b_label: words("No stretch"),
            b: words("No stretching."),
        },
        first_night: night("2026-05-04"),
        layout: Layout {
            period_nights: 3,
            pairs: 2,
            left_out: 1,
        },
        seed: TrialSeed(7),
        generator: words("ChaCha8"),
        schedule: Schedule::try_from("AAABBBBBBAAA".to_owned()).unwrap(),
        analysis: words("Cramps a night, fewer is better."),
        looks: vec![12],
        stop_rules: vec![words("A fall.")],
        engine: words("1"),
        knowledge: words("2"),
    }
}

fn registered(when: &str, record: Record) -> Entry {
    tell(
        1,
        at(when),
        Body::Trial(Trial::Registered(Box::new(Registration::seal(record)))),
    )
}

fn refused(entry: &Entry) -> BadEntry {
    entry.check(entry.moment.at).expect_err("refused")
}

#[test]
fn a_registration_belongs_before_its_first_night() {
    for (when, fits) in [
        ("2026-04-20T09:00[Europe/Berlin]", true),
        ("2026-05-04T21:00[Europe/Berlin]", true),
        // After midnight the first evening is over, though the night goes on till noon.
        ("2026-05-05T00:10[Europe/Berlin]", false),
        ("2026-05-07T09:00[Europe/Berlin]", false),
        // More than four weeks ahead.
        ("2026-04-01T09:00[Europe/Berlin]", false),
    ] {
        let entry = registered(when, record());
        assert_eq!(entry.check(entry.moment.at).is_ok(), fits, "{when}");
    }
    let late = refused(&registered("2026-05-07T09:00[Europe/Berlin]", record()));
    assert_eq!(
        late.to_string(),
        "The trial would be registered on 7 May 2026, after its first night (4 May 2026). A trial must be registered before it begins."
    );
}

#[test]
fn a_record_that_contradicts_itself_is_refused_with_the_reason() {
    let with = |change: fn(&mut Record)| {
        let mut record = record();
        change(&mut record);
        refused(&registered("2026-05-01T09:00[Europe/Berlin]", record)).to_string()
    };
    let schedule = |text: &str| Schedule::try_from(text.to_owned()).unwrap();
    assert!(with(|r| r.layout.pairs = 3).contains("12 nights and the plan 18"));
    assert!(with(|r| r.layout.left_out = 3).contains("3 of them are left out"));
    assert!(with(|r| r.looks = vec![6]).contains("last night"));
    assert!(with(|r| r.looks = vec![12, 6, 12]).contains("last night"));
    for wrong in ["AAABBBAAABAB", "AAAAAABBBBBB", "ABABABABABAB"] {
        let mut record = record();
        record.schedule = schedule(wrong);
        let why = refused(&registered("2026-05-01T09:00[Europe/Berlin]", record));
        assert!(why.to_string().contains("pairs"), "{wrong}: {why}");
    }
    for wrong in ["", "AAC", "aab", &"A".repeat(731)] {
        assert!(Schedule::try_from(wrong.to_owned()).is_err(), "{wrong}");
    }
}

#[test]
fn a_registration_cannot_be_corrected_only_taken_back() {
    let first = registered("2026-05-01T09:00[Europe/Berlin]", record());
    let correction = Entry {
        id: id(2),
        act: Act::Replace {
            target: first.id,
            body: Body::Trial(Trial::Registered(Box::new(Registration::seal(record())))),
        },
        ..first.clone()
    };
    assert_eq!(refused(&correction), BadEntry::RegistrationIsFixed);
    let back = Entry {
        id: id(3),
        act: Act::Retract { target: first.id },
        ..first.clone()
    };
    assert_eq!(back.check(back.moment.at), Ok(()));
    assert!(Log::from_entries(&[first, back]).told().is_empty());
}

#[test]
fn a_changed_record_no_longer_fits_its_hash() {
    let mut sealed = Registration::seal(record());
    assert!(sealed.is_intact());
    assert_eq!(sealed.hash.len(), 64);
    sealed.record.seed = TrialSeed(8);
    assert!(!sealed.is_intact());
    let entry = tell(
        1,
        at("2026-05-01T09:00[Europe/Berlin]"),
        Body::Trial(Trial::Registered(Box::new(sealed))),
    );
    assert!(matches!(refused(&entry), BadEntry::Tampered { .. }));
}

#[test]
fn the_written_form_and_its_hash_are_what_they_were() {
    // A hash in a diary must be the same for ever: when this fails, old trials look forged.
    assert_eq!(
        record().hash(),
        "b9c29dc5fe21a06a46db32962e9c58f9be8f11c32f11fe675da0c5c7d48c9959"
    );
    let line =
        diary::written::write(&registered("2026-05-01T09:00[Europe/Berlin]", record())).unwrap();
    assert!(
        line.contains(r#""body":{"kind":"trial","event":"registered","record":{"subject":{"template":"bedtime-stretch""#),
        "{line}"
    );
    assert!(line.contains(r#""schedule":"AAABBBBBBAAA""#), "{line}");
}

#[test]
fn events_of_days_to_come_and_long_ago_are_refused() {
    let trial = id(9);
    let check = |event: Trial| {
        let entry = tell(1, at("2026-05-10T09:00[Europe/Berlin]"), Body::Trial(event));
        entry.check(entry.moment.at)
    };
    let followed = Followed::Yes;
    let adherence = |day: &str| Trial::Adherence {
        trial,
        day: night(day),
        followed,
    };
    assert_eq!(check(adherence("2026-05-10")), Ok(()));
    assert!(matches!(
        check(adherence("2026-05-11")),
        Err(BadEntry::DayToCome { .. })
    ));
    let pause = |from: &str| Trial::Paused {
        trial,
        from: night(from),
        why: PauseReason::Travel,
    };
    assert_eq!(check(pause("2026-05-07")), Ok(()));
    assert!(matches!(
        check(pause("2026-05-06")),
        Err(BadEntry::Backdated { .. })
    ));
    assert!(matches!(
        check(Trial::Looked {
            trial,
            through: night("2026-05-12"),
            look: Look::Peek
        }),
        Err(BadEntry::DayToCome { .. })
    ));
}

#[test]
fn what_is_told_about_a_trial_makes_no_night() {
    let answer = tell(
        1,
        at("2026-05-10T09:00[Europe/Berlin]"),
        Body::Trial(Trial::Adherence {
            trial: id(9),
            day: night("2026-05-09"),
            followed: Followed::No,
        }),
    );
    assert!(diary::nights(&Log::from_entries(&[answer]), night("2026-05-10")).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    /// Every change of a schedule's arm shows in the hash, and a whole record is accepted.
    #[test]
    fn whatever_is_registered_is_sealed(record in any::trial::record(), at in proptest::arbitrary::any::<prop::sample::Index>()) {
        prop_assert_eq!(record.contradiction(), None);
        let sealed = Registration::seal(record.clone());
        prop_assert!(sealed.is_intact());
        let mut arms = record.schedule.arms().to_vec();
        let at = at.index(arms.len());
        arms[at] = if arms[at] == Arm::A { Arm::B } else { Arm::A };
        let forged = Registration { record: Record { schedule: Schedule::new(arms).unwrap(), ..record }, hash: sealed.hash };
        prop_assert!(!forged.is_intact());
    }
}
