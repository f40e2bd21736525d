//! What was tested: randomised trials of the person on themselves, and published questionnaires.

use diary::{Log, NightId, Person};
use jiff::civil::Date;
use knowledge::Instrument;

use crate::questionnaire::{LOOK_ALIKES, Likeness, Score, likenesses, score};
use crate::trial::{self, Found};

/// A questionnaire that was answered, with its points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Questionnaire {
    /// Which.
    pub instrument: &'static Instrument,
    /// Its points so far, and what they mean.
    pub score: Score,
    /// The most points that it gives.
    pub most: i32,
    /// Day of the latest answers.
    pub answered: Date,
}

/// The latest answers to the questions of the look-alikes.
#[derive(Clone, Debug, PartialEq)]
pub struct LookAlikes {
    /// Day of the answers.
    pub answered: Date,
    /// Those of which any question was answered.
    pub likenesses: Vec<Likeness>,
}

/// The trials: those with a result first, then those that end or ended without one; the newest first.
pub(super) fn trials(log: &Log, found: &[Found], today: NightId) -> Vec<trial::Summary> {
    let mut all: Vec<trial::Summary> = trial::courses(log)
        .iter()
        .map(|course| {
            // Of a trial that is under way nothing is told before its time, to nobody.
            let outcome = found.iter().find(|one| one.course.id == course.id);
            let standing = trial::standing(course, today);
            trial::summary(course, &standing, outcome.map(|one| &one.outcome))
        })
        .collect();
    all.sort_by_key(|one| (one.ratio.is_none(), std::cmp::Reverse(one.registered)));
    all
}

/// The questionnaires that were answered at all.
pub(super) fn questionnaires(person: &Person) -> Vec<Questionnaire> {
    let nothing = std::collections::BTreeMap::new();
    knowledge::instruments()
        .iter()
        .filter_map(|instrument| {
            let (_, answers) = person
                .questionnaires
                .iter()
                .find(|(id, _)| id.as_str() == instrument.id)?;
            let score = score(instrument, &answers.chosen);
            (score.answered > 0).then(|| Questionnaire {
                instrument,
                score,
                most: self::score(instrument, &nothing).highest,
                answered: answers.answered,
            })
        })
        .collect()
}

/// The look-alikes, when any of their questions was answered.
pub(super) fn look_alikes(person: &Person) -> Option<LookAlikes> {
    let (_, answers) = person
        .questionnaires
        .iter()
        .find(|(id, _)| id.as_str() == LOOK_ALIKES)?;
    let likenesses: Vec<Likeness> = likenesses(&answers.chosen)
        .into_iter()
        .filter(|one| one.yes + one.no > 0)
        .collect();
    (!likenesses.is_empty()).then_some(LookAlikes {
        answered: answers.answered,
        likenesses,
    })
}
