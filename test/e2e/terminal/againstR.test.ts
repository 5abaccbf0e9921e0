import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { MatrixResult } from '#contract/matrix.ts';
import { differences } from '../../reference/differences.ts';
import { hasR, larger, realSurveys, realSurveysHere, root } from '../../helpers/terminal.ts';

/** The same file, the same question: the terminal's answer beside R survey's, figure by figure. */
const can = realSurveysHere && hasR('survey', 'haven', 'jsonlite');
if (!can) console.warn('not compared with R here: R survey or the survey files are missing');

const rules = (items: Readonly<Record<string, readonly number[]>>): string[] =>
  Object.entries(items).map(([name, codes]) => `${name}=${codes.join(',')}`);

test.runIf(can)('the matrix of Tunisia 2018 equals R survey', () => {
  const file = join(realSurveys, 'tun_r7_data.sav');
  const fear = { Q10A: [3, 4], Q10B: [3, 4], Q11A: [1, 2, 3], Q11B: [1, 2, 3], Q40: [0, 1] };
  const want = { Q8A: [3, 4], Q8B: [3, 4], Q8C: [3, 4], Q8D: [3, 4], Q8E: [3, 4] };
  const { out, code } = larger(
    ...['matrix', file, '--fear', ...rules(fear), '--want', ...rules(want)],
    ...['--weight', 'withinwt', '--missing', '*=-1,8,9', '--suppress', 'none', '--json'],
  );
  expect(code).toBe(0);
  const ask = { file, weight: 'withinwt', strata: null, psu: null, missing: [-1, 8, 9], fear, want };
  const r = spawnSync(
    'Rscript',
    ['--vanilla', join(root, 'test/reference/matrixOfFile.R'), JSON.stringify(ask)],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  );
  expect(r.status, r.stderr).toBe(0);
  const { design, fear: fears, want: wants, pairs } = JSON.parse(r.stdout) as MatrixResult;
  expect(pairs).toHaveLength(25);
  expect(differences(JSON.parse(out), { design, fear: fears, want: wants, pairs })).toEqual([]);
});
