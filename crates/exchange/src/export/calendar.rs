//! Reminders as an iCalendar file (RFC 5545) that the common calendars open: one event a day, in UTC, with a stable identity.
//!
//! Single events instead of a rule that repeats: a trial asks something else every day, and calendars differ in how they
//! read times without a zone, rules and zone tables. The time of day is the person's, also across changes of the clocks.

use diary::{NightId, Zone};
use icalendar::{Alarm, Calendar, Class, Component, Event, EventLike, Property, Trigger};
use insight::trial::{Agenda, Ahead, ahead};
use insight::water::{Target, Water};
use insight::{Plan, Step, Warning};
use jiff::civil::Time;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// The remedy that the evening routine is for.
const ROUTINE: &str = "bedtime-stretch";

/// How much a calendar says, which others may look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wording {
    /// Nothing about health: “Check-in”, “Evening routine”, “Plan for today: A”.
    Neutral,
    /// What it is: the stretch, the trial and its instruction.
    Plain,
}

/// Whether glasses are in the calendar: many events a day, so only for who wants them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glasses {
    /// Left out.
    None,
    /// One event for each glass of the plan's rhythm.
    Each,
}

/// When the person is reminded, and for how long.
#[derive(Clone, Debug, PartialEq)]
pub struct Times {
    /// Time of day of the check-in.
    pub check_in: Time,
    /// Time of day of the evening routine, and of what a trial asks.
    pub routine: Time,
    /// Whether glasses are among the reminders.
    pub glasses: Glasses,
    /// First day.
    pub from: NightId,
    /// Number of days.
    pub days: u16,
    /// Where the person is.
    pub zone: Zone,
}

/// How long a reminder stands in the calendar.
const LENGTH: SignedDuration = SignedDuration::from_mins(10);
/// Most days a calendar may hold: a year and a day.
pub const MOST_DAYS: u16 = 366;

/// When the check-in is unless told otherwise: in the evening, when both the last night and the day can be told.
pub const CHECK_IN: Time = jiff::civil::time(20, 0, 0, 0);
/// When the routine is unless told otherwise.
pub const BEFORE_BED: Time = jiff::civil::time(21, 30, 0, 0);

/// A day of a trial, and what must be shown with what it asks.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The day, with the instruction as far as it may be known.
    pub ahead: Ahead,
    /// Safety messages.
    pub warnings: Vec<String>,
}

/// The trials' days from `from` on, as they may be told on the day `today`: what a period asks is told when it has begun, not
/// before. A trial that waits, for the person's safety or by their wish, asks nothing.
#[must_use]
pub fn asked(agendas: &[Agenda], from: NightId, today: NightId) -> Vec<Asked> {
    let open = agendas
        .iter()
        .filter(|agenda| agenda.standing.is_open() && agenda.hold.is_none());
    open.flat_map(|agenda| {
        ahead(&agenda.course, from, today)
            .into_iter()
            .map(|ahead| Asked {
                ahead,
                warnings: agenda.warnings.iter().map(warning).collect(),
            })
    })
    .collect()
}

/// Writes the reminders that follow from a plan and from what trials ask.
///
/// The stretch is there only when the plan has it among what to do now: the plan has asked the safety rules. On a day on
/// which a trial asks something, only the trial speaks: its instruction may be to leave the stretch out. Glasses are there
/// only when they are wanted and the plan names an amount: whom a rule keeps from drinking more is reminded of none.
#[must_use]
pub fn ics(times: &Times, plan: &Plan, trials: &[Asked], wording: Wording) -> String {
    let mut calendar = Calendar::empty();
    for (key, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//Soleus//Reminders//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("X-WR-CALNAME", "Reminders"),
        ("X-WR-TIMEZONE", times.zone.name()),
        // How often to look again: for Apple and Google here, for those who follow RFC 7986 below.
        ("X-PUBLISHED-TTL", "PT6H"),
    ] {
        calendar.append_property((key, value));
    }
    calendar.append_property(
        Property::new("REFRESH-INTERVAL", "PT6H")
            .add_parameter("VALUE", "DURATION")
            .done(),
    );
    let rhythm = match (times.glasses, &plan.water) {
        (Glasses::Each, Some(Water::Target(target))) => Some(target),
        _ => None,
    };
    let stretch = plan.now.iter().find(|step| step.remedy.id == ROUTINE);
    let mut day = times.from;
    for _ in 0..times.days.min(MOST_DAYS) {
        let mut remind = |kind: &str, at: Time, words: Words| {
            calendar.extend(event(kind, start(day, at, &times.zone), day, words));
        };
        if let Some(target) = rhythm {
            for (number, &at) in (1..).zip(&target.rhythm.glasses) {
                remind(&format!("glass-{number}"), at, glass(target, wording));
            }
        }
        remind("check-in", times.check_in, check_in(wording));
        let asked = trials.iter().filter(|asked| asked.ahead.day == day);
        let mut is_asked = false;
        for (number, asked) in (1..).zip(asked) {
            is_asked = true;
            remind(
                &format!("today-{number}"),
                times.routine,
                trial(asked, wording),
            );
        }
        if let Some(step) = stretch.filter(|_| !is_asked) {
            remind("routine", times.routine, routine(step, wording));
        }
        day = day.next();
    }
    calendar.to_string()
}

/// A title, and more for who opens the event.
type Words = (String, Option<String>);

fn check_in(wording: Wording) -> Words {
    match wording {
        Wording::Neutral => ("Check-in".to_owned(), None),
        Wording::Plain => (
            "Soleus: check-in".to_owned(),
            Some("How was the last night, and how was the day? About half a minute. Skipping is fine.".to_owned()),
        ),
    }
}

fn glass(target: &Target, wording: Wording) -> Words {
    match wording {
        Wording::Neutral => ("A glass".to_owned(), None),
        Wording::Plain => {
            let what = format!(
                "About {} ml of anything without alcohol. Thirst knows better than a number.",
                target.rhythm.glass
            );
            let lines: Vec<String> = target.warnings.iter().map(warning).chain([what]).collect();
            (
                "Soleus: a glass to drink".to_owned(),
                Some(lines.join("\n")),
            )
        }
    }
}

fn routine(step: &Step, wording: Wording) -> Words {
    match wording {
        Wording::Neutral => ("Evening routine".to_owned(), None),
        Wording::Plain => {
            let warnings = step.warnings.iter().map(warning);
            let how_to = step.remedy.how_to.iter().map(|how| (*how).to_owned());
            let lines: Vec<String> = warnings.chain(how_to).collect();
            (
                "Soleus: stretch before bed".to_owned(),
                Some(lines.join("\n")),
            )
        }
    }
}

/// Said in plain words of a day whose period has not begun.
const NOT_YET: &str =
    "What to do is shown when its time has come: who knows it ahead may lean towards it.";

fn trial(asked: &Asked, wording: Wording) -> Words {
    let Ahead {
        number,
        of,
        instruction,
        ..
    } = &asked.ahead;
    match (wording, instruction) {
        (Wording::Neutral, None) => ("Plan for today".to_owned(), None),
        // The label names what is tried; the letter gives nothing away.
        (Wording::Neutral, Some(instruction)) => (
            format!("Plan for today: {}", instruction.arm.letter()),
            None,
        ),
        (Wording::Plain, None) => (
            format!("Soleus: your test (day {number} of {of})"),
            Some(NOT_YET.to_owned()),
        ),
        (Wording::Plain, Some(instruction)) => {
            let title = format!("Soleus: {} (day {number} of {of})", instruction.label);
            let text = std::iter::once(&instruction.text).chain(&asked.warnings);
            let lines: Vec<&str> = text.map(String::as_str).collect();
            (title, Some(lines.join("\n")))
        }
    }
}

fn warning(warning: &Warning) -> String {
    warning.sentence().to_string()
}

/// `None` at the ends of the calendar.
fn event(
    kind: &str,
    start: Option<Timestamp>,
    day: NightId,
    (title, more): Words,
) -> Option<Event> {
    let start = start?;
    let end = start.checked_add(LENGTH).ok()?;
    let uid = format!("{day}-{kind}@soleus.invalid");
    let mut event = Event::new();
    event
        .uid(&uid)
        // Not the time of the export: the same diary gives the same file.
        .add_property("DTSTAMP", utc(start))
        .add_property("DTSTART", utc(start))
        .add_property("DTEND", utc(end))
        .add_property("TRANSP", "TRANSPARENT")
        .class(Class::Private)
        .summary(&title);
    if let Some(more) = more {
        event.description(&more);
    }
    if let Ok(at_start) = Trigger::try_from(&Property::new("TRIGGER", "PT0S")) {
        let mut alarm = Alarm::display(&title, at_start);
        // The library makes up what is missing, differently each time.
        alarm
            .uid(&format!("alarm-{uid}"))
            .add_property("DTSTAMP", utc(start));
        event.alarm(alarm.done());
    }
    Some(event.done())
}

/// The instant of a time of day where the person is; in the hour that the clocks skip, the one after it.
fn start(day: NightId, at: Time, zone: &Zone) -> Option<Timestamp> {
    let local = day.evening().to_datetime(at).to_zoned(zone.tz().clone());
    local.ok().map(|zoned| zoned.timestamp())
}

fn utc(at: Timestamp) -> String {
    at.to_zoned(TimeZone::UTC)
        .strftime("%Y%m%dT%H%M%SZ")
        .to_string()
}
