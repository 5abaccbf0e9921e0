import { readFileSync } from 'node:fs';
import { calibrate, type Margin } from '#engine/design/calibrate.ts';
import type { ReplicateInput } from '#engine/design/replicateWeights.ts';
import type { DesignInput, LonelyPsuPolicy } from '#engine/design/designInput.ts';
import type { SurveyDesign } from '#engine/design/surveyDesign.ts';
import { createSurveyDesign } from '#engine/design/createSurveyDesign.ts';
import type { EstimateOptions } from '#engine/estimate/figures.ts';
import type { TestMethod } from '#engine/inference/independence.ts';
import type { Column, NumericColumn } from '#engine/survey/column.ts';

const folder = new URL('./cases/', import.meta.url);

export interface Roles {
  readonly weight?: string;
  readonly strata?: string;
  readonly psu?: string;
  readonly fpc?: string;
  readonly ssu?: string;
  readonly fpc2?: string;
  /** Their weights are the columns rep1, rep2, … */
  readonly replicates?: Omit<ReplicateInput, 'columns'>;
  readonly margins?: readonly { readonly variable: string; readonly targets: Record<string, number> }[];
  readonly domain?: string;
  readonly lonelyPsu: LonelyPsuPolicy;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** `expected.json` of a situation: what was asked, and R's answers in the shapes of the contract. */
export interface Expected {
  readonly made: { readonly r: string; readonly survey: string };
  readonly roles: Roles;
  readonly options: Omit<EstimateOptions, 'disclosure'>;
  readonly design: { readonly strataCount: number; readonly psuCount: number; readonly df: number };
  readonly fear: readonly unknown[];
  readonly want: readonly unknown[];
  readonly pairs: readonly { readonly pair: object }[];
  readonly crosstab: object;
  /** Of the crosstab, by method. */
  readonly tests?: Partial<Record<TestMethod, object>> | null;
}

export interface Case {
  readonly expected: Expected;
  readonly input: DesignInput;
  /** The design of the input, calibrated where there are margins. */
  readonly design: SurveyDesign;
  /** Names of the columns that begin so. */
  names(prefix: string): string[];
  /** 1, 0, and 2 for missing or outside the domain. */
  indicator(name: string): Uint8Array;
  /** Codes, and −1 for missing or outside the domain. */
  codes(name: string): Int32Array;
  /** Numbers as they stand; NaN for missing. */
  numbers(name: string): Float64Array;
}

export function readExpected<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`${name}/expected.json`, folder), 'utf8')) as T;
}

export function readCase(name: string): Case {
  const expected = readExpected<Expected>(name);
  const lines = readFileSync(new URL(`${name}/data.csv`, folder), 'utf8')
    .trim()
    .split('\n');
  const header = lines[0].split(',');
  const rows = lines.slice(1).map((line) => line.split(','));
  const texts = (column: string): string[] => rows.map((row) => row[header.indexOf(column)]);
  const { roles } = expected;

  const numeric = (column: string): NumericColumn => {
    const values = texts(column);
    return {
      kind: 'numeric',
      values: Float64Array.from(values, Number),
      reasons: Uint8Array.from(values, (value) => Number(value === '')),
    };
  };
  const either = (column: string): Column => {
    const values = texts(column);
    if (values.every((value) => !Number.isNaN(Number(value)))) return numeric(column);
    const dictionary = [...new Set(values)];
    return {
      kind: 'text',
      dictionary,
      codes: Uint32Array.from(values, (value) => dictionary.indexOf(value)),
    };
  };
  const inside = roles.domain ? texts(roles.domain).map((value) => value === '1') : rows.map(() => true);
  const codes = (column: string): Int32Array =>
    Int32Array.from(texts(column), (value, row) => (value === '' || !inside[row] ? -1 : Number(value)));
  const input: DesignInput = {
    rowCount: rows.length,
    weight: roles.weight ? { name: roles.weight, values: numeric(roles.weight) } : null,
    strata: roles.strata ? { name: roles.strata, column: either(roles.strata) } : null,
    psu: roles.psu ? { name: roles.psu, column: either(roles.psu) } : null,
    fpc: roles.fpc ? { name: roles.fpc, values: numeric(roles.fpc) } : null,
    secondStage: roles.ssu
      ? {
          ids: { name: roles.ssu, column: either(roles.ssu) },
          fpc: roles.fpc2 ? { name: roles.fpc2, values: numeric(roles.fpc2) } : null,
        }
      : null,
    replicates: roles.replicates
      ? {
          ...roles.replicates,
          columns: header
            .filter((name) => /^rep\d+$/.test(name))
            .map((name) => ({ name, values: numeric(name) })),
        }
      : null,
    lonelyPsu: roles.lonelyPsu,
  };
  const margins = roles.margins?.map(({ variable, targets }): Margin => ({
    name: variable,
    column: either(variable),
    targets: new Map(Object.entries(targets)),
  }));
  return {
    expected,
    input,
    get design(): SurveyDesign {
      const design = createSurveyDesign(input);
      return margins ? calibrate(design, margins) : design;
    },
    names: (prefix) => header.filter((column) => column.startsWith(prefix)),
    indicator: (column) => Uint8Array.from(codes(column), (code) => (code < 0 ? 2 : code)),
    codes,
    numbers: (column) => Float64Array.from(texts(column), (value) => (value === '' ? NaN : Number(value))),
  };
}
