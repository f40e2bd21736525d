//! What a reader of a trial's result must know.

use super::analysis::Nights;
use super::data::{Outcomes, Trial};
use super::design::Arm;
use super::e_process::largest_e_value;
use super::randomisation::smallest_p;
use super::refusal::TrialNote;
use crate::answer::Note;

/// Fewer events than these are few.
const FEW: f64 = 10.0;
/// What the e-value must reach for a clear answer.
pub const CLEAR_E_VALUE: f64 = 20.0;

pub(super) fn notes(
    trial: &Trial,
    outcomes: &[Option<f64>],
    nights: Nights,
    engine: &[Note],
) -> Vec<TrialNote> {
    let mut notes = Vec::new();
    let all = trial.days.len();
    let of_arm = |arm| trial.arms.iter().filter(move |other| **other == arm);
    let missing = all - nights.a - nights.b;
    if missing * 5 > all {
        notes.push(TrialNote::ManyMissing {
            missing,
            nights: all,
        });
    }
    let share = |seen: usize, all: usize| 1.0 - seen as f64 / all.max(1) as f64;
    let a = share(nights.a, of_arm(Arm::A).count());
    let b = share(nights.b, of_arm(Arm::B).count());
    if (a - b).abs() > 0.2 {
        notes.push(TrialNote::UnevenlyMissing { a, b });
    }
    if !matches!(trial.outcomes, Outcomes::Measured(_)) {
        let events = |arm: Arm| -> f64 {
            let nights = trial
                .arms
                .iter()
                .zip(outcomes)
                .filter(|(other, _)| **other == arm);
            nights.filter_map(|(_, y)| *y).sum()
        };
        let both = Arm::BOTH.map(events);
        if both[0] + both[1] < FEW {
            notes.push(TrialNote::FewEvents {
                events: both[0] + both[1],
            });
        }
        for (arm, events) in Arm::BOTH.into_iter().zip(both) {
            if events == 0.0 {
                notes.push(TrialNote::NoneInArm { arm });
            }
        }
    }
    notes.extend(engine.iter().filter_map(|note| match *note {
        Note::PoorFit { statistic, p } => Some(TrialNote::PoorFit { statistic, p }),
        _ => None,
    }));
    notes.extend(of_the_draw(trial));
    if !trial.done.is_empty() {
        let followed: Vec<f64> = (trial.arms.iter().zip(&trial.done))
            .filter_map(|(arm, done)| {
                done.map(|done| if *arm == Arm::A { done } else { 1.0 - done })
            })
            .collect();
        if !followed.is_empty() {
            notes.push(TrialNote::Followed {
                share: followed.iter().sum::<f64>() / followed.len() as f64,
                told: followed.len(),
                nights: all,
            });
        }
    }
    notes
}

fn of_the_draw(trial: &Trial) -> Vec<TrialNote> {
    let Some(drawn) = &trial.drawn else {
        return vec![TrialNote::NotDrawn];
    };
    let orders = drawn.admissible.count_f64();
    if orders <= 1.0 {
        return vec![TrialNote::OneOrder];
    }
    let mut notes = Vec::new();
    let p = smallest_p(&drawn.admissible);
    if p > 0.05 {
        notes.push(TrialNote::FewOrders {
            orders,
            smallest_p: p,
        });
    }
    let largest = largest_e_value(&drawn.admissible);
    if largest < CLEAR_E_VALUE {
        notes.push(TrialNote::EValueOutOfReach { largest });
    }
    let stakes = drawn.admissible.stakes();
    if drawn.over == drawn.order.len() - 1 && stakes.last().is_some_and(|stake| stake.len() > 1) {
        notes.push(TrialNote::UnfinishedPair);
    }
    notes
}
