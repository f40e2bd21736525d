//! One check, many tables.

use infer::{Kind, Observation, Slab, Weight};

use super::*;
use crate::table::parse;

fn options() -> Options {
    Options {
        outcome: "cramps".into(),
        date: "date".into(),
        person: None,
        outcomes: Outcomes::Counts,
        ignore: Vec::new(),
    }
}

fn check(text: &str, options: &Options) -> Result<Prepared, String> {
    prepare(&parse(text.as_bytes()).expect("table"), options).map_err(|error| error.to_string())
}

#[test]
fn a_plain_table_becomes_a_design() {
    let text = "date,cramps,Alcohol,magic,dose\n2026-05-03,,1,no,0.5\n2026-05-01,2.0,0,,2\n2026-05-05,0,,yes,\n";
    let prepared = check(text, &options()).expect("a table");
    let design = &prepared.design;
    assert_eq!(design.days, [20_574, 20_576, 20_578]);
    assert_eq!(
        design.outcome,
        [
            Observation::Exactly(2),
            Observation::Missing,
            Observation::Exactly(0)
        ]
    );
    assert_eq!((design.first_drift, design.season), (0.0, None));
    let alcohol = knowledge::factor("alcohol").expect("a known factor");
    let [known, magic, dose] = &design.columns[..] else {
        panic!("three columns")
    };
    assert_eq!(known.values, [Some(0.0), Some(1.0), None]);
    assert_eq!((known.weight, known.slab), insight::evidence_prior(alcohol));
    assert!(matches!(known.weight, Weight::Fixed(_)));
    assert_eq!(
        (magic.kind, &magic.values[..]),
        (Kind::YesNo, &[None, Some(0.0), Some(1.0)][..])
    );
    assert_eq!((magic.weight, magic.slab), (Weight::Learned, Slab::Learned));
    assert_eq!(
        (dose.kind, &dose.values[..]),
        (Kind::Amount, &[Some(2.0), Some(0.5), None][..])
    );
    assert!(
        prepared.notes[0].contains("were sorted"),
        "{:?}",
        prepared.notes
    );
    assert!(
        prepared.notes[1].starts_with("2 days between 2026-05-01 and 2026-05-05"),
        "{:?}",
        prepared.notes
    );
    assert!(
        prepared
            .notes
            .iter()
            .any(|note| note.contains("starting point for: Alcohol (in the unit drink)")),
        "{:?}",
        prepared.notes
    );
}

#[test]
fn decimal_commas_are_read_where_semicolons_separate() {
    let prepared = check(
        "date;cramps;dose\n1.5.2026;1;2,5\n2.5.2026;0;1\n",
        &options(),
    )
    .expect("a table");
    assert_eq!(prepared.design.columns[0].values, [Some(2.5), Some(1.0)]);
}

#[test]
fn refusals_name_line_and_column() {
    let refused = |text: &str| check(text, &options()).expect_err(text);
    let says = |text: &str, words: &str| {
        let message = refused(text);
        assert!(message.contains(words), "{text:?}: {message}");
    };
    says(
        "date,mood\n1,2\n",
        "no column ‘cramps’ (the outcome). The columns are: date, mood. Name it with --outcome",
    );
    says("day,cramps\n1,2\n", "no column ‘date’ (the day)");
    says("date,cramps\n1,2\n", "no column for factors");
    says(
        "date,cramps,mood\n1,2,\n2,0,good\n",
        "Column ‘mood’ holds text (‘good’, line 3): ignore it with --ignore mood",
    );
    says(
        "date,cramps,a\n1,-1,0\n",
        "Line 2: cramps is -1. A count cannot be negative",
    );
    says(
        "date,cramps,a\n1,1.5,0\n",
        "Line 2: cramps is 1.5. A count must be a whole number",
    );
    says("date,cramps,a\n1,3000000,0\n", "largest count");
    says(
        "date,cramps,a\n1,many,0\n",
        "Line 2: ‘many’ in the column ‘cramps’ is not a number",
    );
    says("date,cramps,a\n1,yes,0\n", "--family binary");
    says("date,cramps,a\n1,NaN,0\n", "Line 2: ‘NaN’");
    says(
        "date,cramps,a\n1,1,0\n2,1,inf\n",
        "Line 3: ‘inf’ in the column ‘a’",
    );
    says("date,cramps,a\n1,,0\n2,,1\n", "All 2 nights are missing");
    says("date,cramps,a\n1,1,0\n1,1,0\n", "Day 1 stands twice");
    says(
        "date,cramps,a\n1,1,yes\n2,1,3\n",
        "mixes yes and no with the number 3",
    );
    says(
        "date,cramps,statin\n1,1,40\n",
        "Line 2: statin is 40, but it is a factor with the answers yes and no",
    );
}

#[test]
fn thousands_long_names_and_too_much_work_are_refused() {
    let refused = |text: &str| check(text, &options()).expect_err("refused");
    let cramps = refused("date;cramps;a\n1;1.000;0\n2;2;1\n");
    assert!(cramps.starts_with("Line 2: ‘1.000’ in the column ‘cramps’ may mean 1000 or 1."));
    let steps = refused("date\tcramps\tsteps\n1\t1\t900\n2\t0\t3.100\n");
    assert!(steps.contains("Write 3100 or 3.1"), "{steps}");
    let long = refused(&format!("date,cramps,{}\n1,1,good\n", "x".repeat(9_000)));
    assert!(long.len() < 400, "{long}");
    assert_eq!(check_work(2_000, 500), Ok(()));
    for (nights, columns) in [(2_001, 500), (100_000, 21), (50_000, 300), (usize::MAX, 2)] {
        let message = check_work(nights, columns)
            .expect_err("too much")
            .to_string();
        assert!(
            message.contains("Leave columns out with --ignore"),
            "{message}"
        );
    }
    let names: Vec<String> = (0..300).map(|i| format!("c{i}")).collect();
    let mut text = format!("date,cramps,{}\n", names.join(","));
    for day in 0..7_000 {
        text.push_str(&format!("{day},1{}\n", ",".repeat(300)));
    }
    assert!(refused(&text).starts_with("7000 nights and 300 columns"));
}

#[test]
fn what_is_supposed_of_unknown_columns_is_said_where_there_are_any() {
    let notes = |text: &str| check(text, &options()).expect("a table").notes;
    assert_eq!(
        notes("date,cramps,magic\n1,1,0\n2,0,1\n"),
        [
            "Before the data, one in six of the columns without published evidence is expected to matter, and two in three of those to raise the outcome."
        ]
    );
    assert!((infer::Model::nightly().mean_weight() - 1.0 / 6.0).abs() < 1e-12);
    let known = notes("date,cramps,alcohol\n1,1,0\n2,0,1\n");
    assert!(!known.iter().any(|note| note.contains("Before the data")));
    assert!(known[0].starts_with("Published evidence"), "{known:?}");
}

#[test]
fn windows_1252_is_said() {
    let table = parse(b"date,cramps,caf\xE9\n1,1,0\n2,0,1\n").expect("table");
    let notes = prepare(&table, &options()).expect("a design").notes;
    assert_eq!(notes[0], "Read as Windows-1252.");
}

#[test]
fn one_person_of_many_and_a_yes_no_outcome() {
    let text = "id,day,pain,a,why\n1,1,yes,1,x\n2,1,0,1,x\n1,2,0,3,y\n";
    let options = Options {
        outcome: "pain".into(),
        date: "day".into(),
        person: Some(("id".into(), "1".into())),
        outcomes: Outcomes::YesNo,
        ignore: vec!["why".into()],
    };
    let prepared = check(text, &options).expect("a table");
    assert_eq!(
        prepared.design.outcome,
        [Observation::Exactly(1), Observation::Exactly(0)]
    );
    assert_eq!(prepared.design.columns.len(), 1);
    let nobody = Options {
        person: Some(("id".into(), "7".into())),
        ..options.clone()
    };
    assert!(
        check(text, &nobody)
            .expect_err("nobody")
            .contains("for example: 1, 2")
    );
    let two = text.replace("1,2,0,3", "1,2,2,3");
    assert!(
        check(&two, &options)
            .expect_err("2")
            .contains("must be 0 or 1")
    );
    let absent = Options {
        ignore: vec!["mood".into()],
        ..options.clone()
    };
    assert!(
        check(text, &absent)
            .expect_err("absent")
            .contains("no column ‘mood’ to ignore")
    );
    let all = Options {
        person: None,
        ..options
    };
    assert!(
        check(text, &all)
            .expect_err("two people")
            .contains("pick one with --person")
    );
}
