//! `bench candidates`: other ways to the same posterior, measured: how far off, and how long.

mod expectation;
#[cfg(feature = "nuts")]
mod nuts;
#[cfg(feature = "nuts")]
mod nuts_density;
mod polya_gamma;
mod target;

use std::fmt::Write as _;
use std::time::Instant;

use anyhow::{Context, Result};
use infer::{Design, Effort, Kind, Model, Posterior, Seed, Slab, StandIn, Weight, sample_with};
use simulate::Generator;

use crate::case::{Case, Factor};

/// Sweeps of the judge: the exact sampler, run long.
const JUDGE: Effort = Effort {
    burn_in: 1_000,
    keep: 20_000,
};

/// What a method says of one column.
#[derive(Clone, Copy, Debug)]
struct Said {
    probability: f64,
    mean: f64,
    sd: f64,
}

/// A candidate: its name, what it was given, and how it answers.
struct Candidate {
    name: &'static str,
    given: &'static str,
    answer: fn(&Design) -> Result<Vec<Said>>,
}

const CANDIDATES: &[Candidate] = &[
    Candidate {
        name: "the judge again, with another seed",
        given: "20,000 sweeps",
        answer: |design| by(design, JUDGE, 2, StandIn::Checked),
    },
    Candidate {
        name: "Soleus: surrogate proposes, likelihood decides",
        given: "150 + 600 sweeps",
        answer: |design| by(design, Effort::quick(), 3, StandIn::Checked),
    },
    Candidate {
        name: "nested Gaussian approximation: the surrogate at its word",
        given: "150 + 600 sweeps",
        answer: |design| by(design, Effort::quick(), 3, StandIn::Trusted),
    },
    Candidate {
        name: "the same, run long: its own error",
        given: "20,000 sweeps",
        answer: |design| by(design, JUDGE, 3, StandIn::Trusted),
    },
    Candidate {
        name: "Pólya-Gamma augmentation, the same block moves",
        given: "150 + 600 sweeps",
        answer: |design| {
            by(
                design,
                Effort::quick(),
                3,
                StandIn::Drawn(polya_gamma::stand_in),
            )
        },
    },
    Candidate {
        name: "the same, five times as long",
        given: "750 + 3,000 sweeps",
        answer: |design| {
            let effort = Effort {
                burn_in: 750,
                keep: 3_000,
            };
            by(design, effort, 3, StandIn::Drawn(polya_gamma::stand_in))
        },
    },
    Candidate {
        name: "expectation propagation, drift and spread on a grid",
        given: "75 points",
        answer: |design| {
            let target = target::Target::of(design, &Model::nightly())
                .context("expectation propagation needs a fixed weight and a given slab")?;
            expectation::run(&target).context("expectation propagation found no fixed point")
        },
    },
    #[cfg(feature = "nuts")]
    Candidate {
        name: "NUTS, spike of width 0.03 in place of nothing",
        given: "1,000 + 2,000 draws",
        answer: |design| nuts::answer(design, &Model::nightly()),
    },
];

/// Nights, factors and diaries of each size.
const SIZES: [(usize, usize, u64); 2] = [(60, 12, 8), (120, 24, 6)];

/// The generators whose diaries are used, in turn.
const GENERATORS: [Generator; 4] = [
    Generator::Plain,
    Generator::ManyReal,
    Generator::ZeroInflated,
    Generator::RandomWalk,
];

/// One table a size.
pub(crate) fn tables() -> Result<String> {
    let mut text = String::new();
    for (nights, factors, diaries) in SIZES {
        let designs: Vec<Design> = (0..diaries)
            .map(|i| {
                let generator = GENERATORS[i as usize % GENERATORS.len()];
                design(&Case::generate(generator, (nights, factors), 500 + i))
            })
            .collect();
        let _ = writeln!(
            text,
            "#### {nights} nights x {factors} factors, {diaries} diaries\n\n\
             | method | given | `probability`: mean error | largest | mean of the effect: error in its sd | sd, ratio | s per diary |\n\
             |---|---|---|---|---|---|---|"
        );
        let judged = designs
            .iter()
            .map(|design| by(design, JUDGE, 1, StandIn::Checked))
            .collect::<Result<Vec<_>>>()?;
        for candidate in CANDIDATES {
            let started = Instant::now();
            let said = designs
                .iter()
                .map(candidate.answer)
                .collect::<Result<Vec<_>>>()?;
            let seconds = started.elapsed().as_secs_f64() / designs.len() as f64;
            let error = Error::of(said.concat().as_slice(), judged.concat().as_slice());
            let _ = writeln!(
                text,
                "| {} | {} | {:.3} | {:.3} | {:.2} | {:.2} | {seconds:.3} |",
                candidate.name,
                candidate.given,
                error.mean,
                error.largest,
                error.centre,
                error.spread
            );
        }
        text.push('\n');
    }
    Ok(text)
}

/// Complete exposures and given priors, so that all methods see the same problem.
fn design(case: &Case) -> Design {
    let prior = |factor: &Factor| {
        let slab = Slab::Given {
            mean: 0.0,
            sd: 0.6,
            per: factor.unit,
        };
        (Weight::Fixed(0.25), slab)
    };
    let mut design = case.design(prior);
    for column in &mut design.columns {
        let mut last = 0.0;
        for value in &mut column.values {
            last = *value.get_or_insert(last);
        }
    }
    design
}

fn by(design: &Design, effort: Effort, seed: u64, stand_in: StandIn) -> Result<Vec<Said>> {
    let posterior = sample_with(design, &Model::nightly(), effort, Seed(seed), stand_in)?;
    Ok(said(&posterior))
}

fn said(posterior: &Posterior) -> Vec<Said> {
    let columns = posterior.answer.columns.iter().zip(&posterior.effects);
    columns
        .map(|(column, effects)| Said {
            probability: column.probability,
            ..moments(effects)
        })
        .collect()
}

/// Mean and standard deviation of draws of an effect, and how often it changes the rate by more than 10 %.
fn moments(effects: &[f64]) -> Said {
    let n = effects.len().max(1) as f64;
    let mean = effects.iter().sum::<f64>() / n;
    let squares: f64 = effects.iter().map(|b| (b - mean) * (b - mean)).sum();
    let real = effects
        .iter()
        .filter(|b| (libm::exp(**b) - 1.0).abs() > 0.1)
        .count();
    Said {
        probability: real as f64 / n,
        mean,
        sd: libm::sqrt(squares / n),
    }
}

/// How far answers are from the judge's, over all columns of all diaries.
struct Error {
    mean: f64,
    largest: f64,
    centre: f64,
    spread: f64,
}

impl Error {
    fn of(said: &[Said], judged: &[Said]) -> Self {
        let n = said.len().max(1) as f64;
        let gaps = || {
            said.iter()
                .zip(judged)
                .map(|(s, j)| (s.probability - j.probability).abs())
        };
        let pairs = || said.iter().zip(judged).filter(|(_, j)| j.sd > 0.0);
        let compared = pairs().count().max(1) as f64;
        Self {
            mean: gaps().sum::<f64>() / n,
            largest: gaps().fold(0.0, f64::max),
            centre: pairs()
                .map(|(s, j)| (s.mean - j.mean).abs() / j.sd)
                .sum::<f64>()
                / compared,
            spread: pairs().map(|(s, j)| s.sd / j.sd).sum::<f64>() / compared,
        }
    }
}

/// The columns on the engine's scale, without those that never vary: yes/no as they are, amounts standardised.
fn scaled(design: &Design) -> Vec<Vec<f64>> {
    design
        .columns
        .iter()
        .map(|column| {
            let values: Vec<f64> = column.values.iter().copied().flatten().collect();
            let n = values.len() as f64;
            let mean = values.iter().sum::<f64>() / n;
            let squares: f64 = values.iter().map(|v| (v - mean) * (v - mean)).sum();
            let unit = match column.kind {
                Kind::YesNo => 1.0,
                Kind::Amount => libm::sqrt(squares / (n - 1.0)),
            };
            values.iter().map(|v| (v - mean) / unit).collect()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_by_hand() {
        let said = |probability, mean| Said {
            probability,
            mean,
            sd: 0.2,
        };
        let error = Error::of(
            &[said(0.5, 0.1), said(0.2, 0.0)],
            &[said(0.4, 0.0), said(0.5, 0.0)],
        );
        assert!((error.mean - 0.2).abs() < 1e-12);
        assert!((error.largest - 0.3).abs() < 1e-12);
        assert!((error.centre - 0.25).abs() < 1e-12);
        assert!((error.spread - 1.0).abs() < 1e-12);
    }

    #[test]
    fn every_candidate_finds_what_is_plain_to_see() {
        let case = Case::generate(Generator::Plain, (120, 6), 2);
        let design = design(&case);
        for candidate in CANDIDATES.iter().skip(1) {
            let said = (candidate.answer)(&design).unwrap();
            for (said, factor) in said.iter().zip(&case.factors) {
                if factor.effect.is_some_and(|effect| effect.abs() > 0.8) {
                    assert!(
                        said.probability > 0.7,
                        "{}: {}",
                        candidate.name,
                        said.probability
                    );
                }
            }
        }
    }
}
