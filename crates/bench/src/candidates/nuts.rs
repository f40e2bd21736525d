//! The no-U-turn sampler on the smooth relaxation of the model, one chain.
//!
//! Hoffman MD, Gelman A (2014), The No-U-Turn Sampler, J Mach Learn Res 15:1593-1623, as nuts-rs does it.

use std::collections::HashMap;
use std::convert::Infallible;

use anyhow::{Context, Result};
use infer::{Design, Model};
use nuts_rs::{
    Chain, CpuLogpFunc, CpuMath, CpuMathError, DiagNutsSettings, HasDims, LogpError, Settings,
};
use rand::Rng;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use super::nuts_density::Density;
use super::{Said, moments};

const TUNE: u64 = 1_000;
const DRAWS: u64 = 2_000;

/// A density that is finite everywhere cannot fail.
#[derive(Debug, thiserror::Error)]
#[error("the density failed")]
struct Never(Infallible);

impl LogpError for Never {
    fn is_recoverable(&self) -> bool {
        match self.0 {}
    }
}

struct Target(Density);

impl HasDims for Target {
    fn dim_sizes(&self) -> HashMap<String, u64> {
        let dim = self.0.dim() as u64;
        HashMap::from([
            ("unconstrained_parameter".to_owned(), dim),
            ("dim".to_owned(), dim),
        ])
    }
}

impl CpuLogpFunc for Target {
    type LogpError = Never;
    type FlowParameters = ();
    type ExpandedVector = Vec<f64>;

    fn dim(&self) -> usize {
        self.0.dim()
    }

    fn logp(&mut self, position: &[f64], gradient: &mut [f64]) -> Result<f64, Never> {
        Ok(self.0.log_density(position, gradient))
    }

    fn expand_vector<R: Rng + ?Sized>(
        &mut self,
        _: &mut R,
        array: &[f64],
    ) -> Result<Vec<f64>, CpuMathError> {
        Ok(array.to_vec())
    }
}

pub(super) fn answer(design: &Design, model: &Model) -> Result<Vec<Said>> {
    let density =
        Density::of(design, model).context("NUTS needs a fixed weight and a given slab")?;
    let settings = DiagNutsSettings {
        num_tune: TUNE,
        num_draws: DRAWS,
        ..DiagNutsSettings::default()
    };
    let mut rng = ChaCha8Rng::seed_from_u64(3);
    let math = CpuMath::new(Target(density.clone()));
    let mut chain = settings.new_chain(0, math, &mut rng)?;
    chain.set_position(&vec![0.1; density.dim()])?;
    let mut effects = vec![Vec::new(); design.columns.len()];
    for draw in 0..TUNE + DRAWS {
        let (position, _) = chain.draw()?;
        if draw >= TUNE {
            for (draws, effect) in effects.iter_mut().zip(density.effects(&position)) {
                draws.push(*effect);
            }
        }
    }
    Ok(effects.iter().map(|draws| moments(draws)).collect())
}
