//! The doctor's page on the site.

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use diary::NightId;
use tower::ServiceExt;

use crate::common::{HOST, House, form};

const EVENING: &str = "2026-05-03T19:30:00Z";

#[tokio::test]
async fn a_new_diary_has_a_page_that_says_what_to_do() {
    let house = House::at(EVENING);
    let page = house.get("/report").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("this page fills itself"));
    assert!(
        page.body
            .contains("No nights in the diary yet: nothing can be said.")
    );
}

#[tokio::test]
async fn the_period_and_the_name_are_chosen_and_the_name_never_stands_in_an_address() {
    let house = House::at(EVENING);
    house
        .post(
            "/check-in/2026-05-02/morning",
            &[("cramps", "2"), ("pain", "8")],
        )
        .await;
    house
        .post("/check-in/2026-02-02/morning", &[("cramps", "1")])
        .await;
    let page = house.get("/report?time=4&name=Ada").await;
    assert!(
        page.body.contains("Cramps on 1 of 1 answered nights"),
        "{}",
        page.body
    );
    assert!(!page.body.contains("Ada"));
    let chosen = [
        ("time", "all"),
        ("name", "Ada <b>Example</b>"),
        ("details", "1"),
    ];
    let page = house.post("/report", &chosen).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("Cramps on 2 of 2 answered nights"));
    assert!(page.body.contains("Ada &#60;b&#62;Example"));
    assert!(page.body.contains("Warning signs in full"));
    let wrong = house.get("/report?time=never").await;
    assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
    assert!(wrong.body.contains("number of weeks"));
}

#[tokio::test]
async fn nobody_waits_for_the_statistics_of_a_long_diary_and_what_was_chosen_is_kept() {
    let house = House::at(EVENING);
    // So many answers that the statistics take many times what a page waits after all (`desk::beside`).
    let last: NightId = "2026-05-02".parse().unwrap();
    for back in 0..300 {
        let morning = format!("/check-in/{}/morning", last.plus_days(-back));
        house.post(&morning, &[("cramps", "2")]).await;
    }
    let address = "/report?time=52";
    let first = house.get(address).await;
    assert!(first.waits(), "{}", first.body);
    assert!(
        first.body.contains("data-waits=\"\""),
        "its address is enough"
    );
    assert!(first.body.contains("name=\"time\" value=\"52\" checked"));
    let page = house.get_there(address).await;
    assert!(page.body.contains("answered nights"), "{}", page.body);
    assert!(
        !house.get("/plan/medicines").await.waits(),
        "it is all there"
    );

    house
        .post("/check-in/2026-05-01/morning", &[("cramps", "1")])
        .await;
    let chosen = [("time", "all"), ("name", "Ada Example")];
    let first = house.post("/report", &chosen).await;
    assert!(
        first.body.contains("data-waits=\"report-wish\"")
            && first.body.contains("id=\"report-wish\"")
    );
    assert!(first.body.contains("value=\"Ada Example\""));
    let sheets = house.get("/plan/medicines").await;
    assert!(sheets.waits() && sheets.body.contains("Comparing your nights"));
    let page = house.post_there("/report", &chosen).await;
    assert!(
        page.body.contains("Cramps on 300 of 300 answered nights"),
        "{}",
        page.body
    );
}

#[tokio::test]
async fn the_pdf_comes_from_a_link_and_from_the_form() {
    let house = House::at(EVENING);
    let link = Request::get("/report.pdf")
        .header("host", HOST)
        .body(Body::empty());
    let fields = form(&[
        ("time", "all"),
        ("name", "Ada Example"),
        ("paper", "letter"),
    ]);
    let sent = Request::post("/report.pdf")
        .header("host", HOST)
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from(fields));
    for request in [link.unwrap(), sent.unwrap()] {
        let answer = web::router(house.site()).oneshot(request).await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(answer.headers()["content-type"], "application/pdf");
        assert_eq!(answer.headers()["cache-control"], "no-store");
        let bytes = to_bytes(answer.into_body(), 1 << 20).await.unwrap();
        assert!(bytes.starts_with(b"%PDF-1.7"));
    }
}

#[tokio::test]
async fn the_record_system_s_file_comes_from_the_same_form_and_its_name_says_nothing_of_health() {
    let house = House::at(EVENING);
    house
        .post(
            "/check-in/2026-05-02/morning",
            &[("cramps", "2"), ("pain", "8"), ("note", "my own words")],
        )
        .await;
    for page in ["/report", "/export"] {
        assert!(house.get(page).await.body.contains("/report.fhir.json"));
    }
    let anonymous = house.get("/report.fhir.json?time=all&name=Ada").await;
    assert_eq!(anonymous.headers["content-type"], "application/fhir+json");
    assert_eq!(
        anonymous.headers["content-disposition"],
        "attachment; filename=\"report.fhir.json\""
    );
    let named = house
        .post("/report.fhir.json", &[("name", "Ada Example")])
        .await;
    for (answer, has_name) in [(&anonymous, false), (&named, true)] {
        assert_eq!(answer.status, StatusCode::OK);
        assert!(!answer.body.contains("my own words"));
        let bundle: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(bundle["resourceType"], "Bundle");
        assert_eq!(bundle["type"], "document");
        assert_eq!(answer.body.contains("Ada"), has_name);
    }
}
