import type {
  AnalysisDefinition,
  PrioritiesDefinition,
  TablesDefinition,
} from '#contract/analysisDefinition.ts';
import type { DefinitionOf } from '#presentation/analysis/firstDefinitions.ts';

/** What a survey has. */
export interface SurveyNames {
  has(variable: string): boolean;
  hasSet(name: string): boolean;
}

/** Variables and sets that a definition names and the survey does not have, each once. */
export function lostNames(definition: AnalysisDefinition, { has, hasSet }: SurveyNames): readonly string[] {
  const sets = definition.room === 'tables' ? definition.rows.filter(({ kind }) => kind === 'set') : [];
  return [
    ...new Set([
      ...variablesIn(definition).filter((name) => !has(name)),
      ...sets.map(({ name }) => name).filter((name) => !hasSet(name)),
    ]),
  ];
}

/** The same without what the survey does not have; as it is where nothing is lost. */
export function withinSurvey<Definition extends AnalysisDefinition>(
  definition: Definition,
  names: SurveyNames,
): Definition;
export function withinSurvey(definition: AnalysisDefinition, names: SurveyNames): AnalysisDefinition {
  if (lostNames(definition, names).length === 0) return definition;
  const kept = (name: string | null): string | null => (name !== null && names.has(name) ? name : null);
  switch (definition.room) {
    case 'matrix': {
      const { by, pair } = definition;
      return {
        ...definition,
        by: kept(by),
        values: kept(by) === null ? null : definition.values,
        pair: pair && names.has(pair.fear) && names.has(pair.want) ? pair : null,
        pairBy: kept(definition.pairBy),
      };
    }
    case 'freedoms':
      return { ...definition, by: kept(definition.by) };
    case 'priorities':
      return {
        ...definition,
        by: kept(definition.by),
        sort:
          typeof definition.sort.key === 'number' && kept(definition.by) === null ? byRank : definition.sort,
        concern: kept(definition.concern),
        concernBy: kept(definition.concernBy),
      };
    case 'tables':
      return tableWithin(definition, names);
  }
}

const byRank: PrioritiesDefinition['sort'] = { key: 'rank', descending: false };

function tableWithin(table: DefinitionOf<'tables'>, { has, hasSet }: SurveyNames): TablesDefinition {
  const stays = ({ kind, name }: TablesDefinition['rows'][number]): boolean =>
    kind === 'set' ? hasSet(name) : has(name);
  const { item, column } = table.picture;
  return {
    ...table,
    rows: table.rows.filter(stays),
    columns: table.columns.filter((names) => names.every(has)),
    layer: table.layer && has(table.layer.variable) ? table.layer : null,
    nets: table.nets.filter(({ kind, variable }) => (kind === 'set' ? hasSet(variable) : has(variable))),
    picture: {
      ...table.picture,
      item: item && stays(item) ? item : null,
      column: column?.every(has) ? column : null,
    },
  };
}

function variablesIn(definition: AnalysisDefinition): readonly string[] {
  const there = (names: readonly (string | null)[]): string[] => names.filter((name) => name !== null);
  switch (definition.room) {
    case 'matrix': {
      const { by, pair, pairBy } = definition;
      return there([by, pair?.fear ?? null, pair?.want ?? null, pairBy]);
    }
    case 'freedoms':
      return there([definition.by]);
    case 'priorities':
      return there([definition.by, definition.concern, definition.concernBy]);
    case 'tables':
      return [
        ...definition.rows.filter(({ kind }) => kind !== 'set').map(({ name }) => name),
        ...definition.columns.flat(),
        ...(definition.layer ? [definition.layer.variable] : []),
        ...definition.nets.filter(({ kind }) => kind !== 'set').map(({ variable }) => variable),
        ...(definition.picture.column ?? []),
        ...(definition.picture.item && definition.picture.item.kind !== 'set'
          ? [definition.picture.item.name]
          : []),
      ];
  }
}
