import type { PairResult } from '#contract/matrix.ts';
import { shortLabel } from '../text/shortLabel.ts';

export interface PairNames {
  readonly fear: string;
  readonly want: string;
  /** The same in a title, where what both begin with is said once: “Problem: theft and poverty”. */
  readonly titleFear: string;
  readonly titleWant: string;
}

/** Names of a pair in one sentence: without the heading and its colon that both labels begin with. */
export function pairNames({ fear, want }: Pick<PairResult, 'fear' | 'want'>): PairNames {
  const [long, other] = [fear, want].map(({ variable, label }) => shortLabel(variable, label));
  const heading = long.slice(0, long.indexOf(':') + 1);
  const [first, second] = [long, other].map((name) => name.slice(heading.length).trim());
  if (heading === '' || !other.startsWith(heading) || first === '' || second === '')
    return { fear: long, want: other, titleFear: long, titleWant: other };
  return { fear: capital(first), want: capital(second), titleFear: long, titleWant: second };
}

const capital = (name: string): string => name.slice(0, 1).toLocaleUpperCase() + name.slice(1);
