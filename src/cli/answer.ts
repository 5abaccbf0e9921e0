import type { Client } from '#contract/client.ts';
import { Problem } from '#engine/survey/problem.ts';
import { analysesText, listedAnalysis } from './text/analysesText.ts';
import type { CommandLine } from './commandLine/commandLine.ts';
import type { Command } from './commandLine/commands.ts';
import { answerBackups, answerRescue } from './backups.ts';
import { exportText } from './text/exportText.ts';
import { answerFigure } from './answerFigure.ts';
import { answerTable } from './answerTable.ts';
import { answerCode, answerRun } from './answerScripts.ts';
import { freedomsText } from './text/freedomsText.ts';
import {
  comparedGroupsText,
  comparedSurveysText,
  meansText,
  rankingText,
  responsesText,
} from './text/groupTexts.ts';
import { withKnownTotals } from './knownTotals.ts';
import { leftOutText } from './text/leftOutText.ts';
import { membersText } from './text/membersText.ts';
import { answerProtect } from './protect.ts';
import { suggestionsText } from './text/suggestionsText.ts';
import { reasonLines } from './text/reasonLines.ts';
import { crosstabText, describeText, matrixText } from './text/textResults.ts';
import type { Answer } from './commandAnswer.ts';

export async function answer(client: Client, line: CommandLine, signal: AbortSignal): Promise<Answer> {
  const known = await withKnownTotals(client, line, signal);
  const { words, ...rest } = await answers[line.command](client, known, signal);
  return { ...rest, words: [words, ...reasonLines(rest.result)].join('\n') };
}

type Answering = (client: Client, line: CommandLine, signal: AbortSignal) => Promise<Answer>;

const answers: Readonly<Record<Command, Answering>> = {
  describe: async (client, { source }, signal) => {
    const result = await client.describe.run({ source }, { signal });
    return { result, words: describeText(result) };
  },
  crosstab: async (client, { analysis, rows, columns, letters, nets, setNets, set, by, base }, signal) => {
    const lettered = letters && { letters: { adjust: letters } };
    if (set !== null) {
      const result = await client.crosstab.responses(
        {
          ...analysis,
          set,
          base,
          ...(by !== null && { by }),
          ...lettered,
          ...(setNets.length > 0 && { nets: [...setNets] }),
        },
        { signal },
      );
      return { result, words: responsesText(result, analysis) };
    }
    const result = await client.crosstab.run(
      {
        ...analysis,
        rows: rows!,
        columns: columns!,
        ...lettered,
        ...(nets.length > 0 && { nets: [...nets] }),
      },
      { signal },
    );
    return { result, words: crosstabText(result, analysis) };
  },
  matrix: async (client, line, signal) => {
    const { fear, want } = rulesOf(line);
    const question = { ...line.analysis, ...fear, ...want };
    const matrix = await client.matrix.run(question, { signal });
    const result = { ...matrix, global: await client.matrix.independence(question, { signal }) };
    return { result, words: matrixText(result, line.analysis) };
  },
  freedoms: async (client, line, signal) => {
    const { analysis, atLeast, answered, by } = line;
    const { fear, want } = rulesOf(line);
    const result = await client.freedoms.run(
      {
        ...analysis,
        ...fear,
        ...want,
        atLeast: { ...atLeast },
        answered,
        ...(by === null ? {} : { by }),
        ...comparing(line),
      },
      { signal },
    );
    return { result, words: freedomsText(result, analysis) };
  },
  concerns: async (client, line, signal) => {
    const { analysis, by } = line;
    if (line.suggest) {
      const { source, missing } = analysis;
      const result = await client.concern.suggest({ source, missing }, { signal });
      return { result, words: suggestionsText(result) };
    }
    const given = line.fear.length + line.want.length + line.dignity.length > 0 || 'file' in line.source;
    const rules = given ? { fear: [...line.fear], want: [...line.want], dignity: [...line.dignity] } : {};
    const result = await client.ranking.run(
      {
        ...analysis,
        ...rules,
        ...(by === null ? {} : { by }),
        ...comparing(line),
        ...(line.severity && { severity: true }),
      },
      { signal },
    );
    return { result, words: rankingText(result, analysis) };
  },
  compare: async (client, line, signal) => {
    const { analysis, by, letters, other } = line;
    const concern = line.concern!;
    if (other !== null) {
      const { design, missing, where } = analysis;
      const asAlso = { missing, ...(where === undefined ? {} : { where }) };
      const asked = { ...asAlso, ...other, design: { ...design, ...other.design } };
      const result = await client.comparison.surveys({ ...analysis, concern, other: asked }, { signal });
      return { result, words: comparedSurveysText(result, analysis) };
    }
    const result = await client.comparison.groups(
      { ...analysis, concern, by: by!, ...(letters === null ? {} : { adjust: letters }) },
      { signal },
    );
    return { result, words: comparedGroupsText(result, analysis) };
  },
  means: async (client, line, signal) => {
    const { analysis, by, quantiles, output } = line;
    const result = await client.mean.run(
      {
        ...analysis,
        variables: [...(output.variables ?? [])],
        quantiles: [...quantiles],
        ...(by === null ? {} : { by }),
        ...comparing(line),
      },
      { signal },
    );
    return { result, words: meansText(result, analysis) };
  },
  analyses: async (client, { file: study, source }, signal) => {
    const { surveys } = await client.study.open({ study, toLookAt: true }, { signal });
    const which = 'study' in source ? source.survey : null;
    const chosen = surveys.filter(({ survey, name }) => which === null || survey === which || name === which);
    if (which !== null && chosen.length === 0) throw new Problem('survey.unknown', { study, survey: which });
    const { analyses, damaged = [] } = await client.analysis.list({ study }, { signal });
    const result = analyses.flatMap((one) => {
      const survey = chosen.find((own) => own.survey === one.survey);
      return survey === undefined ? [] : [listedAnalysis(one, survey.name)];
    });
    return { result, words: analysesText(result, damaged) };
  },
  figure: answerFigure,
  table: answerTable,
  code: answerCode,
  run: answerRun,
  backups: answerBackups,
  rescue: answerRescue,
  protect: answerProtect,
  export: async (client, { source, output }, signal) => {
    const result = await client.export.run({ source, ...output }, { signal, onProgress: showProgress });
    return { result, words: exportText(result) };
  },
  import: async (client, line, signal) => {
    const {
      survey,
      study,
      leftOut,
      members = [],
    } = await client.survey.import(
      {
        file: line.file,
        study: line.study!,
        name: line.name,
        reading: line.reading,
        repeats: [...line.repeats],
        leaveOut: [...line.leaveOut],
        bring: [...line.bring],
      },
      { signal, onProgress: showProgress },
    );
    const imported = study.surveys.find((one) => one.survey === survey)!;
    // Repeats are stored after the survey that they belong to.
    const repeats = study.surveys.filter((one) => one.survey > survey);
    return {
      result: {
        study: study.study,
        survey,
        name: imported.name,
        rows: imported.rows,
        leftOut,
        members,
        repeats: repeats.map(({ survey: id, name, rows }) => ({ survey: id, name, rows })),
      },
      words: [
        ...[imported, ...repeats].map(
          ({ name, rows, variables }) => `${name}: ${rows} rows, ${variables} variables, in ${study.study}`,
        ),
        ...membersText(members, study.surveys),
        ...leftOutText(leftOut),
      ].join('\n'),
    };
  },
};

/** What is left out comes from the study's tagged concerns; a file has none. */
function rulesOf({ fear, want, source }: CommandLine): {
  fear: { fear?: CommandLine['fear'][number][] };
  want: { want?: CommandLine['want'][number][] };
} {
  return {
    fear: fear.length > 0 || 'file' in source ? { fear: [...fear] } : {},
    want: want.length > 0 || 'file' in source ? { want: [...want] } : {},
  };
}

function comparing({ letters }: CommandLine): { compare?: { adjust: NonNullable<CommandLine['letters']> } } {
  return letters === null ? {} : { compare: { adjust: letters } };
}

function showProgress({ fraction }: { readonly fraction: number }): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(
    fraction >= 1 ? '\r      \r' : `\r${String(Math.round(100 * fraction)).padStart(3)} %`,
  );
}
