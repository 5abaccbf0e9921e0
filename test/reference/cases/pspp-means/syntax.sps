* Means and standard deviations by type of school, and the standard error of all, weights aside.
SET FORMAT=F22.15.
GET DATA /TYPE=TXT /FILE='test/reference/cases/means-of-a-simple-sample/data.csv' /ARRANGEMENT=DELIMITED /DELIMITERS=',' /FIRSTCASE=2
  /VARIABLES=weight F20.12 type A1 district F8 y F20.4 x F20.4 group F1 schools F8.
FORMATS y x (F22.12).
MEANS TABLES=y BY group /CELLS=MEAN SEMEAN COUNT STDDEV.
