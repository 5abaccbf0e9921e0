import type { DesignRoles } from '#contract/design.ts';
import type { ConcernRule } from '#contract/matrix.ts';
import type { MissingMark, Source } from '#contract/source.ts';
import { concernRule, missingMark } from './analysisOptions.ts';

/** Options for what is called otherwise in the second survey of `compare`; what they leave out is as in the first. */
export const otherOptions = {
  'other-survey': { type: 'string' },
  'other-concern': { type: 'string' },
  'other-weight': { type: 'string' },
  'other-strata': { type: 'string' },
  'other-psu': { type: 'string' },
  'other-fpc': { type: 'string' },
  'other-where': { type: 'string' },
  'other-missing': { type: 'string', multiple: true },
  'other-margins': { type: 'string', multiple: true },
} as const;

export const otherNames = Object.keys(otherOptions) as (keyof typeof otherOptions)[];

export type OtherWords = {
  readonly [Name in keyof typeof otherOptions]?: Name extends 'other-missing' | 'other-margins'
    ? readonly string[]
    : string;
};

/** The second survey of `compare`, and what of it is not as in the first. */
export interface OtherSurvey {
  readonly source: Source;
  readonly design: Partial<DesignRoles>;
  readonly concern?: ConcernRule;
  readonly where?: string;
  readonly missing?: MissingMark[];
}

/** @throws Problem concern.noCodes, option.invalid, missing.unknownCode */
export function otherSurvey(words: OtherWords, source: Source): OtherSurvey {
  const roles = ['weight', 'strata', 'psu', 'fpc'] as const;
  return {
    source,
    design: Object.fromEntries(
      roles.flatMap((role) => {
        const variable = words[`other-${role}`];
        return variable === undefined ? [] : [[role, variable]];
      }),
    ),
    ...(words['other-concern'] !== undefined && { concern: concernRule(words['other-concern']) }),
    ...(words['other-where'] !== undefined && { where: words['other-where'] }),
    ...(words['other-missing'] !== undefined && { missing: words['other-missing'].map(missingMark) }),
  };
}
