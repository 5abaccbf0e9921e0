import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NumericColumn } from '#engine/survey/column.ts';
import { nothingMissing, type Variable } from '#engine/survey/variable.ts';
import { writeSav } from '#formats/sav/savWriter.ts';

/** The size that the product is made for: Benin's 17,856 households with 300 variables, 24 strata, 744 PSUs. */
export const bigSurvey = { rows: 17_856, variables: 300, strata: 24, psus: 744, items: 20 } as const;

const answers = ['Never', 'Just once or twice', 'Several times', 'Many times', 'Always'];

/** Writes the survey to a temporary folder once and gives its path. Columns: weight, stratum, psu, F1–F20, W1–W20, then answers. */
export function writeBigSurvey(): string {
  const path = join(tmpdir(), `larger-freedom-bench-${bigSurvey.rows}x${bigSurvey.variables}.sav`);
  if (existsSync(path)) return path;
  const { rows, strata, psus } = bigSurvey;
  const random = mulberry32(20260101);
  const psuOf = (row: number): number => Math.floor((row * psus) / rows);
  const stratumOf = (row: number): number => Math.floor((psuOf(row) * strata) / psus);
  const clusterLean = Float64Array.from({ length: psus }, () => random() - 0.5);
  const filled = (value: (row: number) => number): NumericColumn => ({
    kind: 'numeric',
    values: Float64Array.from({ length: rows }, (_, row) => value(row)),
    reasons: null,
  });
  const answer = (row: number): number => {
    const draw = random() + 0.4 * clusterLean[psuOf(row)];
    if (draw > 1.15) return 9;
    return Math.max(0, Math.min(4, Math.floor(draw * 5)));
  };
  const columns = [
    filled((row) => 0.3 + 2 * ((stratumOf(row) % 6) / 6) + 0.2 * random()),
    filled(stratumOf),
    filled(psuOf),
  ];
  const variables = [plain('weight', 'scale'), plain('stratum', 'nominal'), plain('psu', 'nominal')];
  for (let item = columns.length; item < bigSurvey.variables; item++) {
    const order = item - 3;
    const name =
      order < 20 ? `F${order + 1}` : order < 40 ? `W${order - 19}` : `Q${String(order).padStart(3, '0')}`;
    variables.push({
      ...plain(name, 'ordinal'),
      label: `How often in the past year: item ${order + 1}`,
      valueLabels: [...answers.map((label, value) => ({ value, label })), { value: 9, label: "Don't know" }],
      missing: { codes: [9], range: null },
    });
    columns.push(filled(answer));
  }
  writeSav(path, {
    fileLabel: 'Made up for measuring',
    weight: null,
    createdAt: '2026-01-01T00:00:00',
    variables,
    rowCount: rows,
    columns,
  });
  return path;
}

function plain(name: string, measure: Variable['measure']): Variable {
  return { name, label: '', type: 'numeric', measure, valueLabels: [], missing: nothingMissing };
}

/** A small seeded generator (mulberry32, public domain, T. Ettinger). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
