//! Food and drink, as a browser meets it.

use diary::Body;

use crate::common::House;

const NOW: &str = "2026-05-03T08:00:00Z";

fn portions(house: &House) -> Vec<(String, f64)> {
    house
        .desk
        .log()
        .unwrap()
        .told()
        .iter()
        .filter_map(|told| match &told.body {
            Body::Food(food) => Some((food.food.to_string(), food.grams.get())),
            _ => None,
        })
        .collect()
}

#[tokio::test]
async fn a_food_is_found_told_once_and_taken_back() {
    let house = House::at(NOW);
    let found = house.get("/food?name=bananna").await;
    assert!(found.body.contains("Banana"), "a misspelling is forgiven");
    let id = found.field("id").to_owned();
    let form = [
        ("do", "eat"),
        ("id", id.as_str()),
        ("food", "banana"),
        ("portion", "0"),
    ];
    for _ in 0..2 {
        let saved = house.post("/food", &form).await;
        assert_eq!(saved.location(), "/food?done=saved");
    }
    assert_eq!(portions(&house), [("banana".to_owned(), 118.0)]);
    // The page was gone back to: another food is another portion.
    let other = [
        ("do", "eat"),
        ("id", id.as_str()),
        ("food", "tap-water"),
        ("portion", "0"),
    ];
    house.post("/food", &other).await;
    assert_eq!(portions(&house).len(), 2);
    let page = house.get("/food").await;
    assert!(page.body.contains("banana, 1 medium (118 g)"));
    let entry = page.field("entry").to_owned();
    for _ in 0..2 {
        let undone = house
            .post("/food", &[("do", "undo"), ("entry", &entry)])
            .await;
        assert_eq!(undone.location(), "/food?done=taken-back");
    }
    assert_eq!(portions(&house).len(), 1);
}

#[tokio::test]
async fn a_portion_of_nothing_or_five_kilograms_is_refused() {
    let house = House::at(NOW);
    for grams in ["0", "5000", "a lot", ""] {
        let refused = house
            .post(
                "/food",
                &[("do", "eat"), ("food", "banana"), ("grams", grams)],
            )
            .await;
        assert_eq!(refused.status, 422, "{grams}");
    }
    assert!(portions(&house).is_empty());
    let manna = [("do", "eat"), ("food", "manna"), ("portion", "0")];
    assert_eq!(house.post("/food", &manna).await.status, 404);
}

#[tokio::test]
async fn nothing_is_offered_to_a_stranger_and_the_page_says_that_no_trial_shows_it_helps() {
    let house = House::at(NOW);
    let page = house.get("/food").await;
    for text in [
        "No trial shows that food prevents night cramps",
        "we must know whether it is safe for you",
        "at least 0 mg",
    ] {
        assert!(page.body.contains(text), "{text}");
    }
    let saved = house
        .post("/food", &[("do", "allergies"), ("a-nuts", "1")])
        .await;
    assert_eq!(saved.location(), "/food?done=saved");
    let person = house.desk.person().unwrap();
    assert_eq!(person.allergies.unwrap().len(), 1);
}
