//! Plain words for people: lists, dates, ratios, amounts.

use jiff::civil::Date;
use knowledge::Trigger;

/// How many undecided things a warning names before it says “or something like it”.
const NAMED_AT_MOST: usize = 4;

/// “a”, “a or b”, “a, b or c”.
pub(crate) fn one_of(items: &[String]) -> String {
    joined(items, "or")
}

/// “a”, “a and b”, “a, b and c”.
pub(crate) fn all_of(items: &[String]) -> String {
    joined(items, "and")
}

fn joined(items: &[String], last: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., end] => format!("{} {last} {end}", first.join(", ")),
    }
}

/// “If you have falls or a stroke, take a benzodiazepine, or are pregnant”.
pub(crate) fn any_of(triggers: &[Trigger]) -> String {
    let mut have = Vec::new();
    let mut take = Vec::new();
    let mut are = Vec::new();
    for &trigger in triggers {
        match trigger {
            Trigger::Condition(id) => have.push(condition(id)),
            Trigger::Medicine(class) => take.push(class.replace('-', " ")),
            Trigger::Symptom(flag) => {
                have.push(format!("the warning sign “{}”", flag.replace('-', " ")))
            }
            Trigger::Pregnant => are.push("pregnant".to_owned()),
            Trigger::AgeAtLeast(years) => are.push(format!("{years} or older")),
            Trigger::AgeAtMost(years) => are.push(format!("{years} or younger")),
        }
    }
    let parts: Vec<String> = [("have", have), ("take", take), ("are", are)]
        .into_iter()
        .filter(|(_, items)| !items.is_empty())
        .map(|(verb, items)| format!("{verb} {}", shortened(items)))
        .collect();
    format!("If you {}", one_of(&parts))
}

fn shortened(mut items: Vec<String>) -> String {
    if items.len() > NAMED_AT_MOST {
        items.truncate(NAMED_AT_MOST);
        items.push("something like it".to_owned());
    }
    one_of(&items)
}

/// The name of a condition as it reads inside a sentence.
pub(crate) fn condition(id: &str) -> String {
    knowledge::condition(id).map_or_else(
        || id.replace('-', " "),
        |condition| lower_first(condition.name),
    )
}

/// Lower-cases the first letter unless the word is an acronym or a name (“COPD”, “Parkinson's disease”).
pub(crate) fn lower_first(text: &str) -> String {
    let first_word = text.split([' ', '/', ',', '\'', '’']).next().unwrap_or("");
    let acronym =
        first_word.chars().skip(1).any(char::is_uppercase) || first_word.chars().count() == 1;
    let proper = ["Parkinson", "Addison", "Crohn", "Raynaud", "Achilles"]
        .iter()
        .any(|name| text.starts_with(name));
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if !acronym && !proper => first.to_lowercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}

/// “3 May 2026”.
pub(crate) fn date(day: Date) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = usize::try_from(day.month())
        .ok()
        .and_then(|month| MONTHS.get(month - 1))
        .copied()
        .unwrap_or("");
    format!("{} {month} {}", day.day(), day.year())
}

/// “1 night”, “2 nights”.
pub(crate) fn counted(count: usize, one: &str) -> String {
    if count == 1 {
        format!("1 {one}")
    } else {
        format!("{count} {one}s")
    }
}

/// A number with at most one decimal and no needless zero.
pub(crate) fn number(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}
