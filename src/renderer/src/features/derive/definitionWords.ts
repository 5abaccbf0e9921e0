import type { DerivedDefinition } from '#contract/derived.ts';

type Say = (key: string, words?: Readonly<Record<string, string | number>>, plural?: number) => string;

/** A definition in words, a line for each of its rules. Names and codes stand as they are. */
export function definitionWords(definition: DerivedDefinition, t: Say): readonly string[] {
  const code = (value: number | null): string => (value === null ? t('derive.missing') : String(value));
  const list = (values: readonly (string | number)[]): string => values.join(', ');
  switch (definition.kind) {
    case 'recode': {
      const { source, rules, otherwise, whenMissing } = definition;
      const range = ({ low, high }: { low: number | null; high: number | null }): string =>
        `${low ?? '…'}–${high ?? '…'}`;
      const lines = rules.map(({ values, ranges, to }) =>
        t('derive.says.rule', { from: list([...values, ...ranges.map(range)]), to: code(to) }),
      );
      const rest =
        otherwise === 'keep'
          ? t('derive.says.othersKept')
          : t('derive.says.others', { to: otherwise === 'missing' ? t('derive.missing') : otherwise });
      const none = whenMissing === null ? [] : [t('derive.says.whenMissing', { to: whenMissing })];
      return [t('derive.says.recode', { source }), ...lines, rest, ...none];
    }
    case 'band': {
      const { source, by } = definition;
      if (by.how === 'cuts') return [t('derive.says.cuts', { source, cuts: list(by.cuts) })];
      const key = by.weighted ? 'derive.says.quantilesWeighted' : 'derive.says.quantiles';
      return [t(key, { source, count: by.groups }, by.groups)];
    }
    case 'topBox':
      return [t('derive.says.topBox', { source: definition.source, codes: list(definition.codes) })];
    case 'count': {
      const { sources, codes, minimumValid } = definition;
      const words = { sources: list(sources), codes: list(codes), minimum: minimumValid };
      return [t('derive.says.count', words)];
    }
    case 'combine':
      return [
        ...definition.rules.map(({ when, to }) => t('derive.says.when', { when, to: code(to) })),
        t('derive.says.others', { to: code(definition.otherwise) }),
      ];
    case 'standardise':
      return [
        t(definition.weighted ? 'derive.says.standardiseWeighted' : 'derive.says.standardise', {
          source: definition.source,
        }),
      ];
    case 'expression':
      return [definition.expression];
  }
}
