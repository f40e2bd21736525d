//! Pages behind a passphrase: who is let on, what a form must carry, how guessing is slowed, how a browser is signed out.
//!
//! Seen to fail, one change at a time: without `lock::pass` in `guard` (strangers are in), with `carries` in `lock` always
//! true (forms without token), without the arm of an owed token before a file in `import::upload` (a file comes first),
//! without `doorkeeper.wrong` in `login` (no delay), without `idle > UNUSED` in `desk::login` (unused browsers stay in).

use axum::body::Body;
use axum::http::{Request, StatusCode};
use web::Scheme;

use crate::common::{Answer, HOST, House, form};

const NIGHT: &str = "2026-05-03T01:12:00Z";
const WORDS: &str = "four words of mine";

fn house() -> House {
    House::at(NIGHT).locked(WORDS, Scheme::Http)
}

async fn get(house: &House, path: &str, cookie: &str) -> Answer {
    let request = Request::get(path)
        .header("host", HOST)
        .header("cookie", cookie);
    house.send(request.body(Body::empty()).unwrap()).await
}

async fn post(house: &House, path: &str, fields: &[(&str, &str)], cookie: &str) -> Answer {
    let headers = [("origin", "http://127.0.0.1:7353"), ("cookie", cookie)];
    house.post_with(path, &form(fields), &headers).await
}

/// Logs in and gives the cookie as the browser sends it back.
async fn log_in(house: &House) -> String {
    let answer = house
        .post("/login", &[("passphrase", WORDS), ("next", "/plan")])
        .await;
    assert_eq!(
        (answer.status, answer.location()),
        (StatusCode::SEE_OTHER, "/plan")
    );
    let cookie = answer.headers["set-cookie"].to_str().unwrap();
    cookie.split(';').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_passphrase_counts_to_its_last_space() {
    let words = " with a space at both ends ";
    let house = House::at(NIGHT).locked(words, Scheme::Http);
    let whole = house.post("/login", &[("passphrase", words)]).await;
    assert_eq!(whole.status, StatusCode::SEE_OTHER);
    let trimmed = house.post("/login", &[("passphrase", words.trim())]).await;
    assert_eq!(trimmed.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_diary_that_fails_tells_a_stranger_nothing() {
    let house = House::at(NIGHT).locked(WORDS, Scheme::Http);
    house.spoil();
    let answer = house.post("/login", &[("passphrase", WORDS)]).await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    for inside in ["sqlite", "session", "/tmp"] {
        assert!(!answer.body.contains(inside), "{inside}: {}", answer.body);
    }
}

#[tokio::test]
async fn a_stranger_sees_the_login_and_nothing_of_the_diary() {
    let house = House::at(NIGHT);
    house.post("/cramp", &[]).await;
    let sign = [("r-chest-pain-breathless", "yes")];
    house.post("/profile/warning-signs", &sign).await;
    assert!(house.get("/nights").await.body.contains("class=\"alarm\""));
    let house = house.locked(WORDS, Scheme::Http);
    for path in [
        "/",
        "/nights",
        "/plan",
        "/report.pdf",
        "/export/log",
        "/devices",
        "/no-such-page",
        "/assets",
    ] {
        for cookie in [
            "",
            "soleus-7353=",
            "soleus-7353=soleus_00",
            &format!("soleus-7353=soleus_{}", "0".repeat(64)),
        ] {
            let answer = get(&house, path, cookie).await;
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{path} {cookie}");
            assert!(answer.body.contains("name=\"passphrase\""), "{path}");
            assert!(!answer.body.contains("cramp"), "{path}: {}", answer.body);
            assert!(!answer.body.contains("class=\"alarm\""), "{path}");
        }
    }
    let before = house.log().told().len();
    let refused = post(&house, "/cramp", &[], "").await;
    assert_eq!(refused.status, StatusCode::UNAUTHORIZED);
    assert_eq!(house.log().told().len(), before);
    assert_eq!(
        get(&house, "/api/v1/plan", "").await.status,
        StatusCode::UNAUTHORIZED
    );
    for path in ["/healthz", "/readyz", "/login"] {
        let answer = get(&house, path, "").await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert!(!answer.body.contains("class=\"alarm\""), "{path}");
    }
}

#[tokio::test]
async fn the_passphrase_lets_in_and_every_form_must_carry_its_token() {
    let house = house();
    let cookie = log_in(&house).await;
    for path in [
        "/",
        "/cramp",
        "/profile",
        "/devices",
        "/check-in/2026-05-02/evening",
        "/backup",
    ] {
        let page = get(&house, path, &cookie).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        let forms = page.body.matches("method=\"post\"").count();
        assert!(forms > 0, "{path}");
        assert_eq!(
            page.body.matches("name=\"formtoken\"").count(),
            forms,
            "{path}"
        );
    }
    let page = get(&house, "/cramp", &cookie).await;
    let token = page.field("formtoken");
    for wrong in [
        &[][..],
        &[("formtoken", "")],
        &[("formtoken", &token[1..])],
        &[("other", token)],
    ] {
        let refused = post(&house, "/cramp", wrong, &cookie).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{wrong:?}");
    }
    assert!(house.log().told().is_empty());
    let taken = post(&house, "/cramp", &[("formtoken", token)], &cookie).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER);
    assert_eq!(house.log().told().len(), 1);
    let other = log_in(&house).await;
    let refused = post(&house, "/cramp", &[("formtoken", token)], &other).await;
    assert_eq!(
        refused.status,
        StatusCode::FORBIDDEN,
        "a token is good for one browser"
    );
}

/// Sends a file with these fields before it, as a browser does.
async fn send_file(house: &House, before: &[(&str, &str)], cookie: &str) -> Answer {
    send_file_between(house, before, &[], cookie).await
}

async fn send_file_between(
    house: &House,
    before: &[(&str, &str)],
    after: &[(&str, &str)],
    cookie: &str,
) -> Answer {
    const EDGE: &str = "----soleus-test";
    let fields = |fields: &[(&str, &str)]| -> String {
        fields
            .iter()
            .map(|(name, value)| {
                format!(
                    "--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
                )
            })
            .collect()
    };
    // Larger than any form that is no file.
    let table = format!("date,cramps\n2026-05-01,2\n{}", "\n".repeat(300 << 10));
    let body = format!(
        "{}--{EDGE}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n{table}\r\n{}--{EDGE}--\r\n",
        fields(before),
        fields(after),
    );
    let request = Request::post("/import")
        .header("host", HOST)
        .header("origin", format!("http://{HOST}"))
        .header("cookie", cookie)
        .header(
            "content-type",
            format!("multipart/form-data; boundary={EDGE}"),
        );
    house.send(request.body(Body::from(body)).unwrap()).await
}

#[tokio::test]
async fn a_file_must_carry_the_token_before_it() {
    let house = house();
    let cookie = log_in(&house).await;
    let page = get(&house, "/import", &cookie).await;
    let token = page.field("formtoken");
    for wrong in [
        &[][..],
        &[("zone", "Europe/Berlin")],
        &[("formtoken", "")],
        &[("formtoken", &token[1..])],
        &[("formtoken", &token[1..]), ("formtoken", token)],
    ] {
        let refused = send_file(&house, wrong, &cookie).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{wrong:?}");
    }
    let late = send_file_between(&house, &[], &[("formtoken", token)], &cookie).await;
    assert_eq!(late.status, StatusCode::FORBIDDEN, "the file came first");
    let stranger = send_file(&house, &[("formtoken", token)], "").await;
    assert_eq!(stranger.status, StatusCode::UNAUTHORIZED);
    let taken = send_file(&house, &[("formtoken", token)], &cookie).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
    let other = log_in(&house).await;
    let refused = send_file(&house, &[("formtoken", token)], &other).await;
    assert_eq!(
        refused.status,
        StatusCode::FORBIDDEN,
        "a token is good for one browser"
    );
}

#[tokio::test]
async fn the_cookie_says_what_it_should_and_the_file_does_not_hold_it() {
    let house = house();
    let answer = house.post("/login", &[("passphrase", WORDS)]).await;
    let cookie = answer.headers["set-cookie"].to_str().unwrap().to_owned();
    let (pair, promises) = cookie.split_once("; ").unwrap();
    let (name, token) = pair.split_once('=').unwrap();
    assert_eq!(name, "soleus-7353");
    assert_eq!(token.len(), "soleus_".len() + 64, "256 bits in hexadecimal");
    for promise in ["HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(promises.contains(promise), "{cookie}");
    }
    let text = String::from_utf8_lossy(&house.bytes()).into_owned();
    assert!(
        !text.contains(token) && !text.contains(&token["soleus_".len()..]) && !text.contains(WORDS)
    );

    let house = House::at(NIGHT).locked(WORDS, Scheme::Https);
    let headers = [("origin", "https://127.0.0.1:7353")];
    let answer = house
        .post_with("/login", &form(&[("passphrase", WORDS)]), &headers)
        .await;
    let cookie = answer.headers["set-cookie"].to_str().unwrap();
    assert!(cookie.starts_with("__Host-soleus-7353=soleus_"), "{cookie}");
    assert!(
        cookie.ends_with("; Secure") && !cookie.contains("Domain"),
        "{cookie}"
    );
    assert!(
        answer.headers["strict-transport-security"]
            .to_str()
            .unwrap()
            .contains("max-age")
    );
    let plain = house
        .post_with("/login", "", &[("origin", "http://127.0.0.1:7353")])
        .await;
    assert_eq!(
        plain.status,
        StatusCode::FORBIDDEN,
        "a plain page is another site"
    );
}

#[tokio::test]
async fn guessing_is_slowed_more_and_more() {
    let house = house();
    for _ in 0..4 {
        let answer = house
            .post("/login", &[("passphrase", "not this one")])
            .await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
        assert!(answer.headers.get("set-cookie").is_none());
    }
    let answer = house.post("/login", &[("passphrase", WORDS)]).await;
    assert_eq!(
        answer.status,
        StatusCode::TOO_MANY_REQUESTS,
        "also the right one waits"
    );
    assert_eq!(answer.headers["retry-after"], "2");
    house.set_clock("2026-05-03T01:12:02Z");
    log_in(&house).await;
}

#[tokio::test]
async fn the_login_never_leads_to_another_site() {
    let house = house();
    for next in [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "",
    ] {
        let answer = house
            .post("/login", &[("passphrase", WORDS), ("next", next)])
            .await;
        assert_eq!(answer.location(), "/", "{next}");
    }
    let answer = house
        .post(
            "/login",
            &[("passphrase", "no"), ("next", "//evil.example")],
        )
        .await;
    assert!(!answer.body.contains("evil"), "{}", answer.body);
}

#[tokio::test]
async fn browsers_are_listed_signed_out_and_forgotten() {
    let house = house();
    let (here, there) = (log_in(&house).await, log_in(&house).await);
    let page = get(&house, "/devices", &here).await;
    assert_eq!(page.body.matches("/devices/sign-out").count(), 2);
    let token = page.field("formtoken").to_owned();
    let fields = [("formtoken", token.as_str()), ("number", "2")];
    let answer = post(&house, "/devices/sign-out", &fields, &here).await;
    assert_eq!(answer.location(), "/devices?done=signed-out");
    assert_eq!(
        get(&house, "/", &there).await.status,
        StatusCode::UNAUTHORIZED
    );
    assert_eq!(get(&house, "/", &here).await.status, StatusCode::OK);

    house.set_clock("2026-07-31T01:12:00Z");
    assert_eq!(
        get(&house, "/", &here).await.status,
        StatusCode::OK,
        "used within 90 days"
    );
    house.set_clock("2026-10-30T01:12:00Z");
    assert_eq!(
        get(&house, "/", &here).await.status,
        StatusCode::UNAUTHORIZED
    );

    let here = log_in(&house).await;
    let page = get(&house, "/devices", &here).await;
    let token = page.field("formtoken").to_owned();
    let out = post(&house, "/logout", &[("formtoken", &token)], &here).await;
    assert!(
        out.headers["set-cookie"]
            .to_str()
            .unwrap()
            .contains("Max-Age=0")
    );
    assert_eq!(
        get(&house, "/", &here).await.status,
        StatusCode::UNAUTHORIZED
    );
}

#[tokio::test]
async fn what_a_proxy_passes_on_is_refused_until_there_is_a_passphrase() {
    let open = House::at(NIGHT);
    for header in ["x-forwarded-for", "forwarded", "x-real-ip", "via"] {
        let request = Request::get("/")
            .header("host", HOST)
            .header(header, "192.0.2.7");
        let answer = open.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{header}");
        assert!(answer.body.contains("soleus passphrase"));
    }
}

#[tokio::test]
async fn a_paired_phone_logs_cramps_and_sees_nothing_else() {
    let house = house();
    let cookie = log_in(&house).await;
    let page = get(&house, "/devices", &cookie).await;
    let token = page.field("formtoken").to_owned();
    let fields = [
        ("formtoken", token.as_str()),
        ("phone", "Ada\u{2019}s phone"),
    ];
    let shown = post(&house, "/devices/pair", &fields, &cookie).await;
    assert!(shown.body.contains("<svg"), "a picture to scan");
    let code = shown.body.split_once("/pair/").unwrap().1;
    let address = format!("/pair/{}", code.split_once('<').unwrap().0);
    for _ in 0..2 {
        // Looking uses nothing up.
        assert_eq!(get(&house, &address, "").await.status, StatusCode::OK);
    }
    let paired = post(&house, &address, &[], "").await;
    assert_eq!(paired.location(), "/cramp");
    let phone = paired.headers["set-cookie"].to_str().unwrap();
    let phone = phone.split(';').next().unwrap().to_owned();
    let again = post(&house, &address, &[], "").await;
    assert_eq!(again.status, StatusCode::NOT_FOUND, "a code is good once");

    let page = get(&house, "/cramp", &phone).await;
    let token = page.field("formtoken").to_owned();
    let logged = post(&house, "/cramp", &[("formtoken", &token)], &phone).await;
    assert_eq!(
        get(&house, logged.location(), &phone).await.status,
        StatusCode::OK
    );
    assert_eq!(house.log().told().len(), 1);
    for path in [
        "/",
        "/nights",
        "/plan",
        "/devices",
        "/export/log",
        "/report.pdf",
        "/profile",
    ] {
        assert_eq!(
            get(&house, path, &phone).await.status,
            StatusCode::FORBIDDEN,
            "{path}"
        );
    }
    for path in [
        &format!("{}/take-back", logged.location())[..],
        "/devices",
        "/backup",
    ] {
        let refused = post(&house, path, &[("formtoken", &token)], &phone).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{path}");
    }
    house.set_clock("2027-05-03T01:12:00Z");
    assert_eq!(
        get(&house, "/cramp", &phone).await.status,
        StatusCode::OK,
        "a year later"
    );
}

#[tokio::test]
async fn a_paired_phone_answers_a_warning_sign_after_its_cramp() {
    let house = house();
    let cookie = log_in(&house).await;
    let page = get(&house, "/devices", &cookie).await;
    let token = page.field("formtoken").to_owned();
    let fields = [("formtoken", token.as_str()), ("phone", "bedside")];
    let shown = post(&house, "/devices/pair", &fields, &cookie).await;
    let code = shown.body.split_once("/pair/").unwrap().1;
    let address = format!("/pair/{}", code.split_once('<').unwrap().0);
    let paired = post(&house, &address, &[], "").await;
    let phone = paired.headers["set-cookie"].to_str().unwrap();
    let phone = phone.split(';').next().unwrap().to_owned();
    let page = get(&house, "/cramp", &phone).await;
    let token = page.field("formtoken").to_owned();
    let answer = [
        ("formtoken", token.as_str()),
        ("queued", "1"),
        ("r-one-leg-swollen-warm-red", "yes"),
    ];
    let path = "/cramp/019deb5c-0000-7000-8000-000000000001/signs";
    let told = post(&house, path, &answer, &phone).await;
    assert_eq!(told.status, StatusCode::NO_CONTENT);
    let plan = get(&house, "/plan", &cookie).await;
    assert!(
        plan.body
            .contains("Do not massage, heat or bandage the leg")
    );
}

#[tokio::test]
async fn deleting_everything_asks_for_the_passphrase_again_and_keeps_the_lock() {
    let house = house();
    let cookie = log_in(&house).await;
    let page = get(&house, "/settings/erase", &cookie).await;
    assert!(page.body.contains("Your passphrase once more"));
    let token = page.field("formtoken").to_owned();
    let erase = |words: &'static str| {
        let fields = [
            ("formtoken", token.clone()),
            ("word", "delete".to_owned()),
            ("passphrase", words.to_owned()),
        ];
        let (house, cookie) = (&house, cookie.clone());
        async move {
            let fields: Vec<(&str, &str)> = fields
                .iter()
                .map(|(name, value)| (*name, value.as_str()))
                .collect();
            post(house, "/settings/erase", &fields, &cookie).await
        }
    };
    let entries = house.desk.entries().unwrap().len();
    for wrong in ["", "not the words"] {
        let answer = erase(wrong).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("that is not the passphrase"));
    }
    assert_eq!(house.desk.entries().unwrap().len(), entries);
    assert_eq!(erase(WORDS).await.location(), "/?done=erased");
    assert!(house.desk.entries().unwrap().is_empty());
    assert_eq!(get(&house, "/", &cookie).await.status, StatusCode::OK);
    assert_eq!(
        get(&house, "/", "").await.status,
        StatusCode::UNAUTHORIZED,
        "the lock stays"
    );
}

#[tokio::test]
async fn a_code_that_waited_too_long_pairs_nothing() {
    let house = house();
    let cookie = log_in(&house).await;
    let page = get(&house, "/devices", &cookie).await;
    let token = page.field("formtoken").to_owned();
    let shown = post(
        &house,
        "/devices/pair",
        &[("formtoken", token.as_str())],
        &cookie,
    )
    .await;
    let code = shown.body.split_once("/pair/").unwrap().1;
    let address = format!("/pair/{}", code.split_once('<').unwrap().0);
    house.set_clock("2026-05-03T01:22:01Z");
    assert_eq!(
        get(&house, &address, "").await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        post(&house, &address, &[], "").await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        get(&house, "/pair/x", "").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn each_answer_hides_the_token_of_its_forms_anew() {
    let house = house();
    let cookie = log_in(&house).await;
    let first = get(&house, "/devices", &cookie).await;
    let second = get(&house, "/devices", &cookie).await;
    let (first, second) = (first.field("formtoken"), second.field("formtoken"));
    assert_ne!(first, second);
    assert_ne!(
        first[64..],
        second[64..],
        "nothing repeats that could be guessed at"
    );
    for token in [first, second] {
        let logged = post(&house, "/cramp", &[("formtoken", token)], &cookie).await;
        assert_eq!(logged.status, StatusCode::SEE_OTHER);
    }
    let mixed = format!("{}{}", &first[..64], &second[64..]);
    let signs = format!("+{}", &first[1..]);
    let wrong = [
        &mixed,
        &signs,
        &first[..64],
        &first[64..],
        &first[1..],
        "\u{20ac}",
        "",
    ];
    for token in wrong {
        let refused = post(&house, "/cramp", &[("formtoken", token)], &cookie).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{token}");
    }
}
