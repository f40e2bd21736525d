//! The API as a device meets it: secrets with narrow scopes, entries that count once, refusals in one sentence.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use desk::Scope;
use serde_json::{Value, json};

use crate::common::{Answer, HOST, House};

const NOW: &str = "2026-05-03T08:00:00+02:00";
const ID: &str = "019deb80-0000-7000-8000-000000000001";

/// Gives access and returns the secret. `n` makes it differ.
fn secret(house: &House, scope: Scope, n: u8) -> String {
    let now = NOW.parse().unwrap();
    let (_, secret) = house
        .desk
        .give_access("a device", scope, now, [n; 32])
        .unwrap();
    secret.show().to_owned()
}

async fn ask(
    house: &House,
    method: Method,
    path: &str,
    secret: &str,
    body: Option<Value>,
) -> (Answer, Value) {
    let mut request = Request::builder()
        .method(method)
        .uri(path)
        .header("host", HOST);
    if !secret.is_empty() {
        request = request.header("authorization", format!("Bearer {secret}"));
    }
    let body = match body {
        Some(json) => {
            request = request.header("content-type", "application/json");
            Body::from(json.to_string())
        }
        None => Body::empty(),
    };
    let answer = house.send(request.body(body).unwrap()).await;
    let json =
        serde_json::from_str(&answer.body).unwrap_or_else(|_| panic!("{path}: {}", answer.body));
    (answer, json)
}

async fn post(house: &House, path: &str, secret: &str, body: Value) -> (Answer, Value) {
    ask(house, Method::POST, path, secret, Some(body)).await
}

async fn get(house: &House, path: &str, secret: &str) -> (Answer, Value) {
    ask(house, Method::GET, path, secret, None).await
}

/// A refusal: problem details with the status and a sentence.
fn check_trouble(answer: &Answer, json: &Value, status: StatusCode) {
    assert_eq!(answer.status, status, "{json}");
    assert_eq!(answer.headers["content-type"], "application/problem+json");
    assert_eq!(json["status"], status.as_u16());
    assert_eq!(json["type"], "about:blank");
    assert!(
        json["detail"]
            .as_str()
            .is_some_and(|detail| detail.ends_with('.')),
        "{json}"
    );
}

#[tokio::test]
async fn a_bedside_button_logs_a_cramp_and_can_do_nothing_else() {
    let house = House::at(NOW);
    let button = secret(&house, Scope::AddCramps, 1);
    let (answer, json) = ask(&house, Method::POST, "/api/v1/cramps", &button, None).await;
    assert_eq!(answer.status, StatusCode::CREATED);
    assert_eq!(json["at"], "2026-05-03T06:00:00Z");
    assert_eq!(house.log().told().len(), 1);
    for path in ["entries", "nights", "suspects", "plan", "trials", "report"] {
        let (answer, json) = get(&house, &format!("/api/v1/{path}"), &button).await;
        check_trouble(&answer, &json, StatusCode::FORBIDDEN);
    }
    let entry = json!({"id": ID, "at": NOW, "zone": "Europe/Berlin", "body": {"kind": "cramp"}});
    let (answer, json) = post(&house, "/api/v1/entries", &button, entry).await;
    check_trouble(&answer, &json, StatusCode::FORBIDDEN);
    assert_eq!(house.log().told().len(), 1);
}

#[tokio::test]
async fn a_cramp_is_told_with_how_one_lay_and_what_helped() {
    let house = House::at(NOW);
    let phone = secret(&house, Scope::AddEntries, 1);
    let sent = json!({
        "id": ID, "muscle": "arm", "position": "on-side", "toes_pointed": true, "bedding_heavy": false,
        "helped": ["walking", "massage"], "soreness": 4,
    });
    let (answer, json) = post(&house, "/api/v1/cramps", &phone, sent).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{json}");
    let line = diary::written::write(&house.desk.entries().unwrap()[0]).unwrap();
    let body = r#""body":{"kind":"cramp","muscle":"arm","position":"on-side","toes_pointed":true,"bedding_heavy":false,"helped":["walking","massage"],"soreness":4}"#;
    assert!(line.contains(body), "{line}");
    for (wrong, said) in [
        (json!({"soreness": 11}), "0 to 10"),
        (json!({"helped": ["walking", "nothing"]}), "leave out one"),
        (json!({"position": "upside-down"}), "upside-down"),
    ] {
        let (answer, json) = post(&house, "/api/v1/cramps", &phone, wrong).await;
        assert!(answer.status.is_client_error(), "{json}");
        assert!(json.to_string().contains(said), "{json}");
    }
    assert_eq!(house.log().told().len(), 1);
}

#[tokio::test]
async fn what_is_sent_again_counts_once() {
    let house = House::at(NOW);
    let phone = secret(&house, Scope::AddEntries, 1);
    // The time is that of the id: the second press of a queue that lost the answer is the same cramp.
    for (status, new) in [(StatusCode::CREATED, true), (StatusCode::OK, false)] {
        house.set_clock(if new {
            NOW
        } else {
            "2026-05-03T09:00:00+02:00"
        });
        let (answer, json) = post(
            &house,
            "/api/v1/cramps",
            &phone,
            json!({"id": ID, "pain": 6}),
        )
        .await;
        assert_eq!(
            (answer.status, &json["new"]),
            (status, &json!(new)),
            "{json}"
        );
    }
    let (answer, json) = post(
        &house,
        "/api/v1/cramps",
        &phone,
        json!({"id": ID, "pain": 7}),
    )
    .await;
    check_trouble(&answer, &json, StatusCode::CONFLICT);
    let morning = json!({
        "id": "019deb80-0000-7000-8000-000000000002", "at": NOW, "zone": "Europe/Berlin",
        "body": {"kind": "morning", "night": "2026-05-02", "cramps": 2},
    });
    for status in [StatusCode::CREATED, StatusCode::OK] {
        let (answer, _) = post(&house, "/api/v1/entries", &phone, morning.clone()).await;
        assert_eq!(answer.status, status);
    }
    assert_eq!(house.log().told().len(), 2);
}

#[tokio::test]
async fn nobody_comes_in_without_a_secret_that_holds() {
    let house = House::at(NOW);
    let reader = secret(&house, Scope::ReadAll, 1);
    let calendar = secret(&house, Scope::Calendar, 2);
    let unknown = format!("soleus_{}", "0".repeat(64));
    for wrong in ["", "soleus_short", unknown.as_str()] {
        let (answer, json) = get(&house, "/api/v1/nights", wrong).await;
        check_trouble(&answer, &json, StatusCode::UNAUTHORIZED);
        assert_eq!(answer.headers["www-authenticate"], "Bearer");
        assert!(
            answer.headers["content-disposition"]
                .to_str()
                .unwrap()
                .starts_with("attachment")
        );
    }
    // Every address that the description names, but the description itself.
    let (_, description) = get(&house, "/api/v1/openapi.json", "").await;
    let paths = description["paths"].as_object().unwrap();
    assert!(paths.len() >= 7, "{paths:?}");
    for (path, methods) in paths {
        for method in methods.as_object().unwrap().keys() {
            let (answer, _) = match method.as_str() {
                "get" => get(&house, path, &unknown).await,
                _ => post(&house, path, &unknown, json!({})).await,
            };
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{method} {path}");
        }
    }
    let (answer, json) = get(&house, "/api/v1/nights", &calendar).await;
    check_trouble(&answer, &json, StatusCode::FORBIDDEN);
    assert_eq!(
        get(&house, "/api/v1/nights", &reader).await.0.status,
        StatusCode::OK
    );
    let (answer, json) = post(&house, "/api/v1/cramps", &reader, json!({})).await;
    check_trouble(&answer, &json, StatusCode::FORBIDDEN);
    house.desk.take_access_back(1).unwrap();
    let (answer, json) = get(&house, "/api/v1/nights", &reader).await;
    check_trouble(&answer, &json, StatusCode::UNAUTHORIZED);
    assert!(house.log().told().is_empty());
}

#[tokio::test]
async fn no_other_website_is_let_in_and_none_is_told_anything() {
    let house = House::at(NOW);
    let button = secret(&house, Scope::AddCramps, 1);
    let request = |host: &str, origin: &str| {
        Request::post("/api/v1/cramps")
            .header("host", host)
            .header("origin", origin)
            .header("authorization", format!("Bearer {button}"))
            .body(Body::empty())
            .unwrap()
    };
    for (request, status) in [
        (request(HOST, "http://evil.example"), StatusCode::FORBIDDEN),
        (
            request("evil.example", "http://evil.example"),
            StatusCode::MISDIRECTED_REQUEST,
        ),
    ] {
        let answer = house.send(request).await;
        let json: Value = serde_json::from_str(&answer.body).unwrap();
        check_trouble(&answer, &json, status);
        assert!(!answer.headers.contains_key("access-control-allow-origin"));
    }
    let preflight = Request::options("/api/v1/cramps")
        .header("host", HOST)
        .header("origin", "http://evil.example")
        .header("access-control-request-method", "POST")
        .body(Body::empty())
        .unwrap();
    let answer = house.send(preflight).await;
    assert!(!answer.headers.contains_key("access-control-allow-origin"));
    assert!(house.log().told().is_empty());
}

#[tokio::test]
async fn what_cannot_be_used_is_refused_in_a_sentence_and_nothing_is_stored() {
    let house = House::at(NOW);
    let phone = secret(&house, Scope::AddEntries, 1);
    for (body, words) in [
        (json!({"pain": 11}), "from 0 to 10"),
        (json!({"at": "2026-05-04T03:00:00Z"}), "future"),
        (json!({"at": "three"}), "Write it as"),
        (json!({"zone": "Europe/Nowhere"}), "Europe/Nowhere"),
        (json!({"id": "1"}), "version 7"),
        (json!({"pian": 5}), "pian"),
        (json!({"side": "middle"}), "middle"),
        (json!([]), "cannot be used"),
    ] {
        let (answer, json) = post(&house, "/api/v1/cramps", &phone, body).await;
        check_trouble(&answer, &json, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(json["detail"].as_str().unwrap().contains(words), "{json}");
    }
    let entry = |body: Value| json!({"id": ID, "at": NOW, "zone": "UTC", "body": body});
    for body in [
        json!({"kind": "dream"}),
        json!({"kind": "cramp", "x": 1}),
        json!(null),
        json!(7),
    ] {
        let (answer, json) = post(&house, "/api/v1/entries", &phone, entry(body)).await;
        check_trouble(&answer, &json, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let too_large = json!({"note": "x".repeat(300 * 1024)});
    let (answer, json) = post(&house, "/api/v1/cramps", &phone, too_large).await;
    check_trouble(&answer, &json, StatusCode::PAYLOAD_TOO_LARGE);
    let form = Request::post("/api/v1/cramps")
        .header("host", HOST)
        .header("authorization", format!("Bearer {phone}"))
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from("pain=5"))
        .unwrap();
    let answer = house.send(form).await;
    check_trouble(
        &answer,
        &serde_json::from_str(&answer.body).unwrap(),
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
    );
    let (answer, json) = get(&house, "/api/v1/dreams", &phone).await;
    check_trouble(&answer, &json, StatusCode::NOT_FOUND);
    let (answer, json) = get(&house, "/api/v1/cramps", &phone).await;
    check_trouble(&answer, &json, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(answer.headers["allow"], "POST");
    assert!(house.log().told().is_empty());
}

#[tokio::test]
async fn a_reader_sees_the_log_the_nights_and_what_follows() {
    let house = House::at(NOW);
    let phone = secret(&house, Scope::AddEntries, 1);
    let reader = secret(&house, Scope::ReadAll, 2);
    for day in 1..=3 {
        let body = json!({
            "id": format!("019deb80-0000-7000-8000-00000000001{day}"), "at": NOW, "zone": "Europe/Berlin",
            "body": {"kind": "morning", "night": format!("2026-04-{:02}", 28 + day - 1), "cramps": day - 1},
        });
        assert_eq!(
            post(&house, "/api/v1/entries", &phone, body).await.0.status,
            StatusCode::CREATED
        );
    }
    let (_, first) = get(&house, "/api/v1/entries?limit=2", &reader).await;
    assert_eq!(first["entries"].as_array().unwrap().len(), 2);
    let next = first["next"].as_str().unwrap();
    let (_, rest) = get(&house, &format!("/api/v1/entries?after={next}"), &reader).await;
    assert_eq!(rest["entries"].as_array().unwrap().len(), 1);
    assert_eq!(rest["next"], Value::Null);
    assert_eq!(rest["entries"][0]["body"]["kind"], "morning");
    assert_eq!(rest["entries"][0]["act"], "tell");

    let (_, nights) = get(&house, "/api/v1/nights?from=2026-04-29", &reader).await;
    assert_eq!(nights["nights"][0]["night"], "2026-04-29");
    assert_eq!(nights["nights"][0]["cramps"], 1);
    assert_eq!(nights["nights"][0]["outcome"], "exactly");
    let (_, report) = get(&house, "/api/v1/report", &reader).await;
    assert_eq!(
        (
            &report["answered"],
            &report["with_cramps"],
            &report["cramps"]
        ),
        (&json!(3), &json!(2), &json!(3))
    );
    let (_, suspects) = get(&house, "/api/v1/suspects", &reader).await;
    assert!(!suspects["suspects"].as_array().unwrap().is_empty());
    let (_, plan) = get(&house, "/api/v1/plan", &reader).await;
    assert!(plan["now"].as_array().unwrap().len() <= 3 && plan["raised"].is_array());
    let (_, trials) = get(&house, "/api/v1/trials", &reader).await;
    assert_eq!(trials, json!({"trials": []}));
    for wrong in [
        "nights?from=may",
        "entries?limit=0",
        "entries?limit=x",
        "entries?after=1",
        "nights?form=x",
    ] {
        let (answer, json) = get(&house, &format!("/api/v1/{wrong}"), &reader).await;
        check_trouble(&answer, &json, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

/// The description of the API; a change of it shows here. `INSTA_UPDATE=always` accepts it.
#[tokio::test]
async fn the_description_is_what_it_was() {
    let house = House::at(NOW);
    let (answer, json) = get(&house, "/api/v1/openapi.json", "").await;
    assert_eq!(answer.status, StatusCode::OK);
    insta::assert_snapshot!("openapi", serde_json::to_string_pretty(&json).unwrap());
}
