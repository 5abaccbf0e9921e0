import type { Contrast } from '#contract/groups.ts';
import type { Output } from '#contract/index.ts';
import { equals, methodLines, number, percent, testLine, type Asked } from './textFigures.ts';
import { shortened, textTable } from './textTable.ts';

/** Concerns from the largest share to the smallest, with their shares by group. */
export function rankingText({ design, by, concerns }: Output<'ranking.run'>, asked: Asked): string {
  const hasSeverity = concerns.some(({ severity }) => severity !== undefined);
  const table = textTable(
    [
      ...['rank', '<concern', '<freedom', '<label', '% concerned', 'above the next by', 'p', 'n'],
      ...(hasSeverity ? ['% most severe', '<of those concerned'] : []),
    ],
    concerns.map((one) => [
      one.rank === null ? '–' : String(one.rank),
      one.variable,
      one.freedom ?? '',
      shortened(one.label, 50),
      percent(one.share, one.shown),
      one.next === null ? '' : points(one.next),
      one.next === null ? '' : equals(one.next.p),
      String(one.n),
      ...(one.severity ? severityCells(one.severity) : []),
    ]),
  );
  if (by === null) return `${table}\n\n${methodLines(design, asked)}`;
  const groups = textTable(
    ['% concerned', ...by.categories.map(({ label }) => label), 'same in all groups'],
    concerns.map((one) => [
      one.variable,
      ...one.groups!.map(
        ({ share, shown, letters }) => `${percent(share, shown)}${letters && ` ${letters}`}`,
      ),
      one.test!.f === null ? '–' : `p ${equals(one.test!.p)}`,
    ]),
  );
  return `${table}\n\nBy ${by.variable}\n${groups}\n\n${methodLines(design, asked)}`;
}

type Severity = NonNullable<Output<'ranking.run'>['concerns'][number]['severity']>;

const noSeverity = {
  oneAnswer: 'one answer counts',
  noOrder: 'the answers that count are not one end of the scale',
} as const;

function severityCells(severity: Severity): string[] {
  if ('none' in severity) return ['–', noSeverity[severity.none]];
  const { share, shown, label, code } = severity;
  return [percent(share, shown), label === String(code) ? label : `${code} ${label}`];
}

/** Each group's share, then each group against each. */
export function comparedGroupsText(
  { design, concern, by, all, groups, pairs, trend, test }: Output<'comparison.groups'>,
  asked: Asked,
): string {
  const labels = new Map(by.categories.map(({ value, label }) => [value, label]));
  const shares = textTable(
    [by.variable, '% concerned', 'n'],
    [
      ...groups.map(({ value, share, shown, n }) => [labels.get(value)!, percent(share, shown), String(n)]),
      ['all', percent(all.share, all.shown), String(all.n)],
    ],
  );
  const compared = textTable(
    ['less', 'points', 'ratio', 'p', 'adjusted p'],
    pairs.map(({ a, b, difference, ratio, adjusted }) => [
      `${labels.get(a)!} − ${labels.get(b)!}`,
      points(difference),
      withInterval(ratio, 2),
      equals(difference.p),
      equals(adjusted),
    ]),
  );
  const slope =
    trend.estimate === null ? '' : `\nFrom group to group: ${points(trend)} points, p ${equals(trend.p)}`;
  return `${concern.variable}: ${concern.label}\n${shares}\n\n${compared}\n\n${testLine(test)}${slope}\n${methodLines(design, asked)}`;
}

/** A concern in two surveys. */
export function comparedSurveysText(
  { surveys, difference, ratio, codesDiffer }: Output<'comparison.surveys'>,
  asked: Asked,
): string {
  const shares = textTable(
    ['survey', '<concern', '% concerned', 'n'],
    surveys.map(({ concern, share, shown, n }, index) => [
      index === 0 ? 'first' : 'second',
      concern.variable,
      percent(share, shown),
      String(n),
    ]),
  );
  const differing = codesDiffer.map(
    ({ value, label, otherLabel }) =>
      `${value} is “${label ?? 'not labelled'}” in the first survey, “${otherLabel ?? 'not labelled'}” in the second.`,
  );
  return [
    shares,
    '',
    `First − second: ${points(difference)} points, p ${equals(difference.p)}; ratio ${withInterval(ratio, 2)}`,
    ...differing,
    ...surveys.map(
      ({ design }, index) => `${index === 0 ? 'First' : 'Second'} survey. ${methodLines(design, asked)}`,
    ),
  ].join('\n');
}

/** Means and quantiles, of all and by group. */
export function meansText({ design, by, variables }: Output<'mean.run'>, asked: Asked): string {
  const tables = variables.map(({ variable, label, all, groups }) => {
    const labels = new Map(by?.categories.map((one) => [one.value, one.label]));
    const rows = [
      ...groups.map((group) => ({ ...group, name: labels.get(group.value) ?? String(group.value) })),
      { ...all, name: 'all', letters: '' },
    ];
    const table = textTable(
      [
        by?.variable ?? '',
        'mean',
        'sd',
        ...all.quantiles.map(({ probability }) => `${number(100 * probability, 0)} %`),
        'n',
      ],
      rows.map(({ name, mean, quantiles, shown, letters, n }) => [
        name,
        shown === 'suppressed'
          ? '(*)'
          : `${bracketed(withInterval(mean, 2), shown)}${letters && ` ${letters}`}`,
        number(mean.sd, 2),
        ...all.quantiles.map((_, index) => (quantiles[index] ? withInterval(quantiles[index], 2) : '(*)')),
        String(n),
      ]),
    );
    return `${variable}: ${shortened(label, 70)}\n${table}`;
  });
  return `${tables.join('\n\n')}\n\n${methodLines(design, asked)}`;
}

/** A question with several answers, of all and by group. */
export function responsesText(
  { design, set, base, by, all, items, nets = [] }: Output<'crosstab.responses'>,
  asked: Asked,
): string {
  const table = textTable(
    [`${set.name} (% of ${base})`, 'all', ...(by?.categories.map(({ label }) => label) ?? [])],
    [...items, ...nets].map(({ label, all: whole, groups }) => [
      label,
      percent(whole.share, whole.shown),
      ...groups.map(({ share, shown, letters }) => `${percent(share, shown)}${letters && ` ${letters}`}`),
    ]),
  );
  const counts = `Respondents: ${all.n ?? '(*)'}; responses: ${all.responses ?? '(*)'}.`;
  return `${set.label}\n${table}\n\n${counts}\n${methodLines(design, asked)}`;
}

function bracketed(words: string, shown: string): string {
  return shown === 'bracketed' ? `(${words})` : words;
}

function withInterval(
  { estimate, ciLow, ciHigh }: Pick<Contrast, 'estimate' | 'ciLow' | 'ciHigh'>,
  digits: number,
): string {
  if (estimate === null) return '–';
  if (ciLow === null || ciHigh === null) return number(estimate, digits);
  return `${number(estimate, digits)} [${number(ciLow, digits)}–${number(ciHigh, digits)}]`;
}

/** A difference of shares in percentage points. */
function points({ estimate, ciLow, ciHigh }: Contrast): string {
  const hundred = (value: number | null): number | null => (value === null ? null : 100 * value);
  return withInterval({ estimate: hundred(estimate), ciLow: hundred(ciLow), ciHigh: hundred(ciHigh) }, 1);
}
