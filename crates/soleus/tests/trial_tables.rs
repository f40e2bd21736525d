//! `trial analyze` through the real program: the promised fields, broken tables, two real trials.

mod common;

use common::{Soleus, shared};
use serde_json::Value;

/// Forty nights, pairs of two: five cramps off, two on.
fn trial() -> String {
    let mut text = String::from("date,cramps,arm\n");
    for night in 0..40 {
        let pair_turned = (night / 4) % 3 == 1;
        let on = (night % 4 < 2) != pair_turned;
        let (count, arm) = if on { (2, "stretch") } else { (5, "off") };
        text += &format!(
            "2026-{:02}-{:02},{count},{arm}\n",
            1 + night / 28,
            1 + night % 28
        );
    }
    text
}

fn number(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

/// What the program says of a file of the shared folder, with these options.
fn analysed(data: &std::path::Path, options: &str) -> Value {
    let file = data.to_string_lossy();
    let mut args = vec!["trial", "analyze", &file];
    args.extend(options.split(' '));
    Soleus::at("2026-05-03T08:00:00Z").json(&args)
}

#[test]
fn the_promised_fields_are_there() {
    let soleus = Soleus::at("2026-05-03T08:00:00Z");
    let file = soleus.file("trial.csv", trial());
    let args = [
        "trial",
        "analyze",
        &file,
        "--outcome",
        "cramps",
        "--treatment",
        "arm",
    ];
    let by = |more: &[&str]| -> Value {
        let out = soleus.ok(&[&args[..], more, &["--format", "json"]].concat());
        serde_json::from_str(&out).expect("JSON")
    };
    let answer = by(&["--design", "pairs"]);
    let mut fields: Vec<&String> = answer.as_object().expect("an object").keys().collect();
    fields.sort_unstable();
    assert_eq!(
        fields,
        [
            "diagnostics",
            "e_value",
            "effect",
            "nights",
            "p_benefit",
            "p_randomisation"
        ]
    );
    assert_eq!(answer["effect"]["measure"], "rate_ratio");
    assert!((0.3..0.55).contains(&number(&answer["effect"]["estimate"])));
    assert!(number(&answer["effect"]["high"]) < 1.0);
    assert!(number(&answer["p_benefit"]) > 0.99);
    // Ten pairs: the smallest two-sided p is 2 / 1024.
    assert!((number(&answer["p_randomisation"]) - 2.0 / 1024.0).abs() < 1e-9);
    assert!(number(&answer["e_value"]) > 20.0);
    assert_eq!(answer["nights"], 40);
    assert_eq!(
        by(&["--design", "pairs"]),
        answer,
        "the same seed gives the same answer"
    );
    assert_eq!(by(&[])["p_randomisation"], Value::Null);
    let worse = by(&["--direction", "higher"]);
    assert!(number(&worse["p_benefit"]) < 0.01);
    let text = soleus.ok(&[&args[..], &["--design", "pairs"]].concat());
    assert!(
        text.contains("rate ratio is 0.") && text.contains("E-value"),
        "{text}"
    );
}

#[test]
fn broken_tables_end_with_a_sentence_and_code_2() {
    let soleus = Soleus::at("2026-05-03T08:00:00Z");
    for (name, text, wanted) in [
        (
            "one arm",
            trial().replace("off", "stretch"),
            "same treatment",
        ),
        (
            "nothing",
            trial().replace(",5,", ",0,").replace(",2,", ",0,"),
            "Nothing happened",
        ),
        ("unanswered", trial().replace(",2,", ",,"), "has an outcome"),
        (
            "twice",
            trial().replace("2026-01-02", "2026-01-01"),
            "twice",
        ),
        ("text", trial().replacen(",5,", ",many,", 1), "not a number"),
        ("empty", String::new(), ""),
    ] {
        let file = soleus.file("broken.csv", text);
        let run = soleus.run(&[
            "trial",
            "analyze",
            &file,
            "--outcome",
            "cramps",
            "--treatment",
            "arm",
            "--design",
            "pairs",
        ]);
        assert_eq!(run.code, 2, "{name}: {}{}", run.out, run.err);
        assert!(run.err.contains(wanted), "{name}: {}", run.err);
        assert!(run.out.is_empty());
    }
}

/// Meng 2026, CC BY 4.0: 70 randomised days; the published difference of daily mood is 0.92 (Welch t 0.696, p 0.489).
/// Ours allows for drift and trend, so it need not be the same number: within a third of its standard error.
#[test]
fn a_published_melatonin_trial() {
    let Some(data) = shared("data/validation/nof1_melatonin/daily_70.csv") else {
        return;
    };
    let answer = analysed(
        &data,
        "--outcome mood --treatment condition --family continuous --direction higher --design independent",
    );
    let estimate = number(&answer["effect"]["estimate"]);
    let standard_error = 0.92 / 0.696;
    assert!((estimate - 0.92).abs() < standard_error / 3.0, "{estimate}");
    assert!(number(&answer["effect"]["low"]) < 0.0 && number(&answer["effect"]["high"]) > 0.0);
    let p = number(&answer["p_randomisation"]);
    assert!(p > 0.2, "as unclear as the published test: {p}");
    assert!(number(&answer["e_value"]) < 1.5);
}

/// Gwern Branwen 2012, potassium and sleep: the independent reference for the awakenings is a log rate ratio of -0.129
/// (0.103), negative binomial without drift; nothing is clear in it.
#[test]
fn a_published_potassium_trial() {
    let Some(data) = shared("data/validation/gwern_potassium/nights.csv") else {
        return;
    };
    let answer = analysed(
        &data,
        "--date order --outcome awakenings --treatment potassium --design independent",
    );
    #[expect(clippy::disallowed_methods, reason = "a test compares to two digits")]
    let estimate = number(&answer["effect"]["estimate"]).ln();
    assert!((estimate + 0.129).abs() < 0.103, "{estimate}");
    assert!(number(&answer["effect"]["high"]) > 1.0 && number(&answer["effect"]["low"]) < 1.0);
    assert!(number(&answer["p_randomisation"]) > 0.05);
}
