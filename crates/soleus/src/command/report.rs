//! `soleus report`: the page for the doctor, here or into files.

mod show;
mod span;

use std::io::Write;
use std::path::Path;

use anyhow::Context;
use clap::ValueEnum;
use desk::Desk;
use insight::{Span, Summary};
use report::{Depth, Language, Options};
use report_pdf::Paper;

use crate::fault;
use crate::output;
use crate::progress::while_working;
use crate::world::World;

/// Make the page for your doctor: what a GP reads in a minute.
///
/// Without a file to write, the page is shown here. A file that is there already is written anew, and only you can read it.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  soleus report\n  soleus report --pdf cramps.pdf --name \"Ada Example\"\n  soleus report --all --details --paper letter --pdf cramps.pdf\n  soleus report --from 2026-03-01 --to 2026-04-30 --html cramps.html\n  soleus report --pdf - | lp"
)]
pub(crate) struct Args {
    #[command(flatten)]
    time: span::Time,
    #[command(flatten)]
    page: Page,
}

/// How the page is to look, and where it goes.
#[derive(Debug, clap::Args)]
pub(crate) struct Page {
    /// Write a PDF file; `-` writes it to standard output.
    #[arg(long, value_name = "FILE")]
    pdf: Option<String>,
    /// Write an HTML file to print from a browser; `-` writes it to standard output.
    #[arg(long, value_name = "FILE")]
    html: Option<String>,
    /// Write a FHIR R4 document for a record system; `-` writes it to standard output.
    #[arg(long, value_name = "FILE")]
    fhir: Option<String>,
    /// Print this name; it is not kept. Without it there is a line to write on.
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// Print also the second page: details and the sheet for a medicine review.
    #[arg(long)]
    details: bool,
    /// Size of the paper of the PDF.
    #[arg(long, value_enum, default_value_t = Sheet::A4)]
    paper: Sheet,
    /// Language of the page; JSON and FHIR are in English.
    #[arg(long, value_name = "LANGUAGE", default_value = "en", value_parser = language)]
    language: Language,
}

fn language(typed: &str) -> Result<Language, String> {
    let all = Language::ALL.map(Language::tag).join(", ");
    Language::tagged(typed).ok_or_else(|| format!("there is no page in it; there are: {all}"))
}

/// Whose diary it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whose {
    /// The person's own.
    Own,
    /// A made-up one: the page says so.
    MadeUp,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Sheet {
    A4,
    Letter,
}

impl Page {
    fn options(&self, whose: Whose) -> Options {
        Options {
            name: self.name.as_deref().and_then(report::clean::name),
            depth: if self.details {
                Depth::WithDetails
            } else {
                Depth::OnePage
            },
            made_up: whose == Whose::MadeUp,
            language: self.language,
        }
    }

    fn paper(&self) -> Paper {
        match self.paper {
            Sheet::A4 => Paper::A4,
            Sheet::Letter => Paper::Letter,
        }
    }
}

/// Makes the page of the person's own diary.
pub(crate) fn run(world: &World, args: Args) -> anyhow::Result<()> {
    let span = args.time.span(world.today()?)?;
    make(world, &world.desk()?, span, &args.page, Whose::Own)
}

/// Makes the page of a diary, and shows or writes it.
pub(crate) fn make(
    world: &World,
    desk: &Desk,
    span: Span,
    page: &Page,
    whose: Whose,
) -> anyhow::Result<()> {
    let files = [&page.pdf, &page.html, &page.fhir];
    let to_output = files.iter().filter(|file| file.as_deref() == Some("-"));
    if to_output.count() > 1 {
        return fault::refuse(
            "Only one file can be written to standard output: give the others a name.",
        );
    }
    let today = world.today()?;
    let summary = while_working("Comparing your nights", || desk.summary(today, span))?;
    let document = report::document(&summary, &page.options(whose));
    let mut written = Vec::new();
    if let Some(file) = &page.pdf {
        let pdf = report_pdf::pdf(&document, page.paper(), world.now())?;
        write(file, &pdf, &mut written)?;
    }
    if let Some(file) = &page.html {
        let html = report::html::file(&document)?;
        write(file, html.as_bytes(), &mut written)?;
    }
    if let Some(file) = &page.fhir {
        let fhir = fhir(world, desk, &summary, &page.options(whose))?;
        write(file, fhir.as_bytes(), &mut written)?;
    }
    if files.iter().all(|file| file.is_none()) {
        return if world.json() {
            output::json(&report::json::json(&summary))
        } else {
            show::document(&document)
        };
    }
    if written.is_empty() {
        return Ok(());
    }
    if world.json() {
        return output::json(&serde_json::json!({ "written": written }));
    }
    written
        .iter()
        .try_for_each(|file| output::line(format!("Written: {file}")))
}

/// The FHIR document of a summary.
pub(crate) fn fhir(
    world: &World,
    desk: &Desk,
    summary: &Summary,
    options: &Options,
) -> anyhow::Result<String> {
    let log = desk.log()?;
    Ok(exchange::fhir::document(
        summary,
        &log,
        options,
        world.now(),
    )?)
}

/// Writes a file whole or not at all, readable by its owner alone; `-` is standard output.
fn write(file: &str, content: &[u8], written: &mut Vec<String>) -> anyhow::Result<()> {
    if file == "-" {
        return Ok(std::io::stdout().write_all(content)?);
    }
    let path = Path::new(file);
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let failed =
        || format!("{file} could not be written. Is the folder there, and may you write to it?");
    let mut temporary = tempfile::NamedTempFile::new_in(folder).with_context(failed)?;
    temporary.write_all(content).with_context(failed)?;
    temporary.as_file().sync_all().with_context(failed)?;
    temporary.persist(path).with_context(failed)?;
    written.push(file.to_owned());
    Ok(())
}
