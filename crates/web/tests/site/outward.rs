//! The pages that let the diary out: files, devices, the calendar's secret address, backups.

use axum::http::StatusCode;
use desk::Scope;

use crate::common::House;

const NOW: &str = "2026-05-03T20:00:00+02:00";

#[tokio::test]
async fn every_export_is_a_file_and_its_page_says_what_it_contains() {
    let house = House::at(NOW);
    let id = house.get("/cramp").await.field("id").to_owned();
    house
        .post("/cramp", &[("id", &id), ("zone", "Europe/Berlin")])
        .await;
    let page = house.get("/export").await.body;
    assert!(page.contains("1 entry") && page.contains("What you erased is not in it"));
    for (path, kind, begins) in [
        (
            "/export/log",
            "application/jsonl",
            r#"{"format":"soleus-log""#,
        ),
        ("/export/nights", "text/csv; charset=utf-8", "date,cramps,"),
        ("/export/cramps", "text/csv; charset=utf-8", "night,began,"),
        (
            "/export/calendar",
            "text/calendar; charset=utf-8",
            "BEGIN:VCALENDAR\r\n",
        ),
    ] {
        assert!(page.contains(&format!("href=\"{path}\"")), "{path}");
        let answer = house.get(path).await;
        assert_eq!(answer.headers["content-type"], kind);
        assert!(
            answer.headers["content-disposition"]
                .to_str()
                .unwrap()
                .starts_with("attachment; filename=\"soleus-2026-05-03.")
        );
        assert!(answer.body.starts_with(begins), "{}", answer.body);
        assert_eq!(answer.headers["cache-control"], "no-store");
    }
}

#[tokio::test]
async fn a_device_gets_a_secret_that_is_shown_once_and_can_be_taken_back() {
    let house = House::at(NOW);
    let made = house
        .post(
            "/devices",
            &[("name", "bedside <button>"), ("may", "add-cramps")],
        )
        .await;
    assert_eq!(made.status, StatusCode::OK);
    let secret = format!("soleus_{}", "07".repeat(32));
    assert!(made.body.contains(&secret));
    assert!(made.body.contains("bedside &#60;button&#62;"), "escaped");
    let list = house.get("/devices").await.body;
    assert!(list.contains("Log cramps, and nothing else") && !list.contains(&secret));
    let gone = house.post("/devices/take-back", &[("number", "1")]).await;
    assert_eq!(gone.location(), "/devices?done=taken-back");
    assert!(house.desk.accesses().unwrap().is_empty());
    let again = house.post("/devices/take-back", &[("number", "1")]).await;
    assert_eq!(again.location(), "/devices?done=nothing");
}

#[tokio::test]
async fn a_device_without_a_name_comes_back_with_a_sentence() {
    let house = House::at(NOW);
    for fields in [
        [("name", " "), ("may", "read-all")],
        [("name", "x"), ("may", "everything")],
    ] {
        let answer = house.post("/devices", &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert!(house.desk.accesses().unwrap().is_empty());
}

#[tokio::test]
async fn the_calendar_opens_with_its_secret_only() {
    let house = House::at(NOW);
    let give = |scope, n| {
        let (access, secret) = house
            .desk
            .give_access("calendar", scope, NOW.parse().unwrap(), [n; 32])
            .unwrap();
        (access.number, secret.show().to_owned())
    };
    let ((number, neutral), (_, plain), (_, reader)) = (
        give(Scope::Calendar, 1),
        give(Scope::CalendarInWords, 2),
        give(Scope::ReadAll, 3),
    );
    let feed = |secret: &str| format!("/calendar/{secret}.ics");
    let answer = house.get(&feed(&neutral)).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.body.contains("SUMMARY:Check-in") && !answer.body.contains("night"));
    assert!(
        answer.body.contains("DTSTART:20260503T180000Z"),
        "eight in the evening in Berlin"
    );
    assert!(
        house
            .get(&feed(&plain))
            .await
            .body
            .contains("How was the last night")
    );
    let early = house
        .get(&format!("{}?check-in=18:30", feed(&neutral)))
        .await;
    assert!(early.body.contains("DTSTART:20260503T163000Z"));
    let unknown = format!("soleus_{}", "0".repeat(64));
    for wrong in [
        feed(&reader),
        feed(&unknown),
        feed("x"),
        format!("/calendar/{neutral}"),
    ] {
        assert_eq!(
            house.get(&wrong).await.status,
            StatusCode::NOT_FOUND,
            "{wrong}"
        );
    }
    house.desk.take_access_back(number).unwrap();
    assert_eq!(
        house.get(&feed(&neutral)).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn a_backup_is_one_button_and_is_listed() {
    let house = House::at(NOW);
    assert!(
        house
            .get("/backup")
            .await
            .body
            .contains("There is none yet")
    );
    let made = house.post("/backup", &[]).await;
    assert_eq!(made.location(), "/backup?done=backed-up");
    let page = house.get("/backup").await.body;
    assert!(
        page.contains("soleus-2026-05-03T180000Z.sqlite") && page.contains("not sealed"),
        "{page}"
    );
}
