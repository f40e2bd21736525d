//! Which nights a report is about, as it is said on the command line.

use insight::Span;
use jiff::civil::Date;

use crate::{fault, resolve};

/// Which nights the page is about.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct Time {
    /// The last so many weeks [default: 12].
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1040), conflicts_with_all = ["from", "to", "all"])]
    weeks: Option<u16>,
    /// From the night of this date, such as 2026-03-01.
    #[arg(long, value_name = "DATE", conflicts_with = "all")]
    from: Option<String>,
    /// To the night of this date.
    #[arg(long, value_name = "DATE", conflicts_with = "all")]
    to: Option<String>,
    /// The whole diary.
    #[arg(long)]
    all: bool,
}

impl Time {
    /// The span; a missing end is that of the diary.
    pub(crate) fn span(self, today: Date) -> anyhow::Result<Span> {
        if self.all {
            return Ok(Span::All);
        }
        match (self.from, self.to) {
            (None, None) => Ok(self.weeks.map_or_else(Span::default, Span::Weeks)),
            (from, to) => {
                let from = from.map_or(Ok(Date::MIN), |from| resolve::day(&from, today))?;
                let to = to.map_or(Ok(today), |to| resolve::day(&to, today))?;
                if from > to {
                    return fault::refuse(format!(
                        "{from} is after {to}: give the earlier date with --from."
                    ));
                }
                Ok(Span::Between(from, to))
            }
        }
    }
}
