//! The trials of a log: each registration with all that was told about it.

use std::collections::BTreeMap;

use diary::log::Told;
use diary::trial::{Followed, Guess, Look, PauseReason, Record, Registration, StopReason};
use diary::{Body, EntryId, Log, Moment, NightId, Text, Trial};

/// One trial as the log tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// The registration's id, which names the trial.
    pub id: EntryId,
    /// When it was registered.
    pub registered: Moment,
    /// What was fixed then.
    pub registration: Registration,
    /// How far each day's instruction was followed.
    pub adherence: BTreeMap<NightId, Followed>,
    /// Guesses of the arm, by the last day of the period they are about.
    pub guesses: BTreeMap<NightId, Guess>,
    /// Pauses in order; only the last one may be open.
    pub pauses: Vec<Pause>,
    /// How it ended before its time.
    pub stopped: Option<Stop>,
    /// Looks at results: the last night each took in, in the order of looking.
    pub looks: Vec<(NightId, Look)>,
}

/// A time that does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pause {
    /// The first day that does not count.
    pub from: NightId,
    /// The first day that counts again; `None` while it lasts.
    pub until: Option<NightId>,
    /// Why.
    pub why: PauseReason,
}

/// An end before its time.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    /// The first day that does not count any more.
    pub from: NightId,
    /// Why.
    pub why: StopReason,
    /// The person's own words.
    pub note: Option<Text>,
}

impl Course {
    fn registered(told: &Told, registration: &Registration) -> Self {
        Self {
            id: told.id,
            registered: told.moment.clone(),
            registration: registration.clone(),
            adherence: BTreeMap::new(),
            guesses: BTreeMap::new(),
            pauses: Vec::new(),
            stopped: None,
            looks: Vec::new(),
        }
    }

    /// What was fixed before the first night.
    #[must_use]
    pub fn record(&self) -> &Record {
        &self.registration.record
    }

    /// What is tested, in words.
    #[must_use]
    pub fn name(&self) -> &str {
        self.record().subject.name.as_str()
    }

    /// Whether a day lies in a pause.
    #[must_use]
    pub fn is_paused_on(&self, day: NightId) -> bool {
        self.pauses
            .iter()
            .any(|pause| pause.from <= day && pause.until.is_none_or(|until| day < until))
    }

    fn learn(&mut self, event: &Trial) {
        match event {
            Trial::Registered(_) => {}
            Trial::Adherence { day, followed, .. } => {
                self.adherence.insert(*day, *followed);
            }
            Trial::Guess { day, guess, .. } => {
                self.guesses.insert(*day, *guess);
            }
            Trial::Paused { from, why, .. } => {
                // Told twice: the pause lasts already.
                if self.pauses.last().is_none_or(|pause| pause.until.is_some()) {
                    self.pauses.push(Pause {
                        from: *from,
                        until: None,
                        why: *why,
                    });
                }
            }
            Trial::Resumed { from, .. } => {
                if let Some(pause) = self.pauses.last_mut().filter(|p| p.until.is_none()) {
                    pause.until = Some((*from).max(pause.from));
                }
            }
            Trial::Stopped {
                from, why, note, ..
            } => {
                if self.stopped.is_none() {
                    self.stopped = Some(Stop {
                        from: *from,
                        why: *why,
                        note: note.clone(),
                    });
                }
            }
            Trial::Looked { through, look, .. } => self.looks.push((*through, *look)),
        }
    }
}

/// The trials of a log in the order of their first nights. What was told about a trial that was taken back waits with it.
#[must_use]
pub fn courses(log: &Log) -> Vec<Course> {
    let mut all: Vec<Course> = Vec::new();
    for told in log.told() {
        if let Body::Trial(Trial::Registered(registration)) = &told.body {
            all.push(Course::registered(told, registration));
        }
    }
    // The log is in order of time, so a resumption comes after its pause.
    for told in log.told() {
        if let Body::Trial(event) = &told.body
            && let Some(course) = all.iter_mut().find(|course| event.of() == Some(course.id))
        {
            course.learn(event);
        }
    }
    all.sort_by_key(|course| (course.record().first_night, course.id));
    all
}
