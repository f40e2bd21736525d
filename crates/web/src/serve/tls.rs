//! TLS with a certificate that the household has.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls::pki_types::pem::{self, PemObject};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

/// A certificate and its key, read once.
#[derive(Clone)]
pub struct Tls(TlsAcceptor);

/// Why a certificate or its key cannot be used.
#[derive(Debug)]
pub enum TlsError {
    /// A file cannot be read.
    Unreadable(PathBuf, io::Error),
    /// A file holds nothing of the kind in PEM.
    NotPem(PathBuf, What),
    /// The two do not belong together, or are of a kind that cannot be used.
    Unusable(rustls::Error),
}

/// What a file should hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A certificate, with those that vouch for it after it.
    Certificate,
    /// A private key without a passphrase.
    Key,
}

impl fmt::Display for TlsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(path, error) => {
                write!(f, "{} cannot be read: {error}.", path.display())
            }
            Self::NotPem(path, What::Certificate) => write!(
                f,
                "{} holds no certificate in PEM (a block that begins with -----BEGIN CERTIFICATE-----).",
                path.display()
            ),
            Self::NotPem(path, What::Key) => write!(
                f,
                "{} holds no private key in PEM that opens without a passphrase (-----BEGIN PRIVATE KEY-----).",
                path.display()
            ),
            Self::Unusable(error) => write!(
                f,
                "The certificate and the key cannot be used together: {error}. Are they two halves of one pair?"
            ),
        }
    }
}

impl std::error::Error for TlsError {}

impl Tls {
    /// Reads a chain of certificates, the server's own first, and its private key, both in PEM.
    ///
    /// # Errors
    ///
    /// A file that cannot be read or holds something else, or a key that is not the certificate's.
    pub fn read(certificate: &Path, key: &Path) -> Result<Self, TlsError> {
        let not = |path: &Path, what| {
            let path = path.to_owned();
            move |error| match error {
                pem::Error::Io(error) => TlsError::Unreadable(path, error),
                _ => TlsError::NotPem(path, what),
            }
        };
        let chain = CertificateDer::pem_file_iter(certificate)
            .and_then(Iterator::collect::<Result<Vec<_>, _>>)
            .map_err(not(certificate, What::Certificate))?;
        if chain.is_empty() {
            return Err(TlsError::NotPem(certificate.to_owned(), What::Certificate));
        }
        let key = PrivateKeyDer::from_pem_file(key).map_err(not(key, What::Key))?;
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .and_then(|config| config.with_no_client_auth().with_single_cert(chain, key))
            .map_err(TlsError::Unusable)?;
        Ok(Self(TlsAcceptor::from(Arc::new(config))))
    }

    /// Agrees on keys with a browser.
    pub(super) async fn accept(&self, stream: TcpStream) -> io::Result<TlsStream<TcpStream>> {
        self.0.accept(stream).await
    }
}
