//! Any event of a trial, and any registration that does not contradict itself.

use diary::trial::{
    Arm, Arms, Followed, Guess, Layout, Look, PauseReason, Record, Registration, Schedule,
    StopReason, Subject, TrialSeed,
};
use diary::{NightId, Trial};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

use super::{date, entry_id, text, word};

pub(crate) fn event() -> impl Strategy<Value = Trial> {
    let day = || date().prop_map(NightId::of_evening);
    let followed = select(vec![Followed::Yes, Followed::Partly, Followed::No]);
    let guess = select(vec![Guess::A, Guess::B, Guess::CannotTell]);
    let pause = select(vec![
        PauseReason::Illness,
        PauseReason::Travel,
        PauseReason::Safety,
        PauseReason::Other,
    ]);
    let stop = select(vec![
        StopReason::StopRule,
        StopReason::Safety,
        StopReason::Clear,
        StopReason::Burden,
        StopReason::Other,
    ]);
    let look = select(vec![Look::Planned, Look::Peek]);
    prop_oneof![
        record().prop_map(|record| Trial::Registered(Box::new(Registration::seal(record)))),
        (entry_id(), day(), followed).prop_map(|(trial, day, followed)| Trial::Adherence {
            trial,
            day,
            followed
        }),
        (entry_id(), day(), guess).prop_map(|(trial, day, guess)| Trial::Guess {
            trial,
            day,
            guess
        }),
        (entry_id(), day(), pause).prop_map(|(trial, from, why)| Trial::Paused {
            trial,
            from,
            why
        }),
        (entry_id(), day()).prop_map(|(trial, from)| Trial::Resumed { trial, from }),
        (entry_id(), day(), stop, of(text())).prop_map(|(trial, from, why, note)| Trial::Stopped {
            trial,
            from,
            why,
            note
        }),
        (entry_id(), day(), look).prop_map(|(trial, through, look)| Trial::Looked {
            trial,
            through,
            look
        }),
    ]
}

/// A record whose schedule fits its layout.
pub(crate) fn record() -> BoxedStrategy<Record> {
    let layout = (1_u16..=9, 1_u16..=8).prop_flat_map(|(period_nights, pairs)| {
        (
            0..period_nights,
            vec(any::<bool>(), usize::from(pairs)),
            Just((period_nights, pairs)),
        )
    });
    (
        layout,
        (word(), of(word()), text()),
        (text(), text(), text(), text()),
        date(),
        any::<u64>(),
        (text(), text(), text(), text()),
        vec(text(), 0..3),
    )
        .prop_map(
            |(
                (left_out, firsts, (period_nights, pairs)),
                (template, remedy, name),
                (a_label, a, b_label, b),
                first,
                seed,
                (generator, analysis, engine, knowledge),
                stop_rules,
            )| {
                let arms: Vec<Arm> = firsts
                    .iter()
                    .flat_map(|&a_first| {
                        let order = if a_first {
                            [Arm::A, Arm::B]
                        } else {
                            [Arm::B, Arm::A]
                        };
                        order
                            .into_iter()
                            .flat_map(move |arm| std::iter::repeat_n(arm, period_nights.into()))
                    })
                    .collect();
                let nights = u16::try_from(arms.len()).expect("short");
                Record {
                    subject: Subject {
                        template,
                        remedy,
                        name,
                    },
                    arms: Arms {
                        a_label,
                        a,
                        b_label,
                        b,
                    },
                    first_night: NightId::of_evening(first),
                    layout: Layout {
                        period_nights,
                        pairs,
                        left_out,
                    },
                    seed: TrialSeed(seed),
                    generator,
                    schedule: Schedule::new(arms).expect("some nights"),
                    analysis,
                    looks: vec![nights],
                    stop_rules,
                    engine,
                    knowledge,
                }
            },
        ) // On the heap: the many parts of a record would not fit a test's stack.
        .boxed()
}
