//! How long food takes: searching the table with a whole imported file beside it, a menu's question, and its answer.

use std::collections::BTreeSet;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use diary::entry::{Act, Body, Entry, EntryId, Sex};
use diary::person::Step;
use diary::{Food, Grams, Id, Log, Moment, Person, Zone};
use insight::intake::{Larder, LarderFood, answer, carried, intake, question};
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use knowledge::Composition;

const TODAY: Date = date(2026, 11, 20);
/// As many as SR Legacy has.
const IMPORTED: u32 = 7_793;

/// Names of several words, as those of a USDA file.
fn imported() -> Larder {
    let table = knowledge::foods();
    Larder::with(
        (0..IMPORTED)
            .map(|number| {
                let name = |step: u32| table[(number * step) as usize % table.len()].name;
                let name = format!("{}, {}, kind {number}", name(1), name(7));
                LarderFood::imported(number, &name, Composition::default(), Vec::new())
            })
            .collect(),
    )
}

/// Three whole days of little of everything, and a person of whom all is known that a menu needs.
fn poor_days() -> (Log, Person) {
    let day = [
        ("white-bread", 250.0),
        ("butter-salted", 40.0),
        ("jam", 60.0),
        ("white-rice-cooked", 250.0),
        ("black-tea", 400.0),
        ("chicken-breast-roasted", 120.0),
    ];
    let entries: Vec<Entry> = (0_u8..18)
        .filter_map(|number| {
            let (food, grams) = day[usize::from(number) % day.len()];
            let ago = jiff::Span::new().days(i64::from(number) / 6 + 1);
            let noon = TODAY.checked_sub(ago).ok()?.at(12, 0, 0, 0);
            let at = noon.to_zoned(TimeZone::UTC).ok()?.timestamp();
            let body = Body::Food(Food {
                food: Id::new(food).ok()?,
                grams: Grams::new(grams).ok()?,
                portion: None,
            });
            Some(Entry {
                id: EntryId::new(at, [number; 10]),
                moment: Moment::new(at, Zone::utc()),
                act: Act::Tell { body },
            })
        })
        .collect();
    let absent = |id: &str| {
        let step = Step {
            since: None,
            present: false,
        };
        Some((Id::new(id).ok()?, vec![step]))
    };
    let answered = diary::person::FlagAnswer {
        present: false,
        seen: false,
        answered: TODAY,
    };
    let person = Person {
        birth_year: Some(1966),
        sex: Some(Sex::Male),
        medicines_complete: Some(true),
        allergies: Some(BTreeSet::new()),
        conditions: knowledge::conditions()
            .iter()
            .filter_map(|condition| absent(condition.id))
            .collect(),
        flags: knowledge::flags()
            .iter()
            .filter_map(|flag| Some((Id::new(flag.id).ok()?, answered.clone())))
            .collect(),
        ..Person::default()
    };
    (Log::from_entries(&entries), person)
}

fn benchmark(criterion: &mut Criterion) {
    let larder = imported();
    for (what, name) in [
        ("a name in full", "porridge"),
        ("a beginning", "choc"),
        ("a misspelling", "brocolli"),
        ("two words misspelt", "brocolli sald"),
        ("nothing like any", "xyzzyquux"),
        ("a word that every imported name holds", "kind"),
    ] {
        criterion.bench_function(&format!("find among 8,800 foods: {what}"), |bench| {
            bench.iter(|| larder.find(black_box(name)));
        });
    }
    let (log, person) = poor_days();
    let eaten = intake(&log, &person, TODAY, carried);
    criterion.bench_function("intake of two weeks", |bench| {
        bench.iter(|| intake(black_box(&log), &person, TODAY, carried));
    });
    criterion.bench_function("a menu's question", |bench| {
        bench.iter(|| question(black_box(&eaten), &person, &[], TODAY));
    });
    // The same question again is answered from memory; only a new one is worked out.
    if let Ok(asked) = question(&eaten, &person, &[], TODAY) {
        criterion.bench_function("a menu's answer, worked out", |bench| {
            bench.iter(|| answer(black_box(&asked)));
        });
    }
}

criterion_group!(benches, benchmark);
criterion_main!(benches);
