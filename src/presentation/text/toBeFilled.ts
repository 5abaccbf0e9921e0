import type { Translate } from './translator.ts';

/** Of Unicode's private use: no message has it. */
const firstMark = 0xe000;

/** A message that is asked of the catalogue once and filled in many times: hundreds of cells say the same of their pairs. */
export function toBeFilled<Name extends string>(
  t: Translate,
  key: string,
  names: readonly Name[],
): (values: Readonly<Record<Name, string>>) => string {
  const marks = new Map(names.map((name, index) => [String.fromCharCode(firstMark + index), name]));
  const parts = t(key, Object.fromEntries([...marks].map(([mark, name]) => [name, mark])))
    .split(/([\uE000-\uF8FF])/)
    .map((text) => ({ text, name: marks.get(text) }));
  return (values) => parts.map(({ text, name }) => (name === undefined ? text : values[name])).join('');
}
