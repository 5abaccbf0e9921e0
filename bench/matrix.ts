import { createSurveyDesign } from '#engine/design/surveyDesign.ts';
import { matrixOf } from '#engine/estimate/matrix.ts';
import type { Column, NumericColumn } from '#engine/survey/column.ts';
import { collectColumns } from '#operations/collectColumns.ts';
import { bigFile } from './bigFile.ts';
import { bigSurvey } from './bigSurvey.ts';
import { medianMs, numbersFrom } from './measure.ts';

/** A 20 × 20 matrix, all figures of its JSON, once the columns are in memory. */
export async function benchMatrix(full: boolean): Promise<string[]> {
  const path = await bigFile('sav');
  const { rows, items } = bigSurvey;
  const concerns = (half: string): string[] =>
    Array.from({ length: items }, (_, item) => `${half}${item + 1}`);
  const names = ['weight', 'stratum', 'psu', ...concerns('F'), ...concerns('W')];
  const { columns } = await collectColumns(path, names);
  const design = createSurveyDesign({
    rowCount: rows,
    weight: { name: 'weight', values: numbers(columns[0]) },
    strata: { name: 'stratum', column: columns[1] },
    psu: { name: 'psu', column: columns[2] },
    fpc: null,
    lonelyPsu: 'fail',
  });
  const indicators = columns.slice(3).map(concerned);
  const fear = indicators.slice(0, items);
  const want = indicators.slice(items);
  const ours = await medianMs(9, () =>
    matrixOf(design, fear, want, { interval: 'logit', level: 0.95, disclosure: 'none' }),
  );
  const measured = full ? items * items : 20;
  const [theirs] =
    numbersFrom('Rscript', 'peers/matrixSurvey.R', path, String(items), String(measured)) ?? [];
  const lines = [`matrix ${items} × ${items} at ${rows} rows, ${bigSurvey.psus} PSUs: ${ours.toFixed(1)} ms`];
  if (theirs === undefined) return [...lines, '  R survey: not installed here'];
  const how = full ? 'all pairs' : `${measured} pairs measured, scaled to ${items * items}`;
  return [
    ...lines,
    `  R survey: ${theirs.toFixed(1)} s (${how}); ratio ${Math.round((1000 * theirs) / ours)} ×`,
  ];
}

function numbers(column: Column): NumericColumn {
  if (column.kind === 'text') throw new Error('numbers expected');
  return column;
}

/** Codes 3 and 4 count; 9 is declared missing. */
function concerned(column: Column): Uint8Array {
  const { values } = numbers(column);
  return Uint8Array.from(values, (value) => (value === 9 ? 2 : value >= 3 ? 1 : 0));
}
