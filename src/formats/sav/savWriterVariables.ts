import { nothingMissing, type MissingRule } from '#engine/survey/variable.ts';
import { encodeWithin, type ByteSink } from '../byteSink.ts';
import { packedFormat } from './savFormats.ts';
import { limits, type LaidOutVariable, type Layout, type Segment } from './savWriterLayout.ts';

const formatCode = { text: 1, numeric: 5, date: 20, time: 21, datetime: 22 } as const;

/** SPSS's LOWEST and HIGHEST, which stand for an open end of a range of missing values. */
export const lowest = -1.7976931348623155e308;
export const highest = Number.MAX_VALUE;

/** Records 2: one for each segment, and one for each further 8 bytes of a string. */
export function writeVariables(sink: ByteSink, layout: Layout): void {
  for (const laidOut of layout.variables) {
    laidOut.segments.forEach((segment, index) => {
      writeVariable(sink, laidOut, segment, index === 0 ? laidOut.missing : nothingMissing, layout);
      for (let i = 1; i < segment.elements; i++) writeContinuation(sink);
    });
  }
}

function writeVariable(
  sink: ByteSink,
  laidOut: LaidOutVariable,
  segment: Segment,
  rule: MissingRule,
  layout: Layout,
): void {
  const { variable } = laidOut;
  const label = encodeWithin(variable.label, limits.label);
  if (label.length < Buffer.byteLength(variable.label) && segment === laidOut.segments[0]) {
    layout.losses.push({ variable: variable.name, kind: 'label', count: 1 });
  }
  const codes = laidOut.width > 8 ? [] : rule.codes;
  const format = printFormat(laidOut, segment);
  sink.int32(2);
  sink.int32(segment.width);
  sink.int32(label.length > 0 ? 1 : 0);
  sink.int32(rule.range === null ? codes.length : -2 - codes.length);
  sink.int32(format);
  sink.int32(format);
  sink.padded(segment.shortName, 8);
  if (label.length > 0) {
    sink.int32(label.length);
    sink.bytes(label);
    for (let i = label.length; i % 4 !== 0; i++) sink.byte(0x20);
  }
  if (rule.range !== null) {
    sink.float64(rule.range.low ?? lowest);
    sink.float64(rule.range.high ?? highest);
  }
  for (const code of codes) {
    if (typeof code === 'number') sink.float64(code);
    else sink.padded(code, 8);
  }
}

function writeContinuation(sink: ByteSink): void {
  sink.int32(2);
  sink.int32(-1);
  for (let i = 0; i < 4; i++) sink.int32(0);
  sink.padded('', 8);
}

function printFormat(laidOut: LaidOutVariable, segment: Segment): number {
  if (laidOut.width > 0) return pack(formatCode.text, segment.width, 0);
  const { type, display } = laidOut.variable;
  const own = display?.program === 'spss' ? packedFormat(display.format, type) : null;
  if (own !== null) return own;
  switch (type) {
    case 'date':
      return pack(formatCode.date, 11, 0);
    case 'datetime':
      return pack(formatCode.datetime, 20, 0);
    case 'time':
      return pack(formatCode.time, 8, 0);
    default:
      return laidOut.profile.whole ? pack(formatCode.numeric, 8, 0) : pack(formatCode.numeric, 12, 4);
  }
}

function pack(type: number, width: number, decimals: number): number {
  return (type << 16) | (width << 8) | decimals;
}
