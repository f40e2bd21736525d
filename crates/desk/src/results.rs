//! Results of trials, worked out once for each state of their nights: what is told about other nights does not change them.

use diary::{Night, NightId};
use insight::trial::{self, Course, NoResult, Outcome};

use crate::recent::Recent;

/// The results that were asked for last; a person has few trials.
#[derive(Default)]
pub(crate) struct Results(Recent<Asked, Result<Outcome, NoResult>, 16>);

/// All that a result depends on.
struct Asked {
    course: Course,
    through: NightId,
    nights: Vec<Night>,
}

impl Results {
    pub(crate) fn forget(&self) {
        self.0.forget();
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
        let is_same = |asked: &Asked| {
            asked.through == through && asked.course == *course && asked.nights == own
        };
        if let Some(result) = self.0.find(is_same) {
            return result;
        }
        let result = trial::result(course, own, through);
        let asked = Asked {
            course: course.clone(),
            through,
            nights: own.to_vec(),
        };
        self.0.keep(asked, result.clone());
        result
    }
}
