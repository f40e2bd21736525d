-- With which change of the log a row was last written, so that only what is new need be read; 0 for rows older than this.
ALTER TABLE entry ADD COLUMN change INTEGER NOT NULL DEFAULT 0;
CREATE INDEX entry_by_change ON entry (change);

-- The change at which everything was erased last: who stood before it must read all again.
ALTER TABLE head ADD COLUMN emptied INTEGER NOT NULL DEFAULT 0;
