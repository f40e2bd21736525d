//! Plain words for people: lists, dates, ratios, amounts.

use diary::Outcome;
use jiff::civil::Date;
use knowledge::Trigger;
use texts::Sentence;
pub use texts::lower_first;

/// How many undecided things a warning names before it says “and others like these”.
const NAMED_AT_MOST: usize = 4;

/// “If this applies to you: falls; a stroke; taking a benzodiazepine; pregnancy”.
pub(crate) fn any_of(triggers: &[Trigger]) -> Sentence {
    let named = triggers.iter().take(NAMED_AT_MOST);
    let more = (triggers.len() > NAMED_AT_MOST).then(|| Sentence::of("applies-more"));
    let items = named.map(|&trigger| applying(trigger)).chain(more);
    Sentence::of("applies-if").with("items", Sentence::joined("; ", items))
}

/// What a trigger is, in a few words: “taking lithium”.
pub(crate) fn applying(trigger: Trigger) -> Sentence {
    match trigger {
        Trigger::Condition(id) => condition(id),
        Trigger::Medicine(class) => {
            Sentence::of("applies-medicine").with("name", medicine_class(class))
        }
        Trigger::Symptom(id) => Sentence::of("applies-sign").with("suggests", suggested_by(id)),
        Trigger::Pregnant => Sentence::of("applies-pregnancy"),
        Trigger::AgeAtLeast(years) => Sentence::of("applies-age-from").with("years", years),
        Trigger::AgeAtMost(years) => Sentence::of("applies-age-to").with("years", years),
    }
}

/// A medicine class in plain words, or an ingredient by its name.
fn medicine_class(id: &str) -> Sentence {
    let name =
        knowledge::class_name(id).or_else(|| knowledge::medicine(id).map(|medicine| medicine.name));
    name.map_or_else(|| Sentence::text(id.replace('-', " ")), Sentence::known)
}

/// What a red flag is a sign of.
pub(crate) fn suggested_by(flag: &'static str) -> Sentence {
    Sentence::known(knowledge::flag(flag).map_or(flag, |flag| flag.suggests))
}

/// The name of a condition as it reads inside a sentence.
pub(crate) fn condition(id: &str) -> Sentence {
    knowledge::condition(id).map_or_else(
        || Sentence::text(id.replace('-', " ")),
        |condition| Sentence::known_inside(condition.name),
    )
}

/// “3 May 2026”.
pub(crate) fn date(day: Date) -> Sentence {
    Sentence::date(day.year(), day.month(), day.day())
}

/// A year, which no language groups by thousands.
pub(crate) fn year(year: i16) -> Sentence {
    Sentence::text(year.to_string())
}

/// The name of a medicine; its id when it is none of ours.
pub(crate) fn medicine(id: &str) -> Sentence {
    knowledge::medicine(id).map_or_else(
        || Sentence::text(id),
        |medicine| Sentence::known(medicine.name),
    )
}

/// “1 night”, “2 nights”.
#[must_use]
pub fn counted(count: usize, one: &str) -> String {
    if count == 1 {
        format!("1 {one}")
    } else {
        format!("{count} {one}s")
    }
}

/// The same text with its first letter in upper case.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// The same as a piece of a sentence: another language has its own mark before the fraction.
pub(crate) fn figure(value: f64) -> Sentence {
    Sentence::figure(number(value))
}

/// A number with at most one decimal and no needless zero.
#[must_use]
pub fn number(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

/// What a night brought: “no answer”, “no cramp”, “2 cramps”.
#[must_use]
pub fn brought(outcome: Outcome) -> Sentence {
    match outcome {
        Outcome::Missing => Sentence::of("outcome-missing"),
        Outcome::Exactly(0) => Sentence::of("outcome-none"),
        Outcome::Exactly(count) => Sentence::of("outcome-cramps").with("count", count),
        Outcome::AtLeast(count) => Sentence::of("outcome-at-least").with("count", count),
    }
}

/// A number with at most two decimals and no needless zero: an amount as people answer it.
#[must_use]
pub fn hundredths(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medicines_in_plain_words() {
        for (id, expected) in [
            (
                "sulfonylurea",
                "taking diabetes tablets such as gliclazide or glimepiride",
            ),
            ("insulin", "taking insulin"),
            ("lithium", "taking lithium"),
        ] {
            assert_eq!(applying(Trigger::Medicine(id)).to_string(), expected);
        }
    }
}
