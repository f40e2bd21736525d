//! Answers are compressed for whoever reads that, and never when another site caused the request.

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request};
use tower::ServiceExt;
use web::router;

use crate::common::{HOST, House};

const NIGHT: &str = "2026-05-03T01:12:00Z";

/// The headers and the length of an answer.
async fn asked(house: &House, path: &str, headers: &[(&str, &str)]) -> (HeaderMap, usize) {
    let mut request = Request::get(path).header("host", HOST);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Body::empty()).unwrap();
    let (parts, body) = router(house.site())
        .oneshot(request)
        .await
        .unwrap()
        .into_parts();
    (parts.headers, to_bytes(body, 8 << 20).await.unwrap().len())
}

const GZIP: (&str, &str) = ("accept-encoding", "gzip, deflate, br");

#[tokio::test]
async fn pages_and_stylesheets_are_a_third_as_long_for_a_browser_of_ours() {
    let house = House::at(NIGHT);
    let page = house.get("/").await.body;
    let css = page.split_once("rel=\"stylesheet\" href=\"").unwrap().1;
    let css = css.split_once('"').unwrap().0.to_owned();
    for path in ["/", "/evidence", css.as_str()] {
        let (plain, long) = asked(&house, path, &[]).await;
        assert!(!plain.contains_key("content-encoding"), "{path}");
        let site = ("sec-fetch-site", "same-origin");
        let (small, short) = asked(&house, path, &[GZIP, site]).await;
        assert_eq!(small["content-encoding"], "gzip", "{path}");
        assert!(short * 3 < long, "{path}: {short} of {long}");
        assert_eq!(small["cache-control"], plain["cache-control"]);
        assert!(small["vary"].to_str().unwrap().contains("accept-encoding"));
    }
}

#[tokio::test]
async fn what_another_site_asks_for_is_as_long_as_it_is() {
    let house = House::at(NIGHT);
    for site in ["cross-site", "same-site"] {
        let headers = [GZIP, ("sec-fetch-site", site)];
        let (plain, _) = asked(&house, "/food?name=banana", &headers).await;
        assert!(!plain.contains_key("content-encoding"), "{site}");
    }
    let typed = [GZIP, ("sec-fetch-site", "none")];
    let (small, _) = asked(&house, "/food?name=banana", &typed).await;
    assert_eq!(small["content-encoding"], "gzip");
}

#[tokio::test]
async fn pictures_and_the_pdf_are_compressed_already() {
    let house = House::at(NIGHT);
    let (plain, _) = asked(&house, "/report.pdf", &[GZIP]).await;
    assert_eq!(plain["content-type"], "application/pdf");
    assert!(!plain.contains_key("content-encoding"));
}
