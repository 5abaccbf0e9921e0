-- What people say about a survey beside what its file says. Everything here goes by names of variables,
-- so that it follows when a corrected file takes the survey's place, and waits where a name is gone.

-- Columns of the file that were not taken in: names of persons, phone numbers, positions.
ALTER TABLE survey ADD COLUMN leftOut TEXT NOT NULL DEFAULT '[]';

-- Edits of one variable, of the file or derived. NULL: as the file, or the definition, has it.
CREATE TABLE variableEdit (
  survey      INTEGER NOT NULL REFERENCES survey ON DELETE CASCADE,
  name        TEXT NOT NULL,
  label       TEXT,
  valueLabels TEXT,
  missing     TEXT,
  -- codes that the user set aside as missing
  marked      TEXT NOT NULL DEFAULT '[]',
  PRIMARY KEY (survey, name)
) STRICT, WITHOUT ROWID;

INSERT INTO variableEdit (survey, name, marked) SELECT survey, name, marked FROM variable WHERE marked <> '[]';
ALTER TABLE variable DROP COLUMN marked;

-- Variables made from others: their values are computed, never stored.
CREATE TABLE derived (
  survey      INTEGER NOT NULL REFERENCES survey ON DELETE CASCADE,
  position    INTEGER NOT NULL,
  name        TEXT NOT NULL,
  label       TEXT NOT NULL,
  measure     TEXT NOT NULL,
  valueLabels TEXT NOT NULL,
  definition  TEXT NOT NULL,
  PRIMARY KEY (survey, position),
  UNIQUE (survey, name)
) STRICT, WITHOUT ROWID;

-- Questions with several answers, kept in several variables.
CREATE TABLE responseSet (
  survey    INTEGER NOT NULL REFERENCES survey ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  name      TEXT NOT NULL,
  label     TEXT NOT NULL,
  -- 'dichotomy': each variable says yes or no to one answer; 'category': each holds one of the answers
  kind      TEXT NOT NULL CHECK (kind IN ('dichotomy', 'category')),
  -- the value that says yes, as JSON
  counted   TEXT CHECK ((counted IS NULL) = (kind = 'category')),
  variables TEXT NOT NULL,
  origin    TEXT NOT NULL CHECK (origin IN ('file', 'hand')),
  PRIMARY KEY (survey, position),
  UNIQUE (survey, name)
) STRICT, WITHOUT ROWID;
