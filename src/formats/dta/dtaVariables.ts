import { isUtf8 } from 'node:buffer';
import { nothingMissing, type Variable } from '#engine/survey/variable.ts';
import { textEncoding, type TextEncoding } from '../textEncoding.ts';
import { uniqueNames } from '../uniqueNames.ts';
import type { DtaDescriptors } from './dtaDescriptors.ts';
import { dtaTime } from './dtaTime.ts';
import type { DtaType } from './dtaType.ts';
import { labelsBySet, type DtaLabelSet } from './dtaValueLabels.ts';
import type { DtaVersion } from './dtaVersion.ts';

/** A variable of the survey and where a row keeps it. */
export interface DtaVariable {
  readonly variable: Variable;
  readonly type: DtaType;
  /** Its first byte in a row. */
  readonly offset: number;
}

/** Puts the dictionary together. Variables with the same set of value labels share one array. */
export function dtaVariables(
  descriptors: DtaDescriptors,
  sets: readonly DtaLabelSet[],
  version: DtaVersion,
  encoding: TextEncoding,
): DtaVariable[] {
  const { types, names, formats, setNames, labels } = descriptors;
  const bySet = labelsBySet(sets, version, encoding);
  const unique = uniqueNames(names.map((name) => encoding.decode(name)));
  let offset = 0;
  return types.map((type, index) => {
    const isText = type.kind === 'text' || type.kind === 'longText';
    const variable: Variable = {
      name: unique[index],
      label: encoding.decode(labels[index]),
      ...(isText ? { type: 'text' } : dtaTime(encoding.decode(formats[index]))),
      measure: 'unknown',
      valueLabels: (isText ? undefined : bySet.get(encoding.decode(setNames[index]))) ?? [],
      missing: nothingMissing,
    };
    const placed = { variable, type, offset };
    offset += type.width;
    return placed;
  });
}

/**
 * The encoding of a file: UTF-8 from version 118 on. Earlier files do not say; they are read as windows-1252, as
 * in haven, unless the names and labels have characters beyond ASCII that are all valid UTF-8.
 */
export function dtaEncoding(version: DtaVersion, texts: readonly Uint8Array[]): TextEncoding {
  const foreign = texts.filter((text) => text.some((byte) => byte > 127));
  const utf8 = version.utf8 || (foreign.length > 0 && foreign.every((text) => isUtf8(text)));
  return textEncoding(utf8 ? 'utf-8' : 'windows-1252')!;
}
