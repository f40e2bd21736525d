//! What of a told fact cannot be, or can hardly be, beside all that is known: a sentence for the person, before it is written.

mod dose;

use diary::entry::{Fact, Sex};
use diary::{NightId, Person};
use jiff::civil::Date;
use texts::Sentence;

use crate::facts::PREGNANCY_AGE_MAX;
use crate::labs::{self, Sure};
use crate::words;

/// Days after a due date in which a pregnancy may still last.
const OVERDUE_DAYS: i32 = 21;
/// Days a pregnancy lasts at most from now: a due date further off is a slip.
const LONGEST_DAYS: i32 = 294;

/// Something about a fact that is doubted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// It cannot be: it is not written.
    Impossible(Sentence),
    /// It can hardly be: it is written when the person says that it is so.
    Unlikely(Sentence),
}

impl Doubt {
    /// The sentence.
    #[must_use]
    pub fn sentence(&self) -> &Sentence {
        match self {
            Self::Impossible(sentence) | Self::Unlikely(sentence) => sentence,
        }
    }

    /// Whether the person may insist.
    #[must_use]
    pub fn is_question(&self) -> bool {
        matches!(self, Self::Unlikely(_))
    }
}

/// What is doubtful about a fact, beside what is known of the person on a day; `None` when nothing is.
#[must_use]
pub fn doubt(person: &Person, fact: &Fact, today: Date) -> Option<Doubt> {
    match fact {
        Fact::Pregnancy {
            pregnant: true,
            due,
        } => due
            .and_then(|due| of_due_date(due, today))
            .or_else(|| of_pregnancy(person.sex, person.age_on(today))),
        Fact::BirthYear { year } if person.pregnant_on(today) == Some(true) => of_pregnancy(
            person.sex,
            u32::try_from(i32::from(today.year()) - i32::from(*year)).ok(),
        ),
        Fact::Sex { sex } if person.pregnant_on(today) == Some(true) => {
            of_pregnancy(Some(*sex), person.age_on(today))
        }
        Fact::Condition {
            since: Some(since), ..
        } => of_day(person, *since),
        Fact::Medicine { since, dose, .. } => since
            .and_then(|since| of_day(person, since))
            .or_else(|| dose::doubt(dose.as_ref()?.as_str())),
        Fact::Dose {
            medicine,
            dose: Some(dose),
        } => not_taken(person, medicine.as_str()).or_else(|| dose::of_counted(dose)),
        Fact::Lab {
            test,
            value,
            unit,
            taken,
        } => of_day(person, *taken).or_else(|| {
            let problem =
                labs::check(test.as_str(), value.get(), unit, person.sex, Sure::NotAsked).err()?;
            let sentence = problem.sentence();
            Some(if problem.is_question() {
                Doubt::Unlikely(sentence)
            } else {
                Doubt::Impossible(sentence)
            })
        }),
        _ => None,
    }
}

/// A dose belongs to something that is taken.
fn not_taken(person: &Person, medicine: &str) -> Option<Doubt> {
    let takes = person.taking().any(|(id, _)| id.as_str() == medicine);
    (!takes).then(|| {
        Doubt::Impossible(Sentence::of("doubt-not-taken").with("name", words::medicine(medicine)))
    })
}

fn of_pregnancy(sex: Option<Sex>, age: Option<u32>) -> Option<Doubt> {
    if sex == Some(Sex::Male) {
        return Some(Doubt::Unlikely(Sentence::of("doubt-male-pregnant")));
    }
    let age = age.filter(|&age| age > PREGNANCY_AGE_MAX)?;
    Some(Doubt::Unlikely(
        Sentence::of("doubt-old-pregnant").with("age", age),
    ))
}

fn of_due_date(due: Date, today: Date) -> Option<Doubt> {
    let ahead = NightId::of_evening(due).days_since(NightId::of_evening(today));
    if ahead < -OVERDUE_DAYS {
        Some(Doubt::Impossible(
            Sentence::of("doubt-due-passed").with("date", words::date(due)),
        ))
    } else if ahead > LONGEST_DAYS {
        Some(Doubt::Impossible(
            Sentence::of("doubt-due-far").with("date", words::date(due)),
        ))
    } else {
        None
    }
}

/// Nothing began before the person was born.
fn of_day(person: &Person, day: Date) -> Option<Doubt> {
    let born = person.birth_year?;
    (day.year() < born).then(|| {
        Doubt::Impossible(
            Sentence::of("doubt-before-birth")
                .with("date", words::date(day))
                .with("born", words::year(born)),
        )
    })
}
