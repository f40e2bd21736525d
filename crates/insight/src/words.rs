//! Plain words for people: lists, dates, ratios, amounts.

use jiff::civil::Date;
use knowledge::Trigger;
use texts::Sentence;
pub use texts::lower_first;

/// How many undecided things a warning names before it says “and others like these”.
const NAMED_AT_MOST: usize = 4;

/// “a”, “a and b”, “a, b and c”.
pub(crate) fn all_of(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., end] => format!("{} and {end}", first.join(", ")),
    }
}

/// “If this applies to you: falls; a stroke; taking a benzodiazepine; pregnancy”.
pub(crate) fn any_of(triggers: &[Trigger]) -> String {
    let mut items: Vec<String> = triggers.iter().map(|&trigger| applying(trigger)).collect();
    if items.len() > NAMED_AT_MOST {
        items.truncate(NAMED_AT_MOST);
        items.push("and others like these".to_owned());
    }
    format!("If this applies to you: {}", items.join("; "))
}

fn applying(trigger: Trigger) -> String {
    match trigger {
        Trigger::Condition(id) => condition(id),
        Trigger::Medicine(class) => format!("taking {}", medicine_class(class)),
        Trigger::Symptom(id) => {
            let suggests = knowledge::flag(id).map_or(id, |flag| flag.suggests);
            format!("warning signs of {suggests}")
        }
        Trigger::Pregnant => "pregnancy".to_owned(),
        Trigger::AgeAtLeast(years) => format!("age {years} or over"),
        Trigger::AgeAtMost(years) => format!("age {years} or under"),
    }
}

/// A medicine class in plain words, or an ingredient by its name.
fn medicine_class(id: &str) -> String {
    knowledge::class_name(id)
        .or_else(|| knowledge::medicine(id).map(|medicine| medicine.name))
        .map_or_else(|| id.replace('-', " "), str::to_owned)
}

/// The name of a condition as it reads inside a sentence.
pub(crate) fn condition(id: &str) -> String {
    knowledge::condition(id).map_or_else(
        || id.replace('-', " "),
        |condition| lower_first(condition.name),
    )
}

/// A name without its brackets, and with “or” for a stroke. Nothing else is cut: “Gardening” is not “Gardening, lifting
/// or heavy housework”.
pub(crate) fn short(name: &str) -> String {
    let mut outside = String::new();
    let mut depth = 0_u32;
    for letter in name.chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside.push(letter),
            _ => {}
        }
    }
    let words: Vec<&str> = outside
        .split_whitespace()
        .map(|word| if word == "/" { "or" } else { word })
        .collect();
    words.join(" ")
}

/// “3 May 2026”.
pub(crate) fn date(day: Date) -> Sentence {
    let month = Sentence::of(match day.month() {
        1 => "month-1",
        2 => "month-2",
        3 => "month-3",
        4 => "month-4",
        5 => "month-5",
        6 => "month-6",
        7 => "month-7",
        8 => "month-8",
        9 => "month-9",
        10 => "month-10",
        11 => "month-11",
        _ => "month-12",
    });
    Sentence::of("words-date")
        .with("day", day.day())
        .with("month", month)
        .with("year", year(day.year()))
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
            assert_eq!(applying(Trigger::Medicine(id)), expected);
        }
    }

    #[test]
    fn short_names() {
        for (name, expected) in [
            (
                "Gardening, lifting or heavy housework",
                "Gardening, lifting or heavy housework",
            ),
            ("Flat feet / low arches", "Flat feet or low arches"),
            (
                "Sleeping with toes pointed (plantar-flexed) or prone",
                "Sleeping with toes pointed or prone",
            ),
            ("Pregnancy (2nd and 3rd trimester)", "Pregnancy"),
        ] {
            assert_eq!(short(name), expected);
        }
    }
}
