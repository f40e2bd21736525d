//! Made-up diaries, and PDFs on disk as other programs want them.

use std::path::PathBuf;
use std::process::Command;

use diary::entry::{Act, Body, Fact};
use diary::{Entry, EntryId, Id, Log, Moment, NightId, Person, Text, Zone, nights};
use infer::Seed;
use insight::summary::Material;
use insight::{Span, Summary, analyse, plan, summary};
use jiff::Timestamp;
use report::{Depth, Document, Options, document};
use report_pdf::{Paper, pdf};
use tempfile::TempDir;

pub(crate) const NOW: &str = "2026-11-20T09:00:00+01:00";
/// Largest file that goes through every practice's mail.
pub(crate) const LARGEST: usize = 150_000;

pub(crate) fn now() -> Moment {
    let zone = Zone::named("Europe/Berlin").unwrap();
    Moment::new(NOW.parse::<Timestamp>().unwrap(), zone)
}

pub(crate) fn made_up(nights: u32) -> Vec<Entry> {
    simulate::demo_person(1, now().night().previous(), &now().zone, nights).entries
}

pub(crate) fn page(entries: &[Entry], options: &Options) -> Document {
    document(&summary_of(entries), options)
}

pub(crate) fn summary_of(entries: &[Entry]) -> Summary {
    let log = Log::from_entries(entries);
    let person = Person::from_log(&log);
    let today = NightId::of_evening(now().local().date());
    let nights = nights(&log, today.previous());
    let suspects = analyse(&person, &nights, today, Seed(1)).unwrap();
    let plan = plan(&person, &nights, &suspects, today);
    let material = Material {
        log: &log,
        person: &person,
        nights: &nights,
        suspects: &suspects,
        plan: &plan,
        found: &[],
        changes: &[],
        today,
    };
    summary(&material, Span::All)
}

pub(crate) fn details() -> Options {
    Options {
        depth: Depth::WithDetails,
        ..Options::default()
    }
}

/// A PDF on disk, as other programs want it.
pub(crate) struct File {
    pub(crate) path: PathBuf,
    pub(crate) bytes: Vec<u8>,
    _folder: TempDir,
}

impl File {
    pub(crate) fn of(document: &Document, paper: Paper) -> Self {
        let bytes = pdf(document, paper, now().at).unwrap();
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("report.pdf");
        std::fs::write(&path, &bytes).unwrap();
        Self {
            path,
            bytes,
            _folder: folder,
        }
    }

    /// What a program of poppler's says; `None`, said aloud, when it is not installed (`./test` installs it).
    pub(crate) fn run(&self, program: &str, before: &[&str], after: &[&str]) -> Option<String> {
        let output = Command::new(program)
            .args(before)
            .arg(&self.path)
            .args(after)
            .output();
        match output {
            Ok(output) => {
                assert!(output.status.success(), "{program}: {output:?}");
                Some(String::from_utf8(output.stdout).unwrap())
            }
            Err(_) => {
                println!("skipped: {program} is not installed (Debian: poppler-utils)");
                None
            }
        }
    }

    pub(crate) fn pages(&self) -> Option<usize> {
        let info = self.run("pdfinfo", &[], &[])?;
        let line = info
            .lines()
            .find(|line| line.starts_with("Pages:"))
            .unwrap();
        Some(line["Pages:".len()..].trim().parse().unwrap())
    }

    pub(crate) fn text(&self) -> Option<String> {
        self.run("pdftotext", &["-enc", "UTF-8"], &["-"])
    }
}

pub(crate) fn told(number: u8, body: Body) -> Entry {
    Entry {
        id: EntryId::new(now().at, [number; 10]),
        moment: now(),
        act: Act::Tell { body },
    }
}

pub(crate) fn medicine(number: u8, name: &str, dose: &str) -> Entry {
    told(
        number,
        Body::Fact(Fact::Medicine {
            medicine: Id::new(name).unwrap(),
            taking: true,
            since: Some(jiff::civil::date(2026, 10, 1)),
            dose: Some(Text::new(dose).unwrap()),
        }),
    )
}

pub(crate) fn render(file: &File, how: &[&str], ending: &str) -> Vec<u8> {
    let folder = TempDir::new().unwrap();
    let base = folder.path().join("page");
    let status = Command::new("pdftoppm")
        .args(how)
        .args(["-singlefile"])
        .arg(&file.path)
        .arg(&base)
        .status()
        .unwrap();
    assert!(status.success());
    std::fs::read(base.with_extension(ending)).unwrap()
}
