//! Makes the plan: red flags first, then what is safe, then what is worth most for the effort.

use diary::{Night, NightId, Person};
use jiff::ToSpan;
use jiff::civil::Date;
use knowledge::{Fires, Remedy, RemedyKind, Severity, Status, Verdict as Reading};
use texts::Sentence;

use super::benefit::{self, Benefit, Habits, Own};
use super::worth::{self, Recent, Settles};
use super::{Applies, Blocked, Plan, PlanBasis, Relief, Step, Warning, missing, sentence};
use crate::facts::Facts;
use crate::safety::{self, Verdict};
use crate::suspects::{Basis, Suspects};
use crate::triage;
use crate::trial::{Advice, test_of};
use crate::water::water;

/// Things to do at the same time: more are neither kept up nor told apart.
pub const AT_ONCE: usize = 3;
/// Things that are named to follow: more is a catalogue, not a plan.
pub const TO_FOLLOW: usize = 6;
/// Shortest time after which to look again, in days.
const LOOK_AGAIN_DAYS: u16 = 28;
/// Expected share of cramps avoided below which a remedy is not worth naming (our judgement).
const SHARE_WORTH_NAMING: f64 = 0.01;
/// Worth (share for the effort) below which a remedy is not worth naming (our judgement).
const WORTH_NAMING: f64 = 0.01;
/// Expected share of cramps avoided below which the best remedy is called little (our judgement).
const SHARE_OF_LITTLE: f64 = 0.03;
/// The same in cramps a month, once the rate is known (our judgement).
const CRAMPS_OF_LITTLE: f64 = 1.0;
/// Remedies that may wait for an answer at the same time; the questions for more would be a form, not a question.
const WAITING_AT_ONCE: usize = 5;

/// Whether anything in the plan is likely to help much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Help {
    Likely,
    Little,
}

/// A remedy that is worth something to the person, before its place is known.
struct Candidate {
    remedy: &'static Remedy,
    benefit: Benefit,
    verdict: Verdict,
    worth: f64,
}

/// The plan for a person whose suspects are known.
#[must_use]
pub fn plan(person: &Person, nights: &[Night], suspects: &Suspects, today: NightId) -> Plan {
    let facts = Facts::of(person, today.evening());
    let raised = triage::raised(person, nights, today);
    let recent = Recent::of(nights, today);
    let basis = match suspects.basis {
        Basis::EvidenceOnly => PlanBasis::EvidenceOnly,
        Basis::Nights { .. } => PlanBasis::Nights,
    };
    let mut plan = Plan {
        basis,
        blocked: Vec::new(),
        now: Vec::new(),
        later: Vec::new(),
        missing: Vec::new(),
        water: None,
        notes: Vec::new(),
        raised,
    };
    if triage::silences_advice(&plan.raised) {
        plan.notes.push(sentence::help_first());
        return plan;
    }
    plan.blocked = blocked(&facts);
    if facts.may_be_minor() {
        plan.notes.push(sentence::under_18());
        return plan;
    }
    plan.water = water(person, nights, today);
    if recent.as_ref().is_some_and(|recent| recent.cramps() <= 0.0) {
        plan.notes.push(Sentence::of("no-cramps"));
        return plan;
    }
    let candidates = candidates(
        &Habits {
            facts: &facts,
            nights,
        },
        suspects,
        recent.as_ref(),
    );
    // What is worth less than all that can be done now need not be asked about now.
    let bar = candidates
        .iter()
        .filter(|candidate| candidate.may_be_now())
        .nth(AT_ONCE - 1)
        .map_or(0.0, |candidate| candidate.worth);
    let waiting: Vec<(&'static Remedy, &[_])> = candidates
        .iter()
        .filter(|candidate| candidate.worth >= bar)
        .filter_map(|candidate| match &candidate.verdict {
            Verdict::NeedsFacts { facts, .. } => Some((candidate.remedy, facts.as_slice())),
            _ => None,
        })
        .take(WAITING_AT_ONCE)
        .collect();
    plan.missing = missing::questions(&waiting);
    let best = candidates
        .iter()
        .filter(|candidate| matches!(candidate.verdict, Verdict::Allowed { .. }))
        .map(|candidate| candidate.benefit.share)
        .fold(0.0, f64::max);
    let is_little = best < SHARE_OF_LITTLE
        || recent
            .as_ref()
            .is_some_and(|recent| recent.cramps() * best < CRAMPS_OF_LITTLE);
    let weighed = Weighed {
        suspects,
        recent: recent.as_ref(),
        today: today.evening(),
    };
    for candidate in candidates {
        let place = if candidate.may_be_now() && plan.now.len() < AT_ONCE {
            &mut plan.now
        } else {
            &mut plan.later
        };
        if let Verdict::Allowed { warnings } = candidate.verdict {
            place.push(step(
                candidate.remedy,
                &candidate.benefit,
                warnings,
                &weighed,
            ));
        }
    }
    if is_review_due(suspects) {
        keep_a_place_for_review(&mut plan);
    }
    pressing_review_first(&mut plan);
    plan.later.truncate(TO_FOLLOW);
    let help = if is_little {
        Help::Little
    } else {
        Help::Likely
    };
    // What somebody should look at comes before what to expect.
    plan.notes = sentence::to_check(&facts);
    plan.notes
        .extend(sentence::week_of_pregnancy(person, today));
    plan.notes
        .extend(sentence::notes(&plan, help, recent.as_ref()));
    plan
}

impl Candidate {
    /// Whether it is safe, needs nobody's leave and is made for something that may be there.
    fn may_be_now(&self) -> bool {
        let is_for_now = |warnings: &[Warning]| {
            benefit::is_review(self.remedy) || !warnings.iter().any(wants_asking)
        };
        matches!(&self.verdict, Verdict::Allowed { warnings } if is_for_now(warnings))
            && self.benefit.own != Own::NeverReported
            && (self.benefit.tested.is_some() || !is_in_doubt(self.remedy))
    }
}

/// Whether somebody must surely be asked before starting.
pub(crate) fn wants_asking(warning: &Warning) -> bool {
    warning.applies == Applies::Yes && warning.rule.severity >= Severity::AskDoctorFirst
}

/// Whether a study that speaks about it was taken back or replaced: until somebody has looked, it is not among what to do
/// now.
pub(super) fn is_in_doubt(remedy: &Remedy) -> bool {
    knowledge::findings_about(remedy.id)
        .iter()
        .any(|finding| finding.status != Status::Standing)
}

/// Whether a medicine that the person takes likely matters.
fn is_review_due(suspects: &Suspects) -> bool {
    suspects.all.iter().any(benefit::is_likely_medicine)
}

/// A review of medicines is asked for once and may change most: it takes the last place of what to do now.
fn keep_a_place_for_review(plan: &mut Plan) {
    let Some(at) = plan
        .later
        .iter()
        .position(|step| benefit::is_review(step.remedy))
    else {
        return;
    };
    let review = plan.later.remove(at);
    if plan.now.len() == AT_ONCE
        && let Some(last) = plan.now.pop()
    {
        plan.later.insert(0, last);
    }
    plan.now.push(review);
}

/// A review that a rule about two medicines together wants a doctor to hear of, such as digoxin beside a water tablet, cannot
/// wait for a stretch to work.
fn pressing_review_first(plan: &mut Plan) {
    let together = |warning: &Warning| {
        wants_asking(warning)
            && matches!(warning.rule.fires, Fires::All(groups) if groups.len() > 1)
    };
    let pressing =
        |step: &Step| benefit::is_review(step.remedy) && step.warnings.iter().any(together);
    if let Some(at) = plan.now.iter().position(pressing) {
        let review = plan.now.remove(at);
        plan.now.insert(0, review);
    }
}

/// Relief during and after a cramp that passes the safety rules, the best supported first; for people of every age.
#[must_use]
pub fn relief(person: &Person, today: NightId) -> Vec<Relief> {
    let facts = Facts::of(person, today.evening());
    let mut all: Vec<Relief> = knowledge::remedies()
        .iter()
        .filter(|remedy| {
            remedy.kind == RemedyKind::Acute && remedy.verdict > Reading::UnlikelyToHelp
        })
        .filter_map(|remedy| match safety::check(remedy, &facts) {
            Verdict::Allowed { warnings } => Some(Relief { remedy, warnings }),
            Verdict::Blocked { .. } | Verdict::NeedsFacts { .. } => None,
        })
        .collect();
    all.sort_by_key(|relief| {
        (
            std::cmp::Reverse(relief.remedy.verdict),
            relief.remedy.burden,
        )
    });
    all
}

/// Remedies that a rule blocks, with the rules; prescriptions are for the doctor and left out.
fn blocked(facts: &Facts) -> Vec<Blocked> {
    knowledge::remedies()
        .iter()
        .filter(|remedy| remedy.kind != RemedyKind::Prescription)
        .filter_map(|remedy| match safety::check(remedy, facts) {
            Verdict::Blocked { rules } => Some(Blocked {
                remedy,
                because: facts.reasons(&rules),
                rules,
            }),
            _ => None,
        })
        .collect()
}

/// What may prevent cramps, is not known to be of little use, and is worth something to this person: best first.
fn candidates(habits: &Habits<'_>, suspects: &Suspects, recent: Option<&Recent>) -> Vec<Candidate> {
    let review_due = is_review_due(suspects);
    let mut all: Vec<Candidate> = knowledge::remedies()
        .iter()
        .filter(|remedy| is_worth_asking(remedy, suspects))
        .filter_map(|remedy| {
            let due = review_due && benefit::is_review(remedy);
            let benefit = benefit::of(remedy, suspects, habits)
                .filter(|benefit| due || benefit.share >= SHARE_WORTH_NAMING)?;
            let verdict = safety::check(remedy, habits.facts);
            let effort = benefit::effort(remedy, ask_first(&verdict));
            let settles = if benefit.tested.is_none() && test_of(remedy).is_some() {
                Settles::ByTrial
            } else {
                Settles::Nothing
            };
            let worth = worth::worth(benefit.share, benefit.sd, recent, settles) / effort;
            (due || benefit.share / effort >= WORTH_NAMING).then_some(Candidate {
                remedy,
                benefit,
                verdict,
                worth,
            })
        })
        .collect();
    rank_below_the_likely(&mut all);
    all.sort_by(|a, b| {
        b.worth
            .total_cmp(&a.worth)
            .then(a.remedy.id.cmp(b.remedy.id))
    });
    all
}

/// What prevents cramps and is not known to be of little use; whatever studies say, what helped this person in a trial.
fn is_worth_asking(remedy: &Remedy, suspects: &Suspects) -> bool {
    let tested = suspects
        .tested
        .iter()
        .rev()
        .find(|test| test.remedy.id == remedy.id);
    match tested.map(|test| test.advice) {
        Some(Advice::Keep) => true,
        Some(Advice::Drop) => false,
        Some(Advice::TestLonger) | None => {
            remedy.kind == RemedyKind::Preventive && remedy.verdict >= Reading::Uncertain
        }
    }
}

/// A remedy whose own factor the nights speak against comes after every one whose own factor is likely, whatever the
/// studies say about it.
fn rank_below_the_likely(candidates: &mut [Candidate]) {
    let least = candidates
        .iter()
        .filter(|one| one.benefit.own == Own::Likely)
        .filter(|one| !matches!(one.verdict, Verdict::Blocked { .. }))
        .map(|one| one.worth)
        .fold(f64::INFINITY, f64::min);
    for candidate in candidates {
        if matches!(candidate.benefit.own, Own::Unlikely(_)) && candidate.worth >= least {
            // Just below, so that the rest of the order stays.
            candidate.worth = least * 0.999;
        }
    }
}

/// Rules that want somebody asked before starting, or may want it.
fn ask_first(verdict: &Verdict) -> usize {
    let (Verdict::Allowed { warnings } | Verdict::NeedsFacts { warnings, .. }) = verdict else {
        return 0;
    };
    warnings
        .iter()
        .filter(|warning| warning.rule.severity >= Severity::AskDoctorFirst)
        .count()
}

/// What a step is weighed with.
pub(super) struct Weighed<'a> {
    pub(super) suspects: &'a Suspects,
    pub(super) recent: Option<&'a Recent>,
    pub(super) today: Date,
}

/// One remedy that passed the safety rules, with what to expect of it.
pub(super) fn step(
    remedy: &'static Remedy,
    benefit: &Benefit,
    warnings: Vec<Warning>,
    weighed: &Weighed<'_>,
) -> Step {
    let Weighed {
        suspects,
        recent,
        today,
    } = *weighed;
    let days = remedy.days_until_effect.unwrap_or(0).max(LOOK_AGAIN_DAYS);
    let avoided_per_month = recent.map(|recent| recent.cramps_expected(benefit.share, benefit.sd));
    let nights_per_month = recent.map(|recent| recent.nights_expected(benefit.share, benefit.sd));
    Step {
        remedy,
        aims_at: benefit.aims_at.clone(),
        why: sentence::why(remedy, benefit, suspects),
        how_sure: match &benefit.tested {
            Some(test) => sentence::as_tested(test),
            None => sentence::how_sure(
                remedy,
                suspects.basis,
                nights_per_month.zip(avoided_per_month),
            ),
        },
        avoided_per_month,
        nights_per_month,
        warnings,
        look_again: today.saturating_add(i64::from(days).days()),
        test: match benefit.tested.as_ref().map(|test| test.advice) {
            Some(Advice::Keep | Advice::Drop) => None,
            Some(Advice::TestLonger) | None => test_of(remedy),
        },
    }
}
