//! Results of trials, worked out once for each state of their nights: what is told about other nights does not change them.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use diary::{Night, NightId};
use insight::trial::{self, Course, NoResult, Outcome};

use crate::lock::lock;

/// Results that are kept; a person has few trials.
const KEPT: usize = 16;

/// The results that were asked for last.
#[derive(Default)]
pub(crate) struct Results(Mutex<VecDeque<Arc<Kept>>>);

/// All that a result depends on, and the result.
struct Kept {
    course: Course,
    through: NightId,
    nights: Vec<Night>,
    result: Result<Outcome, NoResult>,
}

impl Results {
    pub(crate) fn forget(&self) {
        lock(&self.0).clear();
    }

    /// The result of a trial from its nights up to `through`, as [`trial::result`] gives it.
    pub(crate) fn of(
        &self,
        course: &Course,
        nights: &[Night],
        through: NightId,
    ) -> Result<Outcome, NoResult> {
        let from = nights.partition_point(|night| night.id < course.record().first_night);
        let to = nights.partition_point(|night| night.id <= through);
        let own = nights.get(from..to).unwrap_or_default();
        let same = |kept: &&Arc<Kept>| {
            kept.through == through && kept.course == *course && kept.nights == own
        };
        let found = lock(&self.0).iter().find(same).map(Arc::clone);
        if let Some(kept) = found {
            return kept.result.clone();
        }
        let result = trial::result(course, own, through);
        let mut all = lock(&self.0);
        all.truncate(KEPT - 1);
        all.push_front(Arc::new(Kept {
            course: course.clone(),
            through,
            nights: own.to_vec(),
            result: result.clone(),
        }));
        result
    }
}
