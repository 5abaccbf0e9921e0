import type { Estimate, Reason, Shown } from '#contract/estimate.ts';
import type {
  BesideFigure,
  DocumentCell,
  DocumentHead,
  DocumentInterval,
  DocumentLabel,
  NumberFormat,
} from './tableDocument.ts';
import type { Formats } from './text/createFormats.ts';
import { reasonMark } from './text/reasonLines.ts';

export const share = (decimals = 1): NumberFormat => ({ kind: 'share', decimals });
export const counted: NumberFormat = { kind: 'count', decimals: 0 };

/** Shares below 1 % have a decimal more where they would have none, as in the window. */
export function shareFormat(value: number | null, format: NumberFormat): NumberFormat {
  const isSmall = format.kind === 'share' && value !== null && value > 0 && value < 0.0095;
  return isSmall && format.decimals === 0 ? { ...format, decimals: 1 } : format;
}

const plain = {
  state: 'yes',
  strong: false,
  letters: '',
  sign: '',
  mark: '',
  interval: null,
  beside: [],
  columns: 1,
} as const;

export const emptyCell: DocumentCell = { ...plain, state: 'absent', value: null, text: '', format: counted };

export function wordsCell(text: string, columns = 1): DocumentCell {
  return { ...emptyCell, state: 'words', text, columns };
}

/** Of a number of respondents; the sign where it is hidden. */
export function countCell(value: number | null, hidden: string, formats: Formats): DocumentCell {
  return value === null
    ? { ...plain, state: 'suppressed', value, text: hidden, format: counted }
    : { ...plain, value, text: formats.count(value), format: counted };
}

export function nBeside(value: number | null, formats: Formats): readonly BesideFigure[] {
  return value === null ? [] : [{ name: 'n', value, text: formats.count(value), format: counted }];
}

export const label = (text: string, value: number | null = null): DocumentLabel => ({ text, value });
export const head = (text: string, letter = ''): DocumentHead => ({ text, letter, columns: 1, rows: 1 });

/** An estimate as a room prints it: `text` with parentheses or sign, `intervalText` as it stands beneath. */
export interface PrintedEstimate extends Pick<Estimate, 'estimate' | 'ciLow' | 'ciHigh'> {
  readonly shown: Shown;
  readonly text: string;
  readonly intervalText: string;
  readonly format: NumberFormat;
}

/**
 * The one way from an estimate to a cell. What is suppressed leaves nothing but its sign: neither a number nor what
 * stands beside it goes into a document.
 */
export function estimateCell(
  { estimate, ciLow, ciHigh, shown, text, intervalText, format }: PrintedEstimate,
  more: Partial<Pick<DocumentCell, 'letters' | 'sign' | 'strong' | 'beside'>> & {
    readonly why?: Reason | null;
    readonly reasons?: readonly Reason[];
  } = {},
): DocumentCell {
  const { why = null, reasons = [], letters = '', sign = '', strong = false, beside = [] } = more;
  const mark = why === null || !reasons.includes(why) ? '' : reasonMark(reasons.indexOf(why));
  if (shown === 'suppressed') return { ...plain, state: 'suppressed', value: null, text, format };
  if (estimate === null) return { ...plain, state: 'absent', value: null, text, format, mark, beside };
  const interval: DocumentInterval | null =
    ciLow === null || ciHigh === null || intervalText === ''
      ? null
      : { low: ciLow, high: ciHigh, text: intervalText, format };
  return {
    ...plain,
    value: estimate,
    text,
    format,
    state: shown,
    strong,
    letters,
    sign,
    mark,
    interval,
    beside,
  };
}
