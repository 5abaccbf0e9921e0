import type { ByteSink } from '../byteSink.ts';
import type { SurveyOutput } from '../surveyOutput.ts';
import type { Loss } from '#engine/survey/loss.ts';
import { dtaField } from './dtaField.ts';
import { first } from './dtaNames.ts';
import { writeCharacteristics } from './dtaWriterCharacteristics.ts';
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
  languages: readonly string[],
  losses: Loss[],
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
    for (const { name } of variables) dtaField(sink, name, width.name);
  });
  section('sortlist', () => sink.bytes(new Uint8Array((variables.length + 1) * 2)));
  section('formats', () => {
    for (const { format } of variables) dtaField(sink, format, width.format);
  });
  section('value_label_names', () => {
    for (const { name, valueLabels } of variables)
      dtaField(sink, valueLabels.length > 0 ? name : '', width.name);
  });
  section('variable_labels', () => {
    for (const { label } of variables) dtaField(sink, label, width.label);
  });
  section('characteristics', () => writeCharacteristics(sink, survey, variables, languages, losses));
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
