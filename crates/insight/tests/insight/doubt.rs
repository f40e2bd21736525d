//! What can hardly be is asked about, what cannot be is refused, and ordinary facts pass.

use super::common::{Having, TODAY, healthy, id};
use diary::entry::{Fact, Sex};
use diary::{Amount, Person, Text};
use insight::doubt;
use jiff::civil::{Date, date};

fn pregnancy(due: Option<Date>) -> Fact {
    Fact::Pregnancy {
        pregnant: true,
        due,
    }
}

fn medicine(dose: &str, since: Option<Date>) -> Fact {
    Fact::Medicine {
        medicine: id("furosemide"),
        taking: true,
        since,
        dose: Some(Text::new(dose).unwrap()),
    }
}

fn lab(value: f64, unit: &str) -> Fact {
    Fact::Lab {
        test: id("calcium"),
        value: Amount::new(value).unwrap(),
        unit: unit.to_owned(),
        taken: date(2026, 3, 2),
    }
}

#[test]
fn asked_refused_or_taken() {
    let woman = healthy(30, Sex::Female);
    let old = healthy(82, Sex::Female);
    let man = healthy(40, Sex::Male);
    let pregnant = healthy(30, Sex::Female).pregnant();
    let asked = Some(true);
    let refused = Some(false);
    let cases: [(&str, &Person, Fact, Option<bool>); 17] = [
        ("pregnant at 82", &old, pregnancy(None), asked),
        ("a pregnant man", &man, pregnancy(None), asked),
        (
            "pregnant at 30",
            &woman,
            pregnancy(Some(date(2027, 3, 1))),
            None,
        ),
        (
            "due last year",
            &woman,
            pregnancy(Some(date(2025, 10, 1))),
            refused,
        ),
        (
            "due last week",
            &woman,
            pregnancy(Some(date(2026, 11, 12))),
            None,
        ),
        (
            "due in two years",
            &woman,
            pregnancy(Some(date(2028, 11, 12))),
            refused,
        ),
        (
            "not pregnant at 82",
            &old,
            Fact::Pregnancy {
                pregnant: false,
                due: None,
            },
            None,
        ),
        (
            "born 1944 and pregnant",
            &pregnant,
            Fact::BirthYear { year: 1944 },
            asked,
        ),
        (
            "born 1996 and pregnant",
            &pregnant,
            Fact::BirthYear { year: 1996 },
            None,
        ),
        (
            "male and pregnant",
            &pregnant,
            Fact::Sex { sex: Sex::Male },
            asked,
        ),
        ("10,000 mg", &woman, medicine("10,000 mg", None), asked),
        ("40 mg", &woman, medicine("40 mg", None), None),
        (
            "before birth",
            &woman,
            medicine("40 mg", Some(date(1980, 1, 1))),
            refused,
        ),
        ("calcium in mg/dL", &woman, lab(9.4, "mmol/L"), refused),
        ("calcium", &woman, lab(2.4, "mmol/L"), None),
        ("unknown unit", &woman, lab(2.4, "stones"), refused),
        (
            "magnesium in mg/dL",
            &woman,
            Fact::Lab {
                test: id("magnesium"),
                value: Amount::new(2.0).unwrap(),
                unit: "mmol/L".to_owned(),
                taken: date(2026, 3, 2),
            },
            asked,
        ),
    ];
    for (name, person, fact, expected) in cases {
        let doubt = doubt(person, &fact, TODAY);
        assert_eq!(
            doubt.as_ref().map(insight::Doubt::is_question),
            expected,
            "{name}: {doubt:?}"
        );
    }
}
