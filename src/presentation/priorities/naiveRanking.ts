import { apartBelow, directionOf, naiveGroupOf, type Ranking } from './priorityRows.ts';

/** A ranking beside the same without weights, strata and clusters. */
export interface NaiveRanking {
  /** By variable. */
  readonly concerns: ReadonlyMap<string, Ranking['concerns'][number]>;
  /** Concerns that have a rank both ways, and how many of them another one. */
  readonly ranks: number;
  readonly moved: number;
  /** Of the pairs of neighbours in each ranking that have a test, those that are apart. */
  readonly apart: { readonly design: NeighboursApart; readonly naive: NeighboursApart };
  /** Pairs that are neighbours both ways; those it would call apart though that may be chance; those it would miss. */
  readonly neighbours: number;
  readonly called: number;
  readonly missed: number;
  /** Comparisons of a group with all others, and how many of them it would decide otherwise. */
  readonly groups: number;
  readonly groupFlips: number;
}

export interface NeighboursApart {
  readonly pairs: number;
  readonly apart: number;
}

/** Sets two rankings beside each other; it counts and computes no figure. */
export function naiveRanking(design: Ranking, naive: Ranking): NaiveRanking {
  const concerns = new Map(naive.concerns.map((concern) => [concern.variable, concern]));
  const places = new Map(naive.concerns.map(({ variable }, place) => [variable, place]));
  const counts = { ranks: 0, moved: 0, neighbours: 0, called: 0, missed: 0, groups: 0, groupFlips: 0 };
  design.concerns.forEach((concern, index) => {
    const other = concerns.get(concern.variable);
    if (!other) return;
    if (concern.rank !== null && other.rank !== null) {
      counts.ranks += 1;
      counts.moved += Number(concern.rank !== other.rank);
    }
    for (const group of concern.groups ?? []) {
      const beside = naiveGroupOf(other, group.value);
      const [says, wouldSay] = [directionOf(group.fromOthers), beside && directionOf(beside.fromOthers)];
      if (says === null || !wouldSay) continue;
      counts.groups += 1;
      counts.groupFlips += Number(says !== wouldSay);
    }
    const next = design.concerns.at(index + 1);
    if (!next || concern.next === null) return;
    const [here, there] = [places.get(concern.variable), places.get(next.variable)];
    if (here === undefined || there === undefined || Math.abs(here - there) !== 1) return;
    const [p, naiveP] = [concern.next.p, naive.concerns[Math.min(here, there)].next?.p ?? null];
    if (p === null || naiveP === null) return;
    counts.neighbours += 1;
    counts.called += Number(p >= apartBelow && naiveP < apartBelow);
    counts.missed += Number(p < apartBelow && naiveP >= apartBelow);
  });
  return { concerns, apart: { design: neighboursApart(design), naive: neighboursApart(naive) }, ...counts };
}

function neighboursApart({ concerns }: Ranking): NeighboursApart {
  const tested = concerns.flatMap(({ next }) => next?.p ?? []);
  return { pairs: tested.length, apart: tested.filter((p) => p < apartBelow).length };
}
