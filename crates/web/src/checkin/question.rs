//! One question of the check-in on a page and in a form: its choices, what was typed, what it means.

use std::sync::Arc;

use diary::entry::{Answer, Body, Exposure, Origin};
use diary::log::Told;
use diary::{Amount, Entry, Id, Log, Moment, NightId, Score};
use knowledge::{AnswerKind, Factor, Learned};
use texts::Sentence;

use crate::checkin::instead;
use crate::form::{Fields, Mistakes};
use crate::problem::Problem;
use crate::site::App;
use crate::words;

/// Field of the chosen answer, of another amount, and of what “same as usual” proposed; each followed by the factor's id.
const CHOSEN: &str = "x-";
const OTHER: &str = "o-";
const USUAL: &str = "u-";

/// A choice with its label.
pub(crate) struct Chip {
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) checked: bool,
}

/// A question as the page shows it.
pub(crate) struct Asked {
    pub(crate) id: &'static str,
    pub(crate) text: &'static str,
    pub(crate) chips: Vec<Chip>,
    /// Present when an amount of one's own can be typed: what was typed.
    pub(crate) other: Option<String>,
    pub(crate) units: Sentence,
    /// What “same as usual” proposes, as a field value.
    pub(crate) proposed: Option<String>,
    pub(crate) mistake: Option<String>,
}

impl Asked {
    /// Whether the chips carry words of what is known: quick choices of an amount.
    pub(crate) fn is_worded(&self) -> bool {
        self.other.is_some()
    }

    pub(crate) fn unanswered(&self) -> bool {
        let typed = self.other.as_ref().is_some_and(|other| !other.is_empty());
        !typed && self.chips.iter().all(|chip| !chip.checked)
    }
}

/// What stands in the fields of a question.
#[derive(Default)]
pub(crate) struct Typed {
    chosen: String,
    other: String,
}

impl Typed {
    /// As the form sent it.
    pub(crate) fn sent(factor: &Factor, fields: &Fields) -> Self {
        Self {
            chosen: fields.get(&format!("{CHOSEN}{}", factor.id)).to_owned(),
            other: fields.get(&format!("{OTHER}{}", factor.id)).to_owned(),
        }
    }

    /// As an answer would be typed.
    pub(crate) fn answer(factor: &Factor, answer: Answer) -> Self {
        let value = value_of(answer);
        if choices(factor).iter().any(|(choice, _)| *choice == value) {
            Self {
                chosen: value,
                other: String::new(),
            }
        } else {
            Self {
                chosen: String::new(),
                other: value,
            }
        }
    }
}

fn value_of(answer: Answer) -> String {
    match answer {
        Answer::YesNo(true) => "yes".to_owned(),
        Answer::YesNo(false) => "no".to_owned(),
        Answer::Amount(amount) => words::number(amount.get()),
    }
}

fn kind(factor: &Factor) -> Option<(&'static str, AnswerKind)> {
    match factor.learned {
        Learned::Asked(question) => Some((question.text, question.answer)),
        _ => None,
    }
}

/// Values and labels of the choices.
fn choices(factor: &Factor) -> Vec<(String, String)> {
    match kind(factor) {
        Some((_, AnswerKind::YesNo)) => vec![
            ("no".to_owned(), crate::word("choice-no").to_owned()),
            ("yes".to_owned(), crate::word("choice-yes").to_owned()),
        ],
        Some((_, AnswerKind::Score)) => (0..=10)
            .map(|score| (score.to_string(), score.to_string()))
            .collect(),
        Some((_, AnswerKind::Amount(quick))) => quick
            .iter()
            .map(|(label, value)| (words::number(*value), (*label).to_owned()))
            .collect(),
        None => Vec::new(),
    }
}

/// A question for the page; `None` for a factor that is not asked.
pub(crate) fn asked(
    factor: &'static Factor,
    typed: Typed,
    proposed: Option<Answer>,
    mistakes: &Mistakes,
) -> Option<Asked> {
    let (text, kind) = kind(factor)?;
    let chips: Vec<Chip> = choices(factor)
        .into_iter()
        .map(|(value, label)| Chip {
            checked: value == typed.chosen,
            value,
            label,
        })
        .collect();
    let own_amount = matches!(kind, AnswerKind::Amount(_));
    Some(Asked {
        id: factor.id,
        text,
        chips,
        other: own_amount.then_some(typed.other),
        units: insight::units(factor.unit),
        proposed: proposed.map(value_of),
        mistake: mistakes
            .of(&format!("{CHOSEN}{}", factor.id))
            .map(str::to_owned),
    })
}

/// The factors that a form asked about.
pub(crate) fn in_form(fields: &Fields) -> Vec<&'static Factor> {
    let ids = fields.with_prefix(CHOSEN).map(|(id, _)| id);
    let mut factors: Vec<&'static Factor> = Vec::new();
    for factor in ids
        .filter_map(knowledge::factor)
        .filter(|factor| kind(factor).is_some())
    {
        if !factors.iter().any(|other| other.id == factor.id) {
            factors.push(factor);
        }
    }
    factors
}

/// An answer read from a form.
pub(crate) struct Read {
    pub(crate) factor: &'static Factor,
    pub(crate) answer: Option<Answer>,
    pub(crate) origin: Origin,
}

impl Read {
    /// Whether it is what “same as usual” proposed, left as it was.
    pub(crate) fn confirms_usual(&self) -> bool {
        self.origin == Origin::ConfirmedUsual
    }
}

/// Reads all questions of a form.
pub(crate) fn read_all(fields: &Fields, mistakes: &mut Mistakes) -> Vec<Read> {
    let mut all = Vec::new();
    for factor in in_form(fields) {
        match read(factor, fields) {
            Ok(answer) => {
                let usual = fields.get(&format!("{USUAL}{}", factor.id));
                let confirmed = answer.is_some_and(|answer| value_of(answer) == usual);
                all.push(Read {
                    factor,
                    answer,
                    origin: if confirmed {
                        Origin::ConfirmedUsual
                    } else {
                        Origin::Asked
                    },
                });
            }
            Err(sentence) => mistakes.add(format!("{CHOSEN}{}", factor.id), sentence),
        }
    }
    all
}

fn read(factor: &Factor, fields: &Fields) -> Result<Option<Answer>, String> {
    let name = format!("{CHOSEN}{}", factor.id);
    match kind(factor) {
        Some((_, AnswerKind::YesNo)) => match fields.get(&name) {
            "" => Ok(None),
            "yes" => Ok(Some(Answer::YesNo(true))),
            "no" => Ok(Some(Answer::YesNo(false))),
            _ => Err(crate::word("checkin-choose").to_owned()),
        },
        Some((_, AnswerKind::Score)) => {
            let score: Option<Score> = fields.score(&name)?;
            let amount = score
                .map(|score| Amount::new(f64::from(score.get())))
                .transpose()
                .map_err(|bad| crate::spoken(bad.sentence()).plain())?;
            Ok(amount.map(Answer::Amount))
        }
        Some((_, AnswerKind::Amount(_))) => Ok(one_of(
            fields,
            &name,
            &format!("{OTHER}{}", factor.id),
            Fields::amount,
        )?
        .map(Answer::Amount)),
        None => Ok(None),
    }
}

/// A value that is either chosen or typed. Both at once must agree.
pub(crate) fn one_of<T: PartialEq>(
    fields: &Fields,
    chosen: &str,
    typed: &str,
    read: impl Fn(&Fields, &str) -> Result<Option<T>, String>,
) -> Result<Option<T>, String> {
    let own = read(fields, typed)?;
    match fields.get(chosen) {
        "" => Ok(own),
        choice => {
            let picked = read(fields, chosen)?;
            if own.is_some() && own != picked {
                return Err(crate::say("checkin-two-answers")
                    .with("chosen", choice)
                    .with("typed", fields.get(typed))
                    .plain());
            }
            Ok(picked)
        }
    }
}

/// The entries that make these answers hold for a day, where they differ from what was told.
pub(crate) fn entries(
    app: &App,
    log: &Log,
    day: NightId,
    moment: &Moment,
    answers: Vec<Read>,
) -> Result<Vec<Entry>, Problem> {
    let mut entries = Vec::new();
    for Read {
        factor,
        answer,
        origin,
    } in answers
    {
        let before: Vec<Arc<Told>> = log
            .told()
            .iter()
            .filter(|told| matches!(&told.body, Body::Exposure(e) if e.day == day && e.factor.as_str() == factor.id))
            .cloned()
            .collect();
        let same = before.last().is_some_and(
            |told| matches!(&told.body, Body::Exposure(exposure) if Some(exposure.answer) == answer),
        );
        if same {
            continue;
        }
        let id = Id::new(factor.id).map_err(|_| Problem::Ours)?;
        let body = answer.map(|answer| {
            Body::Exposure(Exposure {
                day,
                factor: id,
                answer,
                origin,
            })
        });
        entries.extend(instead(app, &before, moment, body));
    }
    Ok(entries)
}
