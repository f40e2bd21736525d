//! Portions one tap away, each with an undo: what the person usually has, on Tonight, in the check-in and on the page of food.
//! Plain buttons of a form: they work without JavaScript, and inside another form they do not lose what was answered there.

use diary::entry::Act;
use diary::{Body, Entry, EntryId, Food, Grams, Id, Moment, Text};
use insight::intake::{food_name, usual_portions};

use super::Eaten;
use crate::form::Fields;
use crate::problem::Problem;
use crate::say::Markup;
use crate::site::App;
use crate::{english, say, words};

/// What is one tap away for who has told little yet: drinks, and foods that most people have.
const COMMON: [&str; 6] = [
    "tap-water",
    "black-tea",
    "coffee-filter",
    "semi-skimmed-milk",
    "wholemeal-bread",
    "banana",
];
/// Most portions that are one tap away.
const MOST: usize = 8;
/// The button that tells a portion, the one that takes one back, and the id of the next portion.
const PORTION: &str = "portion-now";
const UNDO: &str = "portion-undo";
const ID: &str = "portion-id";

/// The buttons.
pub(crate) struct Quick {
    /// The id of the form that they belong to.
    pub(crate) form: &'static str,
    pub(crate) id: EntryId,
    pub(crate) taps: Vec<Tap>,
    /// What was told last today, the newest first.
    pub(crate) last: Vec<Eaten>,
    /// Portions told today beside these.
    pub(crate) more: usize,
}

/// One portion.
pub(crate) struct Tap {
    pub(crate) value: String,
    pub(crate) label: Markup,
}

/// The buttons for a form of this id, with the last portions of today.
pub(crate) fn of(app: &App, form: &'static str) -> Result<Quick, Problem> {
    const SHOWN: usize = 3;
    let today = app.today();
    let log = app.desk().log()?;
    let mut portions = usual_portions(&log, today, MOST);
    for id in COMMON {
        let is_there = portions.iter().any(|food| food.food.as_str() == id);
        if portions.len() < COMMON.len() && !is_there {
            portions.extend(common(id));
        }
    }
    let mut last = super::eaten(&log, today);
    let more = last.len().saturating_sub(SHOWN);
    last.truncate(SHOWN);
    Ok(Quick {
        form,
        id: app.fresh_id(),
        taps: portions.iter().map(tap).collect(),
        last,
        more,
    })
}

/// The usual portion of a food of the table.
fn common(id: &str) -> Option<Food> {
    let food = knowledge::food(id)?;
    let portion = food.portions.first()?;
    Some(Food {
        food: Id::new(food.id).ok()?,
        grams: Grams::new(portion.grams).ok()?,
        portion: Text::new(portion.name).ok(),
    })
}

fn tap(food: &Food) -> Tap {
    let name = english(food_name(food.food.as_str())).capital();
    let portion = food.portion.as_ref().map(Text::as_str);
    let grams = words::number(food.grams.get());
    Tap {
        value: format!(
            "{}:{}:{}",
            food.food,
            food.grams.get(),
            portion.unwrap_or_default()
        ),
        label: match portion {
            Some(portion) => say("food-tap")
                .with("name", name)
                .with("portion", english(portion)),
            None => say("food-in-grams").with("name", name).with("grams", grams),
        }
        .into(),
    }
}

/// Whether one of the buttons was pressed.
pub(crate) fn is_pressed(fields: &Fields) -> bool {
    fields.has(PORTION) || fields.has(UNDO)
}

/// What the pressed button changes in the diary: a portion more, or one taken back. Pressed twice it changes nothing more.
pub(crate) fn pressed(
    app: &App,
    fields: &Fields,
    moment: &Moment,
) -> Result<Option<Entry>, Problem> {
    let log = app.desk().log()?;
    if fields.has(UNDO) {
        let target: EntryId = fields.get(UNDO).parse().map_err(|_| Problem::NotFound)?;
        let told = log
            .find(target)
            .filter(|told| matches!(told.body, Body::Food(_)));
        return Ok(told.map(|told| Entry {
            id: EntryId::after(told.version, moment.at, app.random()),
            moment: moment.clone(),
            act: Act::Retract { target },
        }));
    }
    let body = Body::Food(read(app, fields.get(PORTION))?);
    let id: EntryId = fields.get(ID).parse().unwrap_or_else(|_| app.fresh_id());
    let id = match log.find(id) {
        Some(told) if told.body == body => return Ok(None),
        // Another portion from a page that was gone back to.
        Some(_) => app.fresh_id(),
        None => id,
    };
    Ok(Some(Entry {
        id,
        moment: moment.clone(),
        act: Act::Tell { body },
    }))
}

/// `tap-water:250:1 glass`
fn read(app: &App, value: &str) -> Result<Food, Problem> {
    let mut parts = value.splitn(3, ':');
    let mut next = || parts.next().unwrap_or_default();
    let (food, grams, portion) = (next(), next(), next());
    let known = app.desk().larder()?.get(food).ok_or(Problem::NotFound)?;
    let grams: f64 = grams.parse().map_err(|_| Problem::NotFound)?;
    Ok(Food {
        food: Id::new(&known.id).map_err(|_| Problem::Ours)?,
        grams: Grams::new(grams).map_err(|_| Problem::NotFound)?,
        portion: match portion {
            "" => None,
            words => Some(Text::new(words).map_err(|_| Problem::NotFound)?),
        },
    })
}
