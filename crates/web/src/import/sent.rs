//! The files that were sent: the newest few, for an hour, each with how far it has come.

use std::collections::{BTreeSet, VecDeque};
use std::fs::File;
use std::sync::{Arc, Mutex, MutexGuard};

use diary::{Entry, EntryId, Zone};
use exchange::import::{Mapping, Reading};
use jiff::{SignedDuration, Timestamp};

use crate::problem::Problem;
use crate::site::lock;

/// Files held at once; the oldest makes room.
const MOST: usize = 2;
/// How long a file is held.
const HELD: SignedDuration = SignedDuration::from_hours(1);

/// The files that were sent and are still held.
#[derive(Default)]
pub(crate) struct Sent(Mutex<VecDeque<Arc<Upload>>>);

/// A file that was sent.
pub(super) struct Upload {
    pub(super) id: EntryId,
    pub(super) at: Timestamp,
    /// Its name on the person's device, made fit to show.
    pub(super) name: String,
    /// It has no name on our disk: it is gone with its last handle.
    pub(super) file: File,
    /// Where the person lived.
    pub(super) zone: Zone,
    stage: Mutex<Stage>,
}

/// How far a file has come.
pub(super) enum Stage {
    /// It is being read; the share that was.
    Reading(f64),
    /// It cannot be read as it is.
    Refused(Refused),
    /// It was understood. Nothing has been written.
    Read {
        reading: Box<Reading>,
        /// What the person said about its columns.
        said: Mapping,
    },
    /// It is a whole log of Soleus. Nothing has been written.
    Log(Vec<Entry>),
    /// It is in the diary.
    Taken(Taken),
    /// It was, and was taken back.
    TakenBack,
}

/// Why a file cannot be read as it is.
pub(super) struct Refused {
    pub(super) sentence: String,
    /// Its columns as far as it is a table: what they are can be said, and what the file is. None where that would not help.
    pub(super) columns: Option<Vec<String>>,
    pub(super) said: Mapping,
}

/// What became of a file.
#[derive(Clone, Default)]
pub(super) struct Taken {
    pub(super) new: usize,
    pub(super) corrected: usize,
    pub(super) unchanged: usize,
    /// Left out because the person answered otherwise, or erased it before.
    pub(super) kept: usize,
    pub(super) rejected: u64,
    /// Those that were written.
    pub(super) ids: BTreeSet<EntryId>,
}

impl Sent {
    pub(super) fn push(&self, upload: Arc<Upload>) {
        let mut held = lock(&self.0);
        held.retain(|one| !is_old(one, upload.at));
        if held.len() == MOST {
            held.pop_front();
        }
        held.push_back(upload);
    }

    pub(super) fn get(&self, id: &str, now: Timestamp) -> Result<Arc<Upload>, Problem> {
        let mut held = lock(&self.0);
        held.retain(|one| !is_old(one, now));
        let found = held.iter().find(|one| one.id.to_string() == id);
        found
            .map(Arc::clone)
            .ok_or_else(|| Problem::Unclear(crate::word("import-forgotten").to_owned()))
    }

    pub(crate) fn forget_all(&self) {
        lock(&self.0).clear();
    }

    pub(super) fn forget(&self, id: EntryId) {
        lock(&self.0).retain(|one| one.id != id);
    }
}

fn is_old(upload: &Upload, now: Timestamp) -> bool {
    now.duration_since(upload.at) > HELD
}

impl Upload {
    pub(super) fn new(id: EntryId, at: Timestamp, name: String, file: File, zone: Zone) -> Self {
        Self {
            id,
            at,
            name,
            file,
            zone,
            stage: Mutex::new(Stage::Reading(0.0)),
        }
    }

    pub(super) fn stage(&self) -> MutexGuard<'_, Stage> {
        lock(&self.stage)
    }

    pub(super) fn address(&self) -> String {
        format!("/import/{}", self.id)
    }
}
