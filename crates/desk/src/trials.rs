//! Trials at the desk: what they ask today, and the watch that makes a trial wait when it is no longer safe.

use std::sync::Arc;

use diary::entry::Act;
use diary::trial::{PauseReason, TrialSeed};
use diary::{Body, Entry, EntryId, Moment, NightId, Trial};
use insight::trial::{
    self, Agenda, Course, Hold, NoResult, Outcome, Proposal, Refusal, Standing, Wish, change,
};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::beside::Meanwhile;
use crate::desk::{Desk, numbered};
use crate::error::DeskError;
use crate::proposals::{self, Asked};

impl Desk {
    /// Every trial of the diary, in the order of their first nights.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn courses(&self) -> Result<Arc<Vec<Course>>, DeskError> {
        self.lectern.courses(self.store())
    }

    /// The trial with this id, if there is one.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn course(&self, id: EntryId) -> Result<Option<Course>, DeskError> {
        let all = self.courses()?;
        Ok(all.iter().find(|course| course.id == id).cloned())
    }

    /// What the trials ask of the person on a day (see [`trial::day_of`]), those that are open first.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn agenda(&self, day: NightId) -> Result<Vec<Agenda>, DeskError> {
        if self.courses()?.is_empty() {
            return Ok(Vec::new());
        }
        let book = self.book(day.evening())?;
        Ok(trial::agenda(&book.courses, book.watch(), day))
    }

    /// Proposes a trial, or says why not. Waits while it is worked out: `watch` is told the share that is done, from 0 to 1;
    /// nothing when the same was asked of the same diary lately.
    ///
    /// # Errors
    /// [`DeskError::Store`]; [`DeskError::Analysis`] is a fault of ours.
    pub fn propose(
        &self,
        wish: &Wish,
        today: Date,
        watch: &mut dyn FnMut(f64),
    ) -> Result<Result<Proposal, Refusal>, DeskError> {
        let book = self.book(today)?;
        let asked = Asked::of(wish, &book);
        let work = || asked.answer(&book, watch);
        Ok(self.proposals.exact(asked.clone(), work)?)
    }

    /// What [`Desk::propose`] gives, for a page that nobody should wait for: it is worked out beside the requests.
    ///
    /// # Errors
    /// Those of [`Desk::propose`].
    pub fn propose_meanwhile(
        &self,
        wish: &Wish,
        today: Date,
    ) -> Result<Meanwhile<Result<Proposal, Refusal>>, DeskError> {
        let book = self.book(today)?;
        if let Err(refusal) = trial::eligible(wish, &proposals::asking(&book)) {
            return Ok(Meanwhile::There(Err(refusal)));
        }
        let asked = Asked::of(wish, &book);
        let work = {
            let asked = asked.clone();
            move |watch: &mut dyn FnMut(f64)| asked.answer(&book, watch)
        };
        Ok(match self.proposals.meanwhile(&asked, work) {
            Meanwhile::There(answer) => Meanwhile::There(answer?),
            Meanwhile::Working { share } => Meanwhile::Working { share },
        })
    }

    /// Registers a trial as proposed. The seed decides the schedule; the registration is durable when this returns.
    ///
    /// # Errors
    /// [`DeskError::Trial`] when one of the same thing is under way, and those of [`Desk::tell`].
    pub fn start(
        &self,
        proposal: &Proposal,
        seed: TrialSeed,
        moment: Moment,
        random: [u8; 10],
    ) -> Result<EntryId, DeskError> {
        let registration = trial::register(proposal, seed)?;
        let today = NightId::of_evening(moment.local().date());
        change::may_start(&self.courses()?, &registration.record.subject, today)?;
        self.tell_trial(Trial::Registered(Box::new(registration)), moment, random)
    }

    /// The result of a trial from its nights up to `through`.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn result(
        &self,
        course: &Course,
        through: NightId,
    ) -> Result<Result<Outcome, NoResult>, DeskError> {
        let nights = self.nights(through.next().evening())?;
        Ok(self.results().of(course, &nights, through))
    }

    /// What all trials that are over on `today` and of the same thing say together; `None` when there is none or only one.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn together(&self, course: &Course, today: NightId) -> Result<Option<Outcome>, DeskError> {
        let subject = &course.record().subject;
        let courses: Vec<Course> = self
            .courses()?
            .iter()
            .filter(|other| trial::same_thing(&other.record().subject, subject))
            .cloned()
            .collect();
        if courses.len() < 2 {
            return Ok(None);
        }
        let nights = self.nights(today.evening())?;
        let found = trial::found(&courses, today, |course, through| {
            self.results().of(course, &nights, through)
        });
        Ok((found.len() > 1).then(|| trial::together(&found)).flatten())
    }

    /// Tells something about a trial.
    ///
    /// # Errors
    /// Those of [`Desk::tell`].
    pub fn tell_trial(
        &self,
        event: Trial,
        moment: Moment,
        random: [u8; 10],
    ) -> Result<EntryId, DeskError> {
        let now = moment.at;
        self.tell(moment, Body::Trial(event), now, random)
    }

    /// Makes every running trial wait that what was just told makes unsafe. The pauses are made in the same millisecond as
    /// what was told, so that they are undone together.
    pub(crate) fn hold_unsafe_trials(
        &self,
        told: &[Entry],
        now: Timestamp,
    ) -> Result<(), DeskError> {
        let Some(entry) = told.iter().rev().find(|entry| is_about_the_person(entry)) else {
            return Ok(());
        };
        let moment = Moment::new(now, entry.moment.zone.clone());
        let today = NightId::of_evening(moment.local().date());
        let mut random = [0; 10];
        random.copy_from_slice(&entry.id.as_bytes()[6..]);
        // Apart from every id of the same batch, which may differ from each other in the last bytes only.
        random[4] ^= 0xff;
        let pauses: Vec<Entry> = self
            .agenda(today)?
            .iter()
            .filter(|agenda| must_wait(agenda))
            .zip(1..)
            .map(|(agenda, number)| Entry {
                id: EntryId::new(now, numbered(random, number)),
                moment: moment.clone(),
                act: Act::Tell {
                    body: Body::Trial(Trial::Paused {
                        trial: agenda.course.id,
                        from: today,
                        why: PauseReason::Safety,
                    }),
                },
            })
            .collect();
        self.append(&pauses)
    }
}

fn is_about_the_person(entry: &Entry) -> bool {
    matches!(
        &entry.act,
        Act::Tell {
            body: Body::Fact(_)
        } | Act::Replace {
            body: Body::Fact(_),
            ..
        }
    )
}

/// Whether a running trial is unsafe for a reason that does not pass by itself.
fn must_wait(agenda: &Agenda) -> bool {
    matches!(agenda.standing, Standing::Running { .. })
        && matches!(agenda.hold, Some(Hold::HelpFirst(_) | Hold::Blocked(_)))
}
