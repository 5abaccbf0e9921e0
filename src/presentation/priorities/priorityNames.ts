import { distinctLabels } from '../text/distinctLabels.ts';
import { shortLabel } from '../text/shortLabel.ts';

/**
 * Names of concerns beside each other, without the words that all of their labels begin with:
 * “Problem where you live: poverty”, “…: theft” become “Poverty”, “Theft”.
 */
export function priorityNames(concerns: readonly { readonly variable: string; readonly label: string }[]): {
  readonly shared: string;
  readonly names: readonly string[];
} {
  const { shared, labels } = distinctLabels(
    concerns.map(({ variable, label }) => shortLabel(variable, label)),
  );
  if (shared === '') return { shared, names: labels };
  const names = labels.map((label) => {
    const rest = label.replace(/^…\s*/, '');
    return rest.slice(0, 1).toLocaleUpperCase() + rest.slice(1);
  });
  return { shared, names };
}
