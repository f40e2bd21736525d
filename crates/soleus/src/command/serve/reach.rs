//! Who can reach the pages: the address, the names browsers know it by, and the passphrase that is then asked for.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use desk::Login;
use store::SqliteStore;
use web::{Scheme, Tls};

use crate::fault::{Refusal, refuse};

/// Who may reach the pages beside this computer.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct ReachArgs {
    /// A name under which browsers reach Soleus, such as diary.example.org; may be given several times.
    #[arg(
        long = "host",
        value_name = "NAME",
        env = "SOLEUS_HOSTS",
        value_delimiter = ','
    )]
    pub(crate) hosts: Vec<String>,
    /// Browsers come over https: a proxy before Soleus has the certificate.
    #[arg(long, env = "SOLEUS_HTTPS")]
    pub(crate) https: bool,
    #[command(flatten)]
    pub(crate) tls: TlsArgs,
}

/// A certificate for https without a proxy.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct TlsArgs {
    /// Serve https with this certificate (PEM, with those that vouch for it after it); needs --tls-key. Read at the start:
    /// start Soleus anew when the certificate was renewed.
    #[arg(
        long,
        value_name = "FILE",
        env = "SOLEUS_TLS_CERTIFICATE",
        requires = "tls_key"
    )]
    pub(crate) tls_certificate: Option<PathBuf>,
    /// The certificate's private key (PEM, without a passphrase).
    #[arg(
        long,
        value_name = "FILE",
        env = "SOLEUS_TLS_KEY",
        requires = "tls_certificate"
    )]
    pub(crate) tls_key: Option<PathBuf>,
}

impl TlsArgs {
    fn or(self, before: Self) -> Self {
        if self.tls_certificate.is_some() {
            self
        } else {
            before
        }
    }

    fn read(&self) -> anyhow::Result<Option<Tls>> {
        let (Some(certificate), Some(key)) = (&self.tls_certificate, &self.tls_key) else {
            return Ok(None);
        };
        match Tls::read(certificate, key) {
            Ok(tls) => Ok(Some(tls)),
            Err(error) => refuse(error.to_string()),
        }
    }
}

/// How the pages are reached.
pub(crate) struct Reach {
    pub(crate) address: SocketAddr,
    /// Names beside those of the address, in lower case.
    pub(crate) hosts: Vec<String>,
    pub(crate) scheme: Scheme,
    /// What https needs when no proxy undoes it before us.
    pub(crate) tls: Option<Tls>,
    /// The lock of the pages; none when no passphrase is set.
    pub(crate) login: Option<Arc<Login>>,
}

impl ReachArgs {
    /// What was given after the command, else what was given before it.
    pub(crate) fn or(self, before: Self) -> Self {
        Self {
            hosts: if self.hosts.is_empty() {
                before.hosts
            } else {
                self.hosts
            },
            https: self.https || before.https,
            tls: self.tls.or(before.tls),
        }
    }

    /// Refuses what would let others in: a passphrase that is set is always asked for, and must be set wherever anything
    /// but this computer can come.
    pub(crate) fn reach(&self, text: &str, store: Arc<SqliteStore>) -> anyhow::Result<Reach> {
        let address = parse(text)?;
        let login = Login::new(store);
        let locked = login.is_set()?;
        let tls = self.tls.read()?;
        let outside =
            !address.ip().is_loopback() || !self.hosts.is_empty() || self.https || tls.is_some();
        if outside && !locked {
            return refuse(format!(
                "Soleus does not listen on {address} for others without a passphrase: anybody who reaches it could read \
                 the diary. Set one with `soleus passphrase`, then start again. For this computer alone use 127.0.0.1:{}.",
                address.port()
            ));
        }
        if address.ip().is_unspecified() && self.hosts.is_empty() {
            return refuse(format!(
                "{address} stands for every address of this computer. Say under which name browsers reach it, such as \
                 `--host diary.example.org` or `--host 192.168.1.5`."
            ));
        }
        Ok(Reach {
            address,
            hosts: self.names(address.port())?,
            scheme: if self.https || tls.is_some() {
                Scheme::Https
            } else {
                Scheme::Http
            },
            tls,
            login: locked.then(|| Arc::new(login)),
        })
    }

    /// Each name with the port and without: a proxy has a port of its own.
    fn names(&self, port: u16) -> anyhow::Result<Vec<String>> {
        let mut names = Vec::new();
        for host in &self.hosts {
            let plain = |c: char| c.is_ascii_alphanumeric() || ".-:[]".contains(c);
            if host.is_empty() || !host.chars().all(plain) {
                return refuse(format!(
                    "‘{host}’ is not a name of a computer. Write diary.example.org, for example, without https://."
                ));
            }
            let host = host.to_ascii_lowercase();
            names.push(format!("{host}:{port}"));
            names.push(host);
        }
        Ok(names)
    }
}

/// An address for this computer alone, without a lock: for diaries that are thrown away.
pub(crate) fn loopback(text: &str) -> anyhow::Result<Reach> {
    let address = parse(text)?;
    if !address.ip().is_loopback() {
        return refuse(format!(
            "A demo is for this computer alone. Use 127.0.0.1:{}.",
            address.port()
        ));
    }
    Ok(Reach {
        address,
        hosts: Vec::new(),
        scheme: Scheme::Http,
        tls: None,
        login: None,
    })
}

fn parse(text: &str) -> anyhow::Result<SocketAddr> {
    let named = text
        .strip_prefix("localhost:")
        .map(|port| format!("127.0.0.1:{port}"));
    let address = named.as_deref().unwrap_or(text).parse().map_err(|_| {
        Refusal(format!(
            "‘{text}’ is not an address with a port. Write 127.0.0.1:7353, for example."
        ))
    })?;
    Ok(address)
}
