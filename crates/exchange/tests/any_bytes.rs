//! Whatever the bytes, a table is read or refused with a sentence; never a panic.

use diary::{Log, Zone};
use exchange::{Options, Outcomes, analyze, import, table};
use proptest::prelude::*;

fn options(outcomes: Outcomes) -> Options {
    Options {
        outcome: "cramps".into(),
        date: "date".into(),
        person: None,
        outcomes,
        ignore: Vec::new(),
    }
}

fn swallow(bytes: &[u8]) {
    let Ok(table) = table::parse(bytes) else {
        return;
    };
    for outcomes in [Outcomes::Counts, Outcomes::YesNo] {
        if let Ok(prepared) = analyze::prepare(&table, &options(outcomes)) {
            let design = prepared.design;
            assert!(design.days.windows(2).all(|pair| pair[0] < pair[1]));
            assert!(
                design
                    .columns
                    .iter()
                    .all(|column| column.values.len() == design.days.len())
            );
            assert!(design.columns.iter().all(|column| {
                column
                    .values
                    .iter()
                    .flatten()
                    .all(|value| value.is_finite())
            }));
        }
    }
    let now = "2026-05-03T08:00:00Z".parse().expect("an instant");
    if let Ok(import) = import::import(&table, &[], &Zone::utc(), &Log::default(), now) {
        assert!(import.entries.iter().all(|entry| entry.check(now).is_ok()));
    }
}

/// Cells that come close to being right.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[0-9]{1,3}",
        "-?[0-9]{1,2}[.,][0-9]",
        "20[0-9]{2}-[0-1][0-9]-[0-3][0-9]",
        "[0-3]?[0-9][./][0-1]?[0-9][./]20[0-9]{2}",
        "(yes|no|ja|nein|NA|NaN|inf|1e400)",
        "[ -~äé\"]{0,6}",
    ]
}

proptest! {
    #[test]
    fn arbitrary_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        swallow(&bytes);
    }

    #[test]
    fn almost_tables(
        rows in proptest::collection::vec((cell(), cell(), cell(), cell()), 1..8),
        delimiter in prop_oneof![Just(','), Just(';'), Just('\t')],
        end in prop_oneof![Just("\n"), Just("\r\n"), Just("\r")],
    ) {
        let mut text = format!("date{delimiter}cramps{delimiter}alcohol{delimiter}dehydration{end}");
        for (a, b, c, d) in rows {
            text.push_str(&format!("{a}{delimiter}{b}{delimiter}{c}{delimiter}{d}{end}"));
        }
        swallow(text.as_bytes());
    }

    #[test]
    fn a_tidy_table_keeps_its_counts(counts in proptest::collection::vec(proptest::option::of(0..99_u32), 1..40)) {
        prop_assume!(counts.iter().any(Option::is_some));
        let mut text = "date,cramps,a\n".to_owned();
        for (day, count) in counts.iter().enumerate() {
            let count = count.map_or_else(String::new, |count| count.to_string());
            text.push_str(&format!("{day},{count},{}\n", day % 2));
        }
        let table = table::parse(text.as_bytes()).expect("a table");
        let design = analyze::prepare(&table, &options(Outcomes::Counts)).expect("a design").design;
        let read: Vec<Option<u32>> = design.outcome.iter().map(|outcome| match outcome {
            infer::Observation::Exactly(count) => Some(*count),
            _ => None,
        }).collect();
        prop_assert_eq!(read, counts);
    }
}
