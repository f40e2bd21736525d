//! Answers that are worked out beside the requests, one at a time, so that no page waits for them.

use std::io;
use std::sync::mpsc::sync_channel;
use std::sync::{Arc, Mutex};
use std::thread::Builder;
use std::time::Duration;

use crate::lock::lock;
use crate::recent::Recent;

/// What a page gets of an answer that may take long.
#[derive(Clone, Debug, PartialEq)]
pub enum Meanwhile<T> {
    /// The answer.
    There(T),
    /// It is being worked out.
    Working {
        /// The share that is done, from 0 to 1; `None` while nobody knows.
        share: Option<f64>,
    },
}

/// How long whoever asks first waits after all: what is nearly there needs no second look.
const GRACE: Duration = Duration::from_millis(5);

/// The answers that were asked for last, at most `MOST`, and the one that is being worked out.
pub(crate) struct Beside<Q, A, const MOST: usize> {
    done: Recent<Q, A, MOST>,
    now: Mutex<Now<Q>>,
}

struct Now<Q> {
    question: Option<Q>,
    share: Option<f64>,
    /// How often all was forgotten: what was begun before is not kept.
    forgotten: u64,
}

impl<Q, A, const MOST: usize> Default for Beside<Q, A, MOST> {
    fn default() -> Self {
        Self {
            done: Recent::default(),
            now: Mutex::new(Now {
                question: None,
                share: None,
                forgotten: 0,
            }),
        }
    }
}

impl<Q: PartialEq, A: Clone, const MOST: usize> Beside<Q, A, MOST> {
    pub(crate) fn forget(&self) {
        let mut now = lock(&self.now);
        now.forgotten += 1;
        self.done.forget();
    }

    /// The answer. Waits while it is worked out.
    pub(crate) fn exact(&self, question: Q, work: impl FnOnce() -> A) -> A {
        if let Some(answer) = self.done.find(|before| *before == question) {
            return answer;
        }
        let since = lock(&self.now).forgotten;
        let answer = work();
        self.keep(question, &answer, since);
        answer
    }

    fn keep(&self, question: Q, answer: &A, since: u64) {
        let now = lock(&self.now);
        if now.forgotten == since {
            self.done.keep(question, answer.clone());
        }
    }
}

impl<Q, A, const MOST: usize> Beside<Q, A, MOST>
where
    Q: Clone + PartialEq + Send + 'static,
    A: Clone + Send + 'static,
{
    /// The answer, or how far it is. `work` is told where to say the share that is done; it begins unless another question is
    /// being worked on.
    pub(crate) fn meanwhile(
        self: &Arc<Self>,
        question: &Q,
        work: impl FnOnce(&mut dyn FnMut(f64)) -> A + Send + 'static,
    ) -> Meanwhile<A> {
        let since = {
            let mut now = lock(&self.now);
            if let Some(answer) = self.done.find(|before| before == question) {
                return Meanwhile::There(answer);
            }
            if let Some(other) = &now.question {
                let share = now.share.filter(|_| other == question);
                return Meanwhile::Working { share };
            }
            now.question = Some(question.clone());
            now.share = None;
            now.forgotten
        };
        let place = Place(Arc::clone(self));
        let (tell, told) = sync_channel(1);
        let question = question.clone();
        // Where no thread can be made, the place is free again, and the next look tries once more.
        let _ = spawn("beside", move || {
            let answer = work(&mut |share| lock(&place.0.now).share = Some(share));
            place.0.keep(question, &answer, since);
            drop(place);
            let _ = tell.send(answer);
        });
        told.recv_timeout(GRACE)
            .map_or(Meanwhile::Working { share: None }, Meanwhile::There)
    }
}

/// The one place where an answer is worked out; free again when it is dropped, also when the work broke off.
struct Place<Q, A, const MOST: usize>(Arc<Beside<Q, A, MOST>>);

impl<Q, A, const MOST: usize> Drop for Place<Q, A, MOST> {
    fn drop(&mut self) {
        lock(&self.0.now).question = None;
    }
}

/// Begins work on a thread that lets every other thread go first: a cramp that is being logged does not wait for statistics.
pub(crate) fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    let thread = Builder::new().name(name.to_owned());
    thread.spawn(move || {
        give_way();
        work();
    })?;
    Ok(())
}

#[cfg(target_os = "linux")]
fn give_way() {
    // On Linux a thread has a niceness of its own. Without it the thread is only less polite.
    let _ = rustix::process::setpriority_process(Some(rustix::thread::gettid()), 19);
}

/// Elsewhere niceness belongs to the whole process.
#[cfg(not(target_os = "linux"))]
const fn give_way() {}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, Sender, channel};

    use super::*;

    type Words = Arc<Beside<u8, &'static str, 2>>;

    /// Begins work on a question that waits for a word before it is done.
    fn begin(beside: &Words, question: u8) -> (Meanwhile<&'static str>, Sender<()>, Receiver<()>) {
        let (go, may_go) = channel::<()>();
        let (done, is_done) = channel::<()>();
        let meanwhile = beside.meanwhile(&question, move |watch| {
            watch(0.5);
            done.send(()).unwrap();
            let _ = may_go.recv();
            "an answer"
        });
        (meanwhile, go, is_done)
    }

    fn look(beside: &Words, question: u8) -> Meanwhile<&'static str> {
        beside.meanwhile(&question, |_| "at once")
    }

    /// Waits until nothing is being worked on.
    fn rest(beside: &Words) {
        while lock(&beside.now).question.is_some() {
            std::thread::yield_now();
        }
    }

    #[test]
    fn nobody_waits_and_the_answer_is_there_later() {
        let beside = Words::default();
        let (first, go, begun) = begin(&beside, 1);
        assert_eq!(first, Meanwhile::Working { share: None });
        begun.recv().unwrap();
        let half = Meanwhile::Working { share: Some(0.5) };
        assert_eq!(look(&beside, 1), half);
        let other = Meanwhile::Working { share: None };
        assert_eq!(look(&beside, 2), other, "one at a time");
        go.send(()).unwrap();
        rest(&beside);
        assert_eq!(look(&beside, 1), Meanwhile::There("an answer"));
        assert_eq!(beside.exact(1, || "nobody works again"), "an answer");
    }

    #[test]
    fn what_is_forgotten_while_it_is_worked_out_is_not_kept() {
        let beside = Words::default();
        let (_, go, begun) = begin(&beside, 1);
        begun.recv().unwrap();
        beside.forget();
        go.send(()).unwrap();
        rest(&beside);
        assert_eq!(beside.exact(1, || "anew"), "anew");
    }

    #[test]
    fn work_that_breaks_off_leaves_the_place_free() {
        let beside = Words::default();
        let _ = beside.meanwhile(&1, |_| panic!("as it may happen"));
        rest(&beside);
        assert_eq!(beside.exact(1, || "anew"), "anew");
    }
}
