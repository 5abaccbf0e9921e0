import type { formats as english, formatVersions as englishVersions } from '../en/formats.ts';
import type { Translated } from '../languages.ts';

export const formats: Translated<typeof english> = {
  sav: 'SPSS (.sav)',
  zsav: 'SPSS compressé (.zsav)',
  por: 'SPSS portable (.por)',
  dta: 'Stata (.dta)',
  csv: 'Tableau en texte (.csv)',
  xlsx: 'Classeur Excel (.xlsx)',
  xls: 'Classeur Excel 97 (.xls)',
  parquet: 'Parquet (.parquet)',
  fixed: 'Texte à colonnes de largeur fixe',
};

export const formatVersions: Translated<typeof englishVersions> = { dta: 'Stata (.dta, version {version})' };
