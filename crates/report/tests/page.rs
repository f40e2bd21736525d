//! The page of made-up people: it says what there is, and nothing a person wrote breaks it.
#![expect(clippy::unwrap_used, reason = "tests may fail loudly")]

use diary::entry::{Act, Body, Fact, Helped, Position};
use diary::{Cramp, Entry, EntryId, Id, Log, Moment, NightId, Person, Text, Zone, nights};
use infer::Seed;
use insight::summary::Material;
use insight::{Span, Summary, analyse, plan, summary};
use jiff::Timestamp;
use report::{Block, Depth, Document, Language, Options, document, html};

const NOW: &str = "2026-11-20T09:00:00+01:00";

fn zone() -> Zone {
    Zone::named("Europe/Berlin").unwrap()
}

fn now() -> Moment {
    Moment::new(NOW.parse::<Timestamp>().unwrap(), zone())
}

fn sum_up(entries: &[Entry], span: Span) -> Summary {
    let log = Log::from_entries(entries);
    let person = Person::from_log(&log);
    let today = NightId::of_evening(now().local().date());
    let nights = nights(&log, today.previous());
    let suspects = analyse(&person, &nights, today, Seed(1)).unwrap();
    let plan = plan(&person, &nights, &suspects, today);
    summary(
        &Material {
            log: &log,
            person: &person,
            nights: &nights,
            suspects: &suspects,
            plan: &plan,
            found: &[],
            changes: &[],
            today,
        },
        span,
    )
}

fn made_up(seed: u64) -> Vec<Entry> {
    simulate::demo_person(seed, now().night().previous(), &zone(), 100).entries
}

fn text(document: &Document) -> String {
    let mut all = Vec::new();
    all.extend(document.head.iter().map(report::Line::text));
    for section in document.sections() {
        all.push(format!("[{}]", section.heading));
        for block in &section.blocks {
            match block {
                Block::Line(line) => all.push(line.text()),
                Block::List(lines) => all.extend(lines.iter().map(report::Line::text)),
                Block::Table(table) => all.extend(table.rows.iter().map(|row| row.join(" | "))),
                Block::Strip(strip) => all.push(strip.sentence.clone()),
            }
        }
    }
    all.join("\n")
}

fn told(number: u8, body: Body) -> Entry {
    Entry {
        id: EntryId::new(now().at, [number; 10]),
        moment: now(),
        act: Act::Tell { body },
    }
}

#[test]
fn a_new_diary_says_what_is_not_known() {
    let text = text(&document(
        &sum_up(&[], Span::default()),
        &Options::default(),
    ));
    for said in [
        "Name: ____",
        "age not told, sex not told",
        "Conditions: not told.",
        "No nights in the diary yet: nothing can be said.",
        "Not asked, or not lately.",
        "Not known: no cramp was logged one by one.",
        "[Medicines]\nNot told.",
        "Most people with typical cramps need none",
        "No clinician has",
    ] {
        assert!(text.contains(said), "“{said}” is missing in:\n{text}");
    }
}

#[test]
fn the_page_is_short_enough_for_a_minute_and_the_same_every_time() {
    for seed in 1..4 {
        let summary = sum_up(&made_up(seed), Span::default());
        let page = document(&summary, &Options::default());
        let is_word = |part: &&str| part.contains(char::is_alphanumeric);
        let words = text(&page).split_whitespace().filter(is_word).count();
        // A page of prose is 500 words; this one is looked over: half of it are tables and reasons in brackets.
        assert!(words < 450, "{words} words:\n{}", text(&page));
        assert_eq!(page, document(&summary, &Options::default()));
        assert_eq!(html::file(&page).unwrap(), html::file(&page).unwrap());
        assert!(page.second.is_empty());
    }
}

#[test]
fn every_table_row_fits_its_columns() {
    let options = Options {
        depth: Depth::WithDetails,
        ..Options::default()
    };
    let page = document(&sum_up(&made_up(1), Span::All), &options);
    let mut tables = 0;
    for section in page.sections() {
        for block in &section.blocks {
            if let Block::Table(table) = block {
                tables += 1;
                let widths: u32 = table
                    .columns
                    .iter()
                    .map(|(_, width)| u32::from(*width))
                    .sum();
                assert_eq!(widths, 100, "{}", table.caption);
                assert!(
                    table
                        .rows
                        .iter()
                        .all(|row| row.len() == table.columns.len()),
                    "{}",
                    table.caption
                );
            }
        }
    }
    assert!(tables >= 4, "{tables}");
}

#[test]
fn the_strip_has_a_table_that_says_the_same() {
    let summary = sum_up(&made_up(1), Span::default());
    let page = document(&summary, &Options::default());
    let blocks = page.sections().flat_map(|section| &section.blocks);
    let strip = blocks
        .filter_map(|block| match block {
            Block::Strip(strip) => Some(strip),
            _ => None,
        })
        .next()
        .unwrap();
    let last = summary.nights.last().unwrap();
    assert_eq!(strip.table.rows.len(), summary.nights.len());
    assert_eq!(strip.table.rows[0][0], "19 Nov 2026");
    assert_eq!(last.id.to_string(), "2026-11-19");
    let html = html::file(&page).unwrap();
    assert!(html.contains("<summary>As a table</summary>"));
}

#[test]
fn a_narrow_screen_can_name_each_cell_and_leave_the_line_to_write_on_out() {
    let summary = sum_up(&made_up(1), Span::default());
    let html = html::file(&document(&summary, &Options::default())).unwrap();
    assert!(html.contains("<td data-heading=\"Chance\">"), "{html}");
    assert!(html.contains("<span class=\"report-unnamed\">Name: ____"));
    let named = Options {
        name: report::clean::name("Ada"),
        ..Options::default()
    };
    let html = html::file(&document(&summary, &named)).unwrap();
    assert!(html.contains("<strong>Ada</strong>"));
    assert!(!html.contains("class=\"report-unnamed\""));
}

#[test]
fn how_one_lay_and_what_helped_stand_beside_how_often_it_was_told() {
    let mut entries = made_up(2);
    let page =
        |entries: &[Entry]| text(&document(&sum_up(entries, Span::All), &Options::default()));
    assert!(!page(&entries).contains("When it struck"), "nobody said");
    entries.push(told(
        1,
        Body::Cramp(Cramp {
            position: Some(Position::OnBack),
            toes_pointed: Some(true),
            helped: [Helped::Walking, Helped::Stretching].into(),
            ..Cramp::default()
        }),
    ));
    entries.push(told(
        2,
        Body::Cramp(Cramp {
            toes_pointed: Some(false),
            helped: [Helped::Walking].into(),
            ..Cramp::default()
        }),
    ));
    let text = page(&entries);
    let expected = "When it struck: on the back 1; toes pointed at 1 of 2 told; helped (of 2 told): standing or walking 2, stretching 1.";
    assert!(text.contains(expected), "{text}");
}

#[test]
fn nothing_a_person_wrote_is_more_than_text() {
    let hostile = "<script>alert(1)</script>&\u{1b}[2J\r\n\u{202e}\u{0}\"'";
    let note = Text::new(hostile).unwrap();
    let mut entries = made_up(2);
    entries.push(told(
        1,
        Body::Cramp(Cramp {
            note: Some(note.clone()),
            ..Cramp::default()
        }),
    ));
    entries.push(told(
        2,
        Body::Fact(Fact::Medicine {
            medicine: Id::new("no-such-medicine").unwrap(),
            taking: true,
            since: None,
            dose: Some(note),
        }),
    ));
    let options = Options {
        name: report::clean::name(hostile),
        depth: Depth::WithDetails,
        made_up: true,
        ..Options::default()
    };
    let page = document(&sum_up(&entries, Span::All), &options);
    let text = text(&page);
    assert!(
        text.contains("<script>alert(1)</script>& [2J \"'"),
        "{text}"
    );
    assert!(text.contains("not in our list"), "{text}");
    assert!(text.chars().all(|c| c == '\n' || !c.is_control()));
    let html = html::file(&page).unwrap();
    assert!(!html.contains("<script") && !html.contains('\u{202e}'));
    assert!(
        html.contains("&#60;script&#62;alert(1)"),
        "the note is there, as text"
    );
    assert!(html.contains("MADE UP"));
}

#[test]
fn the_page_never_tells_to_stop_a_medicine_and_gives_no_diagnosis() {
    for seed in 1..4 {
        let options = Options {
            depth: Depth::WithDetails,
            ..Options::default()
        };
        let text = text(&document(&sum_up(&made_up(seed), Span::All), &options)).to_lowercase();
        assert!(text.contains("nothing is stopped without you"));
        assert!(text.contains("no medicine is to be stopped"));
        for wrong in ["stop taking", "you have ", "diagnosed"] {
            assert!(!text.contains(wrong), "{wrong}: {text}");
        }
    }
}

#[test]
fn json_holds_the_same_facts() {
    let summary = sum_up(&made_up(1), Span::default());
    let json = serde_json::to_value(report::json::json(&summary)).unwrap();
    let burden = summary.burden.unwrap();
    assert_eq!(json["burden"]["nights_answered"], burden.counted.answered);
    assert_eq!(
        json["burden"]["nights_with_cramps"],
        burden.counted.with_cramps
    );
    assert_eq!(json["person"]["birth_year"], 1958);
    assert_eq!(json["method"]["reviewed_by_a_clinician"], false);
    let suspects = json["suspects"].as_array().unwrap();
    assert_eq!(
        suspects.len(),
        summary.likely.len() + summary.unclear.len() + summary.unlikely.len()
    );
}

#[test]
fn the_page_can_be_in_german_and_holds_the_same() {
    let german = Options {
        depth: Depth::WithDetails,
        language: Language::German,
        made_up: true,
        ..Options::default()
    };
    let english = Options {
        language: Language::English,
        ..german.clone()
    };
    let mut entries = made_up(1);
    entries.push(told(
        1,
        Body::Cramp(Cramp {
            position: Some(Position::OnBack),
            toes_pointed: Some(true),
            helped: [Helped::Walking].into(),
            ..Cramp::default()
        }),
    ));
    let summary = sum_up(&entries, Span::All);
    let (own, other) = (document(&summary, &german), document(&summary, &english));
    let shape = |page: &Document| -> Vec<usize> {
        let sections = page.sections();
        sections.map(|section| section.blocks.len()).collect()
    };
    assert_eq!(shape(&own), shape(&other));
    for (own, other) in own.sections().zip(other.sections()) {
        assert_ne!(own.heading, other.heading);
    }
    let text = text(&own);
    for said in [
        "[Warnzeichen]",
        "geboren 1958",
        "Krämpfe in",
        "beantworteten Nächten",
        "auf dem Rücken 1; Zehen gestreckt bei 1 von 1 Angaben; geholfen (von 1 Angaben): Stehen oder Gehen 1.",
        "Ohne Sie wird nichts abgesetzt.",
        "Ärztlich ungeprüft.",
    ] {
        assert!(text.contains(said), "“{said}” is missing in:\n{text}");
    }
    for english in [" nights ", "not told", " cramps ", "Suspect"] {
        assert!(!text.contains(english), "“{english}” is left in:\n{text}");
    }
    let html = html::file(&own).unwrap();
    assert!(html.contains("<html lang=\"de\">") && !html.contains("lang=\"en\""));
    assert!(html.contains("ERFUNDEN") && html.contains(">Einzelheiten</h"));
}
