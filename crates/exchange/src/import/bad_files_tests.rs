//! Files that are damaged, that would harm, or that say two things: each is refused in a sentence or read as it is told.

use std::io::{self, Cursor, Read, Seek, SeekFrom};

use diary::Log;

use super::made_up::*;
use super::*;
use crate::dates::DateOrder;

/// The file is refused with these words, and says that nothing was changed.
fn refused(bytes: &[u8], words: &str) {
    let message = reading(bytes).expect_err(words);
    assert!(message.contains(words), "{message}");
    assert!(message.contains("Nothing was changed"), "{message}");
}

fn export(days: u32) -> Vec<u8> {
    let mut xml = Vec::new();
    samples::apple_health(&mut xml, days, 0).expect("a sample");
    xml
}

#[test]
fn a_truncated_zip_or_export() {
    let xml = export(3);
    refused(&xml[..xml.len() - 20], "cut short");
    refused(&xml[..xml.len() / 2], "cut short");
    let zip = zipped(&[("apple_health_export/export.xml", &xml)]);
    for end in [zip.len() / 2, zip.len() - 1, 30] {
        refused(&zip[..end], "damaged or was cut short");
    }
    refused(
        b"[{\"dateTime\":\"01/05/26 08:00:00\",\"value\":\"1\"},",
        "damaged at line",
    );
}

#[test]
fn a_zip_bomb_by_ratio() {
    // A comment of a kilobyte, 20,000 times: 20 MB that pack to almost nothing.
    let comments = format!("<!--{}-->", "x".repeat(1_000)).repeat(20_000);
    let bomb = health(&comments);
    refused(
        &zipped(&[("apple_health_export/export.xml", bomb.as_bytes())]),
        "unpacks to far more",
    );
    // The same in a table, which is read by another way.
    let row = format!("2026-05-01,1,{}\n", " ".repeat(500));
    let table = format!("date,cramps,note\n{}", row.repeat(50_000));
    let message = reading(&zipped(&[("Checkmarks.csv", table.as_bytes())])).expect_err("a bomb");
    assert!(message.contains("unpacks to far more"), "{message}");
}

#[test]
fn a_zip_bomb_by_depth_is_never_opened() {
    let inner = zipped(&[("export.xml", &export(1))]);
    let nested = zipped(&[("export.zip", &inner)]);
    refused(
        &zipped(&[("a.txt", b"x"), ("b/nested.zip", &nested)]),
        "Nothing in the zip is known: a.txt, nested.zip",
    );
}

#[test]
fn a_zip_bomb_by_number_of_files() {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for number in 0..=200_000 {
        zip.start_file(number.to_string(), stored).expect("a file");
    }
    let bytes = zip.finish().expect("a zip").into_inner();
    refused(&bytes, "holds 200001 files");
}

#[test]
fn xml_entity_bombs_and_what_else_no_export_has() {
    let entities = "<!DOCTYPE HealthData [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><HealthData>&b;</HealthData>";
    refused(entities.as_bytes(), "defines entities");
    let outside = "<!DOCTYPE HealthData [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><HealthData>&x;</HealthData>";
    refused(outside.as_bytes(), "defines entities");
    refused(health(&"<Record>".repeat(100)).as_bytes(), "nested deeper");
    refused(
        health(&format!("<Record type=\"{}\"/>", "x".repeat(2 << 20))).as_bytes(),
        "larger than 1 MB",
    );
    refused(
        health("").replace("</HealthData>", "</Health>").as_bytes(),
        "damaged",
    );
    refused(b"<html><body/></html>", "no Apple Health export");
    refused(b"{\"a\":1}", "neither a log of Soleus");
}

#[test]
fn wrong_encodings() {
    let mut latin = health("").into_bytes();
    let at = latin.len() - 14;
    latin.splice(at..at, b"<Record type=\"\xe9\"/>".iter().copied());
    refused(&latin, "UTF-8");
    // A table in the encoding of an old Windows, or in UTF-16, is read, and its letters are right.
    let windows = b"date;cramps;note\n2026-05-01;1;M\xfcde Waden\n";
    let text = "date;cramps;note\n2026-05-01;1;M\u{fc}de Waden\n";
    let utf16: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let plain = reading(text.as_bytes()).expect("a table").claims;
    for bytes in [&windows[..], &utf16] {
        assert_eq!(reading(bytes).expect("a table").claims, plain);
    }
    let half = &utf16[..utf16.len() - 1];
    assert!(reading(half).expect_err("half a letter").contains("UTF-16"));
}

/// A table of ten million rows that is made while it is read, and never held.
struct Rows {
    at: u64,
}

const HEADER: &[u8] = b"date,cramps \n";
const ROW: &[u8] = b"2026-05-01,1\n";
const LENGTH: u64 = HEADER.len() as u64 + 10_000_000 * ROW.len() as u64;

impl Read for Rows {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = usize::try_from(LENGTH - self.at).unwrap_or(usize::MAX);
        let most = buffer.len().min(left);
        for byte in &mut buffer[..most] {
            // The header is as long as a row.
            let place = (self.at % ROW.len() as u64) as usize;
            *byte = if self.at < HEADER.len() as u64 {
                HEADER[place]
            } else {
                ROW[place]
            };
            self.at += 1;
        }
        Ok(most)
    }
}

impl Seek for Rows {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.at = match to {
            SeekFrom::Start(at) => at,
            SeekFrom::End(_) => LENGTH,
            SeekFrom::Current(_) => self.at,
        };
        Ok(self.at)
    }
}

#[test]
fn ten_million_rows_of_a_table_are_refused_before_they_are_read() {
    const { assert!(HEADER.len() == ROW.len()) };
    let mut rows = Rows { at: 0 };
    let error = open(
        &mut rows,
        &Mapping::default(),
        &|_| None,
        &berlin(),
        &mut |_| {},
    )
    .expect_err("too long");
    assert!(error.to_string().contains("larger than 32 MB"), "{error}");
    assert!(rows.at < LENGTH / 3, "{} bytes were read", rows.at);
}

#[test]
fn dates_in_five_formats_are_read_and_an_ambiguous_one_asks() {
    let days = |spelled: [&str; 2]| {
        let table = format!("date;cramps\n{};1\n{};0\n", spelled[0], spelled[1]);
        reading(table.as_bytes())
            .expect("a table")
            .days()
            .map(|(_, first, last)| (first.to_string(), last.to_string()))
    };
    let expected = Some(("2026-05-03".to_owned(), "2026-05-14".to_owned()));
    for spelled in [
        ["2026-05-03", "2026-05-14"],
        ["20260503", "20260514"],
        ["3.5.2026", "14.5.2026"],
        ["3 May 2026", "14 May 2026"],
        ["3/5/2026", "14/5/2026"],
        ["5/3/2026", "5/14/2026"],
    ] {
        assert_eq!(days(spelled), expected, "{spelled:?}");
    }
    let ambiguous = b"date;cramps\n3/5/2026;1\n4/5/2026;0\n";
    let message = reading(ambiguous).expect_err("ambiguous");
    assert!(
        message.contains("may mean day/month or month/day") && message.contains("--dates"),
        "{message}"
    );
    for (order, first) in [
        (DateOrder::DayFirst, "2026-05-03"),
        (DateOrder::MonthFirst, "2026-03-05"),
    ] {
        let said = Mapping {
            order: Some(order),
            ..Mapping::default()
        };
        let read = with(ambiguous, &said, &Zone::utc()).expect("a table");
        assert_eq!(
            read.days().map(|days| days.1.to_string()).as_deref(),
            Some(first)
        );
    }
    // Two spellings in one column are one too many.
    let mixed = b"date;cramps\n2026-05-03;1\n4.5.2026;0\n";
    assert!(reading(mixed).expect_err("mixed").contains("Line 3"));
}

#[test]
fn duplicated_exports_count_once_and_say_so() {
    let day = |hour: &str| format!("2026-05-03 {hour}:00 +0200");
    let steps = record(
        STEPS,
        "Watch",
        "count",
        &day("08:00"),
        &day("08:10"),
        "1000",
    );
    let once = reading(health(&steps).as_bytes()).expect("an export");
    let twice = reading(health(&steps.repeat(2)).as_bytes()).expect("an export");
    assert_eq!(answers(&once), answers(&twice));
    assert!(
        twice
            .notes
            .iter()
            .any(|note| note.contains("1 records stood in the file more than once")),
        "{:?}",
        twice.notes
    );
    // The same file a second time brings nothing.
    let now = "2026-11-01T08:00:00Z".parse().expect("an instant");
    let first = settle(&once, &berlin(), &Log::default(), now).expect("a diary");
    let log = Log::from_entries(&first.entries);
    let again = settle(&twice, &berlin(), &log, now).expect("a diary");
    assert_eq!(
        (again.entries.len(), again.unchanged),
        (0, first.entries.len())
    );
}

#[test]
fn of_overlapping_sources_one_is_believed_and_the_order_is_told() {
    let day = |hour: &str| format!("2026-05-03 {hour}:00 +0200");
    let of = |source: &str, value: &str| {
        record(STEPS, source, "count", &day("08:00"), &day("08:10"), value)
    };
    let both = health(&format!("{}{}", of("iPhone", "2000"), of("Watch", "1000")));
    let read = reading(both.as_bytes()).expect("an export");
    assert_eq!(answers(&read), ["2026-05-03 walking 10"], "the watch");
    let note = read
        .notes
        .iter()
        .find(|note| note.contains("in this order"));
    let note = note.expect("a note");
    assert!(
        note.contains("watch, other devices and programs, phone"),
        "{note}"
    );
    assert!(note.ends_with("Here: Watch, iPhone."), "{note}");
    // Of food, the program that counted most on a day.
    let ate = |source: &str, hour: &str, value: &str| {
        let at = day(hour);
        record(MAGNESIUM, source, "mg", &at, &at, value)
    };
    let both = health(&format!(
        "{}{}{}",
        ate("Foods", "08:00", "100"),
        ate("Foods", "19:00", "150"),
        ate("Meals", "12:00", "180")
    ));
    let read = reading(both.as_bytes()).expect("an export");
    assert_eq!(answers(&read), ["2026-05-03 intake-magnesium 250"]);
}

const MAGNESIUM: &str = "HKQuantityTypeIdentifierDietaryMagnesium";

proptest::proptest! {
    #[test]
    fn whatever_the_bytes_nothing_panics(bytes in proptest::collection::vec(0_u8..=255, 0..400), start in 0_usize..6) {
        let mut xml = Vec::new();
        samples::apple_health(&mut xml, 1, 0).expect("a sample");
        let starts = [
            &b""[..], &xml[..xml.len() / 3], b"PK\x03\x04", b"[{\"dateTime\":\"", b"timestamp,steps,data source\n", b"sleep_id,sleep_type\n",
        ];
        let _ = reading(&[starts[start], &bytes].concat());
    }

    #[test]
    fn an_export_with_damaged_bytes_is_read_or_refused(at in 0_usize..20_000, byte in 0_u8..=255) {
        let mut xml = Vec::new();
        samples::apple_health(&mut xml, 2, 0).expect("a sample");
        let length = xml.len();
        xml[at % length] = byte;
        let _ = reading(&xml);
        let mut zip = zipped(&[("export.xml", &xml)]);
        let length = zip.len();
        zip[at % length] = byte;
        let _ = reading(&zip);
    }
}
