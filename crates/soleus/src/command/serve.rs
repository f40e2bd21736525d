//! `soleus` alone: the pages, on this computer only unless a passphrase is set.

mod oversight;
mod reach;
mod schedule;

use std::io;
use std::sync::Arc;

use anyhow::Context;
use desk::Desk;
use serde::Serialize;
use tokio::net::TcpListener;
use tokio::sync::watch;

pub(crate) use oversight::WatchArgs;
pub(crate) use reach::loopback;

use reach::{Reach, ReachArgs};
use schedule::{Backups, ScheduleArgs};

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
    /// Address of the pages; any but this computer's own needs a passphrase [default: 127.0.0.1:7353].
    #[arg(long, value_name = "ADDRESS:PORT")]
    pub(crate) listen: Option<String>,
    #[command(flatten)]
    pub(crate) reach: ReachArgs,
    #[command(flatten)]
    pub(crate) backups: ScheduleArgs,
    #[command(flatten)]
    pub(crate) watch: WatchArgs,
}

impl Command {
    /// The address given after the command, else the one before it.
    pub(crate) fn or(self, before: Args) -> Args {
        Args {
            listen: self.args.listen.or(before.listen),
            reach: self.args.reach.or(before.reach),
            backups: self.args.backups.or(before.backups),
            watch: self.args.watch.or(before.watch),
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
    /// What is told to whoever watches the server.
    pub(crate) watch: WatchArgs,
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
    let store = Arc::new(world.store()?);
    let listen = args.listen.as_deref().unwrap_or(HOME);
    let reach = args.reach.reach(listen, Arc::clone(&store))?;
    let diary = store.path().display().to_string();
    let backups = args.backups.backups(Arc::clone(&store), &world.folder()?)?;
    let desk = Arc::new(Desk::new(store).with_larder(world.larder_file()?));
    serve(
        world,
        reach,
        Served {
            desk,
            diary,
            demo: false,
            backups: Some(backups),
            watch: args.watch.clone(),
        },
    )
}

/// Serves until interrupted.
pub(crate) fn serve(world: &World, reach: Reach, served: Served) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    let zone = world.zone()?;
    let clock = Arc::new(world.clock());
    let counts = Arc::<web::Counts>::default();
    served.watch.write_down();
    let address = reach.address;
    runtime.block_on(async {
        let listener = TcpListener::bind(address).await.map_err(|error| match error.kind() {
            io::ErrorKind::AddrInUse => anyhow::anyhow!(
                "{address} is taken: is Soleus running already? Open http://{address}, or choose another port with --listen 127.0.0.1:{}.",
                address.port().wrapping_add(1)
            ),
            _ => anyhow::Error::new(error).context(format!("Soleus cannot listen on {address}")),
        })?;
        let address = listener.local_addr().context("The address is not known")?;
        announce(world, &format!("{}://{address}", if reach.tls.is_some() { "https" } else { "http" }), &served)?;
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
        served.watch.count(Arc::clone(&counts)).await?;
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
            hosts: [reach.hosts, web::hosts_of(address)].concat(),
            scheme: reach.scheme,
            login: reach.login,
            counts,
            cookie: match reach.scheme {
                web::Scheme::Https => web::Cookie::over_tls(address.port()),
                web::Scheme::Http => web::Cookie::plain(address.port()),
            },
        };
        let signals = signals();
        tokio::select! {
            () = web::serve(listener, reach.tls, site, nth(signals.clone(), 1)) => {}
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
