//! What a trial cannot be analysed from: each ends with one clear sentence and code 2, and never with a number that pretends.

mod common;

use common::Soleus;
use serde_json::Value;

/// Twelve pairs of periods of three nights, each pair in the other order of the one before; a cramp more without.
struct Night {
    block: usize,
    cramps: String,
    arm: &'static str,
    adherence: &'static str,
}

fn nights() -> Vec<Night> {
    (0..72)
        .map(|night| {
            let (pair, second) = (night / 6, night % 6 >= 3);
            let is_on = (pair % 2 == 0) != second;
            Night {
                block: night / 3,
                cramps: (usize::from(night % 2 == 0) + usize::from(!is_on)).to_string(),
                arm: if is_on { "on" } else { "off" },
                adherence: "yes",
            }
        })
        .collect()
}

/// The table with its nights from 1 January on.
fn table(nights: &[Night]) -> String {
    let first: jiff::civil::Date = "2026-01-01".parse().expect("a date");
    let mut text = "date,outcome,treatment,block,adherence\n".to_owned();
    for (number, night) in nights.iter().enumerate() {
        let day = first.saturating_add(jiff::Span::new().days(i64::try_from(number).expect("few")));
        text += &format!(
            "{day},{},{},{},{}\n",
            night.cramps, night.arm, night.block, night.adherence
        );
    }
    text
}

/// What the program says of a table: it must end with code 2 and print nothing else.
fn refused(text: &str, options: &[&str]) -> String {
    let soleus = Soleus::at("2026-05-03T08:00:00Z");
    let file = soleus.file("trial.csv", text);
    let run = soleus.run(&[&["trial", "analyze", &file], options].concat());
    assert_eq!(run.code, 2, "{}{}", run.out, run.err);
    assert_eq!(run.out, "", "no number");
    run.err
}

fn answered(text: &str, options: &[&str]) -> Value {
    let soleus = Soleus::at("2026-05-03T08:00:00Z");
    let file = soleus.file("trial.csv", text);
    soleus.json(&[&["trial", "analyze", &file], options].concat())
}

#[test]
fn a_sound_table_is_answered() {
    let answer = answered(&table(&nights()), &["--design", "pairs"]);
    assert!(
        answer["e_value"].as_f64().expect("a number") > 20.0,
        "{answer}"
    );
    assert!(answer["effect"]["high"].as_f64().expect("a number") < 1.0);
}

#[test]
fn a_schedule_that_does_not_fit_its_dates() {
    // The third pair is a night short; by the dates and by the rows the nights are in no pairs.
    let text = table(&nights());
    let short: String = (text.lines().enumerate())
        .filter(|(line, _)| *line != 14)
        .map(|(line, night)| {
            let cells: Vec<&str> = night.split(',').collect();
            match line {
                0 => "date,outcome,treatment\n".to_owned(),
                _ => format!(
                    "{},{},{}\n",
                    100 + line - usize::from(line > 14),
                    cells[1],
                    cells[2]
                ),
            }
        })
        .collect();
    let said = refused(&short, &["--design", "pairs"]);
    assert!(
        said.contains("Line ") && said.contains("not in pairs"),
        "{said}"
    );
}

#[test]
fn treatment_switched_early() {
    let mut switched = nights();
    switched[2].arm = "off";
    let said = refused(&table(&switched), &[]);
    assert!(
        said.contains("Line 4") && said.contains("keep the one that was drawn"),
        "{said}"
    );
    // As told there: the drawn arm stays, and what was followed is told beside it.
    let mut told = nights();
    told[2].adherence = "no";
    let answer = answered(&table(&told), &["--design", "pairs"]);
    let said = answer["diagnostics"].to_string();
    assert!(said.contains("followed to 99 %"), "{said}");
}

#[test]
fn never_adhered() {
    let mut never = nights();
    for night in &mut never {
        night.adherence = if night.arm == "on" { "no" } else { "yes" };
    }
    let said = refused(&table(&never), &[]);
    assert!(said.contains("not done"), "{said}");
}

#[test]
fn one_arm_only() {
    let mut one = nights();
    for night in &mut one {
        night.arm = "on";
    }
    assert!(refused(&table(&one), &[]).contains("same treatment"));
}

#[test]
fn all_zero() {
    let mut zero = nights();
    for night in &mut zero {
        night.cramps = "0".into();
    }
    for options in [
        &["--design", "pairs"][..],
        &["--family", "binary"],
        &["--family", "continuous"],
    ] {
        let said = refused(&table(&zero), options);
        assert!(
            said.contains("Nothing happened") || said.contains("is the same"),
            "{said}"
        );
    }
}

#[test]
fn outcome_missing_on_all_treated_nights() {
    let mut missing = nights();
    for night in missing.iter_mut().filter(|night| night.arm == "on") {
        night.cramps = String::new();
    }
    let said = refused(&table(&missing), &["--design", "pairs"]);
    assert!(said.contains("has an outcome"), "{said}");
}

#[test]
fn numbers_that_are_none() {
    for (cell, family, words) in [
        ("many", "count", "not a number"),
        ("-1", "count", "negative"),
        ("1.5", "count", "whole number"),
        ("2", "binary", "Line 2"),
        ("NaN", "continuous", "Line 2"),
        ("1e200", "continuous", "Line 2"),
    ] {
        let mut broken = nights();
        broken[0].cramps = cell.into();
        let said = refused(&table(&broken), &["--family", family]);
        assert!(
            said.contains(words) && said.contains("Line 2"),
            "{cell}: {said}"
        );
    }
}

/// Two trials at once on one remedy, and a changed clock, are lines about a diary's own trials: tests/trials.rs has them as
/// `a_whole_trial` (refused: on trial already) and `a_changed_clock_does_not_move_the_schedule`. Here: the same day twice, as a
/// table has it whose clock went back.
#[test]
fn a_day_that_comes_twice() {
    let text = table(&nights()).replace("2026-01-03", "2026-01-02");
    let said = refused(&text, &[]);
    assert!(said.contains("2026-01-02 stands twice"), "{said}");
}
