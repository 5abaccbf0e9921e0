import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { AnalysisState } from '#contract/analysis.ts';
import type { AnalysisDefinition } from '#contract/analysisDefinition.ts';
import type { StudyState } from '#contract/study.ts';
import { contract, type Input, type Output, type ParsedInput } from '#contract/index.ts';
import { Problem } from '#engine/survey/problem.ts';
import { flush, flushFolder } from '#project/durable.ts';
import { removeUnfinishedOf, unfinishedName } from '#project/unfinished.ts';
import manifest from '../../../package.json' with { type: 'json' };
import type { Handlers, OperationContext } from '../context.ts';
import { exporting } from '../export.ts';
import { analysis } from '../keptAnalyses.ts';
import { studyState } from '../study/studyState.ts';
import { problemMessage } from '../problems.ts';
import { writeCode } from './code.ts';
import { figure } from './figure.ts';
import { runName } from './runName.ts';
import { publishedTable } from './table.ts';

type RunInput = ParsedInput<'publication.run'>;

/** What the folder says of itself: what is in it and from what it was made. */
const indexName = 'index.json';
const program = 'Larger Freedom';

export const run: Pick<Handlers<'publication'>, 'publication.run'> = {
  'publication.run': async (input, context) => {
    const target = resolve(input.to);
    const before = filesOfRun(target);
    if (before !== null && !(input.replace && before.isOurs))
      throw new Problem('export.exists', { file: target });
    removeUnfinishedOf(target);
    const folder = unfinishedName(target);
    mkdirSync(folder, { recursive: true });
    try {
      const made = await makeAll(input, folder, context);
      for (const name of made.files) flush(join(folder, name));
      flushFolder(folder);
      takePlace(folder, target, before !== null);
      return { files: made.files.map((name) => join(target, name)), problems: made.problems };
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  },
};

interface Made {
  readonly files: string[];
  readonly problems: Output<'publication.run'>['problems'];
}

async function makeAll(input: RunInput, folder: string, context: OperationContext): Promise<Made> {
  const { surveys } = await studyState(input.study);
  const { analyses, damaged = [] } = await analysis['analysis.list']({ study: input.study }, context);
  const asked = new Set(chosen([...analyses, ...damaged], input.only).map(({ id }) => id));
  const kept = analyses.filter(({ id }) => asked.has(id));
  const unread = damaged.filter(({ id }) => asked.has(id));
  const dataOf = dataNames(surveys);
  const made: Made = {
    files: [],
    problems: unread.map(({ name }) => ({
      analysis: name,
      code: 'analysis.damaged',
      params: { analysis: name },
    })),
  };
  const index: object[] = [];
  const digits = Math.max(2, String(kept.length).length);
  for (const [place, each] of kept.entries()) {
    const stem = `${String(place + 1).padStart(digits, '0')}-${runName(each.name)}`;
    const files: string[] = [];
    const problems: Made['problems'] = [];
    for (const make of makers(input, each, dataOf.get(each.survey) ?? 'survey.sav', context)) {
      context.throwIfCancelled();
      context.report({ stage: 'making', fraction: place / kept.length, rows: null, rowCount: null });
      const name = `${stem}${make.ending}`;
      try {
        await make.write(join(folder, name));
        files.push(name);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        // A table of means alone has no picture, a pair may be tagged no more: that is nobody's mistake.
        if (error.code === 'publication.noPicture' || error.code === 'publication.noDetail') continue;
        const { code, params } = problemMessage(error);
        if (problems.every((one) => one.code !== code)) problems.push({ analysis: each.name, code, params });
      }
    }
    made.files.push(...files);
    made.problems.push(...problems);
    const survey = surveys.find((one) => one.survey === each.survey)?.name ?? '';
    index.push({
      name: each.name,
      survey,
      definition: each.definition,
      files,
      problems: problems.map(({ code, params }) => ({ code, params })),
    });
  }
  const data: string[] = [];
  if (input.data) {
    const used = surveys.filter((one) => kept.some(({ survey }) => survey === one.survey));
    for (const { survey: id, importedAt } of used) {
      const name = dataOf.get(id)!;
      const asked: Input<'export.run'> = {
        source: { study: input.study, survey: id },
        to: join(folder, name),
      };
      // The time in the file is that of the import: the same study gives the same file.
      await exporting['export.run'](contract['export.run'].input.parse(asked), {
        ...context,
        now: () => Date.parse(importedAt),
      });
      data.push(name);
    }
  }
  const about = { program, version: manifest.version, study: basename(input.study) };
  writeFileSync(
    join(folder, indexName),
    `${JSON.stringify({ ...about, language: input.reader.language, data, analyses: index }, null, 2)}\n`,
  );
  return { files: [...made.files, ...data, indexName], problems: made.problems };
}

/** Those asked for, of all. @throws Problem analysis.unknown where none has a name that is asked for */
function chosen<One extends { readonly name: string }>(all: readonly One[], only: RunInput['only']): One[] {
  if (only === null) return [...all];
  const wanted = only.map((name) => name.normalize().trim().toLowerCase());
  const nameOf = ({ name }: One): string => name.normalize().toLowerCase();
  const missing = wanted.findIndex((name) => !all.some((one) => nameOf(one) === name));
  if (missing >= 0) throw new Problem('analysis.unknown', { analysis: only[missing] });
  return all.filter((one) => wanted.includes(nameOf(one)));
}

/** The file of each survey that the scripts read. */
function dataNames(surveys: StudyState['surveys']): Map<number, string> {
  if (surveys.length === 1) return new Map([[surveys[0].survey, 'survey.sav']]);
  return new Map(
    surveys.map(({ survey, name }, index) => [survey, `survey-${index + 1}-${runName(name)}.sav`]),
  );
}

interface Maker {
  /** After the name of the analysis. */
  readonly ending: string;
  readonly write: (path: string) => Promise<unknown>;
}

function makers(
  { study, reader }: RunInput,
  { survey, definition, name }: AnalysisState,
  data: string,
  context: OperationContext,
): Maker[] {
  // What is told of single files is less than what is told of all.
  const quiet: OperationContext = { ...context, report: () => undefined };
  const common = { study, survey, definition, reader };
  // What the analysis was kept under names its room's result; a pair or a concern beside it has a title of its own.
  const parts = [
    { part: 'room', after: '', name },
    ...(looksAtDetail(definition) ? [{ part: 'detail', after: '-detail', name: null }] : []),
  ] as const;
  return [
    ...parts.flatMap(({ after, ...own }) => [
      ...(['png', 'svg', 'pdf'] as const).map((format) => ({
        ending: `${after}.${format}`,
        write: (to: string) =>
          Promise.resolve(
            figure['publication.figure'](
              contract['publication.figure'].input.parse({ ...common, ...own, to, format }),
              quiet,
            ),
          ),
      })),
      ...(['xlsx', 'docx', 'csv'] as const).map((format) => ({
        ending: `${after}.${format}`,
        write: (to: string) =>
          Promise.resolve(
            publishedTable['publication.table'](
              contract['publication.table'].input.parse({ ...common, ...own, to, format }),
              quiet,
            ),
          ),
      })),
    ]),
    // A script computes both.
    ...(['R', 'Stata'] as const).map((dialect) => ({
      ending: dialect === 'R' ? '.R' : '.do',
      write: async (to: string) =>
        writeFileSync(
          to,
          await writeCode({ reference: { study, survey }, definition, dialect, data, title: name }, quiet),
        ),
    })),
  ];
}

const looksAtDetail = (definition: AnalysisDefinition): boolean =>
  (definition.room === 'matrix' && definition.pair !== null) ||
  (definition.room === 'priorities' && definition.concern !== null);

/** What is in a folder that is there, and whether all of it was made by an earlier run; `null`: it is not there. */
function filesOfRun(folder: string): { readonly isOurs: boolean } | null {
  if (!existsSync(folder)) return null;
  try {
    const names = readdirSync(folder);
    if (names.length === 0) return { isOurs: true };
    const index = JSON.parse(readFileSync(join(folder, indexName), 'utf8')) as {
      readonly program?: unknown;
      readonly data?: readonly string[];
      readonly analyses?: readonly { readonly files: readonly string[] }[];
    };
    if (index.program !== program || !index.analyses || !index.data) return { isOurs: false };
    const listed = new Set([indexName, ...index.data, ...index.analyses.flatMap(({ files }) => files)]);
    return { isOurs: names.every((name) => listed.has(name)) };
  } catch {
    // Not a folder, or one without an index that can be read: somebody else's.
    return { isOurs: false };
  }
}

/** The folder gets its name once it is whole; an older one of ours goes when the new one is there. */
function takePlace(folder: string, target: string, replaces: boolean): void {
  const old = unfinishedName(target);
  if (replaces) renameSync(target, old);
  try {
    renameSync(folder, target);
  } catch (error) {
    if (replaces) renameSync(old, target);
    throw error;
  }
  flushFolder(dirname(target));
  rmSync(old, { recursive: true, force: true });
}
