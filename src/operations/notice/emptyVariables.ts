import type { Noticed } from '#contract/notice.ts';
import type { Look } from './look.ts';

/** Without a single answer: nobody was asked, or everything is set aside. */
export function emptyVariable({ variable: { name, label }, valid }: Look): Noticed['empty'][number] | null {
  return valid?.size === 0 ? { variable: name, label } : null;
}

/** With one and the same answer from everyone who gave one: nothing can be compared by it. */
export function constantVariable({ variable, valid }: Look): Noticed['constant'][number] | null {
  if (valid?.size !== 1) return null;
  const [[value, n]] = valid;
  const valueLabel = variable.valueLabels.find((one) => one.value === value)?.label ?? '';
  return { variable: variable.name, label: variable.label, value, valueLabel, n };
}
