import type { ByteSink } from '../byteSink.ts';
import { dtaField } from './dtaField.ts';
import type { LaidOutDtaVariable } from './dtaWriterLayout.ts';

const systemMissing = 2_147_483_621;

/** One set of labels a variable, called like it, and one for each further language. */
export function writeDtaValueLabels(sink: ByteSink, variables: readonly LaidOutDtaVariable[]): void {
  sink.text('<value_labels>');
  const sets = variables.flatMap(({ name, valueLabels, translations }) => [
    { name, valueLabels },
    ...translations.map(({ set, valueLabels: translated }) => ({ name: set, valueLabels: translated })),
  ]);
  for (const { name, valueLabels } of sets) {
    if (valueLabels.length === 0) continue;
    const entries = valueLabels
      .map(({ value, label }) => ({ code: codeOf(value), text: Buffer.from(`${label}\0`) }))
      .toSorted((one, other) => one.code - other.code);
    const textBytes = entries.reduce((sum, { text }) => sum + text.length, 0);
    sink.text('<lbl>');
    sink.uint32(8 + 8 * entries.length + textBytes);
    dtaField(sink, name, 129);
    sink.bytes(new Uint8Array(3));
    sink.uint32(entries.length);
    sink.uint32(textBytes);
    let offset = 0;
    for (const { text } of entries) {
      sink.uint32(offset);
      offset += text.length;
    }
    for (const { code } of entries) sink.int32(code);
    for (const { text } of entries) sink.bytes(text);
    sink.text('</lbl>');
  }
  sink.text('</value_labels>');
}

/** `.a` is one more than `.`. */
function codeOf(value: number | string): number {
  return typeof value === 'number' ? value : systemMissing + value.charCodeAt(1) - 96;
}
