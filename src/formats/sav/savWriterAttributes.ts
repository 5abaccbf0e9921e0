import type { Loss } from '#engine/survey/loss.ts';
import type { Attribute, Variable } from '#engine/survey/variable.ts';
import { noteAttribute } from './savAttributes.ts';
import { possibleAttributeNames } from './savWriterNames.ts';

type Lose = (kind: Loss['kind'], count: number) => void;

/** Record 7/17. */
export function fileAttributesRecord(attributes: readonly Attribute[], losses: Loss[]): Uint8Array {
  return Buffer.from(attributesText(attributes, loser(losses, null)));
}

/** Record 7/18: attributes, notes as the attribute `note`, and what a variable was called as `originalName`. */
export function variableAttributesRecord(
  variables: readonly Variable[],
  originalNames: ReadonlyMap<string, string>,
  losses: Loss[],
): Uint8Array {
  const parts = variables.flatMap(({ name, notes = [], attributes = [] }) => {
    const original = originalNames.get(name);
    const lose = loser(losses, original ?? name);
    const own = [
      ...(original === undefined ? [] : [{ name: 'originalName', values: [original] }]),
      ...(notes.length === 0 ? [] : [{ name: noteAttribute, values: notes }]),
    ];
    lose('note', notes.filter((note) => oneLine(note) !== note).length);
    const free = attributes.filter((one) => !own.some((taken) => taken.name === one.name));
    const text = attributesText(own, () => undefined) + attributesText(free, lose);
    return text === '' ? [] : [`${name}:${text}`];
  });
  return Buffer.from(parts.join('/'));
}

function loser(losses: Loss[], variable: string | null): Lose {
  return (kind, count) => {
    if (count > 0) losses.push({ variable, kind, count });
  };
}

/** `name('value'⏎)` for each, a line a value: line breaks within a value become spaces. */
function attributesText(attributes: readonly Attribute[], lose: Lose): string {
  const names = possibleAttributeNames(attributes.map(({ name }) => name));
  const changed = attributes.filter(
    ({ name, values }, index) =>
      (names[index] !== name && names[index] !== `@${name}`) ||
      values.some((value) => oneLine(value) !== value),
  );
  lose('attribute', changed.length);
  return attributes
    .map(({ values }, index) => `${names[index]}(${values.map((value) => `'${oneLine(value)}'\n`).join('')})`)
    .join('');
}

function oneLine(text: string): string {
  return text.replace(/\r?\n|\r|\0/g, ' ');
}
