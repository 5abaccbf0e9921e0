import type { Adopted, VariableMatch } from '#contract/surveyChanges.ts';
import type { ProblemMessage } from '#contract/problem.ts';
import type { ChangeLine } from './changeGroups.ts';

type Say = (key: string, words?: Readonly<Record<string, string | number>>, plural?: number) => string;

/** Of many codes that differ the first are said. */
const codesSaid = 3;

/**
 * Matched variables that differ in more than the wording of their label, and how. Those whose codes mean something
 * else come first: of them shares could be compared that cannot be.
 */
export function matchDifferences(matched: readonly VariableMatch[], t: Say): readonly ChangeLine[] {
  const lines = matched.flatMap(({ variable, other, by, sameType, codes }) => {
    const meanOther = codes.filter(({ label, otherLabel }) => label !== null && otherLabel !== null);
    const said = [
      ...(by === 'label' ? [t('waves.calledThere', { other })] : []),
      ...(sameType ? [] : [t('waves.otherType')]),
      ...some(
        meanOther.map(({ value, label, otherLabel }) =>
          t('waves.codeMeans', { value, here: label ?? '', there: otherLabel ?? '' }),
        ),
        t,
      ),
      ...onOneSide(
        'waves.codesHere',
        codes.filter(({ otherLabel }) => otherLabel === null),
        t,
      ),
      ...onOneSide(
        'waves.codesThere',
        codes.filter(({ label }) => label === null),
        t,
      ),
    ];
    const weight = meanOther.length > 0 ? 0 : !sameType || by === 'label' ? 1 : 2;
    return said.length > 0 ? [{ weight, line: { name: variable, text: said.join('; ') } }] : [];
  });
  return lines.toSorted((a, b) => a.weight - b.weight).map(({ line }) => line);
}

function onOneSide(key: string, codes: VariableMatch['codes'], t: Say): readonly string[] {
  if (codes.length === 0) return [];
  const named = codes.map(({ value, label, otherLabel }) =>
    t('waves.codeNamed', { value, label: label ?? otherLabel ?? '' }),
  );
  return [t(key, { codes: some(named, t).join(', ') }, codes.length)];
}

function some(texts: readonly string[], t: Say): readonly string[] {
  const more = texts.length - codesSaid;
  return more > 1 ? [...texts.slice(0, codesSaid), t('waves.moreCodes', { count: more }, more)] : texts;
}

/** Matched variables whose label alone is worded in another way. */
export function matchWordings(matched: readonly VariableMatch[]): readonly ChangeLine[] {
  return matched
    .filter(({ sameLabel, by }) => !sameLabel && by === 'name')
    .map(({ variable, label, otherLabel }) => ({ name: variable, text: `${label} ← ${otherLabel}` }));
}

/** What counts most, first. */
const leftFirst = ['concern', 'role', 'derived', 'responseSet', 'edit', 'mark'] as const;

/** What was not taken over, and why. */
export function leftLines(
  left: Adopted['left'],
  t: Say,
  problemText: (problem: ProblemMessage) => string,
): readonly ChangeLine[] {
  const ordered = left.toSorted((a, b) => leftFirst.indexOf(a.kind) - leftFirst.indexOf(b.kind));
  return ordered.map(({ kind, name, reason, codes, problem }) => ({
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
