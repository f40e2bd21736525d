//! What this project computed from the survey: every figure of such a finding is that of the table, where it is at hand.
#![expect(
    clippy::unwrap_used,
    reason = "a table that cannot be read fails the test"
)]

use std::collections::BTreeMap;
use std::path::PathBuf;

use knowledge::{Direction, Finding, Seen, findings};

fn computed() -> Vec<&'static Finding> {
    findings()
        .iter()
        .filter(|one| one.id.starts_with("nhanes-"))
        .collect()
}

/// The rows that findings were made of, by the id they were given: both cycles of the survey, adjusted, frequent cramps against
/// none. `None` where the table is not at hand.
fn table() -> Option<BTreeMap<String, csv::StringRecord>> {
    let path = std::env::var_os("SOLEUS_SHARED")
        .map_or_else(
            || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared")),
            PathBuf::from,
        )
        .join("data/nhanes/associations.csv");
    if !path.is_file() {
        println!("skipped: no {}", path.display());
        return None;
    }
    let rows = csv::Reader::from_path(path)
        .unwrap()
        .into_records()
        .map(|row| row.unwrap())
        .filter(|row| {
            (&row[2], &row[3], &row[4]) == ("pooled", "adj age sex education BMI", "modsev vs none")
        });
    Some(rows.map(|row| (id(&row[0]), row)).collect())
}

/// "dietary Mg per 100 mg" is nhanes-dietary-mg-per-100-mg.
fn id(factor: &str) -> String {
    let words: Vec<String> = factor
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    format!("nhanes-{}", words.join("-"))
}

#[test]
fn every_computed_figure_is_the_tables() {
    let Some(table) = table() else { return };
    let computed = computed();
    assert_eq!(computed.len(), 38);
    for one in computed {
        let row = table
            .get(one.id)
            .unwrap_or_else(|| panic!("{} is not in the table", one.id));
        let figure = |column: usize| -> f64 { row[column].parse().unwrap() };
        assert_eq!(
            (one.estimate, one.ci, one.n),
            (
                Some(figure(5)),
                Some((figure(6), figure(7))),
                Some(row[9].parse().unwrap())
            ),
            "{}",
            one.id
        );
        let cases = format!("{} people with frequent cramps", &row[10]);
        assert!(one.note.contains(&cases), "{}: {cases}", one.id);
        assert_eq!(one.compared.unwrap().seen, Seen::Data, "{}", one.id);
    }
}

/// A direction is told where the interval leaves out one, and only there.
#[test]
fn a_direction_needs_an_interval_without_one() {
    for one in computed() {
        let (low, high) = one.ci.unwrap();
        assert_eq!(
            matches!(one.direction, Direction::Raises | Direction::Lowers),
            low > 1.0 || high < 1.0,
            "{}",
            one.id
        );
    }
}
