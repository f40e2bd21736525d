//! More golden people: whole plans as a careful clinician should read them, each as a reviewed snapshot.

use diary::entry::Sex;
use diary::person::Lab;
use diary::{Amount, Night, Person};
use jiff::civil::date;

use super::common::{Having, amount, healthy, id, nights, said, yes_no};
use super::plan_golden::{of, snapshot};

fn with_lab(mut person: Person, test: &str, value: f64, unit: &str) -> Person {
    person.labs.push(Lab {
        test: id(test),
        value: Amount::new(value).unwrap(),
        unit: unit.to_owned(),
        taken: date(2026, 11, 10),
    });
    person
}

/// Four weeks of nights with these numbers of cramps in turn.
fn month(pattern: &[u32]) -> Vec<Night> {
    let counts: Vec<Option<u32>> = (0..28)
        .map(|night| Some(pattern[night % pattern.len()]))
        .collect();
    nights(&counts)
}

/// A month in which each day's exposures are set as well.
fn month_with(pattern: &[u32], set: impl Fn(usize, &mut Night)) -> Vec<Night> {
    let mut all = month(pattern);
    for (place, night) in all.iter_mut().enumerate() {
        set(place, night);
    }
    all
}

fn blocked(plan: &insight::Plan) -> Vec<&str> {
    plan.blocked
        .iter()
        .map(|blocked| blocked.remedy.id)
        .collect()
}

fn advised(plan: &insight::Plan) -> Vec<&'static str> {
    plan.now
        .iter()
        .chain(&plan.later)
        .map(|step| step.remedy.id)
        .collect()
}

macro_rules! golden {
    ($($name:ident: $person:expr, $nights:expr;)*) => {$(
        #[test]
        fn $name() {
            snapshot(stringify!($name), &of(&$person, &$nights));
        }
    )*};
}

golden! {
    heart_failure_74: healthy(74, Sex::Male)
        .with_condition("heart-failure")
        .taking_medicine("bisoprolol")
        .taking_medicine("spironolactone")
        .taking_medicine("furosemide"), month(&[1, 0, 0]);
    artery_disease_68_who_smokes: healthy(68, Sex::Male)
        .with_condition("peripheral-artery-disease")
        .with_condition("smoking")
        .taking_medicine("atorvastatin")
        .taking_medicine("clopidogrel"), month(&[0, 1]);
    dialysis_59: healthy(59, Sex::Female)
        .with_condition("haemodialysis")
        .with_condition("kidney-failure"), month(&[2, 0, 1]);
    parkinson_71: healthy(71, Sex::Male)
        .with_condition("parkinsons-disease")
        .with_condition("poor-balance")
        .taking_medicine("levodopa-carbidopa"), [];
    diabetes_64_on_insulin_with_numb_feet: healthy(64, Sex::Female)
        .with_condition("diabetes-with-numb-feet")
        .with_condition("peripheral-neuropathy")
        .taking_medicine("insulin-glargine"), month(&[0, 0, 1, 2]);
    vegan_34_with_little_vitamin_d: with_lab(healthy(34, Sex::Female), "vitamin-d", 28.0, "nmol/L"), [];
    athlete_24_in_the_heat: healthy(24, Sex::Male), month_with(&[0, 1, 0, 2], |place, night| {
        let hard = place % 4 == 3;
        amount(night, "sport-exercise", if hard { 120.0 } else { 30.0 });
        yes_no(night, "low-sodium-sweating", hard);
        yes_no(night, "plain-water-after-sweating", hard);
        yes_no(night, "hot-day", true);
    });
    pregnant_says_a_man_of_82: healthy(82, Sex::Male).pregnant(), [];
    turns_18_this_year: healthy(18, Sex::Female), month(&[1, 0]);
    cirrhosis_57_with_ascites: healthy(57, Sex::Male)
        .with_condition("cirrhosis-with-ascites")
        .taking_medicine("spironolactone"), month(&[1, 1, 0]);
    low_sodium_77_on_sertraline: with_lab(healthy(77, Sex::Female).taking_medicine("sertraline"), "sodium", 128.0, "mmol/L"), [];
    restless_legs_50: healthy(50, Sex::Female).with_flag("urge-to-move"), month(&[1, 0, 0, 0]);
    warfarin_79_with_osteoporosis: healthy(79, Sex::Female)
        .with_condition("osteoporosis")
        .taking_medicine("warfarin")
        .taking_medicine("alendronic-acid"), month(&[0, 1, 0]);
    copd_66_on_two_inhalers: healthy(66, Sex::Male)
        .with_condition("lung-disease")
        .taking_medicine("salbutamol")
        .taking_medicine("salmeterol"), month(&[1, 0, 2]);
    alcohol_dependence_48: healthy(48, Sex::Male)
        .with_condition("alcohol-dependence")
        .with_condition("drinks-alcohol")
        .with_condition("daily-heavy-drinking"), [];
    eating_disorder_22: healthy(22, Sex::Female).with_condition("eating-disorder"), [];
    spinal_stenosis_72: healthy(72, Sex::Female)
        .with_condition("spinal-stenosis")
        .taking_medicine("gabapentin"), month(&[1, 0]);
    pre_eclampsia_33: healthy(33, Sex::Female).pregnant().with_condition("pre-eclampsia"), [];
    breastfeeding_31: healthy(31, Sex::Female).with_condition("breastfeeding"), [];
    tendon_55_after_an_antibiotic: healthy(55, Sex::Male).with_condition("recent-fluoroquinolone"), [];
    ramipril_and_spironolactone_72: healthy(72, Sex::Male)
        .with_condition("hypertension")
        .taking_medicine("ramipril")
        .taking_medicine("spironolactone"), month(&[1, 0, 1]);
    heart_failure_80_told_to_drink_little: healthy(80, Sex::Female)
        .with_condition("heart-failure")
        .with_condition("fluid-restriction")
        .with_condition("nocturia")
        .taking_medicine("furosemide"), month(&[0, 1, 0]);
    clot_63_being_treated: healthy(63, Sex::Female)
        .with_condition("current-dvt")
        .taking_medicine("apixaban"), [];
    lithium_45: healthy(45, Sex::Female).taking_medicine("lithium"), [];
    epilepsy_39_on_carbamazepine: healthy(39, Sex::Male)
        .with_condition("seizures")
        .taking_medicine("carbamazepine"), [];
    hardly_any_cramps_40: healthy(40, Sex::Male), nights(&[
        vec![Some(0); 27],
        vec![Some(1)],
    ].concat());
    cramps_every_night_69: healthy(69, Sex::Female), month(&[2, 3, 2]);
    thyroid_58: healthy(58, Sex::Female)
        .with_condition("thyroid-disease")
        .taking_medicine("levothyroxine"), [];
    potassium_high_on_ramipril_70: with_lab(healthy(70, Sex::Male).taking_medicine("ramipril"), "potassium", 5.8, "mmol/L"), [];
    creatinine_says_weak_kidneys_80: with_lab(healthy(80, Sex::Male), "creatinine", 220.0, "µmol/L"), [];
    blood_pressure_61_and_wine: healthy(61, Sex::Female)
        .with_condition("hypertension")
        .with_condition("drinks-alcohol")
        .taking_medicine("lisinopril")
        .taking_medicine("amlodipine"), month_with(&[0, 1, 0, 0, 2], |place, night| {
            amount(night, "alcohol", if place % 5 == 4 { 3.0 } else { 1.0 });
        });
}

#[test]
fn what_must_never_be_in_these_plans() {
    let plan = of(
        &healthy(59, Sex::Female).with_condition("haemodialysis"),
        &[],
    );
    for remedy in ["hydration", "magnesium-supplement", "potassium-supplement"] {
        assert!(blocked(&plan).contains(&remedy), "{remedy}");
    }
    let plan = of(&healthy(31, Sex::Female).with_condition("current-dvt"), &[]);
    for remedy in [
        "massage-preventive",
        "bedtime-stretch",
        "compression-stockings",
    ] {
        assert!(!advised(&plan).contains(&remedy), "{remedy}");
    }
    let plan = of(
        &healthy(22, Sex::Female).with_condition("eating-disorder"),
        &[],
    );
    assert!(!advised(&plan).contains(&"regular-exercise"));
    let plan = of(&healthy(18, Sex::Female), &[]);
    assert!(advised(&plan).is_empty() && plan.water.is_none());
}

#[test]
fn what_rests_on_a_study_in_doubt_is_not_among_what_to_do_now() {
    let plan = of(&healthy(69, Sex::Female), &month(&[2, 3, 2]));
    assert!(plan.now.iter().all(|step| step.remedy.id != "vitamin-k2"));
    assert!(advised(&plan).contains(&"vitamin-k2"));
}

#[test]
fn results_beyond_a_limit_and_contradictions_are_named_for_somebody_to_check() {
    let potassium = with_lab(healthy(70, Sex::Male), "potassium", 5.8, "mmol/L");
    let notes = of(&potassium, &[]).notes;
    assert!(
        notes
            .iter()
            .map(ToString::to_string)
            .any(|note| note.contains("potassium 5.8 mmol/L") && note.contains("doctor has seen")),
        "{notes:?}"
    );
    let notes = of(&healthy(82, Sex::Male).pregnant(), &[]).notes;
    assert!(said(&notes).contains("Please check it"), "{notes:?}");
    assert!(
        !said(&of(&healthy(30, Sex::Female).pregnant(), &[]).notes).contains("Please check it")
    );
}

#[test]
fn little_help_is_said_for_who_has_hardly_any_cramps() {
    let few = of(
        &healthy(40, Sex::Male),
        &nights(&[vec![Some(0); 27], vec![Some(1)]].concat()),
    );
    let many = of(&healthy(40, Sex::Male), &month(&[1, 0]));
    let says = |plan: &insight::Plan| {
        said(&plan.notes).contains("Nothing here is likely to help you much.")
    };
    assert!(says(&few) && !says(&many));
}

#[test]
fn the_week_of_a_pregnancy_is_told_by_its_due_date() {
    let due = |day| {
        let mut person = healthy(31, Sex::Female).pregnant();
        person.pregnancy.as_mut().unwrap().due = Some(day);
        said(&of(&person, &[]).notes)
    };
    // The day of the plans is 20 November 2026.
    for (day, words) in [
        (date(2026, 12, 18), "week 36, in the third trimester"),
        (date(2027, 3, 1), "in the second trimester"),
        (date(2027, 7, 1), "in the first trimester"),
    ] {
        let notes = due(day);
        assert!(notes.contains(words), "{day}: {notes}");
    }
    let mut without = healthy(31, Sex::Female).pregnant();
    without.pregnancy.as_mut().unwrap().due = None;
    let notes = said(&of(&without, &[]).notes);
    assert!(!notes.contains("trimester"), "{notes}");
}
