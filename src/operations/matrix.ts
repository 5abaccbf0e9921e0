import type { ParsedInput } from '#contract/index.ts';
import type { MatrixResult, PairResult } from '#contract/matrix.ts';
import { matrixIndependenceOf, matrixOf, type Margin, type Matrix } from '#engine/estimate/matrix.ts';
import { pairByGroupOf, within } from '#engine/estimate/pairByGroup.ts';
import { pairOf } from '#engine/estimate/pair.ts';
import type { GlobalTest } from '#engine/inference/globalIndependence.ts';
import type { Value } from '#engine/survey/variable.ts';
import { concernedBy, openAnalysis, type Analysis, type Concerned } from './analysis/openAnalysis.ts';
import type { Handlers } from './context.ts';
import { fearAndWant } from './analysis/fearAndWant.ts';
import { groupsOf } from './groups.ts';
import { checkRules } from './analysis/indicators.ts';
import { KeptResults } from './analysis/keptResults.ts';
import { pairColumns } from './analysis/pairColumns.ts';

export const matrix: Handlers<'matrix'> = {
  'matrix.run': (input) => matrixAndFacets(input, namedMatrix),
  'matrix.beside': (input) =>
    matrixAndFacets(input, (facet, fear, want) => ({
      ...namedMargins(facet, fear, want),
      columns: pairColumns(facet.pairs),
    })),
  'matrix.independence': async (input) => {
    const { analysis, fear, want } = await openMatrix(input);
    return keptIndependence.of([analysis.key, rulesOf(fear), rulesOf(want)], () =>
      matrixIndependenceOf(analysis.design, indicatorsOf(fear), indicatorsOf(want), analysis.options),
    );
  },
  'matrix.pair': async (input) => {
    const analysis = await openAnalysis(input);
    checkRules(analysis.survey, [input.fear], [input.want]);
    const [fear] = await concernedBy(analysis, [input.fear]);
    const [want] = await concernedBy(analysis, [input.want]);
    const { pair, ...result } = pairOf(analysis.design, fear.indicator, want.indicator, analysis.options);
    const groups = input.by === undefined ? undefined : await pairGroups(analysis, fear, want, input.by);
    return {
      design: analysis.design.summary,
      ...result,
      fear: named(fear, result.fear),
      want: named(want, result.want),
      pair: { fear: fear.variable.name, want: want.variable.name, ...pair },
      ...groups,
    };
  },
};

/** Of 20 × 20: some thirty, about 20 MB. */
const keptMatrices = new KeptResults<Matrix>(12_000, ({ pairs }) => pairs.length);
const keptIndependence = new KeptResults<GlobalTest>(64, () => 1);

const rulesOf = (concerns: readonly Concerned[]): unknown[] =>
  concerns.map(({ variable, concernedWhen }) => [variable.name, concernedWhen]);

interface OpenMatrix {
  readonly analysis: Analysis;
  readonly fear: Concerned[];
  readonly want: Concerned[];
}

/** @param shownAs what of a facet is answered */
async function matrixAndFacets<Facet>(
  input: ParsedInput<'matrix.run'>,
  shownAs: (facet: Matrix, fear: readonly Concerned[], want: readonly Concerned[]) => Facet,
): Promise<Omit<MatrixResult, 'facets'> & { facets?: ({ value: Value } & Facet)[] }> {
  const { analysis, fear, want } = await openMatrix(input);
  const result = keptMatrices.of([analysis.key, rulesOf(fear), rulesOf(want)], () =>
    matrixOf(analysis.design, indicatorsOf(fear), indicatorsOf(want), analysis.options),
  );
  const all = { design: analysis.design.summary, ...namedMatrix(result, fear, want) };
  if (!input.by) return all;
  const { facets, ...about } = await facetsOf(analysis, fear, want, input.by);
  return {
    ...all,
    ...about,
    facets: facets.map(({ value, matrix: facet }) => ({ value, ...shownAs(facet, fear, want) })),
  };
}

async function openMatrix(input: ParsedInput<'matrix.independence'>): Promise<OpenMatrix> {
  const analysis = await openAnalysis(input);
  const rules = fearAndWant(analysis.survey, input);
  return {
    analysis,
    fear: await concernedBy(analysis, rules.fear),
    want: await concernedBy(analysis, rules.want),
  };
}

function indicatorsOf(concerns: readonly Concerned[]): Uint8Array[] {
  return concerns.map(({ indicator }) => indicator);
}

function namedMargins(
  result: Pick<Matrix, 'fear' | 'want'>,
  fear: readonly Concerned[],
  want: readonly Concerned[],
): Pick<MatrixResult, 'fear' | 'want'> {
  return {
    fear: result.fear.map((margin, index) => named(fear[index], margin)),
    want: result.want.map((margin, index) => named(want[index], margin)),
  };
}

function namedMatrix(
  result: Matrix,
  fear: readonly Concerned[],
  want: readonly Concerned[],
): Pick<MatrixResult, 'fear' | 'want' | 'pairs'> {
  return {
    ...namedMargins(result, fear, want),
    pairs: result.pairs.map((pair, index) => ({
      fear: fear[Math.floor(index / want.length)].variable.name,
      want: want[index % want.length].variable.name,
      ...pair,
    })),
  };
}

const mostFacets = 4;

interface FacetMatrix {
  readonly value: Value;
  readonly matrix: Matrix;
}

/** The same matrix of the respondents of each category: domains of the one design. */
async function facetsOf(
  analysis: Analysis,
  fear: readonly Concerned[],
  want: readonly Concerned[],
  by: { readonly variable: string; readonly values?: readonly Value[] | undefined },
): Promise<Pick<MatrixResult, 'by' | 'facetsWithheld'> & { readonly facets: readonly FacetMatrix[] }> {
  const { axis, values, groupOf } = await groupsOf(analysis, by.variable);
  const chosen = values.filter((value) => by.values?.includes(value) ?? true).slice(0, mostFacets);
  const facetOf = groupOf.map((group) => (group < 0 ? -1 : chosen.indexOf(values[group])));
  const matrixIn = (facet: number): Matrix => {
    const inFacet = (concerns: readonly Concerned[]): Uint8Array[] =>
      concerns.map(({ indicator }) => within(indicator, facetOf, facet));
    const answers = facet < 0 ? { outside: chosen } : { value: chosen[facet] };
    return keptMatrices.of([analysis.key, rulesOf(fear), rulesOf(want), axis.variable, answers], () =>
      matrixOf(analysis.design, inFacet(fear), inFacet(want), analysis.options),
    );
  };
  const facets = chosen.map((value, facet) => ({ value, matrix: matrixIn(facet) }));
  // What is in no facet is told by the matrix of all, less the facets.
  const withheld =
    analysis.options.disclosure === 'confidentiality' &&
    (facets.some((facet) => hidesAny(facet.matrix)) || hidesAny(matrixIn(-1)));
  return withheld ? { by: axis, facets: [], facetsWithheld: true } : { by: axis, facets };
}

type Shows = readonly Pick<Margin, 'shown'>[];

function hidesAny(matrix: Record<'fear' | 'want' | 'pairs', Shows>): boolean {
  return [...matrix.fear, ...matrix.want, ...matrix.pairs].some(({ shown }) => shown === 'suppressed');
}

/** One pair in each group, and the want of the fearful compared between groups. */
async function pairGroups(
  analysis: Analysis,
  fear: Concerned,
  want: Concerned,
  by: string,
): Promise<Pick<PairResult, 'by' | 'groups' | 'groupTest'>> {
  const { design, options } = analysis;
  const { axis, values, groupOf } = await groupsOf(analysis, by);
  const result = pairByGroupOf(design, fear.indicator, want.indicator, groupOf, values.length, options);
  return {
    by: axis,
    groups: result.groups.map((group, index) => ({ value: values[index], ...group })),
    groupTest: { method: options.test ?? 'rao-scott', ...result.test },
  };
}

function named<M extends Margin>(
  { variable, concernedWhen }: Concerned,
  margin: M,
): { variable: string; label: string; concernedWhen: Concerned['concernedWhen'] } & M {
  return { variable: variable.name, label: variable.label, concernedWhen, ...margin };
}
