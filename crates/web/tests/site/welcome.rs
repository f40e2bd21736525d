//! The first run: Tonight first, two screens that can be skipped, and never again.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use diary::Person;

use crate::common::{Answer, HOST, House};

const NIGHT: &str = "2026-05-03T01:12:00Z";
const WELCOME: &str = "Welcome to Soleus";

async fn get(house: &House, path: &str, cookie: &str) -> Answer {
    let request = Request::get(path)
        .header("host", HOST)
        .header("cookie", cookie);
    house.send(request.body(Body::empty()).unwrap()).await
}

fn cookie(answer: &Answer) -> String {
    let cookie = answer.headers["set-cookie"].to_str().unwrap();
    cookie.split(';').next().unwrap().to_owned()
}

#[tokio::test]
async fn the_cramp_button_comes_first_and_two_screens_follow_once() {
    let house = House::at(NIGHT);
    let home = house.get("/").await.body;
    assert!(home.find("I have a cramp").unwrap() < home.find(WELCOME).unwrap());
    let fields = [("country", "us"), ("units", "us"), ("my-zone", "")];
    let place = house.post("/welcome", &fields).await;
    assert_eq!(place.location(), "/welcome/you");
    assert!(cookie(&place).contains("units-us.labs-mass") && cookie(&place).contains("country-us"));
    let you = house.get("/welcome/you").await.body;
    let shown: Vec<&str> = you
        .split("name=\"t-")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert!((3..=8).contains(&shown.len()), "{shown:?}");
    let names: Vec<String> = shown.iter().map(|id| format!("a-{id}")).collect();
    let ticked = format!("t-{}", shown[0]);
    let mut fields: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "1")).collect();
    fields.extend([
        (ticked.as_str(), "1"),
        ("birth-year", "1953"),
        ("pregnant", "no"),
    ]);
    let saved = house.post("/welcome/you", &fields).await;
    assert_eq!(saved.location(), "/?done=saved");
    let person = Person::from_log(&house.log());
    assert_eq!(person.birth_year, Some(1953));
    assert_eq!(person.conditions.len(), 1, "unread is not a no");
    assert!(
        !get(&house, "/", &cookie(&saved))
            .await
            .body
            .contains(WELCOME)
    );
    assert!(
        !house.get("/").await.body.contains(WELCOME),
        "on any device"
    );
}

#[tokio::test]
async fn a_list_that_was_read_says_no_and_a_year_that_cannot_be_comes_back() {
    let house = House::at(NIGHT);
    let fields = [
        ("a-kidney-disease", "1"),
        ("read", "1"),
        ("birth-year", "3000"),
    ];
    let wrong = house.post("/welcome/you", &fields).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("value=\"3000\""));
    assert!(house.log().told().is_empty());
    house.post("/welcome/you", &fields[..2]).await;
    assert_eq!(Person::from_log(&house.log()).conditions.len(), 1);
}

#[tokio::test]
async fn who_skips_is_not_asked_again() {
    let house = House::at(NIGHT);
    let skipped = house.post("/welcome/skip", &[]).await;
    assert_eq!(skipped.location(), "/");
    assert!(house.log().told().is_empty());
    assert!(
        !get(&house, "/", &cookie(&skipped))
            .await
            .body
            .contains(WELCOME)
    );
    let wrong = house.post("/welcome", &[("my-zone", "Moon/Base")]).await;
    assert!(wrong.body.contains("There is no such time zone"));
}
