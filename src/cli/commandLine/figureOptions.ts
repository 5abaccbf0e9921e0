import { extname } from 'node:path';
import type { Input } from '#contract/index.ts';
import { figureFormat, tableFormat, type FigureFormat, type TableFormat } from '#contract/publication.ts';
import { Problem } from '#engine/survey/problem.ts';
import { oneOf } from './oneOf.ts';

/** What the terminal may say of a figure or a table, beside its analysis and its file. */
export type FigureOptions = Pick<
  Input<'publication.figure'>,
  'width' | 'height' | 'resolution' | 'part' | 'reader'
> & {
  /** The name that the analysis is kept under; empty where none is asked for. */
  readonly analysis: string;
};

interface Words {
  readonly analysis?: string;
  readonly to?: string;
  readonly width?: string;
  readonly height?: string;
  readonly resolution?: string;
  readonly language?: string;
  readonly digits?: string;
  readonly detail?: boolean;
}

/** @throws Problem option.invalid, export.unknownFormat */
export function figureOptions(command: string, words: Words): FigureOptions {
  if (command !== 'figure' && command !== 'table') return { analysis: '' };
  if (words.to !== undefined) (command === 'figure' ? figureFormatOf : tableFormatOf)(words.to);
  return {
    analysis: words.analysis ?? '',
    ...(words.width !== undefined && { width: between('--width', words.width, 60, 600) }),
    ...(words.height !== undefined && { height: between('--height', words.height, 40, 900) }),
    ...(words.resolution !== undefined && {
      resolution: Math.round(between('--resolution', words.resolution, 72, 600)),
    }),
    part: words.detail ? 'detail' : 'room',
    reader: {
      language: oneOf('--language', words.language ?? 'en', ['en', 'fr', 'bn']),
      digits: oneOf('--digits', words.digits ?? 'western', ['western', 'bangla']),
    },
  };
}

/** @throws Problem export.unknownFormat where the name of the file does not say it */
export function figureFormatOf(file: string): FigureFormat {
  return formatIn(figureFormat.options, file);
}

/** @throws Problem export.unknownFormat where the name of the file does not say it */
export function tableFormatOf(file: string): TableFormat {
  return formatIn(tableFormat.options, file);
}

function formatIn<Format extends string>(formats: readonly Format[], file: string): Format {
  const ending = extname(file).slice(1).toLowerCase();
  const format = formats.find((one) => one === ending);
  if (format === undefined)
    throw new Problem('export.unknownFormat', { file, formats: formats.map((one) => `.${one}`) });
  return format;
}

function between(option: string, value: string, low: number, high: number): number {
  const number = Number(value);
  if (value.trim() === '' || !(number >= low && number <= high))
    throw new Problem('option.invalid', { option, value, allowed: `a number from ${low} to ${high}` });
  return number;
}
