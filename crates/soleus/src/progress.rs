//! A sign of life on the terminal for work that takes longer than a second.

use std::io::{IsTerminal, stderr};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

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

/// Does `work`, which reports the share that is done; after a second, if standard error is a terminal, shows a bar.
pub(crate) fn while_counting<T>(
    what: &'static str,
    work: impl FnOnce(&mut dyn FnMut(f64)) -> T,
) -> T {
    if !stderr().is_terminal() {
        return work(&mut |_| {});
    }
    let permille = Arc::new(AtomicU32::new(0));
    let seen = Arc::clone(&permille);
    let (done, wait) = mpsc::channel::<()>();
    let sign = thread::spawn(move || {
        if wait.recv_timeout(Duration::from_secs(1)) != Err(mpsc::RecvTimeoutError::Timeout) {
            return;
        }
        let style = ProgressStyle::with_template("{msg} {wide_bar} {percent} %, {eta} left");
        let bar = ProgressBar::new(1000).with_message(what);
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        loop {
            bar.set_position(u64::from(seen.load(Ordering::Relaxed)));
            // Ends when the sender goes.
            if wait.recv_timeout(Duration::from_millis(100)) != Err(mpsc::RecvTimeoutError::Timeout)
            {
                bar.finish_and_clear();
                return;
            }
        }
    });
    let answer = work(&mut |share| permille.store((1000.0 * share) as u32, Ordering::Relaxed));
    drop(done);
    // Only so that the sign is gone before the answer is printed.
    let _ = sign.join();
    answer
}
