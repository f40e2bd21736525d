//! The tests of this crate in one program.
#![expect(
    clippy::unwrap_used,
    reason = "the helpers of tests may fail as loudly as the tests"
)]

mod insight {
    mod checkin;
    mod common;
    mod cycle;
    mod doubt;
    mod golden_people;
    mod intake;
    mod labs;
    mod matrix;
    mod medicines;
    mod plan_golden;
    mod pregnancy;
    mod questionnaire;
    mod reach;
    mod routine;
    mod safety;
    mod summary;
    mod suspects;
    mod triage;
    mod triage_changes;
    mod trial;
    mod trial_together;
    mod water;
    mod wish;
}
