/**
 * Run within the working tree of an older program: has it keep a study, answer from it, and says what it answered.
 *
 *     node keepStudy.mjs VERSION STUDY ANSWERS
 */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [versionText, to, answersTo] = process.argv.slice(2);
const version = Number(versionText);
const program = process.cwd();
const source = (path) => import(pathToFileURL(join(program, 'src', path)).href);
const { contract } = await source('contract/index.ts');
const { operations } = await source('operations/index.ts');
const here = (name) => join(import.meta.dirname, name);

const folder = mkdtempSync(join(tmpdir(), 'older-study-'));
const study = join(folder, `version-${version}.lfstudy`);
let minute = 0;
const context = {
  places: { studies: folder, samples: folder },
  now: () => Date.parse('2026-01-02T03:00:00Z') + 60_000 * minute++,
  report: () => undefined,
  throwIfCancelled: () => undefined,
};

async function ask(name, input) {
  const parsed = contract[name].input.parse(input);
  return contract[name].output.parse(await operations[name](parsed, context));
}
const of = { study, survey: 'survey' };
const change = (name, input) => ask(name, { ...of, ...input });

// What is said about the survey, as far as this version keeps it.
await ask('survey.import', { file: here('survey.sav'), study, name: null });
if (version >= 4) {
  const reading = { encoding: 'windows-1252', delimiter: ';', decimal: ',' };
  await ask('survey.import', { file: here('more.csv'), study, name: null, reading });
}
const margins = [
  {
    variable: 'sex',
    totals: [
      { value: 1, total: 90 },
      { value: 2, total: 110 },
    ],
  },
];
const design = { weight: 'wt', strata: 'stratum', psu: 'psu', fpc: null, lonelyPsu: 'fail' };
await change('survey.setRoles', {
  roles: { ...design, area: 'stratum', ...(version >= 5 ? { margins } : {}) },
});
await change('survey.markMissing', {
  marks: ['hungry', 'sick'].map((variable) => ({ variable, codes: [8, 9] })),
});
const concern = (variable, freedom, dimensions) => ({
  variable,
  freedom,
  dimensions,
  concernedWhen: [3, 4],
});
const concerns = [
  concern('afraid', 'fear', ['personal']),
  concern('crime', 'fear', ['personal', 'community']),
  concern('hungry', 'want', ['food']),
  concern('sick', 'want', ['health']),
];
await change('concern.save', { concerns });
if (version >= 2) {
  const derived = (name, label, definition, more = {}) =>
    change('derived.save', {
      variable: { name, label, measure: 'ordinal', valueLabels: [], definition, ...more },
      replaces: null,
    });
  const cuts = { how: 'cuts', cuts: [30, 50], closed: 'left' };
  await derived('ageBand', 'বয়স', { kind: 'band', source: 'age', by: cuts });
  await derived('lacks', 'Things that are lacked', {
    kind: 'count',
    sources: ['water', 'power', 'school'],
    codes: [1],
    minimumValid: 2,
  });
  await derived('often', 'Often afraid', { kind: 'topBox', source: 'afraid', codes: [3, 4] });
  await derived('elder', 'Older woman', { kind: 'expression', expression: 'sex = 2 and age >= 50' });
  await change('responseSet.save', {
    set: {
      name: '$lack',
      label: 'What is lacked',
      kind: 'dichotomy',
      counted: 1,
      variables: ['water', 'power', 'school'],
    },
    replaces: null,
  });
  await change('variable.edit', { variable: 'crime', label: 'চুরির ভয়' });
  await change('variable.edit', { variable: 'age', missing: { codes: [79], range: { low: 90, high: 99 } } });
}
if (version >= 6) {
  const matrix = {
    room: 'matrix',
    measure: 'both',
    order: 'share',
    view: 'chart',
    by: null,
    values: null,
    pair: { fear: 'afraid', want: 'hungry' },
    pairBy: 'sex',
  };
  await change('analysis.keep', { name: 'ভয় ও অভাব', definition: matrix });
  await change('analysis.keep', { name: 'By sex', definition: { ...matrix, by: 'sex', view: 'table' } });
  await change('analysis.draft', { definition: { ...matrix, measure: 'phi' } });
  await change('variable.edit', { variable: 'sick', label: 'Undone' });
  await ask('history.undo', { study });
}

// What is asked of it.
const none = { disclosure: 'none' };
const rule = (variable) => ({ variable, concernedWhen: [3, 4] });
const questions = [
  ['study.open', { study }],
  ['variable.list', of],
  ['variable.distribution', { ...of, variable: 'hungry' }],
  ['concern.list', of],
  ...['sex', 'stratum', 'district'].map((columns) => [
    'crosstab.run',
    { source: of, rows: 'hungry', columns, options: none },
  ]),
  ['crosstab.run', { source: of, rows: 'afraid', columns: 'stratum' }],
  [
    'crosstab.run',
    { source: of, rows: 'sex', columns: 'crime', where: 'age >= 30', options: { ...none, interval: 'beta' } },
  ],
  ['matrix.run', { source: of }],
  ['matrix.run', { source: of, options: { ...none, level: 0.9, interval: 'wilson' } }],
  ['matrix.pair', { source: of, fear: rule('afraid'), want: rule('hungry'), options: none }],
];
if (version >= 2) {
  questions.push(
    ['derived.list', of],
    ['responseSet.list', of],
    ...['ageBand', 'lacks', 'often', 'elder'].map((variable) => [
      'variable.distribution',
      { ...of, variable },
    ]),
    ['crosstab.run', { source: of, rows: 'lacks', columns: 'ageBand', options: none }],
  );
}
if (version >= 4) {
  questions.push(
    ['survey.reading', { study, survey: 'more' }],
    ['variable.list', { study, survey: 'more' }],
    ['crosstab.run', { source: { study, survey: 'more' }, rows: 'peur', columns: 'Région', options: none }],
    ['crosstab.responses', { source: of, set: '$lack', by: 'sex', options: none }],
    ['ranking.run', { source: of, by: 'sex', options: none }],
    ['mean.run', { source: of, variables: ['age'], by: 'stratum', quantiles: [0.25, 0.5], options: none }],
    ['comparison.groups', { source: of, concern: rule('afraid'), by: 'sex', options: none }],
  );
}
if (version >= 5) {
  questions.push(
    ['freedoms.run', { source: of, by: 'sex', options: none }],
    [
      'table.run',
      {
        source: of,
        stub: [
          { kind: 'variable', variable: 'hungry' },
          { kind: 'set', set: '$lack' },
        ],
        banner: [{ variables: ['sex'] }],
        options: none,
      },
    ],
  );
}
if (version >= 6) questions.push(['analysis.list', { study }], ['history.list', { study }]);

const placeOf = (value) =>
  JSON.parse(JSON.stringify(value).replaceAll(JSON.stringify(study).slice(1, -1), 'STUDY'));
const answers = [];
for (const [operation, input] of questions) {
  answers.push({ operation, input: placeOf(input), answer: placeOf(await ask(operation, input)) });
}

const required = createRequire(join(program, 'package.json'));
const library = Object.keys(required('./package.json').dependencies).find((name) =>
  name.startsWith('better-sqlite3'),
);
const Database = required(library);
const database = new Database(study);
database.pragma('wal_checkpoint(TRUNCATE)');
database.exec('VACUUM');
database.pragma('wal_checkpoint(TRUNCATE)');
if (database.pragma('user_version', { simple: true }) !== version)
  throw new Error('it keeps another version');
database.close();
copyFileSync(study, to);
writeFileSync(answersTo, `${JSON.stringify(answers)}\n`);
rmSync(folder, { recursive: true, force: true });
