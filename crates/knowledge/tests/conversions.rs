//! What devices count: the hour of late caffeine is the one that the check-in asks about.

use knowledge::{Learned, conversion};

#[test]
fn the_hour_of_late_caffeine_is_the_one_that_is_asked_about() {
    let factor = knowledge::factor("caffeine").expect("the factor");
    let Learned::Asked(question) = factor.learned else {
        panic!("it is asked");
    };
    let hour = conversion::LATE_CAFFEINE.value - 12.0;
    assert!(
        question.text.contains(&format!("after {hour} pm")),
        "{}",
        question.text
    );
}

#[test]
fn every_conversion_says_what_it_is_for_and_a_read_one_where() {
    for one in conversion::ALL {
        assert!(one.value > 0.0 && !one.reason.is_empty(), "{}", one.id);
        let is_judgement = one.reason.contains("Our judgement");
        assert_eq!(one.source_url.is_empty(), is_judgement, "{}", one.id);
    }
}
