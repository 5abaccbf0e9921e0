import { bigFile, type BenchFormat } from './bigFile.ts';
import { bigSurvey } from './bigSurvey.ts';
import { importFigures, megabytes, numbersFrom } from './measure.ts';

interface Peer {
  readonly name: string;
  readonly program: string;
  readonly script: string;
  readonly parameters: readonly string[];
}

const haven = (reader: string): Peer => ({
  name: `R haven::${reader} into memory`,
  program: 'Rscript',
  script: 'peers/read.R',
  parameters: [reader],
});
const pspp: Peer = {
  name: 'PSPP, one pass, with its start',
  program: process.execPath,
  script: 'peers/pspp.ts',
  parameters: [],
};

const peers: Readonly<Record<BenchFormat, readonly Peer[]>> = {
  sav: [haven('read_sav'), pspp],
  zsav: [haven('read_sav'), pspp],
  dta: [haven('read_dta')],
  csv: [
    {
      name: 'R data.table::fread into memory',
      program: 'Rscript',
      script: 'peers/read.R',
      parameters: ['fread'],
    },
    {
      name: 'DuckDB read_csv into a table in memory',
      program: process.execPath,
      script: 'peers/duckdb.ts',
      parameters: [],
    },
  ],
};

/** Each format into a study on disk, beside the readers of others into memory. */
export async function* benchImports(): AsyncGenerator<string> {
  for (const format of ['sav', 'zsav', 'dta', 'csv'] as const) {
    const path = await bigFile(format);
    const ours = importFigures(path, 6);
    yield (
      `import .${format} ${bigSurvey.rows} × ${bigSurvey.variables} into a study on disk` +
      ` (${megabytes(ours.studyBytes)}): ${Math.round(ours.medianMs)} ms, peak memory ${megabytes(ours.peak)}`
    );
    for (const { name, program, script, parameters } of peers[format]) {
      const measured = numbersFrom(program, script, ...parameters, path);
      if (measured === null) {
        yield `  ${name}: not installed here`;
        continue;
      }
      const [seconds, peak] = measured;
      const memory = peak > 0 ? `, peak memory ${megabytes(peak)}` : '';
      const ratio = ((1000 * seconds) / ours.medianMs).toFixed(1);
      yield `  ${name}: ${Math.round(1000 * seconds)} ms${memory}; ratio ${ratio} ×`;
    }
  }
}
