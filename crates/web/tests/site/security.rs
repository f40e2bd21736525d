//! The door: strangers' names, strangers' forms, oversized bodies, headers, addresses.

use crate::common::House;
use axum::body::Body;
use axum::http::{Request, StatusCode};

const NIGHT: &str = "2026-05-03T01:12:00Z";

#[tokio::test]
async fn a_foreign_host_name_opens_nothing() {
    let house = House::at(NIGHT);
    for host in [
        "evil.example:7353",
        "127.0.0.1",
        "127.0.0.1:80",
        "localhost.evil.example:7353",
        "",
    ] {
        let request = Request::get("/")
            .header("host", host)
            .body(Body::empty())
            .unwrap();
        let answer = house.send(request).await;
        assert_eq!(answer.status, StatusCode::MISDIRECTED_REQUEST, "{host}");
        assert!(
            answer.body.contains("http://127.0.0.1"),
            "the page says where to go"
        );
    }
    let without = house
        .send(Request::get("/").body(Body::empty()).unwrap())
        .await;
    assert_eq!(without.status, StatusCode::MISDIRECTED_REQUEST);
    for host in [
        "localhost:7353",
        "LOCALHOST:7353",
        "127.0.0.1:7353",
        "[::1]:7353",
    ] {
        let request = Request::get("/healthz")
            .header("host", host)
            .body(Body::empty())
            .unwrap();
        let answer = house.send(request).await;
        assert_eq!(
            (answer.status, answer.body.as_str()),
            (StatusCode::OK, "ok"),
            "{host}"
        );
    }
}

#[tokio::test]
async fn a_refusal_under_a_foreign_name_is_dressed_and_leads_nowhere() {
    let open = House::at(NIGHT);
    let locked = House::at(NIGHT).locked("four words of mine", web::Scheme::Http);
    for house in [open, locked] {
        let ask = async |method: &str, path: &str| {
            let request = Request::builder()
                .method(method)
                .uri(path)
                .header("host", "laptop.home:7353")
                .body(Body::empty())
                .unwrap();
            house.send(request).await
        };
        let refusal = ask("GET", "/").await;
        assert_eq!(refusal.status, StatusCode::MISDIRECTED_REQUEST);
        assert!(
            refusal.body.contains("soleus serve --host NAME"),
            "{}",
            refusal.body
        );
        assert!(!refusal.body.contains("<a ") && !refusal.body.contains("<form"));
        let hrefs = refusal.body.split("href=\"").skip(1);
        let assets: Vec<&str> = hrefs.map(|rest| rest.split('"').next().unwrap()).collect();
        assert_eq!(assets.len(), 2, "{assets:?}");
        for address in assets {
            assert_eq!(
                ask("GET", address).await.status,
                StatusCode::OK,
                "{address}"
            );
        }
        // All else stays shut: no page, no file of the diary, no way round by an address that only begins alike.
        for path in [
            "/cramp",
            "/login",
            "/sw.js",
            "/manifest.webmanifest",
            "/healthz",
            "/export/log",
            "/api/v1/nights",
            "/assets",
            "/assetsx",
        ] {
            let status = ask("GET", path).await.status;
            assert_eq!(status, StatusCode::MISDIRECTED_REQUEST, "{path}");
        }
        for path in ["/assets/../cramp", "/assets/%2e%2e/cramp", "/assets//cramp"] {
            let status = ask("GET", path).await.status;
            assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
        }
        let written = ask("POST", "/assets/x").await.status;
        assert_eq!(written, StatusCode::MISDIRECTED_REQUEST);
    }
}

#[tokio::test]
async fn another_site_cannot_write() {
    let house = House::at(NIGHT);
    for headers in [
        [
            ("origin", "https://evil.example"),
            ("sec-fetch-site", "cross-site"),
        ],
        [
            ("origin", "http://127.0.0.1:7353"),
            ("sec-fetch-site", "cross-site"),
        ],
        [
            ("origin", "http://127.0.0.1:9999"),
            ("sec-fetch-site", "same-site"),
        ],
    ] {
        let answer = house.post_with("/cramp", "", &headers).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
    }
    assert!(house.log().told().is_empty());
    let own = house.post("/cramp", &[]).await;
    assert_eq!(own.status, StatusCode::SEE_OTHER);
    assert_eq!(house.log().told().len(), 1);
}

#[tokio::test]
async fn a_body_larger_than_any_form_is_refused() {
    let house = House::at(NIGHT);
    let answer = house
        .post_with("/cramp", &format!("note={}", "x".repeat(400_000)), &[])
        .await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.body.contains("longer than a form can be"));
    assert!(house.log().told().is_empty());
}

#[tokio::test]
async fn a_body_that_is_no_form_is_refused() {
    let house = House::at(NIGHT);
    let request = Request::post("/cramp")
        .header("host", crate::common::HOST)
        .header("content-type", "application/json")
        .body(Body::from("{}"))
        .unwrap();
    assert_eq!(house.send(request).await.status, StatusCode::BAD_REQUEST);
    assert!(house.log().told().is_empty());
}

#[tokio::test]
async fn every_answer_carries_the_headers_and_no_page_is_cached() {
    let house = House::at(NIGHT);
    for path in ["/", "/cramp", "/no-such-page", "/healthz"] {
        let answer = house.get(path).await;
        let header = |name: &str| {
            answer
                .headers
                .get(name)
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned()
        };
        let policy = header("content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'") && policy.contains("frame-ancestors 'none'")
        );
        assert!(!policy.contains("unsafe"));
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert_eq!(header("cross-origin-resource-policy"), "same-origin");
        assert_eq!(header("cross-origin-opener-policy"), "same-origin");
        assert!(header("permissions-policy").contains("geolocation=()"));
        assert_eq!(header("cache-control"), "no-store");
    }
}

#[tokio::test]
async fn pages_hold_no_inline_script_style_or_foreign_resource() {
    let house = House::at(NIGHT);
    for path in [
        "/",
        "/cramp",
        "/check-in/2026-05-02/evening",
        "/suspects",
        "/plan",
        "/nights",
        "/profile",
    ] {
        let page = house.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(!page.body.contains("style="), "{path}");
        assert!(!page.body.contains("<style"), "{path}");
        assert!(!page.body.contains(" onclick"), "{path}");
        let scripts = page.body.matches("<script").count();
        let own = page.body.matches("<script type=\"module\" src=\"/assets/");
        assert!(scripts > 0 && scripts == own.count(), "{path}");
        assert!(!page.body.contains("src=\"http"), "{path}");
    }
}

#[tokio::test]
async fn assets_are_found_by_their_fingerprint_and_kept_for_ever() {
    let house = House::at(NIGHT);
    let page = house.get("/").await;
    let address = page
        .body
        .split_once("rel=\"stylesheet\" href=\"")
        .unwrap()
        .1
        .split_once('"')
        .unwrap()
        .0;
    let sheet = house.get(address).await;
    assert_eq!(sheet.status, StatusCode::OK);
    assert_eq!(
        sheet.headers.get("content-type").unwrap(),
        "text/css; charset=utf-8"
    );
    assert!(
        sheet
            .headers
            .get("cache-control")
            .unwrap()
            .to_str()
            .unwrap()
            .contains("immutable")
    );
    assert_eq!(
        house
            .get("/assets/soleus-0000000000000000.css")
            .await
            .status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn the_theme_form_never_leads_to_another_site() {
    let house = House::at(NIGHT);
    for back in [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "/a\\b",
        "plan",
        "/\0",
        "/a\r\nset-cookie: a=b",
        "/ä",
        "/ /evil.example",
    ] {
        let answer = house
            .post("/theme", &[("theme", "day"), ("back", back)])
            .await;
        assert_eq!(answer.location(), "/", "{back}");
    }
    let answer = house
        .post("/theme", &[("theme", "night"), ("back", "/plan")])
        .await;
    assert_eq!(answer.location(), "/plan");
    assert!(
        answer
            .headers
            .get("set-cookie")
            .unwrap()
            .to_str()
            .unwrap()
            .starts_with("theme=night;")
    );
}
