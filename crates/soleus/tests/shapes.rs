//! What programs rely on: the fields of the JSON, exit codes, help with an example, quiet ends.

mod common;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};

use common::Soleus;
use serde_json::Value;

fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .expect("an object")
        .keys()
        .map(String::as_str)
        .collect()
}

const COMMANDS: [&str; 17] = [
    "serve", "cramp", "checkin", "profile", "night", "undo", "suspects", "plan", "routine",
    "report", "import", "demo", "analyze", "export", "backup", "restore", "token",
];

#[test]
fn analyze_answers_with_the_promised_fields() {
    let soleus = Soleus::at("2026-05-03T08:00:00Z");
    let mut text = "date,cramps,a,b\n".to_owned();
    for day in 1..=28 {
        text.push_str(&format!(
            "2026-02-{day:02},{},{},{}.5\n",
            day % 3 % 2,
            day % 2,
            day % 5
        ));
    }
    let file = soleus.file("a.csv", &text);
    let answer = soleus.json(&["analyze", &file, "--seed", "3"]);
    assert_eq!(
        keys(&answer),
        ["factors", "measure", "nights", "nights_observed", "notes"]
    );
    assert_eq!(answer["measure"], "rate_ratio");
    assert_eq!(
        (&answer["nights"], &answer["nights_observed"]),
        (&28.into(), &28.into())
    );
    let fields = [
        "name",
        "nights_to_clear",
        "p_lowers",
        "p_raises",
        "per_amount",
        "probability",
        "rate_ratio",
        "rate_ratio_high",
        "rate_ratio_if_real",
        "rate_ratio_low",
        "share",
    ];
    for factor in answer["factors"].as_array().expect("a list") {
        let mut found = keys(factor);
        found.sort_unstable();
        assert_eq!(found, fields);
        let number = |field: &str| factor[field].as_f64().expect(field);
        assert!(
            (number("p_raises") + number("p_lowers") - number("probability")).abs() < 1e-9,
            "{factor}"
        );
        assert!(number("rate_ratio_low") <= number("rate_ratio"), "{factor}");
        assert!(
            number("rate_ratio") <= number("rate_ratio_high"),
            "{factor}"
        );
    }
    assert_eq!(answer["factors"][0]["per_amount"], 1.0);
    assert_eq!(
        soleus.json(&["analyze", &file, "--seed", "3"]),
        answer,
        "the same seed, the same answer"
    );
    let binary = soleus.ok(&["analyze", &file, "--family", "binary", "--format", "json"]);
    assert!(binary.contains("\"measure\": \"odds_ratio\""), "{binary}");
    let csv = soleus.ok(&["analyze", &file, "--format", "csv"]);
    assert!(csv.starts_with("name,probability,p_raises,p_lowers,rate_ratio,rate_ratio_low,rate_ratio_high,rate_ratio_if_real,per_amount,share,nights_to_clear\na,"), "{csv}");
    assert_eq!(csv.lines().count(), 3);
    assert!(
        soleus
            .ok(&["analyze", &file])
            .contains("28 nights, 28 with an outcome")
    );
    let piped = soleus.typed(&["analyze", "-", "--json", "--seed", "3"], &text);
    assert_eq!(
        serde_json::from_str::<Value>(&piped.out).expect("JSON"),
        answer
    );
}

#[test]
fn other_commands_answer_with_their_fields() {
    let soleus = Soleus::at("2026-05-03T08:00:00+02:00");
    assert_eq!(
        keys(&soleus.json(&["cramp"])),
        ["at", "id", "night", "notes", "raised"]
    );
    assert_eq!(
        keys(&soleus.json(&["checkin", "--cramps", "1"])),
        ["ids", "notes", "raised", "told"]
    );
    assert_eq!(
        keys(&soleus.json(&["profile", "set", "weight", "70,5"])),
        ["id", "raised", "told"]
    );
    assert_eq!(soleus.json(&["profile"])["weight_kg"], 70.5);
    assert_eq!(soleus.json(&["profile"])["sex"], Value::Null);
    assert_eq!(
        keys(&soleus.json(&["suspects"])),
        [
            "basis",
            "nights",
            "nights_answered",
            "notes",
            "raised",
            "suspects"
        ]
    );
    assert_eq!(
        keys(&soleus.json(&["plan"])),
        [
            "basis", "blocked", "later", "missing", "notes", "now", "raised", "water"
        ]
    );
    assert_eq!(keys(&soleus.json(&["undo"])), ["restored", "taken_back"]);
    assert!(
        soleus
            .json(&["checkin", "--list"])
            .as_array()
            .expect("a list")
            .len()
            > 10
    );
    assert!(
        soleus
            .json(&["profile", "list", "conditions"])
            .as_array()
            .expect("a list")
            .len()
            > 10
    );
}

#[test]
fn every_command_has_help_with_an_example() {
    let soleus = Soleus::at("2026-05-03T08:00:00Z");
    let help = soleus.ok(&["--help"]);
    assert!(
        help.contains("Exit codes: 0 done; 1") && !help.contains("--now"),
        "{help}"
    );
    for command in COMMANDS {
        assert!(
            help.contains(&format!("\n  {command} ")),
            "{command} is not listed"
        );
        let help = soleus.ok(&[command, "--help"]);
        assert!(
            help.contains("Example") && help.contains(&format!("soleus {command}")),
            "{help}"
        );
        assert!(help.contains("--json"), "{help}");
    }
    assert!(soleus.ok(&["--version"]).starts_with("soleus "));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let soleus = Soleus::at("2026-05-03T08:00:00Z");
    let mut child = soleus
        .command()
        .args(["profile", "list", "medicines"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut line = String::new();
    BufReader::with_capacity(16, child.stdout.take().expect("an output"))
        .read_line(&mut line)
        .expect("a line");
    let output = child.wait_with_output().expect("the program ends");
    assert!(output.status.success(), "{:?}", output.status);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

/// A running server, ended with the test.
struct Serving(Child);

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn start(soleus: &Soleus, args: &[&str]) -> (Serving, Value) {
    let mut child = soleus
        .command()
        .args(args)
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("an output"))
        .read_line(&mut line)
        .expect("a line");
    (Serving(child), serde_json::from_str(&line).expect("JSON"))
}

fn get(address: &str, host: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("a connection");
    write!(
        stream,
        "GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
    )
    .expect("a request");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    answer
}

#[test]
fn the_pages_are_served_on_this_computer_only() {
    let soleus = Soleus::at("2026-05-03T08:00:00+02:00");
    soleus.ok(&["checkin", "--cramps", "1"]);
    let (_serving, started) = start(&soleus, &["--listen", "127.0.0.1:0", "--json"]);
    let address = started["address"]
        .as_str()
        .expect("an address")
        .trim_start_matches("http://")
        .to_owned();
    assert!(
        started["diary"]
            .as_str()
            .expect("a path")
            .starts_with(&*soleus.folder.path().to_string_lossy())
    );
    let page = get(&address, &address);
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    let foreign = get(&address, "evil.example");
    assert!(foreign.starts_with("HTTP/1.1 4"), "{foreign}");
    // The address is taken now: a sentence, and a proposal.
    let run = soleus.run(&["--listen", &address]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(
        run.err.contains("is taken: is Soleus running already?"),
        "{}",
        run.err
    );
    // While the pages are open, the command line goes on writing.
    soleus.ok(&["cramp"]);
}

#[test]
fn the_demo_is_served_and_labelled() {
    let soleus = Soleus::at("2026-05-03T08:00:00+02:00");
    let (_serving, started) = start(
        &soleus,
        &[
            "demo",
            "--nights",
            "30",
            "--listen",
            "127.0.0.1:0",
            "--json",
        ],
    );
    assert_eq!(started["demo"], true);
    let address = started["address"]
        .as_str()
        .expect("an address")
        .trim_start_matches("http://")
        .to_owned();
    assert!(get(&address, &address).starts_with("HTTP/1.1 200"));
}

#[test]
fn every_command_that_a_promise_names_is_there() {
    let soleus = Soleus::at("2026-05-03T08:00:00Z");
    let help = soleus.ok(&["--help"]);
    for promise in knowledge::promises() {
        for command in promise.commands {
            assert!(
                help.contains(&format!("\n  {command} ")),
                "row {}: {command}",
                promise.row
            );
        }
    }
}
