/** Something that a format has no room for, and how many values, labels, codes or variables it concerns. */
export interface Loss {
  /** `null` where it concerns the whole file. */
  readonly variable: string | null;
  readonly kind: LossKind;
  readonly count: number;
  /** What stands in the file instead, where that is worth saying: another name, Stata's `.a`. */
  readonly becomes?: string;
}

export const lossKinds = [
  'name', // a variable had to be called otherwise
  'label', // a label of a variable or of the file was cut
  'valueLabel', // labels of values were cut or left out
  'row', // rows without any value, which readers of the format pass over
  'text', // values of a text variable were cut
  'missingRule', // codes or a range declared as missing are not declared in the file
  'missingCode', // codes declared as missing became one of the format's own missing values
  'missingReason', // Stata's `.a`–`.z` became plain missing
  'dateUnit', // weeks, months, quarters became the first day of each
  'measure', // nominal, ordinal, scale is not said
  'weight', // the weight is not declared
  'responseSets', // multiple-response sets are not declared
  'note', // notes are left out, or stand on fewer lines
  'attribute', // attributes or characteristics are left out, or called otherwise
  'language', // labels in further languages are left out
] as const;

export type LossKind = (typeof lossKinds)[number];
