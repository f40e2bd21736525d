//! Every format by a made-up file, and what must be refused.

use std::io::{Cursor, Write};

use diary::entry::Answer;
use diary::{Body, Log};

use super::reading::{Reading, Usage};
use super::*;

fn berlin() -> Zone {
    Zone::named("Europe/Berlin").expect("a zone")
}

fn with(bytes: &[u8], said: &Mapping, zone: &Zone) -> Result<Reading, String> {
    open(Cursor::new(bytes), said, &|_| None, zone, &mut |_| {}).map_err(|error| error.to_string())
}

fn reading(bytes: &[u8]) -> Result<Reading, String> {
    with(bytes, &Mapping::default(), &Zone::utc())
}

/// The answers as `day factor value`.
fn answers(reading: &Reading) -> Vec<String> {
    let told = reading.claims.iter().map(|claim| match &claim.body {
        Body::Exposure(exposure) => {
            let value = match exposure.answer {
                Answer::YesNo(yes) => yes.to_string(),
                Answer::Amount(amount) => amount.get().to_string(),
            };
            format!("{} {} {value}", exposure.day, exposure.factor)
        }
        Body::Morning(morning) => format!(
            "{} cramps {:?}",
            morning.night,
            morning.cramps.map(|c| c.get())
        ),
        _ => String::new(),
    });
    told.collect()
}

fn health(records: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData (Record)*>\n]>\n<HealthData locale=\"en\">\n{records}</HealthData>\n"
    )
}

fn record(kind: &str, source: &str, unit: &str, start: &str, end: &str, value: &str) -> String {
    format!(
        "<Record type=\"{kind}\" sourceName=\"{source}\" unit=\"{unit}\" startDate=\"{start}\" endDate=\"{end}\" value=\"{value}\"/>\n"
    )
}

const STEPS: &str = "HKQuantityTypeIdentifierStepCount";

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default())
            .expect("a file");
        zip.write_all(content).expect("content");
    }
    zip.finish().expect("a zip").into_inner()
}

#[test]
fn of_a_watch_and_a_phone_in_the_same_hour_the_watch_is_believed() {
    let day = |hour: &str| format!("2026-05-03 {hour}:00 +0200");
    let text = health(
        &[
            record(
                STEPS,
                "Ann’s Apple Watch",
                "count",
                &day("10:00"),
                &day("10:10"),
                "1000",
            ),
            record(
                STEPS,
                "Ann’s iPhone",
                "count",
                &day("10:05"),
                &day("10:15"),
                "1500",
            ),
            record(
                STEPS,
                "Ann’s iPhone",
                "count",
                &day("12:05"),
                &day("12:15"),
                "500",
            ),
            record(
                STEPS,
                "Ann’s iPhone",
                "count",
                &day("12:05"),
                &day("12:15"),
                "500",
            ),
        ]
        .concat(),
    );
    let reading = with(text.as_bytes(), &Mapping::default(), &berlin()).expect("an export");
    assert_eq!(answers(&reading), ["2026-05-03 walking 15"]);
    assert!(
        reading
            .notes
            .iter()
            .any(|note| note.contains("Ann’s Apple Watch, Ann’s iPhone")),
        "{:?}",
        reading.notes
    );
    assert!(
        reading
            .notes
            .iter()
            .any(|note| note.starts_with("1 records stood in the file more than once"))
    );
}

#[test]
fn times_are_read_with_their_offset_and_nights_go_from_noon_to_noon() {
    // 23:30 in New York is half past five next morning in Berlin: the night of the third.
    let sleep = |start: &str, end: &str, stage: &str| {
        record(
            "HKCategoryTypeIdentifierSleepAnalysis",
            "Watch",
            "",
            start,
            end,
            &format!("HKCategoryValueSleepAnalysis{stage}"),
        )
    };
    let text = health(
        &[
            sleep(
                "2026-05-03 17:30:00 -0400",
                "2026-05-03 20:30:00 -0400",
                "AsleepCore",
            ),
            sleep(
                "2026-05-03 19:30:00 -0400",
                "2026-05-03 21:30:00 -0400",
                "AsleepREM",
            ),
            sleep(
                "2026-05-03 17:00:00 -0400",
                "2026-05-04 03:00:00 -0400",
                "InBed",
            ),
        ]
        .concat(),
    );
    let reading = with(text.as_bytes(), &Mapping::default(), &berlin()).expect("an export");
    // Four hours asleep, the overlap counted once; told about the day after the night.
    assert_eq!(answers(&reading), ["2026-05-04 insomnia-poor-sleep true"]);
}

#[test]
fn a_drink_after_midnight_belongs_to_the_evening_and_early_caffeine_does_not_count() {
    let at = |time: &str| format!("2026-05-04 {time}:00 +0000");
    let one = |kind: &str, time: &str, unit: &str, value: &str| {
        record(
            &format!("HKQuantityTypeIdentifier{kind}"),
            "App",
            unit,
            &at(time),
            &at(time),
            value,
        )
    };
    let text = health(
        &[
            one("NumberOfAlcoholicBeverages", "01:30", "count", "2"),
            one("DietaryCaffeine", "09:00", "mg", "180"),
            one("DietaryCaffeine", "15:00", "mg", "90"),
            one("DietaryMagnesium", "15:00", "mg", "90"),
            one("DietaryWater", "15:00", "gallon", "1"),
        ]
        .concat(),
    );
    let reading = reading(text.as_bytes()).expect("an export");
    assert_eq!(
        answers(&reading),
        ["2026-05-04 caffeine 1", "2026-05-03 alcohol 2"]
    );
    let magnesium = reading
        .columns
        .iter()
        .find(|c| c.name == "DietaryMagnesium")
        .expect("listed");
    assert!(matches!(&magnesium.usage, Usage::NotUsed(why) if why.contains("minerals")));
    assert_eq!(reading.rejects.total(), 1);
    assert!(reading.rejects.listed()[0].reason.contains("‘gallon’"));
    assert!(reading.rejects.listed()[0].line > 5);
}

#[test]
fn the_same_export_zipped_says_the_same_and_again_brings_nothing() {
    let mut xml = Vec::new();
    samples::apple_health(&mut xml, 30, 0).expect("a sample");
    let plain = reading(&xml).expect("an export");
    let zip = zipped(&[
        ("apple_health_export/export_cda.xml", b"<x/>"),
        ("apple_health_export/Exportieren.xml", &xml),
    ]);
    assert_eq!(reading(&zip).expect("a zip"), plain);
    assert_eq!(plain.days().expect("days").0, 31);
    let now = "2026-11-01T08:00:00Z".parse().expect("an instant");
    let first = settle(&plain, &Zone::utc(), &Log::default(), now).expect("settled");
    assert!(first.entries.len() > 100);
    let again = settle(
        &plain,
        &Zone::utc(),
        &Log::from_entries(&first.entries),
        now,
    )
    .expect("settled");
    assert_eq!(
        (again.entries.len(), again.unchanged),
        (0, first.entries.len())
    );
}

#[test]
fn takeout_gives_steps_and_sleep_and_never_counts_two_devices_twice() {
    let zip = zipped(&[
        (
            "Takeout/Fitbit/Global Export Data/steps-2026-01-05.json",
            samples::FITBIT_STEPS.as_bytes(),
        ),
        (
            "Takeout/Fitbit/Global Export Data/sleep-2026-01-05.json",
            samples::FITBIT_SLEEP.as_bytes(),
        ),
        (
            "Takeout/Google Health/Physical Activity_GoogleData/steps_2026-01-01.csv",
            samples::GOOGLE_STEPS.as_bytes(),
        ),
        ("Takeout/archive_browser.html", b"<html>"),
    ]);
    let reading = reading(&zip).expect("a zip");
    // 8 o'clock by the watch (500), 9 o'clock by the tracker (800).
    assert_eq!(
        answers(&reading),
        [
            "2026-01-05 walking 13",
            "2026-01-06 insomnia-poor-sleep true"
        ]
    );
    let reject = &reading.rejects.listed()[0];
    assert_eq!(
        (reject.file.as_str(), reject.line),
        ("steps-2026-01-05.json", 3)
    );
}

#[test]
fn single_files_of_takeout_are_known_by_their_content() {
    let steps = reading(samples::GOOGLE_STEPS.as_bytes()).expect("steps");
    assert_eq!(answers(&steps), ["2026-01-05 walking 8"]);
    let sleep = reading(samples::GOOGLE_SLEEP.as_bytes()).expect("sleep");
    assert_eq!(answers(&sleep), ["2026-01-06 insomnia-poor-sleep false"]);
    let fit = reading(b"Date,Move Minutes count,Step count\n2026-01-05,40,6000\n").expect("fit");
    assert_eq!(answers(&fit), ["2026-01-05 walking 60"]);
}

#[test]
fn cronometer_gives_alcohol_and_lists_the_rest() {
    let reading = reading(samples::CRONOMETER.as_bytes()).expect("a table");
    assert_eq!(reading.format, Format::Cronometer);
    assert_eq!(
        answers(&reading),
        ["2026-01-05 alcohol 2", "2026-01-06 alcohol 0"]
    );
    assert_eq!(reading.rejects.listed()[0].line, 4);
    assert_eq!(reading.unknown().count(), 0);
    assert_eq!(reading.columns.len(), 6);
}

fn mapped(pairs: &[(&str, &str)]) -> Mapping {
    let columns = pairs
        .iter()
        .map(|(name, target)| ((*name).to_owned(), target.parse().expect("a target")));
    Mapping {
        columns: columns.collect(),
        ..Mapping::default()
    }
}

#[test]
fn habits_are_read_with_a_mapping_that_is_kept() {
    let open_ended = reading(samples::LOOP_HABITS.as_bytes()).expect("a table");
    assert_eq!(open_ended.unknown().collect::<Vec<_>>(), ["Stretch calves"]);
    let said = mapped(&[("Stretch calves", "!lack-of-stretching")]);
    let first = with(samples::LOOP_HABITS.as_bytes(), &said, &Zone::utc()).expect("a table");
    assert!(answers(&first).contains(&"2026-01-07 lack-of-stretching false".to_owned()));
    assert!(answers(&first).contains(&"2026-01-06 lack-of-stretching true".to_owned()));
    assert!(
        !answers(&first)
            .iter()
            .any(|a| a.starts_with("2026-01-05 lack"))
    );
    let kept = first.kept.clone().expect("a mapping");
    let longer = format!("{}2026-01-04,NO,0.000,\n", samples::LOOP_HABITS);
    let next = open(
        Cursor::new(longer.as_bytes()),
        &Mapping::default(),
        &|shape| (shape == kept.shape).then(|| kept.mapping.clone()),
        &Zone::utc(),
        &mut |_| {},
    )
    .expect("a table");
    assert_eq!(next.unknown().count(), 0);
}

#[test]
fn bearable_ratings_become_days() {
    let said = mapped(&[("Symptom: Leg cramps", "pain*2"), ("Mood", "ignore")]);
    let reading = with(samples::BEARABLE.as_bytes(), &said, &Zone::utc()).expect("a table");
    let pains: Vec<Option<u8>> = reading
        .claims
        .iter()
        .map(|claim| match &claim.body {
            Body::Morning(morning) => morning.pain.map(|pain| pain.get()),
            _ => None,
        })
        .collect();
    assert_eq!(pains, [Some(6), Some(4)]);
    assert_eq!(reading.rejects.listed()[0].line, 6);
}

#[test]
fn a_table_is_read_with_rules_words_and_the_order_of_its_dates() {
    let table = b"day;Wine;Water;Walk (h)\n3/5/2026;had;900;1\n4/5/2026;none;2000;0,5\n5/5/2026;perhaps;2000;1\n";
    let mut said = mapped(&[
        ("Wine", "hot-day"),
        ("Water", "dehydration<1500"),
        ("Walk (h)", "walking*60"),
    ]);
    said.date = Some("day".into());
    said.yes = vec!["had".into()];
    said.no = vec!["none".into()];
    assert!(
        with(table, &said, &Zone::utc())
            .expect_err("ambiguous")
            .contains("--dates day-first")
    );
    said.order = Some(crate::dates::DateOrder::DayFirst);
    let reading = with(table, &said, &Zone::utc()).expect("a table");
    assert_eq!(
        answers(&reading),
        [
            "2026-05-03 hot-day true",
            "2026-05-03 dehydration true",
            "2026-05-03 walking 60",
            "2026-05-04 hot-day false",
            "2026-05-04 dehydration false",
            "2026-05-04 walking 30",
            "2026-05-05 dehydration false",
            "2026-05-05 walking 60",
        ]
    );
    assert_eq!(reading.rejects.listed()[0].line, 4);
    said.order = Some(crate::dates::DateOrder::MonthFirst);
    let reading = with(table, &said, &Zone::utc()).expect("a table");
    assert_eq!(
        reading
            .days()
            .map(|(_, first, _)| first.to_string())
            .as_deref(),
        Some("2026-03-05")
    );
}

#[test]
fn what_would_harm_or_is_damaged_is_refused_with_a_sentence() {
    let says = |bytes: &[u8], words: &str| {
        let message = reading(bytes).expect_err(words);
        assert!(message.contains(words), "{message}");
        assert!(message.contains("Nothing was changed"), "{message}");
    };
    let mut xml = Vec::new();
    samples::apple_health(&mut xml, 3, 0).expect("a sample");
    says(&xml[..xml.len() - 20], "cut short");
    says(&xml[..xml.len() / 2], "cut short");
    let zip = zipped(&[("apple_health_export/export.xml", &xml)]);
    says(&zip[..zip.len() / 2], "damaged or was cut short");
    // A comment of a kilobyte, 20,000 times: 20 MB that pack to almost nothing.
    let comments = format!("<!--{}-->", "x".repeat(1_000)).repeat(20_000);
    let bomb = health(&comments);
    let bomb = zipped(&[("apple_health_export/export.xml", bomb.as_bytes())]);
    says(&bomb, "unpacks to far more");
    let entities = "<!DOCTYPE HealthData [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><HealthData>&b;</HealthData>";
    says(entities.as_bytes(), "defines entities");
    says(health(&"<Record>".repeat(100)).as_bytes(), "nested deeper");
    says(
        health(&format!("<Record type=\"{}\"/>", "x".repeat(2 << 20))).as_bytes(),
        "larger than 1 MB",
    );
    says(
        health("").replace("</HealthData>", "</Health>").as_bytes(),
        "damaged",
    );
    says(b"<html><body/></html>", "no Apple Health export");
    says(b"{\"a\":1}", "neither a log of Soleus");
    says(
        b"[{\"dateTime\":\"01/05/26 08:00:00\",\"value\":\"1\"},",
        "damaged at line",
    );
    says(
        &zipped(&[("a.txt", b"x"), ("b/nested.zip", b"PK")]),
        "Nothing in the zip is known: a.txt, nested.zip",
    );
    let mut latin = health("").into_bytes();
    let at = latin.len() - 14;
    latin.splice(at..at, b"<Record type=\"\xe9\"/>".iter().copied());
    says(&latin, "UTF-8");
}

#[test]
fn a_target_is_read_as_it_is_written() {
    for text in [
        "ignore",
        "alcohol",
        "!lack-of-stretching",
        "walking*60",
        "dehydration<1500",
        "hot-day>30.5",
    ] {
        assert_eq!(text.parse::<Target>().expect(text).to_string(), text);
    }
    for text in [
        "",
        "!",
        "walking*",
        "walking*x",
        "walking*-1",
        "a<inf",
        "a\u{1b}",
    ] {
        assert!(text.parse::<Target>().is_err(), "{text:?}");
    }
}

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
