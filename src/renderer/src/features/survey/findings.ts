import type { Output } from '#contract/index.ts';
import type { Formats } from '#presentation/text/createFormats.ts';

type Noticed = Output<'survey.notice'>;
export type FindingKind = (typeof kinds)[number];

export interface Finding {
  readonly key: string;
  /** The variable to look at; `null` where it is about rows. */
  readonly variable: string | null;
  readonly label: string;
  readonly text: string;
}

export interface FindingGroup {
  readonly kind: FindingKind;
  readonly count: number;
  readonly findings: readonly Finding[];
}

/** vue-i18n's `t`, with a count for the plural. */
export type Translate = (key: string, named?: Readonly<Record<string, unknown>>, plural?: number) => string;

/** Faults of the fieldwork first, what is only good to know last. */
const kinds = [
  'lonelyStrata',
  'duplicateIds',
  'duplicateRows',
  'households',
  'impossible',
  'brokenRules',
  'unlabelled',
  'personal',
  'empty',
  'constant',
  'uncheckedRules',
] as const;

/** What the app noticed, beside roles, weights and missing codes, as lines to read. */
export function findingGroups(noticed: Noticed, t: Translate, formats: Formats): readonly FindingGroup[] {
  const about = ({ variable, label }: { variable: string; label: string }, text: string): Finding => ({
    key: variable,
    variable,
    label,
    text,
  });
  const some = (texts: readonly string[], all: number): string =>
    formats.list(
      all > texts.length ? [...texts, t('notice.more', { count: formats.count(all - texts.length) })] : texts,
    );
  const rowList = (rows: readonly number[]): string => formats.list(rows.map((row) => formats.count(row)));
  const oddValue = ({ value, n, rows }: Noticed['impossible'][number]['values'][number]): string =>
    t('notice.oddValue', { value, count: formats.count(n), rows: formats.count(rows[0]) }, n);

  const findings: Readonly<Record<FindingKind, readonly Finding[]>> = {
    lonelyStrata: noticed.lonelyStrata.map(({ strata, psu, values }) => {
      const named = values.map(({ value, label }) => (label === '' ? value : `${value} ${label}`));
      const list = some(named.slice(0, 5), named.length);
      const text =
        psu === null ? t('notice.lonelyAlone', { strata: list }) : t('notice.lonely', { psu, strata: list });
      return { key: `${strata} ${psu ?? ''}`, variable: strata, label: '', text };
    }),
    duplicateIds: noticed.duplicateIds.map((one) =>
      about(
        one,
        some(
          one.values
            .slice(0, 3)
            .map(({ value, rows }) => t('notice.duplicateId', { value, rows: rowList(rows) })),
          one.count,
        ),
      ),
    ),
    duplicateRows: noticed.duplicateRows.groups.map((rows) => ({
      key: rows.join(' '),
      variable: null,
      label: '',
      text:
        noticed.duplicateRows.apartFrom.length === 0
          ? t('notice.duplicateRow', { rows: rowList(rows) })
          : t('notice.duplicateRowApart', {
              rows: rowList(rows),
              variables: formats.list(noticed.duplicateRows.apartFrom),
            }),
    })),
    households: (['without', 'several'] as const).flatMap((kind) => {
      const { n, rows } = noticed.households?.[kind] ?? { n: 0, rows: [] };
      if (noticed.households === null || n === 0) return [];
      const { survey, variable } = noticed.households;
      const numbers = rows.map((row) => formats.count(row));
      const key = { without: 'notice.withoutHousehold', several: 'notice.severalHouseholds' }[kind];
      const text = t(key, { count: formats.count(n), survey, rows: some(numbers, n) }, n);
      return [{ key: kind, variable, label: '', text }];
    }),
    impossible: noticed.impossible.map((one) => {
      const values = one.values.slice(0, 5).map(oddValue);
      const key = {
        age: 'notice.impossibleAge',
        householdSize: 'notice.impossibleSize',
        scale: 'notice.impossibleScale',
      }[one.kind];
      return about(one, t(key, { low: one.low, high: one.high, values: formats.list(values) }));
    }),
    brokenRules: noticed.formRules.broken.map((one) =>
      about(
        one,
        t(
          'notice.brokenRule',
          {
            count: formats.count(one.n),
            answers: formats.count(one.answers),
            rule: one.rule,
            message: one.message,
            values: formats.list(one.values.slice(0, 3).map(oddValue)),
          },
          one.n,
        ).trim(),
      ),
    ),
    uncheckedRules: noticed.formRules.unchecked.map((one) =>
      about(one, t(`notice.unchecked.${one.reason}`, { rule: one.rule, detail: one.detail })),
    ),
    unlabelled: noticed.unlabelled.map((one) =>
      about(
        one,
        some(
          one.codes
            .slice(0, 5)
            .map(({ value, n }) => t('notice.unlabelledCode', { value, count: formats.count(n) }, n)),
          one.codes.length,
        ),
      ),
    ),
    personal: noticed.personal.map((one) =>
      about(
        one,
        t('notice.personalIs', {
          kind: t(`personal.kind.${one.kind}`),
          reason: t(`personal.reason.${one.reason}`),
        }),
      ),
    ),
    empty: noticed.empty.map((one) => about(one, '')),
    constant: noticed.constant.map((one) =>
      about(
        one,
        t('notice.constantIs', { value: one.valueLabel || one.value, count: formats.count(one.n) }, one.n),
      ),
    ),
  };
  const counts: Partial<Record<FindingKind, number>> = {
    duplicateRows: noticed.duplicateRows.count,
    households: (noticed.households?.without.n ?? 0) + (noticed.households?.several.n ?? 0),
  };
  return kinds
    .filter((kind) => findings[kind].length > 0)
    .map((kind) => ({ kind, count: counts[kind] ?? findings[kind].length, findings: findings[kind] }));
}
