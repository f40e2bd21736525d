//! Every usual shape is read, every other one refused with its line.

use super::*;

fn cells(table: &Table) -> Vec<Vec<&str>> {
    table
        .rows
        .iter()
        .map(|row| (0..table.header.len()).map(|c| row.cell(c)).collect())
        .collect()
}

#[test]
fn every_usual_shape_is_read() {
    for (text, comma) in [
        ("date,a\n2026-05-01,1\n", false),
        ("date;a\r\n2026-05-01;1\r\n", true),
        ("date\ta\n2026-05-01\t1", true),
        ("sep=;\r\ndate;a\r\n2026-05-01;1\r\n", true),
        ("\u{feff}date,a\n\n 2026-05-01 , 1 \n,\n", false),
        ("\"date\",\"a\",\n\"2026-05-01\",\"1\",\n", false),
    ] {
        let table = parse(text.as_bytes()).expect(text);
        assert_eq!(table.decimal_comma, comma, "{text}");
        assert_eq!(table.header[..2], ["date", "a"], "{text}");
        assert_eq!(cells(&table)[0][..2], ["2026-05-01", "1"], "{text}");
    }
}

#[test]
fn refusals_name_the_line() {
    let message = |text: &str| parse(text.as_bytes()).expect_err(text).to_string();
    assert!(message("").contains("is empty"));
    assert!(message("\n\n").contains("is empty"));
    assert!(message("date,cramps\n").contains("no rows"));
    assert!(message("date,cramps\n2026-05-01,1\n2026-05-02\n").starts_with("Line 3 has 1 cells"));
    assert!(message("date,cramps\n2026-05-01,1,2\n").starts_with("Line 2 has 3 cells"));
    assert!(message("sep=;\ndate;cramps\n2026-05-01\n").starts_with("Line 3"));
    assert!(message("date,a,a\n1,2,3\n").contains("‘a’"));
    assert!(message("date,\n1,2\n").contains("Column 2"));
}

#[test]
fn a_quote_that_never_closes_swallows_nothing() {
    let message = |text: &str| parse(text.as_bytes()).expect_err(text).to_string();
    let open = "date,cramps,note\n2026-11-18,1,\"slept badly\n2026-11-19,1,ok\n2026-11-20,2,fine\n";
    assert_eq!(
        message(open),
        "The quote that opens in line 2 is never closed."
    );
    assert_eq!(
        message("sep=;\r\ndate;note\r\n1;x\r\n2; \"y\r\n3;\"z\r\n"),
        "The quote that opens in line 5 is never closed."
    );
    // The quote of a later line closes it, in the middle of a cell.
    assert!(
        message("date,note\n1,\"slept badly\n2,\"ok\n3,x\n")
            .starts_with("The quote that opens in line 2 closes in line 3"),
    );
    for whole in [
        "date,note\n1,\"two\nlines\"\n",
        "date,note\n1,\"say \"\"a\"\" twice\"\n",
        "date,note\n1,5\" heel\n",
        "date,note\n1,\"\"\n2,\"a\" \n",
        "date,note\n1,\"a\"",
    ] {
        assert!(parse(whole.as_bytes()).is_ok(), "{whole}");
    }
}

#[test]
fn a_few_enormous_lines_do_not_fill_the_memory() {
    let message = |text: &str| parse(text.as_bytes()).expect_err("too long").to_string();
    let long = format!("date,cramps\n1,0\n{}", ",".repeat(MOST_LINE_BYTES + 1));
    assert!(message(&long).starts_with("Line 3 is longer than 1 MB"));
    let wide = format!("date,cramps\n1,0{}\n", ",".repeat(MOST_COLUMNS));
    assert!(message(&wide).starts_with("Line 2 has 502 cells"));
    let names: Vec<String> = (0..500).map(|i| format!("c{i}")).collect();
    let row = format!("1{}\n", ",".repeat(499));
    let large = format!("{}\n{}", names.join(","), row.repeat(MOST_CELLS / 500 + 1));
    assert!(message(&large).contains("more than 4000000 cells"));
}

#[test]
fn names_in_messages_are_short_and_without_control_characters() {
    let name = "x".repeat(100_000);
    let table = parse(format!("a\u{1b}[2J,{name}\n1,2\n").as_bytes()).expect("table");
    assert_eq!(table.names(), format!("a\u{fffd}[2J, {}…", "x".repeat(40)));
    let many: Vec<String> = (0..400).map(|i| format!("c{i}")).collect();
    let table = parse(format!("{}\n{}\n", many.join(","), many.join(",")).as_bytes());
    assert!(table.expect("table").names().ends_with("c29 and 370 more"));
    let message = parse(format!("{name},{name}\n1,2\n").as_bytes())
        .expect_err("alike")
        .to_string();
    assert!(message.len() < 200, "{message}");
}

#[test]
fn a_million_lines_are_refused() {
    let text = format!("date,cramps\n{}", "1,0\n".repeat(1_000_000));
    let message = read(text.as_bytes()).expect_err("too long").to_string();
    assert!(message.contains("1000001 lines"), "{message}");
    let text = format!("date,cramps\n{}", "1,0\n".repeat(MOST_ROWS + 1));
    assert!(matches!(
        read(text.as_bytes()),
        Err(TableError::TooManyRows { .. })
    ));
    let text = format!("date,cramps\n{}", "1,0\n".repeat(MOST_ROWS));
    assert_eq!(
        read(text.as_bytes()).expect("just fits").rows.len(),
        MOST_ROWS
    );
}

#[test]
fn names_are_found_in_any_letter_case_when_only_one_fits() {
    let table = parse(b"Date,A,a\n1,2,3\n").expect("table");
    assert_eq!(
        (
            table.column("date"),
            table.column("a"),
            table.column("A"),
            table.column("b")
        ),
        (Some(0), Some(2), Some(1), None)
    );
}
