import type { Noticed } from '#contract/notice.ts';
import { isSetAside } from '../data/missing.ts';
import { answerCodes } from './answerCodes.ts';
import { mostNamed, rowsWith, type Look } from './look.ts';
import { ageWords, householdSizeWords, notYearsOfAge, type Words } from './words/traitWords.ts';
import { wordsOfLabel, wordsOfName } from './words/plainWords.ts';

type Impossible = Noticed['impossible'][number];
type Bounds = Pick<Impossible, 'kind' | 'low' | 'high'>;

/** Nobody is known to have lived beyond 122 years. */
const oldest = 120;
/** Beyond so small a share of rows, values off a scale say that it is no such scale. */
const fewRows = 0.01;
const fewValues = 5;

/** Ages below 0 or above 120, households of less than nobody, marks off a scale whose ends are labelled. */
export function impossibleValues(look: Look): Impossible | null {
  const { variable, column, marked } = look;
  if (column.kind !== 'numeric' || variable.type !== 'numeric') return null;
  const bounds = boundsOf(look);
  if (bounds === null) return null;
  const { low, high } = bounds;
  const known = new Set(variable.valueLabels.map(({ value }) => value));
  const found = rowsWith(
    column,
    (value) =>
      (value < low || (high !== null && value > high)) &&
      !known.has(value) &&
      !isSetAside(value, variable.missing, marked),
  );
  if (found.size === 0) return null;
  const values = [...found]
    .map(([value, one]) => ({ value, ...one }))
    .sort((left, right) => left.value - right.value);
  return {
    variable: variable.name,
    label: variable.label,
    ...bounds,
    n: values.reduce((sum, { n }) => sum + n, 0),
    values: values.slice(0, mostNamed),
  };
}

function boundsOf(look: Look): Bounds | null {
  const { variable } = look;
  if (isAge(look)) return { kind: 'age', low: 0, high: oldest };
  if (says(variable, householdSizeWords)) return { kind: 'householdSize', low: 0, high: null };
  return scaleOf(look);
}

/** A number of years, not of months, and not one of a few bands. */
export function isAge({ variable, column }: Pick<Look, 'variable' | 'column'>): boolean {
  return (
    column.kind === 'numeric' &&
    variable.type === 'numeric' &&
    says(variable, ageWords) &&
    !notYearsOfAge.test(wordsOfLabel(variable)) &&
    !notYearsOfAge.test(wordsOfName(variable.name).join(' ')) &&
    answerCodes(variable).length <= 3
  );
}

/** A scale of whole numbers with labels at its ends and most of its marks in use, and very little beyond it. */
function scaleOf({ variable, valid }: Look): Bounds | null {
  if (valid === null || variable.valueLabels.length < 2) return null;
  const labels = answerCodes(variable);
  if (labels.length < 2) return null;
  const low = Math.min(...labels);
  const high = Math.max(...labels);
  const unlabelled = [...valid.keys()].filter((value) => !labels.includes(Number(value)));
  const marks = high - low + 1;
  if (marks < 4 || unlabelled.length <= labels.length) return null;
  let within = 0;
  let beyond = 0;
  let beyondRows = 0;
  let rows = 0;
  for (const [value, n] of valid) {
    if (typeof value !== 'number' || !Number.isInteger(value)) return null;
    rows += n;
    if (value >= low && value <= high) within++;
    else {
      beyond++;
      beyondRows += n;
    }
  }
  const isScale = within >= 0.5 * marks && beyond <= fewValues && beyondRows <= fewRows * rows;
  return isScale ? { kind: 'scale', low, high } : null;
}

export function says(variable: { readonly name: string; readonly label: string }, words: Words): boolean {
  return words.name.test(wordsOfName(variable.name).join(' ')) || words.label.test(wordsOfLabel(variable));
}
