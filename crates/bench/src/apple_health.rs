//! How fast a large Apple Health export is read, and in how much memory: a long check with its own command.

use std::fs::{self, File};
use std::io::{BufWriter, Seek, Write, stderr};
use std::time::Instant;

use anyhow::{Context, Result};
use diary::Zone;
use exchange::import::{self, Mapping, samples};

/// Options.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Size of the export, in MB.
    #[arg(long, default_value_t = 2_000)]
    megabytes: u64,
    /// Days that it covers.
    #[arg(long, default_value_t = 2_000)]
    days: u32,
}

/// Writes, reads and prints one line.
pub(crate) fn run(args: &Args) -> Result<()> {
    let mut file = tempfile::tempfile().context("no temporary file can be made")?;
    write(&file, args)?;
    file.rewind()?;
    let bytes = file.metadata()?.len();
    let began = Instant::now();
    let mut shown = 0;
    let reading = import::open(
        &file,
        &Mapping::default(),
        &|_| None,
        &Zone::utc(),
        &mut |share| {
            let percent = (100.0 * share) as u64;
            if percent > shown {
                shown = percent;
                // Only a sign of life: without a terminal nothing is lost.
                let _ = write!(stderr(), "\r{percent} %");
            }
        },
    )?;
    let seconds = began.elapsed().as_secs_f64();
    let records: u64 = reading.columns.iter().map(|column| column.values).sum();
    println!(
        "{} MB, {records} records, with {} answers in {seconds:.1} s: {:.0} MB/s, at most {} MB of memory",
        bytes / 1_000_000,
        reading.claims.len(),
        bytes as f64 / 1e6 / seconds,
        peak_memory()?
    );
    Ok(())
}

fn write(file: &File, args: &Args) -> Result<()> {
    let mut out = BufWriter::with_capacity(1 << 20, file);
    samples::apple_health(&mut out, args.days, args.megabytes * 1_000_000)?;
    Ok(out.flush()?)
}

/// The most memory this process has had so far, in MB, as Linux counts it.
fn peak_memory() -> Result<u64> {
    let status = fs::read_to_string("/proc/self/status").context("only Linux tells the memory")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    Ok(kilobytes.context("the memory is not told")? / 1024)
}
