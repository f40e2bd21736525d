//! `soleus` alone: the pages, on this computer only.

mod schedule;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::Context;
use desk::Desk;
use serde::Serialize;
use tokio::net::TcpListener;
use tokio::sync::watch;

use schedule::{Backups, ScheduleArgs};

use crate::fault::{Refusal, refuse};
use crate::output;
use crate::world::{World, random};

/// Where the pages are unless told otherwise.
const HOME: &str = "127.0.0.1:7353";

/// Start the pages (what `soleus` alone does).
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  soleus serve --listen 127.0.0.1:8000")]
pub(crate) struct Command {
    #[command(flatten)]
    args: Args,
}

/// Where to serve.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Address of the pages; only this computer's own, such as 127.0.0.1, until there is a login [default: 127.0.0.1:7353].
    #[arg(long, value_name = "ADDRESS:PORT")]
    pub(crate) listen: Option<String>,
    #[command(flatten)]
    pub(crate) backups: ScheduleArgs,
}

impl Command {
    /// The address given after the command, else the one before it.
    pub(crate) fn or(self, before: Args) -> Args {
        Args {
            listen: self.args.listen.or(before.listen),
            backups: self.args.backups.or(before.backups),
        }
    }
}

/// What is served.
pub(crate) struct Served {
    pub(crate) desk: Arc<Desk>,
    /// Where the diary is, for the person.
    pub(crate) diary: String,
    pub(crate) demo: bool,
    /// Where backups go; none for a diary that is thrown away.
    pub(crate) backups: Option<Backups>,
}

/// What `--json` says at the start.
#[derive(Serialize)]
struct Started<'a> {
    address: &'a str,
    diary: &'a str,
    demo: bool,
}

/// Serves the diary until interrupted.
pub(crate) fn run(world: &World, args: &Args) -> anyhow::Result<()> {
    let address = loopback(args.listen.as_deref().unwrap_or(HOME))?;
    let store = Arc::new(world.store()?);
    let diary = store.path().display().to_string();
    let backups = args.backups.backups(Arc::clone(&store), &world.folder()?)?;
    let desk = Arc::new(Desk::new(store));
    serve(
        world,
        address,
        Served {
            desk,
            diary,
            demo: false,
            backups: Some(backups),
        },
    )
}

/// Reads an address and refuses what others could reach.
pub(crate) fn loopback(text: &str) -> anyhow::Result<SocketAddr> {
    let named = text
        .strip_prefix("localhost:")
        .map(|port| format!("127.0.0.1:{port}"));
    let address: SocketAddr = named.as_deref().unwrap_or(text).parse().map_err(|_| {
        Refusal(format!(
            "‘{text}’ is not an address with a port. Write 127.0.0.1:7353, for example."
        ))
    })?;
    if address.ip().is_loopback() {
        return Ok(address);
    }
    refuse(format!(
        "Soleus does not listen on {address}: others on the network could read the diary, because there is no login yet. Use 127.0.0.1:{}.",
        address.port()
    ))
}

/// Serves until interrupted.
pub(crate) fn serve(world: &World, address: SocketAddr, served: Served) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    let zone = world.zone()?;
    let clock = Arc::new(world.clock());
    runtime.block_on(async {
        let listener = TcpListener::bind(address).await.map_err(|error| match error.kind() {
            io::ErrorKind::AddrInUse => anyhow::anyhow!(
                "{address} is taken: is Soleus running already? Open http://{address}, or choose another port with --listen 127.0.0.1:{}.",
                address.port().wrapping_add(1)
            ),
            _ => anyhow::Error::new(error).context(format!("Soleus cannot listen on {address}")),
        })?;
        let address = listener.local_addr().context("The address is not known")?;
        announce(world, &format!("http://{address}"), &served)?;
        let backups = served.backups.map(|backups| {
            let shelf = Arc::clone(&backups.shelf);
            if let Some(every) = backups.every {
                tokio::spawn(schedule::keep(shelf, every, world.clock()));
            }
            web::Backups {
                by_itself: backups.every.is_some(),
                shelf: backups.shelf,
            }
        });
        let site = web::Site {
            desk: served.desk,
            clock,
            // The operating system's randomness fails only where nothing would work; an id made of zeros and the time
            // would then be refused as taken, never overwrite anything.
            random: Arc::new(|| random().unwrap_or_default()),
            secrets: Arc::new(|| random().ok()),
            backups,
            zone,
            demo: served.demo,
            hosts: web::hosts_of(address),
        };
        let signals = signals();
        tokio::select! {
            () = web::serve(listener, site, nth(signals.clone(), 1)) => {}
            // Whoever asks twice does not want to wait for requests under way.
            () = nth(signals, 2) => {}
        }
        anyhow::Ok(())
    })?;
    // Statistics under way would keep the process for seconds; every entry is durable already.
    runtime.shutdown_background();
    Ok(())
}

fn announce(world: &World, address: &str, served: &Served) -> anyhow::Result<()> {
    if world.json() {
        return output::json_line(&Started {
            address,
            diary: &served.diary,
            demo: served.demo,
        });
    }
    if served.demo {
        output::line(
            "This is a demo: a made-up person in a diary that is thrown away at the end.",
        )?;
    }
    output::line(format!("Soleus is at {address}"))?;
    output::line(format!("The diary is {}", served.diary))?;
    output::line("Press Ctrl-C to stop.")?;
    output::flush()
}

/// How often the person pressed Ctrl-C or the system asked to stop.
fn signals() -> watch::Receiver<u32> {
    let (count, signals) = watch::channel(0);
    tokio::spawn(async move {
        #[cfg(unix)]
        {
            use tokio::signal::unix::{SignalKind, signal};
            if let (Ok(mut interrupt), Ok(mut terminate)) = (
                signal(SignalKind::interrupt()),
                signal(SignalKind::terminate()),
            ) {
                loop {
                    tokio::select! {
                        _ = interrupt.recv() => {}
                        _ = terminate.recv() => {}
                    }
                    count.send_modify(|count| *count += 1);
                }
            }
        }
        while tokio::signal::ctrl_c().await.is_ok() {
            count.send_modify(|count| *count += 1);
        }
    });
    signals
}

/// Completes at the `n`th signal; never where signals cannot be heard: the process then simply ends at Ctrl-C.
async fn nth(mut signals: watch::Receiver<u32>, n: u32) {
    if signals.wait_for(|count| *count >= n).await.is_err() {
        std::future::pending::<()>().await;
    }
}
