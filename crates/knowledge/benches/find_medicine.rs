//! How long a search among all medicines takes: the goal is under 5 ms, also for a misspelling.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};

fn search(criterion: &mut Criterion) {
    for (what, name) in [
        ("brand", "Lasix"),
        ("beginning", "am"),
        ("misspelt", "hydrochlorothiaside"),
        ("nothing like it", "xyzzyquux plugh"),
    ] {
        criterion.bench_function(&format!("find_medicine: {what}"), |bencher| {
            bencher.iter(|| knowledge::find_medicine(black_box(name)));
        });
    }
}

criterion_group!(benches, search);
criterion_main!(benches);
