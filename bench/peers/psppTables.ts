import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { communes, crossings } from '../engineSurvey.ts';
import { bigSurvey } from '../bigSurvey.ts';
import { median } from '../measure.ts';

/**
 * Seconds that PSPP takes for weighted tables, but for the matrix with Pearson's chi-square, beyond what it takes to pass over the
 * file: `psppTables.ts FILE matrix|crosstab|communes`. Weights are case counts to it; there are no intervals.
 */
const [path, which] = process.argv.slice(2);
const { items, psus } = bigSurvey;
const crossing = (name: string, [one, ones, other, others]: (typeof crossings)[number]): string =>
  `COMPUTE ${name} = MIN(${one}, ${ones - 1}) * ${others} + MIN(${other}, ${others - 1}).`;
const tables: Readonly<Record<string, readonly string[]>> = {
  matrix: [`CROSSTABS F1 TO F${items} BY W1 TO W${items}`],
  crosstab: [
    crossing('twelve', crossings[0]),
    crossing('twenty', crossings[1]),
    'CROSSTABS twelve BY twenty',
  ],
  communes: [
    `COMPUTE commune = TRUNC(psu * ${communes} / ${psus}).`,
    `CROSSTABS F1 TO F${items} W1 TO W${items} BY commune`,
  ],
};
// Of 2 × 2 tables with large counts PSPP works out Fisher's exact test too, which takes minutes.
const statistics = which === 'matrix' ? '' : ' /STATISTICS=CHISQ';
const concerned =
  which === 'crosstab'
    ? []
    : [`RECODE F1 TO F${items} W1 TO W${items} (MISSING = SYSMIS) (3 4 = 1) (ELSE = 0).`];
const read = [`GET FILE='${path}'.`, 'WEIGHT BY weight.', ...concerned];
const asked = [...read, ...tables[which], `/CELLS=COUNT ROW COLUMN TOTAL${statistics}.`];

const folder = mkdtempSync(join(tmpdir(), 'larger-freedom-bench-'));
try {
  const seconds = (name: string, lines: readonly string[]): number => {
    const syntax = join(folder, name);
    writeFileSync(syntax, `${lines.join('\n')}\n`);
    const spent = Array.from({ length: 3 }, () => {
      const start = performance.now();
      const { status } = spawnSync('pspp', [syntax, '-o', join(folder, 'out.txt')], { stdio: 'ignore' });
      if (status !== 0) process.exit(1);
      return performance.now() - start;
    });
    return median(spent) / 1000;
  };
  console.log(seconds('tables.sps', asked) - seconds('read.sps', [...read, 'DESCRIPTIVES VARIABLES=F1.']));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
