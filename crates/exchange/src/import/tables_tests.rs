//! Tables of other programs by made-up files, and what is said about their columns.

use std::io::Cursor;

use diary::Body;

use super::made_up::*;
use super::*;

#[test]
fn cronometer_gives_what_was_eaten_and_drunk_and_lists_the_rest() {
    let reading = reading(samples::CRONOMETER.as_bytes()).expect("a table");
    assert_eq!(reading.format, Format::Cronometer);
    assert_eq!(
        answers(&reading)[..7],
        [
            "2026-01-05 intake-energy 2012.4",
            "2026-01-05 alcohol 2",
            "2026-01-05 intake-caffeine 95",
            "2026-01-05 intake-water 2100.3",
            "2026-01-05 intake-magnesium 301.2",
            "2026-01-05 intake-vitamin-d 5",
            "2026-01-05 intake-alcohol 28",
        ]
    );
    assert_eq!(reading.rejects.listed()[0].line, 4);
    assert_eq!(reading.unknown().count(), 0);
    assert_eq!(reading.columns.len(), 7);
}

#[test]
fn what_a_file_is_can_be_said() {
    let as_format = |format: Format, bytes: &[u8]| {
        let said = Mapping {
            format: Some(format),
            ..Mapping::default()
        };
        with(bytes, &said, &Zone::utc())
    };
    // Cronometer without its column of energy is any table, until somebody says so.
    let food = b"Date,Magnesium (mg),Sodium (mg)\n2026-01-05,300,1500\n";
    assert_eq!(reading(food).expect("a table").unknown().count(), 2);
    let read = as_format(Format::Cronometer, food).expect("a table");
    assert_eq!(
        answers(&read),
        [
            "2026-01-05 intake-magnesium 300",
            "2026-01-05 intake-sodium 1500"
        ]
    );
    // And what looks like a program's file may be a plain table.
    let read = as_format(Format::Table, samples::CRONOMETER.as_bytes()).expect("a table");
    assert_eq!((read.format, read.unknown().count()), (Format::Table, 7));
    let refused = as_format(Format::Bearable, food).expect_err("no Bearable");
    assert!(
        refused.contains("This is not a Bearable export")
            && refused.contains("Nothing was changed"),
        "{refused}"
    );
    assert_eq!(Format::said("loop-habits"), Some(Format::LoopHabits));
    assert_eq!(Format::said("diary"), None);
}

#[test]
fn habits_are_read_with_a_mapping_that_is_kept() {
    let open_ended = reading(samples::LOOP_HABITS.as_bytes()).expect("a table");
    assert_eq!(open_ended.unknown().collect::<Vec<_>>(), ["Stretch calves"]);
    let said = mapped(&[("Stretch calves", "!lack-of-stretching")]);
    let first = with(samples::LOOP_HABITS.as_bytes(), &said, &Zone::utc()).expect("a table");
    assert!(answers(&first).contains(&"2026-01-07 lack-of-stretching false".to_owned()));
    assert!(answers(&first).contains(&"2026-01-06 lack-of-stretching true".to_owned()));
    assert!(
        !answers(&first)
            .iter()
            .any(|a| a.starts_with("2026-01-05 lack"))
    );
    let kept = first.kept.clone().expect("a mapping");
    let longer = format!("{}2026-01-04,NO,0.000,\n", samples::LOOP_HABITS);
    let next = open(
        Cursor::new(longer.as_bytes()),
        &Mapping::default(),
        &|shape| (shape == kept.shape).then(|| kept.mapping.clone()),
        &Zone::utc(),
        &mut |_| {},
    )
    .expect("a table");
    assert_eq!(next.unknown().count(), 0);
}

#[test]
fn bearable_ratings_become_days() {
    let said = mapped(&[("Symptom: Leg cramps", "pain*2"), ("Mood", "ignore")]);
    let reading = with(samples::BEARABLE.as_bytes(), &said, &Zone::utc()).expect("a table");
    let pains: Vec<Option<u8>> = reading
        .claims
        .iter()
        .map(|claim| match &claim.body {
            Body::Morning(morning) => morning.pain.map(|pain| pain.get()),
            _ => None,
        })
        .collect();
    assert_eq!(pains, [Some(6), Some(4)]);
    assert_eq!(reading.rejects.listed()[0].line, 6);
}

#[test]
fn a_table_is_read_with_rules_words_and_the_order_of_its_dates() {
    let table = b"day;Wine;Water;Walk (h)\n3/5/2026;had;900;1\n4/5/2026;none;2000;0,5\n5/5/2026;perhaps;2000;1\n";
    let mut said = mapped(&[
        ("Wine", "hot-day"),
        ("Water", "dehydration<1500"),
        ("Walk (h)", "walking*60"),
    ]);
    said.date = Some("day".into());
    said.yes = vec!["had".into()];
    said.no = vec!["none".into()];
    assert!(
        with(table, &said, &Zone::utc())
            .expect_err("ambiguous")
            .contains("--dates day-first")
    );
    said.order = Some(crate::dates::DateOrder::DayFirst);
    let reading = with(table, &said, &Zone::utc()).expect("a table");
    assert_eq!(
        answers(&reading),
        [
            "2026-05-03 hot-day true",
            "2026-05-03 dehydration true",
            "2026-05-03 walking 60",
            "2026-05-04 hot-day false",
            "2026-05-04 dehydration false",
            "2026-05-04 walking 30",
            "2026-05-05 dehydration false",
            "2026-05-05 walking 60",
        ]
    );
    assert_eq!(reading.rejects.listed()[0].line, 4);
    said.order = Some(crate::dates::DateOrder::MonthFirst);
    let reading = with(table, &said, &Zone::utc()).expect("a table");
    assert_eq!(
        reading
            .days()
            .map(|(_, first, _)| first.to_string())
            .as_deref(),
        Some("2026-03-05")
    );
}

#[test]
fn a_target_is_read_as_it_is_written() {
    for text in [
        "ignore",
        "alcohol",
        "!lack-of-stretching",
        "walking*60",
        "dehydration<1500",
        "hot-day>30.5",
    ] {
        assert_eq!(text.parse::<Target>().expect(text).to_string(), text);
    }
    for text in [
        "",
        "!",
        "walking*",
        "walking*x",
        "walking*-1",
        "a<inf",
        "a\u{1b}",
    ] {
        assert!(text.parse::<Target>().is_err(), "{text:?}");
    }
}
