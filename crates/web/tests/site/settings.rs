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

#[tokio::test]
async fn pages_count_in_the_zone_that_the_person_chose() {
    // 3:12 in Berlin, 13:12 of the same Sunday in Auckland.
    let house = House::at(NIGHT);
    let there = saved(&house, &[("my-zone", "Pacific/Auckland")]).await;
    let here = house.get("/check-in").await;
    assert_eq!(here.location(), "/check-in/2026-05-02/evening");
    let at_noon = get(&house, "/check-in", &there).await;
    assert_eq!(at_noon.location(), "/check-in/2026-05-02/morning");
    let newest = "href=\"/nights/2026-05-03\"";
    assert!(!house.get("/nights/2026-05-02").await.body.contains(newest));
    let later = get(&house, "/nights/2026-05-02", &there).await;
    assert!(later.body.contains(newest), "the night after has begun");
}

#[tokio::test]
async fn one_entry_is_deleted_for_good_and_the_others_stay() {
    let house = House::at(NIGHT);
    let place = house.post("/cramp", &[]).await.location().to_owned();
    let kept = house.post("/cramp", &[("ago", "15")]).await;
    let kept = kept.location().to_owned();
    let id = place.rsplit_once('/').unwrap().1;
    let note = "Ilse-was-here";
    for note in [note, "changed-since"] {
        let sent = [("date", "2026-05-03"), ("time", "03:12"), ("note", note)];
        house.post(&format!("{place}/edit"), &sent).await;
    }
    let holds = |house: &House, words: &str| {
        let bytes = house.bytes();
        bytes
            .windows(words.len())
            .any(|window| window == words.as_bytes())
    };
    assert!(holds(&house, note) && holds(&house, "changed-since"));

    let address = format!("/entries/{id}/erase");
    let night = house.get("/nights/2026-05-02").await;
    assert!(night.body.contains(&format!("href=\"{address}\"")));
    let asked = house.get(&address).await;
    assert!(asked.body.contains("This cannot be undone"));
    assert!(asked.body.contains("changed-since"), "it shows what goes");
    assert_eq!(house.log().told().len(), 2, "looking deletes nothing");

    let gone = house.post(&address, &[]).await;
    assert_eq!(gone.location(), "/nights/2026-05-02?done=erased-one");
    let after = house.get(gone.location()).await;
    assert!(after.body.contains("Deleted for good."));
    assert!(after.body.contains(&format!("{kept}/edit")));
    assert_eq!(house.log().told().len(), 1);
    for words in [note, "changed-since"] {
        assert!(!holds(&house, words), "{words} is still in the file");
    }
    let twice = house.post(&address, &[]).await;
    assert_eq!(twice.location(), "/nights?done=erased-one");
    assert_eq!(house.log().told().len(), 1);
    let status = house.get(&address).await.status;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_empty_diary_says_so_before_everything_is_deleted() {
    let house = House::at(NIGHT);
    let page = house.get("/settings/erase").await.body;
    assert!(page.contains("Your diary holds no entry yet."));
    assert!(!page.contains("all 0"));
}
