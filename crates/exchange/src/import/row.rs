//! One row of a diary to what it tells.

use diary::entry::{Answer, Origin};
use diary::measure::BadValue;
use diary::{Amount, Body, Count, Exposure, Id, Minutes, Morning, NightId, Score, Text};
use knowledge::{AnswerKind, Factor, Learned};

use super::ImportError;
use super::columns::{Role, ScoreOf};
use super::mapping::{Mapping, Rule};
use crate::cell::{self, Cell};
use crate::table::{Row, Table};
use crate::text::shown;

/// The entries' bodies of one row: the morning first if anything of it is answered, then the factors. And what is wrong
/// with its cells.
pub(super) fn bodies(
    table: &Table,
    row: &Row,
    roles: &[(usize, Role, Rule)],
    night: NightId,
    mapping: &Mapping,
) -> (Vec<Body>, Vec<ImportError>) {
    let mut morning = Morning::silent(night);
    let silent = morning.clone();
    let (mut factors, mut bad) = (Vec::new(), Vec::new());
    for (column, role, rule) in roles {
        let field = Field {
            table,
            row,
            column: *column,
            rule: *rule,
            mapping,
        };
        if row.cell(*column).is_empty() {
            continue;
        }
        let read = match role {
            Role::Factor(id, factor) => field.answer(factor).map(|answer| {
                factors.extend(answer.map(|answer| exposure(night, id.clone(), answer)));
            }),
            Role::Intake(id, _) => field.eaten().map(|answer| {
                factors.extend(answer.map(|answer| exposure(night, id.clone(), answer)));
            }),
            _ => field.morning(role, &mut morning),
        };
        bad.extend(read.err());
    }
    let mut bodies = Vec::with_capacity(factors.len() + 1);
    if morning != silent {
        bodies.push(Body::Morning(morning));
    }
    bodies.extend(factors);
    (bodies, bad)
}

/// An answer from a file about a factor on a day.
pub(super) fn exposure(day: NightId, factor: Id, answer: Answer) -> Body {
    Body::Exposure(Exposure {
        day,
        factor,
        answer,
        origin: Origin::Imported,
    })
}

/// One cell with its place.
struct Field<'t> {
    table: &'t Table,
    row: &'t Row,
    column: usize,
    rule: Rule,
    mapping: &'t Mapping,
}

impl Field<'_> {
    /// The cell as its column's rule makes it.
    fn read(&self) -> Cell {
        let text = self.row.cell(self.column);
        let cell = match self.mapping.word(text) {
            Some(yes) => Cell::Word(yes),
            None => cell::read(text, self.table.decimal()),
        };
        match (self.rule, cell) {
            (Rule::Not, Cell::Word(yes)) => Cell::Word(!yes),
            (Rule::Not, Cell::Number(value)) if value == 0.0 || value == 1.0 => {
                Cell::Word(value == 0.0)
            }
            (Rule::Times(by), Cell::Number(value)) => Cell::Number(value * by),
            (Rule::Below(limit), Cell::Number(value)) => Cell::Word(value < limit),
            (Rule::Above(limit), Cell::Number(value)) => Cell::Word(value > limit),
            (_, cell) => cell,
        }
    }

    /// Writes one answer of the morning.
    fn morning(&self, role: &Role, morning: &mut Morning) -> Result<(), ImportError> {
        match role {
            Role::Cramps => {
                morning.cramps = self
                    .whole()?
                    .map(|n| self.bounded(Count::new(n)))
                    .transpose()?;
            }
            Role::Minutes => {
                morning.minutes = self
                    .whole()?
                    .map(|n| self.bounded(Minutes::new(n)))
                    .transpose()?;
            }
            Role::Score(of) => {
                let score = self
                    .whole()?
                    .map(|n| self.bounded(Score::new(n)))
                    .transpose()?;
                match of {
                    ScoreOf::Pain => morning.pain = score,
                    ScoreOf::SleepLost => morning.sleep_lost = score,
                    ScoreOf::Soreness => morning.soreness = score,
                    ScoreOf::Tiredness => morning.tiredness = score,
                }
            }
            Role::Note => {
                morning.note = Some(self.bounded(Text::new(self.row.cell(self.column)))?);
            }
            Role::Factor(..) | Role::Intake(..) => {}
        }
        Ok(())
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

    /// What was eaten and drunk of a nutrient.
    fn eaten(&self) -> Result<Option<Answer>, ImportError> {
        match self.read() {
            Cell::Missing => Ok(None),
            Cell::Number(value) => self
                .bounded(Amount::new(value))
                .map(|amount| Some(Answer::Amount(amount))),
            Cell::Word(_) | Cell::NotFinite | Cell::Text => Err(self.refuse("a number")),
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
