//! Which questions are asked, and what “same as usual” proposes.

use std::collections::BTreeMap;

use super::common::{Having, amount, healthy, nights, today, yes_no};
use diary::entry::{Answer, Sex};
use diary::{Amount, Night, NightId, Person};
use insight::checkin::{EVENING_QUESTIONS, MORNING_QUESTIONS, questions, usual};
use knowledge::{AnswerKind, Factor, Learned, When};

fn ids(person: &Person, nights: &[Night], day: NightId, when: When) -> Vec<&'static str> {
    questions(person, nights, day, when)
        .iter()
        .map(|factor| factor.id)
        .collect()
}

fn factor(id: &str) -> &'static Factor {
    knowledge::factor(id).unwrap()
}

fn answer_no(night: &mut Night, factor: &Factor) {
    let Learned::Asked(question) = factor.learned else {
        panic!("{} is not asked", factor.id)
    };
    match question.answer {
        AnswerKind::YesNo => yes_no(night, factor.id, false),
        _ => amount(night, factor.id, 0.0),
    }
}

#[test]
fn few_questions_and_the_likely_causes_on_the_first_evening() {
    let person = healthy(50, Sex::Male);
    let evening = ids(&person, &[], today(), When::Evening);
    assert_eq!(evening.len(), EVENING_QUESTIONS);
    for likely in ["alcohol", "overexertion", "prolonged-standing"] {
        assert!(
            evening.contains(&likely),
            "{likely} is missing from {evening:?}"
        );
    }
    assert!(ids(&person, &[], today(), When::Morning).len() <= MORNING_QUESTIONS);
}

#[test]
fn over_a_month_every_question_comes_up_and_the_likely_ones_most() {
    let person = healthy(50, Sex::Male);
    let mut diary = nights(&[Some(0); 42]);
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for day in 0..diary.len() {
        let asked = questions(&person, &diary[..day], diary[day].id, When::Evening);
        assert_eq!(asked.len(), EVENING_QUESTIONS);
        for factor in asked {
            answer_no(&mut diary[day], factor);
            *times.entry(factor.id).or_default() += 1;
        }
    }
    for factor in knowledge::factors() {
        let Learned::Asked(question) = factor.learned else {
            continue;
        };
        if question.when == When::Evening
            && question.who == knowledge::Who::Everybody
            && question.part_of.is_empty()
        {
            let count = times.get(factor.id).copied().unwrap_or(0);
            assert!(
                count >= 3,
                "{} was asked {count} times in six weeks",
                factor.id
            );
            assert!(
                count <= 30,
                "{} was asked {count} times in six weeks",
                factor.id
            );
        }
    }
    assert!(times["alcohol"] > 2 * times["caffeine"], "{times:?}");
}

#[test]
fn what_was_answered_stays_on_the_page() {
    let person = healthy(50, Sex::Male);
    let mut diary = nights(&[Some(0)]);
    yes_no(&mut diary[0], "hard-floors", true);
    assert_eq!(
        ids(&person, &diary, today(), When::Evening).first(),
        Some(&"hard-floors")
    );
    assert_eq!(
        ids(&person, &diary, today(), When::Evening).len(),
        EVENING_QUESTIONS
    );
}

#[test]
fn questions_for_some_are_not_asked_of_others() {
    let asked = |person: &Person| {
        let all: Vec<&str> = knowledge::factors()
            .iter()
            .filter(|factor| {
                insight::checkin::is_asked(
                    factor,
                    person,
                    &insight::Facts::of(person, today().evening()),
                )
            })
            .map(|factor| factor.id)
            .collect();
        all
    };
    assert!(!asked(&healthy(50, Sex::Male)).contains(&"haemodialysis"));
    assert!(
        asked(&healthy(50, Sex::Male).with_condition("haemodialysis")).contains(&"haemodialysis")
    );
    assert!(!asked(&Person::default()).contains(&"cycle-bleeding"));
}

#[test]
fn usual_needs_five_answers_that_agree() {
    let mut diary = nights(&[Some(0); 10]);
    let footwear = factor("footwear");
    for night in &mut diary[..4] {
        yes_no(night, "footwear", true);
    }
    assert_eq!(usual(&diary, footwear), None);
    yes_no(&mut diary[4], "footwear", false);
    assert_eq!(usual(&diary, footwear), Some(Answer::YesNo(true)));
    yes_no(&mut diary[5], "footwear", false);
    assert_eq!(usual(&diary, footwear), None);
    for (night, drinks) in diary.iter_mut().zip([0.0, 3.0, 1.0, 0.0, 2.0]) {
        amount(night, "alcohol", drinks);
    }
    assert_eq!(
        usual(&diary, factor("alcohol")),
        Some(Answer::Amount(Amount::new(1.0).unwrap()))
    );
}
