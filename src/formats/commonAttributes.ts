import type { Attribute } from '#engine/survey/variable.ts';

/**
 * The attributes that any program can be told. Those that begin with `$` are SPSS's own, such as the role of a
 * variable, and are `lost` elsewhere; the role that every variable has unless somebody says otherwise is no loss.
 */
export function commonAttributes(attributes: readonly Attribute[] = []): {
  readonly kept: readonly Attribute[];
  readonly lost: number;
} {
  const kept = attributes.filter(({ name }) => !name.startsWith('$'));
  const usual = attributes.filter(({ name, values }) => name === '$@Role' && values.join() === '0');
  return { kept, lost: attributes.length - kept.length - usual.length };
}
