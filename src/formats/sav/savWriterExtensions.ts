import type { MultipleResponseSet } from '#engine/survey/multipleResponseSet.ts';
import type { Measure } from '#engine/survey/variable.ts';
import { encodeWithin, type ByteSink } from '../byteSink.ts';
import { alignmentCode } from './savFormats.ts';
import { fileAttributesRecord, variableAttributesRecord } from './savWriterAttributes.ts';
import { limits, type Layout, type SavDictionary } from './savWriterLayout.ts';
import { highest, lowest } from './savWriterVariables.ts';

const measureCode: Record<Measure, number> = { unknown: 0, nominal: 1, ordinal: 2, scale: 3 };
const documentLine = 80;

/** Records 6 and 7, and record 999 that ends the dictionary. */
export function writeExtensions(sink: ByteSink, survey: SavDictionary, layout: Layout): void {
  writeDocuments(sink, survey.documents);
  writeExtension(sink, 3, 4, int32s([1, 0, 0, -1, 1, 1, 2, 65001]));
  writeExtension(sink, 4, 8, float64s([-Number.MAX_VALUE, highest, lowest]));
  writeExtension(sink, 7, 1, responseSets(survey.multipleResponseSets, layout));
  writeExtension(sink, 11, 4, displayParameters(layout));
  writeExtension(sink, 13, 1, longNames(layout));
  writeExtension(sink, 14, 1, longStringWidths(layout));
  writeExtension(sink, 16, 8, int64s([1, survey.rowCount]));
  writeExtension(sink, 17, 1, fileAttributesRecord(survey.attributes ?? [], layout.losses));
  const variables = layout.variables.map(({ variable }) => variable);
  writeExtension(sink, 18, 1, variableAttributesRecord(variables, survey.originalNames, layout.losses));
  writeExtension(sink, 20, 1, Buffer.from('UTF-8'));
  writeExtension(sink, 21, 1, longStringValueLabels(layout));
  writeExtension(sink, 22, 1, longStringMissingCodes(layout));
  sink.int32(999);
  sink.int32(0);
}

function writeExtension(sink: ByteSink, subtype: number, elementSize: number, data: Uint8Array): void {
  if (data.length === 0) return;
  sink.int32(7);
  sink.int32(subtype);
  sink.int32(elementSize);
  sink.int32(data.length / elementSize);
  sink.bytes(data);
}

function writeDocuments(sink: ByteSink, documents: readonly string[]): void {
  const lines = documents.flatMap((text, index) => [
    ...(index > 0 ? [''] : []),
    ...text.split(/\r?\n|\r/).flatMap(breakLine),
  ]);
  if (lines.length === 0) return;
  sink.int32(6);
  sink.int32(lines.length);
  for (const line of lines) sink.padded(line, documentLine);
}

/** `text` in lines of at most 80 bytes, broken at spaces where there are any. */
function breakLine(text: string): string[] {
  const lines: string[] = [];
  let rest = text.trimEnd();
  while (Buffer.byteLength(rest) > documentLine) {
    const fitting = Buffer.from(encodeWithin(rest, documentLine)).toString('utf8');
    const space = fitting.lastIndexOf(' ');
    const line = space > 0 ? fitting.slice(0, space) : fitting;
    lines.push(line);
    rest = rest.slice(line.length).trimStart();
  }
  return [...lines, rest];
}

/** Measure, display width and alignment of each segment: the file's own where it had them. */
function displayParameters(layout: Layout): Uint8Array {
  return int32s(
    layout.variables.flatMap(({ variable: { measure, display }, segments }) =>
      segments.flatMap(({ width }) => {
        const own = display?.program === 'spss' ? display : null;
        return [
          measureCode[measure],
          own?.width ?? (width === 0 ? 8 : Math.min(width, 40)),
          own?.alignment === undefined ? Number(width === 0) : alignmentCode(own.alignment),
        ];
      }),
    ),
  );
}

function longNames(layout: Layout): Uint8Array {
  return Buffer.from(
    layout.variables.map(({ variable, segments }) => `${segments[0].shortName}=${variable.name}`).join('\t'),
  );
}

/** `$name=C 5 label a b`, or `$name=D1 1 5 label a b` where 1 is the value that counts; variables by short name. */
function responseSets(sets: readonly MultipleResponseSet[], layout: Layout): Uint8Array {
  const short = new Map(
    layout.variables.map(({ variable, segments }) => [variable.name, segments[0].shortName]),
  );
  const lines = sets.flatMap(({ name, label, counted, variables }) => {
    const members = variables.flatMap((member) => short.get(member)?.toLowerCase() ?? []);
    if (members.length < variables.length || members.length === 0) {
      layout.losses.push({ variable: name, kind: 'responseSets', count: 1 });
      return [];
    }
    const kind = counted === null ? 'C' : `D${lengthAndText(String(counted))}`;
    return [`${name}=${kind} ${lengthAndText(label)} ${members.join(' ')}\n`];
  });
  return Buffer.from(lines.join(''));
}

function lengthAndText(text: string): string {
  return `${Buffer.byteLength(text)} ${text}`;
}

function longStringWidths(layout: Layout): Uint8Array {
  const long = layout.variables.filter(({ width }) => width > 255);
  return Buffer.from(
    long
      .map(({ segments, width }) => `${segments[0].shortName}=${String(width).padStart(5, '0')}\0\t`)
      .join(''),
  );
}

function longStringValueLabels(layout: Layout): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const { variable, width } of layout.variables) {
    if (width <= 8 || variable.valueLabels.length === 0) continue;
    parts.push(counted(Buffer.from(variable.name)), int32s([width, variable.valueLabels.length]));
    for (const { value, label } of variable.valueLabels) {
      parts.push(counted(paddedBytes(String(value), width)), counted(encodeWithin(label, limits.valueLabel)));
    }
  }
  return Buffer.concat(parts);
}

function longStringMissingCodes(layout: Layout): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const { variable, width, missing } of layout.variables) {
    if (width <= 8 || missing.codes.length === 0) continue;
    parts.push(counted(Buffer.from(variable.name)), Uint8Array.of(missing.codes.length), int32s([8]));
    for (const code of missing.codes) parts.push(paddedBytes(String(code), 8));
  }
  return Buffer.concat(parts);
}

function paddedBytes(text: string, width: number): Uint8Array {
  const bytes = Buffer.alloc(width, 0x20);
  bytes.set(encodeWithin(text, width));
  return bytes;
}

function counted(bytes: Uint8Array): Uint8Array {
  return Buffer.concat([int32s([bytes.length]), bytes]);
}

function int32s(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => bytes.writeInt32LE(value, index * 4));
  return bytes;
}

function int64s(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 8);
  values.forEach((value, index) => bytes.writeBigInt64LE(BigInt(value), index * 8));
  return bytes;
}

function float64s(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 8);
  values.forEach((value, index) => bytes.writeDoubleLE(value, index * 8));
  return bytes;
}
