-- Analyses kept under a name, what each room shows now, and the steps that can be taken back.

CREATE TABLE analysis (
  id         INTEGER PRIMARY KEY,
  survey     INTEGER NOT NULL REFERENCES survey ON DELETE CASCADE,
  -- place in the list of the whole study
  position   INTEGER NOT NULL,
  name       TEXT NOT NULL,
  -- JSON: the room, and all that makes its result what it is
  definition TEXT NOT NULL,
  changed    TEXT NOT NULL
) STRICT;

CREATE TABLE draft (
  survey     INTEGER NOT NULL REFERENCES survey ON DELETE CASCADE,
  room       TEXT NOT NULL,
  definition TEXT NOT NULL,
  PRIMARY KEY (survey, room)
) STRICT, WITHOUT ROWID;

-- One row a step. A step that was taken back stays, to be done again, until something else is changed.
CREATE TABLE history (
  id      INTEGER PRIMARY KEY,
  what    TEXT NOT NULL,
  params  TEXT NOT NULL,
  survey  INTEGER,
  -- rows of the tables above as they were before and after, as JSON; NULL: here the history begins, and `what` is why
  changes TEXT,
  -- milliseconds since 1970
  at      INTEGER NOT NULL,
  undone  INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;
