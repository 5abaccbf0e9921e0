-- What a file says beside names and labels, so that it can be written again. Lists are JSON text.

ALTER TABLE survey ADD COLUMN notes TEXT NOT NULL DEFAULT '[]';
ALTER TABLE survey ADD COLUMN attributes TEXT NOT NULL DEFAULT '[]';
-- of the labels, that in use first, each with the file's label in it; empty where the file names none
ALTER TABLE survey ADD COLUMN languages TEXT NOT NULL DEFAULT '[]';

ALTER TABLE variable ADD COLUMN notes TEXT NOT NULL DEFAULT '[]';
ALTER TABLE variable ADD COLUMN attributes TEXT NOT NULL DEFAULT '[]';
-- label and value labels in the other languages
ALTER TABLE variable ADD COLUMN translations TEXT NOT NULL DEFAULT '[]';
-- how the program that wrote the file shows the values; NULL where it does not say
ALTER TABLE variable ADD COLUMN display TEXT;
