//! Backups on a schedule, while the pages are open.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use backup::{BackupError, Seal, Shelf};
use jiff::{SignedDuration, Timestamp};
use store::SqliteStore;

use crate::command::backup::locks;

/// How often to see whether a backup is due.
const LOOK: Duration = Duration::from_secs(600);

/// Which backups to make by themselves.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct ScheduleArgs {
    /// Back up into this folder by itself while the pages are open, and remove old ones (7 days, 4 weeks, 12 months stay).
    #[arg(long, value_name = "DIR", env = "SOLEUS_BACKUPS")]
    pub(crate) backup_to: Option<PathBuf>,
    /// Hours between two backups [default: 24].
    #[arg(long, value_name = "HOURS", value_parser = clap::value_parser!(u16).range(1..=720))]
    pub(crate) backup_every: Option<u16>,
    /// Seal them to a public key from `soleus backup key`.
    #[arg(long, value_name = "AGE1..", env = "SOLEUS_BACKUP_KEY")]
    pub(crate) backup_key: Option<String>,
    /// Seal them to the passphrase in the first line of a file.
    #[arg(long, value_name = "FILE", conflicts_with = "backup_key")]
    pub(crate) backup_passphrase_file: Option<PathBuf>,
}

impl ScheduleArgs {
    /// What was given after the command, else what was given before it.
    pub(crate) fn or(self, before: Self) -> Self {
        Self {
            backup_to: self.backup_to.or(before.backup_to),
            backup_every: self.backup_every.or(before.backup_every),
            backup_key: self.backup_key.or(before.backup_key),
            backup_passphrase_file: self
                .backup_passphrase_file
                .or(before.backup_passphrase_file),
        }
    }

    /// Where backups go, and how often they are made by themselves, if they are.
    pub(crate) fn backups(
        &self,
        store: Arc<SqliteStore>,
        beside: &Path,
    ) -> anyhow::Result<Backups> {
        let seal = match (&self.backup_key, &self.backup_passphrase_file) {
            (Some(key), _) => Seal::to_public_key(key)?,
            (None, Some(file)) => locks::seal_with_file(file)?,
            (None, None) => Seal::Open,
        };
        let hours = i64::from(self.backup_every.unwrap_or(24));
        Ok(Backups {
            every: self
                .backup_to
                .as_ref()
                .map(|_| SignedDuration::from_hours(hours)),
            shelf: Arc::new(Shelf {
                store,
                folder: self
                    .backup_to
                    .clone()
                    .unwrap_or_else(|| beside.join("backups")),
                seal,
            }),
        })
    }
}

/// Where backups go, and how often they are made by themselves, if they are.
pub(crate) struct Backups {
    pub(crate) shelf: Arc<Shelf>,
    pub(crate) every: Option<SignedDuration>,
}

/// Backs up whenever it is due, for ever. A failure is said and tried again.
pub(crate) async fn keep(shelf: Arc<Shelf>, every: SignedDuration, clock: impl Fn() -> Timestamp) {
    loop {
        let (shelf, now) = (Arc::clone(&shelf), clock());
        let made = tokio::task::spawn_blocking(move || make_if_due(&shelf, every, now)).await;
        if let Ok(Err(error)) = made {
            tracing::error!("no backup was made: {error} It is tried again in ten minutes.");
        }
        tokio::time::sleep(LOOK).await;
    }
}

fn make_if_due(shelf: &Shelf, every: SignedDuration, now: Timestamp) -> Result<(), BackupError> {
    let newest = shelf.list()?.first().map(|kept| kept.name.at);
    if newest.is_some_and(|newest| !is_due(newest, now, every)) {
        return Ok(());
    }
    shelf.make(now)?;
    shelf.prune().map(drop)
}

/// Whether the next backup is due. One from the future (a clock that was wrong) does not hold up those to come.
fn is_due(newest: Timestamp, now: Timestamp, every: SignedDuration) -> bool {
    let age = now.duration_since(newest);
    age >= every || age.is_negative()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_is_due_after_its_time_and_when_the_clock_went_back() {
        let at = |text: &str| text.parse::<Timestamp>().expect("an instant");
        let newest = at("2026-05-03T01:00:00Z");
        let day = SignedDuration::from_hours(24);
        assert!(!is_due(newest, at("2026-05-04T00:59:59Z"), day));
        assert!(is_due(newest, at("2026-05-04T01:00:00Z"), day));
        assert!(is_due(newest, at("2026-05-02T01:00:00Z"), day));
    }
}
