//! The kept corpora of the fuzz targets, replayed: what once was found stays mended.
//!
//! Seen to fail: with an `unwrap` of `table::parse` in `fuzz/src/readers.rs`.

#[path = "../../../fuzz/src/readers.rs"]
#[expect(unreachable_pub, reason = "of a library for the fuzz targets")]
mod targets;

use std::path::Path;

fn replay(target: &str, swallow: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../fuzz/corpus")
        .join(target);
    let mut files = 0;
    for file in std::fs::read_dir(&folder).expect("a corpus") {
        swallow(&std::fs::read(file.expect("a file").path()).expect("readable"));
        files += 1;
    }
    assert!(files > 0, "{target} has no corpus");
}

#[test]
fn the_kept_corpora_are_swallowed() {
    replay("table", targets::table);
    replay("import", targets::import);
    replay("log_file", targets::log_file);
    replay("entry_line", targets::entry_line);
}
