//! Guided routines and drinking, as a browser meets them: offered, kept back, done, taken back.

use std::collections::BTreeMap;

use diary::entry::{Answer, Fact, Sex};
use diary::{Body, Id, Moment, NightId, Zone};

use crate::common::House;

const NOW: &str = "2026-05-03T18:00:00Z";

/// Tells facts as a person would have over time; nothing is said by a form that the test does not need.
fn tell(house: &House, facts: Vec<Fact>) {
    let at: jiff::Timestamp = NOW.parse().unwrap();
    let zone = Zone::named("Europe/Berlin").unwrap();
    for (number, fact) in (0_u64..).zip(facts) {
        let mut random = [3; 10];
        random[2..].copy_from_slice(&number.to_be_bytes());
        let moment = Moment::new(at, zone.clone());
        house
            .desk
            .tell(moment, Body::Fact(fact), at, random)
            .unwrap();
    }
}

/// A well person of this year of birth of whom everything is known, but for what is in `with`.
pub(crate) fn well(house: &House, year: i16, with: &[&str]) {
    let known = |id: &str| Id::new(id).unwrap();
    let mut facts = vec![
        Fact::BirthYear { year },
        Fact::Sex { sex: Sex::Male },
        Fact::MedicinesComplete { complete: true },
    ];
    facts.extend(knowledge::conditions().iter().map(|one| Fact::Condition {
        condition: known(one.id),
        present: with.contains(&one.id),
        since: None,
    }));
    facts.extend(knowledge::flags().iter().map(|one| Fact::Flag {
        flag: known(one.id),
        present: false,
        seen: false,
    }));
    tell(house, facts);
}

fn exposures(house: &House) -> BTreeMap<String, Answer> {
    let nights = house.desk.nights(jiff::civil::date(2026, 5, 3)).unwrap();
    nights
        .iter()
        .filter(|night| night.id == NightId::of_evening(jiff::civil::date(2026, 5, 3)))
        .flat_map(|night| night.exposures.iter())
        .map(|(id, value)| (id.to_string(), value.answer))
        .collect()
}

#[tokio::test]
async fn a_routine_is_shown_done_and_taken_back() {
    let house = House::at(NOW);
    well(&house, 1981, &[]);
    let page = house.get("/plan/routine/calf-wall").await;
    assert_eq!(page.status, 200);
    for text in [
        "<svg",
        "data-hold=\"10\"",
        "data-sides=\"2\"",
        "Done: I stretched my calves",
        "You are in week 1.",
        "/trials/new/bedtime-stretch",
    ] {
        assert!(page.body.contains(text), "{text}");
    }
    let done = house.post("/plan/routine/calf-wall", &[]).await;
    assert_eq!(done.location(), "/plan/routine/calf-wall?done=saved");
    assert_eq!(
        exposures(&house).get("lack-of-stretching"),
        Some(&Answer::YesNo(false))
    );
    let entries = house.desk.entries().unwrap().len();
    // A second tap writes nothing more.
    house.post("/plan/routine/calf-wall", &[]).await;
    assert_eq!(house.desk.entries().unwrap().len(), entries);
    let page = house.get("/plan/routine/calf-wall").await;
    assert!(page.body.contains("Take it back"));
    house
        .post("/plan/routine/calf-wall", &[("undo", "1")])
        .await;
    assert_eq!(exposures(&house).get("lack-of-stretching"), None);
}

#[tokio::test]
async fn every_routine_has_a_page_and_others_do_not() {
    let house = House::at(NOW);
    well(&house, 1981, &[]);
    for routine in knowledge::routines() {
        let page = house.get(&format!("/plan/routine/{}", routine.id)).await;
        assert_eq!(page.status, 200, "{}", routine.id);
        assert!(page.body.contains("id=\"routine\""), "{}", routine.id);
        let asked = house
            .post(&format!("/plan/routine/{}", routine.id), &[])
            .await;
        let expected = if routine.done.is_some() { 303 } else { 404 };
        assert_eq!(asked.status, expected, "{}", routine.id);
    }
    assert_eq!(house.get("/plan/routine/headstand").await.status, 404);
}

#[tokio::test]
async fn what_is_not_for_somebody_shows_no_steps() {
    let house = House::at(NOW);
    well(&house, 1981, &["poor-balance", "heart-failure"]);
    let page = house.get("/plan/routine/calf-wall").await;
    assert!(!page.body.contains("id=\"routine\""));
    assert!(page.body.contains("/plan/routine/calf-seated"));
    let plan = house.get("/plan").await;
    assert!(!plan.body.contains("/plan/routine/calf-wall"));
    assert!(plan.body.contains("We name no amount to drink for you."));
    assert!(
        plan.body
            .contains("You told us: heart failure (weak heart).")
    );
    assert!(!house.get("/").await.body.contains("Drink rhythm"));
    let unknown = House::at(NOW);
    let page = unknown.get("/plan/routine/calf-wall").await;
    assert!(!page.body.contains("id=\"routine\""));
    assert!(page.body.contains("In which year were you born?"));
}

#[tokio::test]
async fn an_amount_and_its_rhythm_follow_the_hours_that_were_told() {
    let house = House::at(NOW);
    well(&house, 1981, &[]);
    let page = house.get("/plan").await;
    assert!(page.body.contains("About 2 litres of drinks today"));
    assert!(page.body.contains("From 20:30 only sips"));
    let american = house.get_with("/plan", "prefers=units-us").await;
    assert!(american.body.contains("About 68 fl oz of drinks today"));
    let saved = house
        .post(
            "/profile",
            &[
                ("birth-year", "1981"),
                ("sex", "male"),
                ("bedtime", "23:30"),
                ("rising", "06:00"),
            ],
        )
        .await;
    assert_eq!(saved.location(), "/profile?done=saved");
    let tonight = house.get("/").await;
    assert!(tonight.body.contains("Drink rhythm"));
    assert!(tonight.body.contains("From 21:30 only sips"));
    assert!(tonight.body.contains("06:00, "));
    let bad = house
        .post("/profile", &[("bedtime", "half past ten")])
        .await;
    assert_eq!(bad.status, 422);
}

#[tokio::test]
async fn every_page_that_a_promise_names_opens() {
    let house = House::at(NOW);
    well(&house, 1981, &[]);
    for promise in knowledge::promises() {
        for page in promise.pages {
            let status = house.get(page).await.status;
            assert_eq!(status, 200, "row {}: {page}", promise.row);
        }
    }
}
