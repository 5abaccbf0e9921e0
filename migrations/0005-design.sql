-- How the sample was drawn beyond one variable a role, as JSON: second stage, replicate weights, known totals.
-- NULL: nothing of it was said.

ALTER TABLE survey ADD COLUMN design TEXT;
