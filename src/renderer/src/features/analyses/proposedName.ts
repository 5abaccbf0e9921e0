import type { AnalysisDefinition, TablesDefinition } from '#contract/analysisDefinition.ts';

/** What a name is put together from, in the reader's language. */
export interface NameWords {
  t(key: string, params?: Readonly<Record<string, string>>): string;
  list(words: readonly string[]): string;
  labelOf(variable: string): string;
  setLabelOf(set: string): string;
}

/** Longer ones are not said in a name: the variable's own name stands for them. */
const longestLabel = 40;
const longestName = 64;
const mostNamed = 2;

/** What an analysis could be called: what it shows. */
export function proposedName(definition: AnalysisDefinition, words: NameWords): string {
  const { t } = words;
  const say = (name: string): string => brief(words.labelOf(name), name);
  switch (definition.room) {
    case 'matrix': {
      const { measure, by, pair } = definition;
      if (pair) return t('analyses.proposed.pair', { fear: say(pair.fear), want: say(pair.want) });
      const params = { measure: t(`analyses.measures.${measure}`) };
      return by === null
        ? t('analyses.proposed.matrix', params)
        : t('analyses.proposed.matrixBy', { ...params, by: say(by) });
    }
    case 'freedoms':
      return definition.by === null
        ? t('analyses.proposed.freedoms')
        : t('analyses.proposed.freedomsBy', { by: say(definition.by) });
    case 'priorities': {
      const { picture, by, freedom, dimension, concern } = definition;
      if (concern !== null) return say(concern);
      const chosen = [
        ...(freedom === 'all' ? [] : [t(`freedom.${freedom}`)]),
        ...(dimension === 'all' ? [] : [t(`dimension.${dimension}`)]),
      ];
      const of = words.list(chosen);
      if (picture === 'severity')
        return of ? t('analyses.proposed.severityOf', { of }) : t('analyses.proposed.severity');
      if (by === null)
        return of ? t('analyses.proposed.prioritiesOf', { of }) : t('analyses.proposed.priorities');
      return of
        ? t('analyses.proposed.prioritiesOfBy', { of, by: say(by) })
        : t('analyses.proposed.prioritiesBy', { by: say(by) });
    }
    case 'tables': {
      const name = tableName(definition, words, say);
      return name.length > longestName ? tableName(definition, words, (same) => same) : name;
    }
  }
}

function tableName(
  { rows, columns }: TablesDefinition,
  { t, list, setLabelOf }: NameWords,
  say: (name: string) => string,
): string {
  const some = (names: readonly string[]): string =>
    list(names.length > mostNamed ? [...names.slice(0, mostNamed), '…'] : names);
  const inRows = some(
    rows.map(({ kind, name }) => (kind === 'set' ? brief(setLabelOf(name), name) : say(name))),
  );
  const inColumns = some(columns.map((names) => names.map(say).join(' › ')));
  return inColumns ? t('analyses.proposed.tablesBy', { rows: inRows, columns: inColumns }) : inRows;
}

const brief = (label: string, name: string): string => (label.length > longestLabel ? name : label);

/** The name itself, or the first of its numbered kin that is not taken. */
export function freeName(
  name: string,
  taken: readonly string[],
  numbered: (name: string, number: number) => string,
): string {
  const all = new Set(taken.map((one) => one.trim().toLocaleLowerCase()));
  const isFree = (one: string): boolean => !all.has(one.trim().toLocaleLowerCase());
  if (isFree(name)) return name;
  for (let number = 2; ; number++) {
    const next = numbered(name, number);
    if (isFree(next)) return next;
  }
}
