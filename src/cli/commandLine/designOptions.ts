import type { DesignRoles, ReplicateRoles, ReplicateType } from '#contract/design.ts';
import { Problem } from '#engine/survey/problem.ts';
import { oneOf } from './oneOf.ts';
import { UsageError } from './usageError.ts';

/** How the sample was drawn, word for word. */
export interface DesignWords {
  readonly weight?: string;
  readonly strata?: string;
  readonly psu?: string;
  readonly fpc?: string;
  readonly 'lonely-psu'?: string;
  readonly 'second-stage'?: string;
  readonly fpc2?: string;
  readonly 'replicate-weights'?: string;
  readonly 'replicate-type'?: string;
  readonly 'fay-rho'?: string;
  readonly 'replicate-scale'?: string;
  readonly 'replicate-rscales'?: string;
  readonly 'replicate-factors'?: boolean;
  readonly 'replicate-centre'?: string;
  readonly 'replicate-df'?: string;
}

/** Options of every analysis that say how the sample was drawn. */
export const designOptions = {
  weight: { type: 'string' },
  strata: { type: 'string' },
  psu: { type: 'string' },
  fpc: { type: 'string' },
  'lonely-psu': { type: 'string' },
  'second-stage': { type: 'string' },
  fpc2: { type: 'string' },
  'replicate-weights': { type: 'string' },
  'replicate-type': { type: 'string' },
  'fay-rho': { type: 'string' },
  'replicate-scale': { type: 'string' },
  'replicate-rscales': { type: 'string' },
  'replicate-factors': { type: 'boolean' },
  'replicate-centre': { type: 'string' },
  'replicate-df': { type: 'string' },
  margins: { type: 'string', multiple: true },
} as const;

const types: Readonly<Record<string, ReplicateType>> = {
  brr: 'BRR',
  fay: 'Fay',
  jk1: 'JK1',
  jkn: 'JKn',
  bootstrap: 'bootstrap',
  sdr: 'SDR',
  other: 'other',
};

const policies = ['fail', 'remove', 'certainty', 'adjust', 'average'] as const;

/** What is said of the sample, without known totals. @throws UsageError; Problem option.invalid */
export function designFrom(words: DesignWords): Partial<DesignRoles> {
  const { weight, strata, psu, fpc, fpc2 } = words;
  const ids = words['second-stage'];
  if (fpc2 !== undefined && ids === undefined)
    throw new UsageError('--fpc2 belongs to a second stage: name its units with --second-stage');
  return {
    ...(weight === undefined ? {} : { weight }),
    ...(strata === undefined ? {} : { strata }),
    ...(psu === undefined ? {} : { psu }),
    ...(fpc === undefined ? {} : { fpc }),
    ...(words['lonely-psu'] === undefined
      ? {}
      : { lonelyPsu: oneOf('--lonely-psu', words['lonely-psu'], policies) }),
    ...(ids === undefined ? {} : { secondStage: { ids, fpc: fpc2 ?? null } }),
    ...replicatesFrom(words),
  };
}

function replicatesFrom(words: DesignWords): { replicates?: ReplicateRoles } {
  const asked = words['replicate-weights'];
  const more = (
    [
      'replicate-type',
      'fay-rho',
      'replicate-scale',
      'replicate-rscales',
      'replicate-factors',
      'replicate-centre',
      'replicate-df',
    ] as const
  ).find((name) => words[name] !== undefined);
  if (asked === undefined) {
    if (more === undefined) return {};
    throw new UsageError(`--${more} says nothing without --replicate-weights`);
  }
  const variables = asked
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (variables.length === 0) throw new UsageError('--replicate-weights names none');
  const type = words['replicate-type'];
  if (type === undefined)
    throw new UsageError(
      `--replicate-weights: which --replicate-type? One of ${Object.keys(types).join(', ')}`,
    );
  const rho = number(words, 'fay-rho', '0 or more, below 1');
  const scale = number(words, 'replicate-scale', 'a number above 0');
  const df = number(words, 'replicate-df', 'a number above 0');
  if (df !== undefined && !(df > 0))
    throw invalid('replicate-df', words['replicate-df']!, 'a number above 0');
  const rscales = words['replicate-rscales'];
  const centre = words['replicate-centre'];
  return {
    replicates: {
      type: types[oneOf('--replicate-type', type.toLowerCase(), Object.keys(types))],
      variables,
      ...(rho === undefined ? {} : { rho }),
      ...(scale === undefined ? {} : { scale }),
      ...(rscales === undefined
        ? {}
        : {
            rscales: rscales
              .split(',')
              .map((one) => numberIn('replicate-rscales', one, 'numbers apart by commas, or one for all')),
          }),
      ...(words['replicate-factors'] === undefined ? {} : { combined: false }),
      ...(centre === undefined ? {} : { centre: oneOf('--replicate-centre', centre, ['estimate', 'mean']) }),
      ...(df === undefined ? {} : { df }),
    },
  };
}

/**
 * Known totals as a table in text, which is read like any other: `sex=1:1200,2:1300` or, in per cent,
 * `sex=1:48%,2:52%`; an answer may hold commas and colons.
 *
 * @throws Problem option.invalid
 */
export function totalsText(words: string): string {
  const at = words.indexOf('=');
  const variable = words.slice(0, at).trim();
  const rest = words.slice(at + 1);
  const parts = [...rest.matchAll(/(.*?):\s*(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\s*%?)\s*(?:,|$)/gy)];
  const read = parts.reduce((sum, [whole]) => sum + whole.length, 0);
  if (variable === '' || parts.length === 0 || read < rest.length)
    throw invalid('margins', words, 'V=code:total,code:total, per cent as 48.5%, or a CSV file');
  const cell = (text: string): string => `"${text.trim().replaceAll('"', '""')}"`;
  const lines = parts.map(([, value, total]) => [variable, value, total].map(cell).join(','));
  return ['variable,value,total', ...lines].join('\n');
}

/** `--margins FILE`, rather than the totals themselves. */
export function isTotalsFile(words: string): boolean {
  return !words.includes('=') || /\.(csv|tsv|txt)$/i.test(words);
}

function number(words: DesignWords, name: NumberOption, allowed: string): number | undefined {
  const given = words[name];
  return given === undefined ? undefined : numberIn(name, given, allowed);
}

type NumberOption = 'fay-rho' | 'replicate-scale' | 'replicate-df';

function numberIn(name: string, words: string, allowed: string): number {
  const found = words.trim() === '' ? NaN : Number(words);
  if (!Number.isFinite(found)) throw invalid(name, words, allowed);
  return found;
}

function invalid(name: string, value: string, allowed: string): Problem {
  return new Problem('option.invalid', { option: `--${name}`, value, allowed });
}
