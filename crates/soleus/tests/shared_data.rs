//! Real data with published numbers beside them, read from the shared folder when it is there.

mod common;

use common::{Soleus, shared};
use serde_json::Value;

/// A published coefficient.
struct Published {
    name: String,
    estimate: f64,
    se: f64,
}

fn published(path: &std::path::Path) -> Vec<Published> {
    let text = std::fs::read_to_string(path).expect("the published numbers");
    text.lines()
        .skip(1)
        .map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            Published {
                name: cells[0].to_owned(),
                estimate: cells[1].parse().expect("a number"),
                se: cells[2].parse().expect("a number"),
            }
        })
        .collect()
}

/// Log of a ratio per one unit of the column.
fn per_unit(factor: &Value, field: &str) -> f64 {
    let number = |field: &str| factor[field].as_f64().expect(field);
    libm_log(number(field)) / number("per_amount")
}

#[expect(clippy::disallowed_methods, reason = "a test compares to two digits")]
fn libm_log(x: f64) -> f64 {
    x.ln()
}

/// Davis, Dunsmuir and Streett 2003: the coefficients that stand out (|z| > 2) have the published sign, and both
/// 90 % intervals overlap; our shrunken estimate lies between nothing and the far end of the published interval. Of the
/// year's wave that holds for its size and not for sine and cosine by themselves: the columns of school terms follow the year
/// too, and where these are shrunken, one of the two takes over what they had.
#[test]
fn asthma_counts_agree_with_the_published_regression() {
    let (Some(data), Some(numbers)) = (
        shared("data/validation/asthma_daily/data.csv"),
        shared("data/validation/asthma_daily/published.csv"),
    ) else {
        return;
    };
    let soleus = Soleus::at("2026-05-03T08:00:00Z");
    let answer = soleus.json(&[
        "analyze",
        &data.to_string_lossy(),
        "--outcome",
        "Count",
        "--date",
        "day",
    ]);
    assert_eq!(
        (&answer["nights"], &answer["nights_observed"]),
        (&1461.into(), &1461.into())
    );
    let mut compared = 0;
    // Squares of the wave's two parts, and of each part times its error.
    let (mut our_wave, mut their_wave, mut their_error) = (0.0, 0.0, 0.0);
    for published in published(&numbers) {
        let factors = answer["factors"].as_array().expect("a list");
        let Some(factor) = factors
            .iter()
            .find(|factor| factor["name"] == *published.name)
        else {
            continue;
        };
        if (published.estimate / published.se).abs() <= 2.0 {
            continue;
        }
        compared += 1;
        let ours = per_unit(factor, "rate_ratio");
        let (low, high) = (
            per_unit(factor, "rate_ratio_low"),
            per_unit(factor, "rate_ratio_high"),
        );
        let (theirs_low, theirs_high) = (
            published.estimate - 1.645 * published.se,
            published.estimate + 1.645 * published.se,
        );
        let story = format!(
            "{}: ours {ours:.3} ({low:.3} to {high:.3}), published {:.3} (se {:.3})",
            published.name, published.estimate, published.se
        );
        println!("{story}");
        assert!(ours * published.estimate > 0.0, "sign: {story}");
        assert!(
            low <= theirs_high && theirs_low <= high,
            "intervals apart: {story}"
        );
        if published.name.ends_with("Annual") {
            our_wave += ours * ours;
            their_wave += published.estimate * published.estimate;
            their_error += (published.estimate * published.se).powi(2);
        } else {
            let far = published.estimate.abs() + 1.96 * published.se;
            assert!(ours.abs() <= far, "too far: {story}");
        }
    }
    let (ours, theirs) = (our_wave.sqrt(), their_wave.sqrt());
    // By the delta method, the two parts taken as independent.
    let se = their_error.sqrt() / theirs;
    let story = format!("the year's wave: ours {ours:.3}, published {theirs:.3} (se {se:.3})");
    println!("{story}");
    assert!(ours <= theirs + 1.96 * se, "too far: {story}");
    assert!(compared >= 10, "only {compared} coefficients were compared");
}

#[test]
fn one_persons_migraine_diary_is_read_as_yes_or_no() {
    let Some(data) = shared("data/validation/migraine_diaries/data_odd_ids.csv") else {
        return;
    };
    let soleus = Soleus::at("2026-05-03T08:00:00Z");
    let data = data.to_string_lossy();
    let common = [
        "analyze",
        &*data,
        "--family",
        "binary",
        "--outcome",
        "headache",
        "--date",
        "dos",
    ];
    let ignore = ["--ignore", "hatype,medication,sex,age"];
    let one = soleus.json(&[&common[..], &["--person", "id=1"], &ignore].concat());
    assert_eq!(one["measure"], "odds_ratio");
    assert_eq!(one["nights"], 20);
    let names: Vec<&str> = one["factors"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|factor| factor["name"].as_str())
        .collect();
    assert_eq!(names, ["time", "airq"]);
    // Over all people the reference posterior finds air quality to do next to nothing: an odds ratio of 1.03 per 10
    // points (0.90 to 1.18). No single diary may claim otherwise with confidence.
    for id in ["1", "3", "5", "7"] {
        let answer =
            soleus.json(&[&common[..], &["--person", &format!("id={id}")], &ignore].concat());
        let air = &answer["factors"][1];
        assert!(
            air["probability"].as_f64().expect("a probability") < 0.9,
            "person {id}: {air}"
        );
    }
    let run = soleus.run(&[&common[..], &["--person", "id=1"]].concat());
    assert_eq!(run.code, 2);
    assert!(
        run.err
            .contains("Column ‘hatype’ holds text (‘Aura’, line 2)"),
        "{}",
        run.err
    );
    let run = soleus.run(&[&common[..], &ignore].concat());
    assert!(
        run.err.contains("stands twice") && run.err.contains("--person"),
        "{}",
        run.err
    );
}

#[test]
fn a_real_single_person_diary_with_gaps_is_read() {
    let Some(data) = shared("data/validation/ema_single_person/daily.csv") else {
        return;
    };
    let soleus = Soleus::at("2026-05-03T08:00:00Z");
    let answer = soleus.json(&["analyze", &data.to_string_lossy(), "--outcome", "n_beeps"]);
    assert_eq!(answer["nights"], 238);
    assert_eq!(answer["factors"].as_array().expect("a list").len(), 11);
}
