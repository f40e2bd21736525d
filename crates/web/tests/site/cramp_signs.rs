//! Warning signs after a cramp: asked only when one fits, answered with one tap, a yes brings its advice before all else.

use crate::common::House;
use axum::http::StatusCode;

const NIGHT: &str = "2026-05-03T01:12:00Z";

/// A cramp that lasted so many minutes; gives its address.
async fn lasted(house: &House, minutes: &str) -> String {
    let place = house.post("/cramp", &[("ago", "15")]).await;
    let place = place.location().to_owned();
    house.post(&place, &[("lasted", minutes)]).await;
    place
}

const LONG: &str = "name=\"r-cramp-over-10-minutes\" value=\"yes\"";

#[tokio::test]
async fn an_ordinary_cramp_raises_no_question_and_a_long_one_two() {
    let house = House::at(NIGHT);
    let short = lasted(&house, "5").await;
    assert!(!house.get(&short).await.body.contains("does this fit?"));
    let long = lasted(&house, "12").await;
    let page = house.get(&long).await.body;
    assert!(page.contains(LONG) && page.contains("name=\"r-one-leg-swollen-warm-red\""));
    assert!(!page.contains("name=\"r-pop-or-injury\""));
    let running = house.post("/cramp", &[]).await.location().to_owned();
    assert!(!house.get(&running).await.body.contains("does this fit?"));
}

#[tokio::test]
async fn a_yes_stands_before_everything_and_no_asks_no_more() {
    let house = House::at(NIGHT);
    let place = lasted(&house, "12").await;
    let address = format!("{place}/signs");
    let say = |sign: &'static str, answer: &'static str| {
        let (house, address) = (&house, address.clone());
        async move { house.post(&address, &[(sign, answer)]).await }
    };
    let no = say("r-cramp-over-10-minutes", "no").await;
    assert_eq!(no.location(), format!("{place}?done=saved"));
    let page = house.get(&place).await.body;
    assert!(!page.contains(LONG) && page.contains("If it still aches"));
    say("r-one-leg-swollen-warm-red", "yes").await;
    let page = house.get(&place).await.body;
    let advice = page
        .find("Do not massage, heat or bandage the leg")
        .unwrap();
    assert!(advice < page.find("It began at").unwrap());
    assert!(!page.contains("If it still aches"), "no rubbing now");
    let plan = house.get("/plan").await.body;
    assert!(plan.contains("Do not massage, heat or bandage the leg"));
}

#[tokio::test]
async fn what_can_wait_is_said_where_it_was_asked() {
    let house = House::at("2026-05-03T12:00:00Z");
    let place = lasted(&house, "5").await;
    let page = house.get(&place).await.body;
    assert!(page.contains("name=\"r-generalised-cramps\""), "by day");
    let fields = [("r-generalised-cramps", "yes")];
    house.post(&format!("{place}/signs"), &fields).await;
    let page = house.get(&place).await.body;
    assert!(page.contains("See a doctor for examination and blood tests."));
}

#[tokio::test]
async fn the_page_that_a_phone_keeps_carries_every_question_with_its_occasions_and_its_advice() {
    let house = House::at(NIGHT);
    let page = house.get("/cramp").await.body;
    for carried in [
        "data-sign=\"one-leg-swollen-warm-red\" data-when=\"minutes 10|pain 9|soreness 8\" hidden",
        "data-when=\"muscle foot|muscle toes\"",
        "data-when=\"muscle arm|muscle elsewhere|hours 9 20\"",
        "<template data-advice=\"one-leg-swollen-warm-red\" data-urgent=\"1\">",
        "data-most=\"2\"",
    ] {
        assert!(page.contains(carried), "{carried}");
    }
}

#[tokio::test]
async fn an_answer_that_a_phone_kept_is_told_once_at_the_time_it_was_given() {
    let house = House::at("2026-05-04T09:00:00Z");
    let place = "/cramp/019deb5c-0000-7000-8000-000000000001/signs";
    let sent = |answer| {
        [
            ("queued", "1"),
            ("sent", "2026-05-04T09:00:00Z"),
            ("told", NIGHT),
            ("zone", "Europe/Berlin"),
            ("r-cramp-over-10-minutes", answer),
        ]
    };
    for _ in 0..2 {
        let answer = house.post(place, &sent("yes")).await;
        assert_eq!(answer.status, StatusCode::NO_CONTENT);
    }
    // It takes nothing back.
    house.post(place, &sent("")).await;
    let log = house.log();
    assert_eq!(log.told().len(), 1);
    assert_eq!(log.told()[0].moment.at, NIGHT.parse().unwrap());
    let unreadable = [("queued", "1"), ("told", "soon"), ("r-x", "yes")];
    let refused = house.post(place, &unreadable).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
}
