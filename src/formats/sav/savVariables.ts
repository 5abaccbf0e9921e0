import { phrase } from '#engine/survey/phrase.ts';
import type { MissingRule, Value, ValueLabel, Variable } from '#engine/survey/variable.ts';
import { nothingMissing } from '#engine/survey/variable.ts';
import { atByte } from '../atByte.ts';
import type { BlockReader } from '../blockReader.ts';
import type { TextEncoding } from '../textEncoding.ts';
import { noteAttribute, variableAttributes } from './savAttributes.ts';
import type { SavExtensions, SpecialNumbers } from './savExtensions.ts';
import { formatName, shownBy, typeOfFormat } from './savFormats.ts';
import { joinSegments, type StoredVariable } from './savLayout.ts';
import { givenNames } from './savNames.ts';
import type { SavLabelRecord, SavRecords, SavVariableRecord } from './savRecords.ts';

/** A variable of the survey and where a row keeps it. */
export interface SavVariable {
  readonly variable: Variable;
  readonly shortName: string;
  /** Index of its first 8 bytes within a row. */
  readonly slot: number;
  /** Bytes of text; 0 for a number. */
  readonly width: number;
  /** Widths of the pieces in which the row keeps a text; [] for a number. */
  readonly segments: readonly number[];
}

/** A file that gives many variables labels in several records costs memory out of proportion; none real does. */
const mostJoinedLabels = 1_000_000;

interface Sources {
  readonly reader: BlockReader;
  readonly records: SavRecords;
  readonly extensions: SavExtensions;
  readonly encoding: TextEncoding;
}

/**
 * Puts the dictionary together: names, labels, missing values, measures and the layout of a row.
 *
 * @throws Problem `file.damaged` where the records contradict each other.
 */
export function readSavVariables(sources: Sources): SavVariable[] {
  const { records, extensions, encoding } = sources;
  const stored = joinSegments(sources.reader, records.variables, extensions.longWidths, encoding);
  const names = givenNames(stored, extensions.longNames, encoding);
  const labels = labelsBySlot(sources, stored);
  const longLabels = new Map<string, ValueLabel[]>();
  for (const { variable, labels: pairs } of extensions.longTextLabels) {
    const decoded = pairs.map(({ value, label }) => ({
      value: encoding.decode(value),
      label: encoding.decode(label),
    }));
    longLabels.set(encoding.decode(variable), distinct(decoded));
  }
  const longMissing = new Map<string, MissingRule>();
  for (const { variable, values } of extensions.longTextMissing) {
    longMissing.set(encoding.decode(variable), {
      codes: values.map((value) => encoding.decode(value)),
      range: null,
    });
  }
  const shown = shownBy(extensions.display, records.variables);
  const said = variableAttributes(encoding.decode(extensions.variableAttributes));
  return stored.map((each, index) => {
    const { record, slot, width, segments } = each;
    const name = names[index];
    const { measure, ...columns } = shown[slot];
    const format = width > 0 ? `A${width}` : formatName(record);
    const attributes = said.get(name) ?? said.get(each.shortName) ?? [];
    const notes = attributes.find((one) => one.name === noteAttribute)?.values ?? [];
    const others = attributes.filter((one) => one.name !== noteAttribute);
    const variable: Variable = {
      name,
      label: record.label === null ? '' : encoding.decode(record.label),
      type: width > 0 ? 'text' : typeOfFormat(record.format),
      measure,
      valueLabels: labels.get(slot) ?? longLabels.get(name) ?? longLabels.get(each.shortName) ?? [],
      missing:
        longMissing.get(name) ??
        longMissing.get(each.shortName) ??
        missingRule(record, sources.reader.littleEndian, extensions.special, encoding),
      ...(notes.length > 0 && { notes }),
      ...(others.length > 0 && { attributes: others }),
      ...(format !== null && { display: { program: 'spss', format, ...columns } }),
    };
    return { variable, shortName: each.shortName, slot, width, segments };
  });
}

/** Labels by slot. Variables of one record share one array. */
function labelsBySlot(
  { reader, records, encoding }: Sources,
  stored: readonly StoredVariable[],
): Map<number, readonly ValueLabel[]> {
  const bySlot = new Map(stored.map((each) => [each.slot, each]));
  const found = new Map<number, readonly ValueLabel[]>();
  let joined = 0;
  for (const record of records.labels) {
    const place = atByte(record.offset, 'valueLabels');
    const decoded = new Map<boolean, ValueLabel[]>();
    for (const index of new Set(record.variables)) {
      const variable = bySlot.get(index - 1);
      if (variable === undefined) {
        throw reader.damaged(
          place,
          phrase('labelsForNumber', { number: index, count: records.variables.length }),
        );
      }
      const isText = variable.width > 0;
      let labels = decoded.get(isText);
      if (labels === undefined) {
        labels = distinct(decodeLabels(record, isText, reader.littleEndian, encoding));
        decoded.set(isText, labels);
      }
      const earlier = found.get(variable.slot);
      if (earlier !== undefined) joined += earlier.length + labels.length;
      if (joined > mostJoinedLabels) throw reader.damaged(place, phrase('labelsRepeated'));
      found.set(variable.slot, earlier === undefined ? labels : distinct([...earlier, ...labels]));
    }
  }
  return found;
}

/** All 8 bytes of a text, also where the variable has room for fewer: cut, it would label another value. */
function decodeLabels(
  record: SavLabelRecord,
  isText: boolean,
  littleEndian: boolean,
  encoding: TextEncoding,
): ValueLabel[] {
  return record.values.map((bytes, index) => ({
    value: isText ? encoding.decode(bytes) : new DataView(bytes.buffer).getFloat64(0, littleEndian),
    label: encoding.decode(record.labels[index]),
  }));
}

/** The first label of a value counts, as in PSPP: ReadStat writes some twice. */
function distinct(labels: readonly ValueLabel[]): ValueLabel[] {
  const byValue = new Map<Value, ValueLabel>();
  for (const label of labels) if (!byValue.has(label.value)) byValue.set(label.value, label);
  return [...byValue.values()];
}

function missingRule(
  record: SavVariableRecord,
  littleEndian: boolean,
  special: SpecialNumbers,
  encoding: TextEncoding,
): MissingRule {
  if (record.missingCode === 0) return nothingMissing;
  const count = record.missing.length / 8;
  if (record.width > 0) {
    const codes = Array.from({ length: count }, (_, index) =>
      encoding.decode(record.missing.subarray(index * 8, index * 8 + Math.min(record.width, 8))),
    );
    return { codes, range: null };
  }
  const view = new DataView(record.missing.buffer);
  const numbers = Array.from({ length: count }, (_, index) => view.getFloat64(index * 8, littleEndian));
  if (record.missingCode > 0) return { codes: numbers, range: null };
  const [low, high, ...codes] = numbers;
  const { lowest, highest, systemMissing } = special;
  const open = [lowest, systemMissing, -Number.MAX_VALUE];
  return {
    codes,
    range: {
      low: open.includes(low) ? null : low,
      high: high === highest || high === Number.MAX_VALUE ? null : high,
    },
  };
}
