* Shares of the elementary schools that are concerned, weights aside.
SET FORMAT=F22.15.
GET DATA /TYPE=TXT /FILE='test/reference/cases/api-simple-random-sample/data.csv' /ARRANGEMENT=DELIMITED /DELIMITERS=',' /FIRSTCASE=2
  /VARIABLES=weight F20.12 type A1 district F8 fear1 F1 fear2 F1 want1 F1 want2 F1 row F1 column F1 schools F8.
SELECT IF type = 'E'.
FREQUENCIES /VARIABLES=fear1 fear2 want1 want2 /STATISTICS=MEAN.
