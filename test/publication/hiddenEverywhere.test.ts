import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AnalysisDefinition } from '#contract/analysisDefinition.ts';
import { estimateOptions } from '#contract/estimate.ts';
import {
  concernQuestion,
  freedomsQuestion,
  matrixQuestion,
  pairQuestion,
  rankingQuestion,
} from '#presentation/analysis/questions.ts';
import { questionOf } from '#presentation/tables/tableDefinition.ts';
import { asked } from '../helpers/asked.ts';
import { writeSmallSurvey } from '../helpers/smallSurvey.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';
import { freedomsWith, matrixWith, prioritiesWith, tableWith } from '../reference/code/studies.ts';
import { unzip } from './unzip.ts';

/*
 * An attacker who has everything that leaves the app of a result, and looks in all of it for what the rule of
 * disclosure hides: each figure that is `null` under the rule and a number without one.
 */

const concerns = [
  { variable: 'afraid', freedom: 'fear', dimensions: [], concernedWhen: [3, 4] },
  { variable: 'theft', freedom: 'fear', dimensions: [], concernedWhen: [1] },
  { variable: 'hungry', freedom: 'want', dimensions: [], concernedWhen: [4] },
  { variable: 'filler0', freedom: 'want', dimensions: [], concernedWhen: [96] },
] as const;
const unruled = estimateOptions.parse({ disclosure: 'none' });

interface Published {
  readonly name: string;
  readonly definition: AnalysisDefinition;
  readonly part: 'room' | 'detail';
}
const pair = { fear: 'theft', want: 'hungry' };
const everything: readonly Published[] = [
  { name: 'a matrix by groups', part: 'room', definition: matrixWith({ by: 'psu' }) },
  { name: 'a pair by groups', part: 'detail', definition: matrixWith({ pair, pairBy: 'psu' }) },
  { name: 'the two freedoms by groups', part: 'room', definition: freedomsWith({ by: 'psu' }) },
  { name: 'priorities by groups', part: 'room', definition: prioritiesWith({ by: 'psu' }) },
  {
    name: 'a concern by groups',
    part: 'detail',
    definition: prioritiesWith({ concern: 'theft', concernBy: 'psu' }),
  },
  {
    name: 'a table',
    part: 'room',
    definition: tableWith({
      rows: [
        { kind: 'variable', name: 'afraid' },
        { kind: 'mean', name: 'filler0' },
      ],
      columns: [['psu']],
      statistics: ['n', 'weightedN', 'se', 'interval', 'deff'],
    }),
  },
];

let folder: string;
let source: { study: string; survey: null };

async function prepare(): Promise<void> {
  folder = temporaryFolder();
  const file = join(folder, 'small.sav');
  writeSmallSurvey(file, 250, 1);
  source = { study: join(folder, 'Small.lfstudy'), survey: null };
  await asked('survey.import', { file, study: source.study, name: 'small' });
  await asked('survey.setRoles', {
    ...source,
    roles: { weight: 'weight', strata: 'stratum', psu: null, fpc: null, area: null, lonelyPsu: 'fail' },
  });
  await asked('concern.save', {
    ...source,
    concerns: concerns.map((one) => ({ ...one, dimensions: [], concernedWhen: [...one.concernedWhen] })),
  });
}

/** What the window is answered, under the rule and without one. */
async function answers(definition: AnalysisDefinition): Promise<[unknown, unknown]> {
  const rules = concerns.map((one) => ({ ...one, dimensions: [], concernedWhen: [...one.concernedWhen] }));
  const ask = async (more: object): Promise<unknown> => {
    switch (definition.room) {
      case 'matrix': {
        const matrix = matrixQuestion(definition, rules, source)!;
        const detail = pairQuestion(definition, rules, source);
        return [
          await asked('matrix.run', { ...matrix, ...more }),
          detail && (await asked('matrix.pair', { ...detail, ...more })),
        ];
      }
      case 'freedoms':
        return asked('freedoms.run', { ...freedomsQuestion(definition, rules, source)!, ...more });
      case 'priorities': {
        const detail = concernQuestion(definition, rules, source);
        return [
          await asked('ranking.run', { ...rankingQuestion(definition, rules, source)!, ...more }),
          detail && (await asked('ranking.run', { ...detail, ...more })),
        ];
      }
      case 'tables':
        return asked('table.run', { ...questionOf(definition, source)!, ...more });
    }
  };
  return [await ask({}), await ask({ options: unruled })];
}

/** As many digits as tell one computed figure from another. */
const digitsOf = (figure: number): string | null => {
  const digits = String(Math.abs(figure));
  return /^\d+\.\d{9,}$/.test(digits) ? digits.slice(0, 11) : null;
};

/** Of two answers to one question: the figures of the one that are numbers, and those that only the other tells. */
function compare(ruled: unknown, truth: unknown, shown: Set<string>, hidden: Set<string>): void {
  if (typeof ruled === 'number') {
    const digits = digitsOf(ruled);
    if (digits !== null) shown.add(digits);
  } else if (ruled === null || ruled === undefined) {
    each(truth, (figure) => hidden.add(figure));
  } else if (typeof ruled === 'object') {
    for (const [name, value] of Object.entries(ruled))
      compare(value, (truth as Record<string, unknown> | null)?.[name], shown, hidden);
  }
}

function each(value: unknown, found: (digits: string) => void): void {
  if (typeof value === 'number') {
    for (const figure of [value, 1 - value, 100 * value]) {
      const digits = digitsOf(figure);
      if (digits !== null) found(digits);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const one of Object.values(value)) each(one, found);
  }
}

async function everyText({ definition, part }: Published): Promise<string> {
  const publication = { ...source, definition, part };
  const texts: string[] = [];
  for (const format of ['xlsx', 'docx', 'csv'] as const) {
    const to = join(folder, `out.${format}`);
    await asked('publication.table', { ...publication, format, to, replace: true });
    const bytes = readFileSync(to);
    texts.push(...(format === 'csv' ? [bytes.toString('utf8')] : unzip(bytes).values()));
  }
  const { html, text } = await asked('publication.clipboard', publication);
  const { svg } = await asked('publication.preview', publication);
  const pdf = join(folder, 'out.pdf');
  await asked('publication.figure', { ...publication, format: 'pdf', to: pdf, replace: true });
  texts.push(html, text, svg, readFileSync(pdf, 'latin1'));
  const png = join(folder, 'out.png');
  await asked('publication.figure', {
    ...publication,
    format: 'png',
    resolution: 72,
    to: png,
    replace: true,
  });
  texts.push(
    readFileSync(png, 'utf8'),
    Object.values(await asked('publication.text', publication)).join('\n'),
  );
  for (const dialect of ['R', 'Stata'] as const)
    texts.push((await asked('publication.code', { ...publication, dialect })).code);
  return texts.join('\n');
}

test.each(everything)(
  'what the rule hides of $name stands in no file, picture, script or clipboard',
  async (published) => {
    await prepare();
    const [ruled, truth] = await answers(published.definition);
    const [shown, hidden] = [new Set<string>(), new Set<string>()];
    compare(ruled, truth, shown, hidden);
    const secret = [...hidden].filter((digits) => !shown.has(digits));
    expect(secret.length).toBeGreaterThan(10);
    const text = await everyText(published);
    // The check can fail: a figure that may be shown is found in full.
    expect([...shown].some((digits) => text.includes(digits))).toBe(true);
    expect(secret.filter((digits) => text.includes(digits))).toEqual([]);
  },
  120_000,
);
