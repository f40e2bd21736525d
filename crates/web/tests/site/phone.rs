//! The page that brings Soleus onto a phone: every way with the commands that it takes, whole.

use crate::common::House;

#[tokio::test]
async fn every_way_onto_a_phone_has_its_commands() {
    let house = House::at("2026-05-03T08:00:00Z");
    for cookie in ["prefers=lang-en", "prefers=lang-de"] {
        let page = house.get_with("/phone", cookie).await.body;
        for command in [
            "soleus passphrase",
            "soleus serve --listen 192.168.1.5:7353 --host 192.168.1.5",
            "tailscale serve --bg 7353",
            "soleus serve --host COMPUTER.YOUR-TAILNET.ts.net --https",
            // Caddy refuses a block on one line.
            "diary.example.org {<br>reverse_proxy 127.0.0.1:7353<br>}",
            "soleus serve --host diary.example.org --https",
            "mkcert 192.168.1.5",
            "soleus serve --listen 192.168.1.5:7353 --host 192.168.1.5 --tls-certificate 192.168.1.5.pem --tls-key \
             192.168.1.5-key.pem",
        ] {
            let shown = format!("<code>{command}</code>");
            assert!(page.contains(&shown), "{cookie}, {command}: {page}");
        }
    }
}
