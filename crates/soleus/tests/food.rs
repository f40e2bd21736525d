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

const FOOD: &str = "fdc_id,data_type,description,food_category_id,publication_date
173410,sr_legacy_food,\"Butter, salted\",1,2019-04-01
999001,sr_legacy_food,\"Pottage, thick, home recipe\",1,2019-04-01
";
const NUTRIENT: &str = "id,fdc_id,nutrient_id,amount
1,173410,1090,2
2,999001,1090,40
3,999001,1008,60
";
const PORTION: &str =
    "id,fdc_id,seq_num,amount,measure_unit_id,portion_description,modifier,gram_weight
1,999001,1,1,9999,,bowl,250
";

/// A folder with the tables as they are downloaded.
fn downloaded(soleus: &Soleus) -> String {
    let food = soleus.file("food.csv", FOOD);
    soleus.file("food_nutrient.csv", NUTRIENT);
    soleus.file("food_portion.csv", PORTION);
    food.trim_end_matches("food.csv").to_owned()
}

#[test]
fn a_downloaded_table_is_imported_once_found_told_and_counted() {
    let soleus = Soleus::at(NOW);
    let folder = downloaded(&soleus);
    let first = soleus.json(&["food", "import", &folder]);
    assert_eq!(
        (first["new"].as_u64(), first["all"].as_u64()),
        (Some(2), Some(2))
    );
    let again = soleus.json(&["food", "import", &folder]);
    assert_eq!(
        (again["new"].as_u64(), again["unchanged"].as_u64()),
        (Some(0), Some(2))
    );
    let found = soleus.json(&["food", "search", "thick", "potage"]);
    assert_eq!(found[0]["fdc_id"], 999_001);
    let told = soleus.json(&["food", "eat", "pottage thick", "--portion", "bowl"]);
    assert_eq!(told["grams"], 250.0);
    let intake = soleus.json(&["food", "intake"]);
    assert_eq!(intake["nutrients"][0]["mean"], 100.0);
    assert!(soleus.ok(&["food", "show", "pottage"]).contains("999001"));
    assert!(soleus.ok(&["undo"]).contains("pottage thick home recipe"));
}

#[test]
fn a_file_that_is_no_table_of_foods_is_refused_and_changes_nothing() {
    let soleus = Soleus::at(NOW);
    let diary = soleus.file("diary.csv", "date,cramps\n2026-05-01,1\n");
    for (args, words) in [
        (&["food", "import", &diary][..], "no food.csv in it"),
        (&["food", "import", "nowhere.zip"], "no such file or folder"),
    ] {
        let run = soleus.run(args);
        assert_eq!(run.code, 2, "{args:?}: {}", run.err);
        assert!(run.err.contains(words), "{args:?}: {}", run.err);
    }
}

fn refused(soleus: &Soleus, args: &[&str], words: &str) {
    let run = soleus.run(args);
    assert_eq!(run.code, 2, "{args:?}: {}", run.out);
    assert!(run.err.contains(words), "{args:?}: {}", run.err);
}

#[test]
fn a_dose_is_counted_with_food_and_what_cannot_be_is_refused() {
    let mut soleus = Soleus::at(NOW);
    refused(
        &soleus,
        &["profile", "dose", "magnesium", "300", "mg"],
        "Add it to your medicines first",
    );
    soleus.ok(&["profile", "medicine", "magnesium"]);
    for (rest, words) in [
        (&["10000", "mg"][..], "far more than anybody takes"),
        (&["300", "spoons"], "We know no unit ‘spoons’"),
        (&["300"], "300 of what?"),
        (&["plenty", "mg"], "‘plenty’ is not an amount"),
        (&["0", "mg"], "A dose of 0 is no dose"),
        (
            &["300", "mg", "--times", "0"],
            "How many times it is taken is 0",
        ),
    ] {
        let args = [&["profile", "dose", "magnesium"], rest].concat();
        refused(&soleus, &args, words);
    }
    soleus.ok(&["profile", "dose", "magnesium", "150", "mg", "--times", "2"]);
    let intake = soleus.json(&["food", "intake"]);
    assert_eq!(intake["nutrients"][0]["from_tablets"], 300.0);
    assert!(
        soleus
            .ok(&["medicine", "review"])
            .contains("150 mg, twice a day")
    );
    // What is told at the same instant has no order.
    soleus.later("2026-05-03T18:05:00+02:00");
    soleus.ok(&["profile", "dose", "magnesium", "none"]);
    let intake = soleus.json(&["food", "intake"]);
    assert_eq!(intake["nutrients"][0]["from_tablets"], 0.0);
}
