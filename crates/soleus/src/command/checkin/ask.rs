//! The check-in's questions one by one, on standard input and output. Enter skips; the end of input ends the questions
//! and keeps what was answered.

use std::io::{self, BufRead, Write};

use desk::Desk;
use diary::entry::{Morning, Origin};
use diary::{Body, Count, Exposure, Id, Moment, Outcome};
use knowledge::{AnswerKind, Factor, Learned, When};

use super::super::cramp::whole;
use super::{Days, answer, is_morning};
use crate::output;

/// Asks about the night that was, then about the day or the night, and gives the answers.
pub(super) fn questions(desk: &Desk, now: &Moment, days: &Days) -> anyhow::Result<Vec<Body>> {
    let today = now.local().date();
    let nights = desk.nights(today)?;
    let person = desk.person()?;
    let mut prompt = Prompt {
        input: io::stdin().lock(),
    };
    let mut bodies = Vec::new();
    output::line("Enter skips a question. Skipped is not the same as no.")?;
    let answered = nights
        .iter()
        .any(|night| night.id == days.night && matches!(night.outcome, Outcome::Exactly(_)));
    if !answered {
        let question = format!(
            "How many cramps in the night of {} to {}?",
            days.night,
            days.night.next()
        );
        let count =
            |typed: &str| whole(typed).and_then(|n| Count::new(n).map_err(|why| why.to_string()));
        match prompt.ask(&question, count)? {
            Told::Answer(cramps) => {
                let mut morning = Morning::silent(days.night);
                morning.cramps = Some(cramps);
                bodies.push(Body::Morning(morning));
            }
            Told::Skipped => {}
            Told::End => return Ok(bodies),
        }
    }
    let (when, day) = if is_morning(now) {
        (When::Morning, days.night)
    } else {
        (When::Evening, days.day)
    };
    for factor in insight::questions(&person, &nights, day, when) {
        let Learned::Asked(question) = factor.learned else {
            continue;
        };
        let text = format!("{} {}", question.text, hint(question.answer, factor));
        match prompt.ask(text.trim_end(), |typed| answer(factor, typed))? {
            Told::Answer(answer) => bodies.push(Body::Exposure(Exposure {
                day,
                factor: Id::new(factor.id)?,
                answer,
                origin: Origin::Asked,
            })),
            Told::Skipped => {}
            Told::End => return Ok(bodies),
        }
    }
    Ok(bodies)
}

/// What can be typed.
fn hint(kind: AnswerKind, factor: &Factor) -> String {
    match kind {
        AnswerKind::YesNo => "[yes/no]".to_owned(),
        AnswerKind::Score => "[0 to 10]".to_owned(),
        AnswerKind::Amount(choices) => {
            let labels: Vec<&str> = choices.iter().map(|(label, _)| *label).collect();
            format!(
                "[{}; or a number, unit: {}]",
                labels.join(", "),
                factor.unit
            )
        }
    }
}

/// What became of a question.
enum Told<T> {
    Answer(T),
    Skipped,
    End,
}

/// Questions on standard output, answers from standard input.
struct Prompt<R> {
    input: R,
}

impl<R: BufRead> Prompt<R> {
    /// Asks until the answer can be read, is skipped, or the input ends.
    fn ask<T>(
        &mut self,
        question: &str,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> anyhow::Result<Told<T>> {
        loop {
            write!(io::stdout(), "{question} ")?;
            io::stdout().flush()?;
            let mut typed = String::new();
            if self.input.read_line(&mut typed)? == 0 {
                output::line("")?;
                return Ok(Told::End);
            }
            match typed.trim() {
                "" => return Ok(Told::Skipped),
                typed => match read(typed) {
                    Ok(answer) => return Ok(Told::Answer(answer)),
                    Err(why) => output::line(format!("{why} Try again, or Enter to skip."))?,
                },
            }
        }
    }
}
