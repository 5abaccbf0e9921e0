import type { BannerItem, TableColumn, TableNet } from '#contract/table.ts';
import { letterOf } from '#engine/inference/compareColumns.ts';
import type { Value } from '#engine/survey/variable.ts';
import type { Analysis } from './openAnalysis.ts';
import { placesOf } from '../crosstab.ts';
import { findVariable } from '../data/findVariable.ts';
import { everyoneIn, groupsOf } from '../groups.ts';

/** Columns of a table that are compared with each other: a variable's answers, and nets of them. */
export interface BannerGroup {
  readonly variables: readonly { readonly variable: string; readonly label: string }[];
  /** As they are shown. */
  readonly columns: readonly TableColumn[];
  /** Where each of `columns` is found among those of categories and then those of nets. */
  readonly order: readonly number[];
  /** Index into the categories for each row of the file; −1 without an answer or outside the filter. */
  readonly groupOf: Int32Array;
  readonly categoryCount: number;
  /** Places of each net's categories. */
  readonly nets: readonly (readonly number[])[];
}

/** The column of all in the filter. */
export function totalGroup(analysis: Analysis): BannerGroup {
  const column = { group: null, values: [], labels: [], net: false, letter: null };
  return {
    variables: [],
    columns: [column],
    order: [0],
    groupOf: everyoneIn(analysis),
    categoryCount: 1,
    nets: [],
  };
}

/** @throws Problem variable.unknown, variable.tooManyCategories, groups.none, net.unknownCode */
export async function bannerGroup(
  analysis: Analysis,
  { variables: names }: BannerItem,
  group: number,
  nets: readonly TableNet[],
): Promise<BannerGroup> {
  const sides: Side[] = [];
  for (const name of names) sides.push(await sideOf(analysis, name, nets));
  const variables = sides.map(({ variable, label }) => ({ variable, label }));
  const [outer, inner] = sides;
  if (inner !== undefined) return { variables, ...nest(outer, inner, group) };
  const { categories, groupOf } = outer;
  const columns = [
    ...categories.map((each, index) => column(group, [each.value], [each.label], index)),
    ...outer.nets.map(({ label }) => netColumn(group, [label])),
  ];
  return {
    variables,
    columns,
    order: [...columns.keys()],
    groupOf,
    categoryCount: categories.length,
    nets: outer.nets.map(({ places }) => places),
  };
}

/** A variable of the banner, with its nets. */
interface Side {
  readonly variable: string;
  readonly label: string;
  readonly categories: readonly { readonly value: Value; readonly label: string }[];
  readonly groupOf: Int32Array;
  readonly nets: readonly { readonly label: string; readonly places: readonly number[] }[];
}

async function sideOf(analysis: Analysis, name: string, nets: readonly TableNet[]): Promise<Side> {
  const groups = await groupsOf(analysis, name);
  const described = findVariable(analysis.survey.variables, groups.axis.variable);
  const own = nets.filter((net) => net.variable === groups.axis.variable);
  return {
    ...groups.axis,
    groupOf: groups.groupOf,
    nets: own.map((net) => ({ label: net.label, places: placesOf(net, described, groups) })),
  };
}

function column(group: number, values: Value[], labels: string[], index: number): TableColumn {
  return { group, values, labels, net: false, letter: letterOf(index) };
}

function netColumn(group: number, labels: string[]): TableColumn {
  return { group, values: [], labels, net: true, letter: null };
}

/**
 * Each pair of categories that occurs is a category of its own, in the order of the first, then the second. Within
 * each category of the first stand the nets of the second, and at the end the nets of the first with all of that.
 */
function nest(outer: Side, inner: Side, group: number): Omit<BannerGroup, 'variables'> {
  const innerCount = inner.categories.length;
  const both = outer.groupOf.map((first, row) =>
    first < 0 || inner.groupOf[row] < 0 ? -1 : first * innerCount + inner.groupOf[row],
  );
  const pairs = [...new Set(both)].filter((pair) => pair >= 0).sort((a, b) => a - b);
  const place = new Map(pairs.map((pair, at) => [pair, at]));
  const within = (first: readonly number[], second: readonly number[]): number[] =>
    first.flatMap((one) => second.flatMap((other) => place.get(one * innerCount + other) ?? []));

  const columns: TableColumn[] = [];
  const order: number[] = [];
  const nets: (readonly number[])[] = [];
  const addNet = (labels: string[], places: readonly number[]): void => {
    if (places.length === 0) return;
    columns.push(netColumn(group, labels));
    order.push(pairs.length + nets.length);
    nets.push(places);
  };
  outer.categories.forEach((first, one) => {
    inner.categories.forEach((second, other) => {
      const at = place.get(one * innerCount + other);
      if (at === undefined) return;
      columns.push(column(group, [first.value, second.value], [first.label, second.label], at));
      order.push(at);
    });
    for (const net of inner.nets) addNet([first.label, net.label], within([one], net.places));
  });
  for (const net of outer.nets) {
    inner.categories.forEach(({ label }, other) => addNet([net.label, label], within(net.places, [other])));
    for (const second of inner.nets) addNet([net.label, second.label], within(net.places, second.places));
  }
  return {
    columns,
    order,
    groupOf: both.map((pair) => place.get(pair) ?? -1),
    categoryCount: pairs.length,
    nets,
  };
}
