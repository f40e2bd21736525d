//! Medicines are found by any name, and belong to their classes.

use knowledge::{CrampLabel, find_medicine, medicine, medicines, takes};

fn first(text: &str) -> &'static str {
    find_medicine(text)
        .first()
        .map_or("(nothing)", |medicine| medicine.id)
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(first(text), expected, "searching for {text:?}");
}

#[test]
fn a_medicine_is_found_by_generic_and_brand_name() {
    check("furosemide", "furosemide");
    check("Lasix", "furosemide");
    check("  LASIX ", "furosemide");
    check("Lasix 40 mg", "furosemide");
    check("ventolin", "salbutamol");
    check("albuterol", "salbutamol");
    check("potassium chloride", "potassium-chloride");
    check("Seretide", "fluticasone-salmeterol");
    check("elvitegravir", "elvitegravir");
    check("carteolol", "carteolol");
}

#[test]
fn the_beginning_of_a_name_is_enough() {
    check("furos", "furosemide");
    check("simvas", "simvastatin");
    check("Furosemid", "furosemide");
    assert!(find_medicine("m").is_empty(), "one letter is too little");
    assert_eq!(find_medicine("am").len(), 8, "never more than eight");
}

#[test]
fn misspellings_are_forgiven() {
    check("furosemde", "furosemide");
    check("simvastatine", "simvastatin");
    check("furosemida", "furosemide");
    check("amlodpine", "amlodipine");
    check("atorvastatni", "atorvastatin");
    check("metfromin", "metformin");
    assert!(find_medicine("xyzzyxyzzy").is_empty());
    assert!(find_medicine("").is_empty());
    assert!(find_medicine("❤️❤️").is_empty());
}

#[test]
fn a_medicine_is_found_by_its_german_name() {
    check("Furosemid", "furosemide");
    check("furosemid", "furosemide");
    check("Hydrochlorothiazid", "hydrochlorothiazide");
    check("Acetylsalicylsäure", "acetylsalicylic-acid");
    check("ASS 100", "acetylsalicylic-acid");
    check("Kaliumchlorid", "potassium-chloride");
    check("Johanniskraut", "st-john-s-wort");
    check("Chinin", "quinine");
    check("L-Thyroxin", "levothyroxine");
    check("Metoprololsuccinat 47,5", "metoprolol");
    check(
        "Ramipril + Hydrochlorothiazid",
        "ramipril-hydrochlorothiazide",
    );
    assert_eq!(first("Magnesiumoxi"), "magnesium-oxide");
    for one in medicines() {
        let german = knowledge::in_german(one.name).unwrap();
        let found = find_medicine(german);
        assert!(found.iter().any(|other| other.id == one.id), "{german}");
    }
}

#[test]
fn german_names_are_found_as_they_are_spelt_every_day() {
    check("Azetylsalizylsäure", "acetylsalicylic-acid");
    check("Kalziumkarbonat", "calcium-carbonate");
    check("Kortison", "cortisone");
    check("Kodein", "codeine");
    check("Eisensulfat", "ferrous-sulfate");
    check("Eisenfumarat", "ferrous-fumarate");
    // And misspelt.
    check("Acetylsalizylsäure", "acetylsalicylic-acid");
    check("Acetylsalicylsaeure", "acetylsalicylic-acid");
    check("Hydroclorotiazid", "hydrochlorothiazide");
    check("Levotyroxin", "levothyroxine");
    check("Schilddrüsenextract", "thyroid");
}

#[test]
fn a_name_is_exact_or_it_is_none() {
    let named = |name: &str| -> Vec<&str> {
        let found = knowledge::medicines_named(name);
        found.into_iter().map(|one| one.id).collect()
    };
    assert_eq!(named("Furosemid"), ["furosemide"]);
    assert_eq!(named("LASIX"), ["furosemide"]);
    assert_eq!(named("Johanniskraut"), ["st-john-s-wort"]);
    assert_eq!(named("furosemi"), [""; 0]);
    assert_eq!(named("banana"), [""; 0]);
}

#[test]
fn singles_come_before_combinations_and_nothing_comes_twice() {
    let found = find_medicine("hydrochlorothiazide");
    assert_eq!(found[0].id, "hydrochlorothiazide");
    for text in ["a", "am", "met", "lisin", "zantac", "insulin"] {
        let ids: Vec<&str> = find_medicine(text).iter().map(|m| m.id).collect();
        let mut unique = ids.clone();
        unique.sort_unstable();
        unique.dedup();
        assert_eq!(ids.len(), unique.len(), "{text}: {ids:?}");
    }
    assert!(
        find_medicine("zantac").len() >= 2,
        "Zantac means two medicines: both are offered"
    );
}

#[test]
fn a_combination_counts_as_its_ingredients_and_their_classes() {
    let combination = medicine("lisinopril-hydrochlorothiazide").unwrap();
    for id in [
        "lisinopril",
        "hydrochlorothiazide",
        "ace-inhibitor",
        "thiazide-diuretic",
        combination.id,
    ] {
        assert!(takes(combination, id), "{id}");
    }
    assert!(!takes(combination, "statin"));
    let stribild = find_medicine("Stribild")[0];
    assert!(takes(stribild, "elvitegravir") && stribild.ingredients.len() == 4);
    assert!(takes(
        medicine("amlodipine-atorvastatin").unwrap(),
        "statin"
    ));
    assert!(!takes(medicine("amlodipine").unwrap(), "statin"));
}

#[test]
fn labels_say_where_they_were_read_and_nothing_doubtful_was_carried() {
    for m in medicines() {
        assert_eq!(
            m.cramp_label == CrampLabel::Unknown,
            m.label_source.is_empty(),
            "{}",
            m.id
        );
        assert!(!m.label_source.contains("protect"), "{}", m.id);
        assert!(
            !m.classes.is_empty() && !m.ingredients.is_empty(),
            "{}",
            m.id
        );
    }
    let listed = medicines()
        .iter()
        .filter(|m| m.cramp_label == CrampLabel::Listed)
        .count();
    let singles = medicines()
        .iter()
        .filter(|m| m.cramp_label == CrampLabel::Listed && m.ingredients.len() == 1)
        .count();
    assert!(
        singles >= 50 && listed > singles,
        "{singles} single, {listed} in all"
    );
    assert_eq!(
        medicine("vismodegib").unwrap().cramp_label,
        CrampLabel::Listed
    );
}

#[test]
fn plain_names_of_classes_name_medicines_of_the_class() {
    let mut examples = 0;
    for class in knowledge::classes() {
        let Some(name) = knowledge::class_name(class) else {
            continue;
        };
        let Some((_, such)) = name.split_once(" such as ") else {
            continue;
        };
        for example in such.split(" or ") {
            let found = knowledge::find_medicine(example);
            assert!(
                found
                    .first()
                    .is_some_and(|medicine| knowledge::takes(medicine, class)),
                "{class}: {example}"
            );
            examples += 1;
        }
    }
    assert!(examples > 60, "{examples}");
    assert_eq!(
        knowledge::class_name("sulfonylurea"),
        Some("diabetes tablets such as gliclazide or glimepiride")
    );
    assert_eq!(knowledge::class_name("no-such-class"), None);
}
