* High cholesterol of those of 40 and more against the younger, those without a measurement left out.
SET FORMAT=F22.15.
GET DATA /TYPE=TXT /FILE='test/reference/cases/nhanes-cholesterol/data.csv' /ARRANGEMENT=DELIMITED /DELIMITERS=',' /FIRSTCASE=2
  /VARIABLES=weight F20.8 stratum F8 psu F8 fear1 F1 want1 F1 want2 F1 row F1 column F1 women F1 others F1.
WEIGHT BY weight.
CROSSTABS /TABLES=fear1 BY want1 /CELLS=COUNT ROW COLUMN TOTAL /STATISTICS=PHI RISK.
