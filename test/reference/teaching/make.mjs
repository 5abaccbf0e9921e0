import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** R survey's matrix of each teaching survey: `node test/reference/teaching/make.mjs` (needs R; takes minutes). */
const at = (path) => fileURLToPath(new URL(path, import.meta.url));
for (const sample of ['bangladesh', 'benin']) {
  const { roles, concerns, missing } = JSON.parse(
    readFileSync(at(`../../../samples/${sample}.study.json`), 'utf8'),
  );
  const rules = (freedom) =>
    Object.fromEntries(
      concerns
        .filter((concern) => concern.freedom === freedom)
        .map(({ variable, concernedWhen }) => [variable, concernedWhen]),
    );
  const ask = {
    file: at(`../../../samples/${sample}.sav`),
    weight: roles.weight,
    strata: roles.strata,
    psu: roles.psu,
    missing: [...new Set(missing.flatMap(({ codes }) => codes))],
    fear: rules('fear'),
    want: rules('want'),
  };
  const { status, stdout, stderr } = spawnSync(
    'Rscript',
    ['--vanilla', at('../matrixOfFile.R'), JSON.stringify(ask)],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  );
  if (status !== 0) throw new Error(stderr);
  writeFileSync(at(`${sample}.matrix.json`), `${stdout}\n`);
}
