import type { SurveyDesign } from '../design/surveyDesign.ts';
import { policyOf, usualMinimum } from '../disclosure/disclosure.ts';
import { protectTable } from '../disclosure/protectTable.ts';
import {
  comparable,
  compareColumns,
  type ColumnComparison,
  type LetterOptions,
} from '../inference/compareColumns.ts';
import { independenceTest } from '../inference/independence.ts';
import { noTest, type IndependenceTest } from '../inference/noTest.ts';
import { tally } from '../tally/tally.ts';
import type { EstimateOptions } from './figures.ts';
import type { SplitGroup } from './splitGroup.ts';
import { ratioOf, type Cells } from './ratio.ts';
import { wholesOf } from './share.ts';
import { hiddenMargin, sharesOfAll } from './sharesOfAll.ts';

const partCount = 4;

export interface SplitByGroup {
  readonly groups: readonly SplitGroup[];
  readonly comparisons: readonly (readonly ColumnComparison[])[];
  readonly test: IndependenceTest;
  /** Something of the groups, or of those in none, must not be told by what is said of all. */
  readonly anyHidden: boolean;
}

/**
 * The four-way split of each group: R's `svyby(~part, ~group, design, svymean, covmat = TRUE)`, compared part by
 * part as `compareColumns`. A group is shown by its own unweighted number. With `confidentiality` a group is
 * hidden with all its parts where the table of parts by groups (`protectTable`) hides any of it.
 *
 * @param parts for each row of the file its part, 0 … 3, −1 for none. @param groups likewise.
 */
export function splitByGroupOf(
  design: SurveyDesign,
  parts: Int32Array,
  groups: Int32Array,
  groupCount: number,
  options: EstimateOptions,
  compare: LetterOptions | null,
): SplitByGroup {
  const cellOf = new Int32Array(parts.length);
  for (let row = 0; row < parts.length; row++)
    cellOf[row] = parts[row] < 0 || groups[row] < 0 ? -1 : parts[row] * groupCount + groups[row];
  const cellCount = partCount * groupCount;
  const table = tally(design, cellOf, cellCount);
  const cellsOf = (inside: (part: number, group: number) => boolean): Cells =>
    Uint8Array.from({ length: cellCount }, (_, cell) =>
      Number(inside(Math.floor(cell / groupCount), cell % groupCount)),
    );
  const wholes = wholesOf(
    table,
    Array.from({ length: groupCount }, (_, group) => cellsOf((_, its) => its === group)),
  );
  const partsOf = wholes.map((_, group) =>
    Array.from({ length: partCount }, (_, part) => cellsOf((its, of) => its === part && of === group)),
  );
  const isConfidential = options.disclosure === 'confidentiality';
  const guarded = isConfidential
    ? protectTable(table.counts, partCount, groupCount, options.minimumCount ?? usualMinimum)
    : null;
  const isHidden = (group: number): boolean =>
    guarded !== null &&
    (guarded.columnHidden(group) ||
      Array.from({ length: partCount }, (_, part) => part).some((part) => guarded.cellHidden(part, group)));
  const open: EstimateOptions = guarded ? { ...options, disclosure: 'none' } : options;
  const splits = wholes.map((whole, group) =>
    isHidden(group)
      ? Array.from({ length: partCount }, () => hiddenMargin)
      : sharesOfAll(table, partsOf[group], whole, open),
  );
  const compared = Array.from({ length: partCount }, (_, part) => {
    const columns = splits.map((split, group) =>
      compare !== null && split[part].shown !== 'suppressed'
        ? comparable(split[part].share, () => ratioOf(table, partsOf[group][part], wholes[group].cells))
        : null,
    );
    return compareColumns(table, columns, compare ?? {});
  });
  const n = wholes.reduce((sum, whole) => sum + whole.n, 0);
  const withheld = guarded ? guarded.anyHidden : policyOf(options)(n, []) === 'suppressed';
  return {
    groups: splits.map((split, group) => ({
      n: isHidden(group) ? null : wholes[group].n,
      weightedN: isHidden(group) ? null : wholes[group].weightedN,
      split,
      letters: compared.map(({ letters }) => letters[group]),
    })),
    comparisons: compared.map(({ comparisons }) => comparisons),
    test: withheld ? noTest('suppressed') : independenceTest(table, partCount, groupCount, options.test),
    anyHidden: guarded !== null && (guarded.anyHidden || hidesRest(design, parts, groups, options)),
  };
}

function hidesRest(
  design: SurveyDesign,
  parts: Int32Array,
  groups: Int32Array,
  options: EstimateOptions,
): boolean {
  const counts = new Uint32Array(partCount);
  parts.forEach((part, row) => {
    if (part >= 0 && groups[row] < 0 && design.weights[row] > 0) counts[part]++;
  });
  return counts.some((count) => policyOf(options)(count, []) === 'suppressed');
}
