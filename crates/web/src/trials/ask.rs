//! The questions of the morning check-in about trials: was the day's instruction followed, and a guess of the arm.

use diary::entry::{Act, Body};
use diary::trial::Guess;
use diary::{Entry, Moment, NightId};
use insight::trial::{Ask, change};

use crate::form::Fields;
use crate::problem::Problem;
use crate::say::Markup;
use crate::site::App;
use crate::trials::change::unclear;
use crate::trials::one::FOLLOWED;
use crate::{english, spoken};

/// A question with its choices.
pub(crate) struct TrialAsk {
    /// Name of the field.
    pub(crate) field: String,
    pub(crate) trial: String,
    pub(crate) text: Markup,
    /// Value and label.
    pub(crate) choices: Vec<(&'static str, &'static str)>,
}

const GUESSES: [(&str, &str, Guess); 3] = [
    ("a", "guess-a", Guess::A),
    ("b", "guess-b", Guess::B),
    ("cannot-tell", "guess-cannot-tell", Guess::CannotTell),
];

/// What the trials ask in the morning after a night.
pub(crate) fn asks(app: &App, night: NightId) -> Result<Vec<TrialAsk>, Problem> {
    let mut all = Vec::new();
    for agenda in app.desk().agenda(night.next())? {
        for ask in &agenda.asks {
            let id = agenda.course.id;
            let (field, text, choices) = match ask {
                Ask::Adherence {
                    label, question, ..
                } => (
                    format!("t-{id}"),
                    crate::say("trial-it-said")
                        .with("question", spoken(question))
                        .with("label", english(label))
                        .into(),
                    FOLLOWED.map(|(value, key, _)| (value, crate::word(key))),
                ),
                Ask::Guess { .. } => (
                    format!("g-{id}"),
                    crate::say("trial-guess").into(),
                    GUESSES.map(|(value, key, _)| (value, crate::word(key))),
                ),
            };
            all.push(TrialAsk {
                field,
                trial: agenda.course.name().to_owned(),
                text,
                choices: choices.to_vec(),
            });
        }
    }
    Ok(all)
}

/// The entries of what was answered about trials.
pub(crate) fn entries(
    app: &App,
    night: NightId,
    moment: &Moment,
    fields: &Fields,
) -> Result<Vec<Entry>, Problem> {
    // Only what is still open: the same form sent twice tells once.
    let open: Vec<String> = asks(app, night)?.into_iter().map(|ask| ask.field).collect();
    let get = |name: String| {
        if open.contains(&name) {
            fields.get(&name)
        } else {
            ""
        }
    };
    let mut entries = Vec::new();
    for course in app.desk().courses()?.iter() {
        let followed = get(format!("t-{}", course.id));
        let followed = FOLLOWED.iter().find(|(value, _, _)| *value == followed);
        let guess = get(format!("g-{}", course.id));
        let guess = GUESSES.iter().find(|(value, _, _)| *value == guess);
        let told = [
            followed.map(|(_, _, followed)| change::adherence(course, night, *followed)),
            guess.map(|(_, _, guess)| change::guess(course, night, *guess)),
        ];
        for event in told.into_iter().flatten() {
            let event = event.map_err(|error| unclear(error.sentence()))?;
            entries.push(Entry {
                id: app.fresh_id(),
                moment: moment.clone(),
                act: Act::Tell {
                    body: Body::Trial(event),
                },
            });
        }
    }
    Ok(entries)
}
