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
