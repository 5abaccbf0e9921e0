import { readFileSync } from 'node:fs';
import { createSurveyDesign } from '#engine/design/createSurveyDesign.ts';
import { crosstabOf } from '#engine/estimate/crosstab.ts';
import { matrixOf } from '#engine/estimate/matrix.ts';
import { meansByGroupOf } from '#engine/estimate/meansByGroup.ts';
import type { NumericColumn } from '#engine/survey/column.ts';
import { bigSurveyOf } from './bigSurvey.ts';
import { concerned, numbers } from './engineSurvey.ts';

/**
 * `node tablesAtScale.ts ROWS CASE`: crosstab (4 × 5), matrix (5 × 5) or means (of 12 groups, with median) over as
 * many rows. Prints milliseconds of the first run and of the fastest of three, those of making the design, and the
 * most memory in bytes that the process ever had.
 */
const [rows, name] = [Number(process.argv[2]), process.argv[3]];
const strata = 1;
const psu = 2;
const firstFear = 3;
const firstWant = 23;
const wanted: Readonly<Record<string, readonly number[]>> = {
  crosstab: [firstFear, firstWant],
  matrix: Array.from({ length: 10 }, (_, index) => (index < 5 ? firstFear + index : firstWant + index - 5)),
  means: [firstFear],
};
const weights = new Float64Array(rows);
const strataOf = new Uint8Array(rows);
const psuOf = new Int32Array(rows);
const answers = wanted[name].map(() => new Uint8Array(rows));
let filled = 0;
for await (const { columns, rowCount } of bigSurveyOf(rows).chunks()) {
  weights.set(numbers(columns[0]).values, filled);
  strataOf.set(numbers(columns[strata]).values, filled);
  psuOf.set(numbers(columns[psu]).values, filled);
  wanted[name].forEach((column, index) => answers[index].set(numbers(columns[column]).values, filled));
  filled += rowCount;
}

const column = (values: NumericColumn['values']): NumericColumn => ({
  kind: 'numeric',
  values,
  reasons: null,
});
const options = { interval: 'logit', level: 0.95, disclosure: 'none' } as const;
const start = performance.now();
const design = createSurveyDesign({
  rowCount: rows,
  weight: { name: 'weight', values: column(weights) },
  strata: { name: 'stratum', column: column(strataOf) },
  psu: { name: 'psu', column: column(psuOf) },
  fpc: null,
  lonelyPsu: 'fail',
});
const designMs = performance.now() - start;

const [first, second] = answers;
const codes = (values: Uint8Array): Int32Array =>
  new Int32Array(values).map((value) => (value === 9 ? -1 : value));
const indicators = name === 'matrix' ? answers.map((values) => concerned(column(values))) : [];
const work: Readonly<Record<string, () => unknown>> = {
  crosstab: () => crosstabOf(design, codes(first), 5, codes(second), 5, options),
  matrix: () => matrixOf(design, indicators.slice(0, 5), indicators.slice(5), options),
  means: () =>
    meansByGroupOf(
      design,
      new Float64Array(first).map((value) => (value === 9 ? NaN : value)),
      new Int32Array(strataOf).map((stratum) => stratum >> 1),
      12,
      { ...options, quantiles: [0.5] },
      { compare: null },
    ),
};
const spent: number[] = [];
for (let run = 0; run < 3; run++) {
  const begun = performance.now();
  work[name]();
  spent.push(performance.now() - begun);
}
const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
console.log(spent[0], Math.min(...spent), designMs, 1024 * Number(kilobytes));
