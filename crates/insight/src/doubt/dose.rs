//! Doses in people's own words: an amount that nobody takes at once is asked about.

use diary::dose::{Dose, DoseUnit};
use texts::Sentence;

use super::Doubt;

/// Milligrams above which one dose is asked about (our judgement: of tablets hardly any dose is more than 5 g).
const MOST_MILLIGRAMS: f64 = 5_000.0;
/// International units above which one dose is asked about (our judgement: the largest single doses of vitamin D in the
/// trials we read were 50,000).
const MOST_UNITS: f64 = 100_000.0;

/// Tablets or puffs at a time above which a dose is asked about (our judgement).
const MOST_PIECES: f64 = 20.0;
/// Millilitres at a time above which a dose is asked about (our judgement: bowel preparations aside, a glass).
const MOST_MILLILITRES: f64 = 500.0;

/// Asks about a dose of more than anybody takes.
pub(super) fn doubt(words: &str) -> Option<Doubt> {
    amounts(words).into_iter().find_map(|(amount, unit)| {
        let named = DoseUnit::named(&unit)?;
        far_too_much(amount, named, Sentence::text(unit))
    })
}

/// Asks about a counted dose of nothing, or of more than anybody takes.
pub(super) fn of_counted(dose: &Dose) -> Option<Doubt> {
    let amount = dose.amount.get();
    if amount == 0.0 {
        return Some(Doubt::Impossible(Sentence::of("doubt-no-dose")));
    }
    far_too_much(amount, dose.unit, dose.unit.label())
}

fn far_too_much(amount: f64, unit: DoseUnit, written: Sentence) -> Option<Doubt> {
    let (own, most) = match unit {
        DoseUnit::Mg => (amount, MOST_MILLIGRAMS),
        DoseUnit::G => (amount * 1_000.0, MOST_MILLIGRAMS),
        DoseUnit::Ug => (amount / 1_000.0, MOST_MILLIGRAMS),
        DoseUnit::Iu => (amount, MOST_UNITS),
        DoseUnit::Piece => (amount, MOST_PIECES),
        DoseUnit::Ml => (amount, MOST_MILLILITRES),
    };
    (own > most).then(|| {
        Doubt::Unlikely(
            Sentence::of("doubt-large-dose")
                .with("amount", Sentence::figure(amount.to_string()))
                .with("unit", written),
        )
    })
}

/// Numbers with the word that follows them. “10,000” and “10.000” are ten thousand; “0.5” and “0,25” are not.
fn amounts(words: &str) -> Vec<(f64, String)> {
    let letters: Vec<char> = words.to_lowercase().chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        if !letters[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let from = at;
        while at < letters.len() && (letters[at].is_ascii_digit() || is_mark(&letters, at)) {
            at += 1;
        }
        let number = number(&letters[from..at]);
        while at < letters.len() && letters[at] == ' ' {
            at += 1;
        }
        let unit: String = letters[at..]
            .iter()
            .take_while(|letter| letter.is_alphabetic())
            .collect();
        at += unit.chars().count();
        found.extend(number.map(|number| (number, unit)));
    }
    found
}

/// A point, comma, apostrophe or thin space between two digits.
fn is_mark(letters: &[char], at: usize) -> bool {
    matches!(letters[at], '.' | ',' | '\'' | '’' | '\u{202f}')
        && letters.get(at + 1).is_some_and(char::is_ascii_digit)
}

fn number(letters: &[char]) -> Option<f64> {
    let groups: Vec<String> = letters
        .split(|letter| !letter.is_ascii_digit())
        .map(|group| group.iter().collect())
        .collect();
    let thousands = groups.len() > 1
        && groups[0].len() <= 3
        && groups[0] != "0"
        && groups[1..].iter().all(|group| group.len() == 3);
    let text = if thousands {
        groups.concat()
    } else {
        groups.join(".")
    };
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_write() {
        for (words, expected) in [
            ("40 mg in the morning", vec![(40.0, "mg")]),
            ("10,000mg", vec![(10_000.0, "mg")]),
            ("10.000 mg", vec![(10_000.0, "mg")]),
            ("0.125 mg", vec![(0.125, "mg")]),
            ("0,25 mg", vec![(0.25, "mg")]),
            ("2 x 1,5 g", vec![(2.0, "x"), (1.5, "g")]),
            ("one tablet", vec![]),
            ("20'000 IU", vec![(20_000.0, "iu")]),
        ] {
            let found: Vec<(f64, String)> = amounts(words);
            let found: Vec<(f64, &str)> = found.iter().map(|(n, u)| (*n, u.as_str())).collect();
            assert_eq!(found, expected, "{words}");
        }
    }

    #[test]
    fn asks_only_about_what_nobody_takes() {
        for (words, asked) in [
            ("10,000 mg", true),
            ("10000mg", true),
            ("12 g", true),
            ("5 g", false),
            ("500 mg twice", false),
            ("250000 IU", true),
            ("50,000 IU once", false),
            ("6,000,000 µg", true),
            ("100 ml", false),
            ("", false),
        ] {
            assert_eq!(doubt(words).is_some(), asked, "{words}");
        }
    }
}
