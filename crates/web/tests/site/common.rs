//! A site over a throw-away diary, with a clock that the test sets, and a browser that knows only links and forms.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use backup::{Seal, Shelf};
use desk::{Cost, Desk, Login};
use diary::{Log, Zone};
use jiff::Timestamp;
use store::SqliteStore;
use tempfile::TempDir;
use tower::ServiceExt;
use web::{Backups, Site, loopback_hosts, router};

pub(crate) const HOST: &str = "127.0.0.1:7353";

/// One person's browser and the diary behind it.
pub(crate) struct House {
    pub(crate) desk: Arc<Desk>,
    site: Site,
    router: Router,
    clock: Arc<Mutex<Timestamp>>,
    folder: TempDir,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Answer {
    /// Whether what the page shows is still being worked out.
    pub(crate) fn waits(&self) -> bool {
        self.body.contains("data-waits")
    }

    pub(crate) fn location(&self) -> &str {
        self.headers.get("location").unwrap().to_str().unwrap()
    }

    /// The value of the first field with this name.
    pub(crate) fn field(&self, name: &str) -> &str {
        let rest = self
            .body
            .split_once(&format!("name=\"{name}\" value=\""))
            .unwrap()
            .1;
        rest.split_once('"').unwrap().0
    }
}

impl House {
    /// A house at an instant, in Berlin.
    pub(crate) fn at(now: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Arc::new(SqliteStore::open(folder.path()).unwrap());
        let larder = store::LarderFile::beside(folder.path());
        let desk = Arc::new(Desk::new(Arc::clone(&store) as _).with_larder(larder));
        let clock = Arc::new(Mutex::new(now.parse::<Timestamp>().unwrap()));
        let ticks = AtomicU64::new(1);
        let (for_site, time) = (Arc::clone(&desk), Arc::clone(&clock));
        let site = Site {
            desk: for_site,
            clock: Arc::new(move || *time.lock().unwrap()),
            random: Arc::new(move || {
                let mut bytes = [7; 10];
                bytes[2..].copy_from_slice(&ticks.fetch_add(1, Ordering::Relaxed).to_be_bytes());
                bytes
            }),
            secrets: {
                let next = AtomicU64::new(7);
                Arc::new(move || {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    Some([u8::try_from(n % 256).unwrap(); 32])
                })
            },
            counts: Arc::default(),
            backups: Some(Backups {
                shelf: Arc::new(Shelf {
                    store,
                    folder: folder.path().join("backups"),
                    seal: Seal::Open,
                }),
                by_itself: false,
            }),
            zone: Zone::named("Europe/Berlin").unwrap(),
            demo: false,
            hosts: loopback_hosts(7353),
            scheme: web::Scheme::Http,
            login: None,
            cookie: web::Cookie::plain(7353),
        };
        Self {
            desk,
            router: router(site.clone()),
            site,
            clock,
            folder,
        }
    }

    /// The same house with a passphrase, reached in this way.
    pub(crate) fn locked(self, passphrase: &str, scheme: web::Scheme) -> Self {
        let store = Arc::clone(&self.site.backups.as_ref().unwrap().shelf.store);
        let login = Arc::new(Login::new(store));
        // Far below what is set in earnest: the tests need not wait.
        let cheap = Cost {
            memory_kib: 8,
            passes: 1,
        };
        login.set(passphrase, cheap, [3; 16]).unwrap();
        let site = Site {
            login: Some(login),
            scheme,
            cookie: match scheme {
                web::Scheme::Http => web::Cookie::plain(7353),
                web::Scheme::Https => web::Cookie::over_tls(7353),
            },
            ..self.site.clone()
        };
        Self {
            router: router(site.clone()),
            site,
            ..self
        }
    }

    /// The same house over a made-up diary.
    pub(crate) fn made_up(self) -> Self {
        let site = Site {
            demo: true,
            ..self.site.clone()
        };
        Self {
            router: router(site.clone()),
            site,
            ..self
        }
    }

    /// The bytes of the diary's file and of its write-ahead log.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let path = self.folder.path().join("diary.sqlite");
        let mut bytes = std::fs::read(&path).unwrap();
        bytes.extend(std::fs::read(path.with_extension("sqlite-wal")).unwrap_or_default());
        bytes
    }

    /// Overwrites the diary's file, as a failing disk does.
    pub(crate) fn spoil(&self) {
        let path = self.folder.path().join("diary.sqlite");
        let length = self.bytes().len();
        std::fs::write(&path, vec![7; length]).unwrap();
        std::fs::write(path.with_extension("sqlite-wal"), vec![7; length]).unwrap();
    }

    /// What is behind the pages, for a server of its own.
    pub(crate) fn site(&self) -> Site {
        self.site.clone()
    }

    pub(crate) fn set_clock(&self, now: &str) {
        *self.clock.lock().unwrap() = now.parse().unwrap();
    }

    pub(crate) fn log(&self) -> Arc<Log> {
        self.desk.log().unwrap()
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, 8 << 20).await.unwrap();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8(bytes.to_vec()).unwrap(),
        }
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(
            Request::get(path)
                .header("host", HOST)
                .body(Body::empty())
                .unwrap(),
        )
        .await
    }

    /// A page once what it shows is worked out.
    pub(crate) async fn get_there(&self, path: &str) -> Answer {
        loop {
            let page = self.get(path).await;
            if !page.waits() {
                return page;
            }
        }
    }

    /// The same for a form.
    pub(crate) async fn post_there(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        loop {
            let page = self.post(path, fields).await;
            if !page.waits() {
                return page;
            }
        }
    }

    /// A page as a browser with a cookie gets it.
    pub(crate) async fn get_with(&self, path: &str, cookie: &str) -> Answer {
        self.send(
            Request::get(path)
                .header("host", HOST)
                .header("cookie", cookie)
                .body(Body::empty())
                .unwrap(),
        )
        .await
    }

    /// Sends a form as a browser does from one of our own pages.
    pub(crate) async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let own = [
            ("origin", "http://127.0.0.1:7353"),
            ("sec-fetch-site", "same-origin"),
        ];
        self.post_with(path, &form(fields), &own).await
    }

    pub(crate) async fn post_with(
        &self,
        path: &str,
        body: &str,
        headers: &[(&str, &str)],
    ) -> Answer {
        let mut request = Request::builder()
            .method(Method::POST)
            .uri(path)
            .header("host", HOST)
            .header("content-type", "application/x-www-form-urlencoded");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request.body(Body::from(body.to_owned())).unwrap())
            .await
    }
}

/// Fields as a browser encodes them.
pub(crate) fn form(fields: &[(&str, &str)]) -> String {
    let encode = |text: &str| -> String {
        text.bytes()
            .map(|byte| {
                if byte.is_ascii_alphanumeric() {
                    char::from(byte).to_string()
                } else {
                    format!("%{byte:02X}")
                }
            })
            .collect()
    };
    let pairs: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
        .collect();
    pairs.join("&")
}

/// Answers no to every warning sign but one, section by section, as a reader of the page does.
pub(crate) async fn no_warning_signs(house: &House, but: &str) {
    use knowledge::Urgency;
    for (section, urgency) in [
        ("emergency", Urgency::Emergency),
        ("same-day", Urgency::SameDay),
        ("soon", Urgency::Soon),
        ("routine", Urgency::Routine),
    ] {
        let ids: Vec<String> = knowledge::flags()
            .iter()
            .filter(|flag| flag.urgency == urgency && flag.id != but)
            .map(|flag| format!("r-{}", flag.id))
            .collect();
        let mut fields = vec![("none", section)];
        fields.extend(ids.iter().map(|id| (id.as_str(), "")));
        house.post("/profile/warning-signs", &fields).await;
    }
}
