//! A diary that is full of everything: the first page stays one page on both papers, and its details follow on request.

use std::collections::BTreeMap;

use diary::entry::{Act, Body, Fact};
use diary::{Amount, Entry, EntryId, Food, Grams, Id, Moment};
use insight::trial::{Ratio, Summary as Trial};
use jiff::ToSpan;
use jiff::civil::date;
use report::{Depth, Language, Options, document};
use report_pdf::Paper;
use texts::Sentence;

use crate::common::{File, LARGEST, made_up, medicine, now, summary_of, told};

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

fn lab(number: u8, test: &str, value: f64, unit: &str) -> Entry {
    told(
        number,
        Body::Fact(Fact::Lab {
            test: id(test),
            value: Amount::new(value).unwrap(),
            unit: unit.to_owned(),
            taken: date(2026, 11, 3),
        }),
    )
}

fn flag(number: u8, flag: &str) -> Entry {
    told(
        number,
        Body::Fact(Fact::Flag {
            flag: id(flag),
            present: true,
            seen: false,
        }),
    )
}

fn answers(number: u8, questionnaire: &str, chosen: &[(&str, &str)]) -> Entry {
    let answers: BTreeMap<Id, Id> = chosen.iter().map(|(a, b)| (id(a), id(b))).collect();
    told(
        number,
        Body::Fact(Fact::Questionnaire {
            questionnaire: id(questionnaire),
            answers,
        }),
    )
}

/// Five whole days of bread, butter, rice, chicken and tea.
fn food() -> Vec<Entry> {
    let day = [
        ("white-bread", 250.0),
        ("butter-salted", 40.0),
        ("jam", 60.0),
        ("white-rice-cooked", 250.0),
        ("black-tea", 400.0),
        ("chicken-breast-roasted", 120.0),
    ];
    let mut entries = Vec::new();
    for ago in 1..=5_u8 {
        for (number, (food, grams)) in (0_u8..).zip(day) {
            let at = now().at - (i64::from(ago) * 24).hours();
            entries.push(Entry {
                id: EntryId::new(at, [number; 10]),
                moment: Moment::new(at, now().zone),
                act: Act::Tell {
                    body: Body::Food(Food {
                        food: id(food),
                        grams: Grams::new(grams).unwrap(),
                        portion: None,
                    }),
                },
            });
        }
    }
    entries
}

fn trial(name: &str, standing: &'static str, ratio: Option<Ratio>) -> Trial {
    Trial {
        name: Sentence::text(name),
        remedy: None,
        arms: ("With the pillow".to_owned(), "As usual".to_owned()),
        registered: date(2026, 7, 1),
        first_night: date(2026, 7, 2),
        last_night: ratio.map(|_| date(2026, 9, 9)),
        standing,
        sentence: Sentence::text(""),
        ratio,
        fewer_a_month: ratio.map(|_| (6.4, -0.4, 11.0)),
        e_value: ratio.map(|_| 31.4),
        p_randomisation: ratio.map(|_| 0.0041),
        nights: 62,
        seed: 7,
        hash: "3fa9c2d1".repeat(8),
    }
}

fn full() -> Vec<Entry> {
    let mut entries = made_up(100);
    for (number, (name, dose)) in (1_u8..).zip([
        ("simvastatin", "40 mg at night"),
        ("furosemide", "40 mg in the morning"),
        ("salbutamol", "2 puffs when needed"),
        ("metformin", "500 mg twice a day"),
        ("omeprazole", "20 mg before breakfast"),
        ("levothyroxine", "75 micrograms"),
        ("ramipril", "5 mg"),
        ("naproxen", "250 mg when needed"),
    ]) {
        entries.push(medicine(number, name, dose));
    }
    for (number, (test, value, unit)) in (20_u8..).zip([
        ("potassium", 3.2, "mmol/L"),
        ("magnesium", 0.62, "mmol/L"),
        ("sodium", 131.0, "mmol/L"),
        ("calcium", 2.31, "mmol/L"),
        ("albumin", 41.0, "g/L"),
        ("creatinine", 118.0, "µmol/L"),
        ("vitamin-d", 38.0, "nmol/L"),
        ("tsh", 2.1, "mIU/L"),
        ("hba1c", 44.0, "mmol/mol"),
        ("ck", 150.0, "U/L"),
        ("ferritin", 22.0, "µg/L"),
    ]) {
        entries.push(lab(number, test, value, unit));
    }
    for (number, name) in (40_u8..).zip([
        "calf-pain-on-walking",
        "numbness-both-feet",
        "both-legs-swollen",
        "after-new-drug",
        "generalised-cramps",
    ]) {
        entries.push(flag(number, name));
    }
    entries.push(answers(
        50,
        "wells-dvt-two-level",
        &[("cancer", "no"), ("tenderness", "yes"), ("whole-leg", "no")],
    ));
    entries.push(answers(51, "irlssg-rls-2014", &[("1", "yes"), ("2", "no")]));
    entries.extend(food());
    entries
}

#[test]
fn a_full_diary_is_one_page_on_both_papers_and_its_details_begin_on_the_next() {
    let mut summary = summary_of(&full());
    let clear = Ratio {
        estimate: 0.38,
        low: 0.21,
        high: 0.66,
    };
    summary.trials = vec![
        trial(
            "Ankles relaxed in bed, with a pillow",
            "finished",
            Some(clear),
        ),
        trial("No wine in the evening", "finished", Some(clear)),
        trial("Warm calves before bed", "running", None),
        trial("A tight sheet", "stopped", None),
    ];
    for paper in [Paper::A4, Paper::Letter] {
        let german = Options {
            language: Language::German,
            ..Options::default()
        };
        let german = File::of(&document(&summary, &german), paper);
        let one = File::of(&document(&summary, &Options::default()), paper);
        let options = Options {
            depth: Depth::WithDetails,
            name: report::clean::name("Ada Example"),
            ..Options::default()
        };
        let two = File::of(&document(&summary, &options), paper);
        assert!(two.bytes.len() < LARGEST, "{} bytes", two.bytes.len());
        if let Some(folder) = std::env::var_os("SOLEUS_KEEP_PDF") {
            let name = format!("full-{paper:?}.pdf");
            let folder = std::path::Path::new(&folder);
            std::fs::write(folder.join(name), &two.bytes).unwrap();
            let page = report::html::file(&document(&summary, &Options::default())).unwrap();
            std::fs::write(folder.join("full.html"), page).unwrap();
        }
        let (Some(one_page), Some(two_pages)) = (one.pages(), two.pages()) else {
            return;
        };
        let text = two.text().unwrap();
        assert_eq!(one_page, 1, "{paper:?}: {text}");
        // German needs more room: the paper where it is spoken has it.
        if paper == Paper::A4 {
            assert_eq!(german.pages(), Some(1), "{:?}", german.text());
        }
        // So much detail needs a third sheet; it begins on the second.
        assert!((2..=3).contains(&two_pages), "{paper:?}: {two_pages}");
        let second = text.split('\u{c}').nth(1).unwrap();
        assert!(second.starts_with("Details"), "{paper:?}: {second}");
        for said in [
            "Potassium 3.2 mmol/L, low",
            "(3.5 to 5.3)",
            "0.38 (0.21 to 0.66)",
            "31 to 1, p 0.004",
            "3fa9c2d13fa9",
            "Wells score",
            "magnesium",
            "from 5 whole days",
            "And 1 more test",
            "seed 7",
            "Medicine review",
        ] {
            assert!(text.contains(said), "no “{said}” in {text}");
        }
    }
}
