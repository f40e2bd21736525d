//! `GET /trials/{id}`: one trial: today, what may be changed, its result when it may be shown, and its sealed record.

use axum::extract::State;
use axum::response::Response;
use diary::trial::Followed;
use diary::{EntryId, NightId};
use insight::trial::{
    Access, Agenda, Ask, Course, Outcome, Standing, access, day_of, outcome, words,
};
use texts::Sentence;

use crate::address::EntryAt;
use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::say::Markup;
use crate::site::{App, Shared, off_thread};
use crate::spoken;
use crate::suspects::dots;
use crate::trials::band::{Row, Strip};
use crate::trials::today::{self, Today};
use crate::words::{capital, date};

/// The result as it is shown.
struct Shown {
    sentences: Vec<Sentence>,
    dots: String,
    reading: String,
    strip: String,
    rows: Vec<Row>,
    advice: &'static str,
    /// Name and value of every number.
    numbers: Vec<(&'static str, Sentence)>,
    notes: Vec<Sentence>,
    /// Not all nights are in yet.
    through: String,
    template: String,
}

/// What several trials of the same thing say.
struct Together {
    sentences: Vec<Sentence>,
    dots: String,
    reading: String,
}

/// One line of the sealed record.
struct Line {
    name: &'static str,
    value: String,
    /// The mark of a value that was sealed in English.
    lang: Markup,
}

#[derive(askama::Template)]
#[template(path = "trials/one.html")]
struct Page {
    frame: Frame,
    id: EntryId,
    name: String,
    standing: String,
    question: String,
    open: Option<Today>,
    running: bool,
    paused: bool,
    over: bool,
    adherence: Option<(String, Markup)>,
    /// When results are shown, while they are not.
    hidden: Option<String>,
    price: Sentence,
    may_peek: bool,
    /// The last night of a result that can be looked at now.
    ready: Option<String>,
    shown: Option<Shown>,
    together: Option<Together>,
    no_result: Option<Sentence>,
    stop_rules: Vec<String>,
    record: Vec<Line>,
    intact: bool,
    peeks: usize,
}

/// `GET /trials/{id}`
pub(crate) async fn get(
    State(app): State<Shared>,
    EntryAt(id): EntryAt,
    look: Look,
) -> Result<Response, Problem> {
    let page = off_thread(&app, move |app| page(app, id, &look)).await?;
    Ok(render(&page))
}

fn page(app: &App, id: EntryId, look: &Look) -> Result<Page, Problem> {
    let moment = app.moment("");
    let today = day_of(&moment);
    let agenda = app
        .desk()
        .agenda(today)?
        .into_iter()
        .find(|agenda| agenda.course.id == id)
        .ok_or(Problem::NotFound)?;
    let course = &agenda.course;
    let (shown, mut no_result) = match opened(course) {
        Some(through) => match app.desk().result(course, through)? {
            Ok(outcome) => (Some(shown(app, &agenda, &outcome)?), None),
            Err(none) => (None, Some(none.sentence())),
        },
        None => (None, None),
    };
    let ready = match ready(course, today) {
        Some(through) => match app.desk().result(course, through)? {
            Ok(_) => Some(date(through.evening())),
            Err(none) => {
                no_result = Some(none.sentence());
                None
            }
        },
        None => None,
    };
    let record = course.record();
    Ok(Page {
        frame: look.frame(course.name(), Tab::Trials),
        id,
        name: course.name().to_owned(),
        standing: capital(&today::standing(&agenda)),
        question: insight::trial::template(course)
            .map_or_else(String::new, |template| template.question.to_owned()),
        open: agenda.standing.is_open().then(|| today::of(&agenda)),
        running: matches!(agenda.standing, Standing::Running { .. }),
        paused: matches!(agenda.standing, Standing::Paused { .. }),
        over: !agenda.standing.is_open(),
        adherence: adherence(&agenda),
        hidden: match access(course, today) {
            Access::Hidden { until } => Some(until.map_or_else(
                || crate::word("trial-unknown-time").to_owned(),
                |until| {
                    crate::say("trial-on-date")
                        .with("date", date(until.evening()))
                        .plain()
                },
            )),
            Access::Open { .. } => None,
        },
        price: insight::trial::look::price(),
        may_peek: insight::trial::look::peek(course, today).is_some(),
        ready,
        together: app.desk().together(course, today)?.map(together),
        shown,
        no_result,
        stop_rules: record
            .stop_rules
            .iter()
            .map(|rule| rule.as_str().to_owned())
            .collect(),
        record: lines(&agenda),
        intact: course.registration.is_intact(),
        peeks: course
            .looks
            .iter()
            .filter(|(_, look)| *look == diary::trial::Look::Peek)
            .count(),
    })
}

/// The last night of what was looked at: only a look that is written down shows a result.
fn opened(course: &Course) -> Option<NightId> {
    course.looks.iter().map(|(through, _)| *through).max()
}

/// The last night of a result whose time has come and that was not looked at yet.
fn ready(course: &Course, today: NightId) -> Option<NightId> {
    match access(course, today) {
        Access::Open { through } => Some(through).filter(|through| Some(*through) > opened(course)),
        Access::Hidden { .. } => None,
    }
}

fn shown(app: &App, agenda: &Agenda, outcome: &Outcome) -> Result<Shown, Problem> {
    let course = &agenda.course;
    let nights = app.desk().nights(outcome.through.next().evening())?;
    let taken = outcome::taken(course, &nights, outcome.through);
    let first = outcome.sentences.first();
    let first = first.map_or_else(String::new, |sentence| spoken(sentence).plain());
    let strip = Strip::of(course, &taken, &first);
    let numbers = &outcome.numbers;
    let figure = |value: f64, digits: usize| Sentence::figure(format!("{value:.digits$}"));
    let ratio = Sentence::of("number-range")
        .with("value", figure(numbers.ratio.estimate, 2))
        .with("low", figure(numbers.ratio.low, 2))
        .with("high", figure(numbers.ratio.high, 2));
    let or_none = |value: Option<Sentence>| value.unwrap_or_else(|| Sentence::of("card-none"));
    Ok(Shown {
        sentences: outcome.sentences.clone(),
        dots: dots::plot(&numbers.dots, "result", crate::word("worlds")),
        reading: dots::Split::of(&numbers.dots).sentence(),
        strip: strip.svg,
        rows: strip.rows,
        advice: outcome.advice.name(),
        numbers: vec![
            (crate::word("number-ratio"), ratio),
            (crate::word("number-benefit"), figure(numbers.p_benefit, 2)),
            (
                crate::word("number-p"),
                or_none(numbers.p_randomisation.map(|p| figure(p, 4))),
            ),
            (
                crate::word("number-e"),
                or_none(numbers.e_value.map(words::odds)),
            ),
        ],
        notes: numbers.diagnostics.clone(),
        through: date(outcome.through.evening()),
        template: course.record().subject.template.to_string(),
    })
}

fn together(outcome: Outcome) -> Together {
    let dots = &outcome.numbers.dots;
    Together {
        dots: dots::plot(dots, "together", crate::word("worlds-all")),
        reading: dots::Split::of(dots).sentence(),
        sentences: outcome.sentences,
    }
}

/// The day that can be answered for, and the question.
fn adherence(agenda: &Agenda) -> Option<(String, Markup)> {
    agenda.asks.iter().find_map(|ask| match ask {
        Ask::Adherence {
            day,
            label,
            question,
        } => Some((
            day.to_string(),
            crate::say("trial-it-was")
                .with("question", spoken(question))
                .with("label", crate::english(label))
                .into(),
        )),
        Ask::Guess { .. } => None,
    })
}

/// The answers about an instruction: value, label and meaning.
pub(crate) const FOLLOWED: [(&str, &str, Followed); 3] = [
    ("yes", "followed-yes", Followed::Yes),
    ("partly", "followed-partly", Followed::Partly),
    ("no", "followed-no", Followed::No),
];

fn lines(agenda: &Agenda) -> Vec<Line> {
    let course = &agenda.course;
    let record = course.record();
    let line = |name, value| Line {
        name,
        value,
        lang: Markup::default(),
    };
    let mut lines = vec![
        line(
            crate::word("record-registered"),
            date(course.registered.local().date()),
        ),
        line(
            crate::word("record-first"),
            date(record.first_night.evening()),
        ),
        line(
            crate::word("record-nights"),
            record.schedule.arms().len().to_string(),
        ),
        line(
            crate::word("record-design"),
            match record.layout.left_out {
                0 => spoken(words::pairs(record.layout)).plain(),
                left_out => crate::say("record-left-out")
                    .with("pairs", spoken(words::pairs(record.layout)).plain())
                    .with("nights", left_out)
                    .plain(),
            },
        ),
    ];
    // The rest of the schedule stays hidden: who knows what comes tomorrow may lean towards it today.
    if !agenda.standing.is_open() {
        lines.push(line(
            crate::word("record-schedule"),
            record.schedule.to_string(),
        ));
    }
    for pause in &course.pauses {
        lines.push(line(
            crate::word("record-waited"),
            crate::say("record-pause")
                .with("from", date(pause.from.evening()))
                .with(
                    "to",
                    pause.until.map_or_else(
                        || crate::word("record-now").to_owned(),
                        |until| date(until.previous().evening()),
                    ),
                )
                .with("why", today::pause(pause.why))
                .plain(),
        ));
    }
    lines.extend([
        Line {
            lang: crate::english(record.analysis.as_str()).lang(),
            ..line(
                crate::word("record-analysis"),
                record.analysis.as_str().to_owned(),
            )
        },
        line(crate::word("record-seed"), record.seed.0.to_string()),
        line(
            crate::word("record-generator"),
            record.generator.as_str().to_owned(),
        ),
        line(
            crate::word("record-versions"),
            crate::say("record-version")
                .with("statistics", record.engine.as_str())
                .with("knowledge", record.knowledge.as_str())
                .plain(),
        ),
        line("SHA-256", course.registration.hash.clone()),
    ]);
    lines
}
