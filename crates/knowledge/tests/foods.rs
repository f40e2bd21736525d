//! Foods: every carried figure is USDA's, portions weigh something, and a food is found by what people type.
#![expect(
    clippy::unwrap_used,
    reason = "a file that cannot be read fails the test"
)]

use std::collections::BTreeMap;
use std::path::PathBuf;

use knowledge::{Contains, FoodGroup, Nutrient, find_food, food, foods, in_german};

#[track_caller]
fn first(text: &str, expected: &str) {
    let found = find_food(text).first().map_or("(nothing)", |food| food.id);
    assert_eq!(found, expected, "searching for {text:?}");
}

#[test]
fn a_food_is_found_by_its_names() {
    first("banana", "banana");
    first("Bananas", "banana");
    first("wholemeal bread", "wholemeal-bread");
    first("porridge", "porridge-cooked-with-water");
    first("oatmeal", "porridge-cooked-with-water");
    first("zucchini", "courgette-raw");
    first("houmous", "hummus-bought");
    first("Gruyere", "gruyere");
    first("milk", "whole-milk");
    first("bread", "white-bread");
    first("rice", "white-rice-cooked");
    first("coke", "cola");
}

#[test]
fn words_come_in_any_order_and_may_be_cut_short() {
    first("rice brown", "brown-rice-cooked");
    first("cooked spinach", "spinach-cooked");
    first("choc dark", "dark-chocolate-70-85-cocoa");
    first("tomatoes canned", "tomatoes-canned");
    assert!(
        find_food("pump")
            .iter()
            .any(|food| food.id == "pumpkin-seeds"),
        "the beginning of a word is enough"
    );
    assert!(find_food("b").is_empty(), "one letter is too little");
    assert!(find_food("an").len() <= 12);
}

#[test]
fn misspellings_are_forgiven() {
    first("bananna", "banana");
    first("brocolli", "broccoli-raw");
    first("yoghourt plain", "yoghurt-plain-whole-milk");
    first("spinich cooked", "spinach-cooked");
    first("avacado", "avocado");
    assert!(find_food("xyzzyxyzzy").is_empty());
    assert!(find_food("").is_empty());
    assert!(find_food("🍌🍌").is_empty());
}

#[test]
fn a_food_is_found_by_its_german_names() {
    first("Banane", "banana");
    first("Bananen", "banana");
    first("Milch", "whole-milk");
    first("Haferflocken", "rolled-oats-dry");
    first("Spinat", "spinach-cooked");
    first("Äpfel", "apple");
    first("Käse", "cheddar");
    first("Möhren", "carrot");
    first("Weissbrot", "white-bread");
    first("weißbrot", "white-bread");
    first("Spinat gekocht", "spinach-cooked");
    first("Brokoli roh", "broccoli-raw");
}

#[test]
fn the_last_part_of_a_german_word_finds_it() {
    let finds = |text: &str, id: &str| find_food(text).iter().any(|food| food.id == id);
    assert!(finds("Kuchen", "cheesecake"));
    assert!(finds("Saft", "apple-juice"));
    assert!(finds("Tee", "herbal-tea"));
    assert!(!finds("Eis", "wild-rice-cooked"), "rice is no ice");
    assert!(!finds("rot", "white-bread"), "an adjective is no thing");
}

#[test]
fn every_food_is_found_by_its_own_name_and_id() {
    for one in foods() {
        assert_eq!(food(one.id).unwrap().id, one.id);
        first(one.name, one.id);
        first(in_german(one.name).unwrap(), one.id);
    }
    assert!(food("manna").is_none());
}

#[test]
fn there_are_plain_foods_of_every_kind() {
    assert!(foods().len() >= 700, "{}", foods().len());
    let mut shelves: BTreeMap<FoodGroup, usize> = BTreeMap::new();
    for one in foods() {
        *shelves.entry(one.group).or_default() += 1;
        assert!(!one.portions.is_empty(), "{}", one.id);
        assert!(one.portions.iter().all(|portion| portion.grams > 0.0));
    }
    assert_eq!(shelves.len(), 22);
    assert!(
        food("whole-milk")
            .unwrap()
            .contains
            .contains(&Contains::Milk)
    );
    assert!(food("banana").unwrap().contains.is_empty());
    assert!(!food("banana").unwrap().mixed);
}

/// The table of all foods beside the repository, or where `SOLEUS_SHARED` says; `None` when absent.
fn shared(file: &str) -> Option<BTreeMap<String, Vec<csv::StringRecord>>> {
    let path = std::env::var_os("SOLEUS_SHARED")
        .map_or_else(
            || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared")),
            PathBuf::from,
        )
        .join("data/foods")
        .join(file);
    if !path.is_file() {
        eprintln!("skipped: no {}", path.display());
        return None;
    }
    let mut rows: BTreeMap<String, Vec<csv::StringRecord>> = BTreeMap::new();
    for row in csv::Reader::from_path(path).unwrap().into_records() {
        let row = row.unwrap();
        rows.entry(row[0].to_owned()).or_default().push(row);
    }
    Some(rows)
}

#[test]
fn every_figure_is_usdas() {
    let Some(rows) = shared("foods.csv") else {
        return;
    };
    // The columns of that file, in the order of `Nutrient::ALL`.
    let columns = [5, 6, 7, 8, 10, 4, 11, 12, 13, 3];
    for one in foods() {
        let row = &rows[one.ndb_no][0];
        for (nutrient, column) in Nutrient::ALL.into_iter().zip(columns) {
            let theirs: Option<f64> = match &row[column] {
                "" => None,
                figure => Some(figure.parse().unwrap()),
            };
            assert_eq!(
                one.per_100_g.get(nutrient),
                theirs,
                "{}: {nutrient:?}",
                one.id
            );
        }
    }
}

#[test]
fn every_portion_is_usdas_or_says_that_it_is_ours() {
    let Some(rows) = shared("portions.csv") else {
        return;
    };
    for one in foods() {
        for portion in one.portions.iter().filter(|portion| !portion.judged) {
            let amount: f64 = portion.name.split(' ').next().unwrap().parse().unwrap();
            assert!(
                rows[one.ndb_no].iter().any(|row| {
                    row[2].parse() == Ok(amount) && row[4].parse() == Ok(portion.grams)
                }),
                "{}: {portion:?}",
                one.id
            );
        }
    }
}
