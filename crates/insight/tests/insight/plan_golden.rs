//! Whole plans of golden people, as reviewed snapshots.

use std::fmt::Write;

use super::common::{Chance, Having, amount, healthy, nights, said, today, yes_no};
use diary::entry::{Hemisphere, Sex};
use diary::{Night, Person};
use infer::Seed;
use insight::Water;
use insight::plan::Applies;
use insight::trial::{Advice, Tested};
use insight::{Plan, PlanBasis, analyse, plan};
use knowledge::Urgency;
use texts::Sentence;

pub(crate) fn of(person: &Person, nights: &[Night]) -> Plan {
    let suspects = analyse(person, nights, today(), Seed(1)).unwrap();
    plan(person, nights, &suspects, today())
}

/// The plan as compact text, everything that a person would see.
fn shown(plan: &Plan) -> String {
    let mut text = String::new();
    writeln!(text, "basis: {:?}", plan.basis).unwrap();
    for raised in &plan.raised {
        writeln!(
            text,
            "FLAG {} ({:?}): {}",
            raised.flag.id, raised.flag.urgency, raised.because
        )
        .unwrap();
    }
    for (title, steps) in [("now", &plan.now), ("later", &plan.later)] {
        writeln!(text, "\n{title}:").unwrap();
        for step in steps {
            writeln!(
                text,
                "- {} [look again {}]",
                step.remedy.name, step.look_again
            )
            .unwrap();
            writeln!(text, "    why: {}", step.why).unwrap();
            writeln!(text, "    how sure: {}", step.how_sure).unwrap();
            for warning in &step.warnings {
                let applies = match &warning.applies {
                    Applies::Yes => String::new(),
                    Applies::If(words) => format!(" ({words})"),
                };
                writeln!(
                    text,
                    "    {:?}: {}{applies}",
                    warning.rule.severity, warning.rule.id
                )
                .unwrap();
            }
        }
    }
    writeln!(text, "\nblocked:").unwrap();
    for blocked in &plan.blocked {
        let rules: Vec<&str> = blocked.rules.iter().map(|rule| rule.id).collect();
        writeln!(text, "- {}: {}", blocked.remedy.id, rules.join(", ")).unwrap();
    }
    for reason in plan.about_the_person() {
        writeln!(text, "  rests on: {reason}").unwrap();
    }
    writeln!(text, "\nwater:").unwrap();
    water(&mut text, plan);
    writeln!(text, "\nasked:").unwrap();
    for missing in &plan.missing {
        let waiting: Vec<&str> = missing.waiting.iter().map(|remedy| remedy.id).collect();
        writeln!(
            text,
            "- {} [{}] for {}",
            missing.question,
            missing.asks.join(" "),
            waiting.join(", ")
        )
        .unwrap();
    }
    writeln!(text, "\nnotes:").unwrap();
    for note in &plan.notes {
        writeln!(text, "- {note}").unwrap();
    }
    text
}

fn water(text: &mut String, plan: &Plan) {
    let Some(water) = &plan.water else {
        return;
    };
    writeln!(text, "{}", water.headline()).unwrap();
    match water {
        Water::Target(target) => {
            for part in &target.parts {
                writeln!(text, "- {}", part.line()).unwrap();
            }
            writeln!(
                text,
                "- {}: {}",
                target.rhythm.glasses(),
                target.rhythm.times()
            )
            .unwrap();
            writeln!(text, "- {}", target.rhythm.evening()).unwrap();
            writeln!(text, "- {}", target.after_sweating()).unwrap();
            for warning in &target.warnings {
                writeln!(text, "- {:?}: {}", warning.rule.severity, warning.rule.id).unwrap();
            }
        }
        Water::Asks(missing) => {
            for one in missing {
                writeln!(text, "- {}", one.question).unwrap();
            }
        }
        Water::Silent { messages, because } => {
            for message in messages {
                writeln!(text, "- {message}").unwrap();
            }
            writeln!(text, "- rests on: {}", said(because)).unwrap();
        }
    }
}

pub(crate) fn snapshot(name: &str, plan: &Plan) {
    assert!(plan.now.len() <= 3, "{name}");
    for step in plan.now.iter().chain(&plan.later) {
        for text in [step.why.to_string(), step.how_sure.to_string()] {
            assert!(
                !text.contains('!') && !text.to_lowercase().contains("stop"),
                "{name}: {text}"
            );
        }
    }
    insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(name, shown(plan));
    });
}

#[test]
fn a_pregnant_woman_of_30_on_iron() {
    let person = healthy(30, Sex::Female)
        .pregnant()
        .taking_medicine("ferrous-sulfate");
    snapshot("pregnant_30_on_iron", &of(&person, &[]));
}

#[test]
fn a_woman_of_82_on_furosemide_digoxin_and_warfarin_with_weak_kidneys() {
    let person = healthy(82, Sex::Female)
        .taking_medicine("furosemide")
        .taking_medicine("digoxin")
        .taking_medicine("warfarin")
        .with_condition("kidney-disease-stage-4-5");
    let plan = of(&person, &[]);
    for remedy in [
        "magnesium-supplement",
        "vitamin-k2",
        "hydration",
        "potassium-supplement",
        "nsaid",
    ] {
        assert!(
            plan.blocked
                .iter()
                .any(|blocked| blocked.remedy.id == remedy),
            "{remedy} must be blocked"
        );
    }
    snapshot("kidney_82_on_furosemide_digoxin_warfarin", &plan);
}

#[test]
fn a_healthy_man_of_45() {
    snapshot("healthy_45", &of(&healthy(45, Sex::Male), &[]));
}

#[test]
fn a_healthy_woman_of_70() {
    snapshot("healthy_70", &of(&healthy(70, Sex::Female), &[]));
}

#[test]
fn a_man_of_58_with_numb_feet_from_diabetes_on_a_statin() {
    let person = healthy(58, Sex::Male)
        .with_condition("diabetes-with-numb-feet")
        .taking_medicine("atorvastatin")
        .taking_medicine("metformin");
    let plan = of(&person, &[]);
    assert!(
        plan.now
            .iter()
            .chain(&plan.later)
            .any(|step| step.remedy.id == "medication-review")
    );
    for remedy in ["warmth", "night-splint", "compression-stockings"] {
        assert!(
            plan.blocked
                .iter()
                .any(|blocked| blocked.remedy.id == remedy),
            "{remedy} must be blocked"
        );
    }
    snapshot("numb_feet_58_on_statin", &plan);
}

#[test]
fn a_woman_of_66_on_a_thiazide_and_an_inhaler_with_a_rate() {
    let person = healthy(66, Sex::Female)
        .taking_medicine("hydrochlorothiazide")
        .taking_medicine("salmeterol");
    let counts: Vec<Option<u32>> = (0..28)
        .map(|night| (night % 9 != 0).then_some(night % 3))
        .collect();
    snapshot(
        "thiazide_inhaler_66_with_nights",
        &of(&person, &nights(&counts)),
    );
}

#[test]
fn an_emergency_silences_everything_but_itself() {
    let person = healthy(61, Sex::Male)
        .with_flag("cold-pale-numb-foot")
        .with_flag("urge-to-move");
    let plan = of(&person, &[]);
    assert!(plan.now.is_empty() && plan.later.is_empty());
    assert!(plan.blocked.is_empty() && plan.missing.is_empty());
    assert_eq!(said(&plan.notes), "Please get help for this first.");
    assert_eq!(
        plan.raised.first().map(|raised| raised.flag.urgency),
        Some(Urgency::Emergency)
    );
    snapshot("emergency_61", &plan);
}

#[test]
fn a_boy_of_16_gets_no_plan() {
    let plan = of(&healthy(16, Sex::Male), &[]);
    assert!(plan.now.is_empty() && plan.later.is_empty());
    assert!(said(&plan.notes).contains("under 18"), "{}", plan.notes[0]);
    assert!(!insight::relief(&healthy(16, Sex::Male), today()).is_empty());
    snapshot("boy_16", &plan);
}

#[test]
fn nothing_known_on_day_one() {
    let plan = of(&Person::default(), &[]);
    assert_eq!(plan.basis, PlanBasis::EvidenceOnly);
    assert!(
        !plan.now.is_empty(),
        "something harmless can be done by anybody"
    );
    assert!(!plan.missing.is_empty());
    snapshot("nothing_known", &plan);
}

#[test]
fn the_plan_follows_the_suspects() {
    let person = Person {
        hemisphere: Some(Hemisphere::North),
        ..healthy(52, Sex::Female)
    };
    let mut chance = Chance::new(7);
    let mut nights = nights(&[Some(0); 150]);
    for night in &mut nights {
        let drinks = f64::from(chance.count(0.8));
        let sat = chance.uniform() < 0.4;
        let rate = 0.4 * libm::exp(0.5 * drinks);
        night.outcome = diary::Outcome::Exactly(chance.count(rate));
        amount(night, "alcohol", drinks);
        yes_no(night, "footwear", sat);
    }
    let suspects = analyse(&person, &nights, today(), Seed(1)).unwrap();
    let alcohol = suspects
        .all
        .iter()
        .find(|suspect| suspect.factor.id == "alcohol")
        .unwrap();
    assert_eq!(alcohol.list, insight::List::Likely, "{}", alcohol.sentence);
    let plan = plan(&person, &nights, &suspects, today());
    assert_eq!(
        plan.now.first().map(|step| step.remedy.id),
        Some("limit-alcohol")
    );
    let (expected, low, high) = plan.now[0].avoided_per_month.unwrap();
    assert!(
        low < expected && expected < high && expected > 1.0,
        "{low} {expected} {high}"
    );
    assert_eq!(
        plan.now[0].why.to_string(),
        "Your nights point to alcohol. This takes aim at it."
    );
    assert!(
        plan.now[0]
            .how_sure
            .to_string()
            .contains("150 answered nights"),
        "{}",
        plan.now[0].how_sure
    );
}

fn remedies(steps: &[insight::Step]) -> Vec<&'static str> {
    steps.iter().map(|step| step.remedy.id).collect()
}

#[test]
fn nobody_is_told_to_drink_less_who_never_said_that_they_drink() {
    let mut person = healthy(45, Sex::Male);
    person.conditions.remove("drinks-alcohol");
    let unasked = of(&person, &[]);
    assert!(!remedies(&unasked.now).contains(&"limit-alcohol"));
    assert!(remedies(&unasked.later).contains(&"limit-alcohol"));
    let drinks = of(&person.clone().with_condition("drinks-alcohol"), &[]);
    assert!(remedies(&drinks.now).contains(&"limit-alcohol"));
    let mut evening = nights(&[Some(1)]);
    amount(&mut evening[0], "alcohol", 2.0);
    assert!(remedies(&of(&person, &evening).now).contains(&"limit-alcohol"));
}

#[test]
fn a_likely_medicine_keeps_a_place_for_the_review() {
    let person = healthy(66, Sex::Female)
        .taking_medicine("hydrochlorothiazide")
        .with_condition("drinks-alcohol");
    let nights = nights(&[Some(1); 20]);
    let mut suspects = analyse(&person, &nights, today(), Seed(1)).unwrap();
    // Three habits that cost far more than the medicine.
    for one in &mut suspects.all {
        if [
            "heavy-tight-bedding",
            "lack-of-stretching",
            "prolonged-sitting",
            "alcohol",
        ]
        .contains(&one.factor.id)
        {
            one.list = insight::List::Likely;
            one.tag = insight::Tag::FromYourNights;
            (one.p_raises, one.p_lowers, one.share) = (0.95, 0.0, Some(0.9));
        }
    }
    let now = remedies(&plan(&person, &nights, &suspects, today()).now);
    assert_eq!(now.len(), 3);
    assert_eq!(now[2], "medication-review", "{now:?}");
    for one in &mut suspects.all {
        if one.factor.id == "diuretic-thiazide" {
            one.list = insight::List::Unclear;
        }
    }
    let now = remedies(&plan(&person, &nights, &suspects, today()).now);
    assert!(!now.contains(&"medication-review"), "{now:?}");
}

#[test]
fn a_medicine_that_the_review_does_not_name_is_reviewed_too() {
    let person = healthy(66, Sex::Female).taking_medicine("amlodipine");
    let mut suspects = analyse(&person, &[], today(), Seed(1)).unwrap();
    let amlodipine = suspects
        .all
        .iter_mut()
        .find(|one| one.factor.id == "calcium-channel-blocker")
        .unwrap();
    amlodipine.list = insight::List::Likely;
    (amlodipine.p_raises, amlodipine.p_lowers) = (0.8, 0.0);
    let plan = plan(&person, &[], &suspects, today());
    let review = plan
        .now
        .iter()
        .find(|step| step.remedy.id == "medication-review");
    assert!(
        review.is_some_and(|step| step.why.to_string().contains("calcium channel blockers")),
        "{:?}",
        remedies(&plan.now)
    );
}

#[test]
fn what_the_nights_speak_against_comes_after_what_they_speak_for() {
    let person = Person {
        hemisphere: Some(Hemisphere::North),
        ..healthy(52, Sex::Female)
    };
    let mut chance = Chance::new(11);
    let mut nights = nights(&[Some(0); 500]);
    for night in &mut nights {
        let pointed = chance.uniform() < 0.4;
        let unstretched = chance.uniform() < 0.5;
        let rate = 0.4 * if pointed { 3.0 } else { 1.0 };
        night.outcome = diary::Outcome::Exactly(chance.count(rate));
        yes_no(night, "sleep-position-toes-pointed", pointed);
        yes_no(night, "lack-of-stretching", unstretched);
    }
    let suspects = analyse(&person, &nights, today(), Seed(1)).unwrap();
    let list = |factor: &str| {
        suspects
            .all
            .iter()
            .find(|suspect| suspect.factor.id == factor)
            .map(|suspect| suspect.list)
    };
    assert_eq!(
        list("sleep-position-toes-pointed"),
        Some(insight::List::Likely)
    );
    assert_eq!(list("lack-of-stretching"), Some(insight::List::Unlikely));
    let plan = plan(&person, &nights, &suspects, today());
    let all: Vec<&insight::Step> = plan.now.iter().chain(&plan.later).collect();
    let place = |remedy: &str| {
        all.iter()
            .position(|step| step.remedy.id == remedy)
            .unwrap()
    };
    assert!(place("sleep-position") < place("bedtime-stretch"));
    assert_eq!(
        all[place("bedtime-stretch")].why.to_string(),
        "Your nights do not show that not stretching calves and hamstrings matters; the studies support \
         it a little."
    );
}

#[test]
fn a_finished_trial_counts_for_every_remedy_against_its_cause_and_is_not_offered_again() {
    let person = healthy(66, Sex::Female);
    let nights = nights(&[Some(1); 20]);
    let suspects = analyse(&person, &nights, today(), Seed(1)).unwrap();
    let planned = |advice| {
        let tested = Tested {
            remedy: knowledge::remedy("sleep-position").unwrap(),
            factor: knowledge::factor("sleep-position-toes-pointed"),
            dots: [0.2; 20],
            sentence: Sentence::text(""),
            advice,
            nights: 40,
        };
        let suspects = suspects.clone().with_tests(vec![tested]);
        let plan = plan(&person, &nights, &suspects, today());
        let mut steps = plan.now.into_iter().chain(plan.later);
        move |id: &str| steps.find(|step| step.remedy.id == id).unwrap()
    };
    let mut step = planned(Advice::Keep);
    assert_eq!(step("sleep-position").test, None);
    let other = step("loose-bedding");
    assert!(other.test.is_some(), "this one was not tested");
    assert_eq!(
        other.why.to_string(),
        "Your own trial points to sleeping with toes pointed or prone. This takes aim at it too."
    );
    let mut step = planned(Advice::TestLonger);
    assert!(step("sleep-position").test.is_some());
}
