//! `GET /`: Tonight: the cramp button, tonight's few things to do, the check-in's state, the last four weeks.

mod strip;

use axum::extract::State;
use axum::response::Response;
use desk::Reading;
use diary::{EntryId, NightId};
use insight::{Raised, intake, triage};
use knowledge::Flag;
use texts::Sentence;

use crate::alarm;
use crate::food::quick::{self, Quick};
use crate::page::{Frame, Look, Tab, render};
use crate::plan::{Drinking, Todo, drinking, todo};
use crate::problem::Problem;
use crate::site::{App, Shared, off_thread};
use crate::tonight::strip::Strip;
use crate::trials::today::{self, Today};
use crate::welcome;
use crate::words;

/// One of the two check-ins of a day.
struct CheckIn {
    address: String,
    label: String,
    state: &'static str,
}

#[derive(askama::Template)]
#[template(path = "tonight.html")]
struct Page {
    frame: Frame,
    id: EntryId,
    /// Red flags that can wait; those that cannot are in the frame.
    raised: Vec<Raised>,
    /// Advice waits until a professional has seen a red flag.
    silenced: bool,
    notes: Vec<Sentence>,
    todo: Vec<Todo>,
    questions: usize,
    /// An amount to drink and its rhythm; nothing where there is no amount.
    drinking: Option<Drinking>,
    /// Drinks told today, in a sentence; empty before the first.
    drunk: String,
    trials: Vec<Today>,
    check_ins: Vec<CheckIn>,
    /// Portions one tap away.
    quick: Quick,
    strip: Strip,
    /// Warning signs to ask about now: after the last cramps, or the question of the week.
    signs: Vec<&'static Flag>,
    /// Warning signs that cannot wait and were not answered yet.
    unanswered: usize,
    /// The first time somebody is here.
    first: bool,
}

/// `GET /`
pub(crate) async fn get(State(app): State<Shared>, look: Look) -> Result<Response, Problem> {
    let page = off_thread(&app, move |app| page(app, &look)).await?;
    Ok(render(&page))
}

fn page(app: &App, look: &Look) -> Result<Page, Problem> {
    let today = app.today();
    let reading = app.desk().suspects_meanwhile(today)?;
    let moment = app.moment("");
    let last_night = crate::checkin::last_night(&moment);
    let day = crate::checkin::evening_day(&moment);
    let state = |told: bool| {
        if told {
            crate::word("tonight-answered")
        } else {
            crate::word("tonight-unanswered")
        }
    };
    let check_ins = vec![
        CheckIn {
            address: format!("/check-in/{last_night}/morning"),
            label: words::night_short(last_night),
            state: state(crate::checkin::morning_told(app, last_night)?),
        },
        CheckIn {
            address: format!("/check-in/{day}/evening"),
            label: if day == NightId::of_evening(today) {
                crate::word("food-today").to_owned()
            } else {
                // After midnight nobody knows which day “yesterday” is.
                words::weekday(day.evening())
            },
            state: state(crate::checkin::evening_told(app, day)?),
        },
    ];
    let day = NightId::of_evening(today);
    let signs = signs(&reading, day);
    // Until all is answered once there is nothing to be new.
    let unanswered = triage::at_the_start(&reading.person, day).len();
    Ok(Page {
        signs: if unanswered == 0 { signs } else { Vec::new() },
        unanswered,
        first: welcome::is_first(app, look)?,
        frame: look.frame(crate::word("tonight-title"), Tab::Tonight),
        id: app.fresh_id(),
        raised: alarm::can_wait(&reading.plan.raised),
        silenced: triage::silences_advice(&reading.plan.raised),
        notes: reading.plan.notes.clone(),
        todo: reading
            .plan
            .now
            .iter()
            .map(|step| todo(step, &reading))
            .collect(),
        questions: reading.plan.missing.len(),
        drinking: reading
            .plan
            .water
            .as_ref()
            .map(drinking)
            .filter(|shown| shown.target.is_some()),
        drunk: drunk(intake::drunk(&*app.desk().log()?, today)),
        trials: today::all(app, &moment)?,
        check_ins,
        quick: quick::of(app, "quick-form")?,
        strip: Strip::of(&reading.nights, last_night),
    })
}

/// “3 drinks told today, about 0.8 litres.”
fn drunk((count, millilitres): (usize, f64)) -> String {
    if count == 0 {
        return String::new();
    }
    let volume = Sentence::litres(millilitres.round() as u32);
    crate::say("tonight-drunk")
        .with("count", count)
        .with("volume", crate::spoken(volume).plain())
        .plain()
}

/// Nights back whose cramps may raise a question.
const LATELY: i32 = 2;

/// What to ask after the last cramps; else the question of the week when it is due.
fn signs(reading: &Reading, today: NightId) -> Vec<&'static Flag> {
    let last = reading
        .nights
        .iter()
        .filter(|night| today.days_since(night.id) < LATELY)
        .flat_map(|night| night.cramps.iter())
        .map(|(began, cramp)| triage::after_cramp(&reading.person, began, cramp, today))
        .rfind(|flags| !flags.is_empty());
    last.unwrap_or_else(|| triage::weekly(&reading.person, today).into_iter().collect())
}

/// The remedy whose warnings are read each evening and concern what is taken anyway.
const REVIEW: &str = "medication-review";
/// From so many characters on such a warning is folded.
const LONG: usize = 150;

/// A long warning of the medicine review in two: its first sentence, which is always read, and what is folded behind it. Those
/// of other remedies say what to do this evening, some whom to call: they stay whole.
fn in_two<'w>(remedy: &str, warning: &'w str) -> (&'w str, &'w str) {
    match warning.find(". ").map(|end| warning.split_at(end + 1)) {
        Some((gist, more)) if remedy == REVIEW && warning.chars().count() > LONG => {
            (gist, more.trim_start())
        }
        _ => (warning, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::{REVIEW, in_two};

    #[test]
    fn a_long_warning_of_the_review_keeps_its_first_sentence_in_sight_and_every_other_all_of_it() {
        let long = "These medicines can lower magnesium, which is a real cause of cramps. Ask for a blood test instead of \
                    guessing with supplements, and keep taking the medicine meanwhile.";
        let (gist, more) = in_two(REVIEW, long);
        assert_eq!(
            gist,
            "These medicines can lower magnesium, which is a real cause of cramps."
        );
        assert!(more.starts_with("Ask for a blood test"));
        assert_eq!(in_two("bedtime-stretch", long), (long, ""));
        let short = "Some water tablets hold magnesium in the body. Ask first.";
        assert_eq!(in_two(REVIEW, short), (short, ""));
    }

    #[test]
    fn nothing_urgent_is_folded() {
        let urgent = [
            "emergency",
            "at once",
            "same day",
            "ambulance",
            "call",
            "Notfall",
            "sofort",
            "selben Tag",
            "Krankenwagen",
            "ruf",
        ];
        let review = knowledge::rules()
            .iter()
            .filter(|rule| rule.warns.contains(&REVIEW));
        for rule in review {
            for message in [Some(rule.message), knowledge::in_german(rule.message)] {
                let (_, more) = in_two(REVIEW, message.expect("it is said in German, too"));
                assert!(!urgent.iter().any(|word| more.contains(word)), "{more}");
            }
        }
    }
}
