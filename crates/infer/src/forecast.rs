//! How many further nights an answer is likely to need.

use crate::normal::SpikeAndSlab;

/// Nights ahead that are looked at.
const AHEAD: [u32; 10] = [7, 14, 28, 42, 56, 84, 126, 189, 284, 426];

/// Values of the effect and of the estimate's error that stand for all possible futures: a normal in eight equal parts
/// (their middles).
const PARTS: [f64; 8] = [-1.534, -0.887, -0.489, -0.157, 0.157, 0.489, 0.887, 1.534];

/// Further rows until the probability is likely (in two futures of three) to have left 0.1-0.9.
///
/// The information about the effect is taken to grow as it has so far: the gain of precision over the prior slab
/// (`prior_sd`), spread over `rows` rows. `now` is the posterior, `probability` that of an effect that matters.
pub(crate) fn nights_to_clear(
    now: SpikeAndSlab,
    prior_sd: f64,
    probability: f64,
    rows: f64,
) -> Option<u32> {
    if !(0.1..=0.9).contains(&probability) {
        return Some(0);
    }
    let gained = 1.0 / (now.sd * now.sd) - 1.0 / (prior_sd * prior_sd);
    let a_row = gained.max(0.0) / rows;
    if a_row <= 0.0 {
        return None;
    }
    AHEAD
        .into_iter()
        .find(|&ahead| chance_of_clear(now, 1.0 / (a_row * f64::from(ahead))) >= 2.0 / 3.0)
}

/// Probability that an independent estimate with this error variance settles the matter.
fn chance_of_clear(now: SpikeAndSlab, error: f64) -> f64 {
    let sd = libm::sqrt(error);
    let mut clear = 0.0;
    for z in PARTS {
        if settled(now, z * sd, error) {
            clear += (1.0 - now.weight) / 8.0;
        }
        for x in PARTS {
            if settled(now, now.mean + now.sd * x + z * sd, error) {
                clear += now.weight / 64.0;
            }
        }
    }
    clear
}

/// Whether the probability of an effect that matters leaves 0.1-0.9 after seeing `estimate`.
fn settled(now: SpikeAndSlab, estimate: f64, error: f64) -> bool {
    let variance = now.sd * now.sd;
    let total = variance + error;
    let log_bayes = 0.5
        * (libm::log(error / total) + estimate * estimate / error
            - (estimate - now.mean) * (estimate - now.mean) / total);
    let weight = 1.0 / (1.0 + libm::exp(-log_bayes) * (1.0 - now.weight) / now.weight.max(1e-12));
    let later = SpikeAndSlab {
        weight,
        mean: (now.mean * error + estimate * variance) / total,
        sd: libm::sqrt(variance * error / total),
    };
    !(0.1..=0.9).contains(&(later.p_raises() + later.p_lowers()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_strong_effect_clears_sooner_than_a_weak_one() {
        let after = |mean: f64| {
            let now = SpikeAndSlab {
                weight: 0.6,
                mean,
                sd: 0.3,
            };
            nights_to_clear(now, 0.5, 0.5, 60.0).unwrap_or(u32::MAX)
        };
        assert!(after(1.0) < after(0.6), "{} {}", after(1.0), after(0.6));
        assert!(after(0.6) < after(0.2), "{} {}", after(0.6), after(0.2));
    }

    #[test]
    fn clear_answers_need_no_more_and_silent_data_never_clear() {
        let now = SpikeAndSlab {
            weight: 0.95,
            mean: 0.6,
            sd: 0.1,
        };
        assert_eq!(nights_to_clear(now, 0.5, 0.95, 100.0), Some(0));
        let nothing_learned = SpikeAndSlab {
            weight: 0.3,
            mean: 0.0,
            sd: 0.5,
        };
        assert_eq!(nights_to_clear(nothing_learned, 0.5, 0.3, 100.0), None);
    }
}
