//! Food: amounts against closed forms and simulation, references by person, and menus that pass every rule.

use std::collections::{BTreeMap, BTreeSet};

use diary::dose::{Dose, DoseUnit, Period, Times};
use diary::entry::{Answer, Origin, Sex};
use diary::person::FlagAnswer;
use diary::{
    Act, Amount, Body, Entry, EntryId, Exposure, Food, Grams, Log, Moment, NightId, Person, Zone,
};
use insight::intake::counted::exposure;
use insight::intake::{
    ALLERGENS, Estimate, Menu, PORTION_SPREAD, Tablets, Target, carried, intake, menu, question,
    spread, tablets, target, usual_portions, words,
};
use insight::raised;
use jiff::ToSpan;
use jiff::civil::Date;
use knowledge::{Composition, Contains, Nutrient};

use super::common::{Having, TODAY, healthy, id, said};

/// A log of portions: days before today, food, grams.
fn eaten(told: &[(i16, &str, f64)]) -> Log {
    Log::from_entries(&portions(told))
}

fn portions(told: &[(i16, &str, f64)]) -> Vec<Entry> {
    (0_u8..)
        .zip(told)
        .map(|(number, (ago, food, grams))| {
            let at = TODAY
                .checked_sub(ago.days())
                .unwrap()
                .at(12, 0, 0, 0)
                .to_zoned(jiff::tz::TimeZone::UTC)
                .unwrap()
                .timestamp();
            Entry {
                id: EntryId::new(at, [number; 10]),
                moment: Moment::new(at, Zone::utc()),
                act: Act::Tell {
                    body: Body::Food(Food {
                        food: id(food),
                        grams: Grams::new(*grams).unwrap(),
                        portion: None,
                    }),
                },
            }
        })
        .collect()
}

/// Days of white bread, butter and black tea: little of every mineral.
fn poor_days() -> Log {
    let day = [
        ("white-bread", 250.0),
        ("butter-salted", 40.0),
        ("jam", 60.0),
        ("white-rice-cooked", 250.0),
        ("black-tea", 400.0),
        ("chicken-breast-roasted", 120.0),
    ];
    let portions: Vec<(i16, &str, f64)> = (1..=3)
        .flat_map(|ago| day.map(|(food, grams)| (ago, food, grams)))
        .collect();
    eaten(&portions)
}

fn close(a: f64, b: f64) {
    assert!((a - b).abs() < 1e-9 * b.abs().max(1.0), "{a}, not {b}");
}

#[test]
fn one_portion_has_the_mean_and_spread_of_a_product() {
    let log = eaten(&[(0, "banana", 118.0)]);
    let found = intake(&log, &healthy(50, Sex::Female), TODAY, carried);
    let magnesium = found.line(Nutrient::Magnesium).unwrap();
    let estimate = magnesium.amount.estimate;
    close(estimate.mean, 27.0 * 1.18);
    // Of a product of two independent factors with mean 1.
    let (w, v) = (PORTION_SPREAD.powi(2), spread(Nutrient::Magnesium).powi(2));
    close(
        (estimate.sd / estimate.mean).powi(2),
        (1.0 + w) * (1.0 + v) - 1.0,
    );
    assert!(magnesium.at_least, "a day that is not over");
    let (low, high) = estimate.interval();
    assert!(0.0 < low && low < estimate.mean && estimate.mean < high);
}

#[test]
fn the_spread_of_a_day_is_what_a_simulation_gives() {
    // Two portions of one food share what is in the food; a third food does not.
    let log = eaten(&[
        (0, "banana", 118.0),
        (0, "banana", 236.0),
        (0, "almonds", 30.0),
    ]);
    let found = intake(&log, &healthy(50, Sex::Female), TODAY, carried);
    let estimate = found.line(Nutrient::Potassium).unwrap().amount.estimate;
    let mut state = 7_u64;
    let mut uniform = move || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1_u64 << 53) as f64
    };
    let mut factor = |sd: f64| {
        // Log-normal with mean 1: twelve uniforms are normal enough for a second moment.
        let normal = (0..12).map(|_| uniform()).sum::<f64>() - 6.0;
        let variance = libm::log(1.0 + sd * sd);
        libm::exp(variance.sqrt() * normal - variance / 2.0)
    };
    let (p, c) = (PORTION_SPREAD, spread(Nutrient::Potassium));
    let draws = 200_000;
    let (mut sum, mut squares) = (0.0, 0.0);
    for _ in 0..draws {
        let bananas = factor(c) * 358.0 * (1.18 * factor(p) + 2.36 * factor(p));
        let total = bananas + factor(c) * 733.0 * 0.3 * factor(p);
        sum += total;
        squares += total * total;
    }
    let mean = sum / f64::from(draws);
    let sd = (squares / f64::from(draws) - mean * mean).sqrt();
    assert!(
        (estimate.mean / mean - 1.0).abs() < 0.01,
        "{estimate:?}, {mean}"
    );
    assert!((estimate.sd / sd - 1.0).abs() < 0.03, "{estimate:?}, {sd}");
}

#[test]
fn the_interval_holds_ninety_percent_of_a_log_normal() {
    // Mean 1 and variance e^0.25 - 1: the log has a standard deviation of 0.5 and a median of -0.125.
    let estimate = Estimate {
        mean: 1.0,
        sd: libm::expm1(0.25).sqrt(),
    };
    let (low, high) = estimate.interval();
    close(libm::log(low), -0.125 - 0.5 * 1.644_853_626_951_472_8);
    close(libm::log(high), -0.125 + 0.5 * 1.644_853_626_951_472_8);
    assert_eq!(Estimate::default().interval(), (0.0, 0.0));
}

#[test]
fn what_has_no_figure_is_counted_as_not_known_and_never_as_zero() {
    let unknown = |food: &str| {
        (food != "pottage")
            .then_some(())
            .and_then(|()| carried(food))
    };
    let log = eaten(&[(0, "banana", 100.0), (0, "pottage", 300.0)]);
    let found = intake(&log, &healthy(50, Sex::Female), TODAY, unknown);
    let line = found.line(Nutrient::Calcium).unwrap();
    assert_eq!(line.amount.unknown, 1);
    assert!(line.at_least);
    close(line.amount.estimate.mean, 5.0);
    let partly = |_: &str| {
        let mut figures = [Some(1.0); 10];
        figures[Nutrient::VitaminD as usize] = None;
        Some(Composition(figures))
    };
    let found = intake(&log, &healthy(50, Sex::Female), TODAY, partly);
    assert_eq!(found.line(Nutrient::VitaminD).unwrap().amount.unknown, 2);
    assert_eq!(found.line(Nutrient::Water).unwrap().amount.unknown, 0);
}

#[test]
fn only_whole_days_make_something_usual() {
    let person = healthy(50, Sex::Female);
    let found = intake(&poor_days(), &person, TODAY, carried);
    assert_eq!(found.whole_days, 3);
    assert!(found.is_usual());
    let line = found.line(Nutrient::Magnesium).unwrap();
    assert!(!line.at_least);
    close(
        line.amount.estimate.mean,
        found.days[0].amounts[0].estimate.mean,
    );
    let few = eaten(&[
        (1, "banana", 100.0),
        (2, "banana", 100.0),
        (3, "banana", 100.0),
    ]);
    let found = intake(&few, &person, TODAY, carried);
    assert!(found.days.iter().all(|day| !day.whole));
    assert!(!found.is_usual());
    assert!(found.line(Nutrient::Magnesium).unwrap().at_least);
    let long_ago = eaten(&[(15, "banana", 100.0)]);
    assert!(intake(&long_ago, &person, TODAY, carried).days.is_empty());
}

#[track_caller]
fn needs(person: &Person, nutrient: Nutrient, amount: f64) {
    match target(nutrient, person, TODAY) {
        Target::Known(reference) => assert_eq!(reference.amount, amount, "{nutrient:?}"),
        other => panic!("{nutrient:?}: {other:?}"),
    }
}

#[test]
fn the_reference_is_that_of_age_sex_and_pregnancy() {
    needs(&healthy(50, Sex::Male), Nutrient::Magnesium, 420.0);
    needs(&healthy(30, Sex::Male), Nutrient::Magnesium, 400.0);
    needs(&healthy(50, Sex::Female), Nutrient::Magnesium, 320.0);
    needs(&healthy(60, Sex::Female), Nutrient::Calcium, 1200.0);
    needs(&healthy(60, Sex::Male), Nutrient::Calcium, 1000.0);
    needs(&healthy(80, Sex::Male), Nutrient::VitaminD, 20.0);
    needs(&healthy(40, Sex::Female), Nutrient::Water, 2700.0);
    let mut pregnant = healthy(33, Sex::Female);
    pregnant.pregnancy.as_mut().unwrap().pregnant = true;
    needs(&pregnant, Nutrient::Magnesium, 360.0);
    needs(&pregnant, Nutrient::Potassium, 2900.0);
    let nursing = healthy(33, Sex::Female).with_condition("breastfeeding");
    needs(&nursing, Nutrient::Potassium, 2800.0);
    needs(&healthy(50, Sex::Male), Nutrient::Fibre, 25.0);
    needs(&pregnant, Nutrient::Fibre, 25.0);
    let nobody_says = target(Nutrient::Energy, &nursing, TODAY);
    assert_eq!(nobody_says, Target::None);
}

#[track_caller]
fn europe_says(person: &Person, nutrient: Nutrient, amount: Option<f64>) {
    match target(nutrient, person, TODAY) {
        Target::Known(reference) => assert_eq!(reference.european, amount, "{nutrient:?}"),
        other => panic!("{nutrient:?}: {other:?}"),
    }
}

#[test]
fn what_europe_advises_is_told_beside_the_american_reference() {
    let mut pregnant = healthy(33, Sex::Female);
    pregnant.pregnancy.as_mut().unwrap().pregnant = true;
    let nursing = healthy(33, Sex::Female).with_condition("breastfeeding");
    europe_says(&healthy(50, Sex::Male), Nutrient::Magnesium, Some(350.0));
    europe_says(&healthy(50, Sex::Female), Nutrient::Magnesium, Some(300.0));
    europe_says(&pregnant, Nutrient::Magnesium, Some(300.0));
    europe_says(&pregnant, Nutrient::Potassium, Some(3500.0));
    europe_says(&nursing, Nutrient::Potassium, Some(4000.0));
    europe_says(&nursing, Nutrient::Sodium, Some(2000.0));
    europe_says(&healthy(80, Sex::Male), Nutrient::VitaminD, Some(15.0));
    // Not read, and already European.
    europe_says(&healthy(50, Sex::Male), Nutrient::Calcium, None);
    europe_says(&healthy(50, Sex::Male), Nutrient::Fibre, None);

    let told = |person: &Person| {
        let food = eaten(&[(0, "banana", 100.0)]);
        said(&words::notes(&intake(&food, person, TODAY, carried)))
    };
    let man = told(&healthy(50, Sex::Male));
    assert!(
        man.contains("magnesium 350 mg, potassium 3500 mg, sodium 2000 mg"),
        "{man}"
    );
    // Whoever may not be shown a figure is not shown another continent's either.
    let kidneys = told(&healthy(50, Sex::Male).with_condition("kidney-disease-stage-4-5"));
    assert!(!kidneys.contains("potassium 3500"), "{kidneys}");
}

#[test]
fn caffeine_and_alcohol_have_a_limit_and_where_it_could_harm_none_is_shown() {
    let mut pregnant = healthy(33, Sex::Female);
    pregnant.pregnancy.as_mut().unwrap().pregnant = true;
    let nursing = healthy(33, Sex::Female).with_condition("breastfeeding");
    for (person, caffeine, alcohol) in [
        (&healthy(50, Sex::Male), 400.0, 16.0),
        (&pregnant, 200.0, 0.0),
        (&nursing, 200.0, 0.0),
    ] {
        for (nutrient, most) in [(Nutrient::Caffeine, caffeine), (Nutrient::Alcohol, alcohol)] {
            match target(nutrient, person, TODAY) {
                Target::Known(reference) => {
                    assert!(reference.is_limit());
                    assert_eq!(reference.amount, most, "{nutrient:?}");
                }
                other => panic!("{nutrient:?}: {other:?}"),
            }
        }
    }
    for (condition, nutrient) in [
        ("liver-cirrhosis", Nutrient::Alcohol),
        ("alcohol-dependence", Nutrient::Alcohol),
        ("heart-rhythm-problem", Nutrient::Caffeine),
        ("crohn-disease", Nutrient::Fibre),
    ] {
        let person = healthy(60, Sex::Male).with_condition(condition);
        let found = target(nutrient, &person, TODAY);
        assert!(
            matches!(found, Target::Withheld(_)),
            "{condition}: {found:?}"
        );
    }
}

fn dosed(person: Person, medicine: &str, amount: f64, unit: DoseUnit, each: Period) -> Person {
    let mut person = person.taking_medicine(medicine);
    person.doses.insert(
        id(medicine),
        Dose {
            amount: Amount::new(amount).unwrap(),
            unit,
            times: Times::new(2).unwrap(),
            each,
        },
    );
    person
}

#[test]
fn tablets_count_beside_food_where_their_amount_is_the_nutrients_own() {
    let person = healthy(50, Sex::Female);
    let of = |person: &Person, nutrient| tablets(person, nutrient);
    let magnesium = dosed(
        person.clone(),
        "magnesium",
        150.0,
        DoseUnit::Mg,
        Period::Day,
    );
    close(of(&magnesium, Nutrient::Magnesium).amount, 300.0);
    let calcium = dosed(person.clone(), "calcium", 0.5, DoseUnit::G, Period::Day);
    close(of(&calcium, Nutrient::Calcium).amount, 1000.0);
    let weekly = dosed(
        person.clone(),
        "colecalciferol",
        7000.0,
        DoseUnit::Iu,
        Period::Week,
    );
    close(of(&weekly, Nutrient::VitaminD).amount, 50.0);
    // Of a salt, a mixture, tablets or nothing told nobody can say how much it is.
    for (medicine, unit) in [
        ("magnesium-oxide", DoseUnit::Mg),
        ("magnesium-pyridoxine", DoseUnit::Mg),
        ("magnesium", DoseUnit::Piece),
    ] {
        let salt = dosed(person.clone(), medicine, 400.0, unit, Period::Day);
        let found = of(&salt, Nutrient::Magnesium);
        assert_eq!((found.amount, found.not_counted), (0.0, 1), "{medicine}");
    }
    let stopped = {
        let mut person = magnesium.clone();
        person.medicines.get_mut("magnesium").unwrap().steps[0].present = false;
        person
    };
    assert_eq!(of(&stopped, Nutrient::Magnesium), Tablets::default());
    let found = intake(&poor_days(), &magnesium, TODAY, carried);
    let line = found.line(Nutrient::Magnesium).unwrap();
    close(line.whole().mean, line.amount.estimate.mean + 300.0);
    assert!(line.interval().0 > 300.0);
    assert!(!line.at_least);
    assert!(
        words::total(line)
            .to_string()
            .contains("300 mg of it from tablets")
    );
}

#[test]
fn a_menu_fills_what_tablets_leave_and_asks_for_a_dose_that_cannot_be_counted() {
    let person = answered(healthy(50, Sex::Female), &[]);
    let filled = dosed(
        person.clone(),
        "magnesium",
        250.0,
        DoseUnit::Mg,
        Period::Day,
    );
    let left = |person: &Person, nutrient| match menu_of(person) {
        Menu::Offered {
            gaps, left_alone, ..
        } => (
            gaps.iter().any(|gap| gap.nutrient == nutrient),
            left_alone
                .iter()
                .find(|one| one.nutrient == nutrient)
                .map(|one| one.why.clone()),
        ),
        Menu::Silent { why, .. } => panic!("{why}"),
    };
    assert_eq!(left(&person, Nutrient::Magnesium), (true, None));
    assert_eq!(left(&filled, Nutrient::Magnesium), (false, None));
    let (_, why) = left(
        &person.taking_medicine("magnesium-oxide"),
        Nutrient::Magnesium,
    );
    assert!(why.unwrap().to_string().contains("Give its dose"));
    // Above what supplements may bring, somebody should look.
    let notes = words::notes(&intake(&poor_days(), &filled, TODAY, carried));
    assert!(
        notes
            .iter()
            .any(|note| note.to_string().contains("upper level of 350 mg")),
        "{notes:?}"
    );
}

#[test]
fn the_same_person_asks_the_solver_the_same_and_another_taste_asks_anew() {
    let asked = |person: &Person| {
        let raised = raised(person, &[], NightId::of_evening(TODAY));
        let intake = intake(&poor_days(), person, TODAY, carried);
        question(&intake, person, &raised, TODAY).unwrap()
    };
    let person = answered(healthy(50, Sex::Female), &[]);
    assert_eq!(asked(&person), asked(&person));
    let mut picky = person.clone();
    for food in picked(&menu_of(&person)).into_keys() {
        picky.likes.insert(id(food), false);
    }
    assert_ne!(asked(&person), asked(&picky));
}

#[test]
fn a_limit_that_is_passed_is_said_and_nobody_is_told_to_stop_at_once() {
    let log = eaten(&[(0, "coffee-filter", 1500.0), (0, "red-wine", 500.0)]);
    let notes = words::notes(&intake(&log, &healthy(50, Sex::Female), TODAY, carried));
    let notes: Vec<String> = notes.iter().map(ToString::to_string).collect();
    let said = |start: &str| notes.iter().find(|note| note.starts_with(start));
    assert!(said("Caffeine: ").unwrap().contains("below 400 mg"));
    assert!(said("Alcohol: ").unwrap().contains("do not stop at once"));
    let little = eaten(&[(0, "coffee-filter", 200.0)]);
    let notes = words::notes(&intake(&little, &healthy(50, Sex::Female), TODAY, carried));
    assert!(
        notes
            .iter()
            .all(|note| !note.to_string().starts_with("Caffeine: "))
    );
}

#[test]
fn the_portions_told_most_often_come_first() {
    let log = eaten(&[
        (1, "banana", 118.0),
        (2, "banana", 118.0),
        (3, "banana", 118.0),
        (1, "tap-water", 250.0),
        (5, "tap-water", 250.0),
        (1, "tap-water", 500.0),
        (40, "kiwi", 69.0),
        (41, "kiwi", 69.0),
    ]);
    let usual = |most| {
        let found: Vec<(String, f64)> = usual_portions(&log, TODAY, most)
            .iter()
            .map(|food| (food.food.to_string(), food.grams.get()))
            .collect();
        found
    };
    let expected = [
        ("banana".to_owned(), 118.0),
        ("tap-water".to_owned(), 250.0),
    ];
    assert_eq!(usual(8), expected);
    assert_eq!(usual(1), expected[..1]);
}

#[test]
fn where_a_number_could_harm_none_is_shown() {
    let silent = |condition: &str, nutrient| {
        let person = healthy(60, Sex::Male).with_condition(condition);
        match target(nutrient, &person, TODAY) {
            Target::Withheld(_) => true,
            Target::Known(_) => false,
            other => panic!("{other:?}"),
        }
    };
    for condition in [
        "kidney-disease",
        "dialysis",
        "heart-failure",
        "liver-cirrhosis",
    ] {
        for nutrient in [Nutrient::Potassium, Nutrient::Magnesium, Nutrient::Water] {
            assert!(silent(condition, nutrient), "{condition} {nutrient:?}");
        }
        assert!(!silent(condition, Nutrient::VitaminD), "{condition}");
    }
    assert!(silent("high-blood-calcium", Nutrient::Calcium));
    assert!(!silent("high-blood-calcium", Nutrient::Potassium));
    let mut unasked = healthy(60, Sex::Male);
    unasked.conditions.remove("kidney-disease");
    assert!(matches!(
        target(Nutrient::Potassium, &unasked, TODAY),
        Target::AskFirst(_)
    ));
    assert_eq!(
        target(Nutrient::Calcium, &healthy(17, Sex::Male), TODAY),
        Target::Child
    );
    assert_eq!(
        target(Nutrient::Calcium, &Person::default(), TODAY),
        Target::Profile
    );
}

fn answered(mut person: Person, allergies: &[&str]) -> Person {
    person.allergies = Some(allergies.iter().map(|one| id(one)).collect());
    person
}

fn menu_of(person: &Person) -> Menu {
    let raised = raised(person, &[], NightId::of_evening(TODAY));
    menu(
        &intake(&poor_days(), person, TODAY, carried),
        person,
        &raised,
        TODAY,
    )
}

fn picked(menu: &Menu) -> BTreeMap<&'static str, u32> {
    match menu {
        Menu::Offered { picks, .. } => picks
            .iter()
            .map(|pick| (pick.food.id, pick.count))
            .collect(),
        Menu::Silent { why, .. } => panic!("{why}"),
    }
}

#[track_caller]
fn silent_about(person: &Person, words: &str) {
    match menu_of(person) {
        Menu::Silent { why, .. } => assert!(why.to_string().contains(words), "{why}"),
        Menu::Offered { picks, .. } => panic!("{picks:?}"),
    }
}

#[test]
fn a_gap_is_filled_with_few_portions_and_the_same_ones_each_time() {
    let person = answered(healthy(50, Sex::Female), &[]);
    let first = menu_of(&person);
    assert_eq!(first, menu_of(&person));
    let Menu::Offered { picks, gaps, .. } = &first else {
        panic!("{first:?}")
    };
    let count: u32 = picks.iter().map(|pick| pick.count).sum();
    assert!((1..=6).contains(&count), "{picks:?}");
    assert!(picks.iter().all(|pick| pick.count <= 2));
    let magnesium = gaps
        .iter()
        .find(|gap| gap.nutrient == Nutrient::Magnesium)
        .unwrap();
    assert!(magnesium.missing > 0.0 && magnesium.brought > 0.0);
}

#[test]
fn nothing_is_offered_before_allergies_and_safety_are_known() {
    silent_about(&healthy(50, Sex::Female), "allergic");
    let mut unasked = answered(healthy(50, Sex::Female), &[]);
    unasked.conditions.remove("kidney-disease");
    match menu_of(&unasked) {
        Menu::Silent { asks, .. } => assert!(!asks.is_empty()),
        Menu::Offered { picks, .. } => panic!("{picks:?}"),
    }
    silent_about(
        &answered(healthy(60, Sex::Male), &[]).with_condition("kidney-disease"),
        "kidney",
    );
    silent_about(
        &answered(healthy(60, Sex::Male), &[]).with_condition("eating-disorder"),
        "Logging food",
    );
    silent_about(&answered(healthy(17, Sex::Male), &[]), "adults");
    silent_about(
        &answered(healthy(50, Sex::Male), &["kryptonite"]),
        "allergic",
    );
}

#[test]
fn a_warning_sign_comes_before_any_menu() {
    let mut person = answered(healthy(50, Sex::Female), &[]);
    assert!(matches!(menu_of(&person), Menu::Offered { .. }));
    person.flags.insert(
        id("chest-pain-breathless"),
        FlagAnswer {
            present: true,
            answered: TODAY,
            seen: false,
        },
    );
    silent_about(&person, "get help");
}

#[test]
fn no_menu_holds_what_a_person_must_not_or_will_not_eat() {
    for (allergen, _, contains) in ALLERGENS {
        let person = answered(healthy(50, Sex::Male), &[allergen]);
        for food in picked(&menu_of(&person)).keys() {
            let food = knowledge::food(food).unwrap();
            assert!(
                !food.contains.contains(&contains) && !food.mixed,
                "{food:?}"
            );
        }
    }
    for (diet, refused) in [
        ("vegetarian", &[Contains::Meat, Contains::Fish][..]),
        ("vegan", &[Contains::Milk, Contains::Egg, Contains::Fish]),
    ] {
        let mut person = answered(healthy(50, Sex::Male), &[]);
        person.diet = Some(id(diet));
        for food in picked(&menu_of(&person)).keys() {
            let food = knowledge::food(food).unwrap();
            assert!(
                !food.contains.iter().any(|one| refused.contains(one)),
                "{diet}: {food:?}"
            );
        }
    }
    // Everything that was offered is disliked in turn: each menu is made of something else.
    let mut person = answered(healthy(50, Sex::Male), &[]);
    let mut seen = BTreeSet::new();
    for _ in 0..4 {
        for food in picked(&menu_of(&person)).into_keys() {
            assert!(seen.insert(food), "{food} again");
            person.likes.insert(id(food), false);
        }
    }
}

#[test]
fn rules_about_particular_foods_leave_those_out() {
    let person = answered(healthy(60, Sex::Male), &[]).taking_medicine("warfarin");
    let greens = knowledge::left_out()
        .iter()
        .find(|one| one.rule == "vitamin-k-warfarin")
        .unwrap();
    for food in picked(&menu_of(&person)).keys() {
        assert!(!greens.foods.contains(food), "{food}");
    }
    let person = answered(healthy(60, Sex::Male), &[]).with_condition("nut-allergy");
    for food in picked(&menu_of(&person)).keys() {
        let food = knowledge::food(food).unwrap();
        assert!(!food.contains.contains(&Contains::Nuts), "{food:?}");
    }
}

#[test]
fn potassium_is_not_aimed_for_with_medicines_that_raise_it_or_when_they_are_not_known() {
    let left_alone = |person: &Person| match menu_of(person) {
        Menu::Offered {
            gaps, left_alone, ..
        } => {
            let filled = gaps.iter().any(|gap| gap.nutrient == Nutrient::Potassium);
            let left = left_alone
                .iter()
                .any(|one| one.nutrient == Nutrient::Potassium);
            assert!(filled != left, "one of the two");
            left
        }
        Menu::Silent { why, .. } => panic!("{why}"),
    };
    let person = answered(healthy(60, Sex::Male), &[]);
    assert!(!left_alone(&person));
    assert!(left_alone(&person.clone().taking_medicine("ramipril")));
    let mut unsure = person;
    unsure.medicines_complete = None;
    assert!(left_alone(&unsure));
}

#[test]
fn calcium_and_vitamin_d_in_tablets_are_not_doubled() {
    let person =
        answered(healthy(60, Sex::Female), &[]).taking_medicine("calcium-carbonate-colecalciferol");
    let Menu::Offered {
        gaps, left_alone, ..
    } = menu_of(&person)
    else {
        panic!("silent")
    };
    for nutrient in [Nutrient::Calcium, Nutrient::VitaminD] {
        assert!(left_alone.iter().any(|one| one.nutrient == nutrient));
        assert!(!gaps.iter().any(|gap| gap.nutrient == nutrient));
    }
}

#[test]
fn the_day_of_a_portion_is_the_day_where_the_person_was() {
    let day: Date = TODAY;
    let at = day
        .at(23, 30, 0, 0)
        .to_zoned(jiff::tz::TimeZone::get("America/New_York").unwrap())
        .unwrap()
        .timestamp();
    let entry = Entry {
        id: EntryId::new(at, [1; 10]),
        moment: Moment::new(at, Zone::named("America/New_York").unwrap()),
        act: Act::Tell {
            body: Body::Food(Food {
                food: id("banana"),
                grams: Grams::new(100.0).unwrap(),
                portion: None,
            }),
        },
    };
    let log = Log::from_entries(&[entry]);
    let found = intake(&log, &Person::default(), day, carried);
    assert_eq!(found.today.entries, 1);
}

/// What another program counted on days before today.
fn counted(counts: &[(i16, Nutrient, f64)]) -> Vec<Entry> {
    (100_u8..)
        .zip(counts)
        .map(|(number, (ago, nutrient, amount))| {
            let day = TODAY.checked_sub(ago.days()).unwrap();
            let at = day.at(12, 0, 0, 0);
            let at = at.to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp();
            Entry {
                id: EntryId::new(at, [number; 10]),
                moment: Moment::new(at, Zone::utc()),
                act: Act::Tell {
                    body: Body::Exposure(Exposure {
                        day: NightId::of_evening(day),
                        factor: id(exposure(*nutrient)),
                        answer: Answer::Amount(Amount::new(*amount).unwrap()),
                        origin: Origin::Imported,
                    }),
                },
            }
        })
        .collect()
}

#[test]
fn of_a_count_and_portions_of_one_day_the_larger_holds_and_they_are_never_added() {
    let person = healthy(50, Sex::Female);
    let of = |counts: &[(i16, Nutrient, f64)]| {
        let mut entries: Vec<Entry> = counted(counts);
        entries.extend(portions(&[(0, "banana", 118.0)]));
        let found = intake(&Log::from_entries(&entries), &person, TODAY, carried);
        found
            .line(Nutrient::Magnesium)
            .unwrap()
            .amount
            .estimate
            .mean
    };
    close(of(&[(0, Nutrient::Magnesium, 20.0)]), 27.0 * 1.18);
    close(of(&[(0, Nutrient::Magnesium, 300.0)]), 300.0);
    close(of(&[(0, Nutrient::Potassium, 300.0)]), 27.0 * 1.18);
}

#[test]
fn days_that_another_program_counted_tell_what_is_usual_and_what_it_left_out_stays_open() {
    let person = healthy(50, Sex::Female);
    let days = [(1, 240.0), (2, 300.0), (3, 360.0)];
    let counts: Vec<(i16, Nutrient, f64)> = days
        .iter()
        .flat_map(|(ago, magnesium)| {
            [
                (*ago, Nutrient::Energy, 1900.0),
                (*ago, Nutrient::Magnesium, *magnesium),
            ]
        })
        .collect();
    let log = Log::from_entries(&counted(&counts));
    let found = intake(&log, &person, TODAY, carried);
    assert_eq!((found.whole_days, found.counted_days), (3, 3));
    let magnesium = found.line(Nutrient::Magnesium).unwrap();
    close(magnesium.amount.estimate.mean, 300.0);
    assert!(!magnesium.at_least);
    // Nobody counted calcium: it is not nothing.
    let calcium = found.line(Nutrient::Calcium).unwrap();
    assert!(calcium.at_least && calcium.amount.estimate.mean == 0.0);
    assert_eq!(
        insight::intake::words::interval(calcium).to_string(),
        "not known yet"
    );
    // A day of which only a glass of water was counted is not whole.
    let water = counted(&[1, 2, 3].map(|ago| (ago, Nutrient::Water, 500.0)));
    let found = intake(&Log::from_entries(&water), &person, TODAY, carried);
    assert_eq!((found.whole_days, found.days.len()), (0, 3));
}

#[test]
fn what_is_counted_has_a_name_of_its_own_and_is_no_factor() {
    for nutrient in Nutrient::ALL {
        let name = exposure(nutrient);
        assert_eq!(insight::intake::counted::nutrient(name), Some(nutrient));
        assert!(knowledge::factor(name).is_none(), "{name}");
        assert!(diary::Id::new(name).is_ok(), "{name}");
    }
}

#[test]
fn water_is_shown_in_litres() {
    use insight::intake::words::{figure, unit};
    let shown = |value, nutrient| format!("{} {}", figure(value, nutrient), unit(nutrient));
    assert_eq!(shown(898.0, Nutrient::Water), "0.9 L");
    assert_eq!(shown(23.4, Nutrient::Fibre), "23 g");
}
