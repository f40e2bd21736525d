//! An answer to a factor's question in words: an amount with its unit, in the singular or the plural of every language.

use diary::entry::Answer;
use texts::Sentence;

use crate::words::hundredths;

/// An answer about something in a unit: “yes”, “5 of 10”, “1 drink”, “2.5 hours”.
#[must_use]
pub fn answered(unit: &str, answer: Answer) -> Sentence {
    let value = match answer {
        Answer::YesNo(true) => return Sentence::of("yes"),
        Answer::YesNo(false) => return Sentence::of("no"),
        Answer::Amount(value) => value.get(),
    };
    let figure = || Sentence::figure(hundredths(value));
    match unit {
        "" | "yes/no" => figure(),
        "score" => Sentence::of("words-of-ten").with("score", figure()),
        unit => amount(value, unit),
    }
}

/// “1 drink”, “2 hours”, “0.25 hours”.
pub(crate) fn amount(value: f64, unit: &str) -> Sentence {
    let shown = hundredths(value);
    let unit = if shown == "1" { one(unit) } else { units(unit) };
    Sentence::of("words-amount")
        .with("amount", Sentence::figure(shown))
        .with("unit", unit)
}

/// “drink”, as after “for each”.
pub(crate) fn one(unit: &str) -> Sentence {
    Sentence::of("words-unit")
        .choosing("unit", unit)
        .choosing("number", "one")
}

/// “drinks”, as after “How much?”.
#[must_use]
pub fn units(unit: &str) -> Sentence {
    Sentence::of("words-unit")
        .choosing("unit", unit)
        .choosing("number", "other")
}

#[cfg(test)]
mod tests {
    use super::*;
    use diary::Amount;
    use knowledge::{AnswerKind, Learned};
    use texts::Language;

    #[test]
    fn every_unit_of_an_amount_has_its_word_in_every_language() {
        let amounts = knowledge::factors().iter().filter(|factor| {
            matches!(factor.learned, Learned::Asked(question) if matches!(question.answer, AnswerKind::Amount(_)))
        });
        for unit in amounts.map(|factor| factor.unit).chain(["point"]) {
            let two = amount(2.0, unit);
            assert_eq!(two.to_string(), format!("2 {unit}s"));
            assert_eq!(amount(1.0, unit).to_string(), format!("1 {unit}"));
            let german = two.within(Language::German, |_| None);
            assert!(!german.contains(unit), "{german}");
        }
    }

    #[test]
    fn an_answer_is_said_with_its_unit() {
        for (unit, value, english, german) in [
            ("drink", 1.0, "1 drink", "1 Getränk"),
            ("drink", 0.0, "0 drinks", "0 Getränke"),
            ("hour", 2.254, "2.25 hours", "2,25 Stunden"),
            ("score", 5.0, "5 of 10", "5 von 10"),
            ("yes/no", 0.5, "0.5", "0,5"),
        ] {
            let said = answered(unit, Answer::Amount(Amount::new(value).unwrap()));
            assert_eq!(said.to_string(), english);
            assert_eq!(said.within(Language::German, |_| None), german);
        }
        assert_eq!(answered("drink", Answer::YesNo(true)).to_string(), "yes");
    }
}
