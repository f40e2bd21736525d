//! How long a search among all foods takes: the goal is under 5 ms, also for a misspelling.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};

fn search(criterion: &mut Criterion) {
    for (what, name) in [
        ("name", "banana"),
        ("beginning", "ch"),
        ("words", "cooked rice"),
        ("misspelt", "brocolli cookd"),
        ("German", "Vollkornnudeln"),
        ("nothing like it", "xyzzyquux plugh"),
    ] {
        criterion.bench_function(&format!("find_food: {what}"), |bencher| {
            bencher.iter(|| knowledge::find_food(black_box(name)));
        });
    }
}

criterion_group!(benches, search);
criterion_main!(benches);
