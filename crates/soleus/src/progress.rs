//! A sign of life on the terminal for work that takes longer than a second.

use std::io::{IsTerminal, stderr};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use indicatif::ProgressBar;

/// Does `work`; after a second, if standard error is a terminal, shows a moving sign with `what` until it is done.
pub(crate) fn while_working<T>(what: &'static str, work: impl FnOnce() -> T) -> T {
    if !stderr().is_terminal() {
        return work();
    }
    let (done, wait) = mpsc::channel::<()>();
    let sign = thread::spawn(move || {
        if wait.recv_timeout(Duration::from_secs(1)) == Err(mpsc::RecvTimeoutError::Timeout) {
            let bar = ProgressBar::new_spinner().with_message(what);
            bar.enable_steady_tick(Duration::from_millis(100));
            // Ends when the sender goes.
            let _ = wait.recv();
            bar.finish_and_clear();
        }
    });
    let answer = work();
    drop(done);
    // Only so that the sign is gone before the answer is printed.
    let _ = sign.join();
    answer
}
