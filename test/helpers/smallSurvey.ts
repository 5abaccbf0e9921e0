import type { NumericColumn } from '#engine/survey/column.ts';
import { nothingMissing, type Variable } from '#engine/survey/variable.ts';
import { writeSav } from '#formats/sav/savWriter.ts';

/**
 * A made-up survey for tests: `weight`, `stratum` (2), `psu` (10 in each stratum), `afraid` and `hungry`
 * (1 never … 4 always, 8 refused, labelled but not declared), `theft` (0, 1), and `filler` variables.
 */
export function writeSmallSurvey(path: string, rows = 400, fillers = 0): void {
  const numbers = (value: (row: number) => number): NumericColumn => ({
    kind: 'numeric',
    values: Float64Array.from({ length: rows }, (_, row) => value(row)),
    reasons: null,
  });
  const scale = [
    { value: 1, label: 'Never' },
    { value: 2, label: 'Sometimes' },
    { value: 3, label: 'Often' },
    { value: 4, label: 'Always' },
    { value: 8, label: 'Refused' },
  ];
  const variable = (name: string, label: string, more: Partial<Variable> = {}): Variable => ({
    name,
    label,
    type: 'numeric',
    measure: 'nominal',
    valueLabels: [],
    missing: nothingMissing,
    ...more,
  });
  const answer = (row: number, step: number): number => (row % 50 === 7 ? 8 : 1 + (((row * step) % 17) % 4));
  writeSav(path, {
    fileLabel: 'Made up for tests',
    weight: null,
    createdAt: '2026-01-01T00:00:00',
    rowCount: rows,
    variables: [
      variable('weight', 'Household weight', { measure: 'scale' }),
      variable('stratum', 'Stratum'),
      variable('psu', 'Primary sampling unit'),
      variable('afraid', 'Feels unsafe after dark', { valueLabels: scale }),
      variable('hungry', 'Went without food', { valueLabels: scale }),
      variable('theft', 'Had something stolen', {
        valueLabels: [
          { value: 0, label: 'No' },
          { value: 1, label: 'Yes' },
        ],
      }),
      ...Array.from({ length: fillers }, (_, index) => variable(`filler${index}`, `Filler ${index}`)),
    ],
    columns: [
      numbers((row) => 0.5 + (row % 5) / 4),
      numbers((row) => 1 + (row % 2)),
      numbers((row) => 1 + (Math.floor(row / 2) % 10)),
      numbers((row) => answer(row, 3)),
      numbers((row) => answer(row, 5)),
      numbers((row) => (row % 3 === 0 ? 1 : 0)),
      ...Array.from({ length: fillers }, (_, index) => numbers((row) => (row * (index + 1)) % 97)),
    ],
  });
}
