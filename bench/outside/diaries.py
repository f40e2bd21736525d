#!/usr/bin/env python3
"""Write simulated cramp diaries whose truth is known, to judge an engine from outside.

    python3 diaries.py OUT --sets 20 --seed 1
    python3 diaries.py OUT --sets 5 --seed 1 --only main spells

For every generator and size this writes OUT/<generator>/<nights>x<factors>/<n>.csv, the diary as
a person would keep it (`date`, `cramps`, then one column per factor; an empty cell is an answer
not given), and beside it <n>.json, the truth:

    columns[].real            whether the factor changes the nightly rate by more than 10 %
                              (yes against no; one standard deviation of an amount)
    columns[].log_rate_ratio  per unit of the column as written; null where a real factor has no
                              such single number
    told                      what an oracle may know that knows the generator and not the diary:
                              the share of factors that are real, the mean and sd of real log
                              effects (yes against no; per sd of an amount), the drift as an
                              AR(1), the negative-binomial shape

The generators know nothing of any engine: they are not its model turned round. Counts, seasons
and drift follow the published epidemiology where there is any. Needs numpy only; the same seed
gives the same bytes.
"""

import argparse
import csv
import json
import zlib
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import numpy as np

SIZES = [(60, 12), (120, 24), (365, 40)]
SMALLEST_REAL = -np.log(0.9)  # 10 % down; a little more than 10 % up


@dataclass(frozen=True)
class Recipe:
    """How to make one kind of diary."""

    # Factors
    real_share: float | tuple = 0.12  # a tuple: one share for each of SIZES
    real_count: int | None = None  # fixes the number of real factors, whatever the share
    effect_size: float = 0.65  # mean and sd of the log rate ratio's magnitude
    effect_spread: float = 0.2
    raises: float = 0.6  # chance that a real factor raises the rate
    amount_effect: float = 0.6  # effects of one sd of an amount, relative to yes against no
    one_sided: bool = False  # all real factors of a diary raise, or all lower
    response: str = "straight"  # or threshold, saturating, together, lingering
    # Exposures
    yes_no_share: float = 0.7
    rarest: float = 0.12  # how often a yes/no factor is yes, evenly on a log scale
    commonest: float = 0.6
    persistence: float = 0.85  # largest night-to-night correlation
    weekly: float = 0.4  # sd of the weekday pattern, in sds of the exposure
    shared: float = 0.3  # part of the exposures' variance that is a common way of life
    decoys: float = 0.0  # correlation of each real factor with an idle twin; 0: no twins
    step_share: float = 0.0  # factors begun (or stopped) on one day and kept
    # Nights
    rate_median: float = 1.1  # cramps a night
    rate_log_sd: float = 0.4
    rate_range: tuple = (0.3, 2.0)
    worst_rate: float = 15.0  # no body has nights worse than this, whatever came together
    drift_sd: float = 0.4
    drift_nights: float = 20.0
    season: float = 0.25
    bad_start: float = 0.0  # people begin a diary in a bad spell, which wears off
    jumps: int = 0  # most jumps of the level
    shape: float = 3.0
    never: float = 0.0  # nights on which no cramp can come
    outbreaks: float = 0.0  # share of nights in outbreaks
    # Gaps
    missing_nights: float = 0.1
    missing_answers: float = 0.1
    telling_gaps: bool = False  # what is missing depends on what it would have said


BASE = Recipe()

RECIPES = {
    # Two sets tuned so that simple methods (differences of means, rank correlation, regressions)
    # find the real factors as well as they do on the diaries behind the design's table. The
    # table does not say which it is: few causes in a short diary and many in a long one, nearly
    # all triggers; or the same share at every length, some of them protective.
    "main": replace(
        BASE,
        real_share=(0.08, 0.11, 0.21),
        effect_spread=0.1,
        raises=0.9,
        rarest=0.11,
        commonest=0.37,
        persistence=0.9,
        weekly=0.6,
        shared=0.17,
        rate_log_sd=0.48,
        drift_sd=0.25,
        shape=2.3,
        season=0.35,
    ),
    "main_b": replace(BASE, effect_spread=0.1),
    "none": replace(BASE, real_count=0),
    "one": replace(BASE, real_count=1, effect_size=0.9, effect_spread=0.15),
    # Many strong effects would multiply to rates nobody has, so these are weaker.
    "many": replace(BASE, real_share=0.4, effect_size=0.45),
    "steps": replace(BASE, real_share=0.2, step_share=0.3, jumps=3, drift_sd=0.25),
    "threshold": replace(BASE, response="threshold", yes_no_share=0.25, amount_effect=0.8),
    "saturating": replace(BASE, response="saturating", yes_no_share=0.25, amount_effect=0.8),
    "interaction": replace(
        BASE,
        response="together",
        real_share=0.2,
        effect_size=0.5,
        effect_spread=0.08,
        yes_no_share=1.0,
        rarest=0.3,
    ),
    "lingering": replace(BASE, response="lingering", persistence=0.3),
    "spells": replace(BASE, shape=1.5, never=0.2, outbreaks=0.08),
    "lopsided": replace(BASE, one_sided=True),
    "bad_start": replace(BASE, bad_start=0.6, step_share=0.25),
    "missing": replace(BASE, missing_nights=0.15, missing_answers=0.2, telling_gaps=True),
    "collinear": replace(BASE, real_share=0.15, decoys=0.9),
}


def autocorrelated(rng, nights, correlation):
    """Columns of standard normal AR(1) series, one for each correlation."""
    correlation = np.atleast_1d(correlation)
    series = rng.standard_normal((nights, correlation.size))
    fresh = np.sqrt(1 - correlation**2)
    for night in range(1, nights):
        series[night] = correlation * series[night - 1] + fresh * series[night]
    return series


def draw_effects(rng, recipe, yes_no):
    """Log effects of real factors, per yes or per sd, drawn again until large enough to count."""
    sizes = np.zeros(yes_no.size)
    scale = np.where(yes_no, 1.0, recipe.amount_effect)
    while (small := sizes <= SMALLEST_REAL).any():
        fresh = rng.normal(recipe.effect_size, recipe.effect_spread, small.sum())
        sizes[small] = scale[small] * fresh
    if recipe.one_sided:
        return sizes
    return sizes * np.where(rng.random(sizes.size) < recipe.raises, 1, -1)


@cache
def usual_effect(recipe):
    """Mean and sd of the effects as draw_effects draws them."""
    rng = np.random.default_rng(0)
    effects = draw_effects(rng, recipe, rng.random(20_000) < recipe.yes_no_share)
    return effects.mean(), effects.std()


def share_of_real(recipe, factors):
    """The recipe's share of real factors in a diary of so many."""
    shares = np.broadcast_to(recipe.real_share, len(SIZES))
    return np.interp(factors, [size[1] for size in SIZES], shares)


def draw_count(rng, recipe, factors):
    """How many factors are real."""
    count = recipe.real_count
    if count is None:
        count = max(1, rng.binomial(factors, share_of_real(recipe, factors)))
    if recipe.response == "together":
        count = max(2, count - count % 2)  # they come in pairs
    if recipe.decoys:
        count = min(count, factors // 2)
    return count


@cache
def usual_share(recipe, factors):
    """Mean share of real factors over many diaries."""
    rng = np.random.default_rng(0)
    return np.mean([draw_count(rng, recipe, factors) for _ in range(20_000)]) / factors


def choose_factors(rng, recipe, factors):
    """Which factors are real, which are yes/no, and whose idle twin each is (-1: nobody's)."""
    count = draw_count(rng, recipe, factors)
    order = rng.permutation(factors)
    real = np.zeros(factors, bool)
    real[order[:count]] = True
    yes_no = rng.random(factors) < recipe.yes_no_share
    twin_of = np.full(factors, -1)
    if recipe.decoys:
        twins = order[count : 2 * count]
        twin_of[twins] = order[:count]
        yes_no[twins] = yes_no[order[:count]]
    return real, yes_no, twin_of


def draw_exposures(rng, recipe, nights, yes_no, twin_of):
    """What the person did or had each night, as it would be written down."""
    factors = yes_no.size
    latent = autocorrelated(rng, nights, rng.uniform(0, recipe.persistence, factors))
    # Two ways of life, say busy and idle weeks, that tie otherwise unlike columns together.
    life = autocorrelated(rng, nights, [0.5, 0.9])
    loading = rng.standard_normal((2, factors))
    loading *= np.sqrt(recipe.shared) / np.linalg.norm(loading, axis=0)
    latent = np.sqrt(1 - recipe.shared) * latent + life @ loading
    weekday = recipe.weekly * rng.standard_normal((7, factors))
    latent += weekday[np.arange(nights) % 7]
    frequency = np.exp(rng.uniform(np.log(recipe.rarest), np.log(recipe.commonest), factors))
    for twin in np.flatnonzero(twin_of >= 0):
        own = np.sqrt(1 - recipe.decoys**2)
        latent[:, twin] = recipe.decoys * latent[:, twin_of[twin]] + own * latent[:, twin]
        frequency[twin] = frequency[twin_of[twin]]

    written = np.empty((nights, factors))
    for column in range(factors):
        series = latent[:, column]
        if yes_no[column]:
            written[:, column] = series > np.quantile(series, 1 - frequency[column])
        else:
            written[:, column] = draw_amount(rng, (series - series.mean()) / series.std())
    for column in np.flatnonzero(yes_no & (rng.random(factors) < recipe.step_share)):
        day = rng.integers(nights // 6, nights - nights // 6)
        begun = np.arange(nights) >= day
        written[:, column] = begun if rng.random() < 0.75 else ~begun
    return written


def draw_amount(rng, score):
    """Turn standard scores into amounts of some everyday kind, rounded as people round."""
    kind = rng.integers(4)
    if kind == 0:  # hours of sleep
        return np.maximum(0, np.round(2 * (7 + 1.1 * score)) / 2)
    if kind == 1:  # drinks, with many evenings of none
        return np.maximum(0, np.round(0.8 + 1.5 * score))
    if kind == 2:  # minutes on one's feet
        return np.round(12 * np.exp(0.4 * score)) * 5
    return np.maximum(0, np.round(1500 + 500 * score, -2))  # millilitres


def carried_over(rng, exposure):
    """What is left of this and earlier nights' exposure; half is gone in one to three nights."""
    kept = 0.5 ** (1 / rng.uniform(1, 3))
    left = exposure.astype(float)
    for night in range(1, left.size):
        left[night] += kept * left[night - 1]
    return left


def bend(rng, recipe, amounts):
    """A response to amounts that is no straight line, scaled to have slope 1 on average."""
    if recipe.response == "threshold":
        bent = (amounts > np.quantile(amounts, rng.uniform(0.6, 0.85))).astype(float)
    else:
        above = np.maximum(0, amounts - np.quantile(amounts, 0.1))
        bent = -np.exp(-1.5 * above / amounts.std())
    return bent * amounts.var() / np.cov(amounts, bent, ddof=0)[0, 1]


def respond(rng, recipe, written, yes_no, real):
    """Sum of the factors' effects on the log rate, and their true log rate ratios (or None).

    Whatever its shape, the response to an amount has the effect drawn as its best straight line
    per sd, so that `real` and `told` mean nearly the same in every generator.
    """
    effects = draw_effects(rng, recipe, yes_no[real])
    if recipe.one_sided and rng.random() < 0.5:
        effects = -effects
    columns = np.flatnonzero(real)
    total = np.zeros(len(written))
    truth = [None if is_real else 0.0 for is_real in real]
    if recipe.response == "together":
        # Either does nothing without the other; on average over the other's yes and no, the
        # more telling of the two has the effect drawn and the other at least half of it.
        for one, other, effect in zip(columns[::2], columns[1::2], effects):
            both = written[:, one] * written[:, other]
            total += effect / max(written[:, [one, other]].mean(axis=0)) * both
        return total, truth
    for column, effect in zip(columns, effects):
        exposure = written[:, column]
        sd = exposure.std()
        slope = effect if yes_no[column] else effect / sd
        if recipe.response == "lingering":
            # The same spread as without carry-over, so that these are no harder to find.
            left = carried_over(rng, exposure)
            total += slope * sd / left.std() * left
        elif recipe.response in ("threshold", "saturating") and not yes_no[column]:
            total += slope * bend(rng, recipe, exposure)
        else:
            total += slope * exposure
            truth[column] = float(slope)
    return total, truth


def draw_level(rng, recipe, nights, start):
    """The person's own log rate apart from the factors: drift, season, jumps, a bad start."""
    level = recipe.drift_sd * autocorrelated(rng, nights, np.exp(-1 / recipe.drift_nights))[:, 0]
    # Cramps are commonest in summer; these diaries are kept in the north.
    mid_july = date(start.year, 7, 15)
    day = np.arange(nights) + (start - mid_july).days
    level += recipe.season * np.cos(2 * np.pi * day / 365.25)
    level += recipe.bad_start * np.exp(-np.arange(nights) / recipe.drift_nights)
    if recipe.jumps:
        for at in rng.integers(5, nights - 5, rng.integers(1, recipe.jumps + 1)):
            level[at:] += rng.choice([-1, 1]) * rng.uniform(0.3, 0.9)
    return level


@cache
def nearest_drift(recipe, nights):
    """Sd and time constant of the AR(1) nearest to the level's wanderings, season apart."""
    if not recipe.jumps and not recipe.bad_start:
        return recipe.drift_sd, recipe.drift_nights
    rng = np.random.default_rng(0)
    unseasonal = replace(recipe, season=0.0)
    levels = [draw_level(rng, unseasonal, nights, date(2022, 1, 1)) for _ in range(400)]
    levels = np.array(levels) - np.mean(levels)
    lag = 10
    kept = (levels[:, lag:] * levels[:, :-lag]).mean() / (levels**2).mean()
    return levels.std(), -lag / np.log(kept)


def draw_noise(rng, recipe, nights):
    """Multipliers of the rate with mean about 1, and the negative-binomial shape nearest them."""
    multiplier = np.ones(nights)
    while recipe.outbreaks and (multiplier > 1).mean() < recipe.outbreaks:
        first = rng.integers(nights)
        multiplier[first : first + rng.integers(2, 6)] = 3.5
    spread = (multiplier**2).mean() / multiplier.mean() ** 2
    spread *= (1 + 1 / recipe.shape) / (1 - recipe.never)
    multiplier = multiplier / multiplier.mean() * rng.gamma(recipe.shape, 1 / recipe.shape, nights)
    multiplier *= (rng.random(nights) >= recipe.never) / (1 - recipe.never)
    return multiplier, 1 / (spread - 1)


def draw_gaps(rng, recipe, cramps, written):
    """Which nights were not answered, and which cells."""
    nights, factors = written.shape
    night_chance = np.full(nights, recipe.missing_nights)
    cell_chance = np.tile(recipe.missing_answers * rng.uniform(0.3, 1.7, factors), (nights, 1))
    if recipe.telling_gaps:
        # A quiet night is forgotten more easily; what embarrasses is left out, and after a bad
        # night there is less patience for the form.
        night_chance *= np.where(cramps > 0, 0.4, 1.6)
        ashamed = rng.random(factors) < 0.6
        high = written > written.mean(axis=0)
        cell_chance *= np.where(high & ashamed, 2.0, 0.8)
        cell_chance *= np.where(cramps >= 2, 1.4, 0.9)[:, None]
        holiday = rng.integers(nights)
        night_chance[holiday : holiday + rng.integers(4, 12)] = 0.9
    no_night = rng.random(nights) < night_chance
    no_answer = rng.random((nights, factors)) < cell_chance
    # Half of the missed nights nothing at all was written.
    no_answer |= (no_night & (rng.random(nights) < 0.5))[:, None]
    return no_night, no_answer


def make_diary(generator, nights, factors, seed, recipe=None):
    """One diary: the dates, cramps and exposures (nan where missing) and the truth."""
    recipe = recipe or RECIPES[generator]
    rng = np.random.default_rng(seed)
    start = date(2022, 1, 1) + timedelta(days=int(rng.integers(3 * 365)))
    real, yes_no, twin_of = choose_factors(rng, recipe, factors)
    written = draw_exposures(rng, recipe, nights, yes_no, twin_of)
    effect, truth = respond(rng, recipe, written, yes_no, real)
    log_rate = effect + draw_level(rng, recipe, nights, start)
    noise, shape = draw_noise(rng, recipe, nights)
    usual = recipe.rate_median * np.exp(recipe.rate_log_sd * rng.standard_normal())
    usual = np.clip(usual, *recipe.rate_range)
    rate = usual * np.exp(log_rate) / np.exp(log_rate).mean()
    cramps = rng.poisson(np.minimum(rate, recipe.worst_rate) * noise).astype(float)
    no_night, no_answer = draw_gaps(rng, recipe, cramps, written)
    cramps[no_night] = np.nan
    written[no_answer] = np.nan

    names = [f"f{column + 1:02d}" for column in range(factors)]
    effect_mean, effect_sd = usual_effect(recipe)
    drift_sd, drift_nights = nearest_drift(recipe, nights)
    if recipe.one_sided and min(truth) < 0:
        effect_mean = -effect_mean
    told = {
        "weight": usual_share(recipe, factors),
        "effect_mean": effect_mean,
        "effect_sd": effect_sd,
        "drift_sd": drift_sd,
        "drift_nights": drift_nights,
        "shape": shape,
    }
    sheet = {
        "generator": generator,
        "nights": nights,
        "factors": factors,
        "seed": seed,
        "columns": [
            {"name": name, "real": bool(is_real), "log_rate_ratio": ratio}
            for name, is_real, ratio in zip(names, real, truth)
        ],
        "told": {key: round(float(value), 4) for key, value in told.items()},
    }
    return start, names, cramps, written, sheet


def write_diary(folder, number, diary):
    """Write one diary and its truth as <number>.csv and <number>.json."""
    start, names, cramps, written, sheet = diary
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / f"{number}.csv", "w", newline="", encoding="utf-8") as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(["date", "cramps", *names])
        for night, answers in enumerate(np.column_stack([cramps, written])):
            cells = ["" if np.isnan(answer) else f"{answer:g}" for answer in answers]
            lines.writerow([(start + timedelta(days=night)).isoformat(), *cells])
    text = json.dumps(sheet, indent=1) + "\n"
    (folder / f"{number}.json").write_text(text, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path, help="folder to write to")
    parser.add_argument("--sets", type=int, default=20, help="diaries per generator and size")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="+", choices=RECIPES, default=list(RECIPES))
    options = parser.parse_args()
    for generator in options.only:
        for nights, factors in SIZES:
            for number in range(1, options.sets + 1):
                # Each diary has its own seed, so that a choice of generators changes none.
                key = f"{options.seed} {generator} {nights} {factors} {number}"
                diary = make_diary(generator, nights, factors, zlib.crc32(key.encode()))
                write_diary(options.out / generator / f"{nights}x{factors}", number, diary)


if __name__ == "__main__":
    main()
