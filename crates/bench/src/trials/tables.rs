//! The tables of the page on trials, in Markdown.

use std::fmt::Write as _;

use super::designs;
use super::imagined::{ALIKE, CUTS, Cell, Cut, HARM, Kind, LIKENESS, PERIODS, RATES, WEEKS};
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
        line(
            "raised by 150 %, as strong as a cut by 60 %".into(),
            counts,
            &|cell| fixed(cell, HARM),
        );
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
    measures(&mut text, measured_each, measured);
    designs::write(&mut text, designs_each);
    text
}

/// The tables of measured outcomes.
fn measures(text: &mut String, each: u32, measured: &[(Cell, Tally)]) {
    let _ = write!(
        text,
        "\nMeasured outcomes: {each} trials in each of {} cells: a score with standard deviation 1, all or half of whose variance is a first-order autoregression with a correlation of 0, 0.35 or 0.7 from night to night, the rest noise of single nights; pairs of periods of 2, 7 or 14 nights, 4, 8 or 12 weeks; no effect, a difference of 0.9, or one drawn from the prior (normal, standard deviation 2); 20 % of nights missing.\n",
        measured.len()
    );
    section(text, "Measured, by true effect", "difference", |line| {
        for (cut, name) in [
            (Cut::Fixed(0.0), "none"),
            (Cut::Fixed(0.6), "0.9"),
            (Cut::FromPrior, "drawn from the prior"),
        ] {
            line(name.into(), measured, &|cell| cell.cut == cut);
        }
    });
    section(
        text,
        "Measured, all effects, by what strains an interval",
        "nights",
        |line| {
            for alike in ALIKE {
                for likeness in LIKENESS {
                    line(
                        format!("{:.0} % alike, correlation {likeness}", 100.0 * alike),
                        measured,
                        &|cell| cell.kind == Kind::Measured { alike } && cell.likeness == likeness,
                    );
                }
            }
            for weeks in WEEKS {
                line(format!("{weeks} weeks"), measured, &|cell| {
                    cell.weeks == weeks
                });
            }
        },
    );
    section(
        text,
        "Measured, no effect, an autoregression and nothing beside it, by length of periods",
        "nights",
        |line| {
            for period in PERIODS {
                for likeness in LIKENESS {
                    line(
                        format!("periods of {period}, correlation {likeness}"),
                        measured,
                        &|cell| {
                            cell.cut == Cut::Fixed(0.0)
                                && cell.kind == Kind::Measured { alike: 1.0 }
                                && cell.period_nights == period
                                && cell.likeness == likeness
                        },
                    );
                }
            }
        },
    );
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
            with_error(tally.coverage()),
        );
    });
}

/// A share with its standard error.
fn with_error((share, n): (f64, usize)) -> String {
    let error = (share * (1.0 - share) / n.max(1) as f64).sqrt();
    format!("{:.1} ± {:.1} %", 100.0 * share, 100.0 * error)
}

pub(super) fn percent(share: f64) -> String {
    format!("{:.1} %", 100.0 * share)
}
