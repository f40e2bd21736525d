//! What the statistics say of a trial, as sentences for whoever shows them.

use infer::Statistic;
use infer::trial::{TOLD_AT_LEAST, TrialError, TrialNote};
use texts::Sentence;

/// What a reader of a result must know.
pub(super) fn told(note: &TrialNote) -> Sentence {
    match *note {
        TrialNote::NotDrawn => Sentence::of("result-note-not-drawn"),
        TrialNote::ManyMissing { missing, nights } => Sentence::of("result-note-many-missing")
            .with("missing", missing)
            .with("nights", nights),
        TrialNote::UnevenlyMissing { a, b } => Sentence::of("result-note-unevenly-missing")
            .with("a", percent(a))
            .with("b", percent(b)),
        TrialNote::FewEvents { events } => Sentence::of("result-note-few-events")
            .with("events", Sentence::figure(events.to_string())),
        TrialNote::NoneInArm { arm } => {
            Sentence::of("result-note-none-in-arm").with("arm", Sentence::text(format!("{arm:?}")))
        }
        TrialNote::OneOrder => Sentence::of("result-note-one-order"),
        TrialNote::PoorFit { statistic, p } => Sentence::of("result-note-poor-fit")
            .choosing("what", what(statistic))
            .with("p", Sentence::figure(format!("{p:.3}"))),
        TrialNote::FewOrders { orders, smallest_p } => Sentence::of("result-note-few-orders")
            .with("orders", Sentence::figure(orders.to_string()))
            .with("smallest", Sentence::figure(format!("{smallest_p:.3}"))),
        TrialNote::EValueOutOfReach { largest } => Sentence::of("result-note-out-of-reach")
            .with("largest", Sentence::figure(format!("{largest:.1}"))),
        TrialNote::Followed {
            share,
            told,
            nights,
        } => {
            let followed = Sentence::of("result-note-followed")
                .with("told", told)
                .with("nights", nights)
                .with("share", percent(share));
            if (told as f64) < TOLD_AT_LEAST * nights as f64 {
                Sentence::in_turn([followed, Sentence::of("result-note-followed-too-few")])
            } else {
                followed
            }
        }
        TrialNote::UnfinishedPair => Sentence::of("result-note-unfinished-pair"),
    }
}

fn percent(share: f64) -> Sentence {
    Sentence::figure(format!("{:.0}", 100.0 * share))
}

fn what(statistic: Statistic) -> &'static str {
    match statistic {
        Statistic::NightsWithout => "nights-without",
        Statistic::Worst => "worst",
        Statistic::Spread => "spread",
        Statistic::Neighbours => "neighbours",
    }
}

/// Why nothing can be compared.
pub(super) fn nothing(error: &TrialError) -> Sentence {
    let of_arm = |key, arm| Sentence::of(key).with("arm", Sentence::text(format!("{arm:?}")));
    match error {
        TrialError::NoNights => Sentence::of("no-result-nights"),
        TrialError::OneArm { arm } => of_arm("no-result-one-arm", arm),
        TrialError::NoOutcome => Sentence::of("no-result-outcome"),
        TrialError::NoOutcomeInArm { arm, nights } => {
            of_arm("no-result-outcome-in-arm", arm).with("nights", *nights)
        }
        TrialError::NothingHappened { nights } => {
            Sentence::of("no-result-nothing-happened").with("nights", *nights)
        }
        TrialError::AlwaysTheSame { nights } => {
            Sentence::of("no-result-always-the-same").with("nights", *nights)
        }
        TrialError::NeverDone { nights } => {
            Sentence::of("no-result-never-done").with("nights", *nights)
        }
        // Only a fault of ours makes such a trial out of a diary.
        TrialError::Length { .. }
        | TrialError::NotAShare { .. }
        | TrialError::HalfLife { .. }
        | TrialError::NotAdmissible
        | TrialError::NoPeriod { .. }
        | TrialError::OtherArm { .. }
        | TrialError::Design(_)
        | TrialError::Engine(_) => Sentence::known(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use infer::trial::Arm;
    use texts::Language;

    /// The catalogue and the statistics each have these words: they must be the same ones.
    fn check(sentence: &Sentence, words: &str) {
        assert_eq!(sentence.to_string(), words);
        assert_ne!(sentence.within(Language::German, |_| None), words);
    }

    #[test]
    fn notes_say_what_the_statistics_say() {
        let mut notes = vec![
            TrialNote::NotDrawn,
            TrialNote::ManyMissing {
                missing: 9,
                nights: 28,
            },
            TrialNote::UnevenlyMissing { a: 0.255, b: 0.0 },
            TrialNote::FewEvents { events: 1.5 },
            TrialNote::NoneInArm { arm: Arm::B },
            TrialNote::OneOrder,
            TrialNote::FewOrders {
                orders: 16.0,
                smallest_p: 0.125,
            },
            TrialNote::EValueOutOfReach { largest: 7.59 },
            TrialNote::Followed {
                share: 0.5,
                told: 14,
                nights: 28,
            },
            TrialNote::Followed {
                share: 0.5,
                told: 13,
                nights: 28,
            },
            TrialNote::UnfinishedPair,
        ];
        notes.extend(Statistic::ALL.map(|statistic| TrialNote::PoorFit {
            statistic,
            p: 0.0123,
        }));
        for note in notes {
            check(&told(&note), &note.to_string());
        }
    }

    #[test]
    fn reasons_say_what_the_statistics_say() {
        for error in [
            TrialError::NoNights,
            TrialError::OneArm { arm: Arm::A },
            TrialError::NoOutcome,
            TrialError::NoOutcomeInArm {
                arm: Arm::A,
                nights: 4,
            },
            TrialError::NothingHappened { nights: 4 },
            TrialError::AlwaysTheSame { nights: 4 },
            TrialError::NeverDone { nights: 4 },
        ] {
            check(&nothing(&error), &error.to_string());
        }
    }
}
