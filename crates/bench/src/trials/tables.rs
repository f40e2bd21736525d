//! The tables of the page on trials, in Markdown.

use std::fmt::Write as _;

use super::designs;
use super::imagined::{CUTS, Cell, Cut, Kind, LIKENESS, RATES, WEEKS};
use super::tally::Tally;

const HEAD: &str = "| trials | e-value reaches 20 at any look | randomisation p ≤ 0.05 | Welch's t p ≤ 0.05 | least squares p ≤ 0.05 | 90 % interval covers |\n";
const RULE: &str = "|---|---|---|---|---|---|---|\n";

/// All tables.
pub(super) fn tables(
    counts_each: u32,
    counts: &[(Cell, Tally)],
    measured_each: u32,
    measured: &[(Cell, Tally)],
    designs_each: u32,
) -> String {
    let mut text = format!(
        "Counts: {counts_each} trials in each of {} cells: 1, 4 or 10 a week; a drift in log rate with standard deviation 0.5 and a correlation of 0, 0.35 or 0.7 from night to night; little spread beyond Poisson, or clustered (shape 1.5); 4, 8 or 12 weeks in pairs of periods of two nights; 20 % of nights missing at random. Each line sums over all that it does not name.\n",
        counts.len()
    );
    let fixed = |cell: &Cell, cut: f64| cell.cut == Cut::Fixed(cut);
    section(&mut text, "By true effect", "rate cut", |line| {
        for cut in CUTS {
            line(format!("by {:.0} %", 100.0 * cut), counts, &|cell| {
                fixed(cell, cut)
            });
        }
        line("drawn from the prior".into(), counts, &|cell| {
            cell.cut == Cut::FromPrior
        });
    });
    section(
        &mut text,
        "No effect, by what strains a test",
        "nights",
        |line| {
            for likeness in LIKENESS {
                line(format!("correlation {likeness}"), counts, &|cell| {
                    fixed(cell, 0.0) && cell.likeness == likeness
                });
            }
            for (wanted, name) in [(false, "near Poisson"), (true, "clustered")] {
                line(name.into(), counts, &|cell| {
                    let alike =
                        matches!(cell.kind, Kind::Counts { clustered, .. } if clustered == wanted);
                    fixed(cell, 0.0) && alike
                });
            }
            for a_week in RATES {
                line(format!("{a_week} a week"), counts, &|cell| {
                    fixed(cell, 0.0) && is_rate(cell, a_week)
                });
            }
        },
    );
    section(
        &mut text,
        "Rate cut by 60 %, by rate and length",
        "nights",
        |line| {
            for a_week in RATES {
                for weeks in WEEKS {
                    line(format!("{a_week} a week, {weeks} weeks"), counts, &|cell| {
                        fixed(cell, 0.6) && is_rate(cell, a_week) && cell.weeks == weeks
                    });
                }
            }
        },
    );
    let _ = write!(
        text,
        "\nMeasured outcomes: {measured_each} trials of 12 weeks a line, no effect, a first-order autoregression with nothing beside it, 20 % of nights missing.\n"
    );
    section(
        &mut text,
        "Measured, no effect, by length of periods",
        "nights",
        |line| {
            for (cell, _) in measured {
                let (nights, likeness) = (cell.period_nights, cell.likeness);
                line(
                    format!("periods of {nights}, correlation {likeness}"),
                    measured,
                    &|other| other == cell,
                );
            }
        },
    );
    designs::write(&mut text, designs_each);
    text
}

fn is_rate(cell: &Cell, rate: f64) -> bool {
    matches!(cell.kind, Kind::Counts { a_week, .. } if a_week == rate)
}

/// Adds a line with a name over the cells of which something is true.
type Line<'l> = dyn FnMut(String, &[(Cell, Tally)], &dyn Fn(&Cell) -> bool) + 'l;

fn section(text: &mut String, title: &str, first: &str, fill: impl FnOnce(&mut Line<'_>)) {
    let _ = write!(text, "\n#### {title}\n\n| {first} {HEAD}{RULE}");
    fill(&mut |name, cells, these| {
        let chosen = cells.iter().filter(|(cell, _)| these(cell));
        let tally = Tally::sum(chosen.map(|(_, tally)| tally));
        let _ = writeln!(
            text,
            "| {name} | {} | {} | {} | {} | {} | {} |",
            tally.trials(),
            percent(tally.share(|v| v.e_alarm)),
            percent(tally.share(|v| v.p_alarm)),
            percent(tally.share(|v| v.welch)),
            percent(tally.share(|v| v.least_squares)),
            percent(tally.coverage()),
        );
    });
}

pub(super) fn percent(share: f64) -> String {
    format!("{:.1} %", 100.0 * share)
}
