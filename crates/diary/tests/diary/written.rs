//! The written form: what is written is read back, in one way only, and what is wrong is named.

use diary::written::{read, write};
use diary::{Amount, Count, Entry, EntryId, Id, Minutes, Score, Text};
use proptest::prelude::*;

use crate::{any, counted, cramp};

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn what_is_written_is_read_back(entry in any::entry()) {
        let line = write(&entry).unwrap();
        prop_assert!(!line.contains('\n'));
        let again = read(&line).unwrap();
        prop_assert_eq!(&again, &entry);
        prop_assert_eq!(write(&again).unwrap(), line);
    }
}

/// A line with one character replaced, cut at a place, or left alone.
fn damaged(line: &str, at: usize, with: Option<char>) -> String {
    let chars: Vec<char> = line.chars().collect();
    let at = at % chars.len();
    match with {
        Some(with) => chars
            .iter()
            .enumerate()
            .map(|(i, &c)| if i == at { with } else { c })
            .collect(),
        None => chars[..at].iter().collect(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4000) })]

    /// The quick reader of exposures takes nothing that the general one refuses, and reads nothing otherwise.
    #[test]
    fn quick_and_general_reading_agree(
        entry in any::entry(),
        at in proptest::arbitrary::any::<usize>(),
        with in prop::option::of(prop::sample::select("0129-.eE+nul\"\\,:{}[] azTZ/é".chars().collect::<Vec<_>>())),
    ) {
        let line = write(&entry).unwrap();
        for line in [&line, &damaged(&line, at, with)] {
            let general = serde_json::from_str::<Entry>(line).map_err(|error| format!("This is not an entry of a diary: {error}."));
            prop_assert_eq!(read(line).map_err(|error| error.to_string()), general);
        }
    }
}

const HEAD: &str = r#""id":"01a0c450-6c01-7101-8101-010101010101","at":"2026-09-21T14:13:20Z","zone":"Europe/Berlin""#;

fn body(body: &str) -> String {
    format!(r#"{{{HEAD},"act":"tell","body":{body}}}"#)
}

/// Reading the body fails with all of these words.
fn check_refused(body_text: &str, words: &[&str]) {
    check_line_refused(&body(body_text), words);
}

fn check_line_refused(line: &str, words: &[&str]) {
    let message = read(line).expect_err(line).to_string();
    for word in words {
        assert!(message.contains(word), "“{word}” is not in “{message}”");
    }
}

#[test]
fn the_form_is_what_it_was() {
    let line = write(&counted(
        1,
        "2026-09-22T08:00[Europe/Berlin]",
        "2026-09-21",
        2,
    ))
    .unwrap();
    let expected = r#"{"id":"01a0c450-6c01-7101-8101-010101010101","at":"2026-09-22T06:00:00Z","zone":"Europe/Berlin","act":"tell","body":{"kind":"morning","night":"2026-09-21","cramps":2}}"#;
    assert_eq!(line, expected);
    let line = write(&cramp(1, "2026-09-21T16:13:20[Europe/Berlin]")).unwrap();
    assert_eq!(line, body(r#"{"kind":"cramp"}"#));
    // As it was before a cramp knew how one lay: read as it was, and written so.
    let older = body(r#"{"kind":"cramp","side":"left","pain":7,"note":"woke me"}"#);
    assert_eq!(write(&read(&older).unwrap()).unwrap(), older);
    let whole = body(
        r#"{"kind":"cramp","muscle":"calf","position":"on-back","toes_pointed":true,"bedding_heavy":false,"helped":["stretching","walking"],"soreness":3}"#,
    );
    assert_eq!(write(&read(&whole).unwrap()).unwrap(), whole);
    read(&body(r#"{"kind":"fact","fact":"medicine","medicine":"amlodipine","taking":true,"since":"2020-01-31"}"#)).unwrap();
}

#[test]
fn other_spellings_of_the_same_entry_are_written_in_one_way() {
    let one = body(r#"{"kind":"exposure","day":"2026-09-20","factor":"alcohol","answer":2.0}"#);
    let other = r#" {"body":{"answer":2,"origin":"asked","factor":"alcohol","kind":"exposure","day":"2026-09-20"},
        "act":"tell","zone":"europe/berlin","at":"2026-09-21T16:13:20.000+02:00",
        "id":"01A0C4506C017101810101010101 0101"} "#
        .replace(" 0101\"", "0101\"");
    assert_eq!(write(&read(&other).unwrap()).unwrap(), one);
}

#[test]
fn a_value_out_of_bounds_is_named() {
    check_refused(
        r#"{"kind":"cramp","pain":11}"#,
        &["score", "11", "from 0 to 10"],
    );
    for grams in ["0", "5000", "-1"] {
        let body = format!(r#"{{"kind":"food","food":"banana","grams":{grams}}}"#);
        check_refused(&body, &["portion", grams, "from 0.1 to 3000 g"]);
    }
    check_refused(
        r#"{"kind":"cramp","position":"upside-down"}"#,
        &["upside-down", "on-back"],
    );
    check_refused(r#"{"kind":"cramp","helped":["beer"]}"#, &["beer"]);
    check_refused(r#"{"kind":"cramp","toes_pointed":"a bit"}"#, &["a bit"]);
    check_refused(
        r#"{"kind":"cramp","pain":-1}"#,
        &["score", "-1", "from 0 to 10"],
    );
    check_refused(r#"{"kind":"cramp","pain":6.5}"#, &["score", "6.5", "whole"]);
    check_refused(
        r#"{"kind":"cramp","pain":"seven"}"#,
        &["score", "seven", "0 to 10"],
    );
    check_refused(
        r#"{"kind":"morning","night":"2026-09-20","cramps":1.5}"#,
        &["cramps", "1.5", "whole"],
    );
    check_refused(
        r#"{"kind":"morning","night":"2026-09-20","cramps":100}"#,
        &["cramps", "100", "99"],
    );
    check_refused(
        r#"{"kind":"morning","night":"2026-09-20","cramps":1e300}"#,
        &["cramps", "99"],
    );
    check_refused(
        r#"{"kind":"morning","night":"2026-09-20","minutes":1441}"#,
        &["minutes", "1441", "1440"],
    );
    check_refused(
        r#"{"kind":"morning","night":"2026-09-31"}"#,
        &["2026-09", "1..=30"],
    );
    let exposure = |answer: &str| {
        format!(r#"{{"kind":"exposure","day":"2026-09-20","factor":"alcohol","answer":{answer}}}"#)
    };
    check_refused(&exposure("-2"), &["amount", "-2"]);
    check_refused(&exposure("1e7"), &["amount", "10000000"]);
    check_refused(&exposure("\"two\""), &["two", "amount"]);
    check_refused(&exposure("null"), &["null", "amount"]);
    check_refused(
        &exposure("2").replace("alcohol", "Al Cohol"),
        &["Al Cohol", "lower-case"],
    );
}

#[test]
fn whole_numbers_may_be_written_with_a_point() {
    let entry = read(&body(
        r#"{"kind":"morning","night":"2026-09-20","cramps":2.0}"#,
    ))
    .unwrap();
    assert!(write(&entry).unwrap().contains(r#""cramps":2}"#));
}

#[test]
fn a_field_nobody_knows_is_refused_rather_than_lost() {
    check_refused(r#"{"kind":"cramp","pian":5}"#, &["pian"]);
    check_refused(
        r#"{"kind":"morning","night":"2026-09-20","cramp":2}"#,
        &["cramp"],
    );
    check_refused(
        r#"{"kind":"exposure","day":"2026-09-20","factor":"alcohol","answer":2,"unit":"glass"}"#,
        &["unit"],
    );
    check_refused(
        r#"{"kind":"fact","fact":"sex","sex":"female","gender":"x"}"#,
        &["gender"],
    );
    check_refused(
        r#"{"kind":"fact","fact":"medicines-complete","complete":true,"since":"2026-01-01"}"#,
        &["since"],
    );
    check_refused(r#"{"kind":"dream"}"#, &["dream"]);
    check_line_refused(
        &format!(r#"{{{HEAD},"act":"erased","why":"private"}}"#),
        &["why"],
    );
}

#[test]
fn an_act_needs_what_belongs_to_it() {
    let target = r#""target":"01a0c450-6c01-7101-8101-010101010101""#;
    let body = r#""body":{"kind":"cramp"}"#;
    check_line_refused(
        &format!(r#"{{{HEAD},"act":"tell"}}"#),
        &["tell", "needs a body"],
    );
    check_line_refused(
        &format!(r#"{{{HEAD},"act":"tell",{target},{body}}}"#),
        &["tell", "no target"],
    );
    check_line_refused(
        &format!(r#"{{{HEAD},"act":"replace",{body}}}"#),
        &["replace", "target"],
    );
    check_line_refused(
        &format!(r#"{{{HEAD},"act":"retract",{target},{body}}}"#),
        &["retract", "no body"],
    );
    check_line_refused(
        &format!(r#"{{{HEAD},"act":"erased",{target}}}"#),
        &["erased", "neither"],
    );
    check_line_refused(
        &format!(r#"{{{HEAD},"act":"forget",{target}}}"#),
        &["forget"],
    );
}

#[test]
fn broken_lines_are_refused() {
    let whole = body(r#"{"kind":"cramp"}"#);
    for end in 0..whole.len() {
        assert!(read(&whole[..end]).is_err(), "{}", &whole[..end]);
    }
    check_line_refused(&(whole.clone() + &whole), &["trailing"]);
    check_line_refused(
        &whole.replace("Europe/Berlin", "Europe/Nowhere"),
        &["Europe/Nowhere"],
    );
    check_line_refused(
        &whole.replace("-7101-", "-4101-"),
        &["01a0c450-6c01-4101", "version 7"],
    );
    check_line_refused(&whole.replace("-8101-", "-c101-"), &["-c101-"]);
    check_line_refused(
        &whole.replace(r#","zone":"#, r#","at":"2026-09-21T14:13:20Z","zone":"#),
        &["duplicate", "at"],
    );
}

#[test]
fn small_values_keep_their_bounds_and_say_what_was_wrong() {
    assert_eq!(
        Score::new(11).unwrap_err().to_string(),
        "The score is 11: it must be from 0 to 10."
    );
    assert_eq!(Count::from_number(2.0).unwrap().get(), 2);
    assert_eq!(
        Count::from_number(1.5).unwrap_err().to_string(),
        "The number of cramps is 1.5: it must be a whole number from 0 to 99."
    );
    for wrong in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -1.0, 1e20] {
        assert!(Minutes::from_number(wrong).is_err(), "{wrong}");
        assert!(
            Amount::new(wrong)
                .unwrap_err()
                .to_string()
                .contains(&wrong.to_string())
        );
    }
    assert!(Amount::new(-0.0).unwrap().get().is_sign_positive());
    assert_eq!(Amount::new(Amount::LARGEST).unwrap().get(), 1e6);
    for wrong in ["", "Calf", "a b", "ä", &"x".repeat(65)] {
        assert!(Id::new(wrong).is_err(), "{wrong}");
    }
    assert!(Text::new(&"ä".repeat(4000)).is_ok());
    assert!(
        Text::new(&"ä".repeat(4001))
            .unwrap_err()
            .to_string()
            .contains("4001")
    );
    assert!(
        "not an id"
            .parse::<EntryId>()
            .unwrap_err()
            .to_string()
            .contains("not an id")
    );
}

#[test]
fn debug_output_hides_the_words() {
    let line = body(r#"{"kind":"cramp","note":"my private words"}"#);
    let shown = format!("{:?}", read(&line).unwrap());
    assert!(
        !shown.contains("private") && shown.contains("16 characters"),
        "{shown}"
    );
}
