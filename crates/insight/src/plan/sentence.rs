//! The plan's sentences in plain words.

use diary::{NightId, Person};
use knowledge::{Factor, Learned, Remedy, Verdict};

use super::advise::{Help, is_in_doubt, wants_asking};
use super::benefit::{Benefit, Own, is_review};
use super::worth::{Recent, Spread};
use super::{Plan, PlanBasis};
use crate::facts::Facts;
use crate::pregnancy;
use crate::suspects::{Basis, List, Suspect, Suspects, Tag, certainty};
use crate::trial::{Advice, Tested};
use crate::words::{all_of, counted, date, lower_first, number, short};

pub(crate) const HELP_FIRST: &str = "Please get help for this first.";
pub(crate) const UNDER_18: &str = "There is no plan for people under 18, because nobody has studied one. Warning signs and relief during a cramp are there for you. Please talk to a parent and a doctor about the cramps.";
pub(super) const NO_CRAMPS: &str =
    "You have had no cramps in your last answered nights. There is nothing you need to change.";

/// Said of a remedy that was asked about and is made for something else.
pub(super) const NOT_AIMED_AT_YOU: &str =
    "It takes aim at something that you have not told of, so little is to be expected of it.";

/// Factors named in one sentence.
const NAMED_AT_MOST: usize = 3;

/// Why this remedy for this person.
pub(super) fn why(remedy: &Remedy, benefit: &Benefit, suspects: &Suspects) -> String {
    if let Some(test) = &benefit.tested {
        return format!("You tested it on yourself. {}", test.sentence);
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
    let names = |chosen: &[&Suspect]| {
        let names: Vec<String> = chosen
            .iter()
            .take(NAMED_AT_MOST)
            .map(|one| lower_first(&short(one.factor.name)))
            .collect();
        (all_of(&names), names.len())
    };
    let yours: Vec<&Suspect> = aimed
        .iter()
        .copied()
        .filter(|one| {
            one.tag == Tag::FromYourNights
                && one.list == List::Likely
                && one.p_raises > one.p_lowers
        })
        .collect();
    if !yours.is_empty() {
        let (names, count) = names(&yours);
        if yours.iter().all(|one| is_medicine(one.factor)) {
            return format!(
                "Your nights point to what you take: {names}. Keep taking it, and ask about it."
            );
        }
        return format!(
            "Your nights point to {names}. This takes aim at {}.",
            if count == 1 { "it" } else { "them" }
        );
    }
    let (had, possible): (Vec<&Suspect>, Vec<&Suspect>) =
        aimed.into_iter().partition(|one| one.present == Some(true));
    let medicines: Vec<&Suspect> = had
        .iter()
        .copied()
        .filter(|one| is_medicine(one.factor))
        .collect();
    if !medicines.is_empty() {
        let (names, _) = names(&medicines);
        return format!(
            "You take a medicine that may have to do with cramps: {names}. Keep taking it, and ask about it."
        );
    }
    if !had.is_empty() {
        let (names, _) = names(&had);
        return format!("It is meant for people like you ({names}).");
    }
    if possible.is_empty() {
        return "It is not aimed at one cause: it may help people with night cramps in general."
            .to_owned();
    }
    let (names, count) = names(&possible);
    let matter = if count == 1 {
        "it matters"
    } else {
        "they matter"
    };
    format!("It takes aim at {names}. We cannot tell yet whether {matter} for you.")
}

/// What the nights speak against is said, and what the studies still say for it.
fn not_shown(factor: &Factor, remedy: &Remedy) -> String {
    let name = lower_first(&short(factor.name));
    if remedy.verdict >= Verdict::MayHelp {
        format!("Your nights do not show that {name} matters; the studies support it a little.")
    } else {
        format!("Your nights do not show that {name} matters.")
    }
}

fn is_medicine(factor: &Factor) -> bool {
    matches!(factor.learned, Learned::Medicines(_))
}

/// How sure this is, and what it rests on.
pub(super) fn how_sure(remedy: &Remedy, basis: Basis, avoided: Option<(Spread, Spread)>) -> String {
    let reading = match remedy.verdict {
        Verdict::LikelyHelps => "It likely helps",
        Verdict::MayHelp => "It may help",
        Verdict::Uncertain => "Nobody knows yet whether it helps",
        Verdict::UnlikelyToHelp => "It is unlikely to help",
        Verdict::NotRecommended => "It is not recommended",
    };
    let rests_on = match basis {
        Basis::EvidenceOnly => "This rests on published studies and your profile alone".to_owned(),
        Basis::Nights { answered, .. } => {
            format!(
                "This rests on published studies, your profile and {}",
                counted(answered, "answered night")
            )
        }
    };
    let guess = avoided.map_or_else(String::new, |(nights, cramps)| {
        // Where a night has one cramp, both are the same.
        let beside = if cramps.0 < nights.0 + 0.5 {
            String::new()
        } else {
            format!(", and {}", counted_change(cramps.0, "cramp"))
        };
        format!(
            " Our best guess: in a month, {} (likely between {} and {}){beside}.",
            counted_change(nights.0, "night with cramps"),
            fewer(nights.1),
            fewer(nights.2)
        )
    });
    format!("{reading}; {}. {rests_on}.{guess}", certainty(remedy.grade))
}

/// How sure the person's own trial is.
pub(super) fn as_tested(test: &Tested) -> String {
    let reading = match test.advice {
        Advice::Keep => "It helps you",
        Advice::Drop => "It does not help you",
        Advice::TestLonger => "Whether it helps you is not clear yet",
    };
    format!(
        "{reading}. This rests on your own randomised trial, with {} that count, and not on studies of other people.",
        counted(test.nights, "answered night")
    )
}

/// “2 fewer cramps”, “1 more night with cramps”.
fn counted_change(avoided: f64, one: &str) -> String {
    let told = fewer(avoided);
    let Some((size, direction)) = told.split_once(' ') else {
        return told;
    };
    let what = match (size, one.split_once(' ')) {
        ("1", _) => one.to_owned(),
        (_, Some((first, rest))) => format!("{first}s {rest}"),
        (_, None) => format!("{one}s"),
    };
    format!("{size} {direction} {what}")
}

/// “2 fewer”, “1 more”.
fn fewer(avoided: f64) -> String {
    let size = avoided.abs();
    // Tenths of a cramp mean nothing beside whole ones.
    let rounded = number(if size >= 3.0 { libm::round(size) } else { size });
    let direction = if avoided < 0.0 && rounded != "0" {
        "more"
    } else {
        "fewer"
    };
    format!("{rounded} {direction}")
}

/// What to expect, and what is not known.
pub(super) fn notes(plan: &Plan, help: Help, recent: Option<&Recent>) -> Vec<String> {
    let mut notes = Vec::new();
    if plan.basis == PlanBasis::EvidenceOnly {
        notes.push(
            "This first plan comes from your profile and from published studies alone. It becomes yours with your nights."
                .to_owned(),
        );
    } else if recent.is_none() {
        notes.push("There are too few answered nights yet to say how many cramps a remedy would spare you.".to_owned());
    }
    if help == Help::Little {
        notes.push(
            "Nothing here is likely to help you much. If the cramps trouble you, please see your doctor.".to_owned(),
        );
    }
    notes.push(by_itself(recent));
    notes.extend(next(plan));
    if !plan.missing.is_empty() {
        notes.push("More can be suggested once the open questions are answered. Until then we hold it back.".to_owned());
    }
    notes
}

/// What people improve by without doing anything, in this person's nights.
fn by_itself(recent: Option<&Recent>) -> String {
    let yours = recent.map_or_else(String::new, |recent| {
        let nights = recent.nights();
        let (least, most) = (
            libm::round(nights * 2.0 / 3.0),
            libm::round(nights * 3.0 / 4.0),
        );
        let left = if least >= most {
            number(most)
        } else {
            format!("{} to {}", number(least), number(most))
        };
        if nights < 4.0 {
            return String::new();
        }
        format!(
            " For you that would be {left} nights with cramps in a month instead of {}.",
            number(libm::round(nights))
        )
    });
    format!(
        "People who keep a diary often improve by about a quarter to a third without doing anything.{yours} So one better \
         month does not show that something helped."
    )
}

/// What to do on the day of looking again.
fn next(plan: &Plan) -> Option<String> {
    let day = plan.now.iter().map(|step| step.look_again).min()?;
    let next = plan
        .later
        .iter()
        .find(|step| !is_in_doubt(step.remedy) && !step.warnings.iter().any(wants_asking));
    let then = next.map_or_else(String::new, |step| {
        format!(
            " If you leave something, this could be next: {}.",
            lower_first(step.remedy.name)
        )
    });
    let medicines = if plan.now.iter().any(|step| is_review(step.remedy)) {
        " Medicines stay as they are prescribed."
    } else {
        ""
    };
    Some(format!(
        "On {} look again: go on with what helped and leave the rest. Only a trial can tell help from chance.{medicines}{then}",
        date(day)
    ))
}

/// Where in the pregnancy the person is, by the due date; nothing without one. The third trimester begins with week 28.
pub(super) fn week_of_pregnancy(person: &Person, today: NightId) -> Option<String> {
    let pregnancy = person.pregnancy.as_ref()?;
    let days = pregnancy::day_of(pregnancy.due?, today.evening());
    if person.pregnant_on(today.evening()) != Some(true) || !(0..=300).contains(&days) {
        return None;
    }
    let week = days / 7;
    let trimester = match week {
        ..14 => "first",
        14..28 => "second",
        _ => "third",
    };
    Some(format!(
        "By your due date this is about week {week}, in the {trimester} trimester. Leg cramps are most often told of in the second and third. Tell your midwife or doctor of them at the next visit."
    ))
}

/// What somebody should look at: blood tests beyond a limit, and a profile that contradicts itself.
pub(super) fn to_check(facts: &Facts) -> Vec<String> {
    let mut notes: Vec<String> = facts
        .shown_by_tests()
        .map(|because| format!("{because} Make sure that a doctor has seen this result."))
        .collect();
    notes.dedup();
    if facts.is_pregnant_against_the_odds() {
        notes.push(
            "Your profile says pregnant beside an age or a sex that hardly fits. Please check it: until then the stricter rules hold."
                .to_owned(),
        );
    }
    notes
}
