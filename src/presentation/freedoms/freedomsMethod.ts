import type { FreedomsResult } from '#contract/freedoms.ts';
import { filterMethod } from '../analysis/filter.ts';
import type { Formats } from '../text/createFormats.ts';
import type { Translate } from '../text/translator.ts';
import type { SplitRow } from './splitRows.ts';

/** What the method line of the split says beside its design. `where`: the filter that it stands on. */
export function freedomsMethod(
  { counted, leftOut, inPart, answered, test }: FreedomsResult,
  where: string,
  t: Translate,
  { count }: Formats,
): readonly string[] {
  const left = count(leftOut.n);
  return [
    ...filterMethod(where, t),
    [
      t('freedoms.methodCounted', { count: count(counted.n) }, counted.n),
      t(answered === 'all' ? 'freedoms.methodEvery' : 'freedoms.methodHalf', { left }),
    ].join(' '),
    ...(inPart > 0 ? [t('freedoms.methodInPart', { count: count(inPart) })] : []),
    ...(test ? [t('freedoms.methodTest')] : []),
    t('freedoms.methodSuppression'),
  ];
}

/** What letters and signs in the rows mean, as far as there are any. */
export function splitSigns(rows: readonly SplitRow[], t: Translate): readonly string[] {
  return [
    ...(rows.some(({ cells }) => cells.some(({ letters }) => letters !== ''))
      ? [t('freedoms.lettersNote')]
      : []),
    ...(rows.some(({ shown }) => shown === 'bracketed') ? [t('freedoms.bracketedNote')] : []),
    ...(rows.some(({ shown }) => shown === 'suppressed') ? [t('freedoms.suppressedNote')] : []),
  ];
}
