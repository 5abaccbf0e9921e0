import type { TimeScale, VariableType } from '#engine/survey/variable.ts';

interface DtaTime {
  readonly type: VariableType;
  readonly timeScale?: TimeScale;
}

const origin = '1960-01-01';

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
 * numbers; `%tb` counts business days of a calendar that is not in the file: numbers as well.
 * Source: Stata's `help datetime`.
 */
export function dtaTime(format: string): DtaTime {
  const found = /^%-?(?:t([a-zA-Z])|(d))/.exec(format);
  return (found === null ? undefined : times[found[1] ?? found[2]]) ?? { type: 'numeric' };
}
