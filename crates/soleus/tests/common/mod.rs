//! Runs the real program with a diary of its own, at a time of the test's choosing.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::allow_attributes,
    reason = "each test file uses its part of this"
)]

pub mod server;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// A diary in a folder that goes at the end, in Berlin.
pub struct Soleus {
    pub folder: TempDir,
    now: String,
}

/// What a run gave.
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Soleus {
    /// A fresh diary at an instant such as `2026-05-03T08:00:00+02:00`.
    pub fn at(now: &str) -> Self {
        Self {
            folder: TempDir::new().expect("a folder"),
            now: now.to_owned(),
        }
    }

    /// Time passes.
    pub fn later(&mut self, now: &str) -> &mut Self {
        self.now = now.to_owned();
        self
    }

    /// The program with this diary, before its arguments.
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_soleus"));
        command
            .env_clear()
            .env("SOLEUS_DATA", self.folder.path())
            .env("SOLEUS_NOW", &self.now)
            .env("TZ", "Europe/Berlin")
            .current_dir(self.folder.path());
        command
    }

    pub fn run(&self, args: &[&str]) -> Run {
        Run::of(
            self.command()
                .args(args)
                .stdin(Stdio::null())
                .output()
                .expect("the program starts"),
        )
    }

    /// Runs with something typed.
    pub fn typed(&self, args: &[&str], typed: &str) -> Run {
        self.piped(args, typed.as_bytes())
    }

    /// Runs with a file on standard input.
    pub fn piped(&self, args: &[&str], content: &[u8]) -> Run {
        let mut command = self.command();
        command
            .args(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        let mut input = child.stdin.take().expect("an input");
        // A program that refuses early closes its input: that is not this test's business.
        let _ = input.write_all(content);
        drop(input);
        Run::of(child.wait_with_output().expect("the program ends"))
    }

    /// Runs and expects success.
    pub fn ok(&self, args: &[&str]) -> String {
        let run = self.run(args);
        assert_eq!(run.code, 0, "{args:?}: {}{}", run.out, run.err);
        run.out
    }

    /// Runs with `--json` and expects success.
    pub fn json(&self, args: &[&str]) -> Value {
        let out = self.ok(&[args, &["--json"]].concat());
        serde_json::from_str(&out).unwrap_or_else(|error| panic!("{args:?}: {error} in {out}"))
    }

    /// Writes a file into the folder and gives its path.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).expect("a file");
        path.display().to_string()
    }

    /// Everything the diary holds about its nights and its person, to see that nothing was changed.
    pub fn content(&self) -> (Value, Value) {
        (self.json(&["night"]), self.json(&["profile"]))
    }
}

impl Run {
    pub fn of(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).expect("text"),
            err: String::from_utf8(output.stderr).expect("text"),
        }
    }
}

/// A file of the shared folder; `None`, said aloud, when the folder is not there.
pub fn shared(path: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("SOLEUS_SHARED").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared"),
        PathBuf::from,
    );
    let file = folder.join(path);
    if file.exists() {
        return Some(file);
    }
    println!("skipped: there is no {path} in the shared folder");
    None
}
