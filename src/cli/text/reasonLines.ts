import type { Reason } from '#contract/estimate.ts';
import { reasons } from '#words/en/reasons.ts';

/** Why figures of a result are not there, each reason once. What is suppressed is told by the line on method. */
export function reasonLines(result: unknown): string[] {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('why' in value && typeof value.why === 'string') found.add(value.why);
    Object.values(value).forEach(look);
  };
  look(result);
  const told = (Object.keys(reasons) as Reason[]).filter((one) => one !== 'suppressed' && found.has(one));
  return told.length === 0
    ? []
    : ['Where a figure, an interval or a test is not there:', ...told.map((one) => `  ${reasons[one]}`)];
}
