//! Imported foods beside the diary: kept once, found by the same search, counted in the intake.
#![expect(clippy::unwrap_used, reason = "tests may fail loudly")]

use std::sync::Arc;

use desk::{Desk, Stocked};
use diary::{Body, Food, Grams, Id, Moment, Zone};
use insight::intake::{LarderFood, LarderPortion};
use jiff::Timestamp;
use knowledge::{Composition, Nutrient};
use store::{LarderFile, SqliteStore};
use tempfile::TempDir;

fn pottage(magnesium: f64) -> LarderFood {
    let mut figures = [None; 10];
    figures[Nutrient::Magnesium as usize] = Some(magnesium);
    let portion = LarderPortion {
        name: "1 bowl".to_owned(),
        grams: 250.0,
    };
    LarderFood::imported(99, "Pottage, thick", Composition(figures), vec![portion])
}

fn desk(folder: &TempDir) -> Desk {
    let store = Arc::new(SqliteStore::open(folder.path()).unwrap());
    Desk::new(store).with_larder(LarderFile::beside(folder.path()))
}

#[test]
fn the_same_foods_again_change_nothing_and_corrected_ones_correct() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(&folder);
    let stocked = |new, changed, unchanged| Stocked {
        new,
        changed,
        unchanged,
        all: 1,
    };
    assert_eq!(desk.stock(&[pottage(40.0)]).unwrap(), stocked(1, 0, 0));
    let file = folder.path().join("imported-foods.json");
    let before = std::fs::read(&file).unwrap();
    assert_eq!(desk.stock(&[pottage(40.0)]).unwrap(), stocked(0, 0, 1));
    assert_eq!(std::fs::read(&file).unwrap(), before);
    assert_eq!(desk.stock(&[pottage(41.0)]).unwrap(), stocked(0, 1, 0));
    let again = self::desk(&folder);
    let found = again.larder().unwrap().find("thick pottage");
    assert_eq!(found, [pottage(41.0)]);
}

#[test]
fn what_was_eaten_of_it_is_counted_and_without_the_file_it_is_not_known() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(&folder);
    desk.stock(&[pottage(40.0)]).unwrap();
    let now: Timestamp = "2026-05-03T08:00:00Z".parse().unwrap();
    let moment = Moment::new(now, Zone::utc());
    let today = moment.local().date();
    let body = Body::Food(Food {
        food: Id::new(&pottage(40.0).id).unwrap(),
        grams: Grams::new(250.0).unwrap(),
        portion: None,
    });
    desk.tell(moment, body, now, [1; 10]).unwrap();
    let magnesium = |desk: &Desk| {
        let intake = desk.intake(today).unwrap();
        let line = *intake.line(Nutrient::Magnesium).unwrap();
        (line.amount.estimate.mean, line.amount.unknown)
    };
    assert_eq!(magnesium(&desk), (100.0, 0));
    std::fs::remove_file(folder.path().join("imported-foods.json")).unwrap();
    assert_eq!(magnesium(&desk), (0.0, 1), "not known, never zero");
}

#[test]
fn a_spoilt_file_is_as_good_as_none() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("imported-foods.json"), "[{").unwrap();
    let desk = desk(&folder);
    assert!(desk.larder().unwrap().imported().is_empty());
    assert!(!desk.larder().unwrap().find("banana").is_empty());
    assert_eq!(desk.stock(&[pottage(40.0)]).unwrap().new, 1);
}
