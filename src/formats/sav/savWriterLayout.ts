import type { Column, TextColumn } from '#engine/survey/column.ts';
import type { MissingRule, Variable } from '#engine/survey/variable.ts';
import type { SavLoss, SavSurvey } from './savWriter.ts';
import { refuseImpossibleNames, shortNames } from './savWriterNames.ts';

export const limits = { label: 255, valueLabel: 120, text: 32_767, fileLabel: 64 } as const;

/** A variable with its place in the file. */
export interface LaidOutVariable {
  readonly variable: Variable;
  readonly column: Column;
  /** Bytes of a text value; 0 for a number. */
  readonly width: number;
  /** The part of the variable's rule that the format can hold. */
  readonly missing: MissingRule;
  readonly segments: readonly Segment[];
  /** 1-based place of the first 8-byte element in a case. */
  readonly firstElement: number;
}

/** A string over 255 bytes is written as several strings that readers put together again. */
export interface Segment {
  readonly shortName: string;
  /** 0 for a number. */
  readonly width: number;
  /** 8-byte elements a case. */
  readonly elements: number;
}

export interface Layout {
  readonly variables: readonly LaidOutVariable[];
  readonly elementsPerCase: number;
  readonly losses: SavLoss[];
}

/** Gives every variable its short name, width, segments and place in a case. */
export function layOut(path: string, survey: SavSurvey): Layout {
  refuseImpossibleNames(path, survey.variables);
  const losses: SavLoss[] = [];
  const widths = survey.variables.map((variable, index) =>
    textWidth(survey, variable, survey.columns[index], losses),
  );
  const segmentWidths = widths.map(splitWidth);
  const names = shortNames(
    survey.variables.map((variable) => variable.name),
    segmentWidths.map((segments) => segments.length),
  );
  let element = 1;
  const variables = survey.variables.map((variable, index) => {
    const segments = segmentWidths[index].map((width, segment) => ({
      shortName: names[index][segment],
      width,
      elements: Math.max(1, Math.ceil(width / 8)),
    }));
    const width = widths[index];
    const missing = writableRule(variable, width, losses);
    const laidOut = {
      variable,
      column: survey.columns[index],
      width,
      missing,
      segments,
      firstElement: element,
    };
    element += segments.reduce((sum, segment) => sum + segment.elements, 0);
    return laidOut;
  });
  return { variables, elementsPerCase: element - 1, losses };
}

function textWidth(survey: SavSurvey, variable: Variable, column: Column, losses: SavLoss[]): number {
  if (column.kind === 'numeric') return 0;
  const longest = longestValue(column);
  const wanted = Math.max(1, survey.widths?.[variable.name] ?? longest);
  const width = Math.min(wanted, limits.text);
  if (longest > width) {
    const tooLong = column.dictionary.map((text) => Buffer.byteLength(text) > width);
    const count = column.codes.reduce((sum, code) => sum + Number(tooLong[code]), 0);
    if (count > 0) losses.push({ variable: variable.name, kind: 'text', count });
  }
  return width;
}

/** The part of a missing rule that the format can hold: three codes, or for a number a range and one code. */
function writableRule(variable: Variable, width: number, losses: SavLoss[]): MissingRule {
  const isText = width > 0;
  const range = isText ? null : variable.missing.range;
  const fitting = variable.missing.codes.filter((code) =>
    isText ? typeof code === 'string' && Buffer.byteLength(code) <= 8 : typeof code === 'number',
  );
  const codes = fitting.slice(0, range === null ? 3 : 1);
  const count = variable.missing.codes.length - codes.length + Number(variable.missing.range !== range);
  if (count > 0) losses.push({ variable: variable.name, kind: 'missingRule', count });
  return { codes, range };
}

function longestValue(column: TextColumn): number {
  return column.dictionary.reduce((longest, text) => Math.max(longest, Buffer.byteLength(text)), 0);
}

/** Widths of the segments of a string: 255 for all but the last, each of them standing for 252 bytes. */
function splitWidth(width: number): number[] {
  if (width <= 255) return [width];
  const count = Math.ceil(width / 252);
  return Array.from({ length: count }, (_, segment) => (segment < count - 1 ? 255 : width - segment * 252));
}
