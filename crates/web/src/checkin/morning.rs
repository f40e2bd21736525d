//! `GET` and `POST /check-in/{date}/morning`: what a night brought.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use diary::entry::{Body, Morning};
use diary::{Count, Minutes, NightId};
use knowledge::When;

use crate::assets;
use crate::checkin::question::{self, Asked, Chip, Typed};
use crate::checkin::{begun, instead, meant, mornings, nights};
use crate::cramp::keep;
use crate::form::{Fields, Mistakes};
use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::site::{App, Shared, off_thread};
use crate::trials::ask::{self, TrialAsk};
use crate::words;

/// Counts of cramps that have a chip of their own.
const COUNTS: u64 = 5;

/// The scores of a morning: field, keys of the question and of what 0 and 10 mean.
const SCORES: [(&str, &str, &str); 4] = [
    ("pain", "checkin-pain", "checkin-pain-hint"),
    ("sleep-lost", "checkin-sleep", "checkin-sleep-hint"),
    ("soreness", "checkin-sore", "checkin-sore-hint"),
    ("tiredness", "checkin-tired", "checkin-tired-hint"),
];

/// What stands in the fields.
#[derive(Default)]
struct Form {
    cramps: String,
    cramps_other: String,
    minutes: String,
    scores: [String; 4],
    note: String,
}

pub(crate) struct Scored {
    pub(crate) field: &'static str,
    pub(crate) text: &'static str,
    pub(crate) hint: &'static str,
    pub(crate) chips: Vec<Chip>,
    pub(crate) mistake: Option<String>,
}

#[derive(askama::Template)]
#[template(path = "checkin/morning.html")]
struct Page {
    frame: Frame,
    night: NightId,
    night_name: String,
    before: NightId,
    logged: usize,
    counts: Vec<Chip>,
    counts_unanswered: bool,
    cramps_other: String,
    minutes: String,
    note: String,
    scores: Vec<Scored>,
    questions: Vec<Asked>,
    trials: Vec<TrialAsk>,
    mistakes: Mistakes,
    script: String,
}

/// Whether none of the choices is chosen.
pub(crate) fn unanswered(chips: &[Chip]) -> bool {
    chips.iter().all(|chip| !chip.checked)
}

/// `GET /check-in/{date}/morning`
pub(crate) async fn get(
    State(app): State<Shared>,
    Path(date): Path<String>,
    look: Look,
) -> Result<Response, Problem> {
    let page = off_thread(&app, move |app| {
        let night = begun(&date, app.night_anywhere())?;
        let told = mornings(&*app.desk().log()?, night);
        let typed = told.iter().fold(Form::default(), |typed, (_, morning)| {
            typed.overlaid(morning)
        });
        page(
            app,
            &look,
            night,
            typed,
            questions(app, night)?,
            Mistakes::default(),
        )
    })
    .await?;
    Ok(render(&page))
}

fn questions(app: &App, night: NightId) -> Result<Vec<Asked>, Problem> {
    let nights = nights(app)?;
    let told = nights.iter().find(|other| other.id == night);
    let factors =
        insight::checkin::questions(&*app.desk().person()?, &nights, night, When::Morning);
    let asked = factors.into_iter().filter_map(|factor| {
        let answered = told
            .and_then(|night| night.exposures.get(factor.id))
            .map(|value| value.answer);
        let typed = answered
            .map(|answer| Typed::answer(factor, answer))
            .unwrap_or_default();
        question::asked(factor, typed, None, &Mistakes::default())
    });
    Ok(asked.collect())
}

fn page(
    app: &App,
    look: &Look,
    night: NightId,
    typed: Form,
    questions: Vec<Asked>,
    mistakes: Mistakes,
) -> Result<Page, Problem> {
    let logged = nights(app)?
        .iter()
        .find(|other| other.id == night)
        .map_or(0, |night| night.cramps.len());
    let counts = counts(&typed.cramps);
    Ok(Page {
        frame: look.frame(crate::word("checkin-morning"), Tab::CheckIn),
        night,
        night_name: words::night(night),
        before: night.previous(),
        logged,
        counts_unanswered: unanswered(&counts) && typed.cramps_other.is_empty(),
        counts,
        cramps_other: typed.cramps_other,
        minutes: typed.minutes,
        note: typed.note,
        scores: scores(&typed.scores, &mistakes),
        questions,
        trials: ask::asks(app, night)?,
        mistakes,
        script: assets::address("checkin.js"),
    })
}

/// The numbers of cramps as chips.
pub(crate) fn counts(typed: &str) -> Vec<Chip> {
    let chip = |count: u64| Chip {
        value: count.to_string(),
        label: match count {
            0 => crate::word("checkin-no-cramps").to_owned(),
            count => count.to_string(),
        },
        checked: typed == count.to_string(),
    };
    (0..=COUNTS).map(chip).collect()
}

/// The scores of a morning with what was typed.
pub(crate) fn scores(typed: &[String; 4], mistakes: &Mistakes) -> Vec<Scored> {
    let scored = SCORES.iter().zip(typed);
    let scored = scored.map(|(&(field, text, hint), typed)| Scored {
        field,
        text: crate::word(text),
        hint: crate::word(hint),
        chips: (0..=10)
            .map(|score: u8| Chip {
                value: score.to_string(),
                label: score.to_string(),
                checked: *typed == score.to_string(),
            })
            .collect(),
        mistake: mistakes.of(field).map(str::to_owned),
    });
    scored.collect()
}

impl Form {
    /// As a morning's answer would be typed, over what an earlier one left.
    fn overlaid(mut self, morning: &Morning) -> Self {
        if let Some(cramps) = morning.cramps {
            let many = u64::from(cramps) > COUNTS;
            self.cramps = if many {
                String::new()
            } else {
                cramps.to_string()
            };
            self.cramps_other = if many {
                cramps.to_string()
            } else {
                String::new()
            };
        }
        let answers = [
            morning.pain,
            morning.sleep_lost,
            morning.soreness,
            morning.tiredness,
        ];
        for (typed, answer) in self.scores.iter_mut().zip(answers) {
            if let Some(score) = answer {
                *typed = score.to_string();
            }
        }
        if let Some(minutes) = morning.minutes {
            self.minutes = minutes.to_string();
        }
        if let Some(note) = &morning.note {
            note.as_str().clone_into(&mut self.note);
        }
        self
    }

    /// As the form sent it.
    fn sent(fields: &Fields) -> Self {
        let typed = |name: &str| fields.get(name).to_owned();
        Self {
            cramps: typed("cramps"),
            cramps_other: typed("cramps-other"),
            minutes: typed("minutes"),
            scores: SCORES.map(|(field, _, _)| typed(field)),
            note: typed("note"),
        }
    }
}

/// `POST /check-in/{date}/morning`
pub(crate) async fn post(
    State(app): State<Shared>,
    Path(date): Path<String>,
    look: Look,
    fields: Fields,
) -> Result<Response, Problem> {
    off_thread(&app, move |app| save(app, &date, &look, &fields)).await
}

fn save(app: &App, date: &str, look: &Look, fields: &Fields) -> Result<Response, Problem> {
    let moment = app.moment(fields.get("zone"));
    let queued = fields.has("queued");
    let night = match meant(date, fields, &moment) {
        Err(problem) if queued => return Ok(keep::refused(problem.sentence())),
        other => other?,
    };
    let mut mistakes = Mistakes::default();
    let morning = read(night, fields, &mut mistakes);
    let answers = question::read_all(fields, &mut mistakes);
    if queued && !mistakes.is_empty() {
        return Ok(keep::refused(mistakes.in_words()));
    }
    if !mistakes.is_empty() {
        let again = question::in_form(fields).into_iter();
        let again = again
            .filter_map(|factor| {
                question::asked(factor, Typed::sent(factor, fields), None, &mistakes)
            })
            .collect();
        let page = page(app, look, night, Form::sent(fields), again, mistakes)?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)).into_response());
    }
    let _turn = app.writing();
    let now = moment.at;
    let log = app.desk().log()?;
    let (before, earlier): (Vec<_>, Vec<Morning>) = mornings(&log, night).into_iter().unzip();
    // A device that does not know what was answered elsewhere takes nothing of it away.
    let morning = match earlier.last() {
        Some(earlier) if fields.has("merge") => over(morning, earlier),
        _ => morning,
    };
    let mut entries = instead(
        app,
        &before,
        &moment,
        (!is_empty(&morning)).then_some(Body::Morning(morning)),
    );
    entries.extend(question::entries(app, &log, night, &moment, answers)?);
    entries.extend(ask::entries(app, night, &moment, fields)?);
    if queued {
        app.desk().tell_all(&entries, now)?;
        return Ok(keep::taken(fields, now));
    }
    if entries.is_empty() {
        return Ok(Redirect::to("/?done=nothing").into_response());
    }
    app.desk().tell_all(&entries, now)?;
    Ok(Redirect::to("/?done=saved").into_response())
}

/// The answers of `morning`, and those of `earlier` where it has none.
fn over(morning: Morning, earlier: &Morning) -> Morning {
    Morning {
        night: morning.night,
        cramps: morning.cramps.or(earlier.cramps),
        minutes: morning.minutes.or(earlier.minutes),
        pain: morning.pain.or(earlier.pain),
        sleep_lost: morning.sleep_lost.or(earlier.sleep_lost),
        soreness: morning.soreness.or(earlier.soreness),
        tiredness: morning.tiredness.or(earlier.tiredness),
        note: morning.note.or_else(|| earlier.note.clone()),
    }
}

fn is_empty(morning: &Morning) -> bool {
    let scores = [
        morning.pain,
        morning.sleep_lost,
        morning.soreness,
        morning.tiredness,
    ];
    morning.cramps.is_none()
        && morning.minutes.is_none()
        && morning.note.is_none()
        && scores.iter().all(Option::is_none)
}

fn read(night: NightId, fields: &Fields, mistakes: &mut Mistakes) -> Morning {
    let cramps = question::one_of(fields, "cramps", "cramps-other", Fields::whole);
    let cramps = cramps.and_then(|count| {
        count
            .map(Count::new)
            .transpose()
            .map_err(|bad| crate::spoken(bad.sentence()).plain())
    });
    let minutes = fields.whole("minutes");
    let minutes = minutes.and_then(|count| {
        count
            .map(Minutes::new)
            .transpose()
            .map_err(|bad| crate::spoken(bad.sentence()).plain())
    });
    let morning = Morning {
        night,
        cramps: mistakes.take("cramps", cramps),
        minutes: mistakes.take("minutes", minutes),
        pain: mistakes.take("pain", fields.score("pain")),
        sleep_lost: mistakes.take("sleep-lost", fields.score("sleep-lost")),
        soreness: mistakes.take("soreness", fields.score("soreness")),
        tiredness: mistakes.take("tiredness", fields.score("tiredness")),
        note: mistakes.take("note", fields.text("note")),
    };
    let none = morning.cramps.is_some_and(|count| count.get() == 0);
    if let (true, Some(minutes)) = (none, morning.minutes.filter(|minutes| minutes.get() > 0)) {
        mistakes.add(
            "minutes",
            crate::say("checkin-no-cramp-minutes")
                .with("count", minutes.to_string())
                .plain(),
        );
    }
    if let (true, Some(pain)) = (none, morning.pain.filter(|pain| pain.get() > 0)) {
        mistakes.add(
            "pain",
            crate::say("checkin-no-cramp-pain")
                .with("pain", pain.to_string())
                .plain(),
        );
    }
    morning
}
