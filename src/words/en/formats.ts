/** Survey files as their users call them, by the code that stands for each. */
export const formats: Readonly<Record<string, string>> = {
  sav: 'SPSS (.sav)',
  zsav: 'SPSS compressed (.zsav)',
  por: 'SPSS portable (.por)',
  dta: 'Stata (.dta)',
  csv: 'Text table (.csv)',
  xlsx: 'Excel workbook (.xlsx)',
  xls: 'Excel 97 workbook (.xls)',
  parquet: 'Parquet (.parquet)',
  fixed: 'Text with columns of fixed width',
};

/** A format's version, where files of it differ by that. */
export const formatVersions: Readonly<Record<string, string>> = { dta: 'Stata (.dta, version {version})' };
