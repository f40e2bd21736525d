//! Published questionnaires and the look-alikes: each a page with its items, what they count and the cut-offs.

pub(crate) mod list;
pub(crate) mod look_alikes;
pub(crate) mod one;

use std::collections::BTreeMap;

use diary::Id;
use diary::entry::Fact;
use insight::RaisedFrom;

use crate::form::Fields;
use crate::problem::Problem;
use crate::profile::{Written, telling, write};
use crate::site::App;

/// Field of an item's answer, followed by the item.
const ANSWER: &str = "q-";

/// The answers of a form that exist; what is empty stays open.
fn chosen(fields: &Fields, is_known: impl Fn(&str, &str) -> bool) -> BTreeMap<Id, Id> {
    fields
        .with_prefix(ANSWER)
        .filter(|(item, choice)| is_known(item, choice))
        .filter_map(|(item, choice)| Some((Id::new(item).ok()?, Id::new(choice).ok()?)))
        .collect()
}

/// Writes answers that differ from the last ones.
fn save(
    app: &App,
    fields: &Fields,
    questionnaire: &str,
    answers: BTreeMap<Id, Id>,
) -> Result<Written, Problem> {
    let _turn = app.writing();
    let person = app.desk().person()?;
    let before = person.questionnaires.get(questionnaire);
    let same = before.map_or(answers.is_empty(), |before| before.chosen == answers);
    if same && !asks_anew(app, questionnaire)? {
        return Ok(Written::Nothing);
    }
    let moment = app.moment(fields.get("zone"));
    let questionnaire = Id::new(questionnaire).map_err(|_| Problem::Ours)?;
    let fact = Fact::Questionnaire {
        questionnaire,
        answers,
    };
    write(app, &[telling(app, &moment, fact)], &moment)
}

/// Whether the last answers are of another day: the same answers today are news.
fn asks_anew(app: &App, questionnaire: &str) -> Result<bool, Problem> {
    let person = app.desk().person()?;
    let today = app.today();
    Ok(person
        .questionnaires
        .get(questionnaire)
        .is_some_and(|before| before.answered != today))
}

/// The red flags that questionnaires raise now.
fn raised(app: &App) -> Result<Vec<insight::Raised>, Problem> {
    let mut raised = app.desk().raised(app.today())?;
    raised.retain(|one| matches!(one.from, RaisedFrom::Questionnaire(_)));
    Ok(raised)
}
