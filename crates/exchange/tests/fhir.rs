//! FHIR documents of hundreds of made-up diaries, read by a parser that is not ours: the same facts come back.
#![expect(clippy::unwrap_used, reason = "tests may fail loudly")]

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use diary::entry::{Act, Answer, Body, Fact, Origin};
use diary::night::Outcome;
use diary::{
    Amount, Entry, EntryId, Exposure, Id, Log, Moment, Night, NightId, Person, Zone, nights,
};
use exchange::fhir::{Record, bundle};
use insight::intake::counted::{exposure, nutrient};
use insight::summary::{Material, State};
use insight::trial::{Ratio, Summary as Trial};
use insight::{Basis, Span, Summary, Suspects, plan, summary};
use jiff::Timestamp;
use knowledge::Nutrient;
use report::{Options, document};
use serde_json::{Value, json};
use texts::Sentence;

const DIARIES: u64 = 240;
/// Nutrients of which something is known in the diaries that tell of food.
const INTAKES: usize = 3;

fn now() -> Moment {
    let at: Timestamp = "2026-11-20T09:00:00+01:00".parse().unwrap();
    Moment::new(at, Zone::named("Europe/Berlin").unwrap())
}

struct Made {
    log: Log,
    person: Person,
    summary: Summary,
}

/// What simulated people do not tell: blood values, a questionnaire, food that another program counted, allergies, diet.
fn rare(seed: u64) -> Vec<Entry> {
    let id = |text: &str| Id::new(text).unwrap();
    let amount = |value| Amount::new(value).unwrap();
    let taken = now().local().date();
    let yesterday = now().night().previous();
    let lab = |test: &str, value: f64, unit: &str| {
        Body::Fact(Fact::Lab {
            test: id(test),
            value: amount(value),
            unit: unit.to_owned(),
            taken,
        })
    };
    let mut bodies = vec![
        lab("potassium", 3.2, "mmol/L"),
        lab("magnesium", 1.6, "mg/dL"),
        lab("unheard-of", 7.0, "<odd & long>"),
        Body::Fact(Fact::Questionnaire {
            questionnaire: id("wells-dvt-two-level"),
            answers: [(id("cancer"), id("no"))].into(),
        }),
        Body::Fact(Fact::Allergies {
            to: if seed.is_multiple_of(2) {
                [id("nuts")].into()
            } else {
                std::collections::BTreeSet::new()
            },
        }),
        Body::Fact(Fact::Diet { diet: id("vegan") }),
    ];
    for ago in 0..4 {
        let counts = [
            (Nutrient::Energy, 1900.0),
            (Nutrient::Water, 1500.0),
            (Nutrient::Magnesium, 280.0),
        ];
        bodies.extend(counts.map(|(nutrient, value)| {
            Body::Exposure(Exposure {
                day: yesterday.plus_days(-ago),
                factor: id(exposure(nutrient)),
                answer: Answer::Amount(amount(value)),
                origin: Origin::Imported,
            })
        }));
    }
    (200_u8..)
        .zip(bodies)
        .map(|(number, body)| Entry {
            id: EntryId::new(now().at, [number; 10]),
            moment: now(),
            act: Act::Tell { body },
        })
        .collect()
}

fn trial(ratio: Option<f64>) -> Trial {
    let day = now().local().date();
    Trial {
        name: Sentence::text("No <wine> & no beer"),
        remedy: None,
        arms: ("None".to_owned(), "As usual".to_owned()),
        registered: day,
        first_night: day,
        last_night: ratio.map(|_| day),
        standing: if ratio.is_some() {
            "finished"
        } else {
            "running"
        },
        sentence: Sentence::text(""),
        ratio: ratio.map(|estimate| Ratio {
            estimate,
            low: 0.2,
            high: 0.7,
        }),
        fewer_a_month: ratio.map(|_| (6.0, 1.0, 9.0)),
        e_value: ratio.map(|_| 31.0),
        p_randomisation: ratio.map(|_| 0.004),
        nights: 40,
        seed: 7,
        hash: if ratio.is_some() { "ab" } else { "cd" }.repeat(32),
    }
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
    if seed.is_multiple_of(3) {
        entries.extend(rare(seed));
    }
    let log = Log::from_entries(&entries);
    let person = Person::from_log(&log);
    let today = NightId::of_evening(now().local().date());
    let nights: Vec<Night> = nights(&log, today.previous());
    let suspects = Suspects {
        basis: Basis::EvidenceOnly,
        all: Vec::new(),
        unknown: 0,
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
    let mut summary = summary(&material, Span::All);
    if seed.is_multiple_of(4) {
        summary.trials = vec![trial(Some(0.38)), trial(None)];
    }
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
    let is_asked = |id: &Id| nutrient(id.as_str()).is_none();
    let exposures: usize = made
        .summary
        .nights
        .iter()
        .map(|night| night.exposures.keys().filter(|id| is_asked(id)).count())
        .sum();
    let chosen: usize = made
        .person
        .questionnaires
        .values()
        .map(|answers| answers.chosen.len())
        .sum();
    let fluid: Vec<Value> = made
        .summary
        .nights
        .iter()
        .filter_map(|night| night.exposures.get(exposure(Nutrient::Water)))
        .map(|day| json!(day.answer.value()))
        .collect();
    let labs: Vec<Value> = made
        .person
        .labs
        .iter()
        .map(|lab| {
            // Only where the printed unit is the one of the range.
            let has_range =
                knowledge::lab(lab.test.as_str()).is_some_and(|one| one.unit == lab.unit);
            let bounds = if has_range { vec![true] } else { Vec::new() };
            json!([lab.test.as_str(), lab.value.get(), bounds])
        })
        .collect();
    let trials: Vec<Value> = made
        .summary
        .trials
        .iter()
        .map(|trial| {
            json!([
                if trial.ratio.is_some() {
                    "final"
                } else {
                    "registered"
                },
                true
            ])
        })
        .collect();
    let allergies: Vec<Value> = match &made.person.allergies {
        None => Vec::new(),
        Some(none) if none.is_empty() => vec![json!("none")],
        Some(some) => some.iter().map(|one| json!(one.as_str())).collect(),
    };
    let person = &made.person;
    let told = [
        person.height_cm.is_some(),
        person.weight_kg.is_some(),
        person.pregnancy.is_some(),
        person.diet.is_some(),
    ];
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
        "answers": exposures + chosen + made.person.flags.len(),
        "labs": labs,
        "scores": made.summary.questionnaires.len(),
        "trials": trials,
        "intakes": if made.summary.intake.is_usual() { INTAKES } else { 0 },
        "fluid": fluid,
        "allergies": allergies,
        "told": told.into_iter().filter(|told| *told).count(),
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
