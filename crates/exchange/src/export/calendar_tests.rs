//! Reminders follow the plan and the trials, and keep to themselves what they are about.

use super::calendar::{Asked, BEFORE_BED, CHECK_IN, Glasses, Times, Wording, ics};
use diary::trial::Arm;
use diary::{NightId, Zone};
use insight::trial::{Ahead, Instruction};
use insight::{Plan, PlanBasis, Step};
use texts::Sentence;

fn day(text: &str) -> NightId {
    text.parse().expect("a day")
}

fn plan(remedies: &[&str]) -> Plan {
    let step = |id: &&str| Step {
        remedy: knowledge::remedy(id).expect("a remedy"),
        aims_at: Vec::new(),
        why: Sentence::text(""),
        how_sure: Sentence::text(""),
        avoided_per_month: None,
        nights_per_month: None,
        warnings: Vec::new(),
        look_again: day("2026-06-01").evening(),
        test: None,
    };
    Plan {
        basis: PlanBasis::Nights,
        raised: Vec::new(),
        now: remedies.iter().map(step).collect(),
        later: Vec::new(),
        blocked: Vec::new(),
        missing: Vec::new(),
        water: None,
        notes: Vec::new(),
    }
}

fn asked(on: &str) -> Asked {
    let instruction = Instruction {
        day: day(on),
        arm: Arm::B,
        label: "no stretch, please".to_owned(),
        text: "Leave the stretch out; go to bed as usual.".to_owned(),
        number: 3,
        of: 28,
    };
    Asked {
        ahead: Ahead {
            day: day(on),
            number: 3,
            of: 28,
            instruction: Some(instruction),
        },
        warnings: vec!["Stop if it hurts.".to_owned()],
    }
}

/// A day of the same trial whose period has not begun.
fn not_yet(on: &str) -> Asked {
    let mut asked = asked(on);
    asked.ahead.instruction = None;
    asked
}

fn times(from: &str, days: u16) -> Times {
    Times {
        check_in: CHECK_IN,
        routine: BEFORE_BED,
        glasses: Glasses::None,
        from: day(from),
        days,
        zone: Zone::named("Europe/Berlin").expect("a zone"),
    }
}

/// Titles of the events, in their order.
fn titles(text: &str) -> Vec<&str> {
    text.lines()
        .filter_map(|line| line.strip_prefix("SUMMARY:"))
        .collect()
}

#[test]
fn the_stretch_comes_with_the_plan_and_gives_way_to_a_trial() {
    let stretch = plan(&["bedtime-stretch"]);
    let text = ics(
        &times("2026-05-03", 2),
        &stretch,
        &[asked("2026-05-04")],
        Wording::Neutral,
    );
    assert_eq!(
        titles(&text),
        [
            "Check-in",
            "Evening routine",
            "Check-in",
            "Plan for today: B"
        ]
    );
    assert!(!text.to_lowercase().contains("stretch"), "{text}");
    // No stretch in the plan (a rule blocks it, or a warning sign silences all advice): none in the calendar.
    let text = ics(&times("2026-05-03", 2), &plan(&[]), &[], Wording::Plain);
    assert_eq!(titles(&text), ["Soleus: check-in"; 2]);
}

#[test]
fn plain_words_say_what_to_do_and_what_to_mind() {
    let text = ics(
        &times("2026-05-04", 1),
        &plan(&["bedtime-stretch"]),
        &[asked("2026-05-04")],
        Wording::Plain,
    );
    let unfolded = text.replace("\r\n ", "");
    assert!(
        unfolded.contains(r"SUMMARY:Soleus: no stretch\, please (day 3 of 28)"),
        "{unfolded}"
    );
    assert!(
        unfolded.contains(r"Leave the stretch out\; go to bed as usual.\nStop if it hurts."),
        "{unfolded}"
    );
    assert!(!unfolded.contains("Soleus: stretch before bed"));
}

#[test]
fn what_a_trial_asks_later_is_not_told_ahead() {
    let days = [asked("2026-05-04"), not_yet("2026-05-05")];
    let write = |wording| {
        ics(
            &times("2026-05-04", 2),
            &plan(&["bedtime-stretch"]),
            &days,
            wording,
        )
    };
    assert_eq!(
        titles(&write(Wording::Neutral)),
        [
            "Check-in",
            "Plan for today: B",
            "Check-in",
            "Plan for today"
        ]
    );
    let plain = write(Wording::Plain).replace("\r\n ", "");
    let (today, tomorrow) = plain.split_once("20260505").expect("both days");
    assert!(today.contains("no stretch"), "{today}");
    assert!(
        tomorrow.contains("your test (day 3 of 28)") && !tomorrow.contains("stretch"),
        "{tomorrow}"
    );
}

#[test]
fn the_time_of_day_stays_when_the_clocks_change() {
    // The clocks of Berlin go back in the night of 24 to 25 October 2026.
    let text = ics(&times("2026-10-24", 2), &plan(&[]), &[], Wording::Neutral);
    assert!(text.contains("DTSTART:20261024T180000Z") && text.contains("DTSTART:20261025T190000Z"));
    // At 02:30 the clocks go forward to 03:00 on 29 March: the reminder comes all the same, once.
    let skipped = Times {
        check_in: jiff::civil::time(2, 30, 0, 0),
        ..times("2026-03-29", 1)
    };
    let text = ics(&skipped, &plan(&[]), &[], Wording::Neutral);
    assert!(text.contains("DTSTART:20260329T013000Z"), "{text}");
    // At the end of the calendar there is nothing to remind of, and no panic.
    let last = ics(&times("9999-12-31", 3), &plan(&[]), &[], Wording::Neutral);
    assert!(last.ends_with("END:VCALENDAR\r\n"));
}

/// A plan that names an amount to drink.
fn drinking() -> Plan {
    use insight::water::{AfterSweating, Hours, Rhythm, Target, Water};
    let clock = |hour| jiff::civil::time(hour, 0, 0, 0);
    let target = Target {
        millilitres: 600,
        parts: Vec::new(),
        other_days: Vec::new(),
        rhythm: Rhythm {
            glasses: vec![clock(7), clock(12), clock(17)],
            glass: 200,
            sips_from: clock(20),
            hours: Hours::Told,
        },
        after_sweating: AfterSweating::AskFirst(Vec::new()),
        warnings: Vec::new(),
    };
    Plan {
        water: Some(Water::Target(target)),
        ..plan(&[])
    }
}

#[test]
fn glasses_come_only_when_wanted_and_only_with_an_amount() {
    let wanted = Times {
        glasses: Glasses::Each,
        ..times("2026-05-03", 2)
    };
    let text = ics(&wanted, &drinking(), &[], Wording::Neutral);
    let day = ["A glass", "A glass", "A glass", "Check-in"];
    assert_eq!(titles(&text), [day, day].concat());
    // Seven in the morning in Berlin, in summer.
    assert!(text.contains("DTSTART:20260503T050000Z"), "{text}");
    assert!(text.contains("UID:2026-05-04-glass-3@soleus.invalid"));
    let plain = ics(&wanted, &drinking(), &[], Wording::Plain).replace("\r\n ", "");
    assert!(plain.contains("About 200 ml"), "{plain}");
    let unwanted = ics(&times("2026-05-03", 2), &drinking(), &[], Wording::Neutral);
    assert_eq!(titles(&unwanted), ["Check-in"; 2]);
    // Who must not drink more gets no amount, and no glass.
    let silent = Plan {
        water: Some(insight::Water::Silent {
            messages: vec!["Do not aim for 2 litres."],
            because: Vec::new(),
        }),
        ..plan(&[])
    };
    assert_eq!(
        titles(&ics(&wanted, &silent, &[], Wording::Neutral)),
        ["Check-in"; 2]
    );
    assert_eq!(
        titles(&ics(&wanted, &plan(&[]), &[], Wording::Neutral)),
        ["Check-in"; 2]
    );
}
