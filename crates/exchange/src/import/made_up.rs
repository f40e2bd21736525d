//! Made-up files for the tests, and what is read of them.

use std::io::{Cursor, Write};

use diary::Body;
use diary::entry::Answer;

use super::reading::Reading;
use super::*;

pub(super) fn berlin() -> Zone {
    Zone::named("Europe/Berlin").expect("a zone")
}

pub(super) fn with(bytes: &[u8], said: &Mapping, zone: &Zone) -> Result<Reading, String> {
    open(Cursor::new(bytes), said, &|_| None, zone, &mut |_| {}).map_err(|error| error.to_string())
}

pub(super) fn reading(bytes: &[u8]) -> Result<Reading, String> {
    with(bytes, &Mapping::default(), &Zone::utc())
}

/// The answers as `day factor value`.
pub(super) fn answers(reading: &Reading) -> Vec<String> {
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

pub(super) fn health(records: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData (Record)*>\n]>\n<HealthData locale=\"en\">\n{records}</HealthData>\n"
    )
}

pub(super) fn record(
    kind: &str,
    source: &str,
    unit: &str,
    start: &str,
    end: &str,
    value: &str,
) -> String {
    format!(
        "<Record type=\"{kind}\" sourceName=\"{source}\" unit=\"{unit}\" startDate=\"{start}\" endDate=\"{end}\" value=\"{value}\"/>\n"
    )
}

pub(super) const STEPS: &str = "HKQuantityTypeIdentifierStepCount";

pub(super) fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default())
            .expect("a file");
        zip.write_all(content).expect("content");
    }
    zip.finish().expect("a zip").into_inner()
}

pub(super) fn mapped(pairs: &[(&str, &str)]) -> Mapping {
    let columns = pairs
        .iter()
        .map(|(name, target)| ((*name).to_owned(), target.parse().expect("a target")));
    Mapping {
        columns: columns.collect(),
        ..Mapping::default()
    }
}
