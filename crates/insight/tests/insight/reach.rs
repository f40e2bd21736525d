//! Every factor can be reached: those of the check-in by an answer that becomes a column, those that are worked out by a person who
//! has them. (Conditions and medicines: `triage`; rules: `safety`.)

use diary::entry::{Hemisphere, Sex};
use diary::{Night, Person};
use insight::background::presence;
use insight::checkin::is_asked;
use insight::matrix::question;
use insight::{Facts, Suspects, suspects};
use knowledge::{AnswerKind, Derivation, Factor, Learned, Who};

use super::common::{Having, TODAY, amount, healthy, nights, today, yes_no};

fn person() -> Person {
    Person {
        birth_year: Some(TODAY.year() - 72),
        height_cm: Some(165.0),
        weight_kg: Some(95.0),
        hemisphere: Some(Hemisphere::South),
        ..healthy(72, Sex::Female)
    }
}

/// A young man of slender build, in the north in autumn: the near miss of all that is worked out.
fn near_miss() -> Person {
    Person {
        height_cm: Some(180.0),
        weight_kg: Some(70.0),
        hemisphere: Some(Hemisphere::North),
        ..healthy(30, Sex::Male)
    }
}

fn found(person: &Person, all: &[Night]) -> Suspects {
    let matrix = question(person, all, today());
    suspects(person, all, today(), None, &matrix)
}

/// Nights of which every other brings the answer “yes”, or the highest amount.
fn answered(factor: &Factor, kind: AnswerKind) -> Vec<Night> {
    let mut all = nights(&[Some(1); 20]);
    for (number, night) in all.iter_mut().enumerate() {
        let yes = number % 2 == 0;
        match kind {
            AnswerKind::YesNo => yes_no(night, factor.id, yes),
            AnswerKind::Score => amount(night, factor.id, if yes { 8.0 } else { 0.0 }),
            AnswerKind::Amount(choices) => {
                let (_, value) = choices[if yes { choices.len() - 1 } else { 0 }];
                amount(night, factor.id, value);
            }
        }
    }
    all
}

#[test]
fn every_factor_of_the_check_in_is_asked_of_somebody_and_becomes_a_column() {
    let mut reached = 0;
    for factor in knowledge::factors() {
        let Learned::Asked(asked) = factor.learned else {
            continue;
        };
        let (meant, not_meant) = match asked.who {
            Who::Everybody => (person(), None),
            Who::With(condition) => (person().with_condition(condition), Some(person())),
        };
        assert!(
            is_asked(factor, &meant, &Facts::of(&meant, TODAY)),
            "{}",
            factor.id
        );
        if let Some(other) = not_meant {
            assert!(
                !is_asked(factor, &other, &Facts::of(&other, TODAY)),
                "{}",
                factor.id
            );
        }
        let all = answered(factor, asked.answer);
        let matrix = question(&meant, &all, today());
        let at = matrix
            .column_of(factor)
            .unwrap_or_else(|| panic!("{}", factor.id));
        let values = &matrix.design.columns[at].values;
        assert!(
            values
                .iter()
                .flatten()
                .any(|value| *value > factor.reference),
            "{}",
            factor.id
        );
        // Too few answers: no column, as nobody could tell anything from them.
        let few = question(&meant, &all[16..], today());
        assert!(few.column_of(factor).is_none(), "{}", factor.id);
        assert!(
            found(&meant, &all)
                .all
                .iter()
                .any(|one| one.factor.id == factor.id)
        );
        reached += 1;
    }
    assert!(reached > 30, "{reached}");
}

#[test]
fn every_factor_that_is_worked_out_has_somebody_with_it_and_a_near_miss() {
    for factor in knowledge::factors() {
        let Learned::Derived(derivation) = factor.learned else {
            continue;
        };
        if derivation == Derivation::Cycle {
            let her = healthy(30, Sex::Female).with_condition("menstruates");
            let mut all = nights(&[Some(1); 40]);
            yes_no(&mut all[20], "cycle-bleeding", false);
            yes_no(&mut all[21], "cycle-bleeding", true);
            assert!(question(&her, &all, today()).column_of(factor).is_some());
            yes_no(&mut all[21], "cycle-bleeding", false);
            assert!(question(&her, &all, today()).column_of(factor).is_none());
            continue;
        }
        let with = if derivation == Derivation::Pregnancy {
            healthy(30, Sex::Female).pregnant()
        } else {
            person()
        };
        // Midsummer in the south is in January.
        let day = if derivation == Derivation::Season {
            jiff::civil::date(2026, 1, 15)
        } else {
            TODAY
        };
        let of = |person: &Person| presence(factor, person, &Facts::of(person, day), day).present;
        assert_eq!(of(&with), Some(true), "{}", factor.id);
        assert_eq!(of(&near_miss()), Some(false), "{}: a near miss", factor.id);
    }
}
