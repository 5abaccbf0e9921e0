/** One variable's values over all rows of a survey, or over a chunk of them. */
export type Column = NumericColumn | TextColumn;

export interface NumericColumn {
  readonly kind: 'numeric';
  /** One value a row, as the file holds it; meaningless where `reasons` is not 0. */
  readonly values: NumericValues;
  /** One `MissingReason` a row, or `null` when every row has a value. */
  readonly reasons: Uint8Array | null;
}

export interface TextColumn {
  readonly kind: 'text';
  readonly dictionary: readonly string[];
  /** One index into `dictionary` a row. */
  readonly codes: Uint32Array;
}

export type NumericValues = Float64Array | Int32Array | Int16Array | Uint8Array | Int8Array;

/**
 * Why a numeric value is absent from the file: 0 present, 1 system-missing,
 * 2–27 Stata's extended `.a`–`.z`. Declared missing values are present values
 * that a `MissingRule` sets aside; they are not marked here.
 */
export const MissingReason = { present: 0, system: 1, extendedA: 2 } as const;

/** Rows of all selected variables, in the order of the dictionary. Valid until the next chunk is asked for. */
export interface ColumnChunk {
  readonly rowCount: number;
  readonly columns: readonly Column[];
}
