import type { TablesDefinition } from '#contract/analysisDefinition.ts';
import type { Value } from '#contract/source.ts';
import type { TableResult } from '#contract/table.ts';
import type { CodeSurvey } from './codeSurvey.ts';

/** One of these codes of a variable. */
export interface Among {
  readonly variable: string;
  readonly values: readonly Value[];
}

/** A column as what its respondents answered; none for the column of all. */
export interface TableColumnRule {
  readonly labels: readonly string[];
  readonly among: readonly Among[];
  readonly net: boolean;
}

/** The columns of each group of a table, the first that of all, in the order of the result. */
export function tableColumns(
  { banner, columns }: TableResult,
  nets: TablesDefinition['nets'],
  survey: CodeSurvey,
): TableColumnRule[][] {
  const groups: TableColumnRule[][] = [[{ labels: [], among: [], net: false }]];
  banner.forEach(({ variables }, group) => {
    const own = columns.filter((column) => column.group === group);
    const netsOf = (variable: string): TablesDefinition['nets'] =>
      nets.filter((net) => (net.kind ?? 'variable') === 'variable' && net.variable === variable);
    const [outer, inner] = variables.map(({ variable }) => variable);
    const rules = own.map(({ values, labels, net }): TableColumnRule | null =>
      net
        ? null
        : {
            labels,
            net,
            among: values.map((value, side) => ({ variable: side === 0 ? outer : inner, values: [value] })),
          },
    );
    const netRules =
      inner === undefined
        ? netsOf(outer).map(({ label, values }) => ({
            labels: [label],
            net: true,
            among: [{ variable: outer, values }],
          }))
        : nestedNets(own, outer, inner, netsOf, survey);
    let next = 0;
    groups.push(rules.map((rule) => rule ?? netRules[next++]));
  });
  return groups;
}

type Columns = TableResult['columns'];
type Nets = TablesDefinition['nets'];

/** As `operations/tableBanner.ts` makes them: nets of the second variable within the first, then those of the first. */
function nestedNets(
  columns: Columns,
  outer: string,
  inner: string,
  netsOf: (variable: string) => Nets,
  { inOrder }: CodeSurvey,
): TableColumnRule[] {
  const pairs = columns.filter(({ net }) => !net);
  const outers = [...new Set(pairs.map(({ values }) => values[0]))];
  const inners = inOrder(inner, [...new Set(pairs.map(({ values }) => values[1]))]);
  const labelOf = (side: 0 | 1, value: Value): string =>
    pairs.find(({ values }) => values[side] === value)!.labels[side];
  const found: TableColumnRule[] = [];
  const add = (labels: string[], first: readonly Value[], second: readonly Value[]): void => {
    if (!pairs.some(({ values: [one, other] }) => first.includes(one) && second.includes(other))) return;
    found.push({
      labels,
      net: true,
      among: [
        { variable: outer, values: first },
        { variable: inner, values: second },
      ],
    });
  };
  for (const one of outers)
    for (const net of netsOf(inner)) add([labelOf(0, one), net.label], [one], net.values);
  for (const net of netsOf(outer)) {
    for (const other of inners) add([net.label, labelOf(1, other)], net.values, [other]);
    for (const second of netsOf(inner)) add([net.label, second.label], net.values, second.values);
  }
  return found;
}
