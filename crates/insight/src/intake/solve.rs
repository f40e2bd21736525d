//! The integer programme behind a menu: the cheapest whole portions that meet the needs within the limits.

use good_lp::{Expression, ProblemVariables, Solution, SolverModel, constraint, microlp, variable};

/// What leaving a need wholly unmet costs, in portions: more than any menu has.
const UNMET: f64 = 100.0;

/// One thing that can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Choice {
    /// What a portion costs.
    pub(super) cost: f64,
    /// How much of each need a portion meets.
    pub(super) gives: Vec<f64>,
    /// How much of each limit a portion uses.
    pub(super) uses: Vec<f64>,
}

/// Needs to meet, limits to keep, and choices to do it with.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Problem {
    pub(super) choices: Vec<Choice>,
    /// All positive.
    pub(super) needs: Vec<f64>,
    /// None negative.
    pub(super) limits: Vec<f64>,
    /// Most portions of one choice.
    pub(super) most_each: u32,
    /// Most portions in all.
    pub(super) most: u32,
}

/// How many portions of each choice cost the least. Where the needs cannot all be met, the largest share of them is;
/// `None` only if the solver gives up.
pub(super) fn solve(problem: &Problem) -> Option<Vec<u32>> {
    let kept = worth_asking(problem);
    let asked = Problem {
        choices: kept
            .iter()
            .map(|&place| problem.choices[place].clone())
            .collect(),
        ..problem.clone()
    };
    let found = branch_and_bound(&asked)?;
    let mut counts = vec![0; problem.choices.len()];
    for (place, count) in kept.into_iter().zip(found) {
        counts[place] = count;
    }
    Some(counts)
}

/// The places of the choices that the best answer can need. A choice is left out when so many others are at least as good
/// in everything that they can take all its portions: then any answer with it has one without it that costs no more.
fn worth_asking(problem: &Problem) -> Vec<usize> {
    let takers = problem.most.div_ceil(problem.most_each.max(1)) as usize;
    let places: Vec<usize> = (0..problem.choices.len()).collect();
    places
        .iter()
        .copied()
        .filter(|&one| {
            let better = places
                .iter()
                .filter(|&&other| other != one && at_least_as_good(problem, other, one))
                .count();
            better < takers
        })
        .collect()
}

/// Whether a choice costs no more, gives no less and uses no more than another; of two that are the same, the first is.
fn at_least_as_good(problem: &Problem, one: usize, other: usize) -> bool {
    let (a, b) = (&problem.choices[one], &problem.choices[other]);
    let no_worse = a.cost <= b.cost
        && a.gives.iter().zip(&b.gives).all(|(a, b)| a >= b)
        && a.uses.iter().zip(&b.uses).all(|(a, b)| a <= b);
    let same = a.cost == b.cost && a.gives == b.gives && a.uses == b.uses;
    no_worse && (!same || one < other)
}

fn branch_and_bound(problem: &Problem) -> Option<Vec<u32>> {
    let mut variables = ProblemVariables::new();
    let counts: Vec<_> = problem
        .choices
        .iter()
        .map(|_| {
            variables.add(
                variable()
                    .integer()
                    .min(0)
                    .max(f64::from(problem.most_each)),
            )
        })
        .collect();
    let unmet: Vec<_> = problem
        .needs
        .iter()
        .map(|_| variables.add(variable().min(0).max(1)))
        .collect();
    let mut cost: Expression = counts
        .iter()
        .zip(&problem.choices)
        .map(|(&count, choice)| choice.cost * count)
        .sum();
    for &share in &unmet {
        cost += UNMET * share;
    }
    let mut model = variables.minimise(cost).using(microlp);
    for (number, &need) in problem.needs.iter().enumerate() {
        // In shares of the need: numbers near 1 keep the solver exact.
        let met: Expression = counts
            .iter()
            .zip(&problem.choices)
            .map(|(&count, choice)| choice.gives[number] / need * count)
            .sum();
        model = model.with(constraint!(met + unmet[number] >= 1.0));
    }
    for (number, &limit) in problem.limits.iter().enumerate() {
        let scale = limit.max(1.0);
        let used: Expression = counts
            .iter()
            .zip(&problem.choices)
            .map(|(&count, choice)| choice.uses[number] / scale * count)
            .sum();
        model = model.with(constraint!(used <= limit / scale));
    }
    let all: Expression = counts.iter().copied().sum();
    model = model.with(constraint!(all <= f64::from(problem.most)));
    let solution = model.solve().ok()?;
    counts
        .iter()
        .map(|&count| {
            let value = solution.value(count).round();
            (0.0..=f64::from(problem.most_each))
                .contains(&value)
                .then_some(value as u32)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a choice of portions costs, by the words of the problem; `None` where it breaks a limit.
    fn cost(problem: &Problem, counts: &[u32]) -> Option<f64> {
        let total = |of: &dyn Fn(&Choice) -> f64| -> f64 {
            counts
                .iter()
                .zip(&problem.choices)
                .map(|(&count, choice)| f64::from(count) * of(choice))
                .sum()
        };
        let kept = problem
            .limits
            .iter()
            .enumerate()
            .all(|(number, limit)| total(&|choice| choice.uses[number]) <= limit + 1e-9);
        if !kept || counts.iter().sum::<u32>() > problem.most {
            return None;
        }
        let unmet: f64 = problem
            .needs
            .iter()
            .enumerate()
            .map(|(number, need)| (1.0 - total(&|choice| choice.gives[number]) / need).max(0.0))
            .sum();
        Some(total(&|choice| choice.cost) + UNMET * unmet)
    }

    /// The least cost of all choices there are.
    fn least(problem: &Problem) -> f64 {
        let mut counts = vec![0; problem.choices.len()];
        let mut best = f64::INFINITY;
        loop {
            if let Some(cost) = cost(problem, &counts) {
                best = best.min(cost);
            }
            let Some(at) = counts.iter().position(|&count| count < problem.most_each) else {
                return best;
            };
            counts[..at].fill(0);
            counts[at] += 1;
        }
    }

    /// Numbers from 0 to 1 that are the same on every machine.
    fn numbers() -> impl FnMut() -> f64 {
        let mut state = 20_261_126_u64;
        move || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 40) as f64 / f64::from(1_u32 << 24)
        }
    }

    #[test]
    fn it_costs_as_little_as_the_best_of_all_choices() {
        let mut next = numbers();
        for case in 0..300 {
            let choices = (0..6)
                .map(|_| Choice {
                    cost: 1.0 + 0.1 * next(),
                    gives: vec![100.0 * next(), 400.0 * next() * next()],
                    uses: vec![300.0 * next()],
                })
                .collect();
            let problem = Problem {
                choices,
                needs: vec![20.0 + 200.0 * next(), 20.0 + 600.0 * next()],
                limits: vec![900.0 * next()],
                most_each: 2,
                most: 5,
            };
            let counts = solve(&problem).unwrap();
            let found = cost(&problem, &counts).unwrap();
            assert!(
                (found - least(&problem)).abs() < 1e-6,
                "case {case}: {counts:?} costs {found}, the best {}",
                least(&problem)
            );
        }
    }

    #[test]
    fn choices_that_are_left_out_are_not_missed() {
        let mut next = numbers();
        for case in 0..40 {
            let choices = (0..9)
                .map(|_| Choice {
                    // Steps, so that some are as good as others in everything.
                    cost: 1.0 + (next() * 3.0).floor() / 100.0,
                    gives: vec![(next() * 4.0).floor() * 20.0],
                    uses: vec![(next() * 4.0).floor() * 50.0],
                })
                .collect();
            let problem = Problem {
                choices,
                needs: vec![10.0 + 150.0 * next()],
                limits: vec![300.0 * next()],
                most_each: 1,
                most: 3,
            };
            assert!(worth_asking(&problem).len() <= problem.choices.len());
            let found = cost(&problem, &solve(&problem).unwrap()).unwrap();
            assert!((found - least(&problem)).abs() < 1e-6, "case {case}");
        }
    }

    #[test]
    fn one_portion_that_does_it_all_is_taken_alone() {
        let choice = |gives: f64| Choice {
            cost: 1.0,
            gives: vec![gives],
            uses: vec![1.0],
        };
        let problem = Problem {
            choices: vec![choice(40.0), choice(100.0), choice(60.0)],
            needs: vec![100.0],
            limits: vec![10.0],
            most_each: 2,
            most: 6,
        };
        assert_eq!(solve(&problem), Some(vec![0, 1, 0]));
        let none = Problem {
            limits: vec![0.0],
            ..problem
        };
        assert_eq!(solve(&none), Some(vec![0, 0, 0]), "a limit of nothing");
    }
}
