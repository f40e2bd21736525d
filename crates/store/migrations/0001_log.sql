-- The log: one row an entry, as it was written. Rows are never deleted; erasing turns a row into its tombstone.
CREATE TABLE entry (
    id      BLOB PRIMARY KEY CHECK (length(id) = 16),
    act     TEXT NOT NULL CHECK (act IN ('tell', 'replace', 'retract', 'erase', 'erased')),
    -- The entry that this one changes. A tombstone of a correction keeps it, so that later corrections find the chain.
    target  BLOB CHECK (length(target) = 16),
    written TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX entry_by_target ON entry (target) WHERE target IS NOT NULL;

-- Entries whose id was taken by another one. They are not part of the log.
CREATE TABLE kept_aside (
    id      BLOB NOT NULL CHECK (length(id) = 16),
    target  BLOB CHECK (length(target) = 16),
    written TEXT NOT NULL,
    PRIMARY KEY (id, written)
) STRICT, WITHOUT ROWID;

-- Texts worked out from the log. Losing them loses nothing.
CREATE TABLE derived (
    family TEXT PRIMARY KEY,
    key    TEXT NOT NULL,
    text   TEXT NOT NULL
) STRICT;

-- One row: how many changes the log has seen. It only ever grows.
CREATE TABLE head (
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    changes INTEGER NOT NULL
) STRICT;

INSERT INTO head (one, changes) VALUES (1, 0);
