//! A form from a page that was open for too long comes back with what was typed, and nothing of it is saved.
//!
//! Seen to fail, one change at a time: with `Err(Problem::Foreign)` for every wrong token in `lock` (nothing comes back), with
//! either answer of `is_surely_own` always true in `expired` (a stranger's words come back), without `NEVER` there (a passphrase
//! comes back), with `may_see` always true (a phone sees Tonight). That markup is escaped, the tests of `refill` show: they were
//! seen to fail without either `escaped`.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use web::Scheme;

use crate::common::{Answer, HOST, House, form};

const MORNING: &str = "2026-05-03T08:12:00Z";
const WORDS: &str = "four words of mine";
const SENTENCE: &str = "This page was open for too long. Look it over and save again.";
/// A token of an earlier login.
const OLD: &str = "00";
const ORIGIN: &str = "http://127.0.0.1:7353";

fn house() -> House {
    House::at(MORNING).locked(WORDS, Scheme::Http)
}

async fn get(house: &House, path: &str, cookie: &str) -> Answer {
    house.get_with(path, cookie).await
}

/// Sends a form as a browser does from a page of ours.
async fn send(
    house: &House,
    page: &str,
    to: &str,
    fields: &[(&str, &str)],
    cookie: &str,
) -> Answer {
    let referer = format!("{ORIGIN}{page}");
    let headers = [
        ("origin", ORIGIN),
        ("sec-fetch-site", "same-origin"),
        ("referer", referer.as_str()),
        ("cookie", cookie),
    ];
    house.post_with(to, &form(fields), &headers).await
}

fn cookie_of(answer: &Answer) -> String {
    let cookie = answer.headers["set-cookie"].to_str().unwrap();
    cookie.split(';').next().unwrap().to_owned()
}

async fn log_in(house: &House) -> String {
    cookie_of(&house.post("/login", &[("passphrase", WORDS)]).await)
}

/// The fields of the form that goes there, as a browser would send them: text, choices, and what is hidden.
fn fields_of(page: &str, to: &str) -> Vec<(String, String)> {
    let value = |tag: &str, name: &str| {
        let rest = tag.split_once(&format!(" {name}=\""))?.1;
        Some(unescaped(rest.split_once('"')?.0))
    };
    let all = page.split("<form ").skip(1);
    let mut forms = all.map(|form| form.split_once("</form>").unwrap().0);
    let form = forms
        .find(|form| {
            let tag = form.split_once('>').unwrap().0;
            tag.contains(&format!("action=\"{to}\"")) && form.contains("class=\"main-act\"")
        })
        .unwrap();
    let mut fields = Vec::new();
    let mut select = String::new();
    for piece in form.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap();
        let name = value(tag, "name").unwrap_or_default();
        let own = value(tag, "value").unwrap_or_default();
        let is_choice = tag.contains("type=\"radio\"") || tag.contains("type=\"checkbox\"");
        if tag.starts_with("input") && (!is_choice || tag.ends_with(" checked")) {
            fields.push((name, own));
        } else if tag.starts_with("textarea") {
            let lines = unescaped(text.strip_prefix('\n').unwrap_or(text));
            fields.push((name, lines.replace('\n', "\r\n")));
        } else if tag.starts_with("select") {
            select = name;
        } else if tag.starts_with("option") && tag.contains(" selected") {
            fields.push((
                select.clone(),
                value(tag, "value").unwrap_or_else(|| unescaped(text)),
            ));
        }
    }
    fields
}

fn unescaped(text: &str) -> String {
    text.replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&#38;", "&")
}

/// Sends a form with an old token, looks at what comes back, and sends that as it stands.
async fn comes_back(house: &House, page: &str, to: &str, typed: &[(&str, &str)], cookie: &str) {
    let before = house.desk.entries().unwrap().len();
    let mut fields = vec![("formtoken", OLD)];
    fields.extend_from_slice(typed);
    let back = send(house, page, to, &fields, cookie).await;
    assert_eq!(back.status, StatusCode::FORBIDDEN, "{to}");
    assert!(!back.body.contains("class=\"typed\""), "{to}: in its form");
    assert_eq!(
        house.desk.entries().unwrap().len(),
        before,
        "{to}: nothing is saved"
    );
    look_over(house, &back, to, typed, cookie).await;
    assert!(
        house.desk.entries().unwrap().len() > before,
        "{to}: saved now"
    );
}

/// What came back holds what was typed and is taken as it stands.
async fn look_over(house: &House, back: &Answer, to: &str, typed: &[(&str, &str)], cookie: &str) {
    assert!(back.body.contains(SENTENCE), "{to}: {}", back.body);
    let again = fields_of(&back.body, to);
    for (name, value) in typed {
        let is_there = again.iter().any(|(own, sent)| own == name && sent == value);
        let is_button = back
            .body
            .contains(&format!("<button name=\"{name}\" value=\"{value}\""));
        assert!(is_there || is_button, "{to}: {name}={value} in {again:?}");
    }
    let again: Vec<(&str, &str)> = again
        .iter()
        .map(|(name, value)| (&**name, &**value))
        .collect();
    let saved = send(house, to, to, &again, cookie).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{to}: {}", saved.body);
}

#[tokio::test]
async fn every_form_that_one_types_into_comes_back_whole() {
    let house = house();
    let cookie = log_in(&house).await;
    // Four bytes each, three times as many when they are sent: the longest note that fits.
    let long = "\u{1d11e}".repeat(3_990) + "\r\n\"<b>'&";
    let night = "/check-in/2026-05-02/morning";
    let answers = [
        ("zone", ""),
        ("cramps", "2"),
        ("minutes", "7"),
        ("pain", "4"),
        ("note", &long),
    ];
    comes_back(&house, night, night, &answers, &cookie).await;
    let evening = "/check-in/2026-05-02/evening";
    comes_back(
        &house,
        evening,
        evening,
        &[("x-alcohol", "2"), ("o-alcohol", "")],
        &cookie,
    )
    .await;
    let you = [
        ("birth-year", "1950"),
        ("sex", "female"),
        ("height", "170"),
        ("bedtime", "22:30"),
    ];
    comes_back(&house, "/profile", "/profile", &you, &cookie).await;
    let labs = [
        ("do", "add"),
        ("test", "ferritin"),
        ("value", "30"),
        ("unit", "µg/L"),
        ("taken", "2026-04-02"),
    ];
    comes_back(
        &house,
        "/profile/labs?done=saved",
        "/profile/labs",
        &labs,
        &cookie,
    )
    .await;

    let begun = house.log().told().len();
    let page = get(&house, "/cramp", &cookie).await;
    let token = page.field("formtoken").to_owned();
    let cramp = send(
        &house,
        "/cramp",
        "/cramp",
        &[("formtoken", &token)],
        &cookie,
    )
    .await;
    assert_eq!(house.log().told().len(), begun + 1);
    let edit = format!("{}/edit", cramp.location());
    let page = get(&house, &edit, &cookie).await;
    let mut details = fields_of(&page.body, &edit);
    details.retain(|(name, _)| !["formtoken", "note", "pain"].contains(&name.as_str()));
    details.push(("note".to_owned(), "woke me\r\ntwice".to_owned()));
    details.push(("pain".to_owned(), "8".to_owned()));
    let details: Vec<(&str, &str)> = details
        .iter()
        .map(|(name, value)| (&**name, &**value))
        .collect();
    comes_back(&house, &edit, &edit, &details, &cookie).await;
}

#[tokio::test]
async fn a_note_that_is_far_too_long_comes_back_to_be_made_shorter() {
    let house = house();
    let cookie = log_in(&house).await;
    let night = "/check-in/2026-05-02/morning";
    let long = "\u{1d11e}".repeat(10_000);
    let fields = [("formtoken", OLD), ("cramps", "1"), ("note", &long)];
    let back = send(&house, night, night, &fields, &cookie).await;
    assert!(back.body.contains(&format!("\n{long}</textarea>")));
    let door = send(&house, night, night, &fields, "").await;
    let mut login = fields_of(&door.body, "/login");
    let words = login.iter_mut().find(|(name, _)| name == "passphrase");
    words.unwrap().1 = WORDS.to_owned();
    let login: Vec<(&str, &str)> = login
        .iter()
        .map(|(name, value)| (&**name, &**value))
        .collect();
    let back = house.post("/login", &login).await;
    assert!(back.body.contains(&format!("\n{long}</textarea>")));
}

#[tokio::test]
async fn a_form_whose_page_is_gone_comes_back_as_a_list() {
    let house = house();
    let cookie = log_in(&house).await;
    let search = "/profile/medicines/search";
    let add = [
        ("do", "add"),
        ("medicine", "furosemide"),
        ("searched", "furo"),
        ("since", "2026-01-02"),
        ("dose", "40 mg <b>"),
    ];
    let mut fields = vec![("formtoken", OLD)];
    fields.extend(add);
    let back = send(&house, search, "/profile/medicines", &fields, &cookie).await;
    assert_eq!(back.status, StatusCode::FORBIDDEN);
    assert!(house.log().told().is_empty());
    assert!(
        back.body.contains("dir=\"auto\">40 mg &#60;b&#62;</li>"),
        "{}",
        back.body
    );
    look_over(&house, &back, "/profile/medicines", &add, &cookie).await;
    assert_eq!(house.log().told().len(), 1);
}

#[tokio::test]
async fn who_must_log_in_again_has_the_form_back_afterwards() {
    let house = house();
    let cookie = log_in(&house).await;
    let night = "/check-in/2026-05-02/morning";
    let page = get(&house, night, &cookie).await;
    let mut typed = fields_of(&page.body, night);
    typed.retain(|(name, _)| !["cramps", "note"].contains(&name.as_str()));
    typed.push(("cramps".to_owned(), "3".to_owned()));
    typed.push(("note".to_owned(), "said \"no\"\r\n<i>".to_owned()));
    let typed: Vec<(&str, &str)> = typed
        .iter()
        .map(|(name, value)| (&**name, &**value))
        .collect();
    // Logged out in another tab.
    let token = page.field("formtoken").to_owned();
    send(
        &house,
        "/devices",
        "/logout",
        &[("formtoken", &token)],
        &cookie,
    )
    .await;
    let door = send(&house, night, night, &typed, "").await;
    assert_eq!(door.status, StatusCode::UNAUTHORIZED);
    assert!(
        door.body.contains("What you typed comes back"),
        "{}",
        door.body
    );
    assert!(house.log().told().is_empty());

    let mut login = fields_of(&door.body, "/login");
    let words = login
        .iter()
        .position(|(name, _)| name == "passphrase")
        .unwrap();
    for try_of in ["slipped", WORDS] {
        login[words].1 = try_of.to_owned();
        let fields: Vec<(&str, &str)> = login
            .iter()
            .map(|(name, value)| (&**name, &**value))
            .collect();
        let answer = house.post("/login", &fields).await;
        assert!(
            !answer.body.contains(try_of),
            "a passphrase never comes back"
        );
        if try_of != WORDS {
            assert_eq!(answer.status, StatusCode::FORBIDDEN);
            let mut again = fields_of(&answer.body, "/login");
            again[words].1.clear();
            login[words].1.clear();
            assert_eq!(again, login, "a slip loses nothing");
            continue;
        }
        assert_eq!(answer.status, StatusCode::OK);
        let cookie = cookie_of(&answer);
        assert!(
            house.log().told().is_empty(),
            "nothing is saved by logging in"
        );
        let typed: Vec<(&str, &str)> = typed
            .iter()
            .copied()
            .filter(|(name, _)| *name != "formtoken")
            .collect();
        look_over(&house, &answer, night, &typed, &cookie).await;
    }
    assert_eq!(house.log().told().len(), 1);
}

#[tokio::test]
async fn another_site_saves_nothing_and_sees_none_of_its_words() {
    let house = house();
    let cookie = log_in(&house).await;
    let fields = form(&[
        ("note", "planted"),
        ("cramps", "9"),
        ("to", "/x"),
        ("next", "/x"),
    ]);
    for path in ["/check-in/2026-05-02/morning", "/profile", "/login"] {
        for (cookie, headers) in [
            (
                cookie.as_str(),
                [
                    ("sec-fetch-site", "cross-site"),
                    ("origin", "http://evil.example"),
                ],
            ),
            (
                cookie.as_str(),
                [("sec-fetch-site", "same-site"), ("origin", ORIGIN)],
            ),
            (
                cookie.as_str(),
                [("origin", "http://127.0.0.1:8000"), ("x", "")],
            ),
            (cookie.as_str(), [("origin", "null"), ("x", "")]),
            ("", [("sec-fetch-site", "cross-site"), ("origin", "null")]),
        ] {
            let headers = [headers[0], headers[1], ("cookie", cookie)];
            let answer = house.post_with(path, &fields, &headers).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} {headers:?}");
            assert!(!answer.body.contains("planted"), "{path} {headers:?}");
        }
    }
    // No browser says where it is from: a program, or one of many years ago.
    for path in ["/check-in/2026-05-02/morning", "/profile"] {
        for cookie in [cookie.as_str(), ""] {
            for headers in [
                [("cookie", cookie), ("x", ""), ("x", "")],
                [
                    ("cookie", cookie),
                    ("sec-fetch-site", "none"),
                    ("origin", "null"),
                ],
            ] {
                let answer = house.post_with(path, &fields, &headers).await;
                assert!(answer.status.is_client_error(), "{path} {headers:?}");
                assert!(!answer.body.contains("planted"), "{path} {headers:?}");
            }
        }
    }
    assert!(house.log().told().is_empty());
}

#[tokio::test]
async fn no_passphrase_comes_back() {
    let house = house();
    let cookie = log_in(&house).await;
    let fields = [
        ("formtoken", OLD),
        ("word", "delete"),
        ("passphrase", WORDS),
    ];
    for cookie in [cookie.as_str(), ""] {
        let back = send(
            &house,
            "/settings/erase",
            "/settings/erase",
            &fields,
            cookie,
        )
        .await;
        assert!(back.status.is_client_error());
        assert!(!back.body.contains(WORDS), "{}", back.body);
        assert!(back.body.contains("delete"), "{}", back.body);
    }
    let carried = [
        ("passphrase", "wrong ones"),
        ("next", "/settings/erase"),
        ("to", "/settings/erase"),
        ("kept-passphrase", WORDS),
        ("kept-word", "delete"),
    ];
    let door = house.post("/login", &carried).await;
    assert!(
        !door.body.contains(WORDS) && door.body.contains("kept-word"),
        "{}",
        door.body
    );
    // What holds a passphrase is named so everywhere.
    let mut files = Vec::new();
    crate::catalogue::read_all(
        &std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("templates"),
        &mut files,
    );
    let secret = files
        .iter()
        .flat_map(|(_, text)| text.split("<input ").skip(1));
    let mut seen = 0;
    for tag in secret.filter(|tag| tag.contains("type=\"password\"")) {
        seen += 1;
        assert!(tag.contains("name=\"passphrase\""), "{tag}");
    }
    assert!(seen >= 2);
}

#[tokio::test]
async fn a_queue_waits_and_a_phone_sees_no_more_than_before() {
    let house = house();
    let cookie = log_in(&house).await;
    let night = "/check-in/2026-05-02/morning";
    let fields = [("formtoken", OLD), ("queued", "1"), ("note", "later")];
    let answer = send(&house, night, night, &fields, &cookie).await;
    assert_eq!(
        answer.status,
        StatusCode::FORBIDDEN,
        "which a queue tries again"
    );
    assert!(!answer.body.contains("later"));

    let page = get(&house, "/devices", &cookie).await;
    let fields = [("formtoken", page.field("formtoken")), ("phone", "bedside")];
    let shown = send(&house, "/devices", "/devices/pair", &fields, &cookie).await;
    let code = shown.body.split_once("/pair/").unwrap().1;
    let address = format!("/pair/{}", code.split_once('<').unwrap().0);
    let phone = cookie_of(&house.post(&address, &[]).await);
    let fields = [("formtoken", OLD), ("r-chest-pain-breathless", "yes")];
    let to = "/cramp/019deb5c-0000-7000-8000-000000000001/signs";
    let back = send(&house, "/profile/warning-signs", to, &fields, &phone).await;
    assert_eq!(back.status, StatusCode::FORBIDDEN);
    let answers = get(&house, "/profile/warning-signs", &cookie).await;
    assert!(answers.body.contains("action=\"/profile/warning-signs\""));
    assert!(
        !back.body.contains("action=\"/profile/warning-signs\""),
        "{}",
        back.body
    );
    // Tonight holds a form about a cramp, too.
    let tap = [("formtoken", OLD), ("zone", "Europe/Berlin")];
    let tonight = |answer: &Answer| answer.body.contains("<h1>Tonight</h1>");
    assert!(tonight(&send(&house, "/", "/cramp", &tap, &cookie).await));
    assert!(!tonight(&send(&house, "/", "/cramp", &tap, &phone).await));
}

#[tokio::test]
async fn a_page_that_is_asked_for_needs_no_words_of_its_own() {
    let house = house();
    let request = Request::get("/nights?note=planted").header("host", HOST);
    let door = house.send(request.body(Body::empty()).unwrap()).await;
    assert_eq!(door.status, StatusCode::UNAUTHORIZED);
    assert!(!door.body.contains("planted"));
    let answer = house
        .post("/login", &[("passphrase", WORDS), ("next", "/nights")])
        .await;
    assert_eq!(answer.location(), "/nights");
}
