//! The kept corpus of requests, replayed: what once was found stays mended.
//!
//! Seen to fail: with a panic in the handler of `/check-in`.

#[path = "../../../../fuzz/src/requests.rs"]
#[expect(unreachable_pub, reason = "of a library for the fuzz targets")]
mod requests;

#[test]
fn every_kept_request_is_answered() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/request");
    let mut door = requests::Door::default();
    let mut files = 0;
    for file in std::fs::read_dir(&folder).expect("a corpus") {
        door.knock(&std::fs::read(file.expect("a file").path()).expect("readable"));
        files += 1;
    }
    assert!(files > 0, "no corpus");
}
