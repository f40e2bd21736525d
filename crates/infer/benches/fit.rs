//! How long an answer takes, and how that grows with nights and columns: `cargo bench -p infer`.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use infer::{Column, Design, Family, Kind, Observation, Seed, Slab, Weight};
use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

/// Nights with one in eight columns raising the rate by half, one answer in eight and one night in ten missing.
fn diary(nights: usize, columns: usize) -> Design {
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let values: Vec<Vec<f64>> = (0..columns)
        .map(|_| {
            (0..nights)
                .map(|_| f64::from(u8::from(rng.random::<f64>() < 0.4)))
                .collect()
        })
        .collect();
    let outcome = (0..nights)
        .map(|t| {
            let raised = values.iter().step_by(8).filter(|c| c[t] == 1.0).count();
            let rate = 0.4 * libm::pow(1.5, raised as f64);
            if rng.random::<f64>() < 0.1 {
                Observation::Missing
            } else {
                // The number of exponential waits that fit in one night: a Poisson count.
                let mut left = rate;
                let mut count = 0;
                loop {
                    left += libm::log(1.0 - rng.random::<f64>());
                    if left < 0.0 {
                        break Observation::Exactly(count);
                    }
                    count += 1;
                }
            }
        })
        .collect();
    let columns = values
        .iter()
        .enumerate()
        .map(|(j, c)| Column {
            name: format!("x{j}"),
            values: c
                .iter()
                .map(|&v| (rng.random::<f64>() > 0.125).then_some(v))
                .collect(),
            kind: Kind::YesNo,
            reference: 0.0,
            half_life: 0.0,
            weight: Weight::Learned,
            slab: Slab::Learned,
        })
        .collect();
    Design {
        family: Family::NegativeBinomial,
        days: (0..nights as i32).collect(),
        outcome,
        offset: Vec::new(),
        columns,
        season: None,
        first_drift: 0.0,
    }
}

fn sizes(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("fit");
    group.sample_size(10);
    for (nights, columns) in [
        (60, 12),
        (120, 24),
        (365, 40),
        (1000, 40),
        (4000, 40),
        (365, 100),
        (365, 200),
        (4000, 200),
    ] {
        let design = diary(nights, columns);
        let id = BenchmarkId::from_parameter(format!("{nights} nights x {columns} columns"));
        group.bench_with_input(id, &design, |bencher, design| {
            bencher.iter(|| infer::fit(black_box(design), Seed(1)));
        });
    }
    group.finish();
}

criterion_group!(benches, sizes);
criterion_main!(benches);
