import { isUtf8 } from 'node:buffer';
import { phrase } from '#engine/survey/phrase.ts';
import type { MissingRule, Value, ValueLabel, Variable } from '#engine/survey/variable.ts';
import { typeOfFormat } from '../sav/savFormats.ts';
import { paddedEncoding, textEncoding, type TextEncoding } from '../textEncoding.ts';
import { uniqueNames } from '../uniqueNames.ts';
import { keyOf, type PorDictionary, type PorVariableRecord } from './porDictionary.ts';

export interface PorVariable {
  readonly variable: Variable;
  /** Bytes of text; 0 for a number. */
  readonly width: number;
}

/** A file that gives variables labels again and again costs memory out of proportion; none real does. */
const mostJoinedLabels = 1_000_000;

/** Puts the dictionary together. @throws Problem `file.damaged` where labels are for variables that are not there. */
export function porVariables(dictionary: PorDictionary, encoding: TextEncoding): PorVariable[] {
  const { variables } = dictionary;
  const names = uniqueNames(variables.map(({ name }) => encoding.decode(name)));
  const labels = labelsByVariable(dictionary, encoding);
  return variables.map((record, index) => ({
    variable: {
      name: names[index],
      label: record.label === null ? '' : encoding.decode(record.label),
      type: record.width > 0 ? 'text' : typeOfFormat(record.format),
      measure: 'unknown',
      valueLabels: labels.get(record) ?? [],
      missing: missingRule(record, encoding),
    },
    width: record.width,
  }));
}

/** Variables of one record share one array; the first label of a value counts. */
function labelsByVariable(
  { variables, labels, reader }: PorDictionary,
  encoding: TextEncoding,
): Map<PorVariableRecord, readonly ValueLabel[]> {
  const byName = new Map(variables.map((variable) => [keyOf(variable.name), variable]));
  const found = new Map<PorVariableRecord, readonly ValueLabel[]>();
  let joined = 0;
  for (const record of labels) {
    const ofRecord = distinct(
      record.values.map((value, index) => ({
        value: decoded(value, encoding),
        label: encoding.decode(record.labels[index]),
      })),
    );
    const labelled = record.variables.map((name) => byName.get(keyOf(name)));
    for (const variable of new Set(labelled)) {
      if (variable === undefined) {
        throw reader.damaged('valueLabels', phrase('labelsForUnknown'));
      }
      const earlier = found.get(variable);
      if (earlier !== undefined) joined += earlier.length + ofRecord.length;
      if (joined > mostJoinedLabels) {
        throw reader.damaged('valueLabels', phrase('labelsRepeated'));
      }
      found.set(variable, earlier === undefined ? ofRecord : distinct([...earlier, ...ofRecord]));
    }
  }
  return found;
}

function distinct(labels: readonly ValueLabel[]): ValueLabel[] {
  const byValue = new Map<Value, ValueLabel>();
  for (const label of labels) if (!byValue.has(label.value)) byValue.set(label.value, label);
  return [...byValue.values()];
}

function missingRule({ missing, range }: PorVariableRecord, encoding: TextEncoding): MissingRule {
  return { codes: missing.map((value) => decoded(value, encoding)), range };
}

function decoded(value: number | Uint8Array, encoding: TextEncoding): Value {
  return typeof value === 'number' ? value : encoding.decode(value);
}

/** A portable file names no encoding: UTF-8 where all its names and labels are valid UTF-8, else windows-1252. */
export function porEncoding({ variables, labels }: PorDictionary): TextEncoding {
  const texts = [
    ...variables.flatMap(({ name, label }) => (label === null ? [name] : [name, label])),
    ...labels.flatMap((record) => [
      ...record.labels,
      ...record.values.filter((value) => typeof value !== 'number'),
    ]),
  ];
  return paddedEncoding(textEncoding(texts.every((text) => isUtf8(text)) ? 'utf-8' : 'windows-1252')!);
}
