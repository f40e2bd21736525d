//! Guided routines: who is offered which, how they grow, what doing one writes down.

use diary::entry::{Answer, Sex};
use diary::{Night, Person};
use infer::Seed;
use insight::routine::{Offer, answer, offer, poses, stage, week};
use insight::{analyse, plan};

use super::common::{Having, amount, healthy, nights, today, yes_no};

fn offers(person: &Person) -> Vec<Offer> {
    let suspects = analyse(person, &[], today(), Seed(1)).unwrap();
    let plan = plan(person, &[], &suspects, today());
    knowledge::routines()
        .iter()
        .map(|routine| offer(routine, person, &plan, today()))
        .collect()
}

fn offered(id: &str, person: &Person) -> Offer {
    let place = knowledge::routines()
        .iter()
        .position(|routine| routine.id == id)
        .unwrap();
    offers(person).swap_remove(place)
}

#[test]
fn a_healthy_adult_is_offered_all() {
    let person = healthy(45, Sex::Male);
    for (routine, offer) in knowledge::routines().iter().zip(offers(&person)) {
        assert!(matches!(offer, Offer::Offered { .. }), "{}", routine.id);
    }
}

#[test]
fn who_might_fall_stretches_sitting() {
    for person in [
        healthy(60, Sex::Female).with_condition("poor-balance"),
        healthy(80, Sex::Female),
        healthy(30, Sex::Female).pregnant(),
        healthy(60, Sex::Male).with_condition("recent-fluoroquinolone"),
    ] {
        let Offer::NotForYou {
            says,
            because,
            instead,
        } = offered("calf-wall", &person)
        else {
            panic!("standing is offered");
        };
        assert!(says[0].to_string().contains("seated") && !because.is_empty());
        assert_eq!(instead.map(|other| other.id), Some("calf-seated"));
        assert!(matches!(
            offered("calf-seated", &person),
            Offer::Offered { .. }
        ));
    }
}

#[test]
fn a_possible_clot_or_a_child_gets_none() {
    let clot = healthy(60, Sex::Female).with_flag("one-leg-swollen-warm-red");
    let child = healthy(15, Sex::Male);
    assert!(offers(&clot).iter().all(|offer| *offer == Offer::HelpFirst));
    assert!(
        offers(&child)
            .iter()
            .all(|offer| matches!(offer, Offer::NotForYou { .. }))
    );
    // A clot that is being treated is no alarm, yet the leg is left alone.
    let treated = healthy(60, Sex::Female).with_condition("current-dvt");
    for id in ["leg-massage", "calf-seated", "hamstring", "heel-raises"] {
        assert!(
            matches!(
                offered(id, &treated),
                Offer::NotForYou { instead: None, .. }
            ),
            "{id}"
        );
    }
}

#[test]
fn unknown_is_asked_and_something_safe_is_there_meanwhile() {
    let mut person = healthy(60, Sex::Male);
    person.conditions.remove("falls");
    let Offer::Asks { missing, instead } = offered("calf-wall", &person) else {
        panic!("unknown counted as safe");
    };
    assert_eq!(missing[0].asks, ["falls"]);
    assert_eq!(instead.map(|other| other.id), Some("calf-seated"));
}

#[test]
fn what_is_not_offered_stays_so_with_one_condition_more() {
    for condition in knowledge::conditions() {
        let person = healthy(45, Sex::Female).with_condition(condition.id);
        let more = person.clone().with_condition("falls");
        for (one, two) in offers(&person).iter().zip(offers(&more)) {
            let is_open = |offer: &Offer| matches!(offer, Offer::Offered { .. });
            assert!(is_open(one) || !is_open(&two), "{}", condition.id);
        }
    }
}

/// Nights of which the last `days` say that the calves were stretched.
fn stretched(days: &[bool]) -> Vec<Night> {
    let mut all = nights(&vec![Some(0); days.len()]);
    for (night, &done) in all.iter_mut().zip(days) {
        yes_no(night, "lack-of-stretching", !done);
    }
    all
}

#[test]
fn weeks_count_from_the_first_day_and_a_long_pause_begins_again() {
    let routine = knowledge::routine("calf-wall").unwrap();
    assert_eq!(week(routine, &[], today()), 1);
    assert_eq!(week(routine, &stretched(&[true; 7]), today()), 1);
    assert_eq!(week(routine, &stretched(&[true; 15]), today()), 3);
    // Every second day is a run too.
    let second: Vec<bool> = (0..29).map(|day| day % 2 == 0).collect();
    assert_eq!(week(routine, &stretched(&second), today()), 5);
    // Fifteen days without end it.
    let mut paused = vec![true; 30];
    paused.extend([false; 15]);
    assert_eq!(week(routine, &stretched(&paused), today()), 1);
    paused.push(true);
    assert_eq!(week(routine, &stretched(&paused), today()), 1);
}

#[test]
fn an_amount_counts_from_what_the_button_writes() {
    let routine = knowledge::routine("heel-raises").unwrap();
    let mut all = nights(&[Some(0); 8]);
    amount(&mut all[0], "sport-exercise", 60.0);
    assert_eq!(week(routine, &all, today()), 2);
    amount(&mut all[0], "sport-exercise", 0.0);
    assert_eq!(week(routine, &all, today()), 1);
}

#[test]
fn only_what_grows_grows() {
    let routine = knowledge::routine("heel-raises").unwrap();
    let repetitions = |week| -> Vec<u32> {
        poses(routine, week)
            .iter()
            .map(|pose| pose.repetitions)
            .collect()
    };
    assert_eq!(repetitions(1), [1, 8, 1, 1]);
    assert_eq!(repetitions(4), [1, 10, 1, 1]);
    assert_eq!(repetitions(100), [1, 15, 1, 1]);
    assert_eq!(stage(routine, 4).map(|stage| stage.from), Some(3));
    let holds: Vec<Option<u32>> = poses(knowledge::routine("calf-wall").unwrap(), 3)
        .iter()
        .map(|pose| pose.hold_seconds)
        .collect();
    assert_eq!(holds, [None, Some(15), Some(10)]);
}

#[test]
fn doing_writes_what_the_check_in_would() {
    let written = |id: &str| answer(&knowledge::routine(id).unwrap().done.unwrap()).unwrap();
    assert_eq!(written("calf-wall"), Answer::YesNo(false));
    assert_eq!(written("evening-walk"), Answer::YesNo(true));
    assert!(matches!(written("break-up-sitting"), Answer::Amount(hours) if hours.get() == 0.5));
}
