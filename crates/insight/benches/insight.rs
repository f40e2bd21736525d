//! How long everything but the engine takes on a diary of five years in which every question of every check-in was
//! answered: the goal is under 5 ms in all.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::sync::Arc;

use criterion::{Criterion, criterion_group, criterion_main};
use diary::entry::{Answer as Told, Origin, Sex};
use diary::night::{DayValue, Outcome};
use diary::person::{Course, FlagAnswer, Step};
use diary::{Id, Night, NightId, Person};
use infer::Answer;
use insight::checkin::{EVENING_QUESTIONS, MORNING_QUESTIONS};
use jiff::civil::date;
use knowledge::{Learned, When};

const NIGHTS: i32 = 1826;
/// As many as the check-ins of a day ask.
const ANSWERS_A_DAY: usize = EVENING_QUESTIONS + MORNING_QUESTIONS;

fn diary() -> (Person, Vec<Night>, NightId) {
    let first = NightId::of_evening(date(2021, 11, 21));
    let asked: Vec<Id> = knowledge::factors()
        .iter()
        .filter(|factor| matches!(factor.learned, Learned::Asked(_)))
        .filter_map(|factor| Id::new(factor.id).ok())
        .collect();
    let nights = (0..NIGHTS)
        .map(|day| {
            let exposures: BTreeMap<Id, DayValue> = asked
                .iter()
                .enumerate()
                // The questions take turns.
                .filter(|(index, _)| (index + day as usize) % asked.len() < ANSWERS_A_DAY)
                .map(|(index, id)| {
                    let yes = (day as usize * 7 + index * 3) % 5 < 2;
                    (
                        id.clone(),
                        DayValue {
                            answer: Told::YesNo(yes),
                            origin: Origin::Asked,
                        },
                    )
                })
                .collect();
            Night {
                id: first.plus_days(day),
                outcome: Outcome::Exactly((day % 3) as u32),
                minutes: None,
                pain: None,
                sleep_lost: None,
                soreness: None,
                tiredness: None,
                exposures: exposures.into(),
                cramps: Arc::default(),
            }
        })
        .collect();
    (Person::default(), nights, first.plus_days(NIGHTS - 1))
}

/// A person of whom everything was answered: every rule has something to decide.
fn known() -> Person {
    let told = |present| {
        vec![Step {
            since: None,
            present,
        }]
    };
    let mut person = Person {
        birth_year: Some(1944),
        sex: Some(Sex::Female),
        medicines_complete: Some(true),
        ..Person::default()
    };
    for condition in knowledge::conditions() {
        if let Ok(id) = Id::new(condition.id) {
            let present = condition.id == "kidney-disease-stage-4-5";
            person.conditions.insert(id, told(present));
        }
    }
    for medicine in ["furosemide", "digoxin", "warfarin"] {
        if let Ok(id) = Id::new(medicine) {
            person.medicines.insert(
                id,
                Course {
                    steps: told(true),
                    dose: None,
                },
            );
        }
    }
    for flag in knowledge::flags() {
        if let Ok(id) = Id::new(flag.id) {
            person.flags.insert(
                id,
                FlagAnswer {
                    present: false,
                    seen: false,
                    answered: date(2026, 11, 20),
                },
            );
        }
    }
    person
}

fn benchmark(criterion: &mut Criterion) {
    let (person, nights, today) = diary();
    let matrix = insight::question(&person, &nights, today);
    // The engine's own time is measured in its own room: here its answer is the prior.
    let answer = Answer {
        nights: nights.len(),
        nights_observed: nights.len(),
        columns: matrix
            .design
            .columns
            .iter()
            .map(|column| infer::before_data(column, 1.0))
            .collect(),
        recent_rate: 1.0,
        notes: Vec::new(),
    };
    let suspects = insight::suspects(&person, &nights, today, Some(&answer), &matrix);
    criterion.bench_function("question", |bench| {
        bench.iter(|| insight::question(&person, black_box(&nights), today))
    });
    criterion.bench_function("suspects", |bench| {
        bench
            .iter(|| insight::suspects(&person, black_box(&nights), today, Some(&answer), &matrix));
    });
    criterion.bench_function("plan", |bench| {
        bench.iter(|| insight::plan(&person, black_box(&nights), &suspects, today));
    });
    let known = known();
    criterion.bench_function("whole plan of a person of 82 with weak kidneys", |bench| {
        bench.iter(|| {
            let matrix = insight::question(&known, black_box(&nights), today);
            let suspects = insight::suspects(&known, &nights, today, Some(&answer), &matrix);
            insight::plan(&known, &nights, &suspects, today)
        });
    });
    criterion.bench_function("check-in", |bench| {
        bench.iter(|| insight::questions(&person, black_box(&nights), today, When::Evening));
    });
}

criterion_group!(benches, benchmark);
criterion_main!(benches);
