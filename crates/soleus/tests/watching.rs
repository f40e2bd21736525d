//! What whoever watches the server sees: numbers and times, and nothing of the person.
//!
//! Seen to fail: with the address in the line of `web::record`.

mod common;

use std::fs::{File, read_to_string};
use std::net::TcpListener;
use std::process::Stdio;

use common::Soleus;
use common::server::{Server, ask};
use serde_json::Value;

#[test]
fn the_log_and_the_counts_tell_nothing_of_the_person() {
    let soleus = Soleus::at("2026-05-03T03:12:00+02:00");
    let free = TcpListener::bind("127.0.0.1:0").expect("a port");
    let watched = free.local_addr().expect("an address");
    drop(free);
    let log = soleus.folder.path().join("log.jsonl");
    let file = Stdio::from(File::create(&log).expect("a file"));
    let more = ["--log", "json", "--metrics", &watched.to_string()];
    let server = Server::start_with_log(soleus.command(), &more, file);

    let note = "a word that nobody else may read";
    soleus.ok(&["cramp", "--note", note]);
    let form = "POST /cramp HTTP/1.1\r\ncontent-type: application/x-www-form-urlencoded";
    for (head, body) in [
        ("GET /nights/2026-05-02 HTTP/1.1", ""),
        ("GET /suspects/magnesium-low HTTP/1.1", ""),
        ("GET /check-in?note=hidden HTTP/1.1", ""),
        (form, "id=nothing&note=hidden"),
    ] {
        let answer = ask(server.address, head, body).expect("an answer");
        assert!(answer.head.contains("x-request-id: "), "{}", answer.head);
    }
    let counted = ask(watched, "GET /metrics HTTP/1.1", "").expect("an answer");
    assert!(
        counted.body.contains("soleus_answers_total{class=\"2\"}"),
        "{}",
        counted.body
    );
    assert!(
        counted.body.contains("soleus_connections "),
        "{}",
        counted.body
    );
    drop(server);

    let written = read_to_string(&log).expect("a log");
    let lines: Vec<Value> = written
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    let ids: Vec<u64> = lines
        .iter()
        .filter_map(|line| line["span"]["id"].as_u64())
        .collect();
    assert_eq!(ids, [1, 2, 3, 4], "{written}");
    assert!(lines.iter().all(|line| line["fields"]["status"].is_u64()));
    for told in [&written, &counted.body] {
        for word in [
            "cramp",
            "nights",
            "magnesium",
            "hidden",
            "check",
            "POST /",
            note,
        ] {
            assert!(!told.contains(word), "{word} in {told}");
        }
    }
}

#[test]
fn counts_stay_on_this_computer() {
    let soleus = Soleus::at("2026-05-03T03:12:00+02:00");
    let refused = soleus.run(&[
        "serve",
        "--listen",
        "127.0.0.1:0",
        "--metrics",
        "0.0.0.0:9464",
    ]);
    assert_eq!(refused.code, 2, "{}", refused.err);
    assert!(
        refused.err.contains("--metrics 127.0.0.1:9464"),
        "{}",
        refused.err
    );
}
