//! What the log means, tested from outside: nights, corrections, the person, the written form, what is refused.

mod any;
mod check;
mod log;
mod nights;
mod person;
mod trial;
mod written;

use diary::{Act, Body, Cramp, Entry, EntryId, Moment, Morning, NightId, Zone};

/// An instant in a zone: `at("2026-03-29T03:12[Europe/Berlin]")`.
fn at(text: &str) -> Moment {
    let zoned: jiff::Zoned = text.parse().expect("a time with its zone");
    let name = zoned.time_zone().iana_name().expect("a named zone");
    Moment::new(zoned.timestamp(), Zone::named(name).expect("known"))
}

fn id(n: u8) -> EntryId {
    EntryId::new(
        jiff::Timestamp::from_millisecond(1_790_000_000_000 + i64::from(n)).expect("in range"),
        [n; 10],
    )
}

fn night(text: &str) -> NightId {
    text.parse().expect("a date")
}

fn tell(n: u8, moment: Moment, body: Body) -> Entry {
    Entry {
        id: id(n),
        moment,
        act: Act::Tell { body },
    }
}

fn cramp(n: u8, when: &str) -> Entry {
    tell(n, at(when), Body::Cramp(Cramp::default()))
}

fn morning(about: &str) -> Morning {
    Morning::silent(night(about))
}

fn counted(n: u8, when: &str, about: &str, cramps: u64) -> Entry {
    let cramps = diary::Count::new(cramps).ok();
    tell(
        n,
        at(when),
        Body::Morning(Morning {
            cramps,
            ..morning(about)
        }),
    )
}
