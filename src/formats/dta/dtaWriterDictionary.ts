import type { ByteSink } from '../byteSink.ts';
import type { SurveyOutput } from '../surveyOutput.ts';
import { first } from './dtaNames.ts';
import { dtaLimits, type LaidOutDtaVariable } from './dtaWriterLayout.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const typeCodes = {
  byte: 65_530,
  int: 65_529,
  long: 65_528,
  float: 65_527,
  double: 65_526,
  longText: 32_768,
};
const width = { name: 129, format: 57, label: 321 } as const;

/**
 * Everything before the rows. Gives the offsets of its sections as the map lists them, the start of the file
 * first; the map itself is left empty, for who knows the rest of them.
 */
export function writeDtaDictionary(
  sink: ByteSink,
  survey: SurveyOutput,
  variables: readonly LaidOutDtaVariable[],
): number[] {
  const map = [0];
  const section = (tag: string, write: () => void): void => {
    map.push(sink.position);
    sink.text(`<${tag}>`);
    write();
    sink.text(`</${tag}>`);
  };
  writeHeader(sink, survey, variables.length);
  section('map', () => sink.bytes(new Uint8Array(14 * 8)));
  section('variable_types', () => {
    for (const { type } of variables) sink.uint16(type.kind === 'text' ? type.width : typeCodes[type.kind]);
  });
  section('varnames', () => {
    for (const { name } of variables) field(sink, name, width.name);
  });
  section('sortlist', () => sink.bytes(new Uint8Array((variables.length + 1) * 2)));
  section('formats', () => {
    for (const { format } of variables) field(sink, format, width.format);
  });
  section('value_label_names', () => {
    for (const { name, valueLabels } of variables)
      field(sink, valueLabels.length > 0 ? name : '', width.name);
  });
  section('variable_labels', () => {
    for (const { label } of variables) field(sink, label, width.label);
  });
  section('characteristics', () => writeCharacteristics(sink, survey, variables));
  return map;
}

function writeHeader(sink: ByteSink, survey: SurveyOutput, variableCount: number): void {
  sink.text('<stata_dta><header><release>118</release><byteorder>LSF</byteorder><K>');
  sink.uint16(variableCount);
  sink.text('</K><N>');
  sink.int64(survey.rowCount);
  sink.text('</N><label>');
  const label = Buffer.from(first(survey.fileLabel, dtaLimits.label));
  sink.uint16(label.length);
  sink.bytes(label);
  sink.text('</label><timestamp>');
  const stamp = Buffer.from(timestamp(survey.createdAt));
  sink.byte(stamp.length);
  sink.bytes(stamp);
  sink.text('</timestamp></header>');
}

/** `01 Mar 2011 12:00`. */
function timestamp(iso: string): string {
  const [, year, month, day, time] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(iso) ?? [];
  if (time === undefined)
    throw new RangeError(`createdAt is "${iso}", expected for example 2011-03-01T12:00:00`);
  return `${day} ${months[Number(month) - 1]} ${year} ${time}`;
}

/** Documents of the file and names that had to change, as notes that `notes list` shows. */
function writeCharacteristics(
  sink: ByteSink,
  survey: SurveyOutput,
  variables: readonly LaidOutDtaVariable[],
): void {
  writeNotes(sink, '_dta', [
    ...(first(survey.fileLabel, dtaLimits.label) === survey.fileLabel ? [] : [survey.fileLabel]),
    ...survey.documents.filter((line) => line.trim() !== ''),
  ]);
  variables.forEach(({ name, originalName, letters, label }, index) => {
    const notes: string[] = [];
    if (originalName !== name) {
      characteristic(sink, name, 'originalName', originalName);
      notes.push(`Called ${originalName} before.`);
    }
    const whole = survey.variables[index].label;
    if (whole !== label) notes.push(whole);
    if (letters.size > 0) {
      const codes = [...letters].map(([code, letter]) => `.${String.fromCharCode(96 + letter)} was ${code}`);
      notes.push(`Declared missing: ${codes.join(', ')}.`);
    }
    if (survey.weight === originalName) notes.push('The weight of the survey.');
    writeNotes(sink, name, notes);
  });
}

function writeNotes(sink: ByteSink, name: string, notes: readonly string[]): void {
  if (notes.length === 0) return;
  characteristic(sink, name, 'note0', String(notes.length));
  notes.forEach((note, index) => characteristic(sink, name, `note${index + 1}`, note));
}

function characteristic(sink: ByteSink, variable: string, name: string, content: string): void {
  const bytes = Buffer.from(content.replaceAll('\0', ''));
  sink.text('<ch>');
  sink.uint32(2 * width.name + bytes.length + 1);
  field(sink, variable, width.name);
  field(sink, name, width.name);
  sink.bytes(bytes);
  sink.byte(0);
  sink.text('</ch>');
}

/** Text in a field of fixed width, filled up with NUL. */
export function field(sink: ByteSink, text: string, bytes: number): void {
  const content = Buffer.alloc(bytes);
  content.write(text, 'utf8');
  sink.bytes(content);
}
