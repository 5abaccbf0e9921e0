/** The JSON document, and the same as one reads it in a terminal. */
export interface Answer {
  readonly result: unknown;
  readonly words: string;
  /** A part of what was asked for could not be made. */
  readonly failed?: boolean;
}
