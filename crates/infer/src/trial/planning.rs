//! Planning a trial by imagining it many times: the chance of a clear answer under a design.
//!
//! A clear answer is an e-value that reaches [`CLEAR_E_VALUE`] at the end of some stake: that is what will be believed
//! later, whenever one looks. Trials of the same number use the same random numbers under every design.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use super::data::{Better, Drawn};
use super::design::{BadDesign, TrialDesign};
use super::e_process::{e_process, largest_e_value};
use super::imagine::{Habit, imagine};
use super::notes::CLEAR_E_VALUE;
use crate::design::Seed;

/// What is to be found out, and by whom.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// What the person's nights may be like, in equal shares; none gives no chance.
    pub habits: Vec<Habit>,
    /// What A multiplies the rate by, if it works as supposed.
    pub ratio: f64,
    /// Share of nights that will be answered.
    pub answered: f64,
    /// Nights at the beginning of each period that are left out.
    pub left_out: u16,
}

/// What may come of a design.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chance {
    /// Share of imagined trials whose e-value reached [`CLEAR_E_VALUE`].
    pub chance: f64,
}

/// The chance of a clear answer under a design, from so many imagined trials.
///
/// # Errors
/// [`BadDesign`]: never for a design that [`TrialDesign::new`] let pass.
pub fn chance(
    design: TrialDesign,
    question: &Question,
    trials: u32,
    seed: Seed,
    watch: &mut dyn FnMut(f64),
) -> Result<Chance, BadDesign> {
    let admissible = design.admissible()?;
    let period_of = (0..design.nights()).map(|t| t / usize::from(design.period_nights()));
    let empty = Drawn {
        over: admissible.periods(),
        order: Vec::new(),
        period_of: period_of.collect(),
        admissible,
    };
    let mut clear = 0u32;
    let within_reach = largest_e_value(&empty.admissible) >= CLEAR_E_VALUE;
    for trial in 0..if within_reach { trials } else { 0 } {
        let Some(habit) = question
            .habits
            .get(trial as usize % question.habits.len().max(1))
        else {
            break;
        };
        let mut rng = ChaCha8Rng::seed_from_u64(seed.0.wrapping_add(u64::from(trial)));
        let imagined = imagine(
            design,
            &empty,
            habit,
            question.ratio,
            question.answered,
            &mut rng,
        );
        let process = e_process(
            &imagined.days,
            &imagined.outcomes,
            &imagined.drawn,
            // A ratio below 1 is what is hoped for.
            Better::Lower,
        );
        clear += u32::from(process.highest() >= CLEAR_E_VALUE);
        watch(f64::from(trial + 1) / f64::from(trials));
    }
    Ok(Chance {
        chance: f64::from(clear) / f64::from(trials.max(1)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::{Arm, Order};

    const STEADY: Habit = Habit {
        rate: 0.8,
        drift_sd: 0.3,
        drift_time: 8.0,
        shape: 3.0,
    };

    fn asked(ratio: f64) -> Question {
        Question {
            habits: vec![STEADY],
            ratio,
            answered: 0.9,
            left_out: 0,
        }
    }

    #[test]
    fn imagined_nights_are_like_the_habit() {
        let mut rng = ChaCha8Rng::seed_from_u64(4);
        let calm = Habit {
            drift_sd: 0.0,
            ..STEADY
        };
        let arms = vec![Arm::A; 40_000];
        let counts: Vec<f64> = calm
            .nights(&arms, 0.5, &mut rng)
            .into_iter()
            .map(f64::from)
            .collect();
        let n = counts.len() as f64;
        let mean = counts.iter().sum::<f64>() / n;
        let variance = counts.iter().map(|y| (y - mean) * (y - mean)).sum::<f64>() / n;
        // Standard errors: 0.0034 and 0.006.
        assert!((mean - 0.4).abs() < 0.015, "{mean}");
        assert!((variance - (0.4 + 0.16 / 3.0)).abs() < 0.03, "{variance}");
    }

    #[test]
    fn a_stronger_effect_has_a_better_chance_and_none_has_hardly_any() {
        let design = TrialDesign::new(Order::Pairs { pairs: 14 }, 3, 0).unwrap();
        let judge = |ratio| {
            chance(design, &asked(ratio), 400, Seed(1), &mut |_| {})
                .unwrap()
                .chance
        };
        let (none, half, fifth) = (judge(1.0), judge(0.5), judge(0.2));
        // The design promises at most 5 %; 400 trials have a standard error of 1.1 %.
        assert!(none < 0.05, "{none}");
        // Twelve weeks at 0.8 a night: a cut to a fifth was found in 86 % of them when this was written, a half in 38 %; the
        // standard error is 2 %.
        assert!(
            none < half && half > 0.3 && fifth > 0.8,
            "{none} {half} {fifth}"
        );
    }

    #[test]
    fn what_cannot_reach_a_clear_answer_has_no_chance() {
        let short = TrialDesign::new(Order::Pairs { pairs: 4 }, 7, 0).unwrap();
        let judged = chance(short, &asked(0.01), 50, Seed(1), &mut |_| {}).unwrap();
        assert_eq!(judged.chance, 0.0);
        let nobody = Question {
            habits: vec![],
            ..asked(0.5)
        };
        let long = TrialDesign::new(Order::Pairs { pairs: 14 }, 2, 0).unwrap();
        let judged = chance(long, &nobody, 20, Seed(1), &mut |_| {}).unwrap();
        assert_eq!(judged.chance, 0.0, "nobody to plan for");
    }

    #[test]
    fn progress_goes_forward_to_the_end() {
        let design = TrialDesign::new(Order::Pairs { pairs: 14 }, 2, 0).unwrap();
        let mut told = vec![0.0];
        chance(design, &asked(0.5), 20, Seed(1), &mut |share| {
            told.push(share)
        })
        .unwrap();
        assert!(told.windows(2).all(|pair| pair[0] <= pair[1]));
        assert!((told[told.len() - 1] - 1.0).abs() < 1e-12);
    }
}
