/** How wide the fields of a `.dta` file are, which differs by version. Widths are in bytes and include the NUL. */
export interface DtaVersion {
  readonly release: number;
  /** Sections stand between tags, as since version 117. */
  readonly markup: boolean;
  readonly name: number;
  readonly format: number;
  readonly variableLabel: number;
  /** Before 117: a data label of fixed width and the time stamp. */
  readonly dataLabel: number;
  readonly timestamp: number;
  /** Bytes of the number of variables, of rows, and of the lengths of the data label. */
  readonly variableCount: 2 | 4;
  readonly rowCount: 4 | 8;
  readonly labelLength: 1 | 2;
  /** Bytes of the length of an expansion field; 0 where there are none. */
  readonly expansionLength: 0 | 2 | 4;
  /** Type codes: letters with text from 128 on, one byte with 251 to 255 for numbers, or two bytes. */
  readonly types: 'letters' | 'bytes' | 'words';
  readonly valueLabels: 'short' | 'table';
  /** Width of the name of a set of value labels. */
  readonly setName: number;
  /** `.a`–`.z` beside `.`, with lower bounds for numbers. */
  readonly extendedMissing: boolean;
  /** Bytes of `v` in the (v, o) of a long text; `o` has the rest of 8. */
  readonly longTextVariable: 2 | 3 | 4;
  readonly utf8: boolean;
}

export const oldestRelease = 103;
export const newestRelease = 119;

/**
 * The layout of version `release`, 103–119. Sources: Stata's `help dta` for 113–119 and the earlier texts of that
 * help for 103–110. Numbers 106, 107, 109, 112 and 116 were never released and are read like the one before.
 */
export function dtaVersion(release: number): DtaVersion {
  const since = <Width>(first: number, width: Width, before: Width): Width =>
    release >= first ? width : before;
  return {
    release,
    markup: release >= 117,
    name: since(118, 129, since(110, 33, 9)),
    format: since(118, 57, since(114, 49, since(105, 12, 7))),
    variableLabel: since(118, 321, since(108, 81, 32)),
    dataLabel: since(108, 81, 32),
    timestamp: since(105, 18, 0),
    variableCount: since(119, 4, 2),
    rowCount: since(118, 8, 4),
    labelLength: since(118, 2, 1),
    expansionLength: since(110, 4, since<0 | 2 | 4>(105, 2, 0)),
    types: since(117, 'words', since<DtaVersion['types']>(111, 'bytes', 'letters')),
    valueLabels: since(108, 'table', 'short'),
    setName: since(118, 129, since(110, 33, 9)),
    extendedMissing: release >= 113,
    longTextVariable: since(119, 3, since<2 | 3 | 4>(118, 2, 4)),
    utf8: release >= 118,
  };
}
