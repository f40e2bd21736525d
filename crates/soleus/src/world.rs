//! The world outside: the clock, the randomness, the time zone and the folder of the diary. Nothing else reads them.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use anyhow::Context;
use desk::Desk;
use diary::entry::Act;
use diary::{Body, Entry, EntryId, Moment, Zone};
use etcetera::app_strategy::{AppStrategy, AppStrategyArgs, choose_native_strategy};
use insight::intake::Larder;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use store::{LarderFile, SqliteStore};

use crate::common::Common;
use crate::fault::Refusal;

/// What a command knows of the world.
pub(crate) struct World {
    common: Common,
    started: Instant,
}

impl World {
    pub(crate) fn new(common: Common) -> Self {
        Self {
            common,
            started: Instant::now(),
        }
    }

    /// Whether answers are wanted as JSON.
    pub(crate) fn json(&self) -> bool {
        self.common.json
    }

    /// The present: the clock's, or the given instant and what has passed since the start.
    pub(crate) fn now(&self) -> Timestamp {
        self.clock()()
    }

    /// The clock as a function that outlives this value.
    pub(crate) fn clock(&self) -> impl Fn() -> Timestamp + Send + Sync + use<> {
        let (given, started) = (self.common.now, self.started);
        move || match given {
            None => Timestamp::now(),
            Some(given) => {
                let passed = SignedDuration::try_from(started.elapsed()).unwrap_or_default();
                given.saturating_add(passed).unwrap_or(given)
            }
        }
    }

    /// The time zone: the one given, else this computer's, else UTC with a word of warning.
    pub(crate) fn zone(&self) -> anyhow::Result<Zone> {
        if let Some(name) = &self.common.zone {
            return Zone::named(name).map_err(|unknown| Refusal(unknown.to_string()).into());
        }
        let system = TimeZone::system();
        match system.iana_name().map(Zone::named) {
            Some(Ok(zone)) => Ok(zone),
            _ => {
                use std::io::Write;
                let _ = writeln!(
                    std::io::stderr(),
                    "soleus: the time zone of this computer is not known; times are taken as UTC. Say --zone Europe/Berlin, for example."
                );
                Ok(Zone::utc())
            }
        }
    }

    /// Now, here.
    pub(crate) fn moment(&self) -> anyhow::Result<Moment> {
        Ok(Moment::new(self.now(), self.zone()?))
    }

    /// Today's date, here.
    pub(crate) fn today(&self) -> anyhow::Result<Date> {
        Ok(self.moment()?.local().date())
    }

    /// The folder of the diary.
    pub(crate) fn folder(&self) -> anyhow::Result<PathBuf> {
        if let Some(dir) = &self.common.data {
            return Ok(dir.clone());
        }
        let names = AppStrategyArgs {
            top_level_domain: "org".to_owned(),
            author: "Soleus".to_owned(),
            app_name: "Soleus".to_owned(),
        };
        let strategy = choose_native_strategy(names).context(
            "This computer does not say where your data folder is. Say it with --data DIR",
        )?;
        Ok(strategy.data_dir())
    }

    /// Opens the diary.
    pub(crate) fn store(&self) -> anyhow::Result<SqliteStore> {
        Ok(SqliteStore::open(&self.folder()?)?)
    }

    /// Opens the diary for telling and asking.
    pub(crate) fn desk(&self) -> anyhow::Result<Desk> {
        Ok(Desk::new(Arc::new(self.store()?)).with_larder(self.larder_file()?))
    }

    /// The place of imported foods, beside the diary.
    pub(crate) fn larder_file(&self) -> anyhow::Result<LarderFile> {
        Ok(LarderFile::beside(&self.folder()?))
    }

    /// Every food that can be told; needs no diary.
    pub(crate) fn larder(&self) -> anyhow::Result<Larder> {
        Ok(desk::larder(&self.larder_file()?)?)
    }

    /// A new entry, made now.
    pub(crate) fn entry(&self, moment: Moment, body: Body) -> anyhow::Result<Entry> {
        Ok(Entry {
            id: EntryId::new(self.now(), random()?),
            moment,
            act: Act::Tell { body },
        })
    }
}

/// Random bytes from the operating system.
pub(crate) fn random<const N: usize>() -> anyhow::Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).context("This computer gives no random numbers")?;
    Ok(bytes)
}
