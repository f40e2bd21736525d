//! People and nights for the tests.

use diary::entry::{Answer, Origin, Sex};
use diary::night::{DayValue, Outcome};
use diary::person::{Course, FlagAnswer, Pregnancy, Step};
use diary::{Amount, Id, Night, NightId, Person};
use jiff::civil::{Date, date};

/// The day on which all tests take place.
pub(crate) const TODAY: Date = date(2026, 11, 20);

pub(crate) fn today() -> NightId {
    NightId::of_evening(TODAY)
}

pub(crate) fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

pub(crate) fn step(present: bool) -> Vec<Step> {
    vec![Step {
        since: None,
        present,
    }]
}

/// A person of this age and sex of whom everything else was answered with no.
pub(crate) fn healthy(age: i16, sex: Sex) -> Person {
    let mut person = Person {
        birth_year: Some(TODAY.year() - age),
        sex: Some(sex),
        medicines_complete: Some(true),
        ..Person::default()
    };
    person.pregnancy = Some(Pregnancy {
        pregnant: false,
        due: None,
        answered: TODAY,
    });
    for condition in knowledge::conditions() {
        person.conditions.insert(id(condition.id), step(false));
    }
    for flag in knowledge::flags() {
        person.flags.insert(
            id(flag.id),
            FlagAnswer {
                present: false,
                seen: false,
                answered: TODAY,
            },
        );
    }
    person
}

pub(crate) trait Having: Sized {
    fn with_condition(self, condition: &str) -> Self;
    fn taking_medicine(self, medicine: &str) -> Self;
    fn with_flag(self, flag: &str) -> Self;
    fn pregnant(self) -> Self;
}

impl Having for Person {
    fn with_condition(mut self, condition: &str) -> Self {
        assert!(
            knowledge::condition(condition).is_some(),
            "{condition} is no condition"
        );
        self.conditions.insert(id(condition), step(true));
        self
    }

    fn taking_medicine(mut self, medicine: &str) -> Self {
        assert!(
            knowledge::medicine(medicine).is_some(),
            "{medicine} is no medicine"
        );
        self.medicines.insert(
            id(medicine),
            Course {
                steps: step(true),
                dose: None,
            },
        );
        self
    }

    fn with_flag(mut self, flag: &str) -> Self {
        assert!(knowledge::flag(flag).is_some(), "{flag} is no flag");
        self.flags.insert(
            id(flag),
            FlagAnswer {
                present: true,
                seen: false,
                answered: TODAY,
            },
        );
        self
    }

    fn pregnant(mut self) -> Self {
        self.pregnancy = Some(Pregnancy {
            pregnant: true,
            due: Some(date(2027, 2, 1)),
            answered: TODAY,
        });
        self
    }
}

pub(crate) fn night(id: NightId, outcome: Outcome) -> Night {
    Night {
        id,
        outcome,
        minutes: None,
        pain: None,
        sleep_lost: None,
        soreness: None,
        tiredness: None,
        exposures: std::sync::Arc::default(),
        cramps: std::sync::Arc::default(),
    }
}

/// Nights up to today with these counts, the last one being today's.
pub(crate) fn nights(counts: &[Option<u32>]) -> Vec<Night> {
    let first = today().plus_days(1 - i32::try_from(counts.len()).unwrap());
    let mut day = first;
    counts
        .iter()
        .map(|count| {
            let night = night(day, count.map_or(Outcome::Missing, Outcome::Exactly));
            day = day.next();
            night
        })
        .collect()
}

pub(crate) fn answer(night: &mut Night, factor: &str, answer: Answer) {
    std::sync::Arc::make_mut(&mut night.exposures).insert(
        id(factor),
        DayValue {
            answer,
            origin: Origin::Asked,
        },
    );
}

pub(crate) fn yes_no(night: &mut Night, factor: &str, yes: bool) {
    answer(night, factor, Answer::YesNo(yes));
}

pub(crate) fn amount(night: &mut Night, factor: &str, amount: f64) {
    answer(night, factor, Answer::Amount(Amount::new(amount).unwrap()));
}

/// Random numbers that are the same on every machine (SplitMix64), for simulated nights.
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Uniform from 0 to 1.
    pub(crate) fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A Poisson count by inversion.
    pub(crate) fn count(&mut self, mean: f64) -> u32 {
        let limit = libm::exp(-mean);
        let mut product = self.uniform();
        let mut count = 0;
        while product > limit {
            product *= self.uniform();
            count += 1;
        }
        count
    }
}

/// Sentences in English, one after the other.
pub(crate) fn said(sentences: &[texts::Sentence]) -> String {
    let all: Vec<String> = sentences.iter().map(ToString::to_string).collect();
    all.join(" ")
}
