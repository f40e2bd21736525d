//! Food: what was eaten brings, and what to eat more of.

use std::sync::{Arc, Mutex};

use insight::intake::{self, Intake, Larder, LarderFood, Menu, Question};
use jiff::civil::Date;

use crate::desk::Desk;
use crate::error::DeskError;
use crate::larder::Stocked;
use crate::lock::lock;

/// The last menu that was worked out, and what was asked: the same question has the same answer, and the solver is slow.
#[derive(Default)]
pub(crate) struct Menus(Mutex<Option<(Question, Menu)>>);

impl Menus {
    pub(crate) fn forget(&self) {
        *lock(&self.0) = None;
    }
}

impl Desk {
    /// Every food that can be told: the table and what was imported.
    ///
    /// # Errors
    /// [`DeskError::Store`] when the file beside the diary cannot be read.
    pub fn larder(&self) -> Result<Arc<Larder>, DeskError> {
        self.larder.larder()
    }

    /// Keeps foods of a file beside the diary. The same file again changes nothing.
    ///
    /// # Errors
    /// [`DeskError::Store`], [`DeskError::Foods`]; then nothing was changed.
    pub fn stock(&self, foods: &[LarderFood]) -> Result<Stocked, DeskError> {
        self.larder.stock(foods)
    }

    /// What food and drink bring on `today` (the local date) and in the two weeks before.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn intake(&self, today: Date) -> Result<Intake, DeskError> {
        let (person, larder) = (self.person()?, self.larder()?);
        Ok(insight::intake(&*self.log()?, &person, today, |id| {
            larder.composition(id)
        }))
    }

    /// What to eat more of given what is eaten, or why nothing is offered.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn menu(&self, intake: &Intake, today: Date) -> Result<Menu, DeskError> {
        let (person, raised) = (self.person()?, self.raised(today)?);
        let asked = match intake::question(intake, &person, &raised, today) {
            Ok(asked) => asked,
            Err(silent) => return Ok(silent),
        };
        let mut kept = lock(&self.menus.0);
        if let Some((_, menu)) = kept.as_ref().filter(|(before, _)| *before == asked) {
            return Ok(menu.clone());
        }
        let menu = intake::answer(&asked);
        *kept = Some((asked, menu.clone()));
        Ok(menu)
    }
}
