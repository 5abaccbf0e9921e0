const worthDropping = 10;

/**
 * Labels beside each other without the words that all of them begin with: “How often gone without
 * water”, “… without food” become “… water”, “… food”. Words are never cut.
 */
export function distinctLabels(labels: readonly string[]): readonly string[] {
  if (labels.length < 2) return labels;
  const words = labels.map((label) => label.split(' '));
  const shortest = Math.min(...words.map((each) => each.length));
  let shared = 0;
  while (shared < shortest - 1 && words.every((each) => each[shared] === words[0][shared])) shared++;
  const dropped = words[0].slice(0, shared).join(' ');
  if (dropped.length < worthDropping) return labels;
  return words.map((each) => `… ${each.slice(shared).join(' ')}`);
}
