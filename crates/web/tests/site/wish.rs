//! A remedy asked about by name; pain relief after a cramp; glasses in the calendar; what the profile refuses; under 18.

use crate::common::House;
use crate::routines::well;

const NOW: &str = "2026-05-03T20:00:00+02:00";

#[tokio::test]
async fn a_remedy_is_asked_about_by_name_and_answered_through_the_rules() {
    let house = House::at(NOW);
    let plan = house.get("/plan").await;
    let asked = house.get("/plan/wish?remedy=acupuncture").await;
    assert!(plan.body.contains("href=\"/plan/wish\"") || plan.body.contains("warning"));
    assert_eq!(asked.status, 200);
    assert!(
        asked
            .body
            .contains("<option value=\"acupuncture\" selected>")
    );
    // Nothing is known of the person: no instruction without the answers.
    let steps = knowledge::remedy("dry-needling").unwrap().how_to[0];
    let stranger = house.get("/plan/wish?remedy=dry-needling").await.body;
    assert!(!stranger.contains(steps), "{stranger}");
    for nonsense in [
        "/plan/wish",
        "/plan/wish?remedy=moonlight",
        "/plan/wish?remedy=nsaid",
    ] {
        let page = house.get(nonsense).await;
        assert_eq!(page.status, 200, "{nonsense}");
        assert!(!page.body.contains("id=\"answer\""), "{nonsense}");
    }
    let evidence = house.get("/evidence/remedies/acupuncture").await.body;
    assert!(evidence.contains("/plan/wish?remedy=acupuncture"));
    let quinine = house.get("/plan/wish?remedy=quinine").await.body;
    assert!(
        quinine.contains("Not for you, for your safety."),
        "{quinine}"
    );
}

#[tokio::test]
async fn who_is_well_gets_the_answer_and_who_has_lymphoedema_the_rule() {
    let house = House::at(NOW);
    well(&house, 1981, &[]);
    let page = house.get("/plan/wish?remedy=acupuncture").await.body;
    assert!(page.contains("It is unlikely to help"), "{page}");
    let house = House::at(NOW);
    well(&house, 1981, &["lymphoedema"]);
    let page = house.get("/plan/wish?remedy=acupuncture").await.body;
    assert!(
        page.contains("No needles in a leg with lymphoedema"),
        "{page}"
    );
}

/// The page of a cramp that is over.
async fn over(house: &House) -> String {
    let id = house.get("/cramp").await.field("id").to_owned();
    house
        .post("/cramp", &[("id", &id), ("zone", "Europe/Berlin")])
        .await;
    house
        .post(&format!("/cramp/{id}"), &[("over", "1"), ("lasted", "2")])
        .await;
    house.get(&format!("/cramp/{id}")).await.body
}

#[tokio::test]
async fn afterwards_pain_relief_is_named_only_as_the_rules_allow() {
    let (paracetamol, nsaid) = (
        "Paracetamol (acetaminophen) for soreness afterwards",
        "Ibuprofen-type pain tablet",
    );
    let house = House::at(NOW);
    well(&house, 1981, &[]);
    let page = over(&house).await;
    assert!(page.contains(paracetamol) && page.contains(nsaid), "{page}");
    // Weak kidneys: the ibuprofen type is left out.
    let house = House::at(NOW);
    well(&house, 1981, &["kidney-disease-stage-4-5"]);
    let page = over(&house).await;
    assert!(!page.contains(nsaid), "{page}");
    // Nobody knows about kidneys, ulcers and blood thinners: unknown is not safe.
    let page = over(&House::at(NOW)).await;
    assert!(!page.contains(nsaid), "{page}");
}

#[tokio::test]
async fn glasses_are_in_the_calendar_for_who_wants_them() {
    let house = House::at(NOW);
    well(&house, 1981, &[]);
    let without = house.get("/export/calendar").await.body;
    assert!(!without.contains("SUMMARY:A glass"));
    let with = house.get("/export/calendar?glasses=1").await.body;
    assert!(with.contains("SUMMARY:A glass"), "{with}");
    assert!(
        house
            .get("/export")
            .await
            .body
            .contains("/export/calendar?glasses=1")
    );
    let house = House::at(NOW);
    well(&house, 1981, &["heart-failure"]);
    let silent = house.get("/export/calendar?glasses=1").await.body;
    assert!(!silent.contains("SUMMARY:A glass"));
}

#[tokio::test]
async fn a_medicine_that_nobody_knows_and_a_unit_that_is_none_are_refused_in_a_sentence() {
    let house = House::at(NOW);
    let found = house
        .post("/profile/medicines/search", &[("name", "xyzzyquux")])
        .await;
    assert!(
        found.body.contains("We know no medicine named “xyzzyquux”"),
        "{}",
        found.body
    );
    assert!(
        found.body.contains("value=\"xyzzyquux\""),
        "what was typed stays"
    );
    let unit = house
        .post(
            "/profile/labs",
            &[
                ("do", "add"),
                ("test", "potassium"),
                ("value", "4.1"),
                ("unit", "bananas"),
                ("taken", "2026-04-02"),
            ],
        )
        .await;
    assert_eq!(unit.status, 422);
    assert!(unit.body.contains("value=\"4.1\""), "what was typed stays");
    let person = house.desk.person().unwrap();
    assert!(person.medicines.is_empty() && person.labs.is_empty());
}

#[tokio::test]
async fn under_18_there_is_relief_and_triage_and_nothing_else() {
    let house = House::at(NOW);
    house.post("/profile", &[("birth-year", "2012")]).await;
    let cramp = house.get("/cramp").await.body;
    assert!(cramp.contains("data-hold"), "the stretch is there");
    let signs = house.get("/profile/warning-signs").await.body;
    assert!(signs.contains("limp"), "the child's own question is asked");
    for address in [
        "/plan",
        "/plan/wish?remedy=evening-walk",
        "/plan/routine/calf-wall",
    ] {
        let page = house.get(address).await.body;
        assert!(!page.contains("Look again on"), "{address}");
    }
    let wish = house.get("/plan/wish?remedy=evening-walk").await.body;
    assert!(
        wish.contains("There is no plan for people under 18"),
        "{wish}"
    );
}
