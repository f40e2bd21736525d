//! How one lay when a cramp struck and what helped: a tap each, shown on the night, changed in the form, told by a phone.

use crate::common::House;
use axum::http::StatusCode;
use diary::Cramp;
use diary::entry::{Body, Helped, Position};

const NIGHT: &str = "2026-05-03T01:12:00Z";

/// An id as a phone makes it.
const PHONE_ID: &str = "019deb5c-0000-7000-8000-000000000001";

fn cramp(house: &House) -> Cramp {
    match &house.log().told()[0].body {
        Body::Cramp(cramp) => cramp.clone(),
        _ => panic!("no cramp"),
    }
}

/// A cramp that is over; gives its address.
async fn over(house: &House) -> String {
    let place = house.post("/cramp", &[]).await.location().to_owned();
    house.set_clock("2026-05-03T01:15:00Z");
    house.post(&place, &[("over", "1")]).await;
    place
}

#[tokio::test]
async fn once_it_is_over_every_detail_is_one_tap_that_comes_back_to_its_question() {
    let house = House::at(NIGHT);
    let place = house.post("/cramp", &[]).await.location().to_owned();
    let running = house.get(&place).await.body;
    assert!(running.contains("name=\"pain\"") && !running.contains("name=\"helped\""));
    house.set_clock("2026-05-03T01:15:00Z");
    house.post(&place, &[("over", "1")]).await;
    for (name, value) in [
        ("side", "left"),
        ("muscle", "foot"),
        ("pain", "6"),
        ("position", "on-back"),
        ("toes_pointed", "yes"),
        ("bedding_heavy", "no"),
        ("helped", "walking"),
        ("helped", "stretching"),
        ("soreness", "2"),
    ] {
        let answer = house.post(&place, &[(name, value)]).await;
        assert_eq!(answer.location(), format!("{place}#d-{name}"));
        let page = house.get(&place).await.body;
        assert!(page.contains(&format!("id=\"d-{name}\"")));
        let pressed = format!("name=\"{name}\" value=\"{value}\" aria-pressed=\"true\"");
        assert!(page.contains(&pressed), "{pressed}");
    }
    let told = cramp(&house);
    assert_eq!(told.position, Some(Position::OnBack));
    assert_eq!(
        (told.toes_pointed, told.bedding_heavy),
        (Some(true), Some(false))
    );
    assert_eq!(told.helped, [Helped::Stretching, Helped::Walking].into());
    let night = house.get("/nights/2026-05-02").await.body;
    let said = "pain 6 of 10 · on the back · toes pointed · blankets light · helped: stretching; standing, walking · sore 2 of 10";
    assert!(night.contains(said), "{night}");
    house.post(&place, &[("helped", "nothing")]).await;
    house.post(&place, &[("position", "on-back")]).await;
    let told = cramp(&house);
    assert_eq!(told.helped, [Helped::Nothing].into());
    assert_eq!(told.position, None);
}

#[tokio::test]
async fn a_detail_that_cannot_be_is_refused_and_changes_nothing() {
    let house = House::at(NIGHT);
    let place = over(&house).await;
    let before = cramp(&house);
    let answer = house.post(&place, &[("soreness", "11")]).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(answer.body.contains("must be from 0 to 10"));
    house.post(&place, &[("position", "upside-down")]).await;
    house.post(&place, &[("helped", "beer")]).await;
    assert_eq!(cramp(&house), before);
}

#[tokio::test]
async fn the_form_of_a_cramp_shows_and_changes_the_same_details() {
    let house = House::at(NIGHT);
    let place = over(&house).await;
    house.post(&place, &[("helped", "warmth")]).await;
    let edit = format!("{place}/edit");
    let form = house.get(&edit).await.body;
    assert!(form.contains("name=\"helped\" value=\"warmth\" checked"));
    let time = [
        ("date", "2026-05-03"),
        ("time", "03:12"),
        ("minutes", "3"),
        ("helped", ""),
    ];
    let both = [("helped", "warmth"), ("helped", "nothing")];
    let answer = house.post(&edit, &[&time[..], &both[..]].concat()).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        answer
            .body
            .contains("Something helped, and nothing did: leave out one of the two.")
    );
    assert!(
        answer
            .body
            .contains("name=\"helped\" value=\"nothing\" checked")
    );
    house
        .post(&edit, &[&time[..], &[("bedding_heavy", "yes")]].concat())
        .await;
    let told = cramp(&house);
    assert_eq!(told.bedding_heavy, Some(true));
    assert!(told.helped.is_empty(), "no box was ticked");
}

#[tokio::test]
async fn a_phone_tells_all_that_helped_at_once_and_takes_it_back() {
    let house = House::at(NIGHT);
    let place = format!("/cramp/{PHONE_ID}/keep");
    let sent = |helped| {
        [
            ("sent", NIGHT),
            ("began", NIGHT),
            ("ended", NIGHT),
            ("helped", helped),
            ("toes_pointed", "no"),
        ]
    };
    for _ in 0..2 {
        let answer = house.post(&place, &sent("stretching cold")).await;
        assert_eq!(answer.status, StatusCode::NO_CONTENT);
    }
    assert_eq!(
        cramp(&house).helped,
        [Helped::Stretching, Helped::Cold].into()
    );
    assert_eq!(cramp(&house).toes_pointed, Some(false));
    house.post(&place, &sent("")).await;
    assert!(cramp(&house).helped.is_empty());
    let refused = house
        .post(&place, &[("sent", NIGHT), ("soreness", "x")])
        .await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
}
