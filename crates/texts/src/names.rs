//! Names of the records as they read inside an English sentence.

/// Lower-cases the first letter unless the word is an acronym or a name (“COPD”, “Parkinson's disease”).
#[must_use]
pub fn lower_first(text: &str) -> String {
    let first_word = text.split([' ', '/', ',', '\'', '’']).next().unwrap_or("");
    let acronym = first_word
        .chars()
        .skip(1)
        .any(|letter| letter.is_uppercase() || letter.is_numeric());
    let proper = ["Parkinson", "Addison", "Crohn", "Raynaud", "Achilles"]
        .iter()
        .any(|name| text.starts_with(name));
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if !acronym && !proper => first.to_lowercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}

/// A name without its brackets, and with that word (“or”) for a stroke. Nothing else is cut: “Gardening” is not “Gardening, lifting
/// or heavy housework”.
pub(crate) fn without_brackets(name: &str, or: &str) -> String {
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
        .map(|word| if word == "/" { or } else { word })
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_inside_a_sentence() {
        for (name, expected) in [
            ("High blood pressure", "high blood pressure"),
            (
                "A fit after stopping alcohol",
                "a fit after stopping alcohol",
            ),
            ("Parkinson's disease", "Parkinson's disease"),
            ("HIV", "HIV"),
            ("B12 shortage", "B12 shortage"),
        ] {
            assert_eq!(lower_first(name), expected);
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
            assert_eq!(without_brackets(name, "or"), expected);
        }
    }
}
