import type { SurveyDesign } from '#engine/design/surveyDesign.ts';
import { createSurveyDesign } from '#engine/design/createSurveyDesign.ts';
import type { Indicator } from '#engine/estimate/concernShare.ts';
import type { Column, NumericColumn } from '#engine/survey/column.ts';
import { collectColumns } from '#operations/data/collectColumns.ts';
import { bigFile } from './bigFile.ts';
import { bigSurvey } from './bigSurvey.ts';

/** Groups that PSUs and strata fall into, as communes and departments do. */
export const communes = 77;
export const departments = 12;

/** Two items crossed, as rows of a table of 12 and columns of 20: their names and how many answers are told apart. */
export const crossings = [
  ['Q040', 4, 'Q041', 3],
  ['Q042', 5, 'Q043', 4],
] as const;

/** Columns of the made-up survey in memory, as the engine takes them. */
export interface EngineSurvey {
  readonly design: SurveyDesign;
  /** F1–F20 and W1–W20. */
  readonly fear: readonly Indicator[];
  readonly want: readonly Indicator[];
  /** For each row its group, of all rows. */
  readonly commune: Int32Array;
  readonly department: Int32Array;
  /** Rows of a table of 12 × 20: of the answers to Q043 and Q044, to Q045 and Q046. */
  readonly twelve: Int32Array;
  readonly twenty: Int32Array;
  readonly F1: NumericColumn;
}

export async function engineSurvey(): Promise<EngineSurvey> {
  const { rows, items, psus, strata } = bigSurvey;
  const names = (half: string): string[] => Array.from({ length: items }, (_, item) => `${half}${item + 1}`);
  const crossed = crossings.flatMap(([one, , other]) => [one, other]);
  const { columns } = await collectColumns(await bigFile('sav'), [
    ...['weight', 'stratum', 'psu', ...crossed],
    ...names('F'),
    ...names('W'),
  ]);
  const [weight, stratum, psu, a, b, c, d, ...answers] = columns.map(numbers);
  const indicators = answers.map(concerned);
  return {
    design: createSurveyDesign({
      rowCount: rows,
      weight: { name: 'weight', values: weight },
      strata: { name: 'stratum', column: stratum },
      psu: { name: 'psu', column: psu },
      fpc: null,
      lonelyPsu: 'fail',
    }),
    fear: indicators.slice(0, items),
    want: indicators.slice(items),
    commune: Int32Array.from(psu.values, (one) => Math.floor((one * communes) / psus)),
    department: Int32Array.from(stratum.values, (one) => Math.floor((one * departments) / strata)),
    twelve: crossing(a, crossings[0][1], b, crossings[0][3]),
    twenty: crossing(c, crossings[1][1], d, crossings[1][3]),
    F1: answers[0],
  };
}

/** The code of a row in the crossing of two items, the highest answers put together; −1 where one has none. */
function crossing(one: NumericColumn, ones: number, other: NumericColumn, others: number): Int32Array {
  return Int32Array.from(one.values, (value, row) => {
    const beside = other.values[row];
    return value === 9 || beside === 9
      ? -1
      : Math.min(value, ones - 1) * others + Math.min(beside, others - 1);
  });
}

export function numbers(column: Column): NumericColumn {
  if (column.kind === 'text') throw new Error('numbers expected');
  return column;
}

/** Codes 3 and 4 count; 9 is declared missing. */
export function concerned({ values }: NumericColumn): Indicator {
  const states = new Uint8Array(values.length);
  for (let row = 0; row < states.length; row++)
    states[row] = values[row] === 9 ? 2 : Number(values[row] >= 3);
  return states;
}
