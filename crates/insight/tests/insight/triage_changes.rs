//! Patterns of change that raise flags by themselves, each with a near miss; and which questions are asked when.

use super::common::{Having, TODAY, healthy, id, night, nights, today, yes_no};
use diary::entry::{Muscle, Sex, Side};
use diary::night::Outcome;
use diary::person::{Course, FlagAnswer, Step};
use diary::{Cramp, Moment, Night, Person, Score, Zone};
use insight::triage::{after_cramp, at_the_start, raised, weekly};
use jiff::SignedDuration;

fn person() -> Person {
    let mut person = healthy(50, Sex::Male);
    person.flags.clear();
    person
}

fn ids(nights: &[Night]) -> Vec<&'static str> {
    raised(&person(), nights, today())
        .iter()
        .map(|raised| raised.flag.id)
        .collect()
}

/// 28 nights with a cramp every `every`-th, then 7 with so many each.
fn then(every: usize, last_week: u32) -> Vec<Night> {
    let mut counts: Vec<Option<u32>> = (0..28).map(|n| Some(u32::from(n % every == 0))).collect();
    counts.extend([Some(last_week); 7]);
    nights(&counts)
}

#[test]
fn sudden_worsening() {
    // 7 in 28 nights, then 14 in 7.
    let found = raised(&person(), &then(4, 2), today());
    assert_eq!(found[0].flag.id, "sudden-worsening");
    assert_eq!(
        found[0].because.to_string(),
        "14 cramps in your last 7 answered nights, after 7 in the 28 before."
    );
    // Steady, slightly more, and none before yet hardly any now.
    assert!(!ids(&then(1, 1)).contains(&"sudden-worsening"));
    assert!(!ids(&then(2, 1)).contains(&"sudden-worsening"));
    let mut few = then(40, 0);
    few[0].outcome = Outcome::Exactly(0);
    few[34].outcome = Outcome::Exactly(3);
    assert!(!ids(&few).contains(&"sudden-worsening"));
    few[33].outcome = Outcome::Exactly(2);
    assert!(ids(&few).contains(&"sudden-worsening"));
    // Too little before to compare with.
    assert!(!ids(&then(4, 2)[20..]).contains(&"sudden-worsening"));
}

/// A cramp so many days ago at an hour in UTC.
fn at(days_ago: i32, hour: i8, cramp: Cramp) -> Night {
    let mut one = night(today().plus_days(-days_ago), Outcome::AtLeast(1));
    let moment = one
        .id
        .evening()
        .at(hour, 0, 0, 0)
        .in_tz("UTC")
        .unwrap()
        .timestamp();
    std::sync::Arc::make_mut(&mut one.cramps).push((Moment::new(moment, Zone::utc()), cramp));
    one
}

#[test]
fn cramps_by_day_or_in_the_arms() {
    let of = |hours: &[i8], muscle: Muscle| -> Vec<Night> {
        hours
            .iter()
            .zip(1..)
            .map(|(&hour, day)| {
                let cramp = Cramp {
                    muscle: Some(muscle),
                    ..Cramp::default()
                };
                at(day, hour, cramp)
            })
            .collect()
    };
    let flag = "generalised-cramps";
    assert!(ids(&of(&[14, 15, 16], Muscle::Calf)).contains(&flag));
    assert!(!ids(&of(&[14, 15, 23], Muscle::Calf)).contains(&flag));
    assert!(
        !ids(&of(&[14, 15, 16, 23, 23, 23], Muscle::Calf)).contains(&flag),
        "half is not most"
    );
    assert!(ids(&of(&[23, 22, 23], Muscle::Arm)).contains(&flag));
    assert!(!ids(&of(&[23, 22], Muscle::Arm)).contains(&flag));
}

/// Cramps of these sides on the last nights, and what was told about swelling on each day.
fn swelling(sides: &[Side], swollen: &[bool]) -> Vec<Night> {
    let mut all: Vec<Night> = swollen
        .iter()
        .rev()
        .zip(0..)
        .map(|(&yes, ago)| {
            let mut one = night(today().plus_days(-ago), Outcome::Missing);
            yes_no(&mut one, "ankle-swelling", yes);
            one
        })
        .collect();
    for (one, side) in all.iter_mut().zip(sides) {
        let moment = one.id.evening().at(23, 0, 0, 0).in_tz("UTC").unwrap();
        one.outcome = Outcome::AtLeast(1);
        std::sync::Arc::make_mut(&mut one.cramps).push((
            Moment::new(moment.timestamp(), Zone::utc()),
            Cramp {
                side: Some(*side),
                ..Cramp::default()
            },
        ));
    }
    all.sort_by_key(|night| night.id);
    all
}

#[test]
fn one_swollen_leg() {
    let flag = "one-leg-swollen-warm-red";
    let left = [Side::Left; 3];
    let new = [false, false, false, true];
    let found = raised(&person(), &swelling(&left, &new), today());
    assert_eq!(found[0].flag.id, flag);
    assert!(
        found[0].because.to_string().contains("left leg"),
        "{}",
        found[0].because
    );
    assert!(found[0].silences);
    // Long known, no longer there, or not one leg.
    assert!(!ids(&swelling(&left, &[true; 4])).contains(&flag));
    assert!(!ids(&swelling(&left, &[false, true, false, false, false])).contains(&flag));
    let both = [Side::Left, Side::Right, Side::Left];
    assert!(!ids(&swelling(&both, &new)).contains(&flag));
    assert!(!ids(&swelling(&left[..2], &new)).contains(&flag));
}

/// 42 nights: stretched on so many of the last, with these cramps a night in the first and last fortnight.
fn six_weeks(stretched: usize, first: u32, last: u32) -> Vec<Night> {
    let counts: Vec<Option<u32>> = (0..42)
        .map(|n| Some(if n < 28 { first } else { last }))
        .collect();
    let mut all = nights(&counts);
    for (number, one) in all.iter_mut().enumerate() {
        yes_no(one, "lack-of-stretching", number < 42 - stretched);
    }
    all
}

#[test]
fn six_weeks_of_stretching_without_gain() {
    let flag = "self-care-fails";
    assert!(ids(&six_weeks(30, 1, 1)).contains(&flag));
    assert!(
        !ids(&six_weeks(27, 1, 1)).contains(&flag),
        "not done often enough"
    );
    assert!(!ids(&six_weeks(30, 2, 1)).contains(&flag), "it fell");
    assert!(
        !ids(&six_weeks(30, 0, 0)).contains(&flag),
        "nothing to fall"
    );
    assert!(
        !ids(&six_weeks(30, 1, 1)[14..]).contains(&flag),
        "four weeks"
    );
}

#[test]
fn six_weeks_of_evening_walks_without_gain() {
    let flag = "self-care-fails";
    let walked = |times: usize| {
        let mut all = nights(&[Some(1); 42]);
        for (number, one) in all.iter_mut().enumerate() {
            yes_no(one, "walk-after-dinner", number < times);
        }
        all
    };
    let found = raised(&person(), &walked(30), today());
    let because = found
        .iter()
        .find(|one| one.flag.id == flag)
        .unwrap()
        .because
        .to_string();
    assert!(
        because.starts_with("You took an evening walk on 30 of the last 42 nights"),
        "{because}"
    );
    assert!(!ids(&walked(27)).contains(&flag));
}

#[test]
fn few_questions_after_a_cramp_and_only_those_that_fit() {
    let began = |hour: i8| {
        let at = TODAY.at(hour, 0, 0, 0).in_tz("UTC").unwrap();
        Moment::new(at.timestamp(), Zone::utc())
    };
    let asked = |person: &Person, hour: i8, cramp: &Cramp| -> Vec<&str> {
        after_cramp(person, &began(hour), cramp, today())
            .iter()
            .map(|flag| flag.id)
            .collect()
    };
    let plain = Cramp::default();
    assert_eq!(asked(&person(), 3, &plain), Vec::<&str>::new());
    assert_eq!(asked(&person(), 14, &plain), ["generalised-cramps"]);
    let long = Cramp {
        ended: began(3).at.checked_add(SignedDuration::from_mins(11)).ok(),
        pain: Some(Score::new(9).unwrap()),
        muscle: Some(Muscle::Foot),
        ..Cramp::default()
    };
    assert_eq!(
        asked(&person(), 3, &long),
        ["cramp-over-10-minutes", "one-leg-swollen-warm-red"]
    );
    let foot = Cramp {
        muscle: Some(Muscle::Toes),
        ..Cramp::default()
    };
    assert_eq!(asked(&person(), 3, &foot), ["rest-pain-hanging-foot"]);
    let arm = Cramp {
        muscle: Some(Muscle::Arm),
        ..Cramp::default()
    };
    assert_eq!(
        asked(&person(), 3, &arm),
        ["mouth-tingling-hand-spasm", "generalised-cramps"]
    );
    // Answered this week: not again.
    assert_eq!(asked(&healthy(50, Sex::Male), 3, &foot), Vec::<&str>::new());
    let sore = Cramp {
        soreness: Some(Score::new(8).unwrap()),
        ..Cramp::default()
    };
    assert_eq!(
        asked(&person(), 3, &sore),
        ["pop-or-injury", "one-leg-swollen-warm-red"]
    );
}

#[test]
fn a_new_medicine_is_asked_about_after_any_cramp_and_two_answers_a_day_are_enough() {
    let at = TODAY.at(3, 0, 0, 0).in_tz("UTC").unwrap().timestamp();
    let began = Moment::new(at, Zone::utc());
    let asked = |person: &Person, cramp: &Cramp| -> Vec<&str> {
        let flags = after_cramp(person, &began, cramp, today());
        flags.iter().map(|flag| flag.id).collect()
    };
    let since = |days: i32| {
        let mut someone = person();
        let steps = vec![Step {
            since: Some(today().plus_days(-days).evening()),
            present: true,
        }];
        let course = Course { steps, dose: None };
        someone.medicines.insert(id("salbutamol"), course);
        someone
    };
    assert_eq!(asked(&since(20), &Cramp::default()), ["after-new-drug"]);
    assert_eq!(
        asked(&since(200), &Cramp::default()),
        Vec::<&str>::new(),
        "it is not new any more"
    );
    let long = Cramp {
        ended: at.checked_add(SignedDuration::from_mins(11)).ok(),
        pain: Some(Score::new(9).unwrap()),
        ..Cramp::default()
    };
    let mut answered = since(20);
    for flag in asked(&since(20), &long) {
        let answer = FlagAnswer {
            present: false,
            seen: false,
            answered: TODAY,
        };
        answered.flags.insert(id(flag), answer);
        let left = asked(&answered, &long).len();
        assert_eq!(
            left,
            2 - answered.flags.len(),
            "no third question comes after"
        );
    }
}

#[test]
fn the_start_asks_what_cannot_wait_and_a_week_asks_one_question() {
    let start: Vec<&str> = at_the_start(&person(), today())
        .iter()
        .map(|f| f.id)
        .collect();
    assert!(start.contains(&"stroke-signs") && start.contains(&"one-leg-swollen-warm-red"));
    assert!(!start.contains(&"urge-to-move"), "it can wait");
    assert!(at_the_start(&healthy(50, Sex::Male), today()).is_empty());
    assert_eq!(
        weekly(&person(), today()).unwrap().id,
        "anything-new-this-week"
    );
    let mut asked = person();
    let mut answer = |days_ago: i32| {
        asked.flags.insert(
            id("anything-new-this-week"),
            FlagAnswer {
                present: false,
                seen: false,
                answered: today().plus_days(-days_ago).evening(),
            },
        );
        weekly(&asked, today()).is_some()
    };
    assert!(!answer(0));
    assert!(!answer(6));
    assert!(answer(7));
    let yes = person().with_flag("anything-new-this-week");
    assert_eq!(
        raised(&yes, &[], today())[0].flag.id,
        "anything-new-this-week"
    );
}
