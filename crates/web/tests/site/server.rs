//! The server's loop over real connections: its end, silent visitors, TLS.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use rcgen::{CertifiedKey, generate_simple_self_signed};
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, RootCertStore};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use web::{Scheme, Tls, TlsError};

use crate::common::{HOST, House};

const NIGHT: &str = "2026-03-10T02:00:00Z";

/// A running server.
struct Running {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    ended: JoinHandle<()>,
}

async fn start(site: web::Site, tls: Option<Tls>) -> Running {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let ended = tokio::spawn(web::serve(listener, tls, site, async {
        let _ = stopped.await;
    }));
    Running {
        address,
        stop,
        ended,
    }
}

/// What comes back over one connection that ends with the answer.
async fn ask(mut stream: impl AsyncRead + AsyncWrite + Unpin, path: &str) -> String {
    let request = format!("GET {path} HTTP/1.1\r\nhost: {HOST}\r\nconnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    // A TLS peer may close without a farewell.
    let _ = stream.read_to_string(&mut answer).await;
    answer
}

// Seen to fail without the `FAREWELL` of `web::serve`.
#[tokio::test]
async fn half_a_request_does_not_keep_the_server_from_stopping() {
    let house = House::at(NIGHT);
    let server = start(house.site(), None).await;
    let mut half = TcpStream::connect(server.address).await.unwrap();
    half.write_all(b"POST /cramp HTTP/1.1\r\nhost: 127.0.0.1:7353\r\ncontent-type: application/x-www-form-urlencoded\r\nexpect: 100-continue\r\ncontent-length: 10\r\n\r\n")
        .await
        .unwrap();
    // The server waits for the form: it has said that it does.
    let mut told = [0; 12];
    half.read_exact(&mut told).await.unwrap();
    assert_eq!(&told, b"HTTP/1.1 100");
    half.write_all(b"id").await.unwrap();
    server.stop.send(()).unwrap();
    let ended = timeout(Duration::from_secs(6), server.ended).await;
    assert!(ended.is_ok(), "it waits for a while, not for ever");
}

// Seen to fail without the line `guests.silent.pop_first()` of `serve/room.rs`.
#[tokio::test(flavor = "multi_thread")]
async fn silent_visitors_lock_nobody_out() {
    let house = House::at(NIGHT);
    let server = start(house.site(), None).await;
    let mut silent = Vec::new();
    // More than there are places.
    for _ in 0..700 {
        silent.push(TcpStream::connect(server.address).await.unwrap());
    }
    let newcomer = TcpStream::connect(server.address).await.unwrap();
    let answer = timeout(Duration::from_secs(10), ask(newcomer, "/healthz")).await;
    assert!(answer.unwrap().ends_with("ok"));
    let mut first = silent.swap_remove(0);
    let closed = timeout(Duration::from_secs(10), first.read(&mut [0])).await;
    assert!(
        matches!(closed.unwrap(), Ok(0) | Err(_)),
        "the longest silent made place"
    );
}

/// Files with a certificate for this computer and its key, and somebody who trusts it.
fn household(folder: &Path) -> (Tls, TlsConnector) {
    let CertifiedKey { cert, signing_key } =
        generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let (certificate, key) = (folder.join("certificate.pem"), folder.join("key.pem"));
    std::fs::write(&certificate, cert.pem()).unwrap();
    std::fs::write(&key, signing_key.serialize_pem()).unwrap();
    let mut roots = RootCertStore::empty();
    roots.add(cert.der().clone()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let client = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let tls = Tls::read(&certificate, &key).unwrap();
    (tls, TlsConnector::from(Arc::new(client)))
}

#[tokio::test]
async fn over_tls_the_pages_come_and_browsers_are_told_to_come_that_way() {
    let house = House::at(NIGHT);
    let folder = tempfile::tempdir().unwrap();
    let (tls, browser) = household(folder.path());
    let mut site = house.site();
    site.scheme = Scheme::Https;
    let server = start(site, Some(tls)).await;
    let stream = TcpStream::connect(server.address).await.unwrap();
    let name = ServerName::try_from("localhost").unwrap();
    let stream = browser.connect(name, stream).await.unwrap();
    let answer = ask(stream, "/cramp").await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(answer.contains("strict-transport-security: max-age="));
    // In plain nothing is told, and the server goes on.
    let plain = ask(TcpStream::connect(server.address).await.unwrap(), "/cramp").await;
    assert!(!plain.contains("HTTP/1.1 200"), "{plain}");
    let stream = TcpStream::connect(server.address).await.unwrap();
    let name = ServerName::try_from("localhost").unwrap();
    let answer = ask(browser.connect(name, stream).await.unwrap(), "/healthz").await;
    assert!(answer.ends_with("ok"));
}

#[test]
fn a_certificate_that_cannot_be_used_is_named() {
    let folder = tempfile::tempdir().unwrap();
    household(folder.path());
    let path = |name: &str| folder.path().join(name);
    let other = tempfile::tempdir().unwrap();
    household(other.path());
    std::fs::write(path("empty.pem"), "").unwrap();
    let said = |certificate: &Path, key: &Path| Tls::read(certificate, key).err().unwrap();
    let (certificate, key) = (path("certificate.pem"), path("key.pem"));
    assert!(matches!(
        said(&path("none"), &key),
        TlsError::Unreadable(..)
    ));
    for (error, words) in [
        (said(&path("empty.pem"), &key), "holds no certificate"),
        (said(&key, &key), "holds no certificate"),
        (said(&certificate, &certificate), "holds no private key"),
        (
            said(&certificate, &other.path().join("key.pem")),
            "two halves of one pair",
        ),
    ] {
        assert!(error.to_string().contains(words), "{error}");
    }
}
