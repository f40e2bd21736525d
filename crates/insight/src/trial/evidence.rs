//! What a finished trial says about the remedy and its factor, in place of the studies of other people.

use knowledge::{Factor, Remedy};
use texts::Sentence;

use super::agenda::{remedy, template};
use super::course::Course;
use super::outcome::{Advice, Outcome};
use crate::suspects::{List, Suspect, Suspects, Tag};

/// One remedy as this person tested it.
#[derive(Clone, Debug, PartialEq)]
pub struct Tested {
    /// The remedy.
    pub remedy: &'static Remedy,
    /// The factor that B leaves as it is and A takes away, if there is one.
    pub factor: Option<&'static Factor>,
    /// Twenty equally likely ratios of A against B, ascending.
    pub dots: [f64; 20],
    /// What came out, in one sentence.
    pub sentence: Sentence,
    /// What to do with it.
    pub advice: Advice,
    /// Answered nights that counted.
    pub nights: usize,
}

impl Tested {
    /// What a result says; `None` for something of the person's own, which neither the suspects nor the plan know.
    #[must_use]
    pub fn of(course: &Course, outcome: &Outcome) -> Option<Self> {
        Some(Self {
            remedy: remedy(course)?,
            factor: template(course)
                .and_then(|template| template.factor)
                .and_then(knowledge::factor),
            dots: outcome.numbers.dots,
            sentence: outcome
                .sentences
                .first()
                .cloned()
                .unwrap_or_else(|| Sentence::text("")),
            advice: outcome.advice,
            nights: outcome.arms.iter().map(|arm| arm.nights).sum(),
        })
    }

    /// Expected share of the cramps that the remedy avoids, and its standard deviation.
    #[must_use]
    pub fn share(&self) -> (f64, f64) {
        let count = self.dots.len() as f64;
        let mean = self.dots.iter().sum::<f64>() / count;
        let variance = self
            .dots
            .iter()
            .map(|dot| (dot - mean) * (dot - mean))
            .sum::<f64>()
            / count;
        (1.0 - mean, variance.sqrt())
    }
}

/// Ratio within which a factor makes no difference that matters.
const MATTERS: f64 = 1.1;

impl Suspects {
    /// The suspects with what was tested: a factor whose absence was tested takes the trial's answer, whatever studies or
    /// untested nights said.
    #[must_use]
    pub fn with_tests(mut self, tested: Vec<Tested>) -> Self {
        for test in &tested {
            if let Some(factor) = test.factor
                && let Some(suspect) = self.all.iter_mut().find(|one| one.factor.id == factor.id)
            {
                take(suspect, test);
            }
        }
        self.tested = tested;
        self.sort();
        self
    }
}

/// The factor is B without A, so its ratio is the inverse of the remedy's.
fn take(suspect: &mut Suspect, test: &Tested) {
    let mut dots = test.dots.map(|dot| 1.0 / dot);
    dots.reverse();
    let share =
        |is: fn(&f64) -> bool| dots.iter().filter(|dot| is(dot)).count() as f64 / dots.len() as f64;
    suspect.tag = Tag::Tested;
    suspect.p_raises = share(|dot| *dot > MATTERS);
    suspect.p_lowers = share(|dot| *dot < 1.0 / MATTERS);
    suspect.probability = suspect.p_raises + suspect.p_lowers;
    let log_mean = dots.iter().map(|dot| libm::log(*dot)).sum::<f64>() / dots.len() as f64;
    suspect.ratio = libm::exp(log_mean);
    suspect.ratio_if_real = suspect.ratio;
    // The outermost of twenty equally likely values stand at 2.5 and 97.5 %, the next at 7.5 and 92.5 %.
    suspect.ratio_low = f64::midpoint(dots[0], dots[1]);
    suspect.ratio_high = f64::midpoint(dots[18], dots[19]);
    suspect.now = dots;
    suspect.per_amount = 1.0;
    suspect.nights_to_clear = match test.advice {
        Advice::TestLonger => None,
        Advice::Keep | Advice::Drop => Some(0),
    };
    suspect.shows_number = true;
    suspect.list = match test.advice {
        Advice::Keep => List::Likely,
        Advice::Drop => List::Unlikely,
        Advice::TestLonger => List::Unclear,
    };
    suspect.sentence = Sentence::of("suspect-tested").with("sentence", test.sentence.clone());
}
