import { rmSync, statfsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { bigFile } from './bigFile.ts';
import { bigSurvey } from './bigSurvey.ts';
import { importFigures, megabytes, numbersFrom, type ImportFigures } from './measure.ts';

/** Room for the largest file, the study and what SQLite writes beside it. */
const bytesNeeded = 4e9;

/** A `.sav` of 17,856, 178,560 and 1,785,600 rows: time must be linear in rows, memory must not grow with them. */
export async function* benchScale(): AsyncGenerator<string> {
  const { bavail, bsize } = statfsSync(tmpdir());
  if (bavail * bsize < bytesNeeded) {
    yield `scale: needs ${megabytes(bytesNeeded)} free in ${tmpdir()}`;
    return;
  }
  const small = await bigFile('sav');
  for (const times of [1, 10, 100]) {
    const rows = times * bigSurvey.rows;
    const path = await bigFile('sav', rows);
    try {
      const size = `${rows} × ${bigSurvey.variables} (${megabytes(statSync(path).size)})`;
      const runs = times === 1 ? 6 : 1;
      yield `import .sav ${size}: ${figures(importFigures(path, runs), rows)}`;
      if (times === 100)
        yield `  into a study that holds one: ${figures(importFigures(path, runs, small), rows)}`;
    } finally {
      if (times > 1) rmSync(path, { force: true });
    }
  }
}

const tables = {
  crosstab: 'crosstab 5 × 5',
  matrix: 'matrix 5 × 5',
  means: 'means and medians of 12 groups',
} as const;

/** Tables over 17,856, 178,560 and 1,785,600 rows: time must be linear in rows, and memory stay below 400 MB. */
export function* benchTablesAtScale(): Generator<string> {
  for (const [table, name] of Object.entries(tables))
    for (const times of [1, 10, 100]) {
      const rows = times * bigSurvey.rows;
      const measured = numbersFrom(process.execPath, 'tablesAtScale.ts', String(rows), table);
      if (measured === null) throw new Error(`${name} over ${rows} rows failed`);
      const [first, least, design, peak] = measured.map(Math.round);
      yield (
        `${name} at ${rows} rows: ${first} ms at first, then ${least} ms; the design ${design} ms; ` +
        `peak memory of the process, its data and Node included, ${megabytes(peak)}`
      );
    }
}

function figures({ medianMs, peak, studyBytes }: ImportFigures, rows: number): string {
  const perCell = (1e6 * medianMs) / rows / bigSurvey.variables;
  return (
    `${(medianMs / 1000).toFixed(2)} s, ${perCell.toFixed(1)} ns a cell, ` +
    `peak memory ${megabytes(peak)}, study ${megabytes(studyBytes)}`
  );
}
