//! Published questionnaires and the look-alikes: points, what they mean, and the red flags that a result raises.

use std::collections::BTreeMap;

use diary::person::Answers;
use diary::{Id, Person};
use jiff::civil::Date;
use knowledge::{Flag, Instrument, Interpretation, LookAlike};
use texts::Sentence;

use crate::words;

/// Under this name the answers to the questions of the look-alikes are kept; an item is the id of a look-alike, a hyphen
/// and the number of its question from 1.
pub const LOOK_ALIKES: &str = "look-alikes";

/// The result of a questionnaire, as far as it was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// Points of the answers so far, and of the worst ones for what is open.
    pub lowest: i32,
    /// Points if all that is open were answered with what counts most.
    pub highest: i32,
    /// Items answered.
    pub answered: usize,
    /// What it means; `None` while what is open could change it.
    pub means: Option<&'static Interpretation>,
}

/// Scores answers. Choices that the questionnaire does not have are open.
#[must_use]
pub fn score(instrument: &'static Instrument, chosen: &BTreeMap<Id, Id>) -> Score {
    let of = |item: &str| chosen_of(chosen, item);
    let (mut lowest, mut highest, mut answered) = (0, 0, 0);
    for item in instrument.items {
        let points = item
            .choices
            .iter()
            .filter(|choice| of(item.id).is_none_or(|id| id == choice.id))
            .map(|choice| i32::from(choice.points));
        let known = of(item.id).is_some_and(|id| item.choices.iter().any(|one| one.id == id));
        answered += usize::from(known);
        let all = || item.choices.iter().map(|choice| i32::from(choice.points));
        lowest += points.clone().min().or_else(|| all().min()).unwrap_or(0);
        highest += points.max().or_else(|| all().max()).unwrap_or(0);
    }
    let mut means = None;
    for one in instrument.interpretation {
        match applies(one, lowest, highest, &of) {
            Some(true) => {
                means = Some(one);
                break;
            }
            Some(false) => {}
            None => break,
        }
    }
    Score {
        lowest,
        highest,
        answered,
        means: means.filter(|_| answered > 0),
    }
}

fn chosen_of<'a>(chosen: &'a BTreeMap<Id, Id>, item: &str) -> Option<&'a str> {
    chosen
        .iter()
        .find(|(id, _)| id.as_str() == item)
        .map(|(_, choice)| choice.as_str())
}

/// Whether an interpretation applies; `None` while that is open.
fn applies<'a>(
    one: &Interpretation,
    lowest: i32,
    highest: i32,
    of: &impl Fn(&str) -> Option<&'a str>,
) -> Option<bool> {
    let enough = one.at_least.map_or(Some(true), |least| {
        let least = i32::from(least);
        if lowest >= least {
            Some(true)
        } else if highest < least {
            Some(false)
        } else {
            None
        }
    });
    one.with.iter().fold(enough, |so_far, (item, choice)| {
        let fits = of(item).map(|chosen| chosen == *choice);
        match (so_far, fits) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        }
    })
}

/// How far a look-alike fits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Likeness {
    /// Which.
    pub look_alike: &'static LookAlike,
    /// Its questions answered yes.
    pub yes: usize,
    /// Its questions answered no.
    pub no: usize,
}

impl Likeness {
    /// All its questions were answered yes.
    #[must_use]
    pub fn fits(&self) -> bool {
        self.yes == self.look_alike.questions.len()
    }
}

/// The item under which a question of a look-alike is kept; `number` counts from 1.
#[must_use]
pub fn look_alike_item(look_alike: &LookAlike, number: usize) -> String {
    format!("{}-{number}", look_alike.id)
}

/// How far each look-alike fits, in the order of the knowledge; the first is the ordinary night cramp itself.
#[must_use]
pub fn likenesses(chosen: &BTreeMap<Id, Id>) -> Vec<Likeness> {
    knowledge::look_alikes()
        .iter()
        .map(|look_alike| {
            let count = |wanted: &str| {
                (1..=look_alike.questions.len())
                    .filter(|&number| {
                        chosen_of(chosen, &look_alike_item(look_alike, number)) == Some(wanted)
                    })
                    .count()
            };
            Likeness {
                look_alike,
                yes: count("yes"),
                no: count("no"),
            }
        })
        .collect()
}

/// A red flag that the answers to a questionnaire raise.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Which flag.
    pub flag: &'static Flag,
    /// Why, in a plain sentence.
    pub because: Sentence,
    /// Day of the answers.
    pub answered: Date,
}

/// The red flags that the latest answers to each questionnaire raise, unless the flag's own question was answered on that
/// day or later.
#[must_use]
pub fn findings(person: &Person) -> Vec<Finding> {
    let mut found = Vec::new();
    for (id, answers) in &person.questionnaires {
        if id.as_str() == LOOK_ALIKES {
            found.extend(of_look_alikes(answers));
        } else if let Some(instrument) = knowledge::instrument(id.as_str()) {
            found.extend(of_instrument(instrument, answers));
        }
    }
    found.retain(|one| {
        person
            .flags
            .get(one.flag.id)
            .is_none_or(|answer| answer.answered < one.answered)
    });
    found
}

fn of_instrument(instrument: &'static Instrument, answers: &Answers) -> Option<Finding> {
    let means = score(instrument, &answers.chosen).means?;
    Some(Finding {
        flag: knowledge::flag(means.raises)?,
        because: Sentence::of("raised-questionnaire")
            .with("date", words::date(answers.answered))
            .with("name", Sentence::known(instrument.name))
            .with("meaning", Sentence::known(means.meaning)),
        answered: answers.answered,
    })
}

fn of_look_alikes(answers: &Answers) -> Vec<Finding> {
    likenesses(&answers.chosen)
        .into_iter()
        .filter(Likeness::fits)
        .filter_map(|one| {
            Some(Finding {
                flag: knowledge::flag(one.look_alike.flag)?,
                because: Sentence::of("raised-look-alike")
                    .with("date", words::date(answers.answered))
                    .with("name", Sentence::known_inside(one.look_alike.name)),
                answered: answers.answered,
            })
        })
        .collect()
}
