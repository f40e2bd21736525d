//! Reads the project's `knowledge/` folder, checks it, and writes it as Rust statics for the crate to include.
//!
//! Every mistake is reported with the file and the id before the build stops.

mod check;
mod check_classes;
mod check_export;
mod check_factor;
mod check_source;
mod check_stretch;
mod check_trial;
mod code;
mod conversions;
#[path = "../src/fold.rs"]
mod fold;
mod foods;
mod german;
mod german_spelling;
mod instruments;
mod labs;
mod medicines;
mod menu;
mod records;
mod routines;
mod write;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use german::German;
use medicines::Medicine;
use records::File;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(mistakes) => {
            for mistake in &mistakes {
                println!("cargo::error={}", mistake.replace('\n', " | "));
            }
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Vec<String>> {
    let manifest = env::var("CARGO_MANIFEST_DIR").map_err(|error| vec![error.to_string()])?;
    let out = env::var("OUT_DIR").map_err(|error| vec![error.to_string()])?;
    let folder = Path::new(&manifest).join("../../knowledge");
    println!("cargo::rerun-if-changed={}", folder.display());
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/fold.rs");

    let mut all = File::default();
    let (mut german, mut said) = (German::default(), BTreeSet::new());
    let mut mistakes = Vec::new();
    let mut version = Fnv::new();
    for path in files(&folder).map_err(|error| vec![format!("{}: {error}", folder.display())])? {
        let name = path
            .strip_prefix(&folder)
            .unwrap_or(&path)
            .to_string_lossy()
            .replace('\\', "/");
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) => {
                mistakes.push(format!("{name}: {error}"));
                continue;
            }
        };
        version.add(name.as_bytes());
        version.add(text.as_bytes());
        if name.starts_with(german::FOLDER) {
            german.add(&text, &name, &mut mistakes);
            continue;
        }
        if let Ok(records) = toml::from_str::<toml::Value>(&text) {
            german::collect(&records, &mut said);
        }
        match toml::from_str::<File>(&text) {
            Ok(file) => add(&mut all, file, &name, &mut mistakes),
            Err(error) => mistakes.push(format!("{name}: {error}")),
        }
    }
    if !mistakes.is_empty() {
        return Err(mistakes);
    }
    let foods_path = folder.join("foods.csv");
    let foods = fs::read_to_string(&foods_path)
        .map_err(|error| vec![format!("{}: {error}", foods_path.display())])?;
    version.add(b"foods.csv");
    version.add(foods.as_bytes());
    let foods = foods::read(&foods, &mut mistakes);
    let medicines = medicines::read(&all.medicine, &mut mistakes);
    check::all(&all, &medicines, &mut mistakes);
    menu::check(&all, &foods, &mut mistakes);
    said.extend(foods.iter().flat_map(foods::Food::texts).map(str::to_owned));
    said.extend(
        medicines
            .iter()
            .flat_map(Medicine::texts)
            .map(str::to_owned),
    );
    german.check(&said, &mut mistakes);
    german.compose(medicines.iter().map(Medicine::name));
    german.begin_lines_with(foods.iter().map(foods::Food::name));
    german.begin_lines_with(medicines.iter().map(Medicine::name));
    if !mistakes.is_empty() {
        return Err(mistakes);
    }
    let code = write::all(all, &medicines, &foods, &german, &version.text());
    fs::write(Path::new(&out).join("records.rs"), code).map_err(|error| vec![error.to_string()])
}

/// All `.toml` files of the folder and its direct subfolders, in order of their names.
fn files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "toml")
        {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Adds a file's records; a factor's category is the name of its file.
fn add(all: &mut File, mut file: File, name: &str, mistakes: &mut Vec<String>) {
    let category = name
        .strip_prefix("factors/")
        .and_then(|rest| rest.strip_suffix(".toml"));
    for factor in &mut file.factor {
        match category {
            Some(category) if factor.category.is_empty() => {
                category.clone_into(&mut factor.category)
            }
            _ => mistakes.push(format!(
                "{name}: factor {}: factors live in factors/<category>.toml",
                factor.id
            )),
        }
    }
    all.factor.append(&mut file.factor);
    all.finding.append(&mut file.finding);
    all.remedy.append(&mut file.remedy);
    all.rule.append(&mut file.rule);
    all.flag.append(&mut file.flag);
    all.lookalike.append(&mut file.lookalike);
    all.instrument.append(&mut file.instrument);
    all.workup.append(&mut file.workup);
    all.check.append(&mut file.check);
    all.code.append(&mut file.code);
    all.intake.append(&mut file.intake);
    all.condition.append(&mut file.condition);
    all.lab.append(&mut file.lab);
    all.medicine.append(&mut file.medicine);
    all.class.append(&mut file.class);
    all.datum.append(&mut file.datum);
    all.calibration.append(&mut file.calibration);
    all.row.append(&mut file.row);
    all.trial.append(&mut file.trial);
    all.fluid.append(&mut file.fluid);
    all.conversion.append(&mut file.conversion);
    all.routine.append(&mut file.routine);
    all.stretch.append(&mut file.stretch);
    all.lesson.append(&mut file.lesson);
    all.offer.append(&mut file.offer);
    all.leave_out.append(&mut file.leave_out);
    all.leave_as_it_is.append(&mut file.leave_as_it_is);
}

/// FNV-1a, 64 bits: tells versions apart; not meant against forgery.
struct Fnv(u64);

impl Fnv {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn add(&mut self, bytes: &[u8]) {
        // The closing 0xff keeps `ab` + `c` apart from `a` + `bc`; it is never part of UTF-8 text.
        for &byte in bytes.iter().chain(&[0xff]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    fn text(&self) -> String {
        format!("{:016x}", self.0)
    }
}
