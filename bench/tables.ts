import { replicatesOf } from '#engine/design/replicatesOf.ts';
import { concernByGroupOf, tallyGroups } from '#engine/estimate/concernByGroup.ts';
import { crosstabOf } from '#engine/estimate/crosstab.ts';
import { matrixIndependenceOf, matrixOf } from '#engine/estimate/matrix.ts';
import { replicateTotals } from '#engine/tally/replicateTotals.ts';
import { bigFile } from './bigFile.ts';
import { bigSurvey } from './bigSurvey.ts';
import { communes, departments, engineSurvey, type EngineSurvey } from './engineSurvey.ts';
import { numbersFrom, timesMs } from './measure.ts';

interface Case {
  readonly name: string;
  /** Milliseconds that it may take. */
  readonly target: number | null;
  readonly work: () => unknown;
  /** R's script, what it measures, and how many of how many parts it measures. */
  readonly peer: {
    readonly script: string;
    readonly parameters: (full: boolean) => string[];
    readonly how: string;
  } | null;
  /** What PSPP is asked for; `null` where it has no such thing. */
  readonly pspp: 'matrix' | 'crosstab' | 'communes' | null;
}

const options = { interval: 'logit', level: 0.95, disclosure: 'none' } as const;
const { items } = bigSurvey;
const tables = 'peers/tables.R';

function casesOf({ design, fear, want, commune, department, twelve, twenty }: EngineSurvey): Case[] {
  return [
    {
      name: `matrix ${items} × ${items}: all its figures and tests`,
      target: 50,
      work: () => matrixOf(design, fear, want, options),
      peer: {
        script: 'peers/matrixSurvey.R',
        parameters: (full) => [String(items), String(full ? items * items : 20)],
        how: `20 of ${items * items} pairs`,
      },
      pspp: 'matrix',
    },
    {
      name: 'the test of all its pairs together, asked for after them',
      target: null,
      work: () => matrixIndependenceOf(design, fear, want, options),
      peer: null,
      pspp: null,
    },
    {
      name: 'table 12 × 20: 720 shares with intervals, test and letters',
      target: 20,
      work: () => crosstabOf(design, twelve, 12, twenty, 20, { ...options, letters: {} }),
      peer: {
        script: tables,
        parameters: (full) => ['crosstab', full ? '12' : '2', '12'],
        how: '2 of 12 rows',
      },
      pspp: 'crosstab',
    },
    {
      name: `40 concerns by ${communes} communes: shares, differences from the others, trends, tests`,
      target: 60,
      work: () =>
        [...fear, ...want].map((indicator) =>
          concernByGroupOf(design, indicator, commune, communes, options, { compare: null }),
        ),
      peer: {
        script: tables,
        parameters: (full) => ['communes', full ? '40' : '1', '40'],
        how: '1 of 40 concerns',
      },
      pspp: 'communes',
    },
    {
      name: `1,000 bootstrap replicates of 40 concerns in ${departments} departments`,
      target: 500,
      work: () => {
        const replicates = replicatesOf(design, 'bootstrap', { count: 1000, seed: 1 });
        return [...fear, ...want].map((indicator) =>
          replicateTotals(tallyGroups(design, indicator, department, departments), replicates),
        );
      },
      peer: {
        script: tables,
        parameters: (full) => ['bootstrap', full ? '40' : '1', '40'],
        how: '1 of 40 concerns, 100 of 1,000 replicates',
      },
      pspp: null,
    },
  ];
}

/** What the engine takes, beside R survey, once the columns are in memory. */
export async function* benchTables(full: boolean): AsyncGenerator<string> {
  const survey = await engineSurvey();
  const path = await bigFile('sav');
  yield `${bigSurvey.rows} rows, ${bigSurvey.strata} strata, ${bigSurvey.psus} PSUs; the shortest and the median of 40 runs`;
  for (const { name, target, work, peer, pspp } of casesOf(survey)) {
    const { least, median, processor } = await timesMs(40, work);
    yield (
      `${name}: ${least.toFixed(1)} ms, median ${median.toFixed(1)} ms, time of the processor ` +
      `${processor.toFixed(1)} ms${target === null ? '' : ` (to be at most ${target} ms)`}`
    );
    if (pspp !== null) {
      const [seconds] = numbersFrom(process.execPath, 'peers/psppTables.ts', path, pspp) ?? [];
      yield seconds === undefined
        ? '  PSPP: not installed here'
        : `  PSPP: ${seconds < 0.02 ? 'less than 0.02' : seconds.toFixed(2)} s beyond reading the file (weights as case counts, no intervals)`;
    }
    if (peer === null) continue;
    const [seconds] = numbersFrom('Rscript', peer.script, path, ...peer.parameters(full)) ?? [];
    if (seconds === undefined) yield '  R survey: not installed here';
    else {
      const how = full ? '' : ` (${peer.how} measured, scaled)`;
      yield `  R survey: ${seconds.toFixed(1)} s of the processor${how}; ratio ${Math.round((1000 * seconds) / processor)} ×`;
    }
  }
}
