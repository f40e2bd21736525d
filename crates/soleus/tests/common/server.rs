//! The real server as a process, and requests to it as a device sends them.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::Value;

/// A server that is killed when it goes out of scope.
pub struct Server {
    pub child: Child,
    pub address: SocketAddr,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Server {
    /// Starts the command, which must serve on a port of its own choice, and waits until it says where it is.
    pub fn start(command: Command, more: &[&str]) -> Self {
        Self::start_with_log(command, more, Stdio::null())
    }

    /// The same, with its standard error written somewhere.
    pub fn start_with_log(mut command: Command, more: &[&str], log: Stdio) -> Self {
        let mut child = command
            .args(["serve", "--listen", "127.0.0.1:0", "--json"])
            .args(more)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .expect("the server starts");
        let mut first = String::new();
        BufReader::new(child.stdout.take().expect("piped"))
            .read_line(&mut first)
            .expect("it says where it is");
        let started: Value = serde_json::from_str(&first).expect("as JSON");
        let address = started["address"].as_str().expect("an address");
        let address = address.rsplit('/').next().expect("a host");
        Self {
            child,
            address: address.parse().expect("an address with a port"),
        }
    }

    /// `kill -9`.
    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Sends one request; `None` when no whole answer came back, as when the server is killed.
pub fn ask(address: SocketAddr, head: &str, body: &str) -> Option<Answer> {
    let patience = Duration::from_secs(20);
    let mut stream = TcpStream::connect(address).ok()?;
    stream.set_read_timeout(Some(patience)).ok()?;
    let request = format!(
        "{head}\r\nhost: {address}\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).ok()?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).ok()?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let (head, body) = text.split_once("\r\n\r\n")?;
    Some(Answer {
        status: head.split(' ').nth(1)?.parse().ok()?,
        head: head.to_ascii_lowercase(),
        body: body.to_owned(),
    })
}
