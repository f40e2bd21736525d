//! Red flags from answers and from the log.

use super::common::{Having, TODAY, healthy, id, night, nights, today};
use diary::entry::Sex;
use diary::night::Outcome;
use diary::person::{Course, FlagAnswer, Step};
use diary::{Cramp, Minutes, Moment, Night, Person, Zone};
use insight::RaisedFrom;
use insight::triage::{raised, silences_advice, to_ask};
use jiff::{SignedDuration, Timestamp};

fn ids(person: &Person, nights: &[Night]) -> Vec<&'static str> {
    raised(person, nights, today())
        .iter()
        .map(|raised| raised.flag.id)
        .collect()
}

fn man() -> Person {
    healthy(50, Sex::Male)
}

/// Who has not been asked about a flag since.
fn unasked(mut person: Person, flag: &str) -> Person {
    person.flags.remove(flag);
    person
}

#[test]
fn answered_flags_come_most_urgent_first() {
    let person = man()
        .with_flag("urge-to-move")
        .with_flag("stroke-signs")
        .with_flag("pop-or-injury");
    assert_eq!(
        ids(&person, &[]),
        ["stroke-signs", "pop-or-injury", "urge-to-move"]
    );
    assert!(silences_advice(&raised(&person, &[], today())));
    assert!(!silences_advice(&raised(
        &man().with_flag("urge-to-move"),
        &[],
        today()
    )));
}

#[test]
fn a_flag_that_a_professional_has_seen_rests() {
    let mut person = man();
    person.flags.insert(
        id("stroke-signs"),
        FlagAnswer {
            present: true,
            seen: true,
            answered: TODAY,
        },
    );
    assert_eq!(ids(&person, &[]), Vec::<&str>::new());
}

fn cramp_of(minutes: i64, nights_ago: i32) -> Night {
    let mut one = night(today().plus_days(-nights_ago), Outcome::AtLeast(1));
    let at: Timestamp = one
        .id
        .next()
        .evening()
        .at(2, 0, 0, 0)
        .in_tz("UTC")
        .unwrap()
        .timestamp();
    let ended = at
        .saturating_add(SignedDuration::from_mins(minutes))
        .unwrap();
    std::sync::Arc::make_mut(&mut one.cramps).push((
        Moment::new(at, Zone::utc()),
        Cramp {
            ended: Some(ended),
            ..Cramp::default()
        },
    ));
    one
}

#[test]
fn a_cramp_of_more_than_ten_minutes() {
    let person = unasked(man(), "cramp-over-10-minutes");
    assert_eq!(ids(&person, &[cramp_of(11, 3)]), ["cramp-over-10-minutes"]);
    assert_eq!(ids(&person, &[cramp_of(10, 3)]), Vec::<&str>::new());
    assert_eq!(ids(&person, &[cramp_of(30, 6)]), ["cramp-over-10-minutes"]);
    assert_eq!(ids(&person, &[cramp_of(30, 7)]), Vec::<&str>::new());
    // Asked after that night, the person said that it was not like that.
    assert_eq!(ids(&man(), &[cramp_of(11, 3)]), Vec::<&str>::new());
}

#[test]
fn a_cramp_ended_hours_later_was_not_measured() {
    let person = unasked(man(), "cramp-over-10-minutes");
    assert_eq!(ids(&person, &[cramp_of(60, 1)]), ["cramp-over-10-minutes"]);
    for minutes in [61, 200] {
        assert_eq!(ids(&person, &[cramp_of(minutes, 1)]), Vec::<&str>::new());
    }
    // It does not hide a shorter one of the same night either.
    let mut both = cramp_of(200, 1);
    std::sync::Arc::make_mut(&mut both.cramps).extend(cramp_of(12, 1).cramps.iter().cloned());
    assert_eq!(ids(&person, &[both]), ["cramp-over-10-minutes"]);
    // Minutes that the person told are theirs.
    let mut told = night(today().previous(), Outcome::Exactly(1));
    told.minutes = Some(Minutes::new(90).unwrap());
    assert_eq!(ids(&person, &[told]), ["cramp-over-10-minutes"]);
}

#[test]
fn a_long_cramp_in_the_log_silences_advice_for_a_day_and_never_relief() {
    let person = unasked(man(), "cramp-over-10-minutes");
    for (nights_ago, silent) in [(0, true), (1, true), (2, false), (6, false)] {
        let raised = raised(&person, &[cramp_of(14, nights_ago)], today());
        assert_eq!(raised.len(), 1);
        assert_eq!(silences_advice(&raised), silent, "{nights_ago} nights ago");
        assert!(!raised[0].comes_before_relief());
        assert_eq!(
            raised[0].from,
            RaisedFrom::Night(today().plus_days(-nights_ago))
        );
    }
    // What the person answered holds until it is seen, and comes before relief.
    let answered = man().with_flag("cramp-over-10-minutes");
    let raised = raised(&answered, &[cramp_of(14, 6)], today());
    assert_eq!(raised.len(), 1);
    assert!(silences_advice(&raised) && raised[0].comes_before_relief());
    assert_eq!(raised[0].from, RaisedFrom::Answer(TODAY));
    assert_eq!(
        raised[0].because.to_string(),
        "You answered yes on 20 November 2026 to: “Does a cramp last longer than 10 minutes and not ease with \
         stretching?”"
    );
}

#[test]
fn minutes_of_a_single_cramp_count_and_of_several_do_not() {
    let person = unasked(man(), "cramp-over-10-minutes");
    let of = |count| {
        let mut one = night(today().previous(), Outcome::Exactly(count));
        one.minutes = Some(Minutes::new(14).unwrap());
        one
    };
    assert_eq!(ids(&person, &[of(1)]), ["cramp-over-10-minutes"]);
    assert_eq!(ids(&person, &[of(3)]), Vec::<&str>::new());
}

#[test]
fn nearly_every_night_for_two_weeks() {
    let person = unasked(man(), "nightly-or-sleep-loss");
    let mut counts = [Some(1); 14];
    counts[3] = Some(0);
    counts[4] = None;
    assert_eq!(ids(&person, &nights(&counts)), ["nightly-or-sleep-loss"]);
    let every_other: Vec<_> = (0..14).map(|n| Some(n % 2)).collect();
    assert_eq!(ids(&person, &nights(&every_other)), Vec::<&str>::new());
    // Nine answered nights are too few to say so.
    let mut few = [None; 14];
    few[..9].fill(Some(2));
    assert_eq!(ids(&person, &nights(&few)), Vec::<&str>::new());
}

#[test]
fn a_new_medicine_and_then_cramps() {
    let mut person = unasked(man(), "after-new-drug");
    let start = today().plus_days(-14);
    let steps = vec![Step {
        since: Some(start.evening()),
        present: true,
    }];
    person
        .medicines
        .insert(id("hydrochlorothiazide"), Course { steps, dose: None });
    let worse: Vec<_> = (0..40)
        .map(|n| Some(u32::from(n > 26 && n % 2 == 0)))
        .collect();
    assert_eq!(ids(&person, &nights(&worse)), ["after-new-drug"]);
    let steady: Vec<_> = (0..40).map(|n| Some(n % 2)).collect();
    assert_eq!(ids(&person, &nights(&steady)), Vec::<&str>::new());
    let because = raised(&person, &nights(&worse), today())
        .remove(0)
        .because
        .to_string();
    assert!(because.contains("6 November 2026"), "{because}");
}

#[test]
fn questions_for_people_on_a_medicine_are_not_asked_of_others() {
    let asked = |person: &Person| {
        to_ask(person, today())
            .iter()
            .map(|flag| flag.id)
            .collect::<Vec<_>>()
    };
    assert!(!asked(&man()).contains(&"lithium-toxicity"));
    assert!(asked(&man().taking_medicine("lithium")).contains(&"lithium-toxicity"));
    assert!(!asked(&man()).contains(&"pregnant-pre-eclampsia"));
}

#[test]
fn questions_about_a_medicine_are_only_for_those_who_take_it() {
    let asked = |person: &Person| -> Vec<&str> {
        to_ask(person, today()).iter().map(|flag| flag.id).collect()
    };
    let about_medicines = [
        ("lithium-toxicity", "lithium"),
        ("digoxin-toxicity", "digoxin"),
        ("statin-new-muscle-pain", "simvastatin"),
        ("steroid-dependent-vomiting", "prednisolone"),
        ("quinine-reaction", "quinine"),
    ];
    let unknown = asked(&Person::default());
    for (flag, medicine) in about_medicines {
        assert!(!unknown.contains(&flag), "{flag}");
        let taking = Person::default().taking_medicine(medicine);
        assert!(asked(&taking).contains(&flag), "{flag}");
    }
    // Of whom it is not known whether it concerns them: asked.
    for flag in [
        "pregnant-one-leg",
        "missed-dialysis-weakness",
        "child-limping",
    ] {
        assert!(unknown.contains(&flag), "{flag}");
    }
    // Whom it does not concern: not asked.
    for flag in [
        "pregnant-one-leg",
        "missed-dialysis-weakness",
        "child-limping",
    ] {
        assert!(!asked(&man()).contains(&flag), "{flag}");
    }
}

#[test]
fn every_flag_is_raised_by_a_yes_and_by_nothing_of_a_healthy_person() {
    assert_eq!(ids(&man(), &[]), Vec::<&str>::new());
    for flag in knowledge::flags() {
        assert_eq!(ids(&man().with_flag(flag.id), &[]), [flag.id]);
    }
}

#[test]
fn every_background_factor_can_be_present_in_somebody() {
    use knowledge::Learned;
    for factor in knowledge::factors() {
        let person = match factor.learned {
            Learned::Condition(id) => man().with_condition(id),
            Learned::Medicines(classes) => {
                let medicine = knowledge::medicines()
                    .iter()
                    .find(|one| classes.iter().any(|class| knowledge::takes(one, class)))
                    .unwrap_or_else(|| panic!("{}: nobody can take it", factor.id));
                man().taking_medicine(medicine.id)
            }
            Learned::Asked(_) | Learned::Derived(_) => continue,
        };
        let of = |person: &Person| {
            let facts = insight::Facts::of(person, TODAY);
            insight::background::presence(factor, person, &facts, TODAY).present
        };
        assert_eq!(of(&person), Some(true), "{}", factor.id);
        assert_eq!(of(&man()), Some(false), "{}: a near miss", factor.id);
    }
}
