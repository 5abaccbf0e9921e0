import type { Reason } from './reason.ts';

/** `null` with the reason where there is no test. */
export interface IndependenceTest {
  readonly f: number | null;
  readonly df1: number | null;
  /** `null` also where f·df1 is referred to χ² on df1 (`rao-scott-first`). */
  readonly df2: number | null;
  readonly p: number | null;
  readonly why?: Reason;
}

export function noTest(why: Reason): IndependenceTest {
  return { f: null, df1: null, df2: null, p: null, why };
}
