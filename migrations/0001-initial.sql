-- The study file. Names follow the code: a survey is columns, a column is chunks of rows.
-- Lists and rules are JSON text; values inside them are numbers or strings, as the survey file holds them.

CREATE TABLE study (
  id        INTEGER PRIMARY KEY CHECK (id = 1),
  name      TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  changedAt TEXT NOT NULL
) STRICT;

CREATE TABLE survey (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE,
  fileName   TEXT NOT NULL,
  fileLabel  TEXT NOT NULL,
  format     TEXT NOT NULL,
  encoding   TEXT NOT NULL,
  rowCount   INTEGER NOT NULL,
  importedAt TEXT NOT NULL,
  madeUp     INTEGER NOT NULL CHECK (madeUp IN (0, 1)),
  -- what the file declares as its weight; what is used is `weight`
  declaredWeight TEXT,
  weight     TEXT,
  strata     TEXT,
  psu        TEXT,
  fpc        TEXT,
  area       TEXT,
  lonelyPsu  TEXT NOT NULL DEFAULT 'fail'
             CHECK (lonelyPsu IN ('fail', 'remove', 'certainty', 'adjust', 'average'))
) STRICT;

CREATE TABLE variable (
  survey      INTEGER NOT NULL REFERENCES survey ON DELETE CASCADE,
  position    INTEGER NOT NULL,
  name        TEXT NOT NULL,
  label       TEXT NOT NULL,
  type        TEXT NOT NULL,
  -- unit and origin of a date that is not counted as SPSS counts; NULL for all others
  timeScale   TEXT,
  measure     TEXT NOT NULL,
  valueLabels TEXT NOT NULL,
  -- the missing rule of the file, and the codes that the user marked beside it
  missing     TEXT NOT NULL,
  marked      TEXT NOT NULL DEFAULT '[]',
  PRIMARY KEY (survey, position),
  UNIQUE (survey, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE chunk (
  survey   INTEGER NOT NULL REFERENCES survey ON DELETE CASCADE,
  variable INTEGER NOT NULL,
  ordinal  INTEGER NOT NULL,
  rowCount INTEGER NOT NULL,
  -- 'u8' | 'i8' | 'i16' | 'i32' | 'f64' | 'text'
  storage  TEXT NOT NULL,
  content  BLOB NOT NULL,
  -- one byte a row: 0 present, 1 system-missing, 2–27 .a–.z; NULL when all are present
  reasons  BLOB,
  PRIMARY KEY (survey, variable, ordinal)
) STRICT;

CREATE TABLE concern (
  survey        INTEGER NOT NULL REFERENCES survey ON DELETE CASCADE,
  position      INTEGER NOT NULL,
  variable      TEXT NOT NULL,
  freedom       TEXT NOT NULL CHECK (freedom IN ('fear', 'want', 'dignity')),
  dimensions    TEXT NOT NULL,
  concernedWhen TEXT NOT NULL,
  PRIMARY KEY (survey, position),
  UNIQUE (survey, variable)
) STRICT, WITHOUT ROWID;
