import type { ColumnChunk, NumericColumn } from '#engine/survey/column.ts';
import { nothingMissing, type Variable } from '#engine/survey/variable.ts';
import type { SurveyOutput } from '#formats/surveyOutput.ts';

/** The size that the product is made for: Benin's 17,856 households with 300 variables, 24 strata, 744 PSUs. */
export const bigSurvey = { rows: 17_856, variables: 300, strata: 24, psus: 744, items: 20 } as const;

const answers = ['Never', 'Just once or twice', 'Several times', 'Many times', 'Always'];
const chunkRows = 4096;

/**
 * A made-up survey that is never in memory whole; every asking gives the same rows. Columns: weight, stratum, psu,
 * F1–F20, W1–W20, then answers Q040 and so on. More rows are more households of the same PSUs.
 */
export function bigSurveyOf(rows: number): SurveyOutput {
  return {
    fileLabel: 'Made up for measuring',
    documents: [],
    weight: null,
    createdAt: '2026-01-01T00:00:00',
    rowCount: rows,
    variables: variables(),
    multipleResponseSets: [],
    chunks: () => chunksOf(rows),
  };
}

async function* chunksOf(rows: number): AsyncGenerator<ColumnChunk> {
  const { strata, psus } = bigSurvey;
  const random = mulberry32(20260101);
  const clusterLean = Float64Array.from({ length: psus }, () => random() - 0.5);
  const columns = Array.from({ length: bigSurvey.variables }, () => new Float64Array(chunkRows));
  for (let first = 0; first < rows; first += chunkRows) {
    const rowCount = Math.min(chunkRows, rows - first);
    for (let row = 0; row < rowCount; row++) {
      const psu = Math.floor(((first + row) * psus) / rows);
      const stratum = Math.floor((psu * strata) / psus);
      // Three decimals, as weights are published.
      columns[0][row] = Math.round(1000 * (0.3 + 2 * ((stratum % 6) / 6) + 0.2 * random())) / 1000;
      columns[1][row] = stratum;
      columns[2][row] = psu;
      const lean = 0.4 * clusterLean[psu];
      for (let item = 3; item < columns.length; item++) {
        const draw = random() + lean;
        columns[item][row] = draw > 1.15 ? 9 : Math.max(0, Math.min(4, Math.floor(draw * 5)));
      }
    }
    yield {
      rowCount,
      columns: columns.map((values): NumericColumn => numeric(values.subarray(0, rowCount))),
    };
  }
}

function numeric(values: Float64Array): NumericColumn {
  return { kind: 'numeric', values, reasons: null };
}

function variables(): Variable[] {
  const described = [plain('weight', 'scale'), plain('stratum', 'nominal'), plain('psu', 'nominal')];
  for (let item = described.length; item < bigSurvey.variables; item++) {
    const order = item - 3;
    const name =
      order < 20 ? `F${order + 1}` : order < 40 ? `W${order - 19}` : `Q${String(order).padStart(3, '0')}`;
    described.push({
      ...plain(name, 'ordinal'),
      label: `How often in the past year: item ${order + 1}`,
      valueLabels: [...answers.map((label, value) => ({ value, label })), { value: 9, label: "Don't know" }],
      missing: { codes: [9], range: null },
    });
  }
  return described;
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
