//! The written form of a posterior, kept beside the log so that another process need not compute it again.
//!
//! Counterparts of `infer`'s types: the engine itself knows no file format.

use infer::{Answer, ColumnAnswer, Note, Statistic};
use serde::{Deserialize, Serialize};

/// Writes a posterior. `None` when a number is not finite, which JSON cannot hold: then it is not kept.
pub(crate) fn write(answer: &Answer) -> Option<String> {
    let finite = |x: f64| x.is_finite();
    let all_finite = finite(answer.recent_rate)
        && answer.columns.iter().all(|c| {
            [
                c.probability,
                c.p_raises,
                c.p_lowers,
                c.ratio,
                c.ratio_low,
                c.ratio_high,
                c.ratio_if_real,
                c.per_amount,
            ]
            .into_iter()
            .chain(c.share)
            .chain(c.avoided_per_month)
            .chain(c.dots)
            .all(finite)
        });
    if all_finite {
        serde_json::to_string(&Kept::from(answer)).ok()
    } else {
        None
    }
}

/// Reads a posterior; `None` when the text is not one (an older form, a torn write): then it is computed again.
pub(crate) fn read(text: &str) -> Option<Answer> {
    serde_json::from_str::<Kept>(text).ok().map(Answer::from)
}

#[derive(Serialize, Deserialize)]
struct Kept {
    nights: usize,
    nights_observed: usize,
    columns: Vec<KeptColumn>,
    recent_rate: f64,
    notes: Vec<KeptNote>,
}

#[derive(Serialize, Deserialize)]
struct KeptColumn {
    name: String,
    probability: f64,
    p_raises: f64,
    p_lowers: f64,
    ratio: f64,
    ratio_low: f64,
    ratio_high: f64,
    ratio_if_real: f64,
    per_amount: f64,
    share: Option<f64>,
    avoided_per_month: Option<f64>,
    nights_to_clear: Option<u32>,
    travels_with: Vec<String>,
    dots: [f64; 20],
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "note", rename_all = "kebab-case")]
enum KeptNote {
    Constant { name: String },
    NeverObserved { name: String },
    ManyMissing { missing: usize, rows: usize },
    NoEvents,
    GoodFit,
    PoorFit { statistic: KeptStatistic, p: f64 },
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum KeptStatistic {
    NightsWithout,
    Worst,
    Spread,
    Neighbours,
}

impl From<Statistic> for KeptStatistic {
    fn from(statistic: Statistic) -> Self {
        match statistic {
            Statistic::NightsWithout => Self::NightsWithout,
            Statistic::Worst => Self::Worst,
            Statistic::Spread => Self::Spread,
            Statistic::Neighbours => Self::Neighbours,
        }
    }
}

impl From<KeptStatistic> for Statistic {
    fn from(statistic: KeptStatistic) -> Self {
        match statistic {
            KeptStatistic::NightsWithout => Self::NightsWithout,
            KeptStatistic::Worst => Self::Worst,
            KeptStatistic::Spread => Self::Spread,
            KeptStatistic::Neighbours => Self::Neighbours,
        }
    }
}

impl From<&Answer> for Kept {
    fn from(answer: &Answer) -> Self {
        Self {
            nights: answer.nights,
            nights_observed: answer.nights_observed,
            columns: answer.columns.iter().map(KeptColumn::from).collect(),
            recent_rate: answer.recent_rate,
            notes: answer.notes.iter().map(KeptNote::from).collect(),
        }
    }
}

impl From<Kept> for Answer {
    fn from(kept: Kept) -> Self {
        Self {
            nights: kept.nights,
            nights_observed: kept.nights_observed,
            columns: kept.columns.into_iter().map(ColumnAnswer::from).collect(),
            recent_rate: kept.recent_rate,
            notes: kept.notes.into_iter().map(Note::from).collect(),
        }
    }
}

/// Both directions list the same fields, so that a new field of the engine's type fails to compile here.
macro_rules! same_fields {
    ($from:ident => $to:ident: $($field:ident),* $(,)?) => {
        {
            let source = $from;
            $to { $($field: source.$field.clone()),* }
        }
    };
}

impl From<&ColumnAnswer> for KeptColumn {
    fn from(column: &ColumnAnswer) -> Self {
        same_fields!(column => KeptColumn: name, probability, p_raises, p_lowers, ratio, ratio_low, ratio_high,
            ratio_if_real, per_amount, share, avoided_per_month, nights_to_clear, travels_with, dots)
    }
}

impl From<KeptColumn> for ColumnAnswer {
    fn from(column: KeptColumn) -> Self {
        same_fields!(column => ColumnAnswer: name, probability, p_raises, p_lowers, ratio, ratio_low, ratio_high,
            ratio_if_real, per_amount, share, avoided_per_month, nights_to_clear, travels_with, dots)
    }
}

impl From<&Note> for KeptNote {
    fn from(note: &Note) -> Self {
        match note {
            Note::Constant(name) => Self::Constant { name: name.clone() },
            Note::NeverObserved(name) => Self::NeverObserved { name: name.clone() },
            Note::ManyMissing { missing, rows } => Self::ManyMissing {
                missing: *missing,
                rows: *rows,
            },
            Note::NoEvents => Self::NoEvents,
            Note::GoodFit => Self::GoodFit,
            Note::PoorFit { statistic, p } => Self::PoorFit {
                statistic: (*statistic).into(),
                p: *p,
            },
        }
    }
}

impl From<KeptNote> for Note {
    fn from(note: KeptNote) -> Self {
        match note {
            KeptNote::Constant { name } => Self::Constant(name),
            KeptNote::NeverObserved { name } => Self::NeverObserved(name),
            KeptNote::ManyMissing { missing, rows } => Self::ManyMissing { missing, rows },
            KeptNote::NoEvents => Self::NoEvents,
            KeptNote::GoodFit => Self::GoodFit,
            KeptNote::PoorFit { statistic, p } => Self::PoorFit {
                statistic: statistic.into(),
                p,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_posterior_survives_writing_and_reading() {
        let column = ColumnAnswer {
            name: "alcohol".into(),
            probability: 0.7,
            p_raises: 0.65,
            p_lowers: 0.05,
            ratio: 1.3,
            ratio_low: 0.95,
            ratio_high: 1.9,
            ratio_if_real: 1.5,
            per_amount: 1.0,
            share: Some(0.1),
            avoided_per_month: None,
            nights_to_clear: Some(40),
            travels_with: vec!["caffeine".into()],
            dots: std::array::from_fn(|i| 1.0 + 0.1 / (i as f64 + 3.0)),
        };
        let notes = vec![
            Note::Constant("a".into()),
            Note::NeverObserved("b".into()),
            Note::ManyMissing {
                missing: 3,
                rows: 9,
            },
            Note::NoEvents,
            Note::GoodFit,
            Note::PoorFit {
                statistic: Statistic::Spread,
                p: 0.01,
            },
        ];
        let answer = Answer {
            nights: 9,
            nights_observed: 6,
            columns: vec![column],
            recent_rate: 0.1 + 0.2,
            notes,
        };
        let text = write(&answer).expect("finite");
        assert_eq!(read(&text), Some(answer.clone()));
        assert_eq!(read("{}"), None);
        assert_eq!(read(&text[..text.len() / 2]), None);
        let infinite = Answer {
            recent_rate: f64::INFINITY,
            ..answer
        };
        assert_eq!(write(&infinite), None);
    }
}
