//! Files of other programs through the real binary: looked at, taken once, their mapping kept.

mod common;

use exchange::import::samples;

use common::Soleus;

#[test]
fn an_apple_export_is_previewed_taken_and_taken_back() {
    let soleus = Soleus::at("2026-11-01T08:00:00Z");
    let mut xml = Vec::new();
    samples::apple_health(&mut xml, 20, 0).expect("a sample");
    let file = soleus.file("export.xml", &xml);
    let preview = soleus.json(&["import", &file, "--preview"]);
    assert_eq!(preview["format"], "apple-health");
    assert_eq!(preview["preview"], true);
    let new = preview["new"].as_u64().expect("a number");
    assert!(new > 50);
    let said = soleus.ok(&["import", &file, "--preview"]);
    assert!(
        said.contains("Apple Health") && said.contains("Nothing has been written yet"),
        "{said}"
    );
    assert_eq!(soleus.json(&["import", &file])["new"], new);
    let again = soleus.json(&["import", &file]);
    assert_eq!(
        (again["new"].as_u64(), again["unchanged"].as_u64()),
        (Some(0), Some(new))
    );
}

#[test]
fn what_a_column_is_needs_to_be_said_once() {
    let soleus = Soleus::at("2026-11-01T08:00:00Z");
    let table = "date,Wine,mood\n2026-10-01,2,x\n2026-10-02,much,y\n";
    let file = soleus.file("wine.csv", table);
    let refused = soleus.run(&["import", &file]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("--map COLUMN=NAME"), "{}", refused.err);
    let said = soleus.json(&["import", &file, "--map", "Wine=alcohol", "--ignore", "mood"]);
    assert_eq!(
        (said["new"].as_u64(), said["rejected"].as_u64()),
        (Some(1), Some(1))
    );
    assert_eq!(said["rejects"][0]["line"], 3);
    let next = soleus.file("next.csv", "date,Wine,mood\n2026-10-03,1,z\n");
    assert_eq!(soleus.json(&["import", &next])["new"], 1);
}

#[test]
fn a_file_that_was_cut_short_leaves_the_diary_as_it_was() {
    let soleus = Soleus::at("2026-11-01T08:00:00Z");
    let mut xml = Vec::new();
    samples::apple_health(&mut xml, 5, 0).expect("a sample");
    xml.truncate(xml.len() - 30);
    let file = soleus.file("export.xml", &xml);
    let before = soleus.content();
    let refused = soleus.run(&["import", &file]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("cut short"), "{}", refused.err);
    assert_eq!(soleus.content(), before);
}

/// Whatever stands on standard input is known by what it is: a log, a zip, a table.
#[test]
fn standard_input_is_read_as_any_file() {
    let soleus = Soleus::at("2026-11-01T08:00:00Z");
    soleus.ok(&["cramp", "--ago", "5"]);
    let log = soleus.ok(&["export", "log"]);
    let other = Soleus::at("2026-11-01T08:00:00Z");
    let run = other.piped(&["import", "-", "--json"], log.as_bytes());
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.contains("\"new\": 1"), "{}", run.out);
    assert_eq!(other.ok(&["export", "log"]), log);

    let mut xml = Vec::new();
    samples::apple_health(&mut xml, 5, 0).expect("a sample");
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file(
        "apple_health_export/export.xml",
        zip::write::SimpleFileOptions::default(),
    )
    .expect("a file");
    std::io::Write::write_all(&mut zip, &xml).expect("content");
    let zip = zip.finish().expect("a zip").into_inner();
    for bytes in [&xml, &zip] {
        let run = other.piped(&["import", "-", "--preview", "--json"], bytes);
        assert_eq!(run.code, 0, "{}", run.err);
        assert!(run.out.contains("apple-health"), "{}", run.out);
    }
    let run = other.piped(&["import", "-", "--json"], b"date,cramps\n2026-10-01,2\n");
    assert_eq!(run.code, 0, "{}", run.err);
    let run = other.piped(&["import", "-"], b"");
    assert!(
        run.code == 2 && run.err.contains("The file is empty"),
        "{}",
        run.err
    );
}

#[test]
fn a_day_of_food_from_another_program_stands_beside_the_food_told_here() {
    let soleus = Soleus::at("2026-01-08T08:00:00Z");
    let file = soleus.file("dailysummary.csv", samples::CRONOMETER);
    let said = soleus.json(&["import", &file]);
    assert_eq!(said["format"], "cronometer");
    assert!(said["new"].as_u64() > Some(15), "{said}");
    assert_eq!(soleus.json(&["import", &file])["new"], 0);
    let intake = soleus.json(&["food", "intake"]);
    let text = soleus.ok(&["food", "intake"]);
    assert!(
        text.contains("counted by another program"),
        "{text} {intake}"
    );
    // Out as a table, and in again, without a word about its columns.
    let table = soleus.ok(&["export", "nights"]);
    assert!(
        table
            .lines()
            .next()
            .is_some_and(|names| names.contains("intake_magnesium"))
    );
    let other = Soleus::at("2026-01-08T08:00:00Z");
    let path = other.file("nights.csv", &table);
    other.json(&["import", &path]);
    assert_eq!(other.ok(&["export", "nights"]), table);
}

#[test]
fn a_format_can_be_said_and_a_wrong_word_names_the_right_ones() {
    let soleus = Soleus::at("2026-11-01T08:00:00Z");
    let file = soleus.file("food.csv", "Date,Magnesium (mg)\n2026-10-01,300\n");
    let said = soleus.json(&["import", &file, "--format", "cronometer"]);
    assert_eq!(
        (&said["format"], said["new"].as_u64()),
        (&"cronometer".into(), Some(1))
    );
    let wrong = soleus.run(&["import", &file, "--format", "excel"]);
    assert!(
        wrong.code == 2 && wrong.err.contains("loop-habits"),
        "{}",
        wrong.err
    );
}
