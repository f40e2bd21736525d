//! What a person exports reads as documented, and what was changed on the way is refused by its line.

use super::log_file::{self, FORMAT, LogFileError};
use super::nights::{Values, csv, table};
use diary::entry::Answer;
use diary::{Act, Amount, Body, Count, Cramp, Entry, EntryId, Exposure, Id, Moment, Morning};
use diary::{Log, NightId, Score, Zone};
use jiff::Timestamp;

fn told(n: u8, at: &str, body: Body) -> Entry {
    let at: Timestamp = at.parse().expect("an instant");
    let zone = Zone::named("Europe/Berlin").expect("a zone");
    Entry {
        id: EntryId::new(at, [n; 10]),
        moment: Moment::new(at, zone),
        act: Act::Tell { body },
    }
}

fn night(text: &str) -> NightId {
    text.parse().expect("a night")
}

fn morning(evening: &str, cramps: u64) -> Body {
    Body::Morning(Morning {
        cramps: Count::new(cramps).ok(),
        sleep_lost: Score::new(3).ok(),
        ..Morning::silent(night(evening))
    })
}

fn exposure(day: &str, factor: &str, answer: Answer) -> Body {
    Body::Exposure(Exposure {
        day: night(day),
        factor: Id::new(factor).expect("an id"),
        answer,
        origin: diary::entry::Origin::Asked,
    })
}

fn diary_of_three_nights() -> Vec<Entry> {
    let drinks = Answer::Amount(Amount::new(1.5).expect("an amount"));
    vec![
        told(1, "2026-05-02T06:00:00Z", morning("2026-05-01", 0)),
        told(
            2,
            "2026-05-01T18:00:00Z",
            exposure("2026-05-01", "alcohol", drinks),
        ),
        told(
            3,
            "2026-05-01T18:00:01Z",
            exposure("2026-05-01", "prolonged-sitting", Answer::YesNo(true)),
        ),
        told(4, "2026-05-04T01:12:00Z", Body::Cramp(Cramp::default())),
    ]
}

#[test]
fn a_night_is_a_row_and_what_was_not_answered_is_empty() {
    let nights = diary::nights(
        &Log::from_entries(&diary_of_three_nights()),
        night("2026-05-03"),
    );
    let table = table(&nights);
    assert!(matches!(
        table.columns.last().expect("a factor").values,
        Values::YesNo(_)
    ));
    let text = String::from_utf8(csv(&table).expect("CSV")).expect("text");
    assert_eq!(
        text,
        "date,cramps,cramps_at_least,minutes,pain,sleep_lost,soreness,tiredness,alcohol,prolonged_sitting\n\
         2026-05-01,0,,,,3,,,1.5,1\n\
         2026-05-02,,,,,,,,,\n\
         2026-05-03,,1,,,,,,,\n"
    );
}

#[test]
fn an_empty_diary_has_a_head_and_no_rows() {
    let text = String::from_utf8(csv(&table(&[])).expect("CSV")).expect("text");
    assert_eq!(text.lines().count(), 1);
    let log = log_file::write(&[]).expect("a log");
    assert_eq!(log.lines().count(), 1);
    assert_eq!(log_file::read(log.as_bytes()).expect("a log"), []);
}

fn whole() -> String {
    log_file::write(&diary_of_three_nights()).expect("a log")
}

fn refusal(text: impl AsRef<[u8]>) -> String {
    log_file::read(text.as_ref())
        .expect_err("a refusal")
        .to_string()
}

#[test]
fn the_head_says_what_the_file_is_and_nothing_of_the_time() {
    let whole = whole();
    let head = whole.lines().next().expect("a head");
    let written = diary::written::VERSION;
    assert_eq!(
        head,
        format!(r#"{{"format":"{FORMAT}","version":1,"written":{written},"entries":4}}"#)
    );
    let mut other_way = diary_of_three_nights();
    other_way.reverse();
    assert_eq!(log_file::write(&other_way).expect("a log"), whole);
}

#[test]
fn line_ends_of_windows_and_a_byte_order_mark_do_no_harm() {
    let changed = format!("\u{feff}{}\r\n", whole().replace('\n', "\r\n"));
    let mut entries = diary_of_three_nights();
    entries.sort_by_key(|entry| entry.id);
    assert_eq!(log_file::read(changed.as_bytes()).expect("a log"), entries);
}

#[test]
fn a_file_that_is_no_whole_log_is_refused_by_its_line() {
    let whole = whole();
    let lines: Vec<&str> = whole.lines().collect();
    for end in 0..whole.len() - 1 {
        assert!(log_file::read(&whole.as_bytes()[..end]).is_err(), "{end}");
    }
    let missing = refusal(lines[..4].join("\n"));
    assert!(
        missing.contains("promises 4") && missing.contains("holds 3"),
        "{missing}"
    );
    let twice = refusal([&lines[..4], &lines[3..4]].concat().join("\n"));
    assert!(
        twice.contains("Line 5") && twice.contains("earlier"),
        "{twice}"
    );
    let foreign = refusal("date,cramps\n2026-05-01,2\n");
    assert!(foreign.contains("not a log"), "{foreign}");
    let broken = refusal(whole.replace("\"cramps\":0", "\"cramps\":-1"));
    assert!(
        broken.contains("Line 4") && broken.contains("-1"),
        "{broken}"
    );
    let mut bytes = whole.clone().into_bytes();
    let at = whole.find("alcohol").expect("alcohol");
    bytes[at] = 0xff;
    let damaged = refusal(bytes);
    assert!(
        damaged.contains("Line 2") && damaged.contains("UTF-8"),
        "{damaged}"
    );
}

#[test]
fn a_newer_log_asks_for_a_newer_program_also_when_its_head_says_more() {
    for head in [
        r#"{"format":"soleus-log","version":2,"written":1,"entries":0,"more":true}"#,
        r#"{"format":"soleus-log","version":1,"written":99,"entries":0}"#,
    ] {
        let error = log_file::read(head.as_bytes()).expect_err("newer");
        assert!(
            matches!(error, LogFileError::NewerVersion { .. }),
            "{error}"
        );
        assert!(log_file::is_log(head.as_bytes()));
    }
    assert!(!log_file::is_log(b"date,cramps\n"));
}

#[test]
fn an_entry_from_the_future_is_named_by_its_line() {
    let entries = log_file::read(whole().as_bytes()).expect("a log");
    let then = "2026-05-03T00:00:00Z".parse().expect("an instant");
    let error = log_file::check(&entries, then)
        .expect_err("the future")
        .to_string();
    assert!(
        error.contains("Line 5") && error.contains("future"),
        "{error}"
    );
    assert!(
        log_file::check(
            &entries,
            "2026-05-05T00:00:00Z".parse().expect("an instant")
        )
        .is_ok()
    );
}
