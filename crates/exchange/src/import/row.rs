//! One row of a diary to what it tells.

use diary::entry::{Answer, Origin};
use diary::measure::BadValue;
use diary::{Amount, Body, Count, Exposure, Minutes, Morning, NightId, Score, Text};
use knowledge::{AnswerKind, Factor, Learned};

use super::ImportError;
use super::columns::{Role, ScoreOf};
use crate::cell::{self, Cell};
use crate::table::{Row, Table};
use crate::text::shown;

/// The entries' bodies of one row: the morning first if anything of it is answered, then the factors.
pub(super) fn bodies(
    table: &Table,
    row: &Row,
    roles: &[(usize, Role)],
    night: NightId,
) -> Result<Vec<Body>, ImportError> {
    let mut morning = Morning {
        night,
        cramps: None,
        minutes: None,
        pain: None,
        sleep_lost: None,
        soreness: None,
        tiredness: None,
        note: None,
    };
    let mut answered = false;
    let mut bodies = Vec::new();
    for (column, role) in roles {
        let field = Field {
            table,
            row,
            column: *column,
        };
        if row.cell(*column).is_empty() {
            continue;
        }
        answered |= !matches!(role, Role::Factor(..));
        match role {
            Role::Cramps => {
                morning.cramps = field
                    .whole()?
                    .map(|n| field.bounded(Count::new(n)))
                    .transpose()?
            }
            Role::Minutes => {
                morning.minutes = field
                    .whole()?
                    .map(|n| field.bounded(Minutes::new(n)))
                    .transpose()?
            }
            Role::Score(of) => {
                let score = field
                    .whole()?
                    .map(|n| field.bounded(Score::new(n)))
                    .transpose()?;
                match of {
                    ScoreOf::Pain => morning.pain = score,
                    ScoreOf::SleepLost => morning.sleep_lost = score,
                    ScoreOf::Soreness => morning.soreness = score,
                    ScoreOf::Tiredness => morning.tiredness = score,
                }
            }
            Role::Note => morning.note = Some(field.bounded(Text::new(row.cell(*column)))?),
            Role::Factor(id, factor) => {
                if let Some(answer) = field.answer(factor)? {
                    let exposure = Exposure {
                        day: night,
                        factor: id.clone(),
                        answer,
                        origin: Origin::Imported,
                    };
                    bodies.push(Body::Exposure(exposure));
                }
            }
        }
    }
    if answered {
        bodies.insert(0, Body::Morning(morning));
    }
    Ok(bodies)
}

/// One cell with its place.
struct Field<'t> {
    table: &'t Table,
    row: &'t Row,
    column: usize,
}

impl Field<'_> {
    fn read(&self) -> Cell {
        cell::read(self.row.cell(self.column), self.table.decimal())
    }

    fn refuse(&self, expected: &'static str) -> ImportError {
        let cell = shown(self.row.cell(self.column));
        ImportError::BadCell {
            line: self.row.line,
            column: self.table.shown_name(self.column),
            cell,
            expected,
        }
    }

    fn bounded<T>(&self, value: Result<T, BadValue>) -> Result<T, ImportError> {
        let column = || self.table.shown_name(self.column);
        value.map_err(|why| ImportError::BadValue {
            line: self.row.line,
            column: column(),
            why,
        })
    }

    fn whole(&self) -> Result<Option<u64>, ImportError> {
        match self.read() {
            Cell::Missing => Ok(None),
            Cell::Number(value) if value >= 0.0 && value.fract() == 0.0 && value <= 1e9 => {
                Ok(Some(value as u64))
            }
            _ => Err(self.refuse("a whole number from 0 upwards")),
        }
    }

    fn answer(&self, factor: &Factor) -> Result<Option<Answer>, ImportError> {
        let Learned::Asked(question) = factor.learned else {
            return Ok(None);
        };
        let is_yes_no = question.answer == AnswerKind::YesNo;
        match self.read() {
            Cell::Missing => Ok(None),
            Cell::Word(yes) if is_yes_no => Ok(Some(Answer::YesNo(yes))),
            Cell::Number(value) if is_yes_no && (value == 0.0 || value == 1.0) => {
                Ok(Some(Answer::YesNo(value == 1.0)))
            }
            Cell::Number(value) if !is_yes_no => {
                let is_score = question.answer == AnswerKind::Score;
                if is_score && !(0.0..=10.0).contains(&value) {
                    return Err(self.refuse("a score from 0 to 10"));
                }
                self.bounded(Amount::new(value))
                    .map(|amount| Some(Answer::Amount(amount)))
            }
            _ if is_yes_no => Err(self.refuse("yes or no (1 or 0)")),
            _ => Err(self.refuse("a number")),
        }
    }
}
