//! The page of a problem: emergency advice stands on it for whoever may see the diary, and for nobody else.
//!
//! Seen to fail, one change at a time: without `in_a_frame` in the router or `framed` in `lock` (no advice), with a frame for every
//! refusal of the door, for what a proxy passes on, or for another site's form where a passphrase is set (advice for strangers),
//! with a panic where a diary that cannot be read has no flags.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use web::Scheme;

use crate::common::{Answer, HOST, House, form};

const NIGHT: &str = "2026-05-03T01:12:00Z";
const WORDS: &str = "four words of mine";
const OWN: [(&str, &str); 2] = [
    ("origin", "http://127.0.0.1:7353"),
    ("sec-fetch-site", "same-origin"),
];
const FOREIGN: [(&str, &str); 2] = [
    ("origin", "https://evil.example"),
    ("sec-fetch-site", "cross-site"),
];

/// The diary of somebody who needs an ambulance.
async fn alarmed() -> House {
    let house = House::at(NIGHT);
    let sign = [("r-chest-pain-breathless", "yes")];
    house.post("/profile/warning-signs", &sign).await;
    house
}

/// How often the emergency advice stands before the title.
fn alarms(answer: &Answer) -> usize {
    let flag = knowledge::flag("chest-pain-breathless").unwrap();
    let title = answer.body.find("<h1").unwrap();
    let (before, after) = answer.body.split_at(title);
    assert!(!after.contains(flag.advice), "{}", answer.body);
    before.matches(flag.advice).count()
}

/// The page that is for nobody: it leads nowhere.
fn is_refusal(answer: &Answer, status: StatusCode) {
    assert_eq!(answer.status, status, "{}", answer.body);
    assert!(!answer.body.contains("<a ") && !answer.body.contains("<form"));
}

fn is_problem(answer: &Answer, status: StatusCode) {
    assert_eq!(answer.status, status, "{}", answer.body);
    assert!(answer.body.contains("<p class=\"links\"><a href=\"/\">"));
}

#[tokio::test]
async fn emergency_advice_stands_on_the_page_of_every_problem() {
    let house = alarmed().await;
    let too_large = format!("note={}", "x".repeat(400_000));
    let no_form = Request::post("/cramp")
        .header("host", HOST)
        .header("content-type", "application/json")
        .body(Body::from("{}"))
        .unwrap();
    for (answer, status) in [
        (house.get("/no-such-page").await, StatusCode::NOT_FOUND),
        (house.get("/nights/never").await, StatusCode::NOT_FOUND),
        (
            house.post("/nights", &[]).await,
            StatusCode::METHOD_NOT_ALLOWED,
        ),
        (
            house.post_with("/cramp", &too_large, &OWN).await,
            StatusCode::PAYLOAD_TOO_LARGE,
        ),
        (house.send(no_form).await, StatusCode::BAD_REQUEST),
        (
            house.post_with("/cramp", "", &FOREIGN).await,
            StatusCode::FORBIDDEN,
        ),
    ] {
        is_problem(&answer, status);
        assert_eq!(alarms(&answer), 1, "{status}");
        // At three in the morning no page is white.
        assert!(answer.body.contains("data-theme=\"night\""), "{status}");
        assert_eq!(answer.headers["cache-control"], "no-store");
        let length = answer.headers.get("content-length");
        let length = length.map(|length| length.to_str().unwrap().parse::<usize>().unwrap());
        assert!(length.is_none_or(|length| length == answer.body.len()));
    }
}

#[tokio::test]
async fn nobody_else_sees_it() {
    let house = alarmed().await;
    let host = Request::get("/no-such-page").header("host", "evil.example:7353");
    let proxied = |request: axum::http::request::Builder| {
        let request = request.header("host", HOST).header("via", "1.1 proxy");
        request.body(Body::empty()).unwrap()
    };
    let foreign = Request::post("/cramp").header("sec-fetch-site", "cross-site");
    for (answer, status) in [
        (
            house.send(host.body(Body::empty()).unwrap()).await,
            StatusCode::MISDIRECTED_REQUEST,
        ),
        (
            house.send(proxied(Request::get("/no-such-page"))).await,
            StatusCode::FORBIDDEN,
        ),
    ] {
        is_refusal(&answer, status);
        assert_eq!(alarms(&answer), 0, "{status}");
    }
    let answer = house.send(proxied(foreign)).await;
    is_problem(&answer, StatusCode::FORBIDDEN);
    assert_eq!(alarms(&answer), 0);
    let house = house.locked(WORDS, Scheme::Http);
    let too_large = format!("note={}", "x".repeat(400_000));
    for (answer, status) in [
        (
            house.get("/assets/no-such-file").await,
            StatusCode::NOT_FOUND,
        ),
        (house.get("/pair/x").await, StatusCode::NOT_FOUND),
        (
            house.post_with("/cramp", &too_large, &OWN).await,
            StatusCode::PAYLOAD_TOO_LARGE,
        ),
        (
            house.post_with("/cramp", "", &FOREIGN).await,
            StatusCode::FORBIDDEN,
        ),
    ] {
        is_problem(&answer, status);
        assert_eq!(alarms(&answer), 0, "{status}");
    }
}

#[tokio::test]
async fn behind_a_passphrase_it_stands_for_who_is_in() {
    let house = alarmed().await.locked(WORDS, Scheme::Http);
    let answer = house.post("/login", &[("passphrase", WORDS)]).await;
    let cookie = answer.headers["set-cookie"].to_str().unwrap();
    let cookie = cookie.split(';').next().unwrap().to_owned();
    let send = async |path: &str, body: &str| {
        let headers = [OWN[0], OWN[1], ("cookie", cookie.as_str())];
        house.post_with(path, body, &headers).await
    };
    let missing = house.get_with("/no-such-page", &cookie).await;
    is_problem(&missing, StatusCode::NOT_FOUND);
    assert_eq!(alarms(&missing), 1);
    let forms = missing.body.matches("method=\"post\"").count();
    let tokens = missing.body.matches("name=\"formtoken\"").count();
    assert!(forms > 0 && forms == tokens, "{}", missing.body);

    let too_large = format!("note={}", "x".repeat(400_000));
    let large = send("/cramp", &too_large).await;
    is_problem(&large, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(alarms(&large), 1);

    // A tap that waited on the device: nothing of it can be given back.
    let expired = send("/cramp", &form(&[("formtoken", "00"), ("queued", "1")])).await;
    is_problem(&expired, StatusCode::FORBIDDEN);
    assert_eq!(alarms(&expired), 1);
    let typed = form(&[("formtoken", "00"), ("elsewhere", "mine")]);
    let back = send("/cramp", &typed).await;
    assert_eq!(back.status, StatusCode::FORBIDDEN);
    assert!(back.body.contains("<li class=\"typed\" dir=\"auto\">mine"));
    assert_eq!(alarms(&back), 1);
}

#[tokio::test]
async fn a_diary_that_fails_has_its_page_all_the_same() {
    let house = House::at(NIGHT);
    house.spoil();
    for path in ["/no-such-page", "/nights", "/"] {
        let answer = house.get(path).await;
        let expected = if path == "/no-such-page" {
            StatusCode::NOT_FOUND
        } else {
            StatusCode::SERVICE_UNAVAILABLE
        };
        is_problem(&answer, expected);
    }
}

#[tokio::test]
async fn a_made_up_diary_says_so_there_too() {
    let house = House::at(NIGHT).made_up();
    let answer = house.get("/no-such-page").await;
    is_problem(&answer, StatusCode::NOT_FOUND);
    assert!(answer.body.contains("data-demo=\"1\""), "{}", answer.body);
}
