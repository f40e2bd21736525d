//! Backups on a schedule, while the pages are open.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use backup::{BackupError, Retention, Seal};
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

    /// The schedule, if one is wanted.
    pub(crate) fn schedule(&self, store: Arc<SqliteStore>) -> anyhow::Result<Option<Schedule>> {
        let Some(folder) = self.backup_to.clone() else {
            return Ok(None);
        };
        let seal = match (&self.backup_key, &self.backup_passphrase_file) {
            (Some(key), _) => Seal::to_public_key(key)?,
            (None, Some(file)) => locks::seal_with_file(file)?,
            (None, None) => Seal::Open,
        };
        Ok(Some(Schedule {
            store,
            folder,
            seal,
            every: SignedDuration::from_hours(i64::from(self.backup_every.unwrap_or(24))),
        }))
    }
}

/// Backups that are made by themselves.
pub(crate) struct Schedule {
    store: Arc<SqliteStore>,
    folder: PathBuf,
    seal: Seal,
    every: SignedDuration,
}

impl Schedule {
    /// Makes a backup whenever one is due, for ever. A failure is said and tried again.
    pub(crate) async fn keep(self, clock: impl Fn() -> Timestamp) {
        let schedule = Arc::new(self);
        loop {
            let (due, now) = (Arc::clone(&schedule), clock());
            let made = tokio::task::spawn_blocking(move || due.make_if_due(now)).await;
            if let Ok(Err(error)) = made {
                eprintln!("soleus: no backup was made: {error} It is tried again in ten minutes.");
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    fn make_if_due(&self, now: Timestamp) -> Result<(), BackupError> {
        let newest = backup::list(&self.folder)?.first().map(|kept| kept.name.at);
        if newest.is_some_and(|newest| !is_due(newest, now, self.every)) {
            return Ok(());
        }
        backup::make(&self.store, &self.folder, &self.seal, now)?;
        backup::prune(&self.folder, &Retention::USUAL).map(drop)
    }
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
