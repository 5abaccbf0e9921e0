import type { Noticed } from '#contract/notice.ts';
import type { Look } from './look.ts';
import { answerCodes } from './answerCodes.ts';

type Unlabelled = Noticed['unlabelled'][number];

/**
 * Codes that occur without a label, though the answers beside them have one: a slip of the keyboard, or a label
 * forgotten. Left alone are numbers of which only a few are labelled: scales whose ends are named, counts and
 * amounts.
 */
export function unlabelledCodes({ variable, valid }: Look): Unlabelled | null {
  if (variable.type !== 'numeric' || valid === null) return null;
  const labels = answerCodes(variable);
  if (labels.length < 2) return null;
  const low = Math.min(...labels);
  const high = Math.max(...labels);
  const known = new Set(variable.valueLabels.map(({ value }) => value));
  const codes: Unlabelled['codes'] = [];
  let unlabelledRows = 0;
  let labelledRows = 0;
  for (const [value, n] of valid) {
    if (known.has(value)) labelledRows += n;
    else if (typeof value === 'number') {
      if (!Number.isInteger(value)) return null;
      unlabelledRows += n;
      codes.push({ value, n, outside: value < low || value > high });
    }
  }
  const between = codes.filter(({ outside }) => !outside).length;
  const isNamedAtItsEnds = between > 0 && labels.length <= 3 && between === codes.length;
  if (codes.length === 0 || codes.length > labels.length || unlabelledRows > labelledRows || isNamedAtItsEnds)
    return null;
  codes.sort((left, right) => left.value - right.value);
  return { variable: variable.name, label: variable.label, codes };
}
