import { filterMethod } from '../analysis/filter.ts';
import type { Formats } from '../text/createFormats.ts';
import type { Translate } from '../text/translator.ts';
import type { Ranking } from './priorityRows.ts';

/** What the method line of a ranking says beside its design. `where`: the filter that it stands on. */
export function priorityMethod(
  { concerns, by }: Ranking,
  withSeverity: boolean,
  where: string,
  t: Translate,
  formats: Formats,
): readonly string[] {
  const sizes = concerns.map(({ n }) => n);
  const [low, high] = [Math.min(...sizes), Math.max(...sizes)].map((n) => formats.count(n));
  return [
    ...filterMethod(where, t),
    ...(concerns.length > 1 ? [t('priorities.methodApart')] : []),
    ...(by ? [t('priorities.methodGroups')] : []),
    ...(withSeverity ? [t('priorities.methodSeverity')] : []),
    t('priorities.methodMissing'),
    t('priorities.methodSuppression'),
    low === high ? t('priorities.methodNSame', { low }) : t('priorities.methodN', { low, high }),
  ];
}
