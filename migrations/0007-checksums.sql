-- A checksum of each variable and of each part of its column, so that damage on the disk is never taken for an answer.
-- `checksum` is a function of this program: CRC-32 over all that it is given (src/project/checksum.ts).

ALTER TABLE chunk ADD COLUMN checksum INTEGER;
UPDATE chunk SET checksum = checksum(survey, variable, ordinal, rowCount, storage, content, reasons);

ALTER TABLE variable ADD COLUMN checksum INTEGER;
UPDATE variable SET checksum = checksum(survey, position, name, label, type, timeScale, measure, valueLabels, missing,
  notes, attributes, translations, display);
