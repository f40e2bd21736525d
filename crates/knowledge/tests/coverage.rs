//! Every row of what users were promised points at something that exists.

use knowledge::{Learned, When, factor, flag, promises, remedy};

const OUTCOMES: &[&str] = &[
    "cramps",
    "minutes",
    "pain",
    "sleep-lost",
    "soreness",
    "tiredness",
];
#[test]
fn every_row_is_done_by_something() {
    assert!(promises().iter().map(|p| p.row).eq(1..=45));
    for p in promises() {
        assert!(
            p.factors.iter().all(|id| factor(id).is_some()),
            "row {}",
            p.row
        );
        assert!(
            p.remedies.iter().all(|id| remedy(id).is_some()),
            "row {}",
            p.row
        );
        assert!(p.flags.iter().all(|id| flag(id).is_some()), "row {}", p.row);
        assert!(
            p.outcomes.iter().all(|id| OUTCOMES.contains(id)),
            "row {}",
            p.row
        );
        let counts = [
            p.factors.len(),
            p.remedies.len(),
            p.flags.len(),
            p.outcomes.len(),
        ];
        assert!(
            counts.iter().sum::<usize>() > 0 && !p.says.is_empty(),
            "row {}",
            p.row
        );
    }
}

#[test]
fn causes_can_be_recorded() {
    for p in promises().iter().filter(|p| p.row <= 22) {
        assert!(
            !p.factors.is_empty(),
            "row {} is a cause without a factor",
            p.row
        );
    }
    for row in [2, 3, 7, 8, 12, 13, 14, 19, 20, 21] {
        let p = &promises()[row - 1];
        let asked = p
            .factors
            .iter()
            .filter_map(|id| factor(id))
            .any(|f| matches!(f.learned, Learned::Asked(_)));
        assert!(asked, "row {row} is recorded day by day");
    }
}

#[test]
fn what_the_night_is_like_is_asked_in_the_morning() {
    for id in [
        "sleep-position-toes-pointed",
        "heavy-tight-bedding",
        "lack-of-stretching",
    ] {
        let Learned::Asked(question) = factor(id).unwrap().learned else {
            panic!("{id} is not asked")
        };
        assert_eq!(question.when, When::Morning, "{id}");
    }
}

#[test]
fn the_page_is_what_the_command_prints() {
    let written = include_str!("../../../docs/coverage.md");
    assert!(
        written == knowledge::coverage(),
        "docs/coverage.md is out of date: soleus evidence coverage > docs/coverage.md"
    );
}

#[test]
fn modules_that_a_row_names_exist() {
    for p in promises() {
        for module in p.modules {
            let (room, module) = module.split_once("::").unwrap();
            let path = format!(
                "{}/../{room}/src/{}.rs",
                env!("CARGO_MANIFEST_DIR"),
                module.replace("::", "/")
            );
            assert!(
                std::path::Path::new(&path).is_file(),
                "row {}: {path}",
                p.row
            );
        }
        assert!(
            !(p.open.is_empty() && p.pages.is_empty() && p.commands.is_empty()),
            "row {}",
            p.row
        );
    }
}
