//! FHIR documents of hundreds of made-up diaries, read by a parser that is not ours: the same facts come back.
#![expect(clippy::unwrap_used, reason = "tests may fail loudly")]

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use diary::night::Outcome;
use diary::{Log, Moment, Night, NightId, Person, Zone, nights};
use exchange::fhir::{Record, bundle};
use insight::summary::{Material, State};
use insight::{Basis, Span, Summary, Suspects, plan, summary};
use jiff::Timestamp;
use report::{Options, document};
use serde_json::{Value, json};

const DIARIES: u64 = 240;

fn now() -> Moment {
    let at: Timestamp = "2026-11-20T09:00:00+01:00".parse().unwrap();
    Moment::new(at, Zone::named("Europe/Berlin").unwrap())
}

struct Made {
    log: Log,
    person: Person,
    summary: Summary,
}

/// A diary of some nights; every seventh has none, every fifth lost some of its entries, so that facts are missing.
fn made(seed: u64) -> Made {
    let count = u32::try_from(seed % 7 * 3).unwrap();
    let mut entries =
        simulate::demo_person(seed, now().night().previous(), &now().zone, count).entries;
    if seed.is_multiple_of(5) {
        let mut place = 0;
        entries.retain(|_| {
            place += 1;
            place % 3 != 0
        });
    }
    let log = Log::from_entries(&entries);
    let person = Person::from_log(&log);
    let today = NightId::of_evening(now().local().date());
    let nights: Vec<Night> = nights(&log, today.previous());
    let suspects = Suspects {
        basis: Basis::EvidenceOnly,
        all: Vec::new(),
        tested: Vec::new(),
        notes: Vec::new(),
    };
    let plan = plan(&person, &nights, &suspects, today);
    let material = Material {
        log: &log,
        person: &person,
        nights: &nights,
        suspects: &suspects,
        plan: &plan,
        found: &[],
        changes: &[],
        today,
    };
    let summary = summary(&material, Span::All);
    Made {
        log,
        person,
        summary,
    }
}

fn written(made: &Made) -> String {
    let document = document(&made.summary, &Options::default());
    bundle(&Record {
        summary: &made.summary,
        person: &made.person,
        document: &document,
        name: Some("Ada <Example> & Co"),
        diary: made.log.told().iter().map(|told| told.id).min(),
        now: now().at,
    })
    .unwrap()
}

fn facts(made: &Made) -> Value {
    let nights: Vec<Value> = made
        .summary
        .nights
        .iter()
        .map(|night| {
            let bound = matches!(night.outcome, Outcome::AtLeast(_));
            json!([night.id.to_string(), night.outcome.seen(), bound])
        })
        .collect();
    let medicines: Vec<Value> = made
        .summary
        .medicines
        .all
        .iter()
        .map(|one| {
            let taking = matches!(one.state, State::Taking(_));
            json!([one.id, if taking { "active" } else { "stopped" }])
        })
        .collect();
    let cramps = made
        .summary
        .burden
        .as_ref()
        .map_or(0, |burden| burden.cramps);
    let mut conditions: Vec<Value> = Vec::new();
    if cramps > 0 {
        conditions.push(json!(["sleep-related-leg-cramps", "unconfirmed"]));
    }
    for (id, steps) in &made.person.conditions {
        let present = steps.last().unwrap().present;
        conditions.push(json!([
            id.as_str(),
            if present { "unconfirmed" } else { "refuted" }
        ]));
    }
    let exposures: usize = made
        .summary
        .nights
        .iter()
        .map(|night| night.exposures.len())
        .sum();
    let pain: u32 = made
        .summary
        .nights
        .iter()
        .filter_map(|night| Some(u32::from(night.pain?.get())))
        .sum();
    json!({
        "nights": nights,
        "medicines": medicines,
        "conditions": conditions,
        "answers": exposures + made.person.flags.len(),
        "birth": made.person.birth_year.map(|year| year.to_string()),
        "pain": pain,
    })
}

#[test]
fn the_same_diary_gives_the_same_bytes_and_another_other_addresses() {
    assert_eq!(written(&made(4)), written(&made(4)));
    let address = |seed| {
        let value: Value = serde_json::from_str(&written(&made(seed))).unwrap();
        value["entry"][1]["fullUrl"].as_str().unwrap().to_owned()
    };
    assert_ne!(address(4), address(3));
}

#[test]
fn a_parser_that_is_not_ours_finds_the_same_facts() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let python = root.join("../../target/fhir-venv/bin/python");
    if !python.exists() {
        println!(
            "skipped: fhir.resources is not installed under target/fhir-venv; ./test installs it"
        );
        return;
    }
    let all: Vec<Made> = (0..DIARIES).map(made).collect();
    let mut reader = Command::new(python)
        .arg(root.join("tests/fhir/facts.py"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = reader.stdin.take().unwrap();
    let lines: Vec<String> = all
        .iter()
        .map(|made| {
            let value: Value = serde_json::from_str(&written(made)).unwrap();
            value.to_string()
        })
        .collect();
    let writer = std::thread::spawn(move || {
        for line in lines {
            writeln!(input, "{line}").unwrap();
        }
    });
    let output = reader.wait_with_output().unwrap();
    writer.join().unwrap();
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    let found: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(found.len(), all.len());
    for (made, found) in all.iter().zip(found) {
        assert_eq!(found, facts(made));
    }
}
