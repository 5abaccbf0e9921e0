import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { expectAgreement, hasR, writeScripts, type Script } from './runScripts.ts';
import { caseStudy, freedomsWith, matrixWith, prioritiesWith, tableWith } from './studies.ts';

/** The scripts of every kind of design, by the surveys of the reference. */
const designs: Readonly<Record<string, readonly string[]>> = {
  'samples of rows and clusters': [
    'no-design',
    'weights-of-zero',
    'names-of-strata-and-psus-in-bangla',
    'fpc-of-fractions',
    'strata-sampled-with-certainty',
  ],
  'two stages': ['two-stages-in-strata-one-of-them-a-census-of-districts', 'two-stages-sampled-fractions'],
  'lonely PSUs': ['lonely-psu-remove', 'lonely-psu-certainty', 'lonely-psu-adjust', 'lonely-psu-average'],
  'replicate weights': [
    'balanced-half-samples-about-their-mean',
    'fays-half-samples',
    'jackknife-in-strata',
    'successive-differences',
    'replicates-of-another-kind',
  ],
  'known totals': ['post-stratified-districts', 'raked-schools-within-districts', 'raked-jackknife'],
};

test.skipIf(!hasR).each(Object.entries(designs))(
  'scripts in R give the figures of the study: %s',
  { timeout: 120_000 },
  async (_, cases) => {
    const folder = temporaryFolder();
    const scripts: Script[] = [];
    for (const [index, name] of cases.entries()) {
      const { study, concerns } = await caseStudy(name, join(folder, 'studies', name));
      expect(concerns.length).toBeGreaterThan(1);
      const fear = concerns.find(({ freedom }) => freedom === 'fear')!.variable;
      const want = concerns.find(({ freedom }) => freedom === 'want')!.variable;
      const rows = [
        { kind: 'variable' as const, name: 'row' },
        { kind: 'mean' as const, name: 'row' },
      ];
      const analyses = {
        matrix: matrixWith({ pair: { fear, want }, pairBy: 'column' }),
        freedoms: freedomsWith({ by: 'column' }),
        priorities: prioritiesWith({ by: 'column' }),
        table: tableWith({ rows, columns: [['column']] }),
      };
      // Half of them read the survey from a file of commas.
      const data = index % 2 === 0 ? 'survey.sav' : 'survey.csv';
      scripts.push(...(await writeScripts(study, join(folder, name), analyses, data)));
    }
    expectAgreement(scripts);
  },
);
