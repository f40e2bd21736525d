//! Planning a trial by imagining it many times: the chance of a clear answer, and the design that gives the best one.
//!
//! A clear answer is an e-value that reaches [`CLEAR_E_VALUE`] at the end of some stake: that is what will be believed
//! later, whenever one looks. Trials of the same number use the same random numbers under every design.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use super::data::{Better, Drawn};
use super::design::{BadDesign, Order, TrialDesign};
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

/// A design with its chance of a clear answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Proposal {
    /// The design: pairs of periods.
    pub design: TrialDesign,
    /// Share of imagined trials whose e-value reached [`CLEAR_E_VALUE`].
    pub chance: f64,
    /// Average nights until it did, among those.
    pub nights_to_clear: Option<f64>,
}

/// Lengths of periods that are tried, in nights.
const PERIODS: [u16; 8] = [1, 2, 3, 4, 5, 7, 10, 14];
/// Fewest nights of a period that are analysed, as a multiple of those left out: more would be waste.
const LEAST_KEPT: u16 = 1;

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
) -> Result<Proposal, BadDesign> {
    let admissible = design.admissible()?;
    let period_of = (0..design.nights()).map(|t| t / usize::from(design.period_nights()));
    let empty = Drawn {
        over: admissible.periods(),
        order: Vec::new(),
        period_of: period_of.collect(),
        admissible,
    };
    let (mut clear, mut nights) = (0u32, 0.0);
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
        if let Some((periods, _)) = process.steps.iter().find(|(_, e)| *e >= CLEAR_E_VALUE) {
            clear += 1;
            nights += (periods * usize::from(design.period_nights())) as f64;
        }
        watch(f64::from(trial + 1) / f64::from(trials));
    }
    Ok(Proposal {
        design,
        chance: f64::from(clear) / f64::from(trials.max(1)),
        nights_to_clear: (clear > 0).then(|| nights / f64::from(clear)),
    })
}

/// The designs of pairs that fit into so many nights: each length of periods with as many pairs as there is room for,
/// where an e-value of [`CLEAR_E_VALUE`] is within reach.
#[must_use]
pub fn designs_within(nights: u16, left_out: u16) -> Vec<TrialDesign> {
    (PERIODS.into_iter())
        .filter(|period| period - left_out.min(*period) >= (LEAST_KEPT * left_out).max(1))
        .filter_map(|period| {
            let order = Order::Pairs {
                pairs: nights / (2 * period),
            };
            TrialDesign::new(order, period, left_out).ok()
        })
        .filter(|design| {
            let admissible = design.admissible();
            admissible.is_ok_and(|a| largest_e_value(&a) >= CLEAR_E_VALUE)
        })
        .collect()
}

/// The best design for each of these lengths in nights, in order; a length into which no design fits has none. The
/// length of the periods is chosen at the middle one of the lengths, with its ties going to fewer changes.
///
/// ```
/// use infer::{Seed, trial::{Habit, Question, plan}};
/// let habit = Habit { rate: 1.0, drift_sd: 0.3, drift_time: 8.0, shape: 3.0 };
/// let question = Question { habits: vec![habit], ratio: 0.5, answered: 1.0, left_out: 1 };
/// let plans = plan(&question, &[14, 56, 112], 60, Seed(1), &mut |_| {});
/// assert!(plans[0].is_none(), "two weeks are too short for an e-value of 20");
/// assert!(plans[1].unwrap().chance < plans[2].unwrap().chance);
/// ```
#[must_use]
pub fn plan(
    question: &Question,
    lengths: &[u16],
    trials: u32,
    seed: Seed,
    watch: &mut dyn FnMut(f64),
) -> Vec<Option<Proposal>> {
    let fitting: Vec<&u16> = (lengths.iter())
        .filter(|nights| !designs_within(**nights, question.left_out).is_empty())
        .collect();
    let Some(&&middle) = fitting.get(fitting.len() / 2) else {
        return vec![None; lengths.len()];
    };
    let candidates = designs_within(middle, question.left_out);
    let steps = (candidates.len() + lengths.len()) as f64;
    let mut step = 0.0;
    let mut judge = |design| {
        let proposal = chance(design, question, trials, seed, &mut |share| {
            watch((step + share) / steps);
        });
        step += 1.0;
        watch(step / steps);
        proposal.ok()
    };
    let mut by_period: Vec<Proposal> = candidates.into_iter().filter_map(&mut judge).collect();
    // Longer periods come later, so that the last of the best has the fewest changes.
    by_period.sort_by(|a, b| {
        let changes = a.design.period_nights().cmp(&b.design.period_nights());
        a.chance.total_cmp(&b.chance).then(changes)
    });
    lengths
        .iter()
        .map(|&nights| {
            let fitting = designs_within(nights, question.left_out);
            // The best period that still fits into a shorter trial.
            let best = by_period.iter().rev().find_map(|proposal| {
                (fitting.iter())
                    .find(|design| design.period_nights() == proposal.design.period_nights())
            });
            best.and_then(|&design| judge(design))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::Arm;

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
    fn only_what_can_reach_a_clear_answer_is_proposed() {
        for design in designs_within(84, 2) {
            assert!(design.nights() <= 84);
            assert!(design.periods() >= 10, "four pairs give at most 12");
            assert!(design.period_nights() >= 4);
        }
        assert!(designs_within(9, 0).is_empty());
        let short = TrialDesign::new(Order::Pairs { pairs: 4 }, 7, 0).unwrap();
        let proposal = chance(short, &asked(0.01), 50, Seed(1), &mut |_| {}).unwrap();
        assert_eq!((proposal.chance, proposal.nights_to_clear), (0.0, None));
    }

    #[test]
    fn nobody_to_plan_for_has_no_chance() {
        let question = Question {
            habits: vec![],
            ..asked(0.5)
        };
        let plans = plan(&question, &[56], 20, Seed(1), &mut |_| {});
        assert_eq!(plans[0].unwrap().chance, 0.0);
    }

    #[test]
    fn progress_goes_forward_to_the_end() {
        let mut told = vec![0.0];
        let _ = plan(&asked(0.5), &[28, 56], 20, Seed(1), &mut |share| {
            told.push(share);
        });
        assert!(told.windows(2).all(|pair| pair[0] <= pair[1]));
        assert!((told[told.len() - 1] - 1.0).abs() < 1e-12);
    }
}
