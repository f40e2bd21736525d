#!/usr/bin/env python3
"""Regularised horseshoe with an autoregressive drift, by NUTS, on diaries of the benchmark.

    python3 -m venv peer-env && peer-env/bin/pip install pymc nutpie "arviz<1" "matplotlib<3.10"
    cargo run --release -p bench -- engine --horseshoe --python peer-env/bin/python

Given CSV files of one size (column `cramps`, then the factors; yes/no as 0 and 1, amounts in standard deviations; an
empty cell is missing), prints one JSON line a file: seconds of compiling (first file only) and of sampling, and for each
factor the probability that a step of 1 changes the rate by more than 10 %, with the 90 % interval of the log rate ratio.

Piironen J, Vehtari A (2017), Sparsity information and regularization in the horseshoe, Electron J Stat 11:5018-5051.
Missing exposures take their column's mean, as an ordinary analyst would do.
"""
import csv
import json
import sys
import time

import numpy as np
import nutpie
import pymc as pm
import pytensor.tensor as pt


def read(path):
    with open(path, newline="") as file:
        rows = list(csv.reader(file))[1:]
    table = np.array([[float(cell) if cell else np.nan for cell in row] for row in rows])
    return table[:, 0], table[:, 1:]


def standardised(exposures):
    mean, sd = np.nanmean(exposures, axis=0), np.nanstd(exposures, axis=0)
    sd[~(sd > 0)] = 1.0
    return np.nan_to_num((exposures - mean) / sd), sd


def model(exposures, counts, answered):
    nights, factors = exposures.shape
    with pm.Model() as built:
        x = pm.Data("x", exposures)
        y = pm.Data("y", counts)
        seen = pm.Data("seen", answered)
        level = pm.Normal("level", -1.0, 1.5)
        overall = pm.HalfNormal("overall", 0.3)
        local = pm.HalfCauchy("local", 1.0, shape=factors)
        slab = pm.InverseGamma("slab", 2.0, 2.0)
        raw = pm.Normal("raw", 0.0, 1.0, shape=factors)
        scale = overall * pt.sqrt(slab * local**2 / (slab + overall**2 * local**2))
        effect = pm.Deterministic("effect", raw * scale)
        step = pm.HalfNormal("step", 0.4)
        persistence = pm.Beta("persistence", 6.0, 2.0)
        shock = pm.Normal("shock", 0.0, 1.0, shape=nights)
        lag = np.subtract.outer(np.arange(nights), np.arange(nights))
        drift = step * pt.dot(pt.where(lag >= 0, persistence ** np.maximum(lag, 0), 0.0), shock)
        shape = pm.Gamma("shape", 2.0, 0.5)
        rate = pt.exp(level + drift + pt.dot(x, effect))
        pm.Potential("nights", pt.sum(seen * pm.logp(pm.NegativeBinomial.dist(mu=rate, alpha=shape), y)))
    return built


def main(paths):
    compiled = None
    for path in paths:
        counts, exposures = read(path)
        answered = (~np.isnan(counts)).astype(float)
        counts = np.nan_to_num(counts).astype(int)
        exposures, sd = standardised(exposures)
        started = time.perf_counter()
        if compiled is None:
            compiled = nutpie.compile_pymc_model(model(exposures, counts, answered))
            compiling = time.perf_counter() - started
        else:
            compiling = 0.0
        started = time.perf_counter()
        draws = nutpie.sample(
            compiled.with_data(x=exposures, y=counts, seen=answered),
            draws=1000, tune=1000, chains=2, cores=1, seed=1, progress_bar=False,
        )
        seconds = time.perf_counter() - started
        effects = draws.posterior["effect"].values.reshape(-1, len(sd)) / sd
        low, high = np.quantile(effects, [0.05, 0.95], axis=0)
        print(json.dumps({
            "compile_seconds": compiling,
            "seconds": seconds,
            "probability": np.mean(np.abs(np.exp(effects) - 1.0) > 0.1, axis=0).tolist(),
            "low": low.tolist(),
            "high": high.tolist(),
        }), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
