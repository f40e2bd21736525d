//! Every page in German: nothing on it is English without saying so.

use std::collections::BTreeSet;

use crate::common::{House, form};

const GERMAN: &str = "prefers=lang-de";

/// Words that stand in nearly every English sentence and in no German one.
const TELLTALE: [&str; 16] = [
    "the", "and", "of", "you", "your", "is", "are", "this", "with", "not", "for", "what", "to",
    "it", "no", "yes",
];

/// How many pages of a kind are looked at.
const MOST_ALIKE: usize = 20;

/// The page without its marks, and without what is marked as English.
fn words_shown(html: &str) -> String {
    let body = html.split_once("<body").unwrap().1;
    let (mut text, mut rest) = (String::new(), body);
    let mut english: Option<(String, u32)> = None;
    while let Some((before, after)) = rest.split_once('<') {
        let (tag, next) = after.split_once('>').unwrap();
        if english.is_none() {
            text.push_str(before);
            text.push('\n');
            for name in ["aria-label=\"", "title=\""] {
                if let Some((_, value)) = tag.split_once(name) {
                    text.push_str(value.split('"').next().unwrap());
                    text.push('\n');
                }
            }
        }
        rest = next;
        let name = tag.trim_start_matches('/').split_whitespace().next();
        let name = name.unwrap_or_default().to_owned();
        english = match english {
            // What is typed into a terminal is in no language.
            None if tag.contains("lang=\"en\"") || name == "code" => Some((name, 1)),
            Some((outer, depth)) if outer == name => match (tag.starts_with('/'), depth) {
                (true, 1) => None,
                (true, _) => Some((outer, depth - 1)),
                (false, _) => Some((outer, depth + 1)),
            },
            other => other,
        };
    }
    text
}

fn english_lines(html: &str) -> Vec<String> {
    let text = words_shown(html);
    let telltale = |word: &str| TELLTALE.contains(&word.to_lowercase().as_str());
    text.lines()
        .map(str::trim)
        .filter(|line| {
            let words = line.split(|c: char| !c.is_alphanumeric() && c != '’');
            words.filter(|word| telltale(word)).count() > 0
        })
        .map(str::to_owned)
        .collect()
}

/// Every page reachable by links from the first, with its text.
async fn walk(house: &House) -> Vec<(String, String)> {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut to_visit = vec!["/".to_owned()];
    let mut pages = Vec::new();
    while let Some(address) = to_visit.pop() {
        // The days before the first would never end; of pages alike a few are enough.
        let kind = |address: &str| address.split('/').nth(1).map(str::to_owned);
        let alike = seen.iter().filter(|other| kind(other) == kind(&address));
        if alike.count() > MOST_ALIKE || !seen.insert(address.clone()) {
            continue;
        }
        let answer = house.get_with(&address, GERMAN).await;
        let is_page = answer
            .headers
            .get("content-type")
            .is_some_and(|kind| kind.to_str().unwrap().starts_with("text/html"));
        if !answer.status.is_success() || !is_page {
            continue;
        }
        for link in answer.body.split("href=\"").skip(1) {
            let link = link.split(['"', '#', '?']).next().unwrap_or_default();
            if link.starts_with('/') && !link.starts_with("/assets") && link != "/report.pdf" {
                to_visit.push(link.to_owned());
            }
        }
        pages.push((address, answer.body));
    }
    pages
}

#[tokio::test]
async fn no_page_is_english_without_saying_so() {
    let house = House::at("2026-05-03T08:00:00Z");
    let pages = walk(&house).await;
    assert!(pages.len() > 30, "{}", pages.len());
    let mut left = Vec::new();
    for (address, body) in &pages {
        assert!(body.contains("<html lang=\"de\""), "{address}");
        assert!(!body.contains("{ $") && !body.contains("{$"), "{address}");
        for line in english_lines(body) {
            left.push(format!("{address}: {line}"));
        }
    }
    assert!(left.is_empty(), "{}", left.join("\n"));
}

/// The diary of somebody who told a little of everything.
async fn lived_in() -> House {
    let house = House::at("2026-05-03T08:00:00Z");
    let told: [(&str, &[(&str, &str)]); 9] = [
        ("/cramp", &[]),
        ("/check-in/2026-05-02/evening", &[("x-alcohol", "2")]),
        (
            "/check-in/2026-05-02/morning",
            &[("cramps", "1"), ("pain", "4")],
        ),
        (
            "/food",
            &[("do", "eat"), ("food", "banana"), ("portion", "0")],
        ),
        ("/food", &[("do", "like"), ("food", "potato-raw")]),
        ("/food", &[("do", "dislike"), ("food", "spinach-raw")]),
        (
            "/profile/medicines",
            &[("do", "add"), ("medicine", "furosemide")],
        ),
        (
            "/profile/labs",
            &[
                ("do", "add"),
                ("test", "ferritin"),
                ("value", "30"),
                ("unit", "ug/L"),
                ("taken", "2026-04-02"),
            ],
        ),
        ("/devices", &[("name", "Tapper"), ("may", "add-cramps")]),
    ];
    for (path, fields) in told {
        let answer = house.post(path, fields).await;
        assert!(!answer.status.is_client_error(), "{path}: {}", answer.body);
    }
    house
}

/// What a page says by attributes: those read aloud, and those a script shows.
fn said_by_attributes(html: &str) -> Vec<&str> {
    let body = html.split_once("<body").unwrap().1;
    // The report for the doctor says as a whole that it is English.
    let body = body.split("<div lang=\"en\">").next().unwrap();
    let mut said = Vec::new();
    for tag in body.split('<').filter_map(|piece| piece.split_once('>')) {
        for name in [
            "aria-label",
            "title",
            "placeholder",
            "alt",
            "data-say",
            "aria-description",
        ] {
            let value = tag.0.split_once(&format!(" {name}=\""));
            said.extend(value.and_then(|(_, rest)| rest.split('"').next()));
        }
    }
    said.retain(|text| text.chars().any(char::is_alphabetic));
    said
}

#[tokio::test]
async fn no_attribute_says_something_in_english() {
    let house = lived_in().await;
    // In an attribute nothing can say that it is English: what is known in English only must not stand there.
    let foods = knowledge::foods().iter().map(|food| food.name);
    let factors = knowledge::factors().iter().map(|factor| factor.name);
    let asked = knowledge::flags().iter().map(|flag| flag.ask);
    let english: Vec<String> = foods
        .chain(factors)
        .chain(asked)
        .map(str::to_lowercase)
        .collect();
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for (address, german) in walk(&house).await {
        let in_english = house.get(&address).await.body;
        let same = said_by_attributes(&in_english);
        for text in said_by_attributes(&german) {
            seen += 1;
            let lower = text.to_lowercase();
            let words = |text: &str| {
                lower
                    .split(|c: char| !c.is_alphanumeric())
                    .any(|word| word == text)
            };
            let is_known = english.iter().any(|known| {
                if known.contains(' ') {
                    lower.contains(known)
                } else {
                    words(known)
                }
            });
            // A browser, a device and a person keep their names.
            if is_known || (same.contains(&text) && text != "Tapper") {
                wrong.push(format!("{address}: {text}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen > 100, "{seen}");
}

/// The words inside each element of this name: of choices and of drawings, where nothing can say that they are English.
fn inside<'h>(html: &'h str, element: &str) -> Vec<&'h str> {
    let opening = format!("<{element}");
    let pieces = html.split(&opening).skip(1);
    pieces
        .filter_map(|piece| Some(piece.split_once('>')?.1.split_once('<')?.0.trim()))
        .collect()
}

/// What English and German write alike: chemistry, units, some countries, a language's own name; and nobody translates what zones
/// are called.
fn is_alike(text: &str) -> bool {
    let name = text.split(':').next().unwrap_or_default();
    let alike = [
        "Ca", "Mg", "K", "Na", "mg", "µg", "g", "ml", "Chile", "China", "Israel", "Japan",
        "Malaysia", "Malta", "Portugal", "Taiwan",
    ];
    alike.contains(&name) || text.contains('/') || knowledge::in_german(text) == Some(text)
}

#[tokio::test]
async fn choices_and_drawings_are_german() {
    let house = lived_in().await;
    let mut pages = walk(&house).await;
    for path in ["/welcome", "/welcome/you", "/evidence/body"] {
        pages.push((path.to_owned(), house.get_with(path, GERMAN).await.body));
    }
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for (address, german) in pages {
        assert!(german.contains("<html lang=\"de\""), "{address}");
        let english = house.get(&address).await.body;
        for element in ["option", "text "] {
            let same = inside(&english, element);
            for text in inside(&german, element) {
                seen += 1;
                let has_words = text.chars().any(char::is_alphabetic);
                if has_words && same.contains(&text) && !is_alike(text) {
                    wrong.push(format!("{address}: {text}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen > 150, "{seen}");
}

#[tokio::test]
async fn the_first_questions_are_german() {
    let house = House::at("2026-05-03T08:00:00Z");
    let page = house.get_with("/welcome/you", GERMAN).await.body;
    assert!(!page.contains("lang=\"en\""), "{page}");
    assert_eq!(english_lines(&page), Vec::<String>::new());
}

#[tokio::test]
async fn a_dose_is_told_in_german() {
    let house = House::at("2026-05-03T08:00:00Z");
    let add = [("do", "add"), ("medicine", "furosemide")];
    house.post("/profile/medicines", &add).await;
    let dose = [
        ("do", "dose"),
        ("medicine", "furosemide"),
        ("amount", "0.5"),
        ("unit", "tablets"),
        ("times", "2"),
        ("each", "week"),
    ];
    let answer = house.post("/profile/medicines", &dose).await;
    assert!(answer.status.is_redirection(), "{}", answer.body);
    for path in [
        "/profile/medicines",
        "/plan/medicines",
        "/nights",
        "/report",
    ] {
        let page = house.get_with(path, GERMAN).await.body;
        let german = "0,5 Tabletten, zweimal in der Woche";
        assert!(page.contains(german), "{path}: {page}");
        let page = house.get(path).await.body;
        assert!(page.contains("0.5 tablets, twice a week"), "{path}: {page}");
    }
    let page = house.get_with("/profile/medicines", GERMAN).await.body;
    for option in [
        "<option value=\"IU\">I.E.</option>",
        "<option value=\"tablets\" selected>Tabletten</option>",
        "<option value=\"week\" selected>Woche</option>",
    ] {
        assert!(page.contains(option), "{option}: {page}");
    }
}

#[tokio::test]
async fn a_diary_that_is_lived_in_marks_its_english_too() {
    let house = lived_in().await;
    let mut left = Vec::new();
    for path in [
        "/",
        "/nights",
        "/nights/2026-05-02",
        "/nights/2026-05-03",
        "/food",
        "/profile/labs",
    ] {
        let page = house.get_with(path, GERMAN).await;
        left.extend(
            english_lines(&page.body)
                .into_iter()
                .map(|line| format!("{path}: {line}")),
        );
        let shown = words_shown(&page.body).to_lowercase();
        for english in ["banana", "spinach", "alcohol"] {
            if shown.contains(english) {
                left.push(format!("{path}: {english}"));
            }
        }
    }
    assert!(left.is_empty(), "{}", left.join("\n"));
}

#[tokio::test]
async fn the_browser_chooses_until_the_person_does() {
    let house = House::at("2026-05-03T08:00:00Z");
    assert!(house.get("/").await.body.contains("<html lang=\"en\""));
    let answer = house
        .post(
            "/settings",
            &[("from", "22"), ("until", "6"), ("language", "de")],
        )
        .await;
    let cookie = answer.headers.get("set-cookie").unwrap().to_str().unwrap();
    let cookie = cookie.split(';').next().unwrap();
    let page = house.get_with("/settings", cookie).await.body;
    assert!(page.contains("<html lang=\"de\""), "{page}");
    assert!(page.contains("value=\"de\" checked"), "{page}");
}

#[tokio::test]
async fn who_was_studied_and_how_is_told_in_german() {
    let house = House::at("2026-05-03T08:00:00Z");
    let page = house.get_with("/evidence/factors/peripheral-artery-disease", GERMAN);
    let page = page.await.body;
    assert!(page.contains("<li>Querschnittsstudie</li>"), "{page}");
    assert!(page.contains("<li>365 Personen</li>"), "{page}");
    assert!(page.contains("P = 0,09, obwohl"), "{page}");
}

#[tokio::test]
async fn food_is_found_and_shown_in_german() {
    let house = House::at("2026-05-03T08:00:00Z");
    let found = house.get_with("/food?name=Haferflocken", GERMAN).await;
    assert!(
        found.body.contains("<h2>Haferflocken, trocken</h2>"),
        "{}",
        found.body
    );
    let form = [
        ("do", "eat"),
        ("id", found.field("id")),
        ("food", "wholemeal-bread"),
        ("portion", "0"),
    ];
    house.post("/food", &form).await;
    let page = house.get_with("/food", GERMAN).await.body;
    assert!(page.contains("<bdi>Vollkornbrot, 1 Scheibe ("), "{page}");
    assert!(
        page.contains("\">Vollkornbrot, 1 Scheibe</button>"),
        "{page}"
    );
}

#[tokio::test]
async fn an_amount_is_german_with_its_unit_and_comma() {
    let house = House::at("2026-05-03T08:00:00Z");
    let evening = "/check-in/2026-05-02/evening";
    for (chosen, typed, german, english) in [
        ("", "2,5", "Alkohol: 2,5 Getränke", "Alcohol: 2.5 drinks"),
        ("1", "", "Alkohol: 1 Getränk<", "Alcohol: 1 drink<"),
        ("4", "", "Alkohol: 4 oder mehr", "Alcohol: 4 or more"),
        ("", "0.25", "Alkohol: 0,25 Getränke", "Alcohol: 0.25 drinks"),
    ] {
        let fields = [("x-alcohol", chosen), ("o-alcohol", typed)];
        let answer = house.post(evening, &fields).await;
        assert!(answer.status.is_redirection(), "{}", answer.body);
        let shown = house.get_with("/nights/2026-05-02", GERMAN).await.body;
        assert!(shown.contains(german), "{shown}");
        assert!(!shown.contains("lang=\"en\""), "{shown}");
        let shown = house.get("/nights/2026-05-02").await.body;
        assert!(shown.contains(english), "{shown}");
    }
    let asked = house.get_with(evening, GERMAN).await.body;
    for german in ["Wie viel? (Getränke)", ">1</label>", ">4 oder mehr</label>"] {
        assert!(asked.contains(german), "{german}: {asked}");
    }
    assert!(
        asked.contains(" open>") && asked.contains("value=\"0,25\""),
        "{asked}"
    );
    let asked = house.get(evening).await.body;
    assert!(asked.contains("How much? (drinks)"), "{asked}");
}

#[tokio::test]
async fn a_medicine_is_found_and_shown_in_german() {
    let house = House::at("2026-05-03T08:00:00Z");
    for (typed, german) in [
        ("furosemid", "Furosemid"),
        ("Azetylsalizylsäure", "Acetylsalicylsäure"),
        ("Acetylsalizylsaure", "Acetylsalicylsäure"),
    ] {
        let search = form(&[("name", typed)]);
        let headers = [("sec-fetch-site", "same-origin"), ("cookie", GERMAN)];
        let found = house
            .post_with("/profile/medicines/search", &search, &headers)
            .await
            .body;
        assert!(found.contains(&format!("<h3>{german}</h3>")), "{found}");
        let button = format!("<button>{german} hinzufügen</button>");
        assert!(found.contains(&button), "{found}");
    }
    // What the diary holds is in no language.
    let add = [
        ("do", "add"),
        ("medicine", "furosemide"),
        ("since", "2026-05-01"),
    ];
    house.post("/profile/medicines", &add).await;
    let told = format!("{:?}", house.log().told()[0].body);
    assert!(told.contains("\"furosemide\""), "{told}");
    for (path, shown) in [
        ("/profile/medicines", "<h3 dir=\"auto\">Furosemid</h3>"),
        ("/plan/medicines", "<h2>Furosemid"),
        ("/plan/medicines", "damit zu tun haben: Furosemid?"),
        ("/nights", "nimmt Furosemid"),
        ("/report", "Furosemid"),
    ] {
        let page = house.get_with(path, GERMAN).await.body;
        assert!(page.contains(shown), "{path}: {page}");
        assert!(!words_shown(&page).contains("urosemide"), "{path}: {page}");
        assert!(!page.contains("lang=\"en\">Furosemide"), "{path}: {page}");
    }
}
