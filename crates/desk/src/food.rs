//! Food: what was eaten brings, and what to eat more of.

use insight::intake::{self, Intake, Menu};
use jiff::civil::Date;

use crate::desk::Desk;
use crate::error::DeskError;

impl Desk {
    /// What food and drink bring on `today` (the local date) and in the two weeks before.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn intake(&self, today: Date) -> Result<Intake, DeskError> {
        let person = self.person()?;
        Ok(insight::intake(
            &*self.log()?,
            &person,
            today,
            intake::carried,
        ))
    }

    /// What to eat more of given what is eaten, or why nothing is offered.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn menu(&self, intake: &Intake, today: Date) -> Result<Menu, DeskError> {
        let (person, raised) = (self.person()?, self.raised(today)?);
        Ok(intake::menu(intake, &person, &raised, today))
    }
}
