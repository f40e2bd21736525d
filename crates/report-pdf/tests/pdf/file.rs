//! The file: the same bytes every time, tagged, small, black and white, whatever a person wrote.

use diary::entry::Body;
use diary::{Cramp, Text};
use report::Options;
use report_pdf::{Paper, pdf};

use crate::common::{File, LARGEST, details, made_up, medicine, now, page, render, told};

#[test]
fn the_same_page_and_time_give_the_same_bytes() {
    let page = page(&made_up(60), &details());
    let once = pdf(&page, Paper::A4, now().at).unwrap();
    assert_eq!(once, pdf(&page, Paper::A4, now().at).unwrap());
    assert_ne!(once, pdf(&page, Paper::Letter, now().at).unwrap());
    assert!(once.len() < LARGEST, "{} bytes", once.len());
}

#[test]
fn it_is_tagged_titled_in_a_language_and_its_fonts_are_inside() {
    let file = File::of(&page(&made_up(60), &details()), Paper::A4);
    let Some(info) = file.run("pdfinfo", &[], &[]) else {
        return;
    };
    assert!(
        info.contains("Title:           Night leg cramps: summary for the doctor"),
        "{info}"
    );
    assert!(info.contains("Tagged:          yes"), "{info}");
    assert!(info.contains("(A4)"), "{info}");
    assert!(info.contains("Fri Nov 20"), "{info}");
    let raw = String::from_utf8_lossy(&file.bytes);
    assert!(
        raw.contains("/Lang (en)") || raw.contains("/Lang(en)"),
        "no language"
    );
    assert!(raw.contains("pdfuaid:part"), "no claim of PDF/UA");
    let fonts = file.run("pdffonts", &[], &[]).unwrap();
    let lines: Vec<&str> = fonts.lines().skip(2).collect();
    assert_eq!(lines.len(), 2, "{fonts}");
    for line in lines {
        assert!(
            line.contains("Roboto") && line.contains("yes yes yes"),
            "{line}"
        );
    }
    let structure = file.run("pdfinfo", &["-struct-text"], &[]).unwrap();
    let order: Vec<usize> = [
        "H1",
        "\"Warning signs\"",
        "Figure",
        "\"Suspects\"",
        "Table",
        "TH",
        "TD",
        "\"Medicines\"",
        "L (",
        "\"Method\"",
        "\"Medicine review\"",
    ]
    .iter()
    .map(|part| {
        structure
            .find(part)
            .unwrap_or_else(|| panic!("no {part} in {structure}"))
    })
    .collect();
    assert!(order.is_sorted(), "{order:?} in {structure}");
}

#[test]
fn a_usual_diary_is_one_page_and_a_second_on_request_on_both_papers() {
    for paper in [Paper::A4, Paper::Letter] {
        let one = File::of(&page(&made_up(100), &Options::default()), paper);
        let two = File::of(&page(&made_up(100), &details()), paper);
        let (Some(one_page), Some(two_pages)) = (one.pages(), two.pages()) else {
            return;
        };
        assert_eq!((one_page, two_pages), (1, 2), "{paper:?}");
        let text = two.text().unwrap();
        assert!(
            text.contains("page 2 of 2") && text.contains("Medicine review"),
            "{text}"
        );
    }
}

#[test]
fn many_long_medicines_leave_the_first_page_one_page() {
    let mut entries = made_up(100);
    let long = "two tablets of the long-acting kind in the morning and one at night, with food and plenty of water";
    for (number, medicine_id) in (0_u8..).zip([
        "simvastatin",
        "furosemide",
        "salbutamol",
        "metformin",
        "omeprazole",
        "levothyroxine",
        "naproxen",
        "raloxifene",
        "gabapentin",
        "sertraline",
        "zolpidem",
        "ramipril",
    ]) {
        entries.push(medicine(number + 1, medicine_id, long));
    }
    entries.push(medicine(
        99,
        "a-medicine-that-nobody-has-ever-heard-of-and-with-a-long-name",
        long,
    ));
    let options = Options {
        name: report::clean::name(&"Wolfeschlegelsteinhausenbergerdorff ".repeat(5)),
        ..details()
    };
    let file = File::of(&page(&entries, &options), Paper::A4);
    assert!(file.bytes.len() < LARGEST, "{} bytes", file.bytes.len());
    let Some(text) = file.text() else {
        return;
    };
    let first = text.split('\u{c}').next().unwrap();
    // A line may end anywhere between two words.
    let first: String = first.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        first.contains("Method") && first.contains("No clinician has"),
        "{first}"
    );
    assert!(text.contains("simvastatin") && text.contains("zolpidem"));
}

#[test]
fn letters_the_font_lacks_are_replaced_and_said() {
    let mut entries = made_up(30);
    let note = "כאב חזק \u{202e}🦵🏽 pain at night";
    entries.push(told(
        1,
        Body::Cramp(Cramp {
            note: Some(Text::new(note).unwrap()),
            ..Cramp::default()
        }),
    ));
    let options = Options {
        name: report::clean::name("Zoë Ångström Žižek Αθηνά Київ"),
        ..details()
    };
    let file = File::of(&page(&entries, &options), Paper::A4);
    let Some(text) = file.text() else {
        return;
    };
    assert!(text.contains("Zoë Ångström Žižek Αθηνά Київ"), "{text}");
    assert!(text.contains("\u{fffd} pain at night"), "{text}");
    assert!(text.contains("this page's font does not have"), "{text}");
}

#[test]
fn an_empty_diary_and_ten_years_make_a_page() {
    for entries in [Vec::new(), made_up(3650)] {
        let file = File::of(&page(&entries, &details()), Paper::A4);
        assert!(file.bytes.len() < LARGEST, "{} bytes", file.bytes.len());
        if let Some(pages) = file.pages() {
            assert!((1..=2).contains(&pages), "{pages}");
        }
    }
}

/// A fax sees black or white, 204 dots an inch across and 98 (or 196) down: what is told by a grey would be gone.
#[test]
fn every_dot_is_black_or_white() {
    let file = File::of(&page(&made_up(100), &Options::default()), Paper::A4);
    let Some(_) = file.pages() else {
        return;
    };
    let grey = render(
        &file,
        &["-gray", "-aa", "no", "-aaVector", "no", "-r", "204"],
        "pgm",
    );
    let pixels = &grey[grey.len() - 1000..];
    assert!(pixels.iter().all(|dot| matches!(dot, 0 | 255)));
    let dots = &grey[20..];
    let black = dots.iter().filter(|&&dot| dot == 0).count();
    let white = dots.iter().filter(|&&dot| dot == 255).count();
    assert_eq!(black + white, dots.len(), "a grey on the page");
    let share = black as f64 / dots.len() as f64;
    assert!((0.01..0.2).contains(&share), "{share} of the page is black");
}
