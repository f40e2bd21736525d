//! A page that says one word, in the same framework: what the machine and the framework cost, to stand beside Soleus under load.

use axum::Router;
use axum::routing::get;

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let port = std::env::args().nth(1).unwrap_or_else(|| "7398".to_owned());
    let socket = tokio::net::TcpListener::bind(format!("127.0.0.1:{port}")).await?;
    axum::serve(socket, Router::new().route("/", get(|| async { "Hello" }))).await
}
