/**
 * The tables, as numbered steps: step n brings a database from version n-1 to n (`PRAGMA user_version`). A step that
 * has been released never changes.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE draft (
    id TEXT NOT NULL PRIMARY KEY,
    snapshot BLOB,
    snapshot_crc INTEGER,
    snapshot_seq INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  -- bytes is emptied when a snapshot covers it; who wrote what stays for ever
  CREATE TABLE draft_entry (
    draft TEXT NOT NULL REFERENCES draft (id),
    seq INTEGER NOT NULL,
    bytes BLOB,
    spans BLOB NOT NULL,
    crc INTEGER NOT NULL,
    author TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (draft, seq)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE journal (
    stream TEXT NOT NULL,
    version INTEGER NOT NULL,
    text TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (stream, version)
  ) STRICT;
  CREATE TRIGGER journal_keeps BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
  CREATE TRIGGER journal_stays BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
  CREATE TRIGGER journal_single BEFORE INSERT ON journal
    WHEN EXISTS (SELECT 1 FROM journal WHERE stream = NEW.stream AND version = NEW.version)
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

  CREATE TABLE blob (
    ref TEXT NOT NULL PRIMARY KEY,
    type TEXT NOT NULL,
    bytes BLOB,
    salt BLOB,
    salted INTEGER NOT NULL,
    erased TEXT,
    CHECK ((bytes IS NULL) = (erased IS NOT NULL)),
    CHECK (salted = 1 OR erased IS NULL)
  ) STRICT;
  CREATE TRIGGER blob_keeps BEFORE UPDATE ON blob
    WHEN OLD.salted = 0 OR NEW.ref <> OLD.ref OR NEW.type <> OLD.type OR NEW.salted <> OLD.salted
      OR OLD.erased IS NOT NULL OR NEW.erased IS NULL OR NEW.bytes IS NOT NULL OR NEW.salt IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a blob never changes'); END;
  CREATE TRIGGER blob_stays BEFORE DELETE ON blob
    BEGIN SELECT RAISE(ABORT, 'a blob never disappears'); END;
  CREATE TRIGGER blob_single BEFORE INSERT ON blob
    WHEN EXISTS (SELECT 1 FROM blob WHERE ref = NEW.ref)
    BEGIN SELECT RAISE(ABORT, 'a blob never changes'); END;

  CREATE TABLE register (
    area TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (area, key)
  ) STRICT, WITHOUT ROWID;
  `,
];
