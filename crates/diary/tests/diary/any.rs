//! Any entry there can be, for property tests.

pub(crate) mod trial;

use diary::dose::{Dose, DoseUnit, Period, Times};
use diary::entry::{Answer, Helped, Hemisphere, Muscle, Origin, Position, Sex, Side};
use diary::{
    Act, Amount, Body, Count, Cramp, Entry, EntryId, Exposure, Fact, Food, Grams, Id, Minutes,
    Moment, Morning, NightId,
};
use diary::{Score, Text, Zone};
use jiff::Timestamp;
use jiff::civil::Date;
use proptest::option::of;
use proptest::prelude::*;

const ZONES: [&str; 6] = [
    "Europe/Berlin",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "America/New_York",
    "Asia/Kathmandu",
    "UTC",
];

pub(crate) fn entry() -> impl Strategy<Value = Entry> {
    (entry_id(), moment(), act()).prop_map(|(id, moment, act)| Entry { id, moment, act })
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => body().prop_map(|body| Act::Tell { body }),
        2 => (entry_id(), body()).prop_map(|(target, body)| Act::Replace { target, body }),
        1 => entry_id().prop_map(|target| Act::Retract { target }),
        1 => entry_id().prop_map(|target| Act::Erase { target }),
        1 => Just(Act::Erased),
    ]
}

fn body() -> impl Strategy<Value = Body> {
    prop_oneof![
        cramp().prop_map(Body::Cramp),
        morning().prop_map(Body::Morning),
        exposure().prop_map(Body::Exposure),
        // In boxes: these trees of strategies are too deep for the stack of a test.
        fact().prop_map(Body::Fact).boxed(),
        trial::event().prop_map(Body::Trial).boxed(),
        food().prop_map(Body::Food).boxed(),
    ]
}

fn cramp() -> impl Strategy<Value = Cramp> {
    let side = prop::sample::select(vec![Side::Left, Side::Right, Side::Both]);
    let muscle = prop::sample::select(vec![
        Muscle::Calf,
        Muscle::Foot,
        Muscle::Toes,
        Muscle::FrontThigh,
        Muscle::BackThigh,
        Muscle::Arm,
        Muscle::Elsewhere,
    ]);
    let position = prop::sample::select(vec![
        Position::OnBack,
        Position::OnSide,
        Position::OnFront,
        Position::Sitting,
        Position::Standing,
        Position::Moving,
    ]);
    let helped = prop::sample::subsequence(
        vec![
            Helped::Stretching,
            Helped::Walking,
            Helped::Massage,
            Helped::Warmth,
            Helped::Cold,
            Helped::AnotherPosition,
            Helped::Drinking,
            Helped::Nothing,
        ],
        0..=8,
    );
    let told = (
        of(side),
        of(muscle),
        of(score()),
        of(timestamp()),
        of(text()),
    );
    let lay = (of(position), of(any::<bool>()), of(any::<bool>()));
    (told, lay, helped, of(score()))
        .prop_map(|(told, lay, helped, soreness)| {
            let (side, muscle, pain, ended, note) = told;
            let (position, toes_pointed, bedding_heavy) = lay;
            Cramp {
                side,
                muscle,
                pain,
                position,
                toes_pointed,
                bedding_heavy,
                helped: helped.into_iter().collect(),
                soreness,
                ended,
                note,
            }
        })
        // In a box, as the facts are.
        .boxed()
}

fn morning() -> impl Strategy<Value = Morning> {
    let count = (0..=99_u64).prop_map(|n| Count::new(n).expect("in range"));
    let minutes = (0..=1440_u64).prop_map(|n| Minutes::new(n).expect("in range"));
    (
        date(),
        of(count),
        of(minutes),
        of(score()),
        of(score()),
        of(score()),
        of(score()),
        of(text()),
    )
        .prop_map(
            |(night, cramps, minutes, pain, sleep_lost, soreness, tiredness, note)| {
                let night = NightId::of_evening(night);
                Morning {
                    night,
                    cramps,
                    minutes,
                    pain,
                    sleep_lost,
                    soreness,
                    tiredness,
                    note,
                }
            },
        )
}

fn exposure() -> impl Strategy<Value = Exposure> {
    let answer = prop_oneof![
        any::<bool>().prop_map(Answer::YesNo),
        amount().prop_map(Answer::Amount)
    ];
    let origin = prop::sample::select(vec![
        Origin::Asked,
        Origin::ConfirmedUsual,
        Origin::Imported,
    ]);
    (date(), word(), answer, origin).prop_map(|(day, factor, answer, origin)| Exposure {
        day: NightId::of_evening(day),
        factor,
        answer,
        origin,
    })
}

fn time() -> impl Strategy<Value = jiff::civil::Time> {
    (0_i8..24, 0_i8..60).prop_map(|(hour, minute)| jiff::civil::time(hour, minute, 0, 0))
}

fn food() -> impl Strategy<Value = Food> {
    (word(), 0.1..=3000.0_f64, of(text())).prop_map(|(food, grams, portion)| Food {
        food,
        grams: Grams::new(grams).expect("in range"),
        portion,
    })
}

fn dose() -> impl Strategy<Value = Dose> {
    let units = prop::sample::select(&DoseUnit::ALL[..]);
    let periods = prop::sample::select(&Period::ALL[..]);
    (amount(), units, 1_u64..=24, periods).prop_map(|(amount, unit, times, each)| Dose {
        amount,
        unit,
        times: Times::new(times).expect("in range"),
        each,
    })
}

fn fact() -> impl Strategy<Value = Fact> {
    prop_oneof![
        any::<i16>().prop_map(|year| Fact::BirthYear { year }),
        prop::sample::select(vec![Sex::Female, Sex::Male]).prop_map(|sex| Fact::Sex { sex }),
        amount().prop_map(|centimetres| Fact::Height { centimetres }),
        amount().prop_map(|kilograms| Fact::Weight { kilograms }),
        prop::sample::select(vec![Hemisphere::North, Hemisphere::South])
            .prop_map(|hemisphere| Fact::Hemisphere { hemisphere }),
        time().prop_map(|at| Fact::Bedtime { at }),
        time().prop_map(|at| Fact::Rising { at }),
        (any::<bool>(), of(date())).prop_map(|(pregnant, due)| Fact::Pregnancy { pregnant, due }),
        prop::collection::btree_set(word(), 0..4).prop_map(|to| Fact::Allergies { to }),
        word().prop_map(|diet| Fact::Diet { diet }),
        (word(), any::<bool>()).prop_map(|(food, likes)| Fact::Liking { food, likes }),
        (word(), any::<bool>(), of(date())).prop_map(|(condition, present, since)| {
            Fact::Condition {
                condition,
                present,
                since,
            }
        }),
        (word(), any::<bool>(), of(date()), of(text())).prop_map(
            |(medicine, taking, since, dose)| Fact::Medicine {
                medicine,
                taking,
                since,
                dose
            }
        ),
        (word(), of(dose())).prop_map(|(medicine, dose)| Fact::Dose { medicine, dose }),
        any::<bool>().prop_map(|complete| Fact::MedicinesComplete { complete }),
        (word(), any::<bool>(), any::<bool>()).prop_map(|(flag, present, seen)| Fact::Flag {
            flag,
            present,
            seen
        }),
        (word(), prop::collection::btree_map(word(), word(), 0..6)).prop_map(
            |(questionnaire, answers)| Fact::Questionnaire {
                questionnaire,
                answers
            }
        ),
        (word(), amount(), ".{0,12}", date()).prop_map(|(test, value, unit, taken)| Fact::Lab {
            test,
            value,
            unit,
            taken
        }),
    ]
}

fn entry_id() -> impl Strategy<Value = EntryId> {
    (timestamp(), any::<[u8; 10]>()).prop_map(|(at, random)| EntryId::new(at, random))
}

fn moment() -> impl Strategy<Value = Moment> {
    (timestamp(), prop::sample::select(&ZONES[..]))
        .prop_map(|(at, zone)| Moment::new(at, Zone::named(zone).expect("known")))
}

fn timestamp() -> impl Strategy<Value = Timestamp> {
    let (low, high) = (
        Timestamp::MIN.as_second() + 1,
        Timestamp::MAX.as_second() - 1,
    );
    (low..high, 0..1_000_000_000_i32).prop_map(|(second, nano)| {
        Timestamp::new(second, if second < 0 { -nano } else { nano }).expect("in range")
    })
}

fn date() -> impl Strategy<Value = Date> {
    (1_i16..=9999, 1_i8..=12, 1_i8..=31).prop_filter_map("no such date", |(year, month, day)| {
        Date::new(year, month, day).ok()
    })
}

fn score() -> impl Strategy<Value = Score> {
    (0..=10_u64).prop_map(|n| Score::new(n).expect("in range"))
}

fn amount() -> impl Strategy<Value = Amount> {
    let hard = prop::sample::select(vec![
        0.0,
        -0.0,
        0.1,
        1.0 / 3.0,
        1e-7,
        5e-324,
        999_999.999_999_999_9,
        1e6,
    ]);
    let any = prop_oneof![hard, 0.0..1e6, (0.0..1.0_f64).prop_map(|x| x * 1e-300)];
    any.prop_map(|x| Amount::new(x).expect("in range"))
}

fn word() -> impl Strategy<Value = Id> {
    "[a-z0-9-]{1,64}".prop_map(|text| Id::new(&text).expect("an id"))
}

fn text() -> impl Strategy<Value = Text> {
    prop_oneof![
        ".{0,40}",
        "\\PC{0,20}",
        prop::collection::vec(any::<char>(), 0..20).prop_map(String::from_iter)
    ]
    .prop_map(|text| Text::new(&text).expect("short"))
}
