-- Who may reach the diary from outside its own pages: a bedside button, a shortcut, a calendar. Of a secret only its
-- hash is here. A row that is deleted is access taken back. Numbers are never used again.
CREATE TABLE access (
    number    INTEGER PRIMARY KEY AUTOINCREMENT,
    name      TEXT NOT NULL,
    scope     TEXT NOT NULL CHECK (scope IN ('add-cramps', 'add-entries', 'read-all', 'calendar', 'calendar-in-words')),
    hash      BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    made_at   INTEGER NOT NULL,
    -- Seconds since 1970, to the day: enough to see which device is still in use.
    last_used INTEGER
) STRICT;
