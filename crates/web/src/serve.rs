//! The server's loop: how many connections there may be at once, how long a slow one may take, how it ends.

mod room;
mod tls;

use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use diary::Moment;
use hyper::body::Incoming;
use hyper::server::conn::http1::Builder;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{sleep, timeout};

use crate::login::From;
use crate::router::router;
use crate::site::Site;

use room::{Guest, Room};

pub use tls::{Tls, TlsError};

/// How long a browser may take to send the head of a request, and how long an idle connection is kept.
const HEAD: Duration = Duration::from_secs(30);
/// How long requests under way may take once the server is asked to stop.
const FAREWELL: Duration = Duration::from_secs(3);
/// How long the two ends may take to agree on keys.
const HANDSHAKE: Duration = Duration::from_secs(10);
/// Connections at once, half of what a process may usually open; for one more, the longest silent one is closed.
const CONNECTIONS: usize = 512;
/// Pause after the system could not hand over a connection (too many open files, say).
const BREATH: Duration = Duration::from_millis(100);

/// The `Host` values under which a server that listens on this address of this machine is reached. On port 80 browsers
/// leave the port out.
#[must_use]
pub fn hosts_of(address: SocketAddr) -> Vec<String> {
    let port = address.port();
    let mut names = crate::site::loopback_hosts(port);
    names.push(address.to_string());
    if port == 80 {
        let bare = names.iter().filter_map(|name| name.strip_suffix(":80"));
        let bare: Vec<String> = bare.map(str::to_owned).collect();
        names.extend(bare);
    }
    names.sort();
    names.dedup();
    names
}

/// Answers requests until `shutdown` completes; those under way then have three seconds to end.
/// A connection that fails is closed, and the server goes on.
pub async fn serve(
    listener: TcpListener,
    tls: Option<Tls>,
    site: Site,
    shutdown: impl Future<Output = ()> + Send + 'static,
) {
    read_ahead(&site);
    let room = Room::new(CONNECTIONS, Arc::clone(&site.counts));
    let pages = TowerToHyperService::new(router(site));
    let mut http = Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEAD);
    let connections = GracefulShutdown::new();
    let mut shutdown = pin!(shutdown);
    loop {
        let (stream, from) = tokio::select! {
            () = &mut shutdown => break,
            next = accept(&listener) => next,
        };
        let guest = tokio::select! {
            () = &mut shutdown => break,
            guest = room.enter() => Arc::new(guest),
        };
        let door = Door {
            http: http.clone(),
            pages: pages.clone(),
            watcher: connections.watcher(),
            guest: Arc::clone(&guest),
            from,
        };
        let tls = tls.clone();
        tokio::spawn(async move {
            let answered = async {
                match tls {
                    None => door.answer(stream).await,
                    Some(tls) => {
                        if let Ok(Ok(stream)) = timeout(HANDSHAKE, tls.accept(stream)).await {
                            door.answer(stream).await;
                        }
                    }
                }
            };
            tokio::select! {
                () = answered => {}
                () = guest.asked_to_leave() => {}
            }
        });
    }
    drop(listener);
    // Whoever has not finished by then never will: a browser that sent half a request must not keep the diary open.
    let _ = timeout(FAREWELL, connections.shutdown()).await;
}

/// Reads the diary beside the first requests: that of years takes longer than a page may. What fails, the pages say.
fn read_ahead(site: &Site) {
    let desk = Arc::clone(&site.desk);
    let today = Moment::new((site.clock)(), site.zone.clone())
        .local()
        .date();
    tokio::task::spawn_blocking(move || desk.suspects_meanwhile(today));
}

/// What one connection needs.
struct Door {
    http: Builder,
    pages: TowerToHyperService<Router>,
    watcher: Watcher,
    guest: Arc<Guest>,
    from: SocketAddr,
}

impl Door {
    /// Answers the requests of one connection until it ends.
    async fn answer(self, stream: impl AsyncRead + AsyncWrite + Unpin + 'static) {
        let pages = service_fn(|mut request: hyper::Request<Incoming>| {
            self.guest.heard();
            request.extensions_mut().insert(From(self.from.ip()));
            let answer = self.pages.call(request);
            let guest = Arc::clone(&self.guest);
            async move {
                let answer = answer.await;
                guest.silent();
                answer
            }
        });
        let connection = self.http.serve_connection(TokioIo::new(stream), pages);
        // What goes wrong on one connection concerns nobody else, and names what was asked for: it is not written down.
        let _ = self.watcher.watch(connection).await;
    }
}

/// The next connection.
async fn accept(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    loop {
        match listener.accept().await {
            Ok(next) => return next,
            // The one that failed is gone or could not be opened now; the listener itself is well.
            Err(_) => sleep(BREATH).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_printed_address_and_the_usual_names_are_hosts() {
        let hosts = hosts_of("127.0.0.2:7353".parse().unwrap());
        assert!(hosts.contains(&"127.0.0.2:7353".to_owned()));
        assert!(hosts.contains(&"localhost:7353".to_owned()));
        assert!(!hosts.contains(&"localhost".to_owned()));
        let bare = hosts_of("[::1]:80".parse().unwrap());
        for name in ["localhost", "127.0.0.1", "[::1]", "[::1]:80"] {
            assert!(bare.contains(&name.to_owned()), "{name}");
        }
    }
}
