* Weighted counts and percentages of a stratified sample.
SET FORMAT=F22.15.
GET DATA /TYPE=TXT /FILE='test/reference/cases/api-stratified-rows-are-the-strata/data.csv' /ARRANGEMENT=DELIMITED /DELIMITERS=',' /FIRSTCASE=2
  /VARIABLES=weight F20.12 type A1 district F8 fear1 F1 fear2 F1 want1 F1 want2 F1 row F1 column F1 schools F8.
WEIGHT BY weight.
CROSSTABS /TABLES=row BY column /CELLS=COUNT ROW COLUMN TOTAL.
