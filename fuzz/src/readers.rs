//! What each reader of bytes from outside must hold, whatever the bytes: no panic, and nothing read that could not be told.
//!
//! `crates/exchange/tests/corpus.rs` runs these over the kept corpora in ordinary tests.

use std::io::Cursor;

use diary::{Log, Zone, written};
use exchange::export::log_file;
use exchange::import::{self, Mapping};
use exchange::{Options, Outcomes, analyze, table};

/// A spreadsheet for `soleus analyze`.
pub fn table(bytes: &[u8]) {
    let Ok(table) = table::parse(bytes) else {
        return;
    };
    for outcomes in [Outcomes::Counts, Outcomes::YesNo] {
        let options = Options {
            outcome: "cramps".into(),
            date: "date".into(),
            person: None,
            outcomes,
            ignore: Vec::new(),
        };
        if let Ok(prepared) = analyze::prepare(&table, &options) {
            let days = &prepared.design.days;
            assert!(days.windows(2).all(|pair| pair[0] < pair[1]));
        }
    }
    let now = "2026-05-03T08:00:00Z".parse().expect("an instant");
    if let Ok(import) = import::import(&table, &[], &Zone::utc(), &Log::default(), now) {
        assert!(import.entries.iter().all(|entry| entry.check(now).is_ok()));
    }
}

/// A file of another program: zip, XML, JSON or a table.
pub fn import(bytes: &[u8]) {
    let source = Cursor::new(bytes);
    // An error is an answer; only a panic or endless work is not.
    let _ = import::open(
        source,
        &Mapping::default(),
        &|_| None,
        &Zone::utc(),
        &mut |_| {},
    );
}

/// An exported log that comes back.
pub fn log_file(bytes: &[u8]) {
    if let Ok(entries) = log_file::read(bytes)
        && let Ok(text) = log_file::write(&entries)
    {
        assert_eq!(
            log_file::read(text.as_bytes()).expect("our own file"),
            entries
        );
    }
}

/// One line of the log, as the API and the file have it.
pub fn entry_line(bytes: &[u8]) {
    let Ok(line) = std::str::from_utf8(bytes) else {
        return;
    };
    if let Ok(entry) = written::read(line) {
        let again = written::write(&entry).expect("what was read can be written");
        assert_eq!(written::read(&again).expect("our own line"), entry);
    }
}
