//! The default backend: the common story, and what only a file can get wrong.

mod story;

use store::SqliteStore;

struct Folder(tempfile::TempDir);

impl story::Shelf for Folder {
    type Store = SqliteStore;
    fn open(&self, name: &str) -> SqliteStore {
        SqliteStore::open(&self.0.path().join(name)).expect("opens")
    }
}

#[test]
fn tells_the_story() {
    story::tell(&Folder(tempfile::tempdir().unwrap()));
}
