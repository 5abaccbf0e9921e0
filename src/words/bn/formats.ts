import type { formats as english, formatVersions as englishVersions } from '../en/formats.ts';
import type { Translated } from '../languages.ts';

export const formats: Translated<typeof english> = {
  sav: 'SPSS (.sav)',
  zsav: 'SPSS সংকুচিত (.zsav)',
  por: 'SPSS পোর্টেবল (.por)',
  dta: 'Stata (.dta)',
  csv: 'টেক্সট সারণি (.csv)',
  xlsx: 'Excel ওয়ার্কবুক (.xlsx)',
  xls: 'Excel 97 ওয়ার্কবুক (.xls)',
  parquet: 'Parquet (.parquet)',
  fixed: 'নির্দিষ্ট প্রস্থের কলামের টেক্সট',
};

export const formatVersions: Translated<typeof englishVersions> = { dta: 'Stata (.dta, সংস্করণ {version})' };
