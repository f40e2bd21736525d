//! What the diary holds already about the nights and days of a file: earlier imports, and what the person answered.

use std::collections::BTreeMap;

use diary::entry::Origin;
use diary::log::Told;
use diary::{Body, Exposure, Id, Log, Morning, NightId};

/// What is to be done about an answer in a file.
#[derive(Debug, PartialEq)]
pub(super) enum Verdict<'l> {
    /// The diary holds it already.
    Unchanged,
    /// The person answered this themselves, and otherwise.
    Kept,
    /// It corrects what an earlier import told.
    Corrects(&'l Told, Body),
    /// It is new.
    New(Body),
}

/// What holds, by night or day: whichever time zone it was told in.
pub(super) struct Held<'l> {
    imported: BTreeMap<NightId, &'l Told>,
    own: BTreeMap<NightId, Morning>,
    exposures: BTreeMap<(NightId, &'l Id), (&'l Told, &'l Exposure)>,
}

impl<'l> Held<'l> {
    pub(super) fn of(log: &'l Log) -> Self {
        let mut held = Self {
            imported: BTreeMap::new(),
            own: BTreeMap::new(),
            exposures: BTreeMap::new(),
        };
        for told in log.told() {
            match &told.body {
                Body::Morning(morning) if is_imported(told, morning) => {
                    held.imported.insert(morning.night, told);
                }
                Body::Morning(morning) => {
                    let own = held.own.entry(morning.night);
                    own.and_modify(|own| *own = over(morning, own))
                        .or_insert_with(|| morning.clone());
                }
                Body::Exposure(exposure) => {
                    let key = (exposure.day, &exposure.factor);
                    let is_own = |(_, other): &(&Told, &Exposure)| other.origin != Origin::Imported;
                    // The person's own answer counts, also when an imported one has a later moment.
                    if exposure.origin != Origin::Imported
                        || !held.exposures.get(&key).is_some_and(is_own)
                    {
                        held.exposures.insert(key, (told, exposure));
                    }
                }
                Body::Cramp(_) | Body::Fact(_) | Body::Trial(_) | Body::Food(_) => {}
            }
        }
        held
    }

    /// Compares an answer of a file with what holds.
    pub(super) fn about(&self, body: Body) -> Verdict<'l> {
        match &body {
            Body::Morning(morning) => self.about_morning(morning),
            Body::Exposure(exposure) => {
                match self.exposures.get(&(exposure.day, &exposure.factor)) {
                    None => Verdict::New(body),
                    Some((_, held)) if held.answer == exposure.answer => Verdict::Unchanged,
                    Some((_, held)) if held.origin != Origin::Imported => Verdict::Kept,
                    Some((told, _)) => Verdict::Corrects(told, body),
                }
            }
            Body::Cramp(_) | Body::Fact(_) | Body::Trial(_) | Body::Food(_) => Verdict::New(body),
        }
    }

    fn about_morning(&self, morning: &Morning) -> Verdict<'l> {
        let own = self.own.get(&morning.night);
        let open = own.map_or_else(|| morning.clone(), |own| without(morning, own));
        let kept = || {
            if own.is_some_and(|own| over(morning, own) != *own) {
                Verdict::Kept
            } else {
                Verdict::Unchanged
            }
        };
        match self.imported.get(&morning.night) {
            Some(told) => match &told.body {
                Body::Morning(held) if held == morning => Verdict::Unchanged,
                Body::Morning(held) if own.is_some_and(|own| without(held, own) == open) => kept(),
                _ => Verdict::Corrects(told, Body::Morning(open)),
            },
            None if is_silent(&open) => kept(),
            None => Verdict::New(Body::Morning(open)),
        }
    }
}

/// A file's answer about a night has the moment at which the night begins, where the file was imported; a person
/// answers afterwards.
fn is_imported(told: &Told, morning: &Morning) -> bool {
    let span = morning.night.span(&told.moment.zone);
    span.is_ok_and(|(noon, _)| noon == told.moment.at)
}

/// Each field as the upper answer says, else as the lower one does.
fn over(upper: &Morning, lower: &Morning) -> Morning {
    Morning {
        night: upper.night,
        cramps: upper.cramps.or(lower.cramps),
        minutes: upper.minutes.or(lower.minutes),
        pain: upper.pain.or(lower.pain),
        sleep_lost: upper.sleep_lost.or(lower.sleep_lost),
        soreness: upper.soreness.or(lower.soreness),
        tiredness: upper.tiredness.or(lower.tiredness),
        note: upper.note.clone().or_else(|| lower.note.clone()),
    }
}

/// A file's answers without the fields that the person answered.
fn without(file: &Morning, own: &Morning) -> Morning {
    Morning {
        night: file.night,
        cramps: file.cramps.filter(|_| own.cramps.is_none()),
        minutes: file.minutes.filter(|_| own.minutes.is_none()),
        pain: file.pain.filter(|_| own.pain.is_none()),
        sleep_lost: file.sleep_lost.filter(|_| own.sleep_lost.is_none()),
        soreness: file.soreness.filter(|_| own.soreness.is_none()),
        tiredness: file.tiredness.filter(|_| own.tiredness.is_none()),
        note: file.note.clone().filter(|_| own.note.is_none()),
    }
}

fn is_silent(morning: &Morning) -> bool {
    without(morning, morning) == *morning
}
