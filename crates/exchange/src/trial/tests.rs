//! Tables of trials, sound and broken.

use super::*;
use crate::table;

fn options() -> Options {
    Options {
        date: "date".into(),
        outcome: "outcome".into(),
        treatment: "treatment".into(),
        treated: None,
        block: "block".into(),
        adherence: "adherence".into(),
        scale: Scale::Count,
        drawing: None,
        better: Better::Lower,
    }
}

/// A table of these treatments from 1 March on; the outcome is 3 on `1` and 5 else, and one more on every third night.
fn nights(treatments: &[&str]) -> String {
    let mut text = String::from("date,outcome,treatment\n");
    for (night, treatment) in treatments.iter().enumerate() {
        let outcome = if *treatment == "1" { 3 } else { 5 } + usize::from(night % 3 == 0);
        text += &format!(
            "2026-{:02}-{:02},{outcome},{treatment}\n",
            3 + night / 28,
            1 + night % 28
        );
    }
    text
}

fn with_column(text: &str, name: &str, cell: impl Fn(usize) -> String) -> String {
    let mut lines = text.lines();
    let mut out = format!("{},{name}\n", lines.next().unwrap_or(""));
    for (night, line) in lines.enumerate() {
        out += &format!("{line},{}\n", cell(night));
    }
    out
}

fn prepared(text: &str, options: &Options) -> Result<Prepared, TrialTableError> {
    prepare(&table::parse(text.as_bytes()).unwrap(), options)
}

fn orders(text: &str, drawing: Option<Drawing>) -> String {
    let options = Options {
        drawing,
        ..options()
    };
    let trial = prepared(text, &options).unwrap().trial;
    trial.drawn.unwrap().admissible().count().to_string()
}

fn refusal(text: &str, options: &Options) -> String {
    match prepared(text, options).map(|prepared| analyse(&prepared, infer::Seed(1))) {
        Err(error) | Ok(Err(error)) => error.to_string(),
        Ok(Ok(report)) => panic!("an answer: {report:?}"),
    }
}

#[test]
fn a_label_that_is_a_control_is_compared_with() {
    for (labels, tested) in [
        (["0", "1"], "1"),
        (["no", "yes"], "yes"),
        (["control", "Melatonin"], "melatonin"),
        (["magnesium", "PLACEBO"], "magnesium"),
        (["1", "2"], "2"),
        (["a", "b"], "a"),
    ] {
        let text = nights(&[labels[0], labels[1], labels[1], labels[0]]);
        let notes = prepared(&text, &options()).unwrap().notes;
        let said = format!("The effect is of ‘{tested}’ against");
        assert!(
            notes.iter().any(|note| note.starts_with(&said)),
            "{notes:?}"
        );
    }
}

#[test]
fn the_orders_that_were_possible_are_counted() {
    let pairs = ["1", "1", "0", "0", "0", "0", "1", "1", "1", "1", "0", "0"];
    assert_eq!(orders(&nights(&pairs), Some(Drawing::Pairs)), "8");
    // Six periods of two nights, three of either treatment: 6 over 3.
    assert_eq!(orders(&nights(&pairs), Some(Drawing::Blocks)), "20");
    assert_eq!(orders(&nights(&pairs), Some(Drawing::Independent)), "4096");
    let by_two = with_column(&nights(&pairs), "block", |night| (night / 2).to_string());
    assert_eq!(orders(&by_two, None), "20");
    assert_eq!(orders(&by_two, Some(Drawing::Pairs)), "8");
    // Blocks with both treatments, each changing once: two stretches in an order of their own.
    let by_four = with_column(&nights(&pairs), "block", |night| (night / 4).to_string());
    assert_eq!(orders(&by_four, None), "8");
    // Blocks of four nights with two of either treatment in any order: 6 each.
    let mixed = ["1", "0", "0", "1", "0", "1", "0", "1"];
    let by_four = with_column(&nights(&mixed), "block", |night| (night / 4).to_string());
    assert_eq!(orders(&by_four, None), "36");
}

#[test]
fn missing_nights_do_not_break_pairs() {
    let pairs = ["1", "1", "0", "0", "0", "0", "1", "1"];
    let text: String = nights(&pairs)
        .lines()
        .enumerate()
        .filter(|(line, _)| *line != 3 && *line != 6)
        .map(|(_, line)| format!("{line}\n"))
        .collect();
    assert_eq!(orders(&text, Some(Drawing::Pairs)), "4");
}

/// Nights of three and of a week, with every seventh night missing, also the first of a period, also the first of all.
#[test]
fn periods_are_found_whichever_nights_are_missing() {
    for length in [3, 7] {
        let order = ["1", "0", "0", "1", "0", "1", "1", "0", "1", "0", "0", "1"];
        let arms: Vec<&str> = (order.iter())
            .flat_map(|arm| std::iter::repeat_n(*arm, length))
            .collect();
        // One table for all: the first of March and the nights after it, without a gap.
        let whole: String = (nights(&arms).lines().enumerate())
            .map(|(line, text)| match line {
                0 => format!("{text}\n"),
                _ => format!("{}{}\n", 46_000 + line, &text[10..]),
            })
            .collect();
        for first_missing in 0..7 {
            let text: String = (whole.lines().enumerate())
                .filter(|(line, _)| *line == 0 || (line - 1) % 7 != first_missing)
                .map(|(_, line)| format!("{line}\n"))
                .collect();
            let found = orders(&text, Some(Drawing::Pairs));
            assert_eq!(found, "64", "{length} nights, {first_missing}");
            if first_missing > 0 {
                // 12 periods, six of either treatment.
                let found = orders(&text, Some(Drawing::Blocks));
                assert_eq!(found, "924", "{length} nights, {first_missing}");
            }
        }
    }
}

#[test]
fn an_interrupted_trial_is_read_by_its_rows() {
    let pairs = ["1", "1", "0", "0", "0", "0", "1", "1", "1", "1", "0", "0"];
    let text = nights(&pairs);
    // Three days of travel in the middle of a period.
    let later = text.lines().enumerate().map(|(line, text)| match line {
        8.. => text.replace("2026-03-", "2026-04-"),
        _ => text.to_owned(),
    });
    let text = later.collect::<Vec<_>>().join("\n");
    assert_eq!(orders(&text, Some(Drawing::Pairs)), "8");
    assert_eq!(orders(&text, Some(Drawing::Blocks)), "20");
}

#[test]
fn without_a_design_there_is_an_effect_but_no_test() {
    let text = nights(&["1", "0", "0", "1"].repeat(5));
    let report = analyse(&prepared(&text, &options()).unwrap(), infer::Seed(1)).unwrap();
    assert_eq!((report.p_randomisation, report.e_value), (None, None));
    assert!(report.effect.estimate < 0.9 && report.p_benefit > 0.9);
    assert!(
        report
            .diagnostics
            .iter()
            .any(|note| note.contains("not known"))
    );
    let worse = Options {
        better: Better::Higher,
        ..options()
    };
    let turned = analyse(&prepared(&text, &worse).unwrap(), infer::Seed(1)).unwrap();
    assert!((turned.p_benefit + report.p_benefit - 1.0).abs() < 1e-12);
}

#[test]
fn measured_outcomes_may_be_below_zero() {
    let text = nights(&["1", "0", "0", "1"].repeat(6)).replace(",3,", ",-3.5,");
    let options = Options {
        scale: Scale::Measured,
        ..options()
    };
    let report = analyse(&prepared(&text, &options).unwrap(), infer::Seed(1)).unwrap();
    assert_eq!(report.effect.measure, "mean_difference");
    assert!(report.effect.high < 0.0, "{:?}", report.effect);
}

#[test]
fn adherence_gives_a_second_estimate() {
    let text = with_column(
        &nights(&["1", "0", "0", "1"].repeat(6)),
        "adherence",
        |night| if night % 8 == 0 { "no" } else { "yes" }.to_owned(),
    );
    let report = analyse(&prepared(&text, &options()).unwrap(), infer::Seed(1)).unwrap();
    assert!(
        report
            .diagnostics
            .iter()
            .any(|note| note.starts_with("By what was done"))
    );
}

#[test]
fn broken_tables_are_refused_in_a_sentence() {
    let usual = options();
    let said = |text: &str| refusal(text, &usual);
    let ok = nights(&["1", "0", "0", "1"].repeat(3));
    assert!(said(&nights(&["1"; 8])).contains("same treatment"));
    assert!(said(&nights(&["1", "2", "3"])).contains("more than two"));
    assert!(said(&ok.replace("treatment", "arm")).contains("--treatment"));
    assert!(said(&ok.replace(",3,1", ",,1").replace(",4,1", ",,1")).contains("has an outcome"));
    assert!(
        said(
            &ok.replace(",3,", ",0,")
                .replace(",4,", ",0,")
                .replace(",5,", ",0,")
                .replace(",6,", ",0,")
        )
        .contains("Nothing happened")
    );
    let never = with_column(&ok, "adherence", |_| "no".into());
    // Never followed in either arm is the other way round; never done is no in A and yes in B.
    let undone = with_column(&ok, "adherence", |night| {
        if [0, 3].contains(&(night % 4)) {
            "no"
        } else {
            "yes"
        }
        .to_owned()
    });
    assert!(said(&undone).contains("not done"), "{}", said(&undone));
    assert!(said(&never.replace(",no", ",5")).contains("Line 2"));
    let pairs = Options {
        drawing: Some(Drawing::Pairs),
        ..options()
    };
    let unpaired = refusal(&nights(&["1", "0", "1", "0", "0", "0"]), &pairs);
    assert!(unpaired.contains("not in pairs"), "{unpaired}");
    let early = nights(&["1", "1", "1", "0", "0", "1", "1", "1", "1", "0", "0", "0"]);
    let early = with_column(&early, "block", |night| (night / 3).to_string());
    assert!(
        said(&early).contains("Line 7") && said(&early).contains("adherence"),
        "{}",
        said(&early)
    );
    let again = with_column(&ok, "block", |night| (night % 2).to_string());
    assert!(said(&again).contains("comes back"));
    let unknown = Options {
        treated: Some("zinc".into()),
        ..options()
    };
    assert!(refusal(&ok, &unknown).contains("‘zinc’"));
}

#[test]
fn a_missing_date_is_filled_where_only_one_day_fits() {
    let ok = nights(&["1", "0", "0", "1"].repeat(3));
    let whole = prepared(&ok, &options()).unwrap();
    let third = ok.lines().nth(3).unwrap().split(',').next().unwrap();
    let gap = ok.replacen(third, "", 1);
    let filled = prepared(&gap, &options()).unwrap();
    assert_eq!(filled.trial.days, whole.trial.days);
    assert!(
        filled.notes.iter().any(|note| note.contains("no date")),
        "{:?}",
        filled.notes
    );
    // Without the row before it, two days are possible.
    let second = ok.lines().nth(2).unwrap();
    let open = gap.replacen(&format!("{second}\n"), "", 1);
    let said = refusal(&open, &options());
    assert!(said.contains("Line 3") && said.contains("--date"), "{said}");
    let numbered = with_column(&open, "order", |night| night.to_string());
    let said = refusal(&numbered, &options());
    assert!(said.contains("‘order’"), "{said}");
}

#[test]
fn a_schedule_that_does_not_fit_its_dates_is_refused() {
    // Pairs of two nights; one date is a month late, so that its pair is torn.
    let pairs = Options {
        drawing: Some(Drawing::Pairs),
        ..options()
    };
    let ok = nights(&["1", "1", "0", "0", "0", "1"]);
    let said = refusal(&ok, &pairs);
    assert!(said.contains("not in pairs"), "{said}");
}

#[test]
fn few_answers_about_adherence_give_no_second_estimate() {
    let text = with_column(
        &nights(&["1", "0", "0", "1"].repeat(6)),
        "adherence",
        |night| {
            match night {
                0 => "no",
                1 => "yes",
                _ => "",
            }
            .to_owned()
        },
    );
    let report = analyse(&prepared(&text, &options()).unwrap(), infer::Seed(1)).unwrap();
    let said = report.diagnostics.join(" ");
    assert!(!said.contains("By what was done"), "{said}");
    assert!(
        said.contains("told of 2 of 24 nights") && said.contains("was the instruction"),
        "{said}"
    );
}

mod pooling {
    use infer::trial::Better;

    use crate::trial::pool::{PoolPart, Whose, pooled};

    fn part(name: &str, measure: &str, [estimate, low, high]: [f64; 3], e: &str) -> PoolPart {
        let text = format!(
            "{{\"effect\":{{\"measure\":\"{measure}\",\"estimate\":{estimate},\"low\":{low},\"high\":{high}}},\"p_benefit\":0.9,\"p_randomisation\":null,\"e_value\":{e},\"nights\":40,\"diagnostics\":[]}}"
        );
        PoolPart::of_json(name, &text).unwrap()
    }

    #[test]
    fn people_who_agree_are_surer_together() {
        let parts = [
            part("anna", "rate_ratio", [0.6, 0.4, 0.9], "4"),
            part("bert", "rate_ratio", [0.7, 0.45, 1.1], "2.5"),
            part("carla", "rate_ratio", [0.55, 0.3, 1.0], "3"),
        ];
        let all = pooled(&parts, Whose::People, Better::Lower).unwrap();
        let wide = |row: &crate::trial::EffectRow| row.high / row.low;
        for trial in &all.trials {
            assert!(wide(&trial.pooled) < wide(&trial.alone), "{trial:?}");
        }
        assert!((0.55..0.7).contains(&all.effect.estimate), "{all:?}");
        assert!(all.next.low < all.effect.low && all.next.high > all.effect.high);
        assert_eq!(all.e_value, Some(30.0));
        assert!(all.p_benefit > 0.95);
        // One person's trials may differ less, so the common effect is narrower.
        let own = pooled(&parts, Whose::Person, Better::Lower).unwrap();
        assert!(own.effect.high < all.effect.high);
        let higher = pooled(&parts, Whose::People, Better::Higher).unwrap();
        assert!((higher.p_benefit + all.p_benefit - 1.0).abs() < 1e-9);
    }

    #[test]
    fn differences_pool_in_their_own_unit() {
        let small = [
            part("a", "mean_difference", [1.0, 0.0, 2.0], "1"),
            part("b", "mean_difference", [2.0, 1.0, 3.0], "null"),
        ];
        let large = [
            part("a", "mean_difference", [100.0, 0.0, 200.0], "1"),
            part("b", "mean_difference", [200.0, 100.0, 300.0], "null"),
        ];
        let of = |parts: &[PoolPart]| pooled(parts, Whose::People, Better::Higher).unwrap();
        let (one, hundred) = (of(&small), of(&large));
        assert!((1.2..1.8).contains(&one.effect.estimate), "{one:?}");
        assert!((hundred.effect.low / one.effect.low - 100.0).abs() < 0.1);
        assert_eq!(one.e_value, None);
    }

    #[test]
    fn what_cannot_be_pooled_is_refused_in_a_sentence() {
        let ratio = || part("a", "rate_ratio", [0.6, 0.4, 0.9], "4");
        let said = |parts: &[PoolPart]| {
            pooled(parts, Whose::People, Better::Lower)
                .unwrap_err()
                .to_string()
        };
        assert!(said(&[ratio()]).contains("at least two"));
        let other = part("b", "mean_difference", [1.0, 0.0, 2.0], "1");
        assert!(said(&[ratio(), other]).contains("same measure"));
        let odd = part("c", "rate_ratio", [0.6, 0.0, 0.9], "1");
        assert!(said(&[ratio(), odd]).contains("no usable interval"));
        let bad = |text: &str| PoolPart::of_json("d", text).unwrap_err().to_string();
        assert!(bad("{}").contains("no result of a trial"));
        assert!(
            bad(r#"{"effect":{"measure":"hazard","estimate":1,"low":1,"high":1}}"#)
                .contains("Known are")
        );
    }
}
