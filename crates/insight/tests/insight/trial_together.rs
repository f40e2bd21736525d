//! Several trials of one thing, taken together.

use diary::NightId;
use diary::trial::Subject;
use insight::trial::{
    Advice, Course, Found, Log, Numbers, Ratio, by_thing, courses, outcome, together,
};

use texts::Language;

use super::common::{id, nights, today};
use super::trial::{log, record};

fn course(first_night: NightId) -> Course {
    courses(&log(record(first_night, "ABBAABBA", 2, 0), &[])).remove(0)
}

/// A trial whose analysis gave a normal posterior of the log ratio.
fn found(days_ago: i32, mean: f64, sd: f64, e_value: Option<f64>) -> Found {
    let course = course(today().plus_days(-days_ago));
    let kept = nights(&[Some(1); 200]);
    let at = |z: f64| libm::exp(mean + z * sd);
    let numbers = Numbers {
        ratio: Ratio {
            estimate: at(0.0),
            low: at(-1.645),
            high: at(1.645),
        },
        log: Log { mean, sd },
        dots: std::array::from_fn(|i| at(-1.9 + 0.2 * i as f64)),
        p_benefit: 0.9,
        p_randomisation: Some(0.1),
        e_value,
        as_done: None,
        diagnostics: Vec::new(),
    };
    let through = today().plus_days(15 - days_ago);
    let outcome = outcome(&course, &kept, through, numbers);
    Found { course, outcome }
}

#[test]
fn one_trial_says_what_it_says_alone() {
    let one = found(100, -0.5, 0.3, Some(4.0));
    assert_eq!(together(std::slice::from_ref(&one)), Some(one.outcome));
    assert_eq!(together(&[]), None);
}

#[test]
fn trials_that_agree_say_more_together() {
    let both = [
        found(150, -0.6, 0.3, Some(6.0)),
        found(60, -0.5, 0.3, Some(5.0)),
    ];
    assert!(
        both.iter()
            .all(|one| one.outcome.advice == Advice::TestLonger)
    );
    let all = together(&both).unwrap();
    assert_eq!(all.numbers.e_value, Some(30.0));
    assert_eq!(all.advice, Advice::Keep, "30 to 1 is an answer");
    assert!(all.numbers.log.sd < 0.3, "{:?}", all.numbers.log);
    assert!(
        (-0.65..-0.45).contains(&all.numbers.log.mean),
        "{:?}",
        all.numbers.log
    );
    assert_eq!(all.arms[0].nights, 16, "eight of each trial");
    let first = all.sentences[0].to_string();
    assert!(
        first.starts_with("Your 2 trials of this together: The chance that"),
        "{first}"
    );
    assert!(
        first.contains("Going by the nights of the trial, a month has about"),
        "{first}"
    );
    assert!(all.numbers.dots.is_sorted());
}

#[test]
fn trials_that_contradict_each_other_say_less() {
    let both = [found(150, -1.0, 0.2, Some(3.0)), found(60, 1.0, 0.2, None)];
    let all = together(&both).unwrap();
    assert_eq!(all.numbers.e_value, None, "one has none");
    assert!(all.numbers.ratio.low < 1.0 && all.numbers.ratio.high > 1.0);
    assert!((0.3..0.7).contains(&all.numbers.p_benefit));
    assert!(all.numbers.log.sd > 0.25, "{:?}", all.numbers.log);
}

#[test]
fn each_thing_has_one_result() {
    let mut other = found(90, -0.2, 0.4, Some(1.0));
    other.course.registration.record.subject = Subject {
        template: id("loose-bedding"),
        remedy: Some(id("loose-bedding")),
        ..other.course.record().subject.clone()
    };
    let all = by_thing(vec![
        found(150, -0.6, 0.3, Some(6.0)),
        other.clone(),
        found(60, -0.5, 0.3, Some(5.0)),
    ]);
    assert_eq!(all.len(), 2);
    assert_eq!(all[0].outcome.numbers.e_value, Some(30.0));
    assert_eq!(all[1], other);
}

#[test]
fn what_came_out_is_whole_in_german() {
    let both = [
        found(150, -0.6, 0.3, Some(6.0)),
        found(60, -0.5, 0.3, Some(5.0)),
    ];
    let all = together(&both).unwrap();
    for sentence in all.sentences.iter().chain(&all.numbers.diagnostics) {
        let german = sentence.within(Language::German, knowledge::in_german);
        assert_ne!(german, sentence.to_string());
        for english in [" the ", " of ", " that ", " to "] {
            assert!(!german.contains(english), "{english}: {german}");
        }
    }
}
