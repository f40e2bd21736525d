//! The plan's sentences in plain words.

use diary::{NightId, Person};
use knowledge::{Factor, Learned, Remedy, Verdict};
use texts::Sentence;

use super::advise::{Help, is_in_doubt, wants_asking};
use super::benefit::{Benefit, Own, is_review};
use super::worth::{Recent, Spread};
use super::{Plan, PlanBasis};
use crate::facts::Facts;
use crate::pregnancy;
use crate::suspects::{Basis, List, Suspect, Suspects, Tag, certainty};
use crate::trial::{Advice, Tested};
use crate::words::{date, figure, number};

/// Factors named in one sentence.
const NAMED_AT_MOST: usize = 3;

/// Said in place of advice while a red flag comes first.
pub(crate) fn help_first() -> Sentence {
    Sentence::of("help-first")
}

/// Said in place of a plan to who may be under 18.
pub(crate) fn under_18() -> Sentence {
    Sentence::of("under-18")
}

/// Why this remedy for this person.
pub(super) fn why(remedy: &Remedy, benefit: &Benefit, suspects: &Suspects) -> Sentence {
    if let Some(test) = &benefit.tested {
        return Sentence::of("why-tested").with("sentence", test.sentence.clone());
    }
    if let Own::Unlikely(factor) = benefit.own {
        return not_shown(factor, remedy);
    }
    let aimed: Vec<&Suspect> = benefit
        .aims_at
        .iter()
        .filter_map(|factor| {
            suspects
                .all
                .iter()
                .find(|suspect| suspect.factor.id == factor.id)
        })
        .collect();
    let yours: Vec<&Suspect> = aimed
        .iter()
        .copied()
        .filter(|one| {
            matches!(one.tag, Tag::FromYourNights | Tag::Tested)
                && one.list == List::Likely
                && one.p_raises > one.p_lowers
        })
        .collect();
    if !yours.is_empty() {
        if yours.iter().all(|one| is_medicine(one.factor)) {
            return Sentence::of("why-nights-medicine").with("names", names(&yours));
        }
        let key = if yours.iter().all(|one| one.tag == Tag::Tested) {
            "why-trial"
        } else {
            "why-nights"
        };
        return Sentence::of(key)
            .with("names", names(&yours))
            .with("count", yours.len().min(NAMED_AT_MOST));
    }
    let (had, possible): (Vec<&Suspect>, Vec<&Suspect>) =
        aimed.into_iter().partition(|one| one.present == Some(true));
    let medicines: Vec<&Suspect> = had
        .iter()
        .copied()
        .filter(|one| is_medicine(one.factor))
        .collect();
    if !medicines.is_empty() {
        return Sentence::of("why-medicine").with("names", names(&medicines));
    }
    if !had.is_empty() {
        return Sentence::of("why-people").with("names", names(&had));
    }
    if possible.is_empty() {
        return Sentence::of("why-general");
    }
    Sentence::of("why-possible")
        .with("names", names(&possible))
        .with("count", possible.len().min(NAMED_AT_MOST))
}

fn names(chosen: &[&Suspect]) -> Sentence {
    let named = chosen.iter().take(NAMED_AT_MOST);
    Sentence::all_of(
        named.map(|one| {
            Sentence::of("why-name").with("name", Sentence::known_short(one.factor.name))
        }),
    )
}

/// What the nights speak against is said, and what the studies still say for it.
fn not_shown(factor: &Factor, remedy: &Remedy) -> Sentence {
    let name = Sentence::known_short(factor.name);
    if remedy.verdict >= Verdict::MayHelp {
        Sentence::of("why-not-shown-supported").with("name", name)
    } else {
        Sentence::of("why-not-shown").with("name", name)
    }
}

fn is_medicine(factor: &Factor) -> bool {
    matches!(factor.learned, Learned::Medicines(_))
}

/// How sure this is, and what it rests on.
pub(super) fn how_sure(
    remedy: &Remedy,
    basis: Basis,
    avoided: Option<(Spread, Spread)>,
) -> Sentence {
    let verdict = Sentence::of("sure-verdict")
        .choosing(
            "verdict",
            match remedy.verdict {
                Verdict::LikelyHelps => "likely-helps",
                Verdict::MayHelp => "may-help",
                Verdict::Uncertain => "uncertain",
                Verdict::UnlikelyToHelp => "unlikely-to-help",
                Verdict::NotRecommended => "not-recommended",
            },
        )
        .with("certainty", certainty(remedy.grade));
    let rests_on = match basis {
        Basis::EvidenceOnly => Sentence::of("sure-studies"),
        Basis::Nights { answered, .. } => Sentence::of("sure-nights").with("count", answered),
    };
    let guess = avoided.map(|(nights, cramps)| guess(nights, cramps));
    Sentence::in_turn([verdict, rests_on].into_iter().chain(guess))
}

/// What to expect of it in a month.
fn guess(nights: Spread, cramps: Spread) -> Sentence {
    let fewer = |avoided| {
        let (size, direction) = change(avoided);
        Sentence::of("fewer")
            .with("size", Sentence::figure(size))
            .choosing("direction", direction)
    };
    let (size, direction) = change(nights.0);
    let in_nights = Sentence::of("fewer-nights")
        .choosing("number", form(&size))
        .with("size", Sentence::figure(size))
        .choosing("direction", direction);
    // Where a night has one cramp, both are the same.
    if cramps.0 < nights.0 + 0.5 {
        return Sentence::of("sure-guess")
            .with("nights", in_nights)
            .with("low", fewer(nights.1))
            .with("high", fewer(nights.2));
    }
    let (size, direction) = change(cramps.0);
    let in_cramps = Sentence::of("fewer-cramps")
        .choosing("number", form(&size))
        .with("size", Sentence::figure(size))
        .choosing("direction", direction);
    Sentence::of("sure-guess-cramps")
        .with("nights", in_nights)
        .with("low", fewer(nights.1))
        .with("high", fewer(nights.2))
        .with("cramps", in_cramps)
}

/// How sure the person's own trial is.
pub(super) fn as_tested(test: &Tested) -> Sentence {
    Sentence::of("sure-tested")
        .choosing(
            "advice",
            match test.advice {
                Advice::Keep => "keep",
                Advice::Drop => "drop",
                Advice::TestLonger => "longer",
            },
        )
        .with("count", test.nights)
}

/// “2 fewer”, “1 more”: how much, and which way.
fn change(avoided: f64) -> (String, &'static str) {
    let size = avoided.abs();
    // Tenths of a cramp mean nothing beside whole ones.
    let rounded = number(if size >= 3.0 { libm::round(size) } else { size });
    let is_more = avoided < 0.0 && rounded != "0";
    (rounded, if is_more { "more" } else { "fewer" })
}

/// “1 night”, “0.5 nights”: the form that goes with a number.
fn form(size: &str) -> &'static str {
    if size == "1" { "one" } else { "other" }
}

/// What to expect, and what is not known.
pub(super) fn notes(plan: &Plan, help: Help, recent: Option<&Recent>) -> Vec<Sentence> {
    let mut notes = Vec::new();
    if plan.basis == PlanBasis::EvidenceOnly {
        notes.push(Sentence::of("expect-first"));
    } else if recent.is_none() {
        notes.push(Sentence::of("expect-too-few"));
    }
    if help == Help::Little {
        notes.push(Sentence::of("expect-little"));
    }
    notes.push(by_itself(recent));
    notes.extend(next(plan));
    if !plan.missing.is_empty() {
        notes.push(Sentence::of("expect-open"));
    }
    notes
}

/// What people improve by without doing anything, in this person's nights.
fn by_itself(recent: Option<&Recent>) -> Sentence {
    let Some(nights) = recent.map(Recent::nights).filter(|nights| *nights >= 4.0) else {
        return Sentence::of("expect-by-itself");
    };
    let (least, most) = (
        libm::round(nights * 2.0 / 3.0),
        libm::round(nights * 3.0 / 4.0),
    );
    let left = if least >= most {
        figure(most)
    } else {
        Sentence::of("expect-range")
            .with("least", figure(least))
            .with("most", figure(most))
    };
    Sentence::of("expect-by-itself-yours")
        .with("left", left)
        .with("nights", figure(libm::round(nights)))
}

/// What to do on the day of looking again.
fn next(plan: &Plan) -> Option<Sentence> {
    let day = plan.now.iter().map(|step| step.look_again).min()?;
    let look_again = Sentence::of("expect-look-again").with("date", date(day));
    let medicines = plan
        .now
        .iter()
        .any(|step| is_review(step.remedy))
        .then(|| Sentence::of("expect-medicines"));
    let then = plan
        .later
        .iter()
        .find(|step| !is_in_doubt(step.remedy) && !step.warnings.iter().any(wants_asking))
        .map(|step| {
            Sentence::of("expect-next").with("name", Sentence::known_inside(step.remedy.name))
        });
    Some(Sentence::in_turn(
        [look_again].into_iter().chain(medicines).chain(then),
    ))
}

/// Where in the pregnancy the person is, by the due date; nothing without one. The third trimester begins with week 28.
pub(super) fn week_of_pregnancy(person: &Person, today: NightId) -> Option<Sentence> {
    let pregnancy = person.pregnancy.as_ref()?;
    let days = pregnancy::day_of(pregnancy.due?, today.evening());
    if person.pregnant_on(today.evening()) != Some(true) || !(0..=300).contains(&days) {
        return None;
    }
    let week = days / 7;
    Some(
        Sentence::of("expect-pregnancy")
            .with("week", week)
            .choosing(
                "trimester",
                match week {
                    ..14 => "first",
                    14..28 => "second",
                    _ => "third",
                },
            ),
    )
}

/// What somebody should look at: blood tests beyond a limit, and a profile that contradicts itself.
pub(super) fn to_check(facts: &Facts) -> Vec<Sentence> {
    let mut notes: Vec<Sentence> = facts
        .shown_by_tests()
        .map(|because| Sentence::of("check-result").with("because", because.clone()))
        .collect();
    notes.dedup();
    if facts.is_pregnant_against_the_odds() {
        notes.push(Sentence::of("check-contradiction"));
    }
    notes
}
