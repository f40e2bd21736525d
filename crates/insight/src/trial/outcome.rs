//! What came out of a trial: numbers as an analysis gives them, and what they mean for the person.

use diary::trial::{Arm, Guess};
use diary::{Night, NightId};
use texts::Sentence;

use super::calendar::{Turn, calendar};
use super::course::Course;
use super::proposal::ANSWER;
use super::reading;

/// A rate ratio: cramps with A for each cramp with B.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ratio {
    /// exp of the posterior mean of its logarithm.
    pub estimate: f64,
    /// 5 % point.
    pub low: f64,
    /// 95 % point.
    pub high: f64,
}

/// Posterior of the logarithm of a rate ratio.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Log {
    /// Its mean.
    pub mean: f64,
    /// Its standard deviation.
    pub sd: f64,
}

/// What the analysis of a trial gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Numbers {
    /// As randomised.
    pub ratio: Ratio,
    /// The same on the log scale, for taking trials together.
    pub log: Log,
    /// Twenty equally likely ratios, ascending.
    pub dots: [f64; 20],
    /// Probability that A gives fewer cramps than B.
    pub p_benefit: f64,
    /// Two-sided p of the randomisation test.
    pub p_randomisation: Option<f64>,
    /// Evidence that A and B differ, valid at any time.
    pub e_value: Option<f64>,
    /// The ratio with what was done in place of what was drawn.
    pub as_done: Option<Ratio>,
    /// What a reader must know, in plain sentences.
    pub diagnostics: Vec<Sentence>,
}

/// The nights of one arm.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ArmCount {
    /// Nights that count and were answered.
    pub nights: usize,
    /// Those of them with cramps.
    pub with_cramps: usize,
    /// Cramps in all.
    pub cramps: u32,
}

/// What the person should do with the remedy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// It helps: keep it.
    Keep,
    /// It does not help, or makes things worse.
    Drop,
    /// Not clear.
    TestLonger,
}

impl Advice {
    /// The word used in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Drop => "drop",
            Self::TestLonger => "test-longer",
        }
    }
}

/// The result of a trial.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The last night that it takes in.
    pub through: NightId,
    /// Nights of the trial up to then.
    pub nights: usize,
    /// The nights of A and of B that count.
    pub arms: [ArmCount; 2],
    /// The analysis.
    pub numbers: Numbers,
    /// Cramps fewer in a month with A, with its 5 % and 95 % points; negative for more.
    pub fewer_a_month: (f64, f64, f64),
    /// Days whose instruction was followed, partly, not, and answered at all.
    pub adherence: Adherence,
    /// Right guesses of those given, when the person need not know the arm.
    pub guesses: Option<(usize, usize)>,
    /// What to do.
    pub advice: Advice,
    /// The result in plain sentences; the first says it all.
    pub sentences: Vec<Sentence>,
}

/// How the instructions were followed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Adherence {
    pub followed: usize,
    pub partly: usize,
    pub not: usize,
    /// Days without an answer.
    pub unanswered: usize,
}

/// Days of a month, in which cramps are counted.
const MONTH: f64 = 30.0;
/// A remedy that cuts cramps by less than a tenth is no help worth the trouble (the contract's line for “matters”).
const USEFUL: f64 = 0.9;
/// Of twenty equally likely ratios, so many must lie on the useful side for a remedy to be worth more testing.
const WORTH_TESTING: usize = 4;

/// The turns of a trial up to a night, with what each brought.
#[must_use]
pub fn taken<'n>(
    course: &Course,
    nights: &'n [Night],
    through: NightId,
) -> Vec<(Turn, Option<&'n Night>)> {
    calendar(course)
        .into_iter()
        .filter(|turn| turn.night <= through)
        .map(|turn| {
            let at = nights.binary_search_by_key(&turn.night, |night| night.id);
            (turn, at.ok().and_then(|at| nights.get(at)))
        })
        .collect()
}

/// What an analysis means for the person.
#[must_use]
pub fn outcome(course: &Course, nights: &[Night], through: NightId, numbers: Numbers) -> Outcome {
    let taken = taken(course, nights, through);
    let mut arms = [ArmCount::default(); 2];
    for (turn, night) in taken.iter().filter(|(turn, _)| turn.counts) {
        if let Some(cramps) = night.and_then(|night| night.outcome.seen()) {
            let count = &mut arms[usize::from(turn.arm == Arm::B)];
            count.nights += 1;
            count.with_cramps += usize::from(cramps > 0);
            count.cramps += cramps;
        }
    }
    let outcome = Outcome {
        through,
        nights: taken.len(),
        arms,
        fewer_a_month: (0.0, 0.0, 0.0),
        adherence: adherence(course, &taken),
        guesses: guesses(course, &taken),
        advice: Advice::TestLonger,
        numbers,
        sentences: Vec::new(),
    };
    conclude(course, outcome)
}

/// Fills in what follows from the numbers and the nights: cramps a month, the advice, the sentences.
pub(super) fn conclude(course: &Course, mut outcome: Outcome) -> Outcome {
    outcome.fewer_a_month = fewer_a_month(outcome.arms, outcome.numbers.ratio);
    outcome.advice = advice(&outcome.numbers);
    outcome.sentences = reading::sentences(course, &outcome);
    outcome
}

/// Cramps in a month of B: such that both arms together give what was counted.
pub(super) fn without_a_month(arms: [ArmCount; 2], ratio: f64) -> f64 {
    let [a, b] = arms.map(|arm| arm.nights as f64);
    let cramps = f64::from(arms[0].cramps + arms[1].cramps);
    let effective = a * ratio + b;
    if effective <= 0.0 {
        return 0.0;
    }
    MONTH * cramps / effective
}

/// Cramps avoided in a month of A in place of B.
fn fewer_a_month(arms: [ArmCount; 2], ratio: Ratio) -> (f64, f64, f64) {
    let fewer = |ratio: f64| without_a_month(arms, ratio) * (1.0 - ratio);
    (fewer(ratio.estimate), fewer(ratio.high), fewer(ratio.low))
}

fn adherence(course: &Course, taken: &[(Turn, Option<&Night>)]) -> Adherence {
    use diary::trial::Followed;
    let mut adherence = Adherence::default();
    for (turn, _) in taken {
        match course.adherence.get(&turn.night) {
            Some(Followed::Yes) => adherence.followed += 1,
            Some(Followed::Partly) => adherence.partly += 1,
            Some(Followed::No) => adherence.not += 1,
            None => adherence.unanswered += 1,
        }
    }
    adherence
}

/// Right guesses of those that name an arm.
fn guesses(course: &Course, taken: &[(Turn, Option<&Night>)]) -> Option<(usize, usize)> {
    let named: Vec<bool> = course
        .guesses
        .iter()
        .filter_map(|(day, guess)| {
            let (turn, _) = taken.iter().find(|(turn, _)| turn.night == *day)?;
            match guess {
                Guess::A => Some(turn.arm == Arm::A),
                Guess::B => Some(turn.arm == Arm::B),
                Guess::CannotTell => None,
            }
        })
        .collect();
    let right = named.iter().filter(|right| **right).count();
    (!named.is_empty()).then_some((right, named.len()))
}

fn advice(numbers: &Numbers) -> Advice {
    let clear = numbers.e_value.is_some_and(|e| e >= ANSWER);
    let useful = numbers.dots.iter().filter(|dot| **dot < USEFUL).count();
    if clear && numbers.ratio.estimate < 1.0 {
        Advice::Keep
    } else if clear || useful < WORTH_TESTING {
        Advice::Drop
    } else {
        Advice::TestLonger
    }
}
