import type { TimeScale, VariableType } from '#engine/survey/variable.ts';

interface DtaTime {
  readonly type: VariableType;
  readonly timeScale?: TimeScale;
}

const origin = '1960-01-01';

/** After `%tc` nothing but hours, minutes, seconds, their fractions, am or pm, and what stands between them. */
const clockOnly =
  /^%-?t[cC](?:HH|Hh|hH|hh|MM|mm|SS|ss|\.s{1,3}|[ap]\.m\.|[AP]\.M\.|am|AM|pm|PM|[:_,.+-]|!.)+$/;

const times: Readonly<Record<string, DtaTime>> = {
  d: { type: 'date', timeScale: { unit: 'day', origin } },
  w: { type: 'date', timeScale: { unit: 'week', origin } },
  m: { type: 'date', timeScale: { unit: 'month', origin } },
  q: { type: 'date', timeScale: { unit: 'quarter', origin } },
  h: { type: 'date', timeScale: { unit: 'halfYear', origin } },
  c: { type: 'datetime', timeScale: { unit: 'millisecond', origin } },
  C: { type: 'datetime', timeScale: { unit: 'millisecond', origin } },
};

/**
 * What a display format says of a number: `%td` (also `%d`), `%tc`, `%tC`, `%tw`, `%tm`, `%tq`, `%th` count from
 * 1960-01-01. `%tC` counts leap seconds too (27 by 2017), which is not told apart. `%ty` shows years, which are
 * numbers; `%tb` counts business days of a calendar that is not in the file: numbers as well. `%tcHH:MM:SS` and the
 * like show no day: a time, counted in milliseconds, as Stata has no other.
 * Source: Stata's `help datetime`.
 */
export function dtaTime(format: string): DtaTime {
  if (clockOnly.test(format)) return { type: 'time', timeScale: { unit: 'millisecond', origin } };
  const found = /^%-?(?:t([a-zA-Z])|(d))/.exec(format);
  return (found === null ? undefined : times[found[1] ?? found[2]]) ?? { type: 'numeric' };
}
