-- How a survey's file was read where that was open, so that a corrected one is read in the same way.

CREATE TABLE reading (
  survey        INTEGER PRIMARY KEY REFERENCES survey ON DELETE CASCADE,
  -- what the user said, as JSON: sheet, encoding, delimiter, decimal mark, language of the labels
  said          TEXT NOT NULL,
  -- the survey whose file holds this one too, as a repeated part of its form
  partOf        INTEGER REFERENCES survey ON DELETE SET NULL,
  -- the form or codebook that explained the file, whole
  companionName TEXT,
  companion     BLOB,
  CHECK ((companionName IS NULL) = (companion IS NULL))
) STRICT;
