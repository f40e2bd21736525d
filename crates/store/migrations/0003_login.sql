-- What opens the pages where others can reach them: a passphrase, stretched with argon2id. One row, or none.
CREATE TABLE passphrase (
    one        INTEGER PRIMARY KEY CHECK (one = 1),
    salt       BLOB NOT NULL CHECK (length(salt) = 16),
    hash       BLOB NOT NULL CHECK (length(hash) = 32),
    memory_kib INTEGER NOT NULL,
    passes     INTEGER NOT NULL
) STRICT;

-- Browsers that are logged in. Of a session's token only its hash is here. A row that is deleted is a browser signed out.
CREATE TABLE session (
    number    INTEGER PRIMARY KEY AUTOINCREMENT,
    name      TEXT NOT NULL,
    may       TEXT NOT NULL CHECK (may IN ('everything', 'log-cramps')),
    hash      BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    made_at   INTEGER NOT NULL,
    -- Seconds since 1970, to the day.
    last_used INTEGER NOT NULL
) STRICT;
