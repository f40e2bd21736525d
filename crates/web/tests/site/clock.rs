//! A phone whose clock is wrong: what it told by itself lands where it was meant, and the phone is told of its clock.
//!
//! Seen to fail: with `begun` in place of `meant` in `checkin::morning` (another night), without `AHEAD` in `keep::taken`.

use axum::http::StatusCode;
use diary::Body;

use crate::common::{Answer, House};

/// Sends a morning's answer as a phone's queue does, whose clock says what it says.
async fn queued(house: &House, date: &str, told: &str, sent: &str) -> Answer {
    let fields = [
        ("queued", "1"),
        ("zone", "Europe/Berlin"),
        ("cramps", "2"),
        ("told", told),
        ("sent", sent),
    ];
    house
        .post(&format!("/check-in/{date}/morning"), &fields)
        .await
}

#[tokio::test]
async fn a_check_in_told_by_a_wrong_clock_lands_in_the_night_that_was_meant() {
    for (date, told, sent, ahead) in [
        (
            "2026-05-01",
            "2026-05-02T05:29:00Z",
            "2026-05-02T08:00:00Z",
            "-1440",
        ),
        (
            "2027-05-02",
            "2027-05-03T05:29:00Z",
            "2027-05-03T08:00:00Z",
            "525600",
        ),
        // By the phone's clock it was still the evening before.
        (
            "2026-05-01",
            "2026-05-02T20:00:00Z",
            "2026-05-02T23:00:00Z",
            "-540",
        ),
    ] {
        let house = House::at("2026-05-03T08:00:00Z");
        let answer = queued(&house, date, told, sent).await;
        assert_eq!(answer.status, StatusCode::NO_CONTENT, "{date}");
        assert_eq!(answer.headers["x-clock-ahead"], ahead);
        let nights: Vec<String> = mornings(&house);
        assert_eq!(nights, ["2026-05-02"], "{date} told at {told}");
    }
    // A clock that is right, and one that is off by minutes, say nothing and move nothing.
    for sent in ["2026-05-03T08:00:00Z", "2026-05-03T08:10:00Z"] {
        let house = House::at("2026-05-03T08:00:00Z");
        let answer = queued(&house, "2026-05-02", "2026-05-03T07:29:00Z", sent).await;
        assert_eq!(answer.status, StatusCode::NO_CONTENT);
        assert!(answer.headers.get("x-clock-ahead").is_none());
        assert_eq!(mornings(&house), ["2026-05-02"]);
    }
    // What cannot have been yet is refused in words, and nothing is written.
    let house = House::at("2026-05-03T08:00:00Z");
    let answer = queued(
        &house,
        "2026-05-09",
        "2026-05-03T07:29:00Z",
        "2026-05-03T08:00:00Z",
    )
    .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("not"), "{}", answer.body);
    assert!(
        !answer.body.contains('<'),
        "a sentence, no page: {}",
        answer.body
    );
    assert!(house.log().told().is_empty());
}

fn mornings(house: &House) -> Vec<String> {
    let log = house.log();
    let told = log.told().iter().filter_map(|told| match &told.body {
        Body::Morning(morning) => Some(morning.night.to_string()),
        _ => None,
    });
    told.collect()
}
