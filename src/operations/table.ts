import type { LetterOptions } from '#engine/inference/compareColumns.ts';
import type { ParsedInput } from '#contract/index.ts';
import type { StubItem, TableItem, TableNet, TableResult } from '#contract/table.ts';
import { Problem } from '#engine/survey/problem.ts';
import { openAnalysis, type Analysis } from './analysis/openAnalysis.ts';
import type { Handlers } from './context.ts';
import { placesOf } from './crosstab.ts';
import { findVariable } from './data/findVariable.ts';
import { groupsOf } from './groups.ts';
import { numbersOf } from './mean.ts';
import { KeptResults } from './analysis/keptResults.ts';
import { codesFor } from './data/missing.ts';
import { problemMessage } from './problems.ts';
import { itemsOf, placesInSet, setIn } from './analysis/responses.ts';
import { loadAnswers } from './data/surveyData.ts';
import { bannerGroup, totalGroup, type BannerGroup } from './analysis/tableBanner.ts';
import { meanBlock, setBlock, variableBlock, type TableBlock } from './analysis/tableBlocks.ts';

export const table: Handlers<'table'> = {
  'table.run': async (input) => {
    if (input.options?.disclosure === 'confidentiality') throw new Problem('table.confidentiality');
    const everyone = await openAnalysis(input);
    const layer = input.layer === undefined ? null : await layerOf(everyone, input.layer);
    const analysis = layer === null ? everyone : narrowed(everyone, layer);
    const nets = input.nets
      .filter(({ kind }) => kind !== 'set')
      .map((net) => {
        const { name } = findVariable(analysis.survey.variables, net.variable);
        return { ...net, variable: name };
      });
    const setNets = input.nets.filter(({ kind }) => kind === 'set');
    const sets = input.stub.flatMap((item) => (item.kind === 'set' ? [nameOfSet(item.set)] : []));
    const astray = setNets.find(({ variable }) => !sets.some((name) => isCalled(name, variable)));
    if (astray) throw new Problem('responseSet.unknown', { set: astray.variable });
    const groups: BannerGroup[] = [totalGroup(analysis)];
    for (const [index, item] of input.banner.entries()) {
      groups.push(await bannerGroup(analysis, item, index, nets));
    }
    const columns = groups.flatMap((group) => group.columns);
    if (columns.length * input.stub.length > mostFigures) throw tooLarge();
    const items: TableItem[] = [];
    let left = Math.floor(mostFigures / columns.length);
    for (const item of input.stub) {
      const made = await itemOf(analysis, item, groups, [...nets, ...setNets], input.letters ?? null, left);
      left -= made.lines.length;
      items.push(made);
    }
    return {
      design: analysis.design.summary,
      layer: layer?.shown ?? null,
      banner: groups.slice(1).map(({ variables }) => ({ variables: [...variables] })),
      columns,
      items,
    };
  },
};

/** Cells: two whole tables of the largest kind, of some 100 MB, or many small ones. */
const keptBlocks = new KeptResults<TableBlock>(100_000, ({ bases, lines }) => bases.length * lines.length);

/** More take minutes, and nobody reads them: a table that was kept in a study from elsewhere may ask for any number. */
const mostFigures = 50_000;

function tooLarge(): Problem {
  return new Problem('table.tooLarge', { limit: mostFigures });
}

/** The filter narrowed to one answer. @throws Problem table.layerValue */
async function layerOf(
  analysis: Analysis,
  { variable: name, value }: NonNullable<ParsedInput<'table.run'>['layer']>,
): Promise<{ domain: Uint8Array; shown: NonNullable<TableResult['layer']> }> {
  const { axis, values, groupOf } = await groupsOf(analysis, name);
  const described = findVariable(analysis.survey.variables, name);
  const wanted = value === undefined ? values[0] : codesFor(described, [value])[0];
  const place = values.indexOf(wanted);
  if (place < 0) throw new Problem('table.layerValue', { variable: axis.variable, value: wanted });
  return {
    domain: Uint8Array.from(groupOf, (group) => Number(group === place)),
    shown: { ...axis, value: wanted },
  };
}

function narrowed(analysis: Analysis, { domain, shown }: Awaited<ReturnType<typeof layerOf>>): Analysis {
  return { ...analysis, domain, key: JSON.stringify([analysis.key, shown.variable, shown.value]) };
}

type Lines = Pick<TableItem, 'name' | 'label'> & {
  readonly lines: readonly Omit<TableItem['lines'][number], 'cells'>[];
  /** What a block depends on beside the columns. */
  readonly question: readonly unknown[];
  readonly block: (columns: BannerGroup, letters: LetterOptions | null) => TableBlock;
};

/** An item across all columns; what is wrong with it is told in its place, beside the others. */
async function itemOf(
  analysis: Analysis,
  item: StubItem,
  groups: readonly BannerGroup[],
  nets: readonly TableNet[],
  letters: LetterOptions | null,
  mostLines: number,
): Promise<TableItem> {
  try {
    refuseItself(analysis, item, groups);
    const { name, label, lines, question, block } = await linesOf(analysis, item, nets);
    const blockOf = (group: BannerGroup, compare: LetterOptions | null): TableBlock =>
      keptBlocks.of([analysis.key, question, questionOf(group), compare], () => block(group, compare));
    if (lines.length > mostLines) throw tooLarge();
    const blocks = groups.map((group) =>
      inOrder(group.order, blockOf(group, group.variables.length === 0 ? null : letters)),
    );
    return {
      kind: item.kind,
      name,
      label,
      problem: null,
      bases: blocks.flatMap(({ bases }) => bases),
      lines: lines.map((line, index) => ({
        ...line,
        cells: blocks.flatMap((each) => each.lines[index]),
      })),
      tests: blocks.slice(1).map(({ test }) => test),
    };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { name, label } = named(analysis, item);
    return { kind: item.kind, name, label, problem: problemMessage(error), bases: [], lines: [], tests: [] };
  }
}

/** Which respondents are in which column. */
function questionOf({ variables, columns, nets }: BannerGroup): unknown[] {
  return [
    variables.map(({ variable }) => variable),
    columns.map(({ values, net }) => (net ? null : values)),
    nets,
  ];
}

/** @throws Problem groups.sameVariable where an item would be told by its own answers */
function refuseItself(
  { survey }: Analysis,
  item: StubItem,
  groups: readonly { readonly variables: readonly { readonly variable: string }[] }[],
): void {
  const names = item.kind === 'set' ? setIn(survey, item.set).variables : [item.variable];
  const own = names.map((name) => findVariable(survey.variables, name).name);
  const same = groups.flatMap(({ variables }) => variables).find(({ variable }) => own.includes(variable));
  if (same !== undefined) throw new Problem('groups.sameVariable', { variable: same.variable });
}

async function linesOf(analysis: Analysis, item: StubItem, nets: readonly TableNet[]): Promise<Lines> {
  const { survey } = analysis;
  if (item.kind === 'set') {
    const set = setIn(survey, item.set);
    const answers = await itemsOf(analysis, set);
    const own = nets.filter(({ kind, variable }) => kind === 'set' && isCalled(set.name, variable));
    const places = own.map((net) => placesInSet(net, survey, set, answers));
    return {
      name: set.name,
      label: set.label,
      lines: [
        ...answers.map((answer) => ({ kind: 'answer' as const, value: answer.item, label: answer.label })),
        ...own.map((net) => ({ kind: 'net' as const, value: null, label: net.label })),
      ],
      question: ['set', set.variables, set.counted, answers.map(({ item: answer }) => answer), places],
      block: (columns, letters) => setBlock(analysis, answers, places, columns, letters),
    };
  }
  if (item.kind === 'mean') {
    const { name, label } = findVariable(survey.variables, item.variable);
    const column = (await loadAnswers(survey, [name])).get(name)!;
    const numbers = numbersOf(name, column, totalGroup(analysis).groupOf);
    return {
      name,
      label,
      lines: [{ kind: 'mean', value: null, label: '' }],
      question: ['mean', name],
      block: (columns, letters) => meanBlock(analysis, numbers, columns, letters),
    };
  }
  const rows = await groupsOf(analysis, item.variable);
  const { variable, label, categories } = rows.axis;
  const own = nets.filter((net) => net.kind !== 'set' && net.variable === variable);
  const described = findVariable(survey.variables, variable);
  const places = own.map((net) => placesOf(net, described, rows));
  const axis = { groupOf: rows.groupOf, count: rows.values.length, nets: places };
  return {
    name: variable,
    label,
    lines: [
      ...categories.map((category) => ({ kind: 'category' as const, ...category })),
      ...own.map((net) => ({ kind: 'net' as const, value: null, label: net.label })),
    ],
    question: ['variable', variable, rows.values, places],
    block: (columns, letters) => variableBlock(analysis, axis, columns, letters),
  };
}

const nameOfSet = (set: Extract<StubItem, { kind: 'set' }>['set']): string =>
  typeof set === 'string' ? set : set.name;

/** With the `$` that SPSS writes, or without. */
function isCalled(set: string, name: string): boolean {
  const bare = (one: string): string => one.replace(/^\$/, '');
  return bare(set) === bare(name);
}

/** Columns as the table shows them: nets of nested variables beside what they stand within. */
function inOrder(order: readonly number[], { bases, lines, test }: TableBlock): TableBlock {
  const arranged = <Item>(columns: readonly Item[]): Item[] => order.map((place) => columns[place]);
  return { bases: arranged(bases), lines: lines.map(arranged), test };
}

/** What an item is called, as far as it is known. */
function named({ survey }: Analysis, item: StubItem): Pick<TableItem, 'name' | 'label'> {
  if (item.kind !== 'set') {
    const found = survey.variables.find(({ name }) => name === item.variable);
    return { name: item.variable, label: found?.label ?? '' };
  }
  const name = nameOfSet(item.set);
  return { name, label: survey.responseSets.find((set) => set.name === name)?.label ?? '' };
}
