//! The few questions before a plan: one group a screen, “none of these” in one tap, nothing made up.

use crate::common::House;

const NOW: &str = "2026-05-03T08:00:00Z";

/// Every id that stands on a screen with a box.
fn boxes(body: &str) -> Vec<&str> {
    body.split("type=\"checkbox\" name=\"t-")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

/// Answers the screen that is shown: the first button there is, every box left empty.
async fn answer_no(house: &House, body: &str, screen: &str) {
    let shown: Vec<String> = boxes(body).iter().map(|id| format!("a-{id}")).collect();
    let mut form = vec![("screen", screen), ("for", "plan"), ("skip", "")];
    match screen {
        "birth" => form.extend([("birth-year", "1954"), ("sex", "female")]),
        "pregnancy" => form.push(("pregnant", "no")),
        "medicines" => {}
        _ => {
            form.push(("none", "1"));
            form.extend(shown.iter().map(|name| (name.as_str(), "1")));
        }
    }
    let saved = house.post("/plan/ask", &form).await;
    assert!(
        saved.location().starts_with("/plan/ask?for=plan"),
        "{screen}"
    );
}

/// Answers no to every screen about something; gives the screens.
async fn answer_all(house: &House, about: &str, home: &str) -> Vec<String> {
    let mut screens = Vec::new();
    loop {
        let page = house.get(&format!("/plan/ask?for={about}")).await;
        if page.status != 200 {
            assert_eq!(page.location(), home);
            return screens;
        }
        let screen = page.field("screen").to_owned();
        assert!(boxes(&page.body).len() <= 8, "{screen}");
        answer_no(house, &page.body, &screen).await;
        screens.push(screen);
        assert!(
            screens.len() <= 10,
            "too long for a tired person: {screens:?}"
        );
    }
}

#[tokio::test]
async fn a_stranger_of_72_reaches_a_plan_in_a_few_taps_and_the_drinks_have_their_own() {
    let house = House::at(NOW);
    let before = house.get("/plan").await;
    assert!(before.body.contains("href=\"/plan/ask\""));
    let screens = answer_all(&house, "plan", "/plan").await;
    assert!(
        screens.len() <= 4,
        "too long for a tired person: {screens:?}"
    );
    let plan = house.get("/plan").await;
    assert!(
        plan.body
            .contains("Calf and hamstring stretching before bed")
    );
    assert!(!plan.body.contains("What we need to know first"));
    assert!(!plan.body.contains("glasses of"));
    let screens = answer_all(&house, "water", "/plan#water").await;
    assert!(
        !screens.contains(&"pregnancy".to_owned()),
        "nobody of 72 is asked"
    );
    let after = house.get("/plan").await;
    assert!(after.body.contains("glasses of"), "an amount to drink");
}

#[tokio::test]
async fn what_is_ticked_is_yes_the_rest_no_and_nothing_ticked_is_no_answer() {
    let house = House::at(NOW);
    for form in [
        vec![("screen", "current-dvt"), ("a-current-dvt", "1")],
        vec![
            ("screen", "current-dvt"),
            ("a-current-dvt", "1"),
            ("t-current-dvt", "1"),
            ("none", "1"),
        ],
    ] {
        let refused = house.post("/plan/ask", &form).await;
        assert_eq!(refused.status, 422);
        assert!(house.desk.person().unwrap().conditions.is_empty());
    }
    let form = [
        ("screen", "current-dvt"),
        ("a-current-dvt", "1"),
        ("a-recent-fracture", "1"),
        ("t-recent-fracture", "1"),
    ];
    house.post("/plan/ask", &form).await;
    let person = house.desk.person().unwrap();
    assert_eq!(person.has("recent-fracture"), Some(true));
    assert_eq!(person.has("current-dvt"), Some(false));
}

#[tokio::test]
async fn a_screen_can_be_left_for_later_and_a_yes_to_a_sign_comes_before_everything() {
    let house = House::at(NOW);
    let first = house.get("/plan/ask").await;
    let screen = first.field("screen").to_owned();
    let second = house.get(&format!("/plan/ask?skip={screen}")).await;
    assert_ne!(second.field("screen"), screen);
    let hostile = house
        .get("/plan/ask?for=%22%3E&skip=%22%3E%3Cscript%3E")
        .await;
    assert!(
        !hostile.body.contains("<script>"),
        "nothing of an address is shown as it came"
    );
    let form = [
        ("screen", "chest-pain-breathless"),
        ("a-chest-pain-breathless", "1"),
        ("t-chest-pain-breathless", "1"),
    ];
    house.post("/plan/ask", &form).await;
    let page = house.get("/plan").await;
    assert!(page.body.contains("Get help now"));
}

#[tokio::test]
async fn an_impossible_year_is_refused_with_a_sentence() {
    let house = House::at(NOW);
    for year in ["", "old", "1850", "2050"] {
        let form = [("screen", "birth"), ("birth-year", year)];
        let refused = house.post("/plan/ask", &form).await;
        assert_eq!(refused.status, 422, "{year}");
        assert!(refused.body.contains("Nothing was stored yet"));
    }
    assert_eq!(house.desk.person().unwrap().birth_year, None);
}

#[tokio::test]
async fn the_review_of_medicines_says_what_to_ask_and_never_to_stop() {
    let house = House::at(NOW);
    let empty = house.get("/plan/medicines").await;
    assert!(empty.body.contains("No medicine is on your list"));
    let add = [
        ("do", "add"),
        ("medicine", "furosemide"),
        ("since", "2026-03-01"),
    ];
    house.post("/profile/medicines", &add).await;
    for page in [
        "/profile/medicines",
        "/profile",
        "/suspects",
        "/suspects/diuretic-loop",
    ] {
        let page = house.get(page).await;
        assert!(page.body.contains("href=\"/plan/medicines\""));
    }
    let sheet = house.get("/plan/medicines").await;
    for words in [
        "Furosemide",
        "Do not stop or change a prescribed medicine",
        "Taken since 1 March 2026",
        "fewer than seven answered nights",
        "What to ask",
    ] {
        assert!(sheet.body.contains(words), "{words}");
    }
}

#[tokio::test]
async fn a_dose_is_counted_asked_about_or_refused() {
    let house = House::at(NOW);
    let add = [("do", "add"), ("medicine", "magnesium")];
    house.post("/profile/medicines", &add).await;
    let dose = |amount: &'static str, unit: &'static str, times: &'static str| {
        [
            ("do", "dose"),
            ("medicine", "magnesium"),
            ("amount", amount),
            ("unit", unit),
            ("times", times),
            ("each", "day"),
        ]
    };
    for (form, words) in [
        (dose("10000", "mg", "1"), "far more than anybody takes"),
        (dose("300", "spoons", "1"), "We do not know that unit"),
        (dose("300", "mg", "99"), "How many times it is taken is 99"),
        (dose("0", "mg", "1"), "A dose of 0 is no dose"),
        (dose("much", "mg", "1"), "is not a number"),
    ] {
        let refused = house.post("/profile/medicines", &form).await;
        assert_eq!(refused.status, 422, "{form:?}");
        assert!(refused.body.contains(words), "{words}");
    }
    assert!(house.desk.person().unwrap().doses.is_empty());
    let saved = house
        .post("/profile/medicines", &dose("150", "mg", "2"))
        .await;
    assert!(saved.location().contains("done=saved"));
    let page = house.get("/profile/medicines").await;
    assert!(page.body.contains("150 mg, twice a day"));
    let food = house.get("/food").await;
    assert!(food.body.contains("300 mg of it from tablets"));
    let other = [
        ("do", "dose"),
        ("medicine", "furosemide"),
        ("amount", "40"),
        ("unit", "mg"),
    ];
    let refused = house.post("/profile/medicines", &other).await;
    assert!(refused.body.contains("Add it to your medicines first"));
}
