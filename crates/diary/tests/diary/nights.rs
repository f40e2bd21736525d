//! Nights run from noon to noon by the wall clock, through every kind of clock change and journey.

use diary::entry::{Answer, Origin};
use diary::{Amount, Body, Cramp, Entry, Exposure, Id, Log, Morning, Outcome, Score, Zone, nights};

use crate::{at, counted, cramp, morning, night, tell};

/// The night of each instant.
fn check_night(cases: &[(&str, &str)]) {
    for (when, evening) in cases {
        assert_eq!(at(when).night().to_string(), *evening, "{when}");
    }
}

/// Each night with its outcome, from the first to the last.
fn outcomes(entries: &[Entry]) -> Vec<(String, Outcome)> {
    let log = Log::from_entries(entries);
    nights(&log, night("1900-01-01"))
        .into_iter()
        .map(|n| (n.id.to_string(), n.outcome))
        .collect()
}

fn hours(evening: &str, zone: &str) -> f64 {
    let (from, to) = night(evening)
        .span(&Zone::named(zone).expect("known"))
        .expect("in the calendar");
    to.duration_since(from).as_secs_f64() / 3600.0
}

#[test]
fn a_night_begins_at_noon() {
    check_night(&[
        ("2026-06-10T11:59:59.999[Europe/Berlin]", "2026-06-09"),
        ("2026-06-10T12:00[Europe/Berlin]", "2026-06-10"),
        ("2026-06-10T23:59[Europe/Berlin]", "2026-06-10"),
        ("2026-06-11T00:00[Europe/Berlin]", "2026-06-10"),
        ("2026-01-01T03:00[Europe/Berlin]", "2025-12-31"),
        ("2028-03-01T03:00[Europe/Berlin]", "2028-02-29"),
    ]);
}

#[test]
fn daylight_saving_shortens_and_lengthens_but_never_splits_a_night() {
    let cases = [
        ("Europe/Berlin", "2026-03-28", 23.0),
        ("Europe/Berlin", "2026-10-24", 25.0),
        ("Europe/Berlin", "2026-06-10", 24.0),
        ("Australia/Lord_Howe", "2026-10-03", 23.5),
        ("Australia/Lord_Howe", "2026-04-04", 24.5),
    ];
    for (zone, evening, long) in cases {
        assert_eq!(hours(evening, zone), long, "{zone} {evening}");
        let zone = Zone::named(zone).unwrap();
        let (from, to) = night(evening).span(&zone).unwrap();
        let mut instant = from;
        while instant < to {
            assert_eq!(
                diary::Moment::new(instant, zone.clone()).night(),
                night(evening),
                "{instant}"
            );
            instant += jiff::SignedDuration::from_mins(10);
        }
        assert_eq!(diary::Moment::new(to, zone).night(), night(evening).next());
    }
}

#[test]
fn the_hour_that_comes_twice_belongs_to_one_night_and_keeps_its_order() {
    let first = cramp(2, "2026-10-25T02:30+02:00[Europe/Berlin]");
    let second = cramp(1, "2026-10-25T02:30+01:00[Europe/Berlin]");
    let log = Log::from_entries(&[second.clone(), first.clone()]);
    let all = nights(&log, night("2026-10-24"));
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].outcome, Outcome::AtLeast(2));
    let instants: Vec<_> = all[0].cramps.iter().map(|(moment, _)| moment.at).collect();
    assert_eq!(instants, [first.moment.at, second.moment.at]);
}

#[test]
fn flying_east_over_the_date_line_repeats_a_date_and_loses_nothing() {
    // Friday night in Auckland, then a flight to Honolulu and Friday night again.
    let entries = [
        cramp(1, "2026-07-11T03:00[Pacific/Auckland]"),
        cramp(2, "2026-07-11T03:00[Pacific/Honolulu]"),
    ];
    assert!(entries[0].moment.at < entries[1].moment.at);
    assert_eq!(
        outcomes(&entries),
        [("2026-07-10".into(), Outcome::AtLeast(2))]
    );
}

#[test]
fn flying_west_over_the_date_line_leaves_a_missing_night_not_a_zero() {
    let entries = [
        counted(1, "2026-07-10T08:00[Pacific/Honolulu]", "2026-07-09", 1),
        counted(2, "2026-07-12T08:00[Pacific/Auckland]", "2026-07-11", 0),
    ];
    let expected = [
        ("2026-07-09".into(), Outcome::Exactly(1)),
        ("2026-07-10".into(), Outcome::Missing),
        ("2026-07-11".into(), Outcome::Exactly(0)),
    ];
    assert_eq!(outcomes(&entries), expected);
}

#[test]
fn a_date_that_a_country_skipped_has_no_night() {
    // Samoa went from Thursday 29 December 2011 to Saturday 31 December.
    check_night(&[
        ("2011-12-29T11:59[Pacific/Apia]", "2011-12-28"),
        ("2011-12-29T23:30[Pacific/Apia]", "2011-12-29"),
        ("2011-12-31T03:00[Pacific/Apia]", "2011-12-29"),
        ("2011-12-31T11:59[Pacific/Apia]", "2011-12-29"),
        ("2011-12-31T12:00[Pacific/Apia]", "2011-12-31"),
    ]);
    assert_eq!(hours("2011-12-29", "Pacific/Apia"), 24.0);
    assert_eq!(hours("2011-12-30", "Pacific/Apia"), 0.0);
    let entries = [
        counted(1, "2011-12-31T08:00[Pacific/Apia]", "2011-12-29", 1),
        counted(2, "2012-01-01T08:00[Pacific/Apia]", "2011-12-31", 0),
    ];
    assert_eq!(
        outcomes(&entries)[1],
        ("2011-12-30".into(), Outcome::Missing)
    );
}

#[test]
fn zero_is_an_answer_and_silence_is_not() {
    let entries = [
        counted(1, "2026-06-02T08:00[Europe/Berlin]", "2026-06-01", 0),
        tell(
            2,
            at("2026-06-03T08:00[Europe/Berlin]"),
            Body::Morning(Morning {
                pain: None,
                ..morning("2026-06-02")
            }),
        ),
        counted(3, "2026-06-04T08:00[Europe/Berlin]", "2026-06-03", 2),
    ];
    let expected = [Outcome::Exactly(0), Outcome::Missing, Outcome::Exactly(2)];
    let found: Vec<_> = outcomes(&entries)
        .into_iter()
        .map(|(_, outcome)| outcome)
        .collect();
    assert_eq!(found, expected);
    assert_eq!(expected.map(Outcome::seen), [Some(0), None, Some(2)]);
    assert!(nights(&Log::default(), night("2026-06-01")).is_empty());
}

#[test]
fn nights_reach_through_the_asked_one_without_a_hole() {
    let log = Log::from_entries(&[counted(
        1,
        "2024-02-29T08:00[Europe/Berlin]",
        "2024-02-28",
        1,
    )]);
    let found: Vec<String> = nights(&log, night("2024-03-02"))
        .iter()
        .map(|n| n.id.to_string())
        .collect();
    assert_eq!(
        found,
        ["2024-02-28", "2024-02-29", "2024-03-01", "2024-03-02"]
    );
    assert_eq!(
        nights(&log, night("2020-01-01")).len(),
        1,
        "an earlier end takes nothing away"
    );
}

#[test]
fn the_count_is_the_larger_of_answer_and_entries() {
    let two = [
        cramp(1, "2026-06-02T01:00[Europe/Berlin]"),
        cramp(2, "2026-06-02T03:00[Europe/Berlin]"),
    ];
    assert_eq!(outcomes(&two)[0].1, Outcome::AtLeast(2));
    for (answered, count) in [(0, 2), (1, 2), (2, 2), (5, 5)] {
        let mut entries = two.to_vec();
        entries.push(counted(
            3,
            "2026-06-02T08:00[Europe/Berlin]",
            "2026-06-01",
            answered,
        ));
        assert_eq!(
            outcomes(&entries)[0].1,
            Outcome::Exactly(count),
            "answered {answered}"
        );
    }
}

#[test]
fn a_second_morning_corrects_what_it_answers_and_keeps_the_rest() {
    let first = Morning {
        pain: Score::new(7).ok(),
        ..morning("2026-06-01")
    };
    let entries = [
        counted(3, "2026-06-02T10:00[Europe/Berlin]", "2026-06-01", 3),
        counted(1, "2026-06-02T07:00[Europe/Berlin]", "2026-06-01", 1),
        tell(
            2,
            at("2026-06-02T08:00[Europe/Berlin]"),
            Body::Morning(first),
        ),
    ];
    let all = nights(&Log::from_entries(&entries), night("2026-06-01"));
    assert_eq!((all.len(), all[0].outcome), (1, Outcome::Exactly(3)));
    assert_eq!(all[0].pain.map(Score::get), Some(7));
}

#[test]
fn the_worst_pain_of_the_night_counts() {
    let with_pain = |n, pain| {
        let body = Body::Cramp(Cramp {
            pain: Score::new(pain).ok(),
            ..Cramp::default()
        });
        tell(n, at("2026-06-02T01:00[Europe/Berlin]"), body)
    };
    let told = Morning {
        pain: Score::new(4).ok(),
        ..morning("2026-06-01")
    };
    let told = tell(
        9,
        at("2026-06-02T08:00[Europe/Berlin]"),
        Body::Morning(told),
    );
    let pain = |entries: &[Entry]| {
        nights(&Log::from_entries(entries), night("2026-06-01"))[0]
            .pain
            .map(Score::get)
    };
    assert_eq!(
        pain(&[with_pain(1, 3), with_pain(2, 8), told.clone()]),
        Some(8)
    );
    assert_eq!(pain(&[with_pain(1, 3), told]), Some(4));
    assert_eq!(pain(&[cramp(1, "2026-06-02T01:00[Europe/Berlin]")]), None);
}

#[test]
fn the_latest_answer_about_a_day_holds_wherever_it_was_given() {
    let exposure = |n, when: &str, answer| {
        let (day, factor) = (night("2026-07-10"), Id::new("alcohol").unwrap());
        tell(
            n,
            at(when),
            Body::Exposure(Exposure {
                day,
                factor,
                answer,
                origin: Origin::Asked,
            }),
        )
    };
    // Later by the wall clock, earlier in time.
    let auckland = exposure(
        2,
        "2026-07-11T07:00[Pacific/Auckland]",
        Answer::YesNo(false),
    );
    let honolulu = exposure(
        1,
        "2026-07-10T22:00[Pacific/Honolulu]",
        Answer::Amount(Amount::new(2.0).unwrap()),
    );
    let all = nights(
        &Log::from_entries(&[honolulu, auckland]),
        night("2026-07-10"),
    );
    assert_eq!(all[0].exposures["alcohol"].answer.value(), 2.0);
    assert_eq!(
        all[0].outcome,
        Outcome::Missing,
        "a check-in says nothing about the night"
    );
}

#[test]
fn a_damaged_date_does_not_make_endless_nights() {
    let when = "2026-06-11T08:00[Europe/Berlin]";
    let mut entries = vec![counted(1, when, "2026-06-10", 2)];
    let honest = outcomes(&entries);
    entries.push(counted(2, when, "-009999-01-01", 1));
    entries.push(counted(3, when, "9999-12-30", 1));
    assert_eq!(outcomes(&entries), honest);
}

/// Told only where a cramp came, it would make every such factor look guilty: it is a detail of the cramp and no answer
/// about the day.
#[test]
fn how_one_lay_at_a_cramp_is_no_exposure_of_the_night() {
    let body = Body::Cramp(Cramp {
        toes_pointed: Some(true),
        bedding_heavy: Some(true),
        soreness: Score::new(4).ok(),
        ..Cramp::default()
    });
    let log = Log::from_entries(&[tell(1, at("2026-06-10T03:00[Europe/Berlin]"), body)]);
    let nights = nights(&log, night("2026-06-09"));
    assert!(nights[0].exposures.is_empty());
    assert_eq!(nights[0].soreness, None, "that of the next day is another");
}
