//! `GET` and `POST /profile/warning-signs`: the red-flag questions this person should be asked.

use axum::extract::State;
use axum::response::{Redirect, Response};
use diary::entry::Fact;
use diary::{Id, Moment, NightId, Person};
use insight::Raised;
use knowledge::{Flag, Urgency};
use texts::Sentence;

use crate::form::Fields;
use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::profile::{Written, telling, unknown_again, write};
use crate::say::Markup;
use crate::site::{App, Shared, off_thread};
use crate::words;

/// Field of a flag's answer, followed by its id.
const ANSWER: &str = "r-";
/// Ticked when a professional has seen it, followed by the flag's id.
const SEEN: &str = "s-";

struct Row {
    flag: &'static Flag,
    answer: &'static str,
    seen: bool,
    answered: Option<String>,
    /// What to do: shown when the answer is yes.
    advice: Option<Markup>,
    /// Why the diary asks anew, whatever was answered before.
    because: Option<Sentence>,
}

/// The flags of one urgency.
struct Group {
    /// In the form and the address.
    id: &'static str,
    name: &'static str,
    rows: Vec<Row>,
}

/// The sections of the page in their order: id, urgency, the key of the name.
const SECTIONS: [(&str, Urgency, &str); 4] = [
    ("emergency", Urgency::Emergency, "signs-emergency"),
    ("same-day", Urgency::SameDay, "signs-same-day"),
    ("soon", Urgency::Soon, "signs-soon"),
    ("routine", Urgency::Routine, "signs-routine"),
];

#[derive(askama::Template)]
#[template(path = "profile/warning_signs.html")]
struct Page {
    frame: Frame,
    groups: Vec<Group>,
}

/// `GET /profile/warning-signs`
pub(crate) async fn get(State(app): State<Shared>, look: Look) -> Result<Response, Problem> {
    let groups = off_thread(&app, groups).await?;
    Ok(render(&Page {
        frame: look.frame(crate::word("signs-title"), Tab::Profile),
        groups,
    }))
}

fn groups(app: &App) -> Result<Vec<Group>, Problem> {
    let person = app.desk().person()?;
    let flags = insight::triage::to_ask(&person, NightId::of_evening(app.today()));
    let anew = asked_anew(app, &person)?;
    let row = |flag: &&'static Flag| {
        let raised = anew.iter().find(|raised| raised.flag.id == flag.id);
        let answer = person.flags.get(flag.id).filter(|_| raised.is_none());
        Row {
            flag,
            answer: answer.map_or("", |answer| if answer.present { "yes" } else { "no" }),
            seen: answer.is_some_and(|answer| answer.seen),
            answered: answer.map(|answer| words::date(answer.answered)),
            advice: answer
                .filter(|answer| answer.present && !answer.seen)
                .map(|_| crate::english(flag.advice).into()),
            because: raised.map(|raised| raised.because.clone()),
        }
    };
    let sections = SECTIONS.iter().map(|&(id, urgency, name)| Group {
        id,
        name: crate::word(name),
        rows: flags
            .iter()
            .filter(|flag| flag.urgency == urgency)
            .map(row)
            .collect(),
    });
    Ok(sections.filter(|group| !group.rows.is_empty()).collect())
}

/// Flags that the log raises by itself and no answer since has settled.
fn asked_anew(app: &App, person: &Person) -> Result<Vec<Raised>, Problem> {
    let raised = app.desk().raised(app.today())?;
    let by_answer = |id: &str| {
        person
            .flags
            .get(id)
            .is_some_and(|answer| answer.present && !answer.seen)
    };
    Ok(raised
        .into_iter()
        .filter(|raised| !by_answer(raised.flag.id))
        .collect())
}

/// `POST /profile/warning-signs`
pub(crate) async fn post(State(app): State<Shared>, fields: Fields) -> Result<Redirect, Problem> {
    let section = fields.get("none").to_owned();
    let back_to_tonight = fields.has("tonight");
    let yes: Vec<String> = fields
        .with_prefix(ANSWER)
        .filter(|(_, answer)| *answer == "yes")
        .map(|(id, _)| id.to_owned())
        .collect();
    let any_yes = !yes.is_empty();
    // Something new opens all the questions.
    let opens_all = yes == [insight::triage::WEEKLY];
    let written = off_thread(&app, move |app| {
        let here = app.moment(fields.get("zone"));
        save(app, &fields, &here)
    })
    .await?;
    let done = written.word();
    let after = SECTIONS
        .iter()
        .skip_while(|(id, _, _)| *id != section)
        .nth(1);
    Ok(Redirect::to(&match after {
        Some((next, _, _)) if !any_yes => format!("/profile/warning-signs?done={done}#{next}"),
        _ if back_to_tonight && !any_yes => format!("/?done={done}"),
        _ if opens_all => format!("/profile/warning-signs?done={done}"),
        // What to do about a yes stands at the top of the plan.
        _ => format!("/plan?done={done}"),
    }))
}

/// Writes the answers of a form, told at this moment.
pub(crate) fn save(app: &App, fields: &Fields, moment: &Moment) -> Result<Written, Problem> {
    let _turn = app.writing();
    let log = app.desk().log()?;
    let person = app.desk().person()?;
    // Only the section that was read to its end: the noes of the others would be made up.
    let read = SECTIONS.iter().find(|(id, _, _)| *id == fields.get("none"));
    let anew = asked_anew(app, &person)?;
    let mut entries = Vec::new();
    for (id, answer) in fields.with_prefix(ANSWER) {
        let Some(flag) = knowledge::flag(id) else {
            continue;
        };
        let open_means_no = read.is_some_and(|(_, urgency, _)| *urgency == flag.urgency);
        let present = match answer {
            "yes" => Some(true),
            "no" => Some(false),
            _ if open_means_no => Some(false),
            _ => None,
        };
        let seen = present == Some(true) && fields.has(&format!("{SEEN}{id}"));
        let known = person.flags.get(flag.id);
        let again = anew.iter().any(|raised| raised.flag.id == flag.id);
        let same = known.map(|known| (known.present, known.seen))
            == present.map(|present| (present, seen));
        // An answer given anew counts even if it is the old one; a question left open anew leaves the old one alone.
        if (again && present.is_none()) || (same && !again && !open_means_no) {
            continue;
        }
        let id = Id::new(flag.id).map_err(|_| Problem::Ours)?;
        match present {
            Some(present) => entries.push(telling(
                app,
                moment,
                Fact::Flag {
                    flag: id,
                    present,
                    seen,
                },
            )),
            None => entries.extend(unknown_again(
                app,
                &log,
                moment,
                |fact| matches!(fact, Fact::Flag { flag, .. } if *flag == id),
            )),
        }
    }
    write(app, &entries, moment)
}
