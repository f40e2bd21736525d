//! A diary goes into a backup and comes back; what is wrong is said, and nothing is lost on the way.

#![cfg(test)]

use std::path::{Path, PathBuf};

use backup::{BackupError, Key, Retention, Seal, check, list, make, prune, restore};
use diary::{Act, Body, Cramp, Entry, EntryId, Moment, Text, Zone};
use jiff::{SignedDuration, Timestamp};
use store::{FILE_NAME, SqliteStore, Store};

struct House {
    folder: tempfile::TempDir,
}

fn now() -> Timestamp {
    "2026-05-03T01:12:00Z".parse().unwrap()
}

fn entry(n: u8, act: Act) -> Entry {
    let at = now() - SignedDuration::from_hours(24) + SignedDuration::from_secs(i64::from(n));
    Entry {
        id: EntryId::new(at, [n; 10]),
        moment: Moment::new(at, Zone::named("Europe/Berlin").unwrap()),
        act,
    }
}

fn told(n: u8, note: &str) -> Entry {
    let body = Body::Cramp(Cramp {
        note: Some(Text::new(note).unwrap()),
        ..Cramp::default()
    });
    entry(n, Act::Tell { body })
}

impl House {
    fn with(entries: &[Entry]) -> Self {
        let house = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        house.store().append(entries).unwrap();
        house
    }
    fn diary(&self) -> PathBuf {
        self.folder.path().join("diary")
    }
    fn backups(&self) -> PathBuf {
        self.folder.path().join("backups")
    }
    fn store(&self) -> SqliteStore {
        SqliteStore::open(&self.diary()).unwrap()
    }
    fn backup(&self, seal: &Seal) -> PathBuf {
        make(&self.store(), &self.backups(), seal, now())
            .unwrap()
            .path
    }
    /// Everything in the diary's folder, with content.
    fn files(&self) -> Vec<(String, Vec<u8>)> {
        let mut files: Vec<_> = std::fs::read_dir(self.diary())
            .unwrap()
            .map(|file| {
                let file = file.unwrap();
                (
                    file.file_name().into_string().unwrap(),
                    std::fs::read(file.path()).unwrap(),
                )
            })
            .collect();
        files.sort();
        files
    }
}

fn passphrase(text: &str) -> (Seal, Key) {
    let secret = || backup::seal::passphrase(text).unwrap();
    (Seal::Passphrase(secret()), Key::Passphrase(secret()))
}

fn keys() -> (Seal, Key) {
    let key = Key::generate();
    let (public, _) = key.texts().unwrap();
    (Seal::to_public_key(&public).unwrap(), key)
}

#[test]
fn a_diary_comes_back_from_an_open_and_from_a_sealed_backup() {
    let house = House::with(&[told(1, "one"), told(2, "two")]);
    let words = "four unrelated words";
    let (sealed, key) = keys();
    let (worded, word) = passphrase(words);
    for (seal, key) in [
        (Seal::Open, None),
        (sealed, Some(key)),
        (worded, Some(word)),
    ] {
        let backup = house.backup(&seal);
        let proof = check(&backup, key.as_ref()).unwrap();
        assert_eq!(
            (proof.entries, proof.told, proof.readable),
            (2, 2, seal.readable())
        );
        assert_eq!(proof.nights.unwrap().0.to_string(), "2026-05-01");
        let elsewhere = tempfile::tempdir().unwrap();
        let restored = restore(&backup, key.as_ref(), elsewhere.path(), now()).unwrap();
        assert_eq!(restored.kept, None);
        let again = SqliteStore::open(elsewhere.path()).unwrap();
        assert_eq!(again.entries().unwrap(), house.store().entries().unwrap());
    }
    let names: Vec<String> = list(&house.backups())
        .unwrap()
        .iter()
        .map(|kept| kept.name.to_string())
        .collect();
    assert_eq!(names.len(), 3, "{names:?}");
}

#[cfg(unix)]
#[test]
fn backups_are_private_and_a_sealed_one_shows_nothing() {
    use std::os::unix::fs::PermissionsExt;
    let house = House::with(&[told(1, "a private note")]);
    let (seal, _) = keys();
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let (open, sealed) = (house.backup(&Seal::Open), house.backup(&seal));
    assert_eq!(
        (mode(&house.backups()), mode(&open), mode(&sealed)),
        (0o700, 0o600, 0o600)
    );
    let shows = |path: &Path| {
        String::from_utf8_lossy(&std::fs::read(path).unwrap()).contains("a private note")
    };
    assert!(shows(&open) && !shows(&sealed));
    let left: Vec<String> = house.files().into_iter().map(|(name, _)| name).collect();
    assert_eq!(left, [FILE_NAME], "no plain copy stays behind");
}

#[test]
fn the_diary_that_was_there_is_kept_and_what_it_erased_stays_erased() {
    let house = House::with(&[told(1, "erased later"), told(2, "stays")]);
    let backup = house.backup(&Seal::Open);
    let erasure = entry(
        3,
        Act::Erase {
            target: told(1, "").id,
        },
    );
    house
        .store()
        .append(&[erasure, told(4, "told since")])
        .unwrap();
    let restored = restore(&backup, None, &house.diary(), now()).unwrap();
    assert_eq!(restored.left_behind, Some(2));
    assert!(restored.erased_again >= 1);
    let entries = house.store().entries().unwrap();
    let telling = entries
        .iter()
        .filter(|entry| matches!(entry.act, Act::Tell { .. }))
        .count();
    assert_eq!(telling, 1, "{entries:?}");
    let kept = restored.kept.unwrap();
    let aside = tempfile::tempdir().unwrap();
    std::fs::copy(&kept, aside.path().join(FILE_NAME)).unwrap();
    let before = SqliteStore::open(aside.path()).unwrap();
    assert_eq!(before.entries().unwrap().len(), 4);
    assert_eq!(
        before.entries().unwrap().last(),
        Some(&told(4, "told since"))
    );
    // Again, in the same second: both are kept.
    let again = restore(&backup, None, &house.diary(), now()).unwrap();
    assert_ne!(again.kept.unwrap(), kept);
    assert!(kept.exists());
}

#[test]
fn a_damaged_diary_is_set_aside_as_it_is() {
    let house = House::with(&[told(1, "one")]);
    let backup = house.backup(&Seal::Open);
    let present = house.diary().join(FILE_NAME);
    for damage in [&b"not a diary at all"[..], b""] {
        std::fs::write(&present, damage).unwrap();
        let restored = restore(&backup, None, &house.diary(), now()).unwrap();
        assert_eq!(std::fs::read(restored.kept.unwrap()).unwrap(), damage);
        assert_eq!(restored.left_behind, None);
        assert_eq!(house.store().entries().unwrap().len(), 1);
    }
}

#[test]
fn a_diary_in_use_is_left_alone() {
    let house = House::with(&[told(1, "one")]);
    let backup = house.backup(&Seal::Open);
    let open = house.store();
    let error = restore(&backup, None, &house.diary(), now()).unwrap_err();
    assert!(matches!(error, BackupError::InUse(_)), "{error}");
    open.append(&[told(2, "and goes on")]).unwrap();
    assert_eq!(open.entries().unwrap().len(), 2);
}

/// Checking and restoring both refuse in the same words, and the diary stays as it was.
fn refused(house: &House, backup: &Path, key: Option<&Key>) -> BackupError {
    let before = house.files();
    let error = restore(backup, key, &house.diary(), now()).unwrap_err();
    assert_eq!(
        check(backup, key).unwrap_err().to_string(),
        error.to_string()
    );
    assert!(house.files() == before, "{error}");
    assert!(error.to_string().contains("Nothing was changed"), "{error}");
    error
}

#[test]
fn what_does_not_open_or_is_not_whole_is_refused_and_changes_nothing() {
    let house = House::with(&[told(1, &"words ".repeat(600)), told(2, "two")]);
    let (seal, key) = keys();
    let (other_seal, other_key) = passphrase("another good passphrase");
    let (sealed, worded, open) = (
        house.backup(&seal),
        house.backup(&other_seal),
        house.backup(&Seal::Open),
    );

    assert!(matches!(
        refused(&house, &sealed, None),
        BackupError::NeedsKey(_)
    ));
    assert!(matches!(
        refused(&house, &sealed, Some(&keys().1)),
        BackupError::WrongKey(_)
    ));
    assert!(matches!(
        refused(&house, &sealed, Some(&other_key)),
        BackupError::NeedsKey(_)
    ));
    assert!(matches!(
        refused(&house, &worded, None),
        BackupError::NeedsPassphrase(_)
    ));
    let wrong = passphrase("quite another passphrase").1;
    assert!(matches!(
        refused(&house, &worded, Some(&wrong)),
        BackupError::WrongPassphrase(_)
    ));

    let cut = house.backups().join("cut.sqlite.age");
    for (file, key) in [(&sealed, Some(&key)), (&open, None)] {
        let whole = std::fs::read(file).unwrap();
        for share in 1..8 {
            std::fs::write(&cut, &whole[..whole.len() * share / 8]).unwrap();
            let error = refused(&house, &cut, key);
            assert!(
                matches!(
                    error,
                    BackupError::Damaged { .. } | BackupError::NotABackup(_)
                ),
                "{error}"
            );
        }
        let mut changed = whole.clone();
        let middle = whole.len() * 3 / 4;
        changed[middle] ^= 1;
        std::fs::write(&cut, &changed).unwrap();
        if key.is_some() {
            assert!(matches!(
                refused(&house, &cut, key),
                BackupError::Damaged { .. }
            ));
        }
    }
    std::fs::write(&cut, "date,cramps\n").unwrap();
    assert!(matches!(
        refused(&house, &cut, None),
        BackupError::NotABackup(_)
    ));
    assert!(matches!(
        refused(&house, &house.backups().join("none"), None),
        BackupError::Io { .. }
    ));
}

#[test]
fn a_backup_of_a_newer_version_asks_for_the_newer_version() {
    let house = House::with(&[told(1, "one")]);
    let backup = house.backup(&Seal::Open);
    // The format's number in the head of an SQLite file: https://www.sqlite.org/fileformat.html#user_version
    let mut bytes = std::fs::read(&backup).unwrap();
    bytes[60..64].copy_from_slice(&4711_u32.to_be_bytes());
    std::fs::write(&backup, bytes).unwrap();
    let error = refused(&house, &backup, None);
    assert!(
        matches!(error, BackupError::NewerVersion { found: 4711, .. }),
        "{error}"
    );
}

#[test]
fn old_backups_go_and_files_of_others_stay() {
    let house = House::with(&[told(1, "one")]);
    let store = house.store();
    for day in 0..40 {
        let then = now() + SignedDuration::from_hours(24 * day);
        make(&store, &house.backups(), &Seal::Open, then).unwrap();
    }
    let other = house.backups().join("holiday.sqlite");
    std::fs::write(&other, "not ours").unwrap();
    let gone = prune(&house.backups(), &Retention::USUAL).unwrap();
    let left = list(&house.backups()).unwrap();
    assert_eq!(gone.len() + left.len(), 40);
    // The seven days to 11 June, and the Sundays that end the two weeks before: 31 May (May's last day too), 24 May.
    assert_eq!(left.len(), 9);
    assert!(other.exists());
    assert!(
        prune(&house.backups(), &Retention::USUAL)
            .unwrap()
            .is_empty()
    );
}

#[test]
fn what_a_killed_backup_left_goes_after_an_hour() {
    let house = House::with(&[told(1, "one")]);
    let (old, young) = (
        house.diary().join(".soleus-unfinished-old"),
        house.diary().join(".soleus-unfinished-young"),
    );
    for left in [&old, &young] {
        std::fs::create_dir(left).unwrap();
        std::fs::write(left.join(FILE_NAME), "half a copy").unwrap();
    }
    let then = std::fs::metadata(&old).unwrap().modified().unwrap()
        - std::time::Duration::from_secs(2 * 3600);
    std::fs::File::open(&old)
        .unwrap()
        .set_modified(then)
        .unwrap();
    house.backup(&Seal::Open);
    assert!(!old.exists() && young.exists());
}

#[test]
fn the_recovery_sheet_opens_the_backup() {
    let house = House::with(&[told(1, "one")]);
    let (seal, key) = keys();
    let sealed = house.backup(&seal);
    let date = jiff::civil::date(2026, 5, 3);
    let sheet = backup::sheet::html(&house.backups(), date, Some(&key)).unwrap();
    let start = sheet.find("AGE-SECRET-KEY-1").unwrap();
    let typed: String = sheet[start..]
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect();
    let again = Key::secret(&format!("# from the sheet\n{typed}\n")).unwrap();
    check(&sealed, Some(&again)).unwrap();
    let blank = backup::sheet::html(&house.backups(), date, None).unwrap();
    assert!(blank.contains("passphrase") && !blank.contains("AGE-SECRET"));
    assert!(!format!("{again:?}").contains("AGE-SECRET"));
}

#[test]
fn keys_and_passphrases_that_are_none_are_refused() {
    for wrong in ["", "age1short", "AGE-SECRET-KEY-1"] {
        assert!(Seal::to_public_key(wrong).is_err(), "{wrong}");
        assert!(Key::secret(wrong).is_err(), "{wrong}");
    }
    assert!(backup::seal::passphrase("short").is_err());
    assert!(backup::seal::passphrase("passwordpassword").is_err());
}
