//! Settings: the country's number, a zone of one's own, urgent advice on every page of them, and deleting everything.

use axum::body::Body;
use axum::http::{Request, StatusCode};

use crate::common::{Answer, HOST, House};

const NIGHT: &str = "2026-05-03T01:12:00Z";

/// All fields of the form, with these in the place of the usual ones.
fn form<'f>(changed: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let usual = [("from", "22"), ("until", "6"), ("units", "metric")];
    usual.iter().chain(changed).copied().collect()
}

async fn get(house: &House, path: &str, cookie: &str) -> Answer {
    let request = Request::get(path)
        .header("host", HOST)
        .header("cookie", cookie);
    house.send(request.body(Body::empty()).unwrap()).await
}

/// The cookie that saving these settings gives.
async fn saved(house: &House, changed: &[(&str, &str)]) -> String {
    let answer = house.post("/settings", &form(changed)).await;
    assert_eq!(answer.location(), "/settings?done=saved", "{}", answer.body);
    let cookie = answer.headers["set-cookie"].to_str().unwrap();
    cookie.split(';').next().unwrap().to_owned()
}

#[tokio::test]
async fn the_number_of_the_country_stands_on_every_page_and_ones_own_before_it() {
    let house = House::at(NIGHT);
    for (changed, number) in [
        (&[("country", "ch")][..], "144"),
        (&[("country", "ch"), ("own", "1414")][..], "1414"),
    ] {
        let cookie = saved(&house, changed).await;
        let page = get(&house, "/nights", &cookie).await;
        assert!(page.body.contains(&format!("href=\"tel:{number}\"")));
        let page = get(&house, "/settings", &cookie).await;
        assert!(page.body.contains("<option value=\"ch\" selected>"));
    }
}

#[tokio::test]
async fn a_zone_of_ones_own_holds_whatever_the_device_says() {
    let house = House::at(NIGHT);
    let cookie = saved(&house, &[("my-zone", "America/New_York")]).await;
    let fields = [("zone", "Europe/Berlin")];
    let headers = [
        ("origin", "http://127.0.0.1:7353"),
        ("cookie", cookie.as_str()),
    ];
    let body = crate::common::form(&fields);
    house.post_with("/cramp", &body, &headers).await;
    house.post("/cramp", &fields).await;
    let log = house.log();
    let zones: Vec<&str> = log
        .told()
        .iter()
        .map(|told| told.moment.zone.name())
        .collect();
    assert_eq!(zones, ["America/New_York", "Europe/Berlin"]);
    let wrong = house
        .post(
            "/settings",
            &form(&[("my-zone", "Middle/Earth"), ("country", "nz")]),
        )
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("There is no such time zone"));
    assert!(wrong.body.contains("value=\"Middle/Earth\""), "as typed");
    assert!(wrong.body.contains("<option value=\"nz\" selected>"));
}

#[tokio::test]
async fn urgent_advice_stands_on_the_pages_of_settings_too() {
    let house = House::at(NIGHT);
    let yes = [("r-cold-pale-numb-foot", "yes")];
    house.post("/profile/warning-signs", &yes).await;
    for path in [
        "/settings",
        "/settings/erase",
        "/devices",
        "/import",
        "/phone",
        "/backup",
    ] {
        let page = house.get(path).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("Get help now"), "{path}");
    }
}

#[tokio::test]
async fn everything_goes_after_the_word_was_typed_and_the_page_says_what_stays() {
    let house = House::at(NIGHT);
    house.post("/cramp", &[]).await;
    house.post("/backup", &[]).await;
    house.get("/plan").await;
    let page = house.get("/settings/erase").await.body;
    assert!(page.contains("the one entry") && page.contains("Backups still hold all of it"));
    let folder = house.desk.head().unwrap();
    for word in ["", "erase", "del"] {
        let answer = house.post("/settings/erase", &[("word", word)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("Nothing was deleted. Type the word"));
    }
    assert_eq!(house.desk.head().unwrap(), folder, "nothing was written");
    let gone = house.post("/settings/erase", &[("word", " Delete ")]).await;
    assert_eq!(gone.location(), "/?done=erased");
    assert!(house.log().told().is_empty());
    assert!(house.desk.latest().is_none(), "no suspects in memory");
    let home = house.get("/?done=erased").await.body;
    assert!(home.contains("Everything is erased."));
    let backups = house.get("/settings/erase").await.body;
    assert!(backups.contains("Backups still hold all of it"));
}
