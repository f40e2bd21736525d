//! Food from the command line: told, counted, taken back, and refused where it cannot be.

mod common;

use common::Soleus;

const NOW: &str = "2026-05-03T18:00:00+02:00";

#[test]
fn a_portion_is_told_counted_and_taken_back() {
    let soleus = Soleus::at(NOW);
    let told = soleus.json(&["food", "eat", "wholemeal", "bread", "--portion", "2 slices"]);
    assert_eq!(told["food"], "wholemeal-bread");
    assert_eq!(told["portion"], "2 slices");
    assert_eq!(told["grams"], 64.0);
    let intake = soleus.json(&["food", "intake"]);
    let magnesium = &intake["nutrients"][0];
    assert_eq!(magnesium["nutrient"], "magnesium");
    // 75 mg in 100 g: USDA 18075.
    let mean = magnesium["mean"].as_f64().unwrap_or_default();
    assert!((mean - 48.0).abs() < 1.0, "{magnesium}");
    assert_eq!(magnesium["at_least"], true);
    assert!(soleus.ok(&["undo"]).contains("wholemeal bread"));
    let intake = soleus.json(&["food", "intake"]);
    assert_eq!(intake["entries_today"], 0);
}

#[test]
fn what_cannot_be_is_refused_with_what_to_do() {
    let soleus = Soleus::at(NOW);
    for (args, words) in [
        (
            &["food", "eat", "banana", "--grams", "0"][..],
            "0.1 to 3000",
        ),
        (&["food", "eat", "banana", "--grams", "5000"], "0.1 to 3000"),
        (
            &["food", "eat", "banana", "--portion", "bucket"],
            "1 medium",
        ),
        (&["food", "eat", "xyzzyquux"], "food search"),
        (&["food", "allergies", "kryptonite"], "shellfish"),
        (&["food", "diet", "air"], "vegetarian"),
    ] {
        let run = soleus.run(args);
        assert_eq!(run.code, 2, "{args:?}");
        assert!(run.err.contains(words), "{args:?}: {}", run.err);
    }
    let menu = soleus.json(&["food", "menu"]);
    assert_eq!(menu["picks"], serde_json::json!([]));
    assert!(menu["silent"].is_string());
}
