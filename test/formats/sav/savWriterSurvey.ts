import type { Column } from '#engine/survey/column.ts';
import { nothingMissing, type Variable } from '#engine/survey/variable.ts';
import { writeSav, type SavSurvey } from '#formats/sav/savWriter.ts';

function variable(name: string, parts: Partial<Variable> = {}): Variable {
  return {
    name,
    label: '',
    type: 'numeric',
    measure: 'unknown',
    valueLabels: [],
    missing: nothingMissing,
    ...parts,
  };
}

const text = (dictionary: string[], ...codes: number[]): Column => ({
  kind: 'text',
  dictionary,
  codes: Uint32Array.from(codes),
});

const numbers = (...values: number[]): Column => ({
  kind: 'numeric',
  values: Float64Array.from(values),
  reasons: null,
});

/** Four rows with one of everything that the format can say. */
export const savWriterSurvey: SavSurvey = {
  fileLabel: 'Enquête fictive',
  documents: ['Données fictives pour la formation, faites par un programme. '.repeat(3), 'Deuxième note'],
  weight: 'weight_of_household',
  createdAt: '2011-03-01T12:00:00',
  rowCount: 4,
  variables: [
    variable('id', { label: 'Identifiant', measure: 'nominal' }),
    variable('worry_about_poverty', {
      label: 'Préoccupation : pauvreté',
      measure: 'ordinal',
      valueLabels: [
        { value: 1, label: 'pas du tout' },
        { value: 8, label: 'ne sait pas' },
      ],
      missing: { codes: [8, 9], range: null },
    }),
    variable('worry_about_pests', {
      measure: 'scale',
      missing: { codes: [-5], range: { low: 90, high: null } },
    }),
    variable('range_from_below', { missing: { codes: [], range: { low: null, high: 0 } } }),
    variable('weight_of_household', { measure: 'scale' }),
    variable('short', {
      type: 'text',
      valueLabels: [{ value: 'ab', label: 'A B' }],
      missing: { codes: ['zz'], range: null },
    }),
    variable('commune', {
      type: 'text',
      label: 'দারিদ্র্য',
      valueLabels: [{ value: 'Cotonou la belle', label: 'Étiquette longue' }],
      missing: { codes: ['none'], range: null },
    }),
    variable('remarks', { type: 'text', label: 'Remarques' }),
    variable('interviewed', { type: 'date' }),
    variable('finished', { type: 'datetime' }),
    variable('département'),
  ],
  columns: [
    numbers(1, 2, 300, -99),
    { kind: 'numeric', values: Uint8Array.of(1, 8, 9, 0), reasons: Uint8Array.of(0, 0, 0, 1) },
    numbers(1.5, -5, 95, NaN),
    numbers(-100, 151, 152, 1e300),
    numbers(0.5, 1.5, 2, 1),
    text(['ab', '', 'zz'], 0, 1, 2, 0),
    text(['Cotonou la belle', 'none', 'x'], 0, 1, 2, 0),
    text([`${'é'.repeat(300)}, fin de la remarque`, '', `${' '.repeat(252)}milieu`], 0, 1, 2, 0),
    {
      kind: 'numeric',
      values: Float64Array.of(135e8, 13500086400, 1, 0),
      reasons: Uint8Array.of(0, 0, 1, 1),
    },
    numbers(13500000001, 13500000002, 13500000003, 13500000004),
    { kind: 'numeric', values: Int16Array.of(1, 2, 300, 4), reasons: null },
  ],
};

if (process.argv[1] === import.meta.filename) writeSav(process.argv[2], savWriterSurvey);
