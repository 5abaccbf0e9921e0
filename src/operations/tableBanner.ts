import type { BannerItem, TableColumn, TableNet } from '#contract/table.ts';
import { letterOf } from '#engine/inference/compareColumns.ts';
import type { Value } from '#engine/survey/variable.ts';
import type { Analysis } from './analysis.ts';
import { placesOf } from './crosstab.ts';
import { findVariable } from './findVariable.ts';
import { everyoneIn, groupsOf } from './groups.ts';

/** Columns of a table that are compared with each other: a variable's answers, and nets of them. */
export interface BannerGroup {
  readonly variables: readonly { readonly variable: string; readonly label: string }[];
  /** Those of categories, then those of nets. */
  readonly columns: readonly TableColumn[];
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
    groupOf: everyoneIn(analysis),
    categoryCount: 1,
    nets: [],
  };
}

/** @throws Problem variable.unknown, variable.tooManyCategories, groups.none, net.unknownCode */
export async function bannerGroup(
  analysis: Analysis,
  { variables: [name, inner] }: BannerItem,
  group: number,
  nets: readonly TableNet[],
): Promise<BannerGroup> {
  const outer = await groupsOf(analysis, name);
  const { variable, label, categories } = outer.axis;
  if (inner !== undefined) {
    const within = await groupsOf(analysis, inner);
    const { places, groupOf } = nest(outer.groupOf, within.groupOf, within.values.length);
    const columns = places.map((place, index) => {
      const [first, second] = [
        categories[Math.floor(place / within.values.length)],
        within.axis.categories[place % within.values.length],
      ];
      return column(group, [first.value, second.value], [first.label, second.label], index);
    });
    const variables = [
      { variable, label },
      { variable: within.axis.variable, label: within.axis.label },
    ];
    return { variables, columns, groupOf, categoryCount: places.length, nets: [] };
  }
  const described = findVariable(analysis.survey.variables, variable);
  const own = nets.filter((net) => net.variable === variable);
  return {
    variables: [{ variable, label }],
    columns: [
      ...categories.map((each, index) => column(group, [each.value], [each.label], index)),
      ...own.map((net) => ({ group, values: [], labels: [net.label], net: true, letter: null })),
    ],
    groupOf: outer.groupOf,
    categoryCount: categories.length,
    nets: own.map((net) => placesOf(net, described, outer)),
  };
}

function column(group: number, values: Value[], labels: string[], index: number): TableColumn {
  return { group, values, labels, net: false, letter: letterOf(index) };
}

/** Each pair of categories that occurs as a category of its own, in the order of the first, then the second. */
function nest(
  outer: Int32Array,
  inner: Int32Array,
  innerCount: number,
): { places: number[]; groupOf: Int32Array } {
  const both = outer.map((first, row) =>
    first < 0 || inner[row] < 0 ? -1 : first * innerCount + inner[row],
  );
  const places = [...new Set(both)].filter((place) => place >= 0).sort((a, b) => a - b);
  const index = new Map(places.map((place, at) => [place, at]));
  return { places, groupOf: both.map((place) => index.get(place) ?? -1) };
}
