//! Did cramps change after a medicine was started: an interrupted series, one step at each start, asked of the engine.

use diary::person::held_on;
use diary::{Night, NightId, Person};
use infer::{Answer, Column, Design, Kind, Slab, Weight};
use jiff::civil::Date;
use knowledge::Medicine;
use texts::Sentence;

use crate::matrix::question;
use crate::words;

/// Answered nights needed on either side of a start.
pub const NIGHTS_ON_EITHER_SIDE: usize = 7;
/// Standard deviation of the log rate ratio before the data: nine in ten starts between a third and three times as many
/// cramps (our judgement).
const STEP_SD: f64 = 0.67;

/// The question for the engine: the person's nights, and a step for each medicine that was started during them.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What the engine is told: drift and season as always, no other factors.
    pub design: Design,
    /// The start behind each column.
    pub starts: Vec<Start>,
}

/// A medicine that was started during the diary.
#[derive(Clone, Debug, PartialEq)]
pub struct Start {
    /// Which.
    pub medicine: &'static Medicine,
    /// First day of taking it.
    pub on: Date,
    /// Answered nights before it, and the cramps in them.
    pub before: Counted,
    /// Answered nights with it, and the cramps in them.
    pub after: Counted,
}

/// Cramps in answered nights.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// Nights.
    pub nights: usize,
    /// Cramps, as far as they were told.
    pub cramps: u32,
}

/// What changed after a start.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The start.
    pub start: Start,
    /// Cramps a night with it to cramps a night before, everything else equal.
    pub rate_ratio: f64,
    /// 5 % point.
    pub low: f64,
    /// 95 % point.
    pub high: f64,
    /// Probability that there are more than 10 % more cramps with it.
    pub p_raises: f64,
}

impl Change {
    /// The result as a plain sentence, with what it cannot show.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        let counted = |side: Counted| {
            Sentence::of("change-counted")
                .with("cramps", side.cramps)
                .with("nights", side.nights)
        };
        Sentence::of("change-since")
            .with("date", words::date(self.start.on))
            .with("before", counted(self.start.before))
            .with("after", counted(self.start.after))
            .choosing(
                "verdict",
                if self.low > 1.0 {
                    "more"
                } else if self.high < 1.0 {
                    "fewer"
                } else {
                    "unclear"
                },
            )
            .with("ratio", words::figure(self.rate_ratio))
            .with("low", words::figure(self.low))
            .with("high", words::figure(self.high))
    }

    /// What a comparison of before and after cannot show.
    #[must_use]
    pub fn caveat() -> Sentence {
        Sentence::of("review-caveat")
    }
}

/// The question about every medicine whose start has at least [`NIGHTS_ON_EITHER_SIDE`] answered nights before and with
/// it; `None` when there is none.
#[must_use]
pub fn series(person: &Person, nights: &[Night], today: NightId) -> Option<Series> {
    let mut design = question(person, nights, today).design;
    let nights = &nights[..design.days.len()];
    let mut starts = Vec::new();
    design.columns.clear();
    for (id, course) in &person.medicines {
        let Some(medicine) = knowledge::medicine(id.as_str()) else {
            continue;
        };
        let Some(on) = course
            .steps
            .iter()
            .rev()
            .find(|step| step.present)
            .and_then(|step| step.since)
        else {
            continue;
        };
        let values: Vec<Option<f64>> = nights
            .iter()
            .map(|night| held_on(&course.steps, night.id.evening()).map(f64::from))
            .collect();
        let side = |wanted: f64| {
            nights
                .iter()
                .zip(&values)
                .filter(|(_, value)| **value == Some(wanted))
                .filter_map(|(night, _)| night.outcome.seen())
                .fold(Counted::default(), |sum, cramps| Counted {
                    nights: sum.nights + 1,
                    cramps: sum.cramps + cramps,
                })
        };
        let (before, after) = (side(0.0), side(1.0));
        if before.nights < NIGHTS_ON_EITHER_SIDE || after.nights < NIGHTS_ON_EITHER_SIDE {
            continue;
        }
        design.columns.push(Column {
            name: medicine.id.to_owned(),
            values,
            kind: Kind::YesNo,
            reference: 0.0,
            half_life: 0.0,
            weight: Weight::Fixed(1.0),
            slab: Slab::Given {
                mean: 0.0,
                sd: STEP_SD,
                per: 1.0,
            },
        });
        starts.push(Start {
            medicine,
            on,
            before,
            after,
        });
    }
    (!starts.is_empty()).then_some(Series { design, starts })
}

/// What the engine answered, start by start.
#[must_use]
pub fn changes(series: &Series, answer: &Answer) -> Vec<Change> {
    series
        .starts
        .iter()
        .zip(&answer.columns)
        .map(|(start, column)| Change {
            start: start.clone(),
            rate_ratio: column.ratio,
            low: column.ratio_low,
            high: column.ratio_high,
            p_raises: column.p_raises,
        })
        .collect()
}
