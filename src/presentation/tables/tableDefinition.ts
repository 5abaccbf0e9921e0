import type { TablesDefinition } from '#contract/analysisDefinition.ts';
import type { Input } from '#contract/index.ts';
import type { SurveyReference } from '#contract/source.ts';

export type TableDefinition = TablesDefinition;
export type RowItem = TableDefinition['rows'][number];
export type Share = TableDefinition['share'];
export type Statistic = TableDefinition['statistics'][number];
export type LetterChoice = TableDefinition['letters'];
export type Sort = TableDefinition['sort'];

export const shares = ['ofColumn', 'ofRow', 'ofTotal'] as const satisfies readonly Share[];
export const statistics = [
  'n',
  'weightedN',
  'se',
  'interval',
  'deff',
] as const satisfies readonly Statistic[];
export const letterChoices = ['holm', 'bh', 'none', 'off'] as const satisfies readonly LetterChoice[];
export const sorts = ['labels', 'size'] as const satisfies readonly Sort[];

export const emptyTable: TableDefinition = {
  room: 'tables',
  rows: [],
  columns: [],
  layer: null,
  where: '',
  nets: [],
  share: 'ofColumn',
  statistics: [],
  letters: 'holm',
  sort: 'labels',
  hideEmpty: false,
  moreDecimals: false,
  view: 'table',
  picture: { kind: null, item: null, column: null },
};

/** What must be asked of the host; how it is shown asks nobody. `null` while there are no rows. */
export function questionOf(table: TableDefinition, source: SurveyReference): Input<'table.run'> | null {
  if (table.rows.length === 0) return null;
  const { layer, letters } = table;
  const where = table.where.trim();
  return {
    source,
    stub: table.rows.map(({ kind, name }) =>
      kind === 'set' ? { kind, set: name } : { kind, variable: name },
    ),
    banner: table.columns.map((variables) => ({ variables: [...variables] })),
    ...(layer && {
      layer: { variable: layer.variable, ...(layer.value !== null && { value: layer.value }) },
    }),
    ...(where !== '' && { where }),
    nets: table.nets.filter((net) => stands(table, net)).map((net) => ({ ...net, values: [...net.values] })),
    ...(letters !== 'off' && { letters: { adjust: letters } }),
  };
}

/** Whether the answers that a net is of are rows or columns. */
function stands({ rows, columns }: TableDefinition, net: TableDefinition['nets'][number]): boolean {
  const of = net.kind ?? 'variable';
  return (
    rows.some(({ kind, name }) => kind === of && name === net.variable) ||
    (of === 'variable' && columns.some((names) => names.includes(net.variable)))
  );
}

/** With an item in the rows, at its place where it is there already. */
export function withRow(table: TableDefinition, item: RowItem, place = table.rows.length): TableDefinition {
  if (table.rows.some(({ kind, name }) => kind === item.kind && name === item.name)) return table;
  return { ...table, rows: table.rows.toSpliced(place, 0, item) };
}

export function withColumn(
  table: TableDefinition,
  variable: string,
  place = table.columns.length,
): TableDefinition {
  if (table.columns.some((names) => names.length === 1 && names[0] === variable)) return table;
  return { ...table, columns: table.columns.toSpliced(place, 0, [variable]) };
}

/** An item of a list taken to another place; over its ends nothing moves. */
export function moved<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  if (to < 0 || to >= items.length || from === to) return items;
  return items.toSpliced(from, 1).toSpliced(to, 0, items[from]);
}

/** A column variable nested within the one before it. */
export function nested(table: TableDefinition, place: number): TableDefinition {
  if (!canNest(table, place)) return table;
  const { columns } = table;
  return { ...table, columns: columns.toSpliced(place - 1, 2, [columns[place - 1][0], columns[place][0]]) };
}

export function canNest({ columns }: TableDefinition, place: number): boolean {
  return place > 0 && columns[place].length === 1 && columns[place - 1].length === 1;
}

export function unnested(table: TableDefinition, place: number): TableDefinition {
  return {
    ...table,
    columns: table.columns.toSpliced(place, 1, ...table.columns[place].map((name) => [name])),
  };
}
