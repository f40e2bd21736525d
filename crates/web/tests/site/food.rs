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
    assert!(page.body.contains("Banana, 1 medium (118 g)"));
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
}

#[tokio::test]
async fn diet_allergies_and_tastes_are_told_and_taken_back() {
    let house = House::at(NOW);
    let told = [("do", "taste"), ("diet", "vegan"), ("a-nuts", "1")];
    let saved = house.post("/food", &told).await;
    assert_eq!(saved.location(), "/food?done=saved");
    let person = house.desk.person().unwrap();
    assert_eq!(person.diet.as_ref().unwrap().as_str(), "vegan");
    assert_eq!(person.allergies.as_ref().unwrap().len(), 1);
    // Nothing ticked is no answer; “none of these” is.
    house.post("/food", &[("do", "taste")]).await;
    assert_eq!(
        house
            .desk
            .person()
            .unwrap()
            .allergies
            .as_ref()
            .unwrap()
            .len(),
        1
    );
    house
        .post("/food", &[("do", "taste"), ("a-none", "1")])
        .await;
    assert!(
        house
            .desk
            .person()
            .unwrap()
            .allergies
            .as_ref()
            .unwrap()
            .is_empty()
    );
    house
        .post("/food", &[("do", "dislike"), ("food", "banana")])
        .await;
    let page = house.get("/food").await;
    assert!(page.body.contains("Banana: not for you"));
    house
        .post("/food", &[("do", "neither"), ("food", "banana")])
        .await;
    assert!(house.desk.person().unwrap().likes.is_empty());
}

#[tokio::test]
async fn one_tap_on_tonight_tells_a_portion_and_one_takes_it_back() {
    let house = House::at(NOW);
    let page = house.get("/").await;
    let (id, tap) = (page.field("portion-id"), page.field("portion-now"));
    let form = [
        ("portion-id", id),
        ("portion-now", tap),
        ("back", "tonight"),
    ];
    let saved = house.post("/food", &form).await;
    assert_eq!(saved.location(), "/?done=saved#quick");
    let twice = house.post("/food", &form).await;
    assert_eq!(twice.location(), "/?done=nothing#quick");
    assert_eq!(portions(&house).len(), 1);
    let page = house.get("/").await;
    let undo = [
        ("portion-undo", page.field("portion-undo")),
        ("back", "tonight"),
    ];
    house.post("/food", &undo).await;
    assert!(portions(&house).is_empty());
    let again = house.post("/food", &undo).await;
    assert_eq!(again.location(), "/?done=nothing#quick");
    for value in [
        "",
        "manna:100:",
        "banana:0:",
        "banana:5000:",
        "banana:x:",
        ":::",
    ] {
        let refused = house.post("/food", &[("portion-now", value)]).await;
        assert_eq!(refused.status, 404, "{value}");
    }
}

#[tokio::test]
async fn a_portion_told_in_the_check_in_keeps_its_answers_and_confirms_no_proposal() {
    let house = House::at("2026-05-03T16:00:00Z");
    let address = "/check-in/2026-05-03/evening";
    let page = house.get(address).await;
    let (id, tap) = (page.field("portion-id"), page.field("portion-now"));
    let form = [
        ("x-dehydration", "yes"),
        ("x-alcohol", "2"),
        // Proposed as usual, and neither changed nor confirmed.
        ("u-alcohol", "2"),
        ("portion-id", id),
        ("portion-now", tap),
    ];
    let saved = house.post(address, &form).await;
    assert_eq!(saved.location(), format!("{address}?done=saved#quick"));
    assert_eq!(portions(&house).len(), 1);
    let nights = house.desk.nights(jiff::civil::date(2026, 5, 3)).unwrap();
    let answered: Vec<&str> = nights
        .iter()
        .flat_map(|night| night.exposures.keys())
        .map(diary::Id::as_str)
        .collect();
    assert_eq!(answered, ["dehydration"]);
    // Another day than today has no “just now”.
    let before = house.get("/check-in/2026-05-02/evening").await;
    assert!(!before.body.contains("portion-now"));
}

#[tokio::test]
async fn what_a_person_has_most_often_comes_first() {
    let house = House::at(NOW);
    for _ in 0..2 {
        house
            .post("/food", &[("portion-now", "kiwi:69:1 fruit")])
            .await;
    }
    let page = house.get("/").await;
    assert_eq!(page.field("portion-now"), "kiwi:69:1 fruit");
}

#[tokio::test]
async fn imported_foods_are_found_told_and_named() {
    let house = House::at(NOW);
    let food = insight::intake::LarderFood::imported(
        99,
        "Pottage, thick",
        knowledge::Composition::default(),
        Vec::new(),
    );
    house.desk.stock(&[food]).unwrap();
    let page = house.get("/food?name=pottage").await;
    assert!(page.body.contains("Pottage, thick"));
    let form = [
        ("do", "eat"),
        ("food", "fdc-99-pottage-thick"),
        ("portion", "0"),
    ];
    house.post("/food", &form).await;
    let page = house.get("/food").await;
    assert!(
        page.body.contains("Pottage thick, 100 g (100 g)"),
        "{}",
        page.body
    );
}

#[tokio::test]
async fn glasses_are_counted_one_by_one() {
    let house = House::at(NOW);
    for _ in 0..2 {
        house
            .post("/food", &[("portion-now", "tap-water:250:1 glass")])
            .await;
    }
    let (count, millilitres) =
        insight::intake::drunk(&house.desk.log().unwrap(), jiff::civil::date(2026, 5, 3));
    assert_eq!((count, millilitres), (2, 500.0));
    house
        .post("/food", &[("portion-now", "banana:118:1 medium")])
        .await;
    let today = jiff::civil::date(2026, 5, 3);
    assert_eq!(
        insight::intake::drunk(&house.desk.log().unwrap(), today).0,
        2
    );
}
