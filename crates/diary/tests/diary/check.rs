//! What an entry alone can get wrong, told with the value.

use diary::entry::{Answer, BadEntry, CLOCK_TOLERANCE, Helped, Origin};
use diary::{Amount, Body, Cramp, Entry, Exposure, Fact, Id, Morning};
use jiff::civil::date;

use crate::{at, cramp, morning, night, tell};

const NOW: &str = "2026-06-10T09:00[Europe/Berlin]";

fn refusal(entry: &Entry) -> BadEntry {
    entry.check(at(NOW).at).expect_err("refused")
}

fn accept(entry: &Entry) {
    entry.check(at(NOW).at).expect("accepted");
}

fn fact(fact: Fact) -> Entry {
    tell(1, at(NOW), Body::Fact(fact))
}

#[test]
fn a_cramp_in_the_future_is_refused_in_local_time() {
    accept(&cramp(1, NOW));
    let mut ahead = cramp(1, NOW);
    ahead.moment.at += CLOCK_TOLERANCE;
    accept(&ahead);
    ahead.moment.at += jiff::SignedDuration::from_secs(1);
    let error = refusal(&ahead);
    assert!(matches!(error, BadEntry::InTheFuture { .. }));
    assert!(
        error
            .to_string()
            .contains("10 June 2026 09:10 in Europe/Berlin"),
        "{error}"
    );
}

#[test]
fn a_cramp_ends_after_it_began_and_before_now() {
    let lasting = |ended: &str| {
        let body = Body::Cramp(Cramp {
            ended: Some(at(ended).at),
            ..Cramp::default()
        });
        tell(1, at("2026-06-10T03:00[Europe/Berlin]"), body)
    };
    accept(&lasting("2026-06-10T03:00[Europe/Berlin]"));
    accept(&lasting("2026-06-10T03:04[Europe/Berlin]"));
    let error = refusal(&lasting("2026-06-10T02:59[Europe/Berlin]"));
    assert!(
        error.to_string().contains("02:59") && error.to_string().contains("03:00"),
        "{error}"
    );
    assert!(matches!(
        refusal(&lasting("2026-06-10T10:00[Europe/Berlin]")),
        BadEntry::InTheFuture { .. }
    ));
}

#[test]
fn nothing_helped_stands_alone() {
    let helped = |helped: &[Helped]| {
        let body = Body::Cramp(Cramp {
            helped: helped.iter().copied().collect(),
            ..Cramp::default()
        });
        tell(1, at("2026-06-10T03:00[Europe/Berlin]"), body)
    };
    accept(&helped(&[Helped::Stretching, Helped::Warmth]));
    accept(&helped(&[Helped::Nothing]));
    let error = refusal(&helped(&[Helped::Stretching, Helped::Nothing]));
    assert_eq!(error, BadEntry::HelpedAndDidNot);
}

#[test]
fn a_night_is_answered_once_it_has_begun() {
    let about = |about: &str| tell(1, at(NOW), Body::Morning(Morning { ..morning(about) }));
    accept(&about("2026-06-09"));
    let error = refusal(&about("2026-06-10"));
    assert!(
        error.to_string().contains("10 June 2026") && error.to_string().contains("9 June 2026"),
        "{error}"
    );
    assert!(matches!(
        refusal(&about("0026-06-09")),
        BadEntry::LongAgo { .. }
    ));
}

#[test]
fn a_day_is_answered_once_it_has_begun() {
    let on = |day: &str| {
        let (day, factor) = (night(day), Id::new("alcohol").unwrap());
        let answer = Answer::Amount(Amount::new(1.0).unwrap());
        tell(
            1,
            at(NOW),
            Body::Exposure(Exposure {
                day,
                factor,
                answer,
                origin: Origin::Asked,
            }),
        )
    };
    accept(&on("2026-06-10"));
    accept(&on("2026-06-01"));
    let error = refusal(&on("2026-06-11"));
    assert!(matches!(error, BadEntry::DayToCome { .. }));
    assert!(
        error.to_string().contains("11 June 2026") && error.to_string().contains("10 June 2026"),
        "{error}"
    );
    assert!(matches!(
        refusal(&on("1899-12-31")),
        BadEntry::LongAgo { .. }
    ));
}

#[test]
fn a_device_with_a_clock_long_ago_is_noticed() {
    assert!(matches!(
        refusal(&cramp(1, "1899-12-31T12:00[UTC]")),
        BadEntry::LongAgo { .. }
    ));
    accept(&cramp(1, "1970-01-01T00:00[UTC]"));
}

#[test]
fn facts_must_be_possible() {
    accept(&fact(Fact::BirthYear { year: 1958 }));
    for year in [1905, 2027, i16::MIN, i16::MAX] {
        let error = refusal(&fact(Fact::BirthYear { year }));
        assert!(error.to_string().contains(&year.to_string()), "{error}");
    }
    let amount = |x| Amount::new(x).unwrap();
    accept(&fact(Fact::Height {
        centimetres: amount(163.5),
    }));
    let error = refusal(&fact(Fact::Height {
        centimetres: amount(1.64),
    }));
    assert_eq!(
        error.to_string(),
        "The height is 1.64: it must be from 45 to 275 centimetres."
    );
    assert!(
        refusal(&fact(Fact::Weight {
            kilograms: amount(0.0)
        }))
        .to_string()
        .contains("weight is 0")
    );
    let condition = Id::new("hypertension").unwrap();
    let since = |since| {
        fact(Fact::Condition {
            condition: condition.clone(),
            present: true,
            since,
        })
    };
    accept(&since(None));
    accept(&since(Some(date(2026, 6, 10))));
    assert!(matches!(
        refusal(&since(Some(date(2026, 6, 11)))),
        BadEntry::DayToCome { .. }
    ));
    let lab = |unit: &str, taken| {
        let (test, value) = (Id::new("magnesium").unwrap(), amount(0.8));
        fact(Fact::Lab {
            test,
            value,
            unit: unit.to_owned(),
            taken,
        })
    };
    accept(&lab("mmol/L", date(2026, 6, 1)));
    assert!(
        refusal(&lab("", date(2026, 6, 1)))
            .to_string()
            .contains("0 characters")
    );
    assert!(matches!(
        refusal(&lab("mmol/L", date(2027, 6, 1))),
        BadEntry::DayToCome { .. }
    ));
}
