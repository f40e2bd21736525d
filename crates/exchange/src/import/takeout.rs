//! Fitbit and Google files from Google Takeout: steps and sleep, in the older JSON and the newer CSV.
//!
//! Shapes, as public importers of these files document them: `steps-2026-09-02.json` is a list of
//! `{"dateTime":"09/26/26 20:16:00","value":"13"}` (sleepdiary/core and timgrote/fitbitImporter on GitHub);
//! `sleep-2026-09-02.json` a list of `{"startTime","endTime","minutesAsleep",..}`; `steps_2026-10-01.csv` has
//! `timestamp,steps,data source` in UTC; `UserSleeps_2026-10-01.csv` `sleep_id,..,minutes_asleep,..,sleep_start,..,sleep_end`;
//! Google Fit's `Daily activity metrics.csv` `Date,..,Step count,..`.

use std::collections::HashSet;
use std::io::Read;

use diary::Zone;
use jiff::Timestamp;
use jiff::civil::DateTime;
use serde::Deserialize;

use super::ImportError;
use super::measures::{Measure, Measures};
use super::reading::{Format, Reading};
use crate::table::MOST_BYTES;

/// Most rows that are read from all files together.
const MOST_ROWS: u64 = 5_000_000;

/// What was read so far.
#[derive(Default)]
pub(super) struct Seen {
    rows: u64,
    sleeps: HashSet<String>,
}

/// Which of the files it is.
#[derive(Clone, Copy)]
enum Kind {
    StepsJson,
    SleepJson,
    StepsCsv,
    SleepCsv,
    FitCsv,
}

/// Whether a file of an archive is one of those that are read.
pub(super) fn is_known(file: &str) -> bool {
    kind_of_name(file).is_some()
}

fn kind_of_name(file: &str) -> Option<Kind> {
    let begins = |start: &str, end: &str| {
        let digit = file.strip_prefix(start)?.chars().next()?;
        (digit.is_ascii_digit() && file.ends_with(end)).then_some(())
    };
    begins("steps-", ".json")
        .map(|()| Kind::StepsJson)
        .or(begins("sleep-", ".json").map(|()| Kind::SleepJson))
        .or(begins("steps_", ".csv").map(|()| Kind::StepsCsv))
        .or(begins("UserSleeps_", ".csv").map(|()| Kind::SleepCsv))
        .or((file == "Daily activity metrics.csv").then_some(Kind::FitCsv))
}

/// Whether a single file begins as one of the tables.
pub(super) fn is_csv(start: &[u8]) -> bool {
    kind_of_header(start).is_some()
}

fn kind_of_header(start: &[u8]) -> Option<Kind> {
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    if start.starts_with(b"timestamp,steps") {
        Some(Kind::StepsCsv)
    } else if start.starts_with(b"sleep_id,sleep_type") {
        Some(Kind::SleepCsv)
    } else if start.starts_with(b"Date,Move Minutes count") {
        Some(Kind::FitCsv)
    } else {
        None
    }
}

/// Reads one file alone.
pub(super) fn single(source: impl Read, zone: &Zone) -> Result<Reading, ImportError> {
    let mut measures = Measures::new(zone);
    let bytes = whole(source)?;
    let kind = kind_of_header(&bytes).or_else(|| {
        let start = String::from_utf8_lossy(bytes.get(..4096).unwrap_or(&bytes)).into_owned();
        if start.contains("\"minutesAsleep\"") || start.contains("\"dateOfSleep\"") {
            Some(Kind::SleepJson)
        } else if start.contains("\"dateTime\"") && start.contains("\"value\"") {
            Some(Kind::StepsJson)
        } else {
            None
        }
    });
    let kind = kind.ok_or(ImportError::UnknownJson)?;
    take(kind, "", &bytes, &mut measures, &mut Seen::default())?;
    notes(&mut measures);
    measures.finish(Format::GoogleTakeout)
}

/// Reads one file of an archive.
pub(super) fn read(
    name: &str,
    source: impl Read,
    measures: &mut Measures,
    seen: &mut Seen,
) -> Result<(), ImportError> {
    let file = name.rsplit('/').next().unwrap_or(name);
    match kind_of_name(file) {
        Some(kind) => take(kind, file, &whole(source)?, measures, seen),
        None => Ok(()),
    }
}

pub(super) fn notes(measures: &mut Measures) {
    measures.notes.push(
        "Fitbit’s JSON files name no time zone: their times are taken as those of your diary’s zone. A day lasts until 4 in the morning, a night from noon to noon."
            .to_owned(),
    );
}

fn whole(source: impl Read) -> Result<Vec<u8>, ImportError> {
    let mut bytes = Vec::new();
    source
        .take(MOST_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(ImportError::Read)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(crate::TableError::TooLarge.into());
    }
    Ok(bytes)
}

fn take(
    kind: Kind,
    file: &str,
    bytes: &[u8],
    measures: &mut Measures,
    seen: &mut Seen,
) -> Result<(), ImportError> {
    match kind {
        Kind::StepsJson => json(file, bytes, measures, seen, steps),
        Kind::SleepJson => json(
            file,
            bytes,
            measures,
            seen,
            |sleep: Sleep, line, measures, _| {
                slept(
                    &sleep.start_time,
                    &sleep.end_time,
                    sleep.minutes_asleep,
                    line,
                    measures,
                )
            },
        ),
        Kind::StepsCsv => csv(file, bytes, measures, seen, |row, line, measures, _| {
            let at: Timestamp = row("timestamp")
                .parse()
                .map_err(|_| not_a_time(row("timestamp")))?;
            let value = amount(row("steps"))?;
            let source = source(measures, row("data source"))?;
            let at = at.as_second();
            if !measures.is_double((source, at, value.to_bits())) {
                measures.add_hourly(Measure::Steps, source, (at, at + 60), value, line);
            }
            Ok(())
        }),
        Kind::SleepCsv => csv(file, bytes, measures, seen, |row, line, measures, seen| {
            if !seen.sleeps.insert(row("sleep_id").to_owned()) {
                return Ok(());
            }
            let minutes = amount(row("minutes_asleep"))?;
            slept(
                row("sleep_start"),
                row("sleep_end"),
                minutes,
                line,
                measures,
            )
        }),
        Kind::FitCsv => csv(file, bytes, measures, seen, |row, line, measures, _| {
            let day = row("Date").parse().map_err(|_| not_a_time(row("Date")))?;
            if !row("Step count").is_empty() {
                let value = amount(row("Step count"))?;
                measures.add_day(Measure::Steps, day, value, line);
            }
            Ok(())
        }),
    }
}

/// One element of a `steps-*.json`.
#[derive(Deserialize)]
struct Steps {
    #[serde(rename = "dateTime")]
    at: String,
    value: serde_json::Value,
}

/// One element of a `sleep-*.json`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Sleep {
    start_time: String,
    end_time: String,
    minutes_asleep: f64,
}

/// Takes the elements of a list; those that are not as expected are rejected one by one, numbered from 1.
fn json<T: serde::de::DeserializeOwned>(
    file: &str,
    bytes: &[u8],
    measures: &mut Measures,
    seen: &mut Seen,
    mut one: impl FnMut(T, u64, &mut Measures, &mut Seen) -> Result<(), String>,
) -> Result<(), ImportError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let list: Vec<serde_json::Value> =
        serde_json::from_slice(bytes).map_err(|error| ImportError::JsonDamaged {
            file: crate::text::shown(file),
            line: error.line() as u64,
        })?;
    for (number, element) in (1..).zip(list) {
        count(seen)?;
        let read =
            serde_json::from_value(element).map_err(|error| format!("Element {number}: {error}."));
        if let Err(why) = read.and_then(|read| one(read, number, measures, seen)) {
            measures.rejects.add(file, number, why);
        }
    }
    Ok(())
}

/// Takes the rows of a table, streamed.
fn csv(
    file: &str,
    bytes: &[u8],
    measures: &mut Measures,
    seen: &mut Seen,
    mut one: impl FnMut(&dyn Fn(&str) -> String, u64, &mut Measures, &mut Seen) -> Result<(), String>,
) -> Result<(), ImportError> {
    let (text, _) = crate::text::decode(bytes).map_err(crate::TableError::from)?;
    let mut reader = ::csv::ReaderBuilder::new()
        .flexible(true)
        .trim(::csv::Trim::All)
        .from_reader(text.as_bytes());
    let header = reader.headers().map_err(crate::TableError::from)?.clone();
    for record in reader.into_records() {
        count(seen)?;
        let record = record.map_err(crate::TableError::from)?;
        let line = record.position().map_or(0, ::csv::Position::line);
        let cell = |name: &str| {
            let column = header.iter().position(|other| other == name);
            column
                .and_then(|column| record.get(column))
                .unwrap_or_default()
                .to_owned()
        };
        if let Err(why) = one(&cell, line, measures, seen) {
            measures.rejects.add(file, line, why);
        }
    }
    Ok(())
}

fn count(seen: &mut Seen) -> Result<(), ImportError> {
    seen.rows += 1;
    if seen.rows > MOST_ROWS {
        Err(ImportError::TooManyRecords { most: MOST_ROWS })
    } else {
        Ok(())
    }
}

fn steps(steps: Steps, number: u64, measures: &mut Measures, _: &mut Seen) -> Result<(), String> {
    let at = DateTime::strptime("%m/%d/%y %H:%M:%S", &steps.at)
        .ok()
        .and_then(|at| measures.local(at))
        .ok_or_else(|| not_a_time(&steps.at))?;
    let value = match &steps.value {
        serde_json::Value::String(text) => amount(text)?,
        other => amount(other.to_string())?,
    };
    let source = source(measures, "Fitbit")?;
    if !measures.is_double((source, at, value.to_bits())) {
        measures.add_hourly(Measure::Steps, source, (at, at + 60), value, number);
    }
    Ok(())
}

/// Sleep with the device's own sum: the minutes asleep, laid from the start on.
fn slept(
    start: impl AsRef<str>,
    end: impl AsRef<str>,
    minutes: f64,
    line: u64,
    measures: &mut Measures,
) -> Result<(), String> {
    let (start, end) = (start.as_ref(), end.as_ref());
    let at = |text: &str| instant(text, measures).ok_or_else(|| not_a_time(text));
    let (from, to) = (at(start)?, at(end)?);
    if to < from || to - from > 86_400 || !(0.0..=1440.0).contains(&minutes) {
        return Err("The sleep ends before it starts, or covers more than a day.".to_owned());
    }
    let source = source(measures, "Fitbit sleep")?;
    let asleep = from + (60.0 * minutes) as i64;
    measures.add_sleep(source, (from, asleep.min(to).max(from)), line);
    Ok(())
}

/// `2026-10-04T23:10:30.000` here, or `2026-10-04 20:30:00+0000` anywhere.
fn instant(text: &str, measures: &Measures) -> Option<i64> {
    if let Ok(at) = text.parse::<Timestamp>() {
        return Some(at.as_second());
    }
    if let Ok(at) = Timestamp::strptime("%Y-%m-%d %H:%M:%S%z", text) {
        return Some(at.as_second());
    }
    measures.local(text.parse::<DateTime>().ok()?)
}

fn source(measures: &mut Measures, name: impl AsRef<str>) -> Result<u16, String> {
    measures
        .source(name.as_ref(), "")
        .ok_or_else(|| "The file names too many devices.".to_owned())
}

fn amount(text: impl AsRef<str>) -> Result<f64, String> {
    let text = text.as_ref();
    let value: f64 = text.parse().unwrap_or(f64::NAN);
    if (0.0..=1e6).contains(&value) {
        Ok(value)
    } else {
        Err(format!("‘{}’ is not an amount.", crate::text::shown(text)))
    }
}

fn not_a_time(text: impl AsRef<str>) -> String {
    format!("‘{}’ is not a time.", crate::text::shown(text.as_ref()))
}
