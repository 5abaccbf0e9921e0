import type { Adopted, VariableMatch } from '#contract/surveyChanges.ts';
import type { ProblemMessage } from '#contract/problem.ts';
import type { ChangeLine } from './changeGroups.ts';

type Say = (key: string, words?: Readonly<Record<string, string | number>>, plural?: number) => string;

/** Matched variables that differ in more than the wording of their label, and how. */
export function matchDifferences(matched: readonly VariableMatch[], t: Say): readonly ChangeLine[] {
  return matched.flatMap(({ variable, other, by, sameType, codes }) => {
    const said = [
      ...(by === 'label' ? [t('waves.calledThere', { other })] : []),
      ...(sameType ? [] : [t('waves.otherType')]),
      ...codes.map(({ value, label, otherLabel }) =>
        t('waves.codeMeans', {
          value,
          here: label ?? t('waves.nothing'),
          there: otherLabel ?? t('waves.nothing'),
        }),
      ),
    ];
    return said.length > 0 ? [{ name: variable, text: said.join('; ') }] : [];
  });
}

/** Matched variables whose label alone is worded in another way. */
export function matchWordings(matched: readonly VariableMatch[]): readonly ChangeLine[] {
  return matched
    .filter(({ sameLabel, by }) => !sameLabel && by === 'name')
    .map(({ variable, label, otherLabel }) => ({ name: variable, text: `${label} ← ${otherLabel}` }));
}

/** What was not taken over, and why. */
export function leftLines(
  left: Adopted['left'],
  t: Say,
  problemText: (problem: ProblemMessage) => string,
): readonly ChangeLine[] {
  return left.map(({ kind, name, reason, codes, problem }) => ({
    name,
    text: [
      t(`waves.kind.${kind}`),
      problem ? problemText(problem) : t(`waves.reason.${reason}`, { codes: codes.join(', ') }),
    ].join(': '),
  }));
}

type Taken = Adopted['taken'][number];

/** How much of each kind was taken over, in the order in which it is said. */
export function takenCounts(
  taken: Adopted['taken'],
): readonly { readonly kind: Taken['kind']; readonly count: number }[] {
  const kinds = ['role', 'concern', 'mark', 'edit', 'derived', 'responseSet'] as const;
  return kinds
    .map((kind) => ({ kind, count: taken.filter((one) => one.kind === kind).length }))
    .filter(({ count }) => count > 0);
}
