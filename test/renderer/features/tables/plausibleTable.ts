import type { TableCell, TableResult } from '#contract/table.ts';

const share = (estimate: number | null, n = 400) => ({
  estimate,
  se: estimate === null ? null : 0.02,
  ciLow: estimate === null ? null : Math.max(estimate - 0.04, 0),
  ciHigh: estimate === null ? null : Math.min(estimate + 0.04, 1),
  deff: estimate === null ? null : 1.5,
  n,
});

function cell(estimate: number | null, more: Partial<TableCell> = {}): TableCell {
  return {
    n: estimate === null ? null : Math.round(estimate * 400),
    weightedN: estimate === null ? null : estimate * 812.5,
    ofColumn: share(estimate),
    ofRow: share(estimate === null ? null : estimate / 2),
    ofTotal: share(estimate === null ? null : estimate / 4),
    mean: null,
    letters: '',
    shown: 'yes',
    ...more,
  };
}

const suppressed = cell(null, { shown: 'suppressed' });
const mean = (estimate: number): TableCell => ({
  ...cell(0.5),
  ofColumn: null,
  ofRow: null,
  ofTotal: null,
  mean: { ...share(null), estimate, se: 0.31, ciLow: estimate - 0.6, ciHigh: estimate + 0.6, sd: 12 },
});

/** A variable and a mean by sex, and by region within residence, with all that can befall a cell. */
export function plausibleTable(): TableResult {
  const column = (group: number, values: number[], labels: string[], letter: string) => ({
    ...{ group, values, labels, net: false, letter },
  });
  return {
    design: {
      ...{ weight: 'w', strata: 's', psu: 'p', fpc: null, strataCount: 4, psuCount: 40, df: 36 },
      ...{ lonelyPsu: 'fail', nestedPsu: false, lonelyStrata: [] },
    },
    layer: null,
    banner: [
      { variables: [{ variable: 'sex', label: 'Sex' }] },
      {
        variables: [
          { variable: 'urban', label: 'Residence' },
          { variable: 'region', label: 'Region' },
        ],
      },
    ],
    columns: [
      { group: null, values: [], labels: [], net: false, letter: null },
      column(0, [1], ['Men'], 'A'),
      column(0, [2], ['Women'], 'B'),
      column(1, [1, 1], ['Town', 'North'], 'A'),
      column(1, [1, 2], ['Town', 'South'], 'B'),
      column(1, [2, 2], ['Country', 'South'], 'C'),
    ],
    items: [
      {
        ...{ kind: 'variable', name: 'food', label: 'Food', problem: null, tests: [null, null] },
        bases: [400, 200, 200, 140, 20, 0].map((n) => ({ n, weightedN: n * 2 })),
        lines: [
          {
            ...{ kind: 'category', value: 1, label: 'Not at all' },
            cells: [cell(0.25), cell(0.2), cell(0.3, { letters: 'A' }), cell(0.24), suppressed, suppressed],
          },
          {
            ...{ kind: 'category', value: 2, label: 'A little' },
            cells: [
              cell(0.3),
              cell(0.32),
              cell(0.28),
              cell(0.3, { shown: 'bracketed' }),
              suppressed,
              suppressed,
            ],
          },
          {
            ...{ kind: 'category', value: 3, label: 'Very much' },
            cells: [cell(0.45), cell(0.48), cell(0.42), cell(0.46), suppressed, suppressed],
          },
          {
            ...{ kind: 'category', value: 4, label: 'Nobody said so' },
            cells: [cell(0), cell(0), cell(0), cell(0), suppressed, suppressed],
          },
        ],
      },
      {
        ...{ kind: 'mean', name: 'age', label: 'Age in years', problem: null, tests: [null, null] },
        bases: [400, 200, 200, 140, 20, 0].map((n) => ({ n, weightedN: n * 2 })),
        lines: [
          {
            ...{ kind: 'mean', value: null, label: '' },
            cells: [41.2, 40.1, 42.3, 39.8, 44, 38.25].map(mean),
          },
        ],
      },
    ],
  };
}
