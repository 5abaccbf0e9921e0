const worthDropping = 10;

export interface DistinctLabels {
  /** What all labels begin with, to be said once for all; empty where that is little. */
  readonly shared: string;
  readonly labels: readonly string[];
}

/**
 * Labels beside each other without the words that all of them begin with: “How often gone without
 * water”, “… without food” become “… water”, “… food”. Words are never cut.
 */
export function distinctLabels(labels: readonly string[]): DistinctLabels {
  if (labels.length < 2) return { shared: '', labels };
  const words = labels.map((label) => label.split(' '));
  const shortest = Math.min(...words.map((each) => each.length));
  let count = 0;
  while (count < shortest - 1 && words.every((each) => each[count] === words[0][count])) count++;
  const shared = words[0].slice(0, count).join(' ');
  if (shared.length < worthDropping) return { shared: '', labels };
  return { shared: `${shared} …`, labels: words.map((each) => `… ${each.slice(count).join(' ')}`) };
}
