//! Files of other programs through the pages: sent, looked at, explained, taken in once, taken back.

use axum::body::Body;
use axum::http::{Request, StatusCode};

use crate::common::{Answer, HOST, House};

const NOW: &str = "2026-05-03T20:00:00+02:00";
const EDGE: &str = "----soleus-test";

/// Sends a file as a browser does, with the headers that say where the form was.
async fn send_from(house: &House, name: &str, content: &[u8], site: &str) -> Answer {
    let mut body = format!(
        "--{EDGE}\r\nContent-Disposition: form-data; name=\"zone\"\r\n\r\nEurope/Berlin\r\n--{EDGE}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(content);
    body.extend_from_slice(format!("\r\n--{EDGE}--\r\n").as_bytes());
    let request = Request::post("/import")
        .header("host", HOST)
        .header("origin", format!("http://{site}"))
        .header(
            "content-type",
            format!("multipart/form-data; boundary={EDGE}"),
        )
        .body(Body::from(body))
        .unwrap();
    house.send(request).await
}

/// Sends a file and follows to its page, which it waits for.
async fn send(house: &House, name: &str, content: &[u8]) -> (String, String) {
    let sent = send_from(house, name, content, HOST).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    let address = sent.location().to_owned();
    let page = house.get_there(&address).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    (address, page.body)
}

const HABITS: &[u8] =
    b"When,Cramps,Wine,Mood\n1/5/2026,2,1,good\n2/5/2026,0,0,bad\n3/5/2026,1,2,good\n";

#[tokio::test]
async fn a_table_is_shown_taken_in_once_and_taken_back() {
    let house = House::at(NOW);
    let start = house.get("/import").await.body;
    assert!(start.contains("multipart/form-data") && start.contains("Up to 4 GB"));
    let table = b"date,cramps,alcohol\n2026-05-01,2,1.5\n2026-05-02,0,0\n";
    let (address, page) = send(&house, "old <b>.csv", table).await;
    assert!(page.contains("Found 2 days"), "{page}");
    assert!(page.contains("4 new answers") && page.contains("Nothing has been written yet"));
    assert!(page.contains("old &#60;b&#62;.csv"), "escaped");
    assert!(house.log().told().is_empty(), "nothing before the word");

    let taken = house.post(&format!("{address}/take"), &[]).await;
    assert_eq!(taken.location(), address);
    house.post(&format!("{address}/take"), &[]).await;
    let told = house.log().told().len();
    assert!(
        house
            .get(&address)
            .await
            .body
            .contains("4 new, 0 corrected")
    );

    let (again, page) = send(&house, "old.csv", table).await;
    assert!(page.contains("0 new answers, 0 corrected, 4 in the diary already"));
    assert!(!page.contains("/take\""), "there is nothing to take in");
    house.post(&format!("{again}/take"), &[]).await;
    assert_eq!(house.log().told().len(), told);

    house.post(&format!("{address}/take-back"), &[]).await;
    assert!(house.log().told().is_empty());
    assert!(house.get(&address).await.body.contains("Taken back"));
    house.post(&format!("{address}/take-back"), &[]).await;
    assert!(
        house.log().told().is_empty(),
        "a doubled tap brings nothing back"
    );
}

#[tokio::test]
async fn what_was_told_afterwards_is_never_taken_back_with_a_file() {
    let house = House::at(NOW);
    let (address, _) = send(&house, "a.csv", b"date,cramps\n2026-05-01,2\n").await;
    house.post(&format!("{address}/take"), &[]).await;
    house.set_clock("2026-05-03T20:01:00+02:00");
    house
        .post("/check-in/2026-05-02/morning", &[("cramps", "1")])
        .await;
    let before = house.log().told().len();
    let refused = house.post(&format!("{address}/take-back"), &[]).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert!(refused.body.contains("told something after this file"));
    assert_eq!(house.log().told().len(), before);
}

#[tokio::test]
async fn dates_and_columns_are_asked_about_and_the_answers_are_kept() {
    let house = House::at(NOW);
    let (address, page) = send(&house, "habits.csv", HABITS).await;
    assert!(page.contains("cannot be read yet") && page.contains("which one holds the dates"));
    let read = format!("{address}/read");
    house.post(&read, &[("date", "When")]).await;
    let page = house.get(&address).await.body;
    assert!(page.contains("Say below which stands first"), "{page}");
    house.post(&read, &[("order", "day-first")]).await;
    let page = house.get(&address).await.body;
    assert!(
        page.contains("2 columns are not known and would be left out"),
        "{page}"
    );

    let half = [("c-1", "Wine"), ("t-1", "alcohol"), ("r-1", "times")];
    let wrong = house.post(&read, &half).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        wrong.body.contains("Wine: type the number"),
        "{}",
        wrong.body
    );
    let said = [
        ("c-1", "Wine"),
        ("t-1", "alcohol"),
        ("r-1", "times"),
        ("v-1", "1,5"),
        ("c-2", "Mood"),
        ("t-2", "ignore"),
    ];
    house.post(&read, &said).await;
    let page = house.get(&address).await.body;
    assert!(
        page.contains("(times 1.5)") && page.contains("left out, as you said"),
        "{page}"
    );
    house.post(&format!("{address}/take"), &[]).await;
    assert_eq!(house.log().told().len(), 6);

    // Another file of the same shape is read in the same way at once.
    let (_, page) = send(&house, "later.csv", HABITS).await;
    assert!(page.contains("(times 1.5)"), "{page}");
    assert!(page.contains("6 in the diary already"), "{page}");
}

#[tokio::test]
async fn what_was_typed_with_a_mistake_comes_back_as_it_was_typed() {
    let house = House::at(NOW);
    let table = b"date,cramps,Wine,Mood\n2026-05-01,2,1,good\n2026-05-02,0,0,bad\n";
    let (address, _) = send(&house, "a.csv", table).await;
    let typed = [
        ("c-1", "Wine"),
        ("t-1", "alcohol"),
        ("r-1", "times"),
        ("v-1", "a few"),
        ("c-2", "Mood"),
        ("t-2", "ignore"),
        ("yes", "had, drank"),
    ];
    let page = house.post(&format!("{address}/read"), &typed).await.body;
    for kept in [
        "value=\"a few\" aria-invalid=\"true\"",
        "<option value=\"alcohol\" selected>",
        "<option value=\"times\" selected>",
        "<option value=\"ignore\" selected>",
        "value=\"had, drank\"",
        "<p class=\"wrong\"",
        "href=\"#f-t-1\"",
    ] {
        assert!(page.contains(kept), "no {kept} in {page}");
    }
    // Nothing of it holds until it is right.
    let page = house.get(&address).await.body;
    assert!(page.contains("2 columns are not known"), "{page}");
}

#[tokio::test]
async fn many_columns_are_asked_about_in_parts_and_every_part_is_kept() {
    let house = House::at(NOW);
    let names: Vec<String> = (1..=95).map(|number| format!("Thing {number}")).collect();
    let table = format!(
        "date,cramps,{}\n2026-05-01,2{}\n",
        names.join(","),
        ",1".repeat(95)
    );
    let (address, page) = send(&house, "wide.csv", table.as_bytes()).await;
    assert!(
        page.contains("96 columns to ask about, in 3 parts"),
        "{page}"
    );
    assert!(page.contains(">Thing 40</legend>") && !page.contains(">Thing 41</legend>"));
    assert!(page.contains("Columns 81 to 96"), "{page}");
    let read = format!("{address}/read");
    let first = [
        ("part", "1"),
        ("c-1", "Thing 1"),
        ("t-1", "alcohol"),
        ("go", "3"),
    ];
    let gone = house.post(&read, &first).await;
    assert_eq!(gone.location(), format!("{address}?part=3"));
    let last = house.get(gone.location()).await.body;
    assert!(
        last.contains("This is part 3") && last.contains(">Thing 90</legend>"),
        "{last}"
    );
    let third = [("part", "3"), ("c-1", "Thing 90"), ("t-1", "walking")];
    assert_eq!(
        house.post(&read, &third).await.location(),
        format!("{address}?part=3")
    );
    house.post(&format!("{address}/take"), &[]).await;
    assert_eq!(house.log().told().len(), 3, "cramps, alcohol, walking");
}

#[tokio::test]
async fn what_a_file_is_can_be_said_by_hand() {
    let house = House::at(NOW);
    let food = b"Date,Magnesium (mg),Potassium (mg)\n2026-05-01,300,2500\n";
    let (address, page) = send(&house, "food.csv", food).await;
    assert!(page.contains("2 columns are not known"), "{page}");
    let read = format!("{address}/read");
    house.post(&read, &[("format", "bearable")]).await;
    let page = house.get(&address).await.body;
    assert!(page.contains("This is not a Bearable export"), "{page}");
    house.post(&read, &[("format", "cronometer")]).await;
    let page = house.get(&address).await.body;
    assert!(
        page.contains("Cronometer’s daily nutrition") && page.contains("2 new answers"),
        "{page}"
    );
    house.post(&format!("{address}/take"), &[]).await;
    assert!(
        house
            .get("/nights/2026-05-01")
            .await
            .body
            .contains("Magnesium eaten and drunk, mg a day: 300"),
    );
    // Where a file is not known at all, only its kind is asked.
    let (_, page) = send(&house, "a.json", b"{\"a\":1}").await;
    assert!(
        page.contains("Say what it is") && !page.contains("which stands first"),
        "{page}"
    );
}

#[tokio::test]
async fn rejected_lines_are_listed_with_their_numbers() {
    let house = House::at(NOW);
    let table = b"date,cramps,Wine\n2026-05-01,2,1\n2026-05-02,many,0\n";
    let (address, page) = send(&house, "a.csv", table).await;
    // A table in our own words comes in whole or not at all, unless its person explains it.
    assert!(
        page.contains("cannot be read yet") && page.contains("Line 3: ‘many’"),
        "{page}"
    );
    let said = [("c-1", "Wine"), ("t-1", "alcohol")];
    house.post(&format!("{address}/read"), &said).await;
    let page = house.get(&address).await.body;
    assert!(
        page.contains("1 could not be read and would be left out"),
        "{page}"
    );
    assert!(page.contains("<li dir=\"auto\">Line 3: ‘many’"), "{page}");
}

#[tokio::test]
async fn a_whole_diary_comes_back_through_the_page() {
    let (old, new) = (House::at(NOW), House::at(NOW));
    old.post("/check-in/2026-05-02/morning", &[("cramps", "1")])
        .await;
    let log = old.get("/export/log").await.body;
    let (address, page) = send(&new, "soleus.jsonl", log.as_bytes()).await;
    assert!(
        page.contains("whole diary that Soleus wrote: 1 entries"),
        "{page}"
    );
    new.post(&format!("{address}/take"), &[]).await;
    assert_eq!(new.get("/export/log").await.body, log);
}

#[tokio::test]
async fn an_apple_health_export_is_read_and_its_measures_are_told() {
    let house = House::at("2026-12-01T20:00:00+01:00");
    let mut file = Vec::new();
    exchange::import::samples::apple_health(&mut file, 40, 0).unwrap();
    let (_, page) = send(&house, "export.xml", &file).await;
    assert!(page.contains("an Apple Health export"), "{page}");
    assert!(
        !page.contains("Say what a column is"),
        "its measures are known"
    );
    let cut = &file[..file.len() / 2];
    let (_, page) = send(&house, "export.xml", cut).await;
    assert!(page.contains("cut short"), "{page}");
}

#[tokio::test]
async fn foreign_empty_unknown_and_forgotten_files_change_nothing() {
    let house = House::at(NOW);
    let foreign = send_from(
        &house,
        "a.csv",
        b"date,cramps\n2026-05-01,2\n",
        "evil.example",
    )
    .await;
    assert_eq!(foreign.status, StatusCode::FORBIDDEN);
    let empty = send_from(&house, "", b"", HOST).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.body.contains("Choose a file first"));
    let no_file = house.post("/import", &[("file", "x")]).await;
    assert_eq!(no_file.status, StatusCode::BAD_REQUEST);
    for (name, content, words) in [
        ("a.zip", &b"PK\x03\x04cut"[..], "damaged"),
        ("a.xml", b"<html></html>", "no Apple Health export"),
        ("a.json", b"{\"a\":1}", "neither a log"),
        ("a.csv", b"\x00\x01\x02", "zero byte"),
    ] {
        let (_, page) = send(&house, name, content).await;
        assert!(page.contains(words), "{name}: {page}");
        assert!(page.contains("Nothing was changed"), "{name}");
    }
    let (first, _) = send(&house, "a.csv", b"date,cramps\n2026-05-01,2\n").await;
    house.set_clock("2026-05-03T22:00:00+02:00");
    let gone = house.get(&first).await;
    assert_eq!(gone.status, StatusCode::BAD_REQUEST);
    assert!(gone.body.contains("no longer held"));
    assert!(house.log().told().is_empty());
}
