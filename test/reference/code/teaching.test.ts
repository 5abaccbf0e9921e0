import { join } from 'node:path';
import { test } from 'vitest';
import { asked } from '../../helpers/asked.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { expectAgreement, hasR, writeScripts } from './runScripts.ts';
import { freedomsWith, matrixWith, prioritiesWith, tableWith, teaching } from './studies.ts';

/** Facets, nets, nested columns, a layer, a filter, sets and every kind of share, on a teaching survey. */
test.skipIf(!hasR)(
  'scripts of every room give the figures of a teaching study',
  { timeout: 240_000 },
  async () => {
    const folder = temporaryFolder();
    const { study, concerns } = await teaching('bangladesh', folder, 2);
    const [fear, , want] = concerns.map(({ variable }) => variable);
    const set = {
      name: '$any',
      label: 'Any',
      kind: 'dichotomy' as const,
      counted: 3,
      variables: [want, fear],
    };
    await asked('responseSet.save', { study, survey: null, set, replaces: null });
    const rows = [
      { kind: 'variable' as const, name: want },
      { kind: 'set' as const, name: '$any' },
      { kind: 'mean' as const, name: 'age' },
    ];
    const nets = [
      { variable: want, label: 'Some', values: [2, 3] },
      { variable: 'division', label: 'Two of them', values: [2, 6] },
      { kind: 'set' as const, variable: '$any', label: 'Either', values: [want, fear] },
    ];
    const analyses = {
      matrix: matrixWith({ by: 'residence', pair: { fear, want }, pairBy: 'residence' }),
      freedoms: freedomsWith({ by: 'division', atLeast: { fear: 2, want: 1 }, answered: 'all' }),
      priorities: prioritiesWith({ by: 'residence', concern: fear, concernBy: 'division' }),
      matrixOfSome: matrixWith({ by: 'residence', pair: { fear, want }, pairBy: 'sex', where: 'age >= 30' }),
      freedomsOfSome: freedomsWith({ by: 'residence', where: 'sex = 2 and division in (2, 6)' }),
      prioritiesOfSome: prioritiesWith({
        concern: fear,
        concernBy: 'residence',
        where: `not missing(${want})`,
      }),
      columns: tableWith({ rows, nets, columns: [['division'], ['residence', 'sex']] }),
      rows: tableWith({
        rows: rows.slice(0, 1),
        nets,
        columns: [['residence', 'division']],
        share: 'ofRow',
        letters: 'bh',
        layer: { variable: 'sex', value: 2 },
        where: `age >= 20 and not missing(${fear})`,
      }),
      total: tableWith({
        rows: rows.slice(0, 1),
        columns: [['residence']],
        share: 'ofTotal',
        letters: 'off',
      }),
    };
    expectAgreement(await writeScripts(study, join(folder, 'scripts'), analyses, 'survey.sav', true));
  },
);
