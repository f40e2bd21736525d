//! Which night has which arm. A pause makes the rest of the schedule wait, so that every drawn night has its turn.
//!
//! Waiting keeps the test exact: if the remedy does nothing, neither the pauses nor the cramps depend on what chance drew,
//! and the nights keep their places in the schedule whatever it was.

use diary::NightId;
use diary::trial::Arm;

use super::course::Course;

/// One night of a trial.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The night, and the day before it.
    pub night: NightId,
    /// What chance drew for it.
    pub arm: Arm,
    /// Which night of the trial, from 0.
    pub index: usize,
    /// Which period, from 0; two periods are a pair.
    pub period: usize,
    /// Whether it counts: not in the first nights of a period, nor in the first after a pause, while one arm still wears
    /// off and the other does not work yet. The same nights are left out whatever was drawn.
    pub counts: bool,
}

/// The nights of a trial that had or will have their turn, in order. After a pause that lasts, nothing can be said.
#[must_use]
pub fn calendar(course: &Course) -> Vec<Turn> {
    let record = course.record();
    let period_nights = usize::from(record.layout.period_nights).max(1);
    let left_out = usize::from(record.layout.left_out);
    let ends = course.stopped.as_ref().map(|stop| stop.from);
    let mut turns = Vec::with_capacity(record.schedule.arms().len());
    let mut night = record.first_night;
    let mut since_pause = left_out;
    for (index, &arm) in record.schedule.arms().iter().enumerate() {
        while let Some(pause) = course
            .pauses
            .iter()
            .find(|pause| pause.from <= night && pause.until.is_none_or(|until| night < until))
        {
            match pause.until {
                Some(until) => night = until,
                None => return turns,
            }
            since_pause = 0;
        }
        if ends.is_some_and(|ends| night >= ends) {
            break;
        }
        turns.push(Turn {
            night,
            arm,
            index,
            period: index / period_nights,
            counts: index % period_nights >= left_out && since_pause >= left_out,
        });
        since_pause += 1;
        night = night.next();
    }
    turns
}

/// An instruction with its date, for a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instruction {
    /// The day on whose evening it holds.
    pub day: NightId,
    /// Which arm.
    pub arm: Arm,
    /// The arm in a word or two.
    pub label: String,
    /// What to do.
    pub text: String,
    /// Which night of the trial, from 1.
    pub number: usize,
    /// Nights of the trial.
    pub of: usize,
}

/// The instruction of a turn.
#[must_use]
pub fn instruction(course: &Course, turn: &Turn) -> Instruction {
    let arms = &course.record().arms;
    let (label, text) = match turn.arm {
        Arm::A => (&arms.a_label, &arms.a),
        Arm::B => (&arms.b_label, &arms.b),
    };
    Instruction {
        day: turn.night,
        arm: turn.arm,
        label: label.as_str().to_owned(),
        text: text.as_str().to_owned(),
        number: turn.index + 1,
        of: course.record().schedule.arms().len(),
    }
}

/// The instructions of all days from `today` on, by date.
#[must_use]
pub fn coming(course: &Course, today: NightId) -> Vec<Instruction> {
    calendar(course)
        .iter()
        .filter(|turn| turn.night >= today)
        .map(|turn| instruction(course, turn))
        .collect()
}

/// A day on which a trial asks something, as it may be shown ahead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ahead {
    /// The day.
    pub day: NightId,
    /// Which night of the trial, from 1.
    pub number: usize,
    /// Nights of the trial.
    pub of: usize,
    /// What to do; `None` while the day's period has not begun: who knows what comes may lean towards it before.
    pub instruction: Option<Instruction>,
}

/// The days of a trial from `from` on as somebody may see them on the day `today`.
#[must_use]
pub fn ahead(course: &Course, from: NightId, today: NightId) -> Vec<Ahead> {
    let turns = calendar(course);
    let begun = turns.iter().rfind(|turn| turn.night <= today);
    let begun = begun.map(|turn| turn.period);
    turns
        .iter()
        .filter(|turn| turn.night >= from)
        .map(|turn| Ahead {
            day: turn.night,
            number: turn.index + 1,
            of: course.record().schedule.arms().len(),
            instruction: (Some(turn.period) <= begun).then(|| instruction(course, turn)),
        })
        .collect()
}
