import type { ValueLabel } from '#engine/survey/variable.ts';
import { encodeWithin, type ByteSink } from '../byteSink.ts';
import { limits, type LaidOutVariable, type Layout } from './savWriterLayout.ts';

/** Records 3 and 4: each set of labels once, then the variables that share it. */
export function writeValueLabels(sink: ByteSink, layout: Layout): void {
  const sets = new Map<string, LaidOutVariable[]>();
  for (const laidOut of layout.variables) {
    if (laidOut.width > 8 || laidOut.variable.valueLabels.length === 0) continue;
    const key = JSON.stringify([laidOut.width, laidOut.variable.valueLabels]);
    sets.set(key, [...(sets.get(key) ?? []), laidOut]);
  }
  for (const sharing of sets.values()) {
    const { valueLabels } = sharing[0].variable;
    sink.int32(3);
    sink.int32(valueLabels.length);
    for (const valueLabel of valueLabels) writeValueLabel(sink, valueLabel);
    sink.int32(4);
    sink.int32(sharing.length);
    for (const { firstElement } of sharing) sink.int32(firstElement);
  }
  for (const { variable } of layout.variables) {
    const count = variable.valueLabels.filter(
      ({ label }) => Buffer.byteLength(label) > limits.valueLabel,
    ).length;
    if (count > 0) layout.losses.push({ variable: variable.name, kind: 'valueLabel', count });
  }
}

function writeValueLabel(sink: ByteSink, { value, label }: ValueLabel): void {
  if (typeof value === 'number') sink.float64(value);
  else sink.padded(value, 8);
  const encoded = encodeWithin(label, limits.valueLabel);
  sink.byte(encoded.length);
  sink.bytes(encoded);
  for (let i = encoded.length + 1; i % 8 !== 0; i++) sink.byte(0x20);
}
