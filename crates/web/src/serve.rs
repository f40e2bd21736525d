//! The server's loop: how many connections there may be at once, how long a slow one may take, how it ends.

use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::{sleep, timeout};

use crate::login::From;
use crate::router::router;
use crate::site::Site;

/// How long a browser may take to send the head of a request, and how long an idle connection is kept.
const HEAD: Duration = Duration::from_secs(30);
/// How long requests under way may take once the server is asked to stop.
const FAREWELL: Duration = Duration::from_secs(3);
/// Connections at once; more wait at the door.
const CONNECTIONS: usize = 256;
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
    site: Site,
    shutdown: impl Future<Output = ()> + Send + 'static,
) {
    let pages = TowerToHyperService::new(router(site));
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEAD);
    let room = Arc::new(Semaphore::new(CONNECTIONS));
    let connections = GracefulShutdown::new();
    let mut shutdown = pin!(shutdown);
    loop {
        let stream = tokio::select! {
            () = &mut shutdown => break,
            next = accept(&listener, &room) => next,
        };
        let Some((stream, from, place)) = stream else {
            break;
        };
        let pages = pages.clone();
        let pages = service_fn(move |mut request: hyper::Request<Incoming>| {
            request.extensions_mut().insert(From(from.ip()));
            pages.call(request)
        });
        let connection = http.serve_connection(TokioIo::new(stream), pages);
        let connection = connections.watch(connection);
        tokio::spawn(async move {
            // What goes wrong on one connection concerns nobody else, and names what was asked for: it is not written down.
            let _ = connection.await;
            drop(place);
        });
    }
    drop(listener);
    // Whoever has not finished by then never will: a browser that sent half a request must not keep the diary open.
    let _ = timeout(FAREWELL, connections.shutdown()).await;
}

type Place = tokio::sync::OwnedSemaphorePermit;

/// The next connection, once there is room for it; `None` never comes while the server runs.
async fn accept(
    listener: &TcpListener,
    room: &Arc<Semaphore>,
) -> Option<(TcpStream, SocketAddr, Place)> {
    let place = Arc::clone(room).acquire_owned().await.ok()?;
    loop {
        match listener.accept().await {
            Ok((stream, from)) => return Some((stream, from, place)),
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
