//! The doctor's summary against diaries whose numbers were counted by hand.

use diary::entry::{Helped, Position, Sex};
use diary::night::Outcome;
use diary::person::{Course, FlagAnswer, Step};
use diary::{Cramp, Log, Minutes, Moment, Night, Person, Score, Zone};
use insight::summary::{Change, Counted, Material, State, YesNo};
use insight::{Basis, PlanBasis, Span, Summary, Suspects, plan, summary};
use jiff::ToSpan;
use proptest::prelude::*;

use super::common::{Having, TODAY, healthy, id, night, nights, today};

/// The summary without suspects: they have their own tests.
fn sum_up(person: &Person, nights: &[Night], span: Span) -> Summary {
    let suspects = Suspects {
        basis: Basis::EvidenceOnly,
        all: Vec::new(),
        notes: Vec::new(),
        unknown: 0,
        tested: Vec::new(),
    };
    let plan = plan(person, nights, &suspects, today());
    assert_eq!(plan.basis, PlanBasis::EvidenceOnly);
    let log = Log::default();
    summary(
        &Material {
            log: &log,
            person,
            nights,
            suspects: &suspects,
            plan: &plan,
            found: &[],
            changes: &[],
            today: today(),
        },
        span,
    )
}

fn counted(with_cramps: usize, answered: usize) -> Counted {
    Counted {
        with_cramps,
        answered,
    }
}

#[test]
fn an_empty_diary_claims_nothing() {
    let summary = sum_up(&Person::default(), &[], Span::All);
    assert_eq!((summary.period, &summary.burden), (None, &None));
    assert_eq!(summary.pattern.logged, 0);
    assert_eq!(
        (summary.who.age, summary.who.sex, summary.who.pregnant),
        (None, None, None)
    );
    assert!(summary.who.conditions.is_empty() && summary.who.conditions_unasked > 50);
    assert!(summary.medicines.all.is_empty() && summary.medicines.complete.is_none());
    assert!(summary.signs.denied.is_empty() && !summary.signs.unasked.is_empty());
    assert!(summary.checks.is_empty() && summary.questions.is_empty());
}

#[test]
fn the_burden_counts_answered_nights_and_says_what_is_missing() {
    // Yesterday's is the last night of the period: today's has only begun.
    let mut all = nights(&[Some(0), None, Some(2), Some(1), None, Some(0), Some(3)]);
    let score = |value| Some(Score::new(value).unwrap());
    (all[2].pain, all[2].minutes) = (score(4), Some(Minutes::new(6).unwrap()));
    (all[3].pain, all[3].outcome) = (score(9), Outcome::AtLeast(1));
    (all[0].sleep_lost, all[2].sleep_lost, all[3].sleep_lost) = (score(0), score(5), score(8));
    let summary = sum_up(&healthy(60, Sex::Female), &all, Span::default());
    let burden = summary.burden.unwrap();
    assert_eq!((burden.nights, burden.counted), (6, counted(2, 4)));
    assert_eq!((burden.cramps, burden.only_taps), (3, 1));
    assert_eq!(
        burden.worst_pain.map(|(pain, at)| (pain.get(), at)),
        Some((9, all[3].id))
    );
    let pain = burden.pain.unwrap();
    assert_eq!((pain.told, pain.bad, pain.median), (2, 1, 4));
    let sleep = burden.sleep_lost.unwrap();
    assert_eq!((sleep.told, sleep.bad, sleep.median), (3, 2, 5));
    let minutes = burden.minutes.unwrap();
    assert_eq!((minutes.told, minutes.median, minutes.most), (1, 6, 6));
    assert_eq!((burden.tiredness, burden.soreness), (None, None));
    let trend = burden.trend.unwrap();
    assert_eq!(
        (trend.nights, trend.change),
        (3, None),
        "too few to compare"
    );
}

#[test]
fn a_trend_needs_enough_answers_on_both_sides() {
    let bad_then_good: Vec<Option<u32>> = [[Some(1); 28], [Some(0); 28], [Some(0); 28]].concat();
    let mut counts = bad_then_good.clone();
    counts.extend([None]);
    let all = nights(&counts);
    let trend = |counts: &[Option<u32>]| {
        let summary = sum_up(&healthy(60, Sex::Male), &nights(counts), Span::All);
        summary.burden.unwrap().trend.unwrap()
    };
    assert_eq!(
        trend(&counts).change,
        Some(Change::NoClearChange),
        "both sides without a cramp"
    );
    let of = |last: u32, before: u32| -> Vec<Option<u32>> {
        [[Some(before); 28], [Some(last); 28]]
            .concat()
            .into_iter()
            .chain([None])
            .collect()
    };
    assert_eq!(trend(&of(0, 1)).change, Some(Change::Fewer));
    assert_eq!(trend(&of(2, 0)).change, Some(Change::More));
    assert_eq!(trend(&of(0, 1)).recent, counted(0, 28));
    let four_weeks = sum_up(&healthy(60, Sex::Male), &all, Span::Weeks(4));
    assert_eq!(four_weeks.nights.len(), 28);
    assert_eq!(four_weeks.burden.unwrap().counted, counted(0, 28));
}

#[test]
fn a_period_is_clipped_to_the_diary() {
    let all = nights(&[Some(1); 10]);
    let person = healthy(60, Sex::Male);
    let period = |span| {
        sum_up(&person, &all, span)
            .period
            .map(|period| (period.first, period.last))
    };
    let yesterday = today().previous();
    assert_eq!(period(Span::All), Some((all[0].id, yesterday)));
    assert_eq!(
        period(Span::Weeks(1)),
        Some((today().plus_days(-7), yesterday))
    );
    let (first, last) = (
        TODAY.saturating_sub(500.days()),
        TODAY.saturating_sub(400.days()),
    );
    assert_eq!(period(Span::Between(first, last)), None);
    let two = (
        TODAY.saturating_sub(3.days()),
        TODAY.saturating_sub(2.days()),
    );
    assert_eq!(
        sum_up(&person, &all, Span::Between(two.0, two.1))
            .nights
            .len(),
        2
    );
}

#[test]
fn the_time_of_night_is_that_of_the_wall_clock() {
    let mut one = night(today().previous(), Outcome::Exactly(6));
    let zone = Zone::named("Europe/Berlin").unwrap();
    for clock in ["23:50", "01:10", "01:20", "02:30", "03:40", "05:00"] {
        let day = if clock == "23:50" {
            "2026-11-19"
        } else {
            "2026-11-20"
        };
        let at = format!("{day}T{clock}:00+01:00").parse().unwrap();
        std::sync::Arc::make_mut(&mut one.cramps)
            .push((Moment::new(at, zone.clone()), diary::Cramp::default()));
    }
    let window = sum_up(&healthy(60, Sex::Male), &[one], Span::All)
        .pattern
        .window
        .unwrap();
    assert_eq!((window.from_hour, window.count), (1, 4));
}

#[test]
fn what_was_told_about_cramps_is_counted_beside_how_often_it_was_told() {
    let mut one = night(today().previous(), Outcome::Exactly(3));
    let zone = Zone::named("Europe/Berlin").unwrap();
    let at = Moment::new("2026-11-20T03:00:00+01:00".parse().unwrap(), zone);
    let told = |toes, helped: &[Helped]| Cramp {
        position: Some(Position::OnBack),
        toes_pointed: toes,
        helped: helped.iter().copied().collect(),
        ..Cramp::default()
    };
    one.cramps = std::sync::Arc::new(vec![
        (
            at.clone(),
            told(Some(true), &[Helped::Stretching, Helped::Walking]),
        ),
        (at.clone(), told(Some(false), &[Helped::Walking])),
        (at.clone(), told(None, &[])),
    ]);
    let pattern = sum_up(&healthy(60, Sex::Male), &[one], Span::All).pattern;
    assert_eq!(pattern.positions, [(Position::OnBack, 3)]);
    assert_eq!(pattern.toes_pointed, YesNo { yes: 1, told: 2 });
    assert_eq!(pattern.bedding_heavy, YesNo::default());
    assert_eq!(pattern.helped_told, 2);
    assert_eq!(
        pattern.helped,
        [(Helped::Walking, 2), (Helped::Stretching, 1)]
    );
}

#[test]
fn medicines_come_with_their_start_their_label_and_the_nights_around_it() {
    let mut person = healthy(60, Sex::Female)
        .taking_medicine("allopurinol")
        .taking_medicine("amlodipine");
    let start = today().plus_days(-10);
    person.medicines.insert(
        id("hydrochlorothiazide"),
        Course {
            steps: vec![Step {
                since: Some(start.evening()),
                present: true,
            }],
            dose: None,
        },
    );
    person.medicines.insert(
        id("simvastatin"),
        Course {
            steps: vec![
                Step {
                    since: None,
                    present: true,
                },
                Step {
                    since: Some(start.evening()),
                    present: false,
                },
            ],
            dose: None,
        },
    );
    let counts: Vec<Option<u32>> = [vec![Some(0); 20], vec![Some(1); 11]].concat();
    let summary = sum_up(&person, &nights(&counts), Span::All);
    let names: Vec<&str> = summary
        .medicines
        .all
        .iter()
        .map(|one| one.id.as_str())
        .collect();
    assert_eq!(
        names.last(),
        Some(&"simvastatin"),
        "stopped ones last: {names:?}"
    );
    assert!(
        names.iter().position(|name| *name == "allopurinol")
            > names.iter().position(|name| *name == "amlodipine")
    );
    let thiazide = summary
        .medicines
        .all
        .iter()
        .find(|one| one.id == "hydrochlorothiazide")
        .unwrap();
    assert_eq!(thiazide.state, State::Taking(Some(start.evening())));
    assert_eq!(
        thiazide.around_start,
        Some((counted(0, 20), counted(11, 11)))
    );
    assert!(thiazide.bears_on_cramps());
    let about = summary
        .questions
        .iter()
        .map(|ask| ask.text.to_string())
        .find(|text| text.contains("hydrochlorothiazide"))
        .unwrap();
    assert!(about.contains("Nothing is stopped without you."), "{about}");
    assert!(
        !about.contains("allopurinol") && !about.contains("simvastatin"),
        "{about}"
    );
    let electrolytes = summary
        .checks
        .iter()
        .find(|check| check.text.to_string().starts_with("Electrolytes"))
        .unwrap();
    assert_eq!(electrolytes.reason.to_string(), "takes hydrochlorothiazide");
    assert!(
        !summary
            .checks
            .iter()
            .any(|check| check.text.to_string() == "Creatine kinase"),
        "the statin was stopped"
    );
}

#[test]
fn warning_signs_are_raised_denied_seen_or_not_asked_and_never_two_of_these() {
    let mut person = healthy(60, Sex::Male).with_flag("calf-pain-on-walking");
    person.flags.insert(
        id("numbness-both-feet"),
        FlagAnswer {
            present: true,
            seen: true,
            answered: TODAY,
        },
    );
    person.flags.insert(
        id("stroke-signs"),
        FlagAnswer {
            present: false,
            seen: false,
            answered: TODAY.saturating_sub(100.days()),
        },
    );
    let signs = sum_up(&person, &[], Span::All).signs;
    let raised: Vec<&str> = signs.raised.iter().map(|raised| raised.flag.id).collect();
    assert_eq!(raised, ["calf-pain-on-walking"]);
    assert_eq!(
        signs.seen.iter().map(|one| one.flag.id).collect::<Vec<_>>(),
        ["numbness-both-feet"]
    );
    assert_eq!(
        signs.unasked.iter().map(|flag| flag.id).collect::<Vec<_>>(),
        ["stroke-signs"]
    );
    let mut all: Vec<&str> = raised;
    all.extend(
        signs
            .seen
            .iter()
            .chain(&signs.denied)
            .map(|one| one.flag.id),
    );
    all.extend(signs.unasked.iter().map(|flag| flag.id));
    let count = all.len();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), count);
}

proptest! {
    #[test]
    fn no_number_of_the_burden_exceeds_what_there_is(counts in prop::collection::vec(prop::option::of(0_u32..5), 0..120)) {
        let all = nights(&counts);
        let summary = sum_up(&Person::default(), &all, Span::All);
        let before_today = &counts[..counts.len().saturating_sub(1)];
        let answered = before_today.iter().flatten().count();
        prop_assert_eq!(summary.burden.is_some(), answered > 0);
        if let Some(burden) = summary.burden {
            let with = before_today.iter().flatten().filter(|count| **count > 0).count();
            prop_assert_eq!(burden.counted, counted(with, answered));
            prop_assert_eq!(burden.cramps, before_today.iter().flatten().sum::<u32>());
            prop_assert_eq!(burden.nights, before_today.len());
        }
    }
}
