//! What a person typed is written in its own direction, wherever it is shown or edited.
//!
//! Seen to fail: without `dir="auto"` on the heading of `trials/one.html`, on the name of a device and on the field for it in `devices.html`.

use std::path::Path;

use crate::catalogue::read_all;
use crate::trials::answered;

/// Words from right to left.
const TYPED: &str = "\u{5de}\u{5d9}\u{5dd} \u{5d1}\u{5e2}\u{5e8}\u{5d1}";

/// Elements that have no end.
const VOID: [&str; 6] = ["input", "br", "hr", "meta", "link", "img"];

/// Where the words stand in the direction of the page.
fn in_the_pages_direction(html: &str) -> Vec<String> {
    let body = html.split_once("<body").unwrap().1;
    let mut around: Vec<&str> = vec!["body"];
    let mut wrong = Vec::new();
    for piece in body.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap();
        let name = tag
            .trim_start_matches('/')
            .split_whitespace()
            .next()
            .unwrap();
        if tag.starts_with('/') {
            around.pop();
        } else if VOID.contains(&name) {
            if tag.contains(TYPED)
                && !tag.contains("dir=\"auto\"")
                && !tag.contains("type=\"hidden\"")
            {
                wrong.push(tag.to_owned());
            }
        } else {
            around.push(tag);
        }
        let apart = around
            .iter()
            .any(|tag| tag.starts_with("bdi") || tag.contains("dir=\"auto\""));
        if text.contains(TYPED) && !apart {
            wrong.push(format!("{}: {text}", around.join(" > ")));
        }
    }
    wrong
}

#[tokio::test]
async fn a_trial_a_device_and_a_note_of_ones_own_keep_their_direction() {
    let house = answered();
    house.set_clock("2026-05-29T20:00:00+02:00");
    let with = format!("{TYPED} 1");
    let start = [
        ("zone", ""),
        ("weeks", "12"),
        ("name", TYPED),
        ("with", with.as_str()),
        ("without", TYPED),
        ("effect", "3"),
        ("washout", "1"),
        ("first", "2026-05-29"),
        ("start", "1"),
    ];
    let waiting = house.post("/trials/new/free", &start[..8]).await;
    assert!(waiting.waits(), "{}", waiting.body);
    assert_eq!(in_the_pages_direction(&waiting.body), [""; 0], "meanwhile");
    let card = house.post_there("/trials/new/free", &start[..8]).await;
    assert_eq!(in_the_pages_direction(&card.body), [""; 0], "the card");
    let started = house.post("/trials/new/free", &start).await;
    assert_eq!(started.status, 303, "{}", started.body);
    let trial = started.location().split('?').next().unwrap().to_owned();
    let secret = house
        .post("/devices", &[("name", TYPED), ("may", "add-cramps")])
        .await;
    house
        .post(
            "/check-in/2026-05-28/morning",
            &[("cramps", "1"), ("note", TYPED)],
        )
        .await;
    let mut pages = vec![("the secret".to_owned(), secret.body)];
    house.set_clock("2026-05-30T08:00:00+02:00");
    for path in [
        &trial,
        "/",
        "/trials",
        "/devices",
        "/nights/2026-05-28",
        "/nights/2026-05-29",
        "/check-in/2026-05-28/morning",
        "/check-in/2026-05-29/morning",
    ] {
        pages.push((path.to_owned(), house.get(path).await.body));
    }
    let mut seen = 0;
    for (path, body) in &pages {
        seen += usize::from(body.contains(TYPED));
        assert_eq!(in_the_pages_direction(body), [""; 0], "{path}");
    }
    assert!(seen >= 7, "{seen}");
}

#[test]
fn every_field_for_words_takes_the_direction_of_what_is_typed() {
    let mut files = Vec::new();
    read_all(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("templates"),
        &mut files,
    );
    let (mut fields, mut wrong) = (0, Vec::new());
    for (path, text) in &files {
        for tag in text
            .split('<')
            .filter(|tag| tag.starts_with("input ") || tag.starts_with("textarea "))
        {
            let tag = tag.split_once(">\n").map_or(tag, |(tag, _)| tag);
            let is_for_words = tag.starts_with("textarea")
                || tag.contains("type=\"text\"")
                || !tag.contains(" type=\"");
            // Numbers, the name of a time zone and a word to copy are no words of one's own.
            let is_set = ["inputmode=", "name=\"my-zone\"", "name=\"word\""];
            if is_for_words && !is_set.iter().any(|mark| tag.contains(mark)) {
                fields += 1;
                if !tag.contains("dir=\"auto\"") {
                    wrong.push(format!("{path}: {tag}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(fields >= 12, "{fields}");
}
