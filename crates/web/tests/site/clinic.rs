//! Blood tests, questionnaires, doubts and the questions of triage, as a browser meets them.

use crate::common::{House, no_warning_signs};

const NOW: &str = "2026-05-03T08:00:00Z";

fn lab<'a>(test: &'a str, value: &'a str, unit: &'a str) -> [(&'a str, &'a str); 5] {
    [
        ("do", "add"),
        ("test", test),
        ("value", value),
        ("unit", unit),
        ("taken", "2026-04-02"),
    ]
}

#[tokio::test]
async fn a_blood_test_is_told_read_and_taken_back() {
    let house = House::at(NOW);
    let saved = house
        .post("/profile/labs", &lab("potassium", "2,9", "mmol/L"))
        .await;
    assert_eq!(saved.location(), "/profile/labs?done=saved");
    // The same form sent twice counts once.
    let again = house
        .post("/profile/labs", &lab("potassium", "2,9", "mmol/L"))
        .await;
    assert_eq!(again.location(), "/profile/labs?done=nothing");
    let page = house.get("/profile/labs").await;
    for text in [
        "Potassium: low",
        "Potassium 2.9 mmol/L",
        "3.5 to 5.3 mmol/L",
        "below 3.5",
    ] {
        assert!(page.body.contains(text), "{text}");
    }
    let entry = page.field("entry").to_owned();
    let back = house
        .post("/profile/labs", &[("do", "take-back"), ("entry", &entry)])
        .await;
    assert_eq!(back.location(), "/profile/labs?done=taken-back");
    assert!(house.desk.person().unwrap().labs.is_empty());
}

#[tokio::test]
async fn a_wrong_unit_is_refused_or_asked_about_and_nothing_typed_is_lost() {
    let house = House::at(NOW);
    let impossible = house
        .post("/profile/labs", &lab("calcium", "9.4", "mmol/L"))
        .await;
    assert_eq!(impossible.status, 422);
    assert!(impossible.body.contains("Did you mean mg/dL?"));
    assert!(impossible.body.contains("value=\"9.4\""));
    let doubtful = lab("magnesium", "2.0", "mmol/L");
    let asked = house.post("/profile/labs", &doubtful).await;
    assert_eq!(asked.status, 422);
    assert!(asked.body.contains("Is the unit right?") && asked.body.contains("name=\"sure\""));
    assert!(house.desk.person().unwrap().labs.is_empty());
    let sure = [&doubtful[..], &[("sure", "1")]].concat();
    assert_eq!(house.post("/profile/labs", &sure).await.status, 303);
    assert_eq!(house.desk.person().unwrap().labs.len(), 1);
    let nothing = house.post("/profile/labs", &[("do", "add")]).await;
    for text in [
        "Choose the test",
        "Type the number",
        "Choose the unit",
        "On which day",
    ] {
        assert!(nothing.body.contains(text), "{text}");
    }
}

#[tokio::test]
async fn a_contradiction_in_the_profile_is_asked_about() {
    let house = House::at(NOW);
    house.post("/profile", &[("birth-year", "1944")]).await;
    let asked = house
        .post("/profile", &[("birth-year", "1944"), ("pregnant", "yes")])
        .await;
    assert_eq!(asked.status, 422);
    assert!(asked.body.contains("you are 82, and pregnant"));
    let past = house
        .post(
            "/profile",
            &[
                ("birth-year", "1944"),
                ("pregnant", "yes"),
                ("due", "2025-04-01"),
                ("sure", "1"),
            ],
        )
        .await;
    assert_eq!(past.status, 422);
    assert!(past.body.contains("has passed"));
    let dose = [
        ("do", "add"),
        ("medicine", "furosemide"),
        ("searched", "furosemide"),
        ("dose", "10,000 mg"),
    ];
    let asked = house.post("/profile/medicines", &dose).await;
    assert_eq!(asked.status, 422);
    assert!(
        asked.body.contains("far more than anybody takes")
            && asked.body.contains("value=\"10,000 mg\"")
    );
    let sure = [&dose[..], &[("sure", "1")]].concat();
    assert_eq!(house.post("/profile/medicines", &sure).await.status, 303);
}

#[tokio::test]
async fn a_questionnaire_shows_items_cut_offs_and_result() {
    let house = House::at(NOW);
    let address = "/questionnaires/edinburgh-claudication-questionnaire";
    let page = house.get(address).await;
    assert!(page.body.contains("5 of 5, with calf pain") && page.body.contains("(counts 1)"));
    assert!(!page.body.contains("Your result"));
    let answers = [
        ("q-1", "yes"),
        ("q-2", "no"),
        ("q-3", "yes"),
        ("q-4", "no"),
        ("q-5", "gone"),
        ("q-6", "calf"),
    ];
    assert_eq!(house.post(address, &answers).await.status, 303);
    let page = house.get(address).await;
    for text in [
        "5 points. 6 of 6",
        "definite claudication pattern",
        "not a diagnosis",
    ] {
        assert!(page.body.contains(text), "{text}");
    }
    let german = house.get_with(address, "prefers=lang-de").await.body;
    for text in [
        ">Ja (zählt 1)",
        ">Er ist innerhalb von 10 Minuten vorbei (zählt 1)",
    ] {
        assert!(german.contains(text), "{text}");
    }
    let german = house.get_with("/questionnaires", "prefers=lang-de").await;
    let means = "Beantwortet am 3. Mai 2026: sicheres Muster der Schaufensterkrankheit";
    assert!(german.body.contains(means), "{}", german.body);
    // What it raises stands on the plan, and can be settled among the warning signs.
    assert!(
        house
            .get("/plan")
            .await
            .body
            .contains("Your answers of 3 May 2026")
    );
    assert!(
        house
            .get("/questionnaires")
            .await
            .body
            .contains("Answered on 3 May 2026")
    );
    assert_eq!(house.get("/questionnaires/nobody").await.status, 404);
    let look = "/questionnaires/look-alikes";
    house
        .post(
            look,
            &[
                ("q-restless-legs-1", "yes"),
                ("q-restless-legs-2", "yes"),
                ("q-nonsense-9", "yes"),
            ],
        )
        .await;
    let page = house.get(look).await;
    assert!(page.body.contains("They fit: Restless legs syndrome."));
}

#[tokio::test]
async fn tonight_asks_for_the_warning_signs_first_then_one_question_a_week() {
    let house = House::at(NOW);
    assert!(
        house
            .get("/")
            .await
            .body
            .contains("Read the warning signs first")
    );
    no_warning_signs(&house, "anything-new-this-week").await;
    let page = house.get("/").await;
    assert!(!page.body.contains("Read the warning signs first"));
    assert!(
        page.body
            .contains("In the last week, has anything new come")
    );
    let no = [("tonight", "1"), ("r-anything-new-this-week", "no")];
    assert_eq!(
        house.post("/profile/warning-signs", &no).await.location(),
        "/?done=saved"
    );
    assert!(!house.get("/").await.body.contains("In the last week"));
    house.set_clock("2026-05-10T08:00:00Z");
    assert!(house.get("/").await.body.contains("In the last week"));
    let yes = [("tonight", "1"), ("r-anything-new-this-week", "yes")];
    assert_eq!(
        house.post("/profile/warning-signs", &yes).await.location(),
        "/profile/warning-signs?done=saved"
    );
}
