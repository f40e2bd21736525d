//! What is told to whoever watches the server: a log on standard error, and counts for Prometheus.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::Context;
use tokio::net::TcpListener;
use tracing::Level;
use web::{Counts, serve_counts};

use crate::fault::refuse;

/// What is told about the server's work. Neither holds an address of a page nor anything that was told to the diary.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct WatchArgs {
    /// Write down every request on standard error: its number, status and time, never its address. Without it only what
    /// goes wrong is written.
    #[arg(long, value_name = "STYLE", env = "SOLEUS_LOG")]
    log: Option<Style>,
    /// Serve counts for Prometheus at this address of this computer, under /metrics.
    #[arg(long, value_name = "ADDRESS:PORT", env = "SOLEUS_METRICS")]
    metrics: Option<SocketAddr>,
}

/// How the log is written.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Style {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

impl WatchArgs {
    /// What was given after the command, else what was given before it.
    pub(crate) fn or(self, before: Self) -> Self {
        Self {
            log: self.log.or(before.log),
            metrics: self.metrics.or(before.metrics),
        }
    }

    /// Begins to write down.
    pub(crate) fn write_down(&self) {
        let log = tracing_subscriber::fmt()
            .with_writer(io::stderr)
            .with_target(false);
        // A log that somebody else has begun goes on.
        let _ = match self.log {
            None => log.with_max_level(Level::WARN).with_ansi(false).try_init(),
            Some(Style::Text) => log.with_max_level(Level::INFO).with_ansi(false).try_init(),
            Some(Style::Json) => log.with_max_level(Level::INFO).json().try_init(),
        };
    }

    /// Serves the counts, if asked to, until the program ends.
    pub(crate) async fn count(&self, counts: Arc<Counts>) -> anyhow::Result<()> {
        let Some(address) = self.metrics else {
            return Ok(());
        };
        if !address.ip().is_loopback() {
            return refuse(format!(
                "Counts are served to this computer alone: use --metrics 127.0.0.1:{}.",
                address.port()
            ));
        }
        let listener = TcpListener::bind(address)
            .await
            .with_context(|| format!("Soleus cannot listen on {address} for --metrics"))?;
        tokio::spawn(serve_counts(listener, counts));
        Ok(())
    }
}
